"""Finds in a question's words everything that they may mean: names, words of the lexicon, values, amounts, times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from app.query.ask.lexical.apart import WHETHER, Apart
from app.query.ask.lexical.entries import Kind
from app.query.ask.lexical.lexicon import Lexicon
from app.query.ask.lexical.matches import Match
from app.query.ask.lexical.matching import Matcher, are_unnamed
from app.query.ask.lexical.names import TYPO_COST, Candidate, Names, fits_pronoun
from app.query.ask.lexical.preparing import Preparation
from app.query.ask.lexical.words import FUNCTION_WORDS, Token, text_of

_LONGEST_UNKNOWN = 5


class Analysis:
    """A question's words and, at each, everything that may begin there."""

    def __init__(
        self, tokens: Sequence[Token], lexicon: Lexicon, names: Names, antecedents: tuple[Candidate, ...] = ()
    ) -> None:
        """`antecedents` are what pronouns stand for."""
        self.lexicon = lexicon
        self.names = names
        self.antecedents = antecedents
        self.tokens = Preparation(lexicon, names).of(tokens)
        self.words = [token.word for token in self.tokens]
        self._matcher = Matcher(self.tokens, lexicon, names)

    def text(self, start: int, end: int) -> str:
        """The words as written."""
        return text_of(self.tokens, start, end)

    def word(self, position: int) -> str:
        """The folded word at a place; empty beyond the end."""
        return self.words[position] if position < len(self.words) else ""

    @property
    def asks_whether(self) -> bool:
        """Whether words that may be no sentence are asked for a yes or a no."""
        return bool(self.tokens) and self.tokens[0].also == WHETHER

    @property
    def apart(self) -> Apart:
        """What the question wants left out, by words that nothing else is read from."""
        return Apart.said(self.tokens)

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
        return {position: self._matcher.at(position) for position in range(len(self.words))}

    def at(self, position: int) -> list[Match]:
        """Everything that may begin at a word."""
        return self._matches.get(position, [])

    def senses(self, position: int, *kinds: Kind) -> Iterator[Match]:
        """The words of the lexicon of some kinds that may begin at a word."""
        return (match for match in self.at(position) if match.sense and match.sense.entry.kind in kinds)

    def is_within_name(self, start: int, end: int) -> bool:
        """Whether the words are only part of a name that stands there whole: "lead" in "Lead Partners"."""
        return self._matcher.is_within_name(start, end)

    @cached_property
    def mentioned(self) -> list[tuple[tuple[str, ...], tuple[Candidate, ...]]]:
        """What is named, by names that are no part of a longer one and no common words: an answer speaks of all."""
        short = [(m.start, m.end) for matches in self._matches.values() for m in matches if _is_short_name(m)]
        times = [m for matches in self._matches.values() for m in matches if m.period]  # "in March" is no Ms March
        single = [(i, i + 1) for i in range(len(self.words)) if self._is_only_name(i)]
        ones = [span for span in (*short, *single) if not any(m.start <= span[0] < m.end for m in times)]
        spans = [*self._matcher.whole_names, *ones]
        longest = [
            s for s in dict.fromkeys(spans) if not any(a <= s[0] and s[1] <= b and (a, b) != s for a, b in spans)
        ]
        found = (tuple(self.words[a:b]) for a, b in longest)
        return [(words, self.names.by_words[words].candidates) for words in found]

    def _is_only_name(self, position: int) -> bool:
        """Whether a word is a name and nothing else that is known."""
        word = self.words[position]
        named = self.names.by_words.get((word,))
        proper = named is not None and not are_unnamed(named.candidates)
        return proper and not self.values_at(position) and word not in self.lexicon.words | FUNCTION_WORDS

    def values_at(self, position: int) -> bool:
        """Whether a value of the graph begins or goes on here."""
        return any(m.values and m.end > position for i in range(position + 1) for m in self.at(i))

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
    return bool(match.names) and match.end - match.start > 1 and match.cost < TYPO_COST and not are_unnamed(match.names)
