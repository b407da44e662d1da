"""Joining by verb: joined X, came to X from Y, is now with X, is a member of X."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.lexicon.turning_words import ENDED_ADJECTIVES
from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.people.appointments import BODIES, board_title
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import Frame, noun_frame, verb_frame
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.onward import LEAVING
from app.extraction.relations.reading.rules import first_filled, named, or_unsaid, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.titles import after_title, start_phase, title_of, with_titles
from app.extraction.relations.reading.whence import is_somewhere, may_be_place, moves_house
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token


def join(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "joined X (from Y) as T", "returned to X", "joined X's board"."""
    if any(lemma(thing) in ("force", "hand", "rank") for thing in frame.get("patient")):
        return  # firms join forces
    people = first_filled(sentence, frame, ("agent",), "P") or _who_leaves(sentence, frame.trigger)
    back = lemma(frame.trigger) == "return"
    organizations, origins = _where(sentence, frame, back=back)
    titles = title_of(sentence, frame) if frame.get("as") else []
    titles = [] if _is_had_before(sentence, frame, titles) else titles
    if back and not titles and (moves_house(frame) or any(may_be_place(sentence.scene, o) for o in organizations)):
        return
    seats = [title for thing in frame.get("patient") if (title := board_title(sentence, thing))] if not titles else []
    if seats:
        for person in people:
            for organization in organizations[:1]:
                seat = Candidate("heldRole", "joined as", sentence, person, organization, frame.trigger.i)
                yield replace(seat, phase=start_phase(frame.trigger)).with_details(title=seats[0])
                yield replace(seat, relation="joined", rule="joined")
        return
    # "He joined in 2022 from Y": what he joined has been said; one joins in celebrations as well.
    told = bool(origins) or bool(titles) or _is_told_when(sentence, frame.trigger)
    unsaid = not organizations and not back and told and not frame.get("with")
    unsaid = unsaid and (bool(origins) or _is_own(frame.get("patient")))
    joined: list[FoundMention | None] = [None] if unsaid else list(organizations[:1])
    for person in people:
        for employer in joined:
            candidate = Candidate(
                "joined", "joined", sentence, person, employer, frame.trigger.i, needs_object=employer is None
            )
            yield candidate.with_details(title=titles[0] if titles else None, **{"from": named(sentence, origins)})
            role = replace(candidate, relation="heldRole", rule="joined as", phase=start_phase(frame.trigger))
            yield from with_titles(role, titles)
            for source in origins[:1]:
                if employer is None or source.entity != employer.entity:
                    # Between the last day there and the first one here may lie months: the date is that of the joining.
                    left = Candidate("left", "left for", sentence, person, source, frame.trigger.i, timed=False)
                    yield left.with_details(manner=Detail("moved"), destination=named(sentence, organizations))


_BEFORE = frozenset("recently previously formerly latterly lately finally ultimately initially".split())


def _is_had_before(sentence: Sentence, frame: Frame, titles: Sequence[Detail]) -> bool:
    """As in "joins X from Y, where she served nine years, most recently as T": T at Y."""
    span = titles[0].span if titles else None
    if span is None:
        return False
    offset = sentence.passage.block.start
    between = [t for t in sentence.tokens if t.i > frame.trigger.i and offset + t.idx < span.start]
    return any(t.lower_ in _BEFORE for t in between[-4:]) or any(t.lower_ == "where" for t in between)


def _where(sentence: Sentence, frame: Frame, *, back: bool) -> tuple[list[FoundMention], list[FoundMention]]:
    """What somebody joins, and where from."""
    organizations = first_filled(sentence, frame, ("to",) if back else ("patient", "with", "at"), "O")
    organizations = _named_within(sentence, organizations) or organizations
    if not organizations and not back and frame.get("as") and not frame.get("patient"):
        organizations = after_title(sentence, title_of(sentence, frame))  # "joins as sales chief of X"
    if not organizations and not back:
        organizations = _board_of(sentence, frame)
    origins = first_filled(sentence, frame, ("from",), "O", skip=organizations)
    if organizations and not origins and frame.trigger.nbor().lower_ == "from":
        origins, organizations = organizations, []  # "joined from the grocer X's": the parser tears X from "from"
    return organizations, origins


_OWN = words("company firm group business bank team agency studio practice partnership start-up startup lab")


def _is_own(things: Sequence[Token]) -> bool:
    """Whether what is joined is only called "the company", or not at all."""
    return all(
        lemma(thing) in _OWN
        and any(c.lower_ == "the" for c in thing.children)
        and not any(c.dep_ in ("prep", "poss", "relcl", "acl", "appos") for c in thing.children)
        for thing in things
    )


def _is_told_when(sentence: Sentence, verb: Token) -> bool:
    """As in "joined in 2019", "first joined five years ago": the time stands with the verb."""
    doc = sentence.passage.doc
    near = [slot for slot in sentence.slots if slot.letter == "T" and 0 < slot.start - verb.i <= _NEAR]
    if any(c.lower_ == "in" and any(t.dep_ == "pcomp" and t.tag_ == "VBG" for t in c.children) for c in verb.children):
        return False  # "joined in calling for a boycott"
    return any(verb in doc[slot.end - 1].ancestors or verb in doc[slot.start].ancestors for slot in near)


_NEAR = 4


def _named_within(sentence: Sentence, groups: Sequence[FoundMention]) -> list[FoundMention]:
    """The X of "the team at X", "X's legal team"."""
    return [
        m
        for g in groups[:1]
        if sentence.scene.type_of(g) == "Collective"
        for m in sentence.mentions()
        if g.start <= m.start and m.end <= g.end and m != g and sentence.scene.letter(m) == "O"
    ]


def came(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "came to X from Y in 2017", "comes from Y, where she ran sales": joined X, or where she now is, left Y."""
    people = first_filled(sentence, frame, ("agent",), "P")
    origins = first_filled(sentence, frame, ("from",), "O")
    organizations = first_filled(sentence, frame, ("to", "into", "at"), "O", skip=origins)
    # One comes to a meeting as well: to have come to stay is dated, from elsewhere, or as something.
    stays = origins or frame.get("as") or any(slot.letter == "T" for slot in sentence.slots)
    arrives = lemma(frame.trigger) == "arrive"
    if not origins and not frame.get("as") and any(is_somewhere(sentence.scene, o, arrives) for o in organizations):
        return
    for person in people:
        for origin in origins[:1]:
            yield Candidate("left", "left for", sentence, person, origin, frame.trigger.i).with_details(
                manner=Detail("moved"), destination=named(sentence, organizations)
            )
        # "She came from Y": to where she is told to have her post.
        for organization in or_unsaid(organizations)[: bool(organizations or origins)] if stays else ():
            yield Candidate(
                "joined",
                "moved",
                sentence,
                person,
                organization,
                frame.trigger.i,
                needs_object=organization is None,
            ).with_details(**{"from": named(sentence, origins)})


def is_with(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "P, who left X in 2020, is now with Y"."""
    words_ = {c.lower_ for c in frame.trigger.children}
    if not words_ & {"now", "currently", "today", "still"} or words_ & {"not", "n't"} or frame.get("attr"):
        return
    for person in first_filled(sentence, frame, ("agent",), "P"):
        for organization in first_filled(sentence, frame, ("with", "at"), "O")[:1]:
            yield Candidate("memberOf", "member", sentence, person, organization, frame.trigger.i, Kind.STATE)


def _who_leaves(sentence: Sentence, verb: Token) -> list[FoundMention]:
    """As in "before joining X, P spent nine years at Y", "P is leaving Y to join X": the other verb's subject."""
    other = verb.head.head if verb.dep_ == "pcomp" else verb.head
    before = verb.dep_ == "pcomp" and verb.head.lower_ in ("before", "after", "since")
    if not is_verb(other) or not (before or (verb.dep_ == "advcl" and verb.tag_ == "VB" and lemma(other) in LEAVING)):
        return []
    return first_filled(sentence, verb_frame(other), ("agent",), "P")


def _board_of(sentence: Sentence, frame: Frame) -> list[FoundMention]:
    """The organisation in "joined the board of X", "joined X's board"."""
    for thing in frame.get("patient"):
        if lemma(thing) in BODIES:
            owners = noun_frame(thing)
            return first_filled(sentence, owners, ("poss", "of", "at", "compound"), "O")
    return []


def member(sentence: Sentence, noun: Token) -> Iterator[Candidate]:
    """As in "was (not) part of the core team", "is a member of X"."""
    frame = noun_frame(noun)
    if any(c.lower_ == "future" for c in noun.children):
        return
    people = fillers(sentence.scene, sentence.passage.index, frame.get("is"), "P")
    groups = fillers(sentence.scene, sentence.passage.index, frame.get("of"), "O", metonyms=False)
    verb = noun.head if noun.dep_ in ("attr", "oprd") else noun
    groups = _named_within(sentence, groups) or groups
    former = any(c.lower_ in ENDED_ADJECTIVES for c in noun.children)
    over = former or (verb.lower_ == "was" and not any(c.dep_ == "neg" for c in verb.children))
    phase = Phase.ENDED if over else None
    for person in people:
        for group in groups[:1]:
            yield Candidate(
                "memberOf", "member", sentence, person, group, verb.i, Kind.STATE, phase=phase, presupposed=verb == noun
            )
