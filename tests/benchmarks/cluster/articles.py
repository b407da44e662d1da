"""Short articles made from templates and a seed: a few sentences each, with names as often as Zipf's law has it.

They are easy to read and say nothing about how well anything is read: they measure machines, not rules.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from app.model import Article

COPIES = 0.02
"""How many articles are another outlet's copy of an earlier one."""

_OFFSET = 10
"""Without it the first few names would come in every article: Zipf's law as Mandelbrot amended it."""
_HEADS = (
    "Alder Amber Ash Bram Brant Cald Carn Copper Corb Dray Elm Fair Fen Garn Glen Hale Hart Hollow Kest Kirk Lang Lark"
    " Maple March Mill Nor Oak Pem Quarr Raven Row Sel Silver Stan Tallow Thorn Vern Wex Win Yar"
).split()
_TAILS = (
    "berry bourne bridge brook bury by combe croft dale den field ford gate grove ham hurst kirk ley lock mere more"
    " port ridge sby shaw stead stone ton vale wick well wood worth"
).split()
_FIRMS = "Systems,Robotics,Energy,Foods,Logistics,Pharma,Software,Motors".split(",")
_FUNDS = "Capital,Ventures,Partners,Holdings".split(",")
_GIVEN = (
    "Alice Anna Ben Carla Clara David Elena Emma Erik Frank Grace Hannah Helen Henry Ian Ingrid James Jane Julia Karen"
    " Laura Lena Luis Maria Mark Martin Nadia Nina Oliver Paul Peter Rachel Robert Ruth Sara Simon Sofia Thomas Victor"
).split()
_TITLES = ("chief executive", "chief financial officer", "chief technology officer", "head of sales", "chairman")
_SERVICES = ("data labelling", "audit", "payroll", "cloud computing", "shipping")
_OUTLETS = ("Harbour Gazette", "Northern Ledger", "The Trade Courier", "Valley Wire")
_SENTENCES = (
    "{firm} has raised ${amount} million in a Series {round} funding round led by {fund}.",
    "{firm} acquired {other} for ${amount} million in {month} {year}.",
    "{person} is the {title} of {firm}.",
    "{person} joined {firm} as {title} in {year}.",
    "{person}, the {title} of {firm}, left the company in {month}.",
    "{person} founded {firm} in {year}.",
    "{other} supplies {firm} with {service}.",
    "{firm} and {other} formed a partnership in {year}.",
    "{fund} may invest in {firm}, according to people familiar with the matter.",
    "{firm} is based in {town}.",
    "{person} said that {firm} would buy {other}.",
)
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")


def articles(count: int, seed: int = 1) -> Iterator[Article]:
    """So many articles, the same every time; as many firms and people to draw from as articles."""
    for number in range(count):
        chance = random.Random(f"{seed} {number}")  # noqa: S311 - no secret
        copied = number > 0 and chance.random() < COPIES
        yield _article(chance.randrange(number) if copied else number, count, seed, copied)


def _article(number: int, size: int, seed: int, copied: bool) -> Article:
    chance = random.Random(f"{seed} {number} told")  # noqa: S311 - no secret
    firm = _firm(_rank(chance, size))
    month = chance.randrange(len(_MONTHS))
    sentences = []
    for template in chance.sample(_SENTENCES, chance.randrange(2, 5)):
        person = _rank(chance, size)
        sentences.append(
            template.format(
                firm=firm,
                other=_firm(_rank(chance, size)),
                fund=f"{_word(_rank(chance, size))} {chance.choice(_FUNDS)}",
                person=f"{_GIVEN[person % len(_GIVEN)]} {_word(person * 7 + 3)}",
                title=_TITLES[person % len(_TITLES)],
                service=chance.choice(_SERVICES),
                amount=chance.randrange(2, 900),
                round=chance.choice("ABCD"),
                month=_MONTHS[month - 1],
                year=chance.randrange(2012, 2025),
                town=chance.choice(("London", "Oslo", "Chicago", "Toronto", "Berlin")),
            )
        )
    outlet = chance.choice(_OUTLETS)
    return Article(
        text=" ".join(sentences),
        title=f"News of {firm}",
        publisher="The Copy" if copied else outlet,
        published=f"2025-{month + 1:02}-{chance.randrange(1, 29):02}",
        language="en",
        source=f"{outlet} {number}",
    )


def _rank(chance: random.Random, size: int) -> int:
    return int(_OFFSET * ((size + _OFFSET) / _OFFSET) ** chance.random()) - _OFFSET


def _word(number: int) -> str:
    rest, tail = divmod(number * 17, len(_TAILS))
    return _HEADS[rest % len(_HEADS)] + _TAILS[tail]


def _firm(rank: int) -> str:
    return f"{_word(rank)} {_FIRMS[rank % len(_FIRMS)]}"
