"""Makes one answer of the answers to the parts of a question, and says which parts have none."""

from __future__ import annotations

from collections.abc import Sequence

from app.model import AnswerItem, AnswerStatus
from app.query.ask.answers.draft import Apiece, Draft
from app.query.ask.answers.timing import NO_DATE, ONLY_ANNOUNCED
from app.query.ask.lexical.inflect import past_tense


def join(first: Draft, second: Draft, part: str = "") -> Draft:
    """One answer of two; the second's times go with the first's answers. `part` is the second's wording."""
    if not first.answered:
        return first
    limited = AnswerStatus.PARTIAL in (first.status, second.status)
    joined = Draft(
        status=AnswerStatus.ANSWERED if second.answered and not limited else AnswerStatus.PARTIAL,
        sentence=_sentence(first, second, part),
        items=_apiece(first, second) if isinstance(second, Apiece) else _items(first.items, second.items, second.timed),
        facts=[*first.facts, *second.facts],
        queries=[*first.queries, *second.queries],
        caveats=[*first.caveats, *second.caveats],
        alternatives=[*first.alternatives, *second.alternatives],
        confidence=min(first.confidence, second.confidence) if second.answered else first.confidence,
        plan=first.plan,
    )
    if not second.answered:
        joined.caveats.append(f"The part “{part}” of the question has no answer." if part else _NONE)
    return joined


_NONE = "The second part of the question has no answer."


def _sentence(first: Draft, second: Draft, part: str) -> str:
    if second.unread and part:
        return f"{first.sentence} What “{part}” asks is not understood."
    root = second.plan.root if second.plan else None
    same = {item.iri for item in first.items} == {item.iri for item in second.items}
    if _statements(second) <= _statements(first):
        return first.sentence
    if not second.timed or root is None or not same:
        # What the second part is about is told once: "A invested in X. How much is not stated."
        return f"{first.sentence} {second.sentence.removeprefix(first.sentence).lstrip()}"
    verb = f"{past_tense(root.verb)} " if root.requires and root.verb else ""
    undated = "".join(f" {lacking}" for lacking in (NO_DATE, ONLY_ANNOUNCED) if lacking in second.caveats)
    return f"{first.sentence.removesuffix('.')}; {verb}{second.timed}.{undated}"


def _statements(draft: Draft) -> set[str]:
    return set(draft.sentence.removesuffix(".").split(". "))


def _items(first: Sequence[AnswerItem], second: Sequence[AnswerItem], timed: str | None) -> list[AnswerItem]:
    """The first answers with the second's times; answers that are about something else stand beside them.

    A day that an article gives for the first answer stays, unless the second is asked for the time of it.
    """
    by_iri = {item.iri: item for item in second if item.iri}
    merged = []
    for item in first:
        other = by_iri.get(item.iri) if item.iri else None
        stays = other is None or (not timed and "text" in item.time and other.time != item.time)
        merged.append(item if stays or other is None else item.model_copy(update={"time": other.time}))
        if stays and other is not None and "text" in other.time:
            merged.append(other)
    known = {item.iri for item in first if item.iri}
    said = {(item.label, item.value) for item in first}
    others = (item for item in second if item.iri is None or item.iri not in known)
    return merged + [item for item in others if item.iri or item.time or (item.label, item.value) not in said]


def _apiece(first: Draft, second: Apiece) -> list[AnswerItem]:
    """The second's items, each with its detail, and whatever of the first is none of them."""
    known = {item.iri for item in second.items if item.iri}
    said = {(item.label, item.value) for item in second.items}
    others = [item for item in first.items if item.iri not in known and (item.label, item.value) not in said]
    return [*second.items, *others]
