"""Whose a purchase is that an executive is told to have made: "As its chief executive he bought Y" is the company's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.affiliations import affiliations, told_as_past
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.rules import words
from app.extraction.relations.reading.sentences import Scene
from app.model import Phase

_LEADING = words(
    "chief ceo executive director president head chair chairman chairwoman chairperson boss manager managing cfo coo"
)
# Words that tell of somebody's own money or of people who buy for themselves.
_OWN_MONEY = words(
    """
    personally himself herself themselves privately money fortune savings pocket wife husband brother sister cousin son
    daughter father mother family families billionaire millionaire tycoon magnate entrepreneur investor financier
    heir heiress buyout management managers partners friends owner consortium"""
)
_DEALT = frozenset({"acquired"})
_NEAR = 3


def on_behalf(candidates: Sequence[Candidate], scene: Scene) -> Iterator[Candidate]:
    """The candidates, with the purchases that executives made given to their companies.

    Where the company is not known the purchase is left out: whose it is, the article does not tell.
    """
    ties = affiliations(candidates, scene)
    for candidate in candidates:
        person = candidate.subject
        if candidate.relation not in _DEALT or scene.type_of(person) != "Person" or _is_private(candidate):
            yield candidate
            continue
        known = [c for c in ties.get(person.entity, ()) if c.relation != "memberOf"]
        if not known or any(c.object_entity == candidate.object_entity for c in known):
            yield candidate
            continue
        leads = [c for c in known if c.relation == "heldRole" and _leads(c)]
        firm = _firm(candidate, leads, scene)
        if firm is not None and firm.object_entity != candidate.object_entity and isinstance(firm.object, FoundMention):
            yield replace(candidate, subject=firm.object, ties=(*candidate.ties, firm.sentence.span))
        elif not leads:
            yield candidate


def _is_private(candidate: Candidate) -> bool:
    """Whether the sentence tells of somebody's own money."""
    return any(token.lower_ in _OWN_MONEY for token in candidate.sentence.tokens)


def _leads(tie: Candidate) -> bool:
    title = tie.details.get("title")
    return title is None or not _LEADING.isdisjoint(title.value.lower().replace("-", " ").split())


def _firm(deal: Candidate, leads: Iterable[Candidate], scene: Scene) -> Candidate | None:
    """The firm that the article is about, if somebody leads it; else the one that is told shortly before the deal."""
    by_firm = {c.object_entity: c for c in leads if c.object_entity}
    if scene.main_company in by_firm:
        return by_firm[scene.main_company]
    standing = [c for c in by_firm.values() if c.phase is not Phase.ENDED and not told_as_past(c)]
    near = [c for c in standing if 0 < deal.sentence.index - c.sentence.index <= _NEAR]
    return near[0] if len(by_firm) == 1 and near else None
