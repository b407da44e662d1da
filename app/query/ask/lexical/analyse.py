"""Finds in a question's words everything that they may mean: names, words of the lexicon, values, amounts, times."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import product

from app.query.ask.lexical.entries import Kind, Sense
from app.query.ask.lexical.lexicon import Lexicon
from app.query.ask.lexical.names import TYPO_COST, Candidate, Names, fits_pronoun
from app.query.ask.lexical.values import Period, Quantity, date_at, period_at, quantity_at
from app.query.ask.lexical.words import FUNCTION_WORDS, Token, is_letter, one_edit_apart, stem

_LONGEST_VALUE, _LONGEST_UNKNOWN = 8, 5
_MISSPELT_WORD = 5
_LONGEST_FILLER = 10
_LONGEST_POSSESSOR, _SHORTEST_POSSESSOR = 3, 4
_UNNAMED = "Collective"
_PARTING = frozenset("not no or but without besides before after since until against despite whether if".split())
"""Small words that no value runs across: "the round besides Series C" is not the Series C."""
_OTHERS = frozenset({"else", "other", "another", "besides"})
_ALSO = frozenset({"also", "as well", "too"}) | _OTHERS
"""Words that leave out what the question names, though nothing is read from them."""
BOTH = "both"
"""Nothing is read from it either, but that what is asked is of two together."""
WHETHER = "whether"
"""Stands beside the first word of what may be no sentence: "whether Roe Acme member"."""
WITHIN_NAME_COST = 0.15


class Apart(StrEnum):
    """What else must be somebody or something else: "also", "another", "else" leave out whom the question names."""

    NOTHING = ""
    NAMED = "named"  # "where do founders of X also work": not at X
    OTHERS = "others"  # "founders of one company who run another": nor may the two be one


@dataclass(frozen=True)
class Match:
    """Words from `start` to `end` read as names, as a sense of the lexicon, as values, as an amount or as a time."""

    start: int
    end: int
    cost: float = 0.0
    names: tuple[Candidate, ...] = ()
    sense: Sense | None = None
    values: tuple[tuple[str, tuple[str, ...]], ...] = ()
    quantity: Quantity | None = None
    period: Period | None = None
    note: str = ""


class Analysis:
    """A question's words and, at each, everything that may begin there."""

    def __init__(
        self, tokens: Sequence[Token], lexicon: Lexicon, names: Names, antecedents: tuple[Candidate, ...] = ()
    ) -> None:
        """`antecedents` are what pronouns stand for."""
        self.lexicon = lexicon
        self.names = names
        self.antecedents = antecedents
        self.tokens = self._without_fillers([*map(self._with_small_word, self._with_possessives(tokens))])
        self.words = [token.word for token in self.tokens]
        self._spellings = [self._spelling(word) for word in self.words]

    def text(self, start: int, end: int) -> str:
        """The words as written."""
        return " ".join(token.text for token in self.tokens[start:end]).replace(" 's", "'s")

    def word(self, position: int) -> str:
        """The folded word at a place; empty beyond the end."""
        return self.words[position] if position < len(self.words) else ""

    def _with_small_word(self, token: Token) -> Token:
        """The token, or the small word that it is a slip for, if it can be nothing else: "befor"."""
        word = token.word
        known = word in FUNCTION_WORDS or word in self.lexicon.words or word in self.names.vocabulary
        if known or len(word) < _MISSPELT_WORD or self.lexicon.resembling(word):
            return token
        meant = [small for small in FUNCTION_WORDS if _is_slip_for(word, small)]
        return replace(token, word=meant[0]) if len(meant) == 1 and {*self.names.misspelt(word)} <= {*meant} else token

    def _with_possessives(self, tokens: Sequence[Token]) -> Sequence[Token]:
        """The tokens, with an ending by itself where only its apostrophe was left out: "Acmes chief executive"."""
        found: list[Token] = []
        for position, token in enumerate(tokens):
            if token.text[:1].isupper() and token.word.endswith("s") and self._ends_name(tokens, position):
                found += [Token(token.text[:-1], token.word[:-1], token.start, token.end)]
                found += [Token("'s", "'s", token.end, token.end)]
            else:
                found.append(token)
        return found

    def _ends_name(self, tokens: Sequence[Token], position: int) -> bool:
        """Whether a word without its last letter ends a name, as it does not with it."""
        word = tokens[position].word
        if word in self.names.vocabulary:
            return False
        before = [token.word for token in tokens[max(0, position - _LONGEST_POSSESSOR) : position]]
        longer = any((*before[i:], word[:-1]) in self.names.by_words for i in range(len(before)))
        known = word in FUNCTION_WORDS or word in self.lexicon.words or len(word) < _SHORTEST_POSSESSOR
        return longer or (not known and (word[:-1],) in self.names.by_words)

    def _without_fillers(self, tokens: Sequence[Token]) -> list[Token]:
        kept: list[Token] = []
        position = self._command_length(tokens)
        while position < len(tokens):
            length = self._filler_length(tokens, position)
            if [token.word for token in tokens[position + length : position + length + 1]] == ["than"]:
                length = 0  # "later than" says something
            if not length:
                kept.append(tokens[position])
            elif kept and (
                dropped := " ".join(token.word for token in tokens[position : position + length])
            ) in _ALSO | {BOTH}:
                kept[-1] = replace(kept[-1], also=dropped)
            position += max(length, 1)
        return kept

    @property
    def asks_whether(self) -> bool:
        """Whether words that may be no sentence are asked for a yes or a no."""
        return bool(self.tokens) and self.tokens[0].also == WHETHER

    @property
    def apart(self) -> Apart:
        """What the question wants left out, by words that nothing else is read from."""
        said = {word for token in self.tokens for word in (token.word, token.also)}
        return Apart.OTHERS if said & _OTHERS else Apart.NAMED if said & _ALSO else Apart.NOTHING

    def _command_length(self, tokens: Sequence[Token]) -> int:
        """The length of a "list" or "show me" at the beginning, which asks for nothing by itself."""
        for words in _sequences(tokens, 0, 1, 6):
            if len(words) < len(tokens) and words not in self.names.by_words:
                senses = self.lexicon.senses.get(words, ())
                if any(sense.entry.kind is Kind.COMMAND for sense in senses):
                    return len(words)
        return 0

    def _filler_length(self, tokens: Sequence[Token], position: int) -> int:
        if any(words in self.names.by_words for words in _sequences(tokens, position, 1, 3)):
            return 0
        for words in _sequences(tokens, position, 1, _LONGEST_FILLER):
            if any(sense.entry.kind is Kind.FILLER for sense in self.lexicon.senses.get(words, ())):
                return len(words)
        return 0

    def _spelling(self, word: str) -> tuple[str, ...]:
        """The word, or, if it is none that we know, the words of names that it may be a slip for."""
        known = word in FUNCTION_WORDS or word in self.lexicon.words or word in self.names.vocabulary
        return (word,) if known else (word, *self.names.misspelt(word))

    def is_known(self, position: int) -> bool:
        """Whether the word means something, by itself or with those around it."""
        word = self.words[position]
        return word in FUNCTION_WORDS or word[0].isdigit() or position in self._covered

    @cached_property
    def _covered(self) -> frozenset[int]:
        found = (match for matches in self._matches.values() for match in matches)
        return frozenset(position for match in found for position in range(match.start, match.end))

    @cached_property
    def _matches(self) -> dict[int, list[Match]]:
        found: dict[int, list[Match]] = defaultdict(list)
        for position in range(len(self.words)):
            found[position] = [
                *self._named(position),
                *self._senses(position),
                *self._values(position),
                *self._numbers(position),
            ]
        return found

    def at(self, position: int) -> list[Match]:
        """Everything that may begin at a word."""
        return self._matches.get(position, [])

    def senses(self, position: int, *kinds: Kind) -> Iterator[Match]:
        """The words of the lexicon of some kinds that may begin at a word."""
        return (match for match in self.at(position) if match.sense and match.sense.entry.kind in kinds)

    def _named(self, start: int) -> Iterator[Match]:
        for end in range(start + 1, min(start + self.names.longest, len(self.words)) + 1):
            # A slip in one word is likely, one in each of three is another name.
            for words in product(*self._spellings[start:end]):
                slips = [(w, seen) for w, seen in zip(words, self.words[start:end], strict=True) if w != seen]
                named = self.names.by_words.get(words)
                if named and len(slips) <= 1:
                    note = f"“{self.text(start, end)}” was read as {named.candidates[0].label}." if slips else ""
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
        if len(word) >= _MISSPELT_WORD and len(self._spellings[start]) == 1 and word not in self.lexicon.words:
            yield from self._misspelt_senses(start, word)

    def is_within_name(self, start: int, end: int) -> bool:
        """Whether the words are only part of a name that stands there whole: "lead" in "Lead Partners"."""
        return any(a <= start and end <= b and (a, b) != (start, end) for a, b in self._whole_names)

    @cached_property
    def mentioned(self) -> list[tuple[tuple[str, ...], tuple[Candidate, ...]]]:
        """What is named, by names that are no part of a longer one and no common words: an answer speaks of all."""
        short = [(m.start, m.end) for matches in self._matches.values() for m in matches if _is_short_name(m)]
        times = [m for matches in self._matches.values() for m in matches if m.period]  # "in March" is no Ms March
        single = [(i, i + 1) for i in range(len(self.words)) if self._is_only_name(i)]
        ones = [span for span in (*short, *single) if not any(m.start <= span[0] < m.end for m in times)]
        spans = [*self._whole_names, *ones]
        longest = [
            s for s in dict.fromkeys(spans) if not any(a <= s[0] and s[1] <= b and (a, b) != s for a, b in spans)
        ]
        found = (tuple(self.words[a:b]) for a, b in longest)
        return [(words, self.names.by_words[words].candidates) for words in found]

    @cached_property
    def _whole_names(self) -> list[tuple[int, int]]:
        count = len(self.words)
        spans = ((a, b) for a in range(count) for b in range(a + 2, min(a + self.names.longest, count) + 1))
        return [(a, b) for a, b in spans if self._is_whole_name(a, b)]

    def _is_only_name(self, position: int) -> bool:
        """Whether a word is a name and nothing else that is known."""
        word = self.words[position]
        named = self.names.by_words.get((word,))
        proper = named is not None and not _are_unnamed(named.candidates)
        return proper and not self.values_at(position) and word not in self.lexicon.words | FUNCTION_WORDS

    def values_at(self, position: int) -> bool:
        """Whether a value of the graph begins or goes on here."""
        return any(m.values and m.end > position for i in range(position + 1) for m in self.at(i))

    def _is_whole_name(self, start: int, end: int) -> bool:
        named = self.names.by_words.get(tuple(self.words[start:end]))
        return named is not None and named.cost == 0 and not _are_unnamed(named.candidates)

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
        return len(word) >= _MISSPELT_WORD and not value and not word[0].isdigit()

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
        return Period("within", first, last, self.text(start, end)), end

    def _holds_name(self, start: int, end: int) -> bool:
        """Whether a name that the graph has stands whole among the words."""
        return any(m.names and m.end <= end and m.cost < TYPO_COST for i in range(start, end) for m in self.at(i))

    def referred_to(self, position: int) -> tuple[Candidate, ...]:
        """What a pronoun may stand for: what the first half found, or the one thing named last before it."""
        word = self.words[position]
        if known := tuple(candidate for candidate in self.antecedents if fits_pronoun(word, candidate)):
            return known
        found = [
            match for start in range(position) for match in self.at(start) if match.names and match.end <= position
        ]
        fitting = [match for match in found if all(fits_pronoun(word, candidate) for candidate in match.names)]
        if not fitting:
            return ()
        best = max(fitting, key=lambda match: (match.end, match.end - match.start, -match.cost))
        return best.names if len(best.names) == 1 else ()

    def unknown_runs(self, start: int) -> Iterator[tuple[int, float]]:
        """Where a name or value that the graph does not have, beginning here, may end, and what that costs."""
        for end in range(start + 1, min(start + _LONGEST_UNKNOWN, len(self.words)) + 1):
            word = self.words[end - 1]
            if word in FUNCTION_WORDS or self._holds_name(start, end):
                return
            if all(self.is_known(i) for i in range(start, end)):
                continue
            strange = not self.is_known(end - 1)
            yield end, 1.0 + 0.4 * sum(self.is_known(i) for i in range(start, end)) - (0.1 if strange else 0)


def _is_short_name(match: Match) -> bool:
    """Whether the words are some of a longer name, as they stand in it ("Chen Laurier")."""
    return (
        bool(match.names) and match.end - match.start > 1 and match.cost < TYPO_COST and not _are_unnamed(match.names)
    )


def _is_slip_for(word: str, small: str) -> bool:
    """Whether a letter of a small word was left out, or, in a long one, swapped: other slips are words of their own."""
    left_out = len(word) == len(small) - 1
    swapped = len(word) == len(small) > _MISSPELT_WORD and sorted(word) == sorted(small)
    return (left_out or swapped) and one_edit_apart(word, small)


def _are_unnamed(candidates: Sequence[Candidate]) -> bool:
    """Whether the words only describe a group ("data vendors"): then they are no name that an answer must speak of."""
    return all(candidate.type == _UNNAMED for candidate in candidates)


def _sequences(tokens: Sequence[Token], start: int, least: int, most: int) -> Iterator[tuple[str, ...]]:
    """The word sequences that begin at a token, longest first."""
    for length in range(min(most, len(tokens) - start), least - 1, -1):
        yield tuple(token.word for token in tokens[start : start + length])


def linked_names(analysis: Analysis) -> tuple[Candidate, Candidate] | None:
    """The two names of a question that asks only for what links them; None for any other question."""
    found: list[Candidate] = []
    position, linked = 0, False
    while position < len(analysis.words):
        matches = analysis.at(position)
        named = max((m for m in matches if m.names), key=lambda match: match.end, default=None)
        link = next((m for m in matches if m.sense and m.sense.entry.kind is Kind.LINK), None)
        if named and len(named.names) == 1:
            found.append(named.names[0])
            position = named.end
        elif link:
            linked, position = True, link.end
        elif analysis.words[position] in FUNCTION_WORDS:
            position += 1
        else:
            return None
    return (found[0], found[1]) if linked and len(found) == 2 else None
