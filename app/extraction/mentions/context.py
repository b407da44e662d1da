"""The votes that a sentence gives on what a name in it stands for: the recogniser's, and the surrounding words'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.extraction.lexicon.firm_nouns import PROFESSIONS, is_towns_firm
from app.extraction.lexicon.given_names import pronouns
from app.extraction.lexicon.nouns import (
    ACRONYM_ROLES,
    BODY_NOUNS,
    COMPANY_NOUNS,
    HONORIFICS,
    ORG_POSSESSIONS,
    PLACE_NOUNS,
    PRODUCT_HEADS,
    PRODUCT_NOUNS,
    RELATIVES,
    ROLE_HEADS,
    SITE_NOUNS,
    STATE_CODES,
    UNIT_NOUNS,
    UNIT_WORDS,
    WORK_NOUNS,
)
from app.extraction.lexicon.places import PLACES
from app.extraction.lexicon.things import THINGS
from app.extraction.mentions.addresses import address_votes, is_place
from app.extraction.mentions.capitals import bare
from app.extraction.mentions.clauses import (
    AMBIGUOUS_NOUNS,
    is_given_a_post,
    is_listed_place,
    no_person,
    slot_votes,
    tells_where_from,
)
from app.extraction.mentions.described import MANAGED_BY_FIRMS, described_votes
from app.extraction.mentions.genitives import Run
from app.extraction.mentions.lists import list_votes, pair_votes
from app.extraction.mentions.post_votes import post_votes
from app.extraction.mentions.quoted import quoted_title
from app.extraction.mentions.types import BODY, COMPANY, PERSON, PLACE, PRODUCT, UNIT, Vote

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

_RECOGNISED = {"PERSON": PERSON, "ORG": COMPANY, "GPE": PLACE, "LOC": PLACE, "FAC": PLACE, "PRODUCT": PRODUCT}
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
# "boutique adviser X", "proxy adviser X" is a firm.
_ADVISERS = frozenset({"adviser", "advisor"})
_FIRMS_ADVICE = frozenset("boutique financial proxy restructuring property pension corporate merger takeover".split())
# "Existing backer X" is no place, whatever its name: people and firms put money into others.
_PUTTING_MONEY = frozenset("backer investor shareholder lender".split())
# Nobody is called so, whatever his name.
_NEVER_PEOPLE = frozenset(
    """airline bank bakery brewery carrier chain company conglomerate consultancy cooperative dairy distillery fund
    group manufacturer outfit retailer shipyard startup start-up studio subsidiary supermarket utility venture
    winery""".split()
)
_TRADED_IN = frozenset({"operator", "maker"})
_ARTS = frozenset("film movie documentary music policy decision peace camera radio".split())
# "the streaming service X" may be the firm.
_LOOSE_PRODUCT_NOUNS = frozenset({"service", "platform", "brand", "magazine", "line", "series"})
# "Its home, the X", "their employer, the X": what somebody has and does not make.
_NO_PRODUCTS = (
    COMPANY_NOUNS
    | BODY_NOUNS
    | UNIT_NOUNS
    | PLACE_NOUNS
    | SITE_NOUNS
    | ROLE_HEADS
    | frozenset(
        """base birthplace competitor employer enemy event family friend heir hero home hotel idol landlord landmark
        mine namesake neighbour neighbor party predecessor successor team tribe venue yacht""".split()
    )
)
# "The X trilogy" is a work's, and no firm's, as a franchise may be.
_SEQUELS = frozenset("prequel trilogy saga reboot remake".split())
_QUOTES = frozenset("\"“”'‘’«»")


def context_votes(doc: Doc, run: Run) -> Iterator[Vote]:
    """What the words around one mention say."""
    yield from _left_votes(doc, run.start, run.end)
    yield from _right_votes(doc, run)
    yield from described_votes(doc, run)
    yield from slot_votes(doc, run)
    if run.end - run.start == 1 and tells_where_from(doc, run.end):
        yield PLACE, 4.5
    if _is_town(doc, run):
        yield PLACE, 4
    if quoted_title(doc, run.start) == run.end:
        yield PRODUCT, 8
    yield from list_votes(doc, run)
    if is_given_a_post(doc, run):
        yield PERSON, 7
    yield from pair_votes(doc, run)


_BEFORE_TOWNS = frozenset("the a an whose this that another".split())


def _is_town(doc: Doc, run: Run) -> bool:
    """As in "the Bradford law firm", "a Napier South trucking company"."""
    numbered = run.text[-1:].isdigit()  # "the K4 processor"
    if not run.start or run.end - run.start > 3 or numbered or doc[run.start - 1].lower_ not in _BEFORE_TOWNS:
        return False
    return is_towns_firm(doc[run.end : run.end + 6])


def recogniser_votes(doc: Doc, run: Run) -> Iterator[Vote]:
    """What the recogniser says of one mention."""
    for entity in doc[run.start : run.end].ents:
        kind = _RECOGNISED.get(entity.label_)
        if kind:
            yield kind, _trust(doc, run, kind) if _covers(entity, run, doc) else 0.4


def _covers(entity: TokenSpan, run: Run, doc: Doc) -> bool:
    starts = entity.start == run.start or (entity.start == run.start - 1 and doc[entity.start].lower_ == "the")
    return starts and entity.end in (run.end, run.end + 1)


_TOWN_ROLES = frozenset({"mayor", "mayoress"})


def _trust(doc: Doc, run: Run, kind: str) -> float:
    """How sure it is: unknown single words are people, places or products at random, and many firms are people."""
    like_person = doc[run.start].text in pronouns() and run.end - run.start in (2, 3, 4)
    if run.end - run.start == 1:
        # Of lone words it takes many a company for a place.
        place = 0.45 if is_listed_place(doc[run.start]) else 0.25
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
    yield from address_votes(doc, start, end)
    yield from post_votes(doc, start, end)
    if start > 1 and left.text in _POSSESSIVE and is_place(doc[start - 2]):
        yield COMPANY, 2  # "Tokyo's Acme"
    word = bare(left.text)
    if word in HONORIFICS:
        yield PERSON, 6
    elif word in ACRONYM_ROLES:
        yield PERSON, 3
    elif left.text in _POSSESSIVE and doc[end - 1].text in UNIT_WORDS and start > 1 and not is_place(doc[start - 2]):
        yield UNIT, 6
    elif left.lower_ == "the" and start > 2 and doc[start - 2].text == "," and _is_one_product(doc[start - 3]):
        yield PRODUCT, 5
        yield PERSON, -3
    elif left.text in _QUOTES and end + 1 < len(doc) and doc[end].text in _QUOTES and _is_a_product(doc[end + 1]):
        yield PRODUCT, 6
    elif left.lower_ in _OF_MODELS and end - start == 1 and _MODEL.fullmatch(doc[start].text):
        yield PRODUCT, 5  # "the next-generation K3"
    elif left.lower_ == "the" and start > 1 and doc[start - 2].lower_ in _CALLED:
        yield from _noun_before_votes(doc[start - 2], listed=False)
    elif left.lower_ == "of" and start > 1 and _is_whole_name(doc, start - 2) and is_listed_place(doc[start]):
        yield PLACE, 6  # "Acme Market of Dakar"
    elif left.lower_ == "of" and start > 1 and doc[start - 2].lemma_.lower() in PLACE_NOUNS | _TOWN_ROLES:
        yield PLACE, 5 if doc[start - 2].lower_ in _TOWN_ROLES else 3
    else:
        yield from _noun_before_votes(left, _goes_on(doc, end))


_OF_MODELS = frozenset("generation new upcoming forthcoming latest".split())
_MODEL = re.compile(r"[A-Z]{1,3}\d{1,4}")


def _is_whole_name(doc: Doc, end: int) -> bool:
    """Whether a name ends at a token, and no title: "Acme Market"."""
    return doc[end].pos_ == "PROPN" and doc[end].text[:1].isupper() and doc[end].lower_ not in ROLE_HEADS


def _goes_on(doc: Doc, end: int) -> bool:
    """Whether a list goes on after a name: "the engineers A and B", "A, B and C"."""
    following = doc[end : end + 2]
    joined = len(following) == 2 and following[0].lower_ in {",", "and", "&"}
    return joined and following[1].text[:1].isupper()


def _is_a_product(noun: Token) -> bool:
    return noun.lemma_.lower() in PRODUCT_NOUNS | {"franchise", "range", "title", "trilogy", "saga"}


def _is_one_product(noun: Token) -> bool:
    """Whether it is the noun of "their first model, the X": one thing of somebody's, told by its kind."""
    told = any(child.dep_ in {"poss", "det", "amod"} for child in noun.children)
    owned = any(child.dep_ == "poss" and child.tag_ == "PRP$" for child in noun.children)
    lemma = noun.lemma_.lower()
    a_thing = owned and lemma not in _NO_PRODUCTS
    return noun.tag_ == "NN" and told and (_is_a_product(noun) or a_thing) and lemma not in _LOOSE_PRODUCT_NOUNS


def _noun_before_votes(noun: Token, listed: bool) -> Iterator[Vote]:
    """What the noun says that stands directly before: "analyst X", "the chipmaker X", "a robot called X"."""
    lemma = noun.lemma_.lower()
    yield PLACE, -6 if noun.lower_ in _PUTTING_MONEY else 0
    before = noun.nbor(-1).lower_ if noun.i else ""
    advises = (lemma in _ADVISERS and before in _FIRMS_ADVICE) or (before == "rival" and not listed)
    if noun.text in PROFESSIONS and not listed:
        yield COMPANY, 6 if before == "the" else 4
    elif noun.lower_ in RELATIVES:
        yield PERSON, 5
    elif advises or (lemma == "manager" and before in MANAGED_BY_FIRMS and not _has_two_parts(noun.doc, noun.i + 1)):
        yield COMPANY, 4
    elif noun.lower_ in ROLE_HEADS and (lemma not in AMBIGUOUS_NOUNS or _was_somebodys(noun)):
        yield PERSON, 3
    elif lemma in _TRADED_IN and _is_of_goods(noun):
        yield COMPANY, 4  # "the ferry operator X", "paint maker X"
    elif lemma in COMPANY_NOUNS and lemma not in AMBIGUOUS_NOUNS:
        yield COMPANY, 3
        yield PERSON, -5 if _is_never_a_person(noun) else 0
    elif lemma in BODY_NOUNS:
        yield BODY, 3
    elif lemma in UNIT_NOUNS:
        yield from _unit_votes(noun)
    elif lemma in _LOOSE_PRODUCT_NOUNS:
        yield PRODUCT, 1.2
    elif (lemma in WORK_NOUNS and noun.tag_ == "NN") or (noun.lower_ in _CALLED and noun.head.lemma_.lower() in THINGS):
        yield PRODUCT, 5
    elif lemma in PRODUCT_NOUNS or (noun.lower_ in {"called", "dubbed"} and noun.head.lemma_.lower() in PRODUCT_NOUNS):
        yield PRODUCT, 2.5


def _unit_votes(noun: Token) -> Iterator[Vote]:
    """As "the research unit X"; "robotics lab X" without an owner is a firm by itself."""
    owned = any(child.dep_ == "poss" for child in (*noun.children, *noun.head.children))
    yield (COMPANY, 3) if noun.lower_ == "lab" and not owned else (UNIT, 4)


def _is_of_goods(noun: Token) -> bool:
    """Whether what somebody makes or runs stands before the noun, and is no art: "paint maker", not "film maker"."""
    goods = noun.nbor(-1) if noun.i else noun
    return goods.dep_ == "compound" and goods.is_lower and goods.lower_ not in _ARTS


def _is_never_a_person(noun: Token) -> bool:
    """As in "the food group X"."""
    kind = noun.lemma_.lower() in _NEVER_PEOPLE
    return kind and noun.tag_ == "NN" and noun.is_lower and noun.dep_ in {"compound", "nmod"}


def _was_somebodys(noun: Token) -> bool:
    """Whether it is the "producer" of "former Acme producer Jane Roe", who worked there."""
    former = any(child.lower_ in {"former", "ex", "onetime", "longtime"} for child in noun.lefts)
    employer = any(child.dep_ in {"compound", "poss", "nmod"} and child.pos_ == "PROPN" for child in noun.lefts)
    return former and employer and noun.lemma_.lower() != "partner" and _has_two_parts(noun.doc, noun.i + 1)


def _has_two_parts(doc: Doc, start: int) -> bool:
    """Whether a name that starts at a token has another part, as a person's has."""
    return start + 1 < len(doc) and doc[start + 1].is_title and doc[start + 1].pos_ == "PROPN"


def _right_votes(doc: Doc, run: Run) -> Iterator[Vote]:
    right, beyond = _token(doc, run.end), _token(doc, run.end + 1)
    if right is None:
        return
    if right.text in _POSSESSIVE and beyond is not None:
        own = right.head.head.lemma_.lower() if right.head.dep_ == "poss" else ""
        if own in ORG_POSSESSIONS:
            yield COMPANY, 2
        elif own in _PERSONAL | _WRITTEN or _is_work_of(doc, run.end + 1):
            yield PERSON, 3
    elif right.text in ACRONYM_ROLES or (right.text[0].isupper() and right.lower_ in ROLE_HEADS):
        yield COMPANY, 2.5
    elif (
        right.lower_ == "of"
        and beyond is not None
        and is_listed_place(beyond)
        and doc[run.start].text not in pronouns()
    ):
        yield COMPANY, 2  # "Acme Market of Dakar"
    elif right.text in "-–" and beyond is not None and beyond.lower_ == "based":
        yield PLACE, 5
    elif right.text in {",", "("} and beyond is not None and (right.text == "," or beyond.lower_ in {"who", "which"}):
        yield from _comma_votes(beyond)
    elif right.is_lower and (noun := _compounded(doc, run)) is not None:
        yield from _compound_votes(doc, run, noun)


def _compounded(doc: Doc, run: Run) -> Token | None:
    """The noun that a name stands before, with what lies between: "X shares", "the X supermarket chain"."""
    head = doc[run.end - 1].head
    if (
        head.i == run.end
        and head.dep_ == "compound"
        and head.head.i == head.i + 1
        and head.head.lower_ in PRODUCT_HEADS
    ):
        head = head.head  # "the X warehouse robot"
    within = doc[run.end : head.i]
    near = head.i == run.end or (run.end < head.i < run.end + 4 and head.pos_ == "NOUN" and head.is_lower)
    return head if near and all((t.is_lower and t.pos_ in {"NOUN", "ADJ"}) or t.text == "-" for t in within) else None


def _compound_votes(doc: Doc, run: Run, noun: Token) -> Iterator[Vote]:
    """What the noun tells of X in "X shares", "the X foundation", "the X headset", "its X office"."""
    lemma = noun.lemma_.lower()
    # "The Rotterdam firm Acme", "a Rotterdam firm": a listed town, whatever the recogniser says.
    is_place = run.end - run.start == 1 and (doc[run.start].ent_type_ == "GPE" or is_listed_place(doc[run.start]))
    if lemma in _SEATS and noun.i == run.end and _is_owned(doc, run):
        yield PLACE, 5  # "its Leeds headquarters"
    elif lemma in SITE_NOUNS and noun.i == run.end:
        yield PLACE, 1.2
    elif lemma in COMPANY_NOUNS - AMBIGUOUS_NOUNS:
        yield (PLACE if is_place else COMPANY), 2.5
    elif lemma in BODY_NOUNS:
        yield (PLACE if is_place else BODY), 2.5
    elif lemma in _SEQUELS or (lemma in THINGS and _is_owned(doc, run)):
        yield PRODUCT, 5
    elif noun.lower_ in PRODUCT_HEADS and noun.dep_ != "ROOT":
        articled = run.start > 0 and doc[run.start - 1].lower_ in _ONE_OF_MANY and lemma in _MACHINES
        yield PRODUCT, 2.2 if articled else 1.5
    elif lemma in ORG_POSSESSIONS:
        yield COMPANY, 1.5


# "Every X robot", "the X chip": what is made in numbers, and its article.
_MACHINES = frozenset("robot chip processor gpu headset scooter drone".split())
_ONE_OF_MANY = frozenset("the a every each".split())
_SEATS = frozenset({"headquarters", "headquarter", "hq"})


def _is_owned(doc: Doc, run: Run) -> bool:
    """Whether an owner stands before it: "its K4 turboprop", "whose K4 turboprop"."""
    return run.start > 0 and doc[run.start - 1].tag_ in {"PRP$", "WP$", "POS"}


_CALLED = frozenset({"called", "dubbed", "named"})


def _comma_votes(beyond: Token) -> Iterator[Vote]:
    if beyond.text in PLACES or beyond.text in STATE_CODES:
        yield PLACE, 3
    is_age = len(beyond) == 2 and beyond.text.isdecimal() and int(beyond.text) > 15
    post = beyond.is_title and beyond.lower_ in ROLE_HEADS and beyond.nbor().lower_ in {"at", "of"}
    if beyond.lower_ in {"who", "whom"} or is_age or post:  # "P, Partner at X"
        yield PERSON, 3
    elif beyond.lower_ == "which":
        yield from no_person(1)
    elif beyond.lower_ == "whose":
        own = beyond.nbor().lemma_.lower() if beyond.i + 1 < len(beyond.doc) else ""
        yield (PERSON, 5) if own in _PERSONAL else (COMPANY, 0.5)


# "P, whose family owns a third": what only people have.
_PERSONAL = frozenset(
    """family husband wife father mother brother sister son daughter parent child uncle aunt nephew niece grandfather
    grandmother career biography memoir autobiography estate fortune widow hobby ancestor""".split()
)


_WRITTEN = frozenset("novel poem poetry essay screenplay sonnet symphony sculpture treatise diary thesis".split())


def _is_work_of(doc: Doc, start: int) -> bool:
    """Whether what somebody has is his "second album X", "debut novel X", "next movie X": people have one in a row."""
    for token in doc[start : start + 4]:
        if token.lower_ in _ALBUMS:
            return True
        if token.lower_ in _FILMS:
            return token.nbor(-1).lower_ in _IN_A_ROW
        if token.tag_ not in ("JJ", "CD", "NN"):
            return False
    return False


_ALBUMS = frozenset("album novel song poem memoir autobiography".split())
_FILMS = frozenset("film movie book".split())
_IN_A_ROW = frozenset("first second third fourth fifth next last previous debut".split())


def _token(doc: Doc, index: int) -> Token | None:
    return doc[index] if index < len(doc) else None
