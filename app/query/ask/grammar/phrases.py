"""Reads noun phrases in every way: names, descriptions ("Meta's vendors"), what is asked for ("which companies")."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from app.query.ask.grammar.descriptions import Describer
from app.query.ask.grammar.elements import Parsed, prune
from app.query.ask.grammar.filling import Filler
from app.query.ask.grammar.parts import STATES
from app.query.ask.grammar.reading import HERE, Asked, Phrase, Situation, Tense
from app.query.ask.lexical.analyse import Analysis, Match
from app.query.ask.lexical.entries import Entry, Kind
from app.query.ask.lexical.names import Candidate
from app.query.ask.lexical.words import (
    AUXILIARIES,
    COUNTS,
    DETERMINERS,
    POSSESSIVE_PRONOUNS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
)

_COMPOUND_COST, _METONYM_COST = 0.05, 0.05
_REPEATED = frozenset({"in", "of", "for", "with", "at", "by", "from", "to", "into", "on", "over"})
_IMPLIED_COST = 0.02
_EPITHET_COST, _MOST_EPITHETS = 0.04, 3
_MEASURE = "measure"
_PARTS = frozenset({"one", "some", "any", "all", "most", "each", "several"})


class PhraseReader:
    """Reads the noun phrases that begin at a word. `relative` reads what follows "that" and "who" (see clauses.py)."""

    def __init__(self, analysis: Analysis, filler: Filler) -> None:
        self.analysis = analysis
        self.filler = filler
        self.words = analysis.words
        self._describer = Describer(analysis, filler, self.at)
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
        for first in prune(self._phrases(start)):
            yield first
            if self.analysis.word(first.end) == "and" and first.phrase.asked is None:
                # "in X and in Y" is "in X and Y".
                again = self.analysis.word(first.end + 1) in _REPEATED
                for second in self.at(first.end + 1 + again):
                    if second.phrase.asked is None and not second.phrase.members:
                        words = f"{first.phrase.words} and {second.phrase.words}"
                        phrase = Phrase(words, members=(first.phrase, second.phrase))
                        yield Parsed(phrase, second.end, first.cost + second.cost, first.notes + second.notes)

    def _phrases(self, start: int) -> Iterator[Parsed]:
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
            found = self._phrases(start + 2)
            yield from self._asked(
                (parsed for parsed in found if parsed.phrase.roles or parsed.phrase.classes), Asked.WHICH
            )
        elif word in ("what", "which"):
            if word == "what" or self.analysis.word(start + 1) in AUXILIARIES:
                yield Parsed(Phrase(word, asked=Asked.WHAT), start + 1)
            counted = self.analysis.word(start + 1) in COUNTS  # how many there are, the answer is held against
            yield from self._asked(self._nominals(start + 1 + counted), Asked.WHICH)
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
        if word in _PARTS and self.analysis.word(start + 1) == "of":
            yield from (parsed for parsed in self._phrases(start + 2) if parsed.phrase.classes)
        if word in DETERMINERS or word == "other":
            counted = word in ("the", "these", "those") and self.analysis.word(start + 1) in COUNTS
            for parsed in self._phrases(start + 1 + counted):
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
            for parsed in self._phrases(end):
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
            for parsed in self._asked(self._nominals(start + 2), Asked.COUNT):
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

    # --- what a phrase can be ---------------------------------------------------------------------------------------

    def _nominals(self, start: int) -> Iterator[Parsed]:
        word = self.analysis.word(start)
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
            if self.analysis.word(end) == "'s":
                yield from self._possessed(end + 1, parsed)

    def _reflexive(self, start: int) -> Iterator[Parsed]:
        """Read "its stake" in "X sold its stake": whose it is, the verb will say."""
        for match in self.analysis.senses(start, Kind.NOUN):
            for parsed in self._described(match, None):
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
            for kind in self._with_kind(named):
                yield kind
                yield from self._possessed(kind.end + 1, kind) if self.analysis.word(kind.end) == "'s" else ()
            if self.analysis.word(match.end) == "'s":
                yield from self._possessed(match.end + 1, named)
            else:
                yield from self._possessed(match.end, replace(named, cost=named.cost + _COMPOUND_COST))
                yield from self._pair(named)
        elif match.quantity:
            yield Parsed(Phrase(words, quantity=match.quantity), match.end)
            yield from self._sized(match, None)
        elif match.values:
            yield Parsed(Phrase(words, values=match.values), match.end, match.cost, notes)
            yield from self._of_topic(match)
            yield from self._round(match, None)
            if titles := dict(match.values).get("title"):
                yield from (replace(p, notes=(*notes, *p.notes)) for p in self._title(match, titles, None))
        elif match.sense:
            yield from (replace(p, notes=(*notes, *p.notes)) for p in self._described(match, None))
            yield from self._named_by_kind(match)

    def _pair(self, named: Parsed) -> Iterator[Parsed]:
        """Read "the Acme Pelm partnership": what is between the two."""
        for other in self.analysis.at(named.end):
            if other.names and set(other.names).isdisjoint(named.phrase.names):
                second = Phrase(self.analysis.text(other.start, other.end), names=other.names)
                both = Phrase(f"{named.phrase.words} {second.words}", members=(named.phrase, second))
                cost = named.cost + other.cost + _COMPOUND_COST
                yield from (
                    parsed
                    for parsed in self._possessed(other.end, Parsed(both, other.end, cost, named.notes))
                    if parsed.phrase.event and len(parsed.phrase.event.arguments) > 1
                )

    def _with_kind(self, named: Parsed) -> Iterator[Parsed]:
        """Read "the Acme group", "the Heron database": a name and of what kind it is."""
        for match in self.analysis.senses(named.end, Kind.CLASS_NOUN):
            if match.sense and not match.sense.plural:
                entry = match.sense.entry
                fitting = tuple(name for name in named.phrase.names if self._is_of(name, entry))
                if fitting:
                    yield replace(named, phrase=replace(named.phrase, names=fitting), end=match.end)

    def _named_by_kind(self, match: Match) -> Iterator[Parsed]:
        """Read "the analyst Ann Roe", "the vendor Acme": who is named, in that post or of that kind."""
        sense = match.sense
        kinds = (Kind.TITLE, Kind.CLASS_NOUN, Kind.NOUN)
        if sense is None or sense.plural or sense.entry.kind not in kinds:
            return
        if sense.entry.kind is Kind.NOUN:
            yield from self._apposed(match, sense.entry)
            return
        for named in self.analysis.at(match.end):
            if not named.names:
                continue
            fitting = tuple(c for c in named.names if self._is_of(c, sense.entry))
            words = self.analysis.text(match.start, named.end)
            for kind in self._described(match, None) if fitting else ():
                if kind.end == match.end and kind.phrase.asked is None and not kind.phrase.event:
                    phrase = Phrase(words, names=fitting, roles=kind.phrase.roles)
                    yield Parsed(phrase, named.end, match.cost + named.cost)

    def _apposed(self, match: Match, entry: Entry) -> Iterator[Parsed]:
        """Read "the labelling firm Acme": the noun only says which of those who bear a name is meant."""
        schema = self.filler.ontology.relations[entry.relation]
        classes = {schema.subject_slot: schema.subject_class, schema.object_slot: schema.object_class}
        expected = classes.get(entry.denotes) if entry.denotes else None
        leads_on = self.analysis.word(match.end - 1) in PREPOSITIONS  # "people behind Acme" are not Acme
        for named in self.analysis.at(match.end) if expected and not leads_on else ():
            fitting = tuple(c for c in named.names if self.filler.ontology.is_a(c.type, expected or ""))
            if fitting:
                words = self.analysis.text(match.start, named.end)
                note = f"Whether “{self.analysis.text(match.start, match.end)}” is so was not looked at."
                yield Parsed(Phrase(words, names=fitting), named.end, match.cost + named.cost + _IMPLIED_COST, (note,))

    def _is_of(self, candidate: Candidate, entry: Entry) -> bool:
        expected = "Person" if entry.kind is Kind.TITLE else entry.class_name
        return self.filler.ontology.is_a(candidate.type, expected)

    def owned(self, start: int, owner: Parsed) -> list[Parsed]:
        """All phrases that begin at a word and are somebody's ("whose chief executive")."""
        return prune(self._possessed(start, owner))

    def _possessed(self, start: int, owner: Parsed) -> Iterator[Parsed]:
        """What may follow "Meta's"."""
        if start >= len(self.words):
            return
        marked = self.analysis.word(start - 1) == "'s" or self.analysis.word(start - 1) in POSSESSIVE_PRONOUNS
        for match in self.analysis.at(start):
            yield from self._those_of(match, owner)
            if match.names:  # two names side by side are two, and not the one's other
                yield from self._named_part(match, owner) if marked else ()
            elif match.quantity:
                yield from self._sized(match, owner.phrase)
            elif match.values:
                yield self._owned(Phrase(self.analysis.text(start, match.end), values=match.values), match.end, owner)
                yield from self._with_cost(self._round(match, owner.phrase), owner)
                if titles := dict(match.values).get("title"):
                    yield from self._with_cost(self._title(match, titles, owner.phrase), owner)
            elif match.sense:
                yield from self._with_cost(self._described(match, owner.phrase), owner)
        if marked:
            for end, cost in self.analysis.unknown_runs(start):
                phrase = Phrase(self.analysis.text(start, end), unknown=True)
                yield self._owned(phrase, end, replace(owner, cost=owner.cost + cost))

    def _named_part(self, match: Match, owner: Parsed) -> Iterator[Parsed]:
        """Read "X's Acme Labs" and "its Acme Labs unit": a part of the owner that is named."""
        words, ends = self.analysis.text(match.start, match.end), {match.end: 0.0}
        for noun in self.analysis.senses(match.end, Kind.NOUN):
            if noun.sense and noun.sense.entry.relation in self.analysis.lexicon.transitive:
                ends.setdefault(noun.end, noun.cost)
        for name in sorted(self.analysis.lexicon.transitive):
            schema = self.filler.ontology.relations[name]
            empty = Situation(
                schema, ((schema.subject_slot, HERE),), self.filler.empty_frame(schema), aspect=schema.aspect
            )
            part = self.filler.add(empty, schema.object_slot or "", owner.phrase)
            named = tuple(c for c in match.names if self.filler.ontology.is_a(c.type, schema.subject_class))
            if part is None or not named:
                continue
            phrase = Phrase(words, names=named, roles=((schema.subject_slot, part),))
            for end, cost in ends.items():
                yield Parsed(phrase, end, owner.cost + match.cost + cost, owner.notes)

    def _sized(self, match: Match, owner: Phrase | None) -> Iterator[Parsed]:
        """Read "9 percent stake", "$5 million investment" and "X's 9 percent of Y" as situations of that size."""
        size = Phrase(self.analysis.text(match.start, match.end), quantity=match.quantity)
        lexicon = self.analysis.lexicon
        for parsed in (*self._nouns_after(match, owner), *self._parts_of(match, owner)):
            event = parsed.phrase.event
            measure = lexicon.measures.get(event.relation.name) if event else None
            sized = self.filler.add(event, measure, size) if event and measure else None
            if sized is not None:
                yield replace(parsed, phrase=replace(parsed.phrase, event=sized))

    def _parts_of(self, match: Match, owner: Phrase | None) -> Iterator[Parsed]:
        """Read "X's 9 percent of Y" by the noun that goes without saying ("stake")."""
        if owner is None or self.analysis.word(match.end) not in ("of", "in"):
            return
        lexicon = self.analysis.lexicon
        for entry in lexicon.entries:
            if entry.kind is Kind.NOUN and entry.measures and not entry.denotes:
                yield from self._describer.noun(match, entry, entry.constants, owner)

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
            yield from self._describer.with_relatives(
                Parsed(Phrase(words, classes=(entry.class_name,), loose=entry.loose), match.end, match.cost)
            )
        elif entry.kind is Kind.SLOT_NOUN:
            yield from self._measured(match, entry, owner)
        elif entry.kind is Kind.NOUN:
            yield from self._describer.noun(match, entry, entry.constants, owner)
        elif entry.kind is Kind.TITLE:
            yield from self._describer.noun(match, entry, (("title", (sense.base,)),), owner)

    def _nouns_after(self, match: Match, owner: Phrase | None) -> Iterator[Parsed]:
        if owner is None and self.analysis.word(match.end) == "of":
            yield from self._phrases(match.end + 1)
        elif owner is None:
            yield from self._nominals(match.end)
        else:
            yield from self._possessed(match.end, Parsed(owner, match.end))

    def _in_state(self, match: Match, owner: Phrase | None) -> Iterator[Parsed]:
        tense = STATES[match.sense.entry.detail] if match.sense else Tense.ANY
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
                yield from self._describer.noun(match, entry, (), owner, (("title", terms),))

    def _round(self, match: Match, owner: Phrase | None) -> Iterator[Parsed]:
        """Read "Acme's Series B" as the situation that it names, by the noun that goes without saying ("round")."""
        for slot, terms in match.values:
            implied = self.analysis.lexicon.ignored.get(slot, frozenset())
            for entry in self.analysis.lexicon.entries if implied else ():
                if entry.kind is Kind.NOUN and not entry.denotes and implied & set(entry.forms):
                    for parsed in self._describer.noun(match, entry, (), owner, ((slot, terms),)):
                        yield replace(parsed, cost=parsed.cost + _IMPLIED_COST)

    def _of_topic(self, match: Match) -> Iterator[Parsed]:
        """Read "the robotics unit" as the one that robotics is the topic of."""
        topics = dict(match.values)
        for schema in self.filler.ontology.relations.values():
            terms = topics.get(schema.object_slot or "") if schema.object_class == "Topic" else None
            for parsed in self._nominals(match.end) if terms else ():
                phrase = parsed.phrase
                plain = phrase.names or phrase.asked or not phrase.roles
                if plain or schema.object_slot is None or terms is None:
                    continue
                topic = Phrase(self.analysis.text(match.start, match.end), values=((schema.object_slot, terms),))
                ends = ((schema.subject_slot, HERE), (schema.object_slot, topic))
                situation = Situation(schema, ends, self.filler.empty_frame(schema), aspect=schema.aspect)
                yield replace(
                    parsed, phrase=phrase.with_role(schema.subject_slot, situation), cost=parsed.cost + _IMPLIED_COST
                )

    def _measured(self, match: Match, entry: Entry, owner: Phrase | None) -> Iterator[Parsed]:
        """The size of something: "the amount of Meta's investment"."""
        if owner is None and entry.detail != _MEASURE:
            yield Parsed(
                Phrase(self.analysis.text(match.start, match.end), measure=entry.detail), match.end, match.cost
            )
        if owner is None and self.analysis.word(match.end) in ("of", "on", "for"):
            for parsed in self.at(match.end + 1):
                event = parsed.phrase.event
                if not self.analysis.lexicon.is_singular(parsed.phrase.words):
                    continue  # "the sum of the investments" would have to be worked out
                if event and (measure := self._describer.size(entry, event)):
                    yield replace(parsed, phrase=replace(parsed.phrase, measure=measure))
