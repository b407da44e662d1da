"""Names in small letters: "zopla, a start-up from Leeds, has", "taskly7 says", "its rival zopla".

A sentence that begins with a small letter begins with a name, if what follows says so. Within sentences a word is one
if it stands again and again where only names of firms do, the more so if no dictionary has it. Everywhere else in the
article the word then stands for it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from app.extraction.lexicon.firm_nouns import FIRM_DESCRIPTIONS
from app.extraction.lexicon.nouns import (
    ABSTRACT_ENDINGS,
    BODY_NOUNS,
    BODY_WORDS,
    COMPANY_NOUNS,
    COMPANY_WORDS,
    MASS_NOUNS,
    ORG_SUBJECT_VERBS,
    PARTICLES,
    ROLE_HEADS,
    SAYING_VERBS,
    UNIT_WORDS,
)
from app.extraction.mentions.capitals import DOTTED, is_legal_form
from app.extraction.mentions.genitives import Run
from app.extraction.parsing.dictionary import is_listed_word
from app.extraction.parsing.passages import Passage
from app.model import BlockKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# "taskly7", "vendo24"; "mp3", "h264" and "covid19" are things.
_NUMBERED = re.compile(r"\b(?!covid)[a-z]{4,}\d{1,4}\b")
_FIRMS = COMPANY_NOUNS | BODY_NOUNS | FIRM_DESCRIPTIONS
_ENDS = frozenset('.!?”"’')
_SHORTEST_SENTENCE = 8
_ARTICLES = frozenset({"a", "an", "the", "its", "their", "his", "her", "our", "no", "some", "any"})


def small_names(passages: Sequence[Passage]) -> list[Run]:
    """Every place where a name in small letters stands."""
    found = {word for passage in passages for word in _told_in(passage)} | _used_as_names(passages)
    if not found:
        return []
    places = [(p, t) for p in passages for t in p.doc if t.text in found]
    articled = {t.text for _, t in places if _is_articled(t) and not _describes(t)}
    return [_run(p, t) for p, t in places if t.text not in articled]


def _run(passage: Passage, token: Token) -> Run:
    """The name there, with the word in capitals that makes a part of it another: "zopla Research"."""
    end = token.i + 1
    while end < len(passage.doc) and _closes_name(passage.doc[end]):
        end += 1
    return Run(passage.index, token.i, end, passage.span(token.i, end).text, doubtful=False)


def _closes_name(token: Token) -> bool:
    word = token.text
    closing = word in UNIT_WORDS or word in COMPANY_WORDS or word in BODY_WORDS or is_legal_form(word)
    return closing and token.is_title and not token.is_sent_start


def _told_in(passage: Passage) -> Iterator[str]:
    doc = passage.doc
    if passage.block.kind is not BlockKind.PARAGRAPH or len(doc) < _SHORTEST_SENTENCE:
        return
    for token in _openers(doc):
        if _is_name(token):
            yield token.text
    for numbered in _NUMBERED.finditer(doc.text):
        span = doc.char_span(numbered.start(), numbered.end())
        if span is not None and len(span) == 1 and _acts(span[0]):
            yield span[0].text


# --- by how it is used -----------------------------------------------------------------------------------------------

# So many kinds of place make a name of a word that no dictionary has, and of one that a dictionary has.
_FEW_KINDS, _MANY_KINDS = 2, 3
# At one of these at least nothing but an organisation stands.
_FIRM_KINDS = frozenset({"told", "called", "post", "seat", "about"})
_COMMON_ENDINGS = ("ing", "ed", "ly", *ABSTRACT_ENDINGS)
_SHORTEST_WORD = 4
_NOUNS = frozenset({"NN", "NNP", "FW", "XX"})
_NAMED = frozenset({"ORG", "PERSON", "GPE", "PRODUCT"})
# "Publisher zopla": what stands alone before a name and says what is named.
_KINDS_OF_FIRM = (COMPANY_NOUNS - ROLE_HEADS) | {"rival"}


def _used_as_names(passages: Sequence[Passage]) -> set[str]:
    """The words that stand in several kinds of place where names of firms stand."""
    kinds: dict[str, set[str]] = defaultdict(set)
    listed: dict[str, bool] = {}
    for passage in passages:
        for token in passage.doc:
            if token.is_lower and _may_be_a_name(token):
                kinds[token.text] |= set(_kinds(token))
                listed[token.text] = listed.get(token.text, False) or is_listed_word(token)
    likely = {word for word, found in kinds.items() if found & _FIRM_KINDS}
    if not likely:
        return set()
    opening = {t.lower_ for p in passages for t in p.doc if t.lower_ in likely and _opens_as_name(t)}
    return {
        word
        for word in likely
        if "." in word or len(kinds[word]) + 2 * (word in opening) >= (_MANY_KINDS if listed[word] else _FEW_KINDS)
    }


def _may_be_a_name(token: Token) -> bool:
    """Whether it is a noun by itself, of no form that many common words have."""
    if "." in token.text:
        return bool(DOTTED.fullmatch(token.text))
    common = token.lower_ in MASS_NOUNS or token.lower_.endswith(_COMMON_ENDINGS) or token.text in PARTICLES
    return token.tag_ in _NOUNS and token.is_alpha and len(token) >= _SHORTEST_WORD and not common


def _kinds(token: Token) -> Iterator[str]:
    """The kinds of place it stands in, of those where names of firms do."""
    doc, at = token.doc, token.i
    before = doc[at - 1] if at else None
    after = doc[at + 1] if at + 1 < len(doc) else None
    if before is not None and before.text == "About" and at == 1 and after is None:
        yield "about"
    if before is not None and _is_kind_of_firm(before) and (after is None or after.pos_ not in _GOES_ON):
        yield "called"
        return
    if "." in token.text or (before is not None and _modifies(before, token)):
        return
    if _is_told_of(token):
        yield "told"
    if before is not None and before.lower_ == "at" and at > 1 and doc[at - 2].lower_ in ROLE_HEADS:
        yield "post"
    if after is None or token.dep_ == "compound":
        return
    if after.text in {"'s", "’s"}:
        yield "owns"
    verb = token.head
    if token.dep_ in {"nsubj", "nsubjpass"} and token.tag_ != "NNS":
        if verb.lower_ in {"headquartered", "based"}:
            yield "seat"
        elif verb.lemma_ in _DOING and verb.i > at:
            yield "acts"


def _modifies(word: Token, noun: Token) -> bool:
    """Whether it stands before a noun and says which; in "since May zopla" it is a date."""
    return word.head == noun and word.dep_ in _MODIFIES and word.ent_type_ != "DATE"


_MODIFIES = frozenset({"det", "poss", "amod", "compound", "nummod", "nmod", "quantmod"})
_GOES_ON = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


def _is_kind_of_firm(noun: Token) -> bool:
    """Whether a noun says what kind of firm is named after it, and has no article: "of chip start-up zopla"."""
    if noun.lemma_.lower() not in _KINDS_OF_FIRM or noun.tag_ in {"NNS", "NNPS"} or not noun.is_lower:
        return False
    start = noun.i
    while start and noun.i - start < _LONGEST_KIND and noun.doc[start - 1].pos_ in {"NOUN", "ADJ", "PROPN"}:
        start -= 1
    return not start or noun.doc[start - 1].lower_ not in {"a", "an", "this", "that", "any", "no", "every", "each"}


_LONGEST_KIND = 5


def _opens_as_name(token: Token) -> bool:
    """Whether a sentence opens with it in a capital and goes on as with a name: "Zopla has tried"."""
    if not token.is_title or not token.is_sent_start or token.i + 1 == len(token.doc):
        return False
    named = token.ent_type_ in _NAMED or token.tag_ == "NNP"
    return named and token.nbor().tag_ in {"VBZ", "VBD", "MD"}


# --- at the opening of a sentence ------------------------------------------------------------------------------------


def _openers(doc: Doc) -> Iterator[Token]:
    """The words in small letters that begin a sentence after a full stop, or the paragraph."""
    for sentence in doc.sents:
        token = sentence[0]
        closed = token.i == 0 or (token.nbor(-1).text in _ENDS and token.nbor(-1).is_punct)
        if closed and token.is_lower and token.is_alpha and len(token) >= 3 and token.text not in PARTICLES:
            yield token


def _is_name(token: Token) -> bool:
    """Whether a small word that opens a sentence is told of as a name is."""
    if token.tag_ not in {"NN", "NNP", "NNS", "FW", "JJ", "UH", "XX", "VB", "RB"}:
        return False
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    if after is None:
        return False
    if after.text in {"'s", "’s"}:
        return True
    return _is_told_of(token) or (_acts(token) and token.tag_ in {"NN", "NNP", "FW", "XX"})


def _is_told_of(token: Token) -> bool:
    """As in "X, a Leeds-based start-up that", "X, the ticket seller,"."""
    doc, at = token.doc, token.i + 1
    if at + 2 >= len(doc) or doc[at].text != "," or doc[at + 1].lower_ not in {"a", "an", "the"}:
        return False
    noun = next((t for t in doc[at + 2 : at + 10] if t.lemma_.lower() in _FIRMS), None)
    if noun is None or token.tag_ == "RB":
        return False
    after = doc[noun.i + 1] if noun.i + 1 < len(doc) else None
    # "meanwhile, the company has closed": there the clause is the company's.
    return after is not None and (after.text == "," or after.lower_ in _GOING_ON)


def _acts(token: Token) -> bool:
    """Whether it is somebody: the subject of a verb of saying, selling or having, owner of something, or told of."""
    doc = token.doc
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if after is None or _is_articled(token):
        return False
    owns = after.text in {"'s", "’s"}
    finite = after.tag_ in {"VBZ", "VBD"} and (after.lemma_ in _DONE or after.dep_ in {"aux", "auxpass"})
    return owns or finite or _is_told_of(token)


_GOING_ON = frozenset(
    "that which whose with of for from in at based founded owned run behind formerly previously known".split()
)
_DONE = SAYING_VERBS | frozenset(
    """buy sell raise hire open close plan make launch acquire supply own employ run offer build sign agree win lose
    cut add expand have count operate charge expect rent lease process serve deliver""".split()
)
_DOING = _DONE | ORG_SUBJECT_VERBS | {"provide"}


def _is_articled(token: Token) -> bool:
    """Whether an article or a pronoun makes a noun of it: "the zopla"; in "said that zopla" nothing does."""
    before = token.nbor(-1) if token.i else None
    return before is not None and before.lower_ in _ARTICLES and before.dep_ in {"det", "poss"}


def _describes(token: Token) -> bool:
    """Whether an article before it belongs to a noun that it stands before: "the zopla warehouse"."""
    return token.dep_ in {"amod", "compound", "nmod", "poss"} and token.head.i > token.i
