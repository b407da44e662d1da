"""Roles by name: "X's chief executive, P", "P, former head of Y at X", "P is chairman"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.candidates import Candidate, Detail, Kind
from app.extraction.relations.fillers import fillers
from app.extraction.relations.frames import is_verb, key_of, lemma, subjects_of
from app.extraction.relations.patterns import Found, compile_pattern, find
from app.extraction.relations.rules import words
from app.extraction.relations.sentences import Sentence
from app.extraction.relations.titles import OF_TOWNS, SEAT, STAFF, STRONG, split_titles, with_titles
from app.extraction.relations.words import TITLE_HEADS
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_LINK = (
    r"(?:both |all |who (?:is|was|has been|had been) |formerly |previously |currently |now |also "
    r"|most recently |until recently |then |the |a |an |its |his |her |one of the |one of its "
    r"|at the time |for {T} |since {T} |until {T} |for (?:[a-z]+ ){1,3}(?:years|months|decades) "
    r"|new |next |first |current |second |third |only |long-?time |long-serving |longest-serving )*"
)
_AT = r"(?:of|at|for|with|in|from|(?:(?<=advis[eo]r\s)|(?<=advis[eo]rs\s)|(?<=consultant\s)|(?<=ambassador\s))to)"
_BORN = r"(?: \([^()]{0,90}\))?"
_BE = (
    r"(?P<t>is|was|are|were|remains|remained|becomes|became|has become|has been|had been|will "
    r"be|will become|used to be|will remain|is now|is currently|is also)"
)
_ROLES = {
    # Whose it is stands in the sentence.
    "person, title of org": (
        rf"{{P+:p}}{_BORN}(?:, \d\d)?,? (?:\()?{_LINK}(?P<f>{{FORMER}}[ -])?(?:{_LINK})?{{TITLES:title}}{{BESIDES}},? "
        rf"{_AT} (?:the )?{{PLAIN}}{{O:o}}(?!['’]s? )"
    ),
    "person is title of org": (
        rf"{{P+:p}}{_BORN},? {_BE}(?: not)? (?:both )?(?:an? (?:[\w-]+ ){{0,5}}?[\w-]+(?:,? and|,) )?"
        rf"{_LINK}(?P<f>{{FORMER}}[ -])?{{TITLES:title}}{{BESIDES}} {_AT} "
        rf"(?:the )?{{PLAIN}}{{O:o}}(?!['’]s? )"
    ),
    "person, who did, is title of org": (
        rf"{{P+:p}}, (?:who|whose) (?:(?!{{P}})[^;.]){{3,90}}?, {_BE}(?: not)? {_LINK}(?P<f>{{FORMER}}[ "
        rf"-])?{{TITLES:title}}"
        rf" {_AT} (?:the )?{{PLAIN}}{{O:o}}(?!['’]s? )"
    ),
    "years there, some as": (
        r"{P:p},? (?:who )?(?:has |had )?(?P<t>worked|spent|been)(?: [^.;,]{0,40}?)? (?:at|for|with) (?:the "
        r")?{PLAIN}{O:o}"
        r"(?:(?!{P}|{O})[^.;]){0,40}?,? (?:most recently|latterly|finally|lately|ultimately|the last (?:[\w-]+ "
        r"){1,4}|including "
        r"(?:[\w-]+ ){1,4})(?:of them )?as (?:its |an? |the )?{ANYTITLE:title}"
    ),
    "handed over as": (
        r"{P} (?:[\w-]+ ){0,3}?(?P<n>handed over|hands over|hand over|handing over|passed the baton|made way|will "
        r"make way|passed "
        rf"the reins) (?:to|for) (?:[\w-]+ ){{0,4}}?{{P:p}} as {{TITLES:title}} {_AT} (?:the )?{{DESC}}{{O:o}}"
    ),
    "replaced by as": (
        r"{P} (?:is|was|has been|had been|will be|is to be|to be|being) (?P<n>replaced|succeeded|followed) "
        r"(?:(?!{P})[^.;]){0,40}?by "
        rf"(?:(?!{{P}}|{{O}})[\w-]+ ){{0,4}}?{{P:p}} as {{TITLES:title}} {_AT} (?:the )?{{DESC}}{{O:o}}"
    ),
    "person is head of x at org": (
        rf"{{P:p}},? {_BE} {_LINK}(?P<f>{{FORMER}}[ -])?{{TITLE:title}},? (?:at|for|of|with) (?:the )?{{PLAIN}}"
        r"{O:o}(?!['’]s? )"
    ),
    "stays as title at org": (
        r"{P:p},? (?:[\w-]+ ){0,4}?(?P<t>stay|stays|remain|remains|continue|continues) (?:on )?as "
        r"(?:an? |the |its )?{TITLE:title},? (?:at|for|of|with) (?:the )?{PLAIN}{O:o}(?!['’]s? )"
    ),
    "person, head of x at org": (
        rf"{{P+:p}}(?:, \d\d)?,? {_LINK}(?P<f>{{FORMER}}[ -])?(?:{_LINK})?{{TITLE:title}},? (?:at|for|of|with) "
        rf"(?:the )?{{PLAIN}}{{O:o}}(?!['’]s? )"
    ),
    "org's title person": (
        r"{O:o}'s (?:(?:new|current|longtime|long-time|long-serving|newly appointed|veteran|own) )?(?P<f>{FORMER}[ "
        r"-])?{ANYTITLE:title}(?: since {T})?,? (?:who is )?{P:p}"
    ),
    "org title person": r"(?P<f>{FORMER}[ -])?{O:o} {TITLES:title},? {P:p}",
    "org titles persons": r"(?P<f>{FORMER}[ -])?{O:o}(?:'s)? (?:(?:two|three|four|five|both|all) )?(?:(?:most|more|"
    r"best) )?(?:[a-z-]+ )??{ANYTITLE:title}(?<=[a-rt-z]s),? {P+:p}",
    "org desc title person": r"(?P<f>{FORMER}[ -])?{O:o} {TITLE:title} {P:p}",
    "title of org person": r"(?<![\w-])(?P<f>{FORMER}[ -])?{TITLE:title} (?:of|at|for) (?:the )?{DESC}{O:o},? {P:p}",
    "titles of org, persons": (
        r"(?<![\w-])(?P<f>{FORMER}[ -])?{TITLES:title}(?<=[a-rt-z]s) (?:of|at|for|from|"
        r"with) (?:the )?{DESC}{O:o},? {P+:p}"
    ),
    "head of org's part, person": (
        r"(?<![\w-])(?P<f>{FORMER}[ -])?(?P<title>(?:co-)?(?:deputy )?(?:head|chief|boss|director|manager|president|"
        r"leader|chair(?:man|woman)?)) "
        r"of {O:o}'s (?:[\w&-]+ ){0,4}?(?:business|arm|operations?|department|team|practice|sales|exports|marketing|"
        r"desk),? {P:p}(?!')"
    ),
    "person, head of org's part": (
        r"{P:p},? (?:who is |who was |is |was |now )?(?:the |an? )?(?P<f>{FORMER}[ -])?(?P<title>(?:co-)?(?:deputy "
        r")?(?:head|chief|boss|director|"
        r"manager|president|leader|chair(?:man|woman)?)) of {O:o}'s (?:[\w&-]+ ?){0,4}(?:business|arm|operations?|"
        r"department|team|practice|sales|exports|marketing|desk)(?=[,.;)]| who | has | said )"
    ),
    "persons where all were": (
        r"{P+:p} (?:(?!{P}|{O})[^.;]){1,60}? (?:at|for|with) (?:the )?{DESC}{O:o}, where (?:both|they both|the two|"
        r"they|all) "
        r"(?:of them )?(?P<t>are|were|had been) (?:then |also )?(?:the |an? )?{TITLES:title}"
    ),
    "title person of org": r"(?<![\w-])(?P<f>{FORMER}[ -])?{TITLES:title} {P:p},? (?:of|at|from) (?:the )?{O:o}",
    "person, org's title": (
        r"{P:p}(?:, \d\d)?,? (?:who (?=is |was |has |had )|the |now |"
        r"(?P<t>is |was |has been |had been |remains |became |becomes )|then |also |still )*{O:o}'s "
        r"(?:new |next |first |current |second |third |only )?(?P<f>{FORMER}[ -])?{ANYTITLE:title}"
        r"(?= at |[.,;:)]|$| (?:at |on )?{T}| and (?:an?|the|its|his|her|has|is|was|who|former|chair|chief) |"
        r" (?:who|until|till|before|from|since|in|when|said|for|under|during|after|while|but|says|told|as|because) )"
    ),
    "org's title is person": (
        r"{O:o}'s (?P<f>{FORMER}[ -])?{ANYTITLE:title} (?P<t>is|was|will be|has been) {P:p}(?!['’]s? )"
    ),
    "person, title, org": r"{P:p}, (?:the |a |an )?(?P<f>{FORMER}[ -])?{TITLES:title}, {O:o}",
    "org, where person is title": (
        rf"{{O:o}}, where {{P:p}} {_BE}(?: not)? "
        r"(?:the |its |an? |their |both |now |also )*{TITLES:title}"
    ),
    "person, an org title": (
        r"{P:p},? (?:who is |who was |is |was |now )?(?:an? |the )(?P<f>{FORMER} )?(?:[a-z-]+ ){0,2}?{O:o} "
        r"{TITLES:title}(?=[,.;)]| (?:who|and|said|says|has|is|was|in|from|until) )"
    ),
    "title of org is person": (
        r"(?:^|[,;.] |and )(?:the |its )?(?:new |next |first |current |present |only )*(?P<f>{FORMER} )?{TITLE:title} "
        r"(?:of|at) (?:the )?{DESC}{O:o} "
        r"(?P<t>is|was|remains|will be|has been)(?: now| currently)? {P:p}(?!['’]s? )"
    ),
    "until then": (
        rf"{{P:p}},? until (?:{{T}}|then|now|recently) (?:the )?(?P<f>){{TITLES:title}},? {_AT} (?:the "
        rf")?{{DESC}}{{O:o}}"
    ),
    "holds the post": (
        r"{P:p},?(?: who)? (?:has |had |will |also |currently |to )*(?P<t>holds|held|hold|took up|takes up|take "
        r"up|assumed|"
        r"assumes|assume|accepted|accepts|occupies|occupied|fills|filled|taken up|assumed) (?:the |an? |his |her |"
        r"their |{P}'s )?(?:[a-z-]+ )?(?:post|"
        r"position|role|"
        rf"title|job|office|chair|duties) (?:of|as) (?:the )?{{TITLES:title}},? {_AT} (?:the )?{{DESC}}{{O:o}}"
    ),
    "out as": rf"{{P:p}} (?:is|was) (?P<f>out) as {{TITLES:title}} {_AT} (?:the )?{{DESC}}{{O:o}}",
    "replaced as": (
        rf"{{P:p}}(?:(?!{{P}})[^.;]){{0,40}}? (?P<t>replaced|succeeded) as {{TITLES:title}} {_AT} (?:the "
        rf")?{{DESC}}{{O:o}}"
    ),
    "took over as": (
        r"{P:p},?(?: who)? (?:[\w-]+ ){0,3}?(?P<t>took over|takes over|take over|taken over|stepped in|steps in|"
        r"returned|"
        rf"returns|rose|came in|stays|remains|continues|stayed on) (?:from {{DESC}}{{P}} )?(?:as|to) "
        rf"(?:the |its |an? )?(?:new |interim )?"
        rf"{{TITLES:title}},? {_AT} (?:the )?{{DESC}}{{O:o}}"
    ),
    "person (title, org)": r"{P:p} \((?P<f>{FORMER}[ -])?{TITLES:title}(?:,| of| at) {O:o}\)",
    "person (org's title)": r"{P:p} \((?:{O:o}'s|(?:of )?{O:q},) (?P<f>{FORMER}[ -])?{ANYTITLE:title}\)",
}
# "chairman of X, a director of Y and founder of Z": the further titles of one person.
_CHAIN = compile_pattern(
    r"(?:, and|,|;| and)(?: (?:also|currently|now|the|an?))* (?P<f>{FORMER} )?{TITLES:title} (?:of|at|for) "
    r"(?:the )?{DESC}{O:o}"
)
_ALSO = compile_pattern(r" and {O:o}(?! ?(?:'s|has|is|was|have|will|said))")
_PLAIN = {
    # Whose it is stands elsewhere.
    "title person": r"(?<![\w-])(?P<f>(?:{FORMER}|outgoing|incoming)[ -])?{FULLTITLE:title},? {P:p}",
    "person, title": (
        r"{P+:p}(?:, \d\d)?, (?:its |the |the company's |the firm's |the group's |who is |who was "
        r"|who is also |who is the )*(?P<f>(?:{FORMER}|outgoing|incoming)[ -])?{FULLTITLE:title}(?=[,.;)\"]| "
        r"who | and | said| says)"
    ),
    "person is title": (
        rf"{{P:p}},? (?:who )?{_BE}(?: not)? (?:the |its |an? |their |both |now |"
        rf"also |still |currently )*(?P<f>(?:{{FORMER}}|outgoing|incoming|sole) "
        rf")?{{TITLES:title}}\b(?! (?:of|at|for|with|in|from) (?!{{T}}))"
    ),
    "title is person": (
        r"(?:^|[,;.] |and |while |but )(?:the |its |the company's |the group's |the firm's )?(?:new |next |current )*"
        r"(?P<f>(?:{FORMER}|outgoing|incoming|sole) )?{TITLES:title} "
        r"(?P<t>is|was|remains|will be|has been)(?: now| still)? {P:p}"
    ),
    "person, who did, is title": (
        rf"{{P:p}}, (?:who|whose|{{P}}'s|one of|once|\d\d|an?|the) (?:(?!{{P}})[^;.]){{3,90}}?, {_BE}(?: not)? "
        rf"(?:the |its |an? |also |still "
        rf"|now )*"
        r"{TITLES:title}\b(?! (?:of|at|for|with|in|from) (?!{T}))"
    ),
    "career as": (
        r"{P:p},? (?:who )?(?:has |had )?(?P<f>)(?:ended|finished|began|started|spent) {ITS} (?:[\w-]+ ){0,3}?career "
        r"(?:there )?as "
        r"(?:its |an? |the )?{FULLTITLE:title}(?=[,.;]| in | at )"
    ),
    "has a new title": (
        r"(?:has|have|had|found|finds|chosen|picked) (?:an? |its |their )(?:new |first |next |second |third |"
        r"permanent )+{TITLES:title}(?:[:,]| in| and it is| -) "
        r"{P:p}"
    ),
    "stays as": (
        r"{P:p},? (?:[\w-]+ ){0,4}?(?P<t>stay|stays|remain|remains|continue|continues|stayed|serve|serves) "
        r"(?:on )?(?:available )?as (?:an? |the |its )?{LONGTITLE:title}"
    ),
    "took over as": (
        r"{P:p},? (?:[\w-]+ ){0,3}?"
        r"(?P<t>took over|takes over|taken over|stepped in|steps in|returned|returns|rose|came "
        r"in) (?:from {DESC}{P} )?(?:as|to) (?:the |its |an? )?(?:new |interim )?{TITLES:title}"
    ),
    "moved to seat": (
        r"{P:p}(?:(?!{P})[^.;]){0,90}? (?P<t>moved|moves|switched|shifted|stepped up) (?:up |over "
        r")?(?:to|into) (?:the |its |an? )?{TITLES:title}(?:'s)?(?: (?:seat|role|post|job|position|chair))"
    ),
}
_SLOT_OF_PERSON = compile_pattern("{P}")
# "X's lawyer" works for a law firm.
_SERVES_CLIENTS = re.compile(r"lawyer|attorney|banker|broker|auditor|accountant|buyer|coach|supervisor", re.IGNORECASE)
_SPEECHLESS = frozenset(
    {
        "chief",
        "partner",
        "lead",
        "fellow",
        "leader",
        "lawyer",
        "lawyers",
        "attorney",
        "employee",
        "inventor",
        "physicist",
        "chemist",
        "banker",
        "coach",
        "captain",
        "trader",
        "producer",
        "developer",
        "designer",
        "architect",
        "programmer",
        "president elect",
    }
)


def roles(sentence: Sentence) -> Iterator[Candidate]:
    """Roles that a sentence names with a title."""
    if "P" not in sentence.letters or not sentence.has_title:
        return
    taken: set[tuple[int, int]] = set()
    for name, found in find(sentence, _promising(sentence, _ROLES)):
        title = found.text("title")
        if (_SERVES_CLIENTS.search(title) and "'s" in name) or OF_TOWNS.search(title) or _is_done(sentence, found):
            continue
        for candidate in _candidates(sentence, found, (found.mentions("o") or found.mentions("q"))[:1]):
            key = (candidate.subject.start, _start(found))
            if key not in taken:
                taken.add(key)
                yield from _one_per_title(candidate, found)
                if name in ("person, title of org", "person is title of org"):
                    yield from _further(candidate, found, taken)
    titles = {title for _, title in taken}
    for name, found in find(sentence, _promising(sentence, _PLAIN)):
        if (
            _is_done(sentence, found)
            or _start(found) in titles
            or not STRONG.search(found.text("title"))
            or found.text("title") in _SPEECHLESS
        ):
            continue
        for candidate in _candidates(sentence, found, [None]):
            if _is_lured(sentence, candidate) or _said_of_another(sentence, candidate.subject):
                continue
            key = (candidate.subject.start, _start(found))
            if key not in taken:
                taken.add(key)
                # "The chair is P" is said of a firm, and P may well be another's: see `completion`.
                own = replace(candidate, rule=SEAT) if name == "title is person" else candidate
                yield from _one_per_title(own, found)


_TURNED_OUT = words("dismiss fire sack oust replace remove eject terminate axe ditch")
_LURED = words("poach lure headhunt entice hire_away lure_away")
_GONE = words("leave quit resign depart retire step_down")


# Templates that begin with a title are tried at every word; what they need at the least is soon looked for.
_TITLE_THEN = {
    "title person": compile_pattern(rf"(?:{TITLE_HEADS}|founders?)[^\ue000]*{{P}}"),
    "title person of org": compile_pattern(rf"(?:{TITLE_HEADS}|founders?)[^\ue000]*{{P}}[^\ue000]*{{O}}"),
    "title of org person": compile_pattern(rf"(?:{TITLE_HEADS}|founders?)[^\ue000]*{{O}}[^\ue000]*{{P}}"),
}


def _promising(sentence: Sentence, templates: Mapping[str, str]) -> dict[str, str]:
    """The templates that may match at all."""
    return {
        name: template
        for name, template in templates.items()
        if name not in _TITLE_THEN or _TITLE_THEN[name].search(sentence.code)
    }


def _is_done(sentence: Sentence, found: Found) -> bool:
    """Whether the title is a verb: "will chair X", "to head X"."""
    tokens = found.tokens("title")
    if tokens is None or tokens[0] == sentence.start:
        return False
    doc = sentence.passage.doc
    return doc[tokens[0] - 1].lower_ in _BEFORE_VERBS and doc[tokens[0]].lower_ in _DOABLE


_DOABLE = frozenset("chair head lead captain partner coach pilot co-chair co-head co-lead pilot chef engineer".split())
_BEFORE_VERBS = frozenset("will would to shall may might can could should must 'll".split())


def _verb_of(sentence: Sentence, person: FoundMention) -> Token | None:
    """The verb that a person is subject or object of."""
    doc = sentence.passage.doc
    head = next((t for t in doc[person.start : person.end] if not person.start <= t.head.i < person.end), None)
    while head is not None and head.dep_ in ("compound", "appos", "nmod") and not is_verb(head.head):
        head = head.head
    return head.head if head is not None and is_verb(head.head) and head.dep_ in _BY_DEPENDENCY else None


_BY_DEPENDENCY = frozenset({"dobj", "nsubj", "nsubjpass"})


def _is_lured(sentence: Sentence, candidate: Candidate) -> bool:
    """As in "poached chief designer P": whose designer, the sentence leaves open."""
    verb = _verb_of(sentence, candidate.subject) if candidate.presupposed else None
    return verb is not None and bool({lemma(verb), key_of(verb)} & _LURED)


def _said_of_another(sentence: Sentence, person: FoundMention) -> bool:
    """As in "joined X from Y, a firm where he was president": "where" says whose title it is, the rest does not."""
    before = sentence.passage.doc[max(sentence.start, person.start - 2) : person.start]
    return any(token.lower_ == "where" for token in before)


def _moved_away(sentence: Sentence, verb: Token) -> bool:
    """As in "moved to X": to another organisation."""
    if lemma(verb) not in ("move", "defect", "decamp", "switch"):
        return False
    targets = [t for prep in verb.children if prep.lower_ == "to" for t in prep.children if t.dep_ == "pobj"]
    mentions = [sentence.scene.mentions.at(sentence.passage.index, target.i) for target in targets]
    return any(m is not None and sentence.scene.letter(m) == "O" for m in mentions)


def _turned_out(sentence: Sentence, person: FoundMention) -> bool:
    """As in "fired chief executive P", "chief executive P left in May": the title is over."""
    verb = _verb_of(sentence, person)
    if verb is None or verb.tag_ not in ("VBD", "VBN"):
        return False
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass", "neg")}
    if helpers - {"has", "have", "had", "was", "were", "been", "'s", "’s"}:
        return False
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)
    after = verb.i < person.start
    if {lemma(verb), key_of(verb)} & _TURNED_OUT:
        return passive or after
    if _moved_away(sentence, verb):
        return not after and not passive
    things = [child for child in verb.children if child.dep_ == "dobj"]
    return bool({lemma(verb), key_of(verb)} & _GONE) and not after and not passive and not things


def _further(candidate: Candidate, found: Found, taken: set[tuple[int, int]]) -> Iterator[Candidate]:
    """The same person's other titles, and the other organisations of the same title."""
    code, position = found.match.string, found.match.end()
    also = _ALSO.match(code, position)
    if also is not None:
        for organization in Found(found.sentence, also).mentions("o"):
            yield from _one_per_title(replace(candidate, object=organization), found)
        position = also.end()
    for _ in range(8):
        match = _CHAIN.search(code, position)
        if match is None or _SLOT_OF_PERSON.search(code, position, match.start()):
            return
        more = Found(found.sentence, match)
        taken.add((candidate.subject.start, _start(more)))
        for organization in more.mentions("o")[:1]:
            today = re.search(r"\b(?:now|currently)\b", match.group(0))
            phase = _phase(more) if more.has("f") else Phase.ONGOING if today else candidate.phase
            yield from _one_per_title(replace(candidate, object=organization, phase=phase), more)
        position = match.end()


def _last(found: Found) -> int:
    """The last word of the verb: of "has been" it is "been" that the rest hangs on."""
    tokens = found.tokens("t")
    return tokens[1] - 1 if tokens else found.trigger


def _start(found: Found) -> int:
    tokens = found.tokens("title")
    return tokens[0] if tokens else -1


def _candidates(sentence: Sentence, found: Found, organizations: Sequence[FoundMention | None]) -> Iterator[Candidate]:
    copula = found.has("t")
    people = _said_of(sentence, found) if copula else found.mentions("p")
    for organization in organizations:
        for person in people:
            candidate = Candidate(
                "heldRole",
                f"role: {'own' if organization else 'implied'}",
                sentence,
                person,
                organization,
                _last(found) if copula else _start(found),
                Kind.STATE,
                phase=_phase(found),
                presupposed=not copula,
                needs_object=organization is None,
            )
            over = not copula and (_turned_out(sentence, person) or _is_lured(sentence, candidate))
            # Only a holder who goes is said to have been there until now: the departure is from the same organisation.
            gone = "role: gone" if organization is not None and not found.has("f") else candidate.rule
            yield replace(candidate, phase=Phase.ENDED, rule=gone) if over else candidate


def _said_of(sentence: Sentence, found: Found) -> list[FoundMention]:
    """Whom a verb is said of: in "P, who founded it with Q, is its chair" not the name before the comma."""
    people, verb = found.mentions("p"), sentence.passage.doc[_last(found)]
    if not people or not is_verb(verb) or sentence.passage.doc[people[-1].end : verb.i].text[:1] != ",":
        return people
    subjects = fillers(sentence.scene, sentence.passage.index, list(subjects_of(verb)), "P")
    before = [m for m in subjects if m.end <= people[0].start]
    return before if before and len(before) == len(subjects) else people


_WAS = frozenset(
    ("used to be", "had been", "was", "were", "remained", "held", "occupied", "filled", "worked", "spent", "been")
)
# "Has held the post since 2011".
_STILL = re.compile(r"\bha(?:s|ve) (?:\w+ )?(?:held|occupied|filled|worked)\b")


def _phase(found: Found) -> Phase | None:
    former, verb, whole = found.text("f").strip(" -"), found.text("t"), found.match.group(0).lower()
    if found.has("n"):  # who gets a post is named after the verb
        return Phase.PLANNED if re.search(r"\b(?:will|to be|hands?)\b", whole) else Phase.STARTED
    if (
        (found.has("f") and not former)
        or former == "out"
        or (verb in ("replaced", "succeeded") and "will" not in whole)
    ):
        return Phase.ENDED  # "until recently", "is out as"
    if verb in ("replaced", "succeeded"):
        return Phase.PLANNED
    if former == "incoming":
        return Phase.PLANNED
    if former == "outgoing":
        return Phase.ONGOING
    if _STILL.search(whole):
        return None
    if former or verb in _WAS:
        return Phase.ENDED
    if re.search(
        r"\b(?:formerly|previously|until recently|at the time|who was|who had been|most recently|then)\b",
        whole[: max(0, whole.find(found.text("title")))],
    ):
        return Phase.ENDED
    if verb in (
        "became",
        "has become",
        "took up",
        "assumed",
        "accepted",
        "moved",
        "switched",
        "shifted",
        "stepped up",
        "took over",
        "taken over",
        "stepped in",
        "returned",
        "rose",
        "came in",
    ):
        return Phase.STARTED
    if verb in (
        "becomes",
        "takes over",
        "take over",
        "takes up",
        "take up",
        "assume",
        "steps in",
        "returns",
        "will be",
        "will become",
        "will remain",
    ):
        return Phase.PLANNED
    if verb in ("stay", "stays", "remain", "remains", "continue", "continues", "serve", "serves"):
        unsure = re.search(r"\b(?:not|never|no|may|might|could|serves?)\b|n['’]t\b", whole)
        return None if unsure else Phase.ONGOING
    return Phase.ONGOING if not verb else None


def _one_per_title(candidate: Candidate, found: Found) -> Iterator[Candidate]:
    """One claim for each title of "chief executive and chairman"."""
    span = found.span("title")
    if span is not None and STAFF.search(span.text):
        yield replace(candidate, relation="memberOf", rule="member")
    elif span is not None:
        people, parts = found.mentions("p"), split_titles(span)
        # "A and B, the chairman and the chief executive": each has one.
        if 1 < len(people) == len(parts):
            own = next((n for n, p in enumerate(people) if p.entity == candidate.subject.entity), 0)
            parts = parts[own : own + 1]
        yield from with_titles(candidate, [Detail(part.text, part) for part in parts])
