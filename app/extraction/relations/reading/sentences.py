"""The sentences of an article as the rules read them: tokens, slots, and one encoded line for surface patterns.

In the encoded line every mention, time and amount is one slot: a private-use character, the letter of its kind, its
number, and another such character; all else stands as written. So a surface pattern says "slot, the parent of slot"
and never has to guess where a name ends.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from app.extraction.mentions.silence import keeps_silent
from app.extraction.parsing.passages import FoundMention, MentionKind, Mentions, Passage
from app.extraction.relations.reading.asides import find_asides, find_clauses, find_closings, is_day
from app.extraction.relations.reading.fields import without_fields
from app.extraction.relations.reading.lines import CLOSE, OPEN, PRONOUN, Line
from app.extraction.relations.reading.parsed_clauses import Parsed
from app.extraction.relations.reading.words import COUNTRIES
from app.extraction.values.dates import FoundTime, day_of, find_times
from app.extraction.values.money import FoundMoney, FoundPercent, find_money, find_percents
from app.model import BlockKind, Document, Span
from app.ontology import load_ontology

if TYPE_CHECKING:  # spaCy is imported by the engine alone: it takes seconds
    from spacy.tokens import Token

    from app.extraction.relations.reading.candidates import Candidate

COMPANIES = frozenset({"Company", "Organization"})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "AUX", "ADJ"})
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', OPEN: " ", CLOSE: " ", PRONOUN: " "}
)
_DASHES = re.compile(r"[‐‑‒–—―]")
_SPACE = re.compile(r"\s+")
_POSSESSIVE_PRONOUNS = frozenset({"its", "his", "their", "our", "my", "whose"})
_OWNERS = frozenset({"its", "their", "his", "her", "our", "your", "my"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "where", "whose"})

Amount = FoundTime | FoundMoney | FoundPercent
Filler = FoundMention | Amount
# An amount with its letter and its tokens.
_Placed = tuple[str, int, int, Amount]


@dataclass(frozen=True)
class Slot:
    """A mention, time or amount with its letter and its tokens."""

    letter: str
    start: int
    end: int
    filler: Filler


@dataclass(frozen=True, eq=False)
class Sentence:
    """One sentence of a passage: tokens `start` up to `end` of the passage."""

    scene: Scene = field(repr=False)
    passage: Passage = field(repr=False)
    index: int
    start: int
    end: int

    @cached_property
    def tokens(self) -> list[Token]:
        """Its tokens."""
        return list(self.passage.doc[self.start : self.end])

    @cached_property
    def words(self) -> list[Token]:
        """Its nouns, verbs and adjectives: what rules are triggered by. Half of the tokens are none of these."""
        return [t for t in self.tokens if t.pos_ in _CONTENT or t.tag_.startswith("VB")]

    @cached_property
    def proposed(self) -> dict[Callable[[Sentence], Iterable[Candidate]], list[Candidate]]:
        """What each family of rules has proposed so far."""
        return {}

    @property
    def is_heading(self) -> bool:
        """Whether it stands in a title or heading."""
        return self.passage.block.kind is not BlockKind.PARAGRAPH

    @property
    def asks(self) -> bool:
        """Whether it is a question."""
        return self.text.rstrip("\"')*_ ").endswith("?")

    @cached_property
    def is_silence(self) -> bool:
        """Whether it only tells that somebody was asked, or declined to comment."""
        return keeps_silent(self.passage.doc[self.start : self.end].root)

    @cached_property
    def span(self) -> Span:
        """The sentence in the raw text."""
        return self.passage.span(self.start, self.end)

    @cached_property
    def text(self) -> str:
        """The sentence as written, with plain quotes and dashes."""
        return plain(self.span.text)

    @cached_property
    def slots(self) -> list[Slot]:
        """Mentions, times and amounts, in order and apart."""
        return self.scene.slots_in(self)

    @cached_property
    def line(self) -> Line:
        """The encoded line; of a sentence with the same slots in an earlier scene, the very same."""
        known = self.scene.lines.setdefault((type(self), self.passage.index, self.start), {})
        slots = tuple((slot.letter, slot.start, slot.end) for slot in self.slots)
        if slots not in known:
            known[slots] = self._encoded()
        return known[slots]

    def _encoded(self) -> Line:
        parts: list[str] = []
        starts: list[int] = []
        tokens: list[tuple[int, int]] = []
        length, token = 0, self.start
        by_start = {slot.start: (number, slot) for number, slot in enumerate(self.slots)}
        doc = self.passage.doc
        asides = self._asides()
        while token < self.end:
            if token in asides:
                token = asides[token]
                continue
            if token in by_start:
                number, slot = by_start[token]
                end = slot.end
                possessive = doc[token].lower_ in _POSSESSIVE_PRONOUNS or doc[token].tag_ == "PRP$"
                owner = "'s" if end - token == 1 and possessive else ""
                mark = PRONOUN if owner and doc[token].lower_ in _OWNERS else ""
                word = f"{OPEN}{slot.letter}{number}{mark}{CLOSE}{owner}"
            else:
                end = token + 1
                word = _SPACE.sub(" ", plain(doc[token].text))
            # What follows an aside stands apart from what is before it, if it is a word.
            apart = end in asides and not doc[min(asides[end], len(doc) - 1)].is_punct
            word += " " if doc[end - 1].whitespace_ or apart else ""
            parts.append(word)
            starts.append(length)
            tokens.append((token, end))
            length += len(word)
            token = end
        return Line("".join(parts), starts, tokens)

    def _asides(self) -> dict[int, int]:
        starts = {slot.start for slot in self.slots if isinstance(slot.filler, FoundMention)}
        times = {s.start: s.end for s in self.slots if isinstance(s.filler, FoundTime) and is_day(s.filler.text)}
        found = dict(find_asides(self.passage.doc[self.start : self.end], starts, self._name_ends, times))
        return found | dict(self._countries())

    def _countries(self) -> Iterator[tuple[int, int]]:
        """The countries of "Sweden's A and Germany's B": they only say where a firm is from."""
        for place, firm in pairwise(self.slots):
            owner = isinstance(place.filler, FoundMention) and (place.letter, firm.letter) == ("L", "O")
            if not owner or firm.start != place.end + 1 or self.passage.doc[place.end].tag_ != "POS":
                continue
            if self.raw(place.start, place.end).text in COUNTRIES:
                yield place.start, firm.start

    def _clauses(self) -> dict[int, int]:
        return dict(find_clauses(self.passage.doc[self.start : self.end], self._name_ends))

    @cached_property
    def _name_ends(self) -> set[int]:
        return {slot.end for slot in self.slots if isinstance(slot.filler, FoundMention)}

    @cached_property
    def closings(self) -> list[tuple[int, int]]:
        """The tokens between which something is told of a name before its verb, and which comma closes it."""
        if self.code.count(",") < 2:
            return []
        return list(find_closings(self.passage.doc[self.start : self.end], self._name_ends))

    @cached_property
    def briefly(self) -> Sentence | None:
        """The sentence without what it tells of names between them and their verbs; None if it tells nothing there."""
        if "," not in self.code or not self._clauses():
            return None
        return _Brief(self.scene, self.passage, self.index, self.start, self.end)

    @property
    def code(self) -> str:
        """The encoded line that surface patterns match."""
        return self.line.text

    @property
    def lower_code(self) -> str:
        """The encoded line in lower case."""
        return self.line.lower

    @property
    def slots_after_titles(self) -> list[str]:
        """For each word that a title ends in, the letters of the slots after it."""
        return self.line.slots_after_titles

    @property
    def has_title(self) -> bool:
        """Whether a word stands in it that a title ends in."""
        return bool(self.slots_after_titles)

    @cached_property
    def letters(self) -> frozenset[str]:
        """The letters of its slots, numbered."""
        return numbered([slot.letter for slot in self.slots])

    def token_at(self, position: int) -> int:
        """The token (counted in the passage) at a position of the encoded line."""
        line = self.line
        return line.tokens[max(0, bisect_right(line.starts, position) - 1)][0]

    def position_of(self, token: int) -> int:
        """Where a token of the passage stands in the encoded line."""
        places = zip(self.line.starts, self.line.tokens, strict=True)
        return next((at for at, (first, end) in places if first <= token < end), 0)

    def tokens_between(self, start: int, end: int) -> tuple[int, int]:
        """The tokens that a stretch of the encoded line covers."""
        starts, tokens = self.line.starts, self.line.tokens
        first = max(0, bisect_right(starts, start) - 1)
        last = max(first, bisect_right(starts, max(start, end - 1)) - 1)
        return tokens[first][0], tokens[last][1]

    def raw(self, start: int, end: int) -> Span:
        """The raw-text span of tokens."""
        return self.passage.span(start, end)

    def mentions(self) -> list[FoundMention]:
        """Its mentions, in order."""
        return list(self._mentions)

    @cached_property
    def _mentions(self) -> tuple[FoundMention, ...]:
        return tuple(slot.filler for slot in self.slots if isinstance(slot.filler, FoundMention))


class _Brief(Sentence):
    """A sentence that is read without the clauses between a name and its verb."""

    def _asides(self) -> dict[int, int]:
        return {**super()._asides(), **self._clauses()}


def numbered(letters: Sequence[str]) -> frozenset[str]:
    """Letters, and of those that come several times also the second, third and so on.

    >>> sorted(numbered(["O", "P", "O"]))
    ['O', 'O2', 'P']
    """
    counts = Counter(letters)
    return frozenset(
        letter if number == 1 else f"{letter}{number}" for letter in counts for number in range(1, counts[letter] + 1)
    )


def plain(text: str) -> str:
    """The text with straight quotes and short dashes; as long as before."""
    return _DASHES.sub("-", text.translate(_PLAIN))


class Scene:
    """An article as the rules read it: its sentences, and what is known across them."""

    def __init__(
        self, document: Document, passages: list[Passage], mentions: Mentions, before: Scene | None = None
    ) -> None:
        """`before` is the same article as it was read with fewer mentions: what does not hang on these is kept."""
        self.document = document
        mentions = without_fields(passages, mentions)
        self.passages = passages
        self.mentions = mentions
        self.told: Sequence[Candidate] = ()
        """What the rules have found so far, sentence by sentence."""
        self._letters = {entity.id: _letter(entity.type) for entity in mentions.entities.values()}
        self._amounts: dict[int, list[_Placed]] = (
            before._amounts if before else {passage.index: self._find_amounts(passage) for passage in passages}
        )
        self.lines: dict[Hashable, dict[Hashable, Line]] = before.lines if before else {}
        """The encoded lines of sentences, by where they stand and what slots they have."""
        self.sentences: list[Sentence] = []
        for passage in passages:
            for span in passage.doc.sents:
                if span.end > span.start:
                    self.sentences.append(Sentence(self, passage, len(self.sentences), span.start, span.end))
        self.by_passage: dict[int, list[Sentence]] = {}
        for sentence in self.sentences:
            self.by_passage.setdefault(sentence.passage.index, []).append(sentence)

    def with_mentions(self, more: Iterable[FoundMention]) -> Scene:
        """The same article with more mentions of what it names."""
        mentions = Mentions(self.mentions.entities.values(), [*self.mentions, *more])
        return Scene(self.document, self.passages, mentions, before=self)

    def letter(self, mention: FoundMention) -> str:
        """P person, O organisation or collective, L place, R product, X other."""
        return self._letters[mention.entity]

    def type_of(self, mention: FoundMention) -> str:
        """The ontology class of a mention's entity."""
        return self.mentions.entities[mention.entity].type

    def sentence_of(self, passage: int, token: int) -> Sentence | None:
        """The sentence that holds a token."""
        return next((s for s in self.by_passage.get(passage, ()) if s.start <= token < s.end), None)

    def beside(self, sentence: Sentence, steps: int) -> Sentence | None:
        """The sentence so many steps after one, or before it if negative, in the same passage."""
        place = sentence.index + steps
        other = self.sentences[place] if 0 <= place < len(self.sentences) else None
        return other if other is not None and other.passage is sentence.passage else None

    def span_of(self, mention: FoundMention) -> Span:
        """A mention's raw-text span."""
        return self.passages_by_index[mention.passage].span(mention.start, mention.end)

    @cached_property
    def passages_by_index(self) -> dict[int, Passage]:
        """Passages by their number."""
        return {passage.index: passage for passage in self.passages}

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each entity is mentioned."""
        return Counter(mention.entity for mention in self.mentions)

    @cached_property
    def main_company(self) -> str | None:
        """The organisation that the article's title or opening is about, if it is named far oftener than any other."""
        title = self.document.article.title or ""
        opening = self.sentences[0].span.text if self.sentences else ""

        def stands_in(text: str, entity: str) -> bool:
            known = self.mentions.entities[entity]
            return any(name in text for name in (known.name, *known.aliases))

        def prominence(entity: str) -> int:
            return 3 * stands_in(title, entity) + 2 * stands_in(opening, entity)

        firms = [entity for entity in self.counts if self.mentions.entities[entity].type in COMPANIES]
        scores = {firm: self.counts[firm] + prominence(firm) for firm in firms}
        ranked = sorted(firms, key=lambda firm: (-scores[firm], firm))
        headlined = [firm for firm in firms if stands_in(title, firm)]
        # Of one that alone stands in the title less is asked.
        ahead = 1.2 if ranked and headlined == ranked[:1] and stands_in(opening, ranked[0]) else 1.6
        if not ranked or (len(ranked) > 1 and scores[ranked[0]] < ahead * scores[ranked[1]]):
            return None
        return ranked[0] if prominence(ranked[0]) else None

    def slots_in(self, sentence: Sentence) -> list[Slot]:
        """The slots of a sentence: names first, then times, money, shares."""
        taken: set[int] = set()
        slots: list[Slot] = []
        doc = sentence.passage.doc

        def add(letter: str, start: int, end: int, filler: Filler) -> None:
            start, end = max(start, sentence.start), min(end, sentence.end)
            if start < end and taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                slots.append(Slot(letter, start, end, filler))

        found = self.mentions.within(sentence.passage.index, sentence.start, sentence.end)
        # The inner of two nested names, but of "the Leeds firm" the firm.
        for mention in sorted(found, key=lambda m: (not self._holds_a_place(m, found), m.end - m.start, m.start)):
            if mention.kind is MentionKind.PRONOUN and doc[mention.start].lower_ in _RELATIVE - {"whose"}:
                continue
            # Unnamed groups stay words: patterns say "backers include", "its customers are".
            if self.type_of(mention) == "Collective" and doc[mention.end - 1].lower_ not in ("family", "families"):
                continue
            add(self.letter(mention), mention.start, mention.end, mention)
        for letter, start, end, amount in self._amounts[sentence.passage.index]:
            if start < sentence.end and end > sentence.start:
                add(letter, start, end, amount)
        return sorted(slots, key=lambda slot: slot.start)

    def _holds_a_place(self, mention: FoundMention, found: Sequence[FoundMention]) -> bool:
        """Whether it is an anaphor for a firm that tells its town."""
        if mention.kind is not MentionKind.NOMINAL or self.letter(mention) != "O" or mention.end - mention.start < 3:
            return False
        if self.type_of(mention) == "Collective":
            return False
        inner = (m for m in found if m is not mention and mention.start <= m.start and m.end <= mention.end)
        return any(self.letter(m) == "L" for m in inner)

    def _find_amounts(self, passage: Passage) -> list[_Placed]:
        text, offset = passage.text, passage.block.start
        found: list[tuple[str, Amount]] = [
            *(("T", t) for t in find_times(text, day_of(self.document.article.published), offset, Parsed(passage.doc))),
            *(("M", m) for m in find_money(text, offset)),
            *(("C", p) for p in find_percents(text, offset)),
        ]
        placed: list[_Placed] = []
        for letter, amount in found:
            tokens = passage.doc.char_span(amount.start - offset, amount.end - offset, alignment_mode="expand")
            if tokens is not None:
                placed.append((letter, tokens.start, tokens.end, amount))
        return placed

    def previous(self, sentence: Sentence, count: int = 1) -> Iterator[Sentence]:
        """The sentences before one, nearest first, without those that only tell who keeps silent."""
        told = (s for s in reversed(self.sentences[: sentence.index]) if not s.is_silence)
        yield from islice(told, count)


def _letter(type_name: str) -> str:
    ontology = load_ontology()
    for expected, letter in (("Person", "P"), ("Organization", "O"), ("Place", "L"), ("Product", "R")):
        if ontology.is_a(type_name, expected):
            return letter
    return "X"
