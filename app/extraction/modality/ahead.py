"""Posts that somebody was given and has not begun: "has named P its chief; she starts in May", "effective May 1".

Who is named, hired or told to be somebody's successor has the post from then on, unless the sentence or the next one
tells a start that lies ahead.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.extraction.lexicon.tables import words
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.lemmas import is_verb, key_of, lemma
from app.extraction.relations.reading.sentences import Sentence, Slot
from app.extraction.relations.reading.subjects import is_passive, subjects_of
from app.extraction.relations.reading.time_clauses import home_of
from app.extraction.values.dates import FoundTime
from app.model import Phase, TimeValue

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEGINNING = words("start begin join assume succeed replace become take_over take_up step_up move_up step_in")
_TAKEN = words("office charge reins helm role post position job duty control")
_COMING = words("will 'll ’ll shall")
_POSTS = frozenset({"heldRole", "joined", "succeeded"})


def not_yet(candidate: Candidate, phase: Phase) -> Phase:
    """The phase that tense gives, but of a post that begins later planned."""
    if phase not in (Phase.STARTED, Phase.COMPLETED) or candidate.relation not in _POSTS:
        return phase
    sentence = candidate.sentence
    if sentence.is_heading or candidate.phase is Phase.ENDED or _has_begun(candidate) or _is_dated_back(candidate):
        return phase
    if _is_effective_later(candidate) or _begins_ahead(candidate, sentence):
        return Phase.PLANNED
    following = sentence.scene.beside(sentence, 1)
    return Phase.PLANNED if following is not None and _begins_ahead(candidate, following) else phase


def _has_begun(candidate: Candidate) -> bool:
    """Whether a verb in the past tells that the post was taken up: "joined", "became", "has taken over"."""
    trigger = candidate.sentence.passage.doc[candidate.trigger]
    return is_verb(trigger) and _begins(trigger) and trigger.tag_ in ("VBD", "VBN") and not is_passive(trigger)


def _is_dated_back(candidate: Candidate) -> bool:
    """Whether it is told of a year that was over when the article was written."""
    sentence = candidate.sentence
    published = (sentence.scene.document.article.published or "")[:10]
    return any(
        _is_past(slot.filler.value, published) and home_of(candidate, slot) is not None
        for slot in sentence.slots
        if isinstance(slot.filler, FoundTime) and slot.filler.value is not None
    )


def _is_effective_later(candidate: Candidate) -> bool:
    """As in "named P its chief, with effect from May 1"."""
    sentence = candidate.sentence
    for slot in sentence.slots:
        if isinstance(slot.filler, FoundTime) and slot.start > candidate.trigger and _is_ahead(sentence, slot):
            between = sentence.passage.doc[candidate.trigger + 1 : slot.start]
            before = {t.lower_ for t in between[-3:]}
            if before & {"effective", "effect"} and not any(is_verb(t) for t in between):
                return True
    return False


def _begins(verb: Token) -> bool:
    if key_of(verb).replace(" ", "_") in _BEGINNING:
        return True
    return lemma(verb) == "take" and any(c.dep_ == "dobj" and lemma(c) in _TAKEN for c in verb.children)


def _begins_ahead(candidate: Candidate, sentence: Sentence) -> bool:
    """Whether a sentence tells that the subject of a candidate begins somewhere later than the article was written."""
    for verb in sentence.words:
        if is_verb(verb) and _begins(verb) and not _is_elsewhere(candidate, sentence, verb):
            ahead = _is_future(verb) or (verb.tag_ in ("VBZ", "VBP") and any(_dated(sentence, verb)))
            if ahead and candidate.subject.entity in _who(sentence, verb):
                return True
    return False


def _is_future(verb: Token) -> bool:
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if helpers & _COMING:
        return True
    above = verb.head
    due = above.lower_ in ("is", "are") or (above.lower_ in ("due", "set", "scheduled", "expected") and _is_now(above))
    return "to" in helpers and verb.dep_ == "xcomp" and due


def _is_now(word: Token) -> bool:
    return any(t.lower_ in ("is", "are") for t in (*word.children, word.head))


def _dated(sentence: Sentence, verb: Token) -> Iterator[bool]:
    """The times of a verb that lie ahead."""
    for slot in sentence.slots:
        if isinstance(slot.filler, FoundTime) and slot.filler.value is not None and slot.start > verb.i:
            between = sentence.passage.doc[verb.i + 1 : slot.start]
            if not any(is_verb(t) or t.text in (",", ";", "(") for t in between) and _is_ahead(sentence, slot):
                yield True


def _is_ahead(sentence: Sentence, slot: Slot) -> bool:
    """Whether a time lies ahead of the day of publication, or is a day of any year where no past year is told."""
    value = slot.filler.value if isinstance(slot.filler, FoundTime) else None
    published = (sentence.scene.document.article.published or "")[:10]
    if value is None:
        return False
    if value.earliest is not None:
        return bool(published) and value.earliest > published
    return value.edtf.startswith("XXXX") and not any(_is_past(other, published) for other in _times(sentence))


def _times(sentence: Sentence) -> Iterator[TimeValue]:
    """The times of a sentence and of the one before it in its paragraph."""
    for near in (sentence.scene.beside(sentence, -1), sentence):
        for slot in near.slots if near is not None else ():
            if isinstance(slot.filler, FoundTime) and slot.filler.value is not None:
                yield slot.filler.value


def _is_past(value: TimeValue, published: str) -> bool:
    return value.latest is not None and value.latest[:4] < published[:4]


def _who(sentence: Sentence, verb: Token) -> set[str]:
    """The people who begin; of "P, treasurer of X, who starts" P, whatever the parser hangs the clause on."""
    scene, passage = sentence.scene, sentence.passage.index
    at = (scene.mentions.at(passage, token.i) for token in subjects_of(verb))
    found = {mention.entity for mention in at if mention is not None and scene.letter(mention) == "P"}
    if not found and any(child.lower_ == "who" for child in verb.children):
        before = [m for m in sentence.mentions() if m.end <= verb.i and scene.letter(m) == "P"]
        found = {before[-1].entity} if before else set()
    return found


def _is_elsewhere(candidate: Candidate, sentence: Sentence, verb: Token) -> bool:
    """Whether the clause names an organisation to begin at that is not the candidate's."""
    if candidate.relation == "succeeded":
        return False
    for mention in sentence.mentions():
        if (
            mention.start > verb.i
            and sentence.scene.letter(mention) == "O"
            and mention.entity != candidate.object_entity
        ):
            between = sentence.passage.doc[verb.i + 1 : mention.start]
            if not any(is_verb(t) or t.lower_ == "from" or t.text in (",", ";") for t in between):
                return True
    return False
