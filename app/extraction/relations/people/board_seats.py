"""Seats on boards: who has, takes, keeps or gives up a seat, of a firm that is named there or told of before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.people.appointments import board_title
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.frames import governing_verb, noun_frame, verb_frame
from app.extraction.relations.reading.lemmas import is_verb, key_of, lemma
from app.extraction.relations.reading.rules import first_filled, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.titles import start_phase
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_SEATS = words("seat place position spot role chair")
_SITS = words("sit serve be remain stay")
_HAS = words("have hold keep retain occupy")
_GETS = words("take take_up get win gain accept secure receive land assume give hand award join come")
_LEAVES = words(
    "leave quit resign step_down step_off stand_down step_back step_aside step_away retire depart drop_off come_off "
    "lose give_up vacate relinquish surrender remove oust withdraw vote_off"
)
# Who is put on a board that is named is read by `appointments` and `joining`.
_ELSEWHERE = words("join appoint elect name add reappoint")
_OTHER_BODIES = words("advisory editorial executive school planning parole health")


@dataclass(frozen=True)
class _Seat:
    """A board, the seat on it where one is spoken of, and the firms whose board it is."""

    board: Token
    thing: Token
    firms: list[FoundMention]


def board_seats(sentence: Sentence) -> Iterator[Candidate]:
    """The seats that a sentence tells to be had, taken or given up."""
    if "P" not in sentence.letters:
        return
    for token in sentence.words:
        if lemma(token) == "board" and token.pos_ in ("NOUN", "PROPN"):
            seat = _seat(sentence, token)
            verb = _verb_of(seat.thing)
            if verb is not None:
                yield from _told(sentence, seat, verb)
            yield from _held_by(sentence, seat)


def _seat(sentence: Sentence, board: Token) -> _Seat:
    """The seat of "a seat on the board of X", "a board seat at X", "X's board"."""
    thing = board
    if board.dep_ == "compound" and lemma(board.head) in _SEATS:
        thing = board.head
    elif board.dep_ == "pobj" and board.head.lower_ in ("on", "of", "in") and lemma(board.head.head) in _SEATS:
        thing = board.head.head
    elif board.dep_ == "pobj" and board.head.lower_ == "on":  # the parser may hang "on the board" on the verb
        things = [c for c in board.head.head.children if c.dep_ == "dobj" and lemma(c) in _SEATS]
        thing = things[0] if things else board
    firms = firms_of_board(sentence, board)
    if not firms and thing is not board:
        firms = first_filled(sentence, noun_frame(thing), ("at", "on", "with", "poss"), "O", metonyms=False)
    return _Seat(board, thing, [m for m in firms if sentence.scene.type_of(m) != "Collective"])


def firms_of_board(sentence: Sentence, board: Token) -> list[FoundMention]:
    """The firms whose board it is: "X's board", "the board of X", "the board of directors of X"."""
    members = [t for c in board.children if c.lower_ == "of" for t in c.children if t.lower_ in _MEMBERS]
    for noun in (board, *members):
        roles = ("poss", "of", "at", "for", "compound")
        found = first_filled(sentence, noun_frame(noun), roles, "O", metonyms=False)
        firms = [m for m in found if sentence.scene.type_of(m) != "Collective"]
        if firms:
            return firms
    return []


_MEMBERS = words("directors trustees governors management managers supervisors")


def _verb_of(thing: Token) -> Token | None:
    """The verb of "sits on the board", "took a seat", "is still on the board", "resigned from the board"."""
    prep = thing.head
    if thing.dep_ == "pobj" and prep.lower_ in ("on", "from", "off", "onto", "to"):
        verb = prep.head if prep.head.dep_ != "prep" else prep.head.head
        return verb if is_verb(verb) else None
    return governing_verb(thing) if thing.dep_ in ("dobj", "oprd", "attr") else None


def _told(sentence: Sentence, seat: _Seat, verb: Token) -> Iterator[Candidate]:
    keys = {lemma(verb), key_of(verb)}
    direct = seat.thing is seat.board
    if (direct and keys & (_HAS | _ELSEWHERE) and (seat.firms or not keys & {"join"})) or _is_unnamed(seat):
        return
    phase = _phase(verb, keys, on=seat.thing.dep_ == "pobj" and seat.thing.head.lower_ == "on", direct=direct)
    if phase is None:
        return
    frame = verb_frame(verb)
    people = first_filled(sentence, frame, ("patient",) if frame.passive else ("agent",), "P")
    leaving = phase.rule == "left role"
    goes_on = leaving and phase.phase is Phase.ONGOING
    title = board_title(sentence, seat.board)
    named: list[FoundMention | None] = [*seat.firms] or [None]
    for person in people:
        for firm in named:
            post = Candidate(
                "heldRole",
                phase.rule,
                sentence,
                person,
                firm,
                verb.i,
                phase.kind,
                phase=phase.phase,
                presupposed=goes_on,
                timed=not goes_on,
                needs_object=firm is None,
            )
            if title is not None or not phase.starts:
                yield post.with_details(title=title)


def _held_by(sentence: Sentence, seat: _Seat) -> Iterator[Candidate]:
    """As in "one of the seats on X's board, held by P"."""
    for verb in seat.thing.children if seat.firms and seat.thing is not seat.board else ():
        if verb.dep_ == "acl" and verb.tag_ == "VBN" and lemma(verb) in _FILLED:
            for person in first_filled(sentence, verb_frame(verb), ("by", "agent"), "P"):
                post = Candidate(
                    "heldRole", "member", sentence, person, seat.firms[0], verb.i, Kind.STATE, phase=Phase.ONGOING
                )
                yield post.with_details(title=board_title(sentence, seat.board))


_FILLED = words("hold occupy fill take")


@dataclass(frozen=True)
class _Told:
    """What a verb says of a seat: by which rule, as what, and how far it has come."""

    rule: str
    kind: Kind
    phase: Phase | None
    starts: bool = False


def _phase(verb: Token, keys: set[str], *, on: bool, direct: bool) -> _Told | None:
    if keys & _LEAVES and not (on and direct):
        over = start_phase(verb) is Phase.STARTED and verb.tag_ in ("VBD", "VBN")
        return _Told("left role", Kind.STATE, Phase.ENDED if over else Phase.ONGOING)
    if (keys & _SITS and on) or (keys & _HAS and not direct):
        told = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
        past = verb.tag_ == "VBD" and not told and lemma(verb) not in ("remain", "stay", "keep", "retain")
        return _Told("member", Kind.STATE, Phase.ENDED if past else None)
    if keys & _GETS and (not direct or "join" in keys):
        return _Told("joined as", Kind.EVENT, start_phase(verb), starts=True)
    return None


def _is_unnamed(seat: _Seat) -> bool:
    """Whether it is the board of some body that is not named, or any board: "sits on several boards"."""
    if seat.firms:
        return False
    of = any(c.dep_ == "prep" and c.lower_ in ("of", "at", "for") for t in (seat.board, seat.thing) for c in t.children)
    told = {c.lower_ for c in seat.board.children if c.dep_ in ("det", "poss")}
    several = seat.board.tag_ in ("NNS", "NNPS")
    other = any(lemma(c) in _OTHER_BODIES for c in seat.board.children)
    return of or several or other or (seat.thing is seat.board and not told & {"the", "its", "their"})
