"""The nouns that every layer speaks of: articles, claims, entities, facts, answers. All frozen, none does any work.

Offsets are code points into the article's raw text, `end` exclusive. Times are EDTF strings beside ISO 8601 bounds;
`None` is "not stated", never "still going on".
"""

from app.model.answers import Answer, AnswerEvidence, AnswerItem, AnswerStatus
from app.model.articles import Article, Block, BlockKind, Clock, Document, Span
from app.model.claims import (
    TIME_POINTS,
    Claim,
    Dropped,
    Extraction,
    LocalEntity,
    Mention,
    Money,
    Times,
    TimeValue,
    Value,
)
from app.model.facts import Aspect, Bounds, Change, Entity, Fact, FactChange, FactTime
from app.model.noun import Noun, digest
from app.model.readings import AUTHOR, Attribution, Certainty, Mode, Phase, Polarity, SourceKind, Status
from app.model.rulings import Decision, Ruling, RulingKind, rejection, retraction

__all__ = [
    "AUTHOR",
    "TIME_POINTS",
    "Answer",
    "AnswerEvidence",
    "AnswerItem",
    "AnswerStatus",
    "Article",
    "Aspect",
    "Attribution",
    "Block",
    "BlockKind",
    "Bounds",
    "Certainty",
    "Change",
    "Claim",
    "Clock",
    "Decision",
    "Document",
    "Dropped",
    "Entity",
    "Extraction",
    "Fact",
    "FactChange",
    "FactTime",
    "LocalEntity",
    "Mention",
    "Mode",
    "Money",
    "Noun",
    "Phase",
    "Polarity",
    "Ruling",
    "RulingKind",
    "SourceKind",
    "Span",
    "Status",
    "TimeValue",
    "Times",
    "Value",
    "digest",
    "rejection",
    "retraction",
]
