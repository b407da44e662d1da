"""Adds the year to a month or day that is named without one: the last such before the newest article, or the next."""

from __future__ import annotations

import calendar
import re

_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.casefold(): number for number, name in enumerate(calendar.month_abbr) if name}
_MONTHS["sept"] = 9
_MONTH = rf"(?:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_ENDS = r"(?=\W*$|[,;?:)]| (?:and|or|did|was|is|has|have|had|who|when|what|why|at|by|for|from|to|as|with|on|that)\b)"
_ALONE = re.compile(
    rf"\b(?P<lead>in|since|until|till|by|before|after|from|during|last|this|next) (?P<month>{_MONTH}){_ENDS}"
    rf"|\b(?P<on>on|since|until|till|by|before|after|from|as of) (?:the )?(?:(?P<named>{_MONTH}) (?P<nth>{_DAY})"
    rf"|(?P<day>{_DAY}) (?:of )?(?P<of>{_MONTH})){_ENDS}",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|going to|gonna|next|planned|plans?|due|upcoming|would|takes|joins|leaves|starts|begins|becomes|moves"
    r"|closes|comes|goes|steps|retires|returns)\b",
    re.IGNORECASE,
)
_WHETHER = re.compile(r"^\W*(?:is|are|was|were|do|does|did|has|have|had|will|would|can)\b", re.IGNORECASE)


def with_year(question: str, newest: str | None) -> tuple[str, list[str]]:
    """The question with the year of each month, and a note on each; `newest` is the day that the articles end with.

    Whoever asks whether something was so in June may mean any June, so that this is left to be refused.

    >>> with_year("who left acme in june", "2025-08-18")
    ('who left acme in June 2025', ['“june” was read as June 2025.'])
    >>> with_year("who will join in december?", "2025-08-18")[0], with_year("who left in dec", "2025-08-18")[0]
    ('who will join in December 2025?', 'who left in December 2024')
    >>> with_year("who starts on December 1", "2025-08-18")[0], with_year("who left on 3rd of May", "2025-08-18")[0]
    ('who starts on 1 December 2025', 'who left on 3 May 2025')
    >>> with_year("did roe leave in june", "2025-08-18")[1], with_year("who left in june 2024", "2025-08-18")[1]
    ([], [])
    """
    if newest is None or _WHETHER.match(question):
        return question, []
    year, today = int(newest[:4]), (int(newest[5:7]), int(newest[8:10] or 31))
    ahead = bool(_AHEAD.search(question))
    notes: list[str] = []

    def dated(found: re.Match[str]) -> str:
        words = found["month"] or found["named"] or found["of"]
        month = _MONTHS[words.casefold().rstrip(".")]
        day = int(re.sub(r"\D", "", found["nth"] or found["day"] or "0"))
        at, now = ((month, day), today) if day else ((month, 0), (today[0], 0))
        its_year = year + (at < now) if ahead else year - (at > now)
        name = f"{f'{day} ' if day else ''}{calendar.month_name[month]} {its_year}"
        lead = found["lead"] or found["on"]
        notes.append(f"“{found[0].removeprefix(lead).removeprefix(' the').strip()}” was read as {name}.")
        return f"{'in' if lead.casefold() in ('last', 'this', 'next') else lead} {name}"

    return _ALONE.sub(dated, question), notes
