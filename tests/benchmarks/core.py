"""CORE: the class of the relation between two given companies, predicted and scored over the classes that we have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.extraction.learned.reading import Reader
from app.model import Claim, Mention, Status, Value
from tests.benchmarks.folds import Dealer
from tests.benchmarks.given_pair import claims_between
from tests.benchmarks.learned import class_of_pair
from tests.benchmarks.measures import Judged, Tally, total
from tests.benchmarks.results import Figure, Miss, PartResult
from tests.benchmarks.spans import overlap, range_of
from tests.benchmarks.tokens import prose

Json = dict[str, Any]

UNDEFINED = "undefined"

# Our relation -> CORE's class, and whether our subject is the class's first argument. In order of preference.
_CLASSES: dict[str, tuple[str, bool]] = {
    "acquired": ("acquired_by", False),
    "mergedWith": ("merged_with", True),
    "unitOf": ("subsidiary_of", True),
    "investedIn": ("shareholder_of", True),
    "ownsStakeIn": ("shareholder_of", True),
    "makesProduct": ("product_or_service_of", False),
    "supplies": ("client_of", False),
    "partnerOf": ("collaboration", True),
}
_SYMMETRIC = frozenset({"merged_with", "collaboration"})
# In CORE's order. Not among them: competitor_of, traded_on, regulated_by, undefined.
CLASSES = (
    "product_or_service_of",
    "acquired_by",
    "collaboration",
    "client_of",
    "shareholder_of",
    "subsidiary_of",
    "merged_with",
    "brand_of",
)


@dataclass(frozen=True)
class Label:
    """A class with its direction: `inverted` if the second given company is the class's first argument."""

    name: str = UNDEFINED
    inverted: bool = False
    confidence: float = 1.0


def classify(item: Json, learned: Reader | None = None) -> Label:
    """The class of the relation between the two given mentions: by our claims, or by a reader with their vote."""
    text = prose(item["context"])
    given = [
        (*text.characters(item[f"{side}_start"], item[f"{side}_end"] + 1), item.get(f"{side}_name") or "")
        for side in ("e1", "e2")
    ]
    claims, entities = claims_between(text.text, given)
    one, other = ((start, end) for start, end, _ in given)
    label = choose(claims, (one, other), (entities[0], entities[1]))
    if learned is None:
        return label
    found = class_of_pair(learned, text.text, one, other, label.name if label.name != UNDEFINED else "")
    return Label(found.name, found.inverted, found.score) if found.name in CLASSES else Label()


def choose(
    claims: Iterable[Claim], places: tuple[tuple[int, int], tuple[int, int]], entities: tuple[str, str]
) -> Label:
    """The best claim between the two places as a label; `undefined` if there is none."""

    def stands_at(argument: Mention | Value, which: int) -> bool:
        same = isinstance(argument, Mention) and argument.entity == entities[which]
        return same or overlap(range_of(argument), places[which])

    order = list(_CLASSES)
    found: list[tuple[float, int, Label]] = []
    for claim in claims:
        if claim.relation not in _CLASSES or claim.object is None or claim.status in _NOT_LABELLED:
            continue
        name, subject_first = _CLASSES[claim.relation]
        if claim.relation == "unitOf" and claim.qualifiers.get("kind") == "brand":
            name = "brand_of"
        for subject, obj in ((0, 1), (1, 0)):
            if stands_at(claim.subject, subject) and stands_at(claim.object, obj):
                inverted = name not in _SYMMETRIC and subject_first == (subject == 1)
                found.append((-claim.confidence, order.index(claim.relation), Label(name, inverted, claim.confidence)))
    return min(found, key=lambda entry: entry[:2])[2] if found else Label()


_NOT_LABELLED = frozenset({Status.NEGATED, Status.DENIED, Status.QUESTION})


def predict(items: Iterable[Json], learned: Reader | None = None) -> Iterator[Json]:
    """The items with `relation` and `invert_relation` replaced by ours, and the confidence."""
    for item in items:
        label = classify(item, learned)
        yield {
            **item,
            "relation": label.name,
            "invert_relation": int(label.inverted),
            "confidence": label.confidence if label.name != UNDEFINED else 0.0,
        }


def score(items: Sequence[Json], learned: Mapping[int, Reader] | None = None) -> PartResult:
    """The class of each pair against the label. `learned` holds for each fold a reader that has not seen it."""
    if learned is None:
        return score_labels([(item, classify(item)) for item in items])
    folds = Dealer()
    dealt = [(item, folds.of(prose(item["context"]).text)) for item in items]
    return score_labels([(item, classify(item, learned[fold])) for item, fold in dealt if fold in learned])


def score_labels(labelled: Sequence[tuple[Json, Label]]) -> PartResult:
    """Micro-F1 over our classes. A pair of another class is a negative: to give it one of ours is wrong."""
    table = {name: Tally() for name in CLASSES}
    directed: dict[str, Tally] = {}
    judged: list[Judged] = []
    misses: list[Miss] = []
    for item, label in labelled:
        gold = item["relation"]
        same = label.name == gold
        way = same and (gold in _SYMMETRIC or label.inverted == bool(item["invert_relation"]))
        if label.name in table:
            table[label.name] += Tally(right=int(same), predicted=1)
            directed[label.name] = directed.get(label.name, Tally()) + Tally(right=int(way), predicted=1)
            judged.append((label.confidence, same))
        if gold in table:
            table[gold] += Tally(found=int(same), gold=1)
            directed[gold] = directed.get(gold, Tally()) + Tally(found=int(way), gold=1)
        if not same and (label.name in table or gold in table):
            misses.append(_miss(item, label))
    figures: dict[str, Figure] = {
        "micro f1": total(table.values()).f1,
        "micro f1, direction too": total(directed.values()).f1,
        "sentences": len(labelled),
    }
    return PartResult("core", {"class given the pair": table}, figures, judged=tuple(judged), misses=tuple(misses))


def _miss(item: Json, label: Label) -> Miss:
    kind = "missed" if label.name == UNDEFINED else "false"
    words = item["context"]
    pair = "; ".join(" ".join(words[item[f"{s}_start"] : item[f"{s}_end"] + 1]) for s in ("e1", "e2"))
    wanted = item["relation"] + (" inverted" if item["invert_relation"] else "")
    return Miss(kind, f"{label.name}, wanted {wanted} ({pair})", prose(words).text)
