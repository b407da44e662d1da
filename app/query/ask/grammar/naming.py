"""Reads names with what stands beside them: "the Acme group", "the analyst Ann Roe", "X's Acme Labs unit"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.query.ask.grammar.elements import Parsed, Phrases
from app.query.ask.grammar.filling import Filler
from app.query.ask.grammar.nouns import IMPLIED_COST, NounReader
from app.query.ask.grammar.reading import HERE, Phrase, Situation
from app.query.ask.lexical.analyse import Analysis
from app.query.ask.lexical.entries import Entry, Kind
from app.query.ask.lexical.matches import Match
from app.query.ask.lexical.names import Candidate
from app.query.ask.lexical.words import PREPOSITIONS

_COMPOUND_COST = 0.05


@dataclass(frozen=True)
class NameReader:
    """Reads phrases around a name; `reader` reads the phrases beside it."""

    analysis: Analysis
    filler: Filler
    nouns: NounReader
    reader: Phrases

    def pair(self, named: Parsed) -> Iterator[Parsed]:
        """Read "the Acme Pelm partnership": what is between the two."""
        for other in self.analysis.at(named.end):
            if other.names and set(other.names).isdisjoint(named.phrase.names):
                second = Phrase(self.analysis.text(other.start, other.end), names=other.names)
                both = Phrase(f"{named.phrase.words} {second.words}", members=(named.phrase, second))
                cost = named.cost + other.cost + _COMPOUND_COST
                yield from (
                    parsed
                    for parsed in self.reader.possessed(other.end, Parsed(both, other.end, cost, named.notes))
                    if parsed.phrase.event and len(parsed.phrase.event.arguments) > 1
                )

    def with_kind(self, named: Parsed) -> Iterator[Parsed]:
        """Read "the Acme group", "the Heron database": a name and of what kind it is."""
        for match in self.analysis.senses(named.end, Kind.CLASS_NOUN):
            if match.sense and not match.sense.plural:
                entry = match.sense.entry
                fitting = tuple(name for name in named.phrase.names if self._is_of(name, entry))
                if fitting:
                    yield replace(named, phrase=replace(named.phrase, names=fitting), end=match.end)

    def named_by_kind(self, match: Match) -> Iterator[Parsed]:
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
            for kind in self.nouns.described(match, None) if fitting else ():
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
                yield Parsed(Phrase(words, names=fitting), named.end, match.cost + named.cost + IMPLIED_COST, (note,))

    def _is_of(self, candidate: Candidate, entry: Entry) -> bool:
        expected = "Person" if entry.kind is Kind.TITLE else entry.class_name
        return self.filler.ontology.is_a(candidate.type, expected)

    def part(self, match: Match, owner: Parsed) -> Iterator[Parsed]:
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
