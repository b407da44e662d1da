"""What a model is to answer, as types and as the JSON schema that is sent to it.

Words are always verbatim quotes; where they stand is found by us. Every field is required, as strict schemas want it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from app.model import Certainty, Mode, Phase, Polarity, SourceKind
from app.ontology import load_ontology

TYPES = ("Person", "Company", "Organization", "OrganizationUnit", "Collective", "Place", "Product", "Topic", "Value")
TIMES = ("start", "end", "date", "announced", "duration")
MANNERS = ("resigned", "dismissed", "retired", "moved", "unstated")


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Argument(_Part):
    """Who or what: the fullest name in the article, its class, and the words used in the first piece of evidence."""

    name: str
    type: Literal[TYPES]  # type: ignore[valid-type]
    quote: str


class Qualifier(_Part):
    """A detail, as quoted; `manner` of leaving is one of our words instead."""

    name: str
    quote: str


class Time(_Part):
    """A time or a length of time, as quoted, and which side of the situation it is."""

    role: Literal[TIMES]  # type: ignore[valid-type]
    quote: str


class Said(_Part):
    """Who says it; `cue` are the words that show it."""

    kind: SourceKind
    name: str | None
    cue: str | None


class Statement(_Part):
    """One claim of the article."""

    relation: str
    subject: Argument
    object: Argument | None
    evidence: tuple[str, ...]
    qualifiers: tuple[Qualifier, ...]
    times: tuple[Time, ...]
    phase: Phase
    polarity: Polarity
    certainty: Certainty
    mode: Mode
    attribution: tuple[Said, ...]


class Reply(_Part):
    """Everything that a model finds in one stretch of an article."""

    claims: tuple[Statement, ...]


@cache
def schema() -> Mapping[str, Any]:
    """The JSON schema of a reply, with the relations of the ontology."""
    made = Reply.model_json_schema()
    made["$defs"]["Statement"]["properties"]["relation"] = {"type": "string", "enum": sorted(load_ontology().relations)}
    names = sorted({name for relation in load_ontology().relations.values() for name in relation.qualifiers})
    made["$defs"]["Qualifier"]["properties"]["name"] = {"type": "string", "enum": names}
    return made


def read_reply(text: str) -> Reply:
    """The reply in a model's words, which may stand in a fence of Markdown.

    Raises:
        ValueError: it is no JSON of that schema; the message says where.
    """
    bare = text.strip()
    if bare.startswith("```"):
        bare = bare.partition("\n")[2].rpartition("```")[0]
    try:
        return Reply.model_validate(json.loads(bare))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise ValueError(f"{where}: {first['msg']}") from error
    except (ValueError, RecursionError) as error:
        raise ValueError(f"not valid JSON: {error}") from error
