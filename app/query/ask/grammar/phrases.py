"""Reads noun phrases in every way: names, descriptions ("Meta's vendors"), what is asked for ("which companies")."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from app.query.ask.grammar.descriptions import Describer
from app.query.ask.grammar.elements import Parsed, prune
from app.query.ask.grammar.filling import Filler
from app.query.ask.grammar.naming import NameReader
from app.query.ask.grammar.nouns import NounReader
from app.query.ask.grammar.reading import Asked, Phrase
from app.query.ask.lexical.analyse import Analysis
from app.query.ask.lexical.entries import Kind
from app.query.ask.lexical.matches import Match
from app.query.ask.lexical.words import (
    AUXILIARIES,
    COUNTS,
    DETERMINERS,
    POSSESSIVE_PRONOUNS,
    SUBJECT_PRONOUNS,
)

_COMPOUND_COST, _METONYM_COST = 0.05, 0.05
_REPEATED = frozenset({"in", "of", "for", "with", "at", "by", "from", "to", "into", "on", "over"})
_EPITHET_COST, _MOST_EPITHETS = 0.04, 3
_PARTS = frozenset({"one", "some", "any", "all", "most", "each", "several"})


class PhraseReader:
    """Reads the noun phrases that begin at a word. `relative` reads what follows "that" and "who" (see clauses.py)."""

    def __init__(self, analysis: Analysis, filler: Filler) -> None:
        self.analysis = analysis
        self.filler = filler
        self.words = analysis.words
        self._describer = Describer(analysis, filler, self.at)
        self._nouns = NounReader(analysis, filler, self._describer, self)
        self._names = NameReader(analysis, filler, self._nouns, self)
        self._memo: dict[int, list[Parsed]] = {}

    def follow(
        self, relative: Callable[[Parsed], Iterator[Parsed]], carried: Callable[[Parsed], Iterator[Parsed]]
    ) -> None:
        """Have relative clauses read by `relative`, and those that say whose an event is by `carried`."""
        self._describer.relative, self._describer.carried = relative, carried

    def at(self, start: int) -> list[Parsed]:
        """All phrases that begin at a word."""
        if start not in self._memo:
            self._memo[start] = []  # so that a phrase never waits for itself
            self._memo[start] = prune(self._coordinated(start))
        return self._memo[start]

    def _coordinated(self, start: int) -> Iterator[Parsed]:
        for first in prune(self.phrases(start)):
            yield first
            if self.analysis.word(first.end) == "and" and first.phrase.asked is None:
                # "in X and in Y" is "in X and Y".
                again = self.analysis.word(first.end + 1) in _REPEATED
                for second in self.at(first.end + 1 + again):
                    if second.phrase.asked is None and not second.phrase.members:
                        words = f"{first.phrase.words} and {second.phrase.words}"
                        phrase = Phrase(words, members=(first.phrase, second.phrase))
                        yield Parsed(phrase, second.end, first.cost + second.cost, first.notes + second.notes)

    def phrases(self, start: int) -> Iterator[Parsed]:
        """Phrases with the words that ask for them or tell them apart: "which vendors", "the ailing Acme"."""
        word = self.analysis.word(start)
        if not word:
            return
        if word == "whichever":
            yield Parsed(Phrase(word, classes=("Agent",), asked=Asked.WHO), start + 1)
            yield Parsed(Phrase(word, asked=Asked.WHAT), start + 1)
        elif word in ("who", "whom"):
            yield Parsed(Phrase(word, classes=("Agent",), asked=Asked.WHO), start + 1)
        elif word == "where":
            yield Parsed(Phrase(word, asked=Asked.WHERE), start + 1)
        elif word in ("what", "which") and self.analysis.word(start + 1) == "of":
            found = self.phrases(start + 2)
            yield from self._asked(
                (parsed for parsed in found if parsed.phrase.roles or parsed.phrase.classes), Asked.WHICH
            )
        elif word in ("what", "which"):
            if word == "what" or self.analysis.word(start + 1) in AUXILIARIES:
                yield Parsed(Phrase(word, asked=Asked.WHAT), start + 1)
            counted = self.analysis.word(start + 1) in COUNTS  # how many there are, the answer is held against
            yield from self._asked(self.nominals(start + 1 + counted), Asked.WHICH)
        elif word == "whose":
            owner = Phrase(word, classes=("Agent",), asked=Asked.WHO)
            yield from self.possessed(start + 1, Parsed(owner, start + 1))
        elif word == "how":
            yield from self._how(start)
        else:
            yield from self._determined(start, word)
            yield from self.nominals(start)

    def _determined(self, start: int, word: str) -> Iterator[Parsed]:
        """Read "the vendors", "one of the vendors", "other vendors"."""
        if word in _PARTS and self.analysis.word(start + 1) == "of":
            yield from (parsed for parsed in self.phrases(start + 2) if parsed.phrase.classes)
        if word in DETERMINERS or word == "other":
            counted = word in ("the", "these", "those") and self.analysis.word(start + 1) in COUNTS
            for parsed in self.phrases(start + 1 + counted):
                described = bool(parsed.phrase.roles or parsed.phrase.classes)
                definite = word in ("the", "this", "that") and described and not parsed.phrase.names
                yield replace(parsed, phrase=replace(parsed.phrase, definite=definite)) if definite else parsed
        if word in ("the", "a", "an"):
            yield from self._with_epithet(start + 1, definite=word == "the")

    def _with_epithet(self, start: int, *, definite: bool) -> Iterator[Parsed]:
        """Read "the ailing Acme", "the Norwegian robot maker Acme": whoever is named is so with and without it.

        Before a post ("the embattled chief executive of Acme") only words that are known to be mere judgements.
        """
        for end, known in self._epithets(start):
            note = f"Whether “{self.analysis.text(start, end)}” is so was not looked at."
            for parsed in self.phrases(end):
                phrase = parsed.phrase
                compound = any(self.analysis.senses(parsed.end, Kind.NOUN, Kind.SLOT_NOUN, Kind.TITLE))
                post = known and definite and phrase.roles and not phrase.event and not phrase.names
                if phrase.asked is None and ((phrase.names and not compound) or post):
                    described = replace(phrase, definite=bool(post))
                    yield Parsed(described, parsed.end, parsed.cost + _EPITHET_COST, (*parsed.notes, note))

    def _epithets(self, start: int) -> Iterator[tuple[int, bool]]:
        """Where words end that can be an epithet, and whether the lexicon knows them for one."""
        for match in self.analysis.senses(start, Kind.EPITHET):
            yield match.end, True
        for end in range(start + 1, start + _MOST_EPITHETS + 1):
            token = self.analysis.tokens[end - 1] if end < len(self.words) else None
            if token is None or self.analysis.is_known(end - 1):
                return
            # What is written large could be part of a name, unless a common noun comes between.
            common = any(self.analysis.senses(end, Kind.CLASS_NOUN, Kind.NOUN))
            if common or not token.text[:1].isupper():
                yield end, False

    def _how(self, start: int) -> Iterator[Parsed]:
        after = self.analysis.word(start + 1)
        if after == "many":
            counted = any(m.sense and m.sense.entry.counted for m in self.analysis.senses(start + 2, Kind.NOUN))
            for parsed in self._asked(self.nominals(start + 2), Asked.COUNT):
                if not (counted and parsed.phrase.event):
                    yield parsed
        elif after in ("much", "large", "big", "high"):
            phrase = Phrase(f"how {after}", asked=Asked.AMOUNT)
            yield Parsed(phrase, start + 2)
            if self.analysis.word(start + 2) in ("money", "cash"):
                yield Parsed(phrase, start + 3)
            if self.analysis.word(start + 2) in ("a", "of"):
                for parsed in self.at(start + 3):
                    if parsed.phrase.event:
                        yield replace(parsed, phrase=replace(parsed.phrase, asked=Asked.AMOUNT))

    def _asked(self, found: Iterable[Parsed], asked: Asked) -> Iterator[Parsed]:
        for parsed in found:
            phrase = parsed.phrase
            plain = not (phrase.names or phrase.unknown or phrase.pronoun or (phrase.values and not phrase.roles))
            if phrase.asked is None and plain:
                counts = phrase.measure or (phrase.measured and asked is Asked.WHICH)
                yield replace(parsed, phrase=replace(phrase, asked=Asked.AMOUNT if counts else asked))

    def nominals(self, start: int) -> Iterator[Parsed]:
        """Phrases without a determiner: pronouns, names, values, nouns, and what nobody knows."""
        word = self.analysis.word(start)
        if not word:
            return
        if word in SUBJECT_PRONOUNS and word not in DETERMINERS:
            yield Parsed(self._pronoun(start), start + 1)
        if word in POSSESSIVE_PRONOUNS:
            yield from self.possessed(start + 1, Parsed(self._pronoun(start), start + 1))
            yield from self._reflexive(start + 1)
        for match in self.analysis.at(start):
            yield from self._matched(match)
        for end, cost in self.analysis.unknown_runs(start):
            parsed = Parsed(Phrase(self.analysis.text(start, end), unknown=True), end, cost)
            yield parsed
            if self.analysis.word(end) == "'s":
                yield from self.possessed(end + 1, parsed)

    def _reflexive(self, start: int) -> Iterator[Parsed]:
        """Read "its stake" in "X sold its stake": whose it is, the verb will say."""
        for match in self.analysis.senses(start, Kind.NOUN):
            for parsed in self._nouns.described(match, None):
                if parsed.phrase.event:
                    yield replace(parsed, phrase=replace(parsed.phrase, own=True))

    def _pronoun(self, position: int) -> Phrase:
        """What a pronoun stands for: all that the first half of the question found, or the name before it."""
        word = self.analysis.word(position)
        known = self.analysis.referred_to(position)
        return Phrase(word, names=known, every=True) if known else Phrase(word, pronoun=True)

    def _matched(self, match: Match) -> Iterator[Parsed]:
        words, notes = self.analysis.text(match.start, match.end), (match.note,) if match.note else ()
        if match.names:
            named = Parsed(Phrase(words, names=match.names), match.end, match.cost, notes)
            yield named
            for kind in self._names.with_kind(named):
                yield kind
                yield from self.possessed(kind.end + 1, kind) if self.analysis.word(kind.end) == "'s" else ()
            if self.analysis.word(match.end) == "'s":
                yield from self.possessed(match.end + 1, named)
            else:
                yield from self.possessed(match.end, replace(named, cost=named.cost + _COMPOUND_COST))
                yield from self._names.pair(named)
        elif match.quantity:
            yield Parsed(Phrase(words, quantity=match.quantity), match.end)
            yield from self._nouns.sized(match, None)
        elif match.values:
            yield Parsed(Phrase(words, values=match.values), match.end, match.cost, notes)
            yield from self._nouns.of_topic(match)
            yield from self._nouns.round(match, None)
            if titles := dict(match.values).get("title"):
                yield from (replace(p, notes=(*notes, *p.notes)) for p in self._nouns.title(match, titles, None))
        elif match.sense:
            yield from (replace(p, notes=(*notes, *p.notes)) for p in self._nouns.described(match, None))
            yield from self._names.named_by_kind(match)

    def owned(self, start: int, owner: Parsed) -> list[Parsed]:
        """All phrases that begin at a word and are somebody's ("whose chief executive")."""
        return prune(self.possessed(start, owner))

    def possessed(self, start: int, owner: Parsed) -> Iterator[Parsed]:
        """What may follow "Meta's"."""
        if start >= len(self.words):
            return
        marked = self.analysis.word(start - 1) == "'s" or self.analysis.word(start - 1) in POSSESSIVE_PRONOUNS
        for match in self.analysis.at(start):
            yield from self._those_of(match, owner)
            if match.names:  # two names side by side are two, and not the one's other
                yield from self._names.part(match, owner) if marked else ()
            elif match.quantity:
                yield from self._nouns.sized(match, owner.phrase)
            elif match.values:
                yield self._owned(Phrase(self.analysis.text(start, match.end), values=match.values), match.end, owner)
                yield from self._with_cost(self._nouns.round(match, owner.phrase), owner)
                if titles := dict(match.values).get("title"):
                    yield from self._with_cost(self._nouns.title(match, titles, owner.phrase), owner)
            elif match.sense:
                yield from self._with_cost(self._nouns.described(match, owner.phrase), owner)
        if marked:
            for end, cost in self.analysis.unknown_runs(start):
                phrase = Phrase(self.analysis.text(start, end), unknown=True)
                yield self._owned(phrase, end, replace(owner, cost=owner.cost + cost))

    def _those_of(self, match: Match, owner: Parsed) -> Iterator[Parsed]:
        """Read "Meta's researchers" as Meta where a company is meant, and say so."""
        people = match.sense is not None and match.sense.entry.open and match.sense.plural
        if people and owner.phrase.names:
            note = f"What is known of {owner.phrase.names[0].label} itself is told."
            phrase = replace(owner.phrase, people=True)
            yield Parsed(phrase, match.end, owner.cost + _METONYM_COST, (*owner.notes, note))

    def _owned(self, phrase: Phrase, end: int, owner: Parsed) -> Parsed:
        return Parsed(replace(phrase, owner=owner.phrase), end, owner.cost, owner.notes)

    def _with_cost(self, found: Iterable[Parsed], owner: Parsed) -> Iterator[Parsed]:
        for parsed in found:
            yield replace(parsed, cost=parsed.cost + owner.cost, notes=owner.notes + parsed.notes)
