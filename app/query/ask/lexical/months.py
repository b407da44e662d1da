"""Adds the year to a month that is named without one: the last such month before the newest article, or the next."""

from __future__ import annotations

import calendar
import re

_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.casefold(): number for number, name in enumerate(calendar.month_abbr) if name}
_MONTHS["sept"] = 9
_ALONE = re.compile(
    r"\b(?P<lead>in|since|until|till|by|before|after|from|during|last|this|next) "
    rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
    r"(?=\W*$|[,;?:)]| (?:and|or|did|was|is|has|have|had|who|when|what|why|at|by|for|from|to|as|with|on)\b)",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"\b(?:will|going to|gonna|next|planned|plans?|due|upcoming|would)\b", re.IGNORECASE)
_WHETHER = re.compile(r"^\W*(?:is|are|was|were|do|does|did|has|have|had|will|would|can)\b", re.IGNORECASE)


def with_year(question: str, newest: str | None) -> tuple[str, list[str]]:
    """The question with the year of each month, and a note on each; `newest` is the day that the articles end with.

    Whoever asks whether something was so in June may mean any June, so that this is left to be refused.

    >>> with_year("who left acme in june", "2025-08-18")
    ('who left acme in June 2025', ['“june” was read as June 2025.'])
    >>> with_year("who will join in december?", "2025-08-18")[0], with_year("who left in dec", "2025-08-18")[0]
    ('who will join in December 2025?', 'who left in December 2024')
    >>> with_year("did roe leave in june", "2025-08-18")[1], with_year("who left in june 2024", "2025-08-18")[1]
    ([], [])
    """
    if newest is None or _WHETHER.match(question):
        return question, []
    year, current = int(newest[:4]), int(newest[5:7])
    ahead = bool(_AHEAD.search(question))
    notes: list[str] = []

    def dated(found: re.Match[str]) -> str:
        month = _MONTHS[found["month"].casefold()]
        its_year = year + (month < current) if ahead else year - (month > current)
        name = f"{calendar.month_name[month]} {its_year}"
        notes.append(f"“{found['month']}” was read as {name}.")
        lead = "in" if found["lead"].casefold() in ("last", "this", "next") else found["lead"]
        return f"{lead} {name}"

    return _ALONE.sub(dated, question), notes
