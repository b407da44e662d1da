"""Reads `ontology/lexicon.ttl`: the words for each relation, who stands where, and the sentences to answer in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from app.query.ask.lexical.entries import NOMINAL, Entry, Kind, Sense
from app.query.ask.lexical.inflect import noun_forms
from app.query.ask.lexical.lexicon_file import (
    LEX,
    canonical,
    charge,
    irregular_verbs,
    local_name,
    read_entry,
    read_turtle,
    senses_of,
    signs,
)
from app.query.ask.lexical.spellings import Spellings
from app.query.ask.lexical.words import FUNCTION_WORDS, content_words, ends_of, name_words, one_edit_apart, spelt_words
from app.resources import ONTOLOGY_DIR
from app.vocab import CG

LEXICON_FILE = ONTOLOGY_DIR / "lexicon.ttl"


_APART = frozenset({Kind.SHARED, Kind.FRAMING, Kind.PART_NOUN, Kind.DEALING, Kind.STAGE})
"""What no clause is read from."""
EVERYBODY = frozenset({"everyone", "everybody", "everything", "anyone", "anybody"})


@dataclass(frozen=True)
class Lexicon:
    """All entries, found by the words of any of their forms; and, by relation, class or slot, what the file says of it.

    The properties that the other fields are read from are explained at the head of `ontology/lexicon.ttl`.
    """

    entries: tuple[Entry, ...]
    senses: Mapping[tuple[str, ...], tuple[Sense, ...]]
    templates: Mapping[str, tuple[str, ...]]
    ends: Mapping[str, tuple[str, ...]]
    measures: Mapping[str, str]
    exact_slots: frozenset[str]
    place_slots: frozenset[str]
    through_units: frozenset[str]
    date_slots: Mapping[str, str]
    timeless: frozenset[str]
    optional: frozenset[str]
    how_slots: frozenset[str]
    contents: Mapping[str, str]
    transitive: frozenset[str]
    ahead: frozenset[str]
    signs: Mapping[str, frozenset[str]]
    ignored: Mapping[str, frozenset[str]]
    canonical: Mapping[tuple[str, ...], tuple[str, ...]]
    charges: Mapping[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]
    wholes: Mapping[str, str]
    owning: frozenset[str]
    earlier: Mapping[str, str]
    ranks: Mapping[str, int]
    ventures: Mapping[str, str]
    makes: Mapping[str, str]
    once: frozenset[str]
    words: frozenset[str] = field(default=frozenset())
    longest: int = 1

    def same(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The content words of a value, with every spelling of a term replaced by its first.

        >>> load_lexicon().same(("interim", "ceo"))
        ('interim', 'chief', 'executive', 'officer')
        """
        stems = content_words(words)
        result: list[str] = []
        position = 0
        while position < len(stems):
            for length in range(min(4, len(stems) - position), 0, -1):
                if replacement := self.canonical.get(stems[position : position + length]):
                    result += replacement
                    position += length
                    break
            else:
                result.append(stems[position])
                position += 1
        return tuple(result)

    def without_ignored(self, slot: str, words: tuple[str, ...]) -> tuple[str, ...]:
        """The content words of a slot's value, as `same` gives them, without those that say nothing there.

        >>> lexicon = load_lexicon()
        >>> lexicon.without_ignored("round", lexicon.same(("series", "a", "round")))
        ('a',)
        """
        ignored = {stem for word in self.ignored.get(slot, ()) for stem in content_words((word,))}
        return tuple(word for word in words if word not in ignored)

    def is_plan(self, form: str) -> bool:
        """Whether a verb is also one for what is only intended ("consider")."""
        return any(sense.entry.kind is Kind.PLAN for sense in self.senses.get(name_words(form), ()))

    def charge(self, slot: str, words: tuple[str, ...]) -> tuple[str, ...]:
        """What a title says that its holder is in charge of, as content words; empty if it says nothing.

        >>> load_lexicon().charge("title", ("head", "of", "logistics"))
        ('logistic',)
        """
        for before, after in self.charges.get(slot, ()):
            end = len(words) - len(after)
            if len(before) < end and words[: len(before)] == before and words[end:] == after:
                return self.same(words[len(before) : end])
        return ()

    def title(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """A value that is matched as a whole, without the words that say when it held ("present chief executive").

        >>> load_lexicon().title(("former", "finance", "director"))
        ('finance', 'director')
        """
        times = {Kind.STATE, Kind.ORDER}
        while len(words) > 1 and any(sense.entry.kind in times for sense in self.senses.get(words[:1], ())):
            words = words[1:]
        return self.same(words)

    def resembling(self, word: str) -> list[str]:
        """The single words of the lexicon that are one letter away; short ones only where they begin alike.

        >>> load_lexicon().resembling("suply")
        ['supply']
        """
        near = {known for key in ends_of(word) for known in self._by_ends.get(key, ())}
        return sorted(k for k in near if one_edit_apart(word, k) and (len(word) > 5 or k[:3] == word[:3]))

    @cached_property
    def spellings(self) -> Spellings:
        """All words that questions are put in, for telling what a misspelt one is meant for."""
        return Spellings(self.words | FUNCTION_WORDS | {word for noun in self.part_nouns for word in noun})

    @cached_property
    def _by_ends(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = defaultdict(list)
        for words in self.senses:
            for key in ends_of(words[0]) if len(words) == 1 else ():
                found[key].append(words[0])
        return {key: tuple(known) for key, known in found.items()}

    @cached_property
    def title_words(self) -> frozenset[str]:
        """The words of titles of several words, among which a slip of the keyboard can be told."""
        titles = (w for w, s in self.senses.items() if len(w) > 1 and any(x.entry.kind is Kind.TITLE for x in s))
        return frozenset(word for words in titles for word in words)

    def is_for_plans(self, verb: str) -> bool:
        """Whether a verb is also a noun for what is only planned: to "bid", or to "make an offer"."""
        last = tuple(name_words(verb.partition("/")[0])[-1:])
        return any(
            sense.entry.kind is Kind.NOUN and sense.entry.detail == "planned" for sense in self.senses.get(last, ())
        )

    def is_singular(self, phrase: str) -> bool:
        """Whether a description begins with a noun in the singular.

        >>> load_lexicon().is_singular("lab"), load_lexicon().is_singular("vendors of Meta")
        (True, False)
        """
        words = name_words(phrase)
        if words[:1] and words[0] in EVERYBODY:
            return False
        for length in range(min(self.longest, len(words)), 0, -1):
            nouns = [s for s in self.senses.get(words[:length], ()) if s.entry.kind in NOMINAL]
            if nouns:
                return not all(sense.plural for sense in nouns)
        return False

    def of_kind(self, kind: Kind) -> frozenset[str]:
        """The words of all entries of a kind."""
        return self._by_kind.get(kind, frozenset())

    @cached_property
    def _by_kind(self) -> Mapping[Kind, frozenset[str]]:
        found: dict[Kind, set[str]] = defaultdict(set)
        for entry in self.entries:
            found[entry.kind].update(word for form in entry.forms for word in name_words(form))
        return {kind: frozenset(words) for kind, words in found.items()}

    @cached_property
    def part_nouns(self) -> Mapping[tuple[str, ...], str]:
        """What each noun asks that can be a whole part of a question, by the noun's words."""
        nouns = (entry for entry in self.entries if entry.kind is Kind.PART_NOUN)
        return {spelt_words(form): entry.detail for entry in nouns for form in entry.forms}

    @cached_property
    def dealings(self) -> Mapping[tuple[str, ...], tuple[Entry, ...]]:
        """The relations whose situations a noun in the plural asks a list of, by the noun's words."""
        found: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
        for entry in (entry for entry in self.entries if entry.kind is Kind.DEALING):
            for form in entry.forms:
                for text, many in noun_forms(form).items():
                    if many:
                        found[name_words(text)].append(entry)
        return {words: tuple(entries) for words, entries in found.items()}

    @cached_property
    def stages(self) -> Mapping[tuple[str, ...], str]:
        """How far along a situation is, by the words for it."""
        entries = (entry for entry in self.entries if entry.kind is Kind.STAGE)
        return {name_words(form): entry.detail for entry in entries for form in entry.forms}

    @cached_property
    def stand_ins(self) -> tuple[tuple[str, ...], ...]:
        """The words before a title that say that it is held for somebody else ("interim")."""
        return tuple(self.same(name_words(f)) for e in self.entries if e.kind is Kind.STAND_IN for f in e.forms)

    def of_relation(self, relation: str) -> list[Entry]:
        """The entries for a relation."""
        return [entry for entry in self.entries if entry.relation == relation]


@cache
def load_lexicon(path: Path = LEXICON_FILE) -> Lexicon:
    """The lexicon of the given file; read once a process."""
    declared = read_turtle(path)
    irregular = irregular_verbs(declared)
    entries = tuple(
        read_entry(name, values, irregular) for name, values in sorted(declared.items()) if name.startswith(LEX)
    )
    senses: dict[tuple[str, ...], list[Sense]] = defaultdict(list)
    for each in entries:
        for words, sense in senses_of(each) if each.kind not in _APART else ():
            if sense not in senses[words]:
                senses[words].append(sense)
    about = {iri.removeprefix(CG): values for iri, values in declared.items() if iri.startswith(CG)}
    return Lexicon(
        entries=entries,
        senses={words: tuple(found) for words, found in senses.items()},
        templates={name: tuple(sorted(values["says"])) for name, values in about.items() if values["says"]},
        ends={name: tuple(sorted(values["saysEnd"])) for name, values in about.items() if values["saysEnd"]},
        measures={name: local_name(values["measure"][0]) for name, values in about.items() if values["measure"]},
        exact_slots=frozenset(name for name, values in about.items() if "exact" in values["matching"]),
        place_slots=frozenset(name for name, values in about.items() if "where" in values["asked"]),
        through_units=frozenset(name for name, values in about.items() if values["throughUnits"]),
        date_slots={name: local_name(values["dateSlot"][0]) for name, values in about.items() if values["dateSlot"]},
        timeless=frozenset(name for name, values in about.items() if values["timeless"]),
        how_slots=frozenset(name for name, values in about.items() if "how" in values["asked"]),
        contents={name: local_name(values["content"][0]) for name, values in about.items() if values["content"]},
        optional=frozenset(name for name, values in about.items() if values["optional"]),
        transitive=frozenset(name for name, values in about.items() if values["transitive"]),
        ahead=frozenset(name for name, values in about.items() if values["ahead"]),
        signs=signs(declared),
        ignored={name: frozenset(values["ignored"]) for name, values in about.items() if values["ignored"]},
        canonical=canonical(entries),
        charges={
            name: tuple(map(charge, sorted(values["charge"]))) for name, values in about.items() if values["charge"]
        },
        earlier={name: local_name(values["earlier"][0]) for name, values in about.items() if values["earlier"]},
        owning=frozenset(
            form.partition("/")[0]
            for iri, values in declared.items()
            if iri.startswith(LEX) and "true" in values["wholly"]
            for form in values["form"]
        ),
        wholes={name: values["wholeOf"][0] for name, values in about.items() if values["wholeOf"]},
        ranks={name: int(values["rank"][0]) for name, values in about.items() if values["rank"]},
        makes={name: local_name(values["makes"][0]) for name, values in about.items() if values["makes"]},
        once=frozenset(name for name, values in about.items() if values["once"]),
        ventures={name: values["venture"][0] for name, values in about.items() if values["venture"]},
        words=frozenset(word for words in senses for word in words),
        longest=max(map(len, senses), default=1),
    )
