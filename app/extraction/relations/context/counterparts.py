"""With whom somebody is at odds where the sentence leaves it unsaid: the one firm that it is told to deal with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.meant import meant
from app.extraction.relations.context.parties import counterpart_sought
from app.extraction.relations.context.trade_topic import told_of
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.sentences import Sentence

_DEALINGS = frozenset({"supplies", "partnerOf", "tensionWith", "dissatisfiedWith", "consideringAlternativesTo"})
_REACH = 12


def counterpart(
    sentence: Sentence, who: FoundMention, trigger: int, relation: str, told: Sequence[Candidate]
) -> FoundMention | None:
    """The firm that somebody is at odds with or seeks another in place of; None if unclear."""
    said = _by_rules(sentence, who, told, only_vendor=relation == "consideringAlternativesTo")
    verdict = (said, sentence) if said is not None else None
    query = counterpart_sought(sentence, who, trigger, relation, told, verdict)
    found = meant(query, said.entity if said is not None else None)
    if found is None:
        return None
    if said is not None and said.entity == found[0]:
        return said
    mention = found[1][0]
    return replace(mention, others=(), ties=(*mention.ties, sentence.scene.span_of(mention)))


def _by_rules(
    sentence: Sentence, who: FoundMention, told: Sequence[Candidate], *, only_vendor: bool = False
) -> FoundMention | None:
    """The one firm that somebody is told to deal with, else the firm told of; None where it may be several.

    `told` is what the article has said so far; with `only_vendor` it must supply whoever it is.
    """
    dealt: dict[str, Candidate] = {}
    for candidate in told:
        if candidate.relation not in _DEALINGS or not isinstance(candidate.object, FoundMention):
            continue
        if sentence.index - candidate.sentence.index > _REACH or candidate.negated:
            continue
        sides = (candidate.subject, candidate.object)
        if who.entity in {s.entity for s in sides} and (
            not only_vendor or candidate.relation != "supplies" or candidate.object.entity == who.entity
        ):
            other = sides[0] if sides[1].entity == who.entity else sides[1]
            if sentence.scene.letter(other) == "O":
                dealt[other.entity] = candidate
    here = {m.entity for m in sentence.mentions()} - {who.entity}
    beside = here & dealt.keys()
    firms = set(beside if len(beside) == 1 else dealt)
    if only_vendor:
        # Whom the sentence itself tells of beside the search is as often the alternative.
        firms = {e for e, c in dealt.items() if c.sentence.index < sentence.index} or firms
    if len(firms) == 1:
        entity = next(iter(firms))
        last = dealt[entity]
        mention = last.subject if last.subject.entity == entity else last.object
        if isinstance(mention, FoundMention):
            return replace(mention, others=(), ties=(*mention.ties, sentence.scene.span_of(mention)))
    return told_of(sentence, who, here) if not dealt else None
