from __future__ import annotations

from decimal import Decimal

import pytest

from app.query.ask.lexical.quantities import quantity_at
from app.query.ask.lexical.words import tokenize


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("$14.3 billion", "14300000000", "USD"),
        ("14.3bn dollars", "14300000000", "USD"),
        ("620 million euros", "620000000", "EUR"),
        ("1,500 yen", "1500", "JPY"),
        ("15 percent", "15", "%"),
        ("15%", "15", "%"),
    ],
)
def test_amounts(text: str, amount: str, currency: str):
    found = quantity_at(tokenize(text), 0)
    assert found is not None
    quantity, end = found
    assert (quantity.amount, quantity.currency, end) == (Decimal(amount), currency, len(tokenize(text)))


@pytest.mark.parametrize("text", ["three", "2018", "Meta", "$"])
def test_what_is_no_amount(text: str):
    assert quantity_at(tokenize(text), 0) is None


@pytest.mark.parametrize(
    ("text", "side", "least", "most", "currency"),
    [
        ("above 30 million euros", ">", "30000000", None, "EUR"),
        ("at least $50m", ">=", "50000000", None, "USD"),
        ("no more than 20 %", "<=", "20", None, "%"),
        ("in excess of £2bn", ">", "2000000000", None, "GBP"),
        ("between $1bn and $2bn", "within", "1000000000", "2000000000", "USD"),
        ("from 1 to 2 billion euros", "within", "1000000000", "2000000000", "EUR"),
        ("$1-2bn", "within", "1000000000", "2000000000", "USD"),
        ("£10m-£20m", "within", "10000000", "20000000", "GBP"),
        ("between 10 and 20 percent", "within", "10", "20", "%"),
    ],
)
def test_bounds(text: str, side: str, least: str, most: str | None, currency: str):
    found = quantity_at(tokenize(text), 0)
    assert found is not None
    quantity, end = found
    assert (quantity.side, quantity.amount, quantity.currency) == (side, Decimal(least), currency)
    assert quantity.most == (Decimal(most) if most else None)
    assert end == len(tokenize(text))


@pytest.mark.parametrize("text", ["between 2019 and 2021", "from 2004 to 2008", "over 2020", "between $2bn and €3bn"])
def test_what_is_no_range(text: str):
    assert quantity_at(tokenize(text), 0) is None
