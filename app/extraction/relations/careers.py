"""Careers by verb: appointed, joined, worked for, led, was responsible for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.lexicon.nouns import BODY_WORDS, COMPANY_WORDS
from app.extraction.lexicon.turning_words import ENDED_ADJECTIVES
from app.extraction.mentions.capitals import is_legal_form
from app.extraction.parsing.passages import FoundMention, MentionKind
from app.extraction.relations.appointments import appoint, appointment, appointments, board_title
from app.extraction.relations.candidates import Candidate, Detail, Kind
from app.extraction.relations.fillers import fillers
from app.extraction.relations.frames import Frame, is_verb, key_of, lemma, noun_frame, subjects_of, verb_frame
from app.extraction.relations.responsibility import responsible, thing_span, under_responsible
from app.extraction.relations.rules import first_filled, named, or_unsaid, words
from app.extraction.relations.sentences import Sentence
from app.extraction.relations.titles import (
    OF_TOWNS,
    STAFF,
    STRONG,
    after_title,
    start_phase,
    title_of,
    titles_at,
    where,
    with_titles,
)
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_APPOINT = words(
    "appoint name hire promote elect designate tap pick install nominate recruit reappoint choose "
    "select poach make bring employ lure headhunt entice add engage restore reinstate confirm"
)
_JOIN = words("join rejoin join_up sign_up")
_TAKEN_ON = words("take_on sign_up snap_up")
_LEAD = words(
    "lead head run oversee direct chair manage supervise spearhead captain helm edit skipper co-lead co-head co-chair"
)
_WORK = words("work teach")
_SERVE = words("serve act work teach start begin resurface")
_RESURFACED = words("turn_up pop_up")
_GIVING = words("appointment hiring promotion nomination elevation election reappointment naming recruitment arrival")
_BODIES = words("board committee council team staff faculty")


def careers(sentence: Sentence) -> Iterator[Candidate]:
    """Roles and memberships that a verb states."""
    yield from appointments(sentence)
    for token in sentence.words:
        if token.lower_ in ("responsible", "charge"):
            yield from responsible(sentence, token)
        elif token.lower_ in ("part", "member", "members"):
            yield from _member(sentence, token)
        elif token.dep_ in ("attr", "conj") and token.pos_ in ("NOUN", "PROPN"):
            yield from _is_title(sentence, token)
        if not is_verb(token):
            if lemma(token) in _GIVING:
                yield from appointment(sentence, token)
            continue
        yield from _by_verb(sentence, token)


def _by_verb(sentence: Sentence, token: Token) -> Iterator[Candidate]:
    key, bare = key_of(token), lemma(token)
    if (bare in _APPOINT or key in _TAKEN_ON) and token.tag_ != "VBG":
        yield from appoint(sentence, verb_frame(token))
    elif key in _JOIN or (bare == "return" and "to" in {c.lower_ for c in token.children}):
        yield from _join(sentence, verb_frame(token))
    elif bare in ("come", "arrive"):
        yield from _came(sentence, verb_frame(token))
    elif bare == "be" and any(c.lower_ in ("at", "with") for c in token.children):
        yield from _is_with(sentence, verb_frame(token))
    elif bare in _LEAD:
        frame = verb_frame(token)
        yield from (_chair if _chairs_the_board(frame) else _lead)(sentence, frame)
    elif bare in _SERVE or key in _RESURFACED:
        yield from _serve(sentence, verb_frame(token))


# --- joined ----------------------------------------------------------------------------------------------------------


def _join(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "joined X (from Y) as T", "returned to X", "joined X's board"."""
    if any(lemma(thing) in ("force", "hand", "rank") for thing in frame.get("patient")):
        return  # firms join forces
    people = first_filled(sentence, frame, ("agent",), "P") or _who_leaves(sentence, frame.trigger)
    back = lemma(frame.trigger) == "return"
    organizations = first_filled(sentence, frame, ("to",) if back else ("patient", "with", "at"), "O")
    organizations = _named_within(sentence, organizations) or organizations
    if not organizations and not back:
        organizations = _board_of(sentence, frame)
    origins = first_filled(sentence, frame, ("from",), "O", skip=organizations)
    titles = title_of(sentence, frame) if frame.get("as") else []
    seats = [title for thing in frame.get("patient") if (title := board_title(sentence, thing))] if not titles else []
    if seats:
        for person in people:
            for organization in organizations[:1]:
                seat = Candidate("heldRole", "joined as", sentence, person, organization, frame.trigger.i)
                yield replace(seat, phase=start_phase(frame.trigger)).with_details(title=seats[0])
                yield replace(seat, relation="joined", rule="joined")
        return
    # "He joined in 2022 from Y": what he joined has been said; one joins in celebrations as well.
    dated = any(t.ent_type_ == "DATE" for t in frame.get("in"))
    told = bool(origins) or dated or bool(titles)
    unsaid = not organizations and not back and not frame.get("patient") and told
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
                    yield Candidate("left", "left for", sentence, person, source, frame.trigger.i).with_details(
                        manner=Detail("moved"), destination=named(sentence, organizations)
                    )


def _named_within(sentence: Sentence, groups: Sequence[FoundMention]) -> list[FoundMention]:
    """The X of "the team at X", "X's legal team"."""
    return [
        m
        for g in groups[:1]
        if sentence.scene.type_of(g) == "Collective"
        for m in sentence.mentions()
        if g.start <= m.start and m.end <= g.end and m != g and sentence.scene.letter(m) == "O"
    ]


def _came(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "came to X from Y in 2017", "comes from Y, where she ran sales": joined X, or where she now is, left Y."""
    people = first_filled(sentence, frame, ("agent",), "P")
    origins = first_filled(sentence, frame, ("from",), "O")
    organizations = first_filled(sentence, frame, ("to", "into", "at"), "O", skip=origins)
    # One comes to a meeting as well: to have come to stay is dated, from elsewhere, or as something.
    stays = origins or frame.get("as") or any(slot.letter == "T" for slot in sentence.slots)
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


def _is_with(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
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
    if not is_verb(other) or not (before or (verb.dep_ == "advcl" and verb.tag_ == "VB" and lemma(other) in _LEAVING)):
        return []
    return first_filled(sentence, verb_frame(other), ("agent",), "P")


_LEAVING = words("leave quit resign depart")


def _board_of(sentence: Sentence, frame: Frame) -> list[FoundMention]:
    """The organisation in "joined the board of X", "joined X's board"."""
    for thing in frame.get("patient"):
        if lemma(thing) in _BODIES:
            owners = noun_frame(thing)
            return first_filled(sentence, owners, ("poss", "of", "at", "compound"), "O")
    return []


# --- led, served, worked ---------------------------------------------------------------------------------------------


def _lead(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
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
        leaving = verb.dep_ in ("advcl", "xcomp") and verb.tag_ == "VB" and lemma(verb.head) in _LEAVING
        for person in people:
            for organization in organizations[:2]:
                yield Candidate("heldRole", "led", sentence, person, organization, verb.i, Kind.STATE)
                if leaving:  # "is leaving to head X"
                    phase = _going(verb.head)
                    yield Candidate("joined", "left for", sentence, person, organization, verb.i, phase=phase)
        return
    for thing in frame.get("patient"):
        if thing.pos_ not in ("NOUN", "PROPN") or lemma(thing) in (
            "round",
            "way",
            "charge",
            "effort",
            "funding",
            "marathon",
            "risk",
            "deal",
        ):
            continue
        yield from _oversaw(sentence, frame, people, thing)


def _is_body(sentence: Sentence, mention: FoundMention) -> bool:
    """Whether a word of a name, or what it is called besides ("the concern"), says that it is a body or a firm."""
    name = sentence.scene.mentions.entity(mention).name
    if any(m.kind is MentionKind.NOMINAL for m in sentence.scene.mentions if m.entity == mention.entity):
        return True
    return any(word in BODY_WORDS or word in COMPANY_WORDS or is_legal_form(word) for word in name.split())


def _chairs_the_board(frame: Frame) -> bool:
    """As in "who founded X and now chairs the board": of what is spoken of."""
    boards = [t for t in frame.get("patient") if t.lower_ == "board" and lemma(frame.trigger) == "chair"]
    return any(not any(c.dep_ in ("poss", "prep") for c in board.children) for board in boards)


def _chair(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    for person in first_filled(sentence, frame, ("agent",), "P"):
        yield Candidate("heldRole", "led", sentence, person, None, frame.trigger.i, Kind.STATE, needs_object=True)


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
    passage = sentence.passage.index
    owners = [c for c in thing.children if c.dep_ == "poss"]
    organizations = fillers(sentence.scene, passage, owners, "O", metonyms=False)
    organizations = (
        organizations or first_filled(sentence, frame, ("for", "at", "within"), "O") or where(sentence, frame.trigger)
    )
    part = lemma(thing) in _PARTS
    if not organizations and part:
        organizations = first_filled(sentence, noun_frame(thing), ("of", "at", "in", "compound"), "O")
    span = thing_span(sentence, thing, owners)
    if span is None:
        return
    # "heads the export unit": a part of the organisation that is spoken of.
    named_ = any(t.pos_ == "PROPN" for p in thing.children if p.dep_ == "prep" for t in p.subtree)
    unsaid = part and not owners and not named_ and any(c.lower_ == "the" for c in thing.children)
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


_PARTS = words(
    """
    unit arm division department desk branch business operation office team subsidiary practice plant factory mill store
    shop mine hotel warehouse laboratory lab group section bureau"""
)


def _serve(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "served as T at X", "worked for X", "worked at X as T"."""
    people = first_filled(sentence, frame, ("agent",), "P")
    if not people:
        return
    titles = title_of(sentence, frame) if frame.get("as") else []
    if titles:
        organizations = (
            after_title(sentence, titles)
            or first_filled(sentence, frame, ("at", "for", "with", "of", "in"), "O")
            or where(sentence, frame.trigger)
        )
        for person in people:
            for organization in or_unsaid(organizations):
                role = Candidate(
                    "heldRole",
                    "served",
                    sentence,
                    person,
                    organization,
                    frame.trigger.i,
                    Kind.STATE,
                    phase=_past(frame.trigger),
                    needs_object=organization is None,
                )
                if lemma(frame.trigger) in ("start", "begin", "turn", "pop", "resurface"):
                    role = replace(role, phase=start_phase(frame.trigger))
                yield from with_titles(role, titles)
    elif lemma(frame.trigger) in _WORK and not frame.passive:
        organizations = first_filled(sentence, frame, ("for", "at"), "O") or where(sentence, frame.trigger)
        for person in people:
            for organization in organizations:
                yield Candidate(
                    "memberOf",
                    "worked",
                    sentence,
                    person,
                    organization,
                    frame.trigger.i,
                    Kind.STATE,
                    phase=_past(frame.trigger),
                )


def _past(verb: Token) -> Phase | None:
    """A plain past is over: "worked for", "served as"."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    participle = verb.tag_ == "VBG" and verb.dep_ in ("advcl", "pcomp")
    return Phase.ENDED if (verb.tag_ == "VBD" or participle) and not helpers else None


def _is_title(sentence: Sentence, noun: Token) -> Iterator[Candidate]:
    """As in "... and is a professor at X", "left X to become director of Y": the person stands far from the title."""
    verb = noun.head if noun.dep_ == "attr" else noun.head.head
    if lemma(verb) not in ("be", "become", "remain") or (noun.dep_ == "conj" and noun.head.dep_ != "attr"):
        return
    start = noun.left_edge.i
    while start < noun.i and sentence.passage.doc[start].pos_ in ("DET", "CCONJ", "ADV", "PUNCT"):
        start += 1
    titles = [title for title in titles_at(sentence, start) if not OF_TOWNS.search(title.value)]
    people = fillers(sentence.scene, sentence.passage.index, list(subjects_of(verb)), "P")
    if not titles or not people:
        return
    # Right after the name the surface patterns read it, title by title.
    doc = sentence.passage.doc
    people = [p for p in people if verb.i < p.end or any(is_verb(t) or t.text == "," for t in doc[p.end : verb.i])]
    phase = Phase.ENDED if verb.lower_ == "been" and _of_several(noun) else _start_phase_of_copula(verb)
    owners = [c for c in noun.children if c.dep_ == "poss"]
    own = fillers(sentence.scene, sentence.passage.index, owners, "O", metonyms=False)
    told: list[FoundMention | None] = list(after_title(sentence, titles) or own[:1] or _had_by(sentence, noun))
    # "... and has been chief executive since 2020": of the organisation that is spoken of.
    bare = not told and verb.dep_ in ("conj", "xcomp") and STRONG.search(titles[-1].value) and _ends_here(noun)
    for organization in told or [None][: bool(bare)]:
        for person in people:
            if (
                organization is not None
                and lemma(verb) == "become"
                and verb.dep_ in ("advcl", "xcomp")
                and lemma(verb.head) in _LEAVING
            ):
                yield Candidate(
                    "joined", "left for", sentence, person, organization, verb.i, phase=_going(verb.head)
                ).with_details(title=titles[0])
            role = Candidate(
                "heldRole",
                "role: own" if organization is not None else "role: implied",
                sentence,
                person,
                organization,
                verb.i,
                Kind.STATE,
                phase=phase,
                needs_object=organization is None,
            )
            yield from with_titles(role, [title for title in titles if not STAFF.search(title.value)])
            if any(STAFF.search(title.value) for title in titles):
                yield replace(role, relation="memberOf", rule="member")


def _of_several(noun: Token) -> bool:
    """Whether posts are held at several firms, one after the other: "has been president of several companies"."""
    return any(t.lower_ in ("several", "various", "numerous", "many") for t in noun.doc[noun.i : noun.i + 8])


def _had_by(sentence: Sentence, noun: Token) -> list[FoundMention]:
    """The X of "the first safety chief that X ever had"."""
    clauses = [c for c in noun.children if c.dep_ == "relcl" and lemma(c) == "have"]
    subjects = [t for c in clauses for t in c.children if t.dep_ == "nsubj"]
    return fillers(sentence.scene, sentence.passage.index, subjects, "O", metonyms=False)[:1]


def _ends_here(noun: Token) -> bool:
    """Whether a title stands alone: "was president", not "was president of the union"."""
    after = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    return after is None or after.lower_ not in ("of", "at", "for", "with", "in", "to", "-") or after.nbor().like_num


def _going(verb: Token) -> Phase | None:
    """Whether somebody who leaves for another post has gone."""
    return Phase.COMPLETED if verb.tag_ in ("VBD", "VBN") else Phase.PLANNED


def _told_past(verb: Token) -> bool:
    """Whether the verb that another hangs on is in the past tense."""
    above = verb.head
    for _ in range(4):
        if is_verb(above):
            break
        above = above.head
    return above.tag_ in ("VBD", "VBN")


# After these "becoming chairman" is told of somebody who became chairman.
_ORDER = words("before after since until upon")


def _start_phase_of_copula(verb: Token) -> Phase | None:
    if lemma(verb) == "become":
        leaving = verb.dep_ in ("advcl", "xcomp") and lemma(verb.head) in ("leave", "quit", "resign", "go", "rise")
        # "took early retirement to become chairman": not "planned", "was set to".
        leaving = leaving or (verb.dep_ == "advcl" and verb.tag_ == "VB" and lemma(verb.head) in _MOVING)
        # "ran sales there before becoming finance chief here"
        after = verb.tag_ == "VBG" and any(c.lower_ in ("before", "then", "eventually") for c in verb.lefts)
        prior = verb.head.lower_ == "to" and verb.head.head.lower_ == "prior"
        goes = (leaving or after or prior or verb.head.lower_ in _ORDER) and _told_past(verb)
        return Phase.STARTED if goes or verb.tag_ in ("VBD", "VBN") else Phase.PLANNED
    return Phase.ENDED if verb.lower_ in ("was", "were") and not any(c.dep_ == "neg" for c in verb.children) else None


_MOVING = words("retire take move return step depart switch transfer relocate advance progress")


def _member(sentence: Sentence, noun: Token) -> Iterator[Candidate]:
    """As in "was (not) part of the core team", "is a member of X"."""
    frame = noun_frame(noun)
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
