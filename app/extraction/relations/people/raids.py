"""Who went where several went: "X has hired six engineers from Y, among them P"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate, Detail
from app.extraction.relations.reading.patterns import find
from app.extraction.relations.reading.sentences import Scene, Sentence

_AMONG = {
    "among them": (
        r"(?P<t>among (?:them|{POX})|among whom (?:is|are|was|were)|including|amongst them|one of them|two of them|"
        r"notably|led by|headed by),? (?:(?:is|are|was|were) )?{LEADIN}{P+:p}"
    )
}
_NEXT = {
    "they are": (
        r"^(?:they|these|{POX}|the (?:\w+ )?(?:group|team|recruits|hires|newcomers|defectors|arrivals|leavers))"
        r" (?P<t>include|includes|included|are|were|is led by|are led by|was led by|were led by|are headed by|"
        r"is headed by),? {LEADIN}{P+:p}"
    ),
    "among them is": r"^(?:among|amongst|one of) (?:them|these|{POX}) (?P<t>is|are|was|were) {LEADIN}{P+:p}",
    "all worked": (
        r"^{P+:p},? (?:(?:had|have) )?(?:all|both) (?:(?:had|have) )?(?P<t>worked|work|served|joined|moved|went|left|"
        r"start|started|been)\b"
    ),
}


def raids(scene: Scene, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Those named among the people that an organisation has taken from another."""
    known = {(c.relation, c.subject.entity, c.object_entity) for c in candidates}
    told: dict[int, list[Candidate]] = {}
    for c in candidates:
        if c.relation == "recruitedFrom" and c.rule in ("hired", "wording") and not c.negated:
            told.setdefault(c.sentence.index, []).append(c)
    for index, raided in told.items():
        if len({(c.subject.entity, c.object_entity) for c in raided}) != 1:
            continue
        for person, sentence in _named(scene, raided[0], index):
            for claim in _went(raided[0], person, sentence):
                if (claim.relation, claim.subject.entity, claim.object_entity) not in known:
                    yield claim


def _named(scene: Scene, raid: Candidate, index: int) -> Iterator[tuple[FoundMention, Sentence]]:
    here = raid.sentence
    firms = [m for m in (raid.subject, raid.object) if isinstance(m, FoundMention) and m.passage == here.passage.index]
    after = max((m.start for m in firms), default=here.start)
    for _, found in find(here, _AMONG):
        if found.trigger > min(after, raid.trigger):
            yield from ((m, here) for m in found.mentions("p"))
            return
    following = scene.sentences[index + 1] if index + 1 < len(scene.sentences) else None
    if following is not None:
        for _, found in find(following, _NEXT):
            yield from ((m, following) for m in found.mentions("p"))
            return


def _went(raid: Candidate, person: FoundMention, sentence: Sentence) -> Iterator[Candidate]:
    ties = raid.ties if sentence is raid.sentence else (*raid.ties, sentence.span)
    one = replace(raid, subject=person, ties=ties, timed=sentence is raid.sentence)
    yield replace(one, relation="joined", rule="left for", object=raid.subject)
    yield replace(one, relation="left", rule="left for", details={"manner": Detail("moved")})
