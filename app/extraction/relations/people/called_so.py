"""Posts by which somebody is called who was named before: "P sleeps badly. The head of X sold it"."""

from __future__ import annotations

from collections.abc import Iterator

from app.extraction.mentions.introduced import is_post_of_few
from app.extraction.parsing.passages import FoundMention, MentionKind
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.sentences import Sentence
from app.model import Phase

_OVER = frozenset({"former", "ex", "previous", "onetime", "late"})
_NO_TITLE = frozenset({"the", "this", "that", "new", "outgoing", "incoming"})


def called_so(sentence: Sentence) -> Iterator[Candidate]:
    """As in "The personnel director of X", told of somebody who was named before."""
    for mention in sentence.mentions():
        if mention.kind is MentionKind.NOMINAL and sentence.scene.letter(mention) == "P":
            yield from _post(sentence, mention)


def _post(sentence: Sentence, mention: FoundMention) -> Iterator[Candidate]:
    head = sentence.passage.doc[mention.end - 1]
    if not is_post_of_few(head):
        return
    owners = [t for c in head.children if c.lower_ in ("of", "at") for t in c.children if t.dep_ == "pobj"]
    owners += [c for c in head.lefts if c.dep_ in ("compound", "nmod")]
    firms = fillers(sentence.scene, sentence.passage.index, owners, "O", metonyms=False)[:1]
    words = [t for t in sentence.passage.doc[mention.start : mention.end] if t.lower_ not in _NO_TITLE]
    over = any(t.lower_ in _OVER for t in words)
    words = [t for t in words if t.lower_ not in _OVER and not any(f.start <= t.i < f.end for f in firms)]
    span = sentence.raw(words[0].i, words[-1].i + 1)
    for firm in firms:
        post = Candidate(
            "heldRole",
            "role: own",
            sentence,
            mention,
            firm,
            head.i,
            Kind.STATE,
            Phase.ENDED if over else Phase.ONGOING,
            presupposed=True,
        )
        yield post.with_details(title=Detail(span.text, span))
