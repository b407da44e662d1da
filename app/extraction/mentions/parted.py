"""Two names that a small word seems to make one: "the story of Acme and Brell", "left Acme for Brell"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from app.extraction.lexicon.nouns import BODY_WORDS, COMPANY_WORDS
from app.extraction.mentions.genitives import Run
from app.extraction.parsing.passages import Passage

_BETWEEN = frozenset({"and", "for"})
_GENERIC = COMPANY_WORDS | BODY_WORDS


def parted(runs: Sequence[Run], passages: Sequence[Passage]) -> list[Run]:
    """The runs, of which one is two where each half is known apart: the article has it by itself, or opens a name."""
    if not any(_BETWEEN & set(run.text.split()) for run in runs):
        return list(runs)
    docs = {passage.index: passage for passage in passages}
    known = Counter(run.text for run in runs)
    opening = Counter(run.text.split()[0] for run in runs if len(run.text.split()) > 1)
    return [part for run in runs for part in _parts(run, docs[run.passage], known, opening)]


def _parts(run: Run, passage: Passage, known: Counter[str], opening: Counter[str]) -> Iterator[Run]:
    for at in range(run.start + 1, run.end - 1):
        if passage.doc[at].text not in _BETWEEN:
            continue
        halves = [(run.start, at), (at + 1, run.end)]
        texts = [passage.span(start, end).text for start, end in halves]
        # The whole opens with its first half as well.
        apart = [known[text] + (opening[text] if text != run.text.split()[0] else 0) for text in texts]
        apart[0] += opening[texts[0]] - known[run.text] if texts[0] == run.text.split()[0] else 0
        if texts[0] != texts[1] and all(apart) and not any(set(text.split()) <= _GENERIC for text in texts):
            yield from (
                Run(run.passage, start, end, text, doubtful=False)
                for (start, end), text in zip(halves, texts, strict=True)
            )
            return
    yield run
