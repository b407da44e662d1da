"""Mergers: two that merge, one that merges with or into another, and the merger as a noun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.deals.deal_nouns import deal_frame, nominal
from app.extraction.relations.deals.purchases import BUY
from app.extraction.relations.reading.amounts import with_amounts
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import Frame, verb_frame
from app.extraction.relations.reading.lemmas import is_verb, key_of, lemma
from app.extraction.relations.reading.patterns import find
from app.extraction.relations.reading.rules import first_filled, is_definite, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.subjects import bearers, is_passive
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

Pairs = Sequence[tuple[FoundMention, FoundMention]]

_MERGE = words("merge combine amalgamate fuse")
_MERGER = words("merger amalgamation mega-merger megamerger")
# What two merge when they merge whole: "agreed to merge their businesses".
_WHOLE = words("operation business company activity firm organisation organization")
_PARTS = words("division unit department team")
# "The southern section of X was merged with Y": X itself was not.
_SECTIONS = words("section part portion segment stretch branch half line wing")
# A merger that is the matter of something else: "merger talks", "a merger agreement".
_MATTER = {
    **dict.fromkeys(words("talk negotiation discussion proposal offer plan option speculation rumour rumor"), True),
    **dict.fromkeys(words("agreement deal pact contract treaty accord"), False),
}
_SURFACE = {
    "merger of": r"(?P<t>merger|amalgamation) (?:of equals )?(?:of|between) {DESC}{O:s} (?:and|with) {DESC}{O:o}",
    "their merger": (
        r"{O:s} and {DESC}{O:o},? (?:have |had |has |will |are to |to |are |were |jointly )*[a-z]+(?: off| up| out)? "
        r"their (?:[\w-]+ |{M} ){0,2}(?P<t>merger|amalgamation)\b"
    ),
    "union of": r"(?P<t>union|fusion|combination|marriage) of {DESC}{O:s} (?:and|with) {DESC}{O:o}(?!'s)",
    "whose merger": r"{O:s} and {DESC}{O:o}, whose (?:[a-z]+ ){0,2}(?P<t>merger|union|combination)\b",
    "tie the knot": (
        r"{O:s} and {DESC}{O:o},? (?:(?:have|had|has|will|are|to|were|would|both|finally|also|now|said|agreed) )*"
        r"(?P<t>tie the knot|tying the knot|tied the knot|completed? their (?:union|merger|combination)|become one)\b"
    ),
    "agreed to merge": (
        r"{O:s} and {DESC}{O:o}, (?:(?!{O}|{P})[^,;.]){3,60}, (?:have |had |has |are |were )?"
        r"(?:agreed|voted|voting|decided|set|due) to (?P<t>merge|combine)\b"
    ),
    "merger partner": r"{O:s} (?:has |had |found |has found )+an? (?P<t>merger partner),? (?:in )?{DESC}{O:o}",
    "a-b merger": r"{O:s}(?: ?[-/] ?){O:o} (?P<t>merger|combination)",
}


_TALKED = {
    "talked of merging": (
        r"{O:s} and {DESC}{O:o},? (?:(?:have|had|has|are|were|been|once|again|briefly|also) )*"
        r"(?P<t>discuss(?:ed|ing)?|talked|talking|consider(?:ed|ing)?|explor(?:ed|ing)|weigh(?:ed|ing)?|mull(?:ed|ing)?|"
        r"negotiat(?:ed|ing)|talks?) (?:of |about |over )?(?:an? |the possibility of an? )?(?:[a-z]+ )?"
        r"(?:merger|combination|merging)\b"
    )
}


def mergers(sentence: Sentence) -> Iterator[Candidate]:
    """Mergers in a sentence."""
    seen: set[tuple[str, ...]] = set()
    for candidate in (*_by_verb(sentence), *_by_noun(sentence), *_by_surface(sentence)):
        obj = candidate.object
        if isinstance(obj, FoundMention):
            key = (*sorted((candidate.subject.entity, obj.entity)), str(candidate.trigger))
            if candidate.subject.entity != obj.entity and key not in seen:
                seen.add(key)
                yield with_amounts(candidate)


def _by_verb(sentence: Sentence) -> Iterator[Candidate]:
    for token in sentence.words:
        if is_verb(token) and lemma(token) in _MERGE and not _is_after_purchase(token):
            for first, second in _merged(sentence, token):
                yield Candidate("mergedWith", "merger", sentence, first, second, token.i)


def _is_after_purchase(verb: Token) -> bool:
    """Whether the buyer may have merged: "was bought by X before merging with Y" leaves open which of the two did."""
    above = verb.head.head
    return (
        verb.dep_ == "pcomp" and verb.head.lower_ in ("before", "after") and key_of(above) in BUY and is_passive(above)
    )


def _merged(sentence: Sentence, verb: Token) -> Pairs:
    """Who merges with whom: what is merged if organisations are named there, else those who merge."""
    frame = verb_frame(verb)
    things = first_filled(sentence, frame, ("patient",), "O", metonyms=False)
    if not things and frame.get("patient") and not _is_whole(frame.get("patient")):
        return ()
    if any(lemma(c) in _PARTS for t in (*frame.get("patient"), *frame.get("agent")) for c in (t, *t.children)):
        return ()  # "the two divisions, A and B, are being combined"
    if any(lemma(t) in _SECTIONS and _is_of(t) for t in (*frame.get("patient"), *frame.get("agent"))):
        return ()
    sides = things or first_filled(sentence, frame, ("agent",), "O", metonyms=False)
    others = first_filled(sentence, frame, ("with", "into", "far with"), "O", skip=sides, metonyms=False)
    return _paired(sentence, sides, others)


def _is_of(noun: Token) -> bool:
    return any(c.dep_ == "prep" and c.lower_ == "of" for c in noun.children)


def _is_whole(things: Sequence[Token]) -> bool:
    return all(
        lemma(t) in _WHOLE and not any(c.dep_ in ("amod", "compound", "prep", "nummod") for c in t.children)
        for t in things
    )


def _paired(sentence: Sentence, sides: Sequence[FoundMention], others: Sequence[FoundMention]) -> Pairs:
    """Each with each; of a list with several "and" nobody knows which of its members have one in their names."""
    ordered = sorted(sides, key=lambda m: m.start)
    if len(ordered) > 2 and not others:
        doc = sentence.passage.doc
        joints = [doc[a.end : b.start] for a, b in pairwise(ordered) if a.passage == b.passage and a.end <= b.start]
        if any(token.lower_ in ("and", "&") for joint in joints[:-1] for token in joint):
            return ()
    return [(a, b) for a in sides for b in others] or list(combinations(sides, 2))


def _by_noun(sentence: Sentence) -> Iterator[Candidate]:
    for token in sentence.words:
        if token.pos_ not in ("NOUN", "PROPN") or lemma(token) not in _MERGER:
            continue
        matter = token.head if token.dep_ in ("compound", "amod", "nmod") and lemma(token.head) in _MATTER else None
        noun = matter or token
        for first, second in _pairs_of(sentence, noun):
            candidate = Candidate(
                "mergedWith", "merger", sentence, first, second, noun.i, presupposed=is_definite(noun)
            )
            yield _of_matter(candidate, noun) if matter is not None else nominal(candidate)


def _of_matter(candidate: Candidate, noun: Token) -> Candidate:
    """A merger that is talked of or agreed on."""
    considered = _MATTER[lemma(noun)]
    phase = Phase.CONSIDERED if considered else Phase.PLANNED
    return nominal(
        Candidate(
            "mergedWith",
            "merger",
            candidate.sentence,
            candidate.subject,
            candidate.object,
            noun.i,
            phase=phase,
            possible=considered,
        )
    )


def _pairs_of(sentence: Sentence, noun: Token) -> Pairs:
    frame = deal_frame(noun)
    for roles in (("between",), ("of",), ("among",)):
        pair = first_filled(sentence, frame, roles, "O", metonyms=False)
        others = first_filled(sentence, frame, ("with", "and"), "O", skip=pair, metonyms=False)
        if pair and (len(pair) > 1 or others):
            return _paired(sentence, pair, others)
    sides = first_filled(sentence, frame, ("poss", "subject"), "O", metonyms=False) or _bearing(sentence, noun, frame)
    others = first_filled(sentence, frame, ("with", "far with"), "O", skip=sides, metonyms=False)
    return _paired(sentence, sides, others)


def _bearing(sentence: Sentence, noun: Token, frame: Frame) -> list[FoundMention]:
    del frame
    return fillers(sentence.scene, sentence.passage.index, list(bearers(noun)), "O", metonyms=False)


def _by_surface(sentence: Sentence) -> Iterator[Candidate]:
    for _, found in find(sentence, _SURFACE):
        for first in found.mentions("s"):
            for second in found.mentions("o"):
                yield nominal(Candidate("mergedWith", "merger", sentence, first, second, found.trigger))
    for _, found in find(sentence, _TALKED):
        for first in found.mentions("s")[:1]:
            for second in found.mentions("o")[:1]:
                told = Candidate("mergedWith", "merger", sentence, first, second, found.trigger, possible=True)
                yield replace(told, phase=Phase.CONSIDERED)
