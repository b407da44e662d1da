"""What firms are called besides the nouns for firms at large: "a Norwegian yard", "the consultants X", "a leader"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.extraction.lexicon.nouns import COMPANY_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

# Said beside a name, these tell that it is a firm's; alone they may be a place, a person or a state of affairs.
FIRM_DESCRIPTIONS = frozenset(
    """assembler auctioneer breeder charterer co-op coop co-operative cidermaker consortium creamery fabricator
    farm fishery forwarder forge franchisee franchisor freighter furrier garage goldsmith grower headhunter
    importer installer insurtech fintech biotech edtech ironworks jeweller joinery laundry lessor marketer
    merchant mill microlender mine moneylender nursery outfitter outsourcer partnership pharmacy plantation
    pottery practice printer processor quarry recycler refinery reinsurer roaster saddler salon sawmill smelter
    subcontractor tannery theatre trust underwriter vineyard winemaker workshop works yard""".split()
)
# "the consultants X": several who are one firm; people so called are named by two or listed.
PROFESSIONS = frozenset(
    """accountants architects auctioneers auditors bakers bankers bookbinders brewers brokers builders consultants
    contractors designers engineers headhunters jewellers lawyers lobbyists printers publishers shipbrokers
    solicitors surveyors stockbrokers tailors underwriters valuers vintners""".split()
)
# "the market leader", "an industry newcomer".
_OF_MARKETS = frozenset("market industry category sector segment world global".split())
_PLACED = frozenset("leader laggard newcomer entrant".split())
# People buy, build and brew as firms do.
_DONE_BY_PEOPLE = frozenset(
    """brewer broker builder buyer dealer designer developer financier grocer hotelier investor miner printer
    publisher seller trader""".split()
)


def kind_of(noun: Token) -> str:
    """The lemma of a noun with the half before its hyphen: "co-operative", "start-up"."""
    lemma = noun.lemma_.lower()
    joined = noun.i > 1 and noun.nbor(-1).text == "-" and noun.nbor(-2).lower_ in {"co", "start", "spin"}
    return f"{noun.nbor(-2).lower_}-{lemma}" if joined else lemma


# Of these a name may be a person's: "Brixton Verd, the wine merchant".
_TRADES = frozenset(
    """auctioneer breeder forwarder goldsmith grower headhunter importer installer jeweller lessor marketer
    merchant outfitter printer processor roaster saddler subcontractor underwriter winemaker""".split()
)


def firm_told_by(noun: Token) -> float:
    """How much a noun beside a name tells that it is a firm's, where it is none of the nouns for firms at large."""
    if noun.tag_ == "NNS":
        return 0
    if noun.lemma_ in _PLACED:
        return 6 if any(c.lower_ in _OF_MARKETS for c in noun.lefts) else 0
    kind = kind_of(noun)
    if kind in _TRADES:
        return 2.5
    return 6 if kind in FIRM_DESCRIPTIONS or (kind != noun.lemma_.lower() and kind in COMPANY_NOUNS) else 0


def is_a_post(noun: Token) -> bool:
    """Whether a noun that firms are called by too tells what somebody was: "a former tea buyer at X"."""
    if noun.lemma_.lower() not in _DONE_BY_PEOPLE:
        return False
    return any(c.lower_ in {"former", "retired", "onetime"} for c in noun.lefts) or any(
        c.lower_ == "at" and c.dep_ == "prep" for c in noun.children
    )


# "The Acme chain", "the Acme parent", "the Acme rival": there Acme is a firm, in "the Bradford law firm" a town.
_NAMED_AFTER_OWNERS = frozenset(
    """bank brand business buyer chain club competitor customer distributor dealer employer empire enterprise
    exchange factory franchise giant group holding house investor label marketplace parent partner platform rival
    seller spin-off spinoff store studio subsidiary supermarket supplier unicorn vendor venture agency provider
    reseller backer""".split()
)
# "The iPhone maker": what stands directly before is as likely a product.
_MAKING = frozenset(
    "maker manufacturer developer owner operator publisher producer designer builder specialist".split()
)
_OF_OTHERS = frozenset("parent sister holding mother family portfolio".split())


def is_towns_firm(following: Sequence[Token] | TokenSpan) -> bool:
    """Whether words after a name say that it is a firm's town: "the Bradford law firm", "a Galway maker of X"."""
    words: list[Token] = []
    for token in following:
        joined = token.tag_ == "VBN" and token.i > 0 and token.i + 1 < len(token.doc) and token.nbor().text == "-"
        if not (joined or token.tag_ in {"NN", "JJ", "HYPH", "VBG"}) or (token.text != "-" and not token.is_lower):
            break
        if len(words) > _LONGEST:
            break
        words.append(token)
    several = following[len(words)] if len(words) < len(following) else None
    if several is not None and several.lower_ in PROFESSIONS and several.is_lower:
        return True  # "the Dundee naval architects"
    if not words or words[0].text == "-" or any(word.lower_ in _OF_OTHERS for word in words[:-1]):
        return False
    kind = words[-1].lemma_.lower()
    if kind in _NAMED_AFTER_OWNERS or kind not in COMPANY_NOUNS | FIRM_DESCRIPTIONS:
        return False
    after = following[len(words)] if len(words) < len(following) else None
    return len(words) > 1 or kind not in _MAKING or (after is not None and after.lower_ == "of")


_LONGEST = 4
