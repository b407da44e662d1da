"""Trade in set wordings about goods, shops, contracts and orders: "sells ropes by X", "the lenses are from Y"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.trade_topic import is_far_pronoun, or_told_of
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.clause_doers import doers_of
from app.extraction.relations.reading.lemmas import lemma
from app.extraction.relations.reading.owners import without
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.trade.trade_parties import untold
from app.extraction.relations.trade.trade_words import NO_ORDERED_WORK, WORK
from app.model import Phase

_AUX = (
    r"(?:(?:has|have|had|will|would|is|are|was|were|to|be|been|now|also|since|soon|still|recently|then|that|which),? )*"
)
_AFTER = r"(?: (?:of|in|from) {L})?(?:, (?:an?|the|which) (?:(?!{O}|{P})[^,;.]){2,60},)?,? "
_GOODS = r"(?P<s>(?:(?!{O}|{P}|(?:to|from|by|in|on|at|for|of)\b)[\w-]+ ){1,4}?)"
_MADE = r"(?P<m>made|built|supplied|designed|produced|manufactured|delivered|developed|cast|brewed|baked|printed|woven)"
_SITES = (
    r"(?:shops|stores|supermarkets|branches|hotels|restaurants|hospitals|schools|clinics|depots|stations|warehouses|"
    r"plants|factories|offices|sites|ships|vessels|aircraft|planes|jets|trains|trams|buses|vans|trucks|lorries|homes|"
    r"farms|mines|airports|terminals|centres|centers|practices|outlets|canteens|cinemas|theatres|gyms|pubs|cafes|parks)"
)
_FITS = (
    r"(?P<t>install(?:s|ed|ing)?|fit(?:s|ted|ting)?|run(?:s|ning)?|ran|operat(?:es?|ed|ing)|maintain(?:s|ed|ing)?|"
    r"clean(?:s|ed|ing)?|put|mount(?:s|ed|ing)?|roll(?:s|ed|ing)? out|deploy(?:s|ed|ing)?|service[sd]?|servicing|"
    r"guard(?:s|ed|ing)?|light(?:s|ed|ing)?|equip(?:s|ped|ping)?)"
)
_TOLD = {
    "sells goods by": (
        rf"{{O:c}}{_AFTER}{_AUX}(?P<t>sells?|sold|stocks?|stocked|carries|carry|offers|serves|pours) {_GOODS}"
        r"(?:by|made by|from) {LED}{O:v}(?!'s)"
    ),
    "uses goods made by": (
        rf"{{O:c}}{_AFTER}(?:said (?:that )?{{O:i}} )?{_AUX}(?P<t>install(?:s|ed)?|uses?|used|fit(?:s|ted)?|"
        rf"sells?|runs?|"
        rf"fl(?:y|ies)|flew|deploy(?:s|ed)?|orders?|ordered|operates?|operated|bought|buys?|rents?|rented|drives?) "
        rf"{_GOODS}{_MADE} by {{LED}}{{O:v}}(?!'s)"
    ),
    "fits in the shops of": (
        rf"{{O:v}}{_AFTER}{_AUX}{_FITS} {_GOODS}?(?:in|on|at|across|inside|aboard|for|to) "
        rf"(?:all |most |some |about |more than |nearly )?(?:of "
        rf")?(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|"
        rf"ten|eleven|twelve|dozens of|hundreds of|all|every) (?:[a-z-]+ )?{_SITES} (?:of|at|for|owned by) "
        rf"{{LED}}{{O:c}}(?!'s)"
    ),
    "fits in its shops": (
        rf"{{O:v}}{_AFTER}{_AUX}(?:(?:has|have|won|signed) an? contract to )?{_FITS} {_GOODS}?"
        rf"(?:in|on|at|across|inside|aboard|for) (?:all |most |some |about )?(?:of )?(?:the )?(?:\d[\d,.]* |two "
        rf"|three |"
        rf"four |five |six |ten |eleven |twelve |dozens of |hundreds of )?{{O:c}}(?:'s)? (?:[a-z-]+ ){{0,2}}?{_SITES}\b"
    ),
    "sends it goods": (
        r"{O:v}, (?:the|an?) (?:[\w-]+ ){1,4}?(?:that|which) (?:used to |had |has |once |long )*"
        r"(?P<t>sends?|sent|sells?|sold|supplies|supplied|supply|brings?|brought|leases?|leased|lends?|rents?|rented) "
        r"{O:c} (?P<s>(?!to\b)[a-z-]+)\b"
    ),
    "insures with": (
        rf"{{O:c}}{_AFTER}{_AUX}(?P<t>insured|insures|insure|banked|banks|stored|stores|printed|prints) "
        rf"(?:{{ITS}} |the )?"
        r"(?P<s>[a-z-]+ )?with {LED}{O:v}(?!'s)"
    ),
    "is covered by": (
        rf"{{O:c}}{_AFTER}{_AUX}(?P<t>insured|reinsured|catered for|audited|represented) by {{LED}}{{O:v}}(?!'s)"
    ),
    "its goods are sold by": (
        r"{O:v}'s (?:[a-z-]+ ){1,3}?(?:is|are|was|were) (?:now |also )?(?P<t>sold|stocked|carried|served|poured) "
        r"(?:[\w ]{0,20} )?(?:by|at|in) {LED}{O+:c}(?!'s \w)"
    ),
    "has been with": r"{O:c} (?:has|have|had) (?P<t>been) with {O:v} (?:since|for|ever since)\b",
    "goods are from": (
        r"(?:^|[;,] (?:and )?|\band )(?:the|its) (?P<s>[a-z-]+(?: [a-z-]+)?) (?P<t>are|is|were|was) (?:all )?"
        r"(?:from|by) {LED}{O:v}(?!'s)(?=[.,;]| and)"
    ),
    "and goods from": (
        r"\b(?:come|comes|came|are|is|were|bought|buys|made|built|supplied|provided) (?:[\w -]{0,40} "
        r")?(?P<p>from|by) {LED}{O}"
        r"(?: of {L})?(?:,? and|,) (?:the|its) (?P<s>[a-z-]+(?: [a-z-]+)?) (?P<t>from|by) "
        r"{LED}{O:v}(?!'s)(?=[.,;]| and)"
    ),
    "orders from": (
        r"(?:^|\bthat |, |\bsaid |\band )(?:new |big |large |fewer |more |record |the |falling |rising )?"
        r"(?P<t>orders) (?:for [\w -]{3,30}? )?from {LED}{O:c}(?!'s)"
    ),
    "of what it makes": (
        r"{O:c},? (?:which |that )?(?P<t>buys?|bought|takes?|took|absorbs?) (?:{C}|(?:about )?(?:half|most|a (?:third|"
        r"quarter|fifth|tenth))) of (?:what|everything|all(?: that)?) {O:v} (?:makes|produces|bakes|grows|sells|brews|"
        r"mines|turns out)"
    ),
    "share of sales from": (
        r"{O:v} (?:(?!{O})[^.;]){0,40}?(?P<t>gets?|got|derives?|derived|earns?|earned|makes?|made|generates?|"
        r"draws?|drew)"
        r" {C} of {ITS} (?:[\w-]+ ){1,2}?from {O}(?:, {C} from {O})?(?:,? and|,) (?:another |about |some )?{C} "
        r"from {O:c}"
    ),
    "for a share of sales": (
        r"{O:v} (?:(?!{O})[^.;]){0,40}?(?P<t>relies|relied|rely|depends|depended|depend) on {LED}{O:c} for "
        r"(?:about |some |"
        r"nearly |almost |more than )?(?:{C}|(?:half|most|a (?:third|quarter|fifth)|two-thirds|much|the bulk)) of "
        r"(?:{ITS} |the )?(?:[\w-]+ )?(?:sales|revenues?|turnover|orders|income|business)\b"
    ),
}
_CHANGED = {
    "contract held by": (
        r"\b(?:contract|account|mandate|franchise|concession)\b,? (?:(?!{O})[^.;]){0,60}?(?:was|is|has been|'s "
        r"been|had been) "
        r"(?P<d>previously |currently |until now |formerly |last |still |until then )?(?:been )?(?P<t>held) "
        r"(?:(?:since|until) {T} )?by {LED}{O:v}(?!'s)"
    ),
    "switches to": (
        rf"{{O:c}}(?:, where (?:(?!{{O}})[^,;.]){{2,60}})?{_AFTER}{_AUX}"
        r"(?P<t>switched|switching|switch|switches|went over|gone over|going over|defected) to "
        r"{LED}{O:v}(?!'s)(?: after (?:dropping|leaving|ditching|dumping|abandoning|parting with) {LED}{O:x})?"
    ),
    "no longer": (
        rf"{{O:c}}{_AFTER}no longer (?P<t>stocks?|sells?|carries|carry|uses?|buys? from|orders? from|works? "
        rf"with) {{LED}}{{O:x}}"
        r"(?!'s)"
    ),
    "won its clients": (
        r"{O:v},? (?:which (?:[^.;,]{0,40}, )?)?(?:has |had )?(?P<t>won|taken|took|poached|lured|picked up) "
        r"(?:[\w-]+ )?(?:of )?"
        r"{O:x}'s (?:[\w-]+ )?(?:clients|customers|accounts),? (?:among them|including|such as|one of "
        r"them|notably) {O+:c}"
    ),
    "signed to do it": (
        rf"{{O:c}}(?:{_AFTER}|(?:(?!{{O}}|{{P}})[^.;]){{1,60}} and ){_AUX}(?P<t>signed(?: up)?|lined "
        rf"up|enlisted|brought in|called in|mandated) "
        rf"{{LED}}{{O:v}} "
        r"(?:as \w+ )?to (?:advise|find|look for|seek|sound out|explore|run|handle|make|build|supply|provide|"
        r"move|print|"
        r"design|sell|market|organise|manage|carry|clean|label|review|arrange|search|produce|install|deliver|conduct|"
        r"draw up|investigate|audit|staff|cater)\b(?:(?:(?!{O})[^.;]){1,40} and {O:w} to [a-z]+)?"
    ),
}
_ELSEWHERE = ("exchange", "nasdaq", "market")


def custom_told(sentence: Sentence, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """Vendors and clients by further set wordings, where no other rule has found them in the sentence."""
    if "O" in sentence.letters and not sentence.is_heading:
        told = (c for c in known if c.relation in ("supplies", "unitOf", "acquired"))
        yield from untold(_told(sentence), told)


def _told(sentence: Sentence) -> Iterator[Candidate]:
    for name, found in find(sentence, _TOLD):
        if not _is_no_ware(sentence, found) and not (name == "and goods from" and found.text("p") != found.text("t")):
            yield from _pairs(sentence, found, None)
    for _, found in find(sentence, _CHANGED):
        yield from _pairs(sentence, found, Phase.ENDED if found.text("d") in _BEFORE else None)
    yield from _whose(sentence)


_BEFORE = frozenset({"previously", "formerly", "last", "until then"})


def _is_no_ware(sentence: Sentence, found: Found) -> bool:
    """Whether what is sold or comes from somebody is nothing that is bought."""
    tokens = found.tokens("s")
    if tokens is None:
        return False
    noun = sentence.passage.doc[tokens[1] - 1]
    return noun.pos_ not in ("NOUN", "PROPN") or lemma(noun) in NO_ORDERED_WORK


def _pairs(sentence: Sentence, found: Found, phase: Phase | None) -> Iterator[Candidate]:
    vendors = [m for m in (*doers_of(found, "v"), *found.mentions("w")) if _is_firm(sentence, m)]
    lost = [m for m in found.mentions("x") if _is_firm(sentence, m)]
    clients = [m for m in doers_of(found, "c") if not is_far_pronoun(sentence, m)]
    if not found.has("c"):
        clients = or_told_of(sentence, vendors[:1])
    if not found.has("v") and not lost:
        vendors = or_told_of(sentence, clients[:1], "vendor")
    span = found.span("s")
    details = {"service": Detail(span.text, span)} if span is not None and span.text.strip() else {}
    for vendor, client in product(without(vendors, clients), clients):
        told = Candidate("supplies", "told trade", sentence, vendor, client, found.trigger, Kind.STATE, details=details)
        yield replace(told, phase=phase, kind=Kind.EVENT) if phase is not None else told
    for vendor, client in product(without(lost, clients), clients):
        told = Candidate("supplies", "told trade", sentence, vendor, client, found.trigger, Kind.EVENT)
        yield replace(told, phase=Phase.ENDED)


def _is_firm(sentence: Sentence, mention: FoundMention) -> bool:
    name = sentence.scene.mentions.entity(mention).name.lower()
    firm = sentence.scene.type_of(mention) in ("Company", "OrganizationUnit")
    return firm and not any(word in name for word in _ELSEWHERE) and not is_far_pronoun(sentence, mention)


def _whose(sentence: Sentence) -> Iterator[Candidate]:
    """As in "Y, whose bottles X has blown since the war": X does the work for Y."""
    doc, index = sentence.passage.doc, sentence.passage.index
    for whose in sentence.tokens:
        if whose.lower_ != "whose" or whose.dep_ != "poss":
            continue
        own, client = sentence.scene.mentions.at(index, whose.i), whose.head
        vendor = sentence.scene.mentions.at(index, client.i + 1) if client.i + 1 < sentence.end else None
        verb = client.head
        named = own is not None and vendor is not None and vendor.start == client.i + 1
        if not named or own is None or vendor is None or not _is_firm(sentence, vendor):
            continue
        after = [t for t in doc[vendor.end : min(vendor.end + 4, sentence.end)] if t.tag_ in ("VBN", "VBD", "VBZ")]
        work = next((t for t in after if lemma(t) in WORK), None)
        if work is None or own.entity == vendor.entity or sentence.scene.letter(own) != "O" or verb.i < vendor.start:
            continue
        yield Candidate("supplies", "told trade", sentence, vendor, own, work.i, Kind.STATE)
