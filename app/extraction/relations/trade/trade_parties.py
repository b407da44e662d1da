"""Who takes part in a trade, by role, owner or what the article tells of; and the claims that follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.trade_topic import is_far_pronoun, is_open_anaphor, or_told_of
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import Frame
from app.extraction.relations.reading.groups import members
from app.extraction.relations.reading.lemmas import lemma
from app.extraction.relations.reading.rules import first_filled, noun_phrase
from app.extraction.relations.reading.sentences import Sentence
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_OLD = frozenset({"old", "former", "previous", "earlier", "original"})
OWN = frozenset({"its", "their", "our", "his", "her"})


def is_ware(sentence: Sentence, thing: Token, but: frozenset[str]) -> bool:
    """Whether a noun is of goods or work, and no name."""
    of = [t for c in thing.children if c.lower_ == "of" for t in c.children if t.dep_ == "pobj"]
    named = sentence.scene.mentions.at(sentence.passage.index, thing.i)
    return thing.pos_ in ("NOUN", "PROPN") and named is None and not any(lemma(t) in but for t in (thing, *of))


def owners_of(sentence: Sentence, thing: Token, other: Sequence[FoundMention] = ()) -> list[FoundMention]:
    """Whose a thing is: "Y's tanks", "the work of Y's hospitals", "all four of Y's creams", "the carrier's tanks"."""
    heads = [thing, *(t for c in thing.children if c.lower_ == "of" for t in c.children if t.dep_ == "pobj")]
    for head in heads:
        own = [c for c in head.children if c.dep_ == "poss"]
        # "The Acme's Best range" is a name, and of its maker.
        if any(t.text[:1].isupper() for o in own for t in head.doc[o.right_edge.i + 1 : head.i]):
            return []
        found = fillers(sentence.scene, sentence.passage.index, own, "O", metonyms=False)
        if found:
            return [m for m in found if not is_far_pronoun(sentence, m)]
        if own and other and is_open_anaphor(sentence, own[0]):
            return or_told_of(sentence, other)
    return []


def agents_of(sentence: Sentence, frame: Frame, others: Sequence[str]) -> list[FoundMention]:
    """Who does it: by name, or the firm told of where the sentence says "it" or "the company" of nobody known."""
    found = first_filled(sentence, frame, ("agent",), "O")
    if found:
        return [m for m in found if not is_far_pronoun(sentence, m)]
    tokens = frame.get("agent")
    if frame.passive or not tokens or not is_open_anaphor(sentence, tokens[0]):
        return []
    return or_told_of(sentence, members(sentence, frame, others, "O"))


def untold(candidates: Iterable[Candidate], known: Iterable[Candidate]) -> Iterator[Candidate]:
    """The first candidate of each two firms of which nothing known tells, whichever way round."""
    said = {_pair(candidate) for candidate in known}
    for candidate in candidates:
        pair = _pair(candidate)
        if len(pair) == 2 and pair not in said:
            said.add(pair)
            yield candidate


def _pair(candidate: Candidate) -> frozenset[str | None]:
    return frozenset((candidate.subject.entity, candidate.object_entity))


def trade_pairs(
    sentence: Sentence,
    frame: Frame,
    vendors: Sequence[FoundMention],
    clients: Sequence[FoundMention],
    thing: Token | None,
    kind: Kind = Kind.STATE,
) -> Iterator[Candidate]:
    """That each of the vendors supplies each of the clients, with what; the old ones did."""
    details = {}
    if thing is not None and sentence.start <= thing.i < sentence.end and thing.pos_ == "NOUN":
        phrase = noun_phrase(thing)
        owners = [c.right_edge.i + 1 for c in thing.children if c.dep_ == "poss"]
        first = max([phrase.start, *owners])
        if first < phrase.end:
            span = sentence.raw(first, phrase.end)
            details = {"service": Detail(span.text, span)}
    old = thing is not None and any(c.lower_ in _OLD for c in thing.lefts)
    for vendor in vendors:
        for client in clients:
            if vendor.entity != client.entity:
                told = Candidate("supplies", "trade", sentence, vendor, client, frame.trigger.i, kind, details=details)
                yield replace(told, phase=Phase.ENDED) if old else told
