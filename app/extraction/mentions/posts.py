"""Who has a post where: "X's finance chief, P", "P, chairman of X"; enough to know whose "the company" is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from app.extraction.lexicon.nouns import ROLE_HEADS
from app.extraction.mentions.types import ORGANIZATIONS, PERSON
from app.extraction.parsing.passages import FoundMention, MentionKind, Mentions, Passage

_OWNED = re.compile(r"^['’]s ((?:[\w&-]+,? ){1,6})$")
_SERVES = re.compile(r"^,? (?:who )?(?:is |was )?(?:the |an? )?((?:[\w&-]+ ){1,6})(?:of|at) (?:the )?$")
# "X chief executive P", "P, who runs X", "P of X"
_BESIDE = re.compile(r"^((?:[a-z&-]+ |CEO |CFO |CTO |COO ){1,5})$")
_RUNS = re.compile(r"^(?:, )?(?:(?:who )?(?:now |still )?(?:runs|leads|heads|chairs|owns|manages)|of|at) (?:the )?$")
_OVER = re.compile(r"\b(?:former|formerly|ex|previous|then|late|was)\b")
# Of the verbs whose object is a person's own firm.
OWN_FIRM = frozenset(
    """run lead head manage join rejoin leave chair oversee found start build steer guide inherit transform serve expand
    sell own quit co-found""".split()
)


def posts(mentions: Mentions, passages: Sequence[Passage]) -> Mapping[str, str]:
    """By person the organisation where the article first gives them a post."""
    found: dict[str, str] = {}
    for passage in passages:
        named = [m for m in mentions.within(passage.index, 0, len(passage.doc)) if m.kind is MentionKind.NAME]
        for person, organization in _told(sorted(named, key=lambda m: m.start), mentions, passage):
            found.setdefault(person, organization)
    return found


def _told(named: Sequence[FoundMention], mentions: Mentions, passage: Passage) -> Iterator[tuple[str, str]]:
    for one, other in pairwise(named):
        kinds = [mentions.entities[m.entity].type for m in (one, other)]
        owned = kinds[0] in ORGANIZATIONS and kinds[1] == PERSON
        if not owned and not (kinds[0] == PERSON and kinds[1] in ORGANIZATIONS):
            continue
        between = passage.doc[one.end : other.start].text_with_ws
        match = (_OWNED.match(between) or _BESIDE.match(between)) if owned else _SERVES.match(between)
        title = match[1].replace(",", "").split() if match is not None else []
        told = bool(title) and title[-1].lower() in ROLE_HEADS and not _OVER.search(between)
        if told or (not owned and _RUNS.match(between)):
            yield (other.entity, one.entity) if owned else (one.entity, other.entity)
