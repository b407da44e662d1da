"""Who belongs to an organisation without a title: on its board, at its helm, among its staff, after years there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.extraction.parsing.passages import FoundMention, MentionKind
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.sentences import Sentence
from app.model import Phase

_WHO = r",?(?: \d\d,?)? (?:who |and |he |she )?(?:[a-z]+ly |now |still |also |long )?"
_IS = r"(?P<t>is|was|has been|had been|remains|became|will be|are|were|have been)"

# A board, a helm, a staff: the verb gives the time.
_BY_VERB = {
    "member of": (
        rf"{{P:p}}{_WHO}{_IS}(?: not)? (?:[a-z]+ly |also |once )?(?:an? |the )(?:[\w-]+ ){{0,3}}?member of "
        r"(?:the |its )?(?:{BOARD} (?:of|at|for) )?(?:the )?{DESC}{O:o}"
    ),
    "employed by": rf"{{P:p}}{_WHO}{_IS}(?: not)? (?:[a-z]+ly )?employed (?:by|at|with) (?:the )?{{DESC}}{{O:o}}",
    "with": rf"{{P:p}}{_WHO}(?P<t>has been|had been|have been|is|was) (?:[a-z]+ly )?with {{DESC}}{{O:o}}",
    "employee of": (
        rf"{{P:p}}{_WHO}{_IS}(?: not)? (?:[a-z]+ly )?an? (?:[\w-]+ ){{0,2}}?(?:employee|staffer|veteran) "
        r"(?:of|at) (?:the )?{DESC}{O:o}"
    ),
}
# These stand in apposition, or say by themselves that the time is over.
_TOLD = {
    "board member": (
        r"{P:p}, (?:who is )?(?:also )?(?:an? |the )?(?P<f>{FORMER} )?(?:[\w-]+ ){0,2}?(?P<t>member) of (?:the )?"
        r"(?:{BOARD} (?:of|at) )?(?:the )?{O:o}"
    ),
    "veteran": (
        r"{P:p},? (?:who is |is )?(?:an? |the )(?P<f>{FORMER} )?(?:[\w-]+ ){0,2}?{O:o} "
        r"(?P<t>veteran|staffer|insider|lifer|employee|old hand)"
    ),
    "named veteran": r"(?P<f>{FORMER} )?{O:o} (?P<t>veteran|insider|lifer|old hand) {P:p}",
}
_OVER = {
    "spent": (
        r"{P:p},?(?: who)? (?:had |has )?(?:also |previously |then )?(?P<t>spent) "
        r"(?:(?:more than|nearly|almost|about|over|the past|the last|the best part of|"
        r"some) )*{T}(?: (?!as )[\w-]+){0,3}? "
        r"(?:at|with) {DESC}{O:o}"
    ),
    "after years": (
        r"(?:^|[,;] )(?P<t>after|following) (?:[\w-]+ ){0,4}?{T}(?: [a-z-]+){0,3}? (?:at|with) (?:the )?{DESC}{O:o}"
        r"(?: and {O})?, {P:p}"
    ),
    "career": (
        r"{P:p},?(?: who)? (?:had |has )?(?P<t>began|started|made|built|launched|spent) {ITS} (?:[\w-]+ ){0,3}"
        r"career (?:(?:in|as) (?:[\w-]+ ){1,5}?)?(?:at|with) (?:the )?{DESC}{O:o}"
    ),
}
_SAID = {
    "said p of o": r"(?P<t>said|says|added|told) {P:p},? (?:of|from|at|with) (?:the )?{PLAIN}{O:o}(?!['’]s? )",
    "p of o said": (
        r"(?:^|[.;,] |\" ){P:p},? (?:of|from|at|with) (?:the )?(?:[a-z-]+ ){0,3}{O:o},? "
        r"(?P<t>said|says|told|expects|thinks|names|added|adds|wrote|writes|agrees|agreed|argues|argued|reckons|"
        r"reckoned|warns|warned|believes|predicts|estimates|notes|noted|sees|calls|called|puts|explains|explained)\b"
    ),
    "o's p": r"{O:o}'s {P:p}(?!'s|,? (?:brand|product|series|line))",
}
# Who runs it, with no title given.
_HELM = {
    "at the helm": (
        rf"{{P:p}}{_WHO}(?:{_IS}(?: not)? )?(?:[a-z]+ly )?"
        r"(?:at the (?:helm|head|top)|in charge) of (?:the )?{DESC}{O:o}"
    ),
    "his years at the helm": (
        r"{P:p}'s (?:[\w-]+ ){0,3}?(?:time|tenure|years|stint|spell|reign|decades?|{T}) (?P<t>at the (?:helm|head|top)|"
        r"in charge|running|leading|heading) (?:of )?(?:the )?{DESC}{O:o}"
    ),
    "first to lead": (
        rf"{{P:p}}{_WHO}{_IS} the (?:first|only|youngest|oldest|second|third) (?:[\w-]+ ){{1,3}}to "
        r"(?:lead|head|run|chair) (?:the )?{DESC}{O:o}"
    ),
    "top job": (
        r"{P:p},?(?: who)? (?:[a-z]+ly )?(?:has |had |will |is |was |were |been |to |being )*"
        r"(?P<t>took|takes|take|taken|taking|landed|lands|gets|got|assumed|assumes|assume|given|handed|wins|won|seized|"
        r"inherited|inherits|entrusted with|put in|placed in)"
        r" (?:over )?(?:the|charge|control|command)(?: (?:top (?:job|post|role|spot)|helm|reins|wheel|controls|"
        r"baton))? "
        r"(?:at|of) (?:the )?"
        r"{DESC}{O:o}(?= |[.,;])(?! (?:shares|stock|{P}))"
    ),
    "whose top job": (
        r"{P:p},?(?: who)? (?:[a-z]+ly )?(?:has |had |will |is |was |been |to )*(?P<t>took|takes|take|taken|taking|"
        r"landed|lands|gets|got|given|handed|wins|won|inherited) (?:over )?{O:o}'s (?:top (?:job|post|role|spot)|helm|"
        r"reins)"
    ),
    "given the running": (
        r"(?P<t>handed|hands|hand|gave|gives|given|entrusted|passed|left|leaves) (?:over )?(?:the )?(?:day-to-day )?"
        r"(?:running|management|leadership|control|reins|helm|keys) of (?:the )?{DESC}{O:o} (?:over )?to (?:{P}'s )?"
        r"(?:[\w-]+ ){0,4}?{P:p}"
    ),
    "in the hands of": (
        r"{O:o} (?P<t>will be|is to be|would be|was left|was put|was placed|is being left|has been left) (?:firmly )?"
        r"in the hands of (?:the )?{PLAIN}{P:p}(?!['’]s)"
    ),
    "with p at the helm": (
        r"{O:o}(?:,|(?:(?!{P}|{O})[^.;]){0,40}?) (?P<t>with) {PLAIN}{P:p} "
        r"(?:now |still |back )?(?:at the (?:helm|wheel|top|tiller)|"
        r"in (?:charge|command|the saddle|the driving seat))(?! of)"
    ),
    "put in charge": (
        r"(?P<t>put|puts|placed|places|left|leaves) {P:p} (?:in (?:charge|control|command)|at the (?:helm|head|"
        r"top)) of "
        r"(?:the )?{DESC}{O:o}"
    ),
    "run from": (
        r"{P+:p},?(?: who)? (?:(?:still|now|jointly|together|also) )*(?P<t>runs?|ran|leads?|led|manages?|managed|"
        r"heads?|headed) {O:o} (?:with|alongside|together with|from|since|for)(?! {M})"
    ),
}
_ENDED = frozenset({"was", "were", "had been", "sat", "served"})
_STARTED = frozenset(
    (
        "became",
        "took",
        "taken",
        "landed",
        "got",
        "assumed",
        "given",
        "handed",
        "won",
        "seized",
        "inherited",
        "put in",
        "handed",
        "gave",
    )
)
_FORMER_MEMBER = re.compile(r"\b(?:former|past|one-?time|previous|ex-?) (?:[\w-]+ ){0,3}member\b", re.IGNORECASE)
_AT_THE_TOP = re.compile(r"\bat the (?:head|helm|top) of\b", re.IGNORECASE)
_SCHOOLS = ("University", "College", "School")


@dataclass(frozen=True)
class _Wording:
    """A table of patterns and what its matches say."""

    templates: Mapping[str, str]
    relation: str
    rule: str
    phase: Phase | None = None
    presupposed: bool = False


_WORDINGS = (
    _Wording(_BY_VERB, "memberOf", "member"),
    _Wording(_TOLD, "memberOf", "member", presupposed=True),
    _Wording(_OVER, "memberOf", "member", phase=Phase.ENDED),
    _Wording(_SAID, "memberOf", "speaks for", presupposed=True),
    _Wording(_HELM, "heldRole", "led"),
)


def memberships(sentence: Sentence) -> Iterator[Candidate]:
    """The memberships that a sentence states, and who leads without a title."""
    seen: set[tuple[str, str, str]] = set()
    for wording in _WORDINGS:
        for name, found in find(sentence, wording.templates):
            for candidate in _candidates(sentence, wording, name, found):
                key = (candidate.relation, candidate.subject.entity, str(candidate.object))
                if key not in seen:
                    seen.add(key)
                    yield candidate


def _candidates(sentence: Sentence, wording: _Wording, name: str, found: Found) -> Iterator[Candidate]:
    organizations = [o for o in found.mentions("o") or found.mentions("q") if sentence.scene.type_of(o) != "Collective"]
    for person in found.mentions("p"):
        for organization in organizations[:1]:
            if name == "member of" and " family of " in found.match.group(0):
                continue  # "a member of the ruling family of X"
            if " future " in found.match.group(0):
                continue
            if name in ("o's p", "veteran", "named veteran") and _is_school(sentence, organization.entity):
                continue
            if name == "o's p" and not _stands_alone(sentence, person):
                continue
            if wording.rule == "speaks for" and person.kind is MentionKind.NOMINAL:
                continue  # "said the head of X" names the post
            led = wording.templates is _OVER and _AT_THE_TOP.search(found.match.group(0)) is not None
            candidate = Candidate(
                "heldRole" if led else wording.relation,
                "led" if led else wording.rule,
                sentence,
                person,
                organization,
                found.verb_end,
                Kind.EVENT
                if name in ("top job", "whose top job", "put in charge", "given the running")
                else Kind.STATE,
                phase=wording.phase or _phase(found),
                presupposed=wording.presupposed or not found.has("t"),
                timed=wording.rule != "speaks for",
            )
            yield candidate


def _stands_alone(sentence: Sentence, person: FoundMention) -> bool:
    """Whether it is a person: a name before a noun is a brand ("X's Lena Voss tea"), a lone word may be a title."""
    after = sentence.passage.doc[person.end] if person.end < sentence.end else None
    modifies = after is not None and after.pos_ == "NOUN" and after.tag_ in ("NN", "NNS")
    lone = person.end - person.start == 1 and sentence.scene.counts[person.entity] == 1
    # A team's name may look like a person's.
    team = all(token.ent_type_ == "ORG" for token in sentence.passage.doc[person.start : person.end])
    return not modifies and not lone and not team


def _is_school(sentence: Sentence, entity: str) -> bool:
    """Schools have alumni and matches; who is "theirs" need not work there."""
    name = sentence.scene.mentions.entities[entity].name
    return any(word in name for word in _SCHOOLS)


# "Is a former board member of X".
_FORMER_MEMBER = re.compile(
    r"\b(?:former|ex|past|previous|one-?time|erstwhile)[ -](?:[\w-]+ ){0,2}?member of\b", re.IGNORECASE
)


_RUN_OUT = re.compile(r"^[^.;]{0,40}?\b(?:ended|ends|over|came to an end|finished|cut short)\b")


def _phase(found: Found) -> Phase | None:
    verb = found.text("t")
    if verb in ("at the helm", "at the head", "at the top", "in charge", "running", "leading", "heading"):
        return Phase.ENDED if _RUN_OUT.search(found.match.string[found.match.end() :]) else None
    if found.has("f") or verb in _ENDED or _FORMER_MEMBER.search(found.match.group(0)):
        return Phase.ENDED
    if verb in _STARTED and not any(word in found.match.group(0).lower().split() for word in ("will", "to")):
        return Phase.STARTED
    return None
