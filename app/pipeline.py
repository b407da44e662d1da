"""The whole flow on one screen: articles are read by an engine, kept as claims, and the facts follow."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from pyoxigraph import Literal, NamedNode, Quad

from app.claims.reading import read_article
from app.claims.writing import article_quads
from app.documents.clean import segment
from app.errors import BadInput, NotFound
from app.extraction.engine import Engine
from app.graphs import DERIVATION_GRAPHS, ENTITIES, LOG, RULINGS
from app.history import change_quads, fact_changes
from app.model import Article, Change, Decision, Extraction, Noun, Ruling, RulingKind
from app.resolution.derivation import REPLACED_BY
from app.resolution.parts import HERE, Spread
from app.rulings import read_rulings, ruling_quads
from app.store.base import Change as Transaction
from app.store.base import Pattern, Store
from app.store.overtaken import begins_again
from app.upkeep.names import Decided
from app.upkeep.record import record, why_older
from app.upkeep.step import step
from app.upkeep.swap import Swap
from app.upkeep.whole import whole
from app.vocab import PREF_LABEL, RDFS, TYPE, XSD, Iris, cg, prov


class Outcome(Noun):
    """What became of one article: `added`, `unchanged` because the store had it, `reread`, or `failed`."""

    article: str
    title: str | None
    source: str | None
    status: str
    claims: int
    dropped: int = 0
    notices: tuple[str, ...] = ()


class IngestSummary(Noun):
    """What became of a batch of articles, in the order given."""

    outcomes: tuple[Outcome, ...]


_KNOWN_ARTICLES = (
    "Those that it has: /articles, or claimgraph query 'SELECT ?article { GRAPH ?g { ?article a cg:Article } }'."
)
Progress = Callable[[Outcome], None]

BATCH = 500
"""Articles that go into the store as one transaction where there are many, so that memory does not grow with them."""


def extract(article: Article, engine: Engine) -> Extraction:
    """What an engine makes of one article, each claim once. Touches no store."""
    found = engine.extract(segment(article))
    once = {claim.id: claim for claim in reversed(found.claims)}
    if len(once) == len(found.claims):
        return found
    return found.model_copy(update={"claims": tuple(reversed(once.values()))})


def ingest(
    store: Store, iris: Iris, articles: Iterable[Article], engine: Engine, *, progress: Progress | None = None
) -> IngestSummary:
    """Read articles that the store does not have yet, and bring the facts up to date, as one transaction."""
    claims: dict[str, int] = {}
    outcomes: list[Outcome] = []
    added: list[Extraction] = []
    for article in articles:
        if article.id not in claims and _has(store, iris, article.id):
            claims[article.id] = _claim_count(store, iris, article.id)
        if article.id in claims:
            outcomes.append(_outcome(article, "unchanged", claims=claims[article.id]))
        else:
            added.append(extract(article, engine))
            claims[article.id] = len(added[-1].claims)
            outcomes.append(_read_as("added", added[-1]))
        if progress is not None:
            progress(outcomes[-1])
    there = _add(store, iris, added) if added else frozenset()
    for place, outcome in enumerate(outcomes):
        if outcome.article in there:  # another process was first
            outcomes[place] = outcome.model_copy(update={"status": "unchanged", "dropped": 0, "notices": ()})
    return IngestSummary(outcomes=tuple(outcomes))


@begins_again
def _add(store: Store, iris: Iris, extractions: Sequence[Extraction]) -> frozenset[str]:
    """Write what was read, and what follows from it; the ids of the articles that the store has got meanwhile."""
    based_on = _basis(store, iris)
    there = _known(store, iris, (found.article.id for found in extractions))
    added = [found for found in extractions if found.article.id not in there]
    if added:
        new = [quad for extraction in added for quad in (*article_quads(extraction, iris), *_log(extraction, iris))]
        corrects = any(extraction.article.replaces for extraction in added)
        cause = "correction" if corrects else "new source"
        swap = step(store, iris, added=added)
        new_from = Cause(cause, [extraction.article.id for extraction in added])
        noted = record(store, iris, _engines(added))
        _apply(store, iris, based_on, swap, new_from, noted, add=new)
    return there


def ingest_many(
    store: Store,
    iris: Iris,
    articles: Iterable[Article],
    engine: Engine,
    *,
    progress: Progress | None = None,
    batch: int = BATCH,
) -> IngestSummary:
    """Read any number of articles, so many of them a transaction, so that a run which was stopped can go on later."""
    rest, outcomes = iter(articles), list[Outcome]()
    while taken := tuple(islice(rest, batch)):
        outcomes += ingest(store, iris, taken, engine, progress=progress).outcomes
    return IngestSummary(outcomes=tuple(outcomes))


@begins_again
def remove(store: Store, iris: Iris, article_id: str) -> None:
    """Take an article out, and with it what only it supported. `NotFound` if the store has no such article."""
    based_on = _basis(store, iris)
    if not _has(store, iris, article_id):
        raise NotFound(f"The graph has no article {article_id!r}.", hint=_KNOWN_ARTICLES)
    swap = step(store, iris, removed=[article_id])
    _apply(store, iris, based_on, swap, Cause("removal", [article_id]), drop=[iris.article_graph(article_id)])


def rebuild(
    store: Store,
    iris: Iris,
    *,
    reader: Engine | None = None,
    spread: Spread = HERE,
    progress: Progress | None = None,
) -> None:
    """Derive entities and facts anew from the claims in the store; with a reader, read every article again first.

    One transaction. Changes nothing in a healthy store that the same engine filled. A store of an older version is of
    this one afterwards. `spread` says where parts of it are worked out, which changes nothing in the result;
    `progress` hears of each article that is read again.

    Raises:
        StoreOutdated: the store is of a newer version.
    """
    if reader is None:
        _derive_anew(store, iris, spread)
    else:
        cause = Cause(f"engine {reader.name} {reader.version}")

        @cache
        def read(article: Article) -> Extraction:
            found = extract(article, reader)
            if progress is not None:
                progress(_read_as("reread", found))
            return found

        _read_anew(store, iris, spread, read, cause)


@begins_again
def _derive_anew(store: Store, iris: Iris, spread: Spread) -> None:
    based_on = store.generation
    why_older(store, iris)
    if not store.graphs():
        return  # nothing in it is of any version
    known = _extractions(store, iris)
    noted = record(store, iris, _engines(known))
    swap = _difference(store, iris, whole(known, _rulings(store, iris), iris, spread))
    _apply(store, iris, based_on, swap, Cause("rebuild"), noted)


@begins_again
def _read_anew(store: Store, iris: Iris, spread: Spread, read: Callable[[Article], Extraction], cause: Cause) -> None:
    based_on = store.generation
    why_older(store, iris)
    if not store.graphs():
        return
    again = [read(found.article) for found in _extractions(store, iris)]
    said: list[Quad] = []
    gone: list[Quad] = []
    for found in again:
        before = set(store.quads(graph=iris.article_graph(found.article.id)))
        after = set(article_quads(found, iris))
        said += sorted(after - before, key=str)
        gone += sorted(before - after, key=str)
    swap = _difference(store, iris, whole(again, _rulings(store, iris), iris, spread))
    noted = record(store, iris, _engines(again), anew=True)
    _apply(store, iris, based_on, swap, cause, noted, add=said, remove=gone)


def _extractions(store: Store, iris: Iris) -> list[Extraction]:
    return [
        read_article(store.quads(graph=iris.article_graph(article_id)), iris) for article_id in article_ids(store, iris)
    ]


def _rulings(store: Store, iris: Iris) -> list[Ruling]:
    return read_rulings(store.quads(graph=iris.graph(RULINGS)))


def _difference(store: Store, iris: Iris, wanted: Iterable[Quad]) -> Swap:
    """What has to go and to come for the derived graphs to be as wanted, with the statuses of the facts concerned.

    Of a graph of millions of quads that nearly all stay, fingerprints are held and not the quads.
    """
    graphs = [iris.graph(name) for name in DERIVATION_GRAPHS]
    unmet = {_fingerprint(quad) for graph in graphs for quad in store.quads(graph=graph)}
    met, new = set[bytes](), set[Quad]()
    for quad in wanted:
        mark = _fingerprint(quad)
        if mark in unmet:
            unmet.remove(mark)
            met.add(mark)
        elif mark not in met:
            new.add(quad)
    listed = (quad for graph in graphs for quad in store.quads(graph=graph)) if unmet else ()
    old = {quad for quad in listed if _fingerprint(quad) in unmet}
    prefix = iris.fact("").value
    subjects = {str(quad.subject)[1:-1] for quad in old | new}
    facts = {node.partition("#")[0] for node in subjects if node.startswith(prefix)}
    statuses = set(store.matching(Pattern(NamedNode(fact), cg("status")) for fact in facts))
    return Swap(old | statuses, new | (statuses - old))


def _fingerprint(quad: Quad) -> bytes:
    return hashlib.blake2b(str(quad).encode(), digest_size=16).digest()


@begins_again
def decide(store: Store, iris: Iris, ruling: Ruling) -> Decision:
    """Record a ruling, and let the facts follow. Deciding the same twice changes nothing.

    One about the same names takes the place of what was decided before. The id of an entity that shares its name with
    others (`person/lee-han--apex`) goes on record as an entity of one article that it stands for, since it may change.

    Raises:
        NotFound: what is retracted is no article of this store.
        BadInput: a ruling about names needs two different ones.
    """
    based_on = _basis(store, iris)
    if ruling.kind is RulingKind.RETRACTED:
        missing = {*ruling.about} - _known(store, iris, ruling.about)
        if missing or not ruling.about:
            raise NotFound(f"The graph has no article {', '.join(sorted(missing))!r}.", hint=_KNOWN_ARTICLES)
    else:
        ruling = ruling.model_copy(update={"about": tuple(_lasting(store, iris, about) for about in ruling.about)})
        if len(set(ruling.about)) < 2:
            raise BadInput("A ruling is about two names at least.", hint="Give two ids such as organization/scale-ai.")
    if _ruling(store, iris, ruling.id):
        return Decision(made=(ruling,))
    decision = Decision(made=(ruling,), withdrawn=_overruled(store, iris, ruling))
    return _rule(store, iris, based_on, decision, "ruling")


@begins_again
def withdraw(store: Store, iris: Iris, ruling_id: str) -> None:
    """Undo a ruling, and let the facts follow. `NotFound` if there is none of that id."""
    based_on = _basis(store, iris)
    undone = read_rulings(_ruling(store, iris, ruling_id))
    if not undone:
        raise NotFound(f"There is no ruling {ruling_id!r}.", hint="`/rulings` lists them.")
    _rule(store, iris, based_on, Decision(withdrawn=tuple(undone)), "ruling withdrawn")


def merge(store: Store, iris: Iris, one: str, other: str, *, reason: str | None = None) -> Decision:
    """Rule that two entities are one. Both names lead to it from then on.

    Raises:
        NotFound: there is no such entity.
    """
    for entity_id in (one, other):
        _check_entity(store, iris, entity_id)
    return decide(store, iris, Ruling(kind=RulingKind.SAME, about=(one, other), reason=reason))


def split(store: Store, iris: Iris, one: str, other: str | None = None, *, reason: str | None = None) -> Decision:
    """Rule that two names are two entities; with one alone, take back whatever rulings hold it together.

    Raises:
        NotFound: there is no such entity.
        BadInput: no ruling holds the one entity together.
    """
    for entity_id in filter(None, (one, other)):
        _check_entity(store, iris, entity_id)
    if other is not None:
        return decide(store, iris, Ruling(kind=RulingKind.DIFFERENT, about=(one, other), reason=reason))
    return _loosen(store, iris, one)


@begins_again
def _loosen(store: Store, iris: Iris, one: str) -> Decision:
    """Take back the rulings that hold an entity together."""
    based_on = _basis(store, iris)
    own = _denoted(store, iris, one)
    holding = [
        ruling
        for ruling in _rulings(store, iris)
        if ruling.kind is RulingKind.SAME and all(_denoted(store, iris, about) == own for about in ruling.about)
    ]
    if not holding:
        raise BadInput(f"No ruling holds {one!r} together.", hint="To tell two names apart, give both.")
    return _rule(store, iris, based_on, Decision(withdrawn=tuple(holding)), "ruling withdrawn")


def _rule(store: Store, iris: Iris, based_on: int, decision: Decision, phrase: str) -> Decision:
    """Write what was decided, and what follows from it, as one transaction."""
    swap = step(store, iris, decided=Decided(added=decision.made, removed=decision.withdrawn))
    about = sorted({about for ruling in (*decision.made, *decision.withdrawn) for about in ruling.about})
    made = [quad for ruling in decision.made for quad in ruling_quads(ruling, iris)]
    gone = [quad for ruling in decision.withdrawn for quad in _ruling(store, iris, ruling.id)]
    _apply(store, iris, based_on, swap, Cause(phrase, about), add=made, remove=gone)
    return decision


def _overruled(store: Store, iris: Iris, ruling: Ruling) -> tuple[Ruling, ...]:
    """What was decided about the very same names before."""
    if ruling.kind is RulingKind.RETRACTED:
        return ()
    kinds = (RulingKind.SAME, RulingKind.DIFFERENT, RulingKind.UNDECIDED)
    other = (Ruling(kind=kind, about=ruling.about) for kind in kinds if kind is not ruling.kind)
    return tuple(found for each in other for found in read_rulings(_ruling(store, iris, each.id)))


def _lasting(store: Store, iris: Iris, about: str) -> str:
    """What a ruling can name of an entity so that it outlives every rebuild."""
    if "--" not in about or about.startswith(iris.base):
        return about
    members = store.quads(None, cg("denotes"), iris.entity(about), iris.graph(ENTITIES))
    return min((quad.subject.value for quad in members if isinstance(quad.subject, NamedNode)), default=about)


def _denoted(store: Store, iris: Iris, about: str) -> NamedNode:
    """The entity that an id or a local entity stands for now."""
    node, graph = NamedNode(about) if about.startswith(iris.base) else iris.entity(about), iris.graph(ENTITIES)
    for predicate in (cg("denotes"), REPLACED_BY):
        for quad in store.quads(node, predicate, None, graph):
            if isinstance(quad.object, NamedNode):
                return quad.object
    return node


def _check_entity(store: Store, iris: Iris, entity_id: str) -> None:
    try:
        node = _denoted(store, iris, entity_id)
    except ValueError:
        node = None
    if node is None or not store.quads(node, PREF_LABEL, None, iris.graph(ENTITIES)):
        raise NotFound(
            f"There is no entity {entity_id!r}.", hint="Ids look like organization/meta; /search finds them."
        )


def _basis(store: Store, iris: Iris) -> int:
    """The generation to build on, to be read before all else; a store of an older version is rebuilt first.

    Else two layouts would mix. Commands refuse such a store before they come here: a rebuild can take long.
    """
    if why_older(store, iris):
        rebuild(store, iris)
    return store.generation


def _engines(extractions: Iterable[Extraction]) -> set[str]:
    """The engines whose claims these are."""
    return {claim.engine for found in extractions for claim in found.claims}


def _ruling(store: Store, iris: Iris, ruling_id: str) -> list[Quad]:
    return store.quads(subject=iris.ruling(ruling_id), graph=iris.graph(RULINGS))


def _has(store: Store, iris: Iris, article_id: str) -> bool:
    return bool(_known(store, iris, [article_id]))


def _known(store: Store, iris: Iris, article_ids: Iterable[str]) -> frozenset[str]:
    """Those of the ids that articles in the store have."""
    nodes = {iris.article(article_id): article_id for article_id in article_ids}
    patterns = (Pattern(node, TYPE, cg("Article"), iris.article_graph(id_)) for node, id_ in nodes.items())
    found = (quad.subject for quad in store.matching(patterns))
    return frozenset(nodes[node] for node in found if isinstance(node, NamedNode))


def article_ids(store: Store, iris: Iris) -> list[str]:
    """The ids of the articles in the store, sorted."""
    prefix = iris.article_graph("").value
    return [graph.value.removeprefix(prefix) for graph in store.graphs() if graph.value.startswith(prefix)]


def _read_as(status: str, found: Extraction) -> Outcome:
    return _outcome(found.article, status, claims=len(found.claims), dropped=len(found.dropped), notices=found.notices)


def _outcome(article: Article, status: str, *, claims: int, dropped: int = 0, notices: tuple[str, ...] = ()) -> Outcome:
    return Outcome(
        article=article.id,
        title=article.title,
        source=article.source,
        status=status,
        claims=claims,
        dropped=dropped,
        notices=notices,
    )


def _claim_count(store: Store, iris: Iris, article_id: str) -> int:
    quads = store.quads(predicate=prov("wasDerivedFrom"), graph=iris.article_graph(article_id))
    return len(quads)


@dataclass(frozen=True)
class Cause:
    """Why facts changed, and because of which articles, names or rulings."""

    phrase: str
    about: Sequence[str] = ()


def _apply(
    store: Store,
    iris: Iris,
    based_on: int,
    swap: Swap,
    cause: Cause,
    noted: Swap | None = None,
    *,
    add: Sequence[Quad] = (),
    remove: Sequence[Quad] = (),
    drop: Sequence[NamedNode] = (),
) -> None:
    """Write what is new and the difference that it makes to the derived graphs, and nothing that stays the same.

    Nothing at all unless the store is still at the generation that all this was read at (`StoreChanged`).

    `noted` is what changes in the record of versions; by default, that there is one.
    """
    facts = fact_changes(swap.old, swap.new, iris)
    change = Change(at=_now(), cause=cause.phrase, about=tuple(cause.about), facts=facts)
    swap.take(noted or record(store, iris, ()))
    store.apply(
        Transaction(
            drop=drop,
            remove=[*remove, *sorted(swap.old - swap.new, key=str)],
            add=[*add, *sorted(swap.new - swap.old, key=str), *(change_quads(change, iris) if facts else ())],
            based_on=based_on,
        )
    )


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def _log(extraction: Extraction, iris: Iris) -> list[Quad]:
    """When and by what an article was read: the only place with a clock in it."""
    graph = iris.graph(LOG)
    run = iris.part(iris.article(extraction.article.id), "ingest")
    quads = [
        Quad(run, prov("used"), iris.article(extraction.article.id), graph),
        Quad(run, prov("endedAtTime"), Literal(_now().isoformat(), datatype=NamedNode(XSD + "dateTime")), graph),
    ]
    comment = NamedNode(RDFS + "comment")
    quads += [Quad(run, comment, Literal(notice), graph) for notice in extraction.notices]
    for dropped in extraction.dropped:
        note = f"dropped {dropped.relation}: {dropped.reason}: {dropped.text}"
        quads.append(Quad(run, comment, Literal(note), graph))
    return quads
