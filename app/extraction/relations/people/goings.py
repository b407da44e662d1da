"""Goings told in turns of phrase, with no word for where from: was gone, told to go, cleared his desk, goes in May."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.patterns import find, find_throughout
from app.extraction.relations.reading.rules import named
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.whence import may_be_place
from app.model import Phase

# "P, the compliance chief of X, handed in his notice".
_P = r"{P:p}(?:, (?:(?!{P}|who )[^,.;]){2,70})?,? "
_WHO = _P + (
    r"(?:who |has |had |have |then |also |later |was |were |been |being |is |are |will |be |to |duly |since )*"
)
_END = r"(?=$|[.,;:]| by | when | after | within | as | at | in | on | over | for | following | amid | last | this )"
_DISMISSED = {
    "told to go": (
        _WHO
        + r"(?P<t>told|ordered|forced|made) (?:by [\w ]{3,30}? )?to (?:go|leave|quit|resign|pack|clear {ITS} desk)"
        + _END
    ),
    "ordered out": _WHO + r"(?P<t>ordered|forced|pushed|drummed|hounded|shoved|turfed|squeezed|edged) out" + _END,
    "shown the door": _WHO + r"(?P<t>shown the door|given the boot|given the push|shown out|given the sack)" + _END,
    "made redundant": _WHO + r"made (?P<t>redundant)",
    "lost the job": (
        _P + r"(?:who |has |had |have |also )*(?P<t>lost|paid with) {ITS} jobs?(?! (?:at|with|in) (?:the )?{O})" + _END
    ),
    "contract ended": (
        r"{P:p}'s (?:[a-z]+ )?(?P<t>contract|employment) (?:was|has been|is being|had been|will be) (?:[a-z]+ly )?"
        r"(?:terminated|ended|cancelled|canceled|rescinded)"
    ),
    "dismissed by": (
        r"{P:p}, (?:whom|who) (?:the (?:company|firm|group|bank|board|club|owners?|directors|business)|"
        r"{ITS} (?:board|owners?|directors)|{O:o}(?:'s (?:board|owners?|directors))?) (?:has |had |then |later )*"
        r"(?P<t>dismissed|fired|sacked|ousted|removed|let go|forced out|pushed out)" + _END[:-1] + r"| {T})"
    ),
    "cost the job": r"(?P<t>cost|costs|costing) (?:{P:p} {ITS} jobs?|{P:q} the jobs?)",
}
_GONE = {
    "gone": (
        _P + r"(?:who |has |had |have )*(?:was|were|is|are|been|be|'s) (?:already |long |now |soon )*"
        r"(?P<t>gone)(?=$|[.,;:]| within | by {T}| after | before | in {T}| as )"
    ),
    "lasted": (
        _P + r"(?:who |had |has )*(?P<t>lasted) (?:only |just |barely |less than |all of |little more than )?{T}"
        r"(?=$|[.,;]| (?:before|in (?:the|that) (?:job|post|role)|there)\b)"
    ),
    "out too": r"(?:^|[;.] )(?:also |and )?(?P<t>out): {P+:p}(?=[.,;]|$)",
    "among those gone": (
        r"(?:^|[;.] )(?:(?:also )?among (?:the |those |its )?(?:[a-z-]+ ){0,2}?(?P<t>departures|leavers|exits|"
        r"casualties|departing|leaving|to (?:go|leave|quit|depart)|who (?:have |had )?(?:left|quit|departed|gone))"
        r"(?: from {PLAIN}{O:o})?(?: [a-z-]+){0,3}?(?: (?:is|are|was|were))?:? |"
        r"(?:the |its |recent |other )+(?P<u>departures|leavers|exits) (?:include|included|including|were|are):? )"
        r"(?:{PLAIN}{P:p})(?:,(?: (?!{P})[^.;,]{2,80},)?)?"
        r"(?: (?:and|as well as) (?:(?:its|the) )?(?:(?!{P}|{O})[\w-]+,? ){0,5}?{P:q}(?!'s))?(?!'s)"
    ),
    "no longer there": (
        _P + r"(?:who )?(?:is|was|are|were|(?=no longer works)) ?(?P<t>no longer) (?:with|at|employed by|"
        r"employed at|working (?:for|at)|works (?:for|at)|part of|on the staff of) "
        r"(?:the (?:company|firm|group|business|bank|studio|lab|airline|club|retailer)|{O:o})" + _END
    ),
    "no longer employed": (
        r"{P:p}(?:(?!{P})[^.;]){0,90}? (?:is|was|are|were|works?) (?P<t>no longer) "
        r"(?:an? (?:employee|staff member|member of staff)|on the payroll|(?:employed |working )?there)" + _END
    ),
    "out of it": (
        _P + r"(?:who )?(?:is|was|has been|had been) (?P<t>out of) the (?:company|firm|group|business|door|job)"
        r"(?=$|[.,;]| since | by | for good| now)"
    ),
    "gives notice": (
        _P + r"(?:who |has |had |have |duly |then |finally |later )*(?P<t>threw in|throws in|thrown in|gave|gives|"
        r"given|put in|puts in|handed in|sent in|turned in|took|takes|taken|accepted|accepts|called|packed|packs) "
        r"(?:the towel|notice|{ITS} (?:own )?(?:papers|notice|cards|bags)|early retirement|"
        r"(?:an? |the )?(?:voluntary )?(?:redundancy|severance|buy-?out) ?(?:package|offer|payment)?|it quits|time on "
        r"{ITS} (?:[\w-]+ ){0,2}career)" + _END
    ),
    "cleared the desk": (
        _P + r"(?:who |has |had |have )*(?P<t>cleared|clears|packed up|emptied|cleaned out) (?:out )?{ITS} "
        r"(?:desks?|offices?|belongings|things|boxes)"
    ),
    "walked away": (
        _P + r"(?:who |has |had |have )*(?P<t>called it a day|hung up {ITS} \w+|"
        r"walked away(?= in {T}| from (?:the (?:company|firm|group|business)|{ITS} (?:job|post))))"
        r"(?=$|[.;]| in {T}| after | last | on {T}| from the | from {ITS} )"
    ),
    "goes then": (
        _P + r"(?:who )?(?P<t>goes|is going|are going|"
        r"is to go|is due to go|will go|went) (?:at |in |on |before |by )?{T}"
        r"(?=$|[.,;]| after | when | and | but )"
    ),
    "last day": (
        r"{P:p}'s (?P<t>last|final) (?:day|week|month)s?(?: (?:at|with|in) (?:the (?:company|firm|group|bank|business|"
        r"job|office|post|role|helm)|{O:o}))? (?:will be|is|was|is to be|would be|falls|comes|is set to be|are) "
    ),
    "on the way out": _P + r"(?:who )?(?:is|was|are) on {ITS} (?P<t>way out)" + _END,
}
# Where somebody has gone is told; what was left for it, the article has said.
_GONE_TO = {
    "gone to another": (
        _P + r"(?:who )?(?:(?:has|have|had|is|are|was|now|since|then|later|already|reportedly) )+"
        r"(?P<t>gone|headed|heading|off|decamped|decamping|defected|defecting|jumped ship|jumping ship|crossed over) "
        r"(?:over |already |too )?,? ?(?:to|for) (?:the )?{PLAIN}{O:n}"
        r"(?!['’]s? )(?! (?:for|with|to) (?:an?|talks|help|discuss|meet|ask))"
    ),
}
_POST_LEFT = {
    "relieved": (
        _WHO + r"(?P<t>relieved|stripped|divested) of {ITS} (?:duties|post|posts|role|roles|responsibilities|command|"
        r"functions|job|position)"
    ),
    "gives up": (
        _P + r"(?:who |has |had |have |will |would |is to |is |are )*"
        r"(?P<t>gave up|gives up|give up|giving up|"
        r"given up|relinquish(?:ed|es|ing)?|vacat(?:ed|es|e|ing)|surrender(?:ed|s|ing)?|"
        r"handed over|hands over|hand over) "
        r"(?:{ITS} |the )(?:day-to-day )?"
        r"(?:(?P<title>chief executive|chairman|chair|president|managing director|"
        r"CEO)(?:'s|s')? "
        r"(?:office|job|post|chair|role|seat)|chairmanship|presidency|reins|helm|top job|top post|corner office)"
        r"(?: (?:at|of) (?:the )?{PLAIN}{O:o})?"
    ),
}


def goings(sentence: Sentence) -> Iterator[Candidate]:
    """Who is told to have gone, or to have lost a post, in words that name no organisation."""
    for manner, patterns in (("dismissed", _DISMISSED), ("unstated", _GONE)):
        for name, found in find_throughout(sentence, patterns):
            place = found.mentions("o")[:1]
            for person in (*found.mentions("p"), *found.mentions("q")):
                planned = found.text("t").startswith(("goes", "is ", "are ", "will"))
                planned = planned or (name == "last day" and _TO_COME.search(found.match.group(0)) is not None)
                left = Candidate("left", "left", sentence, person, place[0] if place else None, found.trigger)
                phase = Phase.PLANNED if planned else None
                left = left.with_details(manner=Detail(manner))
                yield _waiting(left, phase)
    for _, found in find_throughout(sentence, _GONE_TO):
        target = found.mentions("n")[:1]
        for person in found.mentions("p") if target and not may_be_place(sentence.scene, target[0]) else ():
            left = Candidate("left", "left", sentence, person, None, found.trigger)
            planned = found.text("t") in ("headed", "heading", "off", "decamping", "defecting", "jumping ship")
            left = left.with_details(manner=Detail("moved"), destination=named(sentence, target))
            yield _waiting(left, Phase.PLANNED if planned else None)
    for _, found in find(sentence, _POST_LEFT):
        for person in found.mentions("p"):
            firm = found.mentions("o")[0] if found.mentions("o") else None
            post = Candidate("heldRole", "left role", sentence, person, firm, found.trigger, Kind.STATE, Phase.ENDED)
            span = found.span("title")
            yield _waiting(post.with_details(title=Detail(span.text, span) if span else None), Phase.ENDED)


_TO_COME = re.compile(r"(?: will be | is | is to be | falls | comes | is set to be | are )$")


def _waiting(candidate: Candidate, phase: Phase | None) -> Candidate:
    return replace(candidate, phase=phase, needs_object=candidate.object is None)
