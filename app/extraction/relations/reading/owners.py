"""Whose a thing is: by possessive, by "of", by the subject of the verb above, or because nobody else is in sight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention, MentionKind
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import noun_frame
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.rules import words
from app.extraction.relations.reading.sentences import Scene, Sentence
from app.extraction.relations.reading.subjects import subjects_of

if TYPE_CHECKING:
    from spacy.tokens import Token


_FUND_NAMES = words("""
    capital partners ventures equity fund funds investors investments trust foundation angels invest vc seed kapital
    pension pensions superannuation""")
_FUND_NOUNS = words("fund investor financier shareholder house dynasty trust foundation insurer")


def holds_shares(sentence: Sentence, owner: FoundMention) -> bool:
    """Whether an owner is a person or a fund, of which the company owned is no unit."""
    scene = sentence.scene
    if scene.letter(owner) != "O" or scene.type_of(owner) == "Collective":
        return True
    words_of_name = scene.mentions.entity(owner).name.lower().split()
    if words_of_name[-1] in _FUND_NAMES or "investment" in words_of_name:
        return True
    return any(_is_called_fund(scene, told) for told in (owner, *_named(scene, owner)))


def _named(scene: Scene, owner: FoundMention) -> list[FoundMention]:
    """Where an article names an owner: "X, an investment firm" in one sentence tells what X is in all of them."""
    return [m for m in scene.mentions if m.entity == owner.entity and m.kind is MentionKind.NAME]


def _is_called_fund(scene: Scene, owner: FoundMention) -> bool:
    doc = scene.passages_by_index[owner.passage].doc
    root = doc[owner.start : owner.end].root
    beside = [doc[owner.start - 1]] if owner.start else []
    beside += [child for child in root.children if child.dep_ == "appos"]
    beside += [root.head] if root.dep_ == "appos" else []
    return any(lemma(token) in _FUND_NOUNS or _puts_money_in(token) for token in beside)


def _puts_money_in(noun: Token) -> bool:
    """Whether it is a firm of those that hold shares: "a private equity firm", "the buyout group"."""
    kinds = {t.lower_ for t in noun.lefts for t in (t, *t.lefts)}
    return bool(kinds & _MONEY_KINDS)


_MONEY_KINDS = words("equity buyout buy-out venture hedge pension wealth investment holding empowerment activist")


def bears_its_name(sentence: Sentence, owner: FoundMention, company: FoundMention) -> bool:
    """Whether an owner is of the company's own house: "Acme Ventures owns 6%" is not of Acme."""
    name = sentence.scene.mentions.entity(company).name
    return sentence.scene.mentions.entity(owner).name.startswith(f"{name} ")


def before_whose(sentence: Sentence, doer: FoundMention, trigger: int) -> Token | None:
    """The family of "the family, whose founder P began in 1991, holds 30%", where the parser has P for the holder."""
    doc = sentence.passage.doc
    whose = next((t for t in doc[max(sentence.start, doer.start - 4) : doer.start] if t.lower_ == "whose"), None)
    if whose is None or whose.i < sentence.start + 2 or doc[whose.i - 1].text != ",":
        return None
    return doc[whose.i - 2] if any(t.text == "," for t in doc[doer.end : trigger]) else None


def without(found: Sequence[FoundMention], others: Sequence[FoundMention]) -> list[FoundMention]:
    """The mentions of other things than those."""
    taken = {m.entity for m in others}
    return [m for m in found if m.entity not in taken]


def holders(sentence: Sentence, noun: Token) -> list[FoundMention]:
    """Whose clients they are: by possessive, by "of", or as the subject of the verb that has or serves them."""
    scene, index = sentence.scene, sentence.passage.index
    frame = noun_frame(noun)
    found = fillers(scene, index, frame.get("poss"), "O", metonyms=False)
    found = found or fillers(scene, index, frame.get("of") + frame.get("for"), "O", metonyms=False)
    if found:
        return found
    doc = sentence.passage.doc
    if any(c.lower_ in ("their", "its", "our") for c in noun.children) or (
        noun.dep_ == "nsubj" and not any(c.dep_ in ("poss", "det", "prep") for c in noun.children)
    ):
        return only_one_before(sentence, noun.i)
    whose = next((t for t in doc[max(sentence.start, noun.i - 5) : noun.i] if t.lower_ == "whose"), None)
    if whose is not None:
        before = [m for m in sentence.mentions() if m.end <= whose.i and scene.letter(m) == "O"]
        return before[-1:]
    for child in noun.children:
        mention = scene.mentions.at(index, child.i) if child.dep_ in ("compound", "nmod") else None
        if mention is not None and scene.letter(mention) == "O" and mention.end >= noun.i - 1:
            return [mention]
    verb = verb_above(noun)
    if verb is None:
        return []
    return fillers(scene, index, list(subjects_of(verb)), "O", metonyms=False)


def only_one_before(sentence: Sentence, index: int) -> list[FoundMention]:
    """The organisation that an unresolved "their" must mean: the only one before it here, or in the sentence before."""
    for scope in (sentence, *sentence.scene.previous(sentence)):
        own = [
            m for m in scope.mentions() if scope.scene.letter(m) == "O" and (scope is not sentence or m.end <= index)
        ]
        if own:
            one = len({m.entity for m in own}) == 1 and own[0].passage == sentence.passage.index
            # "It makes tools for A. Customers include B": they are not A's.
            doc = sentence.passage.doc
            aside = scope is not sentence and all(m.start and doc[m.start - 1].tag_ in ("IN", "TO") for m in own)
            return own[:1] if one and not aside else []
    return []


def verb_above(noun: Token) -> Token | None:
    """The verb that a noun is the object of, through prepositions and other nouns ("a range of work for clients")."""
    token = noun
    for _ in range(6):
        if token.dep_ in ("nsubj", "nsubjpass") or token.head == token:
            return None
        token = token.head
        if is_verb(token):
            return token
    return None


def only_a_share(sentence: Sentence, owner: FoundMention, start: int) -> bool:
    """As in "75% of X is owned by Y", "owned by Y (49%)", "part of the Z Index": no unit of anybody."""
    first = sentence.token_at(start)
    shares = [slot for slot in sentence.slots if slot.letter == "C"]
    near = any(0 <= slot.start - owner.end <= 3 or 0 <= first - slot.end <= 2 for slot in shares)
    return near or sentence.passage.doc[owner.end - 1].lower_ in ("index", "exchange")
