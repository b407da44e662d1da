"""What a client sends to be read, before it is read: files as they are, or articles as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fastapi import Request
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.datastructures import UploadFile

from app.api.articles import NewArticle, as_article, file_name, new_article
from app.documents.load import articles_in
from app.errors import BadInput
from app.model import Article

_MOST_FILES = 1000


class NewArticles(BaseModel):
    """Articles to read, one after the other."""

    model_config = ConfigDict(extra="forbid")

    articles: list[NewArticle] = Field(min_length=1, max_length=_MOST_FILES, description="In the order to read them in")


@dataclass(frozen=True)
class Parcel:
    """One thing to read, under the name that its sender knows it by."""

    name: str
    content: bytes | NewArticle
    is_json: bool = False
    """Whether it says that it is one article, of the kind that POST /articles takes."""
    media_type: str = ""

    def articles(self) -> list[Article]:
        """The articles in it: one in a text file, one or more in a file of JSON or JSON lines.

        Raises:
            BadInput, UnreadableDocument: it is no article.
            InvalidDate: a date of publication is none.
        """
        if isinstance(self.content, NewArticle):
            return [as_article(self.content)]
        if self.is_json:
            return [as_article(new_article(self.content))]
        return articles_in(self.content, file_name(self.name) or "article.txt", self.media_type)


async def parcels_of(request: Request) -> list[Parcel]:
    """What a request's body holds: files of a form, or JSON.

    Raises:
        BadInput: it is neither, or holds nothing.
    """
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type == "application/json":
        return list(_of_json(await request.body()))
    if media_type != "multipart/form-data":
        raise BadInput(
            f"Articles cannot be read from {media_type or 'a body without Content-Type'}.",
            hint='Send files as multipart/form-data, or {"articles": [{"text": "..."}]} as application/json.',
        )
    async with request.form(max_files=_MOST_FILES) as form:
        files = [part for _, part in form.multi_items() if isinstance(part, UploadFile)]
        parcels = [_of_file(part, await part.read()) for part in files]
    if not parcels:
        raise BadInput("The form holds no file.", hint="Send at least one, in a field of any name.")
    return parcels


def _of_json(body: bytes) -> Iterator[Parcel]:
    try:
        given = NewArticles.model_validate_json(body)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"])) or "the body"
        raise BadInput(f"{where}: {first['msg']}.", hint='Send {"articles": [{"text": "..."}]}.') from error
    for number, article in enumerate(given.articles, start=1):
        yield Parcel(article.title or f"article {number}", article)


def _of_file(part: UploadFile, content: bytes) -> Parcel:
    name = part.filename or "a file without a name"
    media_type = (part.content_type or "").partition(";")[0].strip().lower()
    # A file of JSON, as its name says, may hold several; what only its sender calls JSON is one.
    is_json = media_type == "application/json" and not name.lower().endswith((".json", ".jsonl"))
    return Parcel(name, content, is_json=is_json, media_type=media_type)
