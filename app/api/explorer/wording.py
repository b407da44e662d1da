"""Statuses, types, speakers and days in the explorer's words. A status always has a sign beside its word."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.model import Attribution, Claim, Mention, SourceKind, Status
from app.ontology import load_ontology
from app.query.ask.answers.times import day_words
from app.query.statuses import MARKS

_TYPES = {"OrganizationUnit": "unit", "DataVendor": "data vendor", "Collective": "group", "SimpleFact": "fact"}
_KINDS = {SourceKind.AUTHOR: "the author", SourceKind.UNNAMED: "unnamed sources", SourceKind.REPORT: "another report"}


def status_mark(status: Status) -> str:
    """The sign of a status."""
    return MARKS[Status(status)][0]


def status_word(status: Status) -> str:
    """A status as it is shown."""
    return MARKS[Status(status)][1]


def legend() -> list[tuple[Status, str]]:
    """Every status with its meaning in a sentence."""
    return [(status, meaning) for status, (_, _, meaning) in MARKS.items()]


def type_word(name: str) -> str:
    """A class of the ontology in words.

    >>> type_word("OrganizationUnit"), type_word("VendorRelationship")
    ('unit', 'vendor relationship')
    """
    return _TYPES.get(name) or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


def speakers(attribution: Iterable[Attribution]) -> str:
    """Who says it.

    >>> speakers([Attribution(kind=SourceKind.NAMED, name="Ms Roe"), Attribution(kind=SourceKind.UNNAMED)])
    'Ms Roe and unnamed sources'
    """
    names = [source.name or _KINDS.get(source.kind, "a named source") for source in attribution]
    return " and ".join(dict.fromkeys(names)) or "the author"


def claim_words(claim: Claim) -> str:
    """What a claim says, and what keeps it from being plainly said so, if anything does."""
    end = claim.object.name if isinstance(claim.object, Mention) else claim.object.value if claim.object else None
    said = " ".join(filter(None, (claim.subject.name, load_ontology().relations[claim.relation].label, end)))
    return said if claim.status.vouched else f"{said} ({status_word(claim.status)})"


def day(iso: str | None) -> str:
    """A day as it is written in a sentence; what is less than a day stays as it is.

    >>> day("2025-09-01"), day("2025-09"), day(None)
    ('1 September 2025', '2025-09', 'no date')
    """
    if not iso:
        return "no date"
    try:
        return day_words(iso[:10])
    except ValueError:
        return iso


def plural(number: int, word: str, many: str | None = None) -> str:
    """A number with its noun.

    >>> plural(1, "article"), plural(2, "entity", "entities")
    ('1 article', '2 entities')
    """
    return f"{number} {word if number == 1 else many or word + 's'}"
