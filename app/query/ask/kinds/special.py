"""Tries the kinds of question that no plan alone answers: of speakers, certainty, changes, groups, links."""

from __future__ import annotations

from app.model import AnswerStatus, Status
from app.query.ask.answers import refusals
from app.query.ask.answers.draft import Draft
from app.query.ask.grammar.parts import GUESS_COST
from app.query.ask.kinds.according import According, according, told_by, whom
from app.query.ask.kinds.articles import articles_question, mentioning
from app.query.ask.kinds.attribution import Attributor, Saying, find_saying, statements_of
from app.query.ask.kinds.certainty import Certainty, as_statement, certainty_question, confirm, settle
from app.query.ask.kinds.changes import changes, changes_question
from app.query.ask.kinds.comparison import (
    identity,
    same_names,
)
from app.query.ask.kinds.deals.asked import deals_question
from app.query.ask.kinds.deals.told import list_deals
from app.query.ask.kinds.denied import Denied, denied_thing
from app.query.ask.kinds.disagreement import disagreement_question, disputes
from app.query.ask.kinds.groups import described_group, is_meant
from app.query.ask.kinds.standing import either_standing
from app.query.ask.lexical.analyse import Analysis
from app.query.ask.lexical.linking import linked_names
from app.query.ask.lexical.words import AUXILIARIES, tokenize
from app.query.ask.plain import Plain
from app.query.ask.plans.plan import plans

_FOUND = (AnswerStatus.ANSWERED, AnswerStatus.PARTIAL, AnswerStatus.NOT_STATED)


class Special:
    """Answers questions of such kinds, by the readings of their parts."""

    def __init__(self, plain: Plain, attributor: Attributor) -> None:
        self._plain = plain
        self._attributor = attributor

    def answer(self, whole: Analysis) -> Draft | None:
        """Questions about speakers, about certainty, and about what links two names."""
        if (listed := deals_question(whole)) is not None and (told := list_deals(listed, self._plain)) is not None:
            return told
        if (asked := either_standing(whole) or certainty_question(whole)) is not None:
            return self._certainty(asked)
        if (pair := same_names(whole)) is not None:
            return identity(pair, pair[0].label)
        if (differing := disagreement_question(whole)) is not None:
            return disputes(differing, self._plain.answerer)
        if (mentioned := articles_question(whole)) is not None:
            return mentioning(mentioned, self._plain.answerer, self._plain.names)
        if (changed := changes_question(whole)) is not None:
            return changes(changed, self._plain.answerer)
        return self._of_speakers(whole) or self._link(whole)

    def _of_speakers(self, whole: Analysis) -> Draft | None:
        """Questions about who says or denies what."""
        if (statements := statements_of(whole)) is not None:
            return self._attributor.statements(statements)
        if (denied := denied_thing(whole)) is not None and (found := self._denied(denied)) is not None:
            return found
        if (told := according(whole)) is not None:
            return self._according(told)
        if (saying := find_saying(whole)) is not None:
            said = self._plain.analysis(saying.rest, saying.speakers)
            readings = [reading for reading in self._plain.readings(said) if reading.cost < GUESS_COST]
            drafted = self._attributor.answer(saying, (plan for reading in readings for plan in plans(reading)))
            if drafted is None and not readings:
                return self._attributor.by_words(saying) or (self._unheard_of(said) if saying.speakers else None)
            if drafted is None and saying.speakers:
                return self._unheard_of(said) or self._attributor.nobody(saying)
            if drafted is not None:
                drafted.confidence = max(0.0, 0.95 - readings[0].cost)
            return drafted
        return None

    def _denied(self, asked: Denied) -> Draft | None:
        """Of whom or what somebody denies that it is so; None where nothing of the kind is denied."""
        readings = self._plain.readings(self._plain.analysis(asked.rest))
        likely = (plan for reading in readings if reading.cost < GUESS_COST for plan in plans(reading))
        return self._attributor.denied(asked.speaker, likely)

    def _according(self, asked: According) -> Draft:
        """What holds by the word of somebody, who may be named, described ("its chair"), or nobody in particular."""
        rest = self._plain.analysis(asked.rest)
        draft = self._plain.answer_words(rest)
        if draft.status not in _FOUND or asked.kinds:
            return (
                told_by(draft, asked, frozenset(), self._plain.evaluator, self._plain.answerer)
                if draft.status in _FOUND
                else draft
            )
        said = self._plain.analysis(whom(asked, [c for _, named in rest.mentioned for c in named]))
        named = [match for match in said.at(0) if match.names and match.end == len(said.words)]
        iris = [candidate.iri for match in named for candidate in match.names]
        if not named:
            known = self._plain.answer_words(self._plain.analysis([*tokenize("who is"), *said.tokens]))
            if not known.answered:
                return known
            iris = [item.iri for item in known.items if item.iri]
        candidates = tuple(self._plain.names.labels[iri] for iri in iris)
        if asked.rest[0].word in AUXILIARIES:  # "is X buying Y, according to Z": whether Z says so
            saying = Saying("affirmed", candidates, who=False, rest=asked.rest)
            found = (
                plan for reading in self._plain.readings(rest) if reading.cost < GUESS_COST for plan in plans(reading)
            )
            return self._attributor.answer(saying, found) or self._attributor.nobody(saying)
        speakers = frozenset(name for candidate in candidates for name in self._attributor.names_of(candidate))
        return told_by(draft, asked, speakers, self._plain.evaluator, self._plain.answerer)

    def _unheard_of(self, said: Analysis) -> Draft | None:
        """For "did X say that Y bought Z", where the graph has no Y or no Z."""
        cheapest = self._plain.readings(said)[:1]
        missing = (plan for reading in cheapest for plan in plans(reading) if plan.missing)
        return next((refusals.unknown(plan, self._plain.names) for plan in missing), None)

    def _certainty(self, asked: Certainty) -> Draft:
        analysis = self._plain.analysis(asked.rest)
        readings = [as_statement(reading) for reading in self._plain.readings(analysis) if reading.cost < GUESS_COST]
        found = (plan for reading in readings for plan in plans(reading))
        if (settled := settle(asked, found, self._plain.evaluator, self._plain.answerer)) is None:
            return confirm(self._plain.answer_words(analysis))
        if asked.plain and settled.items[0].value == Status.POSSIBLE:
            bare = self._plain.answer_words(analysis)
            return bare if bare.facts else settled
        settled.confidence = max(0.0, 0.95 - readings[0].cost)
        return settled

    def _link(self, whole: Analysis) -> Draft | None:
        """What is known of two names together: "the relationship between X and Y", "how are X and Y connected"."""
        linked = linked_names(whole)
        if linked is None:
            return None
        facts = self._plain.answerer.between([candidate.iri for candidate in linked])
        return self._plain.answerer.listed(facts, [candidate.label for candidate in linked])

    def of_group(self, whole: Analysis) -> Draft | None:
        """The answer about a group of no name, if it is the one that is described."""
        if (asked := described_group(whole)) is None:
            return None
        draft = self._plain.answer_words(self._plain.analysis(asked.rest))
        return draft if draft.answered and is_meant(asked, draft, self._plain.answerer) else None
