"""Sources that disagree, deny, copy and correct each other: what a client sees after each, and once it is gone."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from app.settings import Settings
from app.store.embedded import EmbeddedStore
from tests.api.conftest import connected

Json = dict[str, Any]

LEDGER: Json = {
    "publisher": "The Ledger",
    "published": "2025-06-10",
    "url": "https://ledger.example/1",
    "text": "Harlow Group bought the software maker Pinewell for $620 million in January 2025, its filings show.\n\n"
    "Velmar, which labels data, no longer supplies Harlow Group.",
}
COURIER: Json = {
    "publisher": "The Courier",
    "published": "2025-06-11",
    "text": "Harlow Group acquired Pinewell for $480 million in March 2025.\n\n"
    "Velmar denied that it no longer supplies Harlow Group.",
}
DENIAL: Json = {
    "publisher": "The Post",
    "published": "2025-06-12",
    "text": "Harlow Group denied that it had acquired Pinewell.",
}
WIRE = [
    {
        "publisher": outlet,
        "published": "2025-06-13",
        "text": f"{opening}OSLO (Reuters) - Korda Capital invested $45 million in Brightmoor, a maker of radios. The "
        f"money will pay for a second plant in the north, where the firm employs three hundred.\n{closing}",
    }
    for outlet, opening, closing in (
        ("Mail", "", ""),
        ("Herald", "", "Reporting by Ines Roth"),
        ("Echo", "Business news\n\n", ""),
        ("Star", "", "© 2025 Star"),
    )
]
CORRECTION: Json = {
    "publisher": "The Ledger",
    "published": "2025-06-14",
    "replaces": "https://ledger.example/1",
    "text": "Harlow Group bought the software maker Pinewell for $480 million in March 2025, its filings show. "
    "An earlier version of this article gave another amount and date.",
}


class Reader:
    """What a client of the server sees."""

    def __init__(self, client: httpx.Client) -> None:
        self._client = client

    def read(self, article: Json) -> str:
        """Have an article read; its id."""
        answer = self._client.post("/articles", json=article)
        assert answer.status_code in (200, 201), answer.text
        return str(answer.json()["article"])

    def remove(self, article: str) -> None:
        assert self._client.delete(f"/articles/{article}").status_code == 204

    def all(self, path: str, **query: str) -> list[Json]:
        answer = self._client.get(path, params={"limit": "500", **query})
        assert answer.status_code == 200, answer.text
        return list(answer.json()["items"])

    def state(self) -> tuple[list[Json], list[Json], list[Json]]:
        """Everything that follows from the articles."""
        return self.all("/facts", scope="all"), self.all("/conflicts"), self.all("/entities")

    def fact(self, relation: str) -> Json:
        """The one fact of a relation."""
        (found,) = self.all("/facts", scope="all", relation=relation)
        return found

    def conflicts(self) -> dict[tuple[str, str], set[str]]:
        """What the sides say, by relation and aspect."""
        return {
            (each["fact"]["relation"], each["aspect"]): {side["says"] for side in each["sides"]}
            for each in self.all("/conflicts")
        }

    def last_change(self) -> Json:
        return self.all("/changes")[-1]

    def ask(self, question: str) -> Json:
        found: Json = self._client.get("/ask", params={"q": question}).json()
        return found


@pytest.fixture
def reader() -> Iterator[Reader]:
    with connected(Settings(store="memory:"), EmbeddedStore()) as client:
        yield Reader(client)


def amounts(fact: Json) -> list[str]:
    return sorted(fact["slots"].get("amount", []))


def aspect(fact: Json, name: str) -> str | None:
    return next((each["status"] for each in fact["aspects"] if each["name"] == name), None)


def test_each_article_changes_what_it_should_and_leaves_no_trace_when_it_goes(reader: Reader) -> None:
    states = [reader.state()]
    read: list[str] = []

    def add(article: Json) -> Json:
        read.append(reader.read(article))
        states.append(reader.state())
        change = reader.last_change()
        assert change["about"] == [read[-1]]
        return change

    # One source: a plain fact, and a contract that has ended.
    change = add(LEDGER)
    assert change["cause"] == "new source"
    assert all(each["before"] is None for each in change["facts"])
    assert (reader.fact("acquired")["status"], amounts(reader.fact("acquired"))) == ("asserted", ["620000000"])
    assert reader.fact("acquired")["time"]["date"]["latest"] == "2025-01-31"
    assert reader.fact("supplies")["time"]["ended"] is True
    assert reader.conflicts() == {}

    # A second one gives another amount and date, and a party denies the end: three conflicts, each with both sides.
    add(COURIER)
    acquired = reader.fact("acquired")
    assert acquired["status"] == "asserted"  # that it happened is in no dispute
    assert amounts(acquired) == ["480000000", "620000000"]
    assert acquired["time"]["date"] == {"earliest": None, "latest": None, "edtf": None, "because": []}
    assert (aspect(acquired, "amount"), aspect(acquired, "time")) == ("disputed", "disputed")
    supplies = reader.fact("supplies")
    assert (supplies["status"], aspect(supplies, "ended"), supplies["time"]["ended"]) == ("asserted", "disputed", False)
    assert reader.conflicts() == {
        ("acquired", "amount"): {"480000000", "620000000"},
        ("acquired", "time"): {"date January 2025", "date March 2025"},
        ("supplies", "ended"): {"it ended", "no"},
    }
    for conflict in reader.all("/conflicts"):
        for side in conflict["sides"]:
            assert side["published"]
            assert all(words["text"] and words["attribution"] for words in side["evidence"])

    # A third denies the whole: the fact is disputed now, and the denial stands beside it.
    change = add(DENIAL)
    acquired = reader.fact("acquired")
    assert acquired["status"] == "disputed"
    assert [words["text"] for words in acquired["evidence"] if not words["supports"]] == [DENIAL["text"]]
    assert (acquired["id"], "asserted", "disputed") in {
        (each["fact"], each["before"], each["after"]) for each in change["facts"]
    }
    assert reader.conflicts()[("acquired", "exists")] == {"it is so", "no"}

    # One wire story in four outlets: four articles, one origin.
    for copy in WIRE:
        add(copy)
    invested = reader.fact("investedIn")
    assert (invested["article_count"], invested["independent_origins"]) == (4, 1)
    assert ("investedIn", "exists") not in reader.conflicts()

    # The first outlet corrects itself: its claims stay on record, and amount, date and end are in no dispute any more.
    change = add(CORRECTION)
    assert change["cause"] == "correction"
    acquired = reader.fact("acquired")
    assert amounts(acquired) == ["480000000"]
    assert acquired["time"]["date"]["earliest"] == "2025-03-01"
    assert set(reader.conflicts()) == {("acquired", "exists")}
    corrected = reader.all("/claims", article=read[0])
    assert len(corrected) >= 2
    assert {claim["standing"] for claim in corrected} == {"superseded"}
    assert {claim["standing"] for claim in reader.all("/claims", article=read[-1])} == {"counts"}
    standing = {article["id"]: article["standing"] for article in reader.all("/articles")}
    assert [id_ for id_, word in standing.items() if word != "counts"] == [read[0]]
    assert any(said.startswith("Corrected: ") for said in reader.ask("Who acquired Pinewell?")["caveats"])

    # Each article gone again, the last one first: everything is as it was before it came.
    for article in reversed(read):
        states.pop()
        reader.remove(article)
        assert reader.state() == states[-1]
        change = reader.last_change()
        assert (change["cause"], change["about"]) == ("removal", [article])
    assert reader.state() == ([], [], [])


def test_any_one_article_can_go_and_come_back(reader: Reader) -> None:
    articles = [LEDGER, COURIER, DENIAL, *WIRE[:2], CORRECTION]
    ids = [reader.read(article) for article in articles]
    whole = reader.state()
    for article, article_id in zip(articles, ids, strict=True):
        reader.remove(article_id)
        # What is corrected supports nothing any more, and is missed by nobody.
        assert (reader.state() == whole) is (article is LEDGER)
        assert reader.read(article) == article_id
        assert reader.state() == whole


def test_the_order_in_which_they_come_is_nothing(reader: Reader) -> None:
    articles = [LEDGER, COURIER, DENIAL, CORRECTION]
    states = []
    for order in itertools.islice(itertools.permutations(articles), 0, None, 5):
        ids = [reader.read(article) for article in order]
        states.append(reader.state())
        for article_id in ids:
            reader.remove(article_id)
    assert all(state == states[0] for state in states)


def told(*texts: str) -> list[Json]:
    """One article for each text, each of another outlet and day."""
    return [
        {"publisher": f"Outlet {number}", "published": f"2025-06-{number:02}", "text": text}
        for number, text in enumerate(texts, start=1)
    ]


@pytest.mark.parametrize(
    ("relation", "texts", "sides"),
    [
        (
            "foundingDate",
            ("Helvar Group was founded in 1998 in Leeds.", "Founded in 2001, Helvar Group makes radios."),
            {"date 1998", "date 2001"},
        ),
        (
            "formerName",
            ("Marlow Data was renamed Helvar Group in 2015.", "Marlow Data changed its name to Helvar Group in 2017."),
            {"end 2015", "end 2017"},
        ),
        (
            "unitOf",
            (
                "Helvar Group became a unit of Marlow Data in 2015.",
                "Helvar Group became a subsidiary of Marlow Data in 2017.",
            ),
            {"start 2015", "start 2017"},
        ),
        (
            "mergedWith",
            ("Helvar Group merged with Marlow Data in 2015.", "Helvar Group and Marlow Data merged in 2017."),
            {"date 2015", "date 2017"},
        ),
        (
            "succeeded",
            (
                "Anna Berg succeeded Tom Reed as chief executive of Helvar Group in 2015.",
                "In 2017 Anna Berg succeeded Tom Reed as chief executive of Helvar Group.",
            ),
            {"date 2015", "date 2017"},
        ),
    ],
)
def test_what_happens_once_has_one_date_and_two_are_a_dispute(
    reader: Reader, relation: str, texts: tuple[str, str], sides: set[str]
) -> None:
    first, second = told(*texts)
    reader.read(first)
    before = reader.state()
    assert reader.conflicts() == {}
    article = reader.read(second)
    assert (aspect(reader.fact(relation), "time"), reader.fact(relation)["article_count"]) == ("disputed", 2)
    assert reader.conflicts()[(relation, "time")] == sides
    reader.remove(article)
    assert reader.state() == before


def test_a_founding_date_in_dispute_is_no_plain_fact_and_a_more_precise_one_is_no_dispute(reader: Reader) -> None:
    year, month, other = told(
        "Helvar Group was founded in 1998 in Leeds.",
        "Helvar Group was founded in March 1998 in Leeds.",
        "Helvar Group was founded in 2001 in Leeds.",
    )
    for article in (year, month):
        reader.read(article)
    fact = reader.fact("foundingDate")
    assert (fact["status"], fact["slots"]["object"], fact["article_count"]) == ("asserted", ["March 1998"], 2)
    assert (fact["time"]["date"]["earliest"], fact["time"]["date"]["edtf"]) == ("1998-03-01", "1998-03")
    assert reader.conflicts() == {}
    reader.read(other)
    fact = reader.fact("foundingDate")
    assert (fact["status"], fact["slots"]["object"]) == ("disputed", ["2001", "March 1998"])
    answer = reader.ask("When was Helvar Group founded?")
    assert [item["value"] for item in answer["answers"]] == ["2001", "March 1998"]
    assert "Sources dispute this." in answer["caveats"]


def test_a_rumour_or_a_denial_of_another_date_is_no_word_against_the_founding(reader: Reader) -> None:
    for article in told(
        "Helvar Group was founded in 2001 in Leeds.",
        "Helvar Group was not founded in 1998.",
        "Sources said that Helvar Group was founded in 1999.",
    ):
        reader.read(article)
    found = {fact["slots"]["object"][0]: fact["status"] for fact in reader.all("/facts", scope="all")}
    assert found == {"2001": "asserted", "1998": "negated", "1999": "reported"}
    assert reader.conflicts() == {}
    reader.read(told("Helvar Group denied that it was founded in 2001.")[0])
    assert reader.conflicts() == {("foundingDate", "exists"): {"it is so", "no"}}


def test_reorganisations_of_two_years_are_two_and_disagree_about_nothing(reader: Reader) -> None:
    for article in told("Helvar Group restructured its sales unit in 2015.", "Helvar Group restructured in 2019."):
        reader.read(article)
    years = [fact["time"]["date"]["edtf"] for fact in reader.all("/facts", relation="restructured")]
    assert sorted(years) == ["2015", "2019"]
    assert reader.conflicts() == {}


def by_sources(*texts: str) -> list[Json]:
    """Articles of which all but the first tell what they tell by hearsay."""
    first, *others = texts
    return told(first, *(f"{text.removesuffix('.')}, according to people familiar with the matter." for text in others))


@pytest.mark.parametrize(
    ("relation", "texts", "value"),
    [
        (
            "acquired",
            (
                "Helvar Group acquired Marlow Data for $30 million.",
                "Helvar Group acquired Marlow Data for $40 million.",
            ),
            "30000000",
        ),
        (
            "investedIn",
            (
                "Helvar Capital invested €12 million in Marlow Data.",
                "Helvar Capital invested €9 million in Marlow Data.",
            ),
            "12000000",
        ),
    ],
)
def test_hearsay_of_another_amount_stands_against_the_asserted_one(
    reader: Reader, relation: str, texts: tuple[str, str], value: str
) -> None:
    first, second = by_sources(*texts)
    reader.read(first)
    before = reader.state()
    article = reader.read(second)
    fact = reader.fact(relation)
    assert (fact["status"], amounts(fact), aspect(fact, "amount")) == ("asserted", [value], "asserted")
    assert (fact["article_count"], fact["independent_origins"]) == (1, 1)
    assert [words["supports"] for words in fact["evidence"]] == [True, False]
    assert len(reader.conflicts()[(relation, "amount")]) == 2
    assert (relation, "exists") not in reader.conflicts()
    reader.remove(article)
    assert reader.state() == before


def test_hearsay_of_the_same_amount_rounded_differently_supports_it(reader: Reader) -> None:
    for article in by_sources(
        "Helvar Group acquired Marlow Data for $30.2 million.", "Helvar Group acquired Marlow Data for $30 million."
    ):
        reader.read(article)
    assert (amounts(reader.fact("acquired")), reader.fact("acquired")["article_count"]) == (["30200000"], 2)
    assert reader.conflicts() == {}


def test_hearsay_of_another_day_stands_against_the_asserted_one(reader: Reader) -> None:
    for article in by_sources(
        "Helvar Group acquired Marlow Data in March 2024.", "Helvar Group acquired Marlow Data in August 2024."
    ):
        reader.read(article)
    fact = reader.fact("acquired")
    assert (fact["time"]["date"]["edtf"], aspect(fact, "time")) == ("2024-03", "asserted")
    assert fact["article_count"] == 1
    assert reader.conflicts() == {("acquired", "time"): {"date March 2024", "date August 2024"}}
    answer = reader.ask("When did Helvar Group acquire Marlow Data?")
    assert "Hearsay has another time: in August 2024." in answer["caveats"]


def test_three_dates_are_three_sides(reader: Reader) -> None:
    years = ("2012", "2015", "2017")
    for article in told(*(f"Helvar Group merged with Marlow Data in {year}." for year in years)):
        reader.read(article)
    assert reader.conflicts() == {("mergedWith", "time"): {f"date {year}" for year in years}}


def test_a_denial_names_both_sides(reader: Reader) -> None:
    reader.read(DENIAL)
    assert reader.fact("acquired")["label"].startswith("Harlow Group acquired Pinewell (denied")
