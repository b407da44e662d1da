"""Questions that ask only for what links two names: "Acme and Pelm", "connection between Acme and Pelm"."""

from __future__ import annotations

from app.query.ask.lexical.analyse import Analysis
from app.query.ask.lexical.entries import Kind
from app.query.ask.lexical.names import Candidate
from app.query.ask.lexical.words import FUNCTION_WORDS


def linked_names(analysis: Analysis) -> tuple[Candidate, Candidate] | None:
    """The two names of a question that asks only for what links them; None for any other question."""
    found: list[Candidate] = []
    position, linked = 0, False
    while position < len(analysis.words):
        matches = analysis.at(position)
        named = max((m for m in matches if m.names), key=lambda match: match.end, default=None)
        link = next((m for m in matches if m.sense and m.sense.entry.kind is Kind.LINK), None)
        if named and len(named.names) == 1:
            found.append(named.names[0])
            position = named.end
        elif link:
            linked, position = True, link.end
        elif analysis.words[position] in FUNCTION_WORDS:
            position += 1
        else:
            return None
    return (found[0], found[1]) if linked and len(found) == 2 else None
