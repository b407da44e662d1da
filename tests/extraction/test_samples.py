"""What the engine must and must not read out of the sample articles that ship with the product."""

import pytest

from app.documents.load import find_files, read_articles
from app.extraction.engine import load_engine
from app.model import Extraction
from app.pipeline import extract
from app.resources import SAMPLE_ARTICLES_DIR

# (article, relation, subject, object, what else has to be so). An object of None is not looked at.
MUST: list[tuple[str, str, str, str | None, dict[str, str]]] = [
    ("02", "formerName", "Meta", None, {"status": "asserted"}),
    ("03", "heldRole", "Ruben Mayer", "Meta", {"responsibility": "AI data operations"}),
    ("03", "left", "Ruben Mayer", "Meta", {"duration": "P2M"}),
    ("03", "unitOf", "TBD Labs", "Meta", {"status": "asserted"}),
    ("03", "focusesOn", "TBD Labs", "superintelligence", {}),
    ("03", "dissatisfiedWith", "TBD Labs", "Scale AI", {}),
    ("03", "investedIn", "Meta", "Scale AI", {"amount": "14300000000", "currency": "USD", "announced": "2025-06"}),
    ("04", "investedIn", "Tallowmere Capital", "Kestrelworks", {"round": "Series C", "lead": "true"}),
    ("05", "acquired", "Solvane", "Pemberly Systems", {"phase": "planned", "amount": "620000000", "currency": "EUR"}),
    ("06", "acquired", "Solvane", "Pemberly Systems", {"phase": "completed"}),
    ("06", "succeeded", "Bettina Krall", "Gareth Tindall", {}),
    ("07", "succeeded", "Priya Raghunathan", "Daniel Okafor", {}),
    ("08", "supplies", "Larkspur Data", "Brightfold", {"phase": "ended"}),
    ("09", "acquired", "Solvane", "Cindervale", {"status": "denied"}),
    ("10", "investedIn", "Delmare Semiconductor", "Annotara", {"amount": "45000000", "percent": "15"}),
    ("10", "founded", "Zofia Wilk", "Annotara", {}),
    ("14", "supplies", "Quillmark Labs", "Perch Lab", {}),
    ("14", "joined", "Lukas Amsler", "Kestrelworks", {"from": "Brightfold"}),
    ("15", "founded", "Mateus Arruda", "Papercrane", {}),
    ("16", "founded", "Mirador Mobility", "Roadlight", {}),
    ("16", "founded", "Delmare Semiconductor", "Roadlight", {}),
]
# Nothing of the kind may come out as asserted, stated or reported.
NEVER: list[tuple[str, str, str, str]] = [
    ("02", "acquired", "Meta", "Scale AI"),
    ("03", "left", "Ruben Mayer", "Scale AI"),
    ("03", "heldRole", "Ruben Mayer", "TBD Labs"),
    ("03", "focusesOn", "Meta", "superintelligence"),
    ("03", "investedIn", "Scale AI", "Meta"),
    ("09", "acquired", "Solvane", "Cindervale"),
    ("10", "heldRole", "Zofia Wilk", "Delmare Semiconductor"),
    ("10", "supplies", "annotators", "Annotara"),
    ("14", "heldRole", "Lukas Amsler", "Brightfold Labs"),
    ("16", "acquired", "Mirador Mobility", "Roadlight"),
    ("17", "heldRole", "Lukas Amsler", "Kestrelworks"),
]


@pytest.fixture(scope="module")
def read() -> dict[str, Extraction]:
    engine = load_engine()
    articles = [article for file in find_files([SAMPLE_ARTICLES_DIR]) for article in read_articles(file)]
    return {(article.source or "")[:2]: extract(article, engine) for article in articles}


def named(end: object) -> str:
    return str(getattr(end, "name", None) or getattr(end, "value", None))


@pytest.mark.parametrize(("article", "relation", "subject", "object_", "details"), MUST)
def test_it_is_read(
    read: dict[str, Extraction], article: str, relation: str, subject: str, object_: str | None, details: dict[str, str]
) -> None:
    found = [
        {
            "phase": str(c.phase),
            "status": str(c.status),
            "duration": c.time.duration,
            "announced": c.time.announced.edtf if c.time.announced else None,
            **c.qualifiers,
        }
        for c in read[article].claims
        if (c.relation, c.subject.name) == (relation, subject) and (object_ is None or named(c.object) == object_)
    ]
    assert any(details.items() <= told.items() for told in found), found


@pytest.mark.parametrize(("article", "relation", "subject", "object_"), NEVER)
def test_it_is_not_read(read: dict[str, Extraction], article: str, relation: str, subject: str, object_: str) -> None:
    found = [
        claim
        for claim in read[article].claims
        if (claim.relation, claim.subject.name, named(claim.object)) == (relation, subject, object_)
        and claim.status in ("asserted", "stated", "reported")
    ]
    assert found == []


def test_evidence_of_every_claim_stands_in_the_article(read: dict[str, Extraction]) -> None:
    for extraction in read.values():
        for claim in extraction.claims:
            for span in claim.evidence:
                assert extraction.article.text[span.start : span.end] == span.text


def test_no_departure_is_dated_by_the_article_that_dates_none(read: dict[str, Extraction]) -> None:
    for claim in read["03"].claims:
        if claim.relation == "left":
            assert (claim.time.date, claim.time.end) == (None, None)
