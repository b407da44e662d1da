"""Makes small articles with claims for the tests of resolution: names in, offsets found in the text."""

from __future__ import annotations

from typing import Any

from app.model import (
    AUTHOR,
    Article,
    Attribution,
    Claim,
    Extraction,
    LocalEntity,
    Mention,
    SourceKind,
    Span,
    Times,
    TimeValue,
    Value,
)
from app.vocab import slug

UNNAMED = Attribution(kind=SourceKind.UNNAMED)


def named(name: str) -> Attribution:
    """A speaker on the record."""
    return Attribution(kind=SourceKind.NAMED, name=name)


class Report:
    """An article in the making: `says` adds a claim about entities, which come into being by being named."""

    def __init__(self, text: str, *, published: str | None = None, publisher: str | None = None) -> None:
        self.article = Article(text=text, published=published, publisher=publisher)
        self._entities: dict[str, LocalEntity] = {}
        self._claims: list[Claim] = []

    def entity(self, name: str, type_: str = "Company", aliases: tuple[str, ...] = ()) -> Report:
        """Declare an entity with its type and other names."""
        taken = {entity.id for other, entity in self._entities.items() if other != name}
        id_ = slug(name) if slug(name) not in taken else f"{slug(name)}-{len(taken)}"
        self._entities[name] = LocalEntity(id=id_, name=name, type=type_, aliases=aliases)
        return self

    def says(
        self, subject: str, relation: str, object_: str | None = None, *, value: str | None = None, **fields: Any
    ) -> Report:
        """Add a claim; `time` may be given as keyword arguments of `Times`, other fields as those of `Claim`."""
        times = {name: fields.pop(name) for name in list(fields) if name in Times.model_fields}
        end = Value(value=value, start=0, end=1) if value is not None else None
        whole = Span(start=0, end=len(self.article.text), text=self.article.text)
        self._claims.append(
            Claim(
                article=self.article.id,
                relation=relation,
                subject=self._mention(subject, "Person" if relation in _OF_PEOPLE else "Company"),
                object=self._mention(object_, "Person" if relation == "succeeded" else "Company") if object_ else end,
                time=Times(**times),
                evidence=fields.pop("evidence", (whole,)),
                attribution=fields.pop("attribution", (AUTHOR,)),
                confidence=0.9,
                engine="test 1",
                **fields,
            )
        )
        return self

    def done(self) -> Extraction:
        """The article with its entities and claims."""
        return Extraction(article=self.article, entities=tuple(self._entities.values()), claims=tuple(self._claims))

    def _mention(self, name: str, type_: str) -> Mention:
        if name not in self._entities:
            self.entity(name, type_)
        entity = self._entities[name]
        return Mention(entity=entity.id, name=name, type=entity.type, mention=name, start=0, end=1)


_OF_PEOPLE = frozenset({"heldRole", "memberOf", "joined", "left", "succeeded"})


def time(text: str, edtf: str, earliest: str | None = None, latest: str | None = None) -> TimeValue:
    """A time as a claim carries it."""
    return TimeValue(text=text, edtf=edtf, earliest=earliest, latest=latest)
