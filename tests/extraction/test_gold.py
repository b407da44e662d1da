"""What the rule engine makes of the three seed articles and of the sentences on which such systems go wrong."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from app.documents.clean import segment
from app.extraction.spacy_engine import SpacyEngine
from app.model import Article, Extraction
from tests.conftest import SHARED
from tests.gold import Gold

ENGINE = SpacyEngine()


def extract(text: str, **known: str) -> Extraction:
    return ENGINE.extract(segment(Article(text=text, **known)))


def load(*parts: str) -> Any:
    path = SHARED.joinpath(*parts)
    return yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else []


SEEDS = load("gold", "seed-claims.yaml") or {}
TRAPS = load("traps", "traps.yaml")


@pytest.fixture(scope="module")
def seeds(shared_dir: Path) -> dict[str, Gold]:
    texts = {name: (shared_dir / "articles" / name).read_text(encoding="utf-8") for name in SEEDS}
    return {name: Gold(extract(text)) for name, text in texts.items()}


def items(section: str) -> list[Any]:
    return [
        pytest.param(name, item, id=f"{name[:3]}-{number}-{item['relation']}")
        for name, labels in SEEDS.items()
        for number, item in enumerate(labels.get(section) or [])
    ]


@pytest.mark.parametrize(("name", "item"), items("must"))
def test_finds_what_every_reader_would_record(seeds: dict[str, Gold], name: str, item: dict[str, Any]) -> None:
    gold = seeds[name]
    assert gold.found(item), [(gold.faults(item, claim), claim) for claim in gold.about(item)]


@pytest.mark.parametrize(("name", "item"), items("never"))
def test_states_nothing_that_the_article_does_not(seeds: dict[str, Gold], name: str, item: dict[str, Any]) -> None:
    assert not seeds[name].violations(item)


def test_finds_most_of_what_a_good_reader_would_record(seeds: dict[str, Gold]) -> None:
    wanted = [(name, item) for name, labels in SEEDS.items() for item in labels.get("should") or []]
    found = [item for name, item in wanted if seeds[name].found(item)]
    assert len(found) >= 0.8 * len(wanted)


@pytest.mark.parametrize("trap", TRAPS, ids=[trap["id"] for trap in TRAPS])
def test_avoids_the_trap(trap: dict[str, Any]) -> None:
    gold = Gold(extract(trap["text"]))
    missed = [item for item in trap["must"] if not gold.found(item)]
    stated = [claim for item in trap["never"] for claim in gold.violations(item)]
    assert (missed, stated) == ([], [])
