"""Whether "it" stands for nobody: "it is clear that", "it took nine months", "it would not be the first attempt"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.extraction.lexicon.firm_nouns import FIRM_DESCRIPTIONS
from app.extraction.lexicon.nouns import BODY_NOUNS, COMPANY_NOUNS, EMPTY_IT_VERBS, UNIT_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token

# What "it" is in "it is the second blow in a year" has happened, and is nobody.
_HAPPENINGS = frozenset(
    """agreement alliance appointment attempt bid blow boost case chance clash collaboration comeback contract coup deal
    decision defeat departure dispute disappointment disaster divestment disposal divorce exit failure feud fight
    foray honor honour investment joke lawsuit listing loss marriage match matter merger milestone mistake moment move
    offer opportunity order partnership pity pleasure purchase acquisition quarrel question record relief reminder
    reversal round row sale setback shame shock sign step story strike success surprise takeover tie-up time day
    transaction triumph try turnaround turning victory win change""".split()
)
_AGENTS = COMPANY_NOUNS | BODY_NOUNS | UNIT_NOUNS | FIRM_DESCRIPTIONS
# What only one of a row of things is called.
_IN_A_ROW = frozenset("first second third fourth fifth sixth latest last next only".split())
# Of a firm it is said as well that it is the first "member", "client", "to sign".
_PARTIES = frozenset(
    """member client user signatory tenant entrant owner shareholder creditor employer partner name player one place
    country part source victim target beneficiary recipient user adopter exporter""".split()
)
_COSTS = frozenset(
    "time year month week day hour minute decade nerve courage effort patience while guts century quarter".split()
)
_SAID = frozenset(
    "say understand think believe report hope expect announce assume know agree rumour rumor suggest decide".split()
)


def is_empty_it(token: Token) -> bool:
    """Whether it stands for nothing: "it is clear that", "it seems", "make it easier to"."""
    if token.lower_ != "it":
        return False
    if token.dep_ == "expl" or token.head.lemma_ in EMPTY_IT_VERBS or token.dep_ == "attr":
        return True
    verb = token.head
    if token.dep_ == "nsubj" and verb.lemma_ == "be":
        return _is_what_happened(verb)
    if token.dep_ == "nsubj" and verb.lemma_ == "take":
        return any(c.dep_ in {"dobj", "npadvmod"} and c.lemma_.lower() in _COSTS for c in verb.children)
    if token.dep_ == "nsubjpass":
        told = {child.dep_ for child in verb.children}
        return verb.lemma_ in _SAID and "xcomp" not in told
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    return token.dep_ in {"dobj", "nsubj"} and following is not None and following.pos_ == "ADJ"


def _is_what_happened(verb: Token) -> bool:
    """Whether what "it" is said to be is no firm: a blow, the third attempt, somebody who did something."""
    complements = {child.dep_ for child in verb.children}
    if complements & {"ccomp", "xcomp", "csubj", "advcl"} and complements & {"acomp", "attr"}:
        return True
    for noun in (child for child in verb.children if child.dep_ == "attr"):
        lemma = noun.lemma_.lower()
        if lemma in _HAPPENINGS:
            return True
        counted = any(c.lower_ in _IN_A_ROW for c in noun.lefts)
        if counted and noun.tag_ == "NN" and lemma not in _AGENTS | _PARTIES:
            return True
        # "It was Jane Roe who took the company public."
        named = noun.ent_type_ == "PERSON" or noun.pos_ == "PRON"
        if named and any(c.dep_ == "relcl" for c in (*noun.children, *verb.children)):
            return True
    return False
