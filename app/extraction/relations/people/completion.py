"""Fills in the organisation that a sentence leaves unsaid: "she will step down", "Tsao is chief executive"."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import replace

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.affiliations import (
    TENURES,
    affiliations,
    past_ties,
    said_former,
    standing_ties,
    told_as_past,
)
from app.extraction.relations.context.article_topics import (
    main_organization,
    only_organization,
    opening_topic,
    topic_so_far,
)
from app.extraction.relations.context.meant import meant
from app.extraction.relations.context.outsiders import name_bearer
from app.extraction.relations.context.protagonist import protagonist, with_protagonist
from app.extraction.relations.context.public_posts import is_told_elsewhere
from app.extraction.relations.context.spoken_firms import Place
from app.extraction.relations.context.topics import named_company, paragraph_topic, tells_of_unknown
from app.extraction.relations.people.besides import whose
from app.extraction.relations.people.employers import Posts, employer_sought
from app.extraction.relations.people.owned_posts import firm_of_its
from app.extraction.relations.people.speaking_for import announcing_firm, employer_of_superior, spoken_for
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.sentences import Scene, Sentence
from app.extraction.relations.reading.titles import BESIDE, SEAT
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
    return [filled.get(id(c), c) for c in candidates if id(c) not in unsaid or id(c) in filled]


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
    return Posts(scene, affiliations(candidates, scene), left, backing, origins, stated, protagonist(scene))


def _fill(candidate: Candidate, posts: Posts) -> Candidate | None:
    verdicts = _verdicts(candidate, posts)
    said = _said(candidate, posts)
    if said is not None and isinstance(said.object, FoundMention):
        verdicts["rules"] = said.object, candidate.sentence
    query = employer_sought(candidate, posts, verdicts, owned=_owned_by_another(candidate))
    found = meant(query, said.object_entity if said is not None else None)
    if found is None:
        return None
    return said if said is not None and said.object_entity == found[0] else _with_object(candidate, *found[1])


def _verdicts(candidate: Candidate, posts: Posts) -> dict[str, Place]:
    """Each rule's firm by itself."""
    scene = posts.scene
    found = {
        "its": firm_of_its(scene, candidate),
        "superior": employer_of_superior(candidate, posts.known),
        "left here": _left_from(candidate, posts.left),
        "company president": named_company(scene, candidate),
        "name": name_bearer(scene, candidate),
        "paragraph": paragraph_topic(scene, candidate, posts.backing),
        "main": main_organization(scene, candidate.sentence, candidate.trigger),
        "only": only_organization(scene, candidate),
        "spoken for": spoken_for(scene, candidate),
        "so far": topic_so_far(scene, candidate),
        "opening": opening_topic(scene, candidate),
        "protagonist": with_protagonist(scene, candidate, posts.main),
    }
    announcer = announcing_firm(scene, candidate)
    if announcer is not None:
        found["announcer"] = announcer, candidate.sentence
    for name, whole in (
        ("other", _where_the_other_is(candidate, posts.known, posts.left, posts.origins)),
        ("last held", _last_held(candidate, posts.known)),
        ("beside", _beside(candidate, posts.stated)),
    ):
        if whole is not None and isinstance(whole.object, FoundMention):
            found[name] = whole.object, whole.sentence
    return {name: place for name, place in found.items() if place is not None}


def _said(candidate: Candidate, posts: Posts) -> Candidate | None:
    return _by_rules(candidate, posts) or _beside(candidate, posts.stated)


def _by_rules(candidate: Candidate, posts: Posts) -> Candidate | None:
    if is_told_elsewhere(candidate):
        return None
    if candidate.rule == BESIDE:
        return _where_the_other_is(candidate, posts.known, posts.left, posts.origins)
    owner = firm_of_its(posts.scene, candidate)
    if owner is not None:
        return _with_object(candidate, *owner)
    ties = standing_ties(candidate, posts.known, posts.origins)
    entities = {c.object.entity for c in ties if isinstance(c.object, FoundMention)}
    if len(entities) == 1:
        nearest = min(ties, key=lambda c: (abs(c.sentence.index - candidate.sentence.index), c.sentence.index))
        if isinstance(nearest.object, FoundMention):
            return _with_object(candidate, nearest.object, nearest.sentence)
    if entities:
        return None
    if candidate.relation == "joined" and candidate.rule == "moved":
        return _at_protagonist(candidate, posts)
    if candidate.relation == "left":
        announcer = announcing_firm(posts.scene, candidate)
        told_by = _with_object(candidate, announcer, candidate.sentence) if announcer is not None else None
        return told_by or _last_held(candidate, posts.known) or _at_protagonist(candidate, posts)
    return _at_topic(candidate, posts)


def _at_topic(candidate: Candidate, posts: Posts) -> Candidate | None:
    """The candidate with the organisation that the sentence, the paragraph or the article is about."""
    scene, known = posts.scene, posts.known
    if _owned_by_another(candidate) or tells_of_unknown(scene, candidate):
        return None
    told = employer_of_superior(candidate, known) or _left_from(candidate, posts.left)
    if told is None and candidate.rule == "oversaw":
        return _at_protagonist(candidate, posts)
    focus = (
        told
        or named_company(scene, candidate)
        or name_bearer(scene, candidate)
        or _unless_beside(paragraph_topic(scene, candidate, posts.backing), candidate, posts.main)
        or main_organization(scene, candidate.sentence, candidate.trigger)
        or only_organization(scene, candidate)
        or spoken_for(scene, candidate)
        or topic_so_far(scene, candidate)
        or opening_topic(scene, candidate)
        or with_protagonist(scene, candidate, posts.main)
    )
    # Who "joined from X" has the title elsewhere.
    if focus is not None and (candidate.subject.entity, focus[0].entity) in posts.origins:
        return None
    if focus is None or (candidate.phase is not Phase.ENDED and focus[0].entity in past_ties(candidate, known)):
        return None
    return _with_object(candidate, *focus)


def _unless_beside(
    topic: tuple[FoundMention, Sentence] | None, candidate: Candidate, main: str | None
) -> tuple[FoundMention, Sentence] | None:
    """A paragraph's topic, unless the paragraph tells of it beside the firm that the article is about."""
    if topic is None or main is None or topic[0].entity == main:
        return topic
    here = candidate.sentence
    earlier = (s for s in here.scene.by_passage.get(here.passage.index, ()) if s.index < here.index)
    return None if any(m.entity == main for s in earlier for m in s.mentions()) else topic


def _at_protagonist(candidate: Candidate, posts: Posts) -> Candidate | None:
    """The candidate with the firm that the article is about, unless the person came from there or was there before."""
    focus = with_protagonist(posts.scene, candidate, posts.main)
    if focus is None or (candidate.subject.entity, focus[0].entity) in posts.origins:
        return None
    if candidate.relation not in ("left", "joined") and focus[0].entity in past_ties(candidate, posts.known):
        return None
    ties = posts.known.get(candidate.subject.entity, [])
    if any(c.object_entity == focus[0].entity and c.presupposed and c.phase is Phase.ENDED for c in ties):
        return None  # "P, the former head of X, resigned": from something else
    return _with_object(candidate, *focus)


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
    if gone and candidate.sentence.passage.doc[candidate.trigger].lower_ == "successor":
        places = []
    entities = {m.entity for m, _ in places} or {m.entity for m in gone}
    if len(entities) != 1:
        return None
    place, sentence = places[-1] if places else (gone[-1], candidate.sentence)
    return _with_object(candidate, place, sentence)


def _last_held(candidate: Candidate, known: dict[str, list[Candidate]]) -> Candidate | None:
    """As in "P, X's former head of sales, will testify. He resigned in May": from the one firm where P is told of."""
    ties = known.get(candidate.subject.entity, [])
    near = [c for c in ties if c.presupposed and c.phase is Phase.ENDED and c.relation == "heldRole"]
    near = [c for c in near if 0 < candidate.sentence.index - c.sentence.index <= 2]
    one = len({c.object.entity for c in ties if isinstance(c.object, FoundMention)}) == 1
    if not near or not one or not isinstance(near[-1].object, FoundMention):
        return None
    return _with_object(candidate, near[-1].object, near[-1].sentence)


def _left_from(candidate: Candidate, left: dict[tuple[str, int], FoundMention]) -> tuple[FoundMention, Sentence] | None:
    """The organisation of "P, the finance chief, is leaving X": the one that is left in the same sentence."""
    if candidate.relation != "heldRole" or candidate.rule not in ("role: implied", "oversaw") or said_former(candidate):
        return None
    organization = left.get((candidate.subject.entity, candidate.sentence.index))
    return (organization, candidate.sentence) if organization is not None else None


_OWNERS = ("its", "his", "her", "their", "your", "whose")
_OTHER_BODIES = tuple(
    [word]
    for word in """union fire police city town village county state party army church school club hospital league
    association council federation chamber guild parliament senate""".split()
)


def _owned_by_another(candidate: Candidate) -> bool:
    """As in "Its managing director, P", where nothing says what "its" means: then it is not for us to say."""
    title = candidate.details.get("title")
    span = title.span if title is not None else None
    if candidate.rule == "founder":
        span = candidate.sentence.raw(candidate.trigger, candidate.trigger + 1)
    if span is None:
        return False
    sentence = candidate.sentence
    before = sentence.span.text[: max(0, span.start - sentence.span.start)].lower().split()
    # "After its loss, chief executive P": whose it is ends with the comma. A union's president is none of the firm.
    near = before[-3:]
    while any(word.endswith(",") or word == "as" for word in near):
        near = near[1:]  # nor does "her role as" say whose
    return any(word in _OWNERS or word.endswith(("'s", "’s")) for word in near) or before[-1:] in _OTHER_BODIES


def _beside(candidate: Candidate, stated: Mapping[int, Set[str]]) -> Candidate | None:
    """The organisation that the rest of the sentence gives roles in: "X named A its president; B stays as adviser"."""
    organizations = stated[candidate.sentence.index]
    elsewhere = candidate.relation == "left" or candidate.rule in (SEAT, "left role") or _owned_by_another(candidate)
    elsewhere = elsewhere or is_told_elsewhere(candidate)
    if elsewhere or len(organizations) != 1:
        return None
    entity = next(iter(organizations))
    mention = next((m for m in candidate.sentence.mentions() if m.entity == entity), None)
    return replace(candidate, object=mention) if mention is not None else None


def _with_object(candidate: Candidate, mention: FoundMention, sentence: Sentence) -> Candidate:
    if mention.entity == candidate.subject.entity:
        return candidate
    if sentence is candidate.sentence:
        return replace(candidate, object=mention)
    return replace(candidate, object=mention, ties=(*candidate.ties, sentence.span))
