"""Roles by name: "X's chief executive, P", "P, former head of Y at X", "P is chairman"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.lexicon.nouns import DEMONYMS
from app.extraction.parsing.passages import FoundMention, MentionKind
from app.extraction.relations.people.board_seats import firms_of_board
from app.extraction.relations.people.partings import is_parting, parted
from app.extraction.relations.people.title_patterns import BARE_ROLES, ROLES
from app.extraction.relations.people.title_phases import phase_of
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import governing_verb
from app.extraction.relations.reading.gapping import begins_a_gap
from app.extraction.relations.reading.lemmas import is_verb, key_of, lemma
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.rules import words
from app.extraction.relations.reading.seats_left import body_left, fills_a_seat
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.subjects import subjects_of
from app.extraction.relations.reading.templates import compile_pattern
from app.extraction.relations.reading.titles import (
    OF_TOWNS,
    SEAT,
    STAFF,
    STRONG,
    is_done,
    own_of,
    split_titles,
    start_phase,
    widened,
    with_titles,
)
from app.model import Phase, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# "chairman of X, a director of Y and founder of Z": the further titles of one person.
_CHAIN = compile_pattern(
    r"(?:, and|,|;| and)(?: (?:also|currently|now|the|an?))* (?P<f>{FORMER} )?{TITLES:title} (?:of|at|for) "
    r"(?:the )?{DESC}{O:o}"
)
_ALSO = compile_pattern(r" and {O:o}(?! ?(?:'s|has|is|was|have|will|said))")
_SLOT_OF_PERSON = compile_pattern("{P}")
# "X's lawyer" works for a law firm.
_SERVES_CLIENTS = re.compile(r"lawyer|attorney|banker|broker|auditor|accountant|buyer|coach|supervisor", re.IGNORECASE)
# "X's chief buyer" and "X's head trader" are its own.
_IN_HOUSE = re.compile(r"\b(?:chief|head|senior|lead|in-house|deputy|former|principal)\b", re.IGNORECASE)
_SPEECHLESS = frozenset(
    {
        "chief",
        "partner",
        "lead",
        "fellow",
        "leader",
        "lawyer",
        "lawyers",
        "attorney",
        "employee",
        "inventor",
        "physicist",
        "chemist",
        "banker",
        "coach",
        "captain",
        "trader",
        "producer",
        "developer",
        "designer",
        "architect",
        "programmer",
        "president elect",
    }
)


def roles(sentence: Sentence) -> Iterator[Candidate]:
    """Roles that a sentence names with a title."""
    if "P" not in sentence.letters or not sentence.has_title:
        return
    taken: set[tuple[int, int]] = set()
    for name, found in find(sentence, ROLES, skip=_hopeless(sentence)):
        if _is_no_role(name, found):
            continue
        for candidate in _candidates(sentence, found, (found.mentions("o") or found.mentions("q"))[:1]):
            key = (candidate.subject.start, _start(found))
            if key not in taken:
                taken.add(key)
                yield from _one_per_title(candidate, found)
                if name in ("person, title of org", "person is title of org", "person, org's title"):
                    yield from _further(candidate, found, taken)
    titles = {title for _, title in taken}
    for name, found in (*find(sentence, BARE_ROLES, skip=_hopeless(sentence)), *_after_aside(sentence)):
        if _start(found) in titles or _is_no_bare_role(name, found):
            continue
        for candidate in _candidates(sentence, found, [None]):
            if _is_lured(sentence, candidate) or _said_of_another(sentence, candidate.subject):
                continue
            candidate = _as_parted(sentence, candidate)
            key = (candidate.subject.start, _start(found))
            if key not in taken:
                taken.add(key)
                # "The chair is P" is said of a firm, and P may well be another's: see `affiliations`.
                own = replace(candidate, rule=SEAT) if name == "title is person" else candidate
                yield from _one_per_title(own, found)


def _is_no_bare_role(name: str, found: Found) -> bool:
    """Whether what matched is no post of the firm that is spoken of: a verb, half a title, a word of praise."""
    return (
        _is_done(found.sentence, found)
        or _is_cut(found)
        or (name == "person, who did, is title" and _has_moved_on(found))
        or _is_national(found.sentence, found)
        or not (name == "person, title there" or STRONG.search(found.text("title")))
        or found.text("title") in _SPEECHLESS
    )


def _as_parted(sentence: Sentence, candidate: Candidate) -> Candidate:
    """As in "X parted ways with its chief executive, P": the post was at X."""
    for verb in sentence.words if candidate.presupposed else ():
        if is_parting(verb):
            people, firms = parted(sentence, verb)
            if firms and any(p.entity == candidate.subject.entity for p in people):
                gone = verb.tag_ in ("VBD", "VBN")
                phase = Phase.ENDED if gone and start_phase(verb) is Phase.STARTED else candidate.phase
                return replace(candidate, object=firms[0], needs_object=False, rule="role: gone", phase=phase)
    return candidate


def _is_national(sentence: Sentence, found: Found) -> bool:
    """Whether it only says what somebody of a nation does: "American director P", "P is a former Dutch executive"."""
    start = _start(found)
    if start < 0 or sentence.passage.doc[start].text not in DEMONYMS:
        return start > 0 and sentence.passage.doc[start - 1].text in DEMONYMS and _before(found) != "the"
    return _before(found) not in ("its", "the", "their", "'s", "’s")


# Titles that stand right before a name, and before no "he": "sold to the head of X. He left".
_BEFORE_NAMES = frozenset({"title of org person", "org title person", "org desc title person", "title person of org"})
_TURNED_OUT = words("dismiss fire sack oust replace remove eject terminate axe ditch lose succeed")
_LURED = words("poach lure headhunt entice hire_away lure_away")
_GONE = words("leave quit resign depart retire step_down")


# Templates that begin with a title are tried at every word; of the slots after the title they need these.
_TITLE_THEN = {
    "title person": "P",
    "title person of org": "PO",
    "head of org's part, person": "OP",
    "title of org person": "OP",
    "titles of org, persons": "OP",
}


def _after_aside(sentence: Sentence) -> Iterator[tuple[str, Found]]:
    """As in "P, the finance chief, takes over as chief executive": over what is told of a name before its verb."""
    if sentence.briefly is not None:
        yield from find(sentence.briefly, _TAKEN)


_TAKEN = {name: BARE_ROLES[name] for name in ("stays as", "took over as")}


def _hopeless(sentence: Sentence) -> set[str]:
    """The templates for whose titles the slots that follow do not do."""
    follow = sentence.slots_after_titles
    return {name for name, needed in _TITLE_THEN.items() if not any(_follows(needed, slots) for slots in follow)}


def _follows(needed: str, slots: str) -> bool:
    """Whether the first of some slots comes first, and the other one somewhere after it."""
    return slots[:1] == needed[0] and needed[1:] in slots[1:]


def _is_no_role(name: str, found: Found) -> bool:
    """Whether what matched is not a post at the firm: a client's lawyer, a town's mayor, "will chair X"."""
    title = found.text("title")
    doc = found.sentence.passage.doc
    if name == "person is some title at org" and doc[_start(found)].text in DEMONYMS:
        return True  # "a German engineer and professor at X": the one is no post
    if name in _BEFORE_NAMES and _is_time_as(found):
        return True
    anaphors = [m for m in found.mentions("p") if m.kind is MentionKind.PRONOUN]
    if name in _BEFORE_NAMES and any(doc[m.start - 1].text != "," for m in anaphors):
        return True
    return bool(
        (_SERVES_CLIENTS.search(title) and not _IN_HOUSE.search(title) and "'s" in name)
        or OF_TOWNS.search(title)
        or _is_done(found.sentence, found)
    )


def _is_time_as(found: Found) -> bool:
    """As in "after ten years as head of X, P": what P was for that time (`offices`), and not what P is called."""
    doc, at = found.sentence.passage.doc, _start(found) - 1
    while at > found.sentence.start and doc[at].lower_ in ("a", "an", "the", "its", "their"):
        at -= 1
    return at > found.sentence.start and doc[at].lower_ == "as" and doc[at - 1].is_alpha


def _is_done(sentence: Sentence, found: Found) -> bool:
    """Whether the title is a verb: "will chair X", "to head X"."""
    tokens = found.tokens("title")
    return tokens is not None and is_done(sentence, tokens[0])


def _is_cut(found: Found) -> bool:
    """Whether the title goes on after what matched: "interim chief" of "interim chief executive of X"."""
    tokens = found.tokens("title")
    return tokens is not None and tokens[1] < found.sentence.end and found.sentence.passage.doc[tokens[1]].lower_ in _ON


_ON = words("executive executives officer officers director directors president presidents manager managers")


def _has_moved_on(found: Found) -> bool:
    """Whether "P, who ran X until May, is now T" tells of a post that may be anywhere."""
    return _OVER.search(found.match.string, found.match.start(), found.match.start("t")) is not None


_OVER = re.compile(r"\b(?:until|till|left|quit|retired|resigned|departed|formerly|stepped down)\b", re.IGNORECASE)


def _verb_of(sentence: Sentence, person: FoundMention) -> Token | None:
    """The verb that a person is subject or object of."""
    doc = sentence.passage.doc
    head = next((t for t in doc[person.start : person.end] if not person.start <= t.head.i < person.end), None)
    while head is not None and head.dep_ in ("compound", "appos", "nmod", "conj") and not is_verb(head.head):
        head = head.head
    if head is not None and head.dep_ == "npadvmod" and is_verb(head.head):  # "fired two managers, P and Q"
        return head.head if any(c.dep_ == "dobj" and c.i < head.i for c in head.head.children) else None
    return head.head if head is not None and is_verb(head.head) and head.dep_ in _BY_DEPENDENCY else None


_BY_DEPENDENCY = frozenset({"dobj", "nsubj", "nsubjpass"})


def _is_lured(sentence: Sentence, candidate: Candidate) -> bool:
    """As in "poached chief designer P": whose designer, the sentence leaves open."""
    verb = _verb_of(sentence, candidate.subject) if candidate.presupposed else None
    return verb is not None and bool({lemma(verb), key_of(verb)} & _LURED)


def _said_of_another(sentence: Sentence, person: FoundMention) -> bool:
    """As in "joined X from Y, a firm where he was president": "where" says whose title it is, the rest does not."""
    before = sentence.passage.doc[max(sentence.start, person.start - 2) : person.start]
    if fills_a_seat(sentence.passage.doc[person.start : person.end].root):
        return True
    return any(token.lower_ == "where" for token in before)


def _moved_away(sentence: Sentence, verb: Token) -> bool:
    """As in "moved to X": to another organisation."""
    if lemma(verb) not in ("move", "defect", "decamp", "switch"):
        return False
    targets = [t for prep in verb.children if prep.lower_ == "to" for t in prep.children if t.dep_ == "pobj"]
    mentions = [sentence.scene.mentions.at(sentence.passage.index, target.i) for target in targets]
    return any(m is not None and sentence.scene.letter(m) == "O" for m in mentions)


def _is_dead(sentence: Sentence, person: FoundMention) -> bool:
    """As in "P, chief executive of X, died on Sunday", "the death of P, chief executive of X"."""
    doc = sentence.passage.doc
    verb, root = _verb_of(sentence, person), doc[person.start : person.end].root
    owner = root.head.head if root.dep_ == "pobj" and root.head.lower_ == "of" else root.head
    if lemma(owner) in _DEATH and owner.pos_ == "NOUN" and root.dep_ in ("pobj", "poss"):
        return governing_verb(owner) is None or lemma(owner.head) not in _UNTRUE
    if verb is None or verb.tag_ not in ("VBD", "VBN"):
        return False
    beside = {child.lower_ for child in verb.children if child.dep_ in ("aux", "neg", "advmod")}
    told = not beside & {"not", "n't", "nearly", "almost", "never", "would", "could", "might", "may"}
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)
    died = lemma(verb) == "die" or (lemma(verb) == "pass" and any(c.lower_ == "away" for c in verb.children))
    return told and ((died and verb.i > person.start) or (passive and lemma(verb) in _KILLED))


_DEATH = words("death murder killing funeral assassination burial")
_KILLED = words("kill murder assassinate bury")
_UNTRUE = words("deny dismiss reject fear")


def _leaves_a_seat(verb: Token, found: Found) -> bool:
    """As in "P, a partner at X, resigned from Y's board": a seat is given up, which is that of a chairman alone."""
    board = body_left(verb)
    if board is None:
        return False
    firms = {m.entity for m in firms_of_board(found.sentence, board)}
    own = {m.entity for m in (*found.mentions("o"), *found.mentions("q"))}
    return not (_SEATED.search(found.text("title")) and (not firms or firms & own))


_SEATED = re.compile(
    r"\b(?:chair(?:man|woman|person)?|(?:board|committee) members?|trustees?|non-executive directors?)$"
)


def _turned_out(sentence: Sentence, person: FoundMention, found: Found) -> bool:
    """As in "fired chief executive P", "chief executive P left in May": the title is over."""
    if _is_going_of(sentence, person):
        return True
    verb = _verb_of(sentence, person)
    if verb is None or verb.tag_ not in ("VBD", "VBN") or _leaves_a_seat(verb, found):
        return False
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass", "neg")}
    if helpers - {"has", "have", "had", "was", "were", "been", "'s", "’s"}:
        return False
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)
    after = verb.i < person.start
    if {lemma(verb), key_of(verb)} & _TURNED_OUT:
        return passive or after
    if _moved_away(sentence, verb):
        return not after and not passive
    things = [child for child in verb.children if child.dep_ == "dobj"]
    return bool({lemma(verb), key_of(verb)} & _GONE) and not after and not passive and not things


def _is_going_of(sentence: Sentence, person: FoundMention) -> bool:
    """As in "the resignation of P, X's chief chemist": whose going is told holds the post no more."""
    root = sentence.passage.doc[person.start : person.end].root
    return root.dep_ == "pobj" and root.head.lower_ == "of" and lemma(root.head.head) in _GOINGS


_GOINGS = words("resignation departure exit dismissal ouster firing sacking removal retirement")


def _further(candidate: Candidate, found: Found, taken: set[tuple[int, int]]) -> Iterator[Candidate]:
    """The same person's other titles, and the other organisations of the same title."""
    code, position = found.match.string, found.match.end()
    also = _ALSO.match(code, position)
    if also is not None:
        for organization in Found(found.sentence, also).mentions("o"):
            yield from _one_per_title(replace(candidate, object=organization), found)
        position = also.end()
    for _ in range(8):
        match = _CHAIN.search(code, position)
        if match is None or _SLOT_OF_PERSON.search(code, position, match.start()):
            return
        more = Found(found.sentence, match)
        taken.add((candidate.subject.start, _start(more)))
        for organization in more.mentions("o")[:1]:
            today = re.search(r"\b(?:now|currently)\b", match.group(0))
            phase = phase_of(more) if more.has("f") else Phase.ONGOING if today else candidate.phase
            yield from _one_per_title(replace(candidate, object=organization, phase=phase), more)
        position = match.end()


def _start(found: Found) -> int:
    tokens = found.tokens("title")
    return tokens[0] if tokens else -1


def _candidates(sentence: Sentence, found: Found, organizations: Sequence[FoundMention | None]) -> Iterator[Candidate]:
    copula = found.has("t")
    if not copula and _is_become(sentence, _start(found)):
        return
    people = _said_of(sentence, found) if copula else found.mentions("p")
    for organization in organizations:
        for person in people:
            if not copula and _start(found) < person.start and begins_a_gap(sentence, person):
                continue  # "A was chief engineer of X, P a designer"
            candidate = Candidate(
                "heldRole",
                f"role: {'own' if organization else 'implied'}",
                sentence,
                person,
                organization,
                found.verb_end if copula else _start(found),
                Kind.STATE,
                phase=phase_of(found),
                presupposed=not copula,
                needs_object=organization is None,
            )
            if copula and _is_to_be_followed(sentence.passage.doc[candidate.trigger]):
                candidate = replace(candidate, phase=Phase.ONGOING, presupposed=True)
            if not copula and _told_when(sentence, found, organization) == "then":
                candidate = replace(candidate, phase=Phase.ENDED)
            if _told_when(sentence, found, organization) == "future":
                continue
            gone = _turned_out(sentence, person, found) or _is_dead(sentence, person)
            over = not copula and (gone or _is_lured(sentence, candidate))
            # Only a holder who goes is said to have been there until now: the departure is from the same organisation.
            rule = "role: gone" if organization is not None and not found.has("f") else candidate.rule
            yield replace(candidate, phase=Phase.ENDED, rule=rule) if over else candidate


def _is_to_be_followed(verb: Token) -> bool:
    """As in "P will be succeeded as chief executive": until then the post is P's."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    return lemma(verb) in ("succeed", "replace", "follow") and "be" in helpers and bool(helpers & {"will", "to", "'ll"})


def _told_when(sentence: Sentence, found: Found, organization: FoundMention | None) -> str:
    """The "then" or "future" before "X professor P", "chief executive P"; empty where there is none."""
    first = _start(found)
    first = min(first, organization.start) if organization is not None and organization.end <= first else first
    before = [t.lower_ for t in sentence.passage.doc[max(sentence.start, first - 2) : max(sentence.start, first)]]
    if before[-1:] == ["then-"] or before[-2:] == ["then", "-"]:
        return "then"
    return "future" if before[-1:] == ["future"] else ""


def _is_become(sentence: Sentence, title: int) -> bool:
    """Whether a title is what somebody becomes: "before becoming chairman of X, P sold tractors" (`careers`)."""
    before = sentence.passage.doc[max(sentence.start, title - 2) : max(sentence.start, title)]
    return any(lemma(token) == "become" for token in before)


def _said_of(sentence: Sentence, found: Found) -> list[FoundMention]:
    """Whom a verb is said of: in "P, who founded it with Q, is its chair" not the name before the comma."""
    people, verb = found.mentions("p"), sentence.passage.doc[found.verb_end]
    if not people or not is_verb(verb) or sentence.passage.doc[people[-1].end : verb.i].text[:1] != ",":
        return people
    subjects = fillers(sentence.scene, sentence.passage.index, list(subjects_of(verb)), "P")
    before = [m for m in subjects if m.end <= people[0].start]
    return before if before and len(before) == len(subjects) else people


def _before(found: Found) -> str:
    """The word before the title."""
    start = _start(found)
    return found.sentence.passage.doc[start - 1].lower_ if start > 0 else ""


_ELSEWHERE = re.compile(
    r" (?:of|for) the (?!(?:Board|Executive|Supervisory|Management|Managing|Group|Company|Firm|Bank|Audit)\b)[A-Z]"
)


def _one_per_title(candidate: Candidate, found: Found) -> Iterator[Candidate]:
    """One claim for each title of "chief executive and chairman"."""
    span = found.span("title")
    if span is not None and span.text.split()[0] in DEMONYMS and _before(found) in ("a", "an"):
        cut = len(span.text.split()[0]) + 1  # "an American CEO" is one from there
        span = Span(start=span.start + cut, end=span.end, text=span.text[cut:])
    tokens = found.tokens("title")
    if span is not None and tokens is not None:
        own = own_of(found.sentence, *tokens)
        if own > tokens[0]:
            while found.sentence.passage.doc[own].lower_ in ("the", "its", "their", "a", "an"):
                own += 1
            span, tokens = found.sentence.raw(own, tokens[1]), (own, tokens[1])
    if span is not None and tokens is not None and widened(found.sentence, tokens[1]) > tokens[1]:
        whole = found.sentence.raw(tokens[0], widened(found.sentence, tokens[1]))
        span = Span(start=span.start, end=whole.end, text=whole.text[span.start - whole.start :])
    if span is not None and STAFF.search(span.text):
        yield replace(candidate, relation="memberOf", rule="member")
    elif span is not None:
        people, parts = found.mentions("p"), split_titles(span)
        # "A and B, the chairman and the chief executive": each has one.
        if 1 < len(people) == len(parts):
            own = next((n for n, p in enumerate(people) if p.entity == candidate.subject.entity), 0)
            parts = parts[own : own + 1]
        # "Chair of the Faculty and director of X" chairs no faculty of X.
        parts = [part for part in parts[:-1] if not _ELSEWHERE.search(part.text)] + parts[-1:]
        yield from with_titles(candidate, [Detail(part.text, part) for part in parts])
