"""Leaving by verb and noun: left, resigned, was dismissed, retired, the departure of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.lexicon.turning_words import DEMANDING, WANTING
from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.people.appointments import speaker
from app.extraction.relations.people.board_seats import firms_of_board
from app.extraction.relations.people.seekers import holder_of, who_seeks
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.chronicles import is_chronicled, is_present
from app.extraction.relations.reading.compelled import was_made_to
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import Frame, governing_verb, noun_frame, verb_frame
from app.extraction.relations.reading.lemmas import is_verb, key_of, lemma
from app.extraction.relations.reading.patterns import Found
from app.extraction.relations.reading.rules import first_filled, named, or_unsaid, words
from app.extraction.relations.reading.seats_left import body_left
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.templates import compile_pattern
from app.extraction.relations.reading.titles import after_title, titles_at, with_titles
from app.extraction.relations.reading.whence import may_be_place, moves_house
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token


# How a person left, by the verb's lemma (with its particle). Those in _FROM_POST may end a post alone.
_MANNERS: Mapping[str, str] = {
    **dict.fromkeys(words("resign quit walk_out"), "resigned"),
    **dict.fromkeys(words("step_down stand_down step_aside step_away"), "resigned"),
    **dict.fromkeys(words("retire"), "retired"),
    **dict.fromkeys(words("leave depart exit go_out bow_out move_on"), "unstated"),
    **dict.fromkeys(words("defect move switch decamp transfer jump"), "moved"),
    **dict.fromkeys(words("move_over switch_over cross_over jump_over transfer_over"), "moved"),
}
_DISMISSED = words(
    "fire dismiss sack oust axe terminate lay_off force_out push_out kick_out remove eject boot_out ditch"
)
_NOUNS: Mapping[str, str] = {
    "departure": "unstated",
    "exit": "unstated",
    "resignation": "resigned",
    "retirement": "retired",
    "dismissal": "dismissed",
    "ouster": "dismissed",
    "firing": "dismissed",
    "sacking": "dismissed",
    "defection": "moved",
}
# These give up a post; whether the organisation is left as well, they leave open.
_FROM_POST = words("step_down stand_down step_aside step_back")


# "Jane Roe, pictured left in 2010" stands on the left.
_SHOWN = frozenset(
    {"pictured", "seen", "shown", "photographed", "far", "top", "bottom", "centre", "center", "(", "above"}
)


def departures(sentence: Sentence) -> Iterator[Candidate]:
    """Who left what."""
    for token in sentence.words:
        if is_verb(token) and token.pos_ != "NOUN":
            yield from _verb(sentence, token)
        elif token.pos_ in ("NOUN", "PROPN") and lemma(token) in _NOUNS:
            yield from _noun(sentence, token)


def _verb(sentence: Sentence, token: Token) -> Iterator[Candidate]:
    key, bare = key_of(token), lemma(token)
    if token.lower_ == "left" and token.i > sentence.start and token.nbor(-1).lower_ in _SHOWN:
        return
    frame = verb_frame(token)
    if (key in _DISMISSED or bare in _DISMISSED) and (frame.passive or frame.get("patient")):
        yield from _left(
            sentence,
            frame,
            first_filled(sentence, frame, ("patient",), "P"),
            "dismissed",
            ("from", "of", "by", "agent"),
        )
    elif bare == "suspend":
        for person in first_filled(sentence, frame, ("patient",), "P") if frame.passive else ():
            role = Candidate("heldRole", "served", sentence, person, None, token.i, Kind.STATE, needs_object=True)
            yield from with_titles(replace(role, phase=Phase.ONGOING), _roles_left(sentence, frame))
    elif key in _MANNERS or bare in ("resign", "quit", "retire", "leave", "depart"):
        manner = _MANNERS.get(key) or _MANNERS[bare]
        if manner == "moved":
            yield from _moved(sentence, frame)
            return
        if bare in ("leave", "quit") and not _leaves_post(sentence, frame):
            return
        yield from _left(
            sentence,
            frame,
            first_filled(sentence, frame, ("agent",), "P") or _called_so(sentence, frame),
            manner,
            ("patient", "from", "at", "of", "out"),
        )


def _called_so(sentence: Sentence, frame: Frame) -> list[FoundMention]:
    """The person of "the chairman of X, P, will retire", whom the parser may take for X's other name.

    Nor may "P, who joined X in May, left on Friday" be read as "P, left by".
    """
    if _follows_comma(frame):
        return fillers(sentence.scene, sentence.passage.index, [frame.trigger.head], "P")
    # "P started there in May, left for Y a year later and came back": nobody is left by anybody.
    if frame.passive and not any(c.dep_ == "auxpass" for c in frame.trigger.children) and not frame.get("by"):
        return first_filled(sentence, frame, ("patient",), "P")
    subjects = [t for t in frame.get("agent") if any(c.lower_ == "of" for c in t.children)]
    named = [t for subject in subjects for t in subject.subtree if t.dep_ == "appos" and t.i < frame.trigger.i]
    return fillers(sentence.scene, sentence.passage.index, named, "P")


def _follows_comma(frame: Frame) -> bool:
    verb = frame.trigger
    return verb.dep_ == "acl" and verb.i > 0 and verb.doc[verb.i - 1].text == "," and not frame.get("by")


def _moved(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "moved (from X) to Y": joined Y, and left X if X is named."""
    people = first_filled(sentence, frame, ("agent",), "P")
    sources = first_filled(sentence, frame, ("from",), "O")
    targets = first_filled(sentence, frame, ("to",), "O", skip=sources)
    if not targets or moves_house(frame) or may_be_place(sentence.scene, targets[0]):
        return
    destination = named(sentence, targets)
    until = any(c.lower_ == "until" for c in frame.trigger.children)
    for person in people:
        if until and not sources:  # "was its head until he moved to Y"
            left = Candidate("left", "left", sentence, person, None, frame.trigger.i, needs_object=True)
            yield left.with_details(manner=Detail("moved"), destination=destination)
        origin = named(sentence, sources)
        yield Candidate("joined", "moved", sentence, person, targets[0], frame.trigger.i).with_details(
            **{"from": origin}
        )
        for source in sources[:1]:
            yield Candidate("left", "moved", sentence, person, source, frame.trigger.i).with_details(
                manner=Detail("moved"), destination=destination
            )


_PLAIN_POSTS = words("top own current old new same family executive senior")


def _leaves_post(sentence: Sentence, frame: Frame) -> bool:
    """As in "left X", "left the company", "left in March": not "left the finance function in good shape"."""
    objects = frame.get("patient") if not frame.passive else []
    if any(c.lower_ == "behind" for c in frame.trigger.children):
        return False  # "left behind a widow"
    if not objects or _follows_comma(frame):
        return True
    if fillers(sentence.scene, sentence.passage.index, objects[:1], "O", metonyms=False):
        return True
    if any(c.dep_ in ("compound", "amod") and c.lower_ not in _PLAIN_POSTS for c in objects[0].children):
        return False  # "quit her nursing job": whose it was is not said
    return lemma(objects[0]) in (
        "company",
        "firm",
        "job",
        "post",
        "position",
        "role",
        "group",
        "business",
        "bank",
        "board",
    )


def _left(
    sentence: Sentence, frame: Frame, people: list[FoundMention], manner: str, where: tuple[str, ...]
) -> Iterator[Candidate]:
    if not people:
        return
    titles = _roles_left(sentence, frame)
    board = body_left(frame.trigger) if manner != "moved" else None
    if board is not None and not titles:
        return  # a seat is given up: see `board_seats`
    organizations = (
        after_title(sentence, titles)
        or (firms_of_board(sentence, board) if board is not None else [])
        or [m for m in first_filled(sentence, frame, where, "O", skip=people) if not _past_purpose(sentence, frame, m)]
        or _served_at(sentence, frame.trigger)
        or _served_before(sentence, frame.trigger)
    )
    if not organizations and _of_another(sentence, frame, where):
        return
    destinations = first_filled(sentence, frame, ("to", "for"), "O", skip=organizations)
    destination = named(sentence, destinations)
    phase = _still_to_come(frame.trigger)
    if phase is Phase.PLANNED and is_present(frame.trigger) and is_chronicled(sentence):
        phase = None
    for person in people:
        for organization in or_unsaid(organizations):
            candidate = Candidate(
                "left",
                "left",
                sentence,
                person,
                organization,
                frame.trigger.i,
                phase=phase,
                needs_object=organization is None,
            ).with_details(manner=Detail(manner), destination=destination)
            # "stepped down as chairman" ends that role; whether the person stays in the organisation is not said.
            role = replace(
                candidate, relation="heldRole", rule="left role", kind=Kind.STATE, phase=Phase.ENDED, details={}
            )
            # What is still to be given up goes on; the departure's date is that of its end, if it is planned.
            if phase in (Phase.PLANNED, Phase.CONSIDERED):
                role = replace(role, phase=Phase.ONGOING, presupposed=True, timed=phase is Phase.PLANNED)
            yield from with_titles(role, titles)
            if board is not None:
                continue
            for target in destinations[:1]:
                yield Candidate("joined", "left for", sentence, person, target, frame.trigger.i, phase=phase)
            # "stepped down" gives up a post, and says no more of the organisation.
            if not titles and key_of(frame.trigger) in _FROM_POST:
                yield role
                continue
            whole = lemma(frame.trigger) in ("quit", "resign", "walk") and not _stays(sentence, frame.trigger)
            if not titles or manner != "resigned" or whole:
                yield candidate


def _of_another(sentence: Sentence, frame: Frame, where: tuple[str, ...]) -> bool:
    """As in "left the board of the charity": what is left is told, by no name."""
    things = [t for role in where for t in frame.get(role) if t.pos_ == "NOUN"]
    owners = [t for thing in things for p in thing.children if p.lower_ in ("of", "at") for t in p.children]
    named = sentence.scene.mentions
    return any(
        t.pos_ == "NOUN" and named.at(sentence.passage.index, t.i) is None and lemma(t) in _BODIES for t in owners
    )


_BODIES = words(
    "charity trust school college university hospital club union council foundation museum association federation "
    "church party committee commission agency regulator ministry league academy orchestra theatre subsidiary unit "
    "affiliate parent arm"
)
_STAYING = re.compile(r"\b(?:continues?|remains?|stays?|staying|will still|keeps? (?:his|her|their|working))\b")


def _stays(sentence: Sentence, verb: Token) -> bool:
    """As in "resigned as a director; she continues to see patients": only the post is given up."""
    return (
        _STAYING.search(sentence.text, sentence.passage.doc[verb.i].idx - sentence.passage.doc[sentence.start].idx)
        is not None
    )


def _past_purpose(sentence: Sentence, frame: Frame, mention: FoundMention) -> bool:
    """Whether it stands after what somebody leaves for: "left to start a rival, X", misread as "left X"."""
    between = sentence.passage.doc[frame.trigger.i + 1 : mention.start]
    return any(t.tag_ == "VB" and t.i and t.nbor(-1).lower_ == "to" for t in between)


def _roles_left(sentence: Sentence, frame: Frame) -> list[Detail]:
    """The titles in "stepped down as T", "after five months as T"."""
    doc = sentence.passage.doc
    for token in doc[frame.trigger.i : min(sentence.end, frame.trigger.i + 20)]:
        purpose = token.i > frame.trigger.i and token.tag_ == "VB" and token.nbor(-1).lower_ == "to"
        # "Left in May and has turned up at X as T", "left X to work as T": that is another post.
        next_ = token.dep_ == "conj" and is_verb(token) and token.head == frame.trigger
        if token.text in (",", ";") or purpose or next_:
            break
        if token.lower_ == "as" and token.i + 1 < sentence.end:
            return titles_at(sentence, token.i + 1)
    return []


_SERVED = compile_pattern(r"after (?:(?!{P})[^.;,]){0,30}?{T} (?:(?:at|with|of) )(?:the )?{DESC}{O:o}")


def _served_at(sentence: Sentence, verb: Token) -> list[FoundMention]:
    """The organisation in "leaves after twelve years at X"."""
    match = _SERVED.search(sentence.code, sentence.position_of(verb.i))
    return Found(sentence, match).mentions("o")[:1] if match is not None else []


def _served_before(sentence: Sentence, verb: Token) -> list[FoundMention]:
    """The organisation in "ran X for years before retiring"."""
    served = verb.head.head
    if verb.dep_ != "pcomp" or verb.head.lower_ != "before" or lemma(served) not in _SERVING:
        return []
    return first_filled(sentence, verb_frame(served), ("patient", "at", "for"), "O")


_SERVING = words("run lead head manage chair work serve spend")


def _still_to_come(verb: Token) -> Phase | None:
    """As in "retires on 31 March", "steps down": the present tense speaks of what is to come."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if "to" in helpers and verb.dep_ in ("ccomp", "xcomp") and lemma(verb.head) in WANTING | DEMANDING:
        return Phase.CONSIDERED  # "shareholders want P to resign": nobody plans to
    if "to" in helpers and ("have" in helpers or was_made_to(verb)):
        return None  # "is believed to have left"
    present = is_present(verb)
    coming = helpers & {"will", "'ll", "’ll", "to"} or (verb.tag_ == "VBG" and helpers & {"is", "are"})
    # "Said that P would step down" is "P will step down", as it was said.
    told = (helpers & {"would", "'d", "’d"} or (verb.tag_ == "VBG" and helpers & {"was", "were"})) and _is_told(verb)
    return Phase.PLANNED if present or coming or told else None


def _is_told(verb: Token) -> bool:
    """Whether somebody said it then: "said P would leave", "P would leave, X said", "confirmed that P was leaving"."""
    while verb.dep_ == "conj" and is_verb(verb.head):
        verb = verb.head
    said = verb.head
    return verb.dep_ == "ccomp" and said.tag_ in ("VBD", "VBN") and lemma(said) in _SAYING


_SAYING = words("say announce confirm disclose reveal state report tell write add declare")


def _noun(sentence: Sentence, noun: Token) -> Iterator[Candidate]:
    """As in "the departure of P (from X)", "P's resignation"."""
    if body_left(noun) is not None:
        return
    frame = noun_frame(noun)
    people = first_filled(sentence, frame, ("of", "poss"), "P") or holder_of(sentence, frame)
    organizations = (
        first_filled(sentence, frame, ("from", "at", "far from"), "O")
        or speaker(sentence, noun)
        or who_seeks(sentence, noun)
    )
    if not organizations and _NOUNS[lemma(noun)] == "dismissed":
        organizations = first_filled(sentence, frame, ("by",), "O")
    for person in people:
        for organization in or_unsaid(organizations):
            yield Candidate(
                "left",
                "departure",
                sentence,
                person,
                organization,
                noun.i,
                needs_object=organization is None,
                phase=Phase.COMPLETED,
                possible=_is_demanded(noun),
            ).with_details(manner=Detail(_NOUNS[lemma(noun)]))


def _is_demanded(noun: Token) -> bool:
    """As in "is pushing for the exit of P": what is demanded has not come about."""
    verb = governing_verb(noun)
    return verb is not None and lemma(verb) in _DEMANDING


_DEMANDING = words("push call press demand seek want campaign agitate lobby")
