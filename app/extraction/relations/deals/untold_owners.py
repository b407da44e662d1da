"""Who owns all of a firm that nobody could resolve: "she owns the place with her brother", "it belongs to Tarn"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.dealt_in import Told, after_whose, company_dealt_in, is_about_part, is_near, tied
from app.extraction.relations.context.unresolved import SURE, is_unresolved_firm
from app.extraction.relations.deals.stakes import owned_whole
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import Frame, verb_frame
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.owners import bears_its_name
from app.extraction.relations.reading.rules import first_filled
from app.extraction.relations.reading.sentences import Sentence
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_OWNS = frozenset({"ownsStakeIn", "unitOf", "acquired"})


def untold_owners(sentence: Sentence, told: Told) -> Iterator[Candidate]:
    """Owners of the company that has been spoken of, and those who own a named one together with another."""
    if "own" not in sentence.lower_code and "belong" not in sentence.lower_code:
        return
    said = {e for c in told.here if c.relation in _OWNS for e in (c.subject.entity, c.object_entity)}
    for verb in sentence.words:
        if not is_verb(verb) or lemma(verb) not in ("own", "belong"):
            continue
        frame = verb_frame(verb)
        owners = _owners(sentence, verb, frame)
        yield from _together(sentence, verb, frame, told)
        if not owners or said & {m.entity for m in owners} or is_about_part(sentence, verb.i):
            continue
        stake = Candidate("ownsStakeIn", "stake", sentence, owners[0], None, verb.i, Kind.STATE)
        company = company_dealt_in(stake, owners, told, SURE)
        if company is None or bears_its_name(sentence, owners[0], company[0]):
            continue
        for owner in owners:
            whole = tied(replace(stake, subject=owner), *company)
            yield owned_whole(whole) if len(owners) == 1 else whole


def _owners(sentence: Sentence, verb: Token, frame: Frame) -> list[FoundMention]:
    """Who owns "it" or "the company"."""
    things = frame.get("agent") if lemma(verb) == "belong" else frame.get("patient")
    if not any(is_unresolved_firm(sentence, t) for t in things[:1]):
        return []
    roles = ("to",) if lemma(verb) == "belong" else ("by",) if frame.passive else ("agent",)
    found = first_filled(sentence, frame, roles, "PO", metonyms=False)
    found = [after_whose(sentence, m, verb.i) for m in found if is_near(sentence, m)]
    return [*found, *_partners(sentence, verb, frame, found)]


def _partners(sentence: Sentence, verb: Token, frame: Frame, owners: list[FoundMention]) -> list[FoundMention]:
    """As in "owns the place with her brother P", "together with Q"."""
    if lemma(verb) != "own" or frame.passive or not owners:
        return []
    heads = [t for t in frame.get("with") if sentence.start <= t.i < sentence.end]
    found = fillers(sentence.scene, sentence.passage.index, heads, "P", metonyms=False)
    return [m for m in found if m.entity not in {o.entity for o in owners}]


def _together(sentence: Sentence, verb: Token, frame: Frame, told: Told) -> Iterator[Candidate]:
    """Who owns a firm that is named beside whoever was told to own it."""
    for stake in told.here:
        if stake.trigger != verb.i or stake.relation != "ownsStakeIn" or sentence.scene.letter(stake.subject) != "P":
            continue
        for partner in _partners(sentence, verb, frame, [stake.subject]):
            if partner.entity != stake.object_entity:
                yield replace(
                    stake, subject=partner, details={}, phase=Phase.ONGOING if stake.presupposed else stake.phase
                )
