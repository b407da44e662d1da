from __future__ import annotations

from collections.abc import Iterable

import pytest
from pyoxigraph import Quad

from app.api.views import Views
from app.errors import BadInput, NotFound
from app.model import Article, Claim, Entity, Fact, Span, Status
from app.query.ask import ask
from app.query.lookup import Lookup
from app.store.base import Change, Store
from app.store.embedded import EmbeddedStore
from app.vocab import IS_REPLACED_BY
from tests.query import sample_graph as sample
from tests.query.sample_graph import IRIS, MAYER, META, SCALE, TBD
from tests.resolution.making import Report
from tests.test_rulings import IRIS as RULED
from tests.test_rulings import filled


def ids(found: Iterable[Article | Claim | Entity | Fact]) -> list[str]:
    return [each.id for each in found]


def test_articles_come_by_date(lookup: Lookup) -> None:
    assert [article.published for article in lookup.articles()] == ["2025-08-30", "2025-09-01", "2025-09-03"]
    assert lookup.articles()[1] == sample.LEAVES.article


def test_an_article_comes_with_its_entities_and_claims(lookup: Lookup) -> None:
    found = lookup.article(sample.LEAVES.article.id)
    expected = sample.LEAVES.extraction()
    assert {claim.id: claim for claim in found.claims} == {claim.id: claim for claim in expected.claims}
    assert set(found.entities) == set(expected.entities)


def test_an_unknown_article_names_the_nearest(lookup: Lookup) -> None:
    whole = sample.LEAVES.article.id
    with pytest.raises(NotFound, match=whole):
        lookup.article(whole[:6])


def test_claims_filter(lookup: Lookup) -> None:
    everything = [claim for builder in sample.BUILDERS for claim in builder.claims]
    assert sorted(ids(lookup.claims())) == sorted(ids(everything))
    assert sorted(ids(lookup.claims(article=sample.LEAVES.article.id))) == sorted(ids(sample.LEAVES.claims))
    assert sorted(ids(lookup.claims(entity=MAYER))) == sorted([sample.OVERSAW.id, sample.LEFT.id])
    assert ids(lookup.claims(relation="partnerOf", status=Status.STATED)) == [sample.PARTNERS.id]
    by_both_names = lookup.claims(entity=META, relation="partnerOf")
    assert {claim.subject.name for claim in by_both_names} == {"Meta", "Facebook"}
    assert lookup.claims(entity="no such thing") == []


def test_a_claim_comes_back_whole(lookup: Lookup) -> None:
    for builder in sample.BUILDERS:
        for claim in builder.claims:
            assert lookup.claim(claim.id) == claim


def test_the_hint_for_an_unknown_entity_has_names_like_it_and_not_whatever_is_of_its_kind(lookup: Lookup) -> None:
    with pytest.raises(NotFound) as unlike:
        lookup.entity("organization/nope")
    assert "Did you mean" not in (unlike.value.hint or "")
    with pytest.raises(NotFound) as like:
        lookup.entity("person/scale-a")
    assert like.value.hint == "Did you mean organization/scale-ai?"


def test_an_unknown_claim(lookup: Lookup) -> None:
    with pytest.raises(NotFound, match="Did you mean"):
        lookup.claim(sample.LEFT.id[:8])
    with pytest.raises(NotFound):
        lookup.claim("<> spaces")


def test_entities_by_class(lookup: Lookup) -> None:
    assert lookup.entities() == sorted(sample.ENTITIES, key=lambda entity: entity.id)
    assert ids(lookup.entities(type="Company")) == [META, SCALE]
    assert ids(lookup.entities(type="Organization")) == [META, SCALE, TBD]
    assert len(lookup.entities(type="Agent")) == 5
    with pytest.raises(BadInput, match="Did you mean Company"):
        lookup.entities(type="Compony")


def test_inferred_classes_count(lookup: Lookup) -> None:
    (vendor,) = lookup.entities(type="DataVendor")
    assert (vendor.id, vendor.type) == (SCALE, "Company")


def test_an_entity(lookup: Lookup) -> None:
    assert lookup.entity(META) == sample.ENTITIES[0]
    with pytest.raises(NotFound, match=SCALE):
        lookup.entity("organization/scale-a1")
    with pytest.raises(NotFound):
        lookup.entity("scale ai")


def test_a_merged_name_leads_to_its_entity(store: Store, lookup: Lookup) -> None:
    old = IRIS.entity("organization/facebook")
    graph = IRIS.graph("entities")
    store.apply(Change(add=[Quad(old, IS_REPLACED_BY, IRIS.entity(META), graph)]))
    assert lookup.entity("organization/facebook").id == META


def test_articles_are_counted_without_being_read(lookup: Lookup) -> None:
    assert lookup.article_count() == len(lookup.articles()) > 0


def test_facts_by_scope(lookup: Lookup) -> None:
    reported, planned = {sample.ALTERNATIVE.id, sample.STRAIN.id}, {sample.PLANNED.id}
    everything = {fact.id for fact in sample.FACTS}
    assert set(ids(lookup.facts())) == everything - reported - planned
    assert set(ids(lookup.facts(scope="reported"))) == everything - planned
    assert set(ids(lookup.facts(scope="planned"))) == everything - reported
    assert lookup.facts(scope="all") == sorted(sample.FACTS, key=lambda fact: fact.id)
    with pytest.raises(BadInput, match="facts, reported, planned, all"):
        lookup.facts(scope="rumours")


def test_facts_filter(lookup: Lookup) -> None:
    assert lookup.facts(type="Tenure") == [sample.TENURE]
    assert lookup.facts(relation="investedIn", entity=SCALE) == [sample.INVESTMENT]
    assert lookup.facts(status=Status.DISPUTED) == [sample.PARTNERSHIP]
    assert lookup.facts(entity=MAYER, type="Investment") == []
    assert len(lookup.facts(type="Fact", scope="all")) == len(sample.FACTS)
    with pytest.raises(BadInput, match="Did you mean Tenure"):
        lookup.facts(type="Tenur")
    with pytest.raises(BadInput, match="Did you mean investedIn"):
        lookup.facts(relation="investIn")


def test_facts_that_name_several_entities(lookup: Lookup) -> None:
    assert lookup.shared_facts([META, SCALE]) == [
        fact for fact in lookup.facts(entity=META) if any(SCALE in values for values in fact.slots.values())
    ]
    assert lookup.shared_facts([MAYER, SCALE]) == lookup.shared_facts([META, "no such thing"]) == []


def test_facts_of_claims(lookup: Lookup) -> None:
    told = [fact for fact in sample.FACTS if fact.supported_by]
    for fact in told:
        found = lookup.facts_of_claims(fact.supported_by[:1])
        assert fact in found
        assert all(fact.supported_by[0] in (*one.supported_by, *one.disputed_by) for one in found)
    assert told
    assert lookup.facts_of_claims(["no such thing"]) == []


def test_a_fact_of_any_graph(lookup: Lookup) -> None:
    for fact in sample.FACTS:
        assert lookup.fact(fact.id) == fact
    with pytest.raises(NotFound, match="f-tenure"):
        lookup.fact("f-tenur")


@pytest.mark.parametrize("text", ["facebook", "FACE", "méta", "platforms"])
def test_search_reads_all_names(lookup: Lookup, text: str) -> None:
    assert ids(lookup.search(text)) == [META]


def test_search_puts_the_best_first(lookup: Lookup) -> None:
    # "Meta" and "Ruben Mayer" both hold "m"; a name that starts with it comes before one with such a word.
    assert ids(lookup.search("m"))[:2] == [META, MAYER]
    assert ids(lookup.search("m", limit=1)) == [META]
    assert ids(lookup.search("scale", type="Company")) == [SCALE]
    assert lookup.search("  ") == []
    assert lookup.search("meta", type="Person") == []


def test_evidence_of_both_sides(lookup: Lookup) -> None:
    support, dispute = lookup.evidence(sample.PARTNERSHIP)
    assert support.text == "both companies stressed that their cooperation continues"
    assert (support.status, dispute.status) == (Status.STATED, Status.POSSIBLE)
    article = lookup.article(support.article).article
    assert article.text[support.start : support.end] == support.text


def test_the_evidence_is_a_claims_sentence_with_what_it_is_read_with() -> None:
    text = "Umbra makes lamps. It bought Velt. It paid well."
    said = (Span(start=19, end=34, text="It bought Velt."), Span(start=0, end=5, text="Umbra"))
    report = Report(text).says("Umbra", "acquired", "Velt", evidence=said)
    report.says("Umbra", "acquired", "Velt", evidence=(said[0], Span(start=35, end=48, text="It paid well.")))
    store = filled(report)
    lookup = Lookup(store, RULED)
    [fact] = lookup.facts(relation="acquired")
    [item] = lookup.evidence(fact)
    assert item.texts == ("It bought Velt.", "Umbra", "It paid well.")
    [answered] = ask(lookup, "Who bought Velt?").evidence
    assert answered == item
    shown = Views(lookup).fact(fact).evidence
    assert {each.text for each in shown} == {"It bought Velt."}
    assert {span.text for each in shown for span in each.context} == {"Umbra", "It paid well."}


def test_an_empty_graph() -> None:
    empty = Lookup(EmbeddedStore(), IRIS)
    assert (empty.articles(), empty.claims(), empty.entities(), empty.facts(scope="all")) == ([], [], [], [])
    with pytest.raises(NotFound):
        empty.entity(META)


def test_what_users_write_does_not_become_articles_or_claims(store: Store, lookup: Lookup) -> None:
    graph = IRIS.graph("mine")
    copied = [Quad(q.subject, q.predicate, q.object, graph) for q in sample.sample_quads()]
    before = lookup.articles(), lookup.claims()
    store.apply(Change(add=copied))
    assert (lookup.articles(), lookup.claims()) == before
    assert lookup.claim(sample.LEFT.id) == sample.LEFT
