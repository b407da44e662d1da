"""/ask: a plain question, answered with the words that the answer rests on."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Query, Response
from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from app.api.context import AsOf, Day, Graph, KnownNouns
from app.api.routes import NOT_MODIFIED, VersionedRoute
from app.errors import NotFound
from app.model import Answer, Clock
from app.query.ask import ask
from app.query.perspective import Perspective

SPARQL = "application/sparql-query"
router = APIRouter(tags=["ask"], route_class=VersionedRoute, responses=NOT_MODIFIED)

EXAMPLE = "Who oversaw Meta's data operations and when did they leave?"


def _worded(question: str) -> str:
    if not question.strip():
        raise PydanticCustomError("blank", "a question has words")
    return question


Wording = Annotated[str, AfterValidator(_worded)]


class Question(BaseModel):
    """A question in English."""

    model_config = ConfigDict(extra="forbid")

    question: Wording = Field(min_length=1, examples=[EXAMPLE])
    as_of: Day | None = Field(None, description="Day at which things are to hold, ISO 8601")
    known_by: Day | None = Field(None, description="Only what was known by the end of this day, ISO 8601")
    known_from: Clock = Field(Clock.PUBLICATION, description="From when on an article counts as known")
    linked: bool = Field(False, description="Also bounds that follow from the order that other facts state")
    assume: bool = Field(False, description="Also bounds that rest on what is merely usual; includes `linked`")


class Explain(StrEnum):
    """What `explain` may ask for in place of the answer."""

    SPARQL = "sparql"


@router.get(
    "/ask",
    summary="Ask a question",
    response_model=Answer,
    responses={
        200: {"content": {SPARQL: {"schema": {"type": "string"}}}},
        404: {"description": "`explain=sparql`, and the question led to no query"},
    },
)
def ask_question(
    q: Annotated[Wording, Query(min_length=1, description="A question in English", examples=[EXAMPLE])],
    lookup: KnownNouns,
    as_of: AsOf = None,
    explain: Annotated[Explain | None, Query(description="`sparql`: the queries alone, and not the answer")] = None,
) -> Answer | Response:
    """What was understood, the answer with its evidence and caveats, and the SPARQL that gave it."""
    answer = ask(lookup, q, as_of=as_of)
    if explain is None:
        return answer
    if not answer.sparql:
        raise NotFound("The question led to no query.", hint=answer.answer)
    return Response("\n\n".join(answer.sparql) + "\n", media_type=SPARQL)


@router.post("/ask", summary="Ask a question")
def post_question(question: Question, graph: Graph) -> Answer:
    """The same for a question too long for an address."""
    seen_from = Perspective(question.known_by, question.known_from, question.linked, question.assume)
    return ask(graph.perspectives.of(graph.lookup, seen_from), question.question, as_of=question.as_of)
