"""Answers a plain question: one clause, read in every way that explains all its words."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby

from app.model import AnswerStatus
from app.ontology import VALUE, Ontology
from app.query.ask.answers import refusals
from app.query.ask.answers.agreement import Agreement
from app.query.ask.answers.answer import Answerer
from app.query.ask.answers.beside.announced import with_announced
from app.query.ask.answers.beside.earlier import held_before
from app.query.ask.answers.beside.fallback import nothing_found
from app.query.ask.answers.beside.looking import Beside
from app.query.ask.answers.beside.namesakes import unless_ended
from app.query.ask.answers.beside.nearest import perhaps_more
from app.query.ask.answers.beside.unestablished import planned, with_successor
from app.query.ask.answers.beside.wider import by_service, concluded
from app.query.ask.answers.choosing import Choosing, speaks_of
from app.query.ask.answers.draft import Draft
from app.query.ask.answers.joining import join
from app.query.ask.answers.sentences import Speaker
from app.query.ask.answers.summary import summarise
from app.query.ask.grammar.apiece import apiece
from app.query.ask.grammar.asking import asked_in, reading_of
from app.query.ask.grammar.clauses import ClauseReader
from app.query.ask.grammar.conditions import conditions, period_of, within
from app.query.ask.grammar.enumeration import Enumerator
from app.query.ask.grammar.filling import Filler
from app.query.ask.grammar.particles import reunited
from app.query.ask.grammar.parts import FRAGMENT_COST, GUESS_COST
from app.query.ask.grammar.reading import Asked, Reading, Tense
from app.query.ask.grammar.rephrase import gathered
from app.query.ask.lexical.analyse import Analysis
from app.query.ask.lexical.apart import BOTH
from app.query.ask.lexical.entries import Kind
from app.query.ask.lexical.lexicon import Lexicon
from app.query.ask.lexical.names import Candidate, names_of
from app.query.ask.lexical.quantities import NUMBER_SLOTS
from app.query.ask.lexical.words import AUXILIARIES, QUESTION_WORDS, Token
from app.query.ask.plans.evaluate import Evaluator, Found
from app.query.ask.plans.plan import Plan, plans
from app.query.lookup import Lookup

RESERVED_CONFIDENCE = 0.8
NEAR_COST = 0.06
"""So much more may a reading cost that is tried where the cheapest one finds nothing: a short form of a name."""


class Plain:
    """Everything needed to answer questions of one clause over one graph."""

    def __init__(self, lookup: Lookup, ontology: Ontology, lexicon: Lexicon, as_of: datetime.date | None) -> None:
        self.ontology = ontology
        self.lexicon = lexicon
        self.names = names_of(lookup, lexicon, _text_slots(ontology))
        self.filler = Filler(ontology, lexicon, self.names)
        newest = self.names.newest
        today = as_of.isoformat() if as_of else newest
        self.evaluator = Evaluator(lookup, ontology, lexicon, as_of, newest)
        self.answerer = Answerer(lookup, lexicon, Speaker(lexicon, ontology, self.names, lookup.iris), today)
        self.choice = Choosing(lexicon, ontology, self.answerer)
        self.agreement = Agreement(self.evaluator, self.choice)
        self.beside = Beside(lexicon, self.names, self.evaluator, self.answerer)

    def analysis(self, tokens: Sequence[Token], antecedents: tuple[Candidate, ...] = ()) -> Analysis:
        """All that words may mean in this graph; `antecedents` are what pronouns stand for."""
        return Analysis(tokens, self.lexicon, self.names, antecedents)

    def answer_words(self, analysis: Analysis) -> Draft:
        """The answer to words that are one clause, or a fragment of one."""
        readings = self.readings(analysis)
        if not readings or readings[0].cost >= GUESS_COST:
            if draft := self._conditional(analysis):
                return draft
            readings = self._gathered(analysis) or readings
        guessed = analysis.asks_whether and not any(reading.asked is Asked.WHETHER for reading in readings)
        if guessed and (draft := self._enumerated(analysis)):
            return draft
        if not readings:
            return self._enumerated(analysis) or refusals.not_understood(analysis)
        draft = self.decide(readings, analysis)
        if draft.status is not AnswerStatus.NOT_STATED or readings[0].cost >= GUESS_COST:
            return draft
        if timed := self._conditional(analysis):
            return timed
        subjects = QUESTION_WORDS - {"when", "where", "how", "why"}  # "who founded it" is whole, "when founded" is not
        fragment = not AUXILIARIES.intersection(analysis.words) and analysis.word(0) not in subjects
        loose = fragment or readings[0].cost >= FRAGMENT_COST  # the grammar guesses in these, too
        return (self._enumerated(analysis) if loose else None) or draft

    def _enumerated(self, analysis: Analysis) -> Draft | None:
        """The answer by what the words are, where no rule joins them; None unless all likely plans agree on one."""
        if refusals.unanswerable(analysis):
            return None
        found = Enumerator(analysis, self.filler).readings()
        if found and analysis.asks_whether:
            return self.decide(found, analysis)

        def whole(plan: Plan) -> bool:
            return all(speaks_of(plan, *mention) for mention in analysis.mentioned)

        return self.agreement.of(found, whole) or self.agreement.unestablished(found, whole, self.beside)

    def _conditional(self, analysis: Analysis) -> Draft | None:
        """The answer to a question with an event for its time; None if it is no such question."""
        for condition in conditions(analysis.tokens):
            main = self.analysis(condition.main)
            named = {candidates for _, candidates in main.mentioned}
            # "it", where just one is named: "what did Acme buy before it took over Pelm"
            event = self.analysis(condition.event, named.pop() if len(named) == 1 else ())
            readings = [reading for reading in self.readings(main) if reading.cost < GUESS_COST]
            sure = [reading for reading in self.readings(event) if reading.cost < GUESS_COST] if readings else []
            found = [row.facts[0] for reading in sure[:1] for each in self.run(reading) for row in each.rows]
            if found and (period := period_of(found, condition)):
                placed = [moved for reading in readings if (moved := within(reading, period))]
                draft = self.decide(placed, main) if placed else None
                if draft is not None:
                    draft.facts += found
                    return draft
        return None

    def readings(self, analysis: Analysis) -> list[Reading]:
        """Every reading that explains all words, cheapest first."""
        found: dict[Reading, None] = {}
        reader = ClauseReader(analysis, self.filler)
        for clauses in (reader.whole(), reader.joined() if "and" in analysis.words else ()):
            if all(reading.cost >= GUESS_COST for reading in found):
                read = (reading for clause in clauses if (reading := reading_of(clause)) is not None)
                asks = bool(QUESTION_WORDS.intersection(analysis.words[:2]))
                found |= dict.fromkeys(
                    replace(reading, apart=analysis.apart)
                    for reading in read
                    if self._can_be_told(reading)
                    and not (reading.asked is Asked.WHETHER and (asks or _states_nothing(reading, analysis)))
                )
        if all(reading.cost >= GUESS_COST for reading in found) and (moved := reunited(analysis.tokens, self.lexicon)):
            again = self.readings(self.analysis(moved, analysis.antecedents))
            found |= dict.fromkeys(reading for reading in again if reading.cost < GUESS_COST)
        return sorted(found, key=lambda reading: reading.cost)

    def _gathered(self, analysis: Analysis) -> list[Reading]:
        """Every reading with a relative clause moved to where it belongs."""
        ways = (self.analysis(tokens, analysis.antecedents) for tokens in gathered(analysis))
        found = dict.fromkeys(reading for way in ways for reading in self.readings(way) if reading.cost < GUESS_COST)
        return sorted(found, key=lambda reading: reading.cost)

    def _can_be_told(self, reading: Reading) -> bool:
        """Whether "how", if that is asked, has a slot to be answered from, and "how often" events to be counted."""
        situation = reading.situation
        if reading.asked is Asked.HOW:
            return bool(situation and situation.relation.qualifiers & self.lexicon.how_slots)
        if reading.asked is Asked.COUNT and situation and asked_in(situation) is None:
            return self.ontology.situation_of(situation.relation.name).point_in_time
        return True

    def decide(self, readings: Sequence[Reading], analysis: Analysis) -> Draft:
        """The answer of the cheapest readings, if they agree on one."""
        best = readings[0].cost
        refused: list[Found] = []

        def wanted(plan: Plan) -> bool:
            """Whether it leaves nothing out; and, once there is an answer, names what could give another one."""
            whole = bool(plan.missing) or all(speaks_of(plan, *mention) for mention in analysis.mentioned)
            return whole and bool(plan.names or not filled)

        if best >= GUESS_COST:
            return self._unexplained(readings, analysis)
        if listed := self._of_each(readings[0], analysis):
            return listed
        if readings[0].asked is Asked.SUMMARY:
            return self._summaries(readings[0])
        filled: list[tuple[Reading, Found]] = []
        presumed: list[Draft] = []
        for cost, tier in groupby(readings, key=lambda reading: round(reading.cost, 2)):
            if cost > best + NEAR_COST or cost >= GUESS_COST:
                break
            ran = [(reading, found) for reading in tier for found in self.run(reading, wanted)]
            results = [
                (reading, self._ordered(self._incumbent(reading, found, analysis), presumed)) for reading, found in ran
            ]
            filled += [(reading, found) for reading, found in results if found.rows]
            refused += [found for _, found in results]
        if filled:
            draft = self.choice.of(filled)
            ahead = self._ahead(filled) if draft.status is AnswerStatus.NOT_STATED else None
            draft = self._completed(draft) if draft.answered else draft
            return ahead or self._with_concluded(draft, [found.plan for found in refused if not found.rows])
        if presumed:
            return presumed[0]
        if not refused:
            return refusals.not_understood(analysis)
        draft = nothing_found(self.beside, refused)
        draft.confidence = max(0.0, RESERVED_CONFIDENCE - best) if draft.answered else 0.0
        return draft

    def _ordered(self, found: Found, presumed: list[Draft]) -> Found:
        """For "before Roe": those who were; what the question takes for granted and nothing says goes to `presumed`."""
        placed = held_before(self.beside, found)
        if isinstance(placed, Found):
            return placed
        presumed.append(placed)
        return replace(found, rows=())

    def _of_each(self, reading: Reading, analysis: Analysis) -> Draft | None:
        """A list of what each of two has, who are named together; None where nothing is known of either."""
        readings = () if any(token.also == BOTH for token in analysis.tokens) else apiece(reading)
        drafts = [self.choice.of(filled) for each in readings if (filled := self._filled(each))]
        if not drafts or not all(draft.answered for draft in drafts):
            return None
        listed = drafts[0] if len(drafts) == 1 else join(drafts[0], drafts[1])
        if len(drafts) < len(readings):
            listed.caveats.append("Nothing of the kind is known of the other one.")
            listed.status = AnswerStatus.PARTIAL
        return listed

    def _filled(self, reading: Reading) -> list[tuple[Reading, Found]]:
        return [(reading, found) for found in self.run(reading) if found.rows]

    def _completed(self, draft: Draft) -> Draft:
        """The answer with whoever else may belong to it, or is about to."""
        told = with_announced(self.beside, perhaps_more(self.beside, draft))
        return unless_ended(self.beside, with_successor(self.beside, by_service(self.beside, told)))

    def _with_concluded(self, draft: Draft, empty: Sequence[Plan]) -> Draft:
        """For "what does X own": beside its units, what it has bought."""
        listed = draft.answered and draft.plan is not None and draft.plan.asked in (Asked.WHAT, Asked.WHICH, Asked.LIST)
        for plan in empty if listed else ():
            more = concluded(self.beside, plan) if plan.atoms and plan.names and not plan.missing else None
            if more is not None and more.answered:
                more.confidence = min(draft.confidence, RESERVED_CONFIDENCE)
                return join(draft, more)
        return draft

    def _ahead(self, filled: Sequence[tuple[Reading, Found]]) -> Draft | None:
        """For "when does she start": the plan that is stated, where nothing that has happened is dated."""
        plans = [found.plan for reading, found in filled if reading.asked is Asked.WHEN and found.plan.atoms[0].present]
        drafts = (planned(self.beside, plan) for plan in plans)
        return next((draft for draft in drafts if draft is not None and draft.answered), None)

    def _incumbent(self, reading: Reading, found: Found, analysis: Analysis) -> Found:
        """For "Meta CEO", without a verb: whoever holds the office, just as for "who is the CEO of Meta"."""
        plan, focus = found.plan, reading.focus
        bare = reading.asked is Asked.LIST and focus is not None and not AUXILIARIES.intersection(analysis.words)
        if not bare or focus is None or not plan.atoms or plan.order or not self.lexicon.is_singular(focus.words):
            return found
        atom = plan.atoms[0]
        point = self.ontology.situation_of(atom.relation.name).point_in_time
        if point or atom.tense is not Tense.ANY or atom.periods:
            return found
        return self.evaluator.run(replace(plan, atoms=(replace(atom, tense=Tense.CURRENT), *plan.atoms[1:])))

    def _unexplained(self, readings: Sequence[Reading], analysis: Analysis) -> Draft:
        """For readings that need a name or a value which the graph does not have."""
        if refused := refusals.beyond(analysis):
            return refused
        for _, tier in groupby(readings, key=lambda reading: round(reading.cost, 2)):
            results = [found for reading in tier if (found := self.run(reading))]
            if results:
                # A name that nobody bears is more likely than a text that stands nowhere.
                naming = (found for found in results if any(each.plan.missing for each in found))
                draft = nothing_found(self.beside, [replace(each, rows=()) for each in next(naming, results[0])])
                return refusals.not_understood(analysis) if draft.answered else draft  # an answer would drop a word
        return refusals.not_understood(analysis)

    def run(self, reading: Reading, wanted: Callable[[Plan], bool] | None = None) -> list[Found]:
        """What the plans of a reading give, or those of them that are wanted."""
        return [self.evaluator.run(plan) for plan in plans(reading) if wanted is None or wanted(plan)]

    def _summaries(self, reading: Reading) -> Draft:
        found = plans(reading)
        if unknown := [plan for plan in found if not plan.names]:
            return refusals.unknown(unknown[0], self.names) if unknown[0].missing else refusals.unreadable("")
        if reading.focus and reading.focus.roles and not any(row.rows for row in map(self.evaluator.run, found)):
            return refusals.not_stated_of(reading.focus.words)  # what is said of it is not so, for all that is known
        drafts = [summarise(plan, self.answerer, self.names, self.ontology) for plan in found]
        for draft in drafts:
            draft.confidence = max(0.0, 0.98 - reading.cost)
            draft.caveats += reading.notes
        return drafts[0] if len(drafts) == 1 else refusals.ambiguous(drafts)


def _states_nothing(reading: Reading, analysis: Analysis) -> bool:
    """Whether nouns with no auxiliary are no statement: "Acme ceo chair" names nobody, "Acme partners" one side."""
    said = [phrase for _, phrase in reading.situation.arguments] if reading.situation else []
    described = any((phrase.roles or phrase.classes) and not phrase.names for phrase in said)
    noun = len(said) == 1 and any(analysis.senses(len(analysis.words) - 1, Kind.NOUN, Kind.TITLE))
    bare = not analysis.asks_whether and not AUXILIARIES.intersection(analysis.words)
    return bare and (described or noun)


def _text_slots(ontology: Ontology) -> frozenset[str]:
    """The slots whose values are looked up as words."""
    slots = {name for schema in ontology.relations.values() for name in schema.qualifiers}
    values = {
        s.object_slot for s in ontology.relations.values() if s.object_class in (VALUE, "Topic") and s.object_slot
    }
    return frozenset(slots | values) - NUMBER_SLOTS - {"currency"}
