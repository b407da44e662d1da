"""The scorers on predictions made by hand, whose figures are known. The engine is not run here."""

import pytest

from app.model import Article, Attribution, Claim, Extraction, LocalEntity, Mention, Phase, SourceKind, Span, Value
from scripts.training.sentences_corpus import labelled
from tests.benchmarks import core, fire, gold_sets, knowledgenet, news, passages, report
from tests.benchmarks.corpora import sample
from tests.benchmarks.measures import Tally, bootstrap, calibration_error, matched, reliability, total
from tests.benchmarks.results import PartResult
from tests.benchmarks.spans import SpanFact, match
from tests.benchmarks.tokens import prose

TEXT = (
    "Vantorre bought Pell in 2019. Vantorre may buy Skarvoy. "
    "Ines Roth, chief executive of Pell, is based in Leeds, England."
)


def mention(name: str, kind: str = "Company", *, at: int | None = None) -> Mention:
    start = TEXT.index(name) if at is None else at
    slug = name.lower().replace(" ", "-")
    return Mention(entity=slug, name=name, type=kind, mention=name, start=start, end=start + len(name))


def claim(relation: str, subject: Mention, obj: Mention | Value, **rest) -> Claim:
    evidence = (Span(start=0, end=len(TEXT), text=TEXT),)
    given = {"article": "a", "evidence": evidence, "confidence": 0.9, "engine": "by hand", "phase": Phase.COMPLETED}
    return Claim.model_validate({**given, **rest, "relation": relation, "subject": subject, "object": obj})


def extraction(*claims: Claim) -> Extraction:
    arguments = [a for c in claims for a in (c.subject, c.object) if isinstance(a, Mention)]
    entities = {a.entity: LocalEntity(id=a.entity, name=a.name, type=a.type) for a in arguments}
    return Extraction(article=Article(text=TEXT), entities=tuple(entities.values()), claims=claims)


VANTORRE, PELL, SKARVOY = mention("Vantorre"), mention("Pell"), mention("Skarvoy")
BOUGHT = claim("acquired", VANTORRE, PELL)
MAY_BUY = claim("acquired", VANTORRE, SKARVOY, certainty="possible", phase=Phase.PLANNED)
HEADS = claim("heldRole", mention("Ines Roth", "Person"), PELL, qualifiers={"title": "chief executive"}, confidence=0.8)


# --- measures --------------------------------------------------------------------------------------------------------


def test_ratios_of_a_tally():
    tally = Tally(right=3, predicted=4, found=3, gold=6)
    assert (tally.precision, tally.recall) == (0.75, 0.5)
    assert tally.f1 == pytest.approx(0.6)
    assert total([tally, Tally(gold=2)]).gold == 8


def test_nothing_predicted_of_nothing_has_no_ratio():
    assert Tally().f1 is None
    assert Tally(gold=3).f1 == 0.0
    assert Tally(gold=3).precision is None


def test_matching_is_one_to_one_and_gives_way_where_that_helps():
    # The first prediction could take gold 0 or 1, the second only 0: both are served.
    assert matched([(0, 0), (0, 1), (1, 0)]) == {0: 1, 1: 0}
    assert matched([(0, 0), (1, 0)]) == {0: 0}


def test_calibration_of_a_well_and_a_badly_calibrated_engine():
    well = [(0.75, True)] * 3 + [(0.75, False)]
    assert calibration_error(well) == pytest.approx(0)
    assert calibration_error([(1.0, False)]) == pytest.approx(1)
    assert calibration_error([]) is None


def test_a_confidence_on_the_border_belongs_to_the_bin_above():
    assert [(b.low, b.count) for b in reliability([(0.7, True), (1.0, True), (0.69, True)])] == [
        (0.6, 1),
        (0.7, 1),
        (0.9, 1),
    ]


def test_bootstrap_is_seeded_and_holds_the_mean():
    def mean(values):
        return {"mean": sum(values) / len(values)}

    interval = bootstrap([0.0, 1.0] * 10, mean, rounds=200)["mean"]
    assert interval == bootstrap([0.0, 1.0] * 10, mean, rounds=200)["mean"]
    assert interval[0] < 0.5 < interval[1]


def test_a_sample_is_spread_evenly():
    assert sample(list(range(10)), 3) == [0, 3, 6]
    assert sample([1, 2], 5) == [1, 2]


# --- seeds and traps -------------------------------------------------------------------------------------------------


def test_seeds_count_what_is_missed_and_what_must_not_be():
    labels = {
        "must": [
            {"relation": "acquired", "subject": "Vantorre", "object": "Pell", "status": "asserted"},
            {"relation": "acquired", "subject": "Vantorre", "object": "Pell", "status": "denied"},
        ],
        "never": [{"relation": "acquired", "subject": "Vantorre", "object": "*"}],
    }
    result = gold_sets.score("seeds", [(extraction(BOUGHT), labels)])
    assert result.figures == {"must found": 0.5, "must missed": 1, "never broken": 1, "never": 1}
    assert "differs in status" in result.misses[0].what


# --- news ------------------------------------------------------------------------------------------------------------


def item(relation: str, subject: str, obj: str, status: str, **rest: str) -> dict[str, str]:
    return {"relation": relation, "subject": subject, "object": obj, "status": status, "quote": "Vantorre", **rest}


def score_one(labels, *claims: Claim) -> PartResult:
    score = news.score_article(extraction(*claims), labels)
    return PartResult("news", news._tables([score]), {**news._ratios([score]), **news._sums([score])})


def test_news_precision_and_recall_on_core_slots():
    labels = {
        "must": [item("acquired", "Vantorre", "Pell", "asserted"), item("founded", "Ines Roth", "Pell", "asserted")],
        "should": [item("heldRole", "Ines Roth", "Pell", "asserted")],
    }
    result = score_one(labels, BOUGHT, HEADS, MAY_BUY)
    # The role is excused, the second purchase is not.
    assert (result.figures["precision"], result.figures["recall"]) == (0.5, 0.5)
    assert result.figures["status accuracy"] == 1.0


def test_one_claim_repeated_is_one_unit_and_finds_one_item():
    labels = {
        "must": [item("acquired", "Vantorre", "Pell", "asserted"), item("acquired", "Vantorre", "Pell", "denied")]
    }
    again = claim("acquired", VANTORRE, mention("Pell", at=TEXT.index("Pell, is")))
    result = score_one(labels, BOUGHT, again)
    assert result.tables["core slots"]["acquired"] == Tally(right=1, predicted=1, found=1, gold=2)


def test_a_hedge_recorded_as_so_is_a_false_assertion_and_a_wrong_status():
    labels = {
        "must": [item("acquired", "Vantorre", "Pell", "possible"), item("acquired", "Vantorre", "Skarvoy", "possible")]
    }
    result = score_one(labels, BOUGHT, MAY_BUY)
    assert result.figures["status accuracy"] == 0.5
    assert result.figures["false assertion share"] == 0.5


def test_a_unit_goes_to_the_item_that_it_agrees_with():
    labels = {
        "must": [
            item("heldRole", "Ines Roth", "Pell", "asserted", title="chair"),
            item("heldRole", "Ines Roth", "Pell", "asserted", title="chief executive"),
        ]
    }
    assert score_one(labels, HEADS).figures["details accuracy"] == 1.0


def test_aggregates_only_hands_back_nothing_of_single_articles():
    class Nothing:
        name = version = "by hand"

        def extract(self, document):
            return Extraction(article=document.article)

    labels = {"must": [item("acquired", "Vantorre", "Pell", "asserted")]}
    result = news.score_news(Nothing(), [(Article(text=TEXT), labels)], part="heldout", aggregates_only=True)
    shown = report.as_text([result]) + report.as_json([result], {})
    assert not result.misses
    assert "Vantorre" not in shown
    assert "acquired" not in shown
    assert report.HELDOUT in shown


# --- spans: KnowledgeNet and FIRE ------------------------------------------------------------------------------------


def test_overlapping_spans_match_once_and_the_exact_one_first():
    gold = [SpanFact("CEO", (10, 14), (0, 9))]
    near, same = SpanFact("CEO", (10, 20), (0, 9)), SpanFact("CEO", (10, 14), (0, 9))
    assert match([near, same], gold) == {1: 0}
    assert match([near], gold, exact=True) == {}
    assert match([SpanFact("FOUNDED_BY", (10, 14), (0, 9))], gold) == {}
    assert match([SpanFact("CEO", (0, 9), (10, 14))], gold, symmetric=frozenset({"CEO"})) == {0: 0}


def test_claims_become_facts_of_knowledgenet():
    seat = claim("headquarteredIn", PELL, mention("Leeds", "Place"))
    places = tuple(
        LocalEntity(id=m.name, name=m.name, type="Place", mentions=(Span(start=m.start, end=m.end, text=m.name),))
        for m in (mention("Leeds", "Place"), mention("England", "Place"))
    )
    read = extraction(HEADS, seat, MAY_BUY).model_copy(update={"entities": places})
    found = {
        (fact.name, TEXT[slice(*fact.subject)], TEXT[slice(*fact.object)])
        for fact in knowledgenet.facts_in(read, 0, 999)
    }
    assert found == {
        ("EMPLOYEE_OR_MEMBER_OF", "Ines Roth", "Pell"),
        ("CEO", "Pell", "Ines Roth"),
        ("HEADQUARTERS", "Pell", "Leeds"),
        ("HEADQUARTERS", "Pell", "England"),
    }


def test_a_fact_of_knowledgenet_holds_for_every_mention_in_its_passage():
    again = TEXT.index("Pell, is")
    pell = Span(start=PELL.start, end=PELL.end, text="Pell"), Span(start=again, end=again + 4, text="Pell")
    entity = LocalEntity(id="pell", name="Pell", type="Company", mentions=pell)
    read = extraction(HEADS).model_copy(update={"entities": (entity,)})
    places = [fact.object[0] for fact in knowledgenet.facts_in(read, 0, 999) if fact.name == "EMPLOYEE_OR_MEMBER_OF"]
    assert places == [PELL.start, again]
    assert knowledgenet.facts_in(read, 1, 999) == []


class Reader:
    """An engine that finds one claim, whatever it reads."""

    name = version = "by hand"

    def extract(self, document):
        return extraction(HEADS)


def passage(*properties: str, facts=()):
    listed = [{"propertyId": name[:3], "propertyName": name} for name in properties]
    return {
        "passageId": "1",
        "passageStart": 0,
        "passageEnd": len(TEXT),
        "passageText": TEXT,
        "exhaustivelyAnnotatedProperties": listed,
        "facts": list(facts),
    }


def test_knowledgenet_counts_only_what_was_annotated():
    gold = {
        "propertyId": "CEO",
        "subjectStart": PELL.start + 1,
        "subjectEnd": PELL.end,
        "objectStart": 0,
        "objectEnd": 3,
    }
    document = {"fold": 1, "documentText": TEXT, "passages": [passage("CEO", facts=[gold])]}
    result = knowledgenet.score(Reader(), [document])
    # The chief executive is claimed at another place; employment was not annotated and does not count.
    assert result.tables["overlap"] == {"CEO": Tally(right=0, predicted=1, found=0, gold=1)}
    assert [miss.kind for miss in result.misses] == ["false", "missed"]


def test_knowledgenet_predictions_need_no_gold_and_keep_to_what_is_asked():
    bare = passage("CEO")
    del bare["facts"]
    (predicted,) = knowledgenet.predict(Reader(), [{"documentText": TEXT, "passages": [bare]}])
    (fact,) = predicted["passages"][0]["facts"]
    assert (fact["propertyId"], fact["subjectText"], fact["objectText"]) == ("CEO", "Pell", "Ines Roth")
    (predicted,) = knowledgenet.predict(Reader(), [{"documentText": TEXT, "passages": [bare]}], every_property=True)
    assert len(predicted["passages"][0]["facts"]) == 2


def test_fire_scores_four_relations_on_token_spans():
    labelled = {
        "tokens": "Ines Roth , chief executive of Pell".split(),
        "entities": [{"start": 0, "end": 2}, {"start": 6, "end": 7}, {"start": 3, "end": 5}],
        "relations": [{"head": 0, "tail": 1, "type": "Employeeof"}, {"head": 0, "tail": 2, "type": "Designation"}],
    }
    found = [SpanFact("Employeeof", (1, 2), (6, 7), 0.9), SpanFact("ActionBuy", (0, 2), (6, 7), 0.5)]
    result = fire.score_facts([(labelled, found)])
    assert total(result.tables["four relations"].values()) == Tally(right=1, predicted=2, found=1, gold=2)
    assert result.figures["four relations, overlap f1"] == pytest.approx(0.5)


# --- passages --------------------------------------------------------------------------------------------------------


def passages_tally(marked: str, *claims: Claim) -> Tally:
    """What one closed passage adds up to whose claims are given."""

    class ByHand:
        name, version = "by hand", "1"

        def extract(self, document):
            return extraction(*claims)

    result = passages.score("passages", ByHand(), [(labelled(marked, ["acquired 1 2"]), False)])
    return result.tables["closed half"]["every relation"]


def test_passages_leave_out_what_nobody_marked():
    marked = TEXT.replace("Vantorre", "[1:Company Vantorre]", 1).replace("Pell", "[2:Company Pell]", 1)
    assert passages_tally(marked, BOUGHT, MAY_BUY) == Tally(right=1, predicted=1, found=1, gold=1)
    backwards = claim("acquired", PELL, VANTORRE)
    assert passages_tally(marked, backwards) == Tally(right=0, predicted=1, found=0, gold=1)


def test_passages_leave_out_names_within_one_mark_and_groups_named_after_a_marked_company():
    within = TEXT.replace("Vantorre bought Pell", "[1:Company Vantorre bought Pell]", 1).replace(
        "Skarvoy", "[2:Company Skarvoy]"
    )
    assert passages_tally(within, BOUGHT) == Tally(gold=1)
    staff = Mention(entity="staff", name="Vantorre staff", type="Collective", mention="Vantorre", start=0, end=8)
    marked = TEXT.replace("Vantorre", "[1:Company Vantorre]", 1).replace("Pell", "[2:Company Pell]", 1)
    assert passages_tally(marked, claim("acquired", staff, PELL)) == Tally(gold=1)


# --- CORE ------------------------------------------------------------------------------------------------------------


def test_core_takes_class_and_direction_from_a_claim_between_the_pair():
    places, entities = ((VANTORRE.start, VANTORRE.end), (PELL.start, PELL.end)), ("vantorre", "pell")
    # acquired_by: the second buys the first. Here the first buys.
    assert core.choose([BOUGHT], places, entities) == core.Label("acquired_by", True, 0.9)
    assert core.choose([BOUGHT], places[::-1], entities[::-1]) == core.Label("acquired_by", False, 0.9)
    assert core.choose([MAY_BUY], places, entities).name == core.UNDEFINED
    denied = claim("acquired", VANTORRE, PELL, polarity="negated")
    assert core.choose([denied], places, entities).name == core.UNDEFINED
    partners = claim("partnerOf", PELL, VANTORRE, confidence=0.95)
    assert core.choose([BOUGHT, partners], places, entities).name == "collaboration"


def test_core_counts_our_classes_only_and_punishes_them_elsewhere():
    def pair(relation: str, inverted: int = 0):
        words = {"context": ["A", "B"], "e1_start": 0, "e1_end": 0, "e2_start": 1, "e2_end": 1}
        return {**words, "relation": relation, "invert_relation": inverted}

    label = core.Label("client_of")
    labelled = [
        (pair("client_of"), label),
        (pair("client_of", 1), label),
        (pair("competitor_of"), label),
        (pair("regulated_by"), core.Label()),
        (pair("merged_with"), core.Label()),
    ]
    result = core.score_labels(labelled)
    assert total(result.tables["class given the pair"].values()) == Tally(right=2, predicted=3, found=2, gold=3)
    assert result.figures["micro f1"] == pytest.approx(2 / 3)
    assert result.figures["micro f1, direction too"] == pytest.approx(1 / 3)


# --- tokens ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ('He said : " we wo n\'t sell " .', 'He said: "we won\'t sell".'),
        ("Bermuda - based Ironshore 's $ 12 m ( first ) deal", "Bermuda-based Ironshore's $12 m (first) deal"),
        ("shares rose - Dec. 30 , 1998", "shares rose - Dec. 30, 1998"),
    ],
)
def test_prose_from_tokens(tokens, text):
    assert prose(tokens.split()).text == text


def test_prose_knows_where_tokens_lie():
    text = prose(["The", "firm", "(", "Pell", ")", "grew"])
    assert text.text == "The firm (Pell) grew"
    assert text.text[slice(*text.characters(3, 4))] == "Pell"
    assert text.tokens(*text.characters(1, 4)) == (1, 4)
    assert text.tokens(3, 3) is None


# --- the report ------------------------------------------------------------------------------------------------------


def test_the_report_says_what_its_figures_are():
    result = PartResult("fire", {"four": {"ActionBuy": Tally(1, 2, 1, 1)}}, {"f1": 0.5}, judged=((0.9, True),))
    text = report.as_text([result])
    assert text.startswith("Development figures")
    assert "0.500  1.000  0.667" in text
    assert "ECE 0.100" in text


def test_what_is_only_possible_is_no_fact_for_the_fact_corpora():
    unnamed = (Attribution(kind=SourceKind.UNNAMED, start=0, end=8),)
    said = claim("founded", VANTORRE, PELL, attribution=unnamed, certainty="possible")
    assert knowledgenet.facts_in(extraction(said), 0, 999) == []
