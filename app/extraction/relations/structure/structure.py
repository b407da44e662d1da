"""What an organisation is: part of whom, founded by whom and when, named what before, based where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.lemmas import lemma
from app.extraction.relations.reading.owners import holds_shares, only_a_share
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.rules import NounRule, by_noun, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.structure.beginnings import beginnings
from app.extraction.relations.structure.cofounders import cofounders
from app.extraction.relations.structure.former_names import former_names
from app.extraction.relations.structure.founding import founders
from app.extraction.relations.structure.founding_dates import founding_dates
from app.extraction.relations.structure.named_units import named_units
from app.extraction.relations.structure.relocations import relocations
from app.extraction.relations.structure.seats import seats
from app.model import Phase

_UNIT = (
    r"(?:unit|subsidiary|division|arm|branch|brand|business|affiliate|offshoot|team|lab|"
    r"laboratory|imprint|label|studio|department|business "
    r"unit|operating company)"
)
_OWN_UNIT = (
    r"(?:unit|subsidiary|division|arm|branch|brand|affiliate|offshoot|imprint|label|business unit|operating "
    r"company|lab|team)"
)
# What may stand before "unit"; "a vendor to the homewares division of X" is no unit of it.
_PLAIN = r"(?:(?!(?:to|for|at|with|from|in|by|of)\b)[\w-]+ ){0,4}?"
_UNITS = {
    "a unit of": (
        rf"{{O+:s}},? (?:which (?:is|was|became) |who are |is |was |are |became |now |itself |currently "
        rf"|also )*(?:an?|the|one of the|one of) {_PLAIN}(?P<k>{_UNIT})s?,? (?:of|owned "
        rf"by|within|at|inside) (?:the )?{{DESC}}{{O:o}}(?!'s)"
    ),
    "as a subsidiary": (
        r"{O:s}(?:(?!{O})[^.;]){0,60}? as an? (?:[\w-]+ ){0,3}(?P<k>subsidiary|unit|division|spin-?off) of "
        r"{DESC}{O:o}"
    ),
    "and a subsidiary": (
        r"{O:s}, (?:(?!{O})[^.;]){0,80}? and (?:is )?an? (?:[\w-]+ ){0,2}(?P<k>subsidiary|unit|division) of "
        r"{DESC}{O:o}"
    ),
    "wholly owned": (
        r"{O:s},? (?:which is |is |an? )*(?P<k>(?:wholly|majority|fully|partly|jointly|state)[- ]owned "
        r"(?:[\w-]+ ){0,2}?(?:subsidiary|unit|arm|division)) (?:of|by) (?:the )?{DESC}{O:o}"
    ),
    "whose unit": rf"{{O:o}}'s (?:[\w'-]+ ){{0,4}}?(?P<k>{_OWN_UNIT}),? {{O:s}}",
    "unit named": r"{O:o} (?P<k>unit|subsidiary|division|arm|brand|affiliate) {O:s}",
    "named unit": (
        r"{O:o}'s (?:[a-z-]+ ){0,2}?{O:s} (?P<k>unit|subsidiary|division|arm|brand|imprint|label|affiliate|team|lab|"
        r"laboratory|studio)\b"
    ),
    "named group, the team": (
        r"{O:o}'s {O:s} (?:group|business|operation), (?:an?|the) (?:[\w-]+ ){0,3}?(?P<k>unit|team|lab|division|arm)\b"
    ),
    "the unit": (
        r"{O:o}'s {O:s},? (?:an?|the|its) (?:[\w-]+ ){0,4}?(?P<k>unit|team|lab|division|"
        r"subsidiary|arm|brand|department|group)\b(?! "
        r"of {O})"
    ),
    "owned by": (
        r"{O:s},? (?:which is |is |was |now |currently |a company |which has been )*(?P<k>owned|controlled) "
        r"by (?:the )?{DESC}{O:o}(?!'s)"
    ),
    "owned": r"{O:o}-(?P<k>owned|controlled) (?:[\w-]+ ){0,4}{O:s}",
    "parent of": (
        r"{O:o},? (?:which is |is |was )?(?:the |its )?(?:[\w-]+ ){0,2}(?P<k>parent|owner|holding "
        r"company)(?: company)? of {DESC}{O+:s}"
    ),
    "parent": r"{O:s}'s (?:[\w-]+ ){0,2}(?P<k>parent|owner)(?: company| group| firm)?,? {O:o}",
    "belongs to": (
        r"{O:s},? (?:[\w, -]{0,30}?)?(?P<k>belongs|belonged|has belonged|belonging) to (?!the same ){DESC}{O:o}"
    ),
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
# Of a company that a fund or a person owns, the owner holds shares (`backers`, `stakes`).
_OWNED = words("owned controlled owner belongs belonged belonging")
_KINDS = {
    "brand": "brand",
    "imprint": "brand",
    "label": "brand",
    "team": "team",
    "lab": "team",
    "laboratory": "team",
    "department": "unit",
}


def structures(sentence: Sentence) -> Iterator[Candidate]:
    """Units, names, founders and seats in a sentence."""
    yield from _units(sentence)
    yield from _parts(sentence)
    yield from named_units(sentence)
    yield from former_names(sentence)
    yield from relocations(sentence)
    yield from seats(sentence)
    yield from founders(sentence)
    yield from beginnings(sentence)
    yield from cofounders(sentence)
    yield from founding_dates(sentence)


def _parts(sentence: Sentence) -> Iterator[Candidate]:
    """As in "X is a unit of Y": of the first one named, however the parser coordinates what follows."""
    doc, seen = sentence.passage.doc, set[tuple[str, int]]()
    found = list(by_noun(sentence, _PARTS))
    for candidate in found:
        if any(_is_nearer(other, candidate) for other in found):
            continue
        key = (candidate.subject.entity, candidate.trigger)
        if _is_member_only(candidate):
            continue
        candidate = _of_then(candidate)
        beside = doc[candidate.trigger].dep_ == "appos"
        if key not in seen and not (beside and candidate.subject.start > candidate.trigger):
            seen.add(key)
            yield candidate


def _is_nearer(other: Candidate, candidate: Candidate) -> bool:
    """Whether it is B in "A and B, a subsidiary of X", of which the candidate tells A."""
    noun = candidate.sentence.passage.doc[candidate.trigger]
    beside = other.trigger == candidate.trigger and noun.dep_ == "appos" and noun.tag_ == "NN"
    return beside and candidate.subject.start < other.subject.start < candidate.trigger


def _is_member_only(candidate: Candidate) -> bool:
    """Whether it is a part of a "consortium of A and B", and of none of these; of a region; of what is yet to be."""
    doc, obj = candidate.sentence.passage.doc, candidate.object
    noun = doc[candidate.trigger]
    if not isinstance(obj, FoundMention) or (lemma(noun) == "part" and noun.tag_ == "NNS"):
        return True
    if lemma(noun) == "part" and (doc[obj.start].lower_ == "it" or any(c.lower_ == "any" for c in noun.lefts)):
        return True  # "guaranteed part of it", "would not buy any part of X"
    if lemma(noun.head) == "be" and noun.head.tag_ == "VB" and noun.head.dep_ == "advcl":
        return True
    owner = doc[obj.start - 2] if obj.start - 2 >= candidate.sentence.start else None
    whose = candidate.sentence.scene.mentions.at(obj.passage, owner.i) if owner is not None else None
    if doc[obj.start - 1].tag_ == "POS" and whose is not None and whose.entity == candidate.subject.entity:
        return True  # "X became part of X's laboratory": of whom that is said cannot be X
    groups = [t for c in noun.children if c.lower_ == "of" for t in c.children if lemma(t) in _ALLIED]
    return any(not obj.start <= t.i < obj.end and t not in [a.head for a in doc[obj.start : obj.end]] for t in groups)


_ALLIED = words("consortium alliance syndicate coalition partnership network group")


def _of_then(candidate: Candidate) -> Candidate:
    """A unit that was one: "was once a subsidiary of", "had been part of"."""
    verb = candidate.sentence.passage.doc[candidate.trigger].head
    past = lemma(verb) == "be" and (verb.tag_ == "VBD" or "had" in {c.lower_ for c in verb.children if c.dep_ == "aux"})
    return replace(candidate, phase=Phase.ENDED) if past and candidate.phase is None else candidate


def _units(sentence: Sentence) -> Iterator[Candidate]:
    for name, found in find(sentence, _UNITS):
        for subject in _told_of(name, found):
            for obj in found.mentions("o")[:1]:
                if subject.entity == obj.entity or only_a_share(sentence, obj, found.match.start()):
                    continue
                owned = found.text("k") in _OWNED or " owned by " in found.match.group(0).lower()
                if owned and holds_shares(sentence, obj):
                    yield from _held(found, obj, subject)
                    continue
                span = found.span("k")
                kind = Detail(_kind(found.text("k")), span) if span else None
                copula = any(
                    w in found.match.group(0).lower().split()
                    for w in ("is", "was", "are", "became", "belongs", "belonged")
                )
                if (copula and _is_of(sentence, subject)) or _is_where(sentence, subject):
                    continue
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
                    phase=_phase(found),
                ).with_details(kind=kind)
                if name == "parent of":
                    continue


def _told_of(name: str, found: Found) -> list[FoundMention]:
    """Those of a list that are units; beside "A and B, a subsidiary of X" it is the last alone."""
    subjects = found.mentions("s")
    several = re.search(r" (?:are|were) |s,? (?:of|owned|within|at|inside) ", found.match.group(0)) is not None
    return subjects[-1:] if name == "a unit of" and not several else subjects


def _is_where(sentence: Sentence, subject: FoundMention) -> bool:
    """As in "the head of X in Dornach, a unit of Y": a town may pass for a name."""
    before = sentence.passage.doc[subject.start - 1].lower_ if subject.start > sentence.start else ""
    return before == "in"


def _held(found: Found, holder: FoundMention, company: FoundMention) -> Iterator[Candidate]:
    """What is owned by a fund or a person is no unit: these hold a stake."""
    if "owned" in found.match.group(0) or "controlled" in found.match.group(0):
        trigger, phase = found.sentence.token_at(found.match.start("k")), _phase(found) or Phase.ONGOING
        yield Candidate(
            "ownsStakeIn", "stake", found.sentence, holder, company, trigger, Kind.STATE, phase=phase, timed=False
        )


def _is_of(sentence: Sentence, subject: FoundMention) -> bool:
    """As in "the maker of X belongs to Y": the maker does, and not X."""
    return subject.start > sentence.start and sentence.passage.doc[subject.start - 1].lower_ == "of"


def _kind(text: str) -> str:
    word = text.rsplit(" ", 1)[-1].removesuffix("s")
    if word in _KINDS:
        return _KINDS[word]
    if "subsidiar" in text or word == "parent" or "wholly" in text or "fully" in text:
        return "subsidiary"
    # "Part of X", "owned by X": that says no more than that it belongs there.
    return "" if word in _BELONGING else "unit"


_BELONGING = words("part owned controlled owner affiliate belong belonged belonging member")


def _phase(found: Found) -> Phase | None:
    text = found.match.group(0).lower()
    # "Was established in 1962 as a subsidiary of X": what begins so may go on.
    if " became " in text or _FOUNDED.search(text):
        return Phase.STARTED
    return Phase.ENDED if _former_unit(found) else None


_FOUNDED = re.compile(
    r"\b(?:formed|founded|established|created|launched|set up|incorporated|started)\b[^,;]* as (?:an?|the) "
)


def _former_unit(found: Found) -> bool:
    text = found.match.group(0).lower()
    # After a comma, "until 2031" is said of what the sentence tells, and not of the unit.
    if re.match(r" (?:until|till|before)\b", found.match.string[found.match.end() :], re.IGNORECASE):
        return True
    return " former " in text or " was " in text or " previously " in text
