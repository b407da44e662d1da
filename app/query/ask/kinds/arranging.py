"""Puts a list in the order that was asked for, without what is not settled or with it ("undisputed ones only")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.model import AnswerItem, AnswerStatus, Fact, Status
from app.query.ask.answers.answer import Answerer
from app.query.ask.answers.draft import Draft
from app.query.ask.answers.sentences import join
from app.query.ask.plans.evaluate import ALL_GRAPHS, Evaluator
from app.query.ask.plans.order import span_of

_THING = (
    r"(?: (?:ones?|investments?|deals?|purchases?|acquisitions?|holders?|stakes?|posts?|rounds?|investors?"
    r"|appointments?))?"
)
_EARLY, _LATE = r"(?:oldest|earliest|longest ago)", r"(?:most recent|newest|latest|youngest)"
_LARGE = r"(?:largest|biggest|highest|greatest|most valuable|heaviest)"
_SMALL = r"(?:smallest|lowest|least|tiniest)"
_PUT = (
    r"(?:(?:please )?(?:list(?:ed|ing)?|sort(?:ed)?|order(?:ed)?|rank(?:ed)?|arranged?|put|given?|shown?|told|starting"
    r"|beginning|running)(?: (?:them|it|these|all))? )?"
)


class Order(StrEnum):
    """What a list is to be ordered by."""

    TIME = "oldest first"
    LATEST = "most recent first"
    SIZE = "largest first"
    SMALLEST = "smallest first"
    LEAD = "lead first"


_ORDERS: tuple[tuple[Order, str], ...] = (
    (Order.LEAD, r"(?:the )?lead(?:ing|er)?(?: investor| one)? first"),
    (
        Order.LATEST,
        rf"(?:the )?(?:{_LATE}|last){_THING} first|with the {_LATE}(?: one)?|in reverse(?: chronological)? order"
        rf"|from (?:the )?{_LATE} to (?:the )?{_EARLY}|from new to old|backwards",
    ),
    (
        Order.SMALLEST,
        rf"(?:the )?{_SMALL}{_THING} first|in ascending order|from (?:the )?{_SMALL} to (?:the )?{_LARGE}"
        rf"|with the {_SMALL}(?: one)?",
    ),
    (
        Order.SIZE,
        rf"(?:the )?(?:{_LARGE}|top){_THING} first|in descending order|from (?:the )?{_LARGE} to (?:the )?{_SMALL}"
        rf"|with the {_LARGE}(?: one)?|(?:in order of|in the order of|by) (?:the )?(?:size|amount|sum|stake|holding"
        r"|percentage|value)",
    ),
    (
        Order.TIME,
        rf"(?:the )?{_EARLY}{_THING} first|chronologically|in (?:(?:a |the )?chronological|date|time|temporal) order"
        rf"|(?:in order of|in the order of|by) (?:date|time|year|day|appearance|appointment|arrival|age)"
        rf"|from (?:the )?(?:{_EARLY}|first) to (?:the )?(?:{_LATE}|last)|from old to new|with the {_EARLY}(?: one)?"
        r"|in (?:the right |the correct )?(?:order|sequence)|one after (?:the other|another)",
    ),
)
_UNIT = r"(?:round|year|deal|one|item|step|post|case)"
_SEPARATELY = rf"{_UNIT} by {_UNIT}|individually|separately"
_BEFORE, _BEHIND = r"(?:\s*[,;:(–—-]\s*|\s+)(?:and )?", r"\)?(?=\s*[,;.?!]|\s*$|\s+(?:please|pls|thanks|thx)\b)"
_PATTERNS = tuple(
    (order, re.compile(rf"{_BEFORE}{_PUT}(?:{pattern}){_BEHIND}", re.IGNORECASE)) for order, pattern in _ORDERS
)
_OPENING = tuple(
    (order, re.compile(rf"^\W*{_PUT}(?:{pattern})\s*[,:]\s*", re.IGNORECASE)) for order, pattern in _ORDERS
)
_APART = re.compile(rf"{_BEFORE}(?:{_SEPARATELY}){_BEHIND}", re.IGNORECASE)
_SURE = r"(?:undisputed|confirmed|established|certain|settled|proven|verified|uncontested|undoubted)"
_ONLY = re.compile(
    rf"{_BEFORE}(?:(?:the )?{_SURE}(?: (?:ones?|stakes?|facts?|holdings?|cases?|figures?|items?|entries))?,? only"
    rf"|only (?:the )?{_SURE}(?: (?:ones?|stakes?|facts?|holdings?|cases?|figures?|items?|entries))?"
    rf"|only (?:those|ones|what) (?:that |which )?(?:is|are) {_SURE}){_BEHIND}",
    re.IGNORECASE,
)
_ALSO = re.compile(
    rf"{_BEFORE}(?:including|even|also|as well as|plus) (?:(?:those|ones|any|the ones|what|anything) )?"
    r"(?:(?:that|which|who) )?(?:(?:is|are) )?(?:(?:only|merely|just|so far) )*(?:based on )?"
    rf"(?:hearsay|reported|rumou?red|rumou?rs|unconfirmed|alleged|disputed|contested|planned"
    rf"|not confirmed|by hearsay)(?: (?:ones?|stakes?|holdings?|only))?{_BEHIND}",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Arrangement:
    """A question without the words on how its answers are to be listed, and what these said."""

    question: str
    order: Order | None = None
    settled: bool = False
    widened: bool = False


def arrangement(question: str) -> Arrangement:
    """How the answers to a question are to be listed.

    >>> found = arrangement("Acme: chief executives in order, most recent first")
    >>> found.question, found.order.value
    ('Acme: chief executives', 'most recent first')
    >>> arrangement("Owners of Acme, undisputed ones only").settled
    True
    """
    plain, order = _APART.sub("", question), None
    for patterns, kept in ((_PATTERNS, ""), (_OPENING, "")):
        for name, pattern in patterns:
            if (shorter := pattern.sub(kept, plain)) != plain:
                plain, order = shorter, order or name
    settled = _ONLY.sub("", plain)
    widened = _ALSO.sub("", settled)
    return Arrangement(widened, order, settled=settled != plain, widened=widened != settled)


def arranged(asked: Arrangement, draft: Draft, answerer: Answerer, evaluator: Evaluator) -> Draft:
    """The answer as its question wants it listed."""
    if asked.widened and draft.plan and draft.plan.atoms and draft.answered:
        found = evaluator.run(draft.plan, graphs=ALL_GRAPHS)
        draft = replace(answerer.found(found), confidence=draft.confidence) if found.rows else draft
    if not draft.answered:
        return draft
    groups = _groups(draft, answerer)
    if asked.settled:
        kept = [(items, facts) for items, facts in groups if all(_is_settled(fact) for fact in facts)]
        if not kept:
            return Draft(AnswerStatus.NOT_STATED, f"None of that is settled. {draft.sentence}", queries=draft.queries)
        if len(kept) < len(groups):
            draft.caveats = [caveat for caveat in draft.caveats if "dispute" not in caveat]
            _put(draft, kept, answerer)
        groups = kept
    if asked.order and len(groups) > 1:
        _sort(asked.order, draft, groups, answerer)
    return draft


def _groups(draft: Draft, answerer: Answerer) -> list[tuple[list[AnswerItem], list[Fact]]]:
    """The items, each with the details that follow it, and the facts that they are about."""
    groups: list[tuple[list[AnswerItem], list[Fact]]] = []
    seen: set[str] = set()
    for item in draft.items:
        if groups and groups[-1][0][0].iri and (item.iri in seen or _is_detail(item, groups[-1][1])):
            groups[-1][0].append(item)
        else:
            groups.append(([item], [fact for fact in draft.facts if _is_about(fact, item, answerer)]))
        seen |= {item.iri} if item.iri else set()
    return groups


def _is_detail(item: AnswerItem, facts: Sequence[Fact]) -> bool:
    """Whether an item is a detail in the facts about the item before it."""
    return item.iri is None and any(item.value in values for fact in facts for values in fact.slots.values())


def _is_about(fact: Fact, item: AnswerItem, answerer: Answerer) -> bool:
    values = {value for values in fact.slots.values() for value in values}
    iris = answerer.lookup.iris
    named = {iris.entity(value).value for value in values if answerer.speaker.entity(value)}
    return item.iri in named or item.iri == iris.fact(fact.id).value or (item.iri is None and item.value in values)


def _is_settled(fact: Fact) -> bool:
    doubted = any(
        aspect.status is Status.DISPUTED or (aspect.is_detail and aspect.has_sides) for aspect in fact.aspects
    )
    return fact.realised and fact.status.vouched and not doubted


def _sort(
    order: Order, draft: Draft, groups: Sequence[tuple[list[AnswerItem], list[Fact]]], answerer: Answerer
) -> None:
    keyed = [(_key(order, facts, draft, answerer), items, facts) for items, facts in groups]
    known = [(key, items, facts) for key, items, facts in keyed if key is not None]
    others = [(items, facts) for key, items, facts in keyed if key is None]
    down = order in (Order.LATEST, Order.SIZE, Order.LEAD)
    known.sort(key=lambda entry: entry[0], reverse=down)
    _put(draft, [*((items, facts) for _, items, facts in known), *others], answerer)
    if others and order is not Order.LEAD:
        names = join([items[0].label for items, _ in others])
        missing = "not dated" if order in (Order.TIME, Order.LATEST) else "given no size"
        draft.caveats.append(f"{names} stand{'s' if len(others) == 1 else ''} last, being {missing}.")


def _key(order: Order, facts: Sequence[Fact], draft: Draft, answerer: Answerer) -> str | float | None:
    atom = draft.plan.atoms[0] if draft.plan and draft.plan.atoms else None
    root = draft.plan.root if draft.plan else None
    if order is Order.LEAD:
        return float(any(fact.slots.get(slot) == ("true",) for fact in facts for slot in answerer.lexicon.wholes))
    if order in (Order.SIZE, Order.SMALLEST):
        slot = answerer.lexicon.measures.get(root.relation.name, "amount") if root else "amount"
        sizes = [float(value) for fact in facts for value in fact.slots.get(slot, ())]
        return max(sizes, default=None)
    aspect = (atom.requires or atom.aspect) if atom else "exists"
    spans = [span_of(fact, aspect, answerer.lexicon) for fact in facts]
    days = [first for first, _ in spans if first] or [last for fact, (_, last) in zip(facts, spans, strict=True)
                                                      if last and fact.time.ended]  # fmt: skip
    return (max if order is Order.LATEST else min)(days) if days else None


def _put(draft: Draft, groups: Sequence[tuple[list[AnswerItem], list[Fact]]], answerer: Answerer) -> None:
    """Let the draft tell the groups in their order."""
    relation = draft.plan.root.relation.name if draft.plan and draft.plan.root else None
    told = list(dict.fromkeys(answerer.speaker.sentence(fact, relation) for _, facts in groups for fact in facts))
    draft.items = [item for items, _ in groups for item in items]
    draft.facts = list({fact.id: fact for _, facts in groups for fact in facts}.values())
    draft.sentence = f"{'. '.join(told)}." if told else draft.sentence
