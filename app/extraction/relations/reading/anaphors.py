"""Whether a mention can be what is spoken of: "it was founded by X's head" is not said of X, "founded as Y" of no Y."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention, MentionKind
from app.extraction.relations.reading.sentences import Scene

if TYPE_CHECKING:
    from spacy.tokens import Doc

_NOMINATIVE = frozenset({"he", "she", "it", "they"})


def is_named_after(scene: Scene, mention: FoundMention) -> bool:
    """Whether the subject of a main clause is an anaphor whose only names stand later in the same sentence."""
    doc = scene.passages_by_index[mention.passage].doc
    if mention.kind is MentionKind.NAME or mention.others:
        return False
    head = doc[mention.start : mention.end].root
    told = head.lower_ in _NOMINATIVE or mention.kind is MentionKind.NOMINAL
    if not told or head.dep_ not in ("nsubj", "nsubjpass") or head.head.dep_ not in ("ROOT", "conj"):
        return False
    here = scene.sentence_of(mention.passage, mention.start)
    if here is None:
        return False
    names = [m for m in scene.mentions if m.entity == mention.entity and m.kind is MentionKind.NAME]
    later = [m for m in names if m.passage == mention.passage and mention.end + 1 < m.start < here.end]
    if head.lower_ in _NOMINATIVE and any(_is_in_clause(doc, head.head.i, m.start) for m in later):
        return True
    return bool(later) and not any((m.passage, m.start) < (mention.passage, mention.start) for m in names)


_NAMING = frozenset(
    "founded known established formed set started formerly incorporated launched begun registered named".split()
)


_ONCE = frozenset({"formerly", "previously", "originally"})


def is_old_name(scene: Scene, mention: FoundMention) -> bool:
    """Whether it only tells what something was called: in "X, founded in 1974 as Y, sells eggs" nobody speaks of Y."""
    doc, start = scene.passages_by_index[mention.passage].doc, mention.start
    if start > 1 and doc[start - 1].lower_ in _ONCE and doc[start - 2].text == "(":
        words = doc[start : mention.end].text
        return words == scene.mentions.entity(mention).name and scene.letter(mention) == "O"  # "the bank (formerly Y)"
    if mention.kind is not MentionKind.NAME or start < 3 or doc[start - 1].lower_ != "as" or mention.end >= len(doc):
        return False
    before = [token.lower_ for token in doc[max(0, start - 8) : start - 1]]
    aside = "," in before and bool(_NAMING & set(before[before.index(",") :]))
    return aside and doc[mention.end].text == ","


def _is_in_clause(doc: Doc, verb: int, name: int) -> bool:
    """Whether a name stands after a verb with no other verb and no comma between."""
    return verb < name and not any(t.pos_ in ("VERB", "AUX", "PUNCT") for t in doc[verb + 1 : name])
