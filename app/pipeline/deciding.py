"""What people decide, and the facts that follow."""

from __future__ import annotations

from collections.abc import Sequence

from pyoxigraph import NamedNode

from app.errors import BadInput, NotFound
from app.graphs import ENTITIES, RULED_KINDS
from app.model import Decision, Ruling, RulingKind, rejection
from app.pipeline.kept import (
    KNOWN_ARTICLES,
    KNOWN_CLAIMS,
    can_be_id,
    known_articles,
    known_claims,
    ruling_kept,
    rulings,
)
from app.pipeline.rebuilding import basis
from app.pipeline.transactions import Cause, transact
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
        NotFound: what is retracted is no article of this store, or what is rejected no claim.
        BadInput: a ruling about names needs two different ones, of things that can be ruled on; what is rejected is an
            article, a fact or an entity.
    """
    based_on = basis(store, iris)
    if ruling.kind is RulingKind.RETRACTED:
        missing = {*ruling.about} - known_articles(store, iris, ruling.about)
        if missing or not ruling.about:
            raise NotFound(f"The graph has no article {', '.join(sorted(missing))!r}.", hint=KNOWN_ARTICLES)
    elif ruling.kind is RulingKind.REJECTED:
        _check_claims(store, iris, ruling.about)
        ruling = rejection(ruling.about, ruling.reason)  # each once: what is read back has to have the same id
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
    if not ruling.kind.is_about_names:
        return ()
    kinds = (kind for kind in RulingKind if kind.is_about_names and kind is not ruling.kind)
    other = (Ruling(kind=kind, about=ruling.about) for kind in kinds)
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


def _check_claims(store: Store, iris: Iris, claim_ids: Sequence[str]) -> None:
    """That all of these are claims of this store; the error says what else the first other one is."""
    if not claim_ids:
        raise BadInput("A rejection is about one claim at least.", hint=KNOWN_CLAIMS)
    known = known_claims(store, iris, claim_ids)
    for other in (claim_id for claim_id in claim_ids if claim_id not in known):
        if other.startswith(iris.claim("").value):
            raise BadInput(
                f"{other!r} is an IRI.", hint=f"Give the id alone: {other.removeprefix(iris.claim('').value)}."
            )
        if "/" in other:
            raise BadInput(
                f"{other!r} is no claim.", hint=f"To rule on names: same, different, undecided. {KNOWN_CLAIMS}"
            )
        if known_articles(store, iris, [other]):
            raise BadInput(
                f"{other!r} is an article.", hint=f"Retract it, or reject claims of /claims?article={other}."
            )
        if can_be_id(other) and (support := store.quads(iris.fact(other), cg("supportedBy"))):
            ids = sorted(
                {quad.object.value.rpartition("/")[2] for quad in support if isinstance(quad.object, NamedNode)}
            )
            raise BadInput(f"{other!r} is a fact.", hint=f"Reject the claims that it rests on: {', '.join(ids)}.")
        raise NotFound(f"The graph has no claim {other!r}.", hint=KNOWN_CLAIMS)


def _check_kinds(store: Store, iris: Iris, ruling: Ruling) -> None:
    """That a ruling can come to something. Its names may be such as no article has yet: it outlives articles."""
    kinds = {about: _kind(store, iris, about) for about in ruling.about}
    for about, kind in kinds.items():
        if kind not in (None, *RULED_KINDS):
            raise BadInput(
                f"{about!r} is no id that a ruling can be about.",
                hint=f"They begin with {', '.join(RULED_KINDS)} and /.",
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
