"""Comings told in turns of phrase that name no organisation: arrived as T, promoted from T, took the top job."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.patterns import Found, find, find_throughout
from app.extraction.relations.reading.rules import named
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.titles import after_title, titles_at, with_titles
from app.extraction.relations.reading.whence import may_be_place
from app.model import Phase

_WHO = r"{P:p},? (?:who |has |had |have |then |also |later |first |only |initially |eventually |now |will |would |to )*"
_WHEN = (
    r"(?: (?:in|on|at|from|back|during|last|this|late|early|there|aboard|on board|over|across|the) ?| {T}|"
    r" from {DESC}{O:f})*"
)
_AS = r" as (?:its |their |the |an? |new |first |{O:w}'s )*{TITLES:title}"
_ARRIVED = {
    "arrives as": (
        _WHO + r"(?P<t>arriv(?:ed|es|ing)|came|come|comes|landed|(?:was |were |been )?(?:drafted|parachuted|shipped|"
        r"brought|drawn) in|signed on|came aboard|came on board)" + _WHEN + _AS
    ),
    "comes back as": (
        _WHO + r"(?P<t>came back|comes back|come back|coming back|returned|returns|rejoined|reappeared)" + _WHEN + _AS
    ),
}
# "P, a Catalan engineer who arrived".
_TOLD_OF = r"{P:p}(?:, (?:an?|the) (?:(?!{P}|{O}|who )[^,;.]){2,40}?)?,? "
_FROM = {
    "arrives from": (
        _TOLD_OF + r"(?:who |has |had |have |then |also |later |first |only |eventually |was |were |been )*"
        r"(?P<t>arriv(?:ed|es|ing)|(?:came|comes|moved|switched|crossed) (?:over|across)|(?:brought|drafted) in|lured|"
        r"poached|tempted|headhunted|prised)(?: away| over| across)?"
        r"(?:,? (?:(?:in|at|from|back in|late in|early in) )?{T})? from (?:the )?{DESC}{O:f}(?!'s?\b)"
    ),
}
# No town is told that somebody comes to: where to, the article has said.
_SINCE = (
    r"(?: (?:in|from|at|early in|late in|back in|during)(?: the (?:start|beginning|end|middle) of)?)? {T}"
    r"(?=$|[.,;]| and | from | with | after | as | when | but | to (?:run|lead|head|build|oversee|manage|become))"
)
_CAME = {
    "starts": _WHO + r"(?P<t>arriv(?:ed|es|ing)|came aboard|came on board|comes aboard|comes on board|signed on|"
    r"signed up|started work|starts work|began work|begins work|reported for work)" + _SINCE,
    "arrives after years elsewhere": (
        _TOLD_OF + r"(?:who |has |had |then |first )*(?P<t>arriv(?:ed|es|ing)) (?:in|at|from) {T} after "
        r"(?:{T}|(?:an? |many |several |[a-z]+ )?(?:years?|decades?|spells?|stints?)) (?:at|with) "
    ),
    "starts young": (
        _WHO + r"(?P<t>started|began|joined|signed on|came|arrived) (?:there |here |work |out )?(?:straight from|"
        r"straight out of|fresh from|fresh out of|right out of) (?:school|college|university|business school|"
        r"law school|graduate school)"
    ),
    "left and came back": (
        r"{P:p}(?:(?!{P})[^.;]){0,90}? (?:left|quit|resigned|departed|leaving)(?:(?!{P})[^.;]){0,80}?,? "
        r"(?:and|but|before|only to|then) (?:(?:then|later|has|had|was) )*(?P<t>came back|coming back|come back|"
        r"returned|returning|return|rejoined|lured back|brought back|hired back|tempted back)"
        r"(?=$|[.,;]| in {T}| {T}| as | on {T}| to (?:the (?:company|firm|group|bank|fold|business)|run|lead|head))"
    ),
}
# Where to is told: of a town or a meeting one may say so too, so that it must be a firm and the clause must end.
_THERE = {
    "goes to": (
        r"{P:p}(?:,? (?:of|from|at) (?:the )?{O})?(?:, (?:(?!{P}|{O})[^.;]){2,60}?)?,? "
        r"(?:(?:who|has|had|have|then|also|later|since|now|already|reportedly) )*"
        r"(?P<t>is going|are going|went|has gone|had gone|is off|is moving|is heading) (?:over |back |across )?to "
        r"(?:the )?(?:[a-z][\w-]* ){0,4}?{O:n}(?=$|[.;,]| (?:in|on|last|this) {T}| as (?:an?|its|the)\b)"
    ),
    "begins at": (
        r"{P:p}(?:, (?:(?!{P}|{O})[^.;]){2,60}?)?,? (?:(?:who|has|had|have|then|also|later|since|now|and|will|to|is|"
        r"left in {T}|left) )*"
        r"(?P<t>start|starts|started|begin|begins|began|turned up|turns up|resurfaced|popped up|pops up|surfaced)"
        r"(?: (?:work )?(?:(?:in|on|from) )?{T})? at (?:the )?(?:{L}-based )?(?:[a-z][\w-]* ){0,4}?{O:n}"
        r"(?=$|[.;,]| (?:in|on|last|this) {T}| as )"
    ),
}
_HOLDS = {
    "hangs on as": (
        _WHO + r"(?P<t>(?:h(?:ung|angs?|anging)|cl(?:ung|ings?|inging)|carr(?:y|ies|ied|ying)|soldier(?:s|ed|ing)?) on|"
        r"lasted|lasts|stuck around|survive[sd]?|lingered|persisted|stay(?:s|ed|ing)? (?:on|put|in place)|"
        r"remain(?:s|ed|ing)? (?:in place|on)|continu(?:e|es|ed|ing)(?: on)?)" + _WHEN + _AS
    ),
    "ends as": _WHO
    + r"(?P<t>end(?:s|ed|ing)?(?: up)?|finish(?:es|ed|ing)?(?: up)?|w(?:ound|inds?|inding) up)"
    + _WHEN
    + _AS,
}
_TAKES = {
    "takes the helm": (
        _WHO + r"(?P<t>took|takes|taken|taking|take|got|landed|given|handed|assum(?:ed|es|ing)) (?:over )?(?:the )?"
        r"(?:top job|top post|top role|helm|reins|corner office|hot seat|driving seat|chief executive's (?:office|job|"
        r"chair|seat))(?! (?:at|of|in) (?:the )?{O})(?! of (?!the (?:company|firm|group|business|bank)))"
    ),
    "takes charge": (
        _WHO + r"(?P<t>took charge|takes charge|taken charge|take charge)(?=$|[.,;]| in {T}| on {T}| {T}| after | when "
        r"| last | this )"
    ),
}
_ROSE = {
    "promoted from": (
        r"{P:p},? (?:who )?(?:was |were |had been |has been |is )?(?:himself |herself )?(?P<t>promoted|elevated) from "
        r"(?:the |its |{O:w}'s )?(?:role of |post of |job of |position of )?{TITLES:title}"
    )
}


def comings(sentence: Sentence) -> Iterator[Candidate]:
    """Who is told to have come, risen or taken over in words that name no organisation."""
    if "P" not in sentence.letters:
        return
    for _, found in find_throughout(sentence, _ARRIVED):
        if not _brings_another(found):
            yield from _joined(sentence, found)
            yield from _posts(sentence, found, "joined as", Phase.STARTED)
    for _, found in find_throughout(sentence, _CAME):
        if not _is_day(found):
            yield from _joined(sentence, found)
    for _, found in find_throughout(sentence, _FROM):
        if not _brings_another(found):
            yield from _joined(sentence, found)
    for name, found in find_throughout(sentence, _THERE):
        yield from _went_there(sentence, name, found)
    for name, found in find(sentence, _HOLDS):
        yield from _posts(sentence, found, "served", Phase.ENDED if name == "ends as" else _still(found))
    for _, found in find_throughout(sentence, _TAKES):
        yield from _posts(sentence, found, "led", Phase.STARTED)
    for _, found in find(sentence, _ROSE):
        yield from _posts(sentence, found, "left role", Phase.ENDED)


def _brings_another(found: Found) -> bool:
    """Whether it is the "she brought in" of "P, whom she brought in as sales chief from X": P came, and not she."""
    doc = found.sentence.passage.doc
    verb = doc[found.trigger]
    if verb.lower_ not in _BROUGHT or doc[verb.i - 1].text == ",":
        return False
    told = {child.dep_ for child in verb.children}
    return "nsubj" in told and not told & {"auxpass", "nsubjpass"}


_BROUGHT = frozenset("brought drafted parachuted shipped drawn lured poached tempted headhunted prised".split())


def _went_there(sentence: Sentence, name: str, found: Found) -> Iterator[Candidate]:
    """Who went to a firm, or began there: what may be a town, a school or another body is visited as well."""
    scene, verb = sentence.scene, found.text("t")
    for target in found.mentions("n")[:1]:
        if scene.type_of(target) != "Company" or may_be_place(scene, target):
            continue
        to_come = verb.startswith("is ") or " will " in found.match.group(0).lower()
        for person in found.mentions("p"):
            joined = Candidate("joined", "moved", sentence, person, target, found.trigger)
            yield replace(joined, phase=Phase.PLANNED if to_come and name in ("goes to", "begins at") else None)


def _still(found: Found) -> Phase | None:
    """Who stays on in a post has it: the time that it goes on to is still to come."""
    before = found.match.group(0).lower()
    return Phase.ONGOING if " will " in before or found.text("t").split()[0].endswith("s") else None


def _joined(sentence: Sentence, found: Found) -> Iterator[Candidate]:
    source = named(sentence, found.mentions("f")[:1])
    for person in found.mentions("p"):
        joined = Candidate("joined", "joined", sentence, person, None, found.trigger, needs_object=True)
        yield joined.with_details(**{"from": source})


def _is_day(found: Found) -> bool:
    """Whether it is told for a day: who "arrived on Tuesday" is a visitor."""
    return _DAY.search(found.sentence.raw(*found.sentence.tokens_between(*found.match.span())).text) is not None


_DAY = re.compile(r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tomorrow|tonight|week)\b")


def _posts(sentence: Sentence, found: Found, rule: str, phase: Phase | None) -> Iterator[Candidate]:
    tokens = found.tokens("title")
    titles = titles_at(found.sentence, tokens[0]) if tokens is not None else []
    place = (after_title(found.sentence, titles) or found.mentions("w"))[:1]
    for person in found.mentions("p"):
        post = Candidate(
            "heldRole",
            rule,
            sentence,
            person,
            place[0] if place else None,
            found.trigger,
            Kind.STATE,
            phase,
            needs_object=not place,
        )
        yield from with_titles(post, titles) if tokens is not None else (post,)
