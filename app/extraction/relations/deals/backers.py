"""Those who have put money into a company or hold shares of it, named as such: investors, shareholders, owners."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.deals.stakes import owned_whole
from app.extraction.relations.reading.antecedents import coordinated
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import Frame, noun_frame
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.rules import first_filled, percent_detail, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.subjects import subjects_of
from app.extraction.values.money import FoundPercent
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_INVESTORS = words("investor backer financier funder")
_HOLDERS = words("shareholder stockholder owner co-owner part-owner unitholder")
_BE = words("be become remain")
_LISTING = words("include be comprise number")
_COUNT = words("count list number have name boast")
_FORMER = words("former previous erstwhile one-time onetime ex past then")


def backers(sentence: Sentence) -> Iterator[Candidate]:
    """Investors and holders of shares in a sentence."""
    for token in sentence.words:
        word = lemma(token)
        if word not in _INVESTORS | _HOLDERS or token.pos_ not in ("NOUN", "PROPN", "ADJ"):
            continue
        frame = noun_frame(token)
        found = [
            (who, company, trigger)
            for who, trigger in _who(sentence, token)
            for company in _companies(sentence, token, frame, who)
            if company.entity != who.entity
        ]
        if not _respectively(found):
            yield from (_candidate(sentence, token, who, company, trigger) for who, company, trigger in found)


_BEFORE_SHARE = frozenset(", ( with at on holding owning about some around just nearly over a an".split())


def _with_share(candidate: Candidate, noun: Token) -> Candidate:
    """The candidate with the share right after the holder's name: "its biggest shareholder is A, with 31%"."""
    sentence, who = candidate.sentence, candidate.subject
    for before, slot in pairwise(sentence.slots) if candidate.relation == "ownsStakeIn" else ():
        if before.filler == who and isinstance(slot.filler, FoundPercent):
            between = sentence.passage.doc[before.end : slot.start]
            if 0 < len(between) <= 3 and all(t.lower_ in _BEFORE_SHARE for t in between):
                return candidate.with_details(percent=percent_detail(slot.filler, sentence))
    return _with_share_after(candidate, noun) if candidate.relation == "ownsStakeIn" else candidate


def _with_share_after(candidate: Candidate, noun: Token) -> Candidate:
    """The candidate with the share right after the noun: "A, its second-largest shareholder with 9.8%"."""
    for slot in candidate.sentence.slots:
        between = noun.doc[noun.i + 1 : slot.start]
        with_ = 0 < len(between) <= 3 and all(t.lower_ in _BEFORE_SHARE for t in between)
        if slot.start > noun.i and with_ and isinstance(slot.filler, FoundPercent):
            return candidate.with_details(percent=percent_detail(slot.filler, candidate.sentence))
    return candidate


def _respectively(found: Sequence[tuple[FoundMention, FoundMention, Token]]) -> bool:
    """As in "A and B and their owners, X and Y": who owns which is not for grammar to say."""
    return len({who.entity for who, _, _ in found}) > 1 and len({company.entity for _, company, _ in found}) > 1


def _candidate(sentence: Sentence, noun: Token, who: FoundMention, company: FoundMention, trigger: Token) -> Candidate:
    holds = lemma(noun) in _HOLDERS
    former = any(child.lower_ in _FORMER for child in noun.children)
    becomes = lemma(trigger) == "become"
    found = _with_share(
        Candidate(
            "ownsStakeIn" if holds else "investedIn",
            "investor list",
            sentence,
            who,
            company,
            trigger.i,
            Kind.STATE if holds and not becomes else Kind.EVENT,
            phase=Phase.ENDED if former and holds else None,
            presupposed=trigger == noun,
            timed=holds,
        ),
        noun,
    )
    return owned_whole(found) if lemma(noun) == "owner" else found


def _who(sentence: Sentence, noun: Token) -> Iterator[tuple[FoundMention, Token]]:
    """The investors, each with the word that says so: the noun itself where it is taken for granted."""
    verb = noun.head
    groups: list[tuple[list[Token], Token]] = [(_named_by(noun), noun)]
    if noun.dep_ in ("nsubj", "nsubjpass") and lemma(verb) in _LISTING:
        groups.append(([c for c in verb.children if c.dep_ in ("dobj", "attr")], verb))
    elif noun.dep_ == "attr" and lemma(verb) in _BE:
        groups.append(([*subjects_of(verb)], verb))
    groups.append((_among(noun), _verb_above(noun)))
    for tokens, trigger in groups:
        heads = [member for token in tokens for member in coordinated(token)]
        yield from ((m, trigger) for m in fillers(sentence.scene, sentence.passage.index, heads, "PO", metonyms=False))


def _named_by(noun: Token) -> list[Token]:
    """The names that stand with the noun: in apposition, before it, or as its examples."""
    found = [c for c in noun.children if c.dep_ == "appos"]
    if noun.dep_ == "appos":
        # Of "A and B, its main backer," the parser may take A for the backer.
        before = noun.left_edge.i - 2
        near = before > noun.head.i and noun.doc[before + 1].text == "," and noun.doc[before].pos_ == "PROPN"
        found.append(noun.doc[before] if near else noun.head)
    elif noun.dep_ in ("compound", "nmod", "amod") and noun.head.pos_ == "PROPN" and noun.head.i - noun.i <= 4:
        found.append(noun.head)  # "Tern shareholder Marlow Group"
    found += [
        t
        for p in noun.children
        if p.dep_ == "prep" and p.lower_ in ("including", "like", "as")
        for t in p.children
        if t.dep_ == "pobj"
    ]
    return found


def _among(noun: Token) -> list[Token]:
    """As in "X is among the investors in Y", "counts X among its investors", "among the backers are X and Z"."""
    prep = noun.head
    if noun.dep_ != "pobj" or prep.lower_ not in ("among", "amongst", "as", "of"):
        return []
    above = prep.head
    if prep.lower_ == "of":
        if above.lower_ != "one" or above.dep_ != "attr":
            return []
        return list(subjects_of(above.head))
    if prep.lower_ == "as":
        things = [c for c in above.children if c.dep_ == "dobj"]
        return things if lemma(above) in _COUNT else []
    if lemma(above) in _COUNT and lemma(above) != "be":
        return [c for c in above.children if c.dep_ == "dobj"]
    if lemma(above) == "be":
        return [c for c in above.children if c.dep_ in ("nsubj", "attr")]
    return []


def _verb_above(token: Token) -> Token:
    for _ in range(4):
        if is_verb(token) or token.head == token:
            break
        token = token.head
    return token


def _companies(sentence: Sentence, noun: Token, frame: Frame, who: FoundMention) -> list[FoundMention]:
    """What they have invested in: whose investors they are, or what they are investors in."""
    found = first_filled(sentence, frame, ("in", "of", "poss"), "O", skip=[who], metonyms=False)
    if found:
        return found
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ == "pobj" and lemma(above) in _COUNT and noun.head.lower_ in ("among", "as"):
        own = [c for c in noun.children if c.dep_ == "poss"]
        if noun.head.lower_ == "as" or own:
            return fillers(sentence.scene, sentence.passage.index, list(subjects_of(above)), "O", metonyms=False)
    if noun.dep_ in ("compound", "nmod", "amod") or any(c.dep_ == "appos" for c in noun.children):
        before = sentence.scene.mentions.at(sentence.passage.index, noun.i - 1) if noun.i else None
        if before is not None and before.entity != who.entity and sentence.scene.letter(before) == "O":
            return [] if _is_whence(sentence, before, noun) else [before]
    return []


def _is_whence(sentence: Sentence, before: FoundMention, noun: Token) -> bool:
    """Whether it may be a town, as in "the Sandusky investor P": named but once, of an investor of unnamed firms."""
    article = sentence.passage.doc[before.start - 1].lower_ if before.start else ""
    return lemma(noun) == "investor" and article in ("the", "a", "an") and sentence.scene.counts[before.entity] == 1
