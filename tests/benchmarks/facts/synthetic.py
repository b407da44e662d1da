"""Articles with claims, made by chance from a seed: names come as often as Zipf's law has it, one in every fifth.

They stand for what an engine would have found. All that follows from them is the product's own doing.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

from app.model import Article, Claim, Document, Extraction, LocalEntity, Mention, Span, Times, TimeValue
from app.vocab import slug

HUB = "Hubmark"
HUB_SHARE = 0.2
COPIES = 0.03
"""How many articles are another outlet's copy of an earlier one."""

_OFFSET = 10
"""Without it the first few names would come in every article: Zipf's law as Mandelbrot amended it."""
_SYLLABLES = ("ba", "do", "fe", "gu", "hi", "ka", "lo", "me", "nu", "pi", "ra", "so", "te", "vu", "wi", "zo")
_TITLES = ("chief executive", "finance chief", "chair", "vice president", "head of sales")
_SERVICES = ("data labelling", "steel", "audit", "cloud computing")


def name(number: int) -> str:
    """A made-up word, another for every number."""
    word = ""
    while number or len(word) < 4:
        number, digit = divmod(number, len(_SYLLABLES))
        word += _SYLLABLES[digit]
    return word.capitalize()


@dataclass
class Telling:
    """An article in the making: whoever is named gets a local entity and its words in the text."""

    chance: random.Random
    published: str
    text: str = ""
    entities: dict[str, LocalEntity] = field(default_factory=dict)
    claims: list[tuple[str, Mention, Mention, dict[str, Any], Span]] = field(default_factory=list)

    def says(self, subject: tuple[str, str], relation: str, object_: tuple[str, str], **more: Any) -> None:
        """Add a sentence with a claim; ends are a name and a type."""
        start = len(self.text)
        ends = []
        for given, type_ in (subject, object_):
            ends.append(self._mention(given, type_))
            self.text += " " + " ".join(name(self.chance.randrange(1 << 16)).lower() for _ in range(6)) + " "
        span = Span(start=start, end=len(self.text), text=self.text[start:])
        self.claims.append((relation, ends[0], ends[1], more, span))
        self.text += "\n"

    def _mention(self, given: str, type_: str) -> Mention:
        start = len(self.text)
        self.text += given
        if given not in self.entities:
            self.entities[given] = LocalEntity(id=slug(given), name=given, type=type_)
        entity = self.entities[given]
        return Mention(entity=entity.id, name=given, type=entity.type, mention=given, start=start, end=len(self.text))

    def done(self, publisher: str) -> Extraction:
        """The article with its claims."""
        article = Article(text=self.text, publisher=publisher, published=self.published)
        article_id = article.id
        claims = tuple(
            Claim(
                article=article_id,
                relation=relation,
                subject=subject,
                object=object_,
                evidence=(span,),
                confidence=0.9,
                engine="synthetic 1",
                **more,
            )
            for relation, subject, object_, more, span in self.claims
        )
        return Extraction(article=article, entities=tuple(self.entities.values()), claims=claims)


class World:
    """What a number of articles are drawn from: as many firms and people as there are articles."""

    def __init__(self, size: int, seed: int = 1) -> None:
        self._size = size
        self._seed = seed

    def article(self, number: int) -> Extraction:
        """The article of a number, the same every time."""
        chance = random.Random(f"{self._seed} {self._size} {number}")  # noqa: S311 - no secret
        if number and chance.random() < COPIES:
            return self._told(chance.randrange(number), f"outlet {number}")
        return self._told(number, "outlet")

    def _told(self, number: int, publisher: str) -> Extraction:
        chance = random.Random(f"{self._seed} {self._size} {number} told")  # noqa: S311 - no secret
        told = Telling(chance, f"20{chance.randrange(10, 25)}-0{chance.randrange(1, 10)}-1{chance.randrange(10)}")
        first = (HUB, "Company") if chance.random() < HUB_SHARE else self._firm(chance)
        second, third = self._firm(chance), self._firm(chance)
        year = chance.randrange(2010, 2025)
        date = TimeValue(text=str(year), edtf=str(year), earliest=f"{year}-01-01", latest=f"{year}-12-31")
        if first != second:
            amount = {"amount": str(chance.randrange(1, 90) * 1_000_000), "currency": "EUR"}
            told.says(first, "investedIn", second, qualifiers=amount, time=Times(date=date))
        if second != third:
            told.says(second, "supplies", third, qualifiers={"service": chance.choice(_SERVICES)})
        for relation in ("heldRole", "left" if chance.random() < 0.2 else "heldRole"):
            person = self._rank(chance)
            qualifiers = {"title": _TITLES[person % len(_TITLES)]} if relation == "heldRole" else {}
            told.says(
                (f"{name(person)} {name(person * 7 + 3)}", "Person"),
                relation,
                self._home(person),
                qualifiers=qualifiers,
            )
        return told.done(publisher)

    def _rank(self, chance: random.Random) -> int:
        """A rank by Zipf's law: how often it comes falls as one through the rank."""
        return int(_OFFSET * ((self._size + _OFFSET) / _OFFSET) ** chance.random()) - _OFFSET

    def _firm(self, chance: random.Random) -> tuple[str, str]:
        rank = self._rank(chance)
        return f"{name(rank)} Works", "OrganizationUnit" if rank % 10 == 9 else "Company"

    def _home(self, person: int) -> tuple[str, str]:
        """Where a person works: every fifth at the hub."""
        return (HUB, "Company") if person % 5 == 0 else (f"{name(person)} Works", "Company")


def probe(number: int, telling: int) -> Extraction:
    """An article with four facts, two about the hub, about names that come in no other; told anew each time."""
    chance = random.Random(f"probe {number} {telling}")  # noqa: S311 - no secret
    told = Telling(chance, "2024-05-15")
    firm, person = (f"{name(number)} Probeworks", "Company"), (f"{name(number)} Probeson", "Person")
    hub = (HUB, "Company")
    told.says(hub, "investedIn", firm, qualifiers={"amount": "5000000", "currency": "EUR"})
    told.says(firm, "partnerOf", hub)
    told.says(person, "heldRole", firm, qualifiers={"title": "chief executive"})
    told.says(firm, "supplies", (f"{name(number)} Probeclient", "Company"), qualifiers={"service": "data labelling"})
    return told.done(f"probe {telling}")


class Told:
    """An engine that finds what the articles were made with."""

    name, version = "synthetic", "1"

    def __init__(self, found: list[Extraction]) -> None:
        self._found = {extraction.article.id: extraction for extraction in found}

    def extract(self, document: Document) -> Extraction:
        """What is in the article."""
        return self._found[document.article.id]
