"""Shares told of several at once: "each owns half", "A has 50%, B 30% and C 20%", "X, of which it holds a third"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.dealt_in import Told
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.rules import percent_detail
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.values.money import FoundPercent

_ABOUT = (
    r"(?:about |around |roughly |nearly |almost |some |just over |just under |more than |over |at least |an? |the )?"
)
_PART = r"(?:{C:c}|half|a third|a quarter|an equal (?:share|stake|part)|equal (?:shares|stakes|parts))"
_STAKE = r"(?: (?:stakes?|holdings?|shareholdings?|interests?|shares?))?"
_HELPERS = r"(?:(?:now|still|also|already|currently|will|would|to|today|which|who|that|both|between them) )*"
_OWN = r"(?P<t>owns?|owned|holds?|held|has|have|had|gets?|got|takes?|took|keeps?|kept|retains?|receives?|control[s]?)"
_IT = (
    r"(?: (?:of|in) (?:{DESC}(?:[a-z]+, )?{O:o}(?!'s)|it|the (?:[\w-]+ )?(?:venture|company|business|firm|group|"
    r"result|whole|shares|"
    r"capital|equity|operator|carrier|bank|lender|chain)))?"
)
_END = r"(?=[,.;)]|$| and | while | with | after | in return| as )"
_EACH = {
    "each owns": rf"{{OP+:s}},? {_HELPERS}each {_HELPERS}{_OWN} {_ABOUT}{_PART}{_STAKE}{_IT}{_END}",
    "own each": rf"{{OP+:s}},? {_HELPERS}{_OWN} {_ABOUT}{_PART}{_STAKE} (?:each|apiece){_IT}{_END}",
    "own in equal parts": rf"{{OP+:s}},? {_HELPERS}{_OWN} (?:equal (?:shares|stakes|parts|halves)){_IT}{_END}",
    "with so much each": (
        rf"{{OP+:s}},? {_HELPERS}(?:is|are|remain|were) (?:[a-z]+ ){{0,2}}(?P<t>owners|shareholders|partners|"
        rf"co-owners),? with "
        rf"{_ABOUT}{_PART}{_STAKE} (?:each|apiece){_END}"
    ),
}
_WHICH = {
    "of which": (
        rf"{{O:o}}(?:, (?:(?!{{O}}|{{P}})[^,;.]){{3,60}})?,? (?:of|in) which (?:the )?{{PLAIN}}{{OP:s}},? {_HELPERS}"
        rf"{_OWN} {_ABOUT}(?:{{C:c}}|all|half|a third|a quarter|a majority|a minority|most|controlling)"
        rf"(?:(?: [\w-]+)? (?:stake|holding|shareholding|interest|share|of (?:the|its) (?:shares|capital|equity|"
        rf"stock)))?"
        rf"{_END}"
    ),
}
_FURTHER = {
    "b so much": (
        r"(?:,|;| and|, and|,? while|, but|,? with|\() ?(?:the )?(?P<t>{PLAIN}{OP:s}) "
        rf"(?:(?:has|have|holds?|owns?|gets?|keeps?|will hold|will own|will have|with|holding|owning|another|a "
        rf"further|\() )?"
        rf"{_ABOUT}(?:{{C:c}}|(?:the )?(?:rest|remainder|balance|other half|(?:remaining|other) (?:{{C:d}}|shares?|"
        rf"half)))"
        r"(?=[,.;)]|$| and | while | of the (?:shares|capital|equity))"
    ),
}
_BASE = {
    "a so much": (
        rf"{{OP}},? {_HELPERS}(?P<t>owns?|owned|holds?|held|has|have|had|gets?|keeps?|with|will hold|will own|will "
        rf"have|controls?) "
        rf"{_ABOUT}(?:{{C}}|half|a third|a quarter|most|the majority)"
    )
}


def share_lists(sentence: Sentence, told: Told) -> Iterator[Candidate]:
    """Each share that such a list tells; of what is left out where nothing names it."""
    if not {"O", "P"} & sentence.letters:
        return
    for _, found in find(sentence, _EACH):
        yield from _stakes(found, next(iter(found.mentions("o")), None))
    for _, found in find(sentence, _WHICH):
        for firm in found.mentions("o")[-1:]:
            yield from _stakes(found, firm)
    yield from _further(sentence, told)


def _further(sentence: Sentence, told: Told) -> Iterator[Candidate]:
    """Those who are told to hold shares after the first, with no verb of their own."""
    bases = [found for _, found in find(sentence, _BASE)]
    if not bases:
        return
    end = min(found.match.end() for found in bases)
    firms = {
        c.object_entity: c.object
        for c in told.here
        if c.relation == "ownsStakeIn" and isinstance(c.object, FoundMention)
    }
    company = next(iter(firms.values())) if len(firms) == 1 else None
    for _, found in find(sentence, _FURTHER):
        if found.match.start() >= end - 1:
            yield from _stakes(found, company if isinstance(company, FoundMention) else None, bases[0].trigger)
            end = found.match.end()


def _stakes(found: Found, company: FoundMention | None, trigger: int | None = None) -> Iterator[Candidate]:
    sentence = found.sentence
    holders: Sequence[FoundMention] = found.mentions("s")
    share = found.amount("c") or found.amount("d")
    at = found.trigger if trigger is None else trigger
    for holder in holders:
        if company is not None and holder.entity == company.entity:
            continue
        stake = Candidate("ownsStakeIn", "stake", sentence, holder, company, at, Kind.STATE)
        if isinstance(share, FoundPercent):
            stake = stake.with_details(percent=percent_detail(share, sentence))
        yield stake
