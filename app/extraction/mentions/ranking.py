"""How likely each candidate of an anaphor is the one meant: a linear model over the features of `antecedents.py`.

The rules decide; the model holds them back where it finds their choice unlikely. Where they say nothing it says nothing
either: what it would add was right three times in four. `scripts/train anaphora` fits it to anaphors marked by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from app.extraction.mentions.antecedents import Options
from app.extraction.mentions.logit import Logit
from app.extraction.mentions.salience import Referent

WEIGHTS = Path(__file__).with_name("anaphora.npz")
DOUBTED = 0.25
"""Below this chance what the rules take an anaphor for is not believed; measured in `scripts/training/README.md`."""


def believed(lay_out: Callable[[], Options], said: Sequence[Referent]) -> Sequence[Referent]:
    """What an anaphor stands for, by the model that the product has."""
    if not said:
        return said
    options = lay_out()
    known = {referent.entity for referent in options.referents}
    return _shipped().believed(options, said) if any(r.entity in known for r in said) else said


class Model(Logit):
    """The weights of what speaks for and against an antecedent."""

    def believed(self, options: Options, said: Sequence[Referent]) -> Sequence[Referent]:
        """What the rules say unless it is unlikely."""
        meant = {referent.entity for referent in said}
        weighed = zip(self.chances(options.rows), options.referents, strict=False)
        return said if any(chance >= DOUBTED and r.entity in meant for chance, r in weighed) else []


@cache
def _shipped() -> Model:
    return Model.read(WEIGHTS)
