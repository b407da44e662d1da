"""The `index` graph: what leads from a name, a local entity or a claim to all that may change with it.

Like every derived graph it is a function of the claims and rulings alone. It serves `app/upkeep`, so that an ingest
finds what it touches by look-ups; nobody else reads it, and no export carries it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad

from app.graphs import INDEX
from app.model import Attribution, Claim, Entity, Fact, Mention, Value, digest
from app.resolution.facts import Concept, concepts
from app.resolution.short_forms import Tie
from app.resolution.uses import Use
from app.vocab import Iris

_NAMESPACE = "https://w3id.org/claimgraph/index#"


def ix(name: str) -> NamedNode:
    """A property of the index. They are no part of the ontology: no query should rest on them."""
    return NamedNode(_NAMESPACE + name)


VALUE, COUNT, DENOTES = ix("value"), ix("count"), ix("denotes")
"""Of a use and of a concept: what it is, how often it occurs, and the entity that it stands for."""
JOINS, KNOWN_AS, ANCHOR, EMPLOYER, BEGINS = ix("joins"), ix("knownAs"), ix("anchor"), ix("employer"), ix("begins")
"""Of a use: the look-ups that lead to it (see the properties of `Use` that are called so)."""
TIES = ix("ties")
"""Of a tie: the name, as a key, of the firms that it ties."""
USE = ix("use")
"""Of a local entity: its use."""
GROUP = ix("group")
"""Of a claim and of a fact: the group of claims that can make one fact together."""
SAYS = ix("says")
"""Of a claim: what facts can depend on, in one literal, so that a fact that thousands support is soon weighed again."""


def use_node(use: Use, iris: Iris) -> NamedNode:
    """The node of a use."""
    return NamedNode(f"{iris.base}index/use/{use.id}")


def use_quads(use: Use, count: int, entity_id: str | None, iris: Iris) -> Iterator[Quad]:
    """A use, with what leads to it and the entity that it stands for, if it stands for one."""
    node, graph = use_node(use, iris), iris.graph(INDEX)
    yield Quad(node, VALUE, Literal(use.text), graph)
    yield Quad(node, COUNT, Literal(count), graph)
    yield Quad(node, ANCHOR, Literal(use.anchor), graph)
    for predicate, keys in (
        (JOINS, use.joins),
        (KNOWN_AS, use.known_as),
        (EMPLOYER, use.employers),
        (BEGINS, use.begins),
    ):
        for key in keys:
            yield Quad(node, predicate, Literal(key), graph)
    if entity_id is not None:
        yield Quad(node, DENOTES, iris.entity(entity_id), graph)


def tie_node(tie: Tie, iris: Iris) -> NamedNode:
    """The node of a tie."""
    return NamedNode(f"{iris.base}index/tie/{digest(tie.firm, tie.other)}")


def tie_quads(tie: Tie, count: int, iris: Iris) -> Iterator[Quad]:
    """A tie of firms of one name, and in how many articles it is."""
    node, graph = tie_node(tie, iris), iris.graph(INDEX)
    yield Quad(node, TIES, Literal(tie.firm), graph)
    yield Quad(node, VALUE, Literal(tie.other), graph)
    yield Quad(node, COUNT, Literal(count), graph)


def group_node(group: str, iris: Iris) -> NamedNode:
    """The node of a group of claims."""
    return NamedNode(f"{iris.base}index/group/{group}")


def group_quads(group: str, claims: Iterable[Claim], facts: Iterable[Fact], iris: Iris) -> Iterator[Quad]:
    """Which claims are in a group with what they say, and which facts came of them."""
    node, graph = group_node(group, iris), iris.graph(INDEX)
    for claim in claims:
        yield Quad(iris.claim(claim.id), GROUP, node, graph)
        yield Quad(iris.claim(claim.id), SAYS, Literal(claim_text(claim)), graph)
    for fact in facts:
        yield Quad(iris.fact(fact.id), GROUP, node, graph)


def claim_text(claim: Claim) -> str:
    """A claim as text, without the words and places that no fact depends on; the same text however it was come by."""
    ends: dict[str, object] = {"subject": _bare(claim.subject), "object": _bare(claim.object)}
    spans = tuple(span.model_copy(update={"text": ""}) for span in claim.evidence)
    kinds = tuple(Attribution(kind=kind) for kind in sorted({source.kind for source in claim.attribution}))
    unread = {"qualifier_spans": {}, "confidence": 0, "engine": ""}
    bare = claim.model_copy(update={**ends, **unread, "evidence": spans, "attribution": kinds})
    said = bare.model_dump(mode="json", exclude_defaults=True, exclude={"id", "status"})
    return json.dumps(said, sort_keys=True, separators=(",", ":"))


def claim_of(text: str) -> Claim:
    """The claim that `claim_text` wrote, as far as facts depend on it."""
    return Claim.model_validate_json(text)


def _bare(end: Mention | Value | None) -> Mention | Value | None:
    return end.model_copy(update={"name": "", "type": "", "mention": ""}) if isinstance(end, Mention) else end


def concept_node(concept: Concept, iris: Iris) -> NamedNode:
    """The node of one spelling of a role's or responsibility's name."""
    return NamedNode(f"{iris.base}index/concept/{digest(concept.id, concept.name)}")


def concept_quads(concept: Concept, count: int, iris: Iris) -> Iterator[Quad]:
    """One spelling of a concept's name, and how many facts have it."""
    node, graph = concept_node(concept, iris), iris.graph(INDEX)
    yield Quad(node, VALUE, Literal(concept.name), graph)
    yield Quad(node, COUNT, Literal(count), graph)
    yield Quad(node, DENOTES, iris.entity(concept.id), graph)


def concept_entities(spelt: Mapping[Concept, int]) -> list[Entity]:
    """The concepts as entities, by the commonest spelling of each, sorted by id."""
    best: dict[str, Concept] = {}
    for concept in sorted(spelt, key=lambda concept: (-spelt[concept], concept.name)):
        best.setdefault(concept.id, concept)
    return [
        Entity(id=id_, name=best[id_].name, type="Role" if id_.startswith("role/") else "Responsibility")
        for id_ in sorted(best)
    ]


def count_concepts(facts: Iterable[Fact]) -> Counter[Concept]:
    """How many of the facts have each spelling of each concept."""
    return Counter(concept for fact in facts for concept in concepts(fact))
