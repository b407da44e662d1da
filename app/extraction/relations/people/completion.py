"""Fills in the organisation that a sentence leaves unsaid: "she will step down", "Tsao is chief executive"."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.affiliations import TENURES, affiliations, told_as_past
from app.extraction.relations.context.meant import meant
from app.extraction.relations.context.merging import at_merged, of_merged
from app.extraction.relations.context.outsiders import name_bearer
from app.extraction.relations.context.queries import Place
from app.extraction.relations.people.besides import whose
from app.extraction.relations.people.employers import Posts, employer_sought, is_of_none
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.sentences import Scene, Sentence
from app.extraction.relations.reading.titles import BESIDE
from app.model import Phase


def complete(candidates: list[Candidate], scene: Scene) -> list[Candidate]:
    """The candidates with the organisation filled in where it is likely enough, without those that remain open.

    What ties person and organisation elsewhere, or tells of the organisation, becomes evidence.
    """
    waiting = [c for c in candidates if c.needs_object and c.object is None]
    if not waiting:
        return candidates
    posts = _posts(candidates, scene)
    filled: dict[int, Candidate] = {}
    # Roles first: what a title implies helps with what a departure leaves unsaid.
    for candidate in sorted(waiting, key=lambda c: (c.relation == "left", c.sentence.index, c.trigger)):
        whole = _fill(candidate, posts)
        if whole is not None:
            filled[id(candidate)] = whole
            if whole.relation in TENURES:
                posts.known.setdefault(whole.subject.entity, []).append(whole)
    unsaid = {id(c) for c in waiting}
    completed = [filled.get(id(c), c) for c in candidates if id(c) not in unsaid or id(c) in filled]
    return _without_charge_told_again(completed)


def _without_charge_told_again(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates without the "took charge" of those whose post there is told besides."""
    told = {
        (c.subject.entity, c.object_entity) for c in candidates if c.relation == "heldRole" and "title" in c.details
    }
    return [c for c in candidates if not (_takes_charge(c) and (c.subject.entity, c.object_entity) in told)]


def _takes_charge(candidate: Candidate) -> bool:
    trigger = candidate.sentence.passage.doc[candidate.trigger]
    return candidate.rule == "led" and candidate.needs_object and trigger.lemma_.lower() == "take"


def _posts(candidates: list[Candidate], scene: Scene) -> Posts:
    """What the candidates tell of who is where."""
    # Whoever joins from somewhere is named with the new title.
    left = {
        (c.subject.entity, c.sentence.index): c.object
        for c in candidates
        if c.relation == "left" and isinstance(c.object, FoundMention) and not c.negated and c.rule != "left for"
    }
    backing = {
        (c.subject.entity, c.object.entity)
        for c in candidates
        if c.relation in ("investedIn", "ownsStakeIn") and isinstance(c.object, FoundMention)
    }
    origins = {
        (c.subject.entity, c.object.entity)
        for c in candidates
        if c.relation == "left" and c.rule in ("left for", "moved") and isinstance(c.object, FoundMention)
    }
    stated = {c.sentence.index: set[str]() for c in candidates}
    for c in candidates:
        over = c.relation == "heldRole" and (c.phase is Phase.ENDED or told_as_past(c))
        if c.relation in ("heldRole", "founded") and isinstance(c.object, FoundMention) and not over:
            stated[c.sentence.index].add(c.object.entity)
    return Posts(scene, affiliations(candidates, scene), left, backing, origins, stated)


def _fill(candidate: Candidate, posts: Posts) -> Candidate | None:
    if is_of_none(candidate, posts.scene):
        return None
    if candidate.rule == BESIDE:
        return _where_the_other_is(candidate, posts.known, posts.left, posts.origins)
    if of_merged(candidate):
        return at_merged(candidate)
    led = _led_by(candidate, posts)
    if led is not None:
        return _with_object(candidate, led, candidate.sentence)
    found = meant(employer_sought(candidate, posts))
    if found is None:
        named = name_bearer(posts.scene, candidate)
        return _with_object(candidate, *named) if named is not None else None
    if _is_next(candidate, found[1][0]):
        return None
    return _with_object(candidate, *_evidence(candidate, posts, *found))


def _led_by(candidate: Candidate, posts: Posts) -> FoundMention | None:
    """For "X is led by chief executive P": X, since the title stands between the verb and the name."""
    if candidate.rule != "role: implied" or candidate.phase is Phase.ENDED:
        return None
    for led in posts.known.get(candidate.subject.entity, []):
        here = led.sentence is candidate.sentence and led.rule == "led" and not led.negated
        if here and led.trigger < candidate.trigger < candidate.subject.start and isinstance(led.object, FoundMention):
            return led.object
    return None


def _is_next(candidate: Candidate, place: FoundMention) -> bool:
    """Whether the firm is where somebody has gone since: in "P, a former manager, runs X" he was no manager of X."""
    here = candidate.sentence
    if candidate.phase is not Phase.ENDED or not candidate.presupposed or candidate.rule != "role: implied":
        return False
    return place.passage == here.passage.index and candidate.trigger < place.start < here.end


def _evidence(candidate: Candidate, posts: Posts, firm: str, place: Place) -> Place:
    """Where the article ties person and firm, the nearest; else where the firm was last told of."""
    ties = [c for c in posts.known.get(candidate.subject.entity, []) if c.object_entity == firm]
    nearest = min(ties, key=lambda c: abs(c.sentence.index - candidate.sentence.index), default=None)
    if nearest is None or not isinstance(nearest.object, FoundMention):
        return place
    return nearest.object, nearest.sentence


def _where_the_other_is(
    candidate: Candidate,
    known: dict[str, list[Candidate]],
    left: dict[tuple[str, int], FoundMention],
    origins: Set[tuple[str, str]],
) -> Candidate | None:
    """For "Q's deputy, P": where Q is, or else was, if that is one organisation; a successor is where Q was."""
    other = whose(candidate)
    if other is None:
        return None
    ties = [c for c in known.get(other.entity, []) if c.sentence.index <= candidate.sentence.index]
    ties = [c for c in ties if (other.entity, c.object_entity) not in origins]
    present = [c for c in ties if c.phase is not Phase.ENDED and not told_as_past(c)]
    places = [(c.object, c.sentence) for c in present or ties if isinstance(c.object, FoundMention)]
    gone = [m for (person, _), m in left.items() if person == other.entity]
    word = candidate.sentence.passage.doc[candidate.trigger].lower_
    onward = {c.object_entity for c in ties if c.relation == "joined"}
    if gone and (word == "successor" or (word.startswith("deput") and onward)):
        places = []  # who stays is where the other was
    entities = {m.entity for m, _ in places} or {m.entity for m in gone}
    if len(entities) != 1:
        return None
    place, sentence = places[-1] if places else (gone[-1], candidate.sentence)
    return _with_object(candidate, place, sentence)


def _with_object(candidate: Candidate, mention: FoundMention, sentence: Sentence) -> Candidate:
    if mention.entity == candidate.subject.entity:
        return candidate
    if sentence is candidate.sentence:
        return replace(candidate, object=mention)
    return replace(candidate, object=mention, ties=(*candidate.ties, sentence.span))
