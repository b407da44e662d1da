"""What ties people to organisations in an article, and which of these ties still stand where a candidate speaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.sentences import Scene
from app.extraction.relations.reading.titles import SEAT
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

TENURES = frozenset({"heldRole", "memberOf", "joined", "founded"})
_TAKEN_UP = frozenset({"appointed", "joined as", "joined", "left for", "moved"})
# Rules whose roles are past because the person has left: the departure speaks of the same tenure.
_DEPARTED = frozenset({"responsible", "left role", "role: gone"})


def affiliations(candidates: Iterable[Candidate], scene: Scene) -> dict[str, list[Candidate]]:
    """What ties each person, by entity, to named organisations: posts, memberships, what was joined or founded."""
    known: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        if candidate.relation not in TENURES or candidate.negated or not isinstance(candidate.object, FoundMention):
            continue
        if scene.type_of(candidate.object) != "Collective":
            known.setdefault(candidate.subject.entity, []).append(candidate)
    return known


def standing_ties(
    candidate: Candidate, known: dict[str, list[Candidate]], origins: Set[tuple[str, str]]
) -> list[Candidate]:
    """What ties the person to organisations where the candidate speaks."""
    if candidate.rule == SEAT:
        return _seats_before(candidate, known)
    ties = [c for c in known.get(candidate.subject.entity, []) if _usable(c, candidate)]
    # Whoever came from somewhere has the post elsewhere, and so leaves another, if one is told of.
    elsewhere = [c for c in ties if (candidate.subject.entity, c.object_entity) not in origins]
    if candidate.relation != "left" or elsewhere:
        ties = elsewhere
    if candidate.rule == "appointed":
        # What is told of somebody afterwards is the post that is given up.
        ties = [c for c in ties if c.sentence.index <= candidate.sentence.index]
    return ties


def _seats_before(candidate: Candidate, known: dict[str, list[Candidate]]) -> list[Candidate]:
    """For "The chair is P": the posts that the sentence before has told that somebody else has."""
    return [
        c
        for ties in known.values()
        for c in ties
        if c.relation == "heldRole"
        and c.sentence.index == candidate.sentence.index - 1
        and c.subject.entity != candidate.subject.entity
        and c.phase is not Phase.ENDED
        and not told_as_past(c)
    ]


def past_ties(candidate: Candidate, known: dict[str, list[Candidate]]) -> set[str]:
    """The organisations that the person is told to have been with before: no bare title means one of those."""
    ties = [c for c in known.get(candidate.subject.entity, []) if c.relation in ("heldRole", "memberOf")]
    over = [c for c in ties if (c.phase is Phase.ENDED or told_as_past(c)) and c.rule not in _DEPARTED]
    return {c.object.entity for c in over if isinstance(c.object, FoundMention)}


def _usable(tie: Candidate, candidate: Candidate) -> bool:
    """Whether an affiliation still stands where the candidate speaks."""
    gone = candidate.relation == "left" or candidate.rule == "left role"
    if _is_onward(tie, candidate, gone=gone):
        return False
    # "Its finance chief, P, has resigned": the bare title ends with the departure.
    if gone and tie.rule == "role: implied" and tie.sentence is candidate.sentence and not said_former(tie):
        return True
    if tie.rule in ("member", "worked") and tie.sentence is candidate.sentence:
        return True
    if gone and _was_there_then(tie, candidate):
        return True
    # What one takes up afterwards is elsewhere: "P is leaving. She will join Y as its head".
    if candidate.relation == "left" and tie.sentence.index > candidate.sentence.index and tie.rule in _TAKEN_UP:
        return False
    # "P, who joined X in May, left on Friday": what was joined before; what is joined after leaving is another.
    if tie.relation == "joined" and gone and tie.sentence is candidate.sentence:
        verbs = [candidate.sentence.passage.doc[i] for i in (tie.trigger, candidate.trigger)]
        return verbs[0].dep_ == "relcl" and verbs[1].tag_ in ("VBD", "VBN") and verbs[0].i < verbs[1].i
    later = tie.sentence is candidate.sentence and tie.trigger > candidate.trigger
    later = later and (tie.phase is Phase.STARTED or tie.sentence.passage.doc[tie.trigger].tag_ == "VB")
    if candidate.relation == "left" and (tie.phase is Phase.PLANNED or later):
        return False
    if tie.phase is Phase.ENDED and tie.rule not in _DEPARTED:
        return False
    if told_as_past(tie, plainly=not gone) and tie.rule not in _DEPARTED:
        return False
    # Nor does one leave what one goes on to found: "left in May to start X".
    if gone and tie.relation == "founded" and tie.sentence is candidate.sentence and tie.trigger > candidate.trigger:
        return False
    # One leaves what one has joined before, not what one joins next.
    if tie.relation == "joined":
        # "P, who joined X in May, has been appointed T".
        aside = tie.sentence is candidate.sentence and tie.trigger < candidate.trigger
        aside = aside and tie.sentence.passage.doc[tie.trigger].dep_ == "relcl"
        return (
            candidate.relation == "heldRole"
            and candidate.phase is not Phase.ENDED
            and (aside or tie.sentence.index < candidate.sentence.index)
        )
    return True


def _was_there_then(tie: Candidate, candidate: Candidate) -> bool:
    """As in "P, who was X's finance chief, left in May": that was then what was left, unless it was over before."""
    if tie.sentence is not candidate.sentence or not tie.trigger < candidate.trigger or tie.relation != "heldRole":
        return False
    verb, left = _verb_of(tie), candidate.sentence.passage.doc[candidate.trigger]
    if verb.dep_ != "relcl" or left.tag_ not in ("VBD", "VBN") or not _tells_who(verb):
        return False
    # The parser may hang what follows the clause on a word in it.
    if left in verb.subtree and (left.dep_ != "acl" or left.nbor(-1).text != ","):
        return False
    past = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and any(c.lower_ == "had" for c in verb.children))
    told = verb.doc[verb.left_edge.i : min(left.i, verb.right_edge.i + 1)]
    return past and _EARLIER.isdisjoint(t.lower_ for t in told) and not _OVER_BY.search(told.text)


def _tells_who(verb: Token) -> bool:
    """Whether a clause is told of a person: "who was"."""
    return any(c.lower_ == "who" and c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


# "Who was its chief until 2019", "from 2010 to 2015", "in the 1990s"
_OVER_BY = re.compile(r"\b(?:until|till|from \d{4}|between|during|in \d{4}|in the|under)\b")


def is_just_taken_up(tie: Candidate) -> bool:
    """Whether it is news that somebody has started there: "has joined X", "started at X on Monday", "will join X".

    What that person is then told to have left, in the past, is another firm.
    """
    taken_up = tie.rule in _TAKEN_UP or tie.phase in (Phase.STARTED, Phase.PLANNED)
    if not taken_up or tie.presupposed or not tie.object_entity:
        return False
    verb = _verb_of(tie)
    lately = any(t.lower_ in _LATELY for t in verb.subtree if abs(t.i - verb.i) < _NEAR)
    return lately or tie.phase is Phase.PLANNED or any(c.lower_ in ("has", "have", "will") for c in verb.children)


_LATELY = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday now just".split())
_NEAR = 15


def _is_destination(tie: Candidate, candidate: Candidate) -> bool:
    """Whether a tie is to where somebody goes: "left for X, where she is president"."""
    destination = candidate.details.get("destination")
    if destination is None or not isinstance(tie.object, FoundMention):
        return False
    return tie.sentence.scene.mentions.entity(tie.object).name == destination.value


def _is_onward(tie: Candidate, candidate: Candidate, *, gone: bool) -> bool:
    """Whether a tie is of another time than what the candidate tells: of today, of what came next, of long before."""
    today = (gone or candidate.relation == "founded") and _held_since(tie, candidate)
    after = (gone or candidate.rule == "role: implied") and _goes_on_to(tie, candidate)
    there = candidate.relation == "left" and _is_destination(tie, candidate)
    return today or after or there or (gone and _held_long_before(tie, candidate))


def _held_since(tie: Candidate, candidate: Candidate) -> bool:
    """As in "P, who now runs X, left in May": where somebody is today is not what was left before."""
    left, verb = candidate.sentence.passage.doc[candidate.trigger], _verb_of(tie)
    if left.tag_ in ("VBG", "VBZ", "VBP", "VB"):
        return False
    return verb.tag_ in ("VBZ", "VBP") and any(c.lower_ in _TODAY for c in verb.children)


def _goes_on_to(tie: Candidate, candidate: Candidate) -> bool:
    """As in "finance director P quit in May and has since become a partner at X": X is where P went."""
    if tie.sentence is not candidate.sentence or tie.trigger <= candidate.trigger:
        return False
    verb = _verb_of(tie)
    while verb.dep_ == "conj" and verb.head.i < verb.i:
        verb = verb.head
        if lemma(verb) in _LEAVING and verb.i >= candidate.trigger:
            return True
    return False


def _verb_of(tie: Candidate) -> Token:
    verb = tie.sentence.passage.doc[tie.trigger]
    while not is_verb(verb) and verb.head != verb:
        verb = verb.head
    return verb


_LEAVING = frozenset({"leave", "quit", "resign", "depart", "retire", "step", "walk", "go", "exit"})


def _held_long_before(tie: Candidate, candidate: Candidate) -> bool:
    """As in "P, who had run X for years, was hired by Y. P left in May": what was over when another thing was told."""
    if tie.sentence is candidate.sentence or tie.presupposed:
        return False
    verb = tie.sentence.passage.doc[tie.trigger]
    had = verb.tag_ == "VBN" and any(c.lower_ == "had" for c in verb.children)
    return had and verb.dep_ == "relcl"


_TODAY = frozenset({"now", "today", "currently", "nowadays", "days"})


def said_former(tie: Candidate) -> bool:
    """Whether a title is told to be a former one by a word before it."""
    title = tie.details.get("title")
    if title is None or title.span is None:
        return False
    before = tie.sentence.span.text[: max(0, title.span.start - tie.sentence.span.start)].lower().split()
    return bool({"former", "ex-", "previous", "past", "onetime", "then"} & set(before[-3:]))


_EARLIER = frozenset({"previously", "formerly", "earlier", "before", "recently", "once", "ex", "former", "then"})
_PAST = frozenset({"was", "were", "had", "did", "used"})


def told_as_past(tie: Candidate, *, plainly: bool = True) -> bool:
    """Whether a lasting tie is told as over: "previously ran X" or, plainly, "led X". Its phase is read only later."""
    if tie.kind is not Kind.STATE or tie.presupposed:
        return False
    trigger = tie.sentence.passage.doc[tie.trigger]
    if plainly and trigger.dep_ == "xcomp" and trigger.head.lower_ == "used":
        return True
    if not is_verb(trigger) or any(child.lower_ in ("has", "have") for child in trigger.children):
        return any(child.lower_ in _EARLIER for child in trigger.children)
    nearby = {child.lower_ for child in trigger.children} | {trigger.lower_}
    if not plainly:
        return bool(nearby & _EARLIER)
    return trigger.tag_ == "VBD" or bool(nearby & (_EARLIER | _PAST))
