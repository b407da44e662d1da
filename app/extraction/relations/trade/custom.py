"""Customers and suppliers told by a noun: "a customer of long standing", "its caterer, X", "the new auditor is X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.trade_topic import is_far_pronoun, is_open_anaphor, or_told_of
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.fillers import each, fillers
from app.extraction.relations.reading.frames import noun_frame
from app.extraction.relations.reading.lemmas import is_verb, key_of, lemma
from app.extraction.relations.reading.listing import mentions_from
from app.extraction.relations.reading.owners import without
from app.extraction.relations.reading.rules import words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.subjects import subjects_of
from app.extraction.relations.trade.trade_parties import untold
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_CUSTOMERS = words("customer client buyer purchaser licensee subscriber account user stockist")
# These sell to a firm; of a maker or distributor it must be said whose it is.
_SUPPLIERS = words(
    """supplier vendor contractor subcontractor caterer auditor insurer printer haulier broker provider adviser advisor
    consultant packager integrator installer bottler outfitter builder wholesaler cleaner landlord agency host
    launderer laundry source reinsurer underwriter bookrunner administrator liquidator receiver carrier carter
    headhunter head-hunter lessor forwarder"""
)
# Of these a bare "a supplier" or "the contractor" tells whose: of the firm told of.
_PLAIN = words(
    """supplier vendor contractor subcontractor caterer auditor haulier cleaner administrator liquidator receiver
    underwriter bookrunner launderer"""
)
_FORMER = frozenset({"former", "erstwhile", "previous", "one-time", "ex", "outgoing", "then", "old", "lost"})
_NO_BUYERS = words("would-be potential prospective possible likely rival preferred eventual suspected new shy")
# "Its biggest account, X": ranked among others it is no post and no ledger.
_RANKED = frozenset(
    """biggest largest second-largest second-biggest main best top first oldest only sole usual biggest-ever single
    latest newest""".split()
)
# What an agency does for those whose it is; any other may be the state's.
_AGENCIES = words("advertising ad media pr creative marketing staffing recruitment branding design communications")
_GOODS_END = words("range product line brand good beer")


def customs(sentence: Sentence, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """Vendors and clients of a sentence by nouns, also where it leaves unsaid whose they are."""
    if "O" not in sentence.letters:
        return
    nouns = (t for t in sentence.words if t.pos_ == "NOUN" and lemma(t) in _CUSTOMERS | _SUPPLIERS)
    told = (c for c in known if c.relation in ("supplies", "unitOf", "acquired"))
    yield from untold((c for noun in nouns for c in _by_noun(sentence, noun)), told)


def _by_noun(sentence: Sentence, noun: Token) -> Iterator[Candidate]:
    if any(c.lower_ in _NO_BUYERS for c in noun.lefts) or _is_compared(noun):
        return
    word = lemma(noun)
    largest = any(c.lower_ in _RANKED for c in noun.lefts)
    if (
        word in ("buyer", "purchaser", "user", "account", "stockist", "source")
        and any(c.dep_ == "poss" for c in noun.lefts)
        and not largest
    ):
        return  # "the company's buyer, P" has that for a post
    if word in ("buyer", "purchaser") and not largest and any(c.lower_ == "the" for c in noun.lefts):
        return  # "the buyer of X" is the one that takes it over
    if word == "agency" and (noun.tag_ != "NN" or not any(lemma(c) in _AGENCIES for c in noun.lefts)):
        return
    named = [m for m in _named(sentence, noun) if not is_far_pronoun(sentence, m)]
    if not named:
        return
    owners = _owners(sentence, noun)
    if owners is None:
        described = named[0].start == noun.i + 1  # "the Indian vendor X": whose vendor it is remains open
        owners = (
            or_told_of(sentence, named, "vendor" if word in _CUSTOMERS else "client")
            if _is_telling(noun) and not described
            else []
        )
    over = any(c.lower_ in _FORMER for c in noun.lefts) or _is_dropped(noun)
    for owner in owners[:1]:
        for name in without(named, owners):
            vendor, client = (owner, name) if word in _CUSTOMERS else (name, owner)
            told = Candidate(
                "supplies",
                "client list",
                sentence,
                vendor,
                client,
                noun.head.i if _is_dropped(noun) else noun.i,
                Kind.STATE,
                presupposed=noun.dep_ == "appos",
            )
            yield replace(told, phase=Phase.ENDED, kind=Kind.EVENT) if over else told


def _is_dropped(noun: Token) -> bool:
    """As in "has dropped its agency, X", "lost its biggest account, Y"."""
    verb = noun.head
    return noun.dep_ == "dobj" and is_verb(verb) and lemma(verb) in _DROPS


_DROPS = words("drop lose sack fire axe ditch dump dismiss jettison shed abandon leave quit")


def _is_compared(noun: Token) -> bool:
    """Whether it is only what somebody may be or find: "as a customer would", "looking for a buyer"."""
    denied = [c for c in noun.children if c.lower_ in ("no", "not", "neither", "any", "every", "each")]
    return bool(denied) or (noun.dep_ == "pobj" and noun.head.lower_ in ("for", "like", "without"))


def _named(sentence: Sentence, noun: Token) -> list[FoundMention]:
    """Who is the customer or supplier that a noun speaks of."""
    scene, index = sentence.scene, sentence.passage.index
    own = scene.mentions.at(index, noun.i)
    if own is not None and scene.type_of(own) != "Collective":
        return []
    if noun.dep_ == "appos" or (noun.dep_ == "conj" and noun.head.dep_ == "appos"):
        # "X, a customer of long standing", "X in Ulm, a customer"
        head = noun.head.head if noun.dep_ == "conj" else noun.head
        return _firms(sentence, [head]) or _before_place(sentence, head)
    if noun.dep_ in ("attr", "oprd") and is_verb(noun.head):
        if lemma(noun.head) in ("be", "remain", "become", "stay"):
            return _firms(sentence, [*subjects_of(noun.head)])
        if lemma(noun.head) in ("call", "name", "describe", "term", "consider", "label"):
            return _firms(sentence, [c for c in noun.head.children if c.dep_ in ("dobj", "nsubj", "nsubjpass")])
        return []
    # As in "the new auditor is X", "only one customer has been named: X", "its biggest customer, X,".
    beside = [c for c in noun.children if c.dep_ == "appos" and c.i > noun.i]
    found = _firms(sentence, beside)
    if found:
        return found
    following = _right_after(sentence, noun)
    if following:
        return following
    if noun.dep_ == "nsubj" and lemma(noun.head) == "be":
        return _firms(sentence, [c for c in noun.head.children if c.dep_ == "attr"])
    if noun.dep_ in ("nsubjpass", "nsubj", "attr", "dobj"):
        colon = next((t.i for t in noun.sent[noun.i - noun.sent.start :] if t.text == ":"), None)
        if colon is not None and colon - noun.i < 8:
            return mentions_from(sentence, colon + 1, "O")
    return []


def _before_place(sentence: Sentence, place: Token) -> list[FoundMention]:
    """The firm of "X in Ulm, a customer": it stands right before where it is."""
    at = place.i - 2
    if at < sentence.start or sentence.passage.doc[at + 1].lower_ not in ("in", "of", "from", "at"):
        return []
    mention = sentence.scene.mentions.at(sentence.passage.index, at)
    return [mention] if mention is not None and sentence.scene.type_of(mention) == "Company" else []


def _right_after(sentence: Sentence, noun: Token) -> list[FoundMention]:
    """As in "its customer X", "its biggest customer, the chain X,"."""
    doc = sentence.passage.doc
    if noun.i + 1 >= sentence.end:
        return []
    at = noun.i + 1
    mention = sentence.scene.mentions.at(sentence.passage.index, at)
    if mention is not None and mention.start == at and sentence.scene.letter(mention) == "O":
        return each([mention])
    if doc[at].text != ",":
        return []
    for token in doc[at + 1 : min(at + 9, sentence.end)]:
        mention = sentence.scene.mentions.at(sentence.passage.index, token.i)
        if mention is not None and sentence.scene.letter(mention) == "O":
            return each([mention]) if mention.start == token.i and token.i - at <= 8 else []
        if token.pos_ in ("VERB", "AUX", "PUNCT", "CCONJ", "SCONJ", "PRON") and token.text != "-":
            return []
    return []


def _firms(sentence: Sentence, tokens: Sequence[Token]) -> list[FoundMention]:
    found = fillers(sentence.scene, sentence.passage.index, list(tokens), "O", metonyms=False)
    return [m for m in found if sentence.scene.type_of(m) in ("Company", "Organization", "OrganizationUnit")]


def _owners(sentence: Sentence, noun: Token) -> list[FoundMention] | None:
    """Whose customer or supplier it is; None where the sentence leaves it unsaid."""
    frame = noun_frame(noun)
    own = frame.get("poss")
    found = fillers(sentence.scene, sentence.passage.index, own, "O", metonyms=False)
    caller = noun.head if noun.dep_ == "oprd" else None
    if caller is not None and own and own[0].lower_ in ("its", "their"):
        found = _firms(sentence, list(subjects_of(caller)))
    if found:
        return [m for m in found if not is_far_pronoun(sentence, m)]
    if own:
        return None if is_open_anaphor(sentence, own[0]) or own[0].lower_ in ("its", "their") else []
    of = frame.get("of") + (frame.get("for") if lemma(noun) in _SUPPLIERS else []) + frame.get("to")
    if of:
        found = _firms(sentence, of)
        goods = [c for t in of for c in t.children if c.dep_ == "poss"]
        return found or fillers(sentence.scene, sentence.passage.index, goods, "O", metonyms=False)
    beside = [c for c in noun.children if c.dep_ in ("compound", "nmod")]
    if any(sentence.scene.mentions.at(sentence.passage.index, c.i) is not None for c in beside):
        return []
    return None


def _is_bought(firm: Token) -> bool:
    """Whether a firm changes hands: whose supplier it was before that is not told."""
    verb = firm.head
    return firm.dep_ in ("dobj", "nsubjpass") and is_verb(verb) and key_of(verb) in _TAKING_OVER


_TAKING_OVER = words("acquire buy purchase take_over buy_out absorb")


def _is_telling(noun: Token) -> bool:
    """Whether a noun alone tells that the firm told of is meant: "a customer since 1979", "the auditor, X"."""
    word = lemma(noun)
    if word in ("buyer", "user", "purchaser", "account", "subscriber", "licensee"):
        return False
    if noun.dep_ == "appos" and word in _SUPPLIERS and any(c.dep_ == "compound" for c in noun.children):
        return False  # "X, the contract caterer," says what X is
    if noun.dep_ == "appos" and word in _SUPPLIERS and _is_bought(noun.head):
        return False  # "bought X, a national contractor specialising in cables"
    if (
        any(t.lower_ in ("main", "general", "lead", "prime", "principal") for t in noun.lefts)
        and word not in _CUSTOMERS
    ):
        return False  # of a site or a project
    if any(t.lower_ in ("its", "their", "the") for t in noun.lefts) and word in _SUPPLIERS | _CUSTOMERS:
        return word in _PLAIN | _CUSTOMERS
    return word in ("customer", "client") or word in _PLAIN
