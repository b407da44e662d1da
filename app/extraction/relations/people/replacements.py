"""Who took over from whom: succeeded, replaced, was named to succeed, handed over to."""

from __future__ import annotations

from collections.abc import Iterator

from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.lemmas import lemma
from app.extraction.relations.reading.patterns import find
from app.extraction.relations.reading.rules import VerbRule, by_verb, words
from app.extraction.relations.reading.sentences import Sentence
from app.model import Phase

_REPLACE = words("succeed replace supplant")
_SUCCESSION = (VerbRule("succeeded", _REPLACE, ("agent",), ("patient",), name="succeeded"),)
# What may stand before a successor's name: "to his daughter P", "to finance chief P", "to the head of sales, P".
_LED_IN = r"(?:{P}'s |the |an? )?(?:(?!{O})[\w-]+,? ){0,5}?"
_IN_POST = r"(?: (?:at|as|in) (?:(?!{P})[^.;,]){1,40})?"
_TAKE_OVER = {
    "from": (
        r"{P:s}(?:(?!{P})[^.;]){0,90}? (?P<t>took over|takes over|take over|taking over|taken over|inherited|"
        r"inherits|inherit) "
        r"(?:(?!{P})[^.;]){0,60}? ?from (?:{P}'s (?:[a-z-]+,? ){1,4}?)?{DESC}{P:o}"
    ),
    "hand over": (
        r"{P:o}(?:(?!{P})[^.;]){0,90}? (?P<t>hand over|hands over|handed over|handing over|hand the "
        r"reins|handed the reins|handed the baton|passed the torch|passed the brush|passed the reins|passed the "
        r"baton|cede|hand the job|make way|makes way|made way|gave way|gives way|give way) "
        r"(?:(?!{P})[^.;]){0,40}?(?:to|for) "
        r"(?:[\w-]+ ){0,5}?{P:s}"
    ),
    "hand control": (
        r"{P:o}(?:(?!{P})[^.;]){0,90}? (?P<t>hand(?:s|ed|ing)?|pass(?:es|ed|ing)?|ced(?:e|es|ed|ing)|turn(?:s|ed|ing)?|"
        r"g(?:ive|ives|ave|iving)(?: up)?|relinquish(?:es|ed|ing)?|yield(?:s|ed|ing)?|surrender(?:s|ed|ing)?) "
        r"(?:over )?(?:the (?:post|job|role) of |the (?:[a-z-]+ ){1,2}[a-z-]+'s (?=job|post|role|seat|office)|the |"
        r"{ITS} )?(?:[a-z-]+ )??(?:control|charge|running|management|leadership|chair(?:manship)?|"
        r"presidency|reins|baton|torch|keys|helm|wheel|mantle|gavel|job|post|role|seat|office|duties|command|business|"
        r"company|firm)(?: over)? "
        r"(?:(?:(?!{P})[^.;,]){1,60} )?(?:over )?to "
        rf"{_LED_IN}{{P:s}}(?!'s)"
    ),
    "whose job goes to": (
        r"{P:o}(?:, (?:(?!{P})[^.;]){2,80}?)?, whose (?:(?:old|former|previous|own) )?(?:duties|job|role|post|"
        r"position|responsibilities|seat|place|chair|office|work|portfolio) (?:will |would |has |have |had |is |are |"
        r"was |were |be |been |being |to |now )*(?P<t>pass|passes|passed|goes|go|went|gone|falls|fell|taken|filled|"
        r"handed|given|inherited|assumed)(?: over| on| up)? (?:to|by) (?:(?!{P})[\w'-]+ ){0,4}?{P:s}"
    ),
    "replaced by": (
        r"{P:o}(?:(?!{P})[^.;]){0,60}? (?:is|was|were|be|been|being) (?P<t>replaced|succeeded)(?:(?!{P})[^.;]){0,60}? "
        r"by (?:[\w-]+ ){0,5}?{P:s}"
    ),
    "post left": (
        r"{P:s}(?:(?!{P})[^.;]){0,90}? (?:fills?|filled|filling|takes?|took|taking|inherits?|inherited|"
        r"assume[sd]?|(?:steps?|stepped|moves?|moved|slips?|slipped) (?:up )?into) (?:(?!{P})"
        r"[^.;]){0,40}?(?P<t>left|vacated) (?:vacant |empty |open |free )?by "
        r"(?:the (?:[a-z-]+ )?(?:death|departure|exit|resignation|"
        r"retirement|dismissal|promotion) of )?{DESC}{P:o}"
    ),
    "in place of": (
        r"{P:s}(?:(?!{P})[^.;]){0,90}? (?P<t>became|becomes|become|named|appointed|elected|chosen|installed|"
        r"takes? over|took over|stepped in|steps in|comes? in|came in)(?:(?!{P})[^.;]){0,50}? "
        r"in (?:the )?(?:place|stead) of "
        r"(?:{P}'s )?(?:[a-z-]+ ){0,4}?{P:o}"
    ),
    "takes the place of": (
        r"{P:s}(?:(?!{P})[^.;]){0,90}? (?P<t>takes?|took|taking|taken|fills?|filled) the "
        r"(?:place|chair|seat|role|job|post) of (?:[a-z-]+ ){0,4}?{P:o}"
    ),
    "successor to": r"{P:s},? (?:the |who is |is |was |as |named )*(?P<t>successor) to (?:[\w-]+ ){0,4}?{P:o}",
    "duties pass": (
        r"{P:o}'s (?:[a-z-]+ ){0,2}?(?:duties|job|role|post|position|responsibilities|seat|place|brief|desk|chair|"
        r"office|work|portfolio|remit|tasks|mantle|crown|patch|beat|workload|title|shoes|boots)"
        r"(?: (?:on|in|at) the(?: [\w-]+){1,3}?)? (?:will |would |has |have |had |is |are |was |were |being |be |been |"
        r"to |now |already |since |in turn )*(?P<t>pass|passes|passed|goes|go|went|gone|going|falls|"
        r"fell|fallen|fall|taken|filled|handed|given|inherited|assumed|entrusted|assigned|transferred|covered)"
        r"(?: over| on| up)?(?:,? (?:in |on |from )?{T}| in the meantime| for now| on an? [a-z]+ basis)*,? "
        r"(?:to|by) (?:(?!{P})[\w'-]+ ){0,4}?{P:s}"
    ),
    "replacing": r"{P:s}(?:(?!{P})[^.;]){0,90}?, (?P<t>replacing|succeeding) {DESC}{P:o}",
    "predecessor": r"{P:s}'s (?:[a-z-]+ )??predecessor(?: at {O})?,? (?P<t>){P:o}",
    "in his place": (
        r"(?:^|[,;.] |and )in {P:o}'s (?:place|stead),? (?:(?!{P})[^.;]){1,60}? (?P<t>brought in|named|appointed|hired|"
        r"installed|chose|picked|promoted|put|recruited|elected|comes|came|steps|stepped|is|will be|took over) "
        rf"(?:up |in )?{_LED_IN}{{P:s}}(?!'s)"
    ),
    "successor": rf"{{P:o}}'s (?:[a-z-]+ )??(?:successor|replacement){_IN_POST},? (?P<t>){{P:s}}",
    "replacement is": (
        rf"{{P:o}}'s (?:[a-z-]+ )??replacement{_IN_POST} (?P<t>is|was|will be|is to be|would be) {_LED_IN}{{P:s}}(?!'s)"
    ),
    "into the job": (
        r"{P:s},? (?:who )?(?:has |had |will )*(?P<t>follow(?:s|ed|ing)?|succeed(?:s|ed|ing)?) {DESC}{P:o},? "
        r"(?:in|into|to|at) (?:the |that )?(?:[a-z-]+ )??(?:job|role|post|chair|position|seat|office|helm|top)\b"
    ),
}
_TO_SUCCEED = {
    "to succeed": r"{P:s}(?:(?!{P})[^.;]){0,70}? to (?P<t>succeed|replace) (?:[\w-]+ ){0,5}?{P:o}",
}
_CHOSEN = words(
    "appoint name choose pick select elect tap hire promote nominate recruit designate propose appointment lined_up"
)


def replacements(sentence: Sentence) -> Iterator[Candidate]:
    """Who took over from whom."""
    yield from by_verb(sentence, _SUCCESSION)
    yield from _to_succeed(sentence)
    for _, found in find(sentence, _TAKE_OVER):
        for subject in found.mentions("s"):
            for obj in found.mentions("o")[:1]:
                if subject.entity != obj.entity:
                    yield Candidate("succeeded", "took over", sentence, subject, obj, found.trigger)


def _to_succeed(sentence: Sentence) -> Iterator[Candidate]:
    """As in "named P chief executive to succeed Q": a decision, not a wish."""
    for _, found in find(sentence, _TO_SUCCEED):
        chosen = [t for t in sentence.tokens if lemma(t) in _CHOSEN and t.i < found.trigger]
        if not chosen or any(c.dep_ == "neg" or c.lower_ in ("may", "could", "might") for c in chosen[-1].children):
            continue
        for subject in found.mentions("s")[-1:]:
            for obj in found.mentions("o")[:1]:
                if subject.entity != obj.entity:
                    yield Candidate("succeeded", "took over", sentence, subject, obj, chosen[-1].i, phase=Phase.PLANNED)
