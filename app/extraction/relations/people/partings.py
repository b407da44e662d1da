"""Leaving in set wordings: parted ways with, submitted her resignation, lost its head of sales to Y."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate, Detail
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import verb_frame
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.patterns import find, find_throughout
from app.extraction.relations.reading.rules import first_filled, named
from app.extraction.relations.reading.sentences import Sentence
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_PARTED = {
    "parted ways": (
        r"{O:o} (?:has |had |have |and |will |is |was |are |were |agreed to |to )*(?P<t>parted ways|parted company|"
        r"part ways|part "
        r"company|parting ways|parting company|severed ties) with (?:{ITS} (?:[\w&-]+,? ){1,7}?|(?:[a-z-]+ "
        r"){1,4}?)?{P:p}"
    ),
    "parted with": (
        r"{P:p} (?:has |had |have |will )*(?P<t>parted ways|parted company|part ways|part company) with {DESC}{O:o}"
    ),
    "and its head parted": (
        r"{O:o} and {ITS} (?:[\w&-]+,? ){1,6}?{P:p},? (?:has |had |have |will |agreed |decided |are |to "
        r")+(?P<t>parted ways|parted company|"
        r"part ways|part company|parting ways|split|separated|separate)"
    ),
    "both resigned": (
        r"{P},? and (?:{ITS} |the )?(?:(?!{P}|{O})[\w-]+,? ){0,5}?{P:p},? (?:both |have |had |will |are |to "
        r")+(?P<t>resigned|"
        r"resign|left|leave|quit|retired|retire|leaving|departed|gone)(?=[.,;]| on | in | last | this | after | over "
        r"| from )"
    ),
    "both parted": (
        r"(?:{P:p} and {DESC}{O:o}|{DESC}{O:r} and {P:q}) (?:has |had |have |will )*(?P<t>parted ways|parted company)"
    ),
    "left to do": (
        r"{P:p} (?:has |had |later |then )*(?P<t>left|quit|resigned)(?: in {T})? to (?:co-?found|found|start|set up|"
        r"launch|create|establish|form|join|run|study|teach|retire|become|pursue|spend|focus|concentrate)\b"
    ),
    "notice": (
        r"{P:p},? (?:who )?(?:has |had |have |will )*(?P<t>submitted|handed in|tendered|offered|gave in|given in|"
        r"handed over|presented|"
        r"filed) {ITS} (?:resignation|notice)"
        r"(?: (?:to|at|from) (?!(?:join|become|start|set|run|take|head|lead|move|go|work)\b)(?:the )?{DESC}{O:o})?"
    ),
    "one of those who left": (
        r"{P:p}(?:, (?:(?!{P})[^.;]){2,90}?,)? (?:is|was) (?:one|among|the (?:latest|last|first|third|fourth|fifth))"
        r"(?: (?:(?!{P}|{O})[^.;,]){2,60}?)? (?:to have |who have |who has |to )(?P<t>left|leave|quit|departed|depart) "
        r"(?:the )?{O:o}(?!'s)"
    ),
    "let go": (
        r"{P:p},? (?:who )?(?:was|were|has been|had been|being|is being) (?P<t>let go|shown the door)(?: by "
        r"{O:o})?"
    ),
}
_WAYS = {"parted ways": _PARTED["parted ways"]}
_LOST = {"lost job": r"{P:p}(?:(?!{P})[^.;]){0,20}? (?P<t>lost) (?:his|her|their|{P}'s) jobs? at {DESC}{O:o}"}
# "X lost its head of sales, P, to Y": the post is X's own, so P has left it.
_LOST_TO = {
    "lost to": (
        r"{O:o} (?:has |had |have |is |are |will )*(?P<t>lost|lose|loses|losing) (?:{ITS} |(?:{O}|the company|the "
        r"group)'s )(?:(?!{O}|{P})[^.;]){2,60}?{P:p}(?:,| \([^)]*\))? to {DESC}{O:n}"
    ),
    "lost somebody to": (
        r"{O:o} (?:has |had |have |is |are |will )*(?P<t>lost|lose|loses|losing) {P:p}(?:, (?:(?!{P})[^.;]){2,60}?,)?"
        r" to {DESC}{O:n}(?!['’]s? )"
    ),
    "goodbye": (
        r"{O:o} (?:has |had |have |will )*(?P<t>said goodbye|says goodbye|say goodbye|said farewell|bid farewell|bids "
        r"farewell) to (?:{ITS} (?:(?!{O}|{P})[\w&-]+,? ){1,6}?)?{P:p}"
    ),
    "lost": (
        r"{O:o} (?:has |had |have )*(?P<t>lost) {ITS} (?:(?!{O}|{P})[^.;]){2,60}?{P:p}"
        r"(?=[.;]|, (?:who|after|in|to)\b| (?:in|last|on|after) )"
    ),
}
_OUT = {
    "out the door": (
        r"{P:p}(?:(?!{P})[^.;]){0,40}? (?P<t>out of the door|out the door|shown the door|on the way " r"out)"
    )
}
_LEAVING = {**_OUT, **_LOST, **_PARTED}


def partings(sentence: Sentence) -> Iterator[Candidate]:
    """Who left what, and whom an organisation lost, to whom."""
    told = list(_parted(sentence))
    yield from told
    pairs = {(c.subject.entity, c.trigger) for c in told}
    for _, found in find(sentence, _LEAVING):
        organizations = found.mentions("o") or found.mentions("r")
        for person in found.mentions("p") or found.mentions("q"):
            if (person.entity, found.trigger) in pairs:
                continue
            organization = organizations[0] if organizations else None
            yield Candidate(
                "left", "left", sentence, person, organization, found.trigger, needs_object=organization is None
            ).with_details(manner=Detail("unstated"))
    yield from _lost(sentence)


def is_parting(token: Token) -> bool:
    """Whether it is the verb of "parted ways", "part company"."""
    after = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    return after in ("ways", "company") and lemma(token) == "part"


def parted(sentence: Sentence, verb: Token) -> tuple[list[FoundMention], list[FoundMention]]:
    """With whom which firm parted ways: whoever stands after "with", and what the verb is said of, however far."""
    frame = verb_frame(verb)
    things = [t for c in verb.doc[verb.i + 1].children if c.lower_ == "with" for t in c.children if t.dep_ == "pobj"]
    people = first_filled(sentence, frame, ("with",), "P")
    people = people or fillers(sentence.scene, sentence.passage.index, things, "P")
    firms = first_filled(sentence, frame, ("agent",), "O", metonyms=False) or _before_parting(sentence, verb)
    return people, [m for m in firms if sentence.scene.type_of(m) != "Collective"]


def _before_parting(sentence: Sentence, verb: Token) -> list[FoundMention]:
    """The firm of "X lost a client, and parted ways with P", where the parser takes "parted" for an adjective."""
    ways = verb.head
    if verb.dep_ == "amod" and ways.dep_ == "conj" and is_verb(ways.head):
        return first_filled(sentence, verb_frame(ways.head), ("agent",), "O", metonyms=False)
    told = (found for _, found in find_throughout(sentence, _WAYS) if found.trigger == verb.i)
    return next((found.mentions("o") for found in told), [])


def _parted(sentence: Sentence) -> Iterator[Candidate]:
    """As in "X lost a client, and parted ways with its chief executive, P": P left X."""
    for token in sentence.words:
        if is_parting(token):
            people, firms = parted(sentence, token)
            for person in people:
                for firm in firms[:1]:
                    yield Candidate("left", "left", sentence, person, firm, token.i).with_details(
                        manner=Detail("unstated")
                    )


def _lost(sentence: Sentence) -> Iterator[Candidate]:
    """As in "X lost its head of sales, P, to Y": P left X and joined Y."""
    for _, found in find(sentence, _LOST_TO):
        for person in found.mentions("p"):
            for old in found.mentions("o")[:1]:
                new = found.mentions("n")[:1]
                destination = named(sentence, new)
                yield Candidate("left", "left", sentence, person, old, found.trigger).with_details(
                    manner=Detail("unstated"), destination=destination
                )
                for target in new:
                    yield Candidate("joined", "left for", sentence, person, target, found.trigger)


# In these a departure is told beside another, which may be of any time.
_ASIDE = frozenset({"relcl", "acl", "advcl"})


def without_onward(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates without departures from where the sentence goes on to tell that somebody went.

    As in "P quit in May; she has since joined X", if nothing tells what was left.
    """
    onward: dict[tuple[str, str, int], int] = {}
    for c in candidates:
        starts = c.relation in ("joined", "founded") or (c.relation == "heldRole" and c.phase is Phase.STARTED)
        if starts and c.object_entity and not c.presupposed:
            key = (c.subject.entity, c.object_entity, c.sentence.index)
            onward[key] = max(onward.get(key, 0), c.trigger)
    return [
        c
        for c in candidates
        if c.relation != "left"
        or not c.needs_object
        or (c.sentence.passage.doc[c.trigger].dep_ in _ASIDE and not _leads_to(c, onward))
        or onward.get((c.subject.entity, c.object_entity, c.sentence.index), -1) < c.trigger
    ]


def _leads_to(left: Candidate, onward: Mapping[tuple[str, str, int], int]) -> bool:
    """Whether the going leads there by the sentence's own words: "after P handed in her notice to join X"."""
    to = onward.get((left.subject.entity, left.object_entity, left.sentence.index))
    doc = left.sentence.passage.doc
    return to is not None and any(t.i == left.trigger for t in doc[to].ancestors)
