"""Whether the two sides of a candidate can stand in its relation, whatever rule proposed it."""

from __future__ import annotations

import re

from app.extraction.lexicon.given_names import GIVEN_NAMES
from app.extraction.mentions.capitals import is_bare
from app.extraction.parsing.passages import FoundMention, MentionKind
from app.extraction.relations.context.excepted import is_left_out
from app.extraction.relations.context.misplaced import is_misplaced
from app.extraction.relations.context.public_posts import is_portfolio, is_rest_of_name
from app.extraction.relations.reading.anaphors import is_named_after, is_old_name
from app.extraction.relations.reading.candidates import Candidate, Text
from app.extraction.relations.reading.sentences import Scene
from app.extraction.relations.structure.units import is_another_part
from app.model import LocalEntity

# A board or committee is a body within some organisation, and not one by itself.
_BODY = re.compile(
    r"(?:the )?(?:(?:executive|supervisory|management|advisory) )?(?:board|committee|council|team)"
    r"(?: of (?:directors|trustees|governors|management))?",
    re.IGNORECASE,
)
# Who is taken on as staff or for advice is no vendor.
_STAFF = re.compile(
    r"\b(?:advis[eo]rs|lawyers|attorneys|bankers|engineers|researchers|scientists|staff|employees|workers|executives|"
    r"consultants|managers|developers|designers|analysts|people|recruits|graduates|veterans|specialists)$",
    re.IGNORECASE,
)
# A headline in capitals runs its verb into the names: "Acme Closes Acquisition", "Acquire Milan Direct".
_HEADLINE = re.compile(
    r"(?:^Acquires? | (?:Acquires|Closes|Completes|Announces|Buys|Sells|Raises|Merges|Finalizes)(?: |$)|"
    r" Acquisition$|^Acquisition of )"
)
_HONOUR = re.compile(r"\b(?:Roll of Hono[u]?r|Hall of Fame|Awards?|Prize|Medals?|Scholarships?|Fellowships?)\b")
_DEALS = frozenset({"acquired", "mergedWith", "investedIn", "ownsStakeIn"})
# What holds between an unnamed group and a name may be worth keeping; what holds between unnamed groups is talk.
_GROUPS_AS_SUBJECT = frozenset(
    {"supplies", "dissatisfiedWith", "founded", "investedIn", "ownsStakeIn", "left", "acquired"}
)


def is_plausible(candidate: Candidate, scene: Scene) -> bool:
    """Whether a candidate's two sides are names, or groups of which it may be said, that can stand so to each other."""
    if any(is_bare(scene.mentions.entity(side).name) for side in _sides(candidate)):
        return False
    if candidate.presupposed and candidate.sentence.is_heading and candidate.sentence.asks:
        return False
    if is_old_name(scene, candidate.subject) or any(is_named_after(scene, side) for side in _sides(candidate)):
        return False
    if _is_first_name(candidate, scene) or _is_same_person(candidate, scene) or is_portfolio(candidate, scene):
        return False
    if is_misplaced(candidate, scene) or is_rest_of_name(candidate) or is_left_out(candidate):
        return False
    if is_another_part(candidate) or _goes_nowhere(candidate, scene):
        return False
    if isinstance(candidate.object, FoundMention) and _BODY.fullmatch(scene.mentions.entity(candidate.object).name):
        return False
    if candidate.relation == "makesProduct" and _HONOUR.search(_product(candidate, scene)):
        return False
    if candidate.relation == "makesProduct" and (_is_person(candidate, scene) or _is_anothers(candidate, scene)):
        return False  # "X's chair, P" is no chair for sale
    if candidate.relation == "supplies" and (_is_family(candidate, scene) or _is_what_somebody_does(candidate)):
        return False
    if candidate.relation in _DEALS and any(_HEADLINE.search(scene.mentions.entity(s).name) for s in _sides(candidate)):
        return False
    return _may_be_of_group(candidate, scene)


def _may_be_of_group(candidate: Candidate, scene: Scene) -> bool:
    """Whether a group without a name may be a side of it, where one is."""
    unnamed = scene.type_of(candidate.subject) == "Collective"
    if unnamed and candidate.relation == "acquired" and not _is_named(candidate.object):
        return False  # "publishers who wanted to buy the company": neither who nor what is told by name
    if unnamed and scene.mentions.entity(candidate.subject).name.lower() in ("funds", "affiliates", "entities"):
        return False  # "funds affiliated with X": whose they are is told beside
    if unnamed and candidate.relation == "supplies" and _STAFF.search(scene.mentions.entity(candidate.subject).name):
        return False
    if isinstance(candidate.object, FoundMention) and scene.type_of(candidate.object) == "Collective":
        return not unnamed and candidate.relation == "memberOf"
    return not unnamed or candidate.relation in _GROUPS_AS_SUBJECT


_OF_FIRMS = frozenset({"headquarteredIn", "unitOf", "formerName", "foundingDate", "specializesIn", "focusesOn"})


def _is_first_name(candidate: Candidate, scene: Scene) -> bool:
    """Whether a firm is but the first name of somebody told of: "Otto moved from Leeds to York" after Otto Roe."""
    name = scene.mentions.entity(candidate.subject).name
    return (
        candidate.relation in _OF_FIRMS
        and " " not in name
        and any(e.type == "Person" and e.name.startswith(f"{name} ") for e in scene.mentions.entities.values())
    )


def _is_same_person(candidate: Candidate, scene: Scene) -> bool:
    """Whether what somebody has a post at is his own full name, taken for a firm's: "Mr Roe" at "Jane B. Roe"."""
    if scene.type_of(candidate.subject) != "Person" or not isinstance(candidate.object, FoundMention):
        return False
    short, full = (scene.mentions.entity(side).name.split() for side in (candidate.subject, candidate.object))
    initialled = len(full) == 3 and len(full[1].rstrip(".")) == 1
    return len(full) > len(short) and full[-len(short) :] == short and (initialled or full[0] in GIVEN_NAMES)


def _is_family(candidate: Candidate, scene: Scene) -> bool:
    """What is bought of a family is a firm."""
    return scene.mentions.entity(candidate.subject).name.endswith((" family", " heirs"))


def _is_what_somebody_does(candidate: Candidate) -> bool:
    """As in "P, the former head of X, who now advises Y": whom the clause is about is P."""
    doc, firm = candidate.sentence.passage.doc, candidate.subject
    verb = doc[candidate.trigger]
    if firm.passage != candidate.sentence.passage.index or verb.dep_ != "relcl" or verb.i < firm.end:
        return False
    if all(c.lower_ != "who" or c.dep_ != "nsubj" for c in verb.lefts):
        return False
    root = doc[firm.start : firm.end].root
    return root.dep_ == "pobj" and root.head.lower_ in ("of", "at") and root.head.head.pos_ in ("NOUN", "PROPN")


def _goes_nowhere(candidate: Candidate, scene: Scene) -> bool:
    """Whether somebody would leave a firm for itself, or join it from there."""
    other = candidate.details.get({"left": "destination", "joined": "from"}.get(candidate.relation, ""))
    there = isinstance(candidate.object, FoundMention) and scene.mentions.entity(candidate.object).name
    return other is not None and other.value == there


def _is_named(side: object) -> bool:
    return isinstance(side, FoundMention) and side.kind is MentionKind.NAME


def _is_person(candidate: Candidate, scene: Scene) -> bool:
    return isinstance(candidate.object, FoundMention) and scene.type_of(candidate.object) == "Person"


def _is_anothers(candidate: Candidate, scene: Scene) -> bool:
    """Whether a product bears the name of another firm than the one that "the company" or "its" was taken for."""
    name = _product(candidate, scene)
    if candidate.subject.kind is MentionKind.NAME or " " not in name:
        return False
    bears = {e.id for e in scene.mentions.entities.values() if e.type == "Company" and _opens(name, e)}
    return bool(bears) and candidate.subject.entity not in bears


def _product(candidate: Candidate, scene: Scene) -> str:
    thing = candidate.object
    if isinstance(thing, FoundMention):
        return scene.mentions.entity(thing).name
    return candidate.sentence.raw(thing.start, thing.end).text if isinstance(thing, Text) else ""


def _opens(name: str, firm: LocalEntity) -> bool:
    return any(name.startswith(f"{known} ") for known in (firm.name, *firm.aliases))


def _sides(candidate: Candidate) -> list[FoundMention]:
    return [side for side in (candidate.subject, candidate.object) if isinstance(side, FoundMention)]
