"""Money told without its company: "which has bankrolled the lab", "had taken money from Tarn", "and Vale $12m"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.dealt_in import after_whose, is_near
from app.extraction.relations.context.unresolved import is_unresolved_firm
from app.extraction.relations.deals.rounds import RAISED_FROM, investing
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.frames import Frame, verb_frame
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.patterns import find
from app.extraction.relations.reading.rules import first_filled, money_detail, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.values.money import FoundMoney

if TYPE_CHECKING:
    from spacy.tokens import Token

_BACK = words("back fund finance bankroll seed")


def money_put_in(sentence: Sentence, investor: FoundMention, verb: Token, rule: str = "round part") -> Candidate:
    """Money that somebody puts into a company which is to be found."""
    return Candidate("investedIn", rule, sentence, investor, None, verb.i)


def investors_of(sentence: Sentence, frame: Frame) -> list[FoundMention]:
    """Who puts it in, as the subject of a verb."""
    found = first_filled(sentence, frame, ("agent",), "PO", metonyms=False)
    return [after_whose(sentence, m, frame.trigger.i) for m in found if is_near(sentence, m)]


def backed(sentence: Sentence) -> Iterator[Candidate]:
    """As in "which has bankrolled the lab since the start"."""
    for verb in sentence.words:
        if is_verb(verb) and lemma(verb) in _BACK:
            frame = verb_frame(verb)
            if any(t.lower_ != "it" and is_unresolved_firm(sentence, t) for t in frame.get("patient")[:1]):
                for investor in investors_of(sentence, frame):
                    yield money_put_in(sentence, investor, verb)


def raised_from(sentence: Sentence) -> Iterator[Candidate]:
    """As in "the spin-out had taken money from Tarn and Vale", of a firm that nobody could resolve."""
    for _, found in find(sentence, RAISED_FROM):
        verb = sentence.passage.doc[found.trigger]
        if is_verb(verb) and any(is_unresolved_firm(sentence, t) for t in verb_frame(verb).get("agent")[:1]):
            for investor in investing(sentence, found):
                yield money_put_in(sentence, investor, verb)


def and_others(sentence: Sentence) -> Iterator[Candidate]:
    """The Vale of "Tarn put in $30m and Vale $12m"."""
    bases = [found for _, found in find(sentence, _PAID)]
    for _, found in find(sentence, _ALSO) if bases else ():
        if found.match.start() >= bases[0].match.end() - 1:
            for investor in investing(sentence, found):
                told = money_put_in(sentence, investor, sentence.passage.doc[bases[0].trigger])
                money = found.amount("m")
                yield told.with_details(**money_detail(money, sentence)) if isinstance(money, FoundMoney) else told


_PAID = {
    "a put in": (
        r"(?P<t>put in|put up|invested|contributed|chipped in|committed|gave|provided|injected|put|added) "
        r"(?:about |nearly |some |another |up to |roughly |around |just )*(?:{M}|(?:[a-z]+|\d+) million)"
    )
}
_ALSO = {
    "b so much": (
        r"(?:,|;| and|, and|,? while) (?:the )?{PLAIN}{OP:s} (?:added |put in |gave |chipped in |another |a "
        r"further |about )*"
        r"(?:{M:m}|(?:[a-z]+|\d+) million)(?=[,.;]|$| and | in | on )"
    )
}
