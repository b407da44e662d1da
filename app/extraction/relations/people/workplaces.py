"""Where people work or worked, told by what they do there: "a nurse at X", "sold insurance for X", "seconded to X"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import verb_frame
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.rules import first_filled, words
from app.extraction.relations.reading.sentences import COMPANIES, Sentence
from app.extraction.relations.reading.subjects import subjects_of
from app.extraction.relations.reading.titles import bare_title, start_phase
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

# What people are called by what they do; customers, owners and kin are called so as well.
_TRADE = (
    r"(?:(?!(?:who|that|which|of|for|with|from|in|at|and|or|but|than|not|no|another|other)\b)[a-z-]+ ){0,3}?"
    r"(?!(?:custom|visit|sharehold|sharehol|invest|prison|passeng|speak|lodg|winn|memb|found|co-found|own|regular|"
    r"resident|stud|tenant|particip|contest|applic|oth|numb|ord|moth|fath|broth|sist|daught|suppli|vend|contract|"
    r"patient|gian|restaur|pow|matt|runn|rival|competit|debt|credit|don|exhibit|spectat|defend|insid|newcom|form|"
    r"back|support|follow|subscrib|consum|us|play|work|remaind|cent|semest|lawy|attorn|own|hold|show|view|read|writ|"
    r"chart|lett|pap|wat|comput|quart|dinn|summ|wint|orph|survi|depos|borrow|lend|landown|own|fan|critic|help|find|"
    r"reunion|seminar|figure|star|wom|wo|gentle|fellow))"
    r"[a-z-]*(?:ers?|ors?|ists?|ians?|ants?|eers?|men|man|woman|women|nurses?|midwi[fv]es?|interns?|stewardess(?:es)?|"
    r"associates?|apprentices?|trainees?|chefs?|cooks?|clerks?|guards?|pilots?|aides?|specialists?|experts?|tutors?)"
)
_THERE = (
    r"(?:at|with) (?:(?:the|an?|its) (?:(?:{L}|[a-z-]+) ){0,2}?(?:plant|factory|works|branch|office|depot|store|shop|"
    r"mill|hospital|site|yard|mine|kitchen|campus|hub|base|unit) (?:of|at) )?(?:the )?{PLAIN}{O:o}(?!['’]s? )"
)
_TRADES = {
    "a trade at": (
        r"{P+:p}(?:, \d\d)?, (?:(?:both|who is|who was|then|now|formerly|once|previously|until recently|also|today|"
        rf"still),? )*(?:an? |the )?(?P<f>{{FORMER}} )?(?P<title>{_TRADE}) {_THERE}"
    ),
    "is a trade at": (
        r"{P+:p},? (?:who )?(?P<t>is|was|are|were|has been|had been|have been|remains|became|becomes) "
        rf"(?:(?:also|both|now|then|still|once) )*(?:an? |both |(?=[a-z -]+s (?:at|with) ))"
        rf"(?P<f>{{FORMER}} )?(?P<title>{_TRADE}) {_THERE}"
    ),
}
# Of those who sell or follow something for a firm.
_FOR = {
    "works for": (
        r"(?P<t>sold|sells|sell|selling|covered|covers|cover|follows|followed|follow|tracks|tracked|analys(?:es|ed)|"
        r"analyz(?:es|ed)|underwrote|underwrites|traded|trades|sourced|sources|bought|buys|drove|drives|flew|flies|"
        r"sailed|drilled|welded|sewed|picked|packed|stacked|peddled|hawked|scouted|lobbied|lobbies|pitched) "
        r"(?:the )?(?:(?!{P}|{O}|(?:his|her|its|their|an?|for|to)\b)[a-z-]+ ){1,4}?for (?:the )?{PLAIN}{O:o}(?!['’]s? )"
    ),
}
_MEMBERS = {
    "put in years": (
        r"{P:p},? (?:who )?(?:(?:had|has|have|also|previously|already|then|later|first) )*(?P<t>put in|did|clocked up|"
        r"clocked|notched up|racked up|logged|completed|chalked up|passed) (?:(?:more than|nearly|almost|about|over|"
        r"another|some|a further) )*{T}(?: (?!as )[\w-]+){0,3}? (?:at|with|for) (?:the )?{PLAIN}{O:o}(?!['’]s? )"
    ),
    "on loan": (
        r"{P:p}(?:,? (?:who )?(?:(?:is|was|are|has been|had been|still|now|currently|then|while|and) )*|, an? "
        r"(?:(?!{P}|{O})[a-z-]+ ){1,5}?)on (?:(?:unpaid|parental|maternity|paternity|study|extended|medical|sick) )?"
        r"(?P<t>secondment|loan|leave|sabbatical|furlough) (?:from|to|at|with) (?:the )?{PLAIN}{O:o}(?!['’]s? )"
    ),
    "where she spent": (
        r"{O:o}(?: (?:in|of) {L})?(?:, (?:the|an?|its) (?:(?!{P}|{O})[^,;.]){2,60})?, where {P:p} "
        r"(?:(?:had|has|also|previously|first) )*(?P<t>spent|worked|trained|served|put in|started out|cut {ITS} "
        r"teeth|made {ITS} name|learned {ITS} trade|"
        r"learnt {ITS} trade|began {ITS} career|started {ITS} career)(?! as )"
    ),
}
# Posts without a title, at one firm or at several: "held senior positions at A and at B"; outsiders who work for it.
_HAVING = {
    "held positions": (
        r"(?P<t>held|holds|hold|occupied|filled|had|took) (?:(?:various|several|a number of|a series of|a variety of|"
        r"different|many|other|[a-z-]+) ){0,4}?(?:positions|roles|posts|jobs|appointments|a (?:[a-z-]+ ){0,3}?"
        r"(?:position|role|post|job)) (?:at|with) "
        r"(?:the )?{PLAIN}{O+:o}(?:,? (?:and|as well as) (?:at|with) (?:the )?{PLAIN}{O:also})?(?!['’]s? )"
    ),
    "spent years": (
        r"(?P<t>spent|spends|spending) (?:(?:more than|nearly|almost|about|over|the past|the last|the best part of|"
        r"some|"
        r"another|all of) )*{T}(?: (?!as )[\w-]+){0,3}? (?:at|with) (?:the )?{PLAIN}{O+:o}(?!['’]s? )"
        r"(?:,? and (?:{T}|[a-z]+) (?:at|with|in the [a-z ]{1,30}? of) (?:the )?{PLAIN}{O:also})?"
    ),
    "consults for": (
        r"(?P<t>consults|consulted|consulting|freelances|freelanced|freelancing|moonlights|moonlighted) "
        r"(?:(?:part-time|full-time|now|regularly) )?for (?:the )?{PLAIN}{O:o}(?!['’]s? )"
    ),
}
_TOGETHER = {
    "where both": (
        r"{P:p}(?:(?!{P})[^.;]){1,90}? {P:q}[^.;]{1,80}? (?:at|from|of|with|in) (?:the )?{PLAIN}{O:o}, where "
        r"(?:they |the )?(?:both|two|pair|all|{P}|{O}) (?:of them )?(?:had |have |once |used to |previously )*"
        r"(?P<t>worked|work|spent|trained|started|began|served|met|been)"
    ),
}
_PAST = frozenset({"was", "were", "had been", "became"})
_LENT = frozenset({"seconded", "loaned", "attached"})
_OWN_OBJECT = frozenset({"work", "job", "life", "career", "shift"})


def workplaces(sentence: Sentence) -> Iterator[Candidate]:
    """The posts and memberships that a sentence tells by what people do somewhere."""
    if not {"P", "O"} <= sentence.letters:
        return
    for _, found in find(sentence, _TRADES):
        yield from _trade(sentence, found)
    for _, found in find(sentence, _FOR):
        verb = sentence.passage.doc[found.trigger]
        if is_verb(verb) and _is_work(verb):
            yield from _members(sentence, found, first_filled(sentence, verb_frame(verb), ("agent",), "P")[:1])
    yield from _having(sentence)
    for name, found in find(sentence, _MEMBERS):
        over = None if name == "on loan" else Phase.ENDED
        yield from _members(sentence, found, found.mentions("p")[:1], over)
    for _, found in find(sentence, _TOGETHER):
        people = {m.entity: m for m in (*found.mentions("p"), *found.mentions("q"))}
        if len(people) == 2 and _only(sentence, found, set(people)):
            yield from _members(sentence, found, list(people.values()), Phase.ENDED)
    yield from _labours(sentence)
    for token in sentence.words:
        if token.lower_ in _LENT:
            yield from _lent(sentence, token)
        elif lemma(token) in ("start", "begin") and is_verb(token):
            yield from _starts(sentence, token)


def _having(sentence: Sentence) -> Iterator[Candidate]:
    """The posts without a title and the years that somebody had at a firm, or at several."""
    for name, found in find(sentence, _HAVING):
        verb = sentence.passage.doc[found.trigger]
        span = sentence.passage.doc[found.trigger : found.trigger + 10]
        short = name == "spent years" and not any(t.lemma_.lower() in _LONG for t in span)
        if not is_verb(verb) or short:
            continue
        over = Phase.ENDED if name == "spent years" and verb.tag_ != "VBZ" else None
        people = first_filled(sentence, verb_frame(verb), ("agent",), "P", skip=found.mentions("o"))[:1]
        for organization in (*found.mentions("o"), *found.mentions("also")):
            yield from _members(sentence, found, people, over, [organization])


_LONG = frozenset("year decade month career century summer life".split())


def _only(sentence: Sentence, found: Found, people: set[str]) -> bool:
    """Whether "both" do it, and nobody else is told of before "where both had worked"."""
    doc = sentence.passage.doc
    if not any(
        t.lower_ in ("both", "they", "two", "pair", "all") for t in doc[max(0, found.trigger - 5) : found.trigger]
    ):
        return False
    before = (m for m in sentence.mentions() if m.end <= found.trigger and sentence.scene.letter(m) == "P")
    return {m.entity for m in before} <= people


def _trade(sentence: Sentence, found: Found) -> Iterator[Candidate]:
    span, tokens = found.span("title"), found.tokens("title")
    if span is None or tokens is None or not _is_called_so(sentence, *tokens):
        return
    copula = found.has("t")
    over = found.text("f") or found.text("t") in _PAST or _TOLD_PAST.search(found.match.group(0))
    for person in found.mentions("p"):
        for organization in found.mentions("o")[:1]:
            if sentence.scene.type_of(organization) != "Collective":
                yield Candidate(
                    "heldRole",
                    "role: own",
                    sentence,
                    person,
                    organization,
                    found.trigger if copula else sentence.token_at(found.match.start("title")),
                    Kind.STATE,
                    phase=Phase.ENDED if over else None if copula else Phase.ONGOING,
                    presupposed=not copula,
                ).with_details(title=bare_title(Detail(span.text, span)))


def _is_called_so(sentence: Sentence, start: int, end: int) -> bool:
    """Whether words name somebody's trade: "a senior nurse", and not "was shown the door" or "was a disaster"."""
    *before, head = sentence.passage.doc[start:end]
    plain = all(t.pos_ in ("NOUN", "ADJ", "PROPN", "PUNCT") or t.tag_ == "VBG" for t in before)
    return plain and head.pos_ == "NOUN" and head.lower_ not in _NO_TRADE


_NO_TRADE = frozenset(
    "door floor disaster monster wonder number matter master failure factor letter corner counter minor character "
    "chapter offer order power tower error honor horror favor terror mirror author leader manor harbor quarter".split()
)
_TOLD_PAST = re.compile(r"\b(?:who was|then|formerly|once|previously|until recently)\b", re.IGNORECASE)


def _members(
    sentence: Sentence,
    found: Found,
    people: list[FoundMention],
    phase: Phase | None = None,
    organizations: list[FoundMention] | None = None,
) -> Iterator[Candidate]:
    verb = sentence.passage.doc[found.trigger]
    past = verb.tag_ in ("VBD", "VBN") and not any(c.lower_ in ("has", "have") for c in verb.children)
    for person in people:
        for organization in organizations or found.mentions("o")[:1]:
            if sentence.scene.type_of(organization) != "Collective":
                yield Candidate(
                    "memberOf",
                    "worked",
                    sentence,
                    person,
                    organization,
                    found.trigger,
                    Kind.STATE,
                    phase=phase or (Phase.ENDED if past and is_verb(verb) else None),
                )


def _is_work(verb: Token) -> bool:
    """Whether somebody does a job: sells insurance or follows the sector, and not a house or the news for a friend."""
    things = [c for c in verb.children if c.dep_ == "dobj"]
    watching = lemma(verb) in ("cover", "follow", "track", "analyse", "analyze")
    return bool(things) and all(
        t.pos_ == "NOUN" and not any(c.dep_ in ("det", "poss", "nummod") and not watching for c in t.children)
        for t in things
    )


def _labours(sentence: Sentence) -> Iterator[Candidate]:
    """As in "who sweeps streets for X", "stitched uppers at X": by what somebody does there all day."""
    for verb in sentence.words:
        word = lemma(verb)
        if not is_verb(verb) or word not in _LABOURS:
            continue
        frame = verb_frame(verb)
        things = frame.get("patient")
        money = word != "manage" or any(lemma(t) in _FUNDS for t in things)
        if frame.passive or frame.get("as") or not money:
            continue
        if any(c.lower_ in ("to", "from", "into", "against") for c in verb.children):
            continue  # "flew to Oslo for X"
        places = [p for t in (verb, *things) for p in t.children if p.lower_ in _THERE_BY[word in _ONLY_FOR]]
        places = [t for p in places if p.i > verb.i for t in p.children if t.dep_ == "pobj"]
        targets = fillers(sentence.scene, sentence.passage.index, places, "O", metonyms=False)[:1]
        past = verb.tag_ == "VBD"
        for person in first_filled(sentence, frame, ("agent",), "P")[:1] if targets else ():
            if sentence.scene.type_of(targets[0]) in COMPANIES:
                over = Phase.ENDED if past else None
                yield Candidate("memberOf", "worked", sentence, person, targets[0], verb.i, Kind.STATE, phase=over)


_LABOURS = words(
    """negotiate invest manage cook bake brew weave stitch sew throw sweep clean guard program code paint carve
    nurse operate assemble deliver load label annotate moderate film mine weld drill drive fly sail pilot
    edit translate research"""
)
# Who manages anything else has a post.
_FUNDS = words("money fund asset portfolio")
# "Negotiated at X" may be with X; who negotiates for X works there.
_ONLY_FOR = words("negotiate deliver")
_THERE_BY = {True: frozenset({"for"}), False: frozenset({"for", "at"})}


def _lent(sentence: Sentence, verb: Token) -> Iterator[Candidate]:
    """As in "was seconded to the ministry in 2014"."""
    frame = verb_frame(verb)
    people = first_filled(sentence, frame, ("patient",), "P")
    if not people and verb.dep_ == "acomp":
        people = fillers(sentence.scene, sentence.passage.index, list(subjects_of(verb.head)), "P")
    for organization in first_filled(sentence, frame, ("to",), "O", metonyms=False)[:1]:
        for person in people[:1]:
            yield Candidate("memberOf", "worked", sentence, person, organization, verb.i, Kind.STATE)


def _starts(sentence: Sentence, verb: Token) -> Iterator[Candidate]:
    """As in "is due to start at X next month", "began work at X": joined X."""
    frame = verb_frame(verb)
    if frame.passive or frame.get("as") or any(lemma(t) not in _OWN_OBJECT for t in frame.get("patient")):
        return
    if any(c.dep_ in ("xcomp", "ccomp") for c in verb.children):
        return
    for person in first_filled(sentence, frame, ("agent",), "P")[:1]:
        for organization in first_filled(sentence, frame, ("at", "with"), "O", metonyms=False)[:1]:
            yield Candidate("joined", "joined", sentence, person, organization, verb.i, phase=_coming(verb))


def _coming(verb: Token) -> Phase | None:
    return None if start_phase(verb) is Phase.STARTED and verb.tag_ != "VBZ" else Phase.PLANNED
