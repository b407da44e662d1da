"""Predictions in the formats of KnowledgeNet, CORE and FIRE, from standard input to standard output."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from typing import Any, TextIO

from app.extraction.engine import load_engine
from app.extraction.learned.reading import load
from tests.benchmarks import core, fire, knowledgenet
from tests.benchmarks.reading import PronounReader


def predict(corpus: str, source: TextIO, target: TextIO, *, every_property: bool = False) -> None:
    """Read a corpus, labelled or not, and write it with our labels in place of any."""
    if corpus == "knowledgenet":
        documents = [json.loads(line) for line in source if line.strip()]
        labelled = knowledgenet.predict(PronounReader(), documents, load(), every_property=every_property)
        target.writelines(json.dumps(document, ensure_ascii=False) + "\n" for document in labelled)
        return
    items: list[dict[str, Any]] = json.load(source)
    found = core.predict(items, load()) if corpus == "core" else fire.predict(load_engine(), items, load())
    json.dump(list(found), target, ensure_ascii=False)
    target.write("\n")


def main(arguments: Sequence[str]) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="scripts/predict", description=__doc__)
    parser.add_argument("corpus", choices=("knowledgenet", "core", "fire"))
    parser.add_argument(
        "--every-property",
        action="store_true",
        help="KnowledgeNet: also the properties that a passage was not annotated for",
    )
    options = parser.parse_args(arguments)
    for stream in (sys.stdin, sys.stdout):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    predict(options.corpus, sys.stdin, sys.stdout, every_property=options.every_property)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
