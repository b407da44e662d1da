"""Each status with its sign, its word and what it means: colour alone would tell some readers nothing."""

from __future__ import annotations

from collections.abc import Mapping

from app.model import Status

MARKS: Mapping[Status, tuple[str, str, str]] = {
    Status.ASSERTED: ("●", "asserted", "The article's author says so."),
    Status.STATED: ("◆", "stated", "A named party says so on the record."),
    Status.REPORTED: ("◇", "reported", "Unnamed sources or another outlet's report say so."),
    Status.DISPUTED: ("≠", "disputed", "Sources stand against each other."),
    Status.POSSIBLE: ("?", "possible", "It is only held possible, or predicted."),
    Status.DENIED: ("✕", "denied", "A named party denies it."),
    Status.NEGATED: ("✕", "negated", "The author says that it is not so."),
    Status.QUESTION: ("?", "asked", "It is a question, not a claim."),
    Status.RETRACTED: ("✕", "retracted", "It was taken back."),
}
