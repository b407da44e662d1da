"""Products by what is done with them, beside their kind: "recalled its Glide vans", "the firm behind Glide"."""

from __future__ import annotations

from collections.abc import Iterator

from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.listing import Item
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.structure.product_lines import THING, made

# A product may be numbered, and where its kind is said beside it a name that we took for a person's is none.
_NUMBER = r"(?: (?:\d{1,4}(?:\.\d)?|II|III|IV|V|X|XL|(?-i:Pro|Max|Plus|Mini|Lite|Ultra|Air)))?(?!\w)"
_WORD = r"(?-i:[A-Z](?!\w*'s)[\w&.-]*)"
_NO_FIRST = r"(?!(?-i:The|This|That|These|Its?|An?|Their|His|Her|Our|Both|All|Most|Some|New|On|In|At|By|Last|Next)\b)"


def _named(group: str, letters: str = "ROXL") -> str:
    return rf"{_NO_FIRST}[\"'`]*(?P<{group}>(?:{{{letters}}}|{_WORD}(?: {_WORD}){{0,3}}){_NUMBER})[\"'`]*(?!'s)"


_ALSO = (
    r"(?:which |that |also |has |had |have |will |would |is |was |to |now |still |currently |both |may |on {T} |"
    r"plans |stopped |stop |ceased |cease |begun |began |started |agreed |had to )*"
)
_MAKES = (
    r"makes?|made|making|builds?|built|building|brews?|brewed|brewing|bottles|manufactures?|manufactured|manufacturing|"
    r"produces?|produced|producing|develops?|developed|developing|bakes|publishes|published|distils"
)
_DOES = (
    rf"{_MAKES}|sells?|sold|selling|recall(?:s|ed|ing)?|discontinu(?:es?|ed|ing)|launch(?:es|ed|ing)?|"
    rf"unveil(?:s|ed|ing)?|"
    r"releas(?:es?|ed|ing)|introduc(?:es?|ed|ing)|deliver(?:s|ed|ing)?|ship(?:s|ped|ping)?|market(?:s|ed|ing)?|"
    r"updat(?:es?|ed|ing)|upgrad(?:es?|ed|ing)|redesign(?:s|ed|ing)?|relaunch(?:es|ed|ing)?|withdr(?:aw|ew|awn|awing)|"
    r"scrap(?:s|ped|ping)?|retir(?:es?|ed|ing)|test(?:s|ed|ing)?|promot(?:es?|ed|ing)|assembl(?:es?|ed|ing)|"
    r"phas(?:es?|ed|ing) out|offers?|offered|offering|presents?|presented|shows?|showed"
)
_OWN = r"(?:{O:j}'s|its|their)"
_ADJ = r"(?:(?!for\b|of\b|to\b|from\b|with\b|by\b|in\b|and\b|or\b)[a-z][\w-]* ){0,3}?"
_SURFACE = {
    "makes the x thing": (
        rf"{{O:s}},? {_ALSO}(?P<t>{_MAKES}) (?:the |{{O:j}}'s |its )?(?:[a-z][\w-]* )??{_named('n')} {_ADJ}{THING}\b"
        rf"(?: and (?:the |its )?{_named('m')} {THING}\b)?"
    ),
    "recalls its x thing": (
        rf"{{O:s}},? {_ALSO}(?P<t>{_DOES}) (?=\d|its|their)"
        rf"(?:[\d,]+ (?:of )?)?(?:{_OWN} )?(?:first |new |latest |own |entire |"
        rf"popular |[a-z][\w-]* ){{0,2}}?{_named('n')} {_ADJ}{THING}\b"
    ),
    "discontinues its x": (
        rf"{{O:s}},? {_ALSO}(?P<t>recall(?:s|ed|ing)?|discontinu(?:es?|ed|ing)|relaunch(?:es|ed|ing)?|brews?|brewed|"
        rf"assembl(?:es?|ed|ing)|phas(?:es?|ed|ing) out|manufactures?|manufactured|manufacturing) "
        rf"(?:{_OWN}|the) {_ADJ}{_named('n')}(?=[.,;]| (?:in|after|from|at|because|since|next|this|last)\b)"
    ),
    "production of its x thing": (
        rf"{{O:s}},? {_ALSO}(?P<t>begun|began|begin|started|start|stopped|stop|ended|end|halted|halt|resumed|resume|"
        rf"suspended|suspend|paused|moved|move|shifted|expanded|increased|doubled) (?:the )?(?:production|sales?|"
        rf"deliver(?:y|ies)|development|manufactur(?:e|ing)|testing|tests|trials|assembly|shipments?) of "
        rf"(?:{_OWN}|the) {_ADJ}{_named('n')}(?: {_ADJ}{THING}\b|(?=[.,;]| (?:in|at|to|from|after)\b))"
    ),
    "unveils x, its version": (
        rf"{{O:s}},? {_ALSO}(?P<t>unveil(?:s|ed|ing)?|launch(?:es|ed|ing)?|releas(?:es?|ed|ing)|introduc(?:es?|ed|ing)|"
        rf"announced|presented|showed off|shipped) {_named('n')}, (?:an?|the|{{O:j}}'s|its) (?:[\w-]+ ){{0,4}}?"
        rf"(?:version|generation|edition|update|successor|model|{THING})\b"
    ),
    "sales of x, its thing": (
        rf"(?:^|(?:of|for|on|from|by|than|with|as|approved|use|using|bought|like) )(?:the )?{_named('n')}, {{O:s}}'s "
        rf"(?:[\w-]+ ){{0,5}}?(?P<t>(?:brand|product|{THING}))(?=[.,;])"
    ),
    "x, a thing from s": (
        rf"(?:^|[ (])(?:the )?{_named('n')}, (?:an?|the) (?:(?!{{O}})[\w-]+ ){{0,4}}?{THING} (?:(?P<t>from|made "
        rf"by|built by|"
        rf"developed by|sold by|marketed by|produced by|brewed by|published by|designed by|launched by|owned by) )"
        rf"(?:the )?(?:(?!{{O}})[\w'-]+ ){{0,4}}?{{O:s}}(?!'s)"
    ),
    "the firm behind x": (
        rf"{{O:s}}, (?:the|an?) (?:[\w-]+ |{{L}}(?:'s|-based)? ){{1,4}}?(?P<t>behind) (?:the )?{_named('n')}"
        r"(?!,? (?:deal|bid|plan))"
    ),
    "the firm behind x, s": (
        rf"(?:the|an?) (?:[\w-]+ ){{1,3}}?(?P<t>behind) (?:the )?{_named('n')}(?: {THING})?, {{O:s}},"
    ),
    "the firm that makes x": (
        rf"{{O:s}}, (?:the|an?) (?:(?!for\b|to\b|by\b)[\w'-]+ |{{L}}(?:'s|-based)? ){{1,6}}?(?:that|which) "
        rf"(?:also |now )?(?P<t>makes|made|builds|brews|develops|developed|publishes|produces|sells) (?:the )?{_ADJ}"
        rf"{_named('n')}(?=[.,;]| and | {THING})"
    ),
    "makes the thing x": (
        rf"{{O:s}},? {_ALSO}(?P<t>{_MAKES}|sells|sold|launched|markets|offers) (?:the |an? |{{O:j}}'s |its )"
        rf"(?:(?!{{O}})[a-z][\w-]* ){{0,4}}?{THING} {_named('n', 'ROXP')}(?=[.,;]| in | and | to |$)"
    ),
    "its next thing, x": rf"{{O:s}}'s (?:[a-z][\w-]* ){{0,4}}?(?P<t>(?:{THING})),? {_named('n', 'ROXP')}(?=[,.;]|$)",
    "x-maker": r"(?P<n>{ROX})(?:-| |'s )(?P<t>maker|manufacturer|developer|publisher|creator) {O:s}",
    "under the x brand": (
        rf"{{O:s}},? {_ALSO}(?P<t>sells?|sold|selling|makes?|made|making|markets?|marketed|produces?|offers?) "
        rf"(?:(?!{{O}})[\w'-]+ ){{1,5}}?(?:as|under the) {_named('n')} (?:brand|name|label|marque)"
    ),
    "under the brands x and y": (
        rf"{{O:s}},? {_ALSO}(?P<t>sells?|sold|selling|makes?|made|making|markets?|marketed|produces?|offers?) "
        r"(?:(?!{O})[\w'-]+ ){0,5}?under (?:the|its|their|{O:j}'s) (?:own )?(?:brands?|brand names?|names?|labels?) "
        r"(?P<l>{ROXPL+})(?=[,.;]|$)"
    ),
    "sold as x by": (
        rf"(?P<t>sold|marketed|known|branded|distributed) (?:under the name|as|under the brand name|under the brand) "
        rf"{_named('n')} by (?:the )?{{O:s}}(?!'s)"
    ),
    "products include x thing": (
        rf"{{O:s}}'s (?:[\w-]+ ){{0,3}}?(?P<t>products|brands|models|range|offerings) (?:include|includes|are|such as|"
        rf"including) {_named('n')} {_ADJ}{THING}(?:(?:, | and |, and ){_named('m')} {THING})?"
    ),
    "the x thing, made by": (
        rf"(?:^|[.;,] |\bof |\bthat )(?:the |an? )?{_named('n')} {_ADJ}{THING},? (?:which |that )?(?:is |are |"
        rf"was |were )?"
        rf"(?P<t>made|built|developed|brewed|produced|manufactured|designed|published|launched) by (?:the "
        rf")?{{O:s}}(?!'s)"
    ),
}
# Said beside the matter, so that no hedge or speaker around it touches it.
_BESIDE = frozenset(
    {
        "recalls its x thing",
        "discontinues its x",
        "production of its x thing",
        "sales of x, its thing",
        "x, a thing from s",
        "the firm behind x",
        "the firm behind x, s",
        "the firm that makes x",
        "its next thing, x",
        "x-maker",
    }
)


def branded(sentence: Sentence) -> Iterator[Candidate]:
    """Products that a sentence names beside what kind of thing they are, or as what a firm is behind."""
    for name, found in find(sentence, _SURFACE):
        makers = found.mentions("s")[:1]
        if any(again.entity != maker.entity for again in found.mentions("j") for maker in makers):
            continue
        for group in "nmpl":
            yield from made(
                sentence,
                makers,
                _items(found, group),
                found.trigger,
                sure=True,
                titled=True,
                presupposed=name in _BESIDE,
            )


def _items(found: Found, group: str) -> list[Item]:
    """The product of a group; a number after a name belongs to it, so that it is not the thing that bears the name."""
    tokens = found.tokens(group)
    if tokens is None:
        return []
    mentions = found.mentions(group)
    if group == "l":
        return [Item(m.start, m.end, m) for m in mentions]
    whole = [m for m in mentions if (m.start, m.end) == tokens]
    return [Item(*tokens, whole[0] if whole else None)]
