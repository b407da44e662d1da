"""What an organisation is where a sentence calls it by what it is alone: "the shipbuilder, which is based in Leeds"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.described import described_firms
from app.extraction.relations.context.discourse import Discourse
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.sentences import Scene
from app.extraction.relations.structure.activity import activities
from app.extraction.relations.structure.products import products
from app.extraction.relations.structure.structure import structures
from app.extraction.relations.structure.units import units

# Words of which a sentence that tells what a firm is has one.
_TELLING = re.compile(
    r"\b(?:based|headquarter|seat|head office|offices?\b|found|set up|set it up|start|launch|establish|creat|born|"
    r"formed|built|open|known|called|named|renam|rebrand|name\b|trad(?:es|ed) as|dates? |dating|goes back|went back|"
    r"history|roots|subsidiary|unit\b|division|arm\b|part of|belong|own|brand|label|speciali|specialty|speciality|"
    r"focus|concentrat|expert|mak(?:es|er|ing)|made|produc|develop|build|moved|relocat|firm\b|company\b)"
)


def of_described(scene: Scene, discourse: Discourse) -> Iterator[Candidate]:
    """Units, names, founders, seats, fields and products of firms that their sentences do not name."""
    telling = {s.index for s in scene.sentences if _TELLING.search(s.lower_code)}
    found = list(described_firms(scene, telling))
    if not found:
        return
    told = scene.with_mentions(found)
    places = {(m.passage, m.start) for m in found}
    for sentence in told.sentences:
        index = sentence.passage.index
        if not any(passage == index and sentence.start <= start < sentence.end for passage, start in places):
            continue
        proposed = [*structures(sentence), *units(sentence), *activities(sentence, discourse), *products(sentence)]
        for candidate in proposed:
            sides = [m for m in (candidate.subject, candidate.object) if isinstance(m, FoundMention)]
            # Old names of such firms are read by themselves (`old_names`).
            if candidate.relation != "formerName" and any((m.passage, m.start) in places for m in sides):
                yield candidate
