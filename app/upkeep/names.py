"""Which entities change when local entities come and go, or when people rule about names.

What is resolved anew is closed: every use that shares a name, another name or a ruling with one that changed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Quad

from app.graphs import ENTITIES, INDEX, RULINGS, entity_quads
from app.model import Entity, Ruling, RulingKind
from app.resolution.derivation import redirect
from app.resolution.entities import LocalId, Meaning, lone_entity, lone_id, mean
from app.resolution.index import (
    ANCHOR,
    BEGINS,
    COUNT,
    DENOTES,
    EMPLOYER,
    JOINS,
    KNOWN_AS,
    TIES,
    USE,
    VALUE,
    tie_node,
    tie_quads,
    use_node,
    use_quads,
)
from app.resolution.short_forms import Surroundings, Tie, shortened
from app.resolution.uses import NAMELESS, ORGANIZATION, PEOPLE, Use, read_use
from app.rulings import read_rulings
from app.upkeep.reading import Reading
from app.upkeep.swap import Swap
from app.vocab import IS_REPLACED_BY, PREF_LABEL, cg, slug

Uses = dict[LocalId, Use]


@dataclass(frozen=True)
class Names:
    """The uses of local entities, and in how many of their articles each tie is."""

    uses: Uses = field(default_factory=dict)
    ties: Counter[Tie] = field(default_factory=Counter)


@dataclass(frozen=True)
class Decided:
    """The rulings that come and go."""

    added: tuple[Ruling, ...] = ()
    removed: tuple[Ruling, ...] = ()

    def about(self) -> set[str]:
        """The names that they are about."""
        rulings = (*self.added, *self.removed)
        return {about for ruling in rulings if ruling.kind.is_about_names for about in ruling.about}

    def abouts(self, kind: RulingKind) -> set[str]:
        """What those of a kind are about."""
        return {about for ruling in (*self.added, *self.removed) if ruling.kind is kind for about in ruling.about}

    def after(self, before: Iterable[Ruling]) -> list[Ruling]:
        """The rulings that stand when those that stood before are given."""
        gone = {ruling.id for ruling in self.removed}
        found = {ruling.id: ruling for ruling in (*before, *self.added) if ruling.id not in gone}
        return list(found.values())


@dataclass(frozen=True)
class NameStep:
    """The quads of entities and of their index; by local entity whom it stands for now, if that changed or is new.

    `moved` are the local entities that stay and stand for somebody else.
    """

    swap: Swap
    of_local: Mapping[LocalId, str]
    moved: frozenset[LocalId]


def rulings_about(reading: Reading, abouts: Iterable[str]) -> list[Ruling]:
    """The rulings that are about any of the ids or IRIs."""
    graph = reading.iris.graph(RULINGS)
    found = reading.leading(cg("ruledOn"), (Literal(about) for about in abouts), graph)
    nodes = {node for nodes in found.values() for node in nodes}
    quads = reading.about(nodes, graph)
    return read_rulings(quad for node in nodes for quad in quads[node])


def step_names(reading: Reading, leaving: Names, entering: Names, decided: Decided) -> NameStep:
    """What changes in the entities when local entities leave and enter, and rulings come and go."""
    delta = Counter(entering.uses.values())
    delta.subtract(Counter(leaving.uses.values()))
    ties = Counter(entering.ties)
    ties.subtract(leaving.ties)
    closed = _Closure(reading, decided)
    closed.reach({key for use in delta for key in (*use.joins, *use.begins)} | decided.about())
    closed.take(delta)
    while True:  # whom people lead to can lead to further people
        known, counts = len(closed.stored), closed.counts(delta)
        around = _surroundings(reading, closed, counts, ties)
        closed.reach(_people_at(reading, closed, mean(counts, closed.rulings(), around).of_use))
        if len(closed.stored) == known:
            break
    elsewhere = {anchor for use in counts for anchor in use.employers}
    meaning = mean(counts, closed.rulings(), around, _entities_at(reading, elsewhere))
    step = _swapped(reading, closed, meaning, counts, leaving.uses, entering.uses)
    _swap_ties(reading, step.swap, ties)
    return step


def _surroundings(reading: Reading, closed: _Closure, counts: Mapping[Use, int], delta: Counter[Tie]) -> Surroundings:
    """What is around the names here that may be short forms, when uses occur so often and ties change as told."""
    iris = reading.iris
    shorts, firms = shortened(counts), {use.key for use in counts if use.kind == ORGANIZATION}
    led = reading.leading(BEGINS, (Literal(f"{ORGANIZATION}/{slug(key)}") for key in shorts))
    nodes = {node for found in led.values() for node in found} - {use_node(use, iris) for use in closed.stored}
    beginning = [*counts, *(read_use(_text(text)) for text in reading.values(nodes, VALUE).values())]
    tied = {
        Tie(key.value, _text(other))
        for key, found in reading.leading(TIES, map(Literal, shorts)).items()
        if isinstance(key, Literal)
        for other in reading.values(found, VALUE).values()
    } | {tie for tie in delta if tie.firm in shorts}
    others = {tie.other for tie in tied}
    may_be = {Tie(firm, other) for firm in firms for other in others}
    times = _stored_ties(reading, may_be)
    return Surroundings(
        frozenset(tie for tie in may_be if times.get(tie, 0) + delta.get(tie, 0) > 0),
        {key: frozenset(use for use in beginning if key in use.beginnings) for key in shorts},
    )


def _stored_ties(reading: Reading, ties: Iterable[Tie]) -> dict[Tie, int]:
    """In how many articles the store has each of the ties."""
    nodes = {tie_node(tie, reading.iris): tie for tie in ties}
    return {nodes[node]: int(_text(count)) for node, count in reading.values(nodes, COUNT).items()}


def _swap_ties(reading: Reading, swap: Swap, delta: Mapping[Tie, int]) -> None:
    stored = _stored_ties(reading, delta)
    for tie, before in stored.items():
        swap.old |= {*tie_quads(tie, before, reading.iris)}
    for tie, more in delta.items():
        if (count := stored.get(tie, 0) + more) > 0:
            swap.new |= {*tie_quads(tie, count, reading.iris)}


class _Closure:
    """Uses that can matter to each other, as the store counts them and as they stand there for entities."""

    def __init__(self, reading: Reading, decided: Decided) -> None:
        self._reading = reading
        self._decided = decided
        self._before: dict[str, Ruling] = {}
        self._seen: set[str] = set()
        self.stored: dict[Use, int] = {}
        self.denoted: dict[Use, str | None] = {}
        self.quads: set[Quad] = set()

    def rulings(self) -> list[Ruling]:
        """The rulings that are to stand, of those that matter here."""
        return self._decided.after(self._before.values())

    def counts(self, delta: Mapping[Use, int]) -> dict[Use, int]:
        """How often each use is to occur."""
        found = {use: self.stored.get(use, 0) + delta.get(use, 0) for use in (*self.stored, *delta)}
        return {use: count for use, count in found.items() if count > 0}

    def reach(self, keys: Iterable[str]) -> None:
        """Load whatever the keys lead to, and what that leads to."""
        ahead = set(keys) - self._seen
        while ahead:
            self._seen |= ahead
            rulings = [*rulings_about(self._reading, ahead), *self._decided.added, *self._decided.removed]
            self._before |= {ruling.id: ruling for ruling in rulings if ruling not in self._decided.added}
            about = {about for ruling in rulings for about in ruling.about if ahead & set(ruling.about)}
            # An unnamed group's name joins nothing unless it is ruled on.
            named = {key for key in ahead if not key.startswith(NAMELESS) or key in about}
            same = {
                key
                for ruling in rulings
                if ruling.kind is RulingKind.SAME and ahead & set(ruling.about)
                for key in ruling.about
            }
            found = self._reading.leading(JOINS, map(Literal, named))
            uses = self.load({node for nodes in found.values() for node in nodes})
            ahead = ({key for use in uses for key in use.joins} | same) - self._seen

    def take(self, uses: Iterable[Use]) -> None:
        """Load these uses, as far as the store has them."""
        self.load({use_node(use, self._reading.iris) for use in uses if use not in self.stored})

    def load(self, nodes: Iterable[NamedNode]) -> list[Use]:
        """Read uses from the index."""
        loaded = []
        for quads in self._reading.about(nodes).values():
            values = {quad.predicate: quad.object for quad in quads}
            use = read_use(_text(values[VALUE]))
            self.stored[use] = int(_text(values[COUNT]))
            entity = values.get(DENOTES)
            self.denoted[use] = self._reading.iris.local_name(entity) if isinstance(entity, NamedNode) else None
            self.quads |= set(quads)
            loaded.append(use)
        return loaded


def _text(term: object) -> str:
    if not isinstance(term, Literal):
        raise TypeError(f"{term} is no literal")
    return term.value


def _people_at(reading: Reading, closed: _Closure, places: Mapping[Use, str | None]) -> set[str]:
    """The names of the people whose employers are no longer whom they were, and of all people here already."""
    before, after = _places(closed.denoted), _places(places)
    changed = {anchor for anchor in before.keys() & after.keys() if before[anchor] != after[anchor]}
    nodes = {node for nodes in reading.leading(EMPLOYER, map(Literal, changed)).values() for node in nodes}
    return {key for use in closed.load(nodes) for key in use.joins}


def _places(of_use: Mapping[Use, str | None]) -> dict[str, str | None]:
    """By anchor the place of work; none where that is ruled to be a person."""
    firms = {use: id_ for use, id_ in of_use.items() if use.kind != PEOPLE}
    return {use.anchor: id_ if id_ is not None and _is_place(id_) else None for use, id_ in firms.items()}


def _is_place(entity_id: str) -> bool:
    return not entity_id.startswith(f"{PEOPLE}/")


def _entities_at(reading: Reading, anchors: Iterable[str]) -> dict[str, str]:
    """The entities that anchors led to."""
    found = reading.leading(ANCHOR, map(Literal, anchors))
    at = reading.values({nodes[0] for nodes in found.values()}, DENOTES)
    return {
        anchor.value: reading.iris.local_name(entity)
        for anchor, nodes in found.items()
        if isinstance(entity := at.get(nodes[0]), NamedNode) and _is_place(reading.iris.local_name(entity))
    }


def _swapped(
    reading: Reading,
    closed: _Closure,
    meaning: Meaning,
    counts: Mapping[Use, int],
    leaving: Uses,
    entering: Uses,
) -> NameStep:
    iris, graph = reading.iris, reading.iris.graph(INDEX)
    swap = Swap(old=set(closed.quads))
    for use, count in counts.items():
        swap.new |= {*use_quads(use, count, meaning.of_use[use], iris)}
    for uses, quads in ((leaving, swap.old), (entering, swap.new)):
        for local, use in uses.items():
            quads.add(Quad(iris.local_entity(local.article, local.local), USE, use_node(use, iris), graph))
    shifted = [use for use in closed.stored if use in meaning.of_use and closed.denoted[use] != meaning.of_use[use]]
    staying = _behind(reading, shifted)
    staying = {local: use for local, use in staying.items() if local not in leaving}
    of_local = {
        local: meaning.of_use[use] or lone_id(use, local) for local, use in (*staying.items(), *entering.items())
    }
    before = reading.denoted({*staying, *leaving})
    moved = frozenset(local for local in staying if of_local[local] != before.get(local))
    _swap_entities(reading, swap, closed, meaning, {**staying, **entering}, of_local, before)
    changed = {use for use in {*closed.stored, *counts} if closed.denoted.get(use) != meaning.of_use.get(use)}
    changed |= {use for use in {*closed.stored, *counts} if (use in closed.stored) != (use in counts)}
    _swap_redirects(reading, swap, closed, meaning, changed)
    return NameStep(swap, of_local, moved)


def _behind(reading: Reading, uses: Iterable[Use]) -> Uses:
    """The local entities behind uses, in the store."""
    nodes = {use_node(use, reading.iris): use for use in uses}
    found = reading.leading(USE, nodes)
    return {reading.local_id(local): use for node, use in nodes.items() for local in found.get(node, ())}


def _swap_entities(
    reading: Reading,
    swap: Swap,
    closed: _Closure,
    meaning: Meaning,
    lone: Uses,
    of_local: Mapping[LocalId, str],
    before: Mapping[LocalId, str],
) -> None:
    iris, graph = reading.iris, reading.iris.graph(ENTITIES)
    gone = {id_ for id_ in closed.denoted.values() if id_ is not None} | set(before.values())
    old = reading.about({iris.entity(id_) for id_ in gone}, graph)
    swap.old |= {quad for quads in old.values() for quad in quads if quad.predicate != IS_REPLACED_BY}
    alone = [lone_entity(use, local) for local, use in lone.items() if meaning.of_use[use] is None]
    entities: list[Entity] = [*meaning.entities, *alone]
    swap.new |= {quad for entity in entities for quad in entity_quads(entity, iris)}
    denotes = cg("denotes")
    for of, quads in ((before, swap.old), (of_local, swap.new)):
        for local, id_ in of.items():
            quads.add(Quad(iris.local_entity(local.article, local.local), denotes, iris.entity(id_), graph))


def _swap_redirects(reading: Reading, swap: Swap, closed: _Closure, meaning: Meaning, changed: Iterable[Use]) -> None:
    iris, graph = reading.iris, reading.iris.graph(ENTITIES)
    names = {name for use in changed for name in use.known_as}
    nodes = {iris.entity(name): name for name in names}
    old = reading.about(nodes, graph)
    swap.old |= {quad for quads in old.values() for quad in quads if quad.predicate == IS_REPLACED_BY}
    replaced = {id_ for id_ in closed.denoted.values() if id_ is not None}
    own = {nodes[node] for node, quads in old.items() if any(quad.predicate == PREF_LABEL for quad in quads)}
    own = (own - replaced) | {entity.id for entity in meaning.entities}
    leading = reading.leading(KNOWN_AS, map(Literal, names))
    here = {use_node(use, iris) for use in (*closed.stored, *meaning.of_use)}
    at = reading.values({node for found in leading.values() for node in found if node not in here}, DENOTES)
    targets: dict[str, set[str]] = defaultdict(set)
    for name, found in leading.items():
        targets[name.value] |= {iris.local_name(e) for node in found if isinstance(e := at.get(node), NamedNode)}
    for use, id_ in meaning.of_use.items():
        for name_ in use.known_as & names if id_ is not None else ():
            targets[name_].add(str(id_))
    swap.new |= {
        redirect(name, next(iter(found)), iris)
        for name, found in targets.items()
        if name not in own and len(found) == 1
    }
