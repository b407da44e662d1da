"""Where two people are that the sentence before named: "P left in May, Q in June. Both are now at Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.sentences import Scene, Sentence
from app.extraction.relations.reading.whence import may_be_place

_WHO = r"^(?:both|the (?:two|pair|duo))(?: of them)?(?: men| women| researchers| engineers| scientists| executives)?"
_NOW = r"(?:(?:both|now|since|also|both now|currently|recently) )*"
_ARE = re.compile(rf"{_WHO} (?:are {_NOW}(?:at|with|employed (?:at|by))|{_NOW}work (?:at|for)) ", re.IGNORECASE)
_CAME = re.compile(
    rf"{_WHO} (?:have )?{_NOW}(?:joined|moved (?:over )?to|gone (?:over )?to|defected to) ", re.IGNORECASE
)


def both(scene: Scene) -> Iterator[Candidate]:
    """The firms that two people are told to be at, or to have joined, as "both"."""
    for sentence in scene.sentences:
        if sentence.text[:4].lower() not in ("both", "the "):
            continue
        here, came = _ARE.match(sentence.text), _CAME.match(sentence.text)
        found = here or came
        before = scene.beside(sentence, -1)
        if found is None or before is None or before.asks:
            continue
        people, firm = _people(before), _firm(sentence, found.end())
        if len(people) != 2 or firm is None:
            continue
        verb = sentence.passage.doc[sentence.start : sentence.end].root.i
        for person in people:
            yield Candidate(
                "memberOf" if here else "joined",
                "member" if here else "joined",
                sentence,
                person,
                firm,
                verb,
                Kind.STATE if here else Kind.EVENT,
                ties=(before.span,),
            )


def _people(sentence: Sentence) -> list[FoundMention]:
    named = (m for m in sentence.mentions() if sentence.scene.letter(m) == "P")
    return list({m.entity: m for m in named}.values())


def _firm(sentence: Sentence, at: int) -> FoundMention | None:
    """The firm that begins within two words of a place in a sentence."""
    doc = sentence.passage.doc
    first = doc[sentence.start].idx + at
    for mention in sentence.mentions():
        if sentence.scene.letter(mention) == "O" and first <= doc[mention.start].idx <= first + _NEAR:
            known = sentence.scene.type_of(mention) == "Collective" or may_be_place(sentence.scene, mention)
            return None if known else mention
    return None


_NEAR = 4
