"""Scores the labelled passages of business news: an open half to look at, and a closed half that gives sums only.

They were written for training, apart from the rules (`scripts/training/sentences/README.md`). A claim is right if its
relation holds between the two marked things that its sides overlap; what is said of unmarked things is left out, also
where their names lie within marked ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from app.extraction.engine import Engine
from app.model import Article, Claim, Mention, Value
from app.ontology import load_ontology
from app.pipeline import extract
from scripts.training.sentences_corpus import Labelled
from tests.benchmarks.gold_sets import describe
from tests.benchmarks.measures import Judged, Tally, total
from tests.benchmarks.results import Miss, PartResult

Key = tuple[str, str, str]
# What a claim about one thing alone says: its labels name no second.
_ALONE = "restructured"


@dataclass
class _Half:
    rows: dict[str, Tally] = field(default_factory=dict)
    judged: list[Judged] = field(default_factory=list)
    misses: list[Miss] = field(default_factory=list)


def score(part: str, engine: Engine, passages: Sequence[tuple[Labelled, bool]]) -> PartResult:
    """The passages of a part, each with whether it may be looked at."""
    halves = {True: _Half(), False: _Half()}
    for block, is_open in passages:
        _add(halves[is_open], engine, block)
    for half in halves.values():
        half.rows = dict(sorted(half.rows.items(), key=lambda row: -row[1].gold))
    return PartResult(
        part,
        {"open half": halves[True].rows, "closed half": {"every relation": total(halves[False].rows.values())}},
        judged=tuple(halves[False].judged),
        misses=tuple(halves[True].misses),
        notes=(f"{len(passages)} passages",),
    )


def judge(engine: Engine, block: Labelled) -> list[tuple[Claim, bool]]:
    """What an engine claims of marked things in a passage, each claim once, and whether it is right."""
    gold = _gold(block)
    return [(claim, key in gold) for key, claim in _made(engine, block).items()]


def _gold(block: Labelled) -> set[Key]:
    return {_key(*claim) for claim in block.claims if claim[0] != _ALONE}


def _made(engine: Engine, block: Labelled) -> dict[Key, Claim]:
    made: dict[Key, Claim] = {}
    for claim in extract(Article(text=block.text), engine).claims:
        if claim.relation != _ALONE and claim.object is not None:
            one, other = _marked(block, claim.subject), _marked(block, claim.object)
            # Marks do not lie in marks: where both sides stand on one ("the Leeds firm"), the second is unmarked.
            if one and other and one != other:
                made.setdefault(_key(claim.relation, one, other), claim)
    return made


def _add(half: _Half, engine: Engine, block: Labelled) -> None:
    gold, made = _gold(block), _made(engine, block)
    for key in gold | made.keys():
        tally = Tally(
            int(key in gold and key in made), int(key in made), int(key in gold and key in made), int(key in gold)
        )
        half.rows[key[0]] = half.rows.get(key[0], Tally()) + tally
    half.judged += [(claim.confidence, key in gold) for key, claim in made.items()]
    half.misses += _misses(block, gold, made)


def _misses(block: Labelled, gold: set[Key], made: dict[Key, Claim]) -> Iterator[Miss]:
    named = {entity: block.text[start:end] for entity, (start, end) in reversed(block.mentions)}
    for relation, one, other in sorted(gold - made.keys()):
        yield Miss("missed", f"{relation}({named[one]}; {named[other]})", block.text)
    for key in sorted(made.keys() - gold):
        yield Miss("false", describe(made[key]), block.text)


def _key(relation: str, subject: str, obj: str) -> Key:
    symmetric = load_ontology().relations[relation].symmetric
    one, other = sorted((subject, obj)) if symmetric else (subject, obj)
    return relation, one, other


def _marked(block: Labelled, side: Mention | Value) -> str | None:
    """The marked thing that most of a claim's side stands on, or that is called so; None if it is not marked."""
    common = {
        (min(side.end, end) - max(side.start, start), entity)
        for entity, (start, end) in block.mentions
        if start < side.end and side.start < end and _may_be(side, block.types[entity])
    }
    name = (side.name if isinstance(side, Mention) else side.value).lower()
    called = (entity for entity, (start, end) in block.mentions if block.text[start:end].lower() == name)
    return max(common)[1] if common else next(called, None)


def _may_be(side: Mention | Value, kind: str) -> bool:
    """Whether a side can be what is marked there: a nameless group ("former X staff") is not the X in its name."""
    return not isinstance(side, Mention) or side.type != "Collective" or kind == "Collective"
