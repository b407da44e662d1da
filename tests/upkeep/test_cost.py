"""What one more article costs, counted in look-ups and quads and not in time, does not grow with the graph."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.benchmarks.facts.benchmark import Measured, main, measure


@pytest.fixture(scope="module")
def measured() -> list[Measured]:
    return measure((50, 400), 2, folder=None, with_rebuild=False)


@pytest.mark.parametrize("kind", ["new facts", "known facts", "removal"])
def test_an_article_on_what_is_everywhere_costs_the_same_in_a_larger_graph(measured: list[Measured], kind: str) -> None:
    small, large = (replace(found.costs[kind], cpu=0, wall=0) for found in measured)
    assert measured[1].quads > 5 * measured[0].quads
    assert small == large
    assert small.facts == 4


def test_the_benchmark_prints_a_row_a_graph(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--sizes", "20,30", "--rounds", "1", "--json", str(tmp_path / "found.json")]) == 0
    printed = capsys.readouterr().out
    assert printed.count("        30 ") == 5  # four kinds of article, and the rebuild
    assert "ms an article" in printed
    assert '"articles": 20' in (tmp_path / "found.json").read_text(encoding="utf-8")
