"""Fills in the organisation that a sentence leaves unsaid: "she will step down", "Tsao is chief executive"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.extraction.passages import FoundMention
from app.extraction.relations.candidates import Candidate
from app.extraction.relations.sentences import Scene, Sentence
from app.model import Phase

_TENURES = frozenset({"heldRole", "memberOf", "joined", "founded", "left"})


def complete(candidates: list[Candidate], scene: Scene) -> list[Candidate]:
    """The candidates with the organisation filled in where the article gives exactly one; those without one are left out.

    The article ties person and organisation elsewhere, and those words become evidence.
    """
    known = _affiliations(candidates)
    whole: list[Candidate] = []
    waiting = [c for c in candidates if c.needs_object and c.object is None]
    # Roles first: what a title implies helps with what a departure leaves unsaid.
    for candidate in sorted(waiting, key=lambda c: (c.relation == "left", c.sentence.index, c.trigger)):
        filled = _fill(candidate, known, scene)
        if filled is not None:
            whole.append(filled)
            if isinstance(filled.object, FoundMention) and filled.phase is not Phase.ENDED:
                known.setdefault(filled.subject.entity, []).append(filled)
    done = {id(c) for c in waiting}
    return [c for c in candidates if id(c) not in done] + whole


def _affiliations(candidates: Iterable[Candidate]) -> dict[str, list[Candidate]]:
    known: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        if candidate.relation in _TENURES and isinstance(candidate.object, FoundMention) and not candidate.negated:
            known.setdefault(candidate.subject.entity, []).append(candidate)
    return known


def _fill(candidate: Candidate, known: dict[str, list[Candidate]], scene: Scene) -> Candidate | None:
    ties = [c for c in known.get(candidate.subject.entity, []) if _usable(c, candidate)]
    entities = {c.object.entity for c in ties if isinstance(c.object, FoundMention)}
    if len(entities) == 1:
        nearest = min(ties, key=lambda c: (abs(c.sentence.index - candidate.sentence.index), c.sentence.index))
        if isinstance(nearest.object, FoundMention):
            return _with_object(candidate, nearest.object, nearest.sentence)
    if entities:
        return None
    focus = _focus(candidate, scene)
    return _with_object(candidate, *focus) if focus is not None else None


def _usable(tie: Candidate, candidate: Candidate) -> bool:
    """Whether an affiliation still stands when the candidate speaks."""
    if tie.phase is Phase.ENDED and tie.rule not in ("responsible", "left role"):
        return False
    return tie.relation != "left" or candidate.relation == "heldRole"


def _with_object(candidate: Candidate, mention: FoundMention, sentence: Sentence) -> Candidate:
    if sentence is candidate.sentence:
        return replace(candidate, object=mention)
    return replace(candidate, object=mention, ties=(*candidate.ties, sentence.span))


def _focus(candidate: Candidate, scene: Scene) -> tuple[FoundMention, Sentence] | None:
    """The one organisation that a title without one can mean: the article's main one, if the passage or title names it."""
    sentence = candidate.sentence
    organizations = {e for e in scene.counts if _is_company(scene, e)}
    if not organizations:
        return None
    ranked = sorted(organizations, key=lambda e: (-scene.counts[e], e))
    main = ranked[0]
    if len(ranked) > 1 and scene.counts[main] < 2 * scene.counts[ranked[1]]:
        return None
    for near in (sentence, *scene.previous(sentence, 4)):
        for mention in near.mentions():
            if mention.entity == main:
                return mention, near
    return None


def _is_company(scene: Scene, entity: str) -> bool:
    return scene.mentions.entities[entity].type in ("Company", "Organization")
