"""Posts that somebody was to have and will not: "the appointment was called off", "the move will not go ahead"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.relations.reading.called_off import ended_by
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.lemmas import is_verb, key_of, lemma
from app.extraction.relations.reading.rules import words
from app.extraction.relations.reading.sentences import Sentence
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_POSTS = frozenset({"heldRole", "joined"})
_PLANS = words("appointment hiring hire nomination selection promotion move plan arrangement transfer succession")
_DEFINITE = words("the that this her his their its")
# What may stand beside such a noun: other words say that it is another one.
_PLAIN = _DEFINITE | words("planned proposed whole")
_CHOOSING = words("appoint name hire pick choose tap select nominate promote elect recruit poach appointment hiring")
_SOON = 3


def posts_called_off(sentence: Sentence, here: Sequence[Candidate], before: Sequence[Candidate]) -> Iterator[Candidate]:
    """The posts of the sentences before, or of this one, that it tells the end of before they began.

    None where several people may be meant.
    """
    if not any(lemma(word) in _PLANS for word in sentence.words):
        return
    for verb in sentence.words:
        if is_verb(verb) and any(_is_post(noun) for noun, _ in ended_by(verb)):
            plans = _open_plans(sentence, [*before, *here], verb)
            if len({plan.subject.entity for plan in plans}) != 1:
                continue
            for plan in {(plan.relation, plan.object_entity): plan for plan in plans}.values():
                gone = replace(plan, sentence=sentence, trigger=verb.i, negated=True, possible=False, presupposed=True)
                gone = replace(gone, phase=Phase.PLANNED, timed=False)
                yield gone if plan.sentence is sentence else replace(gone, ties=(*plan.ties, plan.sentence.span))


def _is_post(noun: Token) -> bool:
    """Whether it is "the appointment" that was told of; not "her appointment of a deputy"."""
    beside = {c.lower_ for c in noun.children if c.dep_ in ("det", "poss", "amod", "compound", "nmod", "nummod")}
    other = beside - _PLAIN or any(c.dep_ in ("prep", "acl") for c in noun.children)
    return lemma(noun) in _PLANS and bool(beside & _DEFINITE) and not other


def _open_plans(sentence: Sentence, told: Sequence[Candidate], verb: Token) -> list[Candidate]:
    return [
        c
        for c in told
        if c.relation in _POSTS
        and c.object_entity
        and 0 <= sentence.index - c.sentence.index <= _SOON
        and (c.sentence is not sentence or c.trigger < verb.i)
        and _is_to_come(c)
    ]


def _is_to_come(post: Candidate) -> bool:
    """Whether somebody was told to be chosen for a post, or to take it up: not whoever has it or had it."""
    if post.negated or post.presupposed or post.phase in (Phase.ENDED, Phase.ONGOING, Phase.COMPLETED):
        return False
    trigger = post.sentence.passage.doc[post.trigger]
    verb = trigger.head if trigger.dep_ in ("attr", "oprd", "pobj", "dobj") and is_verb(trigger.head) else trigger
    return post.phase is Phase.PLANNED or verb.tag_ == "VB" or key_of(verb) in _CHOOSING
