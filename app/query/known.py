"""What was known by a day: the graph as it follows from the articles that were there by then, and from no later one.

An article counts from its date of publication on, or from the day on which it was read; without a date of publication
it is always the latter. Rulings carry no date, so today's are applied: they say how
articles are to be read, and are no news.
"""

from __future__ import annotations

import calendar
from datetime import date

from pyoxigraph import Literal, NamedNode

from app.claims.reading import read_article
from app.graphs import LOG, RULINGS
from app.model import Clock, Extraction
from app.query.lookup import Lookup
from app.rulings import read_rulings
from app.store.base import Change
from app.store.embedded import EmbeddedStore
from app.upkeep.whole import whole
from app.vocab import prov


def known_by(lookup: Lookup, day: date, clock: Clock = Clock.PUBLICATION) -> Lookup:
    """A look-up in the graph as it was known at the end of a day. Derives it anew, which takes as long as a rebuild."""
    iris, store = lookup.iris, EmbeddedStore()
    read_on = _read_on(lookup)
    known: list[Extraction] = []
    quads = list(lookup.store.quads(graph=iris.graph(RULINGS)))
    for article in lookup.articles():
        since = _last_day(article.published) if clock is Clock.PUBLICATION and article.published else None
        since = since or read_on.get(article.id)
        if since is None or since > day:
            continue
        if said := lookup.store.quads(graph=iris.article_graph(article.id)):  # else it was removed just now
            known.append(read_article(said, iris))
            quads += said
    derived = whole(known, read_rulings(lookup.store.quads(graph=iris.graph(RULINGS))), iris)
    store.apply(Change(add=[*quads, *sorted(set(derived), key=str)]))
    return Lookup(store, iris)


def _read_on(lookup: Lookup) -> dict[str, date]:
    """The day on which each article was first read (UTC), by id."""
    iris, found = lookup.iris, dict[str, date]()
    ended: dict[object, date] = {}
    for quad in lookup.store.quads(None, prov("endedAtTime"), None, iris.graph(LOG)):
        if isinstance(quad.object, Literal):
            day = date.fromisoformat(quad.object.value[:10])
            ended[quad.subject] = min(day, ended.get(quad.subject, day))
    for quad in lookup.store.quads(None, prov("used"), None, iris.graph(LOG)):
        if isinstance(quad.object, NamedNode) and quad.subject in ended:
            found[quad.object.value.removeprefix(iris.article("").value)] = ended[quad.subject]
    return found


def _last_day(published: str) -> date | None:
    """The last day that a date of publication can mean; None if it is none.

    >>> _last_day("2024-02")
    datetime.date(2024, 2, 29)
    """
    year, month, day = (*published[:10].split("-"), "", "")[:3]
    try:
        if day:
            return date(int(year), int(month), int(day))
        last = int(month or 12)
        return date(int(year), last, calendar.monthrange(int(year), last)[1])
    except ValueError:
        return None
