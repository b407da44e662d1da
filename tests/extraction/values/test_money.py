"""Amounts of money and percentages: exactly as stated, or not at all."""

import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.extraction.values.currencies import CODES, LETTERS, SIGNS
from app.extraction.values.money import find_money, find_percents


def amounts(text: str) -> list[tuple[str, str, str | None]]:
    return [(found.money.text, str(found.money.amount), found.money.currency) for found in find_money(text)]


@pytest.mark.parametrize(
    ("text", "words", "amount", "currency"),
    [
        ("Meta's $14.3 billion investment", "$14.3 billion", "14300000000", "USD"),
        ("raised $2.1bn", "$2.1bn", "2100000000", "USD"),
        ("$40m.", "$40m", "40000000", "USD"),
        ("US$5m", "US$5m", "5000000", "USD"),
        ("A$3.5 million", "A$3.5 million", "3500000", "AUD"),
        ("C$3K", "C$3K", "3000", "CAD"),
        ("HK$20bn", "HK$20bn", "20000000000", "HKD"),
        ("CAD $5m", "CAD $5m", "5000000", "CAD"),
        ("€63.4bn", "€63.4bn", "63400000000", "EUR"),
        ("£1.2 million", "£1.2 million", "1200000", "GBP"),
        ("¥500 billion", "¥500 billion", "500000000000", "JPY"),
        ("₹5 crore", "₹5 crore", "50000000", "INR"),
        ("Rs. 200 crore", "Rs. 200 crore", "2000000000", "INR"),
        ("3 lakh rupees", "3 lakh rupees", "300000", "INR"),
        ("raised 200 crore in funding", "200 crore", "2000000000", "INR"),
        ("half a billion dollars", "half a billion dollars", "500000000", "USD"),
        ("a quarter of a million pounds", "a quarter of a million pounds", "250000", "GBP"),
        ("two and a half billion euros", "two and a half billion euros", "2500000000", "EUR"),
        ("a 61.5-billion-dollar deal", "61.5-billion-dollar", "61500000000", "USD"),
        ("a 50 million euro round", "50 million euro", "50000000", "EUR"),
        ("SEK 300m", "SEK 300m", "300000000", "SEK"),
        ("NKr 870m", "NKr 870m", "870000000", "NOK"),
        ("R1.4bn", "R1.4bn", "1400000000", "ZAR"),
        ("RM 610m", "RM 610m", "610000000", "MYR"),
        ("40 million cedis", "40 million cedis", "40000000", "GHS"),
        ("300m SEK", "300m SEK", "300000000", "SEK"),
        ("kr 300m", "kr 300m", "300000000", None),
        ("300 million Swedish kronor", "300 million Swedish kronor", "300000000", "SEK"),
        ("20 billion yuan", "20 billion yuan", "20000000000", "CNY"),
        ("50 billion won", "50 billion won", "50000000000", "KRW"),
        ("1,250,000 dollars", "1,250,000 dollars", "1250000", "USD"),
        ("$1.2 trillion", "$1.2 trillion", "1200000000000", "USD"),
        ("€1,5 million", "€1,5 million", "1500000", "EUR"),
        ("$2,019.50", "$2,019.50", "2019.5", "USD"),
        ("about $5 million", "$5 million", "5000000", "USD"),
        ("gave $5 million to 12 startups", "$5 million", "5000000", "USD"),
    ],
)
def test_an_amount_is_read_with_its_magnitude_and_currency(text, words, amount, currency):
    assert amounts(text) == [(words, amount, currency)]
    assert amounts(words) == [(words, amount, currency)], "it is read again from its own words"


@pytest.mark.parametrize(
    "text",
    [
        "dozens of millions of dollars",
        "a few million dollars",
        "a multi-million-dollar deal",
        "10 million users",
        "5 crore people",
        "it weighs 500 pounds",
        "they lost two and won one; 3 won",
        "a dollar store",
        "€1.250.000",
        "$10-12 million",
        "10-12 million dollars",
        "five to six million dollars",
        "between $10m and $12m",
        "$10 million to $12 million",
    ],
)
def test_what_is_vague_a_range_or_no_money_gives_none(text):
    assert amounts(text) == []


def test_from_one_amount_to_another_is_two_amounts():
    assert [amount for _, amount, _ in amounts("raised the offer from $10m to $12m")] == ["10000000", "12000000"]


@pytest.mark.parametrize(
    ("text", "percents"),
    [
        ("12%", ["12"]),
        ("12.5 per cent", ["12.5"]),
        ("a 49 percent stake", ["49"]),
        ("forty-nine percent", ["49"]),
        ("100%.", ["100"]),
        ("a third of the company", ["33.33"]),
        ("a one-third stake", ["33.33"]),
        ("two-thirds of the shares", ["66.67"]),
        ("from 5% to 10%", ["5", "10"]),
        ("a third party", []),
        ("half of it", []),
        ("a quarter of a million", []),
        ("2 percentage points", []),
        ("12-15%", []),
        ("between 5% and 10%", []),
    ],
)
def test_percentages(text, percents):
    assert [str(found.percent) for found in find_percents(text)] == percents


@settings(max_examples=400, deadline=None)
@given(
    st.one_of(
        st.text(max_size=200),
        st.lists(
            st.sampled_from(
                "$ € 12 1,250 .5 m bn million crore a half of dollars pounds - to from between % per cent".split()
            ),
            max_size=20,
        ).map(" ".join),
    ),
    st.integers(0, 10**6),
)
def test_every_text_gives_spans_that_reproduce_it(text, offset):
    end = offset
    for found in find_money(text, offset):
        assert end <= found.start < found.end
        end = found.end
        assert text[found.start - offset : end - offset] == found.money.text
        assert found.money.amount.is_finite()
    for percent in find_percents(text, offset):
        assert offset <= percent.start < percent.end <= offset + len(text)


@given(
    st.decimals(1, 10**6, places=2),
    st.sampled_from([("", 1), (" million", 10**6), ("bn", 10**9), (" crore", 10**7)]),
    st.sampled_from([mark for mark in [*SIGNS, *CODES] if mark != "kr" and mark not in LETTERS]),
)
def test_an_amount_is_read_as_it_was_written(number, scale, mark):
    [found] = find_money(f"for {mark} {number:,}{scale[0]} in cash")
    assert found.money.amount == Decimal(number) * scale[1]
    assert found.money.currency == SIGNS.get(mark, mark)
    assert "E" not in str(found.money.amount)


@pytest.mark.parametrize("unit", ["1", " ", "a", "1,", "$1-", "half a ", "one hundred and "])
def test_the_time_it_takes_grows_with_the_text_and_no_faster(unit):
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        started = time.perf_counter()
        find_money(text)
        find_percents(text)
        return time.perf_counter() - started

    seconds(1_000)
    assert seconds(200_000) < max(1.0, 40 * seconds(20_000))


def test_a_letter_before_a_number_is_money_only_with_a_magnitude():
    assert find_money("in room R14, or on page P20") == []
