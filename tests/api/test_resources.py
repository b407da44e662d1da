"""The look-ups over HTTP, on a graph whose facts are spelt out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from pyoxigraph import Quad

from app.graphs import DERIVED, entity_quads, fact_quads
from app.model import Bounds, Entity, FactTime, Status
from app.settings import Settings
from app.store.embedded import EmbeddedStore
from app.vocab import TYPE, cg
from tests.api.conftest import connected
from tests.query import sample_graph as sample
from tests.query.sample_graph import IRIS, MAYER, META, SCALE, TBD, load


def get(http: httpx.Client, path: str, /, **parameters: str) -> Any:
    answer = http.get(path, params=parameters)
    assert answer.status_code == 200, answer.text
    return answer.json()


def ids(found: dict[str, Any]) -> list[str]:
    return [item["id"] for item in found["items"]]


# --- the question that everything is for -----------------------------------------------------------------------------


@pytest.mark.parametrize("organization", ["Meta", "meta", "Facebook", META])
@pytest.mark.parametrize("responsibility", ["data operations", "operations data", "AI", "Data Op"])
def test_a_role_is_found_by_any_name_and_words_of_the_responsibility(
    reading: httpx.Client, organization: str, responsibility: str
) -> None:
    [role] = get(reading, "/roles", organization=organization, responsibility=responsibility)["items"]
    assert role["person"] == {
        "id": MAYER,
        "iri": "https://example.org/id/person/ruben-mayer",
        "name": "Ruben Mayer",
        "type": "Person",
    }
    assert role["organization"]["name"] == "Meta"
    assert role["duration"] == "P2M"
    assert role["time"]["end"]["latest"] == "2025-09-01"
    assert role["label"] == "Ruben Mayer held a role at Meta: AI data operations"
    assert "after just two months" in role["evidence"][0]["text"]
    assert role["evidence"][0]["article"] == sample.LEAVES.article.id
    assert role["evidence"][0]["supports"] is True


@pytest.mark.parametrize(
    "filters",
    [
        {"organization": "Scale AI"},
        {"responsibility": "data cleaning"},
        {"title": "chief"},
        {"person": "Meta"},
    ],
)
def test_a_role_that_does_not_fit_is_not_found(reading: httpx.Client, filters: dict[str, str]) -> None:
    assert get(reading, "/roles", **filters) == {"items": [], "next": None}


@pytest.mark.parametrize(("title", "asked"), [("CEO", "chief executive officer"), ("chief executive", "CEO")])
def test_an_office_is_found_by_any_of_its_names(title: str, asked: str) -> None:
    store = EmbeddedStore()
    slots = {"person": (MAYER,), "organization": (META,), "title": (title,)}
    load(store, fact_quads(sample.fact("f-chief", "Tenure", "heldRole", slots), IRIS))
    with connected(Settings(store="memory:", base_iri=IRIS.base), store) as client:
        assert ids(get(client, "/roles", title=asked)) == ["f-chief"]
        assert ids(get(client, "/roles", title="chief financial officer")) == []


# --- collections -----------------------------------------------------------------------------------------------------


def test_companies(reading: httpx.Client) -> None:
    assert ids(get(reading, "/companies")) == [META, SCALE]
    [meta] = get(reading, "/companies", name="facebook")["items"]
    assert meta["aliases"] == ["Facebook", "Meta Platforms"]
    assert len(meta["articles"]) == 3


def test_people(reading: httpx.Client) -> None:
    assert ids(get(reading, "/people")) == [MAYER]


def test_investments(reading: httpx.Client) -> None:
    [investment] = get(reading, "/investments", investor="Meta", investee="scale")["items"]
    assert (investment["investor"]["id"], investment["investee"]["id"]) == (META, SCALE)
    assert (investment["amount"], investment["currency"]) == ("14300000000", "USD")
    assert get(reading, "/investments", investor="Scale AI")["items"] == []


def test_vendors_are_those_that_are_inferred(reading: httpx.Client) -> None:
    [vendor] = get(reading, "/vendors")["items"]
    assert vendor["id"] == SCALE
    assert get(reading, "/vendors", client="TBD Labs")["items"] == []


@pytest.fixture(scope="module")
def dated() -> Iterator[httpx.Client]:
    """A client of a server over the small graph, with two who supply for a time and one who is hearsay."""
    store = EmbeddedStore()
    load(store)
    once, ever, rumoured = (f"organization/{name}" for name in ("pinecrest", "orbis", "korda"))
    quads = [
        quad
        for id_ in (once, ever, rumoured)
        for quad in entity_quads(Entity(id=id_, name=id_.partition("/")[2].title(), type="Company", members=()), IRIS)
    ]
    supplied = {"type_": "VendorRelationship", "relation": "supplies"}
    bounds = FactTime(start=Bounds(earliest="2024-01-01"), end=Bounds(latest="2024-12-31"))
    for fact in (
        sample.fact("f-once", slots={"vendor": once, "client": META}, time=bounds, **supplied),
        sample.fact("f-ever", slots={"vendor": ever, "client": META}, **supplied),
        sample.fact("f-heard", "SimpleFact", "tensionWith", {"subject": (META, rumoured)}, status=Status.REPORTED),
    ):
        quads += fact_quads(fact, IRIS)
    quads += [Quad(IRIS.entity(id_), TYPE, cg("DataVendor"), IRIS.graph(DERIVED)) for id_ in (once, ever)]
    load(store, quads)
    with connected(Settings(store="memory:", base_iri=IRIS.base), store) as client:
        yield client


def test_entities_of_a_day_are_those_about_which_something_may_hold(dated: httpx.Client) -> None:
    assert ids(get(dated, "/people", as_of="2025-09-01")) == [MAYER]
    assert ids(get(dated, "/people", as_of="2025-09-02")) == []  # all that is known of him is over
    for path, more in (("/companies", {}), ("/entities", {"type": "Company"})):

        def names(path: str = path, more: dict[str, str] = more, **asked: str) -> set[str]:
            return {item["name"] for item in get(dated, path, **more, **asked)["items"]}

        assert names() == {"Meta", "Scale AI", "Pinecrest", "Orbis", "Korda"}
        assert names(as_of="2023-12-31") == {"Meta", "Scale AI", "Orbis"}
        assert names(as_of="2024-06-30") == {"Meta", "Scale AI", "Orbis", "Pinecrest"}
        assert names(as_of="2024-06-30", scope="reported") == names(scope="all") == names()
        assert names(scope="facts") == {"Meta", "Scale AI", "Orbis", "Pinecrest"}
    assert TBD in ids(get(dated, "/entities", as_of="2024-01-01"))


def test_vendors_of_a_day_are_those_who_may_have_supplied_then(dated: httpx.Client) -> None:
    def supplies(**asked: str) -> dict[str, int]:
        return {item["name"]: len(item["supplies"]) for item in get(dated, "/vendors", **asked)["items"]}

    assert supplies() == {"Orbis": 1, "Pinecrest": 1, "Scale AI": 0}
    assert supplies(as_of="2024-06-30") == supplies()
    assert supplies(as_of="2025-01-01") == {"Orbis": 1, "Scale AI": 0}  # whose speciality is its own
    assert supplies(as_of="2025-01-01", client="Meta") == {"Orbis": 1}


def test_claims_of_a_day_are_those_behind_what_may_hold(dated: httpx.Client) -> None:
    def claims(**asked: str) -> set[str]:
        return set(ids(get(dated, "/claims", limit="100", **asked)))

    tenure = {sample.OVERSAW.id, sample.LEFT.id}
    hearsay = {sample.ALTERNATIVES.id, sample.TENSION.id}
    assert claims(as_of="2025-09-01") == claims(scope="all") == claims()
    assert claims() - claims(as_of="2025-09-02") == tenure
    assert claims() - claims(scope="facts") == hearsay
    assert claims() - claims(scope="facts", as_of="2025-09-02") == hearsay | tenure
    assert sample.MAY_END.id in claims(scope="facts")  # it disputes one


@pytest.mark.parametrize("path", ["/companies", "/people", "/entities", "/claims"])
def test_a_scope_or_day_that_is_none_is_refused(dated: httpx.Client, path: str) -> None:
    for asked in ({"scope": "rumours"}, {"as_of": "2025"}, {"as_of": "2025-09-01", "scope": ""}):
        assert dated.get(path, params=asked).status_code == 400


# --- entities --------------------------------------------------------------------------------------------------------


def test_an_entity_by_its_id(reading: httpx.Client) -> None:
    found = get(reading, f"/entities/{META}")
    assert (found["id"], found["name"], found["type"]) == (META, "Meta", "Company")


def test_entities_by_class(reading: httpx.Client) -> None:
    assert TBD in ids(get(reading, "/entities", type="Organization"))
    assert ids(get(reading, "/entities", type="Person")) == [MAYER]


def test_a_timeline_is_in_order_of_time(reading: httpx.Client) -> None:
    days = [
        min(
            bound[end]
            for bound in (fact["time"][n] for n in ("start", "end", "date", "announced"))
            for end in bound
            if end != "because" and bound[end]
        )
        for fact in get(reading, f"/entities/{META}/timeline")["items"]
        if any(fact["time"][n]["earliest"] or fact["time"][n]["latest"] for n in ("start", "end", "date", "announced"))
    ]
    assert days == sorted(days)
    assert len(days) >= 2


def test_neighbours_are_sorted_by_what_joins_them(reading: httpx.Client) -> None:
    def relations(**asked: str) -> list[str]:
        path, found, cursor = f"/entities/{META}/neighbours", [], ""
        while True:
            shown = get(reading, path, limit="2", scope="all", **asked, **({"cursor": cursor} if cursor else {}))
            found += [tie["fact"]["relation"] for tie in shown["items"]]
            if not (cursor := shown["next"]):
                return found

    assert relations(sort="relation") == sorted(relations()) != relations()
    assert relations(sort="-relation") == sorted(relations(), reverse=True)
    assert reading.get(f"/entities/{META}/neighbours", params={"sort": "mass"}).status_code == 400


def test_neighbours_come_with_the_fact_that_joins_them(reading: httpx.Client) -> None:
    found = get(reading, f"/entities/{MAYER}/neighbours")["items"]
    assert [(item["entity"]["id"], item["fact"]["type"]) for item in found] == [(META, "Tenure")]


def test_search(reading: httpx.Client) -> None:
    assert ids(get(reading, "/search", q="SCÁLE"))[0] == SCALE
    assert get(reading, "/search", q="scale", type="Person")["items"] == []


def test_search_forgives_a_letter_says_what_fits_and_pages(reading: httpx.Client) -> None:
    [found] = get(reading, "/search", q="facebok")["items"]
    assert (found["id"], found["matched"], found["name"]) == (META, "Facebook", "Meta")
    assert 0 < found["score"] < get(reading, "/search", q="facebook")["items"][0]["score"]
    whole = get(reading, "/search", q="m")
    first = get(reading, "/search", q="m", limit="1")
    rest = get(reading, "/search", q="m", cursor=first["next"])
    assert first["items"] + rest["items"] == whole["items"]
    assert len(whole["items"]) > 1


# --- facts and claims ------------------------------------------------------------------------------------------------


def test_hearsay_and_plans_come_only_when_asked_for(reading: httpx.Client) -> None:
    plain = set(ids(get(reading, "/facts")))
    reported = set(ids(get(reading, "/facts", scope="reported")))
    everything = set(ids(get(reading, "/facts", scope="all")))
    assert sample.ALTERNATIVE.id not in plain
    assert sample.ALTERNATIVE.id in reported
    assert plain < reported < everything


def test_facts_by_filter(reading: httpx.Client) -> None:
    assert ids(get(reading, "/facts", type="Tenure")) == [sample.TENURE.id]
    assert ids(get(reading, "/facts", relation="investedIn")) == [sample.INVESTMENT.id]
    assert ids(get(reading, "/facts", status="disputed")) == [sample.PARTNERSHIP.id]
    assert ids(get(reading, "/facts", entity="Ruben Mayer")) == [sample.TENURE.id]


@pytest.mark.parametrize(
    "path",
    [
        "/facts?entity={}",
        "/claims?entity={}",
        "/conflicts?entity={}",
        "/companies?name={}",
        "/people?name={}",
        "/vendors?client={}",
        "/roles?person={}",
        "/investments?investor={}",
        "/investments?investee={}",
        "/network?root={}",
        "/stats?root={}",
        "/export/csv?root={}",
        "/paths?from={}&to=Meta",
    ],
)
def test_a_name_that_nothing_has_is_told_and_not_taken_for_one_without_facts(reading: httpx.Client, path: str) -> None:
    misspelt = reading.get(path.format("Skale Ai"))
    assert (misspelt.status_code, misspelt.json()["hint"]) == (404, "Did you mean Scale AI?")
    unknown = reading.get(path.format("zzzzz"))
    assert (unknown.status_code, "'zzzzz'" in unknown.json()["detail"]) == (404, True)
    assert reading.get(path.format("organization/zzzzz")).status_code == 404


def test_what_is_there_and_fits_no_filter_is_an_empty_list(reading: httpx.Client) -> None:
    assert get(reading, "/companies", name="Ruben Mayer")["items"] == []
    assert get(reading, "/investments", investor="Scale AI")["items"] == []


def test_a_fact_shows_what_supports_and_what_disputes_it(reading: httpx.Client) -> None:
    fact = get(reading, f"/facts/{sample.PARTNERSHIP.id}")
    assert [(words["claim"], words["supports"]) for words in fact["evidence"]] == [
        (sample.PARTNERS.id, True),
        (sample.MAY_END.id, False),
    ]
    assert fact["evidence"][0]["attribution"][0]["name"] == "Facebook"
    assert fact["label"] == "Meta is a partner of Scale AI (disputed)"
    assert [ref["name"] for ref in fact["slots"]["partner"]] == ["Meta", "Scale AI"]


def test_facts_as_of_a_day_say_how_sure_it_is(reading: httpx.Client) -> None:
    long_after = {
        fact["id"]: fact["holds"] for fact in get(reading, "/facts", as_of="2030-01-01", limit="100")["items"]
    }
    everything = {fact["id"]: fact["holds"] for fact in get(reading, "/facts", limit="100")["items"]}
    assert set(everything.values()) == {None}
    assert set(long_after) < set(everything)  # what has surely ended by then is gone
    assert set(long_after.values()) <= {"surely", "possibly"}


def test_a_disagreement_shows_both_sides(reading: httpx.Client) -> None:
    [conflict, *_] = get(reading, "/conflicts")["items"]
    assert len(conflict["sides"]) == 2
    assert all(side["evidence"] for side in conflict["sides"])
    assert get(reading, "/conflicts", entity="Ruben Mayer")["items"] == []


def test_a_fact_with_a_value_has_it_as_text(reading: httpx.Client) -> None:
    fact = get(reading, f"/facts/{sample.FORMER_NAME.id}")
    assert fact["slots"]["object"] == ["Facebook"]
    assert fact["label"] == "Meta was formerly named Facebook"


def test_claims_by_filter(reading: httpx.Client) -> None:
    assert ids(get(reading, "/claims", relation="left")) == [sample.LEFT.id]
    assert sample.OVERSAW.id in ids(get(reading, "/claims", entity="Ruben Mayer"))
    assert ids(get(reading, "/claims", status="possible")) == [sample.MAY_END.id]
    assert get(reading, f"/claims/{sample.LEFT.id}")["evidence"][0]["text"] == sample.LEFT.evidence[0].text
    in_article = get(reading, "/claims", article=sample.WEIGHS.article.id)
    assert {claim["article"] for claim in in_article["items"]} == {sample.WEIGHS.article.id}


def test_lists_page(reading: httpx.Client) -> None:
    everything = ids(get(reading, "/facts", scope="all"))
    seen: list[str] = []
    parameters = {"scope": "all", "limit": "4"}
    while True:
        part = get(reading, "/facts", **parameters)
        assert len(part["items"]) <= 4
        seen += ids(part)
        if part["next"] is None:
            break
        parameters["cursor"] = part["next"]
    assert seen == everything


# --- articles --------------------------------------------------------------------------------------------------------


def test_articles(reading: httpx.Client) -> None:
    found = get(reading, "/articles")["items"]
    assert [item["published"] for item in found] == ["2025-08-30", "2025-09-01", "2025-09-03"]
    assert "text" not in found[0]
    article = get(reading, f"/articles/{found[1]['id']}")
    assert article["article"]["text"] == sample.LEAVES.article.text
    assert len(article["article"]["text"]) == found[1]["characters"]
    assert {claim["id"] for claim in article["claims"]} >= {sample.LEFT.id, sample.OVERSAW.id}


def test_health(reading: httpx.Client) -> None:
    found = get(reading, "/health")
    assert (found["status"], found["articles"]) == ("ok", 3)


def test_a_path_comes_with_the_facts_on_the_way_and_their_words(reading: httpx.Client) -> None:
    [path] = reading.get("/paths", params={"from": sample.MAYER, "to": sample.SCALE, "limit": 1}).json()
    assert [fact["id"] for fact in path["facts"]] == [sample.TENURE.id, sample.INVESTMENT.id]
    for fact in path["facts"]:
        assert fact == reading.get(f"/facts/{fact['id']}").json()
        assert all(evidence["text"] for evidence in fact["evidence"])
