"""How well pairs of names that mean one entity are told from pairs that mean two: `scripts/benchmark names`."""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.resolution.blocking import blocks
from app.resolution.likeness import THRESHOLD, Likeness, Profile, likeness

PAIRS = Path(__file__).with_name("pairs.tsv")


@dataclass(frozen=True)
class Pair:
    """Two entities, and whether they are one."""

    same: bool
    one: Profile
    other: Profile

    @property
    def held_out(self) -> bool:
        """Whether the pair is in the half that nothing is tuned on."""
        return hashlib.sha256("|".join((*self.one.names, *self.other.names)).encode()).digest()[0] % 2 == 1


def read_pairs(path: Path = PAIRS) -> Iterator[Pair]:
    """The labelled pairs."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if line.startswith("#"):
            continue
        verdict, kind, one, known, other, known_of_other = line.split("\t")
        yield Pair(
            verdict == "same",
            _profile(f"{number}a", kind, one, known),
            _profile(f"{number}b", kind, other, known_of_other),
        )


def _profile(id_: str, kind: str, name: str, known: str) -> Profile:
    found: dict[str, set[str]] = {"at": set(), "place": set(), "near": set(), "stated": set(), "founded": set()}
    for item in filter(None, known.split(";")):
        key, _, value = item.partition("=")
        found[key].add(value)
    return Profile(
        id=id_,
        kind=kind,
        type="Person" if kind == "person" else "Company",
        names=(name,),
        stated=frozenset(found["stated"]),
        firms=frozenset(found["at"]),
        neighbours=frozenset(found["near"]),
        places=frozenset(found["place"]),
        founded=frozenset(found["founded"]),
    )


@dataclass(frozen=True)
class Figures:
    """Counts over some pairs, at the threshold."""

    pairs: int
    same: int
    met: int
    found: int
    wrong: int

    @property
    def precision(self) -> float:
        """Of the pairs put before people, how many are one."""
        return self.found / (self.found + self.wrong) if self.found + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Of the pairs that are one, how many are put before people."""
        return self.found / self.same if self.same else 1.0


def judge(pairs: Iterable[Pair]) -> tuple[Figures, list[tuple[Pair, Likeness]]]:
    """The figures over pairs, and those on which the threshold errs. A pair without a common block is not compared."""
    total = same = met = found = wrong = 0
    errors = []
    for pair in pairs:
        total += 1
        same += pair.same
        meet = not blocks(pair.one).isdisjoint(blocks(pair.other))
        met += meet and pair.same
        seen = likeness(pair.one, pair.other)
        listed = meet and seen.score >= THRESHOLD
        found += listed and pair.same
        wrong += listed and not pair.same
        if listed != pair.same:
            errors.append((pair, seen))
    return Figures(total, same, met, found, wrong), errors


def main(arguments: Sequence[str]) -> int:
    """Print the figures, and with --misses the errors of the half that may be tuned on."""
    parser = argparse.ArgumentParser(prog="scripts/benchmark names", description=__doc__)
    parser.add_argument("--misses", action="store_true", help="also list the errors of the development half")
    options = parser.parse_args(arguments)
    pairs = list(read_pairs())
    missed: list[tuple[Pair, Likeness]] = []
    print(f"{'':<26}{'pairs':>7}{'one':>6}{'meet':>6}{'P':>7}{'R':>7}{'F1':>7}")
    for title, held_out in (("development", False), ("held out", True)):
        for kind in ("organization", "person", ""):
            part = [pair for pair in pairs if pair.held_out == held_out and pair.one.kind.startswith(kind)]
            figures, errors = judge(part)
            _print(f"{title}, {kind or 'all'}", figures)
            if options.misses and not held_out and not kind:
                missed = errors
    for pair, seen in missed:
        told = ", ".join(f"{feature.name} {feature.points:+}" for feature in seen.features)
        print(f"{'one' if pair.same else 'two'}  {seen.score:.2f}  {pair.one.names[0]} / {pair.other.names[0]}: {told}")
    return 0


def _print(title: str, figures: Figures) -> None:
    p, r = figures.precision, figures.recall
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    print(f"{title:<26}{figures.pairs:>7}{figures.same:>6}{figures.met:>6}{p:>7.3f}{r:>7.3f}{f1:>7.3f}")
