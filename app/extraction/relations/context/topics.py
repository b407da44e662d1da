"""The organisation that a paragraph goes on about: whose "chief executive P" is where nobody says so."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import TYPE_CHECKING

from app.extraction.mentions.arguments import is_subject
from app.extraction.mentions.silence import only_asked
from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.lemmas import is_verb
from app.extraction.relations.reading.sentences import COMPANIES, Scene, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_MOST_BACK = 4
# Who is told of so is another than the firm that has been spoken of.
_OTHERS = frozenset("partner rival competitor buyer bidder seller supplier customer client contractor parent".split())


def paragraph_topic(
    scene: Scene, candidate: Candidate, backing: Set[tuple[str, str]]
) -> tuple[FoundMention, Sentence] | None:
    """The one organisation that the paragraph's sentences so far are about, and the last of these.

    `backing` are the pairs of investor and firm: who puts money into the topic is not the topic. None where several
    could be meant, or where the sentence names another before the title.
    """
    here = candidate.sentence
    earlier = [s for s in scene.by_passage.get(here.passage.index, ()) if s.index < here.index][-_MOST_BACK:]
    told = [(m, s) for s in earlier for m in _subjects(scene, s)]
    firms = {m.entity for m, _ in told}
    told = [(m, s) for m, s in told if not any((m.entity, other) in backing for other in firms - {m.entity})]
    if len({m.entity for m, _ in told}) != 1 or told[-1][0].others or _is_sold(told[-1][0], told[-1][1]):
        return None
    if scene.main_company not in (None, told[-1][0].entity):
        return None  # a bystander's boss would be "its chief executive"; a bare title is as likely the article's firm's
    named = {m.entity for m in here.mentions() if m.start < candidate.trigger and scene.type_of(m) in COMPANIES}
    return told[-1] if named <= {told[-1][0].entity} else None


def tells_of_unknown(scene: Scene, candidate: Candidate) -> bool:
    """Whether a sentence is about a firm that nobody could tell: "The local partner supplies the manager, P"."""
    sentence = candidate.sentence
    for token in sentence.passage.doc[sentence.start : candidate.trigger]:
        firm = token.dep_ in ("nsubj", "nsubjpass") and token.lemma_.lower() in _OTHERS
        if firm and scene.mentions.at(sentence.passage.index, token.i) is None:
            return True
    return False


def named_company(scene: Scene, candidate: Candidate) -> tuple[FoundMention, Sentence] | None:
    """Whose "company president P" is: of the firm that the sentence up to there is about."""
    sentence, doc = candidate.sentence, candidate.sentence.passage.doc
    if candidate.trigger <= sentence.start or doc[candidate.trigger - 1].lower_ not in ("company", "group", "firm"):
        return None
    firms = [m for m in _subjects(scene, sentence) if m.start < candidate.trigger and not m.others]
    return (firms[0], sentence) if firms else None


def _subjects(scene: Scene, sentence: Sentence) -> Iterator[FoundMention]:
    """Whom a sentence is about: the firm that it names first of all, as subject of its own verb."""
    for mention in [m for m in sentence.mentions() if scene.type_of(m) in COMPANIES][:1]:
        root = sentence.passage.doc[mention.start : mention.end].root
        if not is_subject(root) or only_asked(root):
            continue
        verb = root
        while not is_verb(verb) and verb.head != verb:
            verb = verb.head
        if _leads(verb):
            yield mention


def _leads(verb: Token) -> bool:
    """Whether a verb is one that its sentence is told by: no relative clause, nor what is told beside it."""
    while verb.dep_ == "conj" or (verb.dep_ == "ccomp" and verb.i < verb.head.i):
        verb = verb.head
    return verb.dep_ == "ROOT"


def _is_sold(mention: FoundMention, sentence: Sentence) -> bool:
    """As in "X has been bought by Y": what comes next may be told of either."""
    root = sentence.passage.doc[mention.start : mention.end].root
    return root.dep_ == "nsubjpass" and any(child.dep_ == "agent" for child in root.head.children)
