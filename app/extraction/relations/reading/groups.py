"""Groups and who belongs to them: "retailers such as A and B", and the names that a role holds, whole lists of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import Frame
from app.extraction.relations.reading.lemmas import lemma
from app.extraction.relations.reading.listing import mentions_from
from app.extraction.relations.reading.rules import words
from app.extraction.relations.reading.sentences import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_REACH = 14
_EXEMPLIFIERS = words("including include includes included like namely")  # and "such as"
# "customers in 140 countries, including A": what only says where or when is not what the list is of.
_ASIDE = words(
    """country city state year month region market continent decade century world language day time hour other
    sector industry field area span career history past world part"""
)


@dataclass(frozen=True)
class Group:
    """A noun with the names that stand for it: "retailers including A and B"."""

    noun: Token
    start: int
    copula: bool


# What a list of examples needs at the least.
_CUES = re.compile(rf"\b(?:such|among|are|were|{'|'.join(sorted(_EXEMPLIFIERS))})\b|:")


def groups(sentence: Sentence, nouns: frozenset[str]) -> Iterator[Group]:
    """The lists that examples of one of the nouns make, each with its noun."""
    if not _CUES.search(sentence.lower_code):
        return
    doc = sentence.passage.doc
    for token in sentence.tokens:
        following = _past_exemplifier(doc, token.i, sentence.end)
        if token.text == ":" and _is_in_title(sentence, token.i):
            continue
        if following is None:
            continue
        noun = _noun_before(sentence, token.i, nouns)
        if noun is not None:
            copula = token.lower_ in ("include", "includes", "included") or token.pos_ == "AUX"
            yield Group(noun, following, copula)


def _past_exemplifier(doc: Doc, index: int, limit: int) -> int | None:
    token = doc[index]
    word = token.lower_
    if word == "such" and index + 1 < limit and doc[index + 1].lower_ == "as":
        return min(index + 2, limit)
    if word == "among" and index + 1 < limit and doc[index + 1].lower_ in ("them", "these", "those"):
        return min(index + 2, limit)
    if word in _EXEMPLIFIERS:
        return None if word == "like" and token.pos_ == "VERB" else min(index + 1, limit)
    if word in ("are", "were") and token.i + 1 < limit and doc[index + 1].text[:1].isupper():
        return index + 1
    return index + 1 if token.text == ":" else None


def _is_in_title(sentence: Sentence, colon: int) -> bool:
    """As in "the game Igor: The Lost Way"; "games made by Acme: A and B" is a list."""
    doc = sentence.passage.doc
    if colon == sentence.start or doc[colon - 1].pos_ != "PROPN" or not doc[colon - 1].text[:1].isupper():
        return False
    mention = sentence.scene.mentions.at(sentence.passage.index, colon - 1)
    return mention is None or sentence.scene.letter(mention) != "O"


def _noun_before(sentence: Sentence, index: int, nouns: frozenset[str]) -> Token | None:
    """The plural noun that examples stand for: the nearest before them that does not only say where or when."""
    doc = sentence.passage.doc
    for at in range(index - 1, max(sentence.start, index - _REACH) - 1, -1):
        token = doc[at]
        if token.pos_ not in ("NOUN", "PROPN") or token.dep_ == "compound":
            continue
        mention = sentence.scene.mentions.at(sentence.passage.index, at)
        if mention is not None and lemma(token) not in nouns and sentence.scene.type_of(mention) != "Collective":
            continue
        if lemma(token) in nouns:
            return token
        # "services to industries such as A": A is an industry.
        if at == index - 1 and doc[index].lower_ in ("such", "like") and lemma(token) in _ASIDE and token.tag_ == "NNS":
            return None
        if lemma(token) not in _ASIDE and not (token.tag_ == "NN" and token.dep_ == "pobj"):
            return None
    return None


def owning_verb(noun: Token) -> Token | None:
    """The verb whose direct object a noun is, by itself, in a coordination, or as in "a range of films"."""
    token = noun
    for _ in range(6):
        head = token.head
        if token.dep_ in ("dobj", "obj", "attr") and head.pos_ in ("VERB", "AUX"):
            return head
        if token.dep_ == "pobj" and head.lower_ == "of" and _is_amount(head.head):
            token = head.head
        elif token.dep_ in ("conj", "appos") and head.pos_ in ("NOUN", "PROPN"):
            token = head
        else:
            return None
    return None


def is_subject(noun: Token) -> bool:
    """Whether a noun is what its clause is about, by itself or as in "some of its films"."""
    if noun.dep_ == "pobj" and noun.head.lower_ in ("of", "among") and _is_amount(noun.head.head):
        return True
    return noun.dep_ in ("nsubj", "nsubjpass") or (noun.dep_ == "conj" and noun.head.dep_ == "nsubj")


def _is_amount(token: Token) -> bool:
    return lemma(token) in _AMOUNTS or token.pos_ in ("NUM", "DET", "PRON", "AUX") or token.like_num


def members(sentence: Sentence, frame: Frame, roles: Sequence[str], letters: str) -> list[FoundMention]:
    """The mentions in the first role that holds one: by name, as the rest of a list, or as examples of a group."""
    for role in roles:
        found: dict[tuple[int, str], FoundMention] = {}
        for token in frame.get(role):
            for mention in members_at(sentence, token, letters):
                found.setdefault((mention.start, mention.entity), mention)
        if found:
            return list(found.values())
    return []


# "a variety of networks including A": the group, not its size.
_AMOUNTS = words(
    """variety number range host series list group handful dozen several some many lot majority couple array roster
    one two three most example highlight hundred thousand hour copy portfolio selection family collection line most"""
)


_FINITE = ("VBD", "VBZ", "VBP", "MD")
THINGS = words(
    """film movie series show programme program game title album single song book magazine aircraft airplane plane car
    vehicle ship vessel console platform device system model product device machine event festival documentary novel
    location country city state region language market industry sector field area"""
)


def objects_after(verb: Token, prepositions: frozenset[str]) -> list[Token]:
    """What follows a preposition anywhere in a verb's own clause: "made a series of shows and films for A"."""
    found = []
    for token in verb.subtree:
        if token.i > verb.i and token.dep_ == "prep" and token.lower_ in prepositions and _clause_of(token) == verb:
            found += [child for child in token.children if child.dep_ == "pobj"]
    return sorted(found, key=lambda t: t.i)


def _clause_of(token: Token) -> Token:
    while token.head != token:
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            break
    return token


def members_at(sentence: Sentence, token: Token, letters: str) -> list[FoundMention]:
    """The mentions that a token stands for, the rest of its list with them."""
    if lemma(token) in THINGS and sentence.scene.mentions.at(sentence.passage.index, token.i) is None:
        return []
    found = fillers(sentence.scene, sentence.passage.index, [token], letters, metonyms=False)
    index = sentence.passage.index
    if not sentence.start <= token.i < sentence.end:
        return found
    while lemma(token) in _AMOUNTS and (inner := _of(token)) is not None:
        token = inner
    own = sentence.scene.mentions.at(index, token.i)
    if own is not None and own.start > sentence.start and lemma(token.doc[own.start - 1]) in THINGS:
        return []  # "for the video game A"
    if own is not None and sentence.scene.type_of(own) != "Collective":
        found += mentions_from(sentence, own.start, letters, first_only_without_and=True)
    elif token.pos_ == "NOUN":
        for group in groups(sentence, frozenset({lemma(token)})):
            between = token.doc[token.i : max(token.i, group.noun.i)]
            if group.noun.i >= token.i and not group.copula and not any(t.tag_ in _FINITE for t in between):
                found += mentions_from(sentence, group.start, letters)
    unique = {(m.start, m.entity): m for m in found}
    return sorted(unique.values(), key=lambda m: m.start)


def _of(token: Token) -> Token | None:
    return next((t for c in token.children if c.lower_ == "of" for t in c.children if t.dep_ == "pobj"), None)


def mentions_after(sentence: Sentence, index: int, letters: str) -> list[FoundMention]:
    """The mentions that a phrase stands for which starts at a token: a list of names, or a group and its examples."""
    found = mentions_from(sentence, index, letters, first_only_without_and=True)
    doc = sentence.passage.doc
    if found:
        return found
    for token in doc[index : min(index + 8, sentence.end)]:
        if token.tag_ == "NNS" and lemma(token) not in THINGS:
            return members_at(sentence, token, letters)
    return []
