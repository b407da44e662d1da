"""Whether a sentence speaks of a time to come or a time gone by, as far as the words before a date tell."""

from __future__ import annotations

import re
from enum import StrEnum


class Direction(StrEnum):
    """Which occurrence an incomplete date ("in June") means: the last one, the coming one, the nearer, or neither."""

    PAST = "past"
    FUTURE = "future"
    NEAREST = "nearest"
    UNCLEAR = "unclear"


_FUTURE = re.compile(
    r"\b(?:will|won['’]t|shall|(?:plan|expect|aim|hope|intend|schedule|slate)(?:s|ed|d|ing|ning|ned)?(?:\s(?:to|for|in|on|by))"
    r"|(?:set|due|about|going|poised|likely)\s(?:to|in|on|for|by)|(?:is|are)\sto|['’]ll"
    r"|(?:is|are)\s(?:leaving|departing|resigning|retiring|stepping\s(?:down|aside|back)|joining)"
    # What somebody said would be lies ahead of then, and as a rule of now.
    r"|(?:said|announced|confirmed|added|told\s[\w.]+)\s(?:\w+\s){0,5}(?:would(?!\shave)|was\s(?:leaving|departing|"
    r"resigning|retiring|joining)|(?:he|she|they|it|we|i)['’]d\s(?:(?:also|not|soon)\s)?"
    r"(?:be|join|leave|resign|retire|quit|step|start|begin|take|move|become|succeed|replace|hand|return|stay|sell|"
    r"buy|acquire|invest|launch|open|close)))(?!\w)",
    re.IGNORECASE,
)
# The present of a timetable ("takes over on June 1") looks ahead in a story and back in a headline.
_UNCLEAR = re.compile(
    r"\b(?:would|could|may|might|should|if|unless|takes?\s(?:over|up|effect|office)|becomes?|retires"
    r"|steps\sdown|starts|begins|joins|leaves|succeeds|replaces)\b"
)
# A past verb after the cue takes the date ("plans unveiled in June"), unless it is part of the same verb ("will be
# unveiled in June").
_PAST = re.compile(
    r"(?<!\bbe\s)(?<!\bbeen\s)(?<!\bget\s)\b(?:said|told|was|were|had|made|began|took|[a-z]{3,}ed)\b", re.IGNORECASE
)
# "Was named to succeed her from Jan. 1": what somebody is chosen for begins later than the choice.
_CHOSEN = re.compile(
    r"\bto\s(?:succeed|replace|lead|head|run|become|join|chair|take\sover)\b[^.;]*"
    r"\b(?:from|effective(?:\sfrom|\son)?|starting(?:\son)?|beginning(?:\son)?|as\sof)\s$",
    re.IGNORECASE,
)
# "P would leave in July, the firm said": the same with the words around, and not what would be only if.
_WOULD = re.compile(r"\bwould(?!\s(?:have|later|eventually|soon|go\son))\b", re.IGNORECASE)
_IF = re.compile(r"\b(?:if|unless|whether)\b", re.IGNORECASE)
_SAID_AFTER = re.compile(r"[^.;]{0,80},\s(?:[\w.’'&-]+\s){1,6}(?:said|announced|confirmed|added|told)\b")
# "Has appointed her from May 1", "resigned, effective May 1": some weeks ahead as a rule, at times just past.
_EFFECTIVE = re.compile(
    r"\b(?:(?:re-?)?appoint|nam|promot|elect|hir|select|pick|chos|choos|tapp|resign|retir|quit|step|stepp|dismiss|oust"
    r"|fir|remov)(?:ed|en|s|es|ing|ment|tion|ation|al)?\b[^.;]*"
    r"\b(?:(?:with\s)?effect(?:ive)?(?:\s(?:from|on|as\sof))?|(?<!apart\s)from|as\sof|(?:starting|beginning)(?:\son|\sfrom|\sin)?)\s$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?]['\"”’)]*\s|\n\s*\n")
_LOOK_BACK, _LOOK_AHEAD, _OPENING = 200, 120, 24


def find_direction(text: str, start: int, end: int, *, deadline: bool = False, past: int | None = None) -> Direction:
    """The direction of the date that stands at those offsets. News tells what has happened, so the past needs no sign.

    A `deadline` ("by June") lies ahead unless the sentence is told in the past. `past` is where a verb in the past
    stands that the date is known to belong to: what is said of the future before it is another matter.

    >>> find_direction("It will open in June.", 16, 20)
    <Direction.FUTURE: 'future'>
    """
    before = _SENTENCE_END.split(text[max(0, start - _LOOK_BACK) : start])[-1]
    if _EFFECTIVE.search(before) and not _CHOSEN.search(before):
        return Direction.NEAREST
    if past is not None and start - len(before) <= past < start:
        ahead = [cue.start() for cue in (*_FUTURE.finditer(before), *_UNCLEAR.finditer(before))]
        if not deadline and all(cue < past - start + len(before) for cue in ahead):
            return Direction.PAST
    if _CHOSEN.search(before):
        return Direction.FUTURE
    cues = list(_FUTURE.finditer(before))
    if not cues and not _IF.search(before) and _SAID_AFTER.match(_SENTENCE_END.split(text[end : end + _LOOK_AHEAD])[0]):
        cues = list(_WOULD.finditer(before))
    if cues:
        return Direction.UNCLEAR if _PAST.search(before, cues[-1].end()) else Direction.FUTURE
    if len(before) <= _OPENING and _opens_future(_SENTENCE_END.split(text[end : end + _LOOK_AHEAD])[0]):
        return Direction.FUTURE
    if _UNCLEAR.search(before):
        return Direction.UNCLEAR
    if deadline:
        return (
            Direction.UNCLEAR
            if _PAST.search(before) or _PAST.search(text, end, end + _LOOK_AHEAD)
            else Direction.FUTURE
        )
    return Direction.PAST


def _opens_future(rest: str) -> bool:
    """Whether the sentence that a date opens goes on in the future ("On Monday the court will rule")."""
    cue, past = _FUTURE.search(rest), _PAST.search(rest)
    return bool(cue and (not past or cue.start() <= past.start()))
