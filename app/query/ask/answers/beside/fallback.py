"""For questions that no fact answers: what is only reported or planned, what has ended, and what comes nearest."""

from __future__ import annotations

from collections.abc import Sequence

from app.query.ask.answers import refusals
from app.query.ask.answers.beside.announced import only_announced
from app.query.ask.answers.beside.disputed import at_another_time
from app.query.ask.answers.beside.forerunner import forerunner
from app.query.ask.answers.beside.looking import Beside
from app.query.ask.answers.beside.nearest import not_stated
from app.query.ask.answers.beside.other_times import (
    acting,
    ahead,
    came_from,
    goes_on,
    lapsed,
    no_longer,
    once_new,
    outside,
)
from app.query.ask.answers.beside.unestablished import abandoned, due, negated, only_hearsay, possible, unconfirmed
from app.query.ask.answers.beside.wider import (
    chained,
    concluded,
    longer_title,
    through_unit,
    wider_class,
    without_detail,
)
from app.query.ask.answers.bounds import told_apart, untold
from app.query.ask.answers.draft import Draft
from app.query.ask.plans.evaluate import Found


def nothing_found(beside: Beside, refused: Sequence[Found]) -> Draft:
    """The most that can be said for plans without rows."""
    missing = [found for found in refused if found.plan.missing]
    if missing and len(missing) == len(refused):
        return refusals.unknown(missing[0].plan, beside.names)
    if pronouns := [found for found in refused if found.plan.pronouns]:
        return refusals.whom(pronouns[0].plan)
    known = [found for found in refused if not found.plan.missing]
    voice = beside.answerer
    for found in known:
        if found.aside and found.aside.near:
            return untold(found, voice.speaker, voice.lexicon, voice.lookup)
    for attempt in (
        at_another_time,
        no_longer,
        came_from,
        forerunner,
        concluded,
        ahead,
        due,
        only_hearsay,
        without_detail,
        acting,
        longer_title,
        unconfirmed,
        only_announced,
        lapsed,
        negated,
        abandoned,
        possible,
        goes_on,
        outside,
        chained,
        through_unit,
        wider_class,
        once_new,
    ):
        for found in known:
            if draft := attempt(beside, found.plan):
                return draft
    draft = not_stated(beside, known)
    draft.caveats += told_apart(known[0], voice.speaker, voice.lexicon, voice.lookup)
    return draft
