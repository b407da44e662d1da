"""Scores the seed articles and the traps: every `must`, most of `should`, no `never`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from app.extraction.engine import Engine
from app.model import Article, Claim, Extraction, Mention
from app.pipeline import extract
from tests.benchmarks.measures import share
from tests.benchmarks.results import Figure, Miss, PartResult
from tests.gold import Gold, options

Labels = Mapping[str, Any]


def score_seeds(engine: Engine, articles: Iterable[tuple[Article, Labels]]) -> PartResult:
    """The seed articles against their gold claims, every key checked."""
    return score("seeds", ((extract(article, engine), labels) for article, labels in articles))


def score_traps(engine: Engine, traps: Iterable[Labels]) -> PartResult:
    """The trap sentences, each read as an article of its own without a date."""
    return score("traps", ((extract(Article(text=trap["text"]), engine), trap) for trap in traps))


def score(name: str, labelled: Iterable[tuple[Extraction, Labels]]) -> PartResult:
    """Extractions against items that have to be met in every key that they give."""
    counts: Counter[str] = Counter()
    misses: list[Miss] = []
    for extraction, labels in labelled:
        gold = Gold(extraction)
        for section in ("must", "should"):
            missed = [item for item in labels.get(section) or [] if not gold.found(item)]
            counts[section] += len(labels.get(section) or [])
            counts[f"{section} missed"] += len(missed)
            misses += [_missed(section, item, gold, labels) for item in missed]
        for item in labels.get("never") or []:
            broken = gold.violations(item)
            counts["never"] += 1
            counts["never broken"] += bool(broken)
            misses += [Miss("never", describe(claim), claim.evidence[0].text) for claim in broken]
    figures: dict[str, Figure] = {}
    for section in ("must", "should"):
        if counts[section]:
            found = counts[section] - counts[f"{section} missed"]
            figures |= {f"{section} found": share(found, counts[section]), f"{section} missed": counts[section] - found}
    figures |= {"never broken": counts["never broken"], "never": counts["never"]}
    return PartResult(name, figures=figures, misses=tuple(misses))


def _missed(section: str, item: Labels, gold: Gold, labels: Labels) -> Miss:
    """A missed item, with what the claims about the same pair get wrong."""
    near = "; ".join(
        f"{describe(claim)} differs in {', '.join(gold.faults(item, claim))}" for claim in gold.about(item)
    )
    return Miss(f"{section} missed", describe_item(item) + (f" -- {near}" if near else ""), _sentence(item, labels))


def _sentence(item: Labels, labels: Labels) -> str:
    return str(item.get("quote") or labels.get("text") or "")


def describe_item(item: Labels) -> str:
    """A gold item on one line."""
    known = ("relation", "subject", "object", "quote", "why")
    sides = [" or ".join(map(str, options(item.get(key, "-")))) for key in known[:3]]
    rest = [f"{key}={item[key]}" for key in item if key not in known]
    return f"{sides[0]}({sides[1]}; {sides[2]}) {' '.join(rest)}".rstrip()


def describe(claim: Claim) -> str:
    """A claim on one line."""
    obj = claim.object
    name = obj.name if isinstance(obj, Mention) else obj.value if obj is not None else "-"
    rest = [f"{key}={value}" for key, value in claim.qualifiers.items()]
    rest += [f"{key}={value['edtf']}" for key, value in _times(claim).items()]
    words = [f"{claim.relation}({claim.subject.name}; {name})", claim.status.value, claim.phase.value, *rest]
    return " ".join(words)


def _times(claim: Claim) -> dict[str, Any]:
    times = claim.time.model_dump(exclude_none=True)
    return {key: value for key, value in times.items() if isinstance(value, dict) and "edtf" in value}
