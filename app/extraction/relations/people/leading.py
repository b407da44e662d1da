"""Leading by verb: led X, chairs the board, oversaw X's operations, heads the export unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.lexicon.firm_nouns import FIRM_DESCRIPTIONS
from app.extraction.lexicon.nouns import BODY_WORDS, COMPANY_NOUNS, COMPANY_WORDS
from app.extraction.mentions.capitals import is_legal_form
from app.extraction.parsing.passages import FoundMention, MentionKind
from app.extraction.relations.people.responsibility import thing_span, under_responsible
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import Frame, noun_frame, verb_frame
from app.extraction.relations.reading.lemmas import lemma
from app.extraction.relations.reading.onward import LEAVING, going_phase
from app.extraction.relations.reading.rules import first_filled, or_unsaid, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.titles import after_title, titles_at, where, with_titles
from app.extraction.relations.reading.words import DEPARTMENT_WORDS, FIRMS_CALLED
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token


def lead(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "led X", "leads the export unit", "is leaving to head X"."""
    if under_responsible(frame.trigger):
        return
    people = first_filled(sentence, frame, ("agent",), "P")
    if not people:
        return
    organizations = fillers(sentence.scene, sentence.passage.index, frame.get("patient"), "O", metonyms=False)
    organizations = [
        nearer
        for o in organizations
        if sentence.scene.type_of(o) != "Collective" and (nearer := _named_before(sentence, o)) is not None
    ]
    if lemma(frame.trigger) == "direct":
        # Films and plays are directed; a body that is has a word for what it is in its name.
        organizations = [o for o in organizations if _is_body(sentence, o)]
        if not organizations and fillers(sentence.scene, sentence.passage.index, frame.get("patient"), "OR"):
            return
    if organizations:
        verb = frame.trigger
        leaving = verb.dep_ in ("advcl", "xcomp") and verb.tag_ == "VB" and lemma(verb.head) in LEAVING
        for person in people:
            for organization in organizations[:2]:
                coming = leaving and going_phase(verb.head) is Phase.PLANNED
                post = Candidate("heldRole", "led", sentence, person, organization, verb.i, Kind.STATE)
                yield from _as_what(sentence, frame, replace(post, phase=Phase.PLANNED) if coming else post)
                if leaving:  # "is leaving to head X"
                    phase = going_phase(verb.head)
                    yield Candidate("joined", "left for", sentence, person, organization, verb.i, phase=phase)
        return
    for thing in frame.get("patient") or _field_after(frame.trigger):
        if thing.tag_ == "NNS" and lemma(thing) in _LESSONS:
            continue
        if (thing.pos_ in ("NOUN", "PROPN") and lemma(thing) not in _NO_POST) or _is_field(thing):
            yield from _oversaw(sentence, frame, people, thing)


def _as_what(sentence: Sentence, frame: Frame, post: Candidate) -> Iterator[Candidate]:
    """The post with the title of "has been running X as chief executive ever since"."""
    before = [token.left_edge.i for token in frame.get("as") if token.i > frame.trigger.i]
    titles = titles_at(sentence, before[0]) if before else []
    elsewhere = [m for m in after_title(sentence, titles) if m.entity != post.object_entity] if titles else []
    yield from with_titles(post, titles) if titles and not elsewhere else (post,)


# Who gives these somewhere need not belong there.
_LESSONS = words("workshop seminar class course session tour discussion lesson talk lecture walk retreat")
_NO_POST = words("round way charge effort funding marathon risk deal")


def look_after(sentence: Sentence, verb: Token) -> Iterator[Candidate]:
    """As in "looks after finance", "took care of exports": a field of work of the firm that is spoken of."""
    frame = verb_frame(verb)
    people = first_filled(sentence, frame, ("agent",), "P")
    things = [t for p in verb.children if p.lower_ in ("after", "of") for t in p.children if t.dep_ == "pobj"]
    things += [t for c in frame.get("patient") for p in c.children if p.lower_ == "of" for t in p.children]
    for thing in things[:1]:
        if people and _is_field(thing):
            yield from _oversaw(sentence, frame, people, thing)


def preside(sentence: Sentence, verb: Token) -> Iterator[Candidate]:
    """As in "presided over the dairy", "its board will be presided over by P"."""
    frame = verb_frame(verb)
    over = [t for p in verb.children if p.lower_ == "over" for t in p.children if t.dep_ == "pobj"]
    over = over or (frame.get("patient") if frame.passive else [])
    boards = [t for t in over if t.lower_ in ("board", "directors")]
    owners = [c for t in boards for c in t.subtree if c.dep_ in ("poss", "pobj")]
    firms = fillers(sentence.scene, sentence.passage.index, owners or over, "O", metonyms=False)[:1]
    firms = [m for m in firms if sentence.scene.type_of(m) != "Collective"]
    for person in first_filled(sentence, frame, ("by",) if frame.passive else ("agent",), "P"):
        for firm in or_unsaid(firms)[: bool(firms) or bool(boards)]:
            yield Candidate("heldRole", "led", sentence, person, firm, verb.i, Kind.STATE, needs_object=firm is None)


def _field_after(verb: Token) -> list[Token]:
    """The field of "used to head purchasing", which the parser may take for a verb."""
    after = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    return [after] if after is not None and after.lower_ in DEPARTMENT_WORDS and after.tag_ == "VBG" else []


def _is_field(thing: Token) -> bool:
    """Whether it is a field of work, such as firms give somebody to look after: "sales", "packaging technology"."""
    kinds = [c for c in thing.children if c.dep_ in ("compound", "amod", "conj", "nmod")]
    return all(t.lower_ in DEPARTMENT_WORDS for t in (thing, *kinds)) and not any(
        c.dep_ in ("det", "poss", "nummod") for c in thing.children
    )


def _is_body(sentence: Sentence, mention: FoundMention) -> bool:
    """Whether a word of a name, or what it is called besides ("the concern"), says that it is a body or a firm."""
    name = sentence.scene.mentions.entity(mention).name
    if any(m.kind is MentionKind.NOMINAL for m in sentence.scene.mentions if m.entity == mention.entity):
        return True
    return any(word in BODY_WORDS or word in COMPANY_WORDS or is_legal_form(word) for word in name.split())


def chairs_the_board(frame: Frame) -> bool:
    """As in "who founded X and now chairs the board": of what is spoken of."""
    chaired = [t for t in frame.get("patient") if lemma(frame.trigger) == "chair"]
    boards = [
        t
        for t in chaired
        if t.lower_ in ("board", "trustees", "directors") or (t.lower_ == "committee" and _is_of_board(t))
    ]
    return any(
        not any(c.dep_ == "prep" or (c.dep_ == "poss" and c.lower_ not in ("its", "their")) for c in board.children)
        for board in boards
    )


def _is_of_board(committee: Token) -> bool:
    """Whether it is a committee that boards have: "the audit committee"."""
    return any(c.lower_ in _COMMITTEES for c in committee.children)


_COMMITTEES = words("audit remuneration compensation nomination nominations nominating risk governance investment")


def chair(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "founded X and now chairs the board", "chairs its board": whose board it is, may be to be filled in."""
    owners = [c for t in frame.get("patient") for c in t.children if c.dep_ == "poss"]
    firms = fillers(sentence.scene, sentence.passage.index, owners, "O", metonyms=False)[:1]
    for person in first_filled(sentence, frame, ("agent",), "P"):
        for firm in or_unsaid(firms):
            yield Candidate(
                "heldRole", "led", sentence, person, firm, frame.trigger.i, Kind.STATE, needs_object=firm is None
            )


def _named_before(sentence: Sentence, organization: FoundMention) -> FoundMention | None:
    """What "it" stands for after "founded X and leads": X, the one that the sentence names before; None if unclear."""
    if sentence.raw(organization.start, organization.end).text.lower() != "it":
        return organization
    named_ = {
        m.entity: m
        for m in sentence.mentions()
        if m.end <= organization.start and sentence.scene.letter(m) == "O" and sentence.scene.type_of(m) != "Collective"
    }
    if not named_ or organization.entity in named_:
        return organization
    return next(iter(named_.values())) if len(named_) == 1 else None


def _oversaw(sentence: Sentence, frame: Frame, people: Sequence[FoundMention], thing: Token) -> Iterator[Candidate]:
    """As in "led the data team (at X)", "oversaw X's data operations"."""
    if any(c.dep_ == "conj" and lemma(c) == "report" and c.nbor().lower_ == "to" for c in thing.children):
        return  # "will run the sales team and report to Q": misread as a team and a report
    passage = sentence.passage.index
    owners = [c for c in thing.children if c.dep_ == "poss"]
    organizations = fillers(sentence.scene, passage, owners, "O", metonyms=False)
    organizations = (
        organizations or first_filled(sentence, frame, ("for", "at", "within"), "O") or where(sentence, frame.trigger)
    )
    part, field = {lemma(thing), thing.lower_} & _PARTS, _is_field(thing)
    if not organizations and (part or field):
        organizations = first_filled(sentence, noun_frame(thing), ("of", "at", "in", "compound"), "O")
    if {lemma(thing), thing.lower_} & _SITES and not owners:
        # "runs the plant at X", "the X plant": of a firm, or in a town.
        organizations = [o for o in organizations if _is_body(sentence, o)]
    span = thing_span(sentence, thing, owners)
    if span is None:
        return
    if not organizations and _is_whole(thing):
        for person in people:
            yield Candidate("heldRole", "led", sentence, person, None, frame.trigger.i, Kind.STATE, needs_object=True)
        return
    # "heads the export unit": a part of the organisation that is spoken of.
    named_ = any(t.pos_ == "PROPN" for p in thing.children if p.dep_ == "prep" for t in p.subtree)
    told = any(c.lower_ in ("the", "that", "this") for c in thing.children)
    team = lemma(thing) in ("team", "group") and any(c.lower_ == "of" for c in thing.children)
    unsaid = not owners and not named_ and (field or (bool(part) and (told or team)))
    for person in people:
        for organization in or_unsaid(organizations)[: bool(organizations) or unsaid]:
            yield Candidate(
                "heldRole",
                "oversaw",
                sentence,
                person,
                organization,
                frame.trigger.i,
                Kind.STATE,
                needs_object=organization is None,
                details={"responsibility": Detail(span.text, span)},
            )


def _is_whole(thing: Token) -> bool:
    """Whether it is the firm that is spoken of, and no other or new one: "runs the estate", "ran the place"."""
    before = [c for c in thing.lefts if c.dep_ != "punct"]
    bare = len(before) == 1 and before[0].lower_ == "the" and not any(c.dep_ in ("prep", "relcl") for c in thing.rights)
    elsewhere = any(c.lower_ == "there" for c in (*thing.children, *thing.head.children))
    return bare and not elsewhere and thing.tag_ == "NN" and lemma(thing) in _WHOLES


_WHOLES = (FIRMS_CALLED & (COMPANY_NOUNS | FIRM_DESCRIPTIONS) | words("estate")) - words(
    "fund brand venture business designer specialist giant incubator platform club house exchange"
)
_SITES = words(
    "plant factory mill store shop mine hotel warehouse office bureau works site refinery yard operation hub"
)
_PARTS = words(
    """
    unit arm division department desk branch business operation office team subsidiary practice plant factory mill store
    shop mine hotel warehouse hub laboratory lab group section bureau works site refinery yard committee panel trustees
    trustee workshop bakery kitchen cellar programme"""
)
