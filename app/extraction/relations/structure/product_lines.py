"""Products by their line or maker: "its Glide series", "the maker of Glide", "its first game was Glide"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.extraction.lexicon.places import is_known_place
from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate, Kind, Text
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.lines import OPEN
from app.extraction.relations.reading.listing import Item, items_from
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.product_names import whole_name
from app.extraction.relations.reading.sentences import Sentence
from app.model import Phase

_LINES = (
    r"(?P<t>series|line|range|family|lineup|software|platforms?|system|app|apps|model|models|program|service|"
    r"services|chip|chips|"
    r"processors?|engine|engines|drug|vaccine|scanners?|phones?|smartphones?|consoles?|cars?|trucks?|games?|"
    r"magazine|newspaper|"
    r"films?|movies?|television shows?|tv shows?|shows?|podcast|toys?|brand|suite|packages?|products?|tools?|"
    r"devices?|speakers?|"
    r"guitars?|cameras?|headsets?|missiles?|aircraft|jets?|boats?|yachts?|assistants?|chatbots?)"
)
# "the Netflix series B" is about B.
_NO_NAME = r"(?!,? ?[\"'`(]*(?:{ROXPL}|(?-i:[A-Z])))"
_BREAK = r"(?:on|for|of|from|with|to|in|at|by|and|or|under|through)\b"
# What a thing is that is made and sold under a name.
THING = (
    r"(?:vans?|bus(?:es)?|trams?|trains?|lorr(?:y|ies)|trucks?|cars?|suvs?|bikes?|e-bikes?|scooters?|"
    r"motorcycles?|jets?|planes?|"
    r"drones?|robots?|scanners?|printers?|sensors?|batter(?:y|ies)|phones?|smartphones?|tablets?|laptops?|"
    r"watch(?:es)?|headsets?|"
    r"consoles?|chips?|processors?|cameras?|speakers?|ovens?|stoves?|fridges?|tents?|jackets?|shoes?|boots?|"
    r"trainers|dolls?|"
    r"toys?|games?|apps?|programs?|chatbots?|assistants?|models?|software|drugs?|medicines?|vaccines?|pills?|"
    r"injections?|"
    r"treatments?|creams?|sprays?|syrups?|shampoos?|soaps?|toothpastes?|perfumes?|detergents?|biscuits?|"
    r"crisps|snacks?|"
    r"chocolates?|cheeses?|yoghurts?|spreads?|cereals?|sauces?|lemonades?|sodas?|colas?|beers?|ciders?|"
    r"lagers?|ales?|wines?|"
    r"gins?|vodkas?|rums?|whisk(?:e)?ys?|drinks?|teas?|coffees?|mattress(?:es)?|sofas?|chairs?|lamps?|"
    r"magazines?|newspapers?)"
)
# So called where a name follows: "its triage bot, Lumo".
_TOOLS = (
    r"bots?|copilots?|tools?|platforms?|products?|suites?|browsers?|wearables?|dashboards?|plug-?ins?|accelerators?"
)
_NAMED = (
    r"(?!(?-i:The|This|That|These|Its?|An?|Their|His|Her|Our|Both|All|Most|Some|"
    r"New)\b)[\"'`]*(?P<n>{ROXL}|{NAME})[\"'`]*(?!'s)"
)
_MADE = r"(?:made|built|brewed|manufactured|produced|developed|bottled|baked|distilled)"
_SURFACE = {
    "makes x": (
        r"{O:s},? (?:which |that |also |currently |now |still |has |had |have |will |stop |stopped |and )*"
        r"(?P<t>makes|made|brews|bottles|manufactures|bakes|distils|making) (?:the |{ITS} )?(?:(?!{O}|for|by|"
        r"from|of|it|up|sure|an?|"
        rf"more|most|less|use|and|or|to|in|its)[a-z][\w-]* ){{0,3}}?{_NAMED}(?=[,.;]| and | at | in |$| {THING}\b)"
    ),
    "is made by x": (
        rf"(?:^|[.;,] |(?:of|that|said) )(?:the )?{_NAMED}(?: {THING})?(?:,? (?:which |that )?(?:is|was|are|"
        rf"were)|,) "
        rf"(?P<t>{_MADE[3:-1]}) by {{DESC}}{{O:s}}"
    ),
    "x, its thing": (
        rf"(?:^|[.;,] |(?:of|that|said|for|than) )(?:the )?{_NAMED}, {{O:s}}'s (?:[\w-]+ "
        rf"){{0,4}}?(?P<t>(?:{THING[3:-1]}))(?=[,.;])"
    ),
    "launched x, a thing": (
        r"{O:s},? (?:which |that |also |has |had |have |will |is )*(?P<t>launched|unveiled|introduced|"
        r"released|presented|"
        r"launching|launch|unveil|introduce|announced|developed|makes|sells|discontinued|shown|showed) (?:the "
        r"|version \d+ of )?"
        rf"{_NAMED}, (?:an?|the|its|{{O}}'s) (?:[\w-]+ ){{0,4}}?{THING}\b"
    ),
    "its thing, the x": (
        rf"{{O:s}}'s (?:(?!{_BREAK})[a-z][\w-]* ){{0,4}}?(?P<t>(?:{THING[3:-1]}|{_TOOLS})), (?:the "
        rf"|called )?{_NAMED}(?=[,.;]|$)"
    ),
    "its product, a thing called x": (
        r"{O:s}'s (?:[\w-]+ ){0,4}?(?P<t>product|device|model|invention|tool|app|game|drug|machine|best-?seller), "
        r"(?:an?|the) (?:(?!{O}|{P})[\w-]+ ){1,7}?(?:called|named|known as|dubbed),? "
        rf"(?:the )?{_NAMED}"
    ),
    "its x thing": (
        rf"{{O:s}}'s {_NAMED} (?P<t>(?:{THING[3:-1]}))\b(?! (?:unit|business|maker|division|arm|company|"
        rf"chain))"
    ),
    # "X's Glide series", "its RetinaGate scanner"
    "its line": (
        rf"(?<!the\s){{O:s}}'s (?:(?!{_BREAK})[a-z][\w-]* ){{0,3}}[\"'`]* ?(?P<n>{{ROX}}|{{NAME}}) ?[\"'`]* "
        rf"?{_LINES}\b(?!'s|-){_NO_NAME}"
    ),
    "sells the line": (
        r"{O:s},? (?:which |that |also |currently |now |first |later |then )*(?:makes?|made|sells?|sold|"
        r"markets?|marketed|"
        r"offers?|offered|produces?|produced|launched|launches|introduced|introduces|develops|developed|"
        r"released|releases|"
        r"publishes|published|owns|owned|operates|created|creates|unveiled|unveils|builds|built|designed|"
        r"designs) the "
        rf"(?:[a-z][\w-]* ){{0,3}}[\"'`]* ?(?P<n>{{ROX}}|{{NAME}}) ?[\"'`]* ?{_LINES}\b(?!'s|-){_NO_NAME}"
    ),
    "makes one called": (
        r"{O:s},? (?:which |that |also |currently |now |has |had )*(?:makes?|made|sells?|sold|markets?|marketed|"
        r"offers?|offered|produces?|produced|launched|launches|introduced|introduces|develops?|developed|"
        r"released|releases|"
        r"unveiled|unveils|builds?|built|designed|designs) (?:an?|the|{ITS}) (?:(?!{O})[a-z][\w-]* ){1,6}?"
        r"(?P<t>called|named|dubbed|known as),? (?:the )?[\"'`]*(?P<n>{ROX}|{NAME})(?!'s)"
    ),
    "made by": (
        r"(?:^|[.;,] )[\"'`]*(?P<n>{ROX}|{NAME})[\"'`]*, (?:an?|the) (?:(?!{O})[a-z][\w-]* ){1,6}?(?P<t>made|"
        r"built|developed|produced|manufactured|designed|marketed|released|"
        r"published|sold|brewed) by {DESC}{O:s}"
    ),
    "maker of": (
        r"{O:s},? (?:(?:which|that|is|was|has been|are|were|became|best known as|known as|also|one of|the|an?|"
        r"original) )*"
        r"(?:[a-z][\w-]* ){0,3}(?P<t>makers?|creators?|producers?|developers?|publishers?|manufacturers?|inventors?|"
        r"owners?)(?:,? (?:and|or) (?:distributor|owner|publisher|operator|developer|manufacturer|seller)s?)? "
        r"(?:of|behind) (?P<w>)"
    ),
    "whose product is": (
        r"{O:s},? (?:(?:is|was|an?) (?:(?!{O}|{P})[^.;,]){2,60}? )?(?:whose|with) (?:its |a )?(?:[a-z-]+ ){0,2}?"
        r"(?P<t>product|app|tool|platform|chatbot|robot|chip)(?: line)? (?:is|was) (?:called |named )?(?:the )?(?P<w>)"
    ),
    "first was": (
        r"{O:s}'s (?:[a-z][\w-]* ){0,4}(?P<t>film|films|game|games|product|products|album|novel|series|model|"
        r"models|app|drug|beer|"
        r"productions?|releases?|titles?|show|shows|magazine|car|offering|project) (?:was|is|were|are|was "
        r"called|is called|was named) (?P<w>)"
    ),
}


_TAKEN_FOR_GRANTED = (
    "its line",
    "its product, a thing called x",
    "made by",
    "x, its thing",
    "its thing, the x",
    "its x thing",
)


def lines(sentence: Sentence) -> Iterator[Candidate]:
    """Products that a sentence names with their line, their maker's noun or "was"."""
    for name, found in find(sentence, _SURFACE):
        makers = found.mentions("s")[:1]
        if name == "maker of" and _is_deal(sentence, makers, found.trigger):
            continue
        if found.has("n"):
            tokens = found.tokens("n")
            named = found.mentions("n")
            text = sentence.raw(*tokens).text if tokens else ""
            if (not named and _is_field(text)) or text in _PLATFORMS or found.text("t") in ("newspapers", "magazines"):
                continue
            items = [Item(*tokens, named[0] if named else None)] if tokens else []
            given, phase = name in _TAKEN_FOR_GRANTED, Phase.ENDED if _is_sold_off(found) else None
            yield from made(sentence, makers, items, found.trigger, sure=True, presupposed=given, phase=phase)
            continue
        at = sentence.token_at(found.match.end("w"))
        doc = sentence.passage.doc
        start = at
        while start < min(at + 7, sentence.end) and not (
            doc[start].text[:1].isupper() or sentence.scene.mentions.at(sentence.passage.index, start)
        ):
            if doc[start].pos_ not in ("DET", "ADJ", "NOUN", "NUM", "ADV", "PUNCT") or doc[start].text in (
                ",",
                ".",
                ";",
            ):
                break
            start += 1
        items = items_from(sentence, at, first_only_without_and=True)
        if items and start == items[0].start:
            owned = found.text("t").startswith("owner")
            sure = not owned or any(t.lower_ in ("brand", "label", "line", "trademark") for t in doc[at:start])
            yield from made(sentence, makers, items, found.trigger, sure=sure)


def _is_sold_off(found: Found) -> bool:
    """Whether a line goes to somebody else: "sold the Lumo line to X"."""
    after = found.match.string[found.match.end() :]
    return (
        " sold the " in found.match.group(0)
        and re.match(rf"(?: [a-z-]+)? to (?:[\w-]+ ){{0,3}}{OPEN}", after) is not None
    )


def _is_deal(sentence: Sentence, makers: Sequence[FoundMention], trigger: int) -> bool:
    """Whether a verb stands between: "X will give the maker of Y access" does not make Y."""
    between = sentence.passage.doc[makers[0].end : trigger] if makers else ()
    return any(is_verb(token) and token.tag_ != "VBN" and lemma(token) not in ("be", "become") for token in between)


def _is_field(text: str) -> bool:
    """Whether it is short for a field and no name: "its AI models", "its EV range"."""
    return text.isupper() and len(text) <= _LONGEST_FIELD


_LONGEST_FIELD = 3
# "Its Android games" are made for it.
_PLATFORMS = frozenset("Android iOS Windows Linux Mac iPhone iPad PlayStation Xbox Nintendo Facebook DVD VR".split())


def made(
    sentence: Sentence,
    makers: Sequence[FoundMention],
    items: Sequence[Item],
    trigger: int,
    *,
    sure: bool,
    titled: bool = False,
    presupposed: bool = False,
    phase: Phase | None = None,
) -> Iterator[Candidate]:
    """The products that items name, as the first maker's; what ran for years that are given is over."""
    for maker in makers[:1]:
        for item in items:
            if sentence.passage.doc[item.start].text in ("I", "We"):
                continue
            if any(slot.letter == "T" and slot.start <= item.start < slot.end for slot in sentence.slots):
                continue
            product = _product(sentence, item, maker, sure=sure, titled=titled)
            if product is not None and not (
                isinstance(item.mention, FoundMention) and item.mention.entity == maker.entity
            ):
                yield Candidate(
                    "makesProduct",
                    "product",
                    sentence,
                    maker,
                    product,
                    trigger,
                    Kind.STATE,
                    phase=Phase.ENDED if _ran_for_years(sentence, item) else phase,
                    presupposed=presupposed,
                    timed=False,
                )


def _ran_for_years(sentence: Sentence, item: Item) -> bool:
    """As in "Lumo (1982–1989)"."""
    after = sentence.passage.doc[item.end : min(item.end + 6, sentence.end)].text
    return _YEARS.match(after) is not None


_YEARS = re.compile(r"\((?:19|20)\d\d ?[-–—] ?(?:19|20)?\d\d\)")


def _is_known_place(sentence: Sentence, mention: FoundMention) -> bool:
    return sentence.scene.letter(mention) == "L" and is_known_place(sentence.scene.mentions.entity(mention).name)


def _product(
    sentence: Sentence, item: Item, maker: FoundMention, *, sure: bool, titled: bool
) -> FoundMention | Text | None:
    """The product that an item names; what we know as a firm or a person is one only where the words say so."""
    whole = whole_name(sentence, item, maker)
    if whole is None or (item.mention is not None and not titled and _is_known_place(sentence, item.mention)):
        return None
    if item.mention is not None and whole.mention is None:
        known = sentence.scene.letter(item.mention) in "RX" or sure or titled
        return Text(whole.start, whole.end) if known else None
    item = whole
    if item.mention is None:
        return Text(item.start, item.end) if sure and sentence.passage.doc[item.start].text[:1].isupper() else None
    letter = sentence.scene.letter(item.mention)
    if letter == "R":
        return item.mention
    return Text(item.mention.start, item.mention.end) if letter == "X" or (sure and letter in "OL") or titled else None
