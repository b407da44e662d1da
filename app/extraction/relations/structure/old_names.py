"""Old names of firms that a sentence calls no more than "it" or "the firm": "Until 2003 the firm was called X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.extraction.relations.context.meant import meant
from app.extraction.relations.context.queries import Query
from app.extraction.relations.reading.candidates import Candidate, Kind, Text
from app.extraction.relations.reading.patterns import find
from app.extraction.relations.reading.sentences import Scene
from app.model import Phase

# The old name, told of a firm that the sentence calls no more than that.
_IT = r"(?:it|the (?:company|firm|group|business|bank|retailer|maker|brand|outfit|start-up|startup|agency|club))"
_TIL = r"(?:until|before|till|up to|for (?:its|the) first) (?:{T}|(?:its|the) [\w ]{3,30}? in {T}|[\w' ]{3,30}?)"
_OF_IT = {
    "was called until": (
        rf"\b{_IT} (?:was|had been|used to be) (?P<t>called|known as|named) \"?(?P<n>{{ORPX}}|{{NAME}})\"? "
        r"(?:until|before|up to|till)\b"
    ),
    "went by": rf"\b{_IT} (?P<t>went|had gone) by (?:the name (?:of )?)?\"?(?P<n>{{ORPX}}|{{NAME}})\"? until\b",
    "until then called": (
        rf"(?:^|[;.] ){_TIL},? {_IT} (?:was|had been) (?P<t>called|known as|named|branded) \"?(?P<n>{{ORPX}}|{{NAME}})"
    ),
    "was first called": (
        rf"\b{_IT} (?:was|used to be|had been) (?:first |once |originally |initially |formerly |previously )+"
        r"(?P<t>called|known as|named) \"?(?P<n>{ORPX}|{NAME})"
    ),
}


def old_names_of_it(scene: Scene, told: Sequence[Candidate]) -> Iterator[Candidate]:
    """The old names of "it" or "the firm", where it is likely enough which firm is meant.

    Those that the sentences were read to tell by themselves are not told again.
    """
    known = {(c.sentence.index, c.trigger) for c in told if c.relation == "formerName"}
    for sentence in scene.sentences:
        for _, found in find(sentence, _OF_IT):
            old = found.mentions("n")
            tokens = found.tokens("n")
            if (sentence.index, found.trigger) in known:
                continue
            if not old or tokens is None or (scene.letter(old[0]) == "P" and " " not in found.text("n")):
                continue
            query = Query(
                "company",
                "formerName",
                "former name",
                sentence,
                found.trigger,
                old[0],
                "subject",
                "",
                frozenset({old[0].entity}),
            )
            firm = meant(query)
            if firm is not None:
                mention, at = firm[1]
                yield Candidate(
                    "formerName",
                    "former name",
                    sentence,
                    mention,
                    Text(*tokens),
                    found.trigger,
                    Kind.STATE,
                    presupposed=True,
                    timed=False,
                    phase=Phase.ENDED,
                    ties=() if at is sentence else (at.span,),
                )
