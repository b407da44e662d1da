"""Which part of the graph is wanted: around whom, as of when, of which types, and whether facts are to be nodes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from app.errors import BadInput
from app.graphs import FACTS, PLANNED, REPORTED, fact_graph
from app.model import Fact, Status
from app.query.checks import subclasses
from app.query.holding import Holds, holds
from app.vocab import RELATIONS

INCLUDABLE = ("disputed", "reported", "planned", "possible")
DEPTH = 2


@dataclass(frozen=True)
class Selection:
    """What a projection of the graph is to hold.

    Around a `root` it is what lies within `depth` facts of it, `DEPTH` if that is not said. Without `include` there are
    only facts that nobody disputes; it adds `disputed`, `reported`, `planned` or `possible` ones. `entities` are
    classes, `facts` classes or relations: where they name any, nothing else is kept. `fact_nodes` makes a node of every
    fact that can have more than two ends to it, with an edge for each. `lone_groups` keeps the unnamed groups
    ("researchers at X") of which no fact in the projection speaks. `measures` tells of each node how it lies in the
    projection (`app.query.measures`).

    Raises:
        BadInput: an option names what does not exist, or `depth` is negative or has no root to begin from.
    """

    root: str | None = None
    depth: int | None = None
    as_of: date | None = None
    include: frozenset[str] = frozenset()
    entities: frozenset[str] = frozenset()
    facts: frozenset[str] = frozenset()
    fact_nodes: bool = False
    lone_groups: bool = False
    measures: bool = False

    def __post_init__(self) -> None:
        """Check what was given, before any work is done for it."""
        if unknown := sorted(self.include.difference(INCLUDABLE)):
            raise BadInput(f"{unknown[0]!r} cannot be included.", hint=f"Use any of {', '.join(INCLUDABLE)}.")
        if self.depth is not None and self.depth < 0:
            raise BadInput(f"A depth of {self.depth} means nothing.", hint="Give 0 or more.")
        if self.depth is not None and self.root is None:
            raise BadInput("A depth is counted from a root, and there is none.", hint="Give a root too, or no depth.")
        _ = self.classes, self._kinds

    @cached_property
    def classes(self) -> frozenset[str]:
        """The classes of entities that are wanted, with all below them; empty for every class."""
        return frozenset(name for given in sorted(self.entities) for name in subclasses(given, "entity"))

    @cached_property
    def _kinds(self) -> frozenset[str]:
        given = sorted(self.facts)
        classes = {name for one in given if one not in RELATIONS for name in subclasses(one, "fact")}
        return frozenset(classes.union(RELATIONS.intersection(given)))

    @property
    def steps(self) -> int:
        """How many facts away from the root is near enough."""
        return DEPTH if self.depth is None else self.depth

    @property
    def scope(self) -> str:
        """Which facts have to be looked at (`app.graphs.SCOPES`)."""
        return "facts" if self.include <= {"disputed"} else "all"

    @property
    def is_part(self) -> bool:
        """Whether anything narrows the graph down, so that the rest of the dataset is not wanted."""
        return bool(self.root or self.as_of or self.entities or self.facts)

    def keeps(self, fact: Fact) -> bool:
        """Whether a fact is wanted, as far as it alone can tell."""
        if self._kinds and self._kinds.isdisjoint((fact.type, fact.relation)):
            return False
        return self._trusts(fact) and (self.as_of is None or holds(fact, self.as_of) is not Holds.NOT)

    def _trusts(self, fact: Fact) -> bool:
        graph = fact_graph(fact)
        if graph in (FACTS, PLANNED):
            trusted = fact.status is not Status.DISPUTED or "disputed" in self.include
            return trusted and (graph == FACTS or "planned" in self.include)
        wanted = "reported" in self.include if graph == REPORTED else "possible" in self.include
        return wanted and fact.status in (Status.REPORTED, Status.POSSIBLE)

    def parameters(self) -> Mapping[str, str]:
        """What differs from the whole graph, by the names that `/export` and `claimgraph export` give the options."""
        found = {
            "root": self.root,
            "depth": None if self.depth is None else str(self.depth),
            "as_of": self.as_of and self.as_of.isoformat(),
            **{name: ",".join(sorted(getattr(self, name))) for name in ("include", "entities", "facts")},
            **{name: "true" for name in ("fact_nodes", "lone_groups", "measures") if getattr(self, name)},
        }
        return {name: value for name, value in found.items() if value}


WHOLE = Selection()


def listed(text: str) -> frozenset[str]:
    """The names in a list with commas.

    >>> sorted(listed("reported, planned,"))
    ['planned', 'reported']
    """
    return frozenset(filter(None, (name.strip() for name in text.split(","))))
