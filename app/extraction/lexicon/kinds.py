"""What a firm is by a word of its name: "Orrin Motors" is the carmaker, "Banco Alto" the lender."""

from __future__ import annotations

from collections.abc import Iterable

_KINDS = (
    ("motors motor automobile automobiles automotive auto autos cars", "carmaker automaker manufacturer car"),
    ("bank banco banca banque bancorp bankshares savings sparekasse sparkasse credit", "bank lender"),
    ("insurance assurance mutual reinsurance", "insurer"),
    ("pharma pharmaceutical pharmaceuticals biotech therapeutics biologics biosciences", "drugmaker drug biotech"),
    ("air airlines airways aviation airline", "airline carrier"),
    ("chips semiconductor semiconductors microelectronics micro", "chipmaker chip"),
    ("foods food", "food"),
    ("stores supermarkets supermarket market markets retail grocers groceries grocery", "retailer supermarket grocer"),
    ("stores supermarkets supermarket grocers groceries grocery", "chain"),
    ("stores", "store"),
    ("energy power electric gas electricity", "utility energy power"),
    ("telecom telecoms mobile telephone wireless cellular telco", "operator carrier telecom telecoms phone mobile"),
    ("logistics freight haulage trucking transport shipping carriers", "haulier shipper logistics freight carrier"),
    ("steel", "steelmaker steel"),
    ("mining minerals copper gold lithium", "miner mining"),
    ("oil petroleum petrochem petro", "oil"),
    ("chemicals chemical", "chemical chemicals"),
    ("hotels hotel resorts hoteles", "hotelier hotel chain"),
    ("brewing brewery breweries beer brewers", "brewer brewery"),
    ("bakery bakeries", "bakery"),
    ("holding holdings group", "conglomerate"),
    ("publishing press books", "publisher publishing"),
    ("homes housing", "housebuilder homebuilder"),
    ("shipyard shipyards shipbuilding", "shipbuilder shipyard"),
    ("ventures fund", "investor fund"),
    ("cloud software systems", "software"),
    ("pictures films film", "studio"),
    ("games", "studio publisher"),
    ("railways railway rail", "railway operator"),
    ("university college school hospital clinic studios", ""),
    ("robotics robots", "robotics"),
    ("ai", "ai"),
)
# Nouns of which one stands for another: the lender of one sentence is the bank of the next.
_ALIKE = tuple(
    frozenset(nouns.split())
    for nouns in (
        "bank lender",
        "airline carrier",
        "carmaker automaker",
        "retailer grocer supermarket chain discounter",
        "brewer brewery",
        "insurer underwriter",
        "startup start-up upstart newcomer",
        "builder housebuilder homebuilder developer",
        "haulier shipper carrier",
        "shipyard shipbuilder yard",
        "drugmaker biotech",
        "hotelier chain",
        "publisher publication",
        "miner mining",
        "cooperative co-operative",
        "fund investor financier",
        "dairy cheesemaker",
        "studio label",
        "manufacturer maker producer",
    )
)
_BY_WORD = {
    word: frozenset(kind for words, kinds in _KINDS if word in words.split() for kind in (*kinds.split(), word))
    for names, _ in _KINDS
    for word in names.split()
}


def kinds(words: Iterable[str]) -> set[str]:
    """The nouns that a firm may be called by whose name has these words, in lower case."""
    return {kind for word in words for kind in _BY_WORD.get(word, ())}


def also_called(noun: str, words: Iterable[str]) -> bool:
    """Whether a firm that is described in these words may be called by a noun that is none of them.

    >>> also_called("lender", ["bank"]), also_called("glassmaker", ["glass", "maker"]), also_called("bank", ["brewer"])
    (True, True, False)
    """
    known = set(words)
    made = noun.removesuffix("maker")
    return any(noun in alike and known & alike - {noun} for alike in _ALIKE) or (made != noun and made in known)
