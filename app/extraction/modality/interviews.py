"""Articles that print an interview: which paragraphs ask, which answer, and who it is that answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.extraction.modality.quotations import QUOTE_MARK
from app.extraction.parsing.passages import FoundMention, MentionKind, Passage
from app.extraction.relations.reading.sentences import Scene
from app.model import BlockKind

_FEWEST_QUESTIONS = 3
_LONGEST_QUESTION, _LONGEST_REMARK = 60, 20
_I = frozenset({"i", "me", "my", "mine", "myself"})
WE = frozenset({"we", "us", "our", "ours"})
_YOU = frozenset({"you", "your", "yours"})


@dataclass(frozen=True)
class Interview:
    """Who is interviewed, where first named, and the numbers of the passages that ask and that answer."""

    person: FoundMention
    questions: frozenset[int]
    answers: frozenset[int]


def find_interview(scene: Scene) -> Interview | None:
    """The interview that an article prints; None if it is none."""
    questions = [p.index for p in scene.passages if _asks(p)]
    if len(questions) < _FEWEST_QUESTIONS:
        return None
    after = [p for p in scene.passages if p.index > questions[0] and p.index not in questions and len(p.doc)]
    remarks = frozenset(p.index for p in after if _puts_to(p))
    answers = [p for p in after if p.index not in remarks]
    if len(answers) > 1 and _is_closing_note(scene, answers[-1], {p.index for p in answers[:-1]}):
        del answers[-1]
    # Whoever asks and answers himself explains a matter; in an interview people speak of themselves.
    if sum(bool(_I & _words(p)) for p in answers) < 2 or any(QUOTE_MARK.match(p.text) for p in answers):
        return None
    person = _interviewed(scene, questions[0])
    if person is None:
        return None
    return Interview(person, frozenset(questions) | remarks, frozenset(p.index for p in answers))


def _words(passage: Passage) -> set[str]:
    return {token.lower_ for token in passage.doc}


def _asks(passage: Passage) -> bool:
    text = passage.text.rstrip()
    return text.endswith("?") and len(passage.doc) <= _LONGEST_QUESTION and not QUOTE_MARK.search(text)


def _puts_to(passage: Passage) -> bool:
    """Whether it puts something to whoever answers, and asks nothing: "You lost your head of sales last year."."""
    words = _words(passage)
    heading = passage.block.kind is not BlockKind.PARAGRAPH
    return heading or (len(passage.doc) <= _LONGEST_REMARK and bool(_YOU & words) and not (_I | WE) & words)


def _is_closing_note(scene: Scene, last: Passage, answers: set[int]) -> bool:
    """Whether the last paragraph tells of the firm from outside: "Acme was founded in 2019 by P. It employs 300"."""
    words = _words(last)
    if last.index != scene.passages[-1].index or last.index - 1 not in answers or (_I | WE | _YOU) & words:
        return False
    first = next((m for m in scene.mentions.within(last.index, 0, 8) if m.kind is MentionKind.NAME), None)
    return first is not None and not any(token.tag_.startswith("VB") for token in last.doc[: first.start])


def _interviewed(scene: Scene, first_question: int) -> FoundMention | None:
    """The person that the title names, else the one named first before the questions."""
    people = list(_people(scene, first_question))
    title = scene.document.article.title or ""
    titled = [m for m in people if scene.mentions.entity(m).name in title]
    return next(iter(titled or people), None)


def _people(scene: Scene, before: int) -> Iterator[FoundMention]:
    for mention in scene.mentions:
        if mention.passage < before and mention.kind is MentionKind.NAME and scene.type_of(mention) == "Person":
            yield mention
