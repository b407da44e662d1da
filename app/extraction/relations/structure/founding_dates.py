"""When organisations were founded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.lexicon.nouns import PRODUCT_NOUNS
from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import verb_frame
from app.extraction.relations.reading.lemmas import is_verb, key_of, lemma
from app.extraction.relations.reading.patterns import find_throughout
from app.extraction.relations.reading.rules import first_filled, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.times import times_of
from app.extraction.values.dates import FoundTime
from app.model import Phase, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

FOUND = words("found co-found cofound establish start set_up create launch")
_DATED = {
    "fronted": (
        r"^(?P<t>founded|established|incorporated|formed|set up|started|created|launched)(?: (?:as|by|in) "
        r"(?:(?!{T})[^,;.]){1,50})? (?:in|on|back in) (?:the year )?{T:d}(?:(?!{O})[^;.]){0,80}?, "
        r"(?:the )?(?:(?!when\b|as\b|after\b|while\b|before\b|by\b|with\b)[\w-]+ ){0,3}{O:s}"
    ),
    "adjacent": (
        r"{O:s},?(?: \([^()]{0,30}\),?)?(?: (?:which|that) was| was| is an? [^.,;]{0,60}?| an? [^.,;]{0,60}?)? "
        r"(?P<t>founded|co-?founded|established|incorporated|formed)(?: in (?:the )?{L})? (?:in |on )?{T:d}"
    ),
    "spun out": (
        r"{O:s},? (?:which |that )?(?:was |were |is |has been )?(?P<t>spun out|spun off|split off|carved out|hived "
        r"off|demerged) "
        r"(?:of|from|by) (?:the )?(?:[\w-]+ ){0,3}?{O} (?:in |on )?{T:d}"
    ),
    "dating from": (
        r"{O:s},? (?:which |that |was |a (?:(?!which |that )[\w-]+ ){1,4})?"
        r"(?P<t>dates back to|dates from|dating from|dating back to|"
        r"born in|traces its history to|traces its origins to|traces its roots to|goes back to|going back to|"
        r"went back to) {T:d}"
    ),
    "and dates from": (
        r"{O:s},? (?:which |that )?(?:is|was|has|makes|sells|employs|runs) "
        r"(?:(?!{O}|{P}|{T}| which | that )[^.;]){2,60}?,? (?:and )?"
        r"(?P<t>dates back to|dates from|goes back to|has existed since|has been around since) {T:d}"
    ),
    "whose history goes back to": (
        r"{O:s},? whose (?:[\w-]+ )?(?:history|origins|roots|story|beginnings) (?P<t>goes?|stretch(?:es)?|dates?|"
        r"reach(?:es)?|"
        r"began|begins?)(?: back)? (?:to |in )?{T:d}"
    ),
    "sprang up": (
        r"{O:s},? (?:which |that )?(?:was |had been )?(?P<t>born|conceived|sprang up|sprang to life|came to life|"
        r"started up|"
        r"started|hatched|dreamt up) (?:(?:in|at|as|on|from|out of|with|over) (?:(?!{T}|{O})[^,;.]){1,40}? "
        r")?(?:back )?in {T:d}"
    ),
    "began life": (
        r"{O:s},? (?:which )?(?P<t>began life|started life|began operations|began|began operating|began trading|"
        r"opened for business|opened its doors|was born|started out|came into being)(?: (?:as|in|at) (?:(?!{T}|"
        r"{O})[^,;.]){1,40}?)?"
        r" (?:in |on )?{T:d}"
    ),
    "opened its doors": (
        r"{O:s},? (?:which |that )?(?:first )?(?P<t>opened|started|began) {ITS} (?:doors|operations|business|"
        r"life)(?: (?:as|in|at) "
        r"(?:(?!{T}|{O})[^,;.]){1,40}?)? (?:in |on )?{T:d}"
    ),
    "in business since": (
        r"{O:s},? (?:which |that )?(?:has been|had been|have been|been) (?P<t>in business|in existence|in operation|"
        r"around|operating|"
        r"trading|going) (?:since|from) {T:d}"
    ),
    "came into existence": (
        r"{O:s},? (?:which |that )?(?P<t>came into existence|came into being|saw the light of day|"
        r"was set up|was born|"
        r"was registered|was launched as a company) (?:in |on )?{T:d}"
    ),
    "history goes back to": (
        r"(?:(?:history|origins|roots|story|beginnings) of (?:the )?{O:s}|{O:q}'s (?:history|origins|roots|story|"
        r"beginnings)) "
        r"(?P<t>goes?|stretch(?:es)?|dates?|reach(?:es)?|begins?|began|starts?|started)(?: back)? (?:to |in )?{T:d}"
    ),
    "a year-founded firm": r"{T:d}-(?P<t>founded|established|born) (?:[\w-]+ ){0,3}?{O:s}",
    "since": (
        r"(?:^|, )(?P<t>since) {ITS} (?:founding|foundation|inception|creation|establishment|launch) in {T:d}, "
        r"{O:s}"
    ),
    "founding in": (r"{O:s}'s (?P<t>founding|creation|establishment|inception|incorporation) in {T:d}"),
    "founding of": r"(?P<t>founding|establishment|creation) of (?:the )?{O:s} in {T:d}",
    "bracket": r"{O:s} \((?:[^()]{0,30})?(?P<t>founded|established|est\.?|incorporated)(?: in)? {T:d}",
}


_OPENINGS = frozenset({"began life", "opened its doors", "sprang up"})
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def founding_dates(sentence: Sentence) -> Iterator[Candidate]:
    """When organisations were founded."""
    for token in sentence.words:
        if not is_verb(token) or not (key_of(token) in FOUND or lemma(token) in ("incorporate", "form")):
            continue
        frame = verb_frame(token)
        targets = fillers(sentence.scene, sentence.passage.index, frame.get("patient"), "O", metonyms=False)
        targets = [t for t in targets[:1] if not _is_described(sentence, t)]
        if _is_launch(sentence, token) or _is_to_be(token):
            continue
        targets = [t for t in targets if not _is_founder(sentence, t, token) and not _is_of_kind(sentence, t)]
        if lemma(token) == "launch":
            targets = [t for t in targets if not _is_a_thing(sentence, t)]
        if (
            lemma(token) in ("launch", "create", "start", "form")
            and not frame.passive
            and not first_filled(sentence, frame, ("agent",), "PO")
        ):
            continue
        # "establishing itself in Denmark" founds nothing.
        agents = {m.entity for m in first_filled(sentence, frame, ("agent",), "O")}
        for target in (t for t in targets[:1] if t.entity not in agents):
            yield from dated_by(Candidate("foundingDate", "founding date", sentence, target, None, token.i))
    for name, found in find_throughout(sentence, _DATED):
        for target in (found.mentions("s") or found.mentions("q"))[:1]:
            time_found = found.amount("d")
            # A shop opens its doors each Monday; a firm does so in a year.
            if not isinstance(time_found, FoundTime) or time_found.value is None:
                continue
            other = name in _SAID_OF and _said_of_other(sentence, found.trigger, target)
            other = other or (name == "fronted" and _is_within(sentence, target))
            other = other or (name == "adjacent" and _is_founder(sentence, target, sentence.passage.doc[found.trigger]))
            other = other or (found.text("t") == "launched" and _is_a_thing(sentence, target))
            if other or _is_described(sentence, target) or _is_of_kind(sentence, target):
                continue
            if name not in _OPENINGS or _YEAR.search(time_found.text):
                candidate = Candidate(
                    "foundingDate", "founding date", sentence, target, None, found.trigger, presupposed=True
                )
                yield _dated(candidate, Span(start=time_found.start, end=time_found.end, text=time_found.text))


# What these say they say of their verb's subject.
_SAID_OF = frozenset({"adjacent", "began life", "opened its doors", "came into existence", "sprang up"})


def _said_of_other(sentence: Sentence, trigger: int, target: FoundMention) -> bool:
    """Whether a verb has another subject: "research by X began in 1997", "Y, named for X, was founded in 1978"."""
    verb = sentence.passage.doc[trigger]
    subjects = [t for t in verb.children if t.dep_ in ("nsubj", "nsubjpass") and t.tag_ not in ("WDT", "WP")]
    if not is_verb(verb) or not subjects:
        return False
    own = any(target.start <= t.i < target.end or _mention_at(sentence, t) == target.entity for t in subjects)
    return not own and not any(t.i > target.start for t in subjects)


def _is_within(sentence: Sentence, target: FoundMention) -> bool:
    """Whether a name only says of what kind somebody is: "founded in 2017 by P and Q, two former X engineers"."""
    root = sentence.passage.doc[target.start : target.end].root
    return root.dep_ in ("compound", "nmod", "poss", "amod") and root.head.i >= target.end


def _mention_at(sentence: Sentence, token: Token) -> str | None:
    mention = sentence.scene.mentions.at(sentence.passage.index, token.i)
    return mention.entity if mention is not None else None


def _is_described(sentence: Sentence, target: FoundMention) -> bool:
    """Whether it is no name but says of what kind something is: "a Private Foundation", "a new Region of X"."""
    root = sentence.passage.doc[target.start : target.end].root
    return any(c.lower_ in ("a", "an") and c.i < target.start for c in root.children)


def _is_of_kind(sentence: Sentence, target: FoundMention) -> bool:
    """Whether a clause tells a kind from others, as names need not be: "a league of X that was founded in 1927"."""
    doc = sentence.passage.doc
    if target.end >= sentence.end or doc[target.end].lower_ not in ("that", "which"):
        return False
    ancestors = [t for t in doc[target.start : target.end].root.ancestors if t.pos_ == "NOUN" and t.i < target.start]
    return any(c.lower_ in ("a", "an") for noun in ancestors for c in noun.children if c.dep_ == "det")


def _is_a_thing(sentence: Sentence, target: FoundMention) -> bool:
    """Whether it is told to be a product: "its triage bot, X, was launched", "launched X, a labelling tool"."""
    doc = sentence.passage.doc
    root = doc[target.start : target.end].root
    beside = [*([root.head] if root.dep_ == "appos" else []), *(c for c in root.children if c.dep_ == "appos")]
    return any(lemma(noun) in PRODUCT_NOUNS - _PERIODICALS for noun in beside)


_PERIODICALS = frozenset({"magazine", "brand", "service", "show", "line", "series"})


def _is_launch(sentence: Sentence, verb: Token) -> bool:
    """Whether something is put on the market: "launched in the United States in 2011", "launched into the market"."""
    if lemma(verb) != "launch":
        return False
    near = sentence.passage.doc[verb.i + 1 : min(verb.i + 9, sentence.end)]
    told = {t.lower_ for t in near} | {c.lower_ for c in verb.children}
    return bool(told & {"market", "into", "onto", "commercially"})


def _is_to_be(verb: Token) -> bool:
    """Whether it is yet to come, or the date may be that of another verb: "is to be set up", "left to set up"."""
    return any(child.dep_ == "aux" and child.lower_ in _YET for child in verb.children)


def _is_founder(sentence: Sentence, named: FoundMention, verb: Token) -> bool:
    """Whether a name right before the verb is who founds: "a venture that A and B formed in March"."""
    before = sentence.passage.doc[max(sentence.start, named.start - 8) : named.start]
    relative = next((t.i for t in reversed(before) if t.lower_ in ("that", "which")), None)
    of_clause = relative is not None and not any(is_verb(t) for t in before if t.i > relative)
    return named.end == verb.i and (of_clause or not verb_frame(verb).passive)


_YET = frozenset("to will would shall may might could can should must".split())


def dated_by(candidate: Candidate) -> Iterator[Candidate]:
    """The candidate with the date of its verb, if it has one."""
    time = times_of(candidate, Phase.COMPLETED).date
    if time is not None and time.start is not None and time.end is not None:
        yield _dated(candidate, Span(start=time.start, end=time.end, text=time.text))


def _dated(candidate: Candidate, span: Span) -> Candidate:
    return replace(candidate, object=span, timed=False, phase=Phase.COMPLETED)
