"""Dealings whose company the sentence leaves to what was said before: "Tarn holds 6%", "investors include Tarn"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.dealt_in import Told, company_dealt_in
from app.extraction.relations.reading.amounts import with_amounts
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.lemmas import lemma
from app.extraction.relations.reading.owners import bears_its_name, before_whose
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


def unsaid(sentence: Sentence, known: Sequence[Candidate], before: Sequence[Candidate] = ()) -> Iterator[Candidate]:
    """Stakes and investments of which the company is named before; none where several firms could be meant.

    `known` is what this sentence says, `before` what those before it say.
    """
    held = {c.subject.entity for c in known if c.relation == "ownsStakeIn"}
    backed = {c.subject.entity: c.object for c in known if c.relation == "investedIn"}
    for name, found in find(sentence, _HELD):
        for holder in found.mentions("s"):
            if name == "changes its stake" and all(m.entity != holder.entity for m in found.mentions("w")):
                continue
            if holder.entity in held or before_whose(sentence, holder, found.trigger):
                continue
            if _is_said_of_another(sentence, holder, found):
                continue
            # "In a round led by A, which now holds 14%": of what A has put money into.
            stake = Candidate("ownsStakeIn", "stake", sentence, holder, None, found.trigger, Kind.STATE)
            company = backed.get(holder.entity) or _spoken_of(stake, found, _OWNERSHIP, Told(known, before))
            if company is not None:
                held.add(holder.entity)
                sold = found.text("t") == "sold"
                yield with_amounts(replace(stake, object=company, phase=Phase.ENDED if sold else None))
    yield from _for_it(sentence, known, held)
    said = held | backed.keys()
    for name, found in find(sentence, _INVESTED):
        cue = _OWNERSHIP if name == "bought a share" else _ROUND
        for investor in found.mentions("s"):
            part = Candidate("investedIn", "round part", sentence, investor, None, found.trigger)
            company = _spoken_of(part, found, cue, Told(known, before)) if investor.entity not in said else None
            if company is not None:
                said.add(investor.entity)
                yield with_amounts(replace(part, object=company))
    yield from _units(sentence)


def _is_said_of_another(sentence: Sentence, holder: FoundMention, found: Found) -> bool:
    """Whether the share is told in a clause about a thing that nobody could resolve.

    In "X had retired to the family firm, which owns 62%" it is none of X's; in "the Finnish firm, which is 61% owned by
    X" what is owned is not the firm that the sentence is about.
    """
    verb = sentence.passage.doc[found.trigger]
    for _ in range(3):
        if verb.dep_ not in ("acl", "attr", "acomp", "xcomp", "auxpass"):
            break
        verb = verb.head  # "which remains 61 per cent owned by X"
    noun = verb.head
    if verb.dep_ != "relcl" or noun.pos_ != "NOUN" or holder.start <= noun.i < holder.end:
        return False
    if sentence.scene.mentions.at(sentence.passage.index, noun.i) is not None:
        return False
    root = sentence.passage.doc[holder.start : holder.end].root
    return root not in noun.children and noun.head != root and lemma(noun) not in ("share", "stake", "rest", "%")


def _units(sentence: Sentence) -> Iterator[Candidate]:
    """As in "A subsidiary, X, retreads tyres": of the firm that is meant."""
    for _, found in find(sentence, _UNITS):
        for unit in found.mentions("s")[:1]:
            yield Candidate(
                "unitOf",
                "unit",
                sentence,
                unit,
                None,
                found.trigger,
                Kind.STATE,
                Phase.ONGOING,
                presupposed=True,
                needs_object=True,
                timed=False,
            )


# "Invested as part of a consortium which took 50%": what each of its members got nobody tells.
_SHARING = frozenset({"consortium", "syndicate", "alongside", "together", "jointly", "collectively"})


def _for_it(sentence: Sentence, known: Sequence[Candidate], held: set[str]) -> Iterator[Candidate]:
    """The shares that a lone investor gets for its money."""
    deals = [c for c in known if c.relation == "investedIn" and not c.negated]
    if len({c.subject.entity for c in deals} | held) != 1 or len({id(c.object) for c in deals}) != 1:
        return
    for _, found in find(sentence, _FOR_IT):
        share = next(
            (s.filler for s in [*found.slots("c"), *found.slots("d")] if isinstance(s.filler, FoundPercent)), None
        )
        shared = any(lemma(t) in _SHARING for t in sentence.passage.doc[deals[0].trigger : sentence.end])
        if share is not None and found.match.start() > sentence.position_of(deals[0].trigger):
            told = replace(deals[0], relation="ownsStakeIn", rule="stake", trigger=found.trigger, details={})
            yield told if shared else told.with_details(percent=percent_detail(share, sentence))


def _spoken_of(candidate: Candidate, found: Found, cue: re.Pattern[str], told: Told) -> FoundMention | None:
    """The company that is meant, where the sentence or the paragraph before it tells of owners or of a round."""
    if found.mentions("o"):
        return found.mentions("o")[0]
    sentence = candidate.sentence
    near = (s for s in sentence.scene.previous(sentence, 4) if s.passage is sentence.passage)
    if not any(cue.search(s.text) for s in (sentence, *near)):
        return None
    company = company_dealt_in(candidate, [*found.mentions("s"), candidate.subject], told)
    if company is None or bears_its_name(sentence, candidate.subject, company[0]):
        return None
    return _tied(sentence, company[0])


def _tied(sentence: Sentence, company: FoundMention) -> FoundMention:
    return replace(company, ties=(*company.ties, sentence.scene.span_of(company)))
