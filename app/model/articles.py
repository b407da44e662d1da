"""The article: its text, the stretches of it, and which of these are worth reading."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property

from pydantic import Field, computed_field
from pydantic.json_schema import SkipJsonSchema

from app.model.noun import Noun, digest


class Span(Noun):
    """A stretch of an article's raw text."""

    start: int
    end: int
    text: str


class Article(Noun):
    """One published text. `text` is the raw text that all offsets count in."""

    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = Field(default=None, description="ISO 8601 date of publication, if known")
    url: str | None = None
    language: str | None = None
    source: str | None = Field(default=None, description="File name it was read from; not part of its identity")
    replaces: str | None = Field(default=None, description="Id or URL of the version that this one corrects")
    notices: SkipJsonSchema[tuple[str, ...]] = Field(default=(), exclude=True, repr=False)
    """What was passed over when its file was read, for whoever reads it; no part of what is stored."""

    @computed_field  # type: ignore[prop-decorator]
    @cached_property
    def id(self) -> str:
        """A hash of publisher, date, title, URL and text: a corrected version is another article."""
        return digest(self.publisher, self.published, self.title, self.url, self.text)


class BlockKind(StrEnum):
    """What a stretch of the article is."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"


class Block(Noun):
    """A title, heading or paragraph of an article, as offsets into its raw text."""

    kind: BlockKind
    start: int
    end: int


class Document(Noun):
    """An article with its readable blocks; boilerplate is in none of them."""

    article: Article
    blocks: tuple[Block, ...]


class Clock(StrEnum):
    """From when on an article counts as known."""

    PUBLICATION = "publication"
    INGEST = "ingest"
