"""Names that begin alike and are two all the same: a firm and what bears its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, groupby

from app.extraction.mentions.names import Name, Spot
from app.extraction.parsing.passages import Passage

# "Acme Benelux" is not all of Acme, and "the Acme Inquiry" none of it.
_REGIONS = frozenset(
    """Africa America Americas APAC Argentina Asia Australia Austria Belgium Benelux Brasil Brazil Canada China
    Deutschland EMEA Europe France Germany Iberia India Indonesia
    International Ireland Israel Italia Italy Japan Korea Malaysia
    Mexico Netherlands Nordic Nordics Pakistan Philippines Poland Polska Portugal Russia Singapore Spain Sweden
    Switzerland Taiwan Thailand Turkey UK USA US Vietnam""".split()
)
_ABOUT = frozenset("Affair Case Creditors Inquest Inquiry Investigation Pensioners Scandal Shareholders Trial".split())
# "Acme Tarvo, an alliance formed by Acme and Tarvo", "Acme Direct was a partnership between Acme and Tarvo".
_OUT_OF = re.compile(
    r"\b(?:alliance|venture|partnership|collaboration|tie-up|merger|subsidiary|division|owned|formed|created|"
    r"established|acquired|bought|backed)\b[^.;]{0,60}?\b(?:between|by|of|from)\b",
    re.IGNORECASE,
)


def names_another(short: Name, full: Name) -> bool:
    """Whether the last words of a longer name say that it is none of the firm that it begins with."""
    last = full.core[-1]
    if last in _ABOUT or full.core[-2:] == ["Royal", "Commission"]:
        return True
    return last in _REGIONS and len(full.core) > 2 and last not in short.core


def told_apart(spots: Sequence[Spot], names: Mapping[str, Name], passages: Sequence[Passage]) -> set[frozenset[str]]:
    """Pairs of a name and a longer one that a sentence uses as two: the short before the long, or one of the other."""
    alike = groupby(sorted(names.values(), key=lambda name: name.core), key=lambda name: name.core)
    forms = (pair for _, group in alike for pair in combinations(group, 2) if _other_form(*pair))
    return {frozenset((one.text, other.text)) for one, other in forms} | {
        frozenset((one.text, other.text))
        for near in _by_sentence(spots, passages)
        for number, one in enumerate(near)
        for place, other in enumerate(near[number + 1 :], start=number + 1)
        if _begins(names[one.text], names[other.text])
        and _as_two(one, other, passages[one.passage], near[number + 1 : place])
    }


# The ways to write one legal form.
_SPELLED = {"limited": "ltd", "incorporated": "inc", "corporation": "corp", "company": "co"}


def _other_form(one: Name, other: Name) -> bool:
    """Whether two firms of one name have legal forms that no one firm has: "Acme Ltd." and "Acme Corp."."""
    forms = [[w.lower().strip(".,") for w in name.words[len(name.core) :]] for name in (one, other)]
    first, second = ([_SPELLED.get(w, w) for w in form] for form in forms)
    return bool(first and second) and not set(first) & set(second)


def _by_sentence(spots: Sequence[Spot], passages: Sequence[Passage]) -> Iterator[list[Spot]]:
    for _, group in groupby(spots, key=lambda s: (s.passage, passages[s.passage].doc[s.start].sent.start)):
        yield list(group)


def _begins(one: Name, other: Name) -> bool:
    """Whether one of two organisations' names opens the other, without its legal form alone being more."""
    short, full = sorted((one, other), key=lambda name: len(name.core))
    if not (one.is_organization and other.is_organization) or short.core != short.words:
        return False
    return len(full.core) > len(short.core) and full.core[: len(short.core)] == short.core


def _as_two(one: Spot, other: Spot, passage: Passage, further: Sequence[Spot]) -> bool:
    """Whether two places tell of two; `further` names stand between them, in brackets perhaps."""
    further = [spot for spot in further if passage.doc[spot.start - 1].text != "("]
    between = passage.doc[one.end : other.start].text
    if len(one.text) < len(other.text):
        # "Acme (Acme Foods plc)" and "Acme, or Acme Foods" tell of one.
        return " " in between.strip() and "(" not in between and " or " not in between
    return not further and bool(_OUT_OF.search(between))
