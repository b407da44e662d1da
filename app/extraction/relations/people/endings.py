"""Who has gone and who is still to go, as the rest of the article tells it.

"P will step down in May" makes "the departure of P" one to come; "P stepped down as chief executive" ends what was
told before of "P, the chief executive".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.lemmas import is_verb
from app.extraction.relations.reading.titles import start_phase
from app.model import Phase


def as_told_elsewhere(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates; departures of who is yet to go as planned, posts that somebody gives up later on as ended."""
    goings = [c for c in candidates if _tells_a_going(c)]
    if not goings:
        return list(candidates)
    to_go = {_pair(c) for c in goings if c.phase in (Phase.PLANNED, Phase.ONGOING)} - {
        _pair(c) for c in goings if c.rule != "departure" and c.phase not in (Phase.PLANNED, Phase.ONGOING)
    }
    over = {_post(c): c.sentence.index for c in goings if _gives_up(c)}
    for post in candidates:
        # Who is told to have the post after that has it, or is told of before it was given up.
        if post.relation == "heldRole" and _post(post) in over and not _is_over(post):
            last = over[_post(post)]
            if post.sentence.index > last or post.phase in (Phase.STARTED, Phase.PLANNED):
                over.pop(_post(post))
    return [_as_told(c, to_go, over) for c in candidates]


def _as_told(candidate: Candidate, to_go: set[tuple[str, str]], over: dict[tuple[str, str, str], int]) -> Candidate:
    manner = candidate.details.get("manner")
    # Who has handed in a resignation has resigned.
    told_as_thing = candidate.relation == "left" and candidate.rule == "departure"
    if told_as_thing and manner is not None and manner.value == "unstated" and _pair(candidate) in to_go:
        return replace(candidate, phase=Phase.PLANNED)
    held = candidate.relation == "heldRole" and candidate.presupposed and candidate.phase is Phase.ONGOING
    if held and candidate.rule != "left role" and candidate.sentence.index < over.get(_post(candidate), -1):
        return replace(candidate, phase=Phase.ENDED)
    return candidate


def _tells_a_going(candidate: Candidate) -> bool:
    left = candidate.relation == "left" or (candidate.relation == "heldRole" and candidate.rule == "left role")
    return left and candidate.object is not None and not candidate.negated and not candidate.possible


def _gives_up(candidate: Candidate) -> bool:
    """Whether it is told as a fact, by a verb in the past, that a post by its title was given up."""
    if candidate.relation != "heldRole" or not _is_over(candidate) or "title" not in candidate.details:
        return False
    verb = candidate.sentence.passage.doc[candidate.trigger]
    return not candidate.presupposed and is_verb(verb) and start_phase(verb) is Phase.STARTED


def _is_over(candidate: Candidate) -> bool:
    return candidate.phase is Phase.ENDED


def _pair(candidate: Candidate) -> tuple[str, str]:
    return candidate.subject.entity, candidate.object_entity


def _post(candidate: Candidate) -> tuple[str, str, str]:
    title = candidate.details.get("title")
    return *_pair(candidate), title.value.lower() if title is not None else ""
