"""How far two labellers of the news set agree: `scripts/benchmark agreement`.

`news/heldout/again/` has the labels of others who saw the vocabulary, the label policy, one labelled article of `dev/`
and the bare text. Two claims are the same when relation and both sides are, as for an engine; a name may be a part of
the other's. Prints sums alone: the articles are held out.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from app.ontology import load_ontology

FIRST = Path(__file__).resolve().parent / "news" / "heldout"
AGAIN = FIRST / "again"
FORMS = frozenset("the a an inc ltd llc plc ag sa nv gmbh group co corp corporation company holdings".split())

Item = Mapping[str, Any]


def main(arguments: Sequence[str]) -> int:
    """Print how much of the first labels the second have, the reverse, and where both agree on the status."""
    argparse.ArgumentParser(prog="scripts/benchmark agreement", description=main.__doc__).parse_args(arguments)
    sums: Counter[str] = Counter()
    for path in sorted(AGAIN.glob("*.yaml")):
        sums += compared(read(FIRST / path.name), read(path))
    found, right = sums["found"] / sums["first"], sums["right"] / sums["second"]
    status = sums["status"] / sums["found"]
    print(f"{sums['articles']} articles: {sums['first']} claims labelled first, {sums['second']} labelled again")
    print(f"of the first labels {found:.3f} were found again, {right:.3f} of those found again are among the first")
    print(f"the status is the same on {status:.3f}")
    return 0


def read(path: Path) -> Mapping[str, Sequence[Item]]:
    """The items of `must` and of `should`."""
    labels = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {part: labels.get(part) or () for part in ("must", "should")}


def compared(first: Mapping[str, Sequence[Item]], again: Mapping[str, Sequence[Item]]) -> Counter[str]:
    """One article's counts. What only `should` of the first excuses counts neither way, as for an engine."""
    sums = Counter({"articles": 1, "first": len(first["must"])})
    for item in first["must"]:
        same = [other for other in again["must"] if is_same(item, other)]
        sums["found"] += bool(same)
        sums["status"] += any(not _options(item, "status").isdisjoint(_options(other, "status")) for other in same)
    for other in again["must"]:
        right = _has(first["must"], other)
        sums["right"] += right
        sums["second"] += right or not _has(first["should"], other)
    return sums


def is_same(one: Item, other: Item) -> bool:
    """Whether two items relate the same two things in the same way.

    >>> is_same({"relation": "partnerOf", "subject": "Tarn", "object": "Velt"},
    ...         {"relation": "partnerOf", "subject": "Velt Foods Ltd", "object": "Tarn"})
    True
    """
    relations = _options(one, "relation") & _options(other, "relation")
    straight = _alike(one, "subject", other, "subject") and _alike(one, "object", other, "object")
    crossed = _alike(one, "subject", other, "object") and _alike(one, "object", other, "subject")
    symmetric = any(load_ontology().relations[relation].symmetric for relation in relations)
    return bool(relations) and (straight or (crossed and symmetric))


def _has(items: Iterable[Item], wanted: Item) -> bool:
    return any(is_same(item, wanted) for item in items)


def _alike(one: Item, side: str, other: Item, other_side: str) -> bool:
    names = [(_words(a), _words(b)) for a in _options(one, side) for b in _options(other, other_side)]
    return any(a == b or (a and b and (a <= b or b <= a)) for a, b in names)


def _options(item: Item, key: str) -> set[str]:
    value = item.get(key)
    return {str(each) for each in (value if isinstance(value, list) else [value])}


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"[\w&'-]+", name.replace("’", "'").casefold())) - FORMS
