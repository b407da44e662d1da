"""Appointments: named, hired, promoted, "the appointment of"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import Frame, noun_frame, verb_frame
from app.extraction.relations.reading.lemmas import key_of, lemma
from app.extraction.relations.reading.patterns import find_throughout
from app.extraction.relations.reading.rules import first_filled, named, or_unsaid, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.titles import (
    BESIDE,
    after_title,
    appointed,
    start_phase,
    title_of,
    titles_at,
    with_titles,
)
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

# What one is appointed to or joins without a title.
BODIES = words("board committee council team staff faculty")
# Those that take somebody on, whatever for.
_HIRE = words("hire recruit poach lure headhunt entice fetch")
_ADD = words("add restore")
_TAKEN_ON = words("bring_in take_on hire_away lure_away sign_up bring_on bring_over bring_back snap_up")
_APPOINTED = {
    "active": (
        r"{O:o}(?: \([^)]*\))?,? (?:has |have |had |today |also )*(?P<t>named|names|appointed|"
        r"appoints|hired|hires|promoted|elected|tapped|picked) "
        r"{P:p},?(?: \d\d,)? (?:as |to be |to )?(?:{ITS} |the |an? )?(?:new |next |first )*{LONGTITLE:title}"
    ),
    "and another": (
        r"{O:o}(?: \([^)]*\))?,? (?:has |have |had |today |also |will )*(?P<t>named|names|name|appointed|appoints|"
        r"appoint|hired|"
        r"promoted|elected|picked) {P}(?:(?!{P}|{O})[^.;]){3,80}? and {P:p},?(?: \d\d,)? (?:as |to be )?(?:its |the )?"
        r"{LONGTITLE:title}"
    ),
    "and another was": (
        r"{P},? (?:was|has been|is|will be|becomes|became|will become) (?P<t>)(?:named |appointed )?(?:(?!{P}|"
        r"{O})[^.;]){3,80}?,? and "
        r"{P:p} (?:as )?(?:the )?{LONGTITLE:title}(?=[,.;]| of | at | in |$)"
    ),
    "the board": (
        r"(?:{O:o}'s|(?<![\w-])(?:the|its|their)) (?:supervisory |new )?(?:board(?: of directors)?|directors|"
        r"shareholders|owners|trustees|investors|management) (?:has |have |had |today |also )*(?P<t>named|names|"
        r"appointed|appoints|"
        r"elected|elects|chose|tapped|picked|promoted|confirmed|installed|approved) {P:p}"
        r"(?:,(?: (?!{P})[^.;]{2,120}?,)?)? (?:as |to be |to |to become )(?:{ITS} |the |an? )?{NEWLY}{LONGTITLE:title}"
    ),
    "passive": (
        r"{P+:p},?(?: \d\d,)? (?:who )?(?:was|has been|had been|have been|is|were|will be) (?P<t>named|appointed|hired|"
        r"promoted|elected|tapped|picked|confirmed|re-?appointed|re-?elected|chosen|selected|installed|designated|made|"
        r"engaged|recruited|brought in|taken on) "
        r"(?:as |to be |to )?(?:its |the |an? |{O:o}'s )?(?:new |next |first )*{LONGTITLE:title}(?: "
        r"(?:of|at) (?:the )?{O:q})?"
    ),
}


def appointments(sentence: Sentence) -> Iterator[Candidate]:
    """Appointments that the parser loses behind brackets and commas."""
    for _, found in find_throughout(sentence, _APPOINTED):
        tokens = found.tokens("title")
        titles = titles_at(sentence, tokens[0]) if tokens else []
        organizations = after_title(sentence, titles) or found.mentions("q") or found.mentions("o")
        verb = sentence.passage.doc[found.trigger]
        if not titles or sentence.passage.doc[found.trigger - 1].lower_ in ("not", "to"):
            continue
        if tokens is not None and _is_told_besides(sentence, found.mentions("p"), tokens[0]):
            continue
        for person in found.mentions("p"):
            role = appointed(
                sentence,
                person,
                organizations[0] if organizations else None,
                found.trigger,
                Phase.PLANNED if " will be" in found.match.group(0) else start_phase(verb),
            )
            yield from with_titles(role, titles)


def _is_told_besides(sentence: Sentence, people: Sequence[FoundMention], title: int) -> bool:
    """As in "promoted P, its sales director, to T": the first title is what P has been; not "named P, 47, T"."""
    doc = sentence.passage.doc
    between = [t.lower_ for t in doc[people[-1].end : title]] if people else []
    return between[:1] == [","] and set(between) <= {",", "its", "the", "their", "his", "her", "a", "an"}


def appoint(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "named P as its T", "P was hired as T", "hired P from X"."""
    people = first_filled(sentence, frame, ("patient",), "P")
    titles = title_of(sentence, frame)
    if not people or not titles:
        # "named Lee Han its president": the parser may take the person for the title's subject.
        named, named_as = _small_clause(sentence, frame)
        if named_as:
            people, titles = named, named_as
    people = [p for p in people if p.start > frame.trigger.i or frame.passive] or people
    if not people:
        return
    if lemma(frame.trigger) in _ADD:
        yield from _to_the_board(sentence, frame, people)
        return
    if lemma(frame.trigger) in _HIRE or key_of(frame.trigger) in _TAKEN_ON or _brings_in(sentence, frame, people):
        yield from _hired(sentence, frame, people, titles)
    if not titles:
        yield from _to_the_board(sentence, frame, people)
        yield from _to_run(sentence, frame, people)
        return
    organizations = after_title(sentence, titles) or first_filled(sentence, frame, ("agent", "at", "by"), "O")
    before = _title_before(sentence, frame)
    for person in people:
        for organization in or_unsaid(organizations):
            role = appointed(sentence, person, organization, frame.trigger.i, start_phase(frame.trigger))
            yield from with_titles(role, titles)
            if before:
                old = replace(role, rule="left role", kind=Kind.STATE, phase=Phase.ENDED, presupposed=True, timed=False)
                yield from with_titles(old, before)


def _title_before(sentence: Sentence, frame: Frame) -> list[Detail]:
    """The post that somebody is raised from: "promoted P from analyst to partner"."""
    if lemma(frame.trigger) not in _RAISE:
        return []
    doc = sentence.passage.doc
    sources = [
        t.i + 1 for t in doc[frame.trigger.i + 1 : min(sentence.end, frame.trigger.i + 12)] if t.lower_ == "from"
    ]
    titles = titles_at(sentence, sources[0]) if sources else []
    return titles if titles and not after_title(sentence, titles) else []


_RAISE = words("promote elevate bump raise upgrade move rise climb advance")


def _brings_in(sentence: Sentence, frame: Frame, people: Sequence[FoundMention]) -> bool:
    """As in "brought him in four years ago from Y", where the parser makes "in" a word of the time."""
    after = sentence.passage.doc[people[-1].end] if people[-1].end < sentence.end else None
    brought = lemma(frame.trigger) == "bring" and after is not None and after.lower_ in _INSIDE
    return brought and bool(first_filled(sentence, frame, ("from",), "O"))


_INSIDE = words("in over across aboard back on")
# Whom a firm takes for these stays outside.
_OUTSIDE = re.compile(r"\b(?:advis[eo]r|consultant|auditor|liquidator|mediator)s?$", re.IGNORECASE)


def _hired(
    sentence: Sentence, frame: Frame, people: Sequence[FoundMention], titles: Sequence[Detail]
) -> Iterator[Candidate]:
    """As in "hired P (from X)", "P was hired from X": P joined, and left X, from which the employer took P."""
    verb = frame.trigger
    if any(_OUTSIDE.search(token.text) for token in frame.get("as")):
        return
    employers = [m for m in first_filled(sentence, frame, ("agent", "by"), "O") if _may_employ(sentence, m)]
    origins = first_filled(sentence, frame, ("from", "away"), "O", skip=employers)
    if not employers and not frame.passive:
        employers = [m for m in _employer_of(sentence, frame) if _may_employ(sentence, m)]
    # "She hired P from Y": for the firm that she is with.
    by_somebody = bool(origins or frame.get("as")) and bool(first_filled(sentence, frame, ("agent",), "P", skip=people))
    for person in people:
        for employer in or_unsaid(employers):
            if employer is None and not frame.passive and not by_somebody:
                continue
            rule = BESIDE if employer is None and by_somebody else "hired away"
            joined = Candidate("joined", rule, sentence, person, employer, verb.i, needs_object=employer is None)
            yield joined.with_details(title=titles[0] if titles else None, **{"from": named(sentence, origins)})
        for origin in origins[:1]:
            if not any(origin.entity == employer.entity for employer in employers):
                yield Candidate("left", "left for", sentence, person, origin, verb.i).with_details(
                    manner=Detail("moved"), destination=named(sentence, employers)
                )


def _employer_of(sentence: Sentence, frame: Frame) -> list[FoundMention]:
    """The firm of "X president Q hired P": what its head does with staff, it does."""
    for subject in frame.get("agent"):
        at = sentence.scene.mentions.at(sentence.passage.index, subject.i)
        if at is None or sentence.scene.letter(at) != "P":
            continue
        before = [m for m in sentence.mentions() if m.end <= at.start and at.start - m.end <= 4]
        between = sentence.passage.doc[before[-1].end : at.start] if before else ()
        if before and sentence.scene.letter(before[-1]) == "O" and not any(t.text == "," for t in between):
            return before[-1:]
    return []


_RUN = words("run lead head oversee manage head_up direct supervise build build_up fix turn_around spearhead edit")


def _to_run(sentence: Sentence, frame: Frame, people: Sequence[FoundMention]) -> Iterator[Candidate]:
    """As in "hired P to run its mortgage business": a post without a title."""
    verb = frame.trigger
    if (
        lemma(verb) not in _HIRE
        and key_of(verb) not in _TAKEN_ON
        and lemma(verb) not in ("appoint", "pick", "choose", "tap")
    ):
        return
    start = people[-1].end if not frame.passive else verb.i
    task = next((t for t in sentence.passage.doc[start : min(sentence.end, start + 14)] if _is_task(t)), None)
    if task is None or any(t.tag_ in ("WP", "WDT", "WP$") for t in sentence.passage.doc[start : task.i]):
        return
    employers = [m for m in first_filled(sentence, frame, ("agent", "by"), "O") if _may_employ(sentence, m)]
    things = [t for t in task.children if t.dep_ == "dobj"]
    owners = [c for t in things for c in t.children if c.dep_ == "poss"]
    owned = fillers(sentence.scene, sentence.passage.index, owners or things, "O", metonyms=False)
    owned = [m for m in owned if _may_employ(sentence, m)]
    for person in people:
        for organization in or_unsaid(owned or employers):
            yield appointed(sentence, person, organization, verb.i, start_phase(verb))


def _is_task(token: Token) -> bool:
    doc = token.doc
    return lemma(token) in _RUN and token.tag_ == "VB" and token.i > 0 and doc[token.i - 1].lower_ == "to"


def _to_the_board(sentence: Sentence, frame: Frame, people: Sequence[FoundMention]) -> Iterator[Candidate]:
    """As in "elected P to its board", "P was appointed to the board of X": P joined X."""
    for thing in frame.get("to"):
        if lemma(thing) not in BODIES:
            continue
        owners = first_filled(sentence, noun_frame(thing), ("poss", "of", "at", "compound"), "O")
        organizations = owners or first_filled(sentence, frame, ("agent", "by"), "O")
        title = board_title(sentence, thing)
        bare = not organizations and {c.lower_ for c in thing.children if c.dep_ != "amod"} == {"the"}
        for person in people:
            for organization in or_unsaid(organizations)[: bool(organizations) or (bare and title is not None)]:
                joined = Candidate(
                    "joined", "joined", sentence, person, organization, frame.trigger.i, needs_object=bare
                )
                seat = replace(joined, relation="heldRole", rule="joined as", phase=start_phase(frame.trigger))
                # Who is appointed to a board takes a seat; teams and staffs are joined.
                if title is not None or lemma(thing) == "board":
                    yield seat.with_details(title=title)
                else:
                    yield joined


def board_title(sentence: Sentence, thing: Token) -> Detail | None:
    """The title of who joins a board of directors: a director, and no member of the staff."""
    words_after = [t.lower_ for t in sentence.passage.doc[thing.i + 1 : min(sentence.end, thing.i + 3)]]
    others = {"advisory", "supervisory", "editorial", "executive", "management"} & {c.lower_ for c in thing.children}
    if lemma(thing) != "board" or others or words_after == ["of", "trustees"]:
        return None
    return Detail("director", sentence.raw(thing.i, thing.i + 1))


def _may_employ(sentence: Sentence, mention: FoundMention) -> bool:
    return sentence.scene.type_of(mention) != "Collective"


def _small_clause(sentence: Sentence, frame: Frame) -> tuple[list[FoundMention], list[Detail]]:
    trigger = frame.trigger
    people = [
        m for m in sentence.mentions() if trigger.i < m.start <= trigger.i + 3 and sentence.scene.letter(m) == "P"
    ]
    if not people or frame.passive:
        return [], []
    titles = titles_at(sentence, people[0].end)
    # "Poached P, the sales chief of Y": that is what P has been.
    elsewhere = {m.entity for m in after_title(sentence, titles)}
    takers = {m.entity for m in first_filled(sentence, frame, ("agent",), "O")}
    beside = sentence.passage.doc[people[0].end].text == "," if people[0].end < sentence.end else False
    return people[:1], [] if beside and elsewhere and not elsewhere & takers else titles


def appointment(sentence: Sentence, noun: Token) -> Iterator[Candidate]:
    """As in "the appointment of P as T (of O)", "P's promotion to T"."""
    people = first_filled(sentence, noun_frame(noun), ("of", "poss"), "P")
    if not people:
        return
    title: list[Detail] = []
    start = max(people[-1].end, noun.i + 1)
    for token in sentence.passage.doc[start : min(sentence.end, start + 4)]:
        if token.lower_ in ("as", "to"):
            title = titles_at(sentence, token.i + 1)
            break
    if not title:
        return
    owners = [
        m for c in noun.children if c.dep_ == "poss" for m in fillers(sentence.scene, sentence.passage.index, [c], "O")
    ]
    organizations = after_title(sentence, title) or owners or speaker(sentence, noun)
    for person in people:
        if lemma(noun) in ("hiring", "recruitment") and organizations:
            yield Candidate("joined", "joined", sentence, person, organizations[0], noun.i, presupposed=True)
        for organization in or_unsaid(organizations):
            role = appointed(
                sentence, person, organization, noun.i, Phase.PLANNED if _effective(sentence) else Phase.STARTED
            )
            yield from with_titles(role, title)


def _effective(sentence: Sentence) -> bool:
    return any(t.lower_ in ("effective", "starting") for t in sentence.tokens)


def speaker(sentence: Sentence, noun: Token) -> list[FoundMention]:
    """Who announces an appointment makes it."""
    if noun.dep_ == "dobj" and lemma(noun.head) in ("announce", "confirm", "unveil"):
        return first_filled(sentence, verb_frame(noun.head), ("agent",), "O")
    return []
