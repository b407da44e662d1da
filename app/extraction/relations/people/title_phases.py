"""How far a post has come by the words that tie it to a name: "former T", "will become T", "stays on as T"."""

from __future__ import annotations

import re

from app.extraction.relations.reading.patterns import Found
from app.extraction.relations.reading.templates import compile_pattern
from app.model import Phase

_WAS = frozenset(
    (
        "used to be",
        "after",
        "had been",
        "was",
        "were",
        "remained",
        "held",
        "occupied",
        "filled",
        "worked",
        "spent",
        "been",
    )
)
# "Has been president of several companies including X": one after the other.
_SEVERAL = re.compile(r"\bof (?:several|various|numerous|many|a number of)\b")
# "Has held the post since 2011".
_STILL = re.compile(r"\bha(?:s|ve) (?:\w+ )?(?:held|occupied|filled|worked)\b")
# "Acme, where she has been treasurer since 2020".
_SINCE = re.compile(r"\bha(?:s|ve) (?:(?:also|now|long) )*been\b")
# "P, an Acme engineer who left in May", "two Acme directors who moved to Bexley".
_GONE_SINCE = compile_pattern(
    r" ?who (?:(?:has|have|had|since|recently|then) )*(?:(?:left|quit|departed|resigned)\b|(?:moved|defected|decamped|"
    r"switched|went) to {O}|joined {O})"
)
# "P, chief digital officer of X at the time"; not "at the time of writing".
_AT_THE_TIME = re.compile(r",? (?:at (?:the|that) time|back then|in those days)\b(?! of\b)", re.IGNORECASE)
_BEGUN = frozenset(
    (
        "became", "has become", "took up", "assumed", "accepted", "moved", "switched", "shifted", "stepped up",
        "took over", "taken over", "made", "elected", "promoted to", "left", "departed", "went", "decamped", "defected",
        "jumped", "took charge", "stepped in", "returned", "rose", "came in",
    )
)  # fmt: skip
_COMING = frozenset(
    (
        "becomes", "takes over", "take over", "takes charge", "take charge", "takes up", "take up", "assume",
        "steps in", "returns", "will be", "will become", "will remain", "would become",
    )
)  # fmt: skip


def phase_of(found: Found) -> Phase | None:
    """The phase of a post; None where only the verb and its surroundings tell."""
    former, verb, whole = found.text("f").strip(" -"), found.text("t"), found.match.group(0).lower()
    if found.has("n"):  # who gets a post is named after the verb
        return Phase.PLANNED if re.search(r"\b(?:will|to be|hands?)\b", whole) else Phase.STARTED
    if (
        (found.has("f") and not former)
        or former == "out"
        or (verb in ("replaced", "succeeded") and "will" not in whole)
    ):
        return Phase.ENDED  # "until recently", "is out as"
    if verb in ("replaced", "succeeded"):
        return Phase.PLANNED
    if former == "incoming":
        return Phase.PLANNED
    if former == "outgoing":
        return Phase.ONGOING
    if _STILL.search(whole) or (verb == "been" and _SINCE.search(whole)):
        return None
    gone = not verb and _GONE_SINCE.match(found.match.string, found.match.end())
    gone = gone or (not verb and _AT_THE_TIME.match(found.match.string, found.match.end()))
    if former or gone or verb in _WAS or (verb == "has been" and _SEVERAL.search(whole)):
        return Phase.ENDED
    if re.search(
        r"\b(?:formerly|previously|until|up to now|up to then|hitherto|once|at the time|at that time|in those days|by "
        r"then|who was|who had been|most recently|lately|latterly|then)\b",
        _before_title(found),
    ):
        return Phase.ENDED
    if verb in _BEGUN:
        return Phase.STARTED
    if verb in _COMING or verb.endswith("to become"):
        return Phase.PLANNED
    if verb in ("stay", "stays", "remain", "remains", "continue", "continues", "serve", "serves"):
        unsure = re.search(r"\b(?:not|never|no|may|might|could|serves?)\b|n['’]t\b", whole)
        return None if unsure else Phase.ONGOING
    # The parser takes "has been managing director" for what somebody did.
    managing = verb == "has been" and found.text("title").startswith("managing ")
    return Phase.ONGOING if not verb or managing else None


def _before_title(found: Found) -> str:
    """What a match has before the title; after the verb only, if there is one: a clause before it tells of another."""
    start = max(found.match.start(), found.match.start("t")) if found.has("t") else found.match.start()
    return found.match.string[start : max(start, found.match.start("title"))].lower()
