"""Builds the small graph that the tests of `app.query` read: claims, entities and facts, written out by hand.

The sentences are those of the sample articles. Facts are spelt out, not derived, so that these tests say what reading
does whatever resolution decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pyoxigraph import Quad

from app.claims.writing import article_quads
from app.graphs import DERIVED, entity_quads, fact_quads
from app.model import (
    Article,
    Aspect,
    Attribution,
    Bounds,
    Certainty,
    Claim,
    Entity,
    Extraction,
    Fact,
    FactTime,
    LocalEntity,
    Mention,
    Phase,
    SourceKind,
    Span,
    Status,
    Value,
)
from app.resources import SAMPLE_ARTICLES_DIR
from app.store.base import Change, Store
from app.vocab import TYPE, Iris, cg

IRIS = Iris("https://example.org/id/")
ENGINE = "by-hand 1"


def sample_article(number: str) -> Article:
    """A sample article, its front matter read."""
    path = next(SAMPLE_ARTICLES_DIR.glob(f"{number}-*.txt"))
    _, front, text = path.read_text(encoding="utf-8").split("---\n", 2)
    fields = dict(line.split(": ", 1) for line in front.splitlines())
    return Article(text=text, source=path.name, **fields)


def span(article: Article, words: str) -> Span:
    """Where words first stand in an article."""
    start = article.text.index(words)
    return Span(start=start, end=start + len(words), text=words)


class Builder:
    """Collects what one article says; `name` is both the local entity and its mention."""

    def __init__(self, article: Article, types: Mapping[str, str]) -> None:
        self.article = article
        self.types = types
        self.claims: list[Claim] = []

    def claim(self, subject: str, relation: str, object_: str | None, evidence: str, **more: Any) -> Claim:
        """Record a claim; an object that is no entity of the article is a value."""
        claim = Claim(
            article=self.article.id,
            relation=relation,
            subject=self._mention(subject),
            object=None if object_ is None else self._object(object_),
            evidence=(span(self.article, evidence),),
            **{"confidence": 0.9, "engine": ENGINE} | more,
        )
        self.claims.append(claim)
        return claim

    def extraction(self) -> Extraction:
        """All of it."""
        entities = [
            LocalEntity(id=_local(name), name=name, type=type_, mentions=(span(self.article, name),))
            for name, type_ in self.types.items()
        ]
        return Extraction(article=self.article, entities=tuple(entities), claims=tuple(self.claims))

    def _mention(self, name: str) -> Mention:
        at = span(self.article, name)
        return Mention(entity=_local(name), name=name, type=self.types[name], mention=name, start=at.start, end=at.end)

    def _object(self, name: str) -> Mention | Value:
        if name in self.types:
            return self._mention(name)
        at = span(self.article, name)
        return Value(value=name, start=at.start, end=at.end)


def _local(name: str) -> str:
    return name.lower().replace(" ", "-")


def fact(id_: str, type_: str, relation: str, slots: Mapping[str, str | tuple[str, ...]], **more: Any) -> Fact:
    """A fact, its support taken from the claims given as `supported_by` and `disputed_by`."""
    supported: Iterable[Claim] = more.pop("supported_by", ())
    disputed: Iterable[Claim] = more.pop("disputed_by", ())
    supported, disputed = tuple(supported), tuple(disputed)
    return Fact(
        **{
            "id": id_,
            "type": type_,
            "relation": relation,
            "slots": {slot: (value,) if isinstance(value, str) else value for slot, value in slots.items()},
            "status": Status.ASSERTED,
            "realised": True,
            "supported_by": tuple(sorted(claim.id for claim in supported)),
            "disputed_by": tuple(sorted(claim.id for claim in disputed)),
            "article_count": len({claim.article for claim in supported}),
            "independent_origins": len({claim.article for claim in supported}),
        }
        | more
    )


# --- the graph -------------------------------------------------------------------------------------------------------

META, SCALE, TBD = "organization/meta", "organization/scale-ai", "organization/tbd-labs"
MAYER, VENDORS = "person/ruben-mayer", "collective/third-party-data-vendors"

LEAVES = Builder(
    sample_article("03"),
    {
        "Ruben Mayer": "Person",
        "Meta": "Company",
        "Scale AI": "Company",
        "TBD Labs": "OrganizationUnit",
        "third-party data vendors": "Collective",
    },
)
WEIGHS = Builder(sample_article("01"), {"Meta": "Company", "Scale AI": "Company"})
STRESS = Builder(sample_article("02"), {"Facebook": "Company", "Scale AI": "Company"})

_LEFT = "Ruben Mayer, who oversaw AI data operations at Meta, has left the company after just two months"
OVERSAW = LEAVES.claim(
    "Ruben Mayer", "heldRole", "Meta", _LEFT, qualifiers={"responsibility": "AI data operations"}, confidence=0.95
)
LEFT = LEAVES.claim("Ruben Mayer", "left", "Meta", _LEFT, phase=Phase.ENDED)
INVESTED = LEAVES.claim(
    "Meta",
    "investedIn",
    "Scale AI",
    "Meta invested $14.3 billion in Scale AI, a deal that was announced in June.",
    qualifiers={"amount": "14300000000", "currency": "USD"},
    phase=Phase.COMPLETED,
)
UNIT = LEAVES.claim("TBD Labs", "unitOf", "Meta", "TBD Labs, a unit of Meta that focuses on superintelligence")
FOCUS = LEAVES.claim(
    "TBD Labs", "focusesOn", "superintelligence", "TBD Labs, a unit of Meta that focuses on superintelligence"
)
SUPPLIES = LEAVES.claim(
    "third-party data vendors", "supplies", "TBD Labs", "have begun to use third-party data vendors instead"
)
UNHAPPY = LEAVES.claim(
    "TBD Labs",
    "dissatisfiedWith",
    "Scale AI",
    "Researchers at TBD Labs are unhappy with the quality of Scale AI's data",
    qualifiers={"topic": "quality of data"},
)
ALTERNATIVES = WEIGHS.claim(
    "Meta",
    "consideringAlternativesTo",
    "Scale AI",
    "Meta is looking at other ways to get its AI models trained",
    attribution=(Attribution(kind=SourceKind.UNNAMED),),
)
FORMER = WEIGHS.claim("Meta", "formerName", "Facebook", "The group, formerly named Facebook")
MAY_END = WEIGHS.claim(
    "Meta",
    "partnerOf",
    "Scale AI",
    "A retreat from Scale AI is possible, according to the reports",
    phase=Phase.ENDED,
    certainty=Certainty.POSSIBLE,
)
PARTNERS = STRESS.claim(
    "Facebook",
    "partnerOf",
    "Scale AI",
    "both companies stressed that their cooperation continues",
    attribution=(Attribution(kind=SourceKind.NAMED, name="Facebook"),),
)
TENSION = STRESS.claim(
    "Facebook",
    "tensionWith",
    "Scale AI",
    "Sources said the two companies disagree over privacy rules",
    attribution=(Attribution(kind=SourceKind.UNNAMED),),
)
SPECIALITY = STRESS.claim("Scale AI", "specializesIn", "data labeling", "Scale AI's speciality is data labeling")
REORGANIZED = STRESS.claim("Scale AI", "restructured", None, "Both have also reorganized")

BUILDERS = (WEIGHS, STRESS, LEAVES)


def _members(*places: tuple[Builder, str]) -> tuple[str, ...]:
    return tuple(sorted(IRIS.local_entity(b.article.id, _local(name)).value for b, name in places))


ENTITIES = (
    Entity(
        id=META,
        name="Meta",
        type="Company",
        aliases=("Facebook", "Meta Platforms"),
        members=_members((LEAVES, "Meta"), (WEIGHS, "Meta"), (STRESS, "Facebook")),
    ),
    Entity(
        id=SCALE,
        name="Scale AI",
        type="Company",
        members=_members((LEAVES, "Scale AI"), (WEIGHS, "Scale AI"), (STRESS, "Scale AI")),
    ),
    Entity(id=TBD, name="TBD Labs", type="OrganizationUnit", members=_members((LEAVES, "TBD Labs"))),
    Entity(id=MAYER, name="Ruben Mayer", type="Person", members=_members((LEAVES, "Ruben Mayer"))),
    Entity(
        id=VENDORS,
        name="third-party data vendors",
        type="Collective",
        members=_members((LEAVES, "third-party data vendors")),
    ),
)

TENURE = fact(
    "f-tenure",
    "Tenure",
    "heldRole",
    {"person": MAYER, "organization": META, "responsibility": "AI data operations"},
    supported_by=[OVERSAW, LEFT],
    aspects=(
        Aspect(name="ended", status=Status.ASSERTED, supported_by=(LEFT.id,)),
        Aspect(name="exists", status=Status.ASSERTED, supported_by=(OVERSAW.id,)),
    ),
    time=FactTime(
        text=("after just two months",),
        start=Bounds(latest="2025-07-18", because=("it ended by 2025-09-01", "it lasted 45 to 77 days")),
        end=Bounds(latest="2025-09-01", because=("the article of 2025-09-01 says it ended",)),
        duration="P2M",
        duration_min_days=45,
        duration_max_days=77,
        ended=True,
    ),
)
INVESTMENT = fact(
    "f-investment",
    "Investment",
    "investedIn",
    {"investor": META, "investee": SCALE, "amount": "14300000000", "currency": "USD"},
    supported_by=[INVESTED],
    time=FactTime(
        text=("in June",),
        announced=Bounds(earliest="2025-06-01", latest="2025-06-30"),
        date=Bounds(latest="2025-09-01"),
        announced_edtf="2025-06",
    ),
)
PARTNERSHIP = fact(
    "f-partnership",
    "Partnership",
    "partnerOf",
    {"partner": (META, SCALE)},
    status=Status.DISPUTED,
    supported_by=[PARTNERS],
    disputed_by=[MAY_END],
    aspects=(Aspect(name="exists", status=Status.DISPUTED, supported_by=(PARTNERS.id,), disputed_by=(MAY_END.id,)),),
)
ALTERNATIVE = fact(
    "f-alternatives",
    "SimpleFact",
    "consideringAlternativesTo",
    {"subject": META, "object": SCALE},
    status=Status.REPORTED,
    supported_by=[ALTERNATIVES],
)
STRAIN = fact(
    "f-tension",
    "SimpleFact",
    "tensionWith",
    {"subject": (META, SCALE)},
    status=Status.REPORTED,
    supported_by=[TENSION],
)
FORMER_NAME = fact(
    "f-former-name", "SimpleFact", "formerName", {"subject": META, "object": "Facebook"}, supported_by=[FORMER]
)
UNIT_OF = fact("f-unit", "SimpleFact", "unitOf", {"subject": TBD, "object": META, "kind": "unit"}, supported_by=[UNIT])
FOCUSES = fact(
    "f-focus", "SimpleFact", "focusesOn", {"subject": TBD, "object": "superintelligence"}, supported_by=[FOCUS]
)
SPECIALIZES = fact(
    "f-speciality",
    "SimpleFact",
    "specializesIn",
    {"subject": SCALE, "object": "data labeling"},
    supported_by=[SPECIALITY],
)
VENDOR = fact("f-vendor", "VendorRelationship", "supplies", {"vendor": VENDORS, "client": TBD}, supported_by=[SUPPLIES])
DISSATISFIED = fact(
    "f-dissatisfied",
    "SimpleFact",
    "dissatisfiedWith",
    {"subject": TBD, "object": SCALE, "topic": "quality of data"},
    supported_by=[UNHAPPY],
)
RESTRUCTURED = fact("f-restructured", "Event", "restructured", {"subject": SCALE}, supported_by=[REORGANIZED])
PLANNED = fact(
    "f-planned",
    "Acquisition",
    "acquired",
    {"acquirer": META, "target": TBD},
    realised=False,
    supported_by=[UNIT],
)
FACTS = (
    TENURE,
    INVESTMENT,
    PARTNERSHIP,
    ALTERNATIVE,
    STRAIN,
    FORMER_NAME,
    UNIT_OF,
    FOCUSES,
    SPECIALIZES,
    VENDOR,
    DISSATISFIED,
    RESTRUCTURED,
    PLANNED,
)


def sample_quads() -> list[Quad]:
    """The whole graph, with what rules would add for the queries under test."""
    quads = [quad for builder in BUILDERS for quad in article_quads(builder.extraction(), IRIS)]
    quads += [quad for entity in ENTITIES for quad in entity_quads(entity, IRIS)]
    quads += [quad for each in FACTS for quad in fact_quads(each, IRIS)]
    derived = IRIS.graph(DERIVED)
    quads.append(Quad(IRIS.entity(SCALE), TYPE, cg("DataVendor"), derived))
    quads.append(Quad(IRIS.entity(META), cg("investedIn"), IRIS.entity(SCALE), derived))
    return quads


def load(store: Store, quads: Iterable[Quad] | None = None) -> None:
    """Put quads, by default the sample graph's, into a store."""
    store.apply(Change(add=sample_quads() if quads is None else quads))
