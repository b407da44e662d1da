"""The votes that a sentence gives on what a name in it stands for: the recogniser's, and the surrounding words'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.extraction.lexicon.given_names import gazetteer, pronouns
from app.extraction.lexicon.nouns import (
    ACRONYM_ROLES,
    BODY_NOUNS,
    COMPANY_NOUNS,
    HONORIFICS,
    ORG_NOUNS_BEFORE,
    ORG_OBJECT_VERBS,
    ORG_PASSIVE_VERBS,
    ORG_POSSESSIONS,
    ORG_SUBJECT_VERBS,
    PERSON_VERBS,
    PLACE_NOUNS,
    PLACES,
    PRODUCT_HEADS,
    PRODUCT_NOUNS,
    ROLE_HEADS,
    SAYING_VERBS,
    SITE_NOUNS,
    STATE_CODES,
    UNIT_NOUNS,
    UNIT_WORDS,
)
from app.extraction.mentions.lists import list_votes
from app.extraction.mentions.runs import Run, bare
from app.extraction.mentions.types import BODY, COMPANY, PERSON, PLACE, PRODUCT, UNIT, Vote

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

_RECOGNISED = {"PERSON": PERSON, "ORG": COMPANY, "GPE": PLACE, "LOC": PLACE, "FAC": PLACE, "PRODUCT": PRODUCT}
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
# Nouns that are said of companies and of people alike ("a partner at", "the partner Tern Capital").
_AMBIGUOUS_NOUNS = ROLE_HEADS & COMPANY_NOUNS
# "its former head brewer" is a person, though a brewer may be a company.
_RANKS = frozenset({"head", "chief", "senior", "lead", "deputy", "junior", "master"})
_ANYONES_VERBS = frozenset(
    "announce build buy develop employ hire make own partner produce recruit sell settle sue".split()
)
# "supplies tyres to X", "works for X": what is dealt with so is a firm.
_SUPPLYING = dict.fromkeys(("to", "for"), frozenset("supply provide sell label deliver license work".split()))
# "the streaming service X" may be the firm.
# "boutique adviser X", "proxy adviser X" is a firm.
_ADVISERS = frozenset({"adviser", "advisor"})
_FIRMS_ADVICE = frozenset("boutique financial proxy restructuring property pension corporate merger takeover".split())
# "hired X to advise on a sale": what is hired so is a firm.
_MANDATES = frozenset("advise explore gauge handle market review evaluate assess restructure solicit sell".split())
_LOOSE_PRODUCT_NOUNS = frozenset({"service", "platform", "brand", "magazine", "line", "series"})
_HOME_VERBS = frozenset({"base", "headquarter", "locate", "bear", "situate"})


def context_votes(doc: Doc, run: Run) -> Iterator[Vote]:
    """What the words around one mention say."""
    yield from _left_votes(doc, run.start, run.end)
    yield from _right_votes(doc, run)
    yield from _described_votes(doc, run)
    yield from _slot_votes(doc, run)
    yield from list_votes(doc, run)
    if _is_given_a_post(doc, run):
        yield PERSON, 7
    if run.end - run.start in (2, 3):
        yield from _founder_votes(doc, run)
    elif _shares_surname(doc, run):
        yield PERSON, 3


def _shares_surname(doc: Doc, run: Run) -> bool:
    """As in "Jiri and Petra Novak"."""
    if run.end - run.start > 1 or run.end + 2 >= len(doc) or doc[run.end].lower_ != "and":
        return False
    given = all(doc[index].text in pronouns() for index in (run.start, run.end + 1))
    return given and doc[run.end + 2].text[:1].isupper()


_FOUNDING = frozenset("found co-found cofound start establish set launch create".split())
_FOUNDERS = frozenset("founders co-founders cofounders brothers sisters siblings friends classmates".split())


def _founder_votes(doc: Doc, run: Run) -> Iterator[Vote]:
    """As in "founded by A, B and C", "the founders of X, A and B", "two brothers, A and B": founders are people."""
    at, commas = run.start - 1, 0
    while at >= 0 and (doc[at].text in {",", "and", "&"} or doc[at].text[:1].isupper() or doc[at].text in _POSSESSIVE):
        commas += doc[at].text == ","
        at -= 1
    if at < 1 or run.start - at > _LONGEST_LIST:
        return
    if doc[at].lower_ == "by" and any(
        t.lemma_.lower() in _FOUNDING and t.tag_ == "VBN" for t in doc[max(0, at - 8) : at]
    ):
        yield PERSON, 1.5
    elif doc[at].lower_ in _FOUNDERS or (commas and doc[at].lower_ == "of" and doc[at - 1].lower_ in _FOUNDERS):
        yield PERSON, 5


_LONGEST_LIST = 16


def recogniser_votes(doc: Doc, run: Run) -> Iterator[Vote]:
    """What the recogniser says of one mention."""
    for entity in doc[run.start : run.end].ents:
        kind = _RECOGNISED.get(entity.label_)
        if kind:
            yield kind, _trust(doc, run, kind) if _covers(entity, run, doc) else 0.4


def _covers(entity: TokenSpan, run: Run, doc: Doc) -> bool:
    starts = entity.start == run.start or (entity.start == run.start - 1 and doc[entity.start].lower_ == "the")
    return starts and entity.end in (run.end, run.end + 1)


_BUYING = frozenset({"snap up", "buy out", "buy up", "take over", "gobble up", "swallow up", "sell off", "spin off"})


# What is dealt in is no person.
_DEALT_IN = frozenset("acquire buy purchase own swallow takeover spin float delist nationalise nationalize".split())
_DEAL_NOUNS = {
    "of": frozenset(
        """acquisition takeover purchase buyout unit subsidiary division bankruptcy ipo flotation shareholder shares
        parent affiliate offshoot""".split()
    ),
    "for": frozenset("bid offer".split()),
    "in": frozenset("stake shareholding shares shareholder".split()),
}
# Who does this to a named firm is hardly ever another firm, and whom a named firm does that to hardly ever one.
_DONE_TO_FIRMS = {
    **dict.fromkeys("join rejoin quit chair head".split(), 4.5),
    **dict.fromkeys("found co-found cofound run leave".split(), 3.5),
}
_DONE_TO_PEOPLE = {
    **dict.fromkeys("fire sack oust dismiss promote poach reappoint".split(), 4.0),
    **dict.fromkeys("hire recruit appoint lure headhunt".split(), 2.5),
}
_MOVING = frozenset("move switch defect transfer relocate shift".split())
_HIRING = frozenset("hire poach recruit lure headhunt entice".split())
_SEAT_NOUNS = frozenset("headquarters headquarter hq seat office base".split())
_OFFERS = frozenset("bid offer approach takeover proposal".split())
_TOWN_ROLES = frozenset({"mayor", "mayoress"})
# A person may be part of these, and no firm is.
_CREWS = frozenset("team staff crew squad panel board committee family cohort faculty".split())
_PARTS = frozenset("part subsidiary unit division".split())


def _trust(doc: Doc, run: Run, kind: str) -> float:
    """How sure it is: unknown single words are people, places or products at random, and many firms are people."""
    like_person = doc[run.start].text in pronouns() and run.end - run.start in (2, 3, 4)
    if run.end - run.start == 1:
        # Of lone words it takes many a company for a place.
        place = 0.45 if _is_listed_place(doc[run.start]) else 0.25
        return {COMPANY: 1.5, PLACE: place}.get(kind, 0.25)
    if kind == PERSON:
        return 1.5 if like_person else 0.7
    if kind == PLACE:
        return 0.9
    return 0.8 if like_person else 1.5


# --- the neighbours --------------------------------------------------------------------------------------------------


def _left_votes(doc: Doc, start: int, end: int) -> Iterator[Vote]:
    if start == 0:
        return
    left = doc[start - 1]
    if start > 1 and left.text in {",", ")"} and _is_place(doc[start - 2]):
        yield PLACE, 2  # "Paris, Texas"
    if start > 1 and left.text in _POSSESSIVE and _is_place(doc[start - 2]):
        yield COMPANY, 2  # "Tokyo's Acme"
    word = bare(left.text)
    if word in HONORIFICS:
        yield PERSON, 6
    elif word in ACRONYM_ROLES:
        yield PERSON, 3
    elif left.text in _POSSESSIVE and doc[end - 1].text in UNIT_WORDS and start > 1 and not _is_place(doc[start - 2]):
        yield UNIT, 6
    elif left.lower_ == "of" and start > 1 and doc[start - 2].lemma_.lower() in PLACE_NOUNS:
        yield PLACE, 3
    elif left.lower_ == "of" and start > 1 and doc[start - 2].lower_ in _TOWN_ROLES:
        yield PLACE, 5
    else:
        yield from _noun_before_votes(left)


def _noun_before_votes(noun: Token) -> Iterator[Vote]:
    """What the noun says that stands directly before: "analyst X", "the chipmaker X", "a robot called X"."""
    lemma = noun.lemma_.lower()
    if lemma in _ADVISERS and noun.i and noun.nbor(-1).lower_ in _FIRMS_ADVICE:
        yield COMPANY, 4
    elif noun.lower_ in ROLE_HEADS and lemma not in _AMBIGUOUS_NOUNS:
        yield PERSON, 3
    elif lemma in COMPANY_NOUNS and lemma not in _AMBIGUOUS_NOUNS:
        yield COMPANY, 3
    elif lemma in BODY_NOUNS:
        yield BODY, 3
    elif lemma in UNIT_NOUNS:
        yield UNIT, 4
    elif lemma in _LOOSE_PRODUCT_NOUNS:
        yield PRODUCT, 1.2
    elif lemma in PRODUCT_NOUNS or (noun.lower_ in {"called", "dubbed"} and noun.head.lemma_.lower() in PRODUCT_NOUNS):
        yield PRODUCT, 2.5


def _is_place(token: Token) -> bool:
    return _is_listed_place(token) or token.ent_type_ == "GPE"


def _is_listed_place(token: Token) -> bool:
    return token.text in PLACES or token.text in gazetteer()


def _right_votes(doc: Doc, run: Run) -> Iterator[Vote]:
    right, beyond = _token(doc, run.end), _token(doc, run.end + 1)
    if right is None:
        return
    if right.text in _POSSESSIVE and beyond is not None:
        if right.head.dep_ == "poss" and right.head.head.lemma_.lower() in ORG_POSSESSIONS:
            yield COMPANY, 2
    elif right.text in ACRONYM_ROLES or (right.text[0].isupper() and right.lower_ in ROLE_HEADS):
        yield COMPANY, 2.5
    elif right.text in "-–" and beyond is not None and beyond.lower_ == "based":
        yield PLACE, 5
    elif right.text in {",", "("} and beyond is not None and (right.text == "," or beyond.lower_ in {"who", "which"}):
        yield from _comma_votes(beyond)
    elif doc[run.end - 1].head.i == right.i and right.is_lower:
        yield from _compound_votes(doc, run, right)


def _compound_votes(doc: Doc, run: Run, noun: Token) -> Iterator[Vote]:
    """What the noun tells of X in "X shares", "the X foundation", "the X headset", "its X office"."""
    lemma = noun.lemma_.lower()
    # "The Rotterdam firm Acme", "a Rotterdam firm": a listed town, whatever the recogniser says.
    is_place = run.end - run.start == 1 and (doc[run.start].ent_type_ == "GPE" or _is_listed_place(doc[run.start]))
    if lemma in SITE_NOUNS:
        yield PLACE, 1.2
    elif lemma in COMPANY_NOUNS - _AMBIGUOUS_NOUNS:
        yield (PLACE if is_place else COMPANY), 2.5
    elif lemma in BODY_NOUNS:
        yield BODY, 2.5
    elif noun.lower_ in PRODUCT_HEADS and noun.dep_ != "ROOT":
        yield PRODUCT, 1.5
    elif lemma in ORG_POSSESSIONS:
        yield COMPANY, 1.5


def _comma_votes(beyond: Token) -> Iterator[Vote]:
    if beyond.text in PLACES or beyond.text in STATE_CODES:
        yield PLACE, 3
    is_age = len(beyond) == 2 and beyond.text.isdecimal() and int(beyond.text) > 15
    if beyond.lower_ == "who" or is_age:
        yield PERSON, 3
    elif beyond.lower_ == "which":
        yield from _no_person(1)
    elif beyond.lower_ == "whose":
        yield COMPANY, 0.5


def _token(doc: Doc, index: int) -> Token | None:
    return doc[index] if index < len(doc) else None


# --- "X, a maker of", "X is a bank" ----------------------------------------------------------------------------------


def _described_votes(doc: Doc, run: Run) -> Iterator[Vote]:
    """What the text says that the named thing is."""
    for noun in describing_nouns(doc, run):
        lemma = noun.lemma_.lower()
        of_other = any(child.lower_ == "of" for child in noun.children)
        owned = any(child.dep_ == "poss" for child in noun.children)
        if lemma in COMPANY_NOUNS and any(child.lower_ in _RANKS for child in noun.lefts):
            yield PERSON, 6
        elif lemma in UNIT_NOUNS and (of_other or owned or doc[run.end - 1].text in UNIT_WORDS):
            yield (COMPANY if lemma == "subsidiary" else UNIT), 6
        elif lemma in COMPANY_NOUNS and lemma not in _AMBIGUOUS_NOUNS:
            yield COMPANY, 6
        elif lemma in ROLE_HEADS and lemma not in _AMBIGUOUS_NOUNS:
            yield PERSON, 1 if lemma in _ANYONES_PARTS else 6
        elif lemma in _AMBIGUOUS_NOUNS:
            yield COMPANY, 1
        elif lemma in BODY_NOUNS:
            yield BODY, 6
        elif lemma in PRODUCT_NOUNS:
            yield PRODUCT, 3
        elif lemma in PLACE_NOUNS:
            yield PLACE, 3


# A firm owns, audits and advises as people do.
_ANYONES_PARTS = frozenset("owner co-owner auditor adviser advisor consultant operator shareholder".split())


def describing_nouns(doc: Doc, run: Run) -> list[Token]:
    """The nouns in apposition to the name, and those after "is a"."""
    head = doc[run.start : run.end].root
    found = [child for child in head.children if child.dep_ == "appos" and child.i >= run.end]
    if head.dep_ == "appos" and head.head.pos_ == "NOUN" and head.head.i < run.start:
        found.append(head.head)
    if head.dep_ == "nsubj" and head.head.lemma_ == "be":
        found += [child for child in head.head.children if child.dep_ == "attr"]
    if head.dep_ == "attr" and head.head.lemma_ == "be":
        found += [child for child in head.head.children if child.dep_ == "nsubj"]
    if not found:
        found = _noun_after_comma(doc, run.end)
    return [token for token in found if token.pos_ == "NOUN" and not run.start <= token.i < run.end]


def _noun_after_comma(doc: Doc, end: int) -> list[Token]:
    """The head of "X, the unit ...", where the parser missed the apposition."""
    if end + 1 >= len(doc) or doc[end].text not in {",", "–", "—"} or doc[end + 1].pos_ != "DET":
        return []
    for token in doc[end + 2 : end + 8]:
        after = doc[token.i + 1] if token.i + 1 < len(doc) else None
        if token.pos_ == "NOUN" and (after is None or (after.pos_ != "NOUN" and after.text != "-")):
            return [token]
        if token.pos_ not in {"ADJ", "NOUN", "PROPN", "PUNCT", "NUM", "VERB", "ADV"} or token.text == ",":
            return []
    return []


# --- what the verbs and prepositions ask for -------------------------------------------------------------------------


def _slot_votes(doc: Doc, run: Run) -> Iterator[Vote]:
    head = _first_conjunct(doc[run.start : run.end].root)
    governor = head.head
    verb = governor.lemma_.lower()
    full = 1 < run.end - run.start <= 4
    if head.dep_ in {"nsubj", "nsubjpass"}:
        yield from _subject_votes(head, verb)
        if full and head.dep_ == "nsubj" and any(t.dep_ == "dobj" and t.pos_ == "PROPN" for t in governor.children):
            yield PERSON, _DONE_TO_FIRMS.get(verb, 0.0)
    elif head.dep_ == "dobj":
        included = verb == "include" and any(_is_firms(t) for t in governor.children if t.dep_ == "nsubj")
        mandated = verb in {"hire", "retain", "engage"} and any(
            t.lemma_ in _MANDATES and t.dep_ in {"xcomp", "advcl"} for t in [*governor.subtree][:40]
        )
        particles = {child.lower_ for child in governor.children if child.dep_ == "prt"}
        bought = any(f"{verb} {particle}" in _BUYING for particle in particles)
        if bought or verb in _DEALT_IN:
            yield from _no_person(1.5)
        elif verb in {"join", "rejoin"}:
            yield PERSON, -3
            yield COMPANY, 1.5
        elif full and not mandated and any(t.dep_ == "nsubj" and t.pos_ == "PROPN" for t in governor.children):
            yield PERSON, _DONE_TO_PEOPLE.get(verb, 0.0)
        if included or mandated or bought or verb in ORG_OBJECT_VERBS:
            yield COMPANY, 3 if mandated else 1.5
    elif head.dep_ == "pobj" and run.end - run.start == 1 and _is_where(head, governor):
        yield PLACE, 3
    elif head.dep_ == "pobj":
        yield from _preposition_votes(governor)
        yield from _dealing_votes(governor)


def _is_where(name: Token, preposition: Token) -> bool:
    """Whether a town that is listed as one stands where a town may: "a start-up in X", "moved to X"."""
    above = preposition.head
    if not _is_listed_place(name) or above.lemma_.lower() in {"invest", "stake", "share", "shareholder", "investor"}:
        return False
    moves = preposition.lower_ in {"to", "from"} and above.lemma_.lower() in _MOVING
    return preposition.lower_ == "in" or moves


def _no_person(strength: float) -> Iterator[Vote]:
    """Names of firms look like those of people; nobody buys, owns or floats a person, and none is a "which"."""
    yield COMPANY, strength
    yield PERSON, -7


def _dealing_votes(preposition: Token) -> Iterator[Vote]:
    """As in "the takeover of X", "paid $40m for X", "moved to X from Y", "moved its head office from X to Y"."""
    word, above = preposition.lower_, preposition.head
    objects = {child.lemma_.lower() for child in above.children if child.dep_ == "dobj"}
    moves = above.lemma_.lower() in _MOVING and word in {"to", "from"}
    verb = above.lemma_.lower()
    paid = word == "for" and verb == "pay" and any(child.ent_type_ == "MONEY" for child in above.subtree)
    hired = (word == "from" and verb in _HIRING) or (word == "for" and verb == "leave")
    if paid or (verb in _DEAL_NOUNS.get(word, ()) and above.pos_ in {"NOUN", "PROPN"}):
        yield from _no_person(2)
    elif moves and objects & _SEAT_NOUNS:
        yield PLACE, 5
    elif (moves and not objects) or (hired and objects):
        yield from _no_person(1)


def _subject_votes(head: Token, verb: str) -> Iterator[Vote]:
    objects = {child.lemma_.lower(): child for child in head.head.children if child.dep_ in {"dobj", "attr"}}
    own_name = "name" in objects and any(c.lower_ == "its" for c in objects["name"].children)
    if head.dep_ == "nsubjpass" and verb in _DEALT_IN:
        yield from _no_person(1.5)
    elif (verb == "reject" and objects.keys() & _OFFERS) or (verb == "change" and own_name):
        yield from _no_person(3)
    elif verb == "be" and any(t in _PARTS and _is_of_firm(objects[t]) for t in objects):
        yield from _no_person(2)
    if head.dep_ == "nsubjpass" and verb in ORG_PASSIVE_VERBS:
        yield COMPANY, 3
    elif verb in PERSON_VERBS:
        yield PERSON, 2
    elif _serves_as(head.head):
        yield PERSON, 3
    elif verb == "work" and any(child.lower_ in {"at", "for"} for child in head.head.children):
        yield PERSON, 2
    elif verb in _ANYONES_VERBS and any(t.lower_ in {"he", "she", "his", "her"} for t in head.head.subtree):
        yield PERSON, 0.8
    elif verb in ORG_SUBJECT_VERBS and head.dep_ == "nsubj":
        yield COMPANY, 0.8 if verb in _ANYONES_VERBS else 1.5
    elif any(token.lower_ in {"he", "she", "his", "her"} for token in head.sent):
        yield PERSON, 0.8
    elif verb in SAYING_VERBS:
        yield PERSON, 0.4
        yield COMPANY, 0.6


_APPOINTING = frozenset("name appoint elect promote tap hire recruit pick confirm".split())
# Titles that no firm is given: a bank may be appointed adviser or auditor.
_POSTS = frozenset(
    "chief executive president chair chairman chairwoman director officer head boss secretary ceo cfo".split()
)
_BEFORE_POSTS = frozenset(
    "as to be its their the a an new next first interim group global deputy vice , finance".split()
)


def _is_given_a_post(doc: Doc, run: Run) -> bool:
    """As in "named X its new finance chief", "appointed X as director", whatever the parser makes of it."""
    if not run.start or doc[run.start - 1].lemma_.lower() not in _APPOINTING:
        return False
    for token in doc[run.end : run.end + 7]:
        if token.lower_ in _POSTS:
            return token.i > run.end or token.is_lower
        if token.lower_ not in _BEFORE_POSTS and token.pos_ not in {"ADJ", "NOUN"}:
            return False
    return False


def _is_of_firm(part: Token) -> bool:
    wholes = [t for c in part.children if c.lower_ == "of" for t in c.children]
    return bool(wholes) and not any(whole.lemma_.lower() in _CREWS for whole in wholes)


def _serves_as(verb: Token) -> bool:
    """Whether it gives its subject a post: "served as finance chief", "was appointed director"; not "hired X as"."""
    if any(child.dep_ == "dobj" for child in verb.children):
        return False
    titles = [child for child in verb.children if child.dep_ in {"oprd", "attr"}]
    titles += [t for child in verb.children if child.lower_ == "as" for t in child.children if t.dep_ == "pobj"]
    return any(title.lower_ in ROLE_HEADS and title.lemma_ not in _AMBIGUOUS_NOUNS for title in titles)


def _preposition_votes(preposition: Token) -> Iterator[Vote]:
    word, noun = preposition.lower_, preposition.head.lemma_.lower()
    if noun in ORG_NOUNS_BEFORE.get(word, ()) and preposition.head.pos_ in {"NOUN", "PROPN"}:
        yield COMPANY, 3
    elif preposition.dep_ == "agent" and noun in {"acquire", "back", "buy", "fund", "own", "purchase"}:
        yield COMPANY, 2 if noun in {"back", "fund"} else 1
    elif preposition.dep_ == "agent" and noun in {"found", "co-found"}:
        yield PERSON, 1
    elif word in {"in", "at", "near", "from"} and noun in _HOME_VERBS:
        yield PLACE, 3
    elif word == "in" and noun == "invest":
        yield COMPANY, 2
    elif word == "in":
        yield PLACE, 0.8
    elif noun in _SUPPLYING.get(word, ()) or (word in {"including", "like", "as"} and _is_firms(preposition.head)):
        yield COMPANY, 1.5
    elif word in {"to", "for"}:
        yield COMPANY, 0.5
    elif word == "at":
        yield COMPANY, 1


def _is_firms(token: Token) -> bool:
    """Whether the noun speaks of several firms: "clients include X", "lenders such as X"."""
    return token.tag_ == "NNS" and token.lemma_.lower() in COMPANY_NOUNS | {"client", "backer", "bank"}


def _first_conjunct(token: Token) -> Token:
    """The first of coordinated names: the others stand in its slot."""
    while token.dep_ == "conj" and token.head.pos_ in {"PROPN", "NOUN"}:
        token = token.head
    return token
