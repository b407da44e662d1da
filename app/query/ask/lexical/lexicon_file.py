"""Reads the entries of `ontology/lexicon.ttl`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from app.query.ask.lexical.entries import NOMINAL, VERBAL, Entry, Kind, Sense, parse_frame
from app.query.ask.lexical.inflect import noun_forms, verb_forms
from app.query.ask.lexical.words import content_words, name_words
from app.vocab import CG, TYPE

LEX = "https://w3id.org/claimgraph/lexicon#"


def read_turtle(path: Path) -> dict[str, dict[str, list[str]]]:
    """What a Turtle file says: by subject and by property, the values."""
    declared: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in parse(path=str(path), format=RdfFormat.TURTLE):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            key = "type" if quad.predicate == TYPE else quad.predicate.value.removeprefix(LEX)
            declared[quad.subject.value][key].append(quad.object.value)
    return declared


def signs(declared: Mapping[str, Mapping[str, list[str]]]) -> dict[str, frozenset[str]]:
    """For each class that is told by its services, the stems of their words."""
    found = {local_name(v["class"][0]): v["sign"] for v in declared.values() if v.get("sign") and v.get("class")}
    return {
        name: frozenset(stem for text in texts for stem in content_words(name_words(text)))
        for name, texts in found.items()
    }


def local_name(iri: str) -> str:
    """An IRI without our namespaces."""
    return iri.removeprefix(CG).removeprefix(LEX)


def irregular_verbs(declared: Mapping[str, Mapping[str, list[str]]]) -> dict[str, str]:
    """How the lexicon writes each irregular verb of one word."""
    forms = (form for values in declared.values() for form in values.get("form", ()) if form.count("/") == 2)
    return {form.partition("/")[0]: form for form in forms if " " not in form}


def _with_irregular(form: str, irregular: Mapping[str, str]) -> str:
    """A verb of several words ("put money") with the forms of its first one, if that is irregular."""
    head, _, rest = form.partition(" ")
    known = irregular.get(head) if rest and "/" not in form else None
    return "/".join(f"{part} {rest}" for part in known.split("/")) if known else form


def read_entry(name: str, values: Mapping[str, list[str]], irregular: Mapping[str, str]) -> Entry:
    """An entry from what the file says of it; `irregular` as `irregular_verbs` gives it."""

    def one(key: str) -> str:
        return local_name(values[key][0]) if values.get(key) else ""

    constants = (text.partition("=") for text in sorted(values.get("constant", ())))
    kind = Kind(local_name(values["type"][0]))
    return Entry(
        name=name.removeprefix(LEX),
        kind=kind,
        # The first form of synonyms is the one that stands for all, so their order in the file must not matter.
        forms=tuple(sorted(_with_irregular(form, irregular) if kind in VERBAL else form for form in values["form"])),
        relation=one("relation"),
        frames=tuple(parse_frame(text) for text in sorted(values.get("frame", ()))),
        denotes="|".join(sorted(map(local_name, values.get("denotes", ())))) or None,
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
            (
                one(key)
                for key in ("stance", "direction", "state", "slot", "because", "side", "asks")
                if values.get(key)
            ),
            "",
        ),
    )


def senses_of(entry: Entry) -> Iterable[tuple[tuple[str, ...], Sense]]:
    """Every form of an entry, as words, with what it means."""
    for base in entry.forms:
        if entry.kind in VERBAL:
            for text, form in verb_forms(base).items():
                yield name_words(text), Sense(entry, base, form)
        elif entry.kind in NOMINAL:
            for text, many in noun_forms(base).items():
                yield name_words(text), Sense(entry, base, plural=many)
        else:
            yield name_words(base), Sense(entry, base)


def charge(pattern: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words before and after the "*" of a pattern."""
    before, _, after = pattern.partition("*")
    return name_words(before), name_words(after)


def canonical(entries: Iterable[Entry]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """For each spelling of a term, its first one."""
    found = {}
    for entry in entries:
        if entry.kind is Kind.SAME:
            spellings = sorted((content_words(name_words(form)) for form in entry.forms), key=lambda w: (-len(w), w))
            found.update(dict.fromkeys(spellings, spellings[0]))
    return found
