"""Answers a plain question over the graph, or says honestly why not."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby

from app.model import Answer, AnswerItem, AnswerStatus
from app.ontology import VALUE, Ontology, load_ontology
from app.query.ask.answers import refusals
from app.query.ask.answers.agreement import Agreement
from app.query.ask.answers.answer import Answerer
from app.query.ask.answers.beside.fallback import nothing_found
from app.query.ask.answers.beside.looking import Beside
from app.query.ask.answers.beside.nearest import perhaps_more
from app.query.ask.answers.beside.unestablished import planned, with_successor
from app.query.ask.answers.beside.wider import by_service, concluded
from app.query.ask.answers.choosing import Choosing, speaks_of
from app.query.ask.answers.closing import close
from app.query.ask.answers.draft import Draft
from app.query.ask.answers.sentences import Speaker
from app.query.ask.answers.summary import summarise
from app.query.ask.grammar.asking import asked_in, reading_of
from app.query.ask.grammar.clauses import ClauseReader
from app.query.ask.grammar.conditions import conditions, period_of, within
from app.query.ask.grammar.enumeration import Enumerator
from app.query.ask.grammar.filling import Filler
from app.query.ask.grammar.particles import reunited
from app.query.ask.grammar.parts import FRAGMENT_COST
from app.query.ask.grammar.reading import Asked, Reading, Tense
from app.query.ask.grammar.rephrase import gathered, rephrase
from app.query.ask.kinds.according import According, according, told_by, whom
from app.query.ask.kinds.arranging import arranged, arrangement
from app.query.ask.kinds.articles import articles_question, mentioning
from app.query.ask.kinds.attribution import Attributor, Saying, find_saying, statements_of
from app.query.ask.kinds.certainty import Certainty, as_statement, certainty_question, confirm, settle
from app.query.ask.kinds.changes import changes, changes_question
from app.query.ask.kinds.comparison import (
    Choice,
    choices,
    chosen,
    earlier,
    either,
    first_of,
    identity,
    same_names,
    versus,
)
from app.query.ask.kinds.disagreement import disagreement_question, disputes
from app.query.ask.kinds.groups import described_group, is_meant
from app.query.ask.kinds.numbered import difference, taken_for_granted
from app.query.ask.kinds.several.answering import Several
from app.query.ask.kinds.several.following import GUESS_COST
from app.query.ask.kinds.several.joining import join
from app.query.ask.kinds.standing import either_standing
from app.query.ask.lexical.analyse import Analysis, linked_names
from app.query.ask.lexical.framing import unframed
from app.query.ask.lexical.lexicon import Lexicon, load_lexicon
from app.query.ask.lexical.names import TYPO_COST, names_of
from app.query.ask.lexical.slips import respelt
from app.query.ask.lexical.words import AUXILIARIES, QUESTION_WORDS, Token, tokenize
from app.query.ask.plans.evaluate import Evaluator, Found
from app.query.ask.plans.plan import Plan, plans
from app.query.lookup import Lookup

LONGEST_QUESTION, MOST_WORDS = 1000, 60
RESERVED_CONFIDENCE = 0.8
NEAR_COST = 0.06
"""So much more may a reading cost that is tried where the cheapest one finds nothing: a short form of a name."""
_TOTAL = re.compile(r"\b(?:in total|altogether|all told|all in all|in sum|overall)\b", re.IGNORECASE)
_UNREAD = (AnswerStatus.NOT_UNDERSTOOD, AnswerStatus.UNKNOWN_ENTITY)
_FOUND = (AnswerStatus.ANSWERED, AnswerStatus.PARTIAL, AnswerStatus.NOT_STATED)
_CONFIRMED = re.compile(r"\b(?:confirmed|verified|proven|established|undisputed) (?=\w)", re.IGNORECASE)


def ask(
    lookup: Lookup,
    question: str,
    *,
    as_of: datetime.date | None = None,
    ontology: Ontology | None = None,
    lexicon: Lexicon | None = None,
) -> Answer:
    """Answer a question with evidence, or say why there is no answer.

    >>> from app.store.embedded import EmbeddedStore
    >>> from app.vocab import Iris
    >>> ask(Lookup(EmbeddedStore(), Iris()), "Who founded Examplia?").status.value
    'unknown_entity'
    """
    return Asker(lookup, ontology or load_ontology(), lexicon or load_lexicon(), as_of).answer(question)


class Asker:
    """Everything needed to answer questions over one graph."""

    def __init__(self, lookup: Lookup, ontology: Ontology, lexicon: Lexicon, as_of: datetime.date | None) -> None:
        self.ontology = ontology
        self.lexicon = lexicon
        self.names = names_of(lookup, lexicon, _text_slots(ontology))
        self.filler = Filler(ontology, lexicon, self.names)
        newest = self.names.newest
        today = as_of.isoformat() if as_of else newest
        self.evaluator = Evaluator(lookup, ontology, as_of, newest)
        self.answerer = Answerer(lookup, lexicon, Speaker(lexicon, ontology, self.names, lookup.iris), today)
        self.choice = Choosing(lexicon, ontology, self.answerer)
        self.agreement = Agreement(self.evaluator, self.choice)
        self.attributor = Attributor(self.names, self.evaluator, self.answerer)
        self.beside = Beside(lexicon, self.names, self.evaluator, self.answerer)
        self.several = Several(self)
        self._alone: dict[str, Draft] = {}

    def answer(self, question: str) -> Answer:
        """The answer to a question."""
        if not question.strip() or len(question) > LONGEST_QUESTION or len(tokenize(question)) > MOST_WORDS:
            return close(self.answerer, refusals.unreadable(question))
        plain = unframed(question, self.lexicon)
        draft = self._draft(plain)
        if draft.status in _UNREAD:
            draft = self._respelt(plain) or draft
        return close(self.answerer, draft)

    def _respelt(self, question: str) -> Draft | None:
        """The answer to a question with its misspelt words mended; None where that makes it no better."""
        spelt, notes = respelt(question, self.lexicon, self.names)
        draft = self._draft(spelt) if notes else None
        if draft is None or draft.status in _UNREAD:
            return None
        draft.caveats += notes
        draft.confidence = max(0.0, draft.confidence - TYPO_COST * len(notes))
        return draft

    def _draft(self, question: str) -> Draft:
        """The answer; a sum over several numbers is refused, one number is its own sum."""
        plain = _TOTAL.sub("", question)
        draft = self._listed(plain)
        if draft.status is AnswerStatus.NOT_UNDERSTOOD and (bare := _CONFIRMED.sub("", plain)) != plain:
            draft = refusals.unless_confirmed(self._listed(bare))
        if draft.answered and (told := difference(taken_for_granted(tokenize(plain), self.lexicon), draft.items)):
            draft.caveats.append(told)
        summed = plain != question and draft.plan is not None and draft.plan.asked is Asked.AMOUNT
        return refusals.sums(draft) if summed and len(draft.items) > 1 else draft

    def _listed(self, question: str) -> Draft:
        """The answer, its items in the order and the choice that the question asks for."""
        asked = arrangement(question)
        return arranged(asked, self.several.answer(asked.question), self.answerer, self.evaluator)

    def alone(self, question: str) -> Draft:
        """The answer to a question of one part, worked out once: the ways to take a question apart share parts."""
        if question not in self._alone:
            self._alone[question] = self._one(question)
        kept = self._alone[question]
        return replace(kept, items=[*kept.items], facts=[*kept.facts], caveats=[*kept.caveats])

    def _one(self, question: str) -> Draft:
        whole = Analysis(tokenize(question), self.lexicon, self.names)
        if (special := self._special(whole) if whole.words else None) is not None:
            return special
        whole = Analysis(rephrase(whole.tokens), self.lexicon, self.names)
        if (compared := self._compared(whole)) is not None:
            return compared
        if not whole.words:
            return refusals.unreadable(question)
        draft = self._answer_words(whole)
        return (self._of_group(whole) if draft.status is AnswerStatus.NOT_UNDERSTOOD else None) or draft

    def _of_group(self, whole: Analysis) -> Draft | None:
        """The answer about a group of no name, if it is the one that is described."""
        if (asked := described_group(whole)) is None:
            return None
        draft = self._answer_words(Analysis(asked.rest, self.lexicon, self.names))
        return draft if draft.answered and is_meant(asked, draft, self.answerer) else None

    def _special(self, whole: Analysis) -> Draft | None:
        """Questions about speakers, about certainty, and about what links two names."""
        if (asked := either_standing(whole) or certainty_question(whole)) is not None:
            return self._certainty(asked)
        if (pair := same_names(whole)) is not None:
            return identity(pair, pair[0].label)
        if (differing := disagreement_question(whole)) is not None:
            return disputes(differing, self.answerer)
        if (mentioned := articles_question(whole)) is not None:
            return mentioning(mentioned, self.answerer, self.names)
        if (changed := changes_question(whole)) is not None:
            return changes(changed, self.answerer)
        if (statements := statements_of(whole)) is not None:
            return self.attributor.statements(statements)
        if (told := according(whole)) is not None:
            return self._according(told)
        if (saying := find_saying(whole)) is not None:
            said = Analysis(saying.rest, self.lexicon, self.names, saying.speakers)
            readings = [reading for reading in self.readings(said) if reading.cost < GUESS_COST]
            drafted = self.attributor.answer(saying, (plan for reading in readings for plan in plans(reading)))
            if drafted is None and not readings:
                return self.attributor.by_words(saying) or (self._unheard_of(said) if saying.speakers else None)
            if drafted is None and saying.speakers:
                return self._unheard_of(said) or self.attributor.nobody(saying)
            if drafted is not None:
                drafted.confidence = max(0.0, 0.95 - readings[0].cost)
            return drafted
        return self._link(whole)

    def _according(self, asked: According) -> Draft:
        """What holds by the word of somebody, who may be named, described ("its chair"), or nobody in particular."""
        rest = Analysis(asked.rest, self.lexicon, self.names)
        draft = self._answer_words(rest)
        if draft.status not in _FOUND or asked.kinds:
            return (
                told_by(draft, asked, frozenset(), self.evaluator, self.answerer) if draft.status in _FOUND else draft
            )
        said = Analysis(whom(asked, [c for _, named in rest.mentioned for c in named]), self.lexicon, self.names)
        named = [match for match in said.at(0) if match.names and match.end == len(said.words)]
        iris = [candidate.iri for match in named for candidate in match.names]
        if not named:
            known = self._answer_words(Analysis([*tokenize("who is"), *said.tokens], self.lexicon, self.names))
            if not known.answered:
                return known
            iris = [item.iri for item in known.items if item.iri]
        candidates = tuple(self.names.labels[iri] for iri in iris)
        if asked.rest[0].word in AUXILIARIES:  # "is X buying Y, according to Z": whether Z says so
            saying = Saying("affirmed", candidates, who=False, rest=asked.rest)
            found = (plan for reading in self.readings(rest) if reading.cost < GUESS_COST for plan in plans(reading))
            return self.attributor.answer(saying, found) or self.attributor.nobody(saying)
        speakers = frozenset(name for candidate in candidates for name in self.attributor.names_of(candidate))
        return told_by(draft, asked, speakers, self.evaluator, self.answerer)

    def _unheard_of(self, said: Analysis) -> Draft | None:
        """For "did X say that Y bought Z", where the graph has no Y or no Z."""
        cheapest = self.readings(said)[:1]
        missing = (plan for reading in cheapest for plan in plans(reading) if plan.missing)
        return next((refusals.unknown(plan, self.names) for plan in missing), None)

    def _compared(self, whole: Analysis) -> Draft | None:
        """The answer to "who invested more, A or B" and "was A founded before B"."""
        asked = list(choices(whole))
        for each in asked:
            if (draft := self._chosen(each)) is not None and (draft.answered or each is asked[-1]):
                return draft
        if asked:
            return None
        if (halves := either(whole)) is not None:
            return self._either(*halves)
        ways = [(drafts, side) for *sides, side in versus(whole) if (drafts := self._each(sides)) is not None]
        compared = [earlier(drafts[0], drafts[1], side, self.lexicon) for drafts, side in ways]
        settled = [draft for draft in compared if draft.answered] or compared
        return settled[0] if len({draft.items[0].label for draft in settled if draft.items}) < 2 and settled else None

    def _chosen(self, asked: Choice) -> Draft | None:
        """The one of several that a question offers; None where that is not found out."""
        for reading in self.readings(Analysis(asked.rest, self.lexicon, self.names)):
            for found in self._run(reading) if reading.cost < GUESS_COST else ():
                if kept := chosen(asked, found):
                    draft = self.answerer.found(kept)
                    draft.confidence = max(0.0, 0.95 - reading.cost)
                    return draft
        drafts = self._each(asked.dated())
        return first_of(asked, drafts, self.lexicon) if drafts is not None else None

    def _each(self, sides: Sequence[Sequence[Token]]) -> list[Draft] | None:
        """The answers to the halves of a comparison; None where one of them is not understood."""
        drafts = [self._answer_words(Analysis(tokens, self.lexicon, self.names)) for tokens in sides]
        lost = (AnswerStatus.NOT_UNDERSTOOD, AnswerStatus.OUT_OF_SCOPE)
        return drafts if len(drafts) > 1 and all(draft.status not in lost for draft in drafts) else None

    def _either(self, first: Sequence[Token], second: Sequence[Token]) -> Draft | None:
        """The answer to "was X dismissed or did she resign": the one of the two that holds."""
        drafts = [self._answer_words(Analysis(tokens, self.lexicon, self.names)) for tokens in (first, second)]
        holding = [draft for draft in drafts if draft.answered and draft.items and draft.items[0].label == "yes"]
        if len(holding) != 1 or holding[0].plan is None or holding[0].plan.root is None:
            return None
        draft = holding[0]
        slots = [slot for slot, _ in draft.plan.root.constants] if draft.plan and draft.plan.root else []
        values = [value for slot in slots for value in draft.facts[0].slots.get(slot, ())]
        if values:
            draft.items = [AnswerItem(label=value, value=value, status=draft.facts[0].status) for value in values]
        return draft

    def _certainty(self, asked: Certainty) -> Draft:
        analysis = Analysis(asked.rest, self.lexicon, self.names)
        readings = [as_statement(reading) for reading in self.readings(analysis) if reading.cost < GUESS_COST]
        found = (plan for reading in readings for plan in plans(reading))
        if (settled := settle(asked, found, self.evaluator, self.answerer)) is None:
            return confirm(self._answer_words(analysis))
        settled.confidence = max(0.0, 0.95 - readings[0].cost)
        return settled

    def _link(self, whole: Analysis) -> Draft | None:
        """What is known of two names together: "the relationship between X and Y", "how are X and Y connected"."""
        linked = linked_names(whole)
        if linked is None:
            return None
        facts = self.answerer.between([candidate.iri for candidate in linked])
        return self.answerer.listed(facts, [candidate.label for candidate in linked])

    def _answer_words(self, analysis: Analysis) -> Draft:
        readings = self.readings(analysis)
        if not readings or readings[0].cost >= GUESS_COST:
            if draft := self._conditional(analysis):
                return draft
            readings = self._gathered(analysis) or readings
        if not readings:
            return self._enumerated(analysis) or refusals.not_understood(analysis)
        draft = self.decide(readings, analysis)
        if draft.status is not AnswerStatus.NOT_STATED or readings[0].cost >= GUESS_COST:
            return draft
        subjects = QUESTION_WORDS - {"when", "where", "how", "why"}  # "who founded it" is whole, "when founded" is not
        fragment = not AUXILIARIES.intersection(analysis.words) and analysis.word(0) not in subjects
        loose = fragment or readings[0].cost >= FRAGMENT_COST  # the grammar guesses in these, too
        return (self._enumerated(analysis) if loose else None) or draft

    def _enumerated(self, analysis: Analysis) -> Draft | None:
        """The answer by what the words are, where no rule joins them; None unless all likely plans agree on one."""
        if refusals.beyond(analysis):
            return None
        found = Enumerator(analysis, self.filler).readings()
        return self.agreement.of(found, lambda plan: all(speaks_of(plan, *m) for m in analysis.mentioned))

    def _conditional(self, analysis: Analysis) -> Draft | None:
        """The answer to a question with an event for its time; None if it is no such question."""
        for condition in conditions(analysis.tokens):
            event = Analysis(condition.event, self.lexicon, self.names)
            main = Analysis(condition.main, self.lexicon, self.names)
            readings = [reading for reading in self.readings(main) if reading.cost < GUESS_COST]
            sure = [reading for reading in self.readings(event) if reading.cost < GUESS_COST] if readings else []
            found = [row.facts[0] for reading in sure[:1] for each in self._run(reading) for row in each.rows]
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
                    if self._can_be_told(reading) and not (asks and reading.asked is Asked.WHETHER)
                )
        if all(reading.cost >= GUESS_COST for reading in found) and (moved := reunited(analysis.tokens, self.lexicon)):
            again = self.readings(Analysis(moved, self.lexicon, self.names, analysis.antecedents))
            found |= dict.fromkeys(reading for reading in again if reading.cost < GUESS_COST)
        return sorted(found, key=lambda reading: reading.cost)

    def _gathered(self, analysis: Analysis) -> list[Reading]:
        """Every reading with a relative clause moved to where it belongs."""
        ways = (Analysis(tokens, self.lexicon, self.names, analysis.antecedents) for tokens in gathered(analysis))
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
        if readings[0].asked is Asked.SUMMARY:
            return self._summaries(readings[0])
        filled: list[tuple[Reading, Found]] = []
        for cost, tier in groupby(readings, key=lambda reading: round(reading.cost, 2)):
            if cost > best + NEAR_COST or cost >= GUESS_COST:
                break
            ran = [(reading, found) for reading in tier for found in self._run(reading, wanted)]
            results = [(reading, self._incumbent(reading, found, analysis)) for reading, found in ran]
            filled += [(reading, found) for reading, found in results if found.rows]
            refused += [found for _, found in results]
        if filled:
            draft = self.choice.of(filled)
            ahead = self._ahead(filled) if draft.status is AnswerStatus.NOT_STATED else None
            draft = self._completed(draft) if draft.answered else draft
            return ahead or self._with_concluded(draft, [found.plan for found in refused if not found.rows])
        if not refused:
            return refusals.not_understood(analysis)
        draft = nothing_found(self.beside, refused)
        draft.confidence = max(0.0, RESERVED_CONFIDENCE - best) if draft.answered else 0.0
        return draft

    def _completed(self, draft: Draft) -> Draft:
        """The answer with whoever else may belong to it, or is about to."""
        return with_successor(self.beside, by_service(self.beside, perhaps_more(self.beside, draft)))

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
            results = [found for reading in tier if (found := self._run(reading))]
            if results:
                # A name that nobody bears is more likely than a text that stands nowhere.
                naming = (found for found in results if any(each.plan.missing for each in found))
                draft = nothing_found(self.beside, [replace(each, rows=()) for each in next(naming, results[0])])
                return refusals.not_understood(analysis) if draft.answered else draft  # an answer would drop a word
        return refusals.not_understood(analysis)

    def _run(self, reading: Reading, wanted: Callable[[Plan], bool] | None = None) -> list[Found]:
        """What the plans of a reading give, or those of them that are wanted."""
        return [self.evaluator.run(plan) for plan in plans(reading) if wanted is None or wanted(plan)]

    def _summaries(self, reading: Reading) -> Draft:
        found = plans(reading)
        if unknown := [plan for plan in found if not plan.names]:
            return refusals.unknown(unknown[0], self.names) if unknown[0].missing else refusals.unreadable("")
        drafts = [summarise(plan, self.answerer, self.names, self.ontology) for plan in found]
        for draft in drafts:
            draft.confidence = max(0.0, 0.98 - reading.cost)
            draft.caveats += reading.notes
        return drafts[0] if len(drafts) == 1 else refusals.ambiguous(drafts)


def _text_slots(ontology: Ontology) -> frozenset[str]:
    """The slots whose values are looked up as words."""
    slots = {name for schema in ontology.relations.values() for name in schema.qualifiers}
    values = {
        s.object_slot for s in ontology.relations.values() if s.object_class in (VALUE, "Topic") and s.object_slot
    }
    return frozenset(slots | values) - {"amount", "currency", "percent", "valuation"}
