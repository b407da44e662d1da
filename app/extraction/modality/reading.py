"""How a trigger is meant: its phase, polarity, certainty and mode, and how a word turns them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.model import Certainty, Mode, Phase, Polarity


@dataclass(frozen=True)
class Reading:
    """How a trigger is meant."""

    phase: Phase | None = None
    polarity: Polarity = Polarity.AFFIRMED
    certainty: Certainty = Certainty.CERTAIN
    mode: Mode = Mode.STATEMENT

    def negate(self) -> Reading:
        """The opposite; denying a negation is left negated, since it affirms nothing by itself."""
        return replace(self, polarity=Polarity.NEGATED)

    def weaken(self, certainty: Certainty) -> Reading:
        """At most that certain."""
        return self if _RANK[self.certainty] >= _RANK[certainty] else replace(self, certainty=certainty)

    def at(self, phase: Phase) -> Reading:
        """In that phase, unless a word nearer to the trigger has set one."""
        return self if self.phase else replace(self, phase=phase)


_RANK = {Certainty.CERTAIN: 0, Certainty.PROBABLE: 1, Certainty.POSSIBLE: 2, Certainty.UNKNOWN: 3}
