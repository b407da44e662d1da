"""Trade in set wordings that may leave one side to the article: "customers include A", "it dropped X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import product

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.trade_topic import is_open_anaphor, or_told_of
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.clause_doers import doers_of
from app.extraction.relations.reading.dealings import NO_GOODS
from app.extraction.relations.reading.listing import mentions_from
from app.extraction.relations.reading.owners import without
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.rules import words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.trade.trade_parties import untold
from app.extraction.relations.trade.trade_words import BUSINESS
from app.model import Phase

# A firm by name, or as "it" and "the company" of which nobody could tell at once who that is.
_CALLED = (
    r"(?:company|firm|group|startup|start-up|maker|carmaker|drugmaker|retailer|grocer|bank|airline|carrier|utility|"
    r"operator|manufacturer|brewer|publisher|insurer|supplier|owner|agency|studio|hospital|club|council|ministry|"
    r"university|venture|unit|chain|lab|laboratory|business|developer|producer|contractor|vendor|buyer|client)"
)


# What may stand between a name and its verb: "X of Leeds, a printer,".
_AFTER = r"(?: (?:of|in|from) {L})?(?:, (?:an?|the) (?:(?!{O}|{P})[^,;.]){2,60},)?,? "


def _side(name: str) -> str:
    return rf"(?:{{O:{name}}}|(?P<{name}0>\b(?:it|they|the (?:[\w-]+ )?{_CALLED})\b))"


_ALSO = (
    r"(?:(?:which|that|has|had|have|is|was|will|would|now|also|already|recently|since|long|then|to|been|agreed|"
    r"decided|still|never|in {T}|on {T}|{T}|soon|promptly|quietly|abruptly|finally|later|this|last|week|month|year)"
    r",? )*"
)
_BEFORE = "{LED}"
_CUSTOMERS = r"(?P<t>customers?|clients?|users|buyers|licensees|subscribers|tenants)"
_CONTRACT = r"(?:contract|order|deal|agreement|tender|commission|mandate|assignment|brief)s?"
_DOING = (
    r"(?:supply|deliver|provide|build|run|operate|manage|maintain|clean|install|host|equip|fit|develop|handle|make|"
    r"produce|design|upgrade|print|label|annotate|transcribe|translate|test|moderate|process|train|service|renew|"
    r"modernise|modernize|electrify|digitise|digitize|audit|insure|ship|haul|cater|staff|guard|monitor|overhaul|refit|"
    r"replace|lay|construct|refurbish|store|collect|pack|package|assemble|manufacture|carry|transport|launch)"
)
_END = (
    r"(?=[.,;:)]| (?:in|after|because|over|last|on|at|for|and|before|when|this|earlier|amid|following|as|two|by)\b|$)"
)
_TOLD = {
    # Whose customers they are is left to the article.
    "customers include": (
        r"^(?:\W*(?:other|existing|current|early|paying|big|large|corporate|key|first|named|known|public|so far|its|"
        rf"their|the|the company's|the firm's) )*{_CUSTOMERS} (?:now |already |so far |also |currently )*"
        r"(?:include|includes|are|included|range from) (?P<w>)"
    ),
    "one of its customers": (
        r"{O:c},?(?: (?:(?!{O})[^.;]){0,80}?)?(?: (?:is|was|are|remains|and|as|became|,))? "
        rf"(?:also |still |now )?(?:one|some|two|three|both|another) of (?:{{O:v}}'s|(?P<v0>its|the {_CALLED}'s)) "
        rf"(?:[\w-]+ ){{0,3}}{_CUSTOMERS}\b"
    ),
    "one of its suppliers": (
        r"{O:v},?(?: (?:(?!{O})[^.;]){0,80}?)?(?: (?:is|was|are|remains|and|as|became|,))? "
        rf"(?:also |still |now )?(?:one|some|two|three|both|another) of (?:{{O:c}}'s|(?P<c0>its|the {_CALLED}'s)) "
        r"(?:[\w-]+ ){0,3}(?P<t>suppliers|vendors|contractors|providers|subcontractors)\b"
    ),
    "counts as client": (
        rf"{_side('v')}{_AFTER}(?:(?:(?!{{O}})[^.;]){{0,60}} )?(?P<t>counts?|counted|numbers?|lists?|has|had) "
        rf"{_BEFORE}{{O+:c}} (?:among|as) (?:(?:one|some) of )?(?:{{ITS}}|the|an?) (?:[\w-]+ ){{0,3}}"
        r"(?:customers?|clients?|users|buyers|licensees|subscribers|tenants)\b"
    ),
    "dropped": (
        rf"{_side('c')}{_AFTER}{_ALSO}(?P<t>dropped|drops|ditched|ditches|dumped|dumps|jettisoned|axed|sacked|dropping|"
        rf"ditching|parted ways with|parted company with|stopped using|stopped buying from|stopped working with|"
        rf"quit using) {_BEFORE}{{O:x}}(?!'s){_END}"
    ),
    "contract to": (
        rf"{_side('v')}{_AFTER}{_ALSO}(?P<t>signed|signs|won|wins|landed|lands|secured|secures|clinched|holds|has|"
        rf"awarded|"
        rf"given|bagged|picked up|got|received) (?:an? |the |{{ITS}} |two |three )?(?:(?!{{O}}|{{P}}|to\b|with\b|"
        rf"from\b)[^.;,]){{0,60}}?{_CONTRACT} (?:worth {{M}} |valued at {{M}} |of {{M}} )?"
        rf"(?:to {_DOING}|for) (?:(?!{{O}}|{{P}})[^.;,]){{0,80}}?(?:to|for|of|at) {_BEFORE}{{O:c}}(?!'s)"
    ),
    # "The X consortium has won a contract to renew the line, operator Y said": the client tells it.
    "contract, client said": (
        rf"{{O+:v}},? (?:(?:(?!{{O}})[^.;,]){{0,60}} )?{_ALSO}(?P<t>won|wins|landed|secured|clinched|awarded|given|"
        rf"been "
        rf"awarded|picked|chosen|selected) (?:(?:an? |the )?(?:(?!{{O}}|{{P}})[^.;]){{0,60}}?{_CONTRACT} )?"
        rf"(?:to {_DOING}|for)\b (?:(?!{{O}}|{{P}})[^.;]){{0,100}}?, (?:the )?(?:[\w-]+ ){{0,3}}?"
        rf"(?:operator|buyer|utility|agency|ministry|client|customer|owner|authority|railway|airline|port|builder|"
        rf"developer|retailer|network|city|grocer|carmaker|maker|bank|insurer|group|company) {{O:c}} "
        rf"(?:said|says|announced|confirmed)"
    ),
    "asked to": (
        rf"{{O:v}}{_AFTER}(?:(?:(?!{{O}})[^,;.]){{2,60}}, )?(?:has been|have been|had been|was|were|is being) "
        rf"(?P<t>asked|"
        rf"hired|retained|appointed|engaged|mandated|brought in|commissioned|instructed|enlisted|contracted) to "
        rf"(?:sound out|run|advise|find|seek|sell|market|handle|organise|organize|manage|look for|conduct|carry out|"
        rf"search for|review|help|explore|{_DOING})\b(?!(?:(?!{{O}})[^.;]){{0,80}} by {{O}})"
    ),
    "share of output": (
        rf"{_side('c')}{_AFTER}{_ALSO}(?P<t>buys?|bought|takes|took|takes up|absorbs) (?:about |around |some |nearly |"
        rf"almost "
        rf"|roughly |more than |over )?(?:{{C}}|(?:half|most|much|an? (?:third|quarter|fifth|tenth)|two-thirds|the "
        rf"bulk|"
        rf"all|part)) of {{O:v}}'s (?:[\w-]+ ){{0,2}}?(?:output|production|volumes?|capacity|crop|harvest|[a-z]+s)\b"
        r"(?! (?:staff|shares|debts?|assets))"
    ),
    "whose ware": (
        r"{O:v}'s (?:(?!{O}|{P})[\w-]+ ){1,4}?{O:c} (?:has |have |had |now |also |long |already |still |first )*"
        r"(?P<t>used|uses|use|buys|bought|licenses|licensed|licences|runs on|relies on|relied on|resells|stocks|"
        r"installed|adopted|deployed|depends on|rents|leases)\b"
    ),
    "ordered by": (
        rf"(?P<s>\b(?-i:(?=[a-z]))(?!(?:was|is|has|this|its|series|news|changes|cuts|reviews|checks|audits|tests|"
        rf"repairs|steps|measures|payments|"
        rf"studies|inquiries)\b)"
        rf"[a-z-]+s) (?:(?:that |which )?(?:have been |had been |were |was )?)?(?P<t>ordered|commissioned|chartered|"
        rf"bought|booked) by {_BEFORE}{{O:c}}(?!'s)"
    ),
    "stopped deliveries": (
        rf"{{O:x}}{_AFTER}(?:(?:(?!{{O}}|{{P}})[^.;]){{0,80}} and )?{_ALSO}(?P<t>stopped|halted|suspended|ceased|"
        rf"cut off|ended|discontinued|stops|halts|suspends) "
        rf"(?:all |{{ITS}} |the |further )?(?:deliveries|supplies|shipments|supply|delivery)(?: of [\w -]{{3,30}}?)?"
        rf"(?: to {_BEFORE}{{O:c}})?{_END}"
    ),
    "held back deliveries": (
        rf"{{O:v}}{_AFTER}{_ALSO}(?P<t>held back|delayed|withheld|resumed|restarted|rationed|postponed|missed) "
        rf"(?:some |all |{{ITS}} |the |a )?(?:deliveries|supplies|shipments|delivery|shipment|consignment)"
        rf"(?: of [\w -]{{3,30}}?)?(?: to {_BEFORE}{{O:c}})?{_END}"
    ),
    "years with": (
        rf"{_side('c')}{_AFTER}(?:(?!{{P}})[^.;]{{3,120}}?,? )(?P<t>ending|bringing to an end|ended|brought to an end|"
        rf"calling "
        rf"time on) (?:an? |its |{{ITS}} |the )?(?:nearly |almost |more than )?(?:{{T}}(?:'s)? ?(?:-| )?)"
        rf"(?:(?:relationship|association|run|stint|spell|contract|arrangement) )?with {_BEFORE}{{O:x}}(?!'s)"
    ),
    "now does the job": (
        r"{O:v},? (?:which |that |has |had |will |now |since |instead )*(?P<t>does|handles|took over|taken over|"
        r"takes over|take over|picked up|inherited) (?:the|that|this|most of the|much of the|the bulk of the|its) "
        r"(?:(?!{O}|{P})[\w-]+ ){0,2}?(?:job|work|contract|account|queue|business|task|orders|routes?|jobs)"
        r"(?=[.,;]| (?:in|for|since|now|instead|from|at|on)\b|$)"
    ),
    "supplier to": (
        rf"{{O:v}}{_AFTER}(?:which )?(?:has |have |had )?(?:been|long been|is|was|remains|became|become) "
        rf"(?:an?|the|one of the) (?:[\w-]+ ){{0,4}}(?P<t>suppliers?|vendors?|providers?|contractors?) (?:to|of|for) "
        rf"{_BEFORE}{{O:c}}(?!'s)"
    ),
    "gets from": (
        rf"{_side('c')}{_AFTER}{_ALSO}(?P<t>licen[sc]e[sd]?|bought|buys|sourced|sources|procures|procured|orders|"
        rf"ordered|rents|"
        rf"rented|leased|leases|obtained|obtains|imports|imported) (?:all |most |much |some |half |part |the bulk )?"
        rf"(?:of )?(?:{{ITS}}|the) (?P<s>(?:(?!{{O}}|{{P}}|from\b)[\w-]+ ){{1,9}}?)from {_BEFORE}{{O:v}}(?!'s)"
    ),
    "will carry": (
        rf"(?:all|both|each|every|the|its|their|most) (?:of )?(?:(?!{{O}}|{{P}})[\w-]+ ){{1,5}}?(?:will |are to |"
        rf"is to |"
        rf"have |has )?(?P<t>carry|use|be fitted with|be equipped with|run on|feature|contain|fly with|be powered by|"
        rf"get) (?P<s>(?:(?!{{O}}|{{P}}|to\b|in\b|of\b)[\w-]+ ){{1,3}}?)(?:from|made by|supplied by|built by) "
        rf"{_BEFORE}{{O:v}}(?!'s)"
    ),
}
_ENDING = {
    "does not renew": (
        rf"{_side('c')}{_AFTER}{_ALSO}(?:not (?:plan |intend |want )?(?:to )?|declined to |refused to |against "
        rf")(?P<t>extend|"
        rf"renew|prolong|extending|renewing)(?:ing)? (?:{{ITS}}|the|an?) (?:[\w-]+ ){{0,3}}?(?:{_CONTRACT}) with "
        rf"{_BEFORE}{{O:x}}"
    ),
    "lets it lapse": (
        rf"{_side('c')}{_AFTER}{_ALSO}(?P<t>let|lets|letting|allowed|allow) (?:{{ITS}}|the|an?) (?:[\w-]+ ){{0,3}}?"
        rf"(?:contract|subscription|order|deal) with {_BEFORE}{{O:x}} (?:to )?(?:lapse|expire|run out|end)\b"
    ),
    "ends its contract": (
        rf"{_side('c')}{_AFTER}{_ALSO}(?P<t>ended|ends|terminated|terminates|cancelled|canceled|cancels|scrapped|"
        rf"tore up|"
        rf"ending|terminating|cancelling) (?:{{ITS}}|an?|the) (?:[\w-]+ ){{0,3}}?(?:contract|subscription) "
        rf"with "
        rf"{_BEFORE}{{O:x}}"
    ),
    "contract with ended": (
        rf"(?:^|[;,] |\band )(?:{{O:c}}'s|an?|the|its) (?P<s>[a-z][a-z-]+ (?:[a-z][a-z-]+ )?)contract with "
        rf"{_BEFORE}{{O:x}}"
        r"(?: of {L})? (?:has |had |was |is |will )?(?P<t>ended|end|ends|expired|expire|expires|lapsed|lapse|lapses|"
        r"ran out|not renewed|terminated|cancelled)\b"
    ),
}
_MORE = {
    "hired to do it, x": (
        r"\b(?:firm|company|agency|contractor|consultancy|bank|lab|laboratory|yard|studio|house) (?P<t>hired|retained|"
        rf"engaged|contracted|chosen|commissioned|brought in|picked|selected) to [^,;.]{{3,50}}, "
        rf"{_BEFORE}{{O:v}}(?=[,.;])"
    ),
    "which it serves": (
        rf"{{O:c}}{_AFTER}which {{O:v}} (?:has |have |had |also |long |been )*(?P<t>advised|advises|advising|"
        rf"audits|audited|"
        rf"supplies|supplied|supplying|serves|served|insures|insured|represents|represented|equips|equipped|hosts|"
        rf"hosted)\b"
    ),
    "buys so many of its": (
        rf"{_side('c')}{_AFTER}{_ALSO}(?P<t>buy|bought|buys|order|ordered|purchase|purchased|lease|leased) (?:up "
        rf"to |at "
        r"least |about |another |a further )?(?:\d[\d,.]*|two|three|four|five|six|ten|twelve|dozens|hundreds|thousands|"
        r"several|{M} worth) (?:more )?(?:of )?{O:v}'s (?P<s>(?:(?!{P})[\w-]+ ?){0,2}?(?:{OXR} )?[a-z]+s)\b"
        r"(?<!shares)(?<!stores)(?<!shops)(?<!plants)(?<!units)(?<!sites)(?<!assets)(?<!stations)(?<!hotels)"
    ),
}
_WORDINGS = {**_TOLD, **_ENDING, **_MORE}
_MOVED = {
    "moved": (
        rf"{_side('c')}{_AFTER}{_ALSO}(?P<t>moved|moves|shifted|shifts|switched|transferred|taken|took|pulled|withdrew|"
        r"withdrawn|handed|gave|given|awarded|moving|awarding|handing) (?:all |some |most |much |part |half )?(?:of )?"
        r"(?:{ITS}|{O}'s|the) (?:{M} )?(?P<s>(?:(?!{O}|{P}|(?:to|from|away|with)\b)[\w-]+ ){1,6}?)"
        rf"(?:(?:away )?from {_BEFORE}{{O:x}}(?!'s)(?:,? (?:and (?:gave|given|handed|awarded|moved) (?:it|them) )?"
        rf"(?:to|with) {_BEFORE}{{O:v}}(?!'s))?|(?:to|with) {_BEFORE}{{O:v2}}(?!'s))"
    ),
}
_HANDED_ON = BUSINESS | words(
    """planning buying media advertising creative pr cover coverage insurance account audit labelling labeling
    annotation moderation hosting payroll support supply training evaluation research testing"""
)
_SIGNED = {
    "signed": (
        r"{O:c}(?:, (?:(?!{O})[^,;.]){3,60},)? (?:has |have |had )?(?P<t>signed(?: up)?|renewed|ordered|extended)"
        r"(?: (?:an?|its|{ITS}) (?:(?!{O})[\w-]+ |{T} ){0,4}?(?:contract|order|subscription|licence|license))?"
        r"(?: in| on| for)? (?:{T}|last \w+|this \w+)(?=[.,;]|$)"
    ),
}
# What happens to deliveries says nothing of when they began.
# In these no name is the subject of the verb.
_AS_WRITTEN = frozenset({"whose ware", "one of its customers", "one of its suppliers", "ordered by", "which it serves"})
_LASTING = frozenset({"held back deliveries", "share of output"})
_CUSTOM = ("customer", "client", "subscriber", " users", " uses ", "contract", " order")


def told_trades(sentence: Sentence, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """Vendors and clients by set wordings, where no other rule has found them in the sentence."""
    if "O" in sentence.letters and not sentence.is_heading:
        told = (c for c in known if c.relation in ("supplies", "unitOf", "acquired"))
        yield from untold(_told(sentence), told)


def _told(sentence: Sentence) -> Iterator[Candidate]:
    for name, found in find(sentence, _WORDINGS):
        if name == "customers include" and _goes_on_about_it(sentence):
            continue  # "It makes software for X. Customers include": whose they are hangs on who "it" is
        yield from _pairs(sentence, found, name)
    for name, found in find(sentence, _MOVED):
        handed = any(word.rstrip("s") in _HANDED_ON or word in _HANDED_ON for word in found.text("s").split())
        if handed:
            yield from _pairs(sentence, found, name)
    if _tells_of_custom(sentence):
        for name, found in find(sentence, _SIGNED):
            yield from _pairs(sentence, found, name)


def _tells_of_custom(sentence: Sentence) -> bool:
    near = (sentence, *sentence.scene.previous(sentence, 2))
    return any(word in s.lower_code for s in near for word in _CUSTOM)


def _pairs(sentence: Sentence, found: Found, name: str) -> Iterator[Candidate]:
    """The pairs that a wording tells of; the side that it leaves unsaid is the firm that the article means."""
    sides = found.mentions if name in _AS_WRITTEN else partial(doers_of, found)
    vendors, lost, clients = (sides(side) for side in "vxc")
    vendors = vendors or found.mentions("v2")
    if found.has("w"):
        clients = mentions_from(sentence, sentence.token_at(found.match.end("w")), "O")
    # "A is one of its customers": they are nobody's own.
    if name == "one of its customers":
        vendors = without(vendors, clients)
    if name == "one of its suppliers":
        clients = without(clients, vendors)
    if name == "gets from" and _is_no_ware(found.text("s")):
        return
    if name == "whose ware" and not _is_relative(sentence, vendors):
        return
    if not clients and not found.has("c"):
        clients = or_told_of(sentence, vendors or lost)
    if not vendors and not lost and not (found.has("v") and name in _AS_WRITTEN):
        vendors = or_told_of(sentence, clients, "vendor")
    for vendor, client in product(vendors, clients):
        if vendor.entity != client.entity:
            told = Candidate("supplies", "told trade", sentence, vendor, client, found.trigger, Kind.STATE)
            told = told.with_details(service=_service(found))
            yield replace(told, phase=Phase.ONGOING, timed=False) if name in _LASTING else told
    for vendor, client in product(lost, clients):
        if vendor.entity != client.entity:
            told = Candidate("supplies", "told trade", sentence, vendor, client, found.trigger, Kind.EVENT)
            yield replace(told, phase=Phase.ENDED).with_details(service=_service(found))


def _service(found: Found) -> Detail | None:
    """What is bought or done, as the wording has it."""
    tokens = found.tokens("s")
    if tokens is None:
        return None
    doc, (start, end) = found.sentence.passage.doc, tokens
    while start < end and (doc[start].lower_ in ("own", "the", "some") or doc[start].pos_ in ("DET", "PUNCT")):
        start += 1
    within = next((t.i for t in doc[start + 1 : end] if t.lower_ in ("for", "in", "at")), end)
    if start >= end or doc[within - 1].pos_ not in ("NOUN", "PROPN"):
        return None
    span = found.sentence.raw(start, within)
    return Detail(span.text, span)


def _goes_on_about_it(sentence: Sentence) -> bool:
    """Whether the sentence before tells of "it" or "the company", and nobody could tell of which."""
    for before in sentence.scene.previous(sentence):
        subjects = (t for t in before.tokens if t.dep_ in ("nsubj", "nsubjpass") and t.head.dep_ == "ROOT")
        if any(is_open_anaphor(before, t) for t in subjects):
            return True
    return False


def _is_no_ware(thing: str) -> bool:
    return any(word in NO_GOODS or word.removesuffix("s") in NO_GOODS for word in thing.split())


def _is_relative(sentence: Sentence, firms: Sequence[FoundMention]) -> bool:
    return bool(firms) and sentence.passage.doc[firms[0].start].lower_ == "whose"
