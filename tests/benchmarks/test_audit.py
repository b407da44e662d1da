"""The scoring of judged claims: what stands, what is lost, what nobody has judged."""

from __future__ import annotations

import pytest

from app.extraction.engine import load_engine
from tests.benchmarks.audit import score as audit
from tests.benchmarks.audit import sheets
from tests.benchmarks.audit.texts import CORPORA, texts_of
from tests.benchmarks.audit.verdicts import DETAIL, RIGHT, UNSURE, WRONG, Verdict, detail, read

TEXT = "Bellwick acquired Ormstead in 2019. Ormstead was founded by Jane Harker."
BOUGHT = ("acquired", "Bellwick", "Ormstead")
FOUNDED = ("founded", "Jane Harker", "Ormstead")


@pytest.fixture
def scored(monkeypatch):
    monkeypatch.setattr(audit, "texts_of", lambda corpus: [TEXT, TEXT])

    def score(*verdicts, item=0):
        return audit.score(load_engine("rules"), {("core", item): verdicts})

    return score


def test_true_and_false_claims_are_told_apart(scored):
    result = scored(
        Verdict(BOUGHT, "asserted completed date=2019", RIGHT),
        Verdict(FOUNDED, "asserted completed", WRONG, ("other",)),
    )
    assert result.figures["open half precision"] == 0.5
    assert [miss.kind for miss in result.misses] == ["false (other)"]


def test_a_true_claim_with_a_false_detail_counts_and_is_named_until_the_detail_goes(scored):
    standing = scored(Verdict(BOUGHT, "asserted completed date=2019", DETAIL, ("date",)))
    assert standing.figures["open half precision"] == 1.0
    assert standing.figures["open half no detail false"] == 0.0
    mended = scored(Verdict(BOUGHT, "asserted completed date=2018", DETAIL, ("date",)))
    assert mended.figures["open half no detail false"] == 1.0


def test_what_is_no_longer_claimed_is_lost_and_what_nobody_judged_is_counted(scored):
    result = scored(Verdict(("acquired", "Ormstead", "Bellwick"), "asserted completed", RIGHT))
    assert {miss.kind for miss in result.misses} == {"lost", "unjudged"}
    assert result.figures["open half unjudged"] == 2
    assert result.tables["open half"]["acquired"].recall == 0.0


def test_an_unsure_verdict_counts_for_nothing(scored):
    result = scored(Verdict(BOUGHT, "asserted completed date=2019", UNSURE), item=1)
    assert result.figures["closed half precision"] is None
    assert not result.misses


@pytest.mark.parametrize(
    ("key", "value"),
    [("status", "stated"), ("phase", "ended"), ("title", "head of sales"), ("start", "2010"), ("end", "")],
)
def test_details_are_found_by_name(key, value):
    assert detail("stated ended title=head of sales start=2010", key) == value


@pytest.mark.usefixtures("shared_dir")
def test_every_verdict_stands_on_a_text_of_the_corpora():
    texts = {corpus: texts_of(corpus) for corpus in CORPORA}
    verdicts = read()
    assert len(verdicts) > 600
    for (corpus, item), judged in verdicts.items():
        assert {verdict.verdict for verdict in judged} <= {RIGHT, DETAIL, WRONG, UNSURE}
        assert any(verdict.core[1].split()[-1] in texts[corpus][item] for verdict in judged)


def test_what_a_reader_says_of_a_sheet_becomes_verdicts():
    claims = [Verdict(BOUGHT, "asserted completed date=2019", UNSURE), Verdict(FOUNDED, "asserted completed", UNSURE)]
    written = sheets.sheet(("core", 7), TEXT, claims)
    assert written.splitlines()[:2] == ["### core 7", TEXT]
    taken = sheets.judged(written, "core:7:1\twrong subject\ncore:7:0\tdetail date, phase\n")
    assert taken == {
        ("core", 7): [
            Verdict(BOUGHT, "asserted completed date=2019", DETAIL, ("date", "phase")),
            Verdict(FOUNDED, "asserted completed", WRONG, ("subject",)),
        ]
    }


@pytest.mark.parametrize("said", ["core:7:0\tmaybe", "", "core:7:0\tright\ncore:7:1\tright"])
def test_a_sheet_that_is_not_judged_as_it_should_be_is_refused(said):
    written = sheets.sheet(("core", 7), TEXT, [Verdict(BOUGHT, "asserted completed", UNSURE)])
    with pytest.raises(ValueError, match="core:7:"):
        sheets.judged(written, said)


def test_verdicts_are_written_as_they_are_read(tmp_path):
    verdicts = read()
    sheets.write(sheets.with_verdicts(verdicts, {}), tmp_path / "verdicts.tsv")
    assert read(tmp_path / "verdicts.tsv") == verdicts


@pytest.mark.usefixtures("shared_dir")
def test_a_drawn_sheet_holds_texts_that_nobody_has_judged(capsys):
    assert sheets.main(["draw", "--claims", "3", "--seed", "5"]) == 0
    texts = [line for line in capsys.readouterr().out.splitlines() if line.startswith("### ")]
    assert texts
    assert not {tuple(line.split()[1:]) for line in texts} & {(corpus, str(item)) for corpus, item in read()}
