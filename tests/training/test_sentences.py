"""The labelled sentences for training are well formed, all different, and cover every relation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.vocab import RELATIONS

FOLDER = Path(__file__).parents[2] / "scripts" / "training" / "sentences"
MENTION = re.compile(r"\[(\d+):(\w+) ([^\[\]]+)\]")
ORGANIZATIONS = {"Company", "Organization", "OrganizationUnit", "Collective"}
TYPES = ORGANIZATIONS | {"Person", "Product", "Place", "Topic", "Date", "Name"}
PEOPLE = {"Person", "Collective"}
AGENTS = ORGANIZATIONS | {"Person"}
STATUSES = {"planned", "ended", "possible", "reported", "question", "negated", "denied"}
SUBJECTS = {
    "heldRole": PEOPLE,
    "memberOf": PEOPLE,
    "joined": PEOPLE,
    "left": PEOPLE,
    "succeeded": PEOPLE,
    "founded": AGENTS,
    "investedIn": AGENTS,
    "ownsStakeIn": AGENTS,
    "acquired": AGENTS,
    "dissatisfiedWith": AGENTS,
}
OBJECTS = {
    "succeeded": PEOPLE,
    "foundingDate": {"Date"},
    "formerName": {"Name"},
    "headquarteredIn": {"Place"},
    "specializesIn": {"Topic"},
    "focusesOn": {"Topic"},
    "makesProduct": {"Product"},
}


@dataclass(frozen=True)
class Block:
    where: str
    marked: str
    claims: list[list[str]]

    @property
    def text(self) -> str:
        return MENTION.sub(r"\3", self.marked)

    @property
    def types(self) -> dict[str, str]:
        return {number: kind for number, kind, _ in MENTION.findall(self.marked)}


def blocks() -> Iterator[Block]:
    for path in sorted(FOLDER.glob("*.txt")):
        for number, block in enumerate(path.read_text(encoding="utf-8").strip().split("\n\n"), 1):
            marked, *claims = block.split("\n")
            yield Block(f"{path.name}, block {number}", marked, [claim.split() for claim in claims])


@pytest.fixture(scope="module")
def corpus() -> list[Block]:
    return list(blocks())


def test_every_mention_is_well_formed(corpus: list[Block]) -> None:
    for block in corpus:
        assert not re.search(r"[\[\]]", block.text), block.where
        assert all(text == text.strip() for _, _, text in MENTION.findall(block.marked)), block.where
        assert set(block.types.values()) <= TYPES, block.where
        assert len({(n, kind) for n, kind, _ in MENTION.findall(block.marked)}) == len(block.types), block.where


def test_every_claim_is_of_the_closed_list_and_between_marked_entities(corpus: list[Block]) -> None:
    for block in corpus:
        seen = set()
        for relation, *rest in block.claims:
            where = f"{block.where}: {relation} {' '.join(rest)}"
            assert relation in RELATIONS, where
            size = 1 if relation == "restructured" else 2
            ends, statuses = rest[:size], rest[size:]
            assert len(ends) == size == len(set(ends)), where
            assert len(statuses) <= 1, where
            assert set(statuses) <= STATUSES, where
            assert block.types[ends[0]] in SUBJECTS.get(relation, ORGANIZATIONS), where
            assert size == 1 or block.types[ends[1]] in OBJECTS.get(relation, ORGANIZATIONS), where
            assert (relation, *ends) not in seen, where
            seen.add((relation, *ends))


def test_no_sentence_stands_twice(corpus: list[Block]) -> None:
    counts = Counter(re.sub(r"\W+", " ", block.text).casefold() for block in corpus)
    assert [text for text, count in counts.items() if count > 1] == []


def test_every_relation_has_its_share(corpus: list[Block]) -> None:
    counts = Counter(relation for block in corpus for relation in {claim[0] for claim in block.claims})
    assert {relation: counts[relation] for relation in RELATIONS if counts[relation] < 30} == {}
    assert len(corpus) >= 1200
    assert sum(not block.claims for block in corpus) >= 200
