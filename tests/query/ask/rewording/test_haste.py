"""Ways to put a question that people have who type in haste."""

from __future__ import annotations

import pytest

from app.query.ask import ask
from app.query.lookup import Lookup


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("what's joris de wit up to these days", ["adviser"]),
        ("who's ceo of current systems now that art price has left", ["Jean-Baptiste N'Diaye"]),
        ("meridian gate, whats that again", ["Meridian Gate"]),
        ("how long was leila ben amor stand-in boss of nordhaven bank", ["Leila ben Amor"]),
        ("ceo of the firm behind heron", ["Nadia Okafor-Lindqvist"]),
        ("size of the share series capital has in bought ledger", ["27.5 percent"]),
        ("how much did quillmere pay for tamsin data, and in what currency", ["€310 million"]),
        ("does iskra have a stake in pemba cloud, and how big", ["yes", "6 percent"]),
        ("list ceos of nordhaven bank in order pls", ["Ludwig von Trossau", "Rosalind Quill"]),
        ("i thought von trossau was ceo of nordhaven bank, who is it now?", ["Rosalind Quill"]),
        ("so target point has a new ceo - who", ["May Chen"]),
        ("heard nordhaven bank has a new boss. name?", ["Rosalind Quill"]),
        ("target point ceo since when", ["May Chen"]),
        ("target point: ceo? since? predecessor?", ["May Chen", "Mark Major"]),
        ("quillmere bought tamsin data right? for how much", ["€310 million"]),
        ("thandeka's 2 founders?", ["Daniel Osei", "Lindiwe Thandeka"]),
        ("who's the robot safety guy at iskra", ["Olufemi Adébáyò"]),
        ("wher is current systems based", ["Lyon"]),
        ("chen-laurier put 20 or 32m into thandeka ai's series b", ["$20 million", "$32 million"]),
        ("what was olufemi adebayo doing at de wit semiconductors before he moved", ["head of testing"]),
    ],
)
def test_northfield(northfield: Lookup, question: str, labels: list[str]):
    assert [item.label for item in ask(northfield, question).answers] == labels


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("hadley grid: whos on the way out", ["Ifeanyi Nwosu-Grant"]),
        ("orskov energi + cape verity wind jv?", ["Wind Lock"]),
        ("papadaki or papadakis - which one runs rising tide health", ["Eleni Papadaki"]),
        ("theo van der meulen fired or resigned?", ["dismissed"]),
        ("long reach buying calder & sons towage - who denied that", ["Søren Halvorsen-Bach"]),
        ("the money long reach paid for its nakamura reefer shares was?", []),
        ("has orskov bought hadley grid or is the takeover still to come", ["planned"]),
        ("is it fact or only rumour that cape verity wind bought hadley grove", ["reported"]),
        ("pase full name?", ["Port Authority of Sant Elm"]),
        ("cape verity wind partners", ["Ørskov Energi"]),
        ("vester shipping is now called?", ["Vesterhavn Line"]),
        ("how much did vesterhavn get for calder & sons", []),
        ("is pase the port authority of sant elm", ["yes"]),
        ("is hadley grid hadley grove", []),
        ("long reach bought kwame freight in july 2023 or 2024?", ["Long Reach"]),
        ("who founded vesterhavn line, in 1931 or 1913?", ["Ingeborg Vester"]),
        ("who will be running terminales del norte from january 2026", ["Pilar Ibáñez de Soto"]),
        ("who led greenkeels series b and who else was in it", ["Harbour Light Capital", "Blue Anchor Fund"]),
        ("how many companies did long reach buy and which ones", ["Kwame Freight", "Nakamura Reefer"]),
        ("orskov energi ceo? chair?", []),
        ("rising tide health denied it has bought which firm", []),
        ("start date augusta march cape verity wind", ["Augusta March"]),
    ],
)
def test_harbour(harbour: Lookup, question: str, labels: list[str]):
    assert [item.label for item in ask(harbour, question).answers] == labels
