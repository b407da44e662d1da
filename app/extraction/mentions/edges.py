"""Where within a run of capitals its name begins and ends, and whether it leaves a name at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.extraction.lexicon.given_names import EAST_ASIAN_SURNAMES, GIVEN_NAMES, pronouns
from app.extraction.lexicon.nouns import (
    APPOSED_NOUNS,
    BODY_WORDS,
    COMMON_CAPITALS,
    COMPANY_NOUNS,
    COMPANY_WORDS,
    DEMONYMS,
    DIRECTIONS,
    FIELD_WORDS,
    HYPHENED_ENDS,
    LAW_WORDS,
    NAME_OPENERS,
    OPENERS,
    ROLE_HEADS,
)
from app.extraction.lexicon.places import is_known_place
from app.extraction.mentions.capitals import HYPHENS, bare, is_capitalised, is_legal_form, is_numeral
from app.extraction.mentions.joints import (
    PRACTISING,
    halves_a_name,
    is_number_in_name,
    is_second_half,
    start_with_number,
)
from app.extraction.values.currencies import CODES, SIGNS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_KIN = frozenset("Brothers Sisters Siblings Twins Cousins Friends".split())
_COUNTS = frozenset("Two Three Four Five Six Seven Eight Nine Ten Several Many Some Most All Both Few".split())
# "Sri Lankan", "New Zealander".
_OF_LANDS = frozenset("Sri Costa Puerto Sierra Saudi New Papua".split())
_BEFORE_CAPITAL = frozenset({"“", '"', ":", "‘", "•", "-", "–", "—", "*", "(", "["})


def opens_with_number(token: Token) -> bool:
    """Whether it is the number that the recogniser has a name begin with: "21st Century Fox"."""
    return is_numeral(token) and token.ent_iob_ == "B"


def trim(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    """The stretch without joints at its ends or openers at its front; None if nothing of a name is left."""
    if end - start > 2 and doc[start].text == "Ex" and doc[start + 1].text in HYPHENS:
        start += 2  # "Ex-Acme boss"
    while start < end and not opens_with_number(doc[start]) and _is_no_start(doc, start, end):
        start += 1
    while end > start and (not _may_close(doc, end - 1) or _dangles(doc, start, end)):
        end -= 1
    if end - start > 1 and _is_what_a_firm_does(doc, start, end):
        end -= 1
    if start == end or _is_currency(doc, start, end):
        return None
    if doc[end - 1].text in LAW_WORDS or _is_field(doc, start, end) or _is_called_so(doc, start, end):
        return None
    if end - start == 1 and is_legal_form(doc[start].text) and doc[start].text not in COMPANY_WORDS:
        return None
    words = [doc[i].text for i in range(start, end) if is_capitalised(doc[i])]
    if any(map(_is_demonym, words)) and all(_is_demonym(word) or word in DIRECTIONS | _OF_LANDS for word in words):
        return None  # "its North American business"
    if _are_peoples(doc, start, end):
        return None  # "an American-Bermudian company"
    if all(_is_common(word) for word in words) or _is_defined_term(doc, start, end):
        return None
    if _is_rank(doc, start, end) or _is_described(doc, start, end) or _tells_of_a_people(doc, start, end):
        return None
    start = start_with_number(doc, start, end)
    # "Co. Ltd." is only the end of a name; "365 Corporation" is one.
    return None if all(is_legal_form(token.text) for token in doc[start:end]) else (start, end)


def _is_what_a_firm_does(doc: Doc, start: int, end: int) -> bool:
    """Whether the last word is the "AI" of "the Lisbon AI lab", which is no part of the town's name."""
    town = doc[start : end - 1].text
    known = is_known_place(town)
    return known and doc[end - 1].text in _FIELDS and end < len(doc) and doc[end].is_lower


_FIELDS = frozenset("AI IT TV VC PE EV PR HR SaaS R&D".split())
# No name ends in these: where one seems to, the next sentence starts without a full stop before it.
_DANGLING = frozenset(
    """In On At By For From To As Of And With The A An It Its They He She Their This That These While When After Until
    During Since Through Unless Also However Both""".split()
)
# "Duke of X" names somebody by rank, and nothing that is called Duke.
_RANKS = frozenset(
    """Abbot Archbishop Archduke Baron Baroness Bishop Cardinal Count Countess Duchess Duke Earl Emir Emperor Empress
    Grand-Duke King Marquess Marquis Metropolitan Patriarch Pope Prince Princess Queen Sultan Tsar Viscount Saint
    """.split()
)
_STUDIED = frozenset("professor lecturer degree bachelor master doctor doctorate phd student".split())


def _dangles(doc: Doc, start: int, end: int) -> bool:
    """Whether the last word belongs to what follows: "Acme In May", "History The firm"."""
    if end - start < 2 or end == len(doc) or doc[end - 1].text not in _DANGLING:
        return False
    return not doc[end].is_punct and doc[end].pos_ not in {"VERB", "AUX", "PART"}


def _is_rank(doc: Doc, start: int, end: int) -> bool:
    """Whether it is "Duke" in "Duke of X", "General" by itself, or "Directors" in "Chairman of Directors"."""
    if end - start > 1:
        return False
    word = doc[start].text
    of = end < len(doc) and doc[end].lower_ == "of"
    several = word.endswith("s") and word[:-1].lower() in ROLE_HEADS and word not in COMPANY_WORDS
    return (word in _RANKS and of) or bare(word) in {"General", "Jr", "Sr"} or several


def _tells_of_a_people(doc: Doc, start: int, end: int) -> bool:
    return _is_of_a_people(doc, start, end) or (end - start == 1 and _is_somebody_from(doc, start))


def _is_of_a_people(doc: Doc, start: int, end: int) -> bool:
    """Whether it says whose something is: "Imperial Russian universities", "the Athenian dominated league"."""
    after = doc[end] if end < len(doc) else None
    if after is None or not after.is_lower:
        return False
    modified = after.tag_ in {"NN", "NNS"} and doc[end - 1].head.i >= end and doc[end - 1].tag_ == "JJ"
    ruled = after.tag_ in {"VBN", "VBD"} and after.lower_ in HYPHENED_ENDS | {"dominated", "ruled", "controlled", "run"}
    named = doc[end - 1].text in DEMONYMS or all(token.ent_type_ == "NORP" for token in doc[start:end])
    return named and (modified or ruled)


def _is_described(doc: Doc, start: int, end: int) -> bool:
    """Whether it is what something is called in general: "an Internet Service Provider based in X"."""
    last = doc[end - 1]
    kind = last.lower_ in COMPANY_NOUNS or last.text in BODY_WORDS
    if not kind or end - start < 2:
        return False
    root = doc[start:end].root
    # "a privately held, Internet Service Provider": the parser ties the article to the adjective.
    held = start > 1 and doc[start - 1].text == "," and doc[start - 2].tag_ == "VBN" and doc[start - 3].tag_ == "RB"
    return held or any(t.lower_ in {"a", "an"} and t.i < start for t in root.children)


def _is_common(word: str) -> bool:
    """Whether a capitalised word names nobody by itself: "AI", "European", several of an abbreviation ("OEMs")."""
    several = 2 < len(word) < 6 and word[-1] == "s" and word[:-1].isupper() and word[:-1].isalpha()
    return word in COMMON_CAPITALS or word in DEMONYMS or len(bare(word)) == 1 or several


def _is_no_start(doc: Doc, start: int, end: int) -> bool:
    return not is_capitalised(doc[start]) or _opens(doc, start, end)


def _is_demonym(word: str) -> bool:
    return word in DEMONYMS or word.removesuffix("s") in DEMONYMS


def _are_peoples(doc: Doc, start: int, end: int) -> bool:
    """Whether it is the adjectives of two countries, of which the list need have one only."""
    if end - start != 3 or doc[start + 1].text not in HYPHENS:
        return False
    words = (doc[start].text, doc[start + 2].text)
    return any(map(_is_demonym, words)) and all(_is_demonym(word) or word.endswith(_OF_PEOPLES) for word in words)


def _is_somebody_from(doc: Doc, index: int) -> bool:
    """Whether it says where somebody is from: "a quiet Berliner who wrote", "a Finn", "a Dane in her forties"."""
    word = doc[index]
    at = index - 1
    while at > 0 and index - at < _FEW and doc[at].is_lower and doc[at].pos_ in {"ADJ", "ADV", "VERB", "NOUN"}:
        at -= 1
    if at < 0 or doc[at].lower_ not in {"a", "an"}:
        return False
    after = doc[index + 1] if index + 1 < len(doc) else None
    closed = after is None or (after.pos_ not in {"NOUN", "PROPN", "ADJ"} and after.text not in HYPHENS | {"'s", "’s"})
    return closed and (word.text in _PEOPLE_OF or (after is not None and after.lower_ == "who"))


_FEW = 5
# Who comes from somewhere, by words that are names as well.
_PEOPLE_OF = frozenset(
    """Scot Finn Pole Dane Swede Serb Croat Kurd Briton Turk Berliner Hamburger Roman Milanese Veronese Genevan Brit
    Aussie Kiwi Yank Southerner Northerner Midwesterner Easterner Westerner Angeleno Chicagoan Philadelphian
    Virginian Georgian Oregonian Ohioan Hoosier Cockney Geordie Cornishwoman""".split()
)
_OF_PEOPLES = ("ian", "ean", "ese", "ish", "can")


def _is_currency(doc: Doc, start: int, end: int) -> bool:
    """Whether it is the currency of an amount: "CAD $320 million", "KES 30 million"."""
    after = doc[end] if end < len(doc) else None
    word = doc[start].text
    code = (len(word) == 3 and word.isupper() and word in CODES) or word in SIGNS
    counted = after is not None and (after.is_currency or after.like_num or after.text[:1].isdigit())
    return end - start == 1 and code and counted


def _is_field(doc: Doc, start: int, end: int) -> bool:
    """Whether it is what somebody studied or is: "a degree in Computer Science", "Senior Oncologist"."""
    after = start > 0 and doc[start - 1].lower_ in {"in", "of"} and doc[end - 1].text in FIELD_WORDS
    if after and not any(map(is_numeral, doc[start:end])) and not _is_of_a_firm(doc, start, end):
        return True
    heads = start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in _HEADS_OF_FIELDS
    if heads and all(
        t.text in _DEPARTMENTS or t.text in FIELD_WORDS or t.is_lower or t.text == "&" for t in doc[start:end]
    ):
        return True  # "Director of Human Resources"
    if doc[end - 1].lower_.endswith(PRACTISING) and not any(token.is_lower for token in doc[start:end]):
        return True  # "the pioneer Surgical Oncologist of Tarn"
    taught = start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in _STUDIED
    return taught or doc[end - 1].lower_ in ROLE_HEADS - {"maker", "partner"}


# Who heads a part of a firm, and the words by which firms call these parts.
_HEADS_OF_FIELDS = frozenset("director head president vp svp evp chief manager lead officer".split())
_DEPARTMENTS = frozenset(
    """Affairs Analytics Brand Business Clinical Commercial Compliance Content Corporate Creative Customer Data
    Development Digital Experience External Global Government Group Growth Human Industrial Information Innovation
    Internal Investor Legal Logistics Manufacturing Medical Operations Partnerships People Planning Procurement Product
    Public Quality Regulatory Relations Research Resources Risk Safety Sales Security Strategic Strategy Success Supply
    Chain Sustainability Talent Technology Transformation Treasury Ventures Services""".split()
)
# What there is of a firm and of no field: "the chief executive of Acme Engineering".
_OF_FIRMS = frozenset(
    """executive chairman chairwoman chair chairperson ceo owner co-owner founder co-founder boss shareholder subsidiary
    unit acquisition takeover purchase sale customer client supplier parent division share stake control""".split()
)


def _is_of_a_firm(doc: Doc, start: int, end: int) -> bool:
    """Whether what is before "of" says that a firm's name follows, which may end in what it does."""
    of = start > 1 and doc[start - 1].lower_ == "of" and end - start > 1
    return of and doc[start - 2].lemma_.lower() in _OF_FIRMS and doc[start].text not in _DEPARTMENTS | FIELD_WORDS


def _is_called_so(doc: Doc, start: int, end: int) -> bool:
    """Whether it is a post in capitals, as in "joined as a Planner in May", and no word of an organisation's."""
    if start < 2 or doc[start - 1].lower_ not in {"a", "an"} or doc[start - 2].lower_ != "as":
        return False
    after = doc[end] if end < len(doc) else None
    named = any(t.text in COMPANY_WORDS or t.text in BODY_WORDS or is_legal_form(t.text) for t in doc[start:end])
    return not named and (after is None or (after.pos_ not in ("NOUN", "PROPN", "ADJ", "PART") and after.text != "-"))


def _is_defined_term(doc: Doc, start: int, end: int) -> bool:
    """Whether it is "the Company", "the Board": a common noun that a contract or a press release capitalises."""
    alone = end - start == 1 and start > 0 and doc[start - 1].lower_ in {"the", "a", "our", "its", "their"}
    return alone and (doc[start].text in COMPANY_WORDS or doc[start].text in BODY_WORDS)


def _opens(doc: Doc, start: int, end: int) -> bool:
    """Whether the first word is the sentence's and not the name's."""
    token = doc[start]
    recognised = token.ent_type_ in {"ORG", "PERSON"} and token.ent_iob_ == "B"
    if (
        end - start > 1
        and doc[start + 1].ent_iob_ == "B"
        and (_is_plain(token, doc[start + 1]) or token.text in DEMONYMS)
    ):
        return True  # "Belgian Vantorre", "Glamorous Tamsin": the recogniser starts after the adjective
    if _describes_person(doc, start, end):
        return True
    if _is_planned(doc, start) and end - start > 1:
        return True
    if token.text == "About" and end - start > 1 and (end == len(doc) or doc[end].text == ":"):
        return True  # "About Acme" heads what is said of it
    if token.text in DEALT_WITH and _opens_sentence(token) and end - start > 1:
        after = doc[start + 1].text  # "Clients Acme and Brell", but "Customers Bancorp"
        return not (after in COMPANY_WORDS or after in BODY_WORDS or is_legal_form(after))
    if token.text in _KIN and end - start > 1 and doc[start + 1].text in GIVEN_NAMES:
        return True  # "Brothers Karl and Emil Roe"
    if token.tag_ == "MD" and _opens_sentence(token):
        return end - start > 1
    if end - start > 1 and token.text.lower() in APPOSED_NOUNS and _opens_sentence(token):
        # "Rival Acme"
        following = doc[start + 1].text
        return not (following in COMPANY_WORDS or following in BODY_WORDS or is_legal_form(following))
    if token.text not in OPENERS:
        return False
    counted = doc[end] if end < len(doc) else None
    if token.text in _COUNTS and end - start > 1 and counted is not None and counted.tag_ == "NNS" and counted.is_lower:
        return True  # "Three Acme executives"
    if end - start == 1 or not _opens_sentence(token):
        # In mid-sentence the capital is the name's own: "Great Northern Railway", "according to The Information".
        return end - start == 1 or token.text in {"A", "An"}
    return token.text in {"The", "A", "An", "Neither", "Nor"} or not (recognised or token.text in NAME_OPENERS)


# What stands before names where a sentence opens, and heads sections of pages.
DEALT_WITH = frozenset("Clients Customers Executives Shareholders Subsidiaries".split())
_PLANNED = frozenset("Acquire Become Buy Expand Invest Join Merge Purchase Raise Sell Supply".split())


def _is_planned(doc: Doc, start: int) -> bool:
    """Whether it is a headline's verb: "Acme to Acquire Brell"."""
    planned = start > 1 and doc[start].text in _PLANNED and doc[start - 1].lower_ == "to"
    return planned and is_capitalised(doc[start - 2])


def _describes_person(doc: Doc, start: int, end: int) -> bool:
    """Whether it is the first word of "Glamorous Jane", "Golfer John Roe", "old Etonian John Roe"."""
    token = doc[start]
    if end - start < 2 or token.text in pronouns() or token.text in GIVEN_NAMES or token.text in EAST_ASIAN_SURNAMES:
        return False
    named = doc[start + 1].text in GIVEN_NAMES
    if _opens_sentence(token):
        if named and token.text in _EPITHETS and end - start > 2 and not _is_firms_last(doc[end - 1].text):
            return True  # "Old John Roe", "Poor Jane Roe"
        trade = token.lower_ in ROLE_HEADS | _WALKS_OF_LIFE and end - start > 2
        told = token.tag_ in {"JJ", "JJR", "JJS"} and token.ent_type_ != "ORG" and doc[start + 1].text in pronouns()
        return (named and trade) or told
    return named and end - start > 2 and token.text.endswith(_OF_SCHOOLS)


def _is_firms_last(word: str) -> bool:
    return word in COMPANY_WORDS or word in BODY_WORDS or is_legal_form(word)


_EPITHETS = frozenset("Old Young Late Poor Former Dear Lucky Clever Brave Dead Retired Veteran Legendary".split())
# What people are called before their names where a sentence opens.
_WALKS_OF_LIFE = frozenset(
    """actor actress artist athlete author boxer chef comedian cricketer dancer drummer farmer footballer golfer
    guitarist jockey judge model musician novelist painter philanthropist photographer pilot poet rapper reader sailor
    sculptor singer skier socialite songwriter surgeon swimmer teacher veteran""".split()
)
# "Etonian", "Harrovian", "Wykehamist".
_OF_SCHOOLS = ("nian", "vian", "bian", "hamist", "burian")


def _opens_sentence(token: Token) -> bool:
    before = token.doc[token.i - 1].text if token.i else ""
    return bool(token.is_sent_start) or not before or before in _BEFORE_CAPITAL


def _is_plain(token: Token, following: Token) -> bool:
    """Whether only the sentence's start gave the word its capital: "Chipmaker Acme", "Glamorous Jane"."""
    generic = following.text in COMPANY_WORDS or following.text in BODY_WORDS or is_legal_form(following.text)
    known = token.lower_ in COMPANY_NOUNS or token.tag_[:2] in {"JJ", "RB", "VB", "IN"}
    return bool(token.is_sent_start) and not generic and known


def _may_close(doc: Doc, index: int) -> bool:
    token = doc[index]
    if index > 1 and doc[index - 1].text in HYPHENS and halves_a_name(doc, 0, index - 1):
        return True
    if is_number_in_name(doc, index):
        return True
    if index > 1 and (is_numeral(token) or (doc[index - 1].text in HYPHENS and is_second_half(token))):
        return True
    legal = token.text == "plc" or (token.text == "." and is_legal_form(doc[index - 1].text))
    return is_capitalised(token) or token.text == "!" or legal
