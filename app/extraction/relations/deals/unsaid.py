"""Dealings whose company the sentence leaves to what was said before: "Tarn holds 6%", "investors include Tarn"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.topics import paragraph_topic
from app.extraction.relations.reading.amounts import with_amounts
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.owners import before_whose
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.rules import percent_detail
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.values.money import FoundPercent
from app.model import Phase

_SHARES = (
    r"(?: (?:stake|holding|shareholding|interest|of (?:the|its) (?:company|business|firm|shares|stock|"
    r"equity|capital)|of it))?"
)
_END = r"(?=$|[.,;]| and | while | after | before | since | following | in the (?:company|business|firm))"
_CLAUSE = r"(?:,? (?:(?!{O})[^.;]){3,80}?,)?"
_WHO = r"(?:{O:o}'s [\w -]{3,40}?,? |{LEADIN})?"
_HELD = {
    "holds a share": (
        rf"{{OP:s}}{_CLAUSE},? (?:who |which |and |will |would |also |still |now |each |currently |together |"
        rf"already |(?:is|was) (?:(?:an?|the|its) )?(?:[\w-]+ ){{1,4}}?and )*"
        rf"(?P<t>owns|own|holds|hold|has|have|owned|held|kept|keeps|keep|retains|retained|retain|controls) "
        rf"(?:another |about |nearly |roughly |around |approximately |at least |more than |less than "
        rf"|just |some |over |almost )?(?:an? )?(?:{{C}}{_SHARES}|(?:minority|majority|controlling|{{C}}) "
        rf"(?:stake|holding|interest|share)){_END}"
    ),
    "holds the rest": (
        rf"{{OP+:s}}{_CLAUSE},? (?:also |still |now |currently )?(?P<t>owns|own|holds|hold|owned|held|controls|"
        rf"control|has|have) the "
        rf"(?:rest|remainder|remaining (?:{{C}}|shares|stake|half)|other (?:{{C}}|half)){_END}"
    ),
    "the rest is held by": (
        rf"(?:rest|remainder|remaining (?:{{C}}|shares|stake|half)|other (?:{{C}}|half)|{{C}}) (?:of the "
        rf"(?:company|shares) )?"
        rf"(?:is |are |was |were |being )?(?P<t>held|owned|controlled) by {_WHO}{{OP+:s}}(?!'s)"
    ),
    "changes its stake": (
        r"{OP:s},? (?:has |had |have |which |also )*(?P<t>cut|halved|doubled|raised|increased|trimmed|reduced|"
        r"lowered|lifted|"
        r"boosted|sold|keeps|kept|built|disclosed|is keeping|will keep) {OP:w}'s (?:(?:remaining|entire|whole|"
        r"own) )?(?:{C} )?"
        r"(?:stake|holding|shareholding|shares)(?! (?:in|of) (?:the )?{O})"
    ),
}
# "Invested $40m in X, taking a stake of 15%", "for 15% of the company": of what the sentence tells the money to go to.
_FOR_IT = {
    "for a share": (
        r"(?P<t>taking|took|take|takes|getting|gets|get|got|receiving|receives|received|gaining|gains|gained|acquiring|"
        r"giving (?:it|them|{O})|gave (?:it|them|{O})|gives (?:it|them|{O})|in (?:exchange|return) for|for) "
        r"(?:an? )?(?:[a-z]+ ){0,2}?(?:{C:c} (?:stake|holding|shareholding|interest|of (?:the|its) "
        r"(?:company|business|firm|shares|stock|equity|capital))|"
        r"(?:stake|holding|shareholding|interest) of (?:about |some |nearly )?{C:d})"
    )
}
_INVESTED = {
    "bought a share": (
        r"{O:s},? (?:has |had |have |also |later |then |which )*(?P<t>bought|acquired|took|purchased|picked up|taken|"
        r"snapped up|secured) (?:an? |the )?(?:minority |further |additional |initial )*{C} "
        r"(?:stake|holding|shareholding|interest|share)(?! (?:in|of) )"
    ),
    "put in": (
        r"{OP:s},? (?:has |had |have |also |would |will |to )*(?P<t>put in|invested|invests|invest|"
        r"contributed|chipped in(?: with)?|came in with|comes in with|pitched in(?: with)?|kicked in|threw in|"
        r"weighed in with|followed with|joined with|committed|stumped up) (?:about |nearly |some |another |up to |"
        r"a further |roughly |around )?{M}(?=$|[.,;]| and | as | of )"
    ),
    "investors include": (
        r"(?:^|[.;,] )(?:(?:its|the|their|other|existing|earlier|new|previous|early|main) )*(?P<t>investors|"
        r"backers|financiers|funders) "
        r"(?:so far |also |now |have )?(?:include|included|are|were)(?: the)? {OP+:s}"
    ),
    "among the backers": (
        r"(?:^|[.;] )among (?:its|the|their) (?:[\w-]+ ){0,2}(?P<t>investors|backers) (?:are|were|is|was) "
        r"{DESC}{OP+:s}"
    ),
    "former boss among them": (
        r"(?:^|[.;,] )(?:(?:its|the|other|existing) )*(?P<t>investors|backers) (?:also )?(?:include|included|"
        r"are|were) "
        r"[^.;]{3,120}?(?:, | and )(?:former |the )?(?:{O} )(?:[a-z]+ ){1,4}{P:s}"
    ),
}
_UNITS = {
    "a subsidiary": (
        r"^(?:an?|another|one|its|a second|the) (?:[\w-]+ ){0,2}?(?P<t>subsidiary|unit|division|affiliate|offshoot|"
        r"sister company|spin-off), {O:s},"
    ),
}
_OWNERSHIP = re.compile(
    r"\b(?:shareholders?|stakes?|shares|owns?|owned|owners?|controlled|holds?|holding|bought|acquired|sold|sale|"
    r"invest\w*|majority|minority|founded)\b|(?:%|percent|per cent) of (?!the )",
    re.IGNORECASE,
)
_ROUND = re.compile(
    r"\b(?:rais(?:ed?|es|ing)|valuations?|valued|valuing|closing in on|"
    r"rounds?|funding|financing|series [a-h]|fundraising|invest\w*|backers?)\b",
    re.IGNORECASE,
)
_FIRMS = frozenset({"Company", "Organization", "OrganizationUnit"})


def unsaid(sentence: Sentence, known: Sequence[Candidate], before: Sequence[Candidate] = ()) -> Iterator[Candidate]:
    """Stakes and investments of which the company is named before; none where several firms could be meant.

    `known` is what this sentence says, `before` what those before it say.
    """
    held = {c.subject.entity for c in known if c.relation == "ownsStakeIn"}
    backed = {c.subject.entity: c.object for c in known if c.relation == "investedIn"}
    backers = backed.keys() | {c.subject.entity for c in before if c.relation == "investedIn"}
    owners = {c.subject.entity for c in before if c.relation in ("ownsStakeIn", "investedIn")}
    for name, found in find(sentence, _HELD):
        for holder in found.mentions("s"):
            if name == "changes its stake" and all(m.entity != holder.entity for m in found.mentions("w")):
                continue
            if holder.entity in held or before_whose(sentence, holder, found.trigger):
                continue
            others = owners if "rest" in name else frozenset[str]()
            # "In a round led by A, which now holds 14%": of what A has put money into.
            company = backed.get(holder.entity) or _spoken_of(sentence, found, holder, _OWNERSHIP, others)
            if company is not None:
                held.add(holder.entity)
                sold = found.text("t") == "sold"
                told = Candidate("ownsStakeIn", "stake", sentence, holder, company, found.trigger, Kind.STATE)
                yield with_amounts(replace(told, phase=Phase.ENDED if sold else None))
    yield from _for_it(sentence, known, held)
    said = held | backed.keys()
    for name, found in find(sentence, _INVESTED):
        cue = _OWNERSHIP if name == "bought a share" else _ROUND
        for investor in found.mentions("s"):
            company = _spoken_of(sentence, found, investor, cue, backers) if investor.entity not in said else None
            if company is not None:
                said.add(investor.entity)
                yield with_amounts(Candidate("investedIn", "round part", sentence, investor, company, found.trigger))
    yield from _units(sentence)


def _units(sentence: Sentence) -> Iterator[Candidate]:
    """As in "A subsidiary, X, retreads tyres": of whom the sentences before are about."""
    for _, found in find(sentence, _UNITS):
        for unit in found.mentions("s")[:1]:
            told = Candidate(
                "unitOf", "unit", sentence, unit, None, found.trigger, Kind.STATE, presupposed=True, timed=False
            )
            topic = paragraph_topic(sentence.scene, told, frozenset())
            if topic is not None and topic[0].entity != unit.entity:
                yield replace(told, object=_tied(sentence, topic[0]), phase=Phase.ONGOING)


def _for_it(sentence: Sentence, known: Sequence[Candidate], held: set[str]) -> Iterator[Candidate]:
    """The shares that a lone investor gets for its money."""
    deals = [c for c in known if c.relation == "investedIn" and not c.negated]
    if len({c.subject.entity for c in deals} | held) != 1 or len({id(c.object) for c in deals}) != 1:
        return
    for _, found in find(sentence, _FOR_IT):
        share = next(
            (s.filler for s in [*found.slots("c"), *found.slots("d")] if isinstance(s.filler, FoundPercent)), None
        )
        if share is not None and found.match.start() > sentence.position_of(deals[0].trigger):
            told = replace(deals[0], relation="ownsStakeIn", rule="stake", trigger=found.trigger, details={})
            yield told.with_details(percent=percent_detail(share, sentence))


def _spoken_of(
    sentence: Sentence,
    found: Found,
    who: FoundMention,
    cue: re.Pattern[str],
    besides: Set[str] = frozenset(),
) -> FoundMention | None:
    """The one other firm named before in the sentence, else in the nearest of the four before that names any."""
    if found.mentions("o"):
        return found.mentions("o")[0]
    start = sentence.token_at(found.match.start())
    here = [m for m in sentence.mentions() if m.end <= start]
    others = {m.entity for m in found.mentions("s")} | {who.entity} | besides
    others |= {m.entity for m in here if _holds(sentence, m)}
    for told, named in ((sentence, here), *((s, s.mentions()) for s in sentence.scene.previous(sentence, 4))):
        if told.passage is not sentence.passage:
            return None
        firms = [m for m in named if sentence.scene.type_of(m) in _FIRMS and not m.others and m.entity not in others]
        if firms:
            one = len({m.entity for m in firms}) == 1
            spoken = (told, *sentence.scene.previous(sentence)) if told is sentence else (told,)
            return _tied(sentence, firms[0]) if one and any(cue.search(s.text) for s in spoken) else None
    return None


def _holds(sentence: Sentence, holder: FoundMention) -> bool:
    """Whether it holds a share itself: the X of "X now owns 20%, while Y holds 40%"."""
    shares = [slot for slot in sentence.slots if slot.letter == "C" and 0 < slot.start - holder.end <= 4]
    between = sentence.passage.doc[holder.end : shares[0].start] if shares else ()
    return any(token.lower_ in ("own", "owns", "owned", "hold", "holds", "held") for token in between)


def _tied(sentence: Sentence, company: FoundMention) -> FoundMention:
    return replace(company, ties=(*company.ties, sentence.scene.span_of(company)))
