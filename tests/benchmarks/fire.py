"""FIRE: relations between people, titles and companies in financial sentences, found end to end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from app.extraction.engine import Engine
from app.extraction.learned.reading import Reader
from app.model import Article, Block, BlockKind, Claim, Document, Extraction
from tests.benchmarks.folds import Dealer
from tests.benchmarks.learned import facts_in_text
from tests.benchmarks.measures import Judged, Tally, total
from tests.benchmarks.results import Figure, Miss, PartResult
from tests.benchmarks.spans import Range, SpanFact, add_tallies, best_of_each, is_held, match, range_of
from tests.benchmarks.tokens import Prose, prose

Json = dict[str, Any]

# The four of the headline: the commonest of those that our relations express.
FOUR = ("Employeeof", "Designation", "ActionBuy", "Subsidiaryof")
# A merger is scored beside them; ActionSell is not predicted, because an acquisition here has no seller.
RELATIONS = (*FOUR, "ActionMerge")
_SYMMETRIC = frozenset({"ActionMerge"})
_ENTITY_TYPES = {"Employeeof": ("Person", "Company"), "Designation": ("Person", "Designation")}


def facts_of(extraction: Extraction) -> list[SpanFact]:
    """The claims as FIRE's relations, head before tail."""
    return best_of_each([fact for claim in extraction.claims if is_held(claim) for fact in _facts(claim)])


def _facts(claim: Claim) -> Iterator[SpanFact]:
    obj = claim.object
    if obj is None:
        return
    subject, target, confidence = range_of(claim.subject), range_of(obj), claim.confidence
    if claim.relation in ("heldRole", "memberOf", "joined", "left"):
        yield SpanFact("Employeeof", subject, target, confidence)
        title = claim.qualifier_spans.get("title")
        if title is not None:
            yield SpanFact("Designation", subject, (title.start, title.end), confidence)
    elif claim.relation in ("acquired", "investedIn"):
        yield SpanFact("ActionBuy", subject, target, confidence)
    elif claim.relation == "unitOf":
        yield SpanFact("Subsidiaryof", subject, target, confidence)
    elif claim.relation == "mergedWith":
        yield SpanFact("ActionMerge", subject, target, confidence)


def read(engine: Engine, text: Prose, learned: Reader | None = None) -> list[SpanFact]:
    """The relations of a sentence, as spans of tokens: the rules', or what a learned reader finds with their votes."""
    block = Block(kind=BlockKind.PARAGRAPH, start=0, end=len(text.text))
    facts = facts_of(engine.extract(Document(article=Article(text=text.text), blocks=(block,))))
    if learned is not None:
        facts = facts_in_text(learned, text.text, "fire", facts)
    placed = []
    for fact in facts:
        head, tail = text.tokens(*fact.subject), text.tokens(*fact.object)
        if head is not None and tail is not None:
            placed.append(SpanFact(fact.name, head, tail, fact.confidence))
    return best_of_each(placed)


def predict(engine: Engine, items: Iterable[Json], learned: Reader | None = None) -> Iterator[Json]:
    """The sentences with their entities and relations replaced by ours; entities are those that a relation joins."""
    for item in items:
        facts = read(engine, prose(item["tokens"]), learned)
        kinds: dict[Range, str] = {}
        for fact in facts:
            head, tail = _ENTITY_TYPES.get(fact.name, ("Company", "Company"))
            kinds.setdefault(fact.subject, head)
            kinds.setdefault(fact.object, tail)
        order = sorted(kinds)
        entities = [
            {
                "id": str(number),
                "text": " ".join(item["tokens"][start:end]),
                "type": kinds[start, end],
                "start": start,
                "end": end,
            }
            for number, (start, end) in enumerate(order)
        ]
        relations = [
            {"head": order.index(f.subject), "tail": order.index(f.object), "type": f.name, "confidence": f.confidence}
            for f in facts
        ]
        yield {**item, "entities": entities, "relations": relations}


def gold_facts(item: Json) -> list[SpanFact]:
    """The labelled relations that we score, as spans of tokens."""
    entities = [(e["start"], e["end"]) for e in item.get("entities") or ()]
    return [
        SpanFact(r["type"], entities[r["head"]], entities[r["tail"]])
        for r in item.get("relations") or ()
        if r["type"] in RELATIONS
    ]


def score(engine: Engine, items: Sequence[Json], learned: Mapping[int, Reader] | None = None) -> PartResult:
    """Relation right and both spans overlapping. `learned` holds for each fold a reader that has not seen it."""
    texts = [(item, prose(item["tokens"])) for item in items]
    if learned is None:
        return score_facts([(item, read(engine, text)) for item, text in texts])
    folds = Dealer()
    dealt = [(item, text, folds.of(text.text)) for item, text in texts]
    return score_facts([(item, read(engine, text, learned[fold])) for item, text, fold in dealt if fold in learned])


def score_facts(read_items: Sequence[tuple[Json, list[SpanFact]]]) -> PartResult:
    """Predicted relations against the labels, one to one within a sentence."""
    table: dict[str, Tally] = {name: Tally() for name in RELATIONS}
    judged: list[Judged] = []
    misses: list[Miss] = []
    for item, predicted in read_items:
        gold = gold_facts(item)
        pairs = match(predicted, gold, symmetric=_SYMMETRIC)
        add_tallies(table, predicted, gold, pairs)
        judged += [(fact.confidence, number in pairs) for number, fact in enumerate(predicted)]
        sentence = " ".join(item["tokens"])
        wrong = [("false", fact) for number, fact in enumerate(predicted) if number not in pairs]
        wrong += [("missed", fact) for which, fact in enumerate(gold) if which not in pairs.values()]
        misses += [Miss(kind, _written(fact, item["tokens"]), sentence) for kind, fact in wrong]
    four = {name: table[name] for name in FOUR}
    figures: dict[str, Figure] = {
        "four relations, overlap f1": total(four.values()).f1,
        "with mergers, overlap f1": total(table.values()).f1,
    }
    tables = {"four relations": four, "beside them": {name: t for name, t in table.items() if name not in FOUR}}
    return PartResult("fire", tables, figures, judged=tuple(judged), misses=tuple(misses))


def _written(fact: SpanFact, tokens: Sequence[str]) -> str:
    return f"{fact.name}({' '.join(tokens[slice(*fact.subject)])}; {' '.join(tokens[slice(*fact.object)])})"
