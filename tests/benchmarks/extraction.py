"""The benchmark of extraction: which parts there are, and the command line that runs them."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from app.extraction.engine import DEFAULT_ENGINE, Engine, load_engine
from app.extraction.learned.reading import Reader, read
from tests.benchmarks import (
    anaphora,
    core,
    corpora,
    fire,
    gold_sets,
    knowledgenet,
    news,
    passages,
    renamed,
    report,
    speed,
)
from tests.benchmarks.audit import score as audit
from tests.benchmarks.audit import verdicts
from tests.benchmarks.folds import FOLDS
from tests.benchmarks.reading import PronounReader
from tests.benchmarks.results import PartResult

# To add a part: a module with a function from the engine to a `PartResult`, and its name here.
PARTS: Mapping[str, Callable[[Engine, int | None], PartResult]] = {
    "seeds": lambda engine, limit: gold_sets.score_seeds(engine, corpora.sample(corpora.seed_articles(), limit)),
    "traps": lambda engine, limit: gold_sets.score_traps(engine, corpora.sample(corpora.traps(), limit)),
    "news": lambda engine, limit: news.score_news(engine, corpora.sample(corpora.news("dev"), limit)),
    "renamed": lambda engine, limit: renamed.score(engine, corpora.sample(corpora.news("dev"), limit), part="dev"),
    "plain": lambda engine, limit: passages.score("plain", engine, corpora.sample(corpora.passages("plain"), limit)),
    "passages": lambda engine, limit: passages.score(
        "passages", engine, corpora.sample(corpora.passages("news"), limit)
    ),
    "anaphora": lambda engine, limit: anaphora.score(engine, corpora.sample(corpora.passages("*"), limit)),
    "audit": lambda engine, limit: audit.score(engine, dict(corpora.sample(list(verdicts.read().items()), limit))),
    "knowledgenet": lambda _, limit: knowledgenet.score(
        PronounReader(), corpora.sample(knowledgenet.usable(corpora.knowledgenet()), limit)
    ),
    "core": lambda _, limit: core.score(corpora.sample(corpora.core(), limit)),
    "fire": lambda engine, limit: fire.score(engine, corpora.sample(corpora.fire(), limit)),
    "speed": lambda engine, limit: speed.score(engine, [a for a, _ in corpora.sample(corpora.news("dev"), limit)]),
}


# The parts whose corpora the learned reader was trained on.
LEARNED: Mapping[str, Callable[[Engine, Mapping[int, Reader]], PartResult]] = {
    "knowledgenet": lambda _, readers: knowledgenet.score(
        PronounReader(), knowledgenet.usable(corpora.knowledgenet()), readers
    ),
    "core": lambda _, readers: core.score(corpora.core(), readers),
    "fire": lambda engine, readers: fire.score(engine, corpora.fire(), readers),
}

HELD_OUT: Mapping[str, int | None] = {
    "heldout": None,
    "heldout, first hand": 1,
    "heldout, second hand": 2,
    "heldout, third hand": 3,
    "heldout, further hands": 4,
    "heldout, seven more hands": 5,
    "heldout, newest hands": 6,
    "heldout, web hands": 7,
}


def run(
    parts: Sequence[str],
    *,
    limit: int | None = None,
    heldout: bool = False,
    folds: Path | None = None,
    engine: str = DEFAULT_ENGINE,
) -> list[PartResult]:
    """The named parts, in order. With `heldout` also the articles that nobody tuning may see: their sums only.

    `folds` is the work folder of `scripts/train cross-validate`: each fold of a corpus is then read by a reader that
    was trained on the others. Without it the corpora are read by the rules alone.
    """
    reading = load_engine(engine)
    work = {name: PARTS[name] for name in parts}
    if folds is not None:
        readers = readers_of(folds)
        work |= {name: _by_fold(LEARNED[name], readers) for name in parts if name in LEARNED}
    if heldout:
        work |= {f"news {part}": _held_out(part, hand) for part, hand in HELD_OUT.items()}
        if "renamed" in parts:
            work["renamed heldout"] = _held_out_renamed
    results = []
    for name, measure in work.items():
        start = time.process_time()
        results.append(measure(reading, limit))
        print(f"{name}: {time.process_time() - start:.0f} CPU seconds", file=sys.stderr)
    return results


def _held_out(part: str, hand: int | None) -> Callable[[Engine, int | None], PartResult]:
    return lambda engine, _: news.score_news(
        engine, corpora.news("heldout", hand=hand), part=part, aggregates_only=True
    )


def _held_out_renamed(engine: Engine, _: int | None) -> PartResult:
    return renamed.score(engine, corpora.news("heldout"), part="heldout", aggregates_only=True)


def _by_fold(
    score: Callable[[Engine, Mapping[int, Reader]], PartResult], readers: Mapping[int, Reader]
) -> Callable[[Engine, int | None], PartResult]:
    return lambda engine, _: score(engine, readers)


def readers_of(folder: Path) -> dict[int, Reader]:
    """For each fold in the folder the reader that was trained without it."""
    return {fold: read(path) for fold in FOLDS if (path := folder / f"weights-{fold}.npz").is_file()}


def main(arguments: Sequence[str]) -> int:
    """Run from the command line."""
    options = _parser().parse_args(arguments)
    results = run(
        options.only, limit=options.limit, heldout=options.heldout, folds=options.folds, engine=options.engine
    )
    for line in report.misses(results) if options.misses else ():
        print(line)
    print(report.as_text(results))
    if options.json:
        settings = {"parts": options.only, "limit": options.limit, "heldout": options.heldout, "engine": options.engine}
        report.write(options.json, report.as_json(results, settings))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="scripts/benchmark extraction", description=__doc__)
    parser.add_argument("--only", type=_parts, default=list(PARTS), metavar="PARTS", help=f"some of {','.join(PARTS)}")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    parser.add_argument("--heldout", action="store_true", help="score the held-out news articles too, sums only")
    parser.add_argument("--limit", type=int, metavar="N", help="at most N items of each part, evenly spread")
    parser.add_argument("--engine", default=DEFAULT_ENGINE, help="rules (the default) or learned")
    parser.add_argument("--folds", type=Path, metavar="DIR", help="the work folder of scripts/train cross-validate")
    parser.add_argument("--misses", action="store_true", help="list misses and false positives with their sentences")
    return parser


def _parts(text: str) -> list[str]:
    names = text.split(",")
    unknown = sorted(set(names) - PARTS.keys())
    if unknown:
        raise argparse.ArgumentTypeError(f"no part {', '.join(unknown)}; there are {', '.join(PARTS)}")
    return names
