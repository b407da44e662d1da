"""Whose "its finance director, P" is where the reading of anaphors leaves it open: the firm that was just told of."""

from __future__ import annotations

from app.extraction.mentions.arguments import is_subject
from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.article_topics import firms_in
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.lemmas import is_verb
from app.extraction.relations.reading.sentences import Scene, Sentence

_BACK = 3  # words between "its" and the title's first: "its newly appointed"


def firm_of_its(scene: Scene, candidate: Candidate) -> tuple[FoundMention, Sentence] | None:
    """The firm of "its finance director, P": the one that its sentence up to there, or the one before, is about."""
    here, doc = candidate.sentence, candidate.sentence.passage.doc
    its = _its_before(candidate)
    if its is None:
        return None
    before = [m for m in firms_in(scene, here) if m.end <= its and not m.others]
    quoted = doc[here.start].text in ('"', "“", "'", "‘")
    if before and not quoted:
        # "X bought Y from its founder, P": whose it is of two is told where "its" begins what is said next.
        next_ = doc[its - 1].lower_ in ("but", "and", "while", "though")
        return _only_subject(here, before) if next_ or len({m.entity for m in before}) == 1 else None
    # The sentences of a quotation are somebody's who is told of next.
    last = scene.sentences[here.index - 1] if here.index else here
    return _only_subject(last, firms_in(scene, last)) if last.passage is here.passage and last is not here else None


def _its_before(candidate: Candidate) -> int | None:
    """Where "its" stands before a title, by its token."""
    title = candidate.details.get("title")
    sentence = candidate.sentence
    doc, offset = sentence.passage.doc, sentence.passage.block.start
    first = candidate.trigger
    if title is not None and title.span is not None:
        first = next((t.i for t in sentence.tokens if t.idx + offset >= title.span.start), first)
    for token in reversed(doc[max(sentence.start, first - _BACK) : first]):
        if token.is_punct:
            return None
        if token.lower_ == "its":
            return token.i
    return None


def _only_subject(sentence: Sentence, firms: list[FoundMention]) -> tuple[FoundMention, Sentence] | None:
    """The firm that alone is told of in a sentence: the subject of its verb, or of one beside it."""
    subjects = [m for m in firms if not m.others and _is_told_of(sentence, m)]
    if len({m.entity for m in subjects}) != 1 or any(_is_done_to(sentence, m) for m in firms if m not in subjects):
        return None
    return subjects[0], sentence


def _is_done_to(sentence: Sentence, mention: FoundMention) -> bool:
    """As in "X bought Y. Its founders stayed": what comes next may be told of either."""
    root = sentence.passage.doc[mention.start : mention.end].root
    return root.dep_ == "dobj" and root.head.dep_ in ("ROOT", "conj")


def _is_told_of(sentence: Sentence, mention: FoundMention) -> bool:
    root = sentence.passage.doc[mention.start : mention.end].root
    if not is_subject(root):
        return False
    verb = root
    while not is_verb(verb) and verb.head != verb:
        verb = verb.head
    while verb.dep_ == "conj" or (verb.dep_ == "ccomp" and verb.i < verb.head.i):
        verb = verb.head
    return verb.dep_ == "ROOT"
