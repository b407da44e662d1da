"""Firms that lose a contract, walk away from a deal or sell a house supply nobody by it."""

from __future__ import annotations

import pytest

from tests.extraction.reading import read


@pytest.mark.parametrize(
    ("text", "phases"),
    [
        ("Tern Power lost out to Umber Systems for a contract to supply Halden Energy.", []),
        ("Tern Power lost a contract to supply Halden Energy to Umber Systems.", []),
        ("Tern Power has turned down a contract to supply Halden Energy.", []),
        ("Tern Power lost its contract to supply Halden Energy.", ["ended"]),
        ("Tern Power won a contract to supply Halden Energy.", ["ongoing"]),
        ("Tern Power has walked away from a deal to buy Halden Energy.", []),
        ("Tern Power sold its flagship in Leeds to the developer Halden Estates for £62m.", []),
        ("Tern Power sold 400 machines to Halden Energy for £62m.", ["completed"]),
        ("Ida Roe, the former head of Tern Power who now advises Halden Energy, spoke in Leeds.", []),
        ("Tern Power, which advises Halden Energy, opened an office.", ["ongoing"]),
    ],
)
def test_supply(text: str, phases: list[str]) -> None:
    assert [c.phase.value for c in read(text) if c.relation == "supplies" and c.phase] == phases
