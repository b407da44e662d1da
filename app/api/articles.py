"""/articles: what has been read, and reading more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath, PureWindowsPath
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response, status
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pyoxigraph import Triple
from python_multipart.multipart import parse_options_header
from starlette.datastructures import UploadFile

from app.api.context import ArticleId, Day, Graph, Nouns
from app.api.matching import has_words
from app.api.orders import ARTICLES, ArticleSort
from app.api.paging import DEFAULT_LIMIT, Cursor, Limit, Page, page
from app.api.representations import RDF_ANSWERS, rdf_if_accepted
from app.api.routes import NOT_MODIFIED, VersionedRoute
from app.api.views import ArticleView, article_view
from app.documents.load import articles_in
from app.documents.making import FIELDS, day_published
from app.documents.text import parse_text
from app.errors import BadInput
from app.model import Article
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
    response_model=ArticleView,
    responses=RDF_ANSWERS,
)
def get_article(article_id: ArticleId, request: Request, lookup: Nouns) -> ArticleView | Response:
    """Everything that one article says, before anything is made of it; as RDF, the whole named graph of the article.

    Of a correction `versions` says what it replaces, of what was corrected by what.
    """
    found = lookup.article(article_id)

    def triples() -> Iterator[Triple]:
        return (quad.triple for quad in lookup.store.quads(graph=lookup.iris.article_graph(found.article.id)))

    rdf = rdf_if_accepted(request, lookup.iris.article(found.article.id), triples)
    return rdf or article_view(found, lookup)


def as_article(new: NewArticle) -> Article:
    """The article, if it can be read.

    Raises:
        UnreadableDocument: its text is none.
        InvalidDate: its date of publication is none.
    """
    # An empty front matter first, so that a text which happens to begin like one is taken as it stands.
    return parse_text(f"---\n---\n{new.text}", **new.model_dump(exclude={"text"}))


@dataclass(frozen=True)
class Sent:
    """What a request to read an article holds, before it is read: that takes a while, and is no work for the loop."""

    body: bytes
    media_type: str
    charset: str = ""
    name: str | None = None
    said: Mapping[str, str] = field(default_factory=dict)
    """What the sender says of it, which goes over what it says itself."""

    def article(self) -> Article:
        """The one article in it, read as the command line reads a file of its kind.

        Raises:
            BadInput: it is no article, or several.
            UnreadableDocument: it is none that can be read.
            InvalidDate: its date of publication is none.
        """
        if self.media_type == "application/json" and self.name is None:
            return as_article(new_article(self.body))
        said = dict(self.said)
        if "published" in said:
            said["published"] = day_published(said["published"], "The form")
        found = articles_in(self.body, self.name, self.media_type, self.charset)
        if len(found) != 1:
            raise BadInput(f"That is {len(found)} articles.", hint="Send a file of several to /jobs.")
        return found[0].model_copy(update=said)


_SINGLE = ("application/json", "text/plain", "text/markdown", "text/html", "application/xhtml+xml", "application/pdf")
_FORM = "multipart/form-data"


async def _sent(request: Request) -> Sent:
    """An article in a request's body: JSON, plain text that may open with front matter, a page, a PDF, or a form."""
    media_type, options = parse_options_header(request.headers.get("content-type", ""))
    kind = media_type.decode("latin-1").lower()
    if kind == _FORM:
        return await _of_form(request)
    if kind not in _SINGLE:
        raise BadInput(
            f"An article cannot be read from {kind or 'a body without Content-Type'}.",
            hint=f"Send {', '.join(_SINGLE)}, or one file as {_FORM}.",
        )
    charset = options.get(b"charset", b"").decode("latin-1")
    # Plain text has always been UTF-8, or UTF-16 with its mark, whatever it is sent as.
    return Sent(await request.body(), kind, "" if kind in ("application/json", "text/plain") else charset)


async def _of_form(request: Request) -> Sent:
    """One file, and fields that say more of it."""
    async with request.form(max_files=2, max_fields=len(FIELDS)) as form:
        parts = [part for _, part in form.multi_items() if isinstance(part, UploadFile)]
        said = {name: value for name, value in form.multi_items() if isinstance(value, str) and value.strip()}
        if len(parts) != 1:
            raise BadInput(f"The form holds {len(parts)} files.", hint="Send one, or several to /jobs.")
        if unknown := sorted(said.keys() - set(FIELDS)):
            raise BadInput(f"An article has no {', '.join(unknown)}.", hint=f"Fields: {', '.join(FIELDS)}.")
        kind = (parts[0].content_type or "").partition(";")[0].strip().lower()
        return Sent(await parts[0].read(), kind, name=file_name(parts[0].filename) or "article.txt", said=said)


def file_name(given: str | None) -> str:
    """The last part of a file's name, whatever machine it comes from, so short that any store keeps it."""
    bare = PurePosixPath(PureWindowsPath(given or "").name).name.replace("\0", "")
    return bare.encode()[-200:].decode(errors="ignore").strip()


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


def _file(description: str) -> dict[str, Any]:
    return {"schema": {"type": "string", "format": "binary", "description": description}}


_BODY: dict[str, Any] = {
    "required": True,
    "content": {
        "application/json": {"schema": {"$ref": "#/components/schemas/NewArticle"}},
        "text/plain": {"schema": {"type": "string", "description": "May open with front matter"}},
        "text/markdown": {"schema": {"type": "string", "description": "May open with front matter"}},
        "text/html": _file("A page; its article is found, and what it declares of it is kept"),
        "application/xhtml+xml": _file("The same"),
        "application/pdf": _file("An article printed, not scanned"),
        _FORM: {
            "schema": {
                "type": "object",
                "properties": {
                    "file": {
                        "type": "string",
                        "format": "binary",
                        "description": "Text, Markdown, HTML, PDF or JSON of one article, in a field of any name",
                    },
                    **{name: {"type": "string", "description": "Instead of what the file says"} for name in FIELDS},
                },
                "required": ["file"],
                "additionalProperties": False,
            }
        },
    },
}


@router.post(
    "",
    summary="Read an article",
    status_code=status.HTTP_201_CREATED,
    responses={200: {"model": Outcome, "description": "It was there already; nothing changed"}},
    openapi_extra={"requestBody": _BODY},
)
def add_article(sent: Annotated[Sent, Depends(_sent)], graph: Graph, response: Response) -> Outcome:
    """Extract its claims and bring the facts up to date: whole, or not at all.

    Each kind is read as the command line reads a file of it; a body larger than `CLAIMGRAPH_MAX_BODY_MB` is refused.
    A file of several articles, and whatever takes long, is for `/jobs`.
    """
    article = sent.article()
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
