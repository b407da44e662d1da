"""The entities that a model names, as local entities of the article: those that the rules know, and new ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from app.extraction.llm.answers import Argument
from app.extraction.llm.quotes import find_quote
from app.model import LocalEntity, Span

_PRONOUN = re.compile(
    r"(?:he|she|it|they|him|her|them|his|its|their|who|which|that|we|our|both)(?:\s.*)?"
    r"|(?:the|this|that|these|those|both|a|an)\s.*",
    re.IGNORECASE,
)
_UNNAMED = "Collective"


class Names:
    """The local entities of one article, found by any of their names; grows by what stands in the text."""

    def __init__(self, text: str, known: Iterable[LocalEntity]) -> None:
        """Those that the rules found come first: a model's name for one of them is that one."""
        self._whole = Span(start=0, end=len(text), text=text)
        self._entities = {entity.id: entity for entity in known}
        self._by_name: dict[str, str] = {}
        for entity in self._entities.values():
            for form in (entity.name, *entity.aliases, *(span.text for span in entity.mentions)):
                self._by_name.setdefault(_plain(form), entity.id)

    @property
    def entities(self) -> tuple[LocalEntity, ...]:
        """All of them."""
        return tuple(self._entities.values())

    def entity(self, argument: Argument) -> LocalEntity | None:
        """The entity that an argument names; None if no such name stands in the text.

        A quote that is a name of its own is believed over what the model says that it stands for: "Umbra" is not Velt
        because a model says so.
        """
        quoted = argument.type == _UNNAMED or not _PRONOUN.fullmatch(argument.quote)
        names = [argument.name] if not quoted or _related(argument.name, argument.quote) else []
        names += [argument.quote] if quoted else []
        for name in names:
            if (known := self._by_name.get(_plain(name))) is not None:
                return self._with_alias(known, argument.quote) if quoted else self._entities[known]
        # A fuller name than the text gives is nobody's here; the words of the text are.
        places = (find_quote(name, [self._whole]) for name in names)
        place = next((place for place in places if place is not None), None)
        return None if place is None else self._new(place.text, argument.type)

    def forms(self, entity: LocalEntity) -> list[str]:
        """Every name that the article has for an entity."""
        return [form for form, known in self._by_name.items() if known == entity.id]

    def _new(self, name: str, type_: str) -> LocalEntity:
        entity_id, number = _slug(name), 2
        while entity_id in self._entities:
            entity_id, number = f"{_slug(name)}-{number}", number + 1
        spans = tuple(self._places(name))
        entity = LocalEntity(id=entity_id, name=name, type=type_, mentions=spans)
        self._entities[entity_id] = entity
        self._by_name[_plain(name)] = entity_id
        return entity

    def _with_alias(self, entity_id: str, quote: str) -> LocalEntity:
        entity = self._entities[entity_id]
        if _plain(quote) not in self._by_name and quote[:1].isupper():
            spans = {*entity.mentions, *self._places(quote)}
            ordered = tuple(sorted(spans, key=lambda span: (span.start, span.end)))
            entity = entity.model_copy(update={"aliases": (*entity.aliases, quote), "mentions": ordered})
            self._entities[entity_id] = entity
            self._by_name[_plain(quote)] = entity_id
        return entity

    def _places(self, name: str) -> Iterable[Span]:
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", self._whole.text):
            yield Span(start=found.start(), end=found.end(), text=found[0])


def stands_in(forms: Iterable[str], evidence: Iterable[Span]) -> bool:
    """Whether one of the names stands in the evidence."""
    texts = [_plain(span.text) for span in evidence]
    return any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) for form in forms for text in texts)


def _related(name: str, quote: str) -> bool:
    """Whether one is a part or the initials of the other: "Mayer" of "Ruben Mayer", "HP" of "Harbour Post"."""
    one, other = (_plain(form).split() for form in (name, quote))
    initials = {"".join(word[0] for word in words) for words in (one, other) if len(words) > 1}
    return set(one) <= set(other) or set(other) <= set(one) or "".join(one) in initials or "".join(other) in initials


def _plain(name: str) -> str:
    name = re.sub(r"\s+", " ", name.replace("’", "'").casefold()).strip(" \"“”.,;:'")
    return re.sub(r"^(?:the|an?) ", "", name).removesuffix("'s")


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).casefold()
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return re.sub(r"[\W_]+", "-", letters).strip("-") or "entity"
