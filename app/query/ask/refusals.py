"""Says why there is no answer, and what comes nearest to one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.graphs import PLAIN_GRAPHS, PLANNED, REPORTED, UNCONFIRMED
from app.model import AnswerStatus
from app.query.ask.analyse import Analysis
from app.query.ask.answer import Answerer, Draft
from app.query.ask.evaluate import Evaluator, Found
from app.query.ask.lexicon import Kind, Lexicon
from app.query.ask.names import Names
from app.query.ask.plan import Atom, OneOf, Plan, Variable, plans
from app.query.ask.reading import Asked, Reading, Tense
from app.query.ask.sentences import join, status_words
from app.query.ask.words import FUNCTION_WORDS

_MOST_NEAREST = 3
_NO_REASON = "The graph holds no reasons for that, and does not guess them."
_HELP = (
    "Ask about people, companies, roles, investments, acquisitions, partnerships, vendors or units, in one sentence."
)


class Refusals:
    """Words every outcome that is not an answer."""

    def __init__(self, lexicon: Lexicon, names: Names, evaluator: Evaluator, answerer: Answerer) -> None:
        self.lexicon = lexicon
        self.names = names
        self.evaluator = evaluator
        self.answerer = answerer

    def unreadable(self, question: str) -> Draft:
        """For what is no question: nothing, no words, or a whole page."""
        if len(question) > 200:
            return Draft(AnswerStatus.NOT_UNDERSTOOD, f"That is too long for a question. {_HELP}")
        return Draft(AnswerStatus.NOT_UNDERSTOOD, f"There is no question in that. {_HELP}")

    def not_understood(self, analysis: Analysis) -> Draft:
        """For words that no reading explains all of."""
        if beyond := self._beyond(analysis):
            return beyond
        strange = [t.text for i, t in enumerate(analysis.tokens) if not analysis.is_known(i)]
        if strange:
            named = join([f"“{word}”" for word in dict.fromkeys(strange)])
            return Draft(AnswerStatus.NOT_UNDERSTOOD, f"These words are not understood: {named}. {_HELP}")
        words = " ".join(t.text for t in analysis.tokens if t.word not in FUNCTION_WORDS) or "nothing but small words"
        return Draft(
            AnswerStatus.NOT_UNDERSTOOD, f"The words are known, but not how they go together: {words}. {_HELP}"
        )

    def _beyond(self, analysis: Analysis) -> Draft | None:
        """For questions that the graph of any articles leaves open."""
        if analysis.words[:1] == ["why"]:
            return Draft(AnswerStatus.OUT_OF_SCOPE, _NO_REASON)
        for position in range(len(analysis.words)):
            for match in analysis.senses(position, Kind.BEYOND):
                if match.sense and match.cost == 0:
                    because = match.sense.entry.detail
                    return Draft(AnswerStatus.OUT_OF_SCOPE, f"That cannot be answered: {because}.")
        for position in range(len(analysis.words)):
            for match in analysis.senses(position, Kind.UNRECORDED):
                words = analysis.text(match.start, match.end)
                return Draft(AnswerStatus.NOT_STATED, f"The graph does not record {words}.")
        return None

    def unexplained(self, readings: Sequence[Reading], analysis: Analysis) -> Draft:
        """For readings that need a name or a value which the graph does not have."""
        if beyond := self._beyond(analysis):
            return beyond
        plan = plans(readings[0])[0]
        if plan.missing:
            return self._unknown(plan)
        found = self.evaluator.run(plan)
        return self.nothing_found([replace(found, rows=())])

    def _unknown(self, plan: Plan) -> Draft:
        words = plan.missing[0].words
        nearest = self.names.nearest([word for phrase in plan.missing for word in phrase.words.casefold().split()])
        hint = f" Did you mean {join(nearest, 'or')}?" if nearest else ""
        sentence = f"The graph has nothing by the name of “{words}”.{hint}"
        return Draft(AnswerStatus.UNKNOWN_ENTITY, sentence, alternatives=nearest)

    def ambiguous(self, drafts: Sequence[Draft]) -> Draft:
        """For a question that can mean several things with different answers."""
        readings = [draft.sentence for draft in drafts]
        sentence = f"The question can mean {len(drafts)} different things."
        return Draft(
            AnswerStatus.AMBIGUOUS, sentence, alternatives=readings, queries=[q for d in drafts for q in d.queries],
            facts=[fact for draft in drafts for fact in draft.facts],
        )  # fmt: skip

    # --- understood, but not there ----------------------------------------------------------------------------------

    def nothing_found(self, refused: Sequence[Found]) -> Draft:
        """For a question that is understood and that the facts do not answer."""
        missing = [found for found in refused if found.plan.missing]
        if missing and len(missing) == len(refused):
            return self._unknown(missing[0].plan)
        articles = len(self.evaluator.lookup.articles())
        many = f"{articles} article{'' if articles == 1 else 's'}"
        whether = refused[0].plan.asked is Asked.WHETHER
        sentence = f"There is no evidence for that in {many}." if whether else f"That is not stated in {many}."
        draft = Draft(AnswerStatus.NOT_STATED, sentence, queries=[refused[0].query])
        for found in refused:
            if self._add_unconfirmed(draft, found.plan):
                return draft
        for found in refused:
            if self._add_nearest(draft, found.plan):
                return draft
        return draft

    def _add_unconfirmed(self, draft: Draft, plan: Plan) -> bool:
        """What is only reported, possible, planned or denied, named as such."""
        found = self.evaluator.run(plan, graphs=(*PLAIN_GRAPHS, REPORTED, PLANNED, UNCONFIRMED))
        facts = list({row.facts[0].id: row.facts[0] for row in found.rows}.values())
        for fact in facts[:_MOST_NEAREST]:
            kind = (
                "planned"
                if not fact.realised and fact.status.value in ("asserted", "stated")
                else status_words(fact.status)
            )
            draft.alternatives.append(f"Only {kind.removeprefix('only ')}: {self.answerer.speaker.sentence(fact)}.")
        draft.facts += facts[:_MOST_NEAREST]
        if facts:
            draft.sentence += " " + " ".join(draft.alternatives)
        return bool(facts)

    def _add_nearest(self, draft: Draft, plan: Plan) -> bool:
        """The facts that one condition less would let through."""
        for relaxed in _relaxed(plan):
            found = self.evaluator.run(relaxed)
            if found.rows:
                facts = list({row.facts[0].id: row.facts[0] for row in found.rows}.values())[:_MOST_NEAREST]
                sentences = [self.answerer.speaker.sentence(fact) for fact in facts]
                draft.alternatives += [f"{text}." for text in sentences]
                draft.sentence += f" Nearest known: {'; '.join(sentences)}."
                draft.facts += facts
                return True
        return False


def _relaxed(plan: Plan) -> list[Plan]:
    """The plan with one condition of its first situation dropped, the least telling one first."""
    if not plan.atoms:
        return []
    first, *rest = plan.atoms
    found: list[Atom] = []
    if first.tense is not Tense.ANY:
        found.append(replace(first, tense=Tense.ANY))
    if first.periods:
        found.append(replace(first, periods=()))
    if first.quantities:
        found.append(replace(first, quantities=()))
    if first.requires:
        found.append(replace(first, requires=None))
    ends = (first.relation.subject_slot, first.relation.object_slot)
    words = [i for i, (slot, term) in enumerate(first.arguments) if isinstance(term, OneOf) and slot not in ends]
    if words:
        kept = tuple(argument for i, argument in enumerate(first.arguments) if i not in words)
        found.append(replace(first, arguments=kept, tense=Tense.ANY))
    if plan.asked is Asked.WHETHER:
        for index, (slot, term) in enumerate(first.arguments):
            if isinstance(term, OneOf) and slot == first.relation.object_slot:
                arguments = list(first.arguments)
                arguments[index] = (slot, Variable(f"other{index}"))
                found.append(replace(first, arguments=tuple(arguments), requires=None, tense=Tense.ANY))
    return [replace(plan, atoms=(atom, *rest)) for atom in found]
