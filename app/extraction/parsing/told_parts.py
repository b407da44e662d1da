"""Sentences that tell in the end who says so: "X has bought Y, a firm based in Z, for €4m, the companies said".

The parser may hang the last part of what is told ("for €4m") on "said". What stands before the speaker is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SAYING = frozenset({"say", "tell", "report", "announce", "state", "confirm", "add", "disclose", "write"})
_PARTS = frozenset({"prep", "npadvmod", "advmod", "agent", "dative", "advcl"})


def mend_told_parts(doc: Doc) -> Doc:
    """Give what is told the parts of it that hang on who tells."""
    for teller in doc:
        if teller.lemma_ in _SAYING and teller.pos_ == "VERB":
            # The parser may hang either on the other.
            told = [child for child in teller.lefts if child.dep_ in ("ccomp", "parataxis")]
            told += [teller.head] if teller.dep_ in ("advcl", "parataxis") and teller.head.i < teller.i else []
            for verb in told:
                if verb.pos_ in ("VERB", "AUX"):
                    _mend(verb, teller)
    return doc


def _mend(told: Token, teller: Token) -> None:
    speaker = next((child for child in teller.lefts if child.dep_ in ("nsubj", "nsubjpass")), None)
    if speaker is None or speaker.left_edge.i <= told.i or told.doc[speaker.left_edge.i - 1].text != ",":
        return
    for part in list(teller.lefts):
        if told.i < part.i < speaker.left_edge.i and part.dep_ in _PARTS:
            part.head = told
