"""Sheets of claims for readers to judge, and what comes back of them.

    scripts/benchmark audit draw --claims 700 --seed 2 > sheet.txt      texts that nobody has judged yet
    scripts/benchmark audit unjudged > sheet.txt                        claims that are new on texts that were judged
    scripts/benchmark audit take sheet.txt judged.tsv                   adds the verdicts to `verdicts.tsv`

A sheet has each text under a line `### CORPUS ITEM`, and below it its claims: an id, relation, subject, object and
details, with tabs between. A reader hands back a line for each: the id, a tab, and `right`, `unsure`, `detail` with
the names of the false ones, or `wrong` with a word for the kind of fault.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from app.extraction.engine import Engine, load_engine
from app.model import Article
from app.pipeline import extract
from tests.benchmarks.audit.texts import CORPORA, texts_of
from tests.benchmarks.audit.verdicts import (
    COLUMNS,
    DETAIL,
    FILE,
    RIGHT,
    UNSURE,
    WRONG,
    Text,
    Verdict,
    core_of,
    details_of,
    read,
    rows,
)


def main(arguments: Sequence[str]) -> int:
    """Run from the command line."""
    options = _parser().parse_args(arguments)
    if options.what == "take":
        taken = judged(options.sheet.read_text(encoding="utf-8"), options.verdicts.read_text(encoding="utf-8"))
        write(with_verdicts(read(), taken), FILE)
    else:
        engine, known = load_engine(), read()
        drawn = new_claims(engine, known) if options.what == "unjudged" else _draw(engine, known, options)
        for text, written, claims in drawn:
            sys.stdout.write(sheet(text, written, claims))
    return 0


def sheet(text: Text, written: str, claims: Sequence[Verdict]) -> str:
    """One text with its claims, to be judged."""
    ids = (f"{text[0]}:{text[1]}:{number}" for number in range(len(claims)))
    lines = ["\t".join((of, *claim.core, claim.details)) for of, claim in zip(ids, claims, strict=True)]
    return "\n".join([f"### {text[0]} {text[1]}", " ".join(written.split()), *lines, "", ""])


def judged(sheets: str, verdicts: str) -> dict[Text, list[Verdict]]:
    """The claims of a sheet with what was said of them. Raises `ValueError` where a line cannot be understood."""
    said = dict(line.split("\t", 1) for line in verdicts.splitlines() if line.strip())
    taken: dict[Text, list[Verdict]] = {}
    for line in sheets.splitlines():
        of, *columns = line.split("\t")
        if len(columns) == 4:
            corpus, item, _ = of.split(":")
            relation, subject, obj, details = columns
            kind, *faults = said.pop(of, "").replace(",", " ").split()[:9] or [""]
            if kind not in (RIGHT, DETAIL, WRONG, UNSURE):
                raise ValueError(f"{of}: {kind or 'no verdict'}; it must be right, unsure, detail KEY or wrong KIND")
            named = tuple(faults) if kind in (DETAIL, WRONG) else ()
            taken.setdefault((corpus, int(item)), []).append(Verdict((relation, subject, obj), details, kind, named))
    if said:
        raise ValueError(f"no claim of the sheet has the id {next(iter(said))}")
    return taken


def with_verdicts(
    known: Mapping[Text, list[Verdict]], taken: Mapping[Text, list[Verdict]]
) -> dict[Text, list[Verdict]]:
    """All verdicts, text by text."""
    order = {corpus: number for number, corpus in enumerate(CORPORA)}
    texts = sorted(known.keys() | taken.keys(), key=lambda text: (order[text[0]], text[1]))
    return {text: list(dict.fromkeys([*known.get(text, ()), *taken.get(text, ())])) for text in texts}


def write(verdicts: Mapping[Text, Sequence[Verdict]], path: Path) -> None:
    """Write the table of verdicts."""
    lines = ["\t".join(row) for text, judged in verdicts.items() for row in rows(text, judged)]
    path.write_text("\n".join(["\t".join(COLUMNS), *lines, ""]), encoding="utf-8")


def new_claims(engine: Engine, known: Mapping[Text, Sequence[Verdict]]) -> Iterator[tuple[Text, str, list[Verdict]]]:
    """The judged texts with what is claimed of them now and has no verdict."""
    for (corpus, item), verdicts in known.items():
        cores, written = {verdict.core for verdict in verdicts}, texts_of(corpus)[item]
        claims = [claim for claim in _claims(engine, written) if claim.core not in cores]
        if claims:
            yield (corpus, item), written, claims


def _draw(
    engine: Engine, known: Mapping[Text, object], options: argparse.Namespace
) -> Iterator[tuple[Text, str, list[Verdict]]]:
    """Texts drawn by chance among those without verdicts, until there are claims enough."""
    every = [((corpus, item), text) for corpus in CORPORA for item, text in enumerate(texts_of(corpus))]
    left = [(text, written) for text, written in every if text not in known]
    random.Random(options.seed).shuffle(left)  # noqa: S311 - a sample, no secret
    made = 0
    for text, written in left:
        claims = _claims(engine, written) if made < options.claims else []
        made += len(claims)
        if claims:
            yield text, written, claims


def _claims(engine: Engine, written: str) -> list[Verdict]:
    found = extract(Article(text=written), engine).claims
    return list(dict.fromkeys(Verdict(core_of(claim), details_of(claim), UNSURE) for claim in found))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="scripts/benchmark audit", description=__doc__.partition("\n")[0])
    what = parser.add_subparsers(dest="what", required=True)
    draw = what.add_parser("draw", help="a sheet of claims on texts that nobody has judged")
    draw.add_argument("--claims", type=int, default=500, help="as many, or a few more")
    draw.add_argument("--seed", type=int, default=1, help="of the choice of texts")
    what.add_parser("unjudged", help="a sheet of new claims on judged texts")
    take = what.add_parser("take", help="add what readers said to the table of verdicts")
    take.add_argument("sheet", type=Path)
    take.add_argument("verdicts", type=Path)
    return parser
