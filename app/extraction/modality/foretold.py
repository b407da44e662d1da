"""Posts that somebody is to give up: who says until when, and whether it is said at all.

That the post is held is taken for granted; its end is no more than what is said, and is of whoever says it.
"""

from __future__ import annotations

from dataclasses import replace

from app.extraction.modality import certainty
from app.extraction.modality.attribution import Speakers
from app.extraction.relations.reading.candidates import Candidate
from app.model import Certainty, Mode, Polarity, SourceKind

_VOUCHING = (SourceKind.AUTHOR, SourceKind.NAMED)


def foretold(candidate: Candidate, speakers: Speakers) -> Candidate:
    """The candidate; a post to be given up as what is said, or without its end where nobody vouches for that.

    "P will not step down in May", "sources said P would step down in May": all that is sure is that P has the post.
    """
    if candidate.rule != "left role" or not (candidate.presupposed and candidate.timed):
        return candidate
    said = replace(candidate, presupposed=False)
    reading = certainty.read(said)
    firm = reading.polarity is Polarity.AFFIRMED and reading.certainty is Certainty.CERTAIN
    vouched = all(source.kind in _VOUCHING for source in speakers.attribute(said))
    return said if firm and vouched and reading.mode is Mode.STATEMENT else replace(candidate, timed=False)
