"""Names in small letters: "zopla, a start-up from Leeds, has", "taskly7 says".

A sentence that begins with a small letter begins with a name, if what follows says so. Everywhere else in the article
the word then stands for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from app.extraction.lexicon.firm_nouns import FIRM_DESCRIPTIONS
from app.extraction.lexicon.nouns import BODY_NOUNS, COMPANY_NOUNS, PARTICLES, SAYING_VERBS
from app.extraction.mentions.genitives import Run
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
    found = {word for passage in passages for word in _told_in(passage)}
    if not found:
        return []
    places = [(p, t) for p in passages for t in p.doc if t.text in found]
    articled = {t.text for _, t in places if _is_articled(t) and not _describes(t)}
    return [Run(p.index, t.i, t.i + 1, t.text, doubtful=False) for p, t in places if t.text not in articled]


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


_GOING_ON = frozenset("that which whose with of for from in at based founded owned run behind".split())
_DONE = SAYING_VERBS | frozenset(
    """buy sell raise hire open close plan make launch acquire supply own employ run offer build sign agree win lose
    cut add expand have count operate charge expect rent lease process serve deliver""".split()
)


def _is_articled(token: Token) -> bool:
    """Whether an article or a pronoun makes a noun of it: "the zopla"; in "said that zopla" nothing does."""
    before = token.nbor(-1) if token.i else None
    return before is not None and before.lower_ in _ARTICLES and before.dep_ in {"det", "poss"}


def _describes(token: Token) -> bool:
    """Whether an article before it belongs to a noun that it stands before: "the zopla warehouse"."""
    return token.dep_ in {"amod", "compound", "nmod", "poss"} and token.head.i > token.i
