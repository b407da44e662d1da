"""KnowledgeNet: six of its properties, predicted and scored on the spans of the mentions, passage by passage."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from app.extraction.engine import Engine
from app.extraction.learned.reading import Reader
from app.model import Article, Block, BlockKind, Claim, Document, Extraction, Mention
from tests.benchmarks.learned import facts_in_text
from tests.benchmarks.measures import Judged, Tally, total
from tests.benchmarks.results import Figure, Miss, PartResult
from tests.benchmarks.spans import Range, SpanFact, add_tallies, best_of_each, is_held, match, range_of

Json = dict[str, Any]

EMPLOYEE, CEO, FOUNDER = "EMPLOYEE_OR_MEMBER_OF", "CEO", "FOUNDED_BY"
PARENT, SEAT, FOUNDED = "SUBSIDIARY_OF", "HEADQUARTERS", "DATE_FOUNDED"
PROPERTIES = (EMPLOYEE, CEO, FOUNDER, PARENT, SEAT, FOUNDED)

# Used where the input gives no id for a property.
_IDS = {CEO: "902", PARENT: "903", EMPLOYEE: "904", FOUNDED: "905", FOUNDER: "910", SEAT: "911"}
_CEO_TITLE = re.compile(r"\bC\.?E\.?O\b|\bchief executive\b(?! editor)", re.IGNORECASE)
_NEXT_PLACE = re.compile(r",\s+")


def document_of(item: Json) -> Document:
    """A document of the corpus. Each passage is a block: what lies between the passages is blank there."""
    blocks = tuple(
        Block(kind=BlockKind.PARAGRAPH, start=p["passageStart"], end=p["passageEnd"])
        for p in sorted(item["passages"], key=lambda p: int(p["passageStart"]))
    )
    return Document(article=Article(text=item["documentText"]), blocks=blocks)


def facts_in(extraction: Extraction, start: int, end: int) -> list[SpanFact]:
    """The facts that the passage from `start` to `end` states: each once for every pair of mentions there."""
    places = {(m.start, m.end) for e in extraction.entities if e.type == "Place" for m in e.mentions}
    stated = [c for c in extraction.claims if is_held(c) and start <= c.evidence[0].start < end]
    facts = [fact for claim in stated for fact in _facts(claim, places)]
    spread = [other for fact in facts for other in _everywhere(fact, extraction)]
    return best_of_each([f for f in spread if all(start <= a and b <= end for a, b in (f.subject, f.object))])


def _everywhere(fact: SpanFact, extraction: Extraction) -> Iterator[SpanFact]:
    """The fact, once for every pair of mentions of the entities that stand at its two ends."""
    for subject in _alike(fact.subject, extraction):
        for obj in _alike(fact.object, extraction):
            yield SpanFact(fact.name, subject, obj, fact.confidence)


def _alike(span: Range, extraction: Extraction) -> list[Range]:
    """A mention and the others of its entity. A place stands for itself: it is a seat only where it is named as one."""
    for entity in extraction.entities:
        spans = [(m.start, m.end) for m in entity.mentions]
        if span in spans and entity.type != "Place":
            return spans
    return [span]


def _facts(claim: Claim, places: set[Range]) -> Iterator[SpanFact]:
    obj = claim.object
    if obj is None:
        return
    subject, target, confidence = range_of(claim.subject), range_of(obj), claim.confidence
    if claim.relation in ("heldRole", "memberOf", "joined", "left"):
        yield SpanFact(EMPLOYEE, subject, target, confidence)
        if _CEO_TITLE.search(claim.qualifiers.get("title", "")):
            yield SpanFact(CEO, target, subject, confidence)
    elif claim.relation == "founded":
        yield SpanFact(FOUNDER, target, subject, confidence)
        date = claim.time.date
        if date is not None and date.start is not None and date.end is not None:
            yield SpanFact(FOUNDED, target, (date.start, date.end), confidence)
    elif claim.relation == "foundingDate":
        yield SpanFact(FOUNDED, subject, target, confidence)
    elif claim.relation == "unitOf":
        yield SpanFact(PARENT, subject, target, confidence)
    elif claim.relation == "headquarteredIn":
        for place in _chain(target, obj.mention if isinstance(obj, Mention) else obj.value, places):
            yield SpanFact(SEAT, subject, place, confidence)


def _chain(place: Range, text: str, places: set[Range]) -> Iterator[Range]:
    """A seat and the places around it: the corpus labels both of "Los Angeles, California"."""
    start = place[0]
    for comma in _NEXT_PLACE.finditer(text):
        yield start, place[0] + comma.start()
        start = place[0] + comma.end()
    yield start, place[1]
    following = next((other for other in sorted(places) if 0 < other[0] - place[1] <= len(", ")), None)
    if following is not None:
        yield from _chain(following, "", places)


# --- predictions in the corpus's own format --------------------------------------------------------------------------


def facts_by_passage(engine: Engine, item: Json, learned: Reader | None = None) -> list[list[SpanFact]]:
    """The facts of each passage of a document: the rules', or with a learned reader what it finds with their votes."""
    extraction = engine.extract(document_of(item))
    found = [facts_in(extraction, passage["passageStart"], passage["passageEnd"]) for passage in item["passages"]]
    if learned is None:
        return found
    return [_learned(learned, item, passage, own) for passage, own in zip(item["passages"], found, strict=True)]


def _learned(reader: Reader, item: Json, passage: Json, votes: Sequence[SpanFact]) -> list[SpanFact]:
    start, end = passage["passageStart"], passage["passageEnd"]
    inside = [_moved(vote, -start) for vote in votes]
    return [_moved(f, start) for f in facts_in_text(reader, item["documentText"][start:end], "knowledgenet", inside)]


def _moved(fact: SpanFact, by: int) -> SpanFact:
    (s, t), (o, p) = fact.subject, fact.object
    return SpanFact(fact.name, (s + by, t + by), (o + by, p + by), fact.confidence)


def predict(
    engine: Engine, items: Iterable[Json], learned: Reader | None = None, *, every_property: bool = False
) -> Iterator[Json]:
    """The documents with their passages' facts replaced by ours.

    A passage gets facts of the properties that it says were annotated; of all six if it says nothing.
    """
    items = list(items)
    ids = _IDS | {p["propertyName"]: p["propertyId"] for item in items for p in _annotated(item) if p.get("propertyId")}
    for item in items:
        passages = []
        for passage, facts in zip(item["passages"], facts_by_passage(engine, item, learned), strict=True):
            asked = asked_of(passage)
            wanted = set(PROPERTIES) if every_property or asked is None else asked
            inside = [fact for fact in facts if fact.name in wanted]
            passages.append(
                {**passage, "facts": [_as_json(fact, passage, item["documentText"], ids) for fact in inside]}
            )
        yield {**item, "passages": passages}


def _annotated(item: Json) -> Iterator[Json]:
    for passage in item["passages"]:
        yield from passage.get("exhaustivelyAnnotatedProperties") or ()


def _as_json(fact: SpanFact, passage: Json, text: str, ids: Mapping[str, str]) -> Json:
    (s, t), (o, p) = fact.subject, fact.object
    return {
        "factId": f"{passage.get('passageId', '')}:{s}:{t}:{o}:{p}:{ids[fact.name]}",
        "propertyId": ids[fact.name],
        "propertyName": fact.name,
        "humanReadable": f"<{text[s:t]}> <{fact.name}> <{text[o:p]}>",
        "annotatedPassage": "",
        "subjectStart": s,
        "subjectEnd": t,
        "subjectText": text[s:t],
        "subjectUri": "",
        "objectStart": o,
        "objectEnd": p,
        "objectText": text[o:p],
        "objectUri": "",
        "confidence": fact.confidence,
    }


def asked_of(passage: Json) -> set[str] | None:
    """The properties of our six that were annotated in a passage; None if it does not say."""
    listed = passage.get("exhaustivelyAnnotatedProperties")
    return None if listed is None else {p["propertyName"] for p in listed} & set(PROPERTIES)


# --- scoring ---------------------------------------------------------------------------------------------------------


def usable(items: Iterable[Json]) -> list[Json]:
    """The documents that have a passage annotated for one of the six."""
    return [item for item in items if any(asked_of(passage) for passage in item["passages"])]


def score(engine: Engine, items: Sequence[Json], learned: Mapping[int, Reader] | None = None) -> PartResult:
    """Overlap and exact scores over the passages annotated for a property, for that property only.

    `learned` holds for each fold a reader that has not seen it; only those folds are scored then.
    """
    overlapping: dict[str, Tally] = {}
    exact: dict[str, Tally] = {}
    folds: dict[int, dict[str, Tally]] = {}
    judged: list[Judged] = []
    misses: list[Miss] = []
    names = {p["propertyId"]: p["propertyName"] for item in items for p in _annotated(item)}
    items = [item for item in items if learned is None or item["fold"] in learned]
    for item in items:
        found = facts_by_passage(engine, item, learned[item["fold"]] if learned else None)
        for passage, facts in zip(item["passages"], found, strict=True):
            asked = asked_of(passage) or set()
            predicted = [fact for fact in facts if fact.name in asked]
            gold = [fact for fact in gold_facts(passage, names) if fact.name in asked]
            pairs = match(predicted, gold)
            add_tallies(overlapping, predicted, gold, pairs)
            add_tallies(folds.setdefault(item["fold"], {}), predicted, gold, pairs)
            add_tallies(exact, predicted, gold, match(predicted, gold, exact=True))
            judged += [(fact.confidence, number in pairs) for number, fact in enumerate(predicted)]
            misses += _misses(predicted, gold, pairs, passage, item["documentText"])
    figures: dict[str, Figure] = {"overlap f1": total(overlapping.values()).f1, "exact f1": total(exact.values()).f1}
    figures |= {f"overlap f1, fold {fold}": total(table.values()).f1 for fold, table in sorted(folds.items())}
    tables = {"overlap": _in_order(overlapping), "exact": _in_order(exact)}
    return PartResult("knowledgenet", tables, figures, judged=tuple(judged), misses=tuple(misses))


def gold_facts(passage: Json, names: Mapping[str, str]) -> list[SpanFact]:
    """The labelled facts of a passage."""
    return [
        SpanFact(
            names.get(f["propertyId"], ""), (f["subjectStart"], f["subjectEnd"]), (f["objectStart"], f["objectEnd"])
        )
        for f in passage.get("facts") or ()
    ]


def _in_order(table: Mapping[str, Tally]) -> dict[str, Tally]:
    return {name: table[name] for name in PROPERTIES if name in table}


def _misses(
    predicted: Sequence[SpanFact], gold: Sequence[SpanFact], pairs: Mapping[int, int], passage: Json, text: str
) -> Iterator[Miss]:
    def written(fact: SpanFact) -> str:
        return f"{fact.name}({text[slice(*fact.subject)]}; {text[slice(*fact.object)]})"

    for number, fact in enumerate(predicted):
        if number not in pairs:
            yield Miss("false", f"{written(fact)} [{fact.confidence:.2f}]", passage["passageText"])
    for which, fact in enumerate(gold):
        if which not in pairs.values():
            yield Miss("missed", written(fact), passage["passageText"])
