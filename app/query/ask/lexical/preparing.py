"""Makes a question's words ready: slips in small words, endings without their apostrophe, and fillers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.query.ask.lexical.apart import ALSO, BOTH
from app.query.ask.lexical.entries import Kind
from app.query.ask.lexical.lexicon import Lexicon
from app.query.ask.lexical.names import Names
from app.query.ask.lexical.words import FUNCTION_WORDS, Token, one_edit_apart

SHORTEST_MISSPELT = 5
"""Letters of a word that may be a slip: a shorter one is a word of its own."""
_LONGEST_FILLER = 10
_LONGEST_POSSESSOR, _SHORTEST_POSSESSOR = 3, 4


@dataclass(frozen=True)
class Preparation:
    """Prepares questions to a graph with these names."""

    lexicon: Lexicon
    names: Names

    def of(self, tokens: Sequence[Token]) -> list[Token]:
        """The words that a question is read from."""
        return self._without_fillers([*map(self._with_small_word, self._with_possessives(tokens))])

    def _with_small_word(self, token: Token) -> Token:
        """The token, or the small word that it is a slip for, if it can be nothing else: "befor"."""
        word = token.word
        known = word in FUNCTION_WORDS or word in self.lexicon.words or word in self.names.vocabulary
        if known or len(word) < SHORTEST_MISSPELT or self.lexicon.resembling(word):
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
            ) in ALSO | {BOTH}:
                kept[-1] = replace(kept[-1], also=dropped)
            position += max(length, 1)
        return kept

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


def _is_slip_for(word: str, small: str) -> bool:
    """Whether a letter of a small word was left out, or, in a long one, swapped: other slips are words of their own."""
    left_out = len(word) == len(small) - 1
    swapped = len(word) == len(small) > SHORTEST_MISSPELT and sorted(word) == sorted(small)
    return (left_out or swapped) and one_edit_apart(word, small)


def _sequences(tokens: Sequence[Token], start: int, least: int, most: int) -> Iterator[tuple[str, ...]]:
    """The word sequences that begin at a token, longest first."""
    for length in range(min(most, len(tokens) - start), least - 1, -1):
        yield tuple(token.word for token in tokens[start : start + length])
