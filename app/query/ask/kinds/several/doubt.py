"""Answers what a part asks of the word for what was told: "and who says so", "is that sure", "do they agree"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.model import AnswerItem, AnswerStatus, Fact, Status
from app.query.ask.answers.answer import Answerer
from app.query.ask.answers.draft import Draft
from app.query.ask.kinds.attribution import Attributor, Saying
from app.query.ask.lexical.quantities import NUMBER_SLOTS
from app.query.ask.lexical.words import spelt_words

_SAYING = (
    r"(?:says?|said|claims?|claimed|reports?|reported|states?|stated|tells? us|told us|confirms?|confirmed|announced?"
    r"|announces|maintains?|maintained|wrote|writes|is saying|has said|has reported|has confirmed)"
)
_IT = r"(?: (?:so|that|this|it|as much|them|these|all that|all this|the (?:claim|story|report|news)))?"
_TEXTS = (
    r"(?:the )?(?:articles?|sources?|reports?|papers?|newspapers?|accounts?|outlets?|stories|media|press|they|figures"
    r"|numbers|versions)"
)
_SURE = (
    r"(?:confirmed|certain|official|definite|established|verified|proven|settled|sure|true|a fact|fact|reliable"
    r"|on (?:the )?record|in the open|reported|known|public knowledge|corroborated|undisputed|undoubted|documented)"
)
_THAT = r"(?:it|that|this)"
_WHO = re.compile(
    rf"(?:who|which (?:source|paper|newspaper|article|outlet)|what source|whom?ever) {_SAYING}{_IT}"
    rf"|says who|according to whom|(?:on|by) whose (?:word|authority|account)(?: is {_THAT})?"
    rf"|who (?:is|was) (?:the|its|their) sources?{_IT}(?: of {_THAT})?"
    rf"|what (?:is|are|was|were) (?:the|its|their) sources?(?: (?:of|for|behind) {_THAT})?"
    rf"|who do we have {_THAT} from|from whom (?:do we have|comes|is) {_THAT}"
    rf"|where does {_THAT} come from|whose (?:claim|word|report|statement|account) is {_THAT}"
)
_WHO_DENIES = re.compile(
    r"(?:who|does anyone|does anybody|did anyone|has anyone) (?:den(?:y|ies|ied)|disputes?|disputed|contradicts?"
    rf"|contests?|rejects?|rejected|contested){_IT}"
)
_CERTAIN = re.compile(
    rf"(?:is|are|was|were|has|have) (?:{_THAT}|they|all that|all this|any of {_THAT})(?: been)?"
    r"(?: (?:all|really|officially|actually|already|yet|now|fully|publicly|independently))?"
    rf" {_SURE}(?: yet| already| now)?"
    rf"|how (?:sure|certain|reliable|definite) (?:is|are) (?:{_THAT}|they|we)(?: of {_THAT})?"
)
_FIGURE = r"the (?:sum|figure|amount|date|number|price)s?"
_AGREE = re.compile(
    rf"(?:do|did) {_TEXTS} (?:all )?"
    r"(?P<agree>agree|differ|disagree|contradict (?:each other|one another)|conflict|tally|match)"
    rf"(?: (?:on|about|over|with each other)(?: (?:{_THAT}|{_FIGURE}))?)?"
    rf"|(?:is|are|was) (?:{_THAT}|they|{_FIGURE}) (?P<disputed>disputed|contested|undisputed|consistent|in dispute)"
)
_SAME = re.compile(r"agree|tally|match|undisputed|consistent")


def doubted(part: str, told: Draft, answerer: Answerer, attributor: Attributor, *, noun: str | None) -> Draft | None:
    """What a part asks of the word for the facts that an earlier part told; None where it asks something else."""
    text = " ".join(word for word in spelt_words(part) if word not in ("and", "but", "then", "also"))
    facts = _root_facts(told)
    if not facts:
        return None
    if noun == "source" or _WHO.fullmatch(text):
        return attributor.who_said(Saying("affirmed", (), who=True, rest=()), facts)
    if _WHO_DENIES.fullmatch(text):
        return attributor.who_said(Saying("negated", (), who=True, rest=()), facts)
    if _CERTAIN.fullmatch(text):
        return _certainty(facts, answerer, told)
    if found := _AGREE.fullmatch(text):
        return _agreement(facts, answerer, same=bool(_SAME.search(found["agree"] or found["disputed"])))
    return None


def _root_facts(told: Draft) -> list[Fact]:
    root = told.plan.root if told.plan else None
    kind = root.relation.situation if root else None
    return [fact for fact in told.facts if fact.type == kind] or list(told.facts)


def _certainty(facts: Sequence[Fact], answerer: Answerer, told: Draft) -> Draft:
    """The weakest standing of what was told: an answer is no surer than the least sure of it."""
    weakest = next((fact for fact in facts if not fact.status.vouched or not fact.realised), facts[0])
    settled = weakest.status.vouched
    word = "yes" if settled and weakest.realised else "planned" if settled else str(weakest.status)
    sentence = f"{'Confirmed' if word == 'yes' else word.capitalize()}: {answerer.speaker.sentence(weakest)}."
    return Draft(
        AnswerStatus.ANSWERED if word == "yes" else AnswerStatus.PARTIAL,
        sentence,
        [AnswerItem(label=word, value=word, status=weakest.status)],
        facts=[weakest],
        confidence=told.confidence,
        plan=told.plan,
    )


def _agreement(facts: Sequence[Fact], answerer: Answerer, *, same: bool) -> Draft:
    """Whether the articles agree on the details of what was told; of a single source nothing can be said."""
    differing = [
        (fact, aspect.name)
        for fact in facts
        for aspect in fact.aspects
        if aspect.has_sides and (aspect.is_detail or fact.status is Status.DISPUTED)
    ]
    if not differing and max(fact.independent_origins for fact in facts) < 2:
        return Draft(AnswerStatus.NOT_STATED, "Only one source tells of it, so that there is nothing to compare.")
    word = "yes" if bool(differing) is not same else "no"
    names = [name for _, name in differing]
    sentence = f"The articles differ on {', '.join(dict.fromkeys(names))}." if differing else "The articles agree."
    values = [
        AnswerItem(label=label, value=value, status=Status.DISPUTED)
        for fact, name in differing
        if name in NUMBER_SLOTS
        for label, value in answerer.speaker.measure(fact, name)
    ]
    items = [AnswerItem(label=word, value=word), *values]
    return Draft(AnswerStatus.ANSWERED, sentence, items, facts=[fact for fact, _ in differing], confidence=0.9)
