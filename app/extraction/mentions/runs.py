"""Where names may stand: runs of capitalised words, without titles, openers and dates, joined as names are joined.

Finds stretches only; `types` says what they are, and which of the doubtful ones are names at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from app.extraction.lexicon.given_names import EAST_ASIAN_SURNAMES, GIVEN_NAMES, pronouns
from app.extraction.lexicon.nouns import (
    APPOSED_NOUNS,
    BODY_WORDS,
    COMMON_CAPITALS,
    COMPANY_NOUNS,
    COMPANY_WORDS,
    DAYS_AND_MONTHS,
    DEMONYMS,
    DIRECTIONS,
    FIELD_WORDS,
    HONORIFICS,
    LAW_WORDS,
    NAME_OPENERS,
    OFFICE_FIELDS,
    OPENERS,
    ROLE_HEADS,
)
from app.extraction.mentions.capitals import (
    DOTTED,
    HYPHENS,
    INNER_CAPITAL,
    bare,
    is_capitalised,
    is_kin,
    is_legal_form,
    is_numeral,
)
from app.extraction.mentions.genitives import Run, with_genitives, with_possessive_names
from app.extraction.mentions.joints import halves_a_name, is_second_half, joint
from app.extraction.mentions.run_titles import MINISTERS, title_tokens
from app.extraction.parsing.passages import Passage
from app.model import BlockKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_KIN = frozenset("Brothers Sisters Siblings Twins Cousins Friends".split())
_COUNTS = frozenset("Two Three Four Five Six Seven Eight Nine Ten Several Many Some Most All Both Few".split())
_BEFORE_CAPITAL = frozenset({"“", '"', ":", "‘", "•", "-", "–", "—", "*", "(", "["})
# A heading with more than this share of its longer words in capitals says nothing by them.
_HEADLINE_SHARE = 0.6
_LONGEST_HEADLINE = 25


def find_runs(passages: Iterable[Passage]) -> list[Run]:
    """Every stretch that may be a name, in order; none from headings that capitalise every word.

    Where there is nothing but such headings, what the recogniser sees in them has to do.
    """
    passages = list(passages)
    found = [run for passage in passages if not is_headline(passage) for run in _passage_runs(passage)]
    found = with_genitives(with_possessive_names(found, passages), passages)
    return found or [run for passage in passages for run in _headline_runs(passage)]


def is_headline(passage: Passage) -> bool:
    """Whether the passage capitalises its words as headlines do, so that capitals there mean nothing."""
    doc = passage.doc
    closed = any(token.text in {".", ";"} for token in doc[-2:])
    if passage.block.kind is BlockKind.PARAGRAPH and (closed or len(doc) > _LONGEST_HEADLINE):
        return False
    words = [token.text for token in doc if token.is_alpha and (len(token) > 3 or token.text in OPENERS)]
    capitals = sum(word[0].isupper() for word in words[1:])
    return not words[1:] or capitals / len(words[1:]) > _HEADLINE_SHARE


def _passage_runs(passage: Passage) -> Iterator[Run]:
    doc = passage.doc
    position = 0
    while position < len(doc):
        if not is_capitalised(doc[position]) and not _opens_with_number(doc[position]):
            position += 1
            continue
        end = _run_end(doc, position)
        for start, stop in _segments(doc, position, end):
            if is_kin(doc, stop) or _is_ranking(doc, start, stop):  # "the Ashby family" is a group, no company Ashby
                continue
            text = passage.span(start, stop).text
            yield Run(passage.index, start, stop, text, _is_doubtful(doc, start, stop))
        position = end


def _opens_with_number(token: Token) -> bool:
    return is_numeral(token) and token.ent_iob_ == "B"


def _is_ranking(doc: Doc, start: int, stop: int) -> bool:
    """Whether it is the Fortune of "Fortune 500 companies"."""
    return doc[start:stop].text == "Fortune" and stop < len(doc) and doc[stop].like_num


def _headline_runs(passage: Passage) -> Iterator[Run]:
    for entity in passage.doc.ents:
        if entity.label_ in {"ORG", "PERSON", "GPE"}:
            verb = next((t.i for t in entity if t.tag_.startswith("VB")), entity.end)
            for start, stop in _segments(passage.doc, entity.start, verb):
                yield Run(passage.index, start, stop, passage.span(start, stop).text, doubtful=False)


# --- how far a run goes ----------------------------------------------------------------------------------------------


def _run_end(doc: Doc, start: int) -> int:
    """The end of the longest stretch from here that the spelling allows to be one name."""
    end = start + 1
    while end < len(doc) and not doc[end].is_sent_start:
        step = joint(doc, start, end)
        if step is None:
            break
        end = step
    return end


# --- what in a run is the name ---------------------------------------------------------------------------------------


def _segments(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names in a run: parted at titles, days and honorifics, without openers at the front."""
    breaks = _break_tokens(doc, start, end)
    position = start
    while position < end:
        if position in breaks:
            position += 1
            continue
        stop = next((i for i in range(position, end) if i in breaks), end)
        trimmed = _trim(doc, position, stop)
        if trimmed is not None:
            yield trimmed
        position = stop


def _break_tokens(doc: Doc, start: int, end: int) -> set[int]:
    """Tokens of a run that no name contains: days, honorifics, and the words of a title."""
    single = {i for i in range(start, end) if bare(doc[i].text) in DAYS_AND_MONTHS and not _is_no_day(doc, i, end)}
    honorifics = {i for i in range(start, end - 1) if bare(doc[i].text) in HONORIFICS}
    # "Secretary of State Jane Roe"; "CEO of Volta Cells" names no office of state
    offices = {
        i
        for i in range(max(start, 2), end)
        if doc[i - 1].lower_ == "of" and doc[i - 2].text in MINISTERS and doc[i].text in OFFICE_FIELDS and i + 1 < end
    }
    return single | honorifics | offices | title_tokens(doc, start, end)


def _is_no_day(doc: Doc, index: int, end: int) -> bool:
    """In "Sun Devices" and "April Jones" the day or month is a part of a name."""
    star = doc[index].text == "Sun" and index + 1 < end and is_capitalised(doc[index + 1])
    return star or _is_given_name(doc, index, end)


def _is_given_name(doc: Doc, index: int, end: int) -> bool:
    """In "April Jones" the month is a name when a person follows that the recogniser sees."""
    people = index + 1 < end and doc[index].ent_type_ == "PERSON" and doc[index + 1].ent_type_ == "PERSON"
    return people or (doc[index].text == "Jan" and index + 1 < end and doc[index + 1].is_alpha)


def _trim(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    """The stretch without joints at its ends or openers at its front; None if nothing of a name is left."""
    if end - start > 2 and doc[start].text == "Ex" and doc[start + 1].text in HYPHENS:
        start += 2  # "Ex-Acme boss"
    while start < end and not _opens_with_number(doc[start]) and _is_no_start(doc, start, end):
        start += 1
    while end > start and not _may_close(doc, end - 1):
        end -= 1
    if start == end or doc[end - 1].text in LAW_WORDS or _is_field(doc, start, end) or _is_called_so(doc, start, end):
        return None
    if end - start == 1 and is_legal_form(doc[start].text) and doc[start].text not in COMPANY_WORDS:
        return None
    words = [doc[i].text for i in range(start, end) if is_capitalised(doc[i])]
    if any(map(_is_demonym, words)) and all(_is_demonym(word) or word in DIRECTIONS for word in words):
        return None  # "its North American business"
    if all(_is_common(word) for word in words) or _is_defined_term(doc, start, end):
        return None
    return start, end


def _is_common(word: str) -> bool:
    """Whether a capitalised word names nobody by itself: "AI", "European", several of an abbreviation ("OEMs")."""
    several = 2 < len(word) < 6 and word[-1] == "s" and word[:-1].isupper() and word[:-1].isalpha()
    return word in COMMON_CAPITALS or word in DEMONYMS or len(word) == 1 or several


def _is_no_start(doc: Doc, start: int, end: int) -> bool:
    return not is_capitalised(doc[start]) or _opens(doc, start, end)


def _is_demonym(word: str) -> bool:
    return word in DEMONYMS or word.removesuffix("s") in DEMONYMS


def _is_field(doc: Doc, start: int, end: int) -> bool:
    """Whether it is what somebody studied or is: "a degree in Computer Science", "Senior Oncologist"."""
    after = start > 0 and doc[start - 1].lower_ in {"in", "of"} and doc[end - 1].text in FIELD_WORDS
    return (after and not any(map(is_numeral, doc[start:end]))) or doc[end - 1].lower_ in ROLE_HEADS - {
        "maker",
        "partner",
    }


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
    return token.text in {"The", "A", "An"} or not (recognised or token.text in NAME_OPENERS)


def _describes_person(doc: Doc, start: int, end: int) -> bool:
    """Whether it is the first word of "Glamorous Jane", "Golfer John Roe", "old Etonian John Roe"."""
    token = doc[start]
    if end - start < 2 or token.text in pronouns() or token.text in GIVEN_NAMES or token.text in EAST_ASIAN_SURNAMES:
        return False
    named = doc[start + 1].text in GIVEN_NAMES
    if _opens_sentence(token):
        trade = token.lower_ in ROLE_HEADS | _WALKS_OF_LIFE and end - start > 2
        told = token.tag_ in {"JJ", "JJR", "JJS"} and token.ent_type_ != "ORG" and doc[start + 1].text in pronouns()
        return (named and trade) or told
    return named and end - start > 2 and token.text.endswith(_OF_SCHOOLS)


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
    if index > 1 and (is_numeral(token) or (doc[index - 1].text in HYPHENS and is_second_half(token))):
        return True
    legal = token.text == "plc" or (token.text == "." and is_legal_form(doc[index - 1].text))
    return is_capitalised(token) or token.text == "!" or legal


def _is_doubtful(doc: Doc, start: int, end: int) -> bool:
    """Whether a single word opens its sentence (or a quotation, or follows a colon), where any word takes a capital."""
    if end - start > 1:
        return False
    token = doc[start]
    first = (
        token.is_sent_start or doc[start - 1].text in {"“", '"', ":", "‘", "•", "-", "–", "—", "*", "("} or start == 0
    )
    shouted = (token.text.isupper() and len(token) > 1) or bool(DOTTED.fullmatch(token.text))
    return bool(first) and not shouted and not INNER_CAPITAL.match(token.text)
