"""Titles told beside: "finance chief P will step down" ends that post, "P follows Q as treasurer" is about that one."""

from __future__ import annotations

from collections.abc import Sequence

from app.extraction.relations.reading.candidates import Candidate
from app.model import Phase

_COMING = (Phase.STARTED, Phase.PLANNED)
_GIVEN = frozenset({"appointed", "joined as"})


def with_titles_beside(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates; a post given up, or taken from somebody, with the one title that the sentence has for it."""
    titled: dict[tuple[int, str], list[Candidate]] = {}
    for candidate in candidates:
        if candidate.relation == "heldRole" and "title" in candidate.details and not candidate.negated:
            titled.setdefault((candidate.sentence.index, candidate.subject.entity), []).append(candidate)
    return [_with_title(c, titled) for c in candidates] if titled else list(candidates)


def _with_title(candidate: Candidate, titled: dict[tuple[int, str], list[Candidate]]) -> Candidate:
    if "title" in candidate.details:
        return candidate
    own = titled.get((candidate.sentence.index, candidate.subject.entity), [])
    if candidate.relation == "heldRole" and candidate.rule == "left role":
        posts = [c for c in own if c.presupposed and c.rule.startswith("role:")]
        posts = [c for c in posts if c.object_entity == candidate.object_entity]
    elif candidate.relation == "succeeded":
        posts = [c for c in own if c.phase in _COMING or c.rule in _GIVEN]
    else:
        return candidate
    titles = {post.details["title"].value.lower(): post.details["title"] for post in posts}
    return candidate.with_details(title=next(iter(titles.values()))) if len(titles) == 1 else candidate
