"""What people are responsible for: "in charge of sales at X", "responsible for overseeing Y"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.antecedents import antecedent
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.rules import noun_phrase, or_unsaid, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.subjects import is_passive, subjects_of
from app.model import Phase, Span

if TYPE_CHECKING:
    from spacy.tokens import Token


from app.extraction.relations.reading.titles import start_phase, where


def responsible(sentence: Sentence, word: Token) -> Iterator[Candidate]:
    """As in "was responsible for overseeing data operations at X", "in charge of X's sales"."""
    if word.lower_ == "charge" and not (word.i and word.doc[word.i - 1].lower_ in _IN_OR_TAKES):
        return
    thing = _what_for(word)
    if thing is None:
        if word.lower_ == "charge":
            yield from _in_charge(sentence, word)
        return
    if lemma(thing) in _DEEDS or word.head.lower_ in ("those", "anyone", "anybody", "whoever", "people"):
        return  # "those responsible for the attack"
    passage = sentence.passage.index
    organizations = _at(sentence, thing, word) or where(sentence, _verb_above(word))
    people = fillers(sentence.scene, passage, list(_put_there(word) or _whose(word)), "P")
    owners = [c for c in thing.children if c.dep_ == "poss"]
    organizations = fillers(sentence.scene, passage, owners, "O", metonyms=False) or organizations
    if not organizations and any(t.lower_ in ("its", "their") for t in owners):
        # Whose it is, is named before it, or is not for us to say: "spent years at X, latterly in charge of its works".
        before = [m for m in sentence.mentions() if m.end <= word.i and sentence.scene.letter(m) == "O"]
        if len({m.entity for m in before}) != 1:
            return
        organizations = before[-1:]
    whole = sentence.scene.mentions.at(passage, thing.i)
    if whole is not None:  # who is in charge of X leads X, and oversees no "X" there
        organizations = [m for m in organizations if m.entity != whole.entity]
        if not organizations and sentence.scene.letter(whole) == "O":
            return
    span = thing_span(sentence, thing, owners)
    verb = _verb_above(word)
    phase = (
        Phase.STARTED
        if lemma(verb) in ("put", "place", "take")
        else Phase.ENDED
        if (lemma(verb) == "be" and (verb.tag_ == "VBD" or _until_then(verb)))
        or any(c.lower_ in ("formerly", "previously", "hitherto") for c in word.children)
        else None
    )
    for person in people[:1]:
        for organization in or_unsaid(organizations):
            if span is not None:
                yield Candidate(
                    "heldRole",
                    "responsible",
                    sentence,
                    person,
                    organization,
                    verb.i if is_verb(verb) else word.i,
                    Kind.STATE,
                    phase=phase,
                    needs_object=organization is None,
                    details={"responsibility": Detail(span.text, span)},
                )


_IN_OR_TAKES = frozenset({"in", "take", "takes", "took", "taken", "taking"})
# What somebody has done, and what came of it, is no post.
_DEEDS = words(
    """attack death murder killing crime loss failure crash success collapse fire leak theft violence damage delay error
    mistake disaster song hit goal accident bombing explosion outbreak outage breach fraud injury rise fall decline
    discovery invention classic defeat victory massacre shooting robbery"""
)


def _until_then(verb: Token) -> bool:
    """Whether it is "where she had been", which is over by then; "since 2010" may go on."""
    told = {child.lower_ for child in verb.children}
    return "had" in told and "where" in told and "since" not in told


def _in_charge(sentence: Sentence, word: Token) -> Iterator[Candidate]:
    """As in "P has been in charge since 2020": of what is spoken of."""
    verb = _verb_above(word)
    after = word.doc[word.i + 1] if word.i + 1 < len(word.doc) else None
    closed = after is None or after.text in ".,;" or after.lower_ in ("since", "until", "for", "and", "while", "when")
    closed = closed or (
        after is not None and after.lower_ in ("on", "in", "from", "at") and after.nbor().ent_type_ == "DATE"
    )
    if lemma(verb) not in ("be", "remain", "stay", "take") or not closed:
        return
    for person in fillers(sentence.scene, sentence.passage.index, list(_whose(word)), "P")[:1]:
        taken = lemma(verb) == "take"
        phase = start_phase(verb) if taken else Phase.ENDED if verb.tag_ == "VBD" else None
        yield Candidate("heldRole", "led", sentence, person, None, verb.i, Kind.STATE, phase=phase, needs_object=True)


def _what_for(word: Token) -> Token | None:
    preps = [
        c
        for c in (*word.children, *word.head.children)
        if c.dep_ == "prep" and c.lower_ in ("for", "of") and c.i > word.i
    ]
    for prep in preps[:1]:
        for child in prep.children:
            if child.dep_ == "pobj":
                return child
            if child.dep_ == "pcomp":
                return next((c for c in child.children if c.dep_ == "dobj"), None)
    return None


def _at(sentence: Sentence, thing: Token, word: Token) -> list[FoundMention]:
    """The organisation after "at", wherever the parser has hung it."""
    doc = sentence.passage.doc
    for token in doc[thing.i : min(sentence.end, thing.i + 10)]:
        if token.lower_ in ("at", "in", "for", "within") and token.i > word.i:
            return [
                m for m in sentence.mentions() if token.i < m.start <= token.i + 3 and sentence.scene.letter(m) == "O"
            ][:1]
        if token.text in (",", ";") or (
            token.lower_ in ("but", "and") and is_verb(token.nbor() if token.i + 1 < len(doc) else token)
        ):
            break
    return []


def _verb_above(token: Token) -> Token:
    head = token
    for _ in range(6):
        if is_verb(head):
            return head
        if head.head == head:
            break
        head = head.head
    return head


def _put_there(word: Token) -> list[Token]:
    """The P of "put P in charge of exports"."""
    verb = _verb_above(word)
    placed = lemma(verb) in ("put", "place", "leave") and not is_passive(verb)
    return [c for c in verb.children if c.dep_ == "dobj" and c.i < word.i] if placed else []


def _whose(word: Token) -> Iterator[Token]:
    """Who is responsible: the subject of the clause, or the noun that the phrase hangs on."""
    head = word
    for _ in range(6):
        if head.head.pos_ in ("PROPN", "NOUN") and head.dep_ in ("amod", "acl", "appos", "relcl"):
            yield antecedent(head.head)
            return
        head = head.head
        if is_verb(head):
            yield from subjects_of(head)
            return


def thing_span(sentence: Sentence, thing: Token, owners: Sequence[Token] = ()) -> Span | None:
    """The words for what somebody oversees, without whose it is."""
    phrase = noun_phrase(thing, whole=True)
    start = max([phrase.start, *(o.right_edge.i + 1 for o in owners)])
    doc = sentence.passage.doc
    while start < phrase.end and doc[start].text in ("'s", "’s", "the", "all"):
        start += 1
    return sentence.raw(start, phrase.end) if start < phrase.end else None


def under_responsible(verb: Token) -> bool:
    """As in "responsible for overseeing": said by the rule for "responsible"."""
    return verb.tag_ == "VBG" and verb.dep_ == "pcomp" and verb.head.lower_ in ("for", "of", "with")
