"""Whom "it" and "the company" cannot mean."""

import pytest

from tests.extraction.reading import said

CASES = [
    ("Originally owned by Corvane Capital, it was sold in 2017 to Halden Capital.",
     "acquired(Halden Capital > Corvane Capital)"),
    ("Stock in the company was traded on Nasdaq until 2021 when it was acquired by Halden Industrial.",
     "acquired(Halden Industrial > Nasdaq)"),
    ("In 1924, it bought Brentix Records and in July 1929 it merged with Corvane Records.",
     "mergedWith(Brentix Records > Corvane Records)"),
    ("In June, the company acquired Brentix and in August the company acquired a minority interest in Corvane.",
     "investedIn(Brentix > Corvane)"),
    ("The company is a subsidiary of Brentix Holdings. In 2019, Halden Corporation invested $5m in the company.",
     "investedIn(Halden Corporation > Brentix Holdings)"),
    ("Among its investors prior to its acquisition were Brentix, Halden Partners and Corvane Capital.",
     "investedIn(Halden Partners > Brentix)"),
    ("It is run by Brentix, a firm of Corvane Group. Corvane Group owns 70% of the company while Halden holds 30%.",
     "ownsStakeIn(Halden > Corvane Group)"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "never"), CASES)
def test_never_meant(text: str, never: str) -> None:
    assert never not in said(text)


def test_who_is_spoken_of_is_still_meant() -> None:
    text = "Brentix makes valves. In 2019 it was acquired by Halden Industrial."
    assert "acquired(Halden Industrial > Brentix)" in said(text)
