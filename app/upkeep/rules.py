"""What changes in the derived graph: the rules are run over the facts that changed, as they were and as they are.

What followed before and no longer does goes, unless a fact that did not change gives it too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set

from pyoxigraph import NamedNode, Quad

from app.graphs import DERIVED, ENTITIES, FACTS, is_entity_id, read_facts
from app.resolution.derivation import undisputed
from app.resolution.rules import derive, read_back, readable
from app.store.base import Pattern
from app.upkeep.facts import FactStep, quads_of_facts
from app.upkeep.reading import Reading
from app.upkeep.swap import Swap
from app.vocab import TYPE

_AT_ONCE = 64
"""How many facts are searched at once for one that gives what another no longer does."""


def step_rules(reading: Reading, entities: Swap, facts: FactStep) -> Swap:
    """What changes in the derived graph; `entities` are all quads of entities that change, concepts too."""
    return _Rules(reading, entities, facts).step()


class _Rules:
    def __init__(self, reading: Reading, entities: Swap, facts: FactStep) -> None:
        self._reading = reading
        self._iris = reading.iris
        self._target = reading.iris.graph(DERIVED)
        self._entities = entities
        self._before = set(readable(undisputed(facts.before, self._iris)))
        self._after = set(readable(undisputed(facts.after, self._iris)))
        self._looked_at = {self._iris.fact(fact.id) for fact in (*facts.before, *facts.after)}

    def step(self) -> Swap:
        """Run the rules over what was and over what is."""
        if self._before == self._after and not any(quad.predicate == TYPE for quad in self._entities.changed()):
            return Swap()
        before, after = self._run(self._before, self._after, set())
        shifted: set[NamedNode] = set()
        if any(quad.predicate in read_back() for quad in before | after) and (shifted := self._shifted()):
            alike = self._sound(self._facts_about(shifted) - self._looked_at)
            before, after = self._run(self._before | alike, self._after | alike, shifted)
        lost, open_again = before - after, self._classes(self._entities.old - self._entities.new)
        given = self._given_elsewhere(lost | open_again, shifted)
        said = self._stored(self._classes(self._entities.new - self._entities.old))
        return Swap(old=(lost - given) | said, new=(after - before) | (open_again & given))

    def _classes(self, quads: Iterable[Quad]) -> set[Quad]:
        """The classes that entities are said to be of, as they would be derived: what is said is not (`Rules`)."""
        return {Quad(quad.subject, TYPE, quad.object, self._target) for quad in quads if quad.predicate == TYPE}

    def _stored(self, quads: Iterable[Quad]) -> set[Quad]:
        patterns = [
            Pattern(quad.subject, TYPE, quad.object, self._target)
            for quad in quads
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode)
        ]
        return set(self._reading.store.matching(patterns)) if patterns else set()

    def _shifted(self) -> set[NamedNode]:
        """The entities of which the relations that rules read back may have changed (whose wholes are others now)."""
        direct = [
            {quad for quad in derive(quads, self._target) if quad.predicate in read_back()}
            for quads in (self._before, self._after)
        ]
        found = {quad.subject for quad in direct[0] ^ direct[1] if isinstance(quad.subject, NamedNode)}
        ahead = found
        while ahead:
            ahead = self._below(ahead) - found
            found |= ahead
        return found

    def _below(self, nodes: Iterable[NamedNode]) -> set[NamedNode]:
        """What is part of any of the nodes."""
        patterns = [Pattern(None, predicate, node, self._target) for node in nodes for predicate in read_back()]
        found = self._reading.store.matching(patterns) if patterns else []
        return {quad.subject for quad in found if isinstance(quad.subject, NamedNode)}

    def _facts_about(self, nodes: Iterable[NamedNode]) -> set[NamedNode]:
        graph = self._iris.graph(FACTS)
        found = self._reading.store.matching(Pattern(None, None, node, graph) for node in nodes)
        return {quad.subject for quad in found if isinstance(quad.subject, NamedNode)}

    def _sound(self, nodes: Iterable[NamedNode]) -> set[Quad]:
        """The quads of those of the facts that rules may build on."""
        facts = read_facts(quads_of_facts(self._reading, nodes), self._iris)
        return set(readable(undisputed(facts, self._iris)))

    def _run(self, before: Set[Quad], after: Set[Quad], shifted: Set[NamedNode]) -> tuple[set[Quad], set[Quad]]:
        """What follows from facts as they were and as they are, with what is known of the entities."""
        named = set(self._named(before | after))
        changing = self._entities.old | self._entities.new
        named |= {quad.subject for quad in changing if quad.predicate == TYPE and isinstance(quad.subject, NamedNode)}
        known = self._reading.store.matching(Pattern(node, TYPE, None, self._iris.graph(ENTITIES)) for node in named)
        wholes = self._reading.store.matching(
            Pattern(node, predicate, None, self._target) for node in named - shifted for predicate in read_back()
        )
        classes = {quad for quad in self._entities.new if quad.predicate == TYPE}
        return (
            set(derive({*before, *known, *wholes}, self._target)),
            set(derive({*after, *(set(known) - self._entities.old), *classes, *wholes}, self._target)),
        )

    def _named(self, quads: Iterable[Quad]) -> Iterator[NamedNode]:
        """The entities that facts name."""
        for quad in quads:
            if isinstance(quad.object, NamedNode) and is_entity_id(self._iris.local_name(quad.object)):
                yield quad.object

    def _given_elsewhere(self, lost: Set[Quad], shifted: Set[NamedNode]) -> set[Quad]:
        """Those of the conclusions that facts give which nobody has looked at yet."""
        found: set[Quad] = set()
        by_ends: dict[frozenset[NamedNode], set[Quad]] = defaultdict(set)
        for quad in lost:
            nodes = [end for end in (quad.subject, quad.object) if isinstance(end, NamedNode)]
            by_ends[frozenset(node for node in nodes if is_entity_id(self._iris.local_name(node)))].add(quad)
        for ends, quads in by_ends.items():
            if ends:  # what followed about a fact that changed follows from no other
                found |= self._given(quads, ends, shifted)
        return found

    def _given(self, lost: Set[Quad], ends: Set[NamedNode], shifted: Set[NamedNode]) -> set[Quad]:
        about = [self._facts_about({end, *self._below([end])}) for end in ends]
        found: set[Quad] = set()
        nodes = sorted(set.intersection(*about) - self._looked_at, key=str)
        for start in range(0, len(nodes), _AT_ONCE):
            sound = self._sound(nodes[start : start + _AT_ONCE])
            found |= lost & self._run(set(), sound, shifted)[1]
            if found == lost:
                break
        return found
