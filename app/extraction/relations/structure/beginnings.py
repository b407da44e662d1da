"""How firms came about: from a smithy that P opened, in Q's garage, spun off by a group, as a company of her own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import verb_frame
from app.extraction.relations.reading.lemmas import is_verb, key_of, lemma
from app.extraction.relations.reading.patterns import find
from app.extraction.relations.reading.rules import first_filled, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.titles import start_phase
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_ROOTS = {
    "its roots": (
        r"{O:o},? (?:which |that )?(?:(?:has|had|also|still|now|first) )*(?:traces? {ITS} (?:roots|origins|history|"
        r"beginnings|story|lineage|ancestry) (?:back )?to|(?:began|started)(?: life| out| "
        r"trading|(?= (?:in|as|with|at|on|from|when) ))|dates (?:back )?(?:to|from)|goes back to|grew out of|grew from|"
        r"sprang from|emerged from|was born(?: out of)?|came into being|came about|{ITS} (?:roots|origins) in)"
        r"(?:(?!{P}|{O})[^.;]){0,70}?,? (?:(?:when|where|which|that|after) )?{P+:s}(?: and {ITS} "
        r"(?:[a-z-]+ ){1,3}{PO:q})? (?:(?:first|had|together|jointly) )*(?P<t>opened|founded|"
        r"set up|started|began|established|launched|built|created|hatched|dreamed up|dreamt up|ran)(?!\w)"
    ),
    "in a garage": (
        r"{O:o},? (?:which )?(?:was |had )?(?P<t>began|begun|started|founded|born|set up|launched|created|conceived)"
        r"(?: life| out)?(?: in {T})? (?:in|from|out of|at|on) {P+:s}'s (?:(?:parents|mother|father|grandmother)'s? )?"
        r"(?:[\w-]+ )?(?:garage|kitchen|kitchen table|bedroom|basement|shed|living room|dorm room|flat|apartment|barn|"
        r"cellar|attic|house|loft|dining room|front room|spare room|backyard|farm|workshop)(?!\w)"
    ),
}
# What one starts, before its name.
_FIRM = (
    r"(?:company|firm|business|start-up|startup|rival|consultancy|agency|fund|bank|brewery|bakery|studio|practice|"
    r"boutique|shop|venture|outfit|laboratory|lab|workshop|restaurant|publisher|chain|airline|partnership|house|"
    r"competitor|advisory|advisory firm|distillery|dairy|school|record label|label|investment vehicle|charity|platform)"
)
_OWN = {
    "one of her own": (
        r"(?P<t>start|starts|started|starting|found|founds|founded|founding|set up|sets up|setting up|launch|launches|"
        r"launched|launching|establish|established|establishing|establishes|create|created|creating|creates|form|"
        r"formed|"
        r"forming|build|built|building|open|opened|opening|co-found|co-founded|co-founding) (?:(?:an?|{ITS}) )(?:own )?"
        rf"(?:(?!(?:at|for|with|in|from|to|of|by|and)\b)[\w-]+ ){{0,4}}?{_FIRM}(?: of {{ITS}} own)?(?:, | |, called |"
        r" called | named |, named )(?:the )?{O:o}(?!['’])(?! (?:said|says|told|announced|has|had|is|was|will)\b)"
    ),
}
_FORMED = {
    "joint venture between": (
        r"{O:o},? (?:which is |is |was )?(?:an?|the|their|its) (?:[\w%/-]+ ){0,3}?(?P<t>joint venture|venture)"
        r"(?:, [^,;.]{3,40},)? (?:between|of|by|from) {DESC}{O:s} (?:and|with) (?:the )?{DESC}{O:p}"
    ),
    "venture it formed with": (
        r"{O:o}, (?:an?|the|their) (?:[\w%/-]+ ){0,4}?(?:joint venture|venture|JV) (?:that |which )?{O:s} (?:had |"
        r"has )?"
        r"(?:also )?(?P<t>formed|set up|created|founded|launched|established) (?:in {T} )?with (?:the )?{DESC}{O:p}"
    ),
    "joint venture with": (r"{O:o}, {O:s}'s (?:[\w%/-]+ ){0,3}?(?P<t>joint venture|venture) with (?:the )?{DESC}{O:p}"),
    "spun out by": (
        r"{O:o},? (?:which )?(?:was |has been )?(?P<t>spun (?:out|off)) (?:of|from) (?:the )?{DESC}{O}(?: in {T})? by "
        r"{LEADIN}{P:s}(?:,(?: [\w'-]+){1,8},? and (?:the )?{P:p})?"
    ),
}
_SET_UP = (
    r"(?:(?:has|have|had|will|would|is|are|to|agreed|plans?|also|together|jointly|today|recently) )*"
    r"(?P<t>set up|sets up|setting up|forms?|formed|forming|creates?|created|creating|establish(?:es|ed|ing)?|"
    r"launch(?:es|ed|ing)?|found(?:s|ed|ing)?)"
)
_VENTURE = r"(?:an?|its|their) (?:[\w%/-]+ ){0,4}?(?:joint venture|venture|JV)"
_CALLED = r"(?:,? (?:to be )?(?:called|named|known as|dubbed)|,) (?:the )?"
# The same told with a verb, which also says how far it has come.
_SETTING_UP = {
    "sets up a venture with": (
        rf"{{O:s}},? (?:which |that )?{_SET_UP} {_VENTURE} with (?:the )?{{DESC}}{{O:p}}(?: (?:of|in) {{LO}})?{_CALLED}"
        r"{O:o}(?!'s)"
    ),
    "sets up a venture, with": (
        rf"{{O:s}},? (?:which |that )?{_SET_UP} {_VENTURE}{_CALLED}{{O:o}},? (?:together |jointly )?with "
        r"(?:the )?{DESC}{O:p}(?!'s)"
    ),
    "together they set up": (
        rf"(?:^|[;,] )(?:together|along|jointly) with (?:the )?{{DESC}}{{O:p}},? {{O:s}} {_SET_UP} {_VENTURE}{_CALLED}"
        r"{O:o}(?!'s)"
    ),
    "both set up": rf"{{O:s}} and (?:the )?{{DESC}}{{O:p}} {_SET_UP} {_VENTURE}{_CALLED}{{O:o}}(?!'s)",
}
_SPIN = words("spin_off spin_out hive_off carve_out split_off")


def beginnings(sentence: Sentence) -> Iterator[Candidate]:
    """Who founded what, told by how it began."""
    if "O" not in sentence.letters:
        return
    for _, found in find(sentence, _ROOTS):
        for person in (*found.mentions("s"), *found.mentions("q")):
            yield from _founded(sentence, person, found.mentions("o")[:1], found.trigger)
    for _, found in find(sentence, _OWN):
        verb = sentence.passage.doc[found.trigger]
        if is_verb(verb):
            people = first_filled(sentence, verb_frame(verb), ("agent",), "P")
            for person in people:
                yield from _founded(sentence, person, found.mentions("o")[:1], found.trigger, phase=None)
    for token in sentence.words:
        if not is_verb(token):
            continue
        key = key_of(token)
        if key in _SPIN:
            yield from _spun_off(sentence, token)
        elif key in _FOUND:
            yield from _of_the_firm(sentence, token)
    yield from _founded_with(sentence)
    yield from _with_others(sentence)


def _founded(
    sentence: Sentence,
    founder: FoundMention,
    firms: list[FoundMention],
    trigger: int,
    phase: Phase | None = Phase.COMPLETED,
) -> Iterator[Candidate]:
    for firm in firms:
        if founder.entity != firm.entity and sentence.scene.type_of(firm) != "Collective":
            yield Candidate("founded", "founding", sentence, founder, firm, trigger, phase=phase)


def _spun_off(sentence: Sentence, verb: Token) -> Iterator[Candidate]:
    """As in "X, the maker that Y spun off in 2015": Y made a firm of it. "Spun out of Y" may be others' doing."""
    frame = verb_frame(verb)
    if frame.passive or start_phase(verb) is not Phase.STARTED or verb.tag_ not in ("VBD", "VBN"):
        return
    made = fillers(sentence.scene, sentence.passage.index, frame.get("patient"), "O", metonyms=False)[:1]
    for owner in first_filled(sentence, frame, ("agent",), "O", skip=made)[:1]:
        yield from _founded(sentence, owner, made, verb.i, phase=None)


_FOUND = words("found co-found cofound establish start set_up launch create")
_FIRM_NOUNS = words("company business firm group")


def _of_the_firm(sentence: Sentence, verb: Token) -> Iterator[Candidate]:
    """As in "P started the company in a garage": which one is for the article to say."""
    frame = verb_frame(verb)
    firm = next(iter(frame.get("patient")), None)
    if frame.passive or firm is None or lemma(firm) not in _FIRM_NOUNS or firm.tag_ != "NN":
        return
    bare = [c.lower_ for c in firm.lefts] == ["the"] and not any(
        c.dep_ in ("relcl", "acl", "prep") for c in firm.rights
    )
    if not bare or sentence.scene.mentions.at(sentence.passage.index, firm.i) is not None:
        return
    people = first_filled(sentence, frame, ("agent",), "P")
    beside = fillers(sentence.scene, sentence.passage.index, frame.get("with"), "P", metonyms=False)
    for person in (*people, *(beside if people else ())):
        yield Candidate("founded", "founding", sentence, person, None, verb.i, needs_object=True)


def _with_others(sentence: Sentence) -> Iterator[Candidate]:
    """A joint venture was founded by each parent; what was spun out of a whole by somebody, by these."""
    for _, found in find(sentence, _FORMED):
        for obj in found.mentions("o")[:1]:
            for subject in (*found.mentions("s"), *found.mentions("p")):
                if subject.entity != obj.entity:
                    yield Candidate(
                        "founded", "founder", sentence, subject, obj, found.trigger, presupposed=True, timed=False,
                        phase=Phase.COMPLETED,
                    )  # fmt: skip
    for _, found in find(sentence, _SETTING_UP):
        for subject in (*found.mentions("s"), *found.mentions("p")):
            yield from _founded(sentence, subject, found.mentions("o")[:1], found.trigger, phase=None)


def _founded_with(sentence: Sentence) -> Iterator[Candidate]:
    """As in "A set up X with B and C": all of them founded it."""
    for token in sentence.words:
        if is_verb(token) and key_of(token) in _FOUND and not (frame := verb_frame(token)).passive:
            targets = fillers(sentence.scene, sentence.passage.index, frame.get("patient"), "O", metonyms=False)
            partners = [t for t in frame.get("with") if not _is_other_part(sentence, t)]
            for subject in fillers(sentence.scene, sentence.passage.index, partners, "PO", metonyms=False):
                for obj in targets[:1]:
                    yield Candidate("founded", "founding", sentence, subject, obj, token.i)


def _is_other_part(sentence: Sentence, partner: Token) -> bool:
    """Whether it is told as what somebody is there: "set up X with Y as its first customer"."""
    following = sentence.passage.doc[partner.i + 1 : min(sentence.end, partner.i + 4)]
    return any(token.lower_ == "as" for token in following)
