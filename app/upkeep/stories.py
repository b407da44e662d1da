"""Which articles tell one story: the part of the index that finds copies, and what changes in it with an article.

It holds what `app/documents/dedupe.py` computes from all articles: of each sketch the runs by which an article leads to
its copies, or merely follows the first ones that have the run; the pairs found; and the origin of what has copies.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad

from app.documents.dedupe import MAX_LEADERS, Copies, connected, is_copy, sketch_of, story_runs
from app.graphs import INDEX
from app.resolution.index import ix
from app.store.base import Pattern
from app.upkeep.reading import Reading
from app.upkeep.swap import Swap
from app.vocab import Iris, cg

LEADS, FOLLOWS, COPY, ORIGIN = ix("leads"), ix("follows"), ix("copy"), ix("origin")


def story_quads(told: Copies, iris: Iris) -> Iterator[Quad]:
    """What the index holds of a whole set of articles."""
    graph = iris.graph(INDEX)
    leaders = {run: frozenset(ids) for run, ids in told.leaders.items()}
    for article_id, sketch in told.sketches.items():
        node = iris.article(article_id)
        yield from (Quad(node, LEADS if article_id in leaders[run] else FOLLOWS, Literal(run), graph) for run in sketch)
        yield from (Quad(node, COPY, iris.article(other), graph) for other in told.pairs.get(article_id, ()))
    for article_id, origin in told.origins().items():
        yield Quad(iris.article(article_id), ORIGIN, iris.article(origin), graph)


class Stories:
    """The stories of the articles that count, as the store has them, to be changed article by article."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._iris = reading.iris
        self._graph = reading.iris.graph(INDEX)
        self._by_run: dict[int, tuple[set[str], set[str]]] = {}
        self._pairs: dict[str, set[str]] = {}
        self._runs: dict[str, frozenset[int]] = {}
        self._came: set[str] = set()
        self._gone: set[str] = set()
        self._paired: set[str] = set()
        self._swap = Swap()

    def step(self, leaving: Iterable[str], entering: Mapping[str, str]) -> Swap:
        """The quads that change when articles leave and others, of which the text is given, enter."""
        left = sorted(leaving)
        sketches = self._sketches(left)
        self._runs |= {article_id: story_runs(text) for article_id, text in entering.items()}
        self._load({run for sketch in sketches.values() for run in sketch})
        self._load({run for article_id in entering for run in sketch_of(self._runs[article_id])})
        for article_id in left:
            self._remove(article_id, sketches[article_id])
        for article_id in sorted(entering):
            self._add(article_id)
        return self._swap

    def origins(self, article_ids: Iterable[str]) -> dict[str, str]:
        """By article that has copies, the origin, after the step."""
        found = {}
        for article_id in article_ids:
            story = connected(article_id, self._copies)
            if len(story) > 1:
                found[article_id] = min(story)
        return found

    def regrouped(self) -> set[str]:
        """The articles that stay, and share an origin with others that stay as they did not before, or no more.

        Writes the origins of all that changed into the swap. To be called once, after the step.
        """
        touched = self._paired | self._came | self._gone
        stored = self._stored_origins(touched)
        seen: set[str] = set()
        regrouped: set[str] = set()
        for article_id in sorted(touched | set(stored)):
            if article_id in seen or article_id in self._gone:
                continue
            story = connected(article_id, self._copies)
            seen |= story
            stored |= self._stored_origins(story - stored.keys())
            if len(story) > 1:
                origin = self._iris.article(min(story))
                self._swap.new |= {Quad(self._iris.article(other), ORIGIN, origin, self._graph) for other in story}
            staying = story - self._came
            before = {stored.get(other, other) for other in staying}
            whole = {other for other, origin in stored.items() if origin in before} - self._gone - self._came
            if len(before) > 1 or whole - story:
                regrouped |= staying
        for article_id, first in stored.items():
            self._swap.old.add(Quad(self._iris.article(article_id), ORIGIN, self._iris.article(first), self._graph))
        return regrouped

    def _stored_origins(self, article_ids: Iterable[str]) -> dict[str, str]:
        """By article the origin that the store gives, for these and for all that share one with them."""
        own = self._reading.values(map(self._iris.article, article_ids), ORIGIN)
        shared = self._reading.leading(ORIGIN, set(own.values()))
        return {self._id(node): self._id(origin) for origin, nodes in shared.items() for node in nodes}

    def _id(self, node: object) -> str:
        if not isinstance(node, NamedNode):
            raise TypeError(f"{node} is no article")
        return node.value.removeprefix(self._iris.article("").value)

    def _sketches(self, article_ids: Iterable[str]) -> dict[str, set[int]]:
        nodes = {self._iris.article(article_id): article_id for article_id in article_ids}
        found = self._reading.about(nodes)
        return {
            article_id: {
                int(quad.object.value)
                for quad in found.get(node, ())
                if quad.predicate in (LEADS, FOLLOWS) and isinstance(quad.object, Literal)
            }
            for node, article_id in nodes.items()
        }

    def _load(self, runs: Iterable[int]) -> None:
        """Read who leads and who follows of runs not read yet."""
        new = {run for run in runs if run not in self._by_run}
        for run in new:
            self._by_run[run] = (set(), set())
        for place, predicate in enumerate((LEADS, FOLLOWS)):
            for term, nodes in self._reading.leading(predicate, map(Literal, new)).items():
                self._by_run[int(term.value)][place].update(map(self._id, nodes))

    def _copies(self, article_id: str) -> set[str]:
        if article_id not in self._pairs:
            mine = self._reading.store.matching([Pattern(self._iris.article(article_id), COPY, None, self._graph)])
            self._pairs[article_id] = {self._id(quad.object) for quad in mine}
        return self._pairs[article_id]

    def _text_runs(self, article_id: str) -> frozenset[int]:
        if article_id not in self._runs:
            found = self._reading.store.quads(self._iris.article(article_id), cg("rawText"))
            if not found or not isinstance(found[0].object, Literal):
                raise ValueError(f"article {article_id} has no text")
            self._runs[article_id] = story_runs(found[0].object.value)
        return self._runs[article_id]

    def _remove(self, article_id: str, sketch: set[int]) -> None:
        self._gone.add(article_id)
        for other in sorted(self._copies(article_id)):
            self._unpair(article_id, other)
        promoted = []
        for run in sorted(sketch):
            leaders, followers = self._by_run[run]
            if article_id in leaders:
                leaders.remove(article_id)
                self._unmark(article_id, LEADS, run)
                if followers:
                    first = min(followers)
                    followers.remove(first)
                    leaders.add(first)
                    self._unmark(first, FOLLOWS, run)
                    self._mark(first, LEADS, run)
                    promoted += [(first, other) for other in followers]
            else:
                followers.remove(article_id)
                self._unmark(article_id, FOLLOWS, run)
        for one, other in promoted:
            self._compare(one, other)

    def _add(self, article_id: str) -> None:
        self._gone.discard(article_id)
        self._came.add(article_id)
        self._pairs[article_id] = set()
        met: set[str] = set()
        displaced = []
        for run in sorted(sketch_of(self._runs[article_id])):
            leaders, followers = self._by_run[run]
            met |= leaders
            last = max(leaders, default="")
            if len(leaders) == MAX_LEADERS and article_id > last:
                followers.add(article_id)
                self._mark(article_id, FOLLOWS, run)
                continue
            met |= followers
            leaders.add(article_id)
            self._mark(article_id, LEADS, run)
            if len(leaders) > MAX_LEADERS:
                leaders.remove(last)
                self._unmark(last, LEADS, run)
                self._mark(last, FOLLOWS, run)
                displaced += [(last, other) for other in self._copies(last) & followers]
                followers.add(last)
        for one, other in displaced:
            if not self._meet(one, other):
                self._unpair(one, other)
        for other in sorted(met):
            self._compare(article_id, other)

    def _meet(self, one: str, other: str) -> bool:
        """Whether one of two articles leads to the other by any run."""
        sketches = [sketch_of(self._text_runs(article_id)) for article_id in (one, other)]
        shared = sketches[0] & sketches[1]
        self._load(shared)
        return any(min(one, other) in self._by_run[run][0] for run in shared)

    def _compare(self, one: str, other: str) -> None:
        if other not in self._copies(one) and is_copy(self._text_runs(one), self._text_runs(other)):
            self._paired |= {one, other}
            for mine, theirs in ((one, other), (other, one)):
                self._copies(mine).add(theirs)
                self._mark(mine, COPY, theirs)

    def _unpair(self, one: str, other: str) -> None:
        self._paired |= {one, other}
        for mine, theirs in ((one, other), (other, one)):
            self._copies(mine).discard(theirs)
            self._unmark(mine, COPY, theirs)

    def _mark(self, article_id: str, predicate: NamedNode, value: int | str) -> None:
        self._swap.put(self._quad(article_id, predicate, value))

    def _unmark(self, article_id: str, predicate: NamedNode, value: int | str) -> None:
        self._swap.drop(self._quad(article_id, predicate, value))

    def _quad(self, article_id: str, predicate: NamedNode, value: int | str) -> Quad:
        term = Literal(value) if isinstance(value, int) else self._iris.article(value)
        return Quad(self._iris.article(article_id), predicate, term, self._graph)
