"""How entities are described: the words of their names and beside them, and which pronoun goes with a person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from app.extraction.lexicon.given_names import pronouns
from app.extraction.lexicon.nouns import FEMALE_HONORIFICS, FEMALE_NOUNS, MALE_HONORIFICS, MALE_NOUNS
from app.extraction.mentions.capitals import bare
from app.extraction.mentions.runs import is_headline
from app.extraction.mentions.types import PERSON
from app.extraction.parsing.passages import Mentions, Passage

if TYPE_CHECKING:
    from spacy.tokens import Doc


def describe(mentions: Mentions, passages: Sequence[Passage]) -> dict[str, set[str]]:
    """For each entity the words that describe it: those of its names, those before them, and those in apposition."""
    words: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        passage = passages[mention.passage]
        if is_headline(passage):
            continue
        entity = words[mention.entity]
        entity.update(token.lower_ for token in passage.doc[mention.start : mention.end])
        entity.update(_beside(passage.doc, mention.start, mention.end))
    return words


def _beside(doc: Doc, start: int, end: int) -> set[str]:
    found: set[str] = set()
    position = start - 1
    while position >= 0 and start - position <= 6 and doc[position].pos_ in {"NOUN", "ADJ", "PROPN", "PUNCT"}:
        if doc[position].text in {",", ";", "(", ")", ".", "“", '"'}:
            break
        found.add(doc[position].lemma_.lower())
        position -= 1
    root = doc[start:end].root
    described = [child for child in root.children if child.dep_ == "appos" and child.i >= end]
    if root.dep_ == "appos" and root.head.pos_ == "NOUN" and root.head.i < start:
        found.add(root.head.lemma_.lower())  # "a joint venture, X"
    if root.dep_ == "nsubj" and root.head.lemma_ == "be":
        described += [child for child in root.head.children if child.dep_ == "attr"]
    for noun in described:
        found.update(t.lemma_.lower() for t in noun.subtree if t.i - noun.i <= 3 and t.pos_ in {"NOUN", "ADJ", "PROPN"})
    return found


def genders(mentions: Mentions, passages: Sequence[Passage], described: Mapping[str, set[str]]) -> dict[str, str]:
    """The pronoun, "he" or "she", of each person whose titles, description or given name tell."""
    titles: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.start > 0:
            titles[mention.entity].add(bare(passages[mention.passage].doc[mention.start - 1].text))
    found: dict[str, str] = {}
    for entity in mentions.entities.values():
        if entity.type == PERSON:
            words = described.get(entity.id, set())
            title = _one_of(titles[entity.id], MALE_HONORIFICS, FEMALE_HONORIFICS)
            given = _pronoun(entity.name.split()[0])
            guess = title or _one_of(words, MALE_NOUNS, FEMALE_NOUNS) or given
            if guess != "either":
                found[entity.id] = guess
    found.update(_of_surnames(mentions, found))
    return found


def _of_surnames(mentions: Mentions, known: Mapping[str, str]) -> dict[str, str]:
    """The pronoun of those who are told by a surname alone: that of all of whom it is known and who bear it."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for entity, pronoun in known.items():
        if " " in mentions.entities[entity].name:
            bearers[mentions.entities[entity].name.split()[-1]].add(pronoun)
    lone = [e for e in mentions.entities.values() if e.type == PERSON and e.id not in known]
    return {e.id: next(iter(bearers[e.name])) for e in lone if len(bearers.get(e.name, ())) == 1}


def _pronoun(given: str) -> str:
    """The pronoun that goes with a given name; of a double one the first half tells, except of "Jean-Paul"."""
    first, _, second = given.partition("-")
    if first == "Jean" and second:
        return "either" if second == "Marie" else "he"
    return pronouns().get(first, "either")


def _one_of(words: Collection[str], male: frozenset[str], female: frozenset[str]) -> str | None:
    he, she = any(w in male for w in words), any(w in female for w in words)
    return None if he == she else ("he" if he else "she")
