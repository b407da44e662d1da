"""What is said in so many words, relation by relation: the surface patterns of `wordings*.txt`.

They are asked last, and of no pair that another family has related in the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from importlib.resources import files
from itertools import chain

from app.extraction.lexicon.nouns import HE, SHE
from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.dealt_in import after_whose
from app.extraction.relations.deals.deal_fate import fated
from app.extraction.relations.deals.rounds import is_behind, with_round
from app.extraction.relations.reading.amounts import with_amounts
from app.extraction.relations.reading.candidates import Candidate, Kind, Text
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import verb_frame
from app.extraction.relations.reading.goods import is_a_part, is_goods, is_sold_for_a_price
from app.extraction.relations.reading.lemmas import is_verb
from app.extraction.relations.reading.lines import CLOSE, OPEN
from app.extraction.relations.reading.owners import holds_shares
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.rules import words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.subjects import subjects_of
from app.extraction.relations.reading.whence import is_origin, is_somewhere, is_whose_kin, may_be_place, moves_house
from app.extraction.relations.reading.words import COUNTRIES
from app.model import Phase

_FRAGMENT = re.compile(r"%([A-Z]+)%")
_CLAIM = re.compile(r"(?P<relation>\w+)(?P<notes>(?: \w+)*): (?P<name>.+)")
_RELATIVE = re.compile(r"\b(?:which|who|that)\b")
# A name, a comma, and words that lead up to the next name.
_APPOSED = re.compile(f"{CLOSE}, [^,;{OPEN}]*$")
# What closes an aside: "A, backed by B, has hired".
_CLOSING = re.compile(r", (?:(?:has|had|have|is|was|will|would|also|now) )*")
# Deals, which may be called off: "the planned fusion has been blocked".
_DEALS = frozenset({"acquired", "mergedWith", "investedIn"})
_MEASURED = frozenset({"acquired", "investedIn", "ownsStakeIn"})
# Relations that do not hold both ways: what another family has read decides which.
_ONE_WAY = frozenset({"supplies", "acquired", "unitOf", "succeeded", "recruitedFrom"})
# Relations that hold both ways: of a list without an object, each with each.
_MUTUAL = frozenset({"partnerOf", "mergedWith", "tensionWith"})
_FILES = ("wordings.txt", "wordings_firms.txt", "wordings_people.txt", "wordings_trade.txt", "wordings_deals.txt")
_HALF = Decimal(50)
# What is spun out of a university is no unit of it.
_SCHOOLS = ("University", "College", "Institute")


@dataclass(frozen=True)
class Wording:
    """What a template says when it matches."""

    relation: str
    kind: Kind
    presupposed: bool
    phase: Phase | None
    fate: str = ""


@cache
def _read() -> tuple[Mapping[str, Wording], Mapping[str, str]]:
    """The wordings and their templates by name."""
    folder = files("app.extraction.relations")
    text = "\n\n".join(folder.joinpath(name).read_text(encoding="utf-8").strip() for name in _FILES)
    fragments: dict[str, str] = {}
    said: dict[str, Wording] = {}
    templates: dict[str, str] = {}
    for block in re.split(r"\n{2,}", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).strip()):
        title, *lines = block.split("\n")
        body = "".join(line.strip().removeprefix("\\") for line in lines)
        body = _FRAGMENT.sub(lambda fragment: fragments[fragment[1]], body)
        claim = _CLAIM.fullmatch(title)
        if claim is None:
            fragments[title] = body
        else:
            said[claim["name"]] = _wording(claim["relation"], set(claim["notes"].split()))
            templates[claim["name"]] = body
    return said, templates


def _wording(relation: str, notes: set[str]) -> Wording:
    phase = next((phase for phase in Phase if phase.value in notes), None)
    fate = next((note for note in ("sought", "undone", "untimed") if note in notes), "")
    return Wording(relation, Kind.EVENT if "event" in notes else Kind.STATE, "given" in notes, phase, fate)


def wordings(sentence: Sentence, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """What the patterns find and no candidate of this sentence says yet."""
    if len(sentence.slots) < 2:
        return
    said = {(c.relation, c.subject.entity, c.object_entity) for c in known}
    tied = {(c.subject.entity, c.object_entity) for c in known}
    by_name, templates = _read()
    readings = (sentence, sentence.briefly) if sentence.briefly is not None else (sentence,)
    for name, found in chain.from_iterable(find(reading, templates) for reading in readings):
        wording = by_name[name]
        trigger = sentence.passage.doc[found.trigger]
        if wording.relation == "supplies" and trigger.tag_ == "NNS" and trigger.lower_ == "services":
            continue  # "one of the Acme services to Y"
        for subject in _subjects(found, wording):
            if after_whose(sentence, subject, found.trigger) != subject:
                continue
            for obj, phase in _objects(found, wording, subject):
                pair = (subject.entity, obj.entity)
                backwards = wording.relation in _ONE_WAY and (wording.relation, pair[1], pair[0]) in said
                mutual = wording.relation in _MUTUAL and (wording.relation, pair[1], pair[0]) in said
                if backwards or mutual or (wording.relation, *pair) in said or not _fits(found, wording, subject, obj):
                    continue
                if name in _UNLESS and _UNLESS[name](found, subject, obj):
                    continue
                if _is_old_name(found, subject, known) or _is_old_name(found, obj, known):
                    continue
                # Whose post or founding is told is not also told to belong.
                if wording.relation == "memberOf" and pair in tied:
                    continue
                said.add((wording.relation, *pair))
                told = Candidate(
                    wording.relation,
                    "wording",
                    sentence,
                    subject,
                    obj,
                    found.trigger,
                    wording.kind,
                    phase=phase,
                    presupposed=wording.presupposed,
                )
                yield _with_fate(_measured(told, len(found.mentions("s"))), wording)


def _with_fate(told: Candidate, wording: Wording) -> Candidate:
    """A deal that the wording says to be sought, to be off, or to be told beside another whose time it is not."""
    if wording.fate == "undone":
        return replace(told, negated=True, presupposed=True, phase=Phase.PLANNED)
    if wording.fate == "untimed":
        return replace(told, timed=False, details={})
    if wording.fate == "sought" and not told.negated:
        return replace(told, possible=True, phase=Phase.CONSIDERED)
    return told


def _measured(told: Candidate, doers: int) -> Candidate:
    """A deal as its fate has it, with the amount and the share that the sentence gives it; others as they are.

    Of a sum that several have put up nobody knows who gave what.
    """
    if told.relation in _DEALS or (told.relation == "ownsStakeIn" and told.kind is Kind.EVENT):
        told = fated(told)
    if told.relation not in _MEASURED:
        return told
    measured = with_amounts(told)
    if told.relation != "investedIn":
        return measured
    own = {k: d for k, d in measured.details.items() if doers == 1 or k not in ("amount", "currency", "percent")}
    share = own.get("percent")
    if share is not None and Decimal(share.value) > _HALF:
        return replace(measured, relation="acquired", details=own)
    return with_round(replace(measured, details=own))


def _subjects(found: Found, wording: Wording) -> list[FoundMention]:
    """Whom a pattern has for its subject, but who is told to be behind somebody else: "A, a fund backed by B"."""
    named = found.mentions("s")
    if wording.relation != "investedIn":
        return named
    return [m for m in named if found.trigger == m.start - 2 or not is_behind(found.sentence, m)]


def _goes_home(found: Found, _subject: FoundMention, obj: FoundMention) -> bool:
    """Whether "moved to X" tells where somebody lives."""
    doc = found.sentence.passage.doc
    verb, after = doc[found.trigger], [t.lower_ for t in doc[obj.end : min(found.sentence.end, obj.end + 2)]]
    # "Went to X for a meeting", "went to X with a plan" and "went to X to complain" tell of a visit.
    visits = after[:1] in (["for"], ["with"]) and after[1:] in (["a"], ["an"], ["talks"], ["help"], ["advice"])
    visits = visits or (after[:1] == ["to"] and doc[obj.end + 1].lower_ not in _TO_STAY)
    return visits or may_be_place(found.sentence.scene, obj) or (is_verb(verb) and moves_house(verb_frame(verb)))


# "Went to X to set up its bakery" is a job, "went to X to complain" a visit.
_TO_STAY = words("set run lead head become work build launch oversee manage take direct join establish edit serve")


def _is_aside(found: Found, _subject: FoundMention, obj: FoundMention) -> bool:
    """Whether the firm is only whom another bought from: "bought X from Y, with a team under P"."""
    return found.sentence.passage.doc[obj.start - 1].lower_ in ("from", "by", "with")


def _is_to_come(found: Found, _subject: FoundMention, _obj: FoundMention) -> bool:
    """Whether a share is only to be sold: who "agreed to sell 60% of X to Y" leaves Y without it for now."""
    return found.text("t") in ("sell", "selling")


def _is_new(sentence: Sentence, whole: FoundMention) -> bool:
    """Whether what it becomes a part of is only being made: nobody is bought by "the new Acme Group"."""
    before = sentence.passage.doc[max(sentence.start, whole.start - 2) : whole.start]
    return any(token.lower_ in ("new", "newly", "merged", "combined", "enlarged", "formed") for token in before)


def _sells_what_is_named(found: Found) -> bool:
    """Whether a thing by name is sold once, as in "would be selling the Lumo streaming service to X": no trade."""
    verb = found.sentence.passage.doc[found.trigger]
    if verb.lower_ not in ("sold", "selling", "sell"):
        return False
    if is_sold_for_a_price(found.sentence, verb):
        return True
    named = found.sentence.scene.mentions
    return any(
        thing.tag_ == "NN"
        and any(c.lower_ == "the" for c in thing.children)
        and any(named.at(found.sentence.passage.index, c.i) is not None for c in thing.lefts if c.dep_ == "compound")
        for thing in verb_frame(verb).get("patient")
    )


def _hires(found: Found) -> bool:
    """Whether the verb is what somebody does: "whom she lured away from X" tells of another than her."""
    doc = found.sentence.passage.doc
    verb = doc[found.trigger]
    told = {child.dep_ for child in verb.children}
    return "nsubj" in told and "auxpass" not in told and doc[verb.i - 1].text != ","


def _is_lost(found: Found, *_: FoundMention) -> bool:
    """Whether a contract is lost, which is to have it no longer or never to have had it."""
    return found.text("t") in ("lost", "loses", "losing")


def _never_had(found: Found, *_: FoundMention) -> bool:
    """Whether somebody else won it: who "lost a contract" never had it, who "lost its contract" did."""
    after = found.sentence.passage.doc[found.trigger + 1 : found.trigger + 2]
    return _is_lost(found) and any(t.lower_ in ("a", "an", "out") for t in after)


def _is_paid_for(found: Found, _subject: FoundMention, obj: FoundMention) -> bool:
    """Whether it is a deal in it that is financed: "the purchase of Y was financed by X"."""
    root = found.sentence.passage.doc[obj.start : obj.end].root
    return root.dep_ == "pobj" and found.match.start("o") == found.match.start()


# What the words of these may say instead.
_UNLESS: Mapping[str, Callable[[Found, FoundMention, FoundMention], bool]] = {
    "p of x": lambda found, subject, obj: is_origin(found.sentence, subject, obj),
    "go over to": _goes_home,
    "arrives at": lambda found, _, obj: is_somewhere(found.sentence.scene, obj, arrives=True),
    "hired from": lambda found, *_: _hires(found),
    "comes from": lambda found, _, obj: may_be_place(found.sentence.scene, obj),
    "combined under p": _is_aside,
    "went under its roof": lambda found, subject, _: _is_new(found.sentence, subject),
    "delivers n to": lambda found, *_: _sells_what_is_named(found),
    "founder of, p": lambda found, subject, obj: any(
        t.pos_ == "VERB" for t in found.sentence.passage.doc[obj.end : subject.start]
    ),
    "sold stake to": _is_to_come,
    "has the contract to do for": _is_lost,
    "its contract with a customer is lost": _never_had,
    "seeded by": _is_paid_for,
    "p, who founded": lambda found, subject, _: is_whose_kin(found.sentence.passage.doc, subject),
}


def _is_old_name(found: Found, mention: FoundMention, known: Sequence[Candidate]) -> bool:
    """Whether it only tells what something was called: in "X, once known as Y, bought Z" nobody speaks of Y."""
    asides = (c for c in known if c.relation == "formerName")
    doc = found.sentence.passage.doc
    before = [token.lower_ for token in doc[max(found.sentence.start, mention.start - 6) : mention.start]]
    if before[-1:] == ["as"] and "known" in before and found.text("t") != "known as":
        return True
    return any(
        isinstance(c.object, Text) and c.subject.end <= c.object.start <= mention.start < c.object.end for c in asides
    )


def _objects(found: Found, wording: Wording, subject: FoundMention) -> Iterator[tuple[FoundMention, Phase | None]]:
    if wording.relation in _MUTUAL and not found.has("o"):
        sides = found.mentions("s")
        yield from ((mention, wording.phase) for mention in sides[sides.index(subject) + 1 :])
    for group, phase in (("o", wording.phase), ("q", Phase.ENDED)):
        for mention in found.mentions(group):
            yield mention, phase


def _fits(found: Found, wording: Wording, subject: FoundMention, obj: FoundMention) -> bool:
    name = found.sentence.scene.mentions.entity(obj).name
    sides = (subject.entity, obj.entity)
    if any(mention.entity not in sides for again in "ij" for mention in found.mentions(again)):
        return False
    if subject.entity == obj.entity or (
        not wording.presupposed and (_within_another(found, subject, "s") or _within_another(found, obj, "o"))
    ):
        return False
    if _is_in_clause_of_another(found, sides):
        return False
    between = (
        found.match.string[found.match.end("o") : found.match.start("t")] if found.has("o") and found.has("t") else ""
    )
    if wording.relation == "acquired" and is_goods(found.sentence, obj):
        return False
    if wording.relation == "acquired" and not _RELATIVE.search(between) and is_a_part(found.sentence, obj):
        return False
    if wording.relation == "ownsStakeIn" and found.text("t") in ("owned", "controlled", "belongs", "belonged"):
        return holds_shares(found.sentence, subject)
    if wording.relation == "unitOf":
        held = found.text("t") in ("owned", "owns", "controlled", "controls") and holds_shares(found.sentence, obj)
        return not held and not any(word in name for word in _SCHOOLS)
    moved = wording.relation == "headquarteredIn" and found.text("t") in ("moved", "relocated")
    if moved and _may_be_a_person(found.sentence, subject):
        return False
    return wording.relation != "headquarteredIn" or name not in COUNTRIES


def _is_in_clause_of_another(found: Found, sides: tuple[str, str]) -> bool:
    """Whether the verb stands in a clause about a third: in "P said that X, which bought Y, fell" X bought."""
    verb = found.sentence.passage.doc[found.trigger]
    if verb.dep_ != "relcl" or not any(c.lower_ in ("which", "who") and c.dep_ == "nsubj" for c in verb.lefts):
        return False
    about = fillers(found.sentence.scene, found.sentence.passage.index, list(subjects_of(verb)), "PO", metonyms=False)
    return bool(about) and not any(m.entity in sides for m in about)


def _may_be_a_person(sentence: Sentence, mover: FoundMention) -> bool:
    """Whether a single name that moved to a town may be somebody's, whom the article names in full or calls "she"."""
    name, scene = sentence.scene.mentions.entity(mover).name, sentence.scene
    people = (entity.name.split() for entity in scene.mentions.entities.values() if entity.type == "Person")
    called = any(token.lower_ in HE | SHE for token in sentence.tokens)
    return " " not in name and (called or any(name in words for words in people))


def _within_another(found: Found, mention: FoundMention, group: str) -> bool:
    """Whether what follows a name is said of what it stands with: "Y, a unit of X, clashed with Z"."""
    if not found.has(group) or found.match.start(group) != found.match.start() or not found.has("t"):
        return False
    root = found.sentence.passage.doc[mention.start : mention.end].root
    code, after = found.match.string, found.match.string[found.match.end(group) : found.match.start("t")]
    if after.startswith("'") or (group == "o" and not _CLOSING.fullmatch(after)):
        return False
    while group == "o" and root.dep_ == "conj":
        root = root.head
    described = after.startswith(",") and not _RELATIVE.search(after) and after.count(",") == 1
    return root.dep_ in ("pobj", "poss") or (described and bool(_APPOSED.search(code, 0, found.match.start())))
