"""Goings told in turns of phrase, with no word for where from: was gone, told to go, cleared his desk, goes in May."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.patterns import find
from app.extraction.relations.reading.sentences import Sentence
from app.model import Phase

_WHO = (
    r"{P:p},? (?:who |has |had |have |then |also |later |was |were |been |being |is |are |will |be |to |duly |since )*"
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
        r"{P:p},? (?:who |has |had |have |also )*(?P<t>lost|paid with) {ITS} jobs?(?! (?:at|with|in) (?:the )?{O})"
        + _END
    ),
    "cost the job": r"(?P<t>cost|costs|costing) (?:{P:p} {ITS} jobs?|{P:q} the jobs?)",
}
_GONE = {
    "gone": (
        r"{P:p},? (?:who |has |had |have )*(?:was|were|is|are|been|be|'s) (?:already |long |now |soon )*"
        r"(?P<t>gone)(?=$|[.,;]| within | by {T}| after | before | in {T}| as )"
    ),
    "no longer there": (
        r"{P:p},? (?:who )?(?:is|was|are|were) (?P<t>no longer) (?:with|at|employed by|working (?:for|at)) "
        r"(?:the (?:company|firm|group|business|bank|studio|lab|airline|club|retailer)|{O:o})" + _END
    ),
    "cleared the desk": (
        r"{P:p},? (?:who |has |had |have )*(?P<t>cleared|clears|packed up|emptied) (?:out )?{ITS} (?:desks?|offices?)"
    ),
    "walked away": (
        r"{P:p},? (?:who |has |had |have )*(?P<t>called it a day|hung up {ITS} \w+|walked away)"
        r"(?=$|[.;]| in {T}| after | last | on {T})"
    ),
    "goes then": (
        r"{P:p},? (?:who )?(?P<t>goes|is going|are going|is to go|will go|went) (?:at |in |on |before |by )?{T}"
        r"(?=$|[.,;]| after | when | and | but )"
    ),
    "on the way out": r"{P:p},? (?:who )?(?:is|was|are) on {ITS} (?P<t>way out)" + _END,
}
_POST_LEFT = {
    "relieved": (
        _WHO + r"(?P<t>relieved|stripped|divested) of {ITS} (?:duties|post|posts|role|roles|responsibilities|command|"
        r"functions|job|position)"
    ),
    "gives up": (
        r"{P:p},? (?:who |has |had |have |will |would |is to |is |are )*"
        r"(?P<t>gave up|gives up|give up|giving up|"
        r"given up|relinquish(?:ed|es|ing)?|vacat(?:ed|es|e|ing)|surrender(?:ed|s|ing)?|"
        r"handed over|hands over|hand over) "
        r"(?:{ITS} |the )(?:day-to-day )?"
        r"(?:(?P<title>chief executive|chairman|chair|president|managing director|"
        r"CEO)(?:'s|s')? "
        r"(?:office|job|post|chair|role|seat)|chairmanship|presidency|reins|helm|top job|top post|corner office)"
    ),
}


def goings(sentence: Sentence) -> Iterator[Candidate]:
    """Who is told to have gone, or to have lost a post, in words that name no organisation."""
    for manner, patterns in (("dismissed", _DISMISSED), ("unstated", _GONE)):
        for _, found in find(sentence, patterns):
            place = found.mentions("o")[:1]
            for person in found.mentions("p") or found.mentions("q"):
                planned = found.text("t").startswith(("goes", "is ", "are ", "will"))
                left = Candidate("left", "left", sentence, person, place[0] if place else None, found.trigger)
                phase = Phase.PLANNED if planned else None
                left = left.with_details(manner=Detail(manner))
                yield _waiting(left, phase)
    for _, found in find(sentence, _POST_LEFT):
        for person in found.mentions("p"):
            post = Candidate("heldRole", "left role", sentence, person, None, found.trigger, Kind.STATE, Phase.ENDED)
            span = found.span("title")
            yield _waiting(post.with_details(title=Detail(span.text, span) if span else None), Phase.ENDED)


def _waiting(candidate: Candidate, phase: Phase | None) -> Candidate:
    return replace(candidate, phase=phase, needs_object=candidate.object is None)
