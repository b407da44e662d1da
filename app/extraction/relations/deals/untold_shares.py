"""Shares of a company that the sentence does not name: "Tarn owns 34%", "the rest belongs to Tarn"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention, MentionKind
from app.extraction.relations.context.dealt_in import (
    FIRM,
    Told,
    after_whose,
    company_dealt_in,
    is_about_part,
    is_another,
    is_near,
    says_already,
    tied,
)
from app.extraction.relations.deals.share_lists import share_lists
from app.extraction.relations.deals.share_turns import named_holders, share_turns
from app.extraction.relations.reading.amounts import with_amounts
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import Frame, verb_frame
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.owners import bears_its_name, before_whose, holds_shares
from app.extraction.relations.reading.rules import first_filled, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.subjects import subjects_of
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_HOLD = words("own hold have keep retain control possess")
_PART_WITH = words("sell offload divest unload dump surrender cede")
_BELONG = words("belong")
_STAKE = words("stake holding shareholding share stock equity")
_REST = words("rest remainder remaining other balance")
_PART = words("half third quarter majority minority most bulk")
# Of what a share is one of the company: "31 per cent of the votes".
_OF = FIRM | words("share stock capital equity vote")
_RAISING = words("raise increase lift boost up double build")


def untold_shares(sentence: Sentence, told: Told) -> Iterator[Candidate]:
    """Stakes in the company that has been spoken of."""
    if not any(map(sentence.lower_code.__contains__, _CUES)):
        return
    held: set[str] = set()
    lists = [(stake, None) for stake in share_lists(sentence, told)]
    stakes: list[tuple[Candidate, Token | None]] = [
        *_held(sentence),
        *_of_rest(sentence),
        *named_holders(sentence),
        *share_turns(sentence, told),
        *lists,
    ]
    holders = [stake.subject for stake, _ in stakes]
    for found, share in stakes:
        if found.subject.entity in held or says_already(found, told, _STAKES):
            continue
        if isinstance(found.object, FoundMention):
            if found.object.entity == found.subject.entity:
                continue
            held.add(found.subject.entity)
            yield _sized(found)
            continue
        if is_about_part(sentence, found.trigger):
            continue
        company = company_dealt_in(found, [found.subject, *holders], told)
        if company is not None and bears_its_name(sentence, found.subject, company[0]):
            continue
        bought = replace(found, relation="investedIn", rule="stake bought", kind=Kind.EVENT, phase=None, details={})
        if company is not None and lemma(sentence.passage.doc[found.trigger]) in _RAISING:
            yield tied(bought, *company)
        if company is not None and (held or _may_hold(sentence, found.subject, share) or _is_owned(company[1])):
            held.add(found.subject.entity)
            yield tied(_sized(found), *company)


def _sized(stake: Candidate) -> Candidate:
    """The stake with its share; what was paid is no part of it."""
    share = stake.details.get("percent") or with_amounts(stake).details.get("percent")
    return stake.with_details(percent=share)


_STAKES = frozenset({"ownsStakeIn"})
_CUES = (
    "own", "hold", "held", "has ", "have ", "had ", "keep", "kept", "retain", "control", "belong", "remain", "rest ",
    "stake", "share",
)  # fmt: skip
_OWNERSHIP = (
    "shareholder",
    "stake",
    "shares",
    "own",
    "sold",
    "sell",
    "bought",
    "buy",
    "takeover",
    "invest",
    "held",
    "hold",
)


def _may_hold(sentence: Sentence, holder: FoundMention, share: Token | None) -> bool:
    """Whether it is a person, family or fund, or what is held is called a stake or shares, or told of several."""
    return share is None or holds_shares(sentence, holder) or lemma(share) in _STAKE | _REST


def _is_owned(told: Sentence) -> bool:
    """Whether the sentence that tells of a company is about who owns it."""
    return any(map(told.lower_code.__contains__, _OWNERSHIP))


def _held(sentence: Sentence) -> Iterator[tuple[Candidate, Token]]:
    for verb in sentence.words:
        if not is_verb(verb) or lemma(verb) not in _HOLD | _PART_WITH:
            continue
        frame = verb_frame(verb)
        if frame.passive:
            continue
        things = frame.get("patient")[:1] or (frame.get("to") if _holds_on(verb) else [])
        # Of "with Tarn holding 60 percent" the parser takes the share for an adverb.
        things = things or [c for c in verb.rights if c.dep_ == "npadvmod"]
        for thing in things[:1]:
            if not sentence.start <= thing.i < sentence.end or not _is_share(sentence, thing, lemma(verb)):
                continue
            unnamed = all(_of_company(child) for child in thing.children if child.dep_ == "prep")
            none = any(c.lower_ in ("no", "none") for c in thing.children) or thing.lower_ == "none"
            sold = lemma(verb) in _PART_WITH
            for holder in _holders(sentence, frame, thing):
                company = _named_by(sentence, thing, holder) or _named_after(sentence, frame, holder)
                its = _of_its(thing)
                if its is not None:
                    company = sentence.scene.mentions.at(sentence.passage.index, its.i)
                    # Nobody holds a share of himself: "its" is the company's that was just dealt in.
                    itself = company is not None and company.entity == holder.entity
                    unnamed = itself or (company is not None and not company.others)
                    company = company if unnamed and not itself else None
                if company is None and (not unnamed or _says_of_what(sentence, frame)):
                    continue
                found = Candidate("ownsStakeIn", "stake", sentence, holder, company, verb.i, Kind.STATE, negated=none)
                yield replace(found, phase=Phase.ENDED if sold else None), thing


def _holders(sentence: Sentence, frame: Frame, thing: Token) -> list[FoundMention]:
    """Who holds a share: not who sells "its" shares for a firm, nor an "it" that goes back further than a sentence."""
    holders = first_filled(sentence, frame, ("agent",), "PO", metonyms=False)
    nouns = [noun for m in holders if (noun := before_whose(sentence, m, frame.trigger.i)) is not None]
    if nouns:
        holders = fillers(sentence.scene, sentence.passage.index, nouns, "PO", metonyms=False)
    holders = holders or _the_family(sentence, nouns or frame.get("agent"))
    holders = [m for m in holders if is_near(sentence, m)]
    if any(c.lower_ == "its" for c in thing.children):
        holders = [m for m in holders if sentence.scene.letter(m) != "P"]
    return [after_whose(sentence, m, frame.trigger.i) for m in holders]


def _the_family(sentence: Sentence, nouns: Sequence[Token]) -> list[FoundMention]:
    """The one family that the article names, as "the family"."""
    scene, index = sentence.scene, sentence.passage.index
    for token in nouns:
        bare = [c.lower_ for c in token.children if c.i < token.i] == ["the"]
        if lemma(token) == "family" and bare and scene.mentions.at(index, token.i) is None:
            named = {m.entity: m for m in scene.mentions if scene.mentions.entity(m).name.lower().endswith(" family")}
            named = {entity: m for entity, m in named.items() if (m.passage, m.start) < (index, token.i)}
            if len(named) == 1:
                ((entity, known),) = named.items()
                ties = (scene.span_of(known),)
                return [FoundMention(index, token.i - 1, token.i + 1, entity, MentionKind.NOMINAL, ties)]
    return []


def _says_of_what(sentence: Sentence, frame: Frame) -> bool:
    """Whether an unknown name says of what: "sold its shares in Trellis", where the parser ties it to the verb."""
    times = [s for s in sentence.slots if s.letter == "T"]
    return any(
        t.pos_ == "PROPN" and not any(s.start <= t.i < s.end for s in times)
        for role in ("in", "of")
        for t in frame.get(role)
    )


def _holds_on(verb: Token) -> bool:
    """As in "holds on to his shares"."""
    return lemma(verb) in ("hold", "hang") and any(c.lower_ in ("on", "onto") for c in verb.rights)


def _of_its(thing: Token) -> Token | None:
    """The "its" of "a fifth of its shares"."""
    things = [t for p in thing.children if p.dep_ == "prep" for t in p.children if t.dep_ == "pobj"]
    return next((c for t in things for c in t.children if c.lower_ in ("its", "their")), None)


def _named_after(sentence: Sentence, frame: Frame, holder: FoundMention) -> FoundMention | None:
    """The company of "keeps his shares, a tenth of X", "a plant in which each holds half"."""
    firms = first_filled(sentence, frame, ("of", "in"), "O", skip=[holder], metonyms=False)
    if len(firms) != 1 or firms[0].entity == holder.entity:
        return None
    # "Holds 34% of the capital and X 11%": X is another who holds.
    own = any(s.letter == "C" and s.start == firms[0].end for s in sentence.slots)
    return None if own else firms[0]


def _named_by(sentence: Sentence, thing: Token, holder: FoundMention) -> FoundMention | None:
    """The company of "owns no Acme shares"."""
    names = [sentence.scene.mentions.at(sentence.passage.index, c.i) for c in thing.children if c.dep_ == "compound"]
    firms = [m for m in names if m is not None and sentence.scene.letter(m) == "O" and m.entity != holder.entity]
    return firms[0] if len(firms) == 1 else None


def _is_share(sentence: Sentence, thing: Token, verb: str) -> bool:
    """Whether a thing is a share of a company that is left unsaid or called "the company"."""
    if sentence.scene.mentions.at(sentence.passage.index, thing.i) is not None:
        return False
    sized = any(s.letter == "C" and s.start <= thing.i < s.end for s in sentence.slots)
    word, described = lemma(thing), {c.lower_ for c in thing.children}
    part = sized or word in _PART or word in _STAKE | _REST
    if not part or (word in _STAKE | words("other") and not _is_of_company(sentence, thing, described)):
        return False
    if verb in _PART_WITH and not described & {"his", "her", "its", "their"}:
        return False
    return verb not in ("have", "keep") or word not in _PART | words("other balance remaining")


def is_part(sentence: Sentence, thing: Token) -> bool:
    """Whether it is a share of the company told by its size, of no company that is named: "30 per cent"."""
    sized = any(s.letter == "C" and thing.left_edge.i <= s.start <= thing.i for s in sentence.slots)
    word = lemma(thing)
    stake = word in words("stake holding shareholding interest") and (
        sized or bool({c.lower_ for c in thing.children} & {"minority", "majority", "controlling"})
    )
    part = stake or (sized and (word in _STAKE or any(s.start <= thing.i < s.end for s in sentence.slots)))
    named = any(c.tag_ != "PRP$" and c.dep_ == "poss" for c in thing.children) or any(
        sentence.scene.mentions.at(sentence.passage.index, c.i)
        for c in thing.children
        if c.dep_ in ("compound", "poss")
    )
    return part and not named and all(_of_company(child) for child in thing.children if child.dep_ == "prep")


def _is_of_company(sentence: Sentence, thing: Token, described: set[str]) -> bool:
    """Whether a stake is told by its size or its owner: "a 12% stake", "his shares", "a minority holding"."""
    sized = any(s.letter == "C" and thing.left_edge.i <= s.start < thing.i for s in sentence.slots)
    if lemma(thing) in ("share", "stock", "equity") and thing.tag_ == "NN":
        return sized
    if any(sentence.scene.mentions.at(sentence.passage.index, c.i) for c in thing.children if c.dep_ == "compound"):
        return True
    return sized or bool(described & _TOLD)


_TOLD = frozenset("his her its their minority majority controlling remaining blocking preferred rest no".split())


def _of_company(prep: Token) -> bool:
    """Whether "of the company" or "of it" follows, or nothing that says of what."""
    if prep.lower_ not in ("of", "in"):
        return prep.lower_ != "to"
    things = [c for c in prep.children if c.dep_ == "pobj"]
    return bool(things) and all(lemma(c) in _OF and not is_another(c) for c in things)


def _of_rest(sentence: Sentence) -> Iterator[tuple[Candidate, Token]]:
    """As in "the rest belongs to Tarn", "the remaining 40% is in the hands of Tarn"."""
    for verb in sentence.words:
        word = lemma(verb)
        if not is_verb(verb) or word not in words("belong own hold control be lie rest sit remain"):
            continue
        things = [t for t in subjects_of(verb) if _is_rest(sentence, t)]
        if not things or not sentence.start <= things[0].i < sentence.end:
            continue
        if _is_of_unresolved(sentence, things[0]):
            continue
        frame = verb_frame(verb)
        roles: tuple[str, ...] = ("to",) if word in _BELONG else ("by",) if frame.passive else ()
        holders = first_filled(sentence, frame, roles, "PO", metonyms=False) or _in_hands(sentence, verb)
        for holder in holders:
            yield Candidate("ownsStakeIn", "stake", sentence, holder, None, verb.i, Kind.STATE), things[0]


def _is_of_unresolved(sentence: Sentence, share: Token) -> bool:
    """Whether it is told of a firm that nobody could resolve: "the Oslo firm, which is 61% owned by X"."""
    clause = share.head
    if share.dep_ not in ("attr", "npadvmod") or clause.dep_ != "relcl" or clause.head.pos_ != "NOUN":
        return False
    return sentence.scene.mentions.at(sentence.passage.index, clause.head.i) is None


def _is_rest(sentence: Sentence, thing: Token) -> bool:
    if lemma(thing) in ("rest", "remainder", "balance"):
        return all(_of_company(c) for c in thing.children if c.dep_ == "prep")
    rest = any(c.lower_ in ("remaining", "other", "outstanding") for c in thing.children)
    sized = any(s.letter == "C" and s.start <= thing.i < s.end for s in sentence.slots)
    part = sized or lemma(thing) in _PART | _STAKE
    return part and (rest or sized) and all(_of_company(c) for c in thing.children if c.dep_ == "prep")


def _in_hands(sentence: Sentence, verb: Token) -> list[FoundMention]:
    """As in "is in the hands of Tarn", "lies with Tarn"."""
    frame = verb_frame(verb)
    hands = [t for t in frame.get("in") if t.lower_ in ("hands", "ownership", "possession")]
    heads = [t for h in hands for p in h.children if p.lower_ == "of" for t in p.children if t.dep_ == "pobj"]
    heads += [c for h in hands for c in h.children if c.dep_ == "poss"]
    heads += frame.get("with") if lemma(verb) in ("lie", "rest", "sit", "remain") else []
    return fillers(sentence.scene, sentence.passage.index, heads, "PO", metonyms=False)
