"""Whether words on both sides of a small word are one name: the Bank of X, X and Y, X & Sons."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.extraction.lexicon.given_names import EAST_ASIAN_SURNAMES, GIVEN_NAMES
from app.extraction.lexicon.nouns import (
    BODY_WORDS,
    COMPANY_WORDS,
    FOREIGN_COMPANY_WORDS,
    HEADS_OF_OF,
    HYPHENED_ENDS,
    PARTICLES,
    ROLE_HEADS,
    UNIT_WORDS,
)
from app.extraction.lexicon.places import PLACES, is_known_place
from app.extraction.mentions.capitals import HYPHENS, bare, is_capitalised, is_legal_form, is_numeral
from app.extraction.mentions.conjunctions import and_joins, last_of, listed_cares, one_entity
from app.extraction.values.currencies import CODES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_BOARDS_OF = frozenset(
    "Directors Trustees Regents Governors Visitors Trade Education Health Elections Appeals Supervisors".split()
)
# One leaves these for others: "left the United States for Norway" names two.
_LANDS = frozenset("States State Kingdom Republic City County Town Province Village Isle Bay Cape Gulf Port".split())
_OPEN_QUOTES = frozenset({"“", '"', "‘"})
_CLOSE_QUOTES = frozenset({"”", '"', "’", "'"})
# What may follow the country in brackets: "Acme Group (US) Holdings".
_HELD = frozenset("Holdings Holding Group Capital Finance Investments Services Management Insurance Bank".split())
# After these a name is over: "Acme Inc. Bexley" are two.
_CLOSING_FORMS = frozenset("Inc Ltd LLC GmbH Corp Pty".split())
# What is numbered, beside companies, bodies and units: "Channel 7", "Level 2".
_NUMBERED = frozenset("Channel Level Area Platform Formula Pier Route Sector Terminal Refinery Pump Number".split())
_NUMBER = re.compile(r"\d{1,3}")
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
# "Jung-woo", "Ing-wen": the second half of such a given name is short; "Seoul-based" is none.
_EAST_ASIAN_END = re.compile(r"[a-z]{1,6}")
_SYLLABLE = re.compile(r"[b-df-hj-np-tw-z]{0,2}[aeiouy]{1,3}(?:ng?|[klmpth])?")


def joint(doc: Doc, start: int, end: int) -> int | None:
    """Where the run goes on to if what stands at `end` belongs to it."""
    token, last = doc[end], doc[end - 1]
    if is_capitalised(token):
        over = token.text == "I" or (bare(last.text) in _CLOSING_FORMS and not is_legal_form(token.text))
        return None if over else end + 1
    if is_numeral(token):
        return end + 1
    following = doc[end + 1] if end + 1 < len(doc) else None
    if following is None or following.is_sent_start:
        return None
    if token.text == "(":
        return _past_bracket(doc, end)
    if token.text == "." and not last.whitespace_ and is_legal_form(last.text):
        return end + 1
    if token.text == "," and (past := _past_comma(doc, start, end)) is not None:
        return past
    if token.text in _OPEN_QUOTES:
        return _after_nickname(doc, end)
    if is_number_in_name(doc, end):
        return end + 1
    if (token.text == "!" and not last.whitespace_) or token.text == "plc":
        return end + 1
    if not is_capitalised(following):
        if _is_hyphened(doc, start, end):
            return end + 2
        return _past_hyphen(doc, start, end) or _two_word_joint(doc, end)
    return end + 2 if _joins(doc, start, end) else None


def _past_comma(doc: Doc, start: int, end: int) -> int | None:
    """Past ", Inc.", or past a list that is one body's name."""
    if is_legal_form(doc[end + 1].text):
        return end + 2 if end + 2 == len(doc) or doc[end + 2].text not in HYPHENS else None
    return _listed_name(doc, start, end) or _partners(doc, start, end)


def _is_hyphened(doc: Doc, start: int, end: int) -> bool:
    """Whether a hyphen joins what is before it to a small word: "Ki-moon", "Con-way"."""
    token, last, following = doc[end], doc[end - 1], doc[end + 1]
    if token.text not in HYPHENS or last.whitespace_ or token.whitespace_:
        return False
    if {last.ent_type_, following.ent_type_} == {"PERSON"} or halves_a_name(doc, start, end):
        return True
    return is_second_half(following) and one_entity(doc, start, end + 2)


def is_second_half(token: Token) -> bool:
    """Whether it is the small second half of a firm's hyphened name; "-led" and "-based" are none."""
    adjective = token.tag_ in ("VBN", "VBD", "VBG", "JJ") or token.text in HYPHENED_ENDS
    return token.ent_type_ == "ORG" and token.is_alpha and not adjective


def _past_bracket(doc: Doc, end: int) -> int | None:
    """Past the bracket of "Acme (Holdings) Limited", "Acme (Hong Kong) Ltd", "Robert (Bob) Roe"."""
    closing = next((i for i in range(end + 2, min(end + 4, len(doc) - 1)) if doc[i].text == ")"), None)
    if closing is None:
        return None
    nickname = closing == end + 2 and {doc[end - 1].text, doc[end + 1].text} <= GIVEN_NAMES
    held = doc[end + 1 : closing].text in PLACES and doc[closing + 1].text in _HELD
    if not is_legal_form(doc[closing + 1].text) and not held and not (nickname and is_capitalised(doc[closing + 1])):
        return None
    return closing + 2 if all(is_capitalised(token) for token in doc[end + 1 : closing]) else None


def _listed_name(doc: Doc, start: int, end: int) -> int | None:
    """The end of "Educational, Cultural and Scientific Organization", all of which is one body."""
    if (last := listed_cares(doc, end)) is not None:
        return last
    within = (e for e in doc[start].sent.ents if e.start <= start < e.end)
    whole = next((e for e in within if e.label_ == "ORG" and e.end > end + 2), None)
    if whole is None:
        return None
    # Its short form in brackets is the recogniser's, not the name's.
    close = next((token.i for token in whole if token.text == "("), whole.end)
    rest = doc[end:close]
    joined = any(token.lower_ in ("and", "&") for token in rest)
    if doc[close - 1].text not in BODY_WORDS:
        return None
    return close if joined and all(is_capitalised(t) or t.lower_ in (",", "and", "&") for t in rest) else None


# What tells a firm of several partners from a list: "the law firm A, B & C", "a partner at A, B & C".
_BEFORE_PARTNERS = frozenset("firm agency practice consultancy partnership brokerage at architects solicitors".split())


def _partners(doc: Doc, start: int, end: int) -> int | None:
    """The end of "Hale, Pruitt & Moss": one firm of several partners, of whom each is a single word."""
    if not start or doc[start - 1].lower_ not in _BEFORE_PARTNERS or (end - start > 1 and doc[end - 2].text != ","):
        return None
    if end + 3 >= len(doc) or not is_capitalised(doc[end + 1]):
        return None
    last = doc[end + 2].text == "&" and is_capitalised(doc[end + 3])
    return end + 4 if last else end + 2 if doc[end + 2].text == "," and _partners(doc, start, end + 2) else None


def _is_one_with_stroke(doc: Doc, end: int) -> bool:
    """Whether "Umbra/Tide" is one name: neither half stands elsewhere by itself."""
    first, second = doc[end - 1], doc[end + 1]
    glued = not first.whitespace_ and not doc[end].whitespace_ and is_capitalised(first) and is_capitalised(second)
    halves = {first.text, second.text}
    alone = any(
        t.text in halves and t.nbor(-1).text != "/" and (t.i + 1 == len(doc) or t.nbor().text != "/")
        for t in doc[1:]
        if t.i not in (end - 1, end + 1)
    )
    return glued and not alone and min(len(first), len(second)) > 2


def is_number_in_name(doc: Doc, index: int) -> bool:
    """Whether the number there closes a name of what is numbered: "Channel 7", "Group 12", not "Acme 3 years ago"."""
    token, last = doc[index], doc[index - 1] if index else None
    if last is None or not _NUMBER.fullmatch(token.text) or token.head.i > index:
        return False
    form = index + 2 < len(doc) and doc[index + 1].text == "," and is_legal_form(doc[index + 2].text)
    kinds = (_NUMBERED, UNIT_WORDS, COMPANY_WORDS, BODY_WORDS)
    return form or any(last.text in kind for kind in kinds)


def start_with_number(doc: Doc, start: int, end: int) -> int:
    """The start of a name, with the number that opens it: "21st Century Oil", "365 Solutions", "7-Ten"."""
    before = doc[start - 1] if start else None
    if before is None:
        return start
    if before.text in HYPHENS and start > 1 and not before.whitespace_ and not doc[start - 2].whitespace_:
        return start - 2 if _NUMBER.fullmatch(doc[start - 2].text) else start
    if not start <= before.head.i < end:
        return start
    generic = all(word.text in COMPANY_WORDS or is_legal_form(word.text) for word in doc[start:end])
    number = _ORDINAL.fullmatch(before.text) or (generic and _NUMBER.fullmatch(before.text))
    return start - 1 if number else start


def halves_a_name(doc: Doc, start: int, end: int) -> bool:
    """Whether the hyphen at `end` stands in a given name beside its surname, as in "Choi Jung-woo"."""
    second = doc[end + 1]
    surname = doc[end - 2].text if end - start > 1 else ""
    short = bool(_EAST_ASIAN_END.fullmatch(second.text)) and len(doc[end - 1]) < 8
    if not short or second.text in HYPHENED_ENDS:
        return False
    after = doc[end + 2] if end + 2 < len(doc) else None
    if after is None:
        return surname in EAST_ASIAN_SURNAMES
    both = doc[end - 1].text in _FIRST_HALVES and _SYLLABLE.fullmatch(second.text) is not None
    return bool({surname, after.text} & EAST_ASIAN_SURNAMES) or (both and after.is_title and not after.is_sent_start)


# Syllables that Korean and Chinese given names of two begin with: "Jae-won Prior", whatever the surname.
_FIRST_HALVES = frozenset(
    """Ae Bo Byung Chae Chan Chang Cheol Chi Chia Chih Chin Ching Chul Chun Chung Dae Dong Eun Ga Gi Gun Gyu
    Hae Han Hee Hong Hsiao Hsin Hui Hwa Hye Hyo Hyuk Hyun Hyung Ja Jae Je Jeong Ji Jia Jin Jong Joo Joon Ju Jun
    Jung Ka Kai Kang Ki Kuo Kwang Kyu Kyung Li Mei Mi Min Ming Myung Nam Sang Seo Seok Seon Seong Seung Shi Shih
    Shin Soo Su Sung Tae Tsung Wai Wei Wen Won Woo Xiao Yae Ye Yen Yeon Yeong Ying Yong Yoo Yoon Yu Yun
    """.split()
)


def _after_nickname(doc: Doc, end: int) -> int | None:
    """Past the nickname in 'Jane "JJ" Roe', within what the recogniser takes for people."""
    closing = next((i for i in range(end + 2, min(end + 4, len(doc) - 1)) if doc[i].text in _CLOSE_QUOTES), None)
    if closing is None or not is_capitalised(doc[closing + 1]) or doc[closing + 1].is_sent_start:
        return None
    people = doc[end - 1].ent_type_ == "PERSON" or doc[closing + 1].ent_type_ == "PERSON"
    return closing + 2 if people else None


def _two_word_joint(doc: Doc, end: int) -> int | None:
    """The joint of "University of the Arts", "Ministry of the Interior", "Pieter van der Elst"."""
    beyond = doc[end + 2] if end + 2 < len(doc) else None
    pair = (doc[end].lower_, doc[end + 1].lower_)
    if beyond is None or not is_capitalised(beyond):
        return None
    if pair in {("of", "the"), ("for", "the")} and doc[end - 1].text in HEADS_OF_OF:
        return None if pair[0] == "for" and _sits_for(doc, end) else end + 3
    if pair == ("'s", "of") or pair == ("’s", "of"):
        return end + 3  # "Barrow's of Elmhurst"
    if pair == ("&", "the"):
        return end + 3  # "Arlo & the Dawns"
    if doc[end].lower_ in {"al", "el", "ben"} and doc[end + 1].text in HYPHENS:
        return end + 3
    both = doc[end].text in PARTICLES and doc[end + 1].text in PARTICLES
    return end + 3 if both and not {"the", "of"} & set(pair) else None


def _joins(doc: Doc, start: int, end: int) -> bool:
    """Whether the small word at `end` joins the capitalised words around it into one name."""
    token, last = doc[end], doc[end - 1]
    if token.text in HYPHENS:
        return not last.whitespace_ and not token.whitespace_
    if token.text == "/":
        return _is_one_with_stroke(doc, end)
    if token.text in {"'s", "’s", "'", "’"} and token.whitespace_:
        return _owns_in_name(doc, start, end)
    if token.text in {"&", "+"} or (token.text in {"'", "’"} and not token.whitespace_):
        return True
    if token.lower_ in {"of", "for"}:
        if _is_price(doc, end + 1) or (token.lower_ == "for" and _sits_for(doc, end)):
            return False
        if last.text == "Board" and doc[end + 1].text not in _BOARDS_OF and not _of_people(doc, end + 1):
            return False  # "the Board of Acme Holdings" speaks of Acme Holdings
        if token.lower_ == "of" and _is_of_one(doc, start, end):
            return True
        if token.lower_ == "of" and _says_only_where(doc, start, end):
            return False
        named = (
            not last.lower_.endswith(PRACTISING)
            and last.lower_ not in ROLE_HEADS
            and last.text not in COMPANY_WORDS
            and not is_legal_form(last.text)
        )
        heads = HEADS_OF_OF - _LANDS if token.lower_ == "for" else HEADS_OF_OF
        return last.text in heads or (named and one_entity(doc, start, end + 2))
    if token.lower_ == "and":
        return and_joins(doc, start, end)
    if token.lower_ == "at":
        return _is_found_at(doc, start, end)
    return _is_foreign(doc, start, end) or _is_particle(doc, end)


def _is_foreign(doc: Doc, start: int, end: int) -> bool:
    """Whether it is a small word of another tongue: "Società Italiana per Gomme", "Bank für Tarn und Elm"."""
    return doc[end].text in _ABROAD or (doc[end].text == "per" and doc[start].text in FOREIGN_COMPANY_WORDS)


def _is_particle(doc: Doc, end: int) -> bool:
    token, last = doc[end], doc[end - 1]
    return token.text in PARTICLES and token.text not in {"the", "of", "y", "e"} and last.text not in HEADS_OF_OF


# Small words of other tongues, which join names and stand nowhere else in an English text.
_ABROAD = frozenset("für pour voor und et por para zur zum och og".split())
# How those are called who practise a science.
PRACTISING = ("ologist", "ologists", "iatrist", "iatrists", "therapist", "therapists")
_HIGHEST = frozenset("God Christ Jesus Nazareth".split())
# What is called by where it is: "Music at Elm House".
_AT_PLACES = frozenset("Jazz Music Dance Opera Theatre Theater Museum Shops Residences".split())


def _is_found_at(doc: Doc, start: int, at: int) -> bool:
    """Whether a name says where it is: "the University of Tarn at Elmhurst", "Jazz at Tarn Center"."""
    university = doc[start:at].text.startswith("University of ") and is_known_place(doc[at + 1].text)
    return university or (at == start + 1 and doc[start].text in _AT_PLACES)


def _sits_for(doc: Doc, end: int) -> bool:
    """Whether "for" tells whose seat somebody has: "the Legislative Council for the North of Tarn"."""
    chamber = doc[end - 1].text in {"Council", "Assembly"} and doc[max(end - 2, 0)].text in {"Legislative", "Executive"}
    return chamber or doc[end - 1].text in {"Parliament", "Senate", "Legislature"}


def _is_price(doc: Doc, index: int) -> bool:
    """Whether a sum comes next, which is no part of the name of who is paid: "for CHF 40 million"."""
    return doc[index].text in CODES and index + 1 < len(doc) and doc[index + 1].text[:1].isdigit()


def _says_only_where(doc: Doc, start: int, of: int) -> bool:
    """Whether "of" and a town after a name that has no article tell where it is: "Acme Market of Dakar"."""
    end = last_of(doc, of + 1) + 1
    place = doc[of + 1 : end].text
    articled = "the" in (doc[start].lower_, doc[max(start - 1, 0)].lower_)
    beyond = doc[end + 1].text if end + 1 < len(doc) and doc[end].text == "," else ""
    listed = is_known_place(place) or beyond in PLACES
    last = doc[of - 1].text
    if last == "Bank" and all(word.text in _BANKS for word in doc[start : of - 1]):
        return False  # "State Bank of Tarn"
    heads = last in BODY_WORDS or (last in HEADS_OF_OF and not (last in COMPANY_WORDS and of - start > 1))
    return listed and not articled and not heads


# Of which there is one in many countries and towns.
_BANKS = frozenset(
    """Agricultural Central Commercial Cooperative Credit Development Exchange Export Farmers Federal First Import
    Industrial International Islamic Land Merchant National People Reserve Royal Savings Standard State Union
    United""".split()
)


def _of_people(doc: Doc, index: int) -> bool:
    """Whether a board is one of people: "the Board of Airline Representatives", "the Board of Land Surveyors"."""
    return doc[last_of(doc, index)].text.endswith(("ers", "ors", "ees", "ives", "ists", "ents"))


def _is_of_one(doc: Doc, start: int, of: int) -> bool:
    """Whether what follows belongs to the name: "Word of God Fellowship", "Acme Services of Canada, Inc."."""
    return doc[of + 1].text in _HIGHEST or _is_national_firm(doc, of + 1) or _is_national_fund(doc, start, of)


def _is_national_firm(doc: Doc, index: int) -> bool:
    """Whether a legal form follows a country: "Acme Services of Canada, Inc."."""
    last = last_of(doc, index)
    form = last + 2 < len(doc) and doc[last + 1].text == "," and is_legal_form(doc[last + 2].text)
    return doc[index : last + 1].text in PLACES and form


def _is_national_fund(doc: Doc, start: int, of: int) -> bool:
    """Whether it is "of" in "the State Grain Fund of Latvia"."""
    articled = "the" in (doc[start].lower_, doc[max(start - 1, 0)].lower_)
    land = doc[of + 1].text in PLACES or doc[of + 1].ent_type_ == "GPE"
    return doc[of - 1].text in _FUNDS and articled and land


def _owns_in_name(doc: Doc, start: int, end: int) -> bool:
    """Whether the owner before the mark is no one in particular: "Women's Health", "St Odile's Church"."""
    owner, owned = doc[end - 1], doc[end + 1]
    if owned.ent_type_ == "PERSON" and owned.ent_iob_ == "B":
        return False
    named_after = end - start > 1 and doc[end - 2].text in {"St", "St.", "Saint", "Sainte"}
    rulers = owner.text in _RULERS and owned.text in BODY_WORDS
    return named_after or rulers or owner.text in _OWNERS or _is_of_a_calling(doc, end) or _is_shop(doc, end)


def _is_shop(doc: Doc, end: int) -> bool:
    """Whether the owner's shop is called after him: "Barrow's Grill", "Barrow's House of Beef"."""
    last = last_of(doc, end + 1)
    of = doc[end + 1].text == "House" and last == end + 1 and doc[min(last + 1, len(doc) - 1)].lower_ == "of"
    return of or all(word.text in _SHOPS for word in doc[end + 1 : last + 1])


_SHOPS = frozenset(
    """Bagels Bakery Bar BBQ Bistro Burger Burgers Cafe Café Chicken Deli Delicatessen Diner Donuts Doughnuts Eatery
    Grill Grille Kitchen Pizza Pizzeria Pub Ribs Roadhouse Saloon Steakhouse Steaks Subs Tacos Tavern""".split()
)


def _is_of_a_calling(doc: Doc, end: int) -> bool:
    """Whether it is "Officers'" in "Railway Officers' Pension Board": whose the body is, its name says."""
    owner = doc[end - 1]
    if not owner.text.endswith("s") or owner.lower_[:-1] not in _CALLINGS:
        return False
    last = end + 1
    while last + 1 < len(doc) and is_capitalised(doc[last + 1]):
        last += 1
    return doc[last].text in BODY_WORDS or doc[last].text in _BODIES_OF_MANY


# Who has a fund, a union or a board of their own.
_CALLINGS = frozenset(
    """servant employee officer firefighter pilot driver doctor pensioner depositor saver creditor consumer tenant
    shareholder investor manufacturer retailer engineer accountant broker clerk docker railwayman steelworker
    policyholder passenger owner dealer trader exporter importer contractor brewer banker nurse""".split()
)
_BODIES_OF_MANY = frozenset("Board Fund Plan Scheme Trust Union Association Bank Guild Cooperative Pension".split())
_FUNDS = frozenset({"Fund", "Authority", "Holding", "Exchange"})


_OWNERS = frozenset(
    """Men Women Children People World Nature Mind Ladies Gentlemen Founders Farmers Workers Teachers Mothers Fathers
    Parents Veterans Merchants Miners Sailors Seamen Fishermen Boys Girls Citizens Writers Artists Travellers Travelers
    Students Lawyers Physicians Surgeons Nurses Bankers Builders Growers Producers""".split()
)
_RULERS = frozenset("King Kings Queen Queens Bishop Bishops".split())


def _past_hyphen(doc: Doc, start: int, end: int) -> int | None:
    """Past a small word between hyphens, or a hyphened word within a body's name."""
    if doc[end].text not in HYPHENS or doc[end - 1].whitespace_ or doc[end].whitespace_:
        return None
    if _is_chained(doc, end):
        return end + 4
    return end + 3 if _hyphen_within(doc, start, end) else None


def _is_chained(doc: Doc, end: int) -> bool:
    """Whether a small word stands between two hyphens: "Brill-a-Rest", "Stow-on-Wold"; "Oslo-to-Bergen" is two."""
    if end + 3 >= len(doc) or doc[end + 2].text not in HYPHENS or doc[end + 1].whitespace_ or doc[end + 2].whitespace_:
        return False
    return len(doc[end + 1]) <= 4 and doc[end + 1].lower_ != "to" and is_capitalised(doc[end + 3])


def _hyphen_within(doc: Doc, start: int, end: int) -> bool:
    """Whether a hyphened word is told within a name: "the Church of Day-by-day Saints"."""
    beyond = doc[end + 2] if end + 2 < len(doc) else None
    told = any(t.lower_ == "of" for t in doc[start:end]) and doc[end + 1].text not in HYPHENED_ENDS
    return told and beyond is not None and is_capitalised(beyond) and one_entity(doc, start, end + 3)
