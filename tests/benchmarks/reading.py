"""Reads with the rule engine's steps where a corpus wants other mentions: two given ones, or pronouns without a name.

The product never does either: there a claim needs a named entity, or a group that the text describes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.extraction.parsing.passages import FoundMention, MentionKind, Mentions, Passage
from app.extraction.spacy_engine import Amend, SpacyEngine
from app.model import Document, Extraction, LocalEntity, Span

_ENGINE = SpacyEngine()
_PEOPLE, _COMPANIES = (
    ("he him his himself", "she her hers herself", "i me my"),
    ("it its", "we us our", "they them their"),
)
_PRONOUNS: Mapping[str, tuple[str, str]] = {
    word: (forms.split()[0], kind)
    for kind, groups in (("Person", _PEOPLE), ("Company", _COMPANIES))
    for forms in groups
    for word in forms.split()
}


def read(document: Document, amend: Amend) -> Extraction:
    """What the rule engine makes of a document whose mentions are amended before the rules run.

    Each entity comes with all its mentions, pronouns too: KnowledgeNet labels a fact once for every pair of them.
    """
    spans: dict[str, list[Span]] = {}

    def amend_and_note(passages: Sequence[Passage], mentions: Mentions) -> Mentions:
        amended = amend(passages, mentions)
        by_index = {passage.index: passage for passage in passages}
        for mention in amended:
            span = by_index[mention.passage].span(mention.start, mention.end)
            for entity in mention.all_entities:
                spans.setdefault(entity, []).append(span)
        return amended

    extraction = _ENGINE.read(document, amend_and_note)
    entities = tuple(e.model_copy(update={"mentions": tuple(spans.get(e.id, ()))}) for e in extraction.entities)
    return extraction.model_copy(update={"entities": entities})


class PronounReader:
    """The rule engine, with a nameless entity for pronouns whose name the text does not give.

    KnowledgeNet shows single sentences of a page, so that "he" often stands for a name that was blanked out.
    """

    name = "rules with open pronouns"
    version = "1"

    def extract(self, document: Document) -> Extraction:
        """The claims, those about nameless "he" and "it" among them."""
        return read(document, with_open_pronouns)


def with_open_pronouns(passages: Sequence[Passage], mentions: Mentions) -> Mentions:
    """The mentions and, for each pronoun that none of them covers, one of an entity that all its forms share."""
    entities = dict(mentions.entities)
    added: list[FoundMention] = []
    for passage in passages:
        for token in passage.doc:
            known = _PRONOUNS.get(token.lower_)
            if known is None or mentions.at(passage.index, token.i) or token.dep_ == "expl":
                continue
            form, kind = known
            entity = f"pronoun-{form}"
            entities.setdefault(entity, LocalEntity(id=entity, name=form, type=kind))
            added.append(FoundMention(passage.index, token.i, token.i + 1, entity, MentionKind.PRONOUN))
    return Mentions(entities.values(), [*mentions, *added])
