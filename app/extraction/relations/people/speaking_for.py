"""The organisation that somebody speaks for or answers to, and the one that tells of somebody."""

from __future__ import annotations

from app.extraction.lexicon.speech_words import is_outlet
from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.affiliations import told_as_past
from app.extraction.relations.context.article_topics import firms_in
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.lemmas import lemma
from app.extraction.relations.reading.patterns import Found, compile_pattern
from app.extraction.relations.reading.sentences import Scene, Sentence
from app.model import Phase

_ANNOUNCING = frozenset("say announce confirm disclose report state reveal tell".split())
_REPORTS = compile_pattern(
    r"{P:s}(?:(?!{P})[^.;]){0,80}? (?:reports?|reported|reporting|answers?|answering) (?:directly )?to "
    r"(?:(?!{O}|{P})[^.;]){0,40}?{P:p}"
)


def employer_of_superior(
    candidate: Candidate, known: dict[str, list[Candidate]]
) -> tuple[FoundMention, Sentence] | None:
    """The organisation of "the chief executive, P", to whom somebody reports: the one that this somebody is with."""
    sentence = candidate.sentence
    if candidate.relation != "heldRole":
        return None
    for match in _REPORTS.finditer(sentence.code):
        found = Found(sentence, match)
        if candidate.subject.entity not in {m.entity for m in found.mentions("p")}:
            continue
        ties = [
            c
            for m in found.mentions("s")
            for c in known.get(m.entity, [])
            if sentence.index - c.sentence.index in (0, 1) and c.phase is not Phase.ENDED and not told_as_past(c)
        ]
        if len({c.object.entity for c in ties if isinstance(c.object, FoundMention)}) == 1:
            return next((c.object, c.sentence) for c in ties if isinstance(c.object, FoundMention))
    return None


_SPEAKS_FOR_ALL = frozenset(
    {
        "chief executive",
        "chief executive officer",
        "ceo",
        "chairman",
        "chairwoman",
        "chair",
        "managing director",
        "chief financial officer",
        "finance chief",
        "finance director",
        "cfo",
        "chief operating officer",
        "president",
    }
)


def spoken_for(scene: Scene, candidate: Candidate) -> tuple[FoundMention, Sentence] | None:
    """The X of "Chief Executive P said X expected to grow": the only firm here, and the only one named just before."""
    title = candidate.details.get("title")
    here, doc = candidate.sentence, candidate.sentence.passage.doc
    if title is None or title.value.lower() not in _SPEAKS_FOR_ALL or not candidate.presupposed:
        return None
    says = doc[candidate.subject.start : candidate.subject.end].root.head
    firms = {m.entity: m for m in reversed(firms_in(scene, here))}
    if lemma(says) not in _ANNOUNCING or len(firms) != 1 or candidate.subject.start > says.i:
        return None
    firm = next(iter(firms.values()))
    subject = doc[firm.start : firm.end].root
    said = subject.dep_ == "nsubj" and subject.head.dep_ == "ccomp" and subject.head.head == says
    before = next((s for s in scene.previous(here, 2) if firms_in(scene, s)), None)
    known = before is not None and {m.entity for m in firms_in(scene, before)} == {firm.entity}
    return (firm, here) if said and known and not firm.others else None


def announcing_firm(scene: Scene, candidate: Candidate) -> FoundMention | None:
    """The firm of "X said that P would leave": who announces it, if it is the only one that the sentence names."""
    firms = {m.entity: m for m in firms_in(scene, candidate.sentence)}
    doc = candidate.sentence.passage.doc
    verb = doc[candidate.trigger]
    if len(firms) != 1 or verb.dep_ != "ccomp" or lemma(verb.head) not in _ANNOUNCING:
        return None
    firm = next(iter(firms.values()))
    # "The Dublin group told investors" may be known as the firm without a slot of its own.
    here = candidate.sentence
    spoken = scene.mentions.within(here.passage.index, here.start, here.end)
    subjects = [doc[m.start : m.end].root for m in spoken if m.entity == firm.entity and not m.others]
    told = any(subject.dep_ == "nsubj" and subject.head == verb.head for subject in subjects)
    return firm if told and not is_outlet(scene.mentions.entity(firm).name) else None
