"""/articles: what has been read, and reading more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response, status
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pyoxigraph import Triple

from app.api.context import ArticleId, Day, Graph, Nouns
from app.api.matching import has_words
from app.api.orders import ARTICLES, ArticleSort
from app.api.paging import DEFAULT_LIMIT, Cursor, Limit, Page, page
from app.api.representations import RDF_ANSWERS, rdf_if_accepted
from app.api.routes import NOT_MODIFIED, VersionedRoute
from app.documents.text import decode, parse_text
from app.errors import BadInput
from app.model import Article, Extraction
from app.pipeline import Outcome, ingest, remove
from app.query.standing import Standing, Standings

router = APIRouter(prefix="/articles", tags=["articles"], route_class=VersionedRoute, responses=NOT_MODIFIED)

PublisherFilter = Annotated[str | None, Query(description="Words of its name, in any order", examples=["Harbour"])]
TitleFilter = Annotated[str | None, Query(description="Words of it, in any order", examples=["data executive"])]
PublishedSince = Annotated[Day | None, Query(description="First day of publication", examples=["2025-09-01"])]
PublishedUntil = Annotated[Day | None, Query(description="Last day of publication", examples=["2025-09-30"])]


class ArticleSummary(BaseModel):
    """An article without its text."""

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    language: str | None
    source: str | None
    replaces: str | None
    characters: int = Field(description="Length of the raw text")
    standing: Standing = Field(description="Whether facts rest on it: not if it was corrected or retracted")


class NewArticle(BaseModel):
    """An article to read. `text` is taken as it stands: all offsets count in it."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(examples=["Solvane bought Pemberly Systems for 620 million euros."])
    title: str | None = None
    publisher: str | None = None
    published: str | None = Field(None, description="ISO 8601 date", examples=["2025-09-01"])
    url: str | None = None
    language: str | None = None
    source: str | None = Field(None, description="File name it was read from")
    replaces: str | None = Field(None, description="Id or URL of the version that this one corrects")


@router.get("", summary="List articles")
def list_articles(
    lookup: Nouns,
    publisher: PublisherFilter = None,
    title: TitleFilter = None,
    since: PublishedSince = None,
    until: PublishedUntil = None,
    sort: ArticleSort = None,
    limit: Limit = DEFAULT_LIMIT,
    cursor: Cursor = None,
) -> Page[ArticleSummary]:
    """By date of publication; undated ones first, and left out once a first or last day is asked for."""
    found = [
        article
        for article in lookup.articles()
        if (publisher is None or has_words(article.publisher, publisher))
        and (title is None or has_words(article.title, title))
        and ((since is None and until is None) or _published_between(article, since, until))
    ]
    standings = Standings(lookup)

    def show(article: Article) -> ArticleSummary:
        return _summary(article, standings)

    def ahead(shown: Sequence[Article]) -> None:
        standings.expect(article.id for article in shown)

    return page(found, ARTICLES, show, limit=limit, cursor=cursor, sort=sort, ahead=ahead)


def _published_between(article: Article, since: date | None, until: date | None) -> bool:
    """Whether an article was published in a stretch of days; a date without its day counts by its first letters."""
    day = article.published
    return day is not None and (since is None or day >= str(since)[: len(day)]) and (until is None or day <= str(until))


@router.get(
    "/{article_id}",
    summary="An article with its text, entities and claims",
    response_model=Extraction,
    responses=RDF_ANSWERS,
)
def get_article(article_id: ArticleId, request: Request, lookup: Nouns) -> Extraction | Response:
    """Everything that one article says, before anything is made of it; as RDF, the whole named graph of the article."""
    found = lookup.article(article_id)

    def triples() -> Iterator[Triple]:
        return (quad.triple for quad in lookup.store.quads(graph=lookup.iris.article_graph(found.article.id)))

    return rdf_if_accepted(request, lookup.iris.article(found.article.id), triples) or found


def as_article(new: NewArticle) -> Article:
    """The article, if it can be read.

    Raises:
        UnreadableDocument: its text is none.
        InvalidDate: its date of publication is none.
    """
    # An empty front matter first, so that a text which happens to begin like one is taken as it stands.
    return parse_text(f"---\n---\n{new.text}", **new.model_dump(exclude={"text"}))


async def _sent(request: Request) -> Article:
    """The article in a request's body: JSON, or plain text that may open with front matter."""
    body, media_type = await request.body(), request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type == "text/plain":
        return parse_text(decode(body, "The body"))
    if media_type != "application/json":
        raise BadInput(
            f"An article cannot be read from {media_type or 'a body without Content-Type'}.",
            hint="Send application/json or text/plain.",
        )
    return as_article(new_article(body))


def new_article(body: bytes) -> NewArticle:
    """An article in JSON.

    Raises:
        BadInput: it is none.
    """
    try:
        return NewArticle.model_validate_json(body)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"])) or "the body"
        raise BadInput(f"{where}: {first['msg']}.", hint='An article is at least {"text": "..."}.') from error


_BODY: dict[str, Any] = {
    "required": True,
    "content": {
        "application/json": {"schema": {"$ref": "#/components/schemas/NewArticle"}},
        "text/plain": {"schema": {"type": "string", "description": "May open with front matter"}},
    },
}


@router.post(
    "",
    summary="Read an article",
    status_code=status.HTTP_201_CREATED,
    responses={200: {"model": Outcome, "description": "It was there already; nothing changed"}},
    openapi_extra={"requestBody": _BODY},
)
def add_article(article: Annotated[Article, Depends(_sent)], graph: Graph, response: Response) -> Outcome:
    """Extract its claims and bring the facts up to date: whole, or not at all."""
    with graph.writing:
        summary = ingest(graph.store, graph.iris, [article], graph.engine)
    outcome = summary.outcomes[0]
    response.headers["Location"] = f"/articles/{outcome.article}"
    if outcome.status == "unchanged":
        response.status_code = status.HTTP_200_OK
    return outcome


@router.delete("/{article_id}", summary="Remove an article", status_code=status.HTTP_204_NO_CONTENT)
def remove_article(article_id: ArticleId, graph: Graph) -> None:
    """Its claims go, and with them whatever only they supported."""
    with graph.writing:
        remove(graph.store, graph.iris, article_id)


def _summary(article: Article, standings: Standings) -> ArticleSummary:
    fields = article.model_dump(exclude={"text"})
    return ArticleSummary(**fields, characters=len(article.text), standing=standings.of(article.id))
