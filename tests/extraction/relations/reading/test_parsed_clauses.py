"""The year of a month by the verb that it belongs to, and amounts that stand apart from their verb."""

from __future__ import annotations

import datetime

import pytest

from app.documents.clean import segment
from app.extraction.parsing.parse import parse
from app.extraction.relations.reading.parsed_clauses import Parsed
from app.extraction.values.dates import find_times
from app.model import Article
from tests.extraction.reading import read, said

PUBLISHED = datetime.date(2025, 6, 18)


def times(text: str) -> list[str]:
    [passage] = parse(segment(Article(text=text)))
    found = find_times(passage.doc.text, PUBLISHED, 0, Parsed(passage.doc))
    return [time.value.edtf for time in found if time.value is not None]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        # What "would" is said of ends before the verb of the date.
        ("A sale would cap a hard year for Sable, whose partner, Vikram Rao, left Sable in May.", ["2025-05"]),
        ("Castor Foods will sell the bakery that it bought in October from Pollux.", ["2024-10"]),
        # A year in an aside is not the year of the sentence.
        ("Castor Foods, founded in 1934, bought Pollux in April.", ["1934", "2025-04"]),
        ("Jane Okafor, who came to Quill in 2011, joined Castor Foods in May.", ["2011", "2025-05"]),
        ("Ms. Roe, an employee of Castor since 1998, took office in February.", ["1998", "2025-02"]),
        ("In 2011 Castor Foods hired 40 people and in May it bought Pollux.", ["2011", "XXXX-05"]),
        # What is to come, or may.
        ("Castor Foods said it would buy Pollux in October.", ["2025-10"]),
        ("Castor Foods will buy Pollux in October.", ["2025-10"]),
        ("If it could, Castor Foods would buy Pollux in October.", ["XXXX-10"]),
    ],
)
def test_a_month_is_of_the_year_that_its_verb_tells(text: str, edtf: list[str]) -> None:
    assert times(text) == edtf


def test_an_amount_may_stand_after_the_seller_and_the_year() -> None:
    text = "The trouble is Polar Route, the transport company Castor bought from the Naidoo family in 2023 for R2.1bn."
    [deal] = [claim for claim in read(text) if claim.relation == "acquired"]
    assert (deal.qualifiers["amount"], deal.qualifiers["currency"]) == ("2100000000", "ZAR")


def test_a_sum_is_no_firm() -> None:
    told = said("Castor sold NKr 870m of panels, a fifth of them to Brekke & Aas, and R$24 million of R450m of beams.")
    assert not {claim for claim in told if "NKr" in claim or "R$" in claim or "R450" in claim}
