"""Reads `ontology/lexicon.ttl`: the words for each relation, who stands where, and the sentences to answer in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from app.ontology import Ontology, load_ontology
from app.query.ask.lexical.inflect import Form, noun_forms, verb_forms
from app.query.ask.lexical.words import content_words, ends_of, name_words, one_edit_apart
from app.resources import ONTOLOGY_DIR
from app.vocab import CG, TYPE

LEXICON_FILE = ONTOLOGY_DIR / "lexicon.ttl"
LEX = "https://w3id.org/claimgraph/lexicon#"


EVERYBODY = frozenset({"everyone", "everybody", "everything", "anyone", "anybody"})
ANYBODY = "*"
"""In a frame, the place of words that name a kind of people and nobody in particular."""


class Kind(StrEnum):
    """The classes of entries; the file's head says what each is for."""

    VERB = "Verb"
    ADJECTIVE = "Adjective"
    NOUN = "Noun"
    TITLE = "Title"
    CLASS_NOUN = "ClassNoun"
    ASPECT_VERB = "AspectVerb"
    COPULA = "Copula"
    SUPPORT = "Support"
    SLOT_NOUN = "SlotNoun"
    SAYING = "Saying"
    ORDER = "Order"
    STATE = "State"
    SAME = "Same"
    PLAN = "Plan"
    LINK = "Link"
    STAND_IN = "StandIn"
    COMMAND = "Command"
    FILLER = "Filler"
    UNRECORDED = "Unrecorded"
    BEYOND = "Beyond"
    SHARED = "Shared"
    WHEREABOUTS = "Whereabouts"
    WORTH = "Worth"
    EPITHET = "Epithet"
    STANDING = "Standing"
    FRAMING = "Framing"


_VERBAL = frozenset({Kind.PLAN, Kind.VERB, Kind.ASPECT_VERB, Kind.COPULA, Kind.SUPPORT, Kind.SAYING})
_SIDES = (frozenset({Kind.VERB, Kind.ADJECTIVE}), frozenset({Kind.NOUN, Kind.TITLE}))
NOMINAL = frozenset({Kind.NOUN, Kind.TITLE, Kind.CLASS_NOUN, Kind.SLOT_NOUN, Kind.UNRECORDED})


@dataclass(frozen=True)
class Frame:
    """Who stands where around a word: the slot before it, the slot after it, and the slots behind prepositions."""

    subject: str
    object: str | None = None
    obliques: tuple[tuple[frozenset[str], str], ...] = ()
    required: frozenset[str] = frozenset()

    @property
    def slots(self) -> frozenset[str]:
        """All slots that the frame can fill."""
        return frozenset(
            {self.subject, *(slot for _, slot in self.obliques)} | ({self.object} if self.object else set())
        )


def parse_frame(text: str) -> Frame:
    """A frame from its notation in the lexicon.

    >>> parse_frame("investor ~ amount in|into investee").object
    'amount'
    """
    required = frozenset(part.rstrip("!") for part in text.split() if part.endswith("!"))
    before, _, after = text.replace("!", "").partition("~")
    parts = after.split()
    object_ = parts.pop(0) if len(parts) % 2 else None
    pairs = zip(parts[::2], parts[1::2], strict=True)
    obliques = tuple((frozenset(words.split("|")), slot) for words, slot in pairs)
    return Frame(before.strip(), object_, obliques, required)


@dataclass(frozen=True)
class Entry:
    """One entry of the lexicon. Fields that its kind does not have are empty."""

    name: str
    kind: Kind
    forms: tuple[str, ...]
    relation: str = ""
    frames: tuple[Frame, ...] = ()
    denotes: str | None = None
    constants: tuple[tuple[str, tuple[str, ...]], ...] = ()
    aspect: str | None = None
    open: bool = False
    class_name: str = ""
    detail: str = ""
    measures: bool = False
    impersonal: bool = False
    whole: bool = False
    loose: bool = False
    mutual: bool = False
    passive: bool = False
    stands_in: str = ""
    counted: bool = False


@dataclass(frozen=True)
class Sense:
    """One reading of a form: its entry, the base it comes from, and which form it is."""

    entry: Entry
    base: str
    form: Form = Form.NONE
    plural: bool = False


@dataclass(frozen=True)
class Lexicon:
    """All entries, found by the words of any of their forms."""

    entries: tuple[Entry, ...]
    senses: Mapping[tuple[str, ...], tuple[Sense, ...]]
    templates: Mapping[str, tuple[str, ...]]
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
    def stand_ins(self) -> tuple[tuple[str, ...], ...]:
        """The words before a title that say that it is held for somebody else ("interim")."""
        return tuple(self.same(name_words(f)) for e in self.entries if e.kind is Kind.STAND_IN for f in e.forms)

    def of_relation(self, relation: str) -> list[Entry]:
        """The entries for a relation."""
        return [entry for entry in self.entries if entry.relation == relation]


@cache
def load_lexicon(path: Path = LEXICON_FILE) -> Lexicon:
    """The lexicon of the given file; read once a process."""
    declared = _read(path)
    irregular = _irregular(declared)
    entries = tuple(
        _entry(name, values, irregular) for name, values in sorted(declared.items()) if name.startswith(LEX)
    )
    senses: dict[tuple[str, ...], list[Sense]] = defaultdict(list)
    for entry in entries:
        for words, sense in _senses(entry) if entry.kind not in (Kind.SHARED, Kind.FRAMING) else ():
            if sense not in senses[words]:
                senses[words].append(sense)
    about = {iri.removeprefix(CG): values for iri, values in declared.items() if iri.startswith(CG)}
    return Lexicon(
        entries=entries,
        senses={words: tuple(found) for words, found in senses.items()},
        templates={name: tuple(sorted(values["says"])) for name, values in about.items() if values["says"]},
        measures={name: _local(values["measure"][0]) for name, values in about.items() if values["measure"]},
        exact_slots=frozenset(name for name, values in about.items() if "exact" in values["matching"]),
        place_slots=frozenset(name for name, values in about.items() if "where" in values["asked"]),
        through_units=frozenset(name for name, values in about.items() if values["throughUnits"]),
        date_slots={name: _local(values["dateSlot"][0]) for name, values in about.items() if values["dateSlot"]},
        timeless=frozenset(name for name, values in about.items() if values["timeless"]),
        how_slots=frozenset(name for name, values in about.items() if "how" in values["asked"]),
        contents={name: _local(values["content"][0]) for name, values in about.items() if values["content"]},
        optional=frozenset(name for name, values in about.items() if values["optional"]),
        transitive=frozenset(name for name, values in about.items() if values["transitive"]),
        ahead=frozenset(name for name, values in about.items() if values["ahead"]),
        signs=_signs(declared),
        ignored={name: frozenset(values["ignored"]) for name, values in about.items() if values["ignored"]},
        canonical=_canonical(entries),
        charges={
            name: tuple(map(_charge, sorted(values["charge"]))) for name, values in about.items() if values["charge"]
        },
        earlier={name: _local(values["earlier"][0]) for name, values in about.items() if values["earlier"]},
        owning=frozenset(
            form.partition("/")[0]
            for iri, values in declared.items()
            if iri.startswith(LEX) and "true" in values["wholly"]
            for form in values["form"]
        ),
        wholes={name: values["wholeOf"][0] for name, values in about.items() if values["wholeOf"]},
        ranks={name: int(values["rank"][0]) for name, values in about.items() if values["rank"]},
        makes={name: _local(values["makes"][0]) for name, values in about.items() if values["makes"]},
        once=frozenset(name for name, values in about.items() if values["once"]),
        ventures={name: values["venture"][0] for name, values in about.items() if values["venture"]},
        words=frozenset(word for words in senses for word in words),
        longest=max(map(len, senses), default=1),
    )


def _read(path: Path) -> dict[str, dict[str, list[str]]]:
    declared: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in parse(path=str(path), format=RdfFormat.TURTLE):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            key = "type" if quad.predicate == TYPE else quad.predicate.value.removeprefix(LEX)
            declared[quad.subject.value][key].append(quad.object.value)
    return declared


def _signs(declared: Mapping[str, Mapping[str, list[str]]]) -> dict[str, frozenset[str]]:
    """For each class that is told by its services, the stems of their words."""
    found = {_local(v["class"][0]): v["sign"] for v in declared.values() if v.get("sign") and v.get("class")}
    return {
        name: frozenset(stem for text in texts for stem in content_words(name_words(text)))
        for name, texts in found.items()
    }


def _local(iri: str) -> str:
    return iri.removeprefix(CG).removeprefix(LEX)


def _irregular(declared: Mapping[str, Mapping[str, list[str]]]) -> dict[str, str]:
    """How the lexicon writes each irregular verb of one word."""
    forms = (form for values in declared.values() for form in values.get("form", ()) if form.count("/") == 2)
    return {form.partition("/")[0]: form for form in forms if " " not in form}


def _with_irregular(form: str, irregular: Mapping[str, str]) -> str:
    """A verb of several words ("put money") with the forms of its first one, if that is irregular."""
    head, _, rest = form.partition(" ")
    known = irregular.get(head) if rest and "/" not in form else None
    return "/".join(f"{part} {rest}" for part in known.split("/")) if known else form


def _entry(name: str, values: Mapping[str, list[str]], irregular: Mapping[str, str]) -> Entry:
    def one(key: str) -> str:
        return _local(values[key][0]) if values.get(key) else ""

    constants = (text.partition("=") for text in sorted(values.get("constant", ())))
    kind = Kind(_local(values["type"][0]))
    return Entry(
        name=name.removeprefix(LEX),
        kind=kind,
        # The first form of synonyms is the one that stands for all, so their order in the file must not matter.
        forms=tuple(sorted(_with_irregular(form, irregular) if kind in _VERBAL else form for form in values["form"])),
        relation=one("relation"),
        frames=tuple(parse_frame(text) for text in sorted(values.get("frame", ()))),
        denotes="|".join(sorted(map(_local, values.get("denotes", ())))) or None,
        constants=tuple((slot, tuple(value.split("|"))) for slot, _, value in constants),
        aspect=one("aspect") or None,
        open=one("open") == "true",
        measures=one("measures") == "true",
        impersonal=one("impersonal") == "true",
        whole=one("whole") == "true",
        mutual=one("mutual") == "true",
        counted=one("counted") == "true",
        loose=one("loose") == "true",
        passive=one("passive") == "true",
        stands_in=one("standsIn"),
        class_name=one("class"),
        detail=next(
            (one(key) for key in ("stance", "direction", "state", "slot", "because", "side") if values.get(key)), ""
        ),
    )


def _senses(entry: Entry) -> Iterable[tuple[tuple[str, ...], Sense]]:
    for base in entry.forms:
        if entry.kind in _VERBAL:
            for text, form in verb_forms(base).items():
                yield name_words(text), Sense(entry, base, form)
        elif entry.kind in NOMINAL:
            for text, many in noun_forms(base).items():
                yield name_words(text), Sense(entry, base, plural=many)
        else:
            yield name_words(base), Sense(entry, base)


def _charge(pattern: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words before and after the "*" of a pattern."""
    before, _, after = pattern.partition("*")
    return name_words(before), name_words(after)


def _canonical(entries: Iterable[Entry]) -> dict[tuple[str, ...], tuple[str, ...]]:
    found = {}
    for entry in entries:
        if entry.kind is Kind.SAME:
            spellings = sorted((content_words(name_words(form)) for form in entry.forms), key=lambda w: (-len(w), w))
            found.update(dict.fromkeys(spellings, spellings[0]))
    return found


def shared_forms(lexicon: Lexicon) -> list[str]:
    """The base forms that stand for more than one relation, among verbs and adjectives or among nouns."""
    found: dict[tuple[int, str], set[str]] = defaultdict(set)
    for entry in lexicon.entries:
        for side, kinds in enumerate(_SIDES):
            for form in entry.forms if entry.kind in kinds and entry.relation else ():
                found[side, form.partition("/")[0]].add(entry.relation)
    return sorted({form for (_, form), relations in found.items() if len(relations) > 1})


def _undeclared(lexicon: Lexicon) -> list[str]:
    declared = {form for entry in lexicon.entries if entry.kind is Kind.SHARED for form in entry.forms}
    return [form for form in shared_forms(lexicon) if form not in declared]


def check_lexicon(lexicon: Lexicon, ontology: Ontology | None = None) -> list[str]:
    """What the lexicon lacks or gets wrong against the ontology, as sentences; none if all is well."""
    relations = (ontology or load_ontology()).relations
    faults = [f"{name} has no verb, adjective or noun" for name in relations if not lexicon.of_relation(name)]
    faults += [f"{name} has no sentence to answer in" for name in relations if name not in lexicon.templates]
    faults += [f"“{form}” stands for several relations and is not declared to" for form in _undeclared(lexicon)]
    for entry in lexicon.entries:
        if not entry.relation:
            continue
        schema = relations.get(entry.relation)
        if schema is None:
            faults.append(f"{entry.name} speaks of {entry.relation}, which the ontology does not have")
            continue
        siblings = [other for other in relations.values() if other.situation == schema.situation]
        known = {schema.subject_slot, schema.object_slot, *(slot for other in siblings for slot in other.qualifiers)}
        for frame in entry.frames:
            faults += [
                f"{entry.name} fills {slot}, which {schema.name} does not have"
                for slot in frame.slots
                if slot != ANYBODY and not known.issuperset(slot.split("|"))
            ]
    return faults
