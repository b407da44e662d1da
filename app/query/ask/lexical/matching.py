"""Finds everything that may begin at a word of a question, slips included."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import product

from app.query.ask.lexical.lexicon import Lexicon
from app.query.ask.lexical.matches import Match
from app.query.ask.lexical.names import TYPO_COST, Candidate, Names
from app.query.ask.lexical.preparing import SHORTEST_MISSPELT
from app.query.ask.lexical.quantities import quantity_at
from app.query.ask.lexical.values import Period, date_at, period_at
from app.query.ask.lexical.words import FUNCTION_WORDS, Token, is_letter, one_edit_apart, stem, text_of

_LONGEST_VALUE = 8
_UNNAMED = "Collective"
_PARTING = frozenset("not no or but without besides before after since until against despite whether if".split())
"""Small words that no value runs across: "the round besides Series C" is not the Series C."""
WITHIN_NAME_COST = 0.15


class Matcher:
    """Finds what the words of one question may mean."""

    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon, names: Names) -> None:
        self.tokens = tokens
        self.lexicon = lexicon
        self.names = names
        self.words = [token.word for token in tokens]
        self._spellings = [self._spelling(word) for word in self.words]

    def at(self, start: int) -> list[Match]:
        """Everything that may begin at a word."""
        return [*self._named(start), *self._senses(start), *self._values(start), *self._numbers(start)]

    def _named(self, start: int) -> Iterator[Match]:
        for end in range(start + 1, min(start + self.names.longest, len(self.words)) + 1):
            # A slip in one word is likely, one in each of three is another name.
            for words in product(*self._spellings[start:end]):
                slips = [(w, seen) for w, seen in zip(words, self.words[start:end], strict=True) if w != seen]
                named = self.names.by_words.get(words)
                if named and len(slips) <= 1:
                    written = text_of(self.tokens, start, end)
                    note = f"“{written}” was read as {named.candidates[0].label}." if slips else ""
                    cost = named.cost + TYPO_COST * len(slips)
                    yield Match(start, end, cost, names=named.candidates, note=note)

    def _senses(self, start: int) -> Iterator[Match]:
        for end in range(start + 1, min(start + self.lexicon.longest, len(self.words)) + 1):
            cost = WITHIN_NAME_COST * self.is_within_name(start, end)
            for sense in self.lexicon.senses.get(tuple(self.words[start:end]), ()):
                yield Match(start, end, cost, sense=sense)
            for words, note in self._without_slip(start, end, self.lexicon.title_words):
                yield from (
                    Match(start, end, TYPO_COST, sense=sense, note=note) for sense in self.lexicon.senses.get(words, ())
                )
        word = self.words[start]
        if len(word) >= SHORTEST_MISSPELT and len(self._spellings[start]) == 1 and word not in self.lexicon.words:
            yield from self._misspelt_senses(start, word)

    def _misspelt_senses(self, start: int, word: str) -> Iterator[Match]:
        if word in FUNCTION_WORDS or word in self.names.vocabulary or word[0].isdigit():
            return
        for known in self.lexicon.resembling(word):
            note = f"“{self.tokens[start].text}” was read as “{known}”."
            senses = self.lexicon.senses[known,]
            yield from (Match(start, start + 1, TYPO_COST, sense=sense, note=note) for sense in senses)

    def _values(self, start: int) -> Iterator[Match]:
        if self.words[start] in FUNCTION_WORDS:
            return
        for end in range(start + 1, min(start + _LONGEST_VALUE, len(self.words)) + 1):
            if self.words[end - 1] in _PARTING:
                return
            if self.words[end - 1] in FUNCTION_WORDS and not is_letter(self.words, end - 1):
                continue
            if self._is_name(start, end):
                continue
            wanted = self.lexicon.same(tuple(self.words[start:end]))
            if values := tuple(self._fitting(wanted)):
                yield Match(start, end, values=values)
            for words, note in self._without_slip(start, end, self.names.title_words):
                if terms := self.names.terms("title", self.lexicon.same(words)):
                    yield Match(start, end, TYPO_COST, values=(("title", terms),), note=note)

    def _without_slip(self, start: int, end: int, known: frozenset[str]) -> Iterator[tuple[tuple[str, ...], str]]:
        """Several words with the one that nobody knows as one of those known that is a letter away, and a note."""
        strange = [i for i in range(start, end) if self._is_strange(i)] if end - start > 1 else []
        for position in strange if len(strange) == 1 else ():
            word = stem(self.words[position])
            for meant in sorted(k for k in known if one_edit_apart(self.words[position], k) or one_edit_apart(word, k)):
                words = (*self.words[start:position], meant, *self.words[position + 1 : end])
                yield words, f"“{self.tokens[position].text}” was read as “{meant}”."

    def _is_strange(self, position: int) -> bool:
        """Whether a word is none of a name or the lexicon, and long enough to be a slip for one."""
        word = self.words[position]
        known = word in FUNCTION_WORDS or word in self.lexicon.words or word in self.names.vocabulary
        value = known or stem(word) in self.names.title_words
        return len(word) >= SHORTEST_MISSPELT and not value and not word[0].isdigit()

    def _is_name(self, start: int, end: int) -> bool:
        named = self.names.by_words.get(tuple(self.words[start:end]))
        return named is not None and named.cost < TYPO_COST

    def _fitting(self, wanted: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The slots with values that the words may stand for: all of the value, or, where that is safe, part of it."""
        for slot in self.names.values:
            if slot in self.lexicon.exact_slots:
                bare = self.lexicon.without_ignored(slot, wanted)
                terms = self.names.terms(slot, bare) if bare else ()
            else:
                terms = self.names.terms_with(slot, wanted)
            if terms:
                yield slot, terms

    def _numbers(self, start: int) -> Iterator[Match]:
        if found := quantity_at(self.tokens, start):
            yield Match(start, found[1], quantity=found[0])
        if period := period_at(self.tokens, start) or self._last_date(start):
            yield Match(start, period[1], period=period[0])

    def _last_date(self, start: int) -> tuple[Period, int] | None:
        """A date that ends the question with no preposition: "Meta CEO 2021", "who left Meta early 2021"."""
        found = date_at(self.words, start)
        if found is None or found[1] != len(self.words):
            return None
        (first, last), end = found
        return Period("within", first, last, text_of(self.tokens, start, end)), end

    def _spelling(self, word: str) -> tuple[str, ...]:
        """The word, or, if it is none that we know, the words of names that it may be a slip for."""
        known = word in FUNCTION_WORDS or word in self.lexicon.words or word in self.names.vocabulary
        return (word,) if known else (word, *self.names.misspelt(word))

    def is_within_name(self, start: int, end: int) -> bool:
        """Whether the words are only part of a name that stands there whole: "lead" in "Lead Partners"."""
        return any(a <= start and end <= b and (a, b) != (start, end) for a, b in self.whole_names)

    @cached_property
    def whole_names(self) -> list[tuple[int, int]]:
        """From where to where names of several words stand whole."""
        count = len(self.words)
        spans = ((a, b) for a in range(count) for b in range(a + 2, min(a + self.names.longest, count) + 1))
        return [(a, b) for a, b in spans if self._is_whole_name(a, b)]

    def _is_whole_name(self, start: int, end: int) -> bool:
        named = self.names.by_words.get(tuple(self.words[start:end]))
        return named is not None and named.cost == 0 and not are_unnamed(named.candidates)


def are_unnamed(candidates: Sequence[Candidate]) -> bool:
    """Whether the words only describe a group ("data vendors"): then they are no name that an answer must speak of."""
    return all(candidate.type == _UNNAMED for candidate in candidates)
