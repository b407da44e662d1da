"""Whatever comes, goes and is ruled, in whatever order: the graphs are what they would be if derived from nothing."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from app.claims.reading import read_article
from app.documents import dedupe
from app.errors import BadInput
from app.graphs import DERIVATION_GRAPHS, ENTITIES, RULINGS
from app.model import Document, Extraction, Ruling, RulingKind, rejection
from app.pipeline import article_ids, decide, ingest, merge, rebuild, remove, split, withdraw
from app.resolution.parts import Spread
from app.rulings import read_rulings
from app.store.embedded import EmbeddedStore
from app.upkeep import stories
from app.upkeep.whole import whole
from app.vocab import PREF_LABEL, Iris
from tests.resolution.making import UNNAMED, Report, named, time

IRIS = Iris()
# Few names, so that articles meet: spellings of one name, names within names, other names, signs that no id keeps.
FIRMS = ("Apex", "Apex Ltd", "Apex Foods", "Korda", "Orbis", "Orbis+", "Velt", "Pinecrest", "vendors")
PEOPLE = ("Lee Han", "Dr Lee Han", "Lee-Han", "Ines Roth")
STORIES: tuple[str, ...] = (
    " ".join(f"word{n}" for n in range(60)),
    " ".join(f"word{n}" for n in range(50)) + " and nothing more",
    " ".join(f"word{n}" for n in range(25, 60)),
    " ".join(f"other{n}" for n in range(60)),
    " ".join(f"other{n}" for n in range(30)) + " " + " ".join(f"word{n}" for n in range(30)),
)
_QUOTE = f"“{' '.join(f'said{n}' for n in range(12))}”"
STORIES += tuple(  # told alike in part, with the signals that make copies of such
    f"{credit} {' '.join(f'word{n}' for n in range(first, first + 40))} {quote}"
    for first, credit, quote in (
        (0, "OSLO (Reuters) -", ""),
        (15, "OSLO (Reuters) -", _QUOTE),
        (22, "OSLO (AFP) -", _QUOTE),
    )
)
TITLES = ("chief executive", "CEO", "Vice-President", "vice president", "head of R&D", "head of R and D")
DAYS = {
    "1998": time("1998", "1998", "1998-01-01", "1998-12-31"),
    "March 1998": time("March 1998", "1998-03", "1998-03-01", "1998-03-31"),
    "2001": time("2001", "2001", "2001-01-01", "2001-12-31"),
    "long ago": None,
}
DUTIES = ("data operations", "AI data operations", "Data Operations")

firms, people = st.sampled_from(FIRMS), st.sampled_from(PEOPLE)


@st.composite
def claims(draw: st.DrawFn) -> tuple[str, str, str | None, dict[str, Any]]:
    """Subject, relation, object and what else `Report.says` takes."""
    more: dict[str, Any] = {}
    if draw(st.booleans()):
        more["polarity"] = draw(st.sampled_from(("affirmed", "affirmed", "negated")))
        more["attribution"] = (draw(st.sampled_from((UNNAMED, named("Apex")))),)
    if draw(st.booleans()):
        more["phase"] = draw(st.sampled_from(("completed", "ended", "planned", "ongoing")))
    if draw(st.booleans()):
        year = draw(st.sampled_from(("2019", "2024")))
        more[draw(st.sampled_from(("start", "end", "date")))] = time(year, year, f"{year}-01-01", f"{year}-12-31")
    match draw(st.sampled_from(("heldRole", "career", "deal", "unit", "supplies", "value", "founding", "once"))):
        case "heldRole":
            qualifiers = draw(st.dictionaries(st.just("title"), st.sampled_from(TITLES)))
            qualifiers |= draw(st.dictionaries(st.just("responsibility"), st.sampled_from(DUTIES)))
            return draw(people), "heldRole", draw(firms), more | {"qualifiers": qualifiers}
        case "career":
            qualifiers = draw(st.dictionaries(st.just("from"), firms))
            relation = draw(st.sampled_from(("joined", "left", "memberOf")))
            return draw(people), relation, draw(firms), more | {"qualifiers": qualifiers}
        case "deal":
            qualifiers = draw(st.dictionaries(st.just("amount"), st.sampled_from(("40", "41", "90"))))
            relation = draw(st.sampled_from(("investedIn", "acquired", "partnerOf")))
            return draw(firms), relation, draw(firms), more | {"qualifiers": qualifiers}
        case "supplies":
            qualifiers = draw(st.dictionaries(st.just("service"), st.sampled_from(("data labelling", "steel"))))
            return draw(firms), "supplies", draw(firms), more | {"qualifiers": qualifiers}
        case "value":
            relation, value = draw(
                st.sampled_from(
                    (
                        ("formerName", "Pinecrest"),
                        ("formerName", "Korda"),
                        ("specializesIn", "Data"),
                        ("specializesIn", "data"),
                    )
                )
            )
            return draw(firms), relation, None, more | {"value": value}
        case "founding":
            words = draw(st.sampled_from(sorted(DAYS)))
            return draw(firms), "foundingDate", None, more | {"value": words, "date": DAYS[words]}
        case "once":
            relation = draw(st.sampled_from(("restructured", "mergedWith")))
            return draw(firms), relation, draw(firms) if relation == "mergedWith" else None, more
        case _:
            return draw(firms), "unitOf", draw(firms), {}


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """An article with a few claims; some are copies of others, some replace others, known by address or not yet."""
    report = Report(
        draw(st.sampled_from(STORIES)),
        published=draw(st.sampled_from((None, "2024-05-01", "2025-06-07"))),
        publisher=str(draw(st.integers(0, 5))),
    )
    url = draw(st.sampled_from((None, None, "https://example.org/1", "https://example.org/2")))
    replaces = draw(st.sampled_from((None, None, None, "https://example.org/1", "https://example.org/2")))
    report.article = report.article.model_copy(update={"url": url, "replaces": replaces})
    for name in draw(st.sets(firms, max_size=3)):
        type_ = (
            "Collective" if name == "vendors" else draw(st.sampled_from(("Company", "OrganizationUnit", "DataVendor")))
        )
        report.entity(name, type_, tuple(draw(st.sets(firms, max_size=2)) - {name, "vendors"}))
    if draw(st.booleans()):
        report.entity("Lee Han", "Person")
    for subject, relation, object_, more in draw(st.lists(claims(), max_size=4)):
        if object_ != subject:
            report.says(subject, relation, object_, **more)
    return report


@st.composite
def short_forms(draw: st.DrawFn) -> Report:
    """An article on firms whose names begin alike, which it may call by the short form, and on those around them."""
    report = Report(draw(st.sampled_from(STORIES)), publisher=str(draw(st.integers(0, 30))))
    usual = st.sampled_from((("Apex",), ("Apex Foods",), ("Apex Foods",), ("Apex Foods", "Apex Foods Europe")))
    odd = st.lists(st.sampled_from(("Apex", "Apex Foods", "Apex Foods Europe", "Apex Oil")), unique=True)
    for name in draw(st.one_of(usual, usual, odd)):
        short = "Apex" if name == "Apex Foods" else draw(st.sampled_from((None, None, "Apex", "Apex Foods")))
        type_ = draw(st.sampled_from(("Company", "Company", "Company", "Company", "OrganizationUnit")))
        report.entity(name, type_, (short,) if short and name.startswith(f"{short} ") else ())
        for relation in draw(st.sampled_from((("memberOf",), ("supplies", "acquired"), ("supplies",), ()))):
            report.says({"memberOf": "Lee Han", "supplies": "Korda"}.get(relation, "Velt"), relation, name)
    return report


class Told:
    """An engine that was told what each article says."""

    name, version = "test", "1"

    def __init__(self, found: list[Report]) -> None:
        self._said = {report.article.id: report for report in found}

    def extract(self, document: Document) -> Extraction:
        """What it was told."""
        return self._said[document.article.id].done()


def derived(store: EmbeddedStore) -> list[str]:
    """Every derived graph as canonical N-Quads; there are no blank nodes to name."""
    return sorted(str(quad) for name in DERIVATION_GRAPHS for quad in store.quads(graph=IRIS.graph(name)))


def from_nothing(store: EmbeddedStore) -> list[str]:
    known = [read_article(store.quads(graph=IRIS.article_graph(id_)), IRIS) for id_ in article_ids(store, IRIS)]
    rulings = read_rulings(store.quads(graph=IRIS.graph(RULINGS)))
    return sorted({str(quad) for quad in whole(known, rulings, IRIS)})


NAMES = (
    *(f"organization/{name}" for name in ("apex", "apex-foods", "korda", "orbis", "velt", "pinecrest")),
    "organization/apex-oil",
    "person/lee-han",
    "person/ines-roth",
    "collective/vendors",
)


def act(data: st.DataObject, store: EmbeddedStore, reports: st.SearchStrategy[Report]) -> str:
    """Do something to the store, and say what."""
    present, graph = article_ids(store, IRIS), IRIS.graph(RULINGS)
    rulings = read_rulings(store.quads(graph=graph))
    deeds = ("ingest", "ingest", "ingest", "remove", "replace", "rule", "withdraw", "merge", "split")
    what = data.draw(st.sampled_from(deeds))
    if what == "ingest":
        found = data.draw(st.lists(reports, min_size=1, max_size=3, unique_by=lambda report: report.article.id))
        ingest(store, IRIS, [report.article for report in found], Told(found))
    elif what == "remove" and present:
        remove(store, IRIS, data.draw(st.sampled_from(present)))
    elif what == "replace" and present:
        report = data.draw(reports)
        replaces = data.draw(st.sampled_from(present))
        report.article = report.article.model_copy(update={"replaces": replaces})
        ingest(store, IRIS, [report.article], Told([report]))
    elif what == "rule" and present:
        with suppress(BadInput):  # a person and a firm cannot be one, nor is no claim a ruling: it changes nothing
            decide(store, IRIS, data.draw(rulings_about(store, present)))
    elif what in ("merge", "split") and len(known := entity_ids(store)) > 1:
        one, other = data.draw(st.lists(st.sampled_from(known), min_size=2, max_size=2, unique=True))
        with suppress(BadInput):
            (merge if what == "merge" else split)(store, IRIS, one, other)
    elif what == "withdraw" and rulings:
        withdraw(store, IRIS, data.draw(st.sampled_from(rulings)).id)
    return what


def entity_ids(store: EmbeddedStore) -> list[str]:
    quads = store.quads(None, PREF_LABEL, None, IRIS.graph(ENTITIES))
    found = {IRIS.local_name(quad.subject) for quad in quads if isinstance(quad.subject, NamedNode)}
    return sorted(id_ for id_ in found if not id_.startswith(("role/", "responsibility/")))


@st.composite
def rulings_about(draw: st.DrawFn, store: EmbeddedStore, present: list[str]) -> Ruling:
    kinds = (*RulingKind, RulingKind.SAME, RulingKind.REJECTED)
    kind = draw(st.sampled_from(kinds))
    if kind is RulingKind.RETRACTED:
        return Ruling(kind=kind, about=(draw(st.sampled_from(present)),))
    known = [read_article(store.quads(graph=IRIS.article_graph(article)), IRIS) for article in present]
    if kind is RulingKind.REJECTED:
        said = [claim.id for found in known for claim in found.claims]
        return rejection(draw(st.lists(st.sampled_from(said), min_size=1, max_size=3)) if said else ())
    locals_ = [IRIS.local_entity(found.article.id, entity.id).value for found in known for entity in found.entities]
    about = draw(st.lists(st.sampled_from([*NAMES, *locals_]), min_size=2, max_size=3, unique=True))
    return Ruling(kind=kind, about=tuple(about))


def test_what_an_engine_says_twice_is_one_claim() -> None:
    told = Report("text").says("Lee Han", "memberOf", "Apex", start=time("2019", "2019", "2019-01-01", "2019-12-31"))
    told.says("Lee Han", "memberOf", "Apex")
    store = EmbeddedStore()
    ingest(store, IRIS, [told.article], Told([told]))
    assert derived(store) == from_nothing(store)
    assert any("startEarliest" in quad for quad in derived(store))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_every_step_gives_what_a_rebuild_would(data: st.DataObject) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for module in (dedupe, stories):  # so few articles can crowd a run as thousands would
            patch.setattr(module, "MAX_LEADERS", 2)
        store = EmbeddedStore()
        for _ in range(data.draw(st.integers(2, 8))):
            what = act(data, store, reports())
            assert derived(store) == from_nothing(store), what
        before = set(store.quads())
        rebuild(store, IRIS)
        assert set(store.quads()) == before


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_every_step_about_short_forms_gives_what_a_rebuild_would(data: st.DataObject) -> None:
    store = EmbeddedStore()
    found = data.draw(st.lists(short_forms(), min_size=3, max_size=8, unique_by=lambda report: report.article.id))
    ingest(store, IRIS, [report.article for report in found], Told(found))
    for _ in range(data.draw(st.integers(2, 6))):
        what = act(data, store, short_forms())
        assert derived(store) == from_nothing(store), what


def test_what_undoes_a_short_form_is_found_wherever_it_comes_from() -> None:
    told = Report("long").entity("Apex Foods", aliases=("Apex",)).says("Lee Han", "memberOf", "Apex Foods")
    alone = Report("short").says("Lee Han", "memberOf", "Apex")
    other = Report("another that begins so").entity("Apex Oil")
    store = EmbeddedStore()
    ingest(store, IRIS, [alone.article], Told([alone]))
    for change, is_one in (
        (lambda: ingest(store, IRIS, [told.article], Told([told])), True),
        (lambda: ingest(store, IRIS, [other.article], Told([other])), False),
        (lambda: remove(store, IRIS, other.article.id), True),
        (lambda: decide(store, IRIS, rejection([alone.done().claims[0].id])), False),
    ):
        change()
        assert ("organization/apex" not in entity_ids(store)) == is_one
        assert derived(store) == from_nothing(store)


def elsewhere(work: Callable[[Any], Any], parts: Sequence[Any]) -> list[Any]:
    """What other machines would do: nothing is shared, and nothing comes to pass in the order sent."""
    sent = [pickle.dumps(part) for part in parts]
    done = {number: pickle.dumps(work(pickle.loads(sent[number]))) for number in reversed(range(len(sent)))}  # noqa: S301  (our own bytes)
    return [pickle.loads(done[number]) for number in range(len(sent))]  # noqa: S301


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_what_is_worked_out_in_parts_is_what_is_worked_out_at_once(data: st.DataObject) -> None:
    kinds = st.one_of(reports(), short_forms())
    found = data.draw(st.lists(kinds, min_size=1, max_size=9, unique_by=lambda report: report.article.id))
    store = EmbeddedStore()
    ingest(store, IRIS, [report.article for report in found], Told(found))
    for _ in range(data.draw(st.integers(0, 3))):
        with suppress(BadInput):
            decide(store, IRIS, data.draw(rulings_about(store, article_ids(store, IRIS))))
    before = set(store.quads())
    rebuild(store, IRIS, spread=Spread(data.draw(st.integers(2, 20)), elsewhere))
    assert set(store.quads()) == before
