"""Who gets a post that another has just left: P will step down, Q will take over as chief executive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.extraction.relations.reading.candidates import Candidate, Kind
from app.model import Phase

# Posts that one gives up without a word on which: "will take over as chief executive" after "will step down".
_TOP = (
    "chief executive",
    "ceo",
    "chief executive officer",
    "managing director",
    "president",
    "chairman",
    "chair",
    "head",
)
_INTERIM = frozenset("acting interim new next permanent group co co-".split())


def taken_over(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """As in "P will step down. Q will take over as chief executive": who gets a post that another has just left."""
    known = {c.subject.entity for c in candidates if c.relation == "succeeded"}
    for post in candidates:
        if post.relation != "heldRole" or post.subject.entity in known or not _starts(post):
            continue
        before = {c.subject.entity: c.subject for c in candidates if _leaves(c, post, candidates)}
        if len(before) == 1:
            known.add(post.subject.entity)
            ties = tuple({c.sentence.span for c in candidates if _leaves(c, post, candidates)} - {post.sentence.span})
            yield replace(
                post,
                relation="succeeded",
                rule="took over",
                object=next(iter(before.values())),
                kind=Kind.EVENT,
                details={},
                ties=(*post.ties, *ties),
                timed=False,
            )


def _starts(post: Candidate) -> bool:
    return post.rule in ("appointed", "role: implied", "role: own") and post.phase in (Phase.STARTED, Phase.PLANNED)


def _leaves(gone: Candidate, post: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether somebody else is told, here or in the sentence before, to give up or to have had until now a post."""
    if (
        gone.relation != "heldRole"
        or gone.subject.entity == post.subject.entity
        or gone.object_entity != post.object_entity
    ):
        return False
    if not 0 <= post.sentence.index - gone.sentence.index <= 1 or gone.negated or _starts(gone):
        return False
    goes = gone.rule in ("left role", "role: gone") or any(
        c.relation == "left" and c.subject.entity == gone.subject.entity and c.sentence is gone.sentence
        for c in candidates
    )
    title = _title(post)
    return goes and (_title(gone) == title or ("title" not in gone.details and title in _TOP))


def _title(post: Candidate) -> str:
    title = post.details.get("title")
    return " ".join(w for w in title.value.lower().split() if w not in _INTERIM) if title is not None else ""
