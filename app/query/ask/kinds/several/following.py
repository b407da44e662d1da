"""Answers a part of a question that leans on the parts before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import Protocol

from app.model import AnswerStatus
from app.ontology import Ontology
from app.query.ask.answers import refusals
from app.query.ask.answers.answer import Answerer
from app.query.ask.answers.draft import Draft
from app.query.ask.grammar.clauses import ClauseReader
from app.query.ask.grammar.filling import Filler
from app.query.ask.grammar.parts import GUESS_COST
from app.query.ask.grammar.reading import Reading, Situation, Tense
from app.query.ask.kinds.attribution import Attributor
from app.query.ask.kinds.several.doubt import doubted
from app.query.ask.kinds.several.leaning import antecedents, ellipsis, inherit
from app.query.ask.kinds.several.naming import as_question, by_name, details_by_name, of_owner
from app.query.ask.kinds.several.nouns import part_noun, part_question
from app.query.ask.kinds.several.references import points_back, referents, with_pronouns
from app.query.ask.kinds.several.situations import asking_more, taken_up
from app.query.ask.kinds.several.telling import about_each, things_told
from app.query.ask.lexical.analyse import Analysis
from app.query.ask.lexical.lexicon import Lexicon
from app.query.ask.lexical.names import Candidate, Names
from app.query.ask.lexical.words import POSSESSIVE_PRONOUNS, SUBJECT_PRONOUNS, Token, tokenize


class Reader(Protocol):
    """What answers a question that stands by itself."""

    ontology: Ontology
    lexicon: Lexicon
    names: Names
    filler: Filler
    answerer: Answerer
    attributor: Attributor

    def readings(self, analysis: Analysis) -> list[Reading]:
        """Every reading that explains all words, cheapest first."""

    def decide(self, readings: Sequence[Reading], analysis: Analysis) -> Draft:
        """The answer of the cheapest readings."""

    def alone(self, question: str) -> Draft:
        """The answer to a question of one part."""


class Follower:
    """Answers parts by what was told before them."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._lexicon, self._names = reader.lexicon, reader.names

    def answer(self, part: str, told: Draft, named: tuple[Candidate, ...] = ()) -> Draft:
        """The answer to a part after another one; a refusal where the two have nothing to do with each other.

        `named` are all whom the question names in other parts.
        """
        refused: Draft | None = None
        for draft in chain(self._ways(part, told), self._by_name(part, named)):
            if draft.answered:
                return draft
            if refused is None or refused.status is AnswerStatus.NOT_UNDERSTOOD:
                refused = draft
        return refused or refusals.not_understood(self._analysis(tokenize(part)))

    def leans(self, part: str, told: Draft) -> bool:
        """Whether a part leaves to the one before of whom it asks, though it could be read without it."""
        owned = of_owner(part, told, self._names, self._lexicon)
        return owned is not None or points_back(tokenize(part), self._lexicon)

    def _analysis(self, tokens: Sequence[Token], known: tuple[Candidate, ...] = ()) -> Analysis:
        return Analysis(tokens, self._lexicon, self._names, known)

    def _ways(self, part: str, told: Draft) -> Iterator[Draft]:
        noun = part_noun(part, self._lexicon)
        asks = noun or part_question(part)
        doubt = doubted(part, told, self._reader.answerer, self._reader.attributor, noun=asks)
        if doubt is not None:
            yield doubt
            return
        if owned := of_owner(part, told, self._names, self._lexicon):
            yield self.unaided(owned)
            return
        if asks:
            yield from self._more(asks, told, part, each=noun is not None)
        text = as_question(part)
        tokens = tokenize(text)
        for there in ("at", "in"):
            yield self._plain(with_pronouns(tokens, self._lexicon, there=there), told)
        known = antecedents(told, self._names, answers_only=False)
        for question in by_name(text, told, known, self._reader.answerer):
            yield self.unaided(question)
        if asks:
            yield from map(self.unaided, details_by_name(asks, told, known, self._reader.answerer, self._names))
        if noun or len(tokens) <= _SHORT:
            owners = known if len(known) <= _MOST_OWNERS else ()
            yield from (self.unaided(f"{part} of {owner.label}") for owner in owners)

    def of_named(self, part: str, known: tuple[Candidate, ...]) -> Draft:
        """The answer to a part whose pronouns stand for somebody that another part names."""
        found = self._by_name(part, known)
        return next(found, None) or refusals.not_understood(self._analysis(tokenize(part)))

    def _by_name(self, part: str, known: tuple[Candidate, ...]) -> Iterator[Draft]:
        text = as_question(part)
        for there in ("at", "in") if known else ():
            tokens = with_pronouns(tokenize(text), self._lexicon, there=there)
            analysis = self._analysis(tokens, known)
            readings = [reading for reading in self._reader.readings(analysis) if reading.cost < GUESS_COST]
            pointing = any(token.word in SUBJECT_PRONOUNS | POSSESSIVE_PRONOUNS for token in tokens)
            if readings and pointing and (draft := self._reader.decide(readings, analysis)).answered:
                yield _related(draft, analysis)

    def _more(self, asks: str, told: Draft, part: str, *, each: bool) -> Iterator[Draft]:
        """More of the situation that was told, or a detail of each thing that was."""
        root = ellipsis(told, self._names)
        if root and asks == "amount" and _SIZED.match(part):  # "and how big": whatever it is measured by
            asks = self._lexicon.measures.get(root.relation.name, asks)
        if asks == "title" and root and any(map(root.filled, _WHERE_TO)):  # as what somebody came is no post left
            return
        if (each and len(things_told(told)) > 1) and (
            draft := about_each(asks, told, self._reader.answerer)
        ) is not None:
            yield draft
        analysis = self._analysis(tokenize(part))
        for reading in asking_more(asks, root, self._reader.ontology) if root else ():
            yield self._reader.decide([reading], analysis)
        if (draft := about_each(asks, told, self._reader.answerer)) is not None:
            yield draft

    def unaided(self, question: str) -> Draft:
        """The answer to words that have become a question of their own; it must name whom it is about."""
        draft = self._reader.alone(question)
        if draft.answered and draft.plan is not None and not draft.plan.names and not draft.plan.order:
            return refusals.unrelated(self._analysis(tokenize(question)))
        return draft

    def _plain(self, tokens: Sequence[Token], told: Draft) -> Draft:
        analysis = self._analysis(tokens)
        root = ellipsis(told, self._names)
        if root and (reading := taken_up(analysis, root, self._reader.ontology)):
            return self._reader.decide([reading], analysis)
        if readings := list(self._continued(analysis, root)):
            return self._reader.decide(readings, analysis)
        everything = antecedents(told, self._names, answers_only=False)
        for known in (referents(tokens, told, self._names), everything):
            analysis = self._analysis(tokens, known)
            readings = [_inherited(reading, told) for reading in self._reader.readings(analysis)]
            if readings and (readings[0].cost < GUESS_COST or known is everything):
                return _related(self._reader.decide(readings, analysis), analysis)
        return refusals.not_understood(self._analysis(tokens))

    def _continued(self, analysis: Analysis, root: Situation | None) -> Iterator[Reading]:
        """The readings of "... and to whom", "... and in which round": the situation before with one more in it."""
        filler = self._reader.filler
        for preposition, asked in ClauseReader(analysis, filler).fragment() if root else ():
            situation = filler.add_oblique(root, preposition, asked.phrase) if root else None
            denoted = [slot for slot, _ in asked.phrase.roles[:1]]
            situation = situation or (filler.add(root, denoted[0], asked.phrase) if root and denoted else None)
            if situation is not None and asked.phrase.asked:
                yield Reading(asked.phrase.asked, None, situation, asked.cost, asked.notes)


_SHORT, _MOST_OWNERS = 3, 4
_SIZED = re.compile(r"\W*(?:and )?how (?:much|big|large|high)\b", re.IGNORECASE)
_WHERE_TO = ("destination", "from")


def _related(draft: Draft, analysis: Analysis) -> Draft:
    """A second answer, unless the question names nobody and takes up nothing of the first."""
    alone = draft.plan is not None and not draft.plan.names and not draft.plan.order
    return refusals.unrelated(analysis) if draft.answered and alone else draft


def _inherited(reading: Reading, first: Draft) -> Reading:
    """The reading with what it leaves unsaid; after a plan it goes on about the plan."""
    if reading.situation is None:
        return reading
    situation = inherit(reading.situation, first)
    ahead = bool(first.facts) and not any(fact.realised for fact in first.facts)
    planned = ahead and situation.tense in (Tense.ANY, Tense.CURRENT)
    return replace(reading, situation=replace(situation, tense=Tense.PLANNED) if planned else situation)
