"""Verbs by which what was planned comes to nothing: "the deal collapsed", "called off the appointment"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.extraction.relations.reading.lemmas import key_of, lemma
from app.extraction.relations.reading.rules import words
from app.extraction.relations.reading.subjects import is_passive, subjects_of

if TYPE_CHECKING:
    from spacy.tokens import Token

# Whoever does this to a plan, there is none.
CALLED_OFF = words(
    """
    call_off pull_out back_out drop_out walk_away walk_out back_away step_away turn_away break_off cut_off
    give_up turn_down rule_out vote_down pull withdraw abandon scrap drop cancel terminate shelve ditch axe bin
    nix scupper scuttle sink torpedo derail kill kill_off block veto prohibit bar reject rebuff spurn refuse
    decline abort quit renege fail thwart frustrate halt stop forgo"""
)
# What a plan does when it does not come off.
COLLAPSED = words(
    """
    collapse fall_through fall_apart fall_flat fail founder lapse unravel evaporate crumble implode flop fizzle
    fizzle_out die come_unstuck break_down"""
)
_NOTHING = words("nothing naught nought grief")
_PROCEED = frozenset("go_ahead go_forward go_through move_ahead move_forward proceed happen materialise".split())
_WILL = words("will wo would 'll ’ll 'd is are was were now be been")
_HELPERS = words("has have had was were been 's ’s be got")
_OPEN = words("if unless without until before whether")


def comes_to_nothing(verb: Token) -> bool:
    """As in "came to nothing"."""
    return any(t.lower_ in _NOTHING for p in verb.children if p.dep_ == "prep" for t in p.children)


def ended_by(verb: Token) -> Iterator[tuple[Token, list[Token]]]:
    """The nouns for what a verb tells the end of, and who ended it: in "X called off the deal" the deal, and X.

    Only what has ended: not what may be called off, nor what will not go ahead without something.
    """
    passive, subjects = is_passive(verb), list(subjects_of(verb))
    if _will_not(verb):
        yield from ((noun, []) for noun in subjects if noun.dep_ in ("nsubj", "nsubjpass"))
        return
    if not has_happened(verb):
        return
    key = key_of(verb)
    over = key in COLLAPSED or (lemma(verb) in ("come", "amount") and comes_to_nothing(verb))
    if over or (key in CALLED_OFF and passive):
        yield from ((noun, []) for noun in subjects if noun.dep_ in ("nsubj", "nsubjpass"))
    elif key in CALLED_OFF:
        yield from ((noun, subjects) for noun in _objects(verb))


def has_happened(verb: Token) -> bool:
    """Whether a verb in the past tells what came about: no negation, no "may have"."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    negated = any(c.dep_ == "neg" or c.lower_ == "never" for c in verb.children)
    return verb.tag_ in ("VBD", "VBN") and not negated and not helpers - _HELPERS


def _will_not(verb: Token) -> bool:
    """As in "will not now go ahead", "is no longer going ahead"."""
    beside = [c for c in verb.children if c.i < verb.i]
    ahead = next((c.lower_ for c in verb.children if c.i == verb.i + 1 and c.dep_ in ("advmod", "prt", "prep")), "")
    if not {key_of(verb).replace(" ", "_"), f"{lemma(verb)}_{ahead}"} & _PROCEED:
        return False
    negated = any(c.dep_ == "neg" or (c.lower_ == "longer" and c.nbor(-1).lower_ == "no") for c in beside)
    helpers = {c.lower_ for c in beside if c.dep_ in ("aux", "auxpass")}
    if not negated or not helpers or helpers - _WILL:
        return False
    return not any(t.lower_ in _OPEN for t in verb.subtree)


def _objects(verb: Token) -> Iterator[Token]:
    """What a verb does something to; of "called off the deal" too, where the parser hangs it on the particle."""
    for child in verb.children:
        if child.dep_ == "dobj":
            yield child
        elif child.dep_ in ("prt", "prep") and child.i == verb.i + 1 and child.lower_ == "off":
            yield from (t for t in child.children if t.dep_ == "pobj")
