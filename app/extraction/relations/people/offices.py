"""Posts spoken of as things: "gave up her role as T of X", "spent six years as T", "the job of T went to P"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import verb_frame
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.rules import first_filled, or_unsaid
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.subjects import subjects_of
from app.extraction.relations.reading.titles import after_title, start_phase, titles_at, where, with_titles
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

# Whose a post is may stand before the word for it, or before the title.
_WHOSE = r"(?:the |an? |this |that |both |{O:w}'s |his |her |their |its |{P}'s )?(?:[a-z-]+ ){0,2}?"
_OFFICE = (
    r"(?:post|position|role|job|duties|responsibilities|seat|place|chair|office|mandate|stint|spell|tenure|term|"
    r"career|appointment)s?"
)
_AS = r"(?: (?:{T}|there|here|on|back))? (?:as|of)"
_TITLE = r"(?:{O:v}'s |(?:its|his|her|their|the|an?) )?{NEWLY}{LONGTITLE:title}"

# The verb stands before the title, and its subject holds the post.
_HELD = {
    "gives up": (
        r"(?P<t>gave up|gives up|give up|giving up|given up|relinquish(?:ed|es|ing)?|surrender(?:ed|s|ing)?|"
        r"vacat(?:ed|es|e|ing)|ced(?:ed|es|e|ing)|los(?:t|es|e|ing)|left|leav(?:es|e|ing)|quit(?:s|ting)?|"
        r"resign(?:ed|s|ing)?(?: from)?|retir(?:ed|es|e|ing) from|stripped of|removed from|dismissed from|fired "
        r"from|step(?:ped|s|ping)? (?:down|aside|back) from|shed(?:s|ding)?|end(?:ed|s|ing)?|finish(?:ed|es|ing)?|"
        rf"complet(?:ed|es|e|ing)) {_WHOSE}{_OFFICE}{_AS} {_TITLE}"
    ),
    "gives up as": (
        r"(?P<t>hand(?:s|ed|ing)? over|bow(?:s|ed|ing)? out|sign(?:s|ed|ing)? off|relieved|removed|replaced|ousted|"
        r"voted out|finish(?:es|ed|ing)?|ceas(?:es|ed|e|ing) to serve) as " + _TITLE
    ),
    "keeps": (
        r"(?P<t>keep(?:s|ing)?|kept|retain(?:s|ed|ing)?|combin(?:es|e|ed|ing)|continu(?:es|e|ed|ing) in|stay(?:s|ed|"
        rf"ing)? in|remain(?:s|ed|ing)? in) {_WHOSE}{_OFFICE}{_AS} {_TITLE}"
    ),
    "gets": (
        r"(?P<t>t(?:akes?|ook|aken|aking)(?: up| on| over)?|assum(?:es|ed|e|ing)|accept(?:s|ed|ing)?|land(?:s|ed|"
        r"ing)?|w(?:ins?|on|inning)|g(?:ets?|ot|etting)|secur(?:es|ed|e|ing)|given|handed|awarded|step(?:s|ped|"
        r"ping)? (?:up )?(?:in)?to|mov(?:es|ed|e|ing) (?:up )?(?:in)?to|slip(?:s|ped)? into|settl(?:es|ed|ing) into|"
        r"promoted to|elevated to|appointed to|named to|elected to|rose to|rises to|fill(?:s|ed|ing)?|inherit(?:s|ed|"
        rf"ing)?|start(?:s|ed|ing)?(?: in)?|beg(?:ins?|an|inning)|hired for|recruited for) {_WHOSE}{_OFFICE}{_AS} "
        rf"{_TITLE}"
    ),
    "spent": (r"(?P<t>spent|spends|spending) (?:[\w-]+ ){0,3}?{T}(?: [\w-]+){0,3}? as " + _TITLE),
    "doubles": (
        r"(?P<t>doubl(?:es|ed|e|ing)|moonlight(?:s|ed|ing)?|fill(?:s|ed|ing)? in|stand(?:s|ing)? in|stood in|"
        r"mak(?:es|e|ing) {ITS} living|made {ITS} (?:name|living|fortune|mark)|cut {ITS} teeth) as " + _TITLE
    ),
    "rises": (
        r"(?P<t>r(?:ises?|ose|isen|ising)|climb(?:s|ed|ing)?|ascend(?:s|ed|ing)?|advanc(?:es|ed|e|ing)|mov(?:es|ed|e|"
        r"ing)|step(?:s|ped|ping)?|work(?:s|ed|ing)? {ITS} way|graduat(?:es|ed|ing)|elevat(?:es|ed|e|ing)|bumped|"
        r"catapulted|propelled|upgraded)(?: (?:up|through the ranks|rapidly|quickly|steadily|from (?:(?!{P}|{O})"
        r"[\w-]+)(?: (?!{P}|{O})[\w-]+){0,4}?))* (?:to|into|to become|to be) " + _TITLE
    ),
    "presented": (
        r"(?P<t>unveiled|introduced|presented|announced|welcomed|crowned|anointed|sworn in|installed|confirmed|"
        r"paraded|elevated) (?:on {T} |in {T} |yesterday )?(?:as|to) " + _TITLE
    ),
}
# The holder stands after the verb.
_GIVEN = {
    "presents": (
        r"{O:u}(?: \([^)]*\)|, (?:(?!{P}|{O})[^.;,]){2,60})?,? (?:(?!{P}|{O})[\w-]+ ){0,3}?(?P<t>unveil(?:s|ed|"
        r"ing)?|introduc(?:es|ed|ing)|"
        r"present(?:s|"
        r"ed|ing)?|announc(?:es|ed|ing)|welcom(?:es|ed|e|ing)|elevat(?:es|ed|e|ing)|instal(?:ls|led|l|ling)|"
        r"turn(?:s|ed|"
        r"ing)? to|settl(?:es|ed|ing) on|plump(?:s|ed) for|opt(?:s|ed) for|go(?:es|ing)? (?:for|with)|went (?:for|"
        r"with)|chosen|chose|appointed|named|picked|selected|tapped) (?:(?!{P}|"
        r"{O})[^.;]){0,40}?{P:p}(?:,(?: (?!{P})[^.;]{2,120}?,)?)? (?:as|to|to be|to become) " + _TITLE
    ),
    "search for another": (
        r"{O:u},? (?:(?!{P}|{O})[^.;]){0,40}?(?P<t>looking|searching|search|hunt|hunting|looks|seeking|needs|seeks|"
        r"advertising) (?:for )?(?:an? |its )?(?:(?:new |permanent |next )+|(?=(?:[a-z-]+ ){0,3}(?:"
        r"chief|president|chair|director|officer|ceo|cfo|head|manager|treasurer|counsel|dean|provost)))"
        r"{LONGTITLE:title}(?:(?!{P})[^.;]){0,30}? "
        r"(?:after|since|when|because|following|to (?:succeed|replace)) "
        r"(?:the (?:(?!{P}|{O})[a-z-]+ ){0,2}?(?:resignation|departure|exit|dismissal|retirement|death|ouster|sacking) "
        r"of )?{P:p}"
    ),
    "finds its next": (
        r"{O:u},? (?:(?!{P}|{O})[\w-]+ ){0,3}?(?P<t>f(?:ound|inds|ind)|has|have|had|g(?:ot|ets)) "
        + _TITLE
        + " in {P:p}"
    ),
    "the job went to": (
        rf"(?:post|position|role|job|title|seat|chair|office|duties)s? of {_TITLE}(?: (?:of|at|for|with) (?:the )?"
        r"{DESC}{O:u})?(?:,? (?:(?!{P}|{O})[\w-]+ ){0,4}?)? ?(?P<t>went|goes|go|gone|pass(?:es|ed|ing)?|fell|falls|"
        r"fall|"
        r"given|handed|held|filled|taken(?: over| up)?|occupied|assumed)(?: [a-z]+)?? (?:to|by) "
        r"(?:(?!{P}|{O})[\w-]+ ){0,5}?{P:p}"
    ),
    "with p as": (
        r"(?<![\w-])(?P<t>with) (?:the )?{PLAIN}{P:p} (?:(?:serving|acting|continuing|staying|installed|remaining) "
        r"(?:on )?)?as " + _TITLE
    ),
    "handed the job": (
        r"(?P<t>handed|hands|hand|gave|gives|given|passed|passes|offered|entrusted) (?:over )?(?:the |its |{O:v}'s )?"
        r"{LONGTITLE:title}'s? (?:job|post|role|position|seat|office|chair|duties) (?:over )?to "
        r"(?:(?!{P}|{O})[\w-]+ ){0,5}?{P:p}"
    ),
    "chosen for the job": (
        r"(?:{O:u} (?:[\w-]+ ){0,3}?)?(?P<t>chose|chooses?|chosen|pick(?:s|ed)?|tap(?:s|ped)?|select(?:s|ed)?|"
        r"appoint(?:s|ed)?|hire[sd]?|promote[sd]?|recruit(?:s|ed)?|named?) {P:p}(?: (?:(?!{P}|"
        r"{O})[^.;]){1,50})? (?:for|to|as) "
        r"(?:the |its |{O:v}'s )(?:[a-z-]+ )?{LONGTITLE:title}(?:'s|'|s')? (?:job|post|role|position|seat|office)"
    ),
}
_LED = {
    "under": (
        r"(?<![\w-])(?P<t>under) (?:its |the |{O:w}'s )?(?:new |current |then |long-time |longtime |present "
        r")*(?P<f>{FORMER} )?{LONGTITLE:title},? {P:p}(?: at the helm)?,? (?:(?:[a-z]+ly|since {T}|in {T}),? )?{O:u}"
    ),
}
_LEADING = r"(?:leadership|management|direction|guidance|stewardship|command|tutelage|chairmanship|presidency)"
# Without a title: "under the leadership of P, X has grown", "under P's chairmanship X has grown".
_UNDER = {
    "leadership": (
        rf"(?<![\w-])(?P<t>under) (?:the |its )?(?:[a-z-]+ )??{_LEADING} of (?:its |the )?"
        r"(?:(?!{P}|{O})[\w-]+ ){0,3}?{P:p}(?!'s)(?:,? {O:u}(?!'s))?"
    ),
    "his leadership": rf"(?<![\w-])(?P<t>under) {{P:p}}'s (?:[a-z-]+ )??{_LEADING}(?:,? {{O:u}}(?!'s))?",
}
_SPELL = r"(?:stints?|spells?|periods?|turns|time|tenure|reign|term|days|run|career|years)"
# A time in a post as a thing: "P's tenure as T of X", "after ten years as T of X, P", "P had stints as T of X".
_TIMES = {
    "his time as": (
        rf"{{P:p}}'s (?:[\w-]+ ){{0,3}}?(?P<t>{_SPELL}|{{T}})(?: there)? as (?:{{ITS}} |the |an? )?{{LONGTITLE:title}}"
    ),
    "in his role as": (
        r"(?<![\w-])in {P:p}'s (?:[a-z-]+ )??(?P<t>role|capacity|position|job|post) as "
        r"(?:{ITS} |the |an? )?{LONGTITLE:title}"
    ),
    "after years as": (
        rf"{{P:p}}(?:(?!{{P}})[^.;]){{0,80}}? (?P<t>after|following) (?:(?!{{P}})[\w-]+ ){{0,3}}?(?:{_SPELL}|{{T}})"
        r"(?: [\w-]+){0,2}? as (?:{ITS} |the |an? )?{LONGTITLE:title}"
    ),
    "after years as, p": (
        rf"(?:^|[.;] )(?P<t>after|following) (?:(?!{{P}})[\w-]+ ){{0,3}}?(?:{_SPELL}|{{T}})(?: [\w-]+){{0,2}}? as "
        r"(?:the |an? )?{LONGTITLE:title}(?: (?:of|at|for|with) (?:the )?{DESC}{O})?, {P:p}"
    ),
}
_ENDS = re.compile(r"\b(?:ended|came to an end|was cut short|is over|was over|finished)\b")
# The firm is what the verb before "under" is said of.
_LED_BEFORE = {
    "under": (
        r"(?<![\w-])(?P<t>under) (?:its |the |{O:w}'s )?(?:new |current |then |long-time |longtime |present "
        r")*(?P<f>{FORMER} )?{LONGTITLE:title},? {P:p}"
    )
}


@dataclass(frozen=True)
class _Table:
    """Patterns that tell of posts alike."""

    templates: Mapping[str, str]
    by_subject: bool = False


_TABLES = (_Table(_HELD, by_subject=True), _Table(_GIVEN), _Table(_LED), _Table(_LED_BEFORE), _Table(_TIMES))


def offices(sentence: Sentence) -> Iterator[Candidate]:
    """The posts that a sentence tells to be taken up, kept, given up or handed on."""
    if "P" not in sentence.letters:
        return
    yield from _led_under(sentence)
    if not sentence.has_title:
        return
    seen: set[tuple[str, int]] = set()
    for table in _TABLES:
        for name, found in find(sentence, table.templates):
            tokens = found.tokens("title")
            titles = titles_at(sentence, tokens[0]) if tokens else []
            holders = _subjects(sentence, found) if table.by_subject else found.mentions("p")
            for holder in holders if titles else ():
                if (holder.entity, tokens[0] if tokens else 0) not in seen:
                    seen.add((holder.entity, tokens[0] if tokens else 0))
                    yield from _posts(name, found, holder, titles)


def _led_under(sentence: Sentence) -> Iterator[Candidate]:
    """As in "under the leadership of P, X has grown", "X has grown under P's chairmanship"."""
    for _, found in find(sentence, _UNDER):
        firms = found.mentions("u") or _place(sentence, found)
        for person in found.mentions("p"):
            for firm in firms[:1]:
                if sentence.scene.type_of(firm) != "Collective":
                    yield Candidate(
                        "heldRole", "led", sentence, person, firm, found.trigger, Kind.STATE, presupposed=True
                    )


def _subjects(sentence: Sentence, found: Found) -> list[FoundMention]:
    """Who takes up or gives up the post: what the verb is said of, else the name right before it."""
    verb = sentence.passage.doc[found.trigger]
    if not is_verb(verb):
        return []
    frame = verb_frame(verb)
    people = first_filled(sentence, frame, ("patient",) if frame.passive else ("agent",), "P")
    if people or any(t.dep_ in ("nsubj", "nsubjpass") for t in verb.children):
        return people
    before = [m for m in sentence.mentions() if m.end <= verb.i]
    near = (
        before[-1:]
        if before and not any(t.text in ",;:" for t in sentence.passage.doc[before[-1].end : verb.i])
        else []
    )
    return [m for m in near if sentence.scene.letter(m) == "P" and verb.i - m.end <= 3]


def _posts(name: str, found: Found, holder: FoundMention, titles: list[Detail]) -> Iterator[Candidate]:
    sentence = found.sentence
    verb = sentence.passage.doc[found.trigger]
    organizations = (
        after_title(sentence, titles)
        or next(
            (ms for key in ("v", "w", "u") if (ms := [m for m in found.mentions(key) if m.entity != holder.entity])), []
        )
        or (where(sentence, verb) if is_verb(verb) else [])
        or _place(sentence, found)
    )
    if not organizations and name == "rises" and verb.dep_ == "advcl":
        organizations = _of_career(sentence, verb.head)
        if not organizations and _is_elsewhere(verb.head):
            return
    for organization in or_unsaid([m for m in organizations if sentence.scene.type_of(m) != "Collective"]):
        post = Candidate(
            "heldRole",
            "appointed" if name in _STARTING else "served",
            sentence,
            holder,
            organization,
            found.trigger,
            Kind.EVENT if name in _STARTING else Kind.STATE,
            phase=start_phase(verb) if name in _STARTING else None,
            needs_object=organization is None,
            presupposed=name == "under",
        )
        yield from with_titles(_told(name, found, post), titles)


_STARTING = frozenset(
    {
        "handed the job",
        "gets",
        "rises",
        "presented",
        "presents",
        "finds its next",
        "the job went to",
        "chosen for the job",
    }
)


def _told(name: str, found: Found, post: Candidate) -> Candidate:
    """The post with the phase that its verb gives it."""
    verb = found.sentence.passage.doc[found.trigger]
    if name == "under":
        return replace(post, phase=Phase.ENDED if found.has("f") else Phase.ONGOING)
    if name == "search for another":
        return replace(post, rule="left role", phase=Phase.ENDED, presupposed=True, timed=False)
    if name == "the job went to" and found.text("t") in ("held", "occupied", "filled"):
        return replace(post, rule="served", kind=Kind.STATE, phase=None)
    if name in ("gives up", "gives up as"):
        # What is still to be given up goes on; the departure's date does not date the post.
        coming = start_phase(verb) is None or verb.tag_ in ("VBZ", "VBP") or _is_going(found)
        if coming:
            return replace(post, rule="left role", phase=Phase.ONGOING, presupposed=True, timed=False)
        return replace(post, rule="left role", phase=Phase.ENDED)
    if name in _TIMES:
        lasting = found.text("t") in ("tenure", "term", "career") and not _ENDS.search(found.sentence.text)
        over = name != "in his role as" and not lasting
        return replace(post, phase=Phase.ENDED if over else Phase.ONGOING, presupposed=True)
    if name == "spent":
        over = verb.tag_ == "VBD" or any(c.lower_ == "had" for c in verb.children)
        return replace(post, phase=Phase.ENDED if over else None)
    return post


def _of_career(sentence: Sentence, verb: Token) -> list[FoundMention]:
    """The firm of "began his career at X, rising to T", "joined X in May, rising to T"."""
    if not is_verb(verb):
        return []
    frame = verb_frame(verb)
    roles = ("patient", "at", "with", "for") if lemma(verb) in ("join", "rejoin") else ("at", "with", "for")
    things = [t for c in verb.children if c.dep_ == "dobj" for t in c.children if t.lower_ in ("at", "with")]
    inner = fillers(sentence.scene, sentence.passage.index, [t for p in things for t in p.children], "O")
    return (first_filled(sentence, frame, roles, "O") or inner)[:1]


def _is_elsewhere(verb: Token) -> bool:
    """As in "spent ten years at a rival, rising to T": somewhere that has no name."""
    preps = [c for t in (verb, *verb.children) for c in t.children if c.lower_ in ("at", "with", "for")]
    return any(t.pos_ == "NOUN" and t.ent_type_ != "DATE" for p in preps for t in p.children)


def _is_going(found: Found) -> bool:
    verb = found.sentence.passage.doc[found.trigger]
    return verb.tag_ == "VBG" and any(c.lower_ in ("is", "are", "'s") for c in verb.children)


def _place(sentence: Sentence, found: Found) -> list[FoundMention]:
    """The firm of "rose through the ranks at X to become T": where the verb says that it came about.

    Of "X has grown under its chief executive, P" it is what the verb is said of.
    """
    verb = sentence.passage.doc[found.trigger]
    if verb.lower_ == "under":
        above = [verb.head] if is_verb(verb.head) and verb.head.i < verb.i else []
        subjects = [s for v in above for s in subjects_of(v)]
        firms = fillers(sentence.scene, sentence.passage.index, subjects, "O", metonyms=False)
        return firms if len({m.entity for m in firms}) == 1 else []
    return first_filled(sentence, verb_frame(verb), ("at", "within"), "O") if is_verb(verb) else []
