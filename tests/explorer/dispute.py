"""A report and its denial, for the page of conflicts."""

from __future__ import annotations

from pyoxigraph import Quad

from app.claims.writing import article_quads
from app.graphs import entity_quads, fact_quads
from app.model import Aspect, Attribution, Entity, Phase, Polarity, SourceKind, Status
from tests.query.sample_graph import IRIS, Builder, fact, sample_article

SOLVANE, CINDERVALE = "organization/solvane", "organization/cindervale"
_DENIES = Builder(sample_article("09"), {"Solvane": "Company", "Cindervale": "Company"})
REPORT = _DENIES.claim(
    "Solvane",
    "acquired",
    "Cindervale",
    "had reported on Monday that Solvane was preparing a bid of as much as 900 million euros",
    phase=Phase.PLANNED,
    attribution=(Attribution(kind=SourceKind.REPORT, name="Hanover Ledger"),),
)
DENIAL = _DENIES.claim(
    "Solvane",
    "acquired",
    "Cindervale",
    "We are not negotiating with Cindervale and we have made no offer",
    polarity=Polarity.NEGATED,
    attribution=(Attribution(kind=SourceKind.NAMED, name="Jonas Reiter"),),
)


def dispute_quads() -> list[Quad]:
    """The article, the two companies, and the purchase that is reported and denied."""
    quads = list(article_quads(_DENIES.extraction(), IRIS))
    for id_, name in ((SOLVANE, "Solvane"), (CINDERVALE, "Cindervale")):
        member = IRIS.local_entity(_DENIES.article.id, name.lower()).value
        quads += entity_quads(Entity(id=id_, name=name, type="Company", members=(member,)), IRIS)
    exists = Aspect(name="exists", status=Status.DISPUTED, supported_by=(REPORT.id,), disputed_by=(DENIAL.id,))
    bid = fact(
        "f-bid",
        "Acquisition",
        "acquired",
        {"acquirer": SOLVANE, "target": CINDERVALE},
        status=Status.DISPUTED,
        realised=False,
        aspects=(exists,),
        supported_by=[REPORT],
        disputed_by=[DENIAL],
    )
    return [*quads, *fact_quads(bid, IRIS)]
