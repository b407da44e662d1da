"""What people decide, and the facts that follow."""

from __future__ import annotations

from pyoxigraph import NamedNode

from app.errors import BadInput, NotFound
from app.graphs import ENTITIES, RULED_KINDS
from app.model import Decision, Ruling, RulingKind
from app.pipeline.kept import KNOWN_ARTICLES, known_articles, ruling_kept, rulings
from app.pipeline.rebuilding import basis
from app.pipeline.transactions import Cause, transact
from app.resolution.uses import PEOPLE
from app.rulings import read_rulings, ruling_quads
from app.store.base import Store
from app.store.overtaken import begins_again
from app.upkeep.names import Decided
from app.upkeep.step import step
from app.vocab import IS_REPLACED_BY, PREF_LABEL, Iris, cg


@begins_again
def decide(store: Store, iris: Iris, ruling: Ruling) -> Decision:
    """Record a ruling, and let the facts follow. Deciding the same twice changes nothing.

    One about the same names takes the place of what was decided before. The id of an entity that shares its name with
    others (`person/lee-han--apex`) goes on record as an entity of one article that it stands for, since it may change.

    Raises:
        NotFound: what is retracted is no article of this store.
        BadInput: a ruling about names needs two different ones, and nobody is one with what is no person.
    """
    based_on = basis(store, iris)
    if ruling.kind is RulingKind.RETRACTED:
        missing = {*ruling.about} - known_articles(store, iris, ruling.about)
        if missing or not ruling.about:
            raise NotFound(f"The graph has no article {', '.join(sorted(missing))!r}.", hint=KNOWN_ARTICLES)
    else:
        ruling = ruling.model_copy(update={"about": tuple(_lasting(store, iris, about) for about in ruling.about)})
        if len(set(ruling.about)) < 2:
            raise BadInput("A ruling is about two names at least.", hint="Give two ids such as organization/scale-ai.")
        _check_kinds(store, iris, ruling)
    if ruling_kept(store, iris, ruling.id):
        return Decision(made=(ruling,))
    decision = Decision(made=(ruling,), withdrawn=_overruled(store, iris, ruling))
    return _rule(store, iris, based_on, decision, "ruling")


@begins_again
def withdraw(store: Store, iris: Iris, ruling_id: str) -> None:
    """Undo a ruling, and let the facts follow. `NotFound` if there is none of that id."""
    based_on = basis(store, iris)
    undone = read_rulings(ruling_kept(store, iris, ruling_id))
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
    based_on = basis(store, iris)
    own = _denoted(store, iris, one)
    holding = [
        ruling
        for ruling in rulings(store, iris)
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
    gone = [quad for ruling in decision.withdrawn for quad in ruling_kept(store, iris, ruling.id)]
    transact(store, iris, based_on, swap, Cause(phrase, about), add=made, remove=gone)
    return decision


def _overruled(store: Store, iris: Iris, ruling: Ruling) -> tuple[Ruling, ...]:
    """What was decided about the very same names before."""
    if ruling.kind is RulingKind.RETRACTED:
        return ()
    kinds = (RulingKind.SAME, RulingKind.DIFFERENT, RulingKind.UNDECIDED)
    other = (Ruling(kind=kind, about=ruling.about) for kind in kinds if kind is not ruling.kind)
    return tuple(found for each in other for found in read_rulings(ruling_kept(store, iris, each.id)))


def _lasting(store: Store, iris: Iris, about: str) -> str:
    """What a ruling can name of an entity so that it outlives every rebuild."""
    if "--" not in about or about.startswith(iris.base):
        return about
    members = store.quads(None, cg("denotes"), iris.entity(about), iris.graph(ENTITIES))
    return min((quad.subject.value for quad in members if isinstance(quad.subject, NamedNode)), default=about)


def _denoted(store: Store, iris: Iris, about: str) -> NamedNode:
    """The entity that an id or a local entity stands for now."""
    node, graph = NamedNode(about) if about.startswith(iris.base) else iris.entity(about), iris.graph(ENTITIES)
    for predicate in (cg("denotes"), IS_REPLACED_BY):
        for quad in store.quads(node, predicate, None, graph):
            if isinstance(quad.object, NamedNode):
                return quad.object
    return node


def _check_kinds(store: Store, iris: Iris, ruling: Ruling) -> None:
    """That a ruling can come to something. Its names may be such as no article has yet: it outlives articles."""
    kinds = {about: _kind(store, iris, about) for about in ruling.about}
    for about, kind in kinds.items():
        if kind not in (None, *RULED_KINDS):
            raise BadInput(
                f"{about!r} is no id that a ruling can be about.",
                hint=f"They begin with {', '.join(RULED_KINDS)} and /.",
            )
    known = {kind == PEOPLE for kind in kinds.values() if kind}
    if ruling.kind is RulingKind.SAME and len(known) > 1:
        raise BadInput(
            f"A person cannot be one with what is none: {', '.join(sorted(kinds))}.",
            hint="What an article says wrongly goes with the article: retract it.",
        )


def _kind(store: Store, iris: Iris, about: str) -> str | None:
    """What an id says that its entity is; None of a local entity of an article that the store does not have."""
    if about.startswith(iris.base):
        node = _denoted(store, iris, about)
        return None if node.value == about else iris.local_name(node).partition("/")[0]
    kind, slash, _ = about.partition("/")
    return kind if slash else ""


def _check_entity(store: Store, iris: Iris, entity_id: str) -> None:
    try:
        node = _denoted(store, iris, entity_id)
    except ValueError:
        node = None
    if node is None or not store.quads(node, PREF_LABEL, None, iris.graph(ENTITIES)):
        raise NotFound(
            f"There is no entity {entity_id!r}.", hint="Ids look like organization/meta; /search finds them."
        )
