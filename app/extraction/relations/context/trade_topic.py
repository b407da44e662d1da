"""The firm that a sentence of trade leaves unsaid: whose "the cameras came from X" are, to whom "X is a customer"."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.lexicon.nouns import ORG_ANAPHORS
from app.extraction.mentions.silence import only_asked
from app.extraction.parsing.passages import FoundMention, MentionKind
from app.extraction.relations.context.meant import meant
from app.extraction.relations.context.parties import trader_sought
from app.extraction.relations.reading.sentences import Scene, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_MOST_BACK = 5
_FIRMS = frozenset({"Company", "Organization", "OrganizationUnit"})


def told_of(sentence: Sentence, party: FoundMention, besides: Set[str] = frozenset()) -> FoundMention | None:
    """The one firm that can be the other party: the one the sentence is about, else the one just told of.

    It must be one that the article is about, and no other firm may have been told of since. `besides` can be neither.
    """
    scene = sentence.scene
    others = {party.entity, *besides}
    here = [m for m in _firms(scene, sentence) if m.entity not in others and not _is_beside(sentence, m, party)]
    here = [m for m in here if not _is_source(sentence, m)]
    if here:
        subjects = [m for m in here if _acts(sentence, m)]
        one = len({m.entity for m in here}) == 1 and bool(subjects) and not here[0].others
        return _if_led(scene, subjects[0]) if one else None
    for back, near in enumerate(scene.previous(sentence, _MOST_BACK)):
        if near.is_heading:
            continue
        found = [m for m in _firms(scene, near) if not only_asked(near.passage.doc[m.start : m.end].root)]
        firms = [m for m in found if m.entity not in others]
        if not firms:
            # What goes on about the party alone may be of its own business.
            if found and back > 0:
                return None
            continue
        main = scene.main_company
        if main is not None and all(scene.counts[m.entity] * 4 <= scene.counts[main] for m in firms):
            continue  # told of in passing, as the party is
        acting = [m for m in firms if _acts(near, m)]
        known = {m.entity for m in firms}
        if len(known) > 1 and len({m.entity for m in acting}) == 1 and acting[0].entity == scene.main_company:
            return _tied(scene, acting[0])
        alone = len(known) == 1 and not firms[0].others and (bool(acting) or firms[0].entity == main)
        return _if_led(scene, firms[0]) if alone else None
    return None


def or_told_of(sentence: Sentence, parties: Sequence[FoundMention], slot: str = "client") -> list[FoundMention]:
    """The firm that is meant by the other party to a trade with these, if there is one: a client or a vendor."""
    if not parties:
        return []
    barred = {p.entity for p in parties}
    said = told_of(sentence, parties[0], barred)
    verdict = (said, sentence) if said is not None else None
    query = trader_sought(sentence, parties[0], sentence.scene.told, verdict, barred, slot)
    found = meant(query, said.entity if said is not None else None)
    if found is None:
        return []
    return [said] if said is not None and said.entity == found[0] else [_tied(sentence.scene, found[1][0])]


def is_open_anaphor(sentence: Sentence, token: Token) -> bool:
    """Whether a token speaks of some firm, "it", "its", "the carrier", and nobody could tell of which."""
    if sentence.scene.mentions.at(sentence.passage.index, token.i) is not None:
        return False
    if token.lower_ in ("it", "its"):
        return True
    told = any(c.lower_ in ("the", "this") for c in token.children if c.dep_ == "det")
    return told and token.tag_ == "NN" and token.lower_ in ORG_ANAPHORS and token.lower_ not in _OTHERS


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


def _is_beside(sentence: Sentence, mention: FoundMention, party: FoundMention) -> bool:
    """Whether it only tells the party apart: "X, a unit of Y", "X of Y"."""
    doc = sentence.passage.doc
    between = doc[party.end : mention.start] if party.end <= mention.start else doc[0:0]
    return 0 < len(between) <= 6 and between[-1].lower_ in ("of", "by") and not any(t.pos_ == "VERB" for t in between)


def _is_source(sentence: Sentence, mention: FoundMention) -> bool:
    """Whether things are told to come from it or to be done by it, as by the party: "and the cranes came from X"."""
    doc = sentence.passage.doc
    root = doc[mention.start : mention.end].root
    return root.dep_ == "pobj" and root.head.lower_ in ("from", "by")


def _acts(sentence: Sentence, mention: FoundMention) -> bool:
    root = sentence.passage.doc[mention.start : mention.end].root
    while root.dep_ in ("conj", "poss", "appos") and root.head.i != root.i:
        root = root.head
    return root.dep_ in ("nsubj", "nsubjpass")


def _if_led(scene: Scene, firm: FoundMention) -> FoundMention | None:
    return _tied(scene, firm) if firm.entity in leading(scene) else None


def leading(scene: Scene) -> Set[str]:
    """The firms that an article is about: the main one, or those of its opening that it names as often as any."""
    main = scene.main_company
    if main is not None:
        return frozenset({main} if scene.counts[main] > 1 else ())
    firms = [e for e in scene.counts if scene.mentions.entities[e].type in _FIRMS]
    most = max((scene.counts[e] for e in firms), default=0)
    opening = {m.entity for s in scene.sentences[:4] for m in s.mentions()}
    often = {e for e in firms if e in opening and scene.counts[e] * 2 >= most and scene.counts[e] > 2}
    first = {m.entity for m in scene.sentences[0].mentions()} if scene.sentences else set()
    return frozenset(often | {e for e in firms if e in first and 1 < scene.counts[e] == most})


def _tied(scene: Scene, firm: FoundMention) -> FoundMention:
    return replace(firm, others=(), ties=(*firm.ties, scene.span_of(firm)))
