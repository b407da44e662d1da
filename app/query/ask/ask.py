"""Answers a plain question over the graph, or says honestly why not."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from app.model import Answer, AnswerStatus
from app.ontology import Ontology, load_ontology
from app.query.ask.answers import refusals
from app.query.ask.answers.closing import close
from app.query.ask.answers.draft import Draft
from app.query.ask.answers.timing import ONLY_ANNOUNCED
from app.query.ask.grammar.reading import Asked
from app.query.ask.grammar.rephrase import rephrase
from app.query.ask.kinds.arranging import arranged, arrangement
from app.query.ask.kinds.attribution import Attributor
from app.query.ask.kinds.comparing import Comparing
from app.query.ask.kinds.numbered import difference, taken_for_granted
from app.query.ask.kinds.several.answering import Several
from app.query.ask.kinds.special import Special
from app.query.ask.lexical.analyse import Analysis
from app.query.ask.lexical.appositions import without_appositions
from app.query.ask.lexical.capitals import capitalised
from app.query.ask.lexical.framing import unframed
from app.query.ask.lexical.lexicon import Lexicon, load_lexicon
from app.query.ask.lexical.months import with_year
from app.query.ask.lexical.names import TYPO_COST
from app.query.ask.lexical.shorthand import written_out
from app.query.ask.lexical.slips import respelt
from app.query.ask.lexical.words import tokenize
from app.query.ask.plain import Plain
from app.query.lookup import Lookup

LONGEST_QUESTION, MOST_WORDS = 1000, 60
_TOTAL = re.compile(r"\b(?:in total|altogether|all told|all in all|in sum|overall)\b", re.IGNORECASE)
_TOTAL_NOUN = re.compile(
    r"\b(?:the )?(?:total|overall|combined|aggregate|cumulative|summed|accumulated)(?: (?:sum|amount|value|volume"
    r"|size))?(?: of)?"
    r" (?:the )?(?=(?:\w+['’]s? )?(?:investments?|funding|financing|money|capital|contributions?|commitments?"
    r"|outlays?)\b)",
    re.IGNORECASE,
)
_TOTAL_LAST = re.compile(
    r"\b(investments?|funding|financing|capital|contributions?) (?:sum )?total(?=\W*$)", re.IGNORECASE
)
_COMPLETION = re.compile(r"\b(?:complet|clos|finali[sz]|consummat|conclud)(?:e|es|ed|ing|ion|ure)\b", re.IGNORECASE)
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


class Asker(Plain):
    """Answers questions of every kind over one graph: of several parts, of special kinds, and plain ones."""

    def __init__(self, lookup: Lookup, ontology: Ontology, lexicon: Lexicon, as_of: datetime.date | None) -> None:
        super().__init__(lookup, ontology, lexicon, as_of)
        self.attributor = Attributor(self.names, self.evaluator, self.answerer)
        self._special = Special(self, self.attributor)
        self._comparing = Comparing(self)
        self._several = Several(self)
        self._alone: dict[str, Draft] = {}

    def answer(self, question: str) -> Answer:
        """The answer to a question."""
        if not question.strip() or len(question) > LONGEST_QUESTION or len(tokenize(question)) > MOST_WORDS:
            return close(self.answerer, refusals.unreadable(question))
        typed, notes = with_year(written_out(question, self.names), self.names.newest)
        plain = unframed(capitalised(typed, self.lexicon, self.names), self.lexicon)
        draft = self._draft(plain)
        if draft.unread:
            draft = self._without_appositions(plain) or self._respelt(plain) or draft
        if not draft.unread:
            draft.caveats += notes
        return close(self.answerer, draft)

    def _without_appositions(self, question: str) -> Draft | None:
        """The answer without what those who are named in full are called besides; None where that is no better."""
        bare, notes = without_appositions(question, self.names, lambda iris: bool(self.answerer.between(list(iris))))
        draft = self._draft(bare) if notes else None
        if draft is None or draft.unread:
            return None
        draft.caveats += notes
        return draft

    def _respelt(self, question: str) -> Draft | None:
        """The answer to a question with its misspelt words mended; None where that makes it no better."""
        spelt, notes = respelt(question, self.lexicon, self.names)
        draft = self._draft(spelt) if notes else None
        if draft is None or draft.unread:
            return None
        draft.caveats += notes
        draft.confidence = max(0.0, draft.confidence - TYPO_COST * len(notes))
        return draft

    def _draft(self, question: str) -> Draft:
        """The answer; a sum over several numbers is refused, one number is its own sum."""
        question = _TOTAL_LAST.sub(r"total \1", question)
        plain = _TOTAL_NOUN.sub("amount of ", _TOTAL.sub("", question))
        draft = self._listed(plain)
        if draft.status is AnswerStatus.NOT_UNDERSTOOD and (bare := _CONFIRMED.sub("", plain)) != plain:
            draft = refusals.unless_confirmed(self._listed(bare))
        if draft.answered and (told := difference(taken_for_granted(tokenize(plain), self.lexicon), draft.items)):
            draft.caveats.append(told)
        if _COMPLETION.search(question) and ONLY_ANNOUNCED in draft.caveats:
            draft.status, draft.items = (
                AnswerStatus.NOT_STATED,
                [],
            )  # the day of the announcement is none of the closing
        summed = plain != question and draft.plan is not None and draft.plan.asked is Asked.AMOUNT
        if _TOTAL_NOUN.search(question) and draft.answered and not summed:
            return refusals.sums(draft)  # whoever they are of, they are not added up
        return refusals.sums(draft) if summed and len(draft.items) > 1 else draft

    def _listed(self, question: str) -> Draft:
        """The answer, its items in the order and the choice that the question asks for."""
        asked = arrangement(question)
        return arranged(asked, self._several.answer(asked.question), self.answerer, self.evaluator)

    def alone(self, question: str) -> Draft:
        """The answer to a question of one part, worked out once: the ways to take a question apart share parts."""
        if question not in self._alone:
            self._alone[question] = self._one(question)
        kept = self._alone[question]
        return replace(kept, items=[*kept.items], facts=[*kept.facts], caveats=[*kept.caveats])

    def _one(self, question: str) -> Draft:
        whole = Analysis(tokenize(question), self.lexicon, self.names)
        if (special := self._special.answer(whole) if whole.words else None) is not None:
            return special
        whole = Analysis(rephrase(whole.tokens), self.lexicon, self.names)
        if (compared := self._comparing.answer(whole)) is not None:
            return compared
        if not whole.words:
            return refusals.unreadable(question)
        draft = self.answer_words(whole)
        return (self._special.of_group(whole) if draft.status is AnswerStatus.NOT_UNDERSTOOD else None) or draft
