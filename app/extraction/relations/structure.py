"""What an organisation is: part of whom, founded by whom and when, named what before, based where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from app.extraction.dates import FoundTime
from app.extraction.passages import FoundMention
from app.extraction.relations.candidates import Candidate, Detail, Kind, Text
from app.extraction.relations.frames import fillers, is_verb, key_of, lemma, verb_frame
from app.extraction.relations.patterns import Found, find
from app.extraction.relations.rules import NounRule, VerbRule, by_noun, by_verb, first_filled, words
from app.extraction.relations.sentences import Sentence
from app.extraction.relations.times import times_of
from app.extraction.relations.words import COUNTRIES
from app.model import Phase, Span

_UNIT = (
    r"(?:unit|subsidiary|division|arm|branch|brand|business|affiliate|offshoot|team|lab|"
    r"laboratory|imprint|label|studio|department|business "
    r"unit|operating company)"
)
_OWN_UNIT = (
    r"(?:unit|subsidiary|division|arm|branch|brand|affiliate|offshoot|imprint|label|business unit|operating "
    r"company|lab|team)"
)
_UNITS = {
    "a unit of": (
        rf"{{O+:s}},? (?:which (?:is|was|became) |who are |is |was |are |became |now |itself |currently "
        rf"|also )*(?:an?|the|one of the|one of) (?:[\w-]+ ){{0,4}}?(?P<k>{_UNIT})s?,? (?:of|owned "
        rf"by|within|at|inside) (?:the )?{{DESC}}{{O:o}}"
    ),
    "as a subsidiary": (
        r"{O:s}(?:(?!{O})[^.;]){0,60}? as an? (?:[\w-]+ ){0,3}(?P<k>subsidiary|unit|division|spin-?off) of {DESC}{O:o}"
    ),
    "and a subsidiary": (
        r"{O:s}, (?:(?!{O})[^.;]){0,80}? and (?:is )?an? (?:[\w-]+ ){0,2}(?P<k>subsidiary|unit|division) of {DESC}{O:o}"
    ),
    "wholly owned": (
        r"{O:s},? (?:which is |is |an? )*(?P<k>(?:wholly|majority|fully|partly|jointly|state)[- ]owned "
        r"(?:[\w-]+ ){0,2}?(?:subsidiary|unit|arm|division)) (?:of|by) (?:the )?{DESC}{O:o}"
    ),
    "whose unit": rf"{{O:o}}'s (?:[\w'-]+ ){{0,4}}?(?P<k>{_OWN_UNIT}),? {{O:s}}",
    "unit named": r"{O:o} (?P<k>unit|subsidiary|division|arm|brand|affiliate) {O:s}",
    "the unit": (
        r"{O:o}'s {O:s},? (?:an?|the|its) (?:[\w-]+ ){0,4}?(?P<k>unit|team|lab|division|"
        r"subsidiary|arm|brand|department|group)\b(?! "
        r"of {O})"
    ),
    "owned by": (
        r"{O:s},? (?:which is |is |was |now |currently |a company |which has been )*(?P<k>owned|controlled) "
        r"by (?:the )?{DESC}{O:o}"
    ),
    "owned": r"{O:o}-(?P<k>owned|controlled) (?:[\w-]+ ){0,4}{O:s}",
    "parent of": (
        r"{O:o},? (?:which is |is |was )?(?:the |its )?(?:[\w-]+ ){0,2}(?P<k>parent|owner|holding "
        r"company)(?: company)? of {DESC}{O+:s}"
    ),
    "parent": r"{O:s}'s (?:[\w-]+ ){0,2}(?P<k>parent|owner)(?: company| group| firm)?,? {O:o}",
    "belongs to": r"{O:s},? (?:[\w, -]{0,30}?)?(?P<k>belongs|belonged|has belonged|belonging) to {DESC}{O:o}",
    "part of": (
        r"{O:s},? (?:which is |is |was |are |now |a |,)*(?P<k>part) of (?:the )?(?:[\w-]+ ){0,2}{O:o}(?!'s)(?: "
        r"group)?"
    ),
    "units include": (
        r"{O:o}'s (?:[\w-]+ ){0,2}(?P<k>subsidiaries|brands|units|divisions) (?:include|are|such as|including) "
        r"{DESC}{O+:s}"
    ),
}
_PARTS = (
    NounRule(
        "unitOf",
        words("part unit subsidiary division arm affiliate offshoot"),
        ("is",),
        ("of",),
        Kind.STATE,
        name="unit",
    ),
)
_KINDS = {
    "brand": "brand",
    "imprint": "brand",
    "label": "brand",
    "team": "team",
    "lab": "team",
    "laboratory": "team",
    "department": "unit",
}
_FORMERLY = r"(?:formerly|previously|once|originally|earlier|until recently)"
_NAMES = {
    "formerly": (
        rf"{{O:s}},? ?\(?(?:(?:which|who) (?:is|was|were) )?(?P<t>{_FORMERLY})(?: known| called| named| "
        rf"operating| trading| incorporated| branded)?(?: as| under the name)?,? (?:the )?\"?"
        r"(?P<n>{O}|{R}|{NAME})"
    ),
    "was called": (
        r"{O:s},? (?:which )?(?:was|used to be|had been) (?P<t>called|known as|named) \"?(?P<n>{O}|{NAME})\"? "
        r"(?:until|before|up to|till)"
    ),
    "now": r"(?P<n>{O}),? ?\((?P<t>now|since renamed|today|currently)(?: known as| called| named)? {O:s}\)",
    "now known": r"(?P<n>{O}), (?:which is )?(?P<t>now|since)(?: known as| called| renamed) {O:s}",
    "changed its name": (
        r"{O:s} (?:has |had )?(?P<t>changed) {ITS} (?:corporate |company |legal )?name from \"?"
        r"(?P<n>{O}|{NAME})"
    ),
    "fka": r"{O:s} \((?P<t>f/?k/?a|née|ex-|formerly) (?P<n>{O}|{NAME})\)",
    "is now called": (
        r"(?P<n>{O}) (?P<t>is|has been) (?:now|today|since) (?:called|known as|named|renamed|rebranded) "
        r"(?:as )?{O:s}"
    ),
    "used to trade": (
        r"{O:s}(?:[^.;,]{0,30}|, [^.;,]{0,30}) (?:that|which) (?P<t>used to) (?:trade|operate|go by|be "
        r"known|be called|do business) ?(?:as|under|by)? ?(?:the name )?\"?(?P<n>{O}|{NAME})"
    ),
    "renamed": (
        r"(?P<n>{O}) (?:was |has been |has since been |later )?(?P<t>renamed|rebranded|rebranded as|renamed "
        r"itself|changed its name to)(?: itself)?(?: as| to)? {O:s}"
    ),
}
_SEATS = {
    "based": r"{L:o}-(?P<t>based|headquartered) (?:[\w'&/-]+ ){0,5}?{O:s}",
    "based in": (
        r"{O:s},? (?:which (?:is|was) |is |was |are |now |currently |a company )*(?P<t>based|headquartered|located|"
        r"with (?:its )?(?:seat|headquarters|head office)|domiciled)(?: out of)? (?:in|at|near) (?:the "
        r")?(?:[a-z]+ ){0,3}{L:o}"
    ),
    "is a firm based in": (
        r"{O:s}(?: \([^)]*\))? (?:is|was) an? (?:(?!{O})[^.;,]){2,60}? (?P<t>based|headquartered) in {L:o}"
    ),
    "headquarters": (
        r"{O:s}'s (?:[\w-]+ ){0,2}(?P<t>headquarters|head office|HQ|head offices) (?:in|is in|are "
        r"in|at|is located in|are located in) {L:o}"
    ),
    "fronted": r"(?:^|[,;] )(?P<t>based|headquartered) (?:in|at) {L:o}(?:, {L})?, (?:the )?(?:[\w-]+ ){0,3}{O:s}",
    "the city firm": (
        r"the {L:o}(?:-based)? (?P<t>firm|company|group|start-?up|outfit|consultancy|bank|maker|"
        r"manufacturer|agency|studio|fund|insurer|retailer|publisher|law "
        r"firm|carrier) {O:s}"
    ),
    "appended": (
        r"{O:s}(?: itself)?,? (?:the|an?) {L:o}(?:-based)? (?:[\w-]+ ){0,2}?(?P<t>firm|company|"
        r"group|start-?up|outfit|consultancy|bank|maker|manufacturer|agency|studio|fund|insurer|"
        r"retailer|publisher|carrier|house|investor|broker|brewery)\b"
    ),
    "city's": r"{L:o}'s {O:s}(?P<t>)",
    "of city": r"{O:s} of {L:o}(?P<t>)",
    "has its seat": r"{L:o}, where {O:s} (?:has|keeps|maintains) {ITS} (?P<t>headquarters|head office|seat|HQ)",
}
_SUFFIXED = re.compile(r"\b(?:GmbH|Inc|Ltd|LLC|plc|AG|SA|NV|Oy|AB|Corp|Co)\b")
_CONTINENTS = frozenset(
    {
        "europe",
        "asia",
        "africa",
        "america",
        "gulf",
        "the gulf",
        "middle east",
        "latin america",
        "north america",
        "south america",
    }
)
_FOUND = words("found co-found cofound establish start set_up create launch")
_FOUND_VERBS = (VerbRule("founded", _FOUND - words("start launch create"), ("agent",), ("patient",), name="founding"),)
_FOUNDED = {
    "founded": r"{P+:s},? (?:who )?(?:also |later |then |first )?(?P<t>co-?founded|founded) {DESC}{O:o}",
    "founding member": (
        r"{P+:s},? (?:is |was |who was |who is )?(?:an? |the )?(?P<t>founding) (?:member|partner|director) of "
        r"(?:the )?{O:o}"
    ),
}
_FOUNDERS = {
    "founder of": (
        r"{P+:s}(?:, \d\d)?,? (?:who (?:is|was) |is |was |are |the |a |its |an |and |one of the |current "
        r"|both )*(?:[\w-]+ ){0,2}?(?:(?P<t>(?:co-?)?founders?)\b)(?:(?:,| and| &|/) [\w -]{2,40}?)? "
        r"(?:of|at) (?:the )?{DESC}{O:o}"
    ),
    "own founder": (
        r"{O:o}(?:'s)? (?:[\w -]{2,30}? and )?(?P<t>(?:co-?)?founders?)(?: and [\w -]{2,30}?|, [\w "
        r"-]{2,30}?)?,? {P+:s}"
    ),
    "founder": r"(?P<t>(?:co-?)?founders?) of {O:o},? {P+:s}",
    "ceo founder": r"{P:s},? (?:the |an? )?[\w -]{2,40}? and (?P<t>(?:co-?)?founder) of {DESC}{O:o}",
}
_DATED = {
    "fronted": (
        r"^(?P<t>founded|established|incorporated|formed|set up|started|created|launched)(?: (?:as|by|in) "
        r"(?:(?!{T})[^,;.]){1,50})? (?:in|on|back in) (?:the year )?{T:d}(?:(?!{O})[^;.]){0,80}?, "
        r"(?:the )?(?:[\w-]+ ){0,3}{O:s}"
    ),
    "adjacent": (
        r"{O:s},?(?: \([^()]{0,30}\),?)?(?: (?:which|that) was| was| is an? [^.,;]{0,60}?| an? [^.,;]{0,60}?)? "
        r"(?P<t>founded|co-?founded|established|incorporated|formed)(?: in (?:the )?{L})? (?:in |on )?{T:d}"
    ),
    "founding in": (r"{O:s}'s (?P<t>founding|creation|establishment|inception|incorporation) in {T:d}"),
    "founding of": r"(?P<t>founding|establishment|creation) of (?:the )?{O:s} in {T:d}",
    "bracket": r"{O:s} \((?:[^()]{0,30})?(?P<t>founded|established|est\.?|incorporated)(?: in)? {T:d}",
}


def structures(sentence: Sentence) -> Iterator[Candidate]:
    """Units, names, founders and seats in a sentence."""
    yield from _units(sentence)
    yield from by_noun(sentence, _PARTS)
    yield from _former_names(sentence)
    yield from _seats(sentence)
    yield from _founders(sentence)
    yield from _founding_dates(sentence)


def _units(sentence: Sentence) -> Iterator[Candidate]:
    for name, found in find(sentence, _UNITS):
        for subject in found.mentions("s"):
            for obj in found.mentions("o")[:1]:
                if subject.entity == obj.entity:
                    continue
                span = found.span("k")
                kind = Detail(_kind(found.text("k")), span) if span else None
                copula = any(
                    w in found.match.group(0).lower().split()
                    for w in ("is", "was", "are", "became", "belongs", "belonged")
                )
                yield Candidate(
                    "unitOf",
                    "unit",
                    sentence,
                    subject,
                    obj,
                    found.sentence.token_at(found.match.start("k")),
                    Kind.STATE,
                    presupposed=not copula,
                    timed=copula,
                    phase=Phase.ENDED if _former_unit(found) else None,
                ).with_details(kind=kind)
                if name == "parent of":
                    continue


def _kind(text: str) -> str:
    word = text.rsplit(" ", 1)[-1].removesuffix("s")
    if word in _KINDS:
        return _KINDS[word]
    return (
        "subsidiary" if "subsidiar" in text or "owned" in text or word in ("parent", "owner", "affiliate") else "unit"
    )


def _former_unit(found: Found) -> bool:
    text = found.match.group(0).lower()
    if re.match(r",? (?:until|till|before)\b", found.match.string[found.match.end() :], re.IGNORECASE):
        return True
    return " former " in text or " was " in text or " previously " in text


def _former_names(sentence: Sentence) -> Iterator[Candidate]:
    for _, found in find(sentence, _NAMES):
        tokens = found.tokens("n")
        subjects = found.mentions("s")
        if tokens is None or not subjects:
            continue
        if sentence.raw(*tokens).text.lower() == sentence.raw(subjects[0].start, subjects[0].end).text.lower():
            continue
        yield Candidate(
            "formerName",
            "former name",
            sentence,
            subjects[0],
            Text(*tokens),
            found.trigger,
            Kind.STATE,
            presupposed=True,
            timed=False,
            phase=Phase.ENDED,
        )


def _seats(sentence: Sentence) -> Iterator[Candidate]:
    for name, found in find(sentence, _SEATS):
        for subject in found.mentions("s")[:1]:
            for obj in found.mentions("o")[:1]:
                if name in ("city's", "of city", "appended", "the city firm") and not _is_city(sentence, obj):
                    continue
                after = sentence.passage.doc[subject.end : subject.end + 1]
                if name == "city's" and any(t.pos_ in ("NOUN", "PROPN") for t in after):
                    continue
                if name == "of city" and not _SUFFIXED.search(
                    found.match.group(0) + sentence.raw(subject.start, subject.end).text
                ):
                    continue
                yield Candidate(
                    "headquarteredIn",
                    "seat",
                    sentence,
                    subject,
                    obj,
                    found.trigger,
                    Kind.STATE,
                    presupposed=name not in ("based in", "is a firm based in"),
                    timed=False,
                )


def _is_city(sentence: Sentence, place: FoundMention) -> bool:
    """Whether a place can hold a head office; a country or continent says too little."""
    name = sentence.scene.mentions.entity(place).name
    return name not in COUNTRIES and name.lower() not in _CONTINENTS


def _founders(sentence: Sentence) -> Iterator[Candidate]:
    yield from by_verb(sentence, _FOUND_VERBS)
    for token in sentence.tokens:
        # "started" and "launched" found a company only where their object is one, or where the passive says by whom.
        if is_verb(token) and key_of(token) in ("start", "launch", "create") and token.tag_ != "VBG":
            frame = verb_frame(token)
            subjects = first_filled(sentence, frame, ("agent",), "P")
            targets = fillers(sentence.scene, sentence.passage.index, frame.get("patient"), "O", metonyms=False)
            for subject in subjects:
                for obj in targets:
                    yield Candidate("founded", "founding", sentence, subject, obj, token.i)
    yield from _founded_with(sentence)
    for _, found in find(sentence, _FOUNDED):
        for subject in found.mentions("s"):
            for obj in found.mentions("o")[:1]:
                yield Candidate("founded", "founding", sentence, subject, obj, found.trigger, phase=Phase.COMPLETED)
                yield from _dated_by(Candidate("foundingDate", "founding date", sentence, obj, None, found.trigger))
    for _, found in find(sentence, _FOUNDERS):
        for subject in found.mentions("s"):
            for obj in found.mentions("o")[:1]:
                yield Candidate(
                    "founded",
                    "founder",
                    sentence,
                    subject,
                    obj,
                    found.trigger,
                    presupposed=True,
                    timed=False,
                    phase=Phase.COMPLETED,
                )


def _founded_with(sentence: Sentence) -> Iterator[Candidate]:
    """As in "A set up X with B and C": all of them founded it."""
    for token in sentence.tokens:
        if is_verb(token) and key_of(token) in _FOUND and not (frame := verb_frame(token)).passive:
            targets = fillers(sentence.scene, sentence.passage.index, frame.get("patient"), "O", metonyms=False)
            for subject in fillers(sentence.scene, sentence.passage.index, frame.get("with"), "P"):
                for obj in targets[:1]:
                    yield Candidate("founded", "founding", sentence, subject, obj, token.i)


def _founding_dates(sentence: Sentence) -> Iterator[Candidate]:
    for token in sentence.tokens:
        if not is_verb(token) or not (key_of(token) in _FOUND or lemma(token) in ("incorporate", "form")):
            continue
        frame = verb_frame(token)
        targets = fillers(sentence.scene, sentence.passage.index, frame.get("patient"), "O", metonyms=False)
        if (
            lemma(token) in ("launch", "create", "start", "form")
            and not frame.passive
            and not first_filled(sentence, frame, ("agent",), "PO")
        ):
            continue
        for target in targets[:1]:
            yield from _dated_by(Candidate("foundingDate", "founding date", sentence, target, None, token.i))
    for _, found in find(sentence, _DATED):
        for target in found.mentions("s")[:1]:
            time_found = found.amount("d")
            if isinstance(time_found, FoundTime) and time_found.value is not None:
                candidate = Candidate(
                    "foundingDate", "founding date", sentence, target, None, found.trigger, presupposed=True
                )
                yield _dated(candidate, Span(start=time_found.start, end=time_found.end, text=time_found.text))


def _dated_by(candidate: Candidate) -> Iterator[Candidate]:
    """The candidate with the date of its verb, if it has one."""
    time = times_of(candidate, Phase.COMPLETED).date
    if time is not None and time.start is not None and time.end is not None:
        yield _dated(candidate, Span(start=time.start, end=time.end, text=time.text))


def _dated(candidate: Candidate, span: Span) -> Candidate:
    return replace(candidate, object=span, timed=False, phase=Phase.COMPLETED)
