"""The votes that a clause gives on what a name in it stands for: what it does, and what is done to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.extraction.lexicon.firm_nouns import FIRM_DESCRIPTIONS
from app.extraction.lexicon.nouns import (
    COMPANY_NOUNS,
    ORG_NOUNS_BEFORE,
    ORG_OBJECT_VERBS,
    ORG_PASSIVE_VERBS,
    ORG_SUBJECT_VERBS,
    PERSON_VERBS,
    ROLE_HEADS,
    SAYING_VERBS,
)
from app.extraction.lexicon.places import is_known_place
from app.extraction.mentions.genitives import Run
from app.extraction.mentions.types import COMPANY, PERSON, PLACE, PRODUCT, Vote

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Nouns that are said of companies and of people alike ("a partner at", "the partner Tern Capital").
AMBIGUOUS_NOUNS = ROLE_HEADS & COMPANY_NOUNS
_ANYONES_VERBS = frozenset(
    "announce build buy develop employ hire make own partner produce recruit sell settle sue".split()
)
# "supplies tyres to X", "works for X": what is dealt with so is a firm.
_SUPPLYING = dict.fromkeys(("to", "for"), frozenset("supply provide sell label deliver license work".split()))
# "hired X to advise on a sale": what is hired so is a firm.
_MANDATES = frozenset("advise explore gauge handle market review evaluate assess restructure solicit sell".split())
_HOME_VERBS = frozenset({"base", "headquarter", "locate", "bear", "situate"})
_BUYING = frozenset({"snap up", "buy out", "buy up", "take over", "gobble up", "swallow up", "sell off", "spin off"})
# What is dealt in is no person.
_DEALT_IN = frozenset(
    """acquire buy purchase own swallow takeover spin float delist nationalise nationalize merge fuse amalgamate
    recapitalise recapitalize""".split()
)
_DEAL_NOUNS = {
    "of": frozenset(
        """acquisition takeover purchase buyout unit subsidiary division bankruptcy ipo flotation shareholder shares
        parent affiliate offshoot sale disposal divestment merger demerger privatisation privatization""".split()
    ),
    "for": frozenset("bid offer".split()),
    "in": frozenset("stake shareholding shares shareholder holding".split()),
    "with": frozenset("merge merger fuse amalgamate amalgamation".split()),
    "into": frozenset("merge fold absorb".split()),
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
# A person may be part of these, and no firm is.
_CREWS = frozenset("team staff crew squad panel board committee family cohort faculty".split())
_PARTS = frozenset("part subsidiary unit division".split())
# No app or machine does these, whatever it is called beside its name.
_ONLY_AGENTS = frozenset("agree decide hire employ sue merge refuse deny decline appoint recruit".split())
# Nor do a town or an app often do these.
_TELLING = frozenset("acknowledge announce claim comment confirm declare disclose insist say tell write".split())
# What a firm has, and hardly ever a person.
_OWN_THINGS = frozenset(
    "owner shareholder subsidiary headquarters employee workforce customer branch listing turnover".split()
)


def is_listed_place(token: Token) -> bool:
    """Whether a word is a country or town that our lists have."""
    return is_known_place(token.text)


def slot_votes(doc: Doc, run: Run) -> Iterator[Vote]:
    """What the place of a name in its clause says: subject or object of which verb, after which preposition."""
    head = _first_conjunct(doc[run.start : run.end].root)
    governor = head.head
    verb = governor.lemma_.lower()
    full = 1 < run.end - run.start <= 4
    if head.dep_ in {"nsubj", "nsubjpass"}:
        yield from _subject_votes(head, verb)
        yield from _having_votes(governor)
        yield from _birth_votes(governor)
        if full and head.dep_ == "nsubj" and any(t.dep_ == "dobj" and t.pos_ == "PROPN" for t in governor.children):
            yield PERSON, _DONE_TO_FIRMS.get(verb, 0.0)
    elif head.dep_ == "dobj":
        included = verb == "include" and any(_is_firms(t) for t in governor.children if t.dep_ == "nsubj")
        mandated = verb in {"hire", "retain", "engage"} and any(
            t.lemma_ in _MANDATES and t.dep_ in {"xcomp", "advcl"} for t in [*governor.subtree][:40]
        )
        particles = {child.lower_ for child in governor.children if child.dep_ == "prt"}
        bought = any(f"{verb} {particle}" in _BUYING for particle in particles)
        if bought or verb in _DEALT_IN or _is_sold(governor):
            yield from no_person(1.5)
        elif verb in {"join", "rejoin"}:
            yield PERSON, -3
            yield COMPANY, 1.5
        elif full and verb in _HIRING and any(t.lower_ == "from" for t in governor.children):
            yield PERSON, 4
        elif full and not mandated and any(t.dep_ == "nsubj" and t.pos_ == "PROPN" for t in governor.children):
            yield PERSON, _DONE_TO_PEOPLE.get(verb, 0.0)
        if included or mandated or bought or verb in ORG_OBJECT_VERBS:
            yield COMPANY, 3 if mandated else 1.5
    elif head.dep_ == "pobj" and run.end - run.start == 1 and _is_where(head, governor):
        yield PLACE, 3
    elif head.dep_ == "pobj":
        if _puts_money(governor) and not is_listed_place(head):
            yield COMPANY, 1.5
        yield from _preposition_votes(governor)
        yield from _dealing_votes(governor)


# Whose supplier or parent it is, a name before tells: "the Apple supplier X".
_SOMEBODYS = frozenset(
    "supplier rival partner unit subsidiary parent owner shareholder investor backer client customer vendor competitor "
    "affiliate contractor distributor division arm lender adviser advisor dealer agency brand chain label".split()
)


def tells_where_from(doc: Doc, after: int) -> bool:
    """Whether what follows a town is a firm's kind and name: "the Bristol cider maker X"."""
    at = after
    while at < len(doc) and at - after < 4 and doc[at].pos_ in ("NOUN", "ADJ") and doc[at].text.islower():
        at += 1
    kind = after < at < len(doc) and doc[at - 1].lemma_.lower() in COMPANY_NOUNS - _SOMEBODYS
    return kind and doc[at].pos_ == "PROPN" and doc[at].text[:1].isupper()


def _puts_money(preposition: Token) -> bool:
    """As in "invested $20 million in X", "its investment in X"."""
    above = preposition.head
    money = above.ent_type_ == "MONEY" and above.head.lemma_ == "invest"
    return preposition.lower_ == "in" and (money or above.lemma_ == "invest")


def _is_sold(verb: Token) -> bool:
    """As in "sold X to Y", "X is being sold for €40m"."""
    return verb.lemma_ == "sell" and any(c.dep_ in {"prep", "dative"} and c.lower_ == "to" for c in verb.children)


def _takes_over(verb: Token) -> bool:
    """As in "Roe took over from X", whose post it was."""
    return (
        verb.lemma_ == "take"
        and any(c.lower_ == "over" for c in verb.children)
        and not any(c.dep_ == "dobj" for c in verb.children)
    )


_HANDED = frozenset("post job role duty position title chair chairmanship presidency portfolio baton rein".split())
_PASSING = frozenset("go pass fall hand".split())


def _hands_a_post(verb: Token) -> bool:
    """As in "the post goes to X", "her duties pass to X": whoever is given them is a person."""
    given = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    return verb.lemma_ in _PASSING and any(thing.lemma_.lower() in _HANDED for thing in given)


def _is_where(name: Token, preposition: Token) -> bool:
    """Whether a town that is listed as one stands where a town may: "a start-up in X", "moved to X"."""
    above = preposition.head
    if preposition.lower_ in {"in", "at", "near"} and above.lower_ in {"based", "headquartered"}:
        return True
    if not is_listed_place(name) or above.lemma_.lower() in {"invest", "stake", "share", "shareholder", "investor"}:
        return False
    moves = preposition.lower_ in {"to", "from"} and above.lemma_.lower() in _MOVING
    return preposition.lower_ == "in" or moves


def no_person(strength: float) -> Iterator[Vote]:
    """Names of firms look like those of people; nobody buys, owns or floats a person, and none is a "which"."""
    yield COMPANY, strength
    yield PERSON, -7


def _dealing_votes(preposition: Token) -> Iterator[Vote]:
    """As in "the takeover of X", "paid $40m for X", "moved to X from Y", "moved its head office from X to Y"."""
    word, above = preposition.lower_, preposition.head
    objects = {child.lemma_.lower() for child in above.children if child.dep_ == "dobj"}
    moves = above.lemma_.lower() in _MOVING and word in {"to", "from"}
    if word in {"to", "from"} and above.lemma_.lower() in _SEAT_NOUNS and above.head.lemma_.lower() in _MOVING:
        yield PLACE, 5  # "move its seat from X to Y"
    verb = above.lemma_.lower()
    paid = word == "for" and verb == "pay" and any(child.ent_type_ == "MONEY" for child in above.subtree)
    hired = (word == "from" and verb in _HIRING) or (word == "for" and verb == "leave")
    if (word == "from" and _takes_over(above)) or (word == "to" and _hands_a_post(above)):
        yield PERSON, 4
    merged = word in {"with", "into"} and above.pos_ == "VERB"
    if paid or (verb in _DEAL_NOUNS.get(word, ()) and (merged or above.pos_ in {"NOUN", "PROPN"})):
        yield from no_person(2)
    elif moves and objects & _SEAT_NOUNS:
        yield PLACE, 5
    elif (moves and not objects) or (hired and objects):
        yield from no_person(1)


def _subject_votes(head: Token, verb: str) -> Iterator[Vote]:
    objects = {child.lemma_.lower(): child for child in head.head.children if child.dep_ in {"dobj", "attr"}}
    own_name = "name" in objects and any(c.lower_ == "its" for c in objects["name"].children)
    if head.dep_ == "nsubjpass" and (verb in _DEALT_IN or _is_sold(head.head)):
        yield from no_person(1.5)
    elif (verb == "reject" and objects.keys() & _OFFERS) or (verb == "change" and own_name):
        yield from no_person(3)
    elif verb == "be" and any(t in _PARTS and _is_of_firm(objects[t]) for t in objects):
        yield from no_person(2)
    if head.dep_ == "nsubjpass" and verb in ORG_PASSIVE_VERBS:
        yield COMPANY, 3
    elif verb in PERSON_VERBS:
        yield PERSON, 4 if verb in {"resign", "retire"} and list(head.lefts) else 2
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


def _having_votes(verb: Token) -> Iterator[Vote]:
    """As in "X has a new owner", "X has 300 employees", "X has agreed to be bought"."""
    if verb.lemma_.lower() in _ONLY_AGENTS and any(t.dep_ == "nsubj" for t in verb.children):
        yield PRODUCT, -5
    if verb.lemma_ in _TELLING and any(t.dep_ == "nsubj" for t in verb.children):
        yield PLACE, -1  # listed places have so many votes that it does not matter to them
        yield PRODUCT, -1
    if verb.lemma_ == "have" and any(t.dep_ == "dobj" and t.lemma_.lower() in _OWN_THINGS for t in verb.children):
        yield COMPANY, 2


# Who leads or founds firms was hardly born later.
_LAST_BORN = 2005


def _birth_votes(verb: Token) -> Iterator[Vote]:
    """As in "Roe was born in Leeds", but "Acme was born in 2019, when two breweries merged"."""
    if verb.lemma_ == "bear" and verb.tag_ == "VBN":
        years = (int(token.text) for token in verb.sent if token.text.isdecimal() and len(token) == 4)
        yield (COMPANY, 1) if any(year > _LAST_BORN for year in years) else (PERSON, 2)


_APPOINTING = frozenset("name appoint elect promote tap hire recruit pick confirm".split())
# Titles that no firm is given: a bank may be appointed adviser or auditor.
_POSTS = frozenset(
    "chief executive president chair chairman chairwoman director officer head boss secretary ceo cfo".split()
)
_BEFORE_POSTS = frozenset(
    "as to be its their the a an new next first interim group global deputy vice , finance".split()
)


def is_given_a_post(doc: Doc, run: Run) -> bool:
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
    return any(title.lower_ in ROLE_HEADS and title.lemma_ not in AMBIGUOUS_NOUNS for title in titles)


# "A supplier from Delft", but "a spin-off from Acme".
_OF_TOWNS = (COMPANY_NOUNS | FIRM_DESCRIPTIONS) - frozenset(
    "spin-off spinoff subsidiary business buyer seller parent venture trust".split()
)


def _preposition_votes(preposition: Token) -> Iterator[Vote]:
    word, noun = preposition.lower_, preposition.head.lemma_.lower()
    if word == "of" and noun == "%" and _is_held(preposition.head):
        yield from no_person(2)
        yield PRODUCT, -3
    elif noun in ORG_NOUNS_BEFORE.get(word, ()) and preposition.head.pos_ in {"NOUN", "PROPN"}:
        yield COMPANY, 3
    elif preposition.dep_ == "agent" and noun in {"acquire", "back", "buy", "fund", "own", "purchase"}:
        yield COMPANY, 2 if noun in {"back", "fund"} else 1
    elif preposition.dep_ == "agent" and noun in {"found", "co-found"}:
        yield PERSON, 1
    elif noun in (_OF_TOWNS if word == "from" and preposition.head.tag_ == "NN" else ()):
        yield PLACE, 4
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


def _is_held(share: Token) -> bool:
    """Whether somebody holds or buys the share: "owns 6% of X"."""
    return share.dep_ == "dobj" and share.head.lemma_ in {"own", "hold", "acquire", "buy", "purchase", "sell"}


def _is_firms(token: Token) -> bool:
    """Whether the noun speaks of several firms: "clients include X", "lenders such as X"."""
    return token.tag_ == "NNS" and token.lemma_.lower() in COMPANY_NOUNS | {"client", "backer", "bank"}


def _first_conjunct(token: Token) -> Token:
    """The first of coordinated names: the others stand in its slot."""
    while token.dep_ == "conj" and token.head.pos_ in {"PROPN", "NOUN"}:
        token = token.head
    return token
