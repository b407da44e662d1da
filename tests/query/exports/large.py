"""A graph of ten thousand entities, with everything in it that has ever broken a file."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice

from app.graphs import entity_quads, fact_quads
from app.model import Bounds, Entity, Fact, FactTime, Status
from app.query.lookup import Lookup
from app.store.embedded import EmbeddedStore
from tests.query.sample_graph import IRIS, fact, load

ENTITIES, FACTS = 10_000, 15_000
NAMES = (
    "Plain & Sons",
    '<&">]]>',
    "two\nlines\tand a tab",
    "😀 🏴‍☠️ 𝔗",
    "שלום عربي \u202e",
    r"back\slash \u0027 \N {a|b} \" '",
    "=cmd|' /C calc'!A0, \"quoted\"; `tick` // no comment",
    "</script><img src=x onerror=harm()>",
)
_KINDS = (("person", "Person"), ("organization", "Company"))


def _entities() -> Iterator[Entity]:
    for number, name in enumerate(islice(cycle(NAMES), ENTITIES)):
        kind, type_ = _KINDS[number % 2]
        aliases = (f"{name} {number}",) if number % 3 == 0 else ()
        yield Entity(id=f"{kind}/e{number}", name=f"{name} {number}", type=type_, aliases=aliases)


def _facts() -> Iterator[Fact]:
    def company(number: int) -> str:
        return f"organization/e{number * 2 % ENTITIES + 1}"

    for number in range(FACTS):
        kind, id_ = number % 5, f"f{number}"
        time = FactTime(
            start=Bounds(latest="2024-02-29"), end=Bounds(earliest="2024-03-01"), text=("for <two> & more",)
        )
        if kind == 0:  # a tenure; some are twice the same
            slots = {"person": f"person/e{number // 10 * 4 % ENTITIES}", "organization": company(number // 10)}
            yield fact(id_, "Tenure", "heldRole", slots | {"title": NAMES[number % 8]}, time=time)
        elif kind == 1:  # decimals, and numbers that are too long for most
            slots = {"investor": company(number), "investee": company(number * 7)}
            amount = ("14300000000", "2500000.55", "99999999999999999999")[number % 3]
            yield fact(id_, "Investment", "investedIn", slots | {"amount": amount, "currency": "USD"})
        elif kind == 2:  # of itself
            yield fact(id_, "SimpleFact", "tensionWith", {"subject": company(number), "object": company(number)})
        elif kind == 3:  # what is no entity
            yield fact(id_, "SimpleFact", "focusesOn", {"subject": company(number), "object": NAMES[number % 8]})
        else:
            status = (Status.REPORTED, Status.ASSERTED)[number % 2]
            yield fact(id_, "Event", "restructured", {"subject": company(number)}, status=status)


def large_lookup() -> Lookup:
    """The graph, in a store of its own."""
    store = EmbeddedStore()
    quads = [quad for entity in _entities() for quad in entity_quads(entity, IRIS)]
    load(store, quads + [quad for each in _facts() for quad in fact_quads(each, IRIS)])
    return Lookup(store, IRIS)
