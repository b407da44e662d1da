"""Dealings in the company that an article has spoken of and a sentence does not name: shares, money, bids."""

from __future__ import annotations

from collections.abc import Iterator

from app.extraction.relations.context.dealt_in import Told
from app.extraction.relations.deals.undone import undone
from app.extraction.relations.deals.untold_bids import untold_bids
from app.extraction.relations.deals.untold_buyers import untold_buyers
from app.extraction.relations.deals.untold_mergers import untold_mergers
from app.extraction.relations.deals.untold_money import untold_money
from app.extraction.relations.deals.untold_owners import untold_owners
from app.extraction.relations.deals.untold_shares import untold_shares
from app.extraction.relations.deals.untold_turns import untold_turns
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.sentences import Sentence


def untold(sentence: Sentence, told: Told) -> Iterator[Candidate]:
    """Stakes, investments, purchases and bids of which the company is named elsewhere."""
    if sentence.is_heading:
        return
    known = list(told.here)
    for family in (
        untold_shares,
        untold_owners,
        untold_money,
        untold_bids,
        untold_turns,
        untold_buyers,
        untold_mergers,
        undone,
    ):
        found = list(family(sentence, Told(known, told.before, told.holders)))
        known += found
        yield from found
