"""Units that bear their owner's name, where the sentence leaves open whose they are: "a subsidiary, Acme Digital"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.extraction.parsing.passages import FoundMention, MentionKind
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.patterns import find
from app.extraction.relations.reading.sentences import COMPANIES, Sentence

_UNOWNED = {
    "the unit X": (
        r"(?:an?|the|new|its|their|whose) (?:[a-z][\w-]* ){0,3}?(?P<t>subsidiary|unit|division|arm|affiliate),? "
        r"(?:called |named )?{O:s}(?!')"
    ),
    "X, the unit": (
        r"{O:s}, (?:an?|the|its|their) (?:[a-z][\w'-]* ){0,4}?(?P<t>subsidiary|unit|division|arm|affiliate)\b"
        r"(?! (?:of|at|within|[a-z]+ by)\b)"
    ),
}


def named_units(sentence: Sentence) -> Iterator[Candidate]:
    """As in "its new subsidiary, Acme Digital", though nobody could tell what "its" means: it is Acme's."""
    for _, found in find(sentence, _UNOWNED):
        for part in found.mentions("s")[:1]:
            owner = _name_giver(sentence, part)
            if owner is not None:
                kind = "subsidiary" if found.text("t") == "subsidiary" else "unit"
                yield Candidate(
                    "unitOf", "unit", sentence, part, owner, found.trigger, Kind.STATE, presupposed=True
                ).with_details(kind=Detail(kind))


def _name_giver(sentence: Sentence, part: FoundMention) -> FoundMention | None:
    """The one firm spoken of so far with whose whole name the part's name begins, where it was last named."""
    scene = sentence.scene
    name = scene.mentions.entity(part).name.split()
    givers: list[FoundMention] = []
    for near in (sentence, *scene.previous(sentence, len(scene.sentences))):
        for mention in near.mentions():
            firm = scene.type_of(mention) in COMPANIES and mention.kind is MentionKind.NAME
            words = scene.span_of(mention).text.split()
            if firm and mention.entity != part.entity and len(words) < len(name) and name[: len(words)] == words:
                givers.append(mention)
    if len({m.entity for m in givers}) != 1:
        return None
    giver = givers[0]
    return replace(giver, others=(), ties=(*giver.ties, scene.span_of(giver)))
