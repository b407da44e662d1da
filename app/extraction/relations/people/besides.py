"""The posts of those who are told by somebody else's: "Q's deputy, P", "Q's successor as finance chief, P"."""

from __future__ import annotations

from collections.abc import Iterator

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.titles import BESIDE, titles_at, with_titles
from app.model import Phase

_DEPUTY = r"deputy|number two|second-in-command|right-hand (?:man|woman)|chief of staff"
_AREA = r"(?: (?:for|in|of) (?:[a-z]+(?: [a-z]+)?(?: and [a-z]+)?|{L}))?"
_KINDS = r"(?:(?:long-?time|trusted|chosen|own|new|current|loyal) )*"
_BESIDE = {
    "deputy": rf"{{P:o}}'s {_KINDS}(?P<t>{_DEPUTY}){_AREA},? {{P:s}}",
    "is deputy": (
        r"{P:s}, (?:(?:who (?:is|was|has been)|for (?:many |some )?years|for {T}|long|until (?:now|then|recently|{T})|"
        rf"formerly|previously|once|then|since {{T}}) )*{{P:o}}'s {_KINDS}(?P<t>{_DEPUTY})(?=[,.;])"
    ),
    "deputies": r"{P+:s}, (?:both |all )?(?:{P:o}'s|{ITS}) (?:two |three |former )?(?P<t>deputies)\b",
    "her deputies": r"(?<![\w-]){P:o}'s (?:two |three )?(?P<t>deputies),? {P+:s}",
    "successor": (
        r"{P:o}'s (?:eventual |chosen |designated |immediate |permanent |temporary )?(?P<t>successor|replacement) as "
        r"(?:(?:its|the|interim|acting) )*{TITLES:title},? {P:s}"
    ),
    "predecessor": r"{P:s}'s (?:immediate )?(?P<t>predecessor) as (?:its |the )?{TITLES:title},? {P:o}",
}


def besides(sentence: Sentence) -> Iterator[Candidate]:
    """The posts of deputies and successors, and whom the latter follow; where the other is or was, so are they."""
    for name, found in find(sentence, _BESIDE):
        for person in found.mentions("s") if "deputies" in name else found.mentions("s")[-1:]:
            for other in found.mentions("o")[:1]:
                if person.entity != other.entity:
                    yield from _told(name, found, person, other)


def _told(name: str, found: Found, person: FoundMention, other: FoundMention) -> Iterator[Candidate]:
    sentence = found.sentence
    tokens = found.tokens("title")
    if tokens is not None:
        titles = titles_at(sentence, tokens[0])
        follows = Candidate("succeeded", "took over", sentence, person, other, found.trigger)
        yield follows.with_details(title=titles[0] if titles else None)
    else:
        span = found.span("t")
        titles = [Detail(span.text, span)] if span is not None else []
    holder = other if name == "predecessor" else person
    phase = Phase.ENDED if name == "predecessor" else Phase.ONGOING
    post = Candidate(
        "heldRole",
        BESIDE,
        sentence,
        holder,
        None,
        found.trigger,
        Kind.STATE,
        phase,
        presupposed=True,
        needs_object=True,
    )
    yield from with_titles(post, titles)


def whose(candidate: Candidate) -> FoundMention | None:
    """Who is told of beside the holder of such a post."""
    people = [m for m in candidate.sentence.mentions() if candidate.sentence.scene.letter(m) == "P"]
    before = [m for m in people if m.end <= candidate.trigger and m.entity != candidate.subject.entity]
    after = [m for m in people if m.start > candidate.trigger and m.entity != candidate.subject.entity]
    return before[-1] if before else after[0] if after else None
