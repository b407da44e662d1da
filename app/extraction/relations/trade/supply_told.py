"""Vendors and clients by set wordings: "X counts A and B among its clients", "X, a supplier to A", "A is a client"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.lemmas import lemma
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.sentences import Sentence
from app.model import Phase

_CLIENT = r"(?:customers?|clients?)"
_SUPPLIER = r"(?:suppliers?|vendors?|providers?|contractors?)"
_LIST = {
    "counts": (
        rf"{{O:v}},? (?:(?:which|also|now|already|still) )*"
        rf"(?P<t>counts?|lists?|numbers?|names?) {{DESC}}{{O+:c}} (?:among|as) (?:one "
        rf"of )?(?:{{ITS}}|the|a) (?:[\w-]+ ){{0,3}}{_CLIENT}"
    ),
    "client of": (
        rf"{{O+:c}},? (?:which is |is |was |are |already |as )*(?:an?|the|one of the) "
        rf"(?:[\w-]+ ){{0,3}}(?P<t>{_CLIENT}) "
        rf"(?:of|for) {{DESC}}{{O:v}}"
    ),
    "clients include": (
        rf"{{O:v}}(?:(?:'s|,? whose) (?:[\w-]+ ){{0,3}}| )(?P<t>{_CLIENT}) (?:include|includes|included|"
        rf"are|such "
        rf"as|including|like) {{DESC}}{{O+:c}}"
    ),
    "own client": rf"{{O:v}}'s (?:[\w-]+ ){{0,3}}(?P<t>{_CLIENT}),? (?:the (?:[\w-]+ ){{1,4}})?{{O:c}}",
    "whose client": (
        rf"{{O:c}}, (?:(?:by far|easily|still|long|once) )?{{O:v}}'s (?:(?!{{O}})[\w-]+ ){{0,3}}(?P<t>{_CLIENT})"
        r"(?=[,.;)]| by )"
    ),
    "serving": r"{O:v},? (?:which )?(?P<t>serves) (?:[\w-]+ ){0,3}(?:including|such as|like) {O+:c}",
    "supplier to": (
        rf"{{O:v}},? (?:which is |is |was |as |remains )?(?:an?|the|one of the) (?:[\w-]+ "
        rf"){{0,4}}(?P<t>{_SUPPLIER})s? "
        rf"(?:to|of|for) {{DESC}}{{O+:c}}"
    ),
    "own supplier": rf"{{O:c}}'s (?:[\w-]+ ){{0,3}}(?P<t>{_SUPPLIER}),? (?:the (?:[\w-]+ ){{1,4}})?{{O:v}}",
    "supply": (
        r"{O+:v} (?P<t>supply|supplies|supplied|provide|provides|provided) (?P<s>[a-z][\w -]{2,40}?) "
        r"(?:to|for) {DESC}{O+:c}(?!'s)"
    ),
    "supply with": (
        r"{O+:v} (?P<t>supply|supplies|supplied|provide|provides|provided) {O+:c} with (?P<s>[a-z][\w-]+(?: "
        r"[\w-]+){0,3}?)(?=[.,;]| (?:and|for|since|in|to|at)\b|$)"
    ),
    "powers": r"{O:v}'s (?:[\w-]+ ){1,4}(?P<t>powers?|runs?|underpins?|supports?) {O:c}'s",
    "already a client": (
        rf"{{O:c}} is (?:already |now |currently |still |also )?(?P<t>an? (?:[\w-]+ ){{0,2}}{_CLIENT})\b(?! "
        rf"(?:of|for|at|in))"
    ),
}
_BOTH = (
    r"(?P<t>gained|gains|gain|got|secured|obtained|received|won) access to (?P<s>[a-z][\w -]{3,60}?),? "
    r"(?:while|and) {O:v} (?:secured|won|gained|landed|got|added|signed|secures) (?:an? )?(?:[\w-]+ "
    r"){0,3}(?:client|customer)"
)
_GAINED = {"access": rf"{{O:c}} {_BOTH}"}
_CONTRACT = {
    "contract to run": (
        r"{O:v} (?:has |had |have |was |were )*(?P<t>won|wins|landed|lands|secured|secures|got|clinched|holds|has|"
        r"awarded) (?:an? |the |{ITS} )(?:(?!{O}|contract|tender|order)[\w'£$€.-]+ ){0,6}?(?:contract|tender|order|"
        r"mandate)s? to (?P<s>(?:run|supply|build|operate|manage|maintain|clean|deliver|provide|install|host|equip|fit|"
        r"develop|handle|make|produce|design|upgrade|print|label)\b(?:(?!{O}|{P})[^.;,]){0,60}?) (?:of|for|at|to) "
        r"{DESC}{O+:c}"
    ),
}
_DUE = {
    "due to": (
        r"{O:c}'s (?:(?!{O})[^.;]){3,160}? (?:due to|thanks to|because of|owing to) {O:v}'s (?P<s>[\w "
        r"-]{0,40}?(?P<t>services?|technology|software|data|platform|tools?|expertise))"
    ),
    "role in": (
        r"{O:v}'s (?P<s>[\w -]{0,30}?"
        r"(?P<t>technology|software|services?|platform|tools?|systems?|models?|data|chips?)) "
        r"(?:played|plays|has played) (?:an? )?(?:[\w-]+ ){0,3}(?:role|part) in (?:(?!{O})[^.;]){3,80}?(?:for|of) "
        r"{O:c}'s"
    ),
}
_TOLD = {**_LIST, **_GAINED, **_DUE, **_CONTRACT}


def supplies_told(sentence: Sentence) -> Iterator[Candidate]:
    """Vendor relationships that a sentence tells in a set wording."""
    for name, found in find(sentence, _TOLD):
        yield from _listed(sentence, name, found)


_UNTOLD = frozenset("technology technologies service services expertise support".split())


def _listed(sentence: Sentence, name: str, found: Found) -> Iterator[Candidate]:
    vendors, clients = found.mentions("v"), found.mentions("c")
    if name == "already a client":
        vendors = _focus(sentence, clients)
    span = found.span("s")
    # "X's technology played a role at Y" does not say what Y got.
    told = span is not None and span.text.strip() and span.text.lower() not in _UNTOLD
    details = {"service": Detail(span.text, span)} if span and told else {}
    verbs = ("supply", "supply with", "contract to run", "access", "counts", "serving", "already a client")
    for vendor in vendors:
        for client in clients:
            if vendor.entity != client.entity:
                yield Candidate(
                    "supplies",
                    "client list" if not details else "supply",
                    sentence,
                    vendor,
                    client,
                    found.trigger,
                    Kind.STATE,
                    presupposed=name not in verbs,
                    details=details,
                    timed=name in verbs,
                    phase=Phase.STARTED if name == "access" else _phase(sentence, found),
                )


def _phase(sentence: Sentence, found: Found) -> Phase | None:
    """The phase of trade with those of before, and of trade that is told as past: "X was a supplier to Y"."""
    noun = sentence.passage.doc[found.trigger]
    if _lost(sentence, found):
        return Phase.ENDED
    return Phase.COMPLETED if noun.dep_ == "attr" and noun.head.lower_ in ("was", "were") else None


def _lost(sentence: Sentence, found: Found) -> bool:
    """Whether vendor or clients are those of before: "X lost one of its customers, Y", "X's former supplier Y"."""
    noun = sentence.passage.doc[found.trigger]
    over = any(child.lower_ in ("former", "erstwhile", "previous", "one-time", "ex") for child in noun.lefts)
    return over or any(lemma(token) == "lose" for token in noun.ancestors)


def _focus(sentence: Sentence, clients: Sequence[FoundMention]) -> list[FoundMention]:
    """Whose client "already a customer" means: the sentence itself must name it, and no other."""
    own = [
        m
        for m in sentence.mentions()
        if sentence.scene.letter(m) == "O" and m.entity not in {c.entity for c in clients}
    ]
    entities = {m.entity for m in own}
    return own[:1] if len(entities) == 1 else []
