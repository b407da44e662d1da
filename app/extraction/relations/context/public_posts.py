"""Bare titles that are none of the firm that is spoken of: of a state, or of what the sentence goes on to name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.extraction.lexicon.nouns import BODY_WORDS, DEMONYMS, OFFICE_FIELDS, ROLE_HEADS
from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.sentences import Scene
from app.extraction.relations.reading.titles import BESIDE
from app.extraction.relations.reading.words import DEPARTMENT_WORDS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Whose holders are of a state or a town where nothing else is said.
_PUBLIC = frozenset(
    """senator governor minister premier mayor ambassador congressman congresswoman secretary-general chancellor
    undersecretary""".split()
)
_PREPOSITIONS = frozenset({"of", "at", "to", "for"})
# What these are sent or given to is another body.
_SENT = frozenset(
    "adviser advisor representative ambassador assistant secretary consultant delegate envoy counsel".split()
)
_FIELDS = DEPARTMENT_WORDS | {"the", "its", "their", "a", "an", "all", "both"}


def is_told_elsewhere(candidate: Candidate) -> bool:
    """Whether the article's own firm is not meant: "President P", "Home Secretary P", "adviser to the head of X"."""
    title = candidate.details.get("title")
    if candidate.relation != "heldRole" or title is None or title.span is None:
        return False
    sentence = candidate.sentence
    doc, offset = sentence.passage.doc, sentence.passage.block.start
    tokens = [t for t in sentence.tokens if title.span.start <= t.idx + offset < title.span.end]
    if not tokens:
        return False
    first, last = tokens[0].i, tokens[-1].i
    of_several = first == last and tokens[-1].lower_ in _TO_ANOTHER
    if of_several or _is_of_student(doc, first, last) or _is_dealt_with(doc, last):
        return True
    if any(t.lower_ == "future" for t in doc[max(sentence.start, first - _NEAR) : first]):
        return True
    of_state = tokens[-1].lower_ == "secretary" and any(t.text in OFFICE_FIELDS for t in tokens)
    if any(t.lower_ in _PUBLIC for t in tokens) or of_state or (first > 0 and doc[first - 1].text in _OF_STATE):
        return True
    if _is_head_of_state(doc, first, last) or _is_of_another(doc, first) or _goes_on(doc, last + 1):
        return True
    # Where "Q's deputy, P" is, is told by where Q is.
    return (candidate.rule != BESIDE and _has_owner(doc, first)) or _is_of_unknown(candidate)


def _has_owner(doc: Doc, first: int) -> bool:
    """As in "Mendip's catering manager, P", where what stands before the "'s" was taken for no firm."""
    for token in reversed(doc[max(1, first - _NEAR) : first]):
        if token.tag_ == "POS":
            return token.nbor(-1).pos_ == "PROPN" and token.nbor(-1).ent_type_ not in ("DATE", "TIME")
        if token.pos_ not in ("NOUN", "ADJ", "PROPN"):
            return False
    return False


_NEAR = 3


def _is_of_unknown(candidate: Candidate) -> bool:
    """As in "General manager P of Wuzhou Tin", where what follows is no firm's name to us: the post is there."""
    sentence, after = candidate.sentence, candidate.subject.end
    doc = sentence.passage.doc
    if after + 1 >= sentence.end or doc[after].lower_ not in ("of", "from", "at"):
        return False
    return doc[after + 1].pos_ == "PROPN" and doc[after + 1].text[:1].isupper()


def is_rest_of_name(candidate: Candidate) -> bool:
    """Whether it is the Ring of "Prince of the Ring director P": the end of what P directed, or of a longer name."""
    title, firm = candidate.details.get("title"), candidate.object
    if candidate.relation != "heldRole" or title is None or title.span is None or not isinstance(firm, FoundMention):
        return False
    passage = candidate.sentence.passage
    if firm.passage != passage.index or firm.start < candidate.sentence.start + 3:
        return False
    of, the = passage.doc[firm.start - 2], passage.doc[firm.start - 1]
    before = passage.doc[firm.start - 3]
    follows = firm.end < len(passage.doc) and passage.block.start + passage.doc[firm.end].idx == title.span.start
    return follows and (of.lower_, the.lower_) == ("of", "the") and before.text[:1].isupper() and before.is_alpha


def is_portfolio(candidate: Candidate, scene: Scene) -> bool:
    """Whether what somebody is minister of was taken for whose minister: "Minister for the Environment, P"."""
    title = candidate.details.get("title")
    if candidate.relation != "heldRole" or title is None or not isinstance(candidate.object, FoundMention):
        return False
    if title.value.lower().split()[-1] not in _MINISTERS or scene.type_of(candidate.object) == "Place":
        return False
    return not any(word in BODY_WORDS for word in scene.mentions.entity(candidate.object).name.split())


# "Help from advisers P (co-founder of X) and Q": they advise whoever was helped.
_TO_ANOTHER = frozenset({"advisers", "advisors", "consultants"})
_MINISTERS = frozenset({"minister", "undersecretary", "premier"})
_OF_STATE = OFFICE_FIELDS | {"Home", "Foreign", "Prime"}


# Whoever studies has these.
_TEACHING = frozenset({"advisor", "adviser", "supervisor", "mentor", "tutor", "teacher"})
_STUDENTS = frozenset("thesis doctoral dissertation academic phd ph.d. ph.d postdoctoral graduate research".split())


def _is_of_student(doc: Doc, first: int, last: int) -> bool:
    """Whether it is the adviser of "a Ph.D. under adviser P", "his thesis adviser, P"."""
    if doc[last].lower_ not in _TEACHING:
        return False
    before = {token.lower_ for token in doc[max(0, first - 2) : last]}
    return bool(before & {"under", *_STUDENTS})


_TRADING = frozenset("strategic business trading trade commercial technology joint-venture industrial sales".split())


def _is_dealt_with(doc: Doc, last: int) -> bool:
    """Whether it is "strategic partner X": who does business with a firm, and has no post there."""
    if doc[last].lower_ not in ("partner", "investor", "shareholder") or last == 0:
        return False
    return doc[last - 1].lower_ in _TRADING


def _is_of_another(doc: Doc, first: int) -> bool:
    """Whether a word before a title says whose it is, though it was taken for no name: "Swans chief executive P"."""
    if not first or not doc[first].is_lower:
        return False
    before = doc[first - 1]
    kind = before.lower_ in _OF_FIRMS or before.lower_ in DEPARTMENT_WORDS or before.lower_ in ROLE_HEADS
    return before.is_title and before.pos_ in ("NOUN", "PROPN") and not kind and _hangs(before, first)


def _hangs(word: Token, first: int) -> bool:
    return word.dep_ in ("compound", "nmod", "amod") and word.head.i >= first


def _is_head_of_state(doc: Doc, first: int, last: int) -> bool:
    """Whether it is "former President P", "incumbent President P", "Chilean president P"."""
    if first != last or doc[first].lower_ != "president":
        return False
    before = doc[first - 1] if first else None
    capital = doc[first].is_title and before is not None and not before.is_sent_start
    return before is not None and (before.text in DEMONYMS or (capital and before.lower_ not in _OF_FIRMS))


_OF_FIRMS = frozenset({"its", "the", "their", "company", "group", "firm", "and", ",", "as", "&", "vice", "new", "s"})


def _goes_on(doc: Doc, after: int) -> bool:
    """Whether a title goes on with what it is a title in: "adviser to the Director of X"."""
    if after + 1 >= len(doc) or doc[after].lower_ not in _PREPOSITIONS:
        return False
    if doc[after].lower_ == "to" and doc[after - 1].lower_ not in _SENT:
        return False  # "handed the post of chairman to P"
    at = after + 1
    while at + 1 < len(doc) and doc[at].lower_ in ("the", "a", "an"):
        at += 1
    return doc[at].pos_ == "PROPN" and doc[at].text[:1].isupper() and doc[at].lower_ not in _FIELDS
