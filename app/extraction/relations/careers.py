"""Careers by verb: appointed, joined, worked for, led, was responsible for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.passages import FoundMention
from app.extraction.relations.candidates import Candidate, Detail, Kind
from app.extraction.relations.frames import (
    Frame,
    antecedent,
    fillers,
    is_verb,
    key_of,
    lemma,
    noun_frame,
    subjects_of,
    verb_frame,
)
from app.extraction.relations.patterns import compile_pattern, find
from app.extraction.relations.rules import first_filled, noun_phrase, or_unsaid, words
from app.extraction.relations.sentences import Sentence
from app.model import Phase, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_APPOINT = words(
    "appoint name hire promote elect designate tap pick install nominate recruit reappoint choose "
    "select poach make bring employ"
)
_JOIN = words("join rejoin join_up sign_up")
_LEAD = words("lead head run oversee direct chair manage supervise spearhead captain helm")
_WORK = words("work teach")
_SERVE = words("serve act work teach start begin")

_TITLE = compile_pattern(r"(?:the |its |an? |their |it's )?(?:new |next |first )*{LONGTITLE:title}")


_APPOINTED = {
    "active": (
        r"{O:o}(?: \([^)]*\))?,? (?:has |have |had |today |also )*(?P<t>named|names|appointed|"
        r"appoints|hired|hires|promoted|elected|tapped|picked) "
        r"{P:p},?(?: \d\d,)? (?:as |to be |to )?(?:{ITS} |the |an? )?(?:new |next |first )*{LONGTITLE:title}"
    ),
    "passive": (
        r"{P:p},? (?:was|has been|had been|is|were|will be) (?P<t>named|appointed|hired|"
        r"promoted|elected|tapped|picked|confirmed) "
        r"(?:as |to be |to )?(?:its |the |an? |{O:o}'s )?(?:new |next |first )*{LONGTITLE:title}(?: "
        r"(?:of|at) (?:the )?{O:q})?"
    ),
}
_SURFACE = {
    "spent": (
        r"{P:p} (?:has |had |have )?(?P<t>spent) (?:(?:more than|nearly|almost|about|over|the past|the "
        r"last) )*{T} (?:at|with) {DESC}{O:o}"
    ),
    "been with": r"{P:p} (?P<t>(?:has|had) been with) {DESC}{O:o}",
    "said p of o": r"(?P<t>said|says|added|told) {P:p},? of (?:the )?{DESC}{O:o}",
    "p of o said": (
        r"(?:^|[.;,] |\" ){P:p} of (?:the )?(?:[a-z-]+ ){0,3}{O:o},? "
        r"(?P<t>said|says|told|expects|thinks|names)"
    ),
}


def _appointments(sentence: Sentence) -> Iterator[Candidate]:
    """Appointments that the parser loses behind brackets and commas."""
    for _, found in find(sentence, _APPOINTED):
        span = found.span("title")
        organizations = found.mentions("q") or found.mentions("o")
        verb = sentence.passage.doc[found.trigger]
        if span is None or sentence.passage.doc[found.trigger - 1].lower_ in ("not", "to"):
            continue
        for person in found.mentions("p"):
            yield Candidate(
                "heldRole",
                "appointed",
                sentence,
                person,
                organizations[0] if organizations else None,
                found.trigger,
                Kind.EVENT,
                phase=_start_phase(verb),
                needs_object=not organizations,
                details={"title": Detail(span.text, span)},
            )


def _memberships(sentence: Sentence) -> Iterator[Candidate]:
    for name, found in find(sentence, _SURFACE):
        said = name.startswith(("said", "p of"))
        doc = sentence.passage.doc
        phase = None if said or doc[found.trigger].lower_ == "has" else Phase.ENDED
        for person in found.mentions("p"):
            for organization in found.mentions("o")[:1]:
                yield Candidate(
                    "memberOf",
                    "member",
                    sentence,
                    person,
                    organization,
                    found.trigger,
                    Kind.STATE,
                    phase=phase,
                    presupposed=said,
                    timed=not said,
                )


def careers(sentence: Sentence) -> Iterator[Candidate]:
    """Roles and memberships that a verb states."""
    yield from _appointments(sentence)
    yield from _memberships(sentence)
    for token in sentence.tokens:
        if token.lower_ in ("responsible", "charge"):
            yield from _responsible(sentence, token)
        elif token.lower_ in ("part", "member", "members"):
            yield from _member(sentence, token)
        elif token.dep_ in ("attr", "conj") and token.pos_ in ("NOUN", "PROPN"):
            yield from _is_title(sentence, token)
        if not is_verb(token):
            if lemma(token) in ("appointment", "hiring", "promotion", "nomination"):
                yield from _appointment(sentence, token)
            continue
        key, bare = key_of(token), lemma(token)
        if bare in _APPOINT and token.tag_ != "VBG":
            yield from _appoint(sentence, verb_frame(token))
        elif key in _JOIN:
            yield from _join(sentence, verb_frame(token))
        elif bare in _LEAD:
            yield from _lead(sentence, verb_frame(token))
        elif bare in _SERVE:
            yield from _serve(sentence, verb_frame(token))


# --- appointed -------------------------------------------------------------------------------------------------------


def _appoint(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    people = first_filled(sentence, frame, ("patient",), "P")
    title = _title_of(sentence, frame)
    if not people or title is None:
        # "named Lee Han its president": the parser may take the person for the title's subject.
        people, title = _small_clause(sentence, frame)
    if not people or title is None:
        return
    people = [p for p in people if p.start > frame.trigger.i or frame.passive] or people
    organizations = _after_title(sentence, title) or first_filled(sentence, frame, ("agent", "at", "by"), "O")
    for person in people:
        for organization in or_unsaid(organizations):
            yield Candidate(
                "heldRole",
                "appointed",
                sentence,
                person,
                organization,
                frame.trigger.i,
                Kind.EVENT,
                phase=_start_phase(frame.trigger),
                needs_object=organization is None,
                details={"title": title},
            )


def _small_clause(sentence: Sentence, frame: Frame) -> tuple[list[FoundMention], Detail | None]:
    trigger = frame.trigger
    people = [
        m for m in sentence.mentions() if trigger.i < m.start <= trigger.i + 3 and sentence.scene.letter(m) == "P"
    ]
    if not people or frame.passive:
        return [], None
    return people[:1], title_at(sentence, people[0].end)


def _start_phase(verb: Token) -> Phase | None:
    """A new role has started, unless it is still to come."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    return None if helpers & {"will", "would", "to", "may", "might", "could", "should"} else Phase.STARTED


def _appointment(sentence: Sentence, noun: Token) -> Iterator[Candidate]:
    """As in "the appointment of P as T (of O)"."""
    people = [
        m
        for c in noun.children
        if c.lower_ == "of"
        for t in c.children
        for m in fillers(sentence.scene, sentence.passage.index, [t], "P")
    ]
    if not people:
        return
    title = None
    for token in sentence.passage.doc[people[-1].end : min(sentence.end, people[-1].end + 4)]:
        if token.lower_ in ("as", "to"):
            title = title_at(sentence, token.i + 1)
            break
    if title is None:
        return
    owners = [
        m for c in noun.children if c.dep_ == "poss" for m in fillers(sentence.scene, sentence.passage.index, [c], "O")
    ]
    organizations = _after_title(sentence, title) or owners or _speaker(sentence, noun)
    for person in people:
        for organization in or_unsaid(organizations):
            yield Candidate(
                "heldRole",
                "appointed",
                sentence,
                person,
                organization,
                noun.i,
                Kind.EVENT,
                phase=Phase.PLANNED if _effective(sentence) else Phase.STARTED,
                needs_object=organization is None,
                details={"title": title},
            )


def _effective(sentence: Sentence) -> bool:
    return any(t.lower_ in ("effective", "starting") for t in sentence.tokens)


def _speaker(sentence: Sentence, noun: Token) -> list[FoundMention]:
    """Who announces an appointment makes it."""
    if noun.dep_ == "dobj" and lemma(noun.head) in ("announce", "confirm", "unveil"):
        return first_filled(sentence, verb_frame(noun.head), ("agent",), "O")
    return []


def _title_of(sentence: Sentence, frame: Frame) -> Detail | None:
    """The title after "as", "to" or straight after the person."""
    doc = sentence.passage.doc
    for role in ("as", "attr", "to"):
        for token in frame.get(role):
            if token.i > frame.trigger.i:
                detail = title_at(sentence, token.left_edge.i)
                if detail is not None:
                    return detail
    # The parser's edges fail on long titles: read on from the first "as" or "to" after the verb.
    for token in doc[frame.trigger.i + 1 : min(sentence.end, frame.trigger.i + 14)]:
        if token.lower_ in ("as", "to", "became") and token.i + 1 < sentence.end:
            detail = title_at(sentence, token.i + 1)
            if detail is not None:
                return detail
        if token.text in (";", ":"):
            break
    return title_at(sentence, frame.trigger.i + 1) if frame.passive else None


def title_at(sentence: Sentence, token: int) -> Detail | None:
    """The title that starts at a token, if one does."""
    doc = sentence.passage.doc
    if not sentence.start <= token < sentence.end:
        return None
    if doc[token].text == ",":
        token += 1
    offset = doc[token].idx
    text = doc[token : sentence.end].text
    match = _TITLE.match(text.replace("’", "'"))
    if match is None:
        return None
    start, end = match.span("title")
    base = sentence.passage.block.start + offset
    return Detail(text[start:end], Span(start=base + start, end=base + end, text=text[start:end]))


def _after_title(sentence: Sentence, title: Detail) -> list[FoundMention]:
    """The organisation right after a title: "president of X"."""
    if title.span is None:
        return []
    doc = sentence.passage.doc
    end = next(
        (t.i for t in doc[sentence.start : sentence.end] if sentence.passage.block.start + t.idx >= title.span.end),
        sentence.end,
    )
    if end >= sentence.end or doc[end].lower_ not in ("of", "at", "for", "with"):
        return []
    return [m for m in sentence.mentions() if end < m.start <= end + 5 and sentence.scene.letter(m) == "O"][:1]


# --- joined ----------------------------------------------------------------------------------------------------------


def _join(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    people = first_filled(sentence, frame, ("agent",), "P")
    organizations = first_filled(sentence, frame, ("patient", "with", "at"), "O")
    origins = first_filled(sentence, frame, ("from",), "O", skip=organizations)
    title = _title_of(sentence, frame) if frame.get("as") else None
    for person in people:
        for organization in organizations[:1]:
            candidate = Candidate("joined", "joined", sentence, person, organization, frame.trigger.i)
            origin = (
                Detail(sentence.scene.mentions.entity(origins[0]).name, sentence.scene.span_of(origins[0]))
                if origins
                else None
            )
            yield candidate.with_details(title=title, **{"from": origin})
            if title is not None:
                yield replace(
                    candidate,
                    relation="heldRole",
                    rule="joined as",
                    phase=_start_phase(frame.trigger),
                    details={"title": title},
                )
            for source in origins[:1]:
                if source.entity != organization.entity:
                    yield Candidate(
                        "recruitedFrom", "joined from", sentence, organization, source, frame.trigger.i, timed=False
                    )


# --- led, served, worked ---------------------------------------------------------------------------------------------


def _lead(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    if _under_responsible(frame.trigger):
        return
    people = first_filled(sentence, frame, ("agent",), "P")
    if not people:
        return
    organizations = fillers(sentence.scene, sentence.passage.index, frame.get("patient"), "O", metonyms=False)
    organizations = [o for o in organizations if sentence.scene.type_of(o) != "Collective"]
    if organizations:
        for person in people:
            for organization in organizations[:2]:
                yield Candidate("heldRole", "led", sentence, person, organization, frame.trigger.i, Kind.STATE)
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


def _under_responsible(verb: Token) -> bool:
    """As in "responsible for overseeing": said by the rule for "responsible"."""
    return verb.tag_ == "VBG" and verb.dep_ == "pcomp" and verb.head.lower_ in ("for", "of", "with")


def _oversaw(sentence: Sentence, frame: Frame, people: Sequence[FoundMention], thing: Token) -> Iterator[Candidate]:
    """As in "led the data team (at X)", "oversaw X's data operations"."""
    passage = sentence.passage.index
    owners = [c for c in thing.children if c.dep_ == "poss"]
    organizations = fillers(sentence.scene, passage, owners, "O", metonyms=False)
    organizations = (
        organizations or first_filled(sentence, frame, ("at", "for", "within"), "O") or _where(sentence, frame.trigger)
    )
    span = _thing_span(sentence, thing, owners)
    if span is None:
        return
    for person in people:
        for organization in organizations[:1]:
            yield Candidate(
                "heldRole",
                "oversaw",
                sentence,
                person,
                organization,
                frame.trigger.i,
                Kind.STATE,
                details={"responsibility": Detail(span.text, span)},
            )


def _thing_span(sentence: Sentence, thing: Token, owners: Sequence[Token] = ()) -> Span | None:
    phrase = noun_phrase(thing, whole=True)
    start = max([phrase.start, *(o.right_edge.i + 1 for o in owners)])
    doc = sentence.passage.doc
    while start < phrase.end and doc[start].text in ("'s", "’s", "the", "all"):
        start += 1
    return sentence.raw(start, phrase.end) if start < phrase.end else None


def _where(sentence: Sentence, verb: Token) -> list[FoundMention]:
    """The organisation that "where" stands for: "X, where she had led the team"."""
    if not any(c.lower_ == "where" for c in verb.children) and not any(c.lower_ == "where" for c in verb.head.children):
        return []
    where = next((t.i for t in sentence.tokens if t.lower_ == "where" and t.i < verb.i), None)
    if where is None:
        return []
    return [
        m for m in sentence.mentions() if m.end <= where and where - m.end <= 2 and sentence.scene.letter(m) == "O"
    ][-1:]


def _serve(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "served as T at X", "worked for X", "worked at X as T"."""
    people = first_filled(sentence, frame, ("agent",), "P")
    if not people:
        return
    title = _title_of(sentence, frame) if frame.get("as") else None
    if title is not None:
        organizations = (
            _after_title(sentence, title)
            or first_filled(sentence, frame, ("at", "for", "with", "of"), "O")
            or _where(sentence, frame.trigger)
        )
        for person in people:
            for organization in or_unsaid(organizations):
                yield Candidate(
                    "heldRole",
                    "served",
                    sentence,
                    person,
                    organization,
                    frame.trigger.i,
                    Kind.STATE,
                    phase=_past(frame.trigger),
                    needs_object=organization is None,
                    details={"title": title},
                )
    elif lemma(frame.trigger) in _WORK and not frame.passive:
        organizations = first_filled(sentence, frame, ("for", "at"), "O") or _where(sentence, frame.trigger)
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
    title = title_at(sentence, start)
    people = fillers(sentence.scene, sentence.passage.index, list(subjects_of(verb)), "P")
    if title is None or not people:
        return
    # Right after the name the surface patterns read it, title by title.
    people = [person for person in people if not 0 <= verb.i - person.end <= 2]
    phase = _start_phase_of_copula(verb)
    for organization in _after_title(sentence, title):
        for person in people:
            yield Candidate(
                "heldRole",
                "role: own",
                sentence,
                person,
                organization,
                verb.i,
                Kind.STATE,
                phase=phase,
                details={"title": title},
            )


def _start_phase_of_copula(verb: Token) -> Phase | None:
    if lemma(verb) == "become":
        leaving = verb.dep_ in ("advcl", "xcomp") and lemma(verb.head) in ("leave", "quit", "resign", "go", "rise")
        goes = leaving and verb.head.tag_ != "VB"
        return Phase.STARTED if goes or verb.tag_ in ("VBD", "VBN") else Phase.PLANNED
    return Phase.ENDED if verb.lower_ in ("was", "were") and not any(c.dep_ == "neg" for c in verb.children) else None


def _member(sentence: Sentence, noun: Token) -> Iterator[Candidate]:
    """As in "was (not) part of the core team", "is a member of X"."""
    frame = noun_frame(noun)
    people = fillers(sentence.scene, sentence.passage.index, frame.get("is"), "P")
    groups = fillers(sentence.scene, sentence.passage.index, frame.get("of"), "O", metonyms=False)
    verb = noun.head if noun.dep_ in ("attr", "oprd") else noun
    for person in people:
        for group in groups[:1]:
            phase = Phase.ENDED if verb.lower_ == "was" and not any(c.dep_ == "neg" for c in verb.children) else None
            yield Candidate(
                "memberOf", "member", sentence, person, group, verb.i, Kind.STATE, phase=phase, presupposed=verb == noun
            )


# --- responsible for -------------------------------------------------------------------------------------------------


def _responsible(sentence: Sentence, word: Token) -> Iterator[Candidate]:
    """As in "was responsible for overseeing data operations at X", "in charge of X's sales"."""
    if word.lower_ == "charge" and not (word.i and word.doc[word.i - 1].lower_ == "in"):
        return
    thing = _what_for(word)
    if thing is None:
        return
    passage = sentence.passage.index
    organizations = _at(sentence, thing, word) or _where(sentence, _verb_above(word))
    people = fillers(sentence.scene, passage, list(_whose(word)), "P")
    owners = [c for c in thing.children if c.dep_ == "poss"]
    organizations = fillers(sentence.scene, passage, owners, "O", metonyms=False) or organizations
    span = _thing_span(sentence, thing, owners)
    verb = _verb_above(word)
    phase = (
        Phase.STARTED
        if lemma(verb) in ("put", "place", "take")
        else Phase.ENDED
        if (lemma(verb) == "be" and verb.tag_ == "VBD")
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
