"""Third-party texts: how many of the claims made there are true, of every relation.

The corpora label a few relations each; here readers judged every claim that was made on a sample of their texts.
Texts of even number are open to be looked at, of the others only sums are shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from app.extraction.engine import Engine
from app.model import Article, Claim
from app.pipeline import extract
from tests.benchmarks.audit.texts import is_open, texts_of
from tests.benchmarks.audit.verdicts import UNSURE, WRONG, Core, Text, Verdict, core_of, detail, details_of, read
from tests.benchmarks.gold_sets import describe
from tests.benchmarks.measures import Judged, Tally, bootstrap, share, total
from tests.benchmarks.results import Miss, PartResult


@dataclass
class Outcome:
    """What is claimed of one text, against its verdicts."""

    rows: dict[str, Tally] = field(default_factory=dict)
    judged: list[Judged] = field(default_factory=list)
    misses: list[Miss] = field(default_factory=list)
    sound: int = 0
    """True claims without a false detail."""
    unjudged: int = 0


def score(engine: Engine, texts: Mapping[Text, Sequence[Verdict]]) -> PartResult:
    """The audited texts, each with its verdicts."""
    halves: dict[bool, list[Outcome]] = {True: [], False: []}
    for (corpus, item), verdicts in texts.items():
        halves[is_open(item)].append(_outcome(engine, texts_of(corpus)[item], verdicts))
    both = halves[True] + halves[False]
    return PartResult(
        "audit",
        {"open half": _by_relation(halves[True]), "closed half": {"every relation": _total(halves[False])}},
        _figures(halves),
        {f"{name} precision": i for name, half in _NAMED.items() for i in [_interval(halves[half])] if i},
        judged=tuple(judged for outcome in both for judged in outcome.judged),
        misses=tuple(miss for outcome in halves[True] for miss in outcome.misses),
        notes=(f"{len(texts)} texts",),
    )


_NAMED = {"open half": True, "closed half": False}


def judged(engine: Engine, *, of_open: bool) -> Iterator[tuple[Claim, bool]]:
    """What an engine claims on the open or the closed texts, where a verdict is sure, and whether it is true."""
    texts = read()
    for (corpus, item), verdicts in texts.items():
        for claim in extract(Article(text=texts_of(corpus)[item]), engine).claims if is_open(item) == of_open else ():
            verdict = _of(claim, verdicts)
            if verdict is not None and verdict.verdict != UNSURE:
                yield claim, verdict.true


def _outcome(engine: Engine, text: str, verdicts: Sequence[Verdict]) -> Outcome:
    outcome, true = Outcome(), {v.core for v in verdicts if v.true}
    made: dict[Core, Claim] = {}
    for claim in extract(Article(text=text), engine).claims:
        core = core_of(claim)
        verdict = _of(claim, verdicts)
        if verdict is None:
            outcome.unjudged += 1
            outcome.misses.append(Miss("unjudged", describe(claim), text))
        elif verdict.verdict != UNSURE and core not in made:
            _count(outcome, claim, verdict, text)
        made.setdefault(core, claim)
    for core in sorted(true - made.keys()):
        outcome.misses.append(Miss("lost", f"{core[0]}({core[1]}; {core[2]})", text))
    for relation in {core[0] for core in true}:
        mine = {core for core in true if core[0] == relation}
        tally = Tally(found=len(mine & made.keys()), gold=len(mine))
        outcome.rows[relation] = outcome.rows.get(relation, Tally()) + tally
    return outcome


def _count(outcome: Outcome, claim: Claim, verdict: Verdict, text: str) -> None:
    """One judged claim: whether it is true, and whether what was false about it still stands."""
    tally = Tally(right=int(verdict.true), predicted=1)
    outcome.rows[claim.relation] = outcome.rows.get(claim.relation, Tally()) + tally
    outcome.judged.append((claim.confidence, verdict.true))
    if not verdict.true:
        outcome.misses.append(Miss(f"false ({' '.join(verdict.faults)})", describe(claim), text))
        return
    now = details_of(claim)
    kept = [key for key in verdict.faults if detail(now, key) == detail(verdict.details, key)]
    outcome.sound += not kept
    if kept:
        outcome.misses.append(Miss(f"false {' '.join(kept)}", describe(claim), text))


def _of(claim: Claim, verdicts: Sequence[Verdict]) -> Verdict | None:
    """The verdict on a claim: on the very same one, or else the best on one between the same two."""
    core, details = core_of(claim), details_of(claim)
    same = [verdict for verdict in verdicts if verdict.core == core]
    exact = [verdict for verdict in same if verdict.details == details]
    order = {WRONG: 2, UNSURE: 1}
    return min(exact or same, key=lambda verdict: order.get(verdict.verdict, 0), default=None)


def _by_relation(outcomes: Sequence[Outcome]) -> dict[str, Tally]:
    rows: dict[str, Tally] = {}
    for outcome in outcomes:
        for relation, tally in outcome.rows.items():
            rows[relation] = rows.get(relation, Tally()) + tally
    return dict(sorted(rows.items(), key=lambda row: -row[1].gold))


def _total(outcomes: Sequence[Outcome]) -> Tally:
    return total(tally for outcome in outcomes for tally in outcome.rows.values())


def _figures(halves: Mapping[bool, Sequence[Outcome]]) -> dict[str, float | int | None]:
    figures: dict[str, float | int | None] = {}
    for name, half in _NAMED.items():
        tally = _total(halves[half])
        figures[f"{name} precision"] = tally.precision
        figures[f"{name} no detail false"] = share(sum(o.sound for o in halves[half]), tally.predicted)
        figures[f"{name} unjudged"] = sum(outcome.unjudged for outcome in halves[half])
    return figures


def _interval(outcomes: Sequence[Outcome]) -> tuple[float, float] | None:
    return bootstrap(outcomes, lambda drawn: {"precision": _total(drawn).precision}).get("precision")
