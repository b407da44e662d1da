"""Investments: who put money into whom, by verbs and nouns, and by the lists that name a fund's companies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention, MentionKind
from app.extraction.relations.deals.backers import backers
from app.extraction.relations.deals.deal_fate import fated
from app.extraction.relations.deals.portfolios import portfolios
from app.extraction.relations.deals.round_parts import round_parts
from app.extraction.relations.deals.rounds import is_lent, rounds, with_round
from app.extraction.relations.deals.stakes import stakes
from app.extraction.relations.reading.amounts import with_amounts
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.frames import noun_frame, verb_frame
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.patterns import find
from app.extraction.relations.reading.rules import NounRule, VerbRule, by_noun, by_verb, first_filled, words
from app.extraction.relations.reading.sentences import Sentence
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBS = (
    VerbRule("investedIn", words("invest reinvest co-invest"), ("agent",), ("in", "into")),
    VerbRule("investedIn", words("buy"), ("agent",), ("into",), name="investment"),
    VerbRule("investedIn", words("back fund finance bankroll co-finance"), ("agent",), ("patient",), name="backing"),
)
_MONEY_VERBS = words("put pour plough plow pump inject sink plunge commit contribute funnel channel throw stick chuck")
_NOUNS = (
    NounRule(
        "investedIn",
        words("investment"),
        ("poss", "by", "subject", "compound", "from"),
        ("in", "into", "far in"),
        name="investment",
    ),
)
_MONEY = words("money cash cent penny capital fund million billion sum dollar euro pound dime")
_BUY = words("buy acquire purchase obtain get pick snap scoop")
_SIZES = words("% percent half third quarter majority cent")
_SHARES = words("share stock capital equity")
_HALF = Decimal(50)
_BACKERS = r"(?:investors?|backers?|shareholders?|funders?|owners?)"
_LIST = {
    "include": (
        rf"{{O:o}}(?:'s|,? whose)? (?:[\w-]+ ){{0,3}}{_BACKERS} (?:now |also )?(?P<t>include|includes|included|are) "
        rf"{{DESC}}{{OP+:s}}"
    ),
    "backed": r"{OP:s}-(?P<t>backed|funded) (?:[\w-]+ ){0,4}{O:o}",
    "backed by": r"{O:o}, (?:an?|the) (?:[\w-]+ ){1,5}?(?P<t>backed|funded|financed) by {DESC}{OP+:s}",
    "investor in": (
        rf"{{OP:s}},? (?:which is |is |was )?(?:an?|the|one of the) (?:[\w-]+ ){{0,3}}(?P<t>{_BACKERS}) "
        rf"(?:in|of) {{DESC}}{{O:o}}"
    ),
    "such as": rf"{{O:o}}'s (?:[\w-]+ ){{0,2}}(?P<t>{_BACKERS})(?:,)? (?:such as|including|like) {{OP+:s}}",
    "owner named": r"{O:o}'s (?:[\w-]+ ){0,2}(?P<t>investor|backer),? {OP:s}",
    "investors in": (
        rf"(?P<t>{_BACKERS}) (?:in|of) {{O:o}} (?:now |also )?(?:include|includes|included|are|were) {{DESC}}{{OP+:s}}"
    ),
    "among them": (
        r"{O:o}'s (?:[\w-]+ ){0,2}(?P<t>investors|backers|shareholders),? (?:among them|among "
        r"whom are|including|such as) "
        r"{DESC}{OP+:s}"
    ),
    "counts": (
        rf"{{O:o}} (?:also )?(?P<t>counts?|lists?|numbers?|has|had) {{OP+:s}} (?:among|as) (?:its "
        rf"|their )?(?:[\w-]+ ){{0,2}}"
        rf"{_BACKERS}"
    ),
    "investments include": (
        r"{PO:s}'s (?:[\w-]+ ){0,2}(?P<t>investments?) (?:now |also )?(?:include|includes|included|are) {DESC}{O+:o}"
    ),
    "with money from": (
        r"(?:^|[,;] )(?:armed |flush |fresh )?(?P<t>with) (?:a |another |some )?(?:(?!{O})[\w-]+ ){0,2}?{M} "
        r"(?:(?:of|in) (?:[\w-]+ ){1,3})?from {DESC}{OP+:s}, {O:o}"
    ),
    "portfolio company": r"{O:o},? (?:which is |is |was )?an? (?P<t>portfolio company) of {DESC}{O:s}",
    "portfolio company x": r"{O:s}(?:'s)? (?P<t>portfolio company),? {O:o}",
}
# As in "the fund's portfolio includes": a maker's portfolio is of brands, so whose it is must sound like an investor.
_PORTFOLIO = {
    "portfolio": (
        r"{O:s}'s (?:[\w-]+ ){0,2}(?P<t>portfolio)(?: companies| firms| holdings| of [\w-]+)? (?:now |also )?"
        r"(?:include|includes|included|contains|are) {DESC}{O+:o}"
    )
}
_INVESTOR_WORDS = words("capital ventures partners fund invest investments equity holdings angels venture investors")
_PRESUMED = words("backed with_money_from such_as among_them owner_named portfolio_company_x")


def investments(sentence: Sentence) -> Iterator[Candidate]:
    """Investments and stakes in a sentence."""
    for candidate in (*by_verb(sentence, _VERBS), *by_noun(sentence, _NOUNS)):
        if not _backs_an_offer(candidate):
            yield fated(with_round(with_amounts(candidate)))
    yield from _put_into(sentence)
    yield from _part_bought(sentence)
    yield from rounds(sentence)
    yield from round_parts(sentence)
    yield from _once([*_listed(sentence), *backers(sentence)])
    yield from stakes(sentence)
    yield from portfolios(sentence)


def _backs_an_offer(candidate: Candidate) -> bool:
    """As in "the board likes the offer, and holders have promised to back it": no money in it."""
    doc, obj = candidate.sentence.passage.doc, candidate.object
    if candidate.rule != "backing" or not isinstance(obj, FoundMention) or obj.kind is not MentionKind.PRONOUN:
        return False
    return any(lemma(token) in _BACKED for token in doc[candidate.sentence.start : candidate.trigger])


_BACKED = words("offer bid plan proposal deal merger takeover motion idea strategy candidate")


def _once(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Each pair once, the surface reading first: both find most lists."""
    seen: set[tuple[str, str, str]] = set()
    for candidate in candidates:
        key = (candidate.relation, candidate.subject.entity, getattr(candidate.object, "entity", ""))
        if key not in seen:
            seen.add(key)
            yield candidate


def _put_into(sentence: Sentence) -> Iterator[Candidate]:
    """As in "put $5 million into X", "never put a cent into X"."""
    for token in sentence.words:
        if lemma(token) not in _MONEY_VERBS or token.pos_ != "VERB" or is_lent(token):
            continue
        frame = verb_frame(token)
        # Of "put £6m into X" the parser may take the sum for an adverb.
        if not _is_money(sentence, frame.get("patient") or [c for c in token.rights if c.dep_ == "npadvmod"]):
            continue
        subjects = first_filled(sentence, frame, ("agent",), "PO")
        for subject in subjects:
            for obj in first_filled(sentence, frame, ("into", "in", "behind"), "O", skip=subjects):
                found = Candidate("investedIn", "investment", sentence, subject, obj, token.i)
                yield fated(with_round(with_amounts(found)))


def _part_bought(sentence: Sentence) -> Iterator[Candidate]:
    """As in "bought 12% of X": a part named by its size. A "stake" that is bought is a stake."""
    for token in sentence.words:
        if lemma(token) not in _BUY or not is_verb(token):
            continue
        frame = verb_frame(token)
        if any(t.lower_ == "each" for t in token.doc[max(sentence.start, token.i - 2) : token.i]):
            continue  # "A and B each get 30%": shares that are dealt out
        for share in (t for t in frame.get("patient")[:1] if t.lower_ in _SIZES):
            frames = [noun_frame(t) for t in (share, *(o for o in noun_frame(share).get("of") if lemma(o) in _SHARES))]
            targets = [t for f in frames for t in first_filled(sentence, f, ("of", "in"), "O", metonyms=False)]
            for subject in first_filled(sentence, frame, ("agent",), "PO", skip=targets, metonyms=False):
                for obj in targets:
                    found = fated(with_amounts(Candidate("investedIn", "investment", sentence, subject, obj, token.i)))
                    percent = found.details.get("percent")
                    rest = any(c.lower_ in ("remaining", "outstanding") for c in share.children)
                    whole = rest or (percent is not None and Decimal(percent.value) > _HALF)
                    yield replace(found, relation="acquired", rule="acquisition") if whole else found


def _is_money(sentence: Sentence, tokens: Sequence[Token]) -> bool:
    return any(
        lemma(token) in _MONEY
        or any(slot.letter == "M" and slot.start <= token.i < slot.end for slot in sentence.slots)
        for token in tokens
    )


def _listed(sentence: Sentence) -> Iterator[Candidate]:
    for name, found in (*find(sentence, _LIST), *find(sentence, _PORTFOLIO)):
        holds = "shareholder" in found.match.group(0).lower() or "owner" in found.text("t")
        relation = "ownsStakeIn" if holds else "investedIn"
        for subject in found.mentions("s"):
            if name == "portfolio" and not _is_investor(sentence, subject):
                continue
            for obj in found.mentions("o"):
                if subject.entity == obj.entity:
                    continue
                presumed = name in _PRESUMED
                yield Candidate(
                    relation,
                    "investor list",
                    sentence,
                    subject,
                    obj,
                    found.trigger,
                    Kind.STATE if holds else Kind.EVENT,
                    phase=(Phase.ONGOING if holds else Phase.COMPLETED) if presumed or not holds else None,
                    presupposed=presumed or name in ("investor in", "backed by", "investors in", "investments include"),
                    timed=False,
                )


def _is_investor(sentence: Sentence, firm: FoundMention) -> bool:
    return not _INVESTOR_WORDS.isdisjoint(sentence.scene.mentions.entity(firm).name.lower().split())
