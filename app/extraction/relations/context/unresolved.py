"""Firms that a sentence speaks of by "it" or by what they are, and that nobody could resolve: "bought the tannery"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.extraction.lexicon.firm_nouns import FIRM_DESCRIPTIONS
from app.extraction.lexicon.nouns import COMPANY_NOUNS
from app.extraction.relations.context.dealt_in import FIRM, is_another
from app.extraction.relations.reading.lemmas import lemma
from app.extraction.relations.reading.rules import words
from app.extraction.relations.reading.sentences import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

SURE = 0.75
"""How likely a firm must be that is told by what it is: there are more of those than of "the company"."""

# Those who deal in a firm, and what a firm has several of, are not the firm dealt in.
_OTHERS = words(
    """buyer competitor customer dealer employer factory financier investor owner parent partner rival seller store
    supplier trader vendor trust mine works processor holding printer workshop garage theatre farm yard nursery quarry
    laundry"""
)
_ALSO = words(
    "line label place spinner paper newspaper club hotel restaurant pub estate vineyard pair school mill tannery"
)
_FIRMS = (COMPANY_NOUNS | FIRM_DESCRIPTIONS | FIRM) - _OTHERS - {"operation"} | _ALSO


def is_unresolved_firm(sentence: Sentence, thing: Token) -> bool:
    """Whether it is "it", "the company" or "the bankrupt brewer", of which nobody could say whom it means."""
    if sentence.scene.mentions.at(sentence.passage.index, thing.i) is not None:
        return False
    if thing.lower_ == "it":
        return not _takes_up_a_thing(sentence, thing)
    if thing.tag_ != "NN" or is_another(thing) or not any(c.lower_ in ("the", "this") for c in thing.lefts):
        return False
    kind = lemma(thing)
    return (kind in _FIRMS or kind.endswith("maker")) and not any(_tells_which(sentence, c) for c in thing.rights)


def _takes_up_a_thing(sentence: Sentence, it: Token) -> bool:
    """Whether it is what a verb just before does something to: "wanted to make the thing, not buy it"."""
    verb = it.head
    if it.dep_ != "dobj" or verb.i <= sentence.start or verb.nbor(-1).lower_ not in _JOINING:
        return False
    objects = [t for t in sentence.passage.doc[sentence.start : verb.i] if t.dep_ == "dobj" and t.tag_ == "NN"]
    return bool(objects) and lemma(objects[-1]) not in _FIRMS


_JOINING = frozenset({"not", "and", "or", "then", "never", "than"})


def _tells_which(sentence: Sentence, child: Token) -> bool:
    """Whether words after it say which firm is meant: "the company that he founded", "the maker of Acme"."""
    if child.dep_ in ("relcl", "acl"):
        return child.doc[child.left_edge.i - 1].text != ","
    if child.dep_ == "prep" and child.lower_ == "of":
        return any(sentence.scene.mentions.at(sentence.passage.index, t.i) for t in child.children)
    return child.dep_ == "appos" or (child.dep_ == "prep" and child.lower_ in ("behind", "with"))
