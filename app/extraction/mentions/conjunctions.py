"""Whether "and" stands within one name: "Acme Mining and Chemicals", "the Harbour and Fisheries Authority"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.extraction.lexicon.nouns import (
    BODY_WORDS,
    COMPANY_WORDS,
    DEMONYMS,
    DIRECTIONS,
    FIELD_WORDS,
    HEADS_OF_OF,
    ROLE_HEADS,
)
from app.extraction.lexicon.places import PLACES
from app.extraction.mentions.capitals import is_capitalised, is_legal_form

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NAMES_OF_BODIES = frozenset({"ORG", "WORK_OF_ART", "FAC", "LAW"})
_OF_FIELDS = frozenset(
    "Department Departments Institute Center Centre School Faculty College Academy Division Ministry Laboratory".split()
)
# After these another name begins: "the Tern Group and Marlow Foundation".
_LISTED_HEADS = frozenset("Company Group Bank House Street Post Times Journal Fund Partners Holdings Treasury".split())
# What follows "and" in a firm's own name, whatever the recogniser thinks.
_AND_FIRM = frozenset("Company Co Co. Sons Daughters".split())


def and_joins(doc: Doc, start: int, end: int) -> bool:
    """Whether the "and" at `end` belongs to the name that starts at `start`."""
    return (
        _within_firm(doc, start, end)
        or _shares_head(doc, start, end)
        or _is_one_body(doc, start, end)
        or _lists_fields(doc, start, end)
        or _shares_body(doc, start, end)
        or _both_regions(doc, end)
        or _is_house_of_two(doc, start, end)
        or _is_of_two_goods(doc, start, end)
    )


def _within_firm(doc: Doc, start: int, end: int) -> bool:
    """Whether "and" is part of the name: "Acme Mining and Chemicals", "Centre for War and Peace Studies"."""
    following = doc[end + 1]
    beyond = doc[end + 2] if end + 2 < len(doc) else None
    generic = following.text in COMPANY_WORDS and doc[end - 1].text in COMPANY_WORDS and doc[end - 1].i > start
    if generic and (beyond is None or not is_capitalised(beyond) or is_legal_form(beyond.text)):
        return True
    alone = beyond is None or not is_capitalised(beyond)
    if following.text in _AND_FIRM and alone:
        return True
    if any(token.lower_ in {"of", "for"} for token in doc[start:end]) and one_entity(doc, start, end + 2):
        return True
    if start > 1 and doc[start - 1].text == "," and is_capitalised(doc[start - 2]):
        return False  # "to A, B and C": a list
    if _opens_list(doc, start, end):
        return False
    # The second is no firm's full name.
    full = beyond is not None and beyond.text in COMPANY_WORDS and following.text not in COMPANY_WORDS
    return not full and one_entity(doc, start, end + 2) and (end - start == 1 or doc[end - 2].text == ",")


def _opens_list(doc: Doc, start: int, end: int) -> bool:
    """Whether what is before announces several, and these are two: "investors including A and B", "two funds: A and B".

    With a further name after them nobody knows how many the list has.
    """
    last = last_of(doc, end + 1)
    more = doc[last + 1].lower_ in (",", "and", "&") if last + 1 < len(doc) else False
    following = doc[last + 2] if more and last + 2 < len(doc) else None
    if start < 2 or (following is not None and is_capitalised(following)):
        return False
    before = doc[start - 1]
    if before.lower_ in _LIST_OPENERS or (before.lower_ == "as" and doc[start - 2].lower_ == "such"):
        return True
    if before.lower_ in _INTRODUCING and any(t.tag_ == "NNS" for t in doc[max(0, start - 4) : start - 1]):
        return True
    several = doc[start - 2].tag_ == "NNS" and any(t.tag_ == "CD" or t.lower_ == "both" for t in doc[start - 2].lefts)
    return before.tag_ == "NNS" or (before.text in (":", ",") and several)


_LIST_OPENERS = frozenset("including include includes included between among both either neither".split())
# After a plural these introduce who they are: "two new backers: A and B".
_INTRODUCING = frozenset(": are were like namely as".split())


def _shares_head(doc: Doc, start: int, end: int) -> bool:
    """Whether both parts say what one body is: "the Elm Fire and Rescue Department", "the Oslo and District Society".

    The parser hangs the first part on the last word; where it may err, the name has its article and no name of its own
    before "and".
    """
    last = last_of(doc, end + 1)
    head, first = doc[last], doc[end - 1]
    if last == end + 1 or not (head.text in BODY_WORDS or head.text in COMPANY_WORDS) or first.text.isupper():
        return False
    hangs = first.dep_ == "nmod" and first.head.i == last
    heads_both = hangs and doc[end + 1].head.i == first.i
    if heads_both and one_entity(doc, start, last + 1) and not _opens_list(doc, start, end):
        return True
    own = first.text in COMPANY_WORDS or first.text in BODY_WORDS or is_legal_form(first.text)
    if own or "the" not in (doc[start].lower_, doc[max(start - 1, 0)].lower_):
        return heads_both and not own and not _apart(doc, end, last) and not _opens_list(doc, start, end)
    if all(word.text in _GENERIC for word in doc[end + 1 : last + 1]):
        return True  # no body is called "General Trust" alone
    return (heads_both and not _apart(doc, end, last)) or (hangs and _takes_singular(head))


def last_of(doc: Doc, index: int) -> int:
    """The last of the capitalised words from there."""
    while index + 1 < len(doc) and is_capitalised(doc[index + 1]) and not doc[index + 1].is_sent_start:
        index += 1
    return index


_GENERIC = COMPANY_WORDS | BODY_WORDS | {"General", "Allied", "District", "County"}


def _apart(doc: Doc, end: int, last: int) -> bool:
    """Whether the recogniser sees two names, one on each side."""
    split = doc[end - 1].ent_type_ == "ORG" and not doc[end].ent_type_ and doc[end + 1].ent_iob_ == "B"
    return split and doc[last].ent_type_ == "ORG"


def _takes_singular(head: Token) -> bool:
    """Whether the verb of which it is the subject is one of a single thing: "the A and B Society was founded"."""
    verb = head.head
    verbs = [verb, *(child for child in verb.children if child.dep_ in {"aux", "auxpass"})]
    return head.dep_ in {"nsubj", "nsubjpass"} and any(token.tag_ == "VBZ" or token.lower_ == "was" for token in verbs)


def _shares_body(doc: Doc, start: int, end: int) -> bool:
    """Whether fields on both sides are what one body looks after: "the Elm Investment and Development Authority"."""
    last = last_of(doc, end + 1)
    field, within = doc[end - 1].text, [word.text for word in doc[end + 1 : last]]
    if "the" not in (doc[start].lower_, doc[max(start - 1, 0)].lower_) or doc[last].text not in BODY_WORDS:
        return False
    return bool(within) and field not in _LISTED_HEADS and all(word in _CARES for word in (field, *within))


# What authorities, councils and unions look after.
_CARES = (FIELD_WORDS | COMPANY_WORDS) - _LISTED_HEADS | frozenset(
    """Allied Animal Care Child Coastal Consumer Cultural Culture Customs Development Drug Emergency Employment
        Environment Environmental Export Families Family Fire Fisheries Food Forest Forestry Heritage Immigration Import
        Industry Innovation Labor Labour Land Monetary Planning Promotion Protection Regulatory Rescue Research Revenue
        Roads Rural Safety Settlement Social Sport Standards Survey Tax Tourism Trade Training Urban Veterans Welfare
        Wildlife Women Youth""".split()
)


def listed_cares(doc: Doc, end: int) -> int | None:
    """The end of "Forestry, Quarrying and Energy Union", of which the first comma stands at `end`."""
    at = end
    while at + 2 < len(doc) and doc[at].text == "," and doc[at - 1].text in _CARES and doc[at + 1].text in _CARES:
        at += 2
    if at == end or at + 2 >= len(doc) or doc[at].lower_ not in ("and", "&") or doc[at - 1].text not in _CARES:
        return None
    last = last_of(doc, at + 1)
    cares = all(word.text in _CARES for word in doc[at + 1 : last])
    return last + 1 if last > at + 1 and cares and doc[last].text in BODY_WORDS else None


def _is_house_of_two(doc: Doc, start: int, end: int) -> bool:
    """Whether one house is both: "Elm Cancer Center and Research Institute", "the Tarn Museum and Art Gallery"."""
    last = last_of(doc, end + 1)
    houses = doc[end - 1].text in _HOUSES and doc[last].text in _HOUSES
    plain = all(word.text in _KINDS_OF_HOUSE for word in doc[end + 1 : last])
    own = any(word.text not in _KINDS_OF_HOUSE and word.is_title for word in doc[start : end - 1])
    return houses and plain and own and doc[end - 1].text != doc[last].text


def _is_of_two_goods(doc: Doc, start: int, end: int) -> bool:
    """Whether one firm deals in both: "Elm Iron and Brass Works", "the Tarn Gas and Electric Company"."""
    last = last_of(doc, end + 1)
    goods = all(doc[i].text in _GOODS for i in (end - 1, *range(end + 1, last)))
    return goods and last > end + 1 and end - start > 1 and doc[last].text in _DEALERS


_GOODS = frozenset(
    """Bag Bolt Box Brass Brick Cable Carriage Chain Chemical Coach Coal Coke Copper Cotton Cycle Die Dye Electric
    Engine Feed Foundry Fuel Fur Gas Glass Grain Gravel Gun Heat Ice Iron Land Lead Leather Light Lighting
    Lime Locomotive Lumber Machine Metal Milling Mining Motor Nail Navigation Nut Oil Ore Paint Paper Pipe
    Plate Plow Power Pump Railroad Railway Rope Rubber Salt Sand Screw Seed Shoe Silk Smelting Soap Spring
    Steel Stone Storage Sugar Tea Textile Tile Timber Tin Tool Transportation Tube Varnish Wagon Water Wire
    Wood Woollen Woolen Wool""".split()
)
_DEALERS = frozenset("Co Co. Company Corp Corp. Corporation Factory Foundry Inc Inc. Ltd Mill Mills Works".split())
_HOUSES = frozenset(
    """Archive Archives Center Centre Clinic Gallery Garden Gardens Hospital Infirmary Institute Library Museum
    Observatory Sanatorium Theatre Theater Zoo""".split()
)
_KINDS_OF_HOUSE = frozenset(
    """Art Arts Botanic Botanical Cancer Children Community Conference Cultural Dental Education Educational Eye Health
    Heart Heritage History Learning Maternity Medical Nature Nursing Performing Psychiatric Rehabilitation Research
    Science Sculpture Study Surgery Training Treatment Veterinary Visitor""".split()
)
_REGIONS = (
    DEMONYMS
    | DIRECTIONS
    | frozenset("Adriatic Atlantic Baltic Caribbean Mediterranean Occidental Orient Oriental Overseas Pacific".split())
)


def _both_regions(doc: Doc, end: int) -> bool:
    """Whether two regions are one firm's: "Scottish and Eastern Energy", "the Great Atlantic and Pacific Company"."""
    last = last_of(doc, end + 1)
    regions = doc[end - 1].text in _REGIONS and doc[end + 1].text in _REGIONS
    rest = [word.text for word in doc[end + 2 : last + 1]]
    return regions and bool(rest) and all(word in COMPANY_WORDS or word in BODY_WORDS for word in rest)


def _is_one_body(doc: Doc, start: int, end: int) -> bool:
    """Whether it is "the Harbour and Fisheries Authority", "the Arts, Crafts and Design Society": one head for all."""
    first = start - 1 if start and doc[start - 1].lower_ == "the" else start
    if doc[first].lower_ != "the" or doc[first + 1 : end].text in PLACES or doc[end - 1].text.isupper():
        return False
    own = doc[end - 1].text
    if own in BODY_WORDS or own in HEADS_OF_OF or own in _LISTED_HEADS or is_legal_form(own):
        return False
    if doc[end].lower_ == "and" and doc[end + 1].text == "District":
        return True
    whole = next((e for e in doc[end].sent.ents if e.start <= first and e.end >= end + 2), None)
    return whole is not None and whole.label_ in _NAMES_OF_BODIES and doc[whole.end - 1].text in BODY_WORDS


def _lists_fields(doc: Doc, start: int, end: int) -> bool:
    """Whether it is "Department of Chemistry and Physics", "Centre for Chemical and Biological Research"."""
    of = next((t.i for t in doc[start:end] if t.lower_ in {"of", "for"}), None)
    if of is None or doc[of - 1].text not in _OF_FIELDS:
        return False
    field, following = doc[end - 1], doc[end + 1]
    told = field.text in FIELD_WORDS or field.text.endswith(("logy", "istry", "ics")) or field.tag_ == "JJ"
    named = is_legal_form(following.text) or following.lower_ in ROLE_HEADS or following.ent_type_ in ("PERSON", "GPE")
    return told and not named


def one_entity(doc: Doc, start: int, end: int) -> bool:
    """Whether the recogniser takes all of the stretch for one organisation."""
    return any(
        e.label_ == "ORG" and e.start <= start and e.end >= end for e in doc[start:end].ents or doc[start].sent.ents
    )
