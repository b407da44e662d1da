"""Who came after whom in a post, told in one sentence, and the post that the successor takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import Frame, verb_frame
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.patterns import find
from app.extraction.relations.reading.rules import first_filled, or_unsaid, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.titles import after_title, appointed, start_phase, titles_at, with_titles
from app.model import Phase

_SUCCEED = words("succeed replace follow")
_CHOSEN = words("appoint name choose pick select elect tap hire promote nominate recruit designate")
_WENT = (
    r"(?:retired|resigned|left|quit|died|departed|stepped down|stood down|stepped aside|was (?:fired|sacked|ousted|"
    r"dismissed|removed|promoted|forced out|let go)|moved on|went)"
)
_TOOK = r"(?:takes?|took|taken|taking) (?:over|charge|the (?:helm|reins|(?:top )?(?:job|post|role|spot)|chair))"
# "Named P its chief after Q left": whom the firm chose then.
_NAMED = (
    r"(?:names?|named|appointed|appoints|hired|hires|promoted|promotes|elected|tapped|picked|chose|brought in|"
    r"installed)"
)
# What one who went may be called before the name: no title, which may be another than the one that is taken up.
_CALLED = (
    r"(?:(?:its |the |their )?(?:(?:long-?time|long-serving|veteran|fellow) )?(?:co-?founder|founder|predecessor|boss|"
    r"incumbent|founding (?:ceo|chief executive)),? )?"
)
_FOLLOWED = {
    "since he went": (
        r"{P:s},? (?:who )?(?:is|was|has been|had been|became|becomes|has run|has led|has headed|took over|has "
        r"served|has "
        rf"acted|was named|was appointed|{_TOOK})(?:(?!{{P}})[^.;]){{0,80}}? (?:since|when|after) {_CALLED}{{P:o}} "
        rf"(?P<t>){_WENT}"
    ),
    "named after he went": (
        rf"(?P<t>{_NAMED}) {{P:s}}(?:(?!{{P}})[^.;]){{1,80}}?,? (?:since|when|after) {_CALLED}{{P:o}} {_WENT}"
    ),
    "named following his death": (
        rf"(?P<t>{_NAMED}) {{P:s}}(?:(?!{{P}})[^.;]){{1,80}}?,? (?:after|following|on|upon) (?:the (?:sudden |early |"
        r"abrupt )?(?:death|departure|resignation|retirement|exit|dismissal|sacking|ouster) of "
        rf"{_CALLED}{{P:o}}(?!'s)|{{P:q}}'s (?:sudden |early |abrupt )?(?:death|departure|resignation|retirement|exit|"
        r"dismissal|sacking|ouster))"
    ),
    "until she took over": (
        rf"{{P:o}}(?:(?!{{P}})[^.;]){{0,80}}? until (?:{{T}},? )?(?:when )?{{P:s}} (?P<t>{_TOOK}|succeeded|replaced)"
    ),
    "went and she took over": (
        rf"(?:when|after|since|before) {{P:o}} {_WENT}(?:(?!{{P}})[^.;]){{0,40}}?,? (?:and )?{{P:s}} (?P<t>{_TOOK})"
    ),
    "following his death": (
        r"{P:s},? (?:who )?(?:is|was|has been|had been|became|becomes|took over|was named|was appointed|will become|"
        rf"takes over|{_TOOK}|moved up|moves up|stepped up|steps up|was promoted|was elected|arrived|has run|has led|"
        r"came in|was brought in|assumed the (?:role|post|position))"
        r"(?:(?!{P})[^.;]){0,80}?,? (?:after|following|on|upon) (?P<t>)(?:the (?:sudden |early )?(?:death|departure|"
        r"resignation|retirement|"
        r"exit|dismissal|sacking|ouster) of "
        rf"(?:(?:{{P}}'s|his|her|their) (?:late )?[a-z-]+,? )?{_CALLED}{{P:o}}(?!'s)|"
        r"{P:q}'s (?:sudden |early )?"
        r"(?:death|departure|resignation|retirement|exit|dismissal|"
        r"sacking|ouster))"
    ),
    "his successor": (
        r"{P:s},? (?:who (?:is|was|became) |is |was |became )?{P:o}'s (?P<t>successor)(?= as | at | in |,|\.| and )"
    ),
    "in his place": (
        r"{P:s},? (?:[^.;,]{0,40}, )?(?:who )?(?P<t>was|has been|had been|is|will be|is to be) (?:named|appointed|"
        r"elected|"
        r"chosen|hired|picked|promoted|brought in)(?: (?:(?!{P})[^.;,]){0,40}?)? (?:in|to|to fill|to take) {P:o}'s "
        r"(?:place|stead|seat|post|position|role|job)"
    ),
    "takes his seat": (
        r"{P:s},? (?:who )?(?:has |had |will |is to |to )*(?P<t>takes?|took|taken|fills?|filled|assumes?|assumed|"
        r"inherits?|"
        r"inherited) (?:up |over )?(?:the (?:seat|place|post|role|job|chair|position|duties) of {P:o}|{P:q}'s (?:old "
        r"|former )?"
        r"(?:seat|place|post|role|job|chair|position|duties))"
    ),
    "gives way to": (
        r"{P:o},? (?:who )?(?:(?!{P})[^.;]){0,60}?(?:is|was|will be|has been|to be|being) (?P<t>succeeded|replaced|"
        r"followed)"
        r"(?: in (?:the|that) (?:post|role|job|position))? by {P:s}"
    ),
    "handed over as": (
        r"{P:o} (?:[\w-]+ ){0,3}?(?P<t>followed) (?:in (?:the )?(?:job|post|role) )?by (?:[\w-]+ ){0,4}?{P:s}"
    ),
    "looks for a successor": (
        r"{P:s} (?:as|to be) (?:its |the |an? )?(?P<t>interim|acting)(?:(?!{P})[^.;]){0,120}? (?:permanent "
        r")?(?:successor "
        r"to|replacement for) {P:o}"
    ),
}


def successions(sentence: Sentence) -> Iterator[Candidate]:
    """The successions that a sentence tells, and the posts that "succeed Q as T" gives to both."""
    for _, found in find(sentence, _FOLLOWED):
        for subject in found.mentions("s")[-1:]:
            for obj in (found.mentions("o") or found.mentions("q"))[:1]:
                if subject.entity != obj.entity:
                    yield Candidate("succeeded", "took over", sentence, subject, obj, found.trigger)
    for token in sentence.words:
        if is_verb(token) and lemma(token) in _SUCCEED:
            yield from _in_post(sentence, verb_frame(token).trigger.i)


def _in_post(sentence: Sentence, verb: int) -> Iterator[Candidate]:
    """As in "P will succeed Q as T of X", "P succeeds Q as T": P takes the post."""
    doc = sentence.passage.doc
    frame = verb_frame(doc[verb])
    # "Named P to succeed Q as T": that P is named says it.
    told = doc[verb].tag_ == "VB" and doc[verb].dep_ in ("xcomp", "advcl", "acl") and lemma(doc[verb].head) in _CHOSEN
    if told:
        return
    people = _by_whom(sentence, frame) if frame.passive else first_filled(sentence, frame, ("agent",), "P")
    before = first_filled(sentence, frame, ("patient",), "P", skip=people)
    # "Succeeded her father as T": of him no more is known.
    kin = [t.i + 1 for t in frame.get("patient") if any(c.dep_ == "poss" for c in t.children)]
    after = verb + 1 if frame.passive else before[-1].end if before else kin[0] if kin else None
    if not people or after is None or (frame.passive and not before):
        return
    titles: list[Detail] = []
    for token in doc[after : min(sentence.end, after + 8)]:
        if token.lower_ == "as":
            titles = titles_at(sentence, token.i + 1)
            break
        if token.text in (";", ":") or is_verb(token):
            break
    if not titles:
        return
    for person in people[:1]:
        for organization in or_unsaid(after_title(sentence, titles)):
            role = appointed(sentence, person, organization, verb, start_phase(doc[verb]))
            yield from with_titles(role, titles)
            if frame.passive and organization is None:
                gone = replace(role, rule="left role", subject=before[0], kind=Kind.STATE, phase=_gone(role))
                yield from with_titles(gone, titles)


def _by_whom(sentence: Sentence, frame: Frame) -> list[FoundMention]:
    """Who replaces somebody; "by P" may hang on the title in "was replaced as chairman by P"."""
    titled = [t for title in frame.get("as") for p in title.children if p.lower_ == "by" for t in p.children]
    return first_filled(sentence, frame, ("by",), "P") or fillers(sentence.scene, sentence.passage.index, titled, "P")


def _gone(role: Candidate) -> Phase:
    """How far a predecessor's post has come by the successor's."""
    return Phase.ENDED if role.phase is Phase.STARTED else Phase.ONGOING
