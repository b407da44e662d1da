"""The firm that a sentence of trade leaves unsaid: whose "the cameras came from X" are, to whom "X is a customer"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention, MentionKind
from app.extraction.relations.context.meant import meant
from app.extraction.relations.context.parties import trader_sought
from app.extraction.relations.reading.clause_doers import is_untold
from app.extraction.relations.reading.sentences import Scene, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_FIRMS = frozenset({"Company", "Organization", "OrganizationUnit"})


def or_told_of(sentence: Sentence, parties: Sequence[FoundMention], slot: str = "client") -> list[FoundMention]:
    """The firm that is meant by the other party to a trade with these, if there is one: a client or a vendor."""
    if not parties:
        return []
    # Whom the sentence names with another part in it is not left unsaid.
    others = {m.entity for m in _firms(sentence.scene, sentence)}
    acting = {m.entity for m in _firms(sentence.scene, sentence) if _acts(sentence, m)}
    barred = {p.entity for p in parties} | others - acting
    found = meant(trader_sought(sentence, parties[0], sentence.scene.told, barred, slot))
    return [_tied(sentence.scene, found[1][0])] if found is not None else []


def is_open_anaphor(sentence: Sentence, token: Token) -> bool:
    """Whether a token speaks of some firm, "it", "its", "the carrier", and nobody could tell of which."""
    return token.lower_ not in _OTHERS and is_untold(sentence, token)


# "The supplier", "the rival" may be anybody's.
_OTHERS = frozenset(
    """rival supplier vendor customer client partner competitor contractor buyer seller investor shareholder fund owner
    agency bank lender parent subsidiary regulator distributor dealer broker union""".split()
)


def is_far_pronoun(sentence: Sentence, mention: FoundMention) -> bool:
    """Whether "it" was taken for a firm that the sentence does not name, though it is about another."""
    if mention.kind is MentionKind.NAME or sentence.passage.doc[mention.start].lower_ in ("which", "that", "who"):
        return False
    named = [m for m in _firms(sentence.scene, sentence) if m.kind is MentionKind.NAME and m.end <= mention.start]
    return all(m.entity != mention.entity for m in named) and any(_acts(sentence, m) for m in named)


def _firms(scene: Scene, sentence: Sentence) -> list[FoundMention]:
    return [m for m in sentence.mentions() if scene.type_of(m) in _FIRMS]


def _acts(sentence: Sentence, mention: FoundMention) -> bool:
    root = sentence.passage.doc[mention.start : mention.end].root
    while root.dep_ in ("conj", "poss", "appos") and root.head.i != root.i:
        root = root.head
    return root.dep_ in ("nsubj", "nsubjpass")


def _tied(scene: Scene, firm: FoundMention) -> FoundMention:
    return replace(firm, others=(), ties=(*firm.ties, scene.span_of(firm)))
