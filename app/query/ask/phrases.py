"""Reads noun phrases in every way: names, descriptions ("Meta's vendors"), what is asked for ("which companies")."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from app.query.ask.analyse import Analysis, Match
from app.query.ask.filling import Filler
from app.query.ask.lexicon import Entry, Frame, Kind
from app.query.ask.reading import HERE, Asked, Phrase, Situation, Tense
from app.query.ask.words import AUXILIARIES, DETERMINERS, POSSESSIVE_PRONOUNS, SUBJECT_PRONOUNS

PRUNE = 22
_STATE = {"current": Tense.CURRENT, "former": Tense.FORMER, "planned": Tense.PLANNED, "new": Tense.NEW}
_COMPOUND_COST, _METONYM_COST = 0.05, 0.05
_REPEATED = frozenset({"in", "of", "for", "with", "at", "by", "from", "to"})
_NUMBERS = frozenset("two three four five six seven eight nine ten".split())
_PARTS = frozenset({"one", "some", "any", "all", "most", "each", "several"})


@dataclass(frozen=True)
class Parsed:
    """A phrase, the word after it, what it costs to read it so, and what to tell the user about that."""

    phrase: Phrase
    end: int
    cost: float = 0.0
    notes: tuple[str, ...] = ()


def prune(found: Iterable[Parsed]) -> list[Parsed]:
    """The cheapest readings for each end, without duplicates."""
    kept: dict[int, dict[Phrase, Parsed]] = {}
    for parsed in sorted(found, key=lambda parsed: parsed.cost):
        same_end = kept.setdefault(parsed.end, {})
        if parsed.phrase not in same_end and len(same_end) < PRUNE:
            same_end[parsed.phrase] = parsed
    return [parsed for same_end in kept.values() for parsed in same_end.values()]


class PhraseReader:
    """Reads the noun phrases that begin at a word. `relative` reads what follows "that" and "who" (see clauses.py)."""

    def __init__(self, analysis: Analysis, filler: Filler) -> None:
        self.analysis = analysis
        self.filler = filler
        self.words = analysis.words
        self.relative: Callable[[Parsed], Iterator[Parsed]] = lambda _: iter(())
        self._memo: dict[int, list[Parsed]] = {}

    def at(self, start: int) -> list[Parsed]:
        """All phrases that begin at a word."""
        if start not in self._memo:
            self._memo[start] = []  # so that a phrase never waits for itself
            self._memo[start] = prune(self._coordinated(start))
        return self._memo[start]

    def _word(self, position: int) -> str:
        return self.words[position] if position < len(self.words) else ""

    def _coordinated(self, start: int) -> Iterator[Parsed]:
        for first in prune(self._phrases(start)):
            yield first
            if self._word(first.end) == "and" and first.phrase.asked is None:
                # "in X and in Y" is "in X and Y".
                again = self._word(first.end + 1) in _REPEATED
                for second in self.at(first.end + 1 + again):
                    if second.phrase.asked is None and not second.phrase.members:
                        words = f"{first.phrase.words} and {second.phrase.words}"
                        phrase = Phrase(words, members=(first.phrase, second.phrase))
                        yield Parsed(phrase, second.end, first.cost + second.cost, first.notes + second.notes)

    def _phrases(self, start: int) -> Iterator[Parsed]:
        word = self._word(start)
        if not word:
            return
        if word in ("who", "whom"):
            yield Parsed(Phrase(word, classes=("Agent",), asked=Asked.WHO), start + 1)
        elif word == "where":
            yield Parsed(Phrase(word, asked=Asked.WHERE), start + 1)
        elif word in ("what", "which") and self._word(start + 1) == "of":
            found = self._phrases(start + 2)
            yield from self._asked(
                (parsed for parsed in found if parsed.phrase.roles or parsed.phrase.classes), Asked.WHICH
            )
        elif word in ("what", "which"):
            if word == "what" or self._word(start + 1) in AUXILIARIES:
                yield Parsed(Phrase(word, asked=Asked.WHAT), start + 1)
            yield from self._asked(self._nominals(start + 1), Asked.WHICH)
        elif word == "whose":
            owner = Phrase(word, classes=("Agent",), asked=Asked.WHO)
            yield from self._possessed(start + 1, Parsed(owner, start + 1))
        elif word == "how":
            yield from self._how(start)
        else:
            yield from self._determined(start, word)
            yield from self._nominals(start)

    def _determined(self, start: int, word: str) -> Iterator[Parsed]:
        """Read "the vendors", "one of the vendors", "other vendors"."""
        if word in _PARTS and self._word(start + 1) == "of":
            yield from (parsed for parsed in self._phrases(start + 2) if parsed.phrase.classes)
        if word in DETERMINERS or word == "other":
            counted = word in ("the", "these", "those") and self._word(start + 1) in _NUMBERS
            for parsed in self._phrases(start + 1 + counted):
                described = bool(parsed.phrase.roles or parsed.phrase.classes)
                definite = word in ("the", "this", "that") and described and not parsed.phrase.names
                yield replace(parsed, phrase=replace(parsed.phrase, definite=definite)) if definite else parsed

    def _how(self, start: int) -> Iterator[Parsed]:
        after = self._word(start + 1)
        if after == "many":
            yield from self._asked(self._nominals(start + 2), Asked.COUNT)
        elif after in ("much", "large", "big", "high"):
            phrase = Phrase(f"how {after}", asked=Asked.AMOUNT)
            yield Parsed(phrase, start + 2)
            if self._word(start + 2) in ("money", "cash"):
                yield Parsed(phrase, start + 3)
            if self._word(start + 2) in ("a", "of"):
                for parsed in self.at(start + 3):
                    if parsed.phrase.event:
                        yield replace(parsed, phrase=replace(parsed.phrase, asked=Asked.AMOUNT))

    def _asked(self, found: Iterable[Parsed], asked: Asked) -> Iterator[Parsed]:
        for parsed in found:
            phrase = parsed.phrase
            if phrase.asked is None and not phrase.names and not phrase.unknown and not phrase.pronoun:
                counts = phrase.measure or (phrase.measured and asked is Asked.WHICH)
                yield replace(parsed, phrase=replace(phrase, asked=Asked.AMOUNT if counts else asked))

    # --- what a phrase can be ---------------------------------------------------------------------------------------

    def _nominals(self, start: int) -> Iterator[Parsed]:
        word = self._word(start)
        if not word:
            return
        if word in SUBJECT_PRONOUNS and word not in DETERMINERS:
            yield Parsed(self._pronoun(start), start + 1)
        if word in POSSESSIVE_PRONOUNS:
            yield from self._possessed(start + 1, Parsed(self._pronoun(start), start + 1))
            yield from self._reflexive(start + 1)
        for match in self.analysis.at(start):
            yield from self._matched(match)
        for end, cost in self.analysis.unknown_runs(start):
            parsed = Parsed(Phrase(self.analysis.text(start, end), unknown=True), end, cost)
            yield parsed
            if self._word(end) == "'s":
                yield from self._possessed(end + 1, parsed)

    def _reflexive(self, start: int) -> Iterator[Parsed]:
        """Read "its stake" in "X sold its stake": whose it is, the verb will say."""
        for match in self.analysis.senses(start, Kind.NOUN):
            for parsed in self._described(match, None):
                if parsed.phrase.event:
                    yield replace(parsed, phrase=replace(parsed.phrase, own=True))

    def _pronoun(self, position: int) -> Phrase:
        """What a pronoun stands for: all that the first half of the question found, or the name before it."""
        word = self._word(position)
        known = self.analysis.antecedents or self.analysis.named_before(position)
        return Phrase(word, names=known, every=True) if known else Phrase(word, pronoun=True)

    def _matched(self, match: Match) -> Iterator[Parsed]:
        words, notes = self.analysis.text(match.start, match.end), (match.note,) if match.note else ()
        if match.names:
            named = Parsed(Phrase(words, names=match.names), match.end, match.cost, notes)
            yield named
            if self._word(match.end) == "'s":
                yield from self._possessed(match.end + 1, named)
            else:
                yield from self._possessed(match.end, replace(named, cost=named.cost + _COMPOUND_COST))
        elif match.quantity:
            yield Parsed(Phrase(words, quantity=match.quantity), match.end)
        elif match.values:
            yield Parsed(Phrase(words, values=match.values), match.end)
            if titles := dict(match.values).get("title"):
                yield from self._title(match, titles, None)
        elif match.sense:
            yield from self._described(match, None)

    def owned(self, start: int, owner: Parsed) -> list[Parsed]:
        """All phrases that begin at a word and are somebody's ("whose chief executive")."""
        return prune(self._possessed(start, owner))

    def _possessed(self, start: int, owner: Parsed) -> Iterator[Parsed]:
        """What may follow "Meta's"."""
        if start >= len(self.words):
            return
        for match in self.analysis.at(start):
            yield from self._those_of(match, owner)
            if match.values:
                yield self._owned(Phrase(self.analysis.text(start, match.end), values=match.values), match.end, owner)
                if titles := dict(match.values).get("title"):
                    yield from self._with_cost(self._title(match, titles, owner.phrase), owner)
            elif match.sense:
                yield from self._with_cost(self._described(match, owner.phrase), owner)
        if self._word(start - 1) == "'s" or self._word(start - 1) in POSSESSIVE_PRONOUNS:
            for end, cost in self.analysis.unknown_runs(start):
                phrase = Phrase(self.analysis.text(start, end), unknown=True)
                yield self._owned(phrase, end, replace(owner, cost=owner.cost + cost))

    def _those_of(self, match: Match, owner: Parsed) -> Iterator[Parsed]:
        """Read "Meta's researchers" as Meta where a company is meant, and say so."""
        people = match.sense is not None and match.sense.entry.open and match.sense.plural
        if people and owner.phrase.names:
            note = f"What is known of {owner.phrase.names[0].label} itself is told."
            yield replace(owner, end=match.end, cost=owner.cost + _METONYM_COST, notes=(*owner.notes, note))

    def _owned(self, phrase: Phrase, end: int, owner: Parsed) -> Parsed:
        return Parsed(replace(phrase, owner=owner.phrase), end, owner.cost, owner.notes)

    def _with_cost(self, found: Iterable[Parsed], owner: Parsed) -> Iterator[Parsed]:
        for parsed in found:
            yield replace(parsed, cost=parsed.cost + owner.cost, notes=owner.notes + parsed.notes)

    def _described(self, match: Match, owner: Phrase | None) -> Iterator[Parsed]:
        sense = match.sense
        if sense is None:
            return
        entry = sense.entry
        if entry.kind is Kind.STATE:
            yield from self._in_state(match, owner)
        elif entry.kind is Kind.ORDER:
            yield from self._ordered(match, owner)
        elif entry.kind is Kind.CLASS_NOUN and owner is None:
            words = self.analysis.text(match.start, match.end)
            yield from self._with_relatives(Parsed(Phrase(words, classes=(entry.class_name,)), match.end, match.cost))
        elif entry.kind is Kind.SLOT_NOUN:
            yield from self._measured(match, entry, owner)
        elif entry.kind is Kind.NOUN:
            yield from self._noun(match, entry, entry.constants, owner)
        elif entry.kind is Kind.TITLE:
            yield from self._noun(match, entry, (("title", (sense.base,)),), owner)

    def _nouns_after(self, match: Match, owner: Phrase | None) -> Iterator[Parsed]:
        if owner is None:
            yield from self._nominals(match.end)
        else:
            yield from self._possessed(match.end, Parsed(owner, match.end))

    def _in_state(self, match: Match, owner: Phrase | None) -> Iterator[Parsed]:
        tense = _STATE[match.sense.entry.detail] if match.sense else Tense.ANY
        for parsed in self._nouns_after(match, owner):
            if roles := parsed.phrase.roles:
                slot, situation = roles[0]
                changed = ((slot, replace(situation, tense=tense)), *roles[1:])
                yield replace(parsed, phrase=replace(parsed.phrase, roles=changed))

    def _ordered(self, match: Match, owner: Phrase | None) -> Iterator[Parsed]:
        order = match.sense.entry.detail if match.sense else ""
        for parsed in self._nouns_after(match, owner):
            if event := parsed.phrase.event:
                yield replace(parsed, phrase=replace(parsed.phrase, event=replace(event, order=order)))
            elif roles := parsed.phrase.roles:
                slot, situation = roles[0]
                changed = ((slot, replace(situation, order=order)), *roles[1:])
                yield replace(parsed, phrase=replace(parsed.phrase, roles=changed))
            elif match.sense and match.sense.entry.relation and parsed.phrase.classes:
                yield self._by_age(parsed, match.sense.entry)

    def _by_age(self, parsed: Parsed, entry: Entry) -> Parsed:
        """Read "the oldest company": the one whose founding comes first."""
        schema = self.filler.ontology.relations[entry.relation]
        slot = schema.object_slot or schema.subject_slot
        frame = self.filler.empty_frame(schema)
        situation = Situation(schema, ((slot, HERE),), frame, aspect=schema.aspect, order=entry.detail)
        return replace(parsed, phrase=parsed.phrase.with_role(slot, situation))

    def _title(self, match: Match, terms: tuple[str, ...], owner: Phrase | None) -> Iterator[Parsed]:
        """A title that the graph holds, used as a noun."""
        for entry in self.analysis.lexicon.entries:
            if entry.kind is Kind.TITLE:
                yield from self._noun(match, entry, (), owner, (("title", terms),))

    def _measured(self, match: Match, entry: Entry, owner: Phrase | None) -> Iterator[Parsed]:
        """The size of something: "the amount of Meta's investment"."""
        if owner is None:
            yield Parsed(
                Phrase(self.analysis.text(match.start, match.end), measure=entry.detail), match.end, match.cost
            )
        if owner is None and self._word(match.end) == "of":
            for parsed in self.at(match.end + 1):
                event = parsed.phrase.event
                if event and entry.detail in event.relation.qualifiers:
                    yield replace(parsed, phrase=replace(parsed.phrase, measure=entry.detail))

    # --- descriptions -----------------------------------------------------------------------------------------------

    def _noun(
        self,
        match: Match,
        entry: Entry,
        constants: tuple[tuple[str, tuple[str, ...]], ...],
        owner: Phrase | None,
        terms: tuple[tuple[str, tuple[str, ...]], ...] = (),
    ) -> Iterator[Parsed]:
        schema = self.filler.ontology.relations[entry.relation]
        known = (*self.filler.constants(constants), *terms)
        for frame in entry.frames:
            situation = Situation(
                schema,
                (),
                frame,
                known,
                entry.aspect or schema.aspect,
                tense=_STATE.get(entry.detail, Tense.ANY),
                verb=match.sense.base if match.sense else "",
            )
            if entry.denotes:
                situation = replace(situation, arguments=((entry.denotes, HERE),))
            for owned in self._own(situation, frame, owner) if owner else (situation,):
                yield from self._completed(entry, owned, match)

    def _size_of(self, event: Parsed) -> Iterator[Parsed]:
        """An event with a noun for its number behind it: "investment amount"."""
        situation = event.phrase.event
        for match in self.analysis.senses(event.end, Kind.SLOT_NOUN) if situation else ():
            if match.sense and situation and match.sense.entry.detail in situation.relation.qualifiers:
                phrase = replace(event.phrase, measure=match.sense.entry.detail)
                yield replace(event, phrase=phrase, end=match.end, cost=event.cost + match.cost)

    def _own(self, situation: Situation, frame: Frame, owner: Phrase) -> Iterator[Situation]:
        """The owner stands before "~" in the frame; of an event it may be either side ("the Pemberly acquisition")."""
        schema = situation.relation
        if owner.members:
            places = [frame.subject]
        elif any(phrase == HERE for _, phrase in situation.arguments):
            attached = self.filler.attach(situation, owner)
            if attached is not None:
                yield attached
            return
        else:
            places = [schema.subject_slot, *([schema.object_slot] if schema.object_slot else [])]
        for slot in dict.fromkeys(places):
            if (filled := self.filler.add(situation, slot, owner)) is not None:
                yield filled

    def _completed(self, entry: Entry, situation: Situation, match: Match) -> Iterator[Parsed]:
        """The description with whatever follows it."""
        for complete, end, cost, notes in self._complements(situation, match.end):
            parsed = Parsed(self._phrase(entry, complete, match, end), end, cost + match.cost, notes)
            yield parsed
            yield from self._size_of(parsed)
            if entry.denotes:
                yield from self._with_relatives(parsed, again=False)
            if entry.open and match.sense and match.sense.plural:
                yield from self._metonym(complete, end, cost + match.cost, notes)

    def _metonym(self, situation: Situation, end: int, cost: float, notes: tuple[str, ...]) -> Iterator[Parsed]:
        """Read "researchers at Meta" as Meta where a company is meant, and say so."""
        named = [phrase for _, phrase in situation.arguments if phrase.names]
        if len(named) == 1 and len(situation.arguments) == 2:
            note = f"What is known of {named[0].names[0].label} itself is told."
            yield Parsed(named[0], end, cost + _METONYM_COST, (*notes, note))

    def _phrase(self, entry: Entry, situation: Situation, match: Match, end: int) -> Phrase:
        words = self.analysis.text(match.start, end)
        if entry.denotes is None:
            return Phrase(words, event=situation, measured=entry.measures)
        schema = situation.relation
        classes = {schema.subject_slot: schema.subject_class, schema.object_slot: schema.object_class}
        name = entry.class_name or classes.get(entry.denotes)
        return Phrase(
            words,
            classes=(name,) if name and name != "value" else (),
            roles=((entry.denotes, situation),),
            open=entry.open,
        )

    def _complements(self, situation: Situation, start: int) -> Iterator[tuple[Situation, int, float, tuple[str, ...]]]:
        """The situation with none, some or all of the "of X" and "in Y" that follow."""
        yield situation, start, 0.0, ()
        preposition = self._word(start)
        if not any(preposition in words for words, _ in situation.frame.obliques):
            return
        for parsed in self.at(start + 1):
            both = self.filler.between(situation, parsed.phrase) if preposition == "between" else ()
            filled = self.filler.add_oblique(situation, preposition, parsed.phrase)
            for placed in (*both, *([filled] if filled else [])):
                for complete, end, cost, notes in self._complements(placed, parsed.end):
                    yield complete, end, cost + parsed.cost, parsed.notes + notes

    def _with_relatives(self, parsed: Parsed, *, again: bool = True) -> Iterator[Parsed]:
        if again:
            yield parsed
        yield from self.relative(parsed)
