from __future__ import annotations

from pathlib import Path

import pytest

from app.store.embedded import EmbeddedStore
from app.vocab import Iris
from tests.cli.conftest import Run
from tests.resolution.making import Report
from tests.test_rulings import Told


@pytest.fixture
def alike(run: Run) -> Run:
    """A store with two firms that may be one."""
    from app.pipeline import ingest

    reports = [Report("a").says("Umbra", "acquired", "Juno"), Report("b").says("Umbra Holdings", "investedIn", "Juno")]
    store = EmbeddedStore(Path("store"))
    ingest(store, Iris(), [report.article for report in reports], Told(reports))
    store.close()
    return run


def test_review_lists_a_pair_until_it_is_merged_and_again_after_the_split(alike: Run) -> None:
    shown = alike("entities", "review")
    assert shown.code == 0
    assert "organization/umbra  organization/umbra-holdings" in shown.out
    assert "+ shared neighbours: Juno" in shown.out
    assert alike("entities", "merge", "organization/umbra", "organization/umbra-holdings").code == 0
    assert alike("entities", "review", "--json").json() == []
    assert alike("entities", "split", "organization/umbra").code == 0
    (pair,) = alike("entities", "review", "--json").json()
    assert pair["other"]["name"] == "Umbra Holdings"


def test_names_do_for_ids_where_they_are_nobody_elses(alike: Run) -> None:
    assert alike("entities", "merge", "Umbra Holdings", "umbra").code == 0
    assert alike("entities", "review", "--json").json() == []
    assert alike("entities", "split", "Umbra Holdings", "organization/umbra").code == 0
    refused = alike("entities", "merge", "Umbra", "Umbr")
    assert refused.code != 0
    assert "by the name 'Umbr'" in refused.err


def test_an_entity_that_is_not_there_is_named(alike: Run) -> None:
    refused = alike("entities", "merge", "organization/umbra", "organization/nobody")
    assert refused.code != 0
    assert "organization/nobody" in refused.err
    assert "Traceback" not in refused.err


def test_what_was_known_by_a_day_can_be_exported(alike: Run) -> None:
    now, before = alike("export", "turtle"), alike("export", "turtle", "--known-by", "1999-12-31")
    assert now.code == before.code == 0
    assert "organization/umbra" in now.out
    assert "organization/umbra" not in before.out
