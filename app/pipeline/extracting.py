"""What an engine makes of one article."""

from __future__ import annotations

from app.documents.clean import segment
from app.extraction.engine import Engine
from app.model import Article, Extraction

_NOTHING = "No claim was found in it: nothing of a kind that the graph records, or not in plain English sentences."


def extract(article: Article, engine: Engine) -> Extraction:
    """What an engine makes of one article, each claim once, and what was passed over. Touches no store."""
    found = engine.extract(segment(article))
    once = {claim.id: claim for claim in reversed(found.claims)}
    nothing = () if found.claims or found.notices else (_NOTHING,)
    if len(once) == len(found.claims) and not article.notices and not nothing:
        return found
    notices = tuple(dict.fromkeys((*article.notices, *found.notices, *nothing)))
    return found.model_copy(update={"claims": tuple(reversed(once.values())), "notices": notices})
