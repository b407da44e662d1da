"""Keeps the answers to queries for as long as the graph stays as it is: what is asked again is not evaluated again."""

from __future__ import annotations

import re
from collections import OrderedDict

from app.query.sparql import SparqlRequest, SparqlResult

# What gives another answer each time. The parser knows no words, so `1RAND ()` calls one too, and comments may come
# between: each up to the end of its line, so that a text can be read in one way only, and in one go.
_VARYING = re.compile(r"(?:now|rand|uuid|bnode)(?:\s|#[^\n\r]*[\n\r])*+\(|service", re.IGNORECASE)
_OWN_BYTES = 1000  # about what an answer takes besides its text
_LARGEST_SHARE = 8  # no answer takes more than this part of the room


class Answers:
    """Answers over one state of the graph, those asked for last, in so many bytes."""

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._generation = -1
        self._size = 0
        self._kept: OrderedDict[SparqlRequest, SparqlResult] = OrderedDict()

    def get(self, generation: int, request: SparqlRequest) -> SparqlResult | None:
        """The answer to a query over that state of the graph, if it is kept."""
        if generation != self._generation:
            return None
        answer = self._kept.get(request)
        if answer is not None:
            self._kept.move_to_end(request)
        return answer

    def put(self, generation: int, request: SparqlRequest, answer: SparqlResult) -> None:
        """Keep an answer; what was kept of an older state goes, and so does what was longest not asked for."""
        size = _size(request, answer)
        if size * _LARGEST_SHARE > self._most or generation < self._generation or _VARYING.search(request.query):
            return
        if generation > self._generation:
            self._kept.clear()
            self._generation, self._size = generation, 0
        if request in self._kept:
            return
        self._kept[request] = answer
        self._size += size
        while self._size > self._most:
            self._size -= _size(*self._kept.popitem(last=False))


def _size(request: SparqlRequest, answer: SparqlResult) -> int:
    return len(request.query) + len(answer.body) + _OWN_BYTES
