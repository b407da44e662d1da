"""What is bought beside a name that is not the firm: things of its own, a part of it, goods that bear its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.extraction.lexicon.nouns import BODY_NOUNS, COMPANY_NOUNS
from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.lemmas import lemma
from app.extraction.relations.reading.rules import words
from app.extraction.relations.reading.sentences import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

# What a name may stand before that is the firm itself, or all that there is of it.
_SELF = (
    COMPANY_NOUNS
    | BODY_NOUNS
    | words(
        """chain brand group business label franchise network title family empire conglomerate marque site portal share
        stock stake asset operation division unit subsidiary arm today yesterday week month year"""
    )
)
_GOODS = words(
    """franchise series game title ship vessel licence license right patent contract building store location film show
    aircraft car plane train song album trademark"""
)
_VESSELS = words(
    """ship vessel liner yacht ferry trawler tanker boat barge schooner aircraft plane airliner locomotive racehorse
    horse painting sculpture mansion villa castle island"""
)
_NAMING = frozenset("renamed renaming rechristened named converted refitted scrapped".split())
# Of these of a firm it is the firm that changes hands.
_ALL_OF = frozenset(
    """company firm group business share shares stock capital asset assets operation operations control ownership
    rest remainder all whole entirety takeover acquisition purchase sale board shareholders owner owners""".split()
)


def is_goods(sentence: Sentence, bought: FoundMention) -> bool:
    """As in "bought the Acme trucks", "bought several franchises including Acme", "took over two series: Acme and"."""
    doc = sentence.passage.doc
    after = doc[bought.end] if bought.end < sentence.end else None
    known = after is not None and sentence.scene.mentions.at(sentence.passage.index, after.i) is not None
    thing = after is not None and after.pos_ == "NOUN" and lemma(after) not in _SELF and not known
    if thing and any(token.head == after for token in doc[bought.start : bought.end]):
        return True
    if thing and after is not None and after.tag_ == "NNS" and after.dep_ in ("dobj", "attr", "appos"):
        return True
    if any(t.lower_ in _NAMING and t.nbor().lower_ == "her" for t in doc[bought.end : sentence.end - 1]):
        return True  # "bought X and renamed her Y": a ship
    root = doc[bought.start : bought.end].root
    if any(child.dep_ == "appos" and lemma(child) in _VESSELS for child in root.children):
        return True  # "bought X, a luxury liner"
    if (after is not None and _is_hidden_thing(after, root)) or _is_region(sentence, bought):
        return True
    while root.dep_ == "conj":
        root = root.head
    if root.dep_ == "pobj" and root.head.lower_ in ("including", "as", "like"):
        return lemma(root.head.head) in _GOODS
    return root.dep_ == "appos" and lemma(root.head) in _GOODS and root.i > root.head.i


def _is_hidden_thing(after: Token, bought: Token) -> bool:
    """Whether the parser takes a thing for a verb: the molds of "bought the Acme molds two years later"."""
    if after.tag_ != "VBZ" or after.dep_ != "ccomp" or after.head != bought.head or bought.dep_ != "dobj":
        return False
    definite = any(c.lower_ == "the" for c in bought.children)
    return definite and not any(c.dep_ in ("nsubj", "nsubjpass", "aux") for c in after.children)


def _is_region(sentence: Sentence, bought: FoundMention) -> bool:
    """Whether it is only where the firm is: "X, located at Solapur, Maharashtra, has been acquired"."""
    doc, town = sentence.passage.doc, bought.start - 2
    if town < sentence.start or doc[town + 1].text != ",":
        return False
    while town > sentence.start and doc[town].text[:1].isupper():
        town -= 1
    return town > sentence.start and doc[town].lower_ in ("in", "at", "near") and doc[town - 1].lower_ in _PLACED


_PLACED = words("located based situated headquartered")


def is_sold_for_a_price(sentence: Sentence, verb: Token) -> bool:
    """Whether it is one thing of the seller's own that was sold once: "sold its flagship in Leeds to X for £62m"."""
    if lemma(verb) != "sell" or verb.tag_ not in ("VBD", "VBN"):
        return False
    things = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.tag_ in ("NN", "NNP")]
    if not any(c.dep_ == "poss" or c.tag_ == "PRP$" for thing in things for c in thing.children):
        return False
    return any(
        slot.letter == "M" and slot.start > verb.i and sentence.passage.doc[slot.start - 1].lower_ in ("for", "about")
        for slot in sentence.slots
    )


def is_a_part(sentence: Sentence, bought: FoundMention) -> bool:
    """Whether only something of a firm's is bought: "the brakes division of X was sold to Y", "40% of X"."""
    root = sentence.passage.doc[bought.start : bought.end].root
    of = root.dep_ == "pobj" and root.head.lower_ == "of"
    return of and root.head.head.pos_ in ("NOUN", "SYM", "NUM") and root.head.head.lower_ not in _ALL_OF
