"""What a transaction changes in the derived graphs, found from what it touches and not by going through all."""

from __future__ import annotations

from collections.abc import Sequence

from app.claims.reading import read_article
from app.graphs import ENTITIES
from app.model import Extraction, Ruling, RulingKind
from app.resolution.entities import LocalId, singled_out
from app.resolution.short_forms import ties_of
from app.resolution.uses import uses_of
from app.rulings import Version, current, rejected, without
from app.store.base import Store
from app.upkeep.facts import step_facts
from app.upkeep.names import Decided, Names, rulings_about, step_names
from app.upkeep.reading import Reading
from app.upkeep.rules import step_rules
from app.upkeep.stories import Stories
from app.upkeep.swap import Swap
from app.upkeep.versions import versions_around
from app.vocab import Iris


def step(
    store: Store,
    iris: Iris,
    *,
    added: Sequence[Extraction] = (),
    removed: Sequence[str] = (),
    decided: Decided | None = None,
) -> Swap:
    """The quads of derived graphs that articles and rulings change, from the store as it is before them.

    `added` are articles that the store does not have yet, `removed` the ids of those that it will no longer have.
    """
    reading, decided = Reading(store, iris), decided or Decided()
    leaving, entering = _turnover(reading, added, removed, decided)
    names = step_names(reading, _named(reading, leaving, Decided()), _named(reading, entering, decided), decided)
    stories = Stories(reading)
    changed = stories.step(
        [found.article.id for found in leaving], {found.article.id: found.article.text for found in entering}
    )
    facts = step_facts(reading, leaving, entering, names, stories, stories.regrouped())
    graph = iris.graph(ENTITIES)
    entities = Swap(
        {quad for swap in (names.swap, facts.swap) for quad in swap.old if quad.graph_name == graph},
        {quad for swap in (names.swap, facts.swap) for quad in swap.new if quad.graph_name == graph},
    )
    total = step_rules(reading, entities, facts)
    for swap in (names.swap, changed, facts.swap):
        total.take(swap)
    return total


def _turnover(
    reading: Reading, added: Sequence[Extraction], removed: Sequence[str], decided: Decided
) -> tuple[list[Extraction], list[Extraction]]:
    """The articles that no longer count, with the claims that did, and those that now do, with the claims that do.

    One that rulings begin or cease to name a part of is in both: its parts are other uses then, or other claims count.
    """
    about = decided.abouts(RulingKind.RETRACTED)
    fresh = [Version.of(found.article) for found in added]
    misread = reading.articles_of(decided.abouts(RulingKind.REJECTED))
    named = _articles_named(reading, decided) | {*misread.values()}
    before = versions_around(reading, [*(version.names() for version in fresh), removed, about, named])
    after = [version for version in before if version.id not in set(removed)] + fresh
    rulings = rulings_about(reading, {version.id for version in (*before, *after)})
    counted, counting = current(before, rulings), current(after, decided.after(rulings))
    again = named & counted & counting
    leaving, entering = (counted - counting) | again, (counting - counted) | again
    given = {found.article.id: found for found in added}
    stored = {
        article: read_article(reading.store.quads(graph=reading.iris.article_graph(article)), reading.iris)
        for article in sorted((leaving | entering) - given.keys())
    }
    return (
        _counting(reading, [stored[article] for article in sorted(leaving)], Decided()),
        _counting(reading, [given.get(article) or stored[article] for article in sorted(entering)], decided),
    )


def _counting(reading: Reading, extractions: Sequence[Extraction], decided: Decided) -> list[Extraction]:
    """Articles with the claims that count, under the rulings that stand and those that come and go."""
    claims = {claim.id for found in extractions for claim in found.claims}
    gone = rejected(decided.after(rulings_about(reading, claims)))
    return [without(found, gone) for found in extractions]


def _articles_named(reading: Reading, decided: Decided) -> set[str]:
    """The articles of the local entities that the rulings that come and go name by themselves."""
    prefix = reading.iris.article("").value
    iris = (about.removeprefix(prefix) for about in decided.about() if about.startswith(prefix))
    return {rest.partition("/")[0] for rest in iris}


def _named(reading: Reading, extractions: Sequence[Extraction], decided: Decided) -> Names:
    """The uses of articles' local entities and their ties, under the rulings that stand and those that come and go."""
    iris = reading.iris
    iri = {iris.local_entity(found.article.id, entity.id).value for found in extractions for entity in found.entities}
    rulings: list[Ruling] = decided.after(rulings_about(reading, iri))
    singled, names = singled_out(rulings), Names()
    for found in extractions:
        uses = uses_of(found, iris, singled)
        names.uses.update({LocalId(found.article.id, local): use for local, use in uses.items()})
        names.ties.update(ties_of(found, uses))
    return names
