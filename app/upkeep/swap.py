"""Quads as they were and as they are to be."""

from __future__ import annotations

from dataclasses import dataclass, field

from pyoxigraph import Quad


@dataclass
class Swap:
    """What a step read and takes the place of, and what takes its place; quads in both stay as they are."""

    old: set[Quad] = field(default_factory=set)
    new: set[Quad] = field(default_factory=set)

    def take(self, other: Swap) -> None:
        """Make another swap part of this one."""
        self.old |= other.old
        self.new |= other.new

    def changed(self) -> set[Quad]:
        """What goes or comes."""
        return self.old ^ self.new

    def put(self, quad: Quad) -> None:
        """Add a quad, or take back that it is to go."""
        if quad in self.old:
            self.old.remove(quad)
        else:
            self.new.add(quad)

    def drop(self, quad: Quad) -> None:
        """Let a quad go, or take back that it is to come."""
        if quad in self.new:
            self.new.remove(quad)
        else:
            self.old.add(quad)
