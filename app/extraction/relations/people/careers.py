"""Careers by verb: which rule reads each verb and noun of a sentence that tells of posts and memberships."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.extraction.relations.people.appointments import appoint, appointment, appointments
from app.extraction.relations.people.becoming import title_by_copula
from app.extraction.relations.people.joining import came, is_with, join, member
from app.extraction.relations.people.leading import chair, chairs_the_board, lead, look_after, preside
from app.extraction.relations.people.responsibility import responsible
from app.extraction.relations.people.serving import serve
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.frames import verb_frame
from app.extraction.relations.reading.lemmas import is_verb, key_of, lemma
from app.extraction.relations.reading.rules import words
from app.extraction.relations.reading.sentences import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token


_APPOINT = words(
    "appoint name hire promote elect designate tap pick install nominate recruit reappoint choose "
    "select poach make bring employ lure headhunt entice add engage restore reinstate confirm fetch bump"
)
_JOIN = words("join rejoin join_up sign_up")
_TAKEN_ON = words("take_on sign_up snap_up")
_LEAD = words(
    "lead head run oversee direct chair manage supervise spearhead captain helm edit skipper co-lead co-head co-chair"
)
_SERVE = words("serve act work teach start begin resurface")
_RESURFACED = words("turn_up pop_up")
_GIVING = words("appointment hiring promotion nomination elevation election reappointment naming recruitment arrival")


def careers(sentence: Sentence) -> Iterator[Candidate]:
    """Roles and memberships that a verb states."""
    yield from appointments(sentence)
    for token in sentence.words:
        if token.lower_ in ("responsible", "charge"):
            yield from responsible(sentence, token)
        elif token.lower_ in ("part", "member", "members"):
            yield from member(sentence, token)
        elif token.dep_ in ("attr", "conj") and token.pos_ in ("NOUN", "PROPN"):
            yield from title_by_copula(sentence, token)
        if not is_verb(token):
            if lemma(token) in _GIVING:
                yield from appointment(sentence, token)
            continue
        yield from _by_verb(sentence, token)


def _by_verb(sentence: Sentence, token: Token) -> Iterator[Candidate]:
    key, bare = key_of(token), lemma(token)
    # "Shook up its board, naming P as chair": not "the naming of".
    named = token.tag_ != "VBG" or (token.dep_ in ("advcl", "conj") and token.pos_ == "VERB")
    if (bare in _APPOINT or key in _TAKEN_ON) and named:
        yield from appoint(sentence, verb_frame(token))
    elif key in _JOIN or (bare == "return" and "to" in {c.lower_ for c in token.children}):
        yield from join(sentence, verb_frame(token))
    elif bare in ("come", "arrive"):
        yield from came(sentence, verb_frame(token))
    elif bare == "be" and any(c.lower_ in ("at", "with") for c in token.children):
        yield from is_with(sentence, verb_frame(token))
    elif bare in _LEAD and not _is_of_title(token):
        frame = verb_frame(token)
        yield from (chair if chairs_the_board(frame) else lead)(sentence, frame)
    elif bare == "preside":
        yield from preside(sentence, token)
    elif bare == "look" or (bare == "take" and any(c.lower_ == "care" for c in token.children)):
        yield from look_after(sentence, token)
    elif bare in _SERVE or key in _RESURFACED:
        yield from serve(sentence, verb_frame(token))


def _is_of_title(token: Token) -> bool:
    """Whether what the parser takes for a verb belongs to a title: "has been managing director"."""
    after = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    return token.lower_ == "managing" and after in _MANAGING


_MANAGING = words("director directors partner partners editor editors principal member members general")
