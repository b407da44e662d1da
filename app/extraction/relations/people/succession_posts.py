"""What a succession says of posts: who is succeeded in a post has held it, and who succeeds takes it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.affiliations import told_as_past
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.lemmas import is_verb
from app.extraction.relations.reading.titles import start_phase
from app.model import Phase, Span


def predecessors(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """The posts of those who are succeeded: the one that the successor is given in that sentence, or has had before."""
    held = {(c.subject.entity, c.object_entity) for c in candidates if c.relation == "heldRole"}
    for succession in candidates:
        if succession.relation != "succeeded" or succession.negated or not isinstance(succession.object, FoundMention):
            continue
        post = _post_of(succession, candidates)
        if post is None or (succession.object.entity, post.object_entity) in held:
            continue
        held.add((succession.object.entity, post.object_entity))
        verb = succession.sentence.passage.doc[succession.trigger]
        gone = not is_verb(verb) or start_phase(verb) is Phase.STARTED
        ties = () if post.sentence is succession.sentence else (post.sentence.span,)
        yield Candidate(
            "heldRole",
            "left role",
            succession.sentence,
            succession.object,
            post.object,
            succession.trigger,
            Kind.STATE,
            phase=Phase.ENDED if gone and succession.phase is not Phase.PLANNED else Phase.ONGOING,
            presupposed=True,
            timed=False,
            details=_passed_on(post),
            ties=ties,
        )


def successors(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """The posts of those who succeed somebody, where no other is told: the one that the predecessor is told to have."""
    held = {
        (c.subject.entity, c.object_entity)
        for c in candidates
        if c.relation == "heldRole" and c.phase is not Phase.ENDED  # "succeeded by P, previously the finance chief"
    }
    for succession in candidates:
        if succession.relation != "succeeded" or succession.negated or not isinstance(succession.object, FoundMention):
            continue
        near = [
            c
            for c in candidates
            if c.relation == "heldRole"
            and c.subject.entity == succession.object.entity
            and isinstance(c.object, FoundMention)
            and 0 <= succession.sentence.index - c.sentence.index <= 1
            and not _went_to(c, candidates)
            and not _has_now(c)
        ]
        if len({c.object_entity for c in near}) != 1 or (succession.subject.entity, near[-1].object_entity) in held:
            continue
        if any(
            c.relation == "heldRole"
            and c.subject.entity == succession.subject.entity
            and c.sentence is succession.sentence
            and c.phase in (Phase.STARTED, Phase.PLANNED)
            for c in candidates
        ):
            continue
        post = near[-1]
        if _is_elsewhere(succession, post, candidates):
            continue
        held.add((succession.subject.entity, post.object_entity))
        yield replace(
            succession,
            relation="heldRole",
            rule="joined as",
            object=post.object,
            details=_passed_on(post),
            ties=(*succession.ties, *(() if post.sentence is succession.sentence else (post.sentence.span,))),
        )


def _passed_on(post: Candidate) -> dict[str, Detail]:
    """The title that goes from one holder to the next: who follows or went before an interim chief was chief."""
    title = post.details.get("title")
    if title is None:
        return {}
    stopgap = _STOPGAP.match(title.value)
    if stopgap is None:
        return {"title": title}
    if title.span is None:
        return {}
    start, text = title.span.start + stopgap.end(), title.span.text[stopgap.end() :]
    return {"title": Detail(title.value[stopgap.end() :], Span(start=start, end=title.span.end, text=text))}


_STOPGAP = re.compile(r"(?:interim|acting|caretaker|temporary) ", re.IGNORECASE)


def _is_elsewhere(succession: Candidate, post: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether a successor was told before to have a post somewhere else, so that whose post is meant is unclear."""
    return any(
        c.relation == "heldRole"
        and c.subject.entity == succession.subject.entity
        and c.sentence.index < succession.sentence.index
        and isinstance(c.object, FoundMention)
        and c.object_entity != post.object_entity
        and c.phase is not Phase.ENDED
        and not _came_from(c, candidates)
        for c in candidates
    )


def _has_now(post: Candidate) -> bool:
    """Whether it is what a predecessor has today: "Q, these days a partner at Y, kept silent. Her post went to P"."""
    doc = post.sentence.passage.doc
    near = {t.lower_ for t in doc[max(post.sentence.start, post.trigger - 4) : post.trigger + 2]}
    return bool(near & {"now", "nowadays", "today", "days", "currently", "presently"}) and post.phase is Phase.ONGOING


def _went_to(post: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether it is where a predecessor has gone: "Q has joined Y as T. His successor, P," succeeds Q elsewhere."""
    return any(
        c.relation == "joined"
        and not c.needs_object  # "came from Z" says where P was
        and c.subject.entity == post.subject.entity
        and c.sentence is post.sentence
        and c.object_entity == post.object_entity
        for c in candidates
    )


def _post_of(succession: Candidate, candidates: Sequence[Candidate]) -> Candidate | None:
    """The one post that a successor has in the sentence of the succession, else in the one before."""
    left = {
        c.object_entity for c in candidates if c.relation == "left" and c.subject.entity == succession.subject.entity
    }
    posts = [
        c
        for c in candidates
        if c.relation == "heldRole"
        and c.subject.entity == succession.subject.entity
        and isinstance(c.object, FoundMention)
        and c.phase is not Phase.ENDED
        and not c.negated
        and c.object_entity not in left
        and not told_as_past(c)
        and not _had_before(c, succession)
        and not _is_left_behind(succession, c)
    ]
    for back in (0, 1):
        near = [c for c in posts if succession.sentence.index - c.sentence.index == back]
        if near:
            return near[-1] if len({c.object_entity for c in near}) == 1 else None
    return None


def _came_from(post: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether it is where a successor comes from: "P came from X, where she ran sales. She replaced Q"."""
    return any(
        c.relation == "left"
        and c.rule in ("left for", "moved")
        and c.subject.entity == post.subject.entity
        and c.object_entity == post.object_entity
        for c in candidates
    )


def _had_before(post: Candidate, succession: Candidate) -> bool:
    """Whether it tells where somebody comes from: "Q will be succeeded by P, a partner at Y"."""
    return post.sentence is succession.sentence and post.kind is Kind.STATE and post.trigger > succession.trigger


def _is_left_behind(succession: Candidate, post: Candidate) -> bool:
    """Whether it is the post from which a successor comes: "P, X's head of sales, is to replace Q".

    "Its next chief executive, P, will replace Q" tells of the one to come.
    """
    verb, doc = succession.sentence.passage.doc[succession.trigger], post.sentence.passage.doc
    coming = is_verb(verb) and verb.tag_ in ("VBZ", "VB", "VBG")
    if not coming or post.kind is not Kind.STATE or post.phase in (Phase.STARTED, Phase.PLANNED):
        return False
    near = {t.lower_ for t in doc[max(0, post.trigger - 3) : post.trigger]}
    aside = post.presupposed and post.sentence is succession.sentence and post.rule == "role: own"
    to_come = verb.tag_ == "VB" and not near & {"new", "next", "incoming", "future", "designated"}
    return bool(near & {"currently", "now", "presently"}) or (aside and to_come)
