"""Scores the news set on its core slots, and status, phase, details and time on the claims whose core is right.

The unit of precision is what an article says, not how often: claims of one article that agree in relation, both
entities, title, responsibility, status and phase are one unit. A unit is right when an item of `must` has its core, is
left out when only an item of `should` has it, and is wrong otherwise. Items and units are paired one to one for recall.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.extraction.engine import Engine
from app.model import Article, Claim, Extraction, Mention
from app.ontology import load_ontology
from app.pipeline import extract
from tests.benchmarks.gold_sets import describe, describe_item
from tests.benchmarks.measures import Judged, Tally, bootstrap, matched, share, total
from tests.benchmarks.results import Figure, Miss, PartResult
from tests.gold import EXACT, TEXTS, TIMES, Gold, options

Labels = Mapping[str, Any]
Unit = tuple[Claim, ...]

# A claim with one of these statuses is taken as so; one with those must not be.
_AS_SO = frozenset({"asserted", "stated"})
_NOT_SO = frozenset({"possible", "question", "denied", "negated", "reported"})
# What is measured on a pair of item and claim beyond the core, and the keys of an item that belong to it.
_ASPECTS: Mapping[str, frozenset[str]] = {
    "phase": frozenset({"phase"}),
    "details": frozenset({*TEXTS, *EXACT}),
    "time": frozenset({*TIMES, "duration"}),
    "attribution": frozenset({"attribution"}),
    "evidence": frozenset({"quote"}),
}


@dataclass(frozen=True)
class ArticleScore:
    """What is counted of one article; the sum over articles gives every figure."""

    tallies: Mapping[str, Tally]
    counts: Counter[str]
    judged: tuple[Judged, ...] = ()
    misses: tuple[Miss, ...] = field(default=())


def score_news(
    engine: Engine, articles: Sequence[tuple[Article, Labels]], *, part: str = "dev", aggregates_only: bool = False
) -> PartResult:
    """The labelled articles. With `aggregates_only` nothing that could tell one article from another is handed back."""
    scores = [score_article(extract(article, engine), labels) for article, labels in articles]
    tables = _tables(scores)
    if aggregates_only:
        tables = {"core slots": {"every relation": total(tables["core slots"].values())}}
    return PartResult(
        f"news {part}",
        tables,
        {**_ratios(scores), **_sums(scores)},
        bootstrap(scores, _ratios),
        tuple(judged for score in scores for judged in score.judged),
        () if aggregates_only else tuple(miss for score in scores for miss in score.misses),
        (f"{len(scores)} articles",),
    )


def score_article(extraction: Extraction, labels: Labels) -> ArticleScore:
    """One article's units against its items."""
    gold = Gold(extraction)
    must, should = list(labels.get("must") or []), list(labels.get("should") or [])
    units = units_of(extraction.claims)
    cores = [[number for number, item in enumerate(must) if gold.same_arguments(item, unit[0])] for unit in units]
    excused = [any(gold.same_arguments(item, unit[0]) for item in should) for unit in units]
    pairs = _pairs(gold, must, units, cores)
    return ArticleScore(
        _tallies(must, units, cores, excused, set(pairs.values())),
        _counts(gold, [*must, *should], labels, units, cores, [(must[i], units[u]) for u, i in pairs.items()]),
        tuple(
            (max(claim.confidence for claim in unit), bool(core))
            for unit, core, excuse in zip(units, cores, excused, strict=True)
            if core or not excuse
        ),
        tuple(_misses(gold, [*must, *should], labels, units, cores, excused, pairs, len(must))),
    )


def units_of(claims: Iterable[Claim]) -> list[Unit]:
    """The claims grouped into what is said once: same relation, entities, role, status and phase."""
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        obj = claim.object
        sides = [
            claim.subject.entity,
            "" if obj is None else obj.entity if isinstance(obj, Mention) else obj.value.lower(),
        ]
        if load_ontology().relations[claim.relation].symmetric:
            sides.sort()
        role = [claim.qualifiers.get(name, "").lower() for name in ("title", "responsibility")]
        groups.setdefault((claim.relation, *sides, *role, claim.status, claim.phase), []).append(claim)
    return [tuple(group) for group in groups.values()]


def _pairs(gold: Gold, must: Sequence[Labels], units: Sequence[Unit], cores: Sequence[Sequence[int]]) -> dict[int, int]:
    """Units paired with items of the same core; those that agree in status, then in most keys, first."""

    def disagreement(pair: tuple[int, int]) -> tuple[bool, int]:
        faults = _best_faults(gold, must[pair[1]], units[pair[0]])
        return "status" in faults, len(faults)

    candidates = [(unit, item) for unit, items in enumerate(cores) for item in items]
    return matched(sorted(candidates, key=disagreement))


def _best_faults(gold: Gold, item: Labels, unit: Unit) -> list[str]:
    """The keys in which the best claim of a unit differs from an item of the same core."""
    return min((gold.faults(item, claim) for claim in unit), key=len)


def _tallies(
    must: Sequence[Labels],
    units: Sequence[Unit],
    cores: Sequence[Sequence[int]],
    excused: Sequence[bool],
    found: set[int],
) -> dict[str, Tally]:
    rows: dict[str, Tally] = {}

    def add(row: str, tally: Tally) -> None:
        rows[row] = rows.get(row, Tally()) + tally

    for number, item in enumerate(must):
        add(str(options(item["relation"])[0]), Tally(found=int(number in found), gold=1))
    for unit, core, excuse in zip(units, cores, excused, strict=True):
        if core or not excuse:
            add(unit[0].relation, Tally(right=int(bool(core)), predicted=1))
    return rows


def _counts(
    gold: Gold,
    items: Sequence[Labels],
    labels: Labels,
    units: Sequence[Unit],
    cores: Sequence[Sequence[int]],
    pairs: Sequence[tuple[Labels, Unit]],
) -> Counter[str]:
    counts: Counter[str] = Counter({"units": len(units)})
    for unit, core in zip(units, cores, strict=True):
        if core:
            counts["status checked"] += 1
            counts["status right"] += status_is_right(gold, items, unit)
        counts["false assertions"] += is_false_assertion(gold, items, unit)
    for item in labels.get("never") or []:
        counts["never"] += 1
        counts["never broken"] += bool(gold.violations(item))
    for item, unit in pairs:
        faults = set(_best_faults(gold, item, unit))
        for aspect, keys in _ASPECTS.items():
            for key in keys & item.keys():
                counts[f"{aspect} checked"] += 1
                counts[f"{aspect} right"] += key not in faults
    return counts


def status_is_right(gold: Gold, items: Sequence[Labels], unit: Unit) -> bool:
    """Whether an item with the unit's core has its status."""
    return any(unit[0].status.value in options(item["status"]) for item in items if gold.same_arguments(item, unit[0]))


def is_false_assertion(gold: Gold, items: Sequence[Labels], unit: Unit) -> bool:
    """Whether a hedge, denial, question or hearsay is recorded as so: every item with this core says otherwise."""
    said = [set(options(item["status"])) for item in items if gold.same_arguments(item, unit[0])]
    return unit[0].status.value in _AS_SO and bool(said) and all(statuses <= _NOT_SO for statuses in said)


def _misses(
    gold: Gold,
    items: Sequence[Labels],
    labels: Labels,
    units: Sequence[Unit],
    cores: Sequence[Sequence[int]],
    excused: Sequence[bool],
    pairs: Mapping[int, int],
    musts: int,
) -> Iterable[Miss]:
    for number, item in enumerate(items[:musts]):
        if number not in pairs.values():
            yield Miss("missed", describe_item(item), item["quote"])
    for unit, core, excuse in zip(units, cores, excused, strict=True):
        claim = unit[0]
        if not core and not excuse:
            yield Miss("false", f"{describe(claim)} [{claim.confidence:.2f}]", claim.evidence[0].text)
        elif core and not status_is_right(gold, items, unit):
            wanted = "; ".join(describe_item(item) for item in items if gold.same_arguments(item, claim))
            yield Miss("status", f"{describe(claim)} -- wanted {wanted}", claim.evidence[0].text)
        if is_false_assertion(gold, items, unit):
            yield Miss("false assertion", describe(claim), claim.evidence[0].text)
    for unit_number, item_number in pairs.items():
        faults = [f for f in _best_faults(gold, items[item_number], units[unit_number]) if f != "status"]
        if faults:
            what = f"{describe(units[unit_number][0])} -- wanted {describe_item(items[item_number])}"
            yield Miss("detail: " + ", ".join(faults), what, items[item_number]["quote"])
    for item in labels.get("never") or []:
        for claim in gold.violations(item):
            yield Miss("never", f"{describe(claim)} -- {item.get('why', '')}", claim.evidence[0].text)


# --- sums over articles ----------------------------------------------------------------------------------------------


def _tables(scores: Sequence[ArticleScore]) -> dict[str, dict[str, Tally]]:
    rows: dict[str, Tally] = {}
    for score in scores:
        for row, tally in score.tallies.items():
            rows[row] = rows.get(row, Tally()) + tally
    return {"core slots": dict(sorted(rows.items()))}


def _sums(scores: Sequence[ArticleScore]) -> dict[str, Figure]:
    counts = sum((score.counts for score in scores), Counter[str]())
    return {name: counts[name] for name in ("units", "false assertions", "never", "never broken")}


def _ratios(scores: Sequence[ArticleScore]) -> dict[str, float | None]:
    everything = total(tally for score in scores for tally in score.tallies.values())
    counts = sum((score.counts for score in scores), Counter[str]())
    of: Callable[[str, str], float | None] = lambda part, whole: share(counts[part], counts[whole])  # noqa: E731
    return {
        "precision": everything.precision,
        "recall": everything.recall,
        "f1": everything.f1,
        "status accuracy": of("status right", "status checked"),
        **{f"{aspect} accuracy": of(f"{aspect} right", f"{aspect} checked") for aspect in _ASPECTS},
        "false assertion share": of("false assertions", "units"),
    }
