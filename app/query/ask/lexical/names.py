"""The names and the values that a graph holds, found by the words of a question."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from weakref import WeakKeyDictionary

from pyoxigraph import Literal, NamedNode, QuerySolutions

from app.graphs import ENTITIES, FACT_GRAPHS
from app.query.ask.lexical.entries import NOMINAL
from app.query.ask.lexical.lexicon import Lexicon
from app.query.ask.lexical.words import FUNCTION_WORDS, ends_of, name_words, one_edit_apart, spelt_words, stem
from app.query.lookup import Lookup
from app.query.nodes import is_article_graph
from app.store.base import Pattern, Store
from app.vocab import ALT_LABEL, CG, PREF_LABEL, TYPE, cg

_CONCEPTS = frozenset({"Role", "Responsibility", "Topic"})
_TYPO_LENGTH = 5
_LEAST_PARTS = 3
_SIGN = re.compile(r"\s[&+]\s")
SURNAME_COST, SHORT_NAME_COST, TYPO_COST = 0.05, 0.05, 0.25


@dataclass(frozen=True)
class Candidate:
    """An entity that some words may name."""

    iri: str
    label: str
    type: str


_PEOPLE = {**dict.fromkeys(("it", "its"), False), **dict.fromkeys(("he", "she", "him", "his", "her"), True)}
_ANY = frozenset({"they", "their", "them"})
_THINGS = frozenset({"Place", "Product"})


def fits_pronoun(word: str, candidate: Candidate) -> bool:
    """Whether a pronoun can stand for somebody or something: "she" for people, "it" for all else, "they" for doers."""
    return (word in _ANY and candidate.type not in _THINGS) or _PEOPLE.get(word) is (candidate.type == "Person")


@dataclass(frozen=True)
class Named:
    """Candidates for the same words, with what it costs to read the words so (a whole name is free)."""

    candidates: tuple[Candidate, ...]
    cost: float


@dataclass(frozen=True)
class Names:
    """All names by their words, all values of text slots by slot, and the day that the graph's articles end with.

    `newest` is the day of the newest article: no clock is asked, so what "now" means is told by the articles alone.
    """

    by_words: Mapping[tuple[str, ...], Named]
    labels: Mapping[str, Candidate]
    values: Mapping[str, Mapping[str, tuple[str, ...]]]
    vocabulary: frozenset[str]
    longest: int
    newest: str | None = None

    def prepare(self) -> Names:
        """Itself, with every index made, so that no question has to wait for one."""
        self.misspelt("-" * _TYPO_LENGTH)
        self.nearest(["---"])
        self.terms("", ())
        self.terms_with("", ("",))
        return self

    def misspelt(self, word: str) -> list[str]:
        """The words of names that are one letter away from one that is in no name."""
        if len(word) < _TYPO_LENGTH - 1 or word in self.vocabulary:
            return []
        near = {known for key in ends_of(word) for known in self._by_ends.get(key, ())}
        return sorted(known for known in near if one_edit_apart(word, known))

    def terms(self, slot: str, words: tuple[str, ...]) -> tuple[str, ...]:
        """The values of a slot, as SPARQL terms, that are just these words."""
        return self._whole.get(slot, {}).get(words, ())

    def terms_with(self, slot: str, words: tuple[str, ...]) -> tuple[str, ...]:
        """The values of a slot in which all of these words stand."""
        holding = [self._parts.get(slot, {}).get(word, frozenset()) for word in words]
        return tuple(sorted(frozenset.intersection(*holding))) if holding else ()

    def longer_titles(self, terms: Iterable[str]) -> tuple[str, ...]:
        """The titles that begin with some titles: "vice president of operations" for "vice president"."""
        titles = self.values.get("title", {})
        wanted = [titles[term] for term in terms if term in titles] or [name_words(term) for term in terms]
        return tuple(t for t, words in titles.items() if any(words != w and words[: len(w)] == w for w in wanted if w))

    @cached_property
    def title_words(self) -> frozenset[str]:
        """The words of the titles that the graph holds, as `terms` compares them."""
        return frozenset(word for words in self.values.get("title", {}).values() for word in words)

    @cached_property
    def value_words(self) -> frozenset[str]:
        """The stems of all words in the texts that the graph holds."""
        texts = (text for values in self.values.values() for text in values)
        return frozenset(stem(word) for text in texts for word in spelt_words(text))

    def standing_in(self, terms: Iterable[str], lexicon: Lexicon) -> tuple[str, ...]:
        """The titles of those who hold some titles for somebody else: "interim chief" for "chief"."""
        titles = self.values.get("title", {})
        found = (self.terms("title", (*word, *titles.get(term, ()))) for term in terms for word in lexicon.stand_ins)
        return tuple(dict.fromkeys(term for each in found for term in each))

    @cached_property
    def _whole(self) -> Mapping[str, Mapping[tuple[str, ...], tuple[str, ...]]]:
        found: dict[str, dict[tuple[str, ...], tuple[str, ...]]] = {}
        for slot, values in self.values.items():
            same = found.setdefault(slot, {})
            for term, words in values.items():
                same[words] = (*same.get(words, ()), term)
        return found

    @cached_property
    def _parts(self) -> Mapping[str, Mapping[str, frozenset[str]]]:
        found: dict[str, dict[str, set[str]]] = {}
        for slot, values in self.values.items():
            holding = found.setdefault(slot, defaultdict(set))
            for term, words in values.items():
                for word in words:
                    holding[word].add(term)
        return {slot: {word: frozenset(terms) for word, terms in held.items()} for slot, held in found.items()}

    @cached_property
    def _by_ends(self) -> Mapping[str, tuple[str, ...]]:
        """The words by their first and their last letters: one slip leaves either the one or the other as it was."""
        found: dict[str, list[str]] = defaultdict(list)
        for word in self.vocabulary:
            if len(word) >= _TYPO_LENGTH:
                for key in ends_of(word):
                    found[key].append(word)
        return {key: tuple(words) for key, words in found.items()}

    @cached_property
    def _by_word(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for candidate in self.labels.values():
            for word in spelt_words(candidate.label):
                found[word].add(candidate.label)
        return {word: frozenset(labels) for word, labels in found.items()}

    def find(self, name: str) -> Candidate | None:
        """The one entity of a name, or None."""
        named = self.by_words.get(spelt_words(name))
        return named.candidates[0] if named and len(named.candidates) == 1 else None

    def nearest(self, words: Iterable[str]) -> list[str]:
        """Labels that share a word with a name that the graph does not have, sorted."""
        return sorted({label for word in words if len(word) > 2 for label in self._by_word.get(word, ())})[:5]


class _Kept(NamedTuple):
    generation: int
    made_for: object
    names: Names


_kept: WeakKeyDictionary[Store, _Kept] = WeakKeyDictionary()


def names_of(lookup: Lookup, lexicon: Lexicon, text_slots: frozenset[str]) -> Names:
    """The names of a store, read again only when it has changed."""
    generation, made_for = lookup.store.generation, (lookup.iris, id(lexicon), text_slots)
    kept = _kept.get(lookup.store)
    if kept is None or kept.generation != generation or kept.made_for != made_for:
        kept = _Kept(generation, made_for, read_names(lookup, lexicon, text_slots).prepare())
        _kept[lookup.store] = kept
    return kept.names


def read_names(lookup: Lookup, lexicon: Lexicon, text_slots: Iterable[str]) -> Names:
    """Read every name of an entity and every value of the given slots out of a store."""
    labels, spellings = _entities(lookup)
    found: dict[tuple[str, ...], dict[str, float]] = defaultdict(dict)
    for iri, names in spellings.items():
        for name in names:
            family = _family(name) if labels[iri].type == "Person" else ()
            given = _given(name) if labels[iri].type == "Person" else ()
            for words, cost in (
                *_variants(spelt_words(name), labels[iri].type, lexicon),
                *_joined(name),
                *family,
                *given,
            ):
                found[words][iri] = min(cost, found[words].get(iri, cost))
    by_words = {words: _cheapest(costs, labels) for words, costs in found.items()}
    return Names(
        by_words=by_words,
        labels=labels,
        values=_values(lookup, lexicon, text_slots),
        vocabulary=frozenset(word for words in by_words for word in words),
        longest=max(map(len, by_words), default=1),
        newest=_newest(lookup),
    )


def _newest(lookup: Lookup) -> str | None:
    """The day of the newest article; None if none is dated."""
    told = lookup.store.quads(None, cg("published"))
    days = (q.object.value[:10] for q in told if isinstance(q.object, Literal) and is_article_graph(q, lookup.iris))
    return max(days, default=None)


def _entities(lookup: Lookup) -> tuple[dict[str, Candidate], dict[str, list[str]]]:
    graph = lookup.iris.graph(ENTITIES)
    types = {
        quad.subject.value: quad.object.value.removeprefix(CG)
        for quad in lookup.store.quads(None, TYPE, None, graph)
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode)
    }
    labels: dict[str, Candidate] = {}
    spellings: dict[str, list[str]] = defaultdict(list)
    for predicate in (PREF_LABEL, ALT_LABEL):
        for quad in lookup.store.quads(None, predicate, None, graph):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                iri = quad.subject.value
                if predicate == PREF_LABEL:
                    labels[iri] = Candidate(iri, quad.object.value, types.get(iri, "Agent"))
                if types.get(iri) not in _CONCEPTS and iri in labels:
                    spellings[iri].append(quad.object.value)
    return labels, spellings


def _variants(words: tuple[str, ...], type_name: str, lexicon: Lexicon) -> Iterable[tuple[tuple[str, ...], float]]:
    """A name, and the shorter forms that readers use for it: a surname, the first words of a company's name."""
    if not words:
        return
    yield words, 0.0
    if len(words) < 2:
        return
    if type_name == "Person":
        yield words[-1:], SURNAME_COST
        yield (words[0], words[-1]), SURNAME_COST
    elif type_name not in ("Collective", "Product", "Place"):
        for length in range(1, len(words)):
            short = words[:length]
            telling = [word for word in short if not (word in lexicon.words or word in FUNCTION_WORDS or len(word) < 3)]
            ends = short[-1] in telling or not (short[-1] in FUNCTION_WORDS or _is_noun(short[-1], lexicon))
            joined = len(short) > 1 and any(len(word) > 3 for word in telling) and ends
            if len(telling) == len(short) or joined:
                yield short, SHORT_NAME_COST


def _is_noun(word: str, lexicon: Lexicon) -> bool:
    """Whether a word says by itself what something is ("Acme fund"), so that no name need end with it."""
    return any(sense.entry.kind in NOMINAL for sense in lexicon.senses.get((word,), ()))


def _family(name: str) -> Iterable[tuple[tuple[str, ...], float]]:
    """A family name of several words: "Roe-Lind", "van Roe", "Roe y Lind"."""
    parts = name.split()
    for start in range(1, len(parts)):
        words = spelt_words(" ".join(parts[start:]))
        if len(words) > 1:
            yield words, SURNAME_COST


def _given(name: str) -> Iterable[tuple[tuple[str, ...], float]]:
    """The beginning of a name of many parts, as people who have two family names are often called: "Ana Roe"."""
    parts = name.split()
    for end in range(_LEAST_PARTS - 1, len(parts)):
        if all(part[:1].isupper() for part in parts[1:end]):
            yield spelt_words(" ".join(parts[:end])), SURNAME_COST


def _joined(name: str) -> Iterable[tuple[tuple[str, ...], float]]:
    """A name with its sign written out: "Roe and Lind" for "Roe & Lind"."""
    if _SIGN.search(name):
        yield spelt_words(_SIGN.sub(" and ", name)), 0.0


def _cheapest(costs: Mapping[str, float], labels: Mapping[str, Candidate]) -> Named:
    """Whoever bears the name itself comes before those for whom it would be a short form."""
    least = min(costs.values())
    return Named(tuple(labels[iri] for iri in sorted(costs) if costs[iri] == least), least)


def _telling(words: tuple[str, ...], slot: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The words to find a value by: "series" of "Series B" says nothing that the letter does not."""
    if slot not in lexicon.exact_slots:
        return lexicon.same(words)
    whole = lexicon.title(words)
    return lexicon.without_ignored(slot, whole) or whole


def _values(lookup: Lookup, lexicon: Lexicon, slots: Iterable[str]) -> dict[str, dict[str, tuple[str, ...]]]:
    """For each slot, each value (as a SPARQL term) with the words to find it by."""
    wanted = " ".join(str(cg(slot)) for slot in sorted(slots))
    graphs = [lookup.iris.graph(name) for name in FACT_GRAPHS]
    where = f"VALUES ?slot {{ {wanted} }} ?fact {cg('realised')} ?any ; ?slot ?value"
    rows = lookup.store.query(f"SELECT DISTINCT ?slot ?value WHERE {{ {where} }}", default_graphs=graphs)
    found: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    if isinstance(rows, QuerySolutions):
        for slot, value in [*((row["slot"], row["value"]) for row in rows), *_reported(lookup, lexicon)]:
            if isinstance(value, Literal):
                name, words = slot.value.removeprefix(CG), name_words(value.value)
                found[name][str(value)] = _telling(words, name, lexicon)
                if charge := lexicon.charge(name, words):
                    found[f"responsibility|{name}"][str(value)] = charge
                elif name == "responsibility":
                    found["responsibility|title"][str(value)] = lexicon.same(words)
    return {slot: dict(sorted(values.items())) for slot, values in found.items()}


def _reported(lookup: Lookup, lexicon: Lexicon) -> Iterable[tuple[NamedNode, Literal]]:
    """What claims say that quarrels and the like are about: where only hearsay has it, no fact does."""
    for slot in sorted(set(lexicon.contents.values())):
        named = (q for q in lookup.store.quads(None, cg("name"), Literal(slot)) if is_article_graph(q, lookup.iris))
        parts = (Pattern(quad.subject, cg("value")) for quad in named if isinstance(quad.subject, NamedNode))
        for quad in lookup.store.matching(parts):
            if isinstance(quad.object, Literal):
                yield cg(slot), quad.object
