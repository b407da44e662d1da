"""Reads nouns of the lexicon and of the graph, with what stands before them: a state, an order, a size, a topic."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.query.ask.grammar.descriptions import Describer
from app.query.ask.grammar.elements import Parsed, Phrases
from app.query.ask.grammar.filling import Filler
from app.query.ask.grammar.parts import STATES
from app.query.ask.grammar.reading import HERE, Phrase, Situation, Tense
from app.query.ask.lexical.analyse import Analysis
from app.query.ask.lexical.entries import Entry, Kind
from app.query.ask.lexical.matches import Match

IMPLIED_COST = 0.02
"""Of what goes without saying."""
_MEASURE = "measure"


@dataclass(frozen=True)
class NounReader:
    """Reads phrases around a noun; `reader` reads the phrases beside it."""

    analysis: Analysis
    filler: Filler
    describer: Describer
    reader: Phrases

    def described(self, match: Match, owner: Phrase | None) -> Iterator[Parsed]:
        """What a word of the lexicon describes by itself, or as its owner's."""
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
            yield from self.describer.with_relatives(
                Parsed(Phrase(words, classes=(entry.class_name,), loose=entry.loose), match.end, match.cost)
            )
        elif entry.kind is Kind.SLOT_NOUN:
            yield from self._measured(match, entry, owner)
        elif entry.kind is Kind.NOUN:
            yield from self.describer.noun(match, entry, entry.constants, owner)
        elif entry.kind is Kind.TITLE:
            yield from self.describer.noun(match, entry, (("title", (sense.base,)),), owner)

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

    def _nouns_after(self, match: Match, owner: Phrase | None) -> Iterator[Parsed]:
        if owner is None and self.analysis.word(match.end) == "of":
            yield from self.reader.phrases(match.end + 1)
        elif owner is None:
            yield from self.reader.nominals(match.end)
        else:
            yield from self.reader.possessed(match.end, Parsed(owner, match.end))

    def sized(self, match: Match, owner: Phrase | None) -> Iterator[Parsed]:
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
                yield from self.describer.noun(match, entry, entry.constants, owner)

    def title(self, match: Match, terms: tuple[str, ...], owner: Phrase | None) -> Iterator[Parsed]:
        """A title that the graph holds, used as a noun."""
        for entry in self.analysis.lexicon.entries:
            if entry.kind is Kind.TITLE:
                yield from self.describer.noun(match, entry, (), owner, (("title", terms),))

    def round(self, match: Match, owner: Phrase | None) -> Iterator[Parsed]:
        """Read "Acme's Series B" as the situation that it names, by the noun that goes without saying ("round")."""
        for slot, terms in match.values:
            implied = self.analysis.lexicon.ignored.get(slot, frozenset())
            for entry in self.analysis.lexicon.entries if implied else ():
                if entry.kind is Kind.NOUN and not entry.denotes and implied & set(entry.forms):
                    for parsed in self.describer.noun(match, entry, (), owner, ((slot, terms),)):
                        yield replace(parsed, cost=parsed.cost + IMPLIED_COST)

    def of_topic(self, match: Match) -> Iterator[Parsed]:
        """Read "the robotics unit" as the one that robotics is the topic of."""
        topics = dict(match.values)
        for schema in self.filler.ontology.relations.values():
            terms = topics.get(schema.object_slot or "") if schema.object_class == "Topic" else None
            for parsed in self.reader.nominals(match.end) if terms else ():
                phrase = parsed.phrase
                plain = phrase.names or phrase.asked or not phrase.roles
                if plain or schema.object_slot is None or terms is None:
                    continue
                topic = Phrase(self.analysis.text(match.start, match.end), values=((schema.object_slot, terms),))
                ends = ((schema.subject_slot, HERE), (schema.object_slot, topic))
                situation = Situation(schema, ends, self.filler.empty_frame(schema), aspect=schema.aspect)
                yield replace(
                    parsed, phrase=phrase.with_role(schema.subject_slot, situation), cost=parsed.cost + IMPLIED_COST
                )

    def _measured(self, match: Match, entry: Entry, owner: Phrase | None) -> Iterator[Parsed]:
        """The size of something: "the amount of Meta's investment"."""
        if owner is None and entry.detail != _MEASURE:
            yield Parsed(
                Phrase(self.analysis.text(match.start, match.end), measure=entry.detail), match.end, match.cost
            )
        if owner is None and self.analysis.word(match.end) in ("of", "on", "for"):
            for parsed in self.reader.at(match.end + 1):
                event = parsed.phrase.event
                if not self.analysis.lexicon.is_singular(parsed.phrase.words):
                    continue  # "the sum of the investments" would have to be worked out
                if event and (measure := self.describer.size(entry, event)):
                    yield replace(parsed, phrase=replace(parsed.phrase, measure=measure))
