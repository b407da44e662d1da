"""Questions that offer two sums, two days, or that it is not so, are asked openly."""

from __future__ import annotations

import pytest

from app.query.ask import ask
from app.query.ask.rewording.alternatives import offered
from app.query.lookup import Lookup


@pytest.mark.parametrize(
    ("question", "openly"),
    [
        ("did acme buy 10% or 15% of pelm?", "how much did acme buy of pelm"),
        ("acme's stake in pelm: 10 or 15%?", "how much is acme's stake in pelm"),
        ("was it in may 2020 or june 2021 that acme bought pelm?", "when acme bought pelm"),
        ("has anyone bought pelm and if so who?", "who bought pelm"),
        ("did any firm invest in pelm, and if so which one", "which firm did invest in pelm"),
        ("Did Acme or Roe buy it?", "Did Acme or Roe buy it?"),
        ("Who invested 5 or more million?", "Who invested 5 or more million?"),
        ("Does Acme have two or three founders?", "Does Acme have two or three founders?"),
    ],
)
def test_is_asked_openly(question: str, openly: str):
    assert offered(question) == openly


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("did orskov put 70 or 95 million euros into bahia clara solar?", ["€70 million", "€95 million"]),
        ("how much did long reach pay for kwame freight - 240m or 260m?", ["$240 million"]),
        ("was bahia clara solar founded in 2012 or 2013", ["Bahía Clara Solar"]),
        ("has anyone invested in greenkeel's series a, and if so who?", ["Blue Anchor Fund"]),
        ("does minutes still supply st brannoc hospital trust or not", ["no"]),
    ],
)
def test_is_answered(harbour: Lookup, question: str, labels: list[str]):
    assert [item.label for item in ask(harbour, question).answers] == labels
