"""A turn of phrase that names a backer, holder, buyer or bidder and leaves the company unsaid."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Turn:
    """What a turn says of whom it names: a relation, whether it is sought or did not come about, and its template."""

    relation: str
    template: str
    sought: bool = False
    refused: bool = False
    ended: bool = False
