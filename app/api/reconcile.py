"""/reconcile: the Reconciliation Service API 0.2, by which OpenRefine and others find out whom a table's rows mean."""

from __future__ import annotations

import json
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Request
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from app.api.context import Nouns
from app.api.explorer.wording import plural, type_word
from app.api.routes import NOT_MODIFIED, VersionedRoute
from app.api.search import Names
from app.errors import BadInput
from app.model import Entity
from app.ontology import load_ontology
from app.query.lookup import Lookup
from app.query.name_index import NameIndex
from app.query.reconcile import Candidate, Known, candidates
from app.vocab import CG

router = APIRouter(prefix="/reconcile", tags=["reconcile"], route_class=VersionedRoute, responses=NOT_MODIFIED)

_MOST_QUERIES, _MOST_CANDIDATES, _SUGGESTED = 200, 50, 20
_USUAL_TYPES = ("Company", "Person", "Organization", "DataVendor")
_TYPES = (*_USUAL_TYPES, "OrganizationUnit", "Collective", "Agent", "Product", "Place", "Role", "Responsibility")


class Named(BaseModel):
    """A class or a property, with its name."""

    id: str = Field(description="As queries name it", examples=["Company"])
    name: str = Field(description="In words", examples=["company"])


class Property(BaseModel):
    """What another column of the row says."""

    pid: str = Field(description="A relation of the ontology", examples=["unitOf"])
    v: Any = Field(description="A name, an id, or a list of either; an object's `id` or `name` counts")


class ReconcileQuery(BaseModel):
    """One row's question."""

    model_config = ConfigDict(extra="ignore")  # OpenRefine sends more than the specification says

    query: str = Field(max_length=500, description="The name in the row", examples=["Facebook"])
    type: str | list[str] | None = Field(None, description="Class or classes of the ontology", examples=["Company"])
    limit: int = Field(5, ge=1, le=_MOST_CANDIDATES, description="Most candidates")
    properties: list[Property] = Field([], max_length=20, description="What the row says besides")


class Match(BaseModel):
    """An entity that the row may mean."""

    id: str = Field(description="Id of the entity", examples=["organization/meta"])
    name: str = Field(description="Its name", examples=["Meta"])
    description: str = Field(description="What it is and how well it is known", examples=["company, in 3 articles"])
    type: list[Named] = Field(description="Its class")
    score: float = Field(description="How well it fits, up to 100", examples=[99.0])
    match: bool = Field(description="Whether it is this one and no other")
    features: list[dict[str, Any]] = Field(description="What the score is made of")


class Matches(BaseModel):
    """The answer to one row."""

    result: list[Match] = Field(description="Best first")


class Suggestion(Named):
    """A thing that what has been typed so far may become."""

    description: str | None = Field(None, description="What it is", examples=["company, in 3 articles"])
    notable: list[Named] | None = Field(None, description="Its class, if it is an entity")


class Suggestions(BaseModel):
    """Things that what has been typed so far may become."""

    result: list[Suggestion] = Field(description="Best first")


_QUERIES: TypeAdapter[dict[str, ReconcileQuery]] = TypeAdapter(dict[str, ReconcileQuery])
_EXAMPLE = '{"q0": {"query": "Facebook", "type": "Company", "limit": 3}}'
_ABOUT = "A JSON object of queries by name, each with `query` and perhaps `type`, `limit`, `properties`"
Prefix = Annotated[str, Query(max_length=500, description="What has been typed so far", examples=["scal"])]
First = Annotated[int, Query(ge=0, le=1000, alias="cursor", description="How many to leave out", examples=[0])]


@router.get("", summary="What the reconciliation service offers")
def manifest(
    request: Request,
    lookup: Nouns,
    names: Names,
    queries: Annotated[str | None, Query(description=f"{_ABOUT}; without it the manifest", examples=[_EXAMPLE])] = None,
) -> dict[str, Any]:
    """The manifest for OpenRefine (Add standard service), or, with `queries`, the answers to them."""
    if queries is not None:
        return {name: answer.model_dump() for name, answer in _answers(queries, lookup, names).items()}
    here = str(request.base_url).rstrip("/")
    suggest = {"service_url": here}
    return {
        "versions": ["0.1", "0.2"],
        "name": "Claimgraph",
        "identifierSpace": lookup.iris.base,
        "schemaSpace": CG,
        "defaultTypes": [_class(name).model_dump() for name in _USUAL_TYPES],
        "view": {"url": f"{here}/explore/entities/{{{{id}}}}"},
        "batchSize": _MOST_QUERIES,
        "suggest": {
            what: {**suggest, "service_path": f"/reconcile/suggest/{what}"} for what in ("entity", "type", "property")
        },
    }


@router.post("", summary="Find out whom rows mean")
def reconcile(
    lookup: Nouns, names: Names, queries: Annotated[str, Form(description=_ABOUT, examples=[_EXAMPLE])]
) -> dict[str, Matches]:
    """A batch of queries at once. It reads only, and needs no token."""
    return _answers(queries, lookup, names)


@router.get("/suggest/entity", summary="Entities by the beginning of a name")
def suggest_entity(prefix: Prefix, names: Names, cursor: First = 0) -> Suggestions:
    """For whoever picks an entity by hand."""
    found = names.suggest(prefix, limit=cursor + _SUGGESTED)[cursor:]
    return Suggestions(
        result=[
            Suggestion(
                id=hit.entity.id,
                name=hit.entity.name,
                description=_about(hit.entity),
                notable=[_class(hit.entity.type)],
            )
            for hit in found
        ]
    )


@router.get("/suggest/type", summary="Classes by the beginning of a word")
def suggest_type(prefix: Prefix, cursor: First = 0) -> Suggestions:
    """The classes that entities can have."""
    return _fitting([_class(name) for name in _TYPES], prefix, cursor)


@router.get("/suggest/property", summary="Relations by the beginning of a word")
def suggest_property(prefix: Prefix, cursor: First = 0) -> Suggestions:
    """The relations that other columns can speak of."""
    relations = load_ontology().relations.values()
    return _fitting([Named(id=each.name, name=each.label) for each in relations], prefix, cursor)


def _answers(queries: str, lookup: Lookup, names: NameIndex) -> dict[str, Matches]:
    try:
        asked = _QUERIES.validate_python(json.loads(queries))
    except (ValidationError, ValueError, RecursionError) as error:
        if isinstance(error, ValidationError):
            first = error.errors(include_url=False, include_input=False)[0]
            said = f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
        else:
            said = "queries: it is no JSON"
        raise BadInput(f"{said}.", hint=f"Send a JSON object such as {_EXAMPLE}.") from error
    if len(asked) > _MOST_QUERIES:
        raise BadInput(f"{len(asked)} queries are too many at once.", hint=f"Send at most {_MOST_QUERIES}.")
    return {name: _answer(query, lookup, names) for name, query in asked.items()}


def _answer(query: ReconcileQuery, lookup: Lookup, names: NameIndex) -> Matches:
    types = [query.type] if isinstance(query.type, str) else query.type or []
    known = [
        Known(each.pid, value)
        for each in query.properties
        if each.pid in load_ontology().relations
        for value in _values(each.v)
    ]
    found = candidates(lookup, names, query.query, types=types, known=known, limit=query.limit)
    return Matches(result=[_match(candidate) for candidate in found])


def _values(given: Any) -> list[str]:
    """The texts of a property's value, whichever of its shapes it has."""
    texts = (
        each.get("id") or each.get("name") if isinstance(each, dict) else each
        for each in (given if isinstance(given, list) else [given])
    )
    return [text for text in texts if isinstance(text, str) and text.strip()]


def _match(candidate: Candidate) -> Match:
    entity = candidate.entity
    return Match(
        id=entity.id,
        name=entity.name,
        description=_about(entity),
        type=[_class(entity.type)],
        score=candidate.score,
        match=candidate.match,
        features=[{"id": "name", "value": candidate.name_score}],
    )


def _about(entity: Entity) -> str:
    articles = {member.rpartition("/entity/")[0] for member in entity.members}
    return f"{type_word(entity.type)}, in {plural(len(articles), 'article')}"


def _class(name: str) -> Named:
    return Named(id=name, name=type_word(name))


def _fitting(things: list[Named], prefix: str, first: int) -> Suggestions:
    """Those of which a word, of the name or the id, begins so."""
    wanted = prefix.strip().lower()
    fitting = [
        thing
        for thing in things
        if any(word.startswith(wanted) for word in (*thing.name.lower().split(), thing.id.lower(), thing.name.lower()))
    ]
    return Suggestions(
        result=[Suggestion(id=thing.id, name=thing.name) for thing in fitting[first : first + _SUGGESTED]]
    )
