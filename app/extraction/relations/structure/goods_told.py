"""Products by name beside any noun of goods: "makes Lumo cheese", "its lead drug, lumotinib", "the program, Lumo"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.extraction.lexicon.nouns import COMMON_CAPITALS, DEMONYMS
from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.trade_topic import or_told_of
from app.extraction.relations.reading.candidates import Candidate, Kind, Text
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.listing import Item
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.structure.makers import NO_PRODUCT
from app.extraction.relations.structure.product_lines import THING, made

_WORD = r"(?-i:[A-Z](?!\w*'s)[\w&.-]*)"


def _named(group: str) -> str:
    return (
        r"(?!(?-i:The|This|That|These|Its?|An?|Their|His|Her|Our|Both|All|Most|Some|New|Last|Next)\b)[\"'`]*"
        rf"(?P<{group}>(?:{{ROXLP}}|{_WORD}(?: {_WORD}){{0,2}})(?: \d{{1,4}})?)[\"'`]*(?!'s)"
    )


_ALSO = (
    r"(?:(?:which|that|has|had|have|is|was|will|would|now|also|still|long|to|been|keep|kept|on|in {T}|since {T})"
    r",? )*"
)
_MAKES = (
    r"(?P<t>makes?|made|making|builds?|built|building|manufactures?|manufactured|manufacturing|produces?|produced|"
    r"producing|brews?|brewed|bakes?|baked|bottles|develops?|developed|developing|designs?|designed)"
)
_GOODS = r"(?:[a-z][a-z-]+ ){0,2}?[a-z][a-z-]+"
_STOP = r"(?=[.,;)]| (?:and|with|for|in|at|from|since|to|under|that|which|as|on|or)\b|$)"
_NO_GOODS = r"(?!(?:and|or|with|for|in|at|from|since|to|under|that|which|as|on|of|available|public|great|its|his)\b)"
_TOLD = {
    "makes x goods": (
        rf"(?:{{O:s}}|(?P<s0>\bit\b)),? (?:(?:an?|the) (?:[\w-]+ |{{L}}(?:'s|-based)? ){{1,5}}?(?=that|which))?{_ALSO}"
        rf"{_MAKES} (?:the |{{ITS}} )?{_named('n')} {_NO_GOODS}{_GOODS}"
        rf"(?: and (?:the |{{ITS}} )?{_named('m')} {_NO_GOODS}{_GOODS})?{_STOP}"
    ),
    "makes the goods x": (
        rf"(?:{{O:s}}|(?P<s0>\bit\b)),? {_ALSO}{_MAKES} (?:(?!{{O}}|{{P}})[^.;,]{{3,60}}? and )?the "
        rf"(?:(?!of\b|to\b|for\b|in\b|first\b|most\b)[a-z][a-z-]+ ){{1,3}}?{_named('n')}{_STOP}"
    ),
    "builds the thing, the x": (
        rf"{{O:s}},? {_ALSO}{_MAKES} (?:the|an?|{{ITS}}) (?:[a-z][\w-]* ){{0,4}}?[a-z][\w-]+, the "
        rf"{_named('n')}(?=[,.;])"
    ),
    "brings x to market": (
        rf"{{O:s}},? {_ALSO}(?P<t>brought|bring|brings|put|puts|placed) {_named('n')}(?:, (?:an?|the|its) "
        rf"(?:[\w-]+ ){{0,5}}?[a-z][\w-]+,)? (?:to|on|onto) (?:the )?(?:market|sale)\b"
    ),
    "maker of x goods": (
        rf"{{O:s}},? (?:the |an? |which is the )?(?:[a-z][\w-]* ){{0,3}}?(?P<t>makers?|producers?|manufacturers?|"
        rf"brewers?|"
        rf"publishers?|developers?|creators?|inventors?) of (?:the )?(?:(?!of\b|to\b|for\b)[a-z][\w'-]* ){{0,4}}?"
        rf"{_named('n')}(?: {_NO_GOODS}[a-z][a-z-]+)?(?: and (?:the )?{_named('m')}(?: {_NO_GOODS}[a-z][a-z-]+)?)?"
        r"(?=[,.;)\"]| (?:and|has|had|said|was|is)\b|$)"
    ),
    "its drug, x": (
        r"{O:s}'s (?:[\w-]+ ){0,3}?(?P<t>drug|treatment|compound|therapy|vaccine|molecule|antibody|medicine|"
        r"candidate), "
        r"(?P<l>(?!however|meanwhile|though|already|called|which|once|long|still|then)[a-z]{5,})(?=[,.;])"
    ),
    "the thing, x": (
        rf"^\W*(?:the|its) (?:[a-z][\w-]* )?(?P<t>(?:{THING[3:-1]})), {_named('n')}, (?:was|is|has|can|will|had|"
        rf"were|which)"
    ),
}
_PLAIN = {
    "makes goods": (
        r"{O:s} (?P<t>manufactures|makes|produces|brews|bakes) (?P<g>(?:(?!its|their|the|an?|up|out|it)[a-z][a-z-]+ )"
        r"{0,3}?[a-z][a-z-]+s)(?=[.,;]| (?:at|in|for|and|with|from|under|near|that)\b|$)"
    ),
}


def goods_told(sentence: Sentence) -> Iterator[Candidate]:
    """Products that a sentence names beside what they are."""
    for name, found in find(sentence, _TOLD):
        for group in "nml":
            items = [item for item in _items(found, group) if _may_be(sentence, item)]
            makers = found.mentions("s")[:1] or _unsaid(sentence, found, items)
            yield from (
                made(
                    sentence,
                    makers,
                    items,
                    found.trigger,
                    sure=True,
                    titled=True,
                    presupposed=name in ("maker of x goods", "its drug, x", "the thing, x"),
                )
                if group != "l"
                else _small(sentence, makers, items, found)
            )
    for _, found in find(sentence, _PLAIN):
        yield from _plain(sentence, found)


def _items(found: Found, group: str) -> list[Item]:
    tokens = found.tokens(group)
    if tokens is None:
        return []
    whole = [m for m in found.mentions(group) if (m.start, m.end) == tokens]
    return [Item(*tokens, whole[0] if whole else None)]


def _may_be(sentence: Sentence, item: Item) -> bool:
    """Whether it may name goods: no people's word ("Swiss watches") and no town's or man's by what we know."""
    text = [t.text for t in sentence.passage.doc[item.start : item.end]]
    if text[0] in DEMONYMS or all(word in COMMON_CAPITALS for word in text) or text == ["I"]:
        return False
    return item.mention is None or sentence.scene.letter(item.mention) != "L"


def _unsaid(sentence: Sentence, found: Found, items: Sequence[Item]) -> list[FoundMention]:
    """Whose goods they are, where "it" or "the program" leaves that to the article."""
    if found.has("s") or not items or items[0].mention is None:
        return []
    return or_told_of(sentence, [items[0].mention], "vendor")


def _small(
    sentence: Sentence, makers: Sequence[FoundMention], items: Sequence[Item], found: Found
) -> Iterator[Candidate]:
    """A product whose name is written small, as those of drugs are."""
    for maker in makers:
        for item in items:
            text = Text(item.start, item.end)
            yield Candidate(
                "makesProduct",
                "product",
                sentence,
                maker,
                text,
                found.trigger,
                Kind.STATE,
                presupposed=True,
                timed=False,
            )


def _plain(sentence: Sentence, found: Found) -> Iterator[Candidate]:
    """What the parser took for a noun: "X manufactures batteries"."""
    doc, tokens = sentence.passage.doc, found.tokens("g")
    if tokens is None or is_verb(doc[found.trigger]):
        return
    head = doc[tokens[1] - 1]
    if head.pos_ == "NOUN" and head.tag_ == "NNS" and lemma(head) not in NO_PRODUCT:
        for maker in found.mentions("s")[:1]:
            yield Candidate(
                "makesProduct", "product", sentence, maker, Text(*tokens), found.trigger, Kind.STATE, timed=False
            )
