"""The relation rules: each family is a file with one function from a sentence to candidates; `FAMILIES` lists them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from app.extraction.lexicon.given_names import GIVEN_NAMES
from app.extraction.mentions.capitals import is_bare
from app.extraction.parsing.passages import FoundMention, MentionKind
from app.extraction.relations.acquisition import acquisitions
from app.extraction.relations.activity import activities
from app.extraction.relations.agreements import agreements
from app.extraction.relations.alliances import alliances
from app.extraction.relations.anaphors import is_named_after
from app.extraction.relations.announced import announced
from app.extraction.relations.besides import besides
from app.extraction.relations.candidates import Candidate, Text
from app.extraction.relations.careers import careers
from app.extraction.relations.chairmanships import chairmanships
from app.extraction.relations.clients import clients
from app.extraction.relations.comings import comings
from app.extraction.relations.completion import complete
from app.extraction.relations.custom import customs
from app.extraction.relations.cutbacks import cutbacks
from app.extraction.relations.deal_turns import deal_turns
from app.extraction.relations.dealt_in import Told
from app.extraction.relations.departures import departures
from app.extraction.relations.discourse import Discourse
from app.extraction.relations.goings import goings
from app.extraction.relations.grievances import grievances
from app.extraction.relations.handovers import taken_over
from app.extraction.relations.investment import investments
from app.extraction.relations.memberships import memberships
from app.extraction.relations.mergers import mergers
from app.extraction.relations.misplaced import is_misplaced
from app.extraction.relations.moves import moves
from app.extraction.relations.offices import offices
from app.extraction.relations.on_behalf import on_behalf
from app.extraction.relations.orders import orders
from app.extraction.relations.partings import partings
from app.extraction.relations.partnership import partnerships
from app.extraction.relations.posts import holders
from app.extraction.relations.products import products
from app.extraction.relations.public_posts import is_portfolio, is_rest_of_name
from app.extraction.relations.recruitment import recruited
from app.extraction.relations.replacements import replacements
from app.extraction.relations.sentences import Scene, Sentence
from app.extraction.relations.stance import stances
from app.extraction.relations.stepping_in import stepping_in
from app.extraction.relations.structure import structures
from app.extraction.relations.succession_posts import predecessors, successors
from app.extraction.relations.successions import successions
from app.extraction.relations.supply import supplies
from app.extraction.relations.tenure import roles
from app.extraction.relations.trade import trades
from app.extraction.relations.units import is_another_part, units
from app.extraction.relations.unsaid import unsaid
from app.extraction.relations.untold import untold
from app.extraction.relations.vendors import vendors
from app.extraction.relations.ventures import ventures
from app.extraction.relations.wares import wares
from app.extraction.relations.wordings import wordings
from app.extraction.relations.workplaces import workplaces
from app.model import LocalEntity

# Those that read a sentence by itself. To add a relation: write a family and name it here.
FAMILIES = (
    roles,
    careers,
    offices,
    besides,
    memberships,
    workplaces,
    chairmanships,
    moves,
    departures,
    replacements,
    partings,
    comings,
    goings,
    successions,
    structures,
    investments,
    acquisitions,
    mergers,
    deal_turns,
    supplies,
    vendors,
    clients,
    alliances,
    agreements,
    units,
    cutbacks,
    products,
)
# Those that also need to know what was said before.
DISCOURSE_FAMILIES = (partnerships, stances, activities)


def find_roles(scene: Scene) -> list[Candidate]:
    """Only the roles that people hold: enough to know whom a speaker speaks for."""
    return complete(
        [
            c
            for s in scene.sentences
            if s.mentions()
            for family in (roles, careers, offices, structures)
            for c in _proposed(family, s)
        ],
        scene,
    )


def _proposed(family: Callable[[Sentence], Iterable[Candidate]], sentence: Sentence) -> list[Candidate]:
    """What a family proposes; kept, since roles are asked for twice."""
    if family not in sentence.proposed:
        sentence.proposed[family] = list(family(sentence))
    return sentence.proposed[family]


def find_candidates(scene: Scene) -> list[Candidate]:
    """What all rules propose, sentence by sentence, with what the article says elsewhere filled in."""
    discourse = Discourse(scene)
    found: list[Candidate] = []
    holders: set[str] = set()
    for sentence in scene.sentences:
        if not sentence.mentions():
            # A sentence without a name can still speak of "the partnership" and "both companies".
            found.extend(candidate for family in DISCOURSE_FAMILIES for candidate in family(sentence, discourse))
            continue
        own = [candidate for family in FAMILIES for candidate in _proposed(family, sentence)]
        _remember(discourse, sentence, own)
        own += [candidate for family in DISCOURSE_FAMILIES for candidate in family(sentence, discourse)]
        more = list(wordings(sentence, own))
        more += trades(sentence, [*own, *more])
        more += orders(sentence, [*own, *more])
        more += wares(sentence, [*own, *more])
        more += customs(sentence, [*own, *more])
        more += unsaid(sentence, [*own, *more], found)
        more += untold(sentence, Told([*own, *more], found, holders))
        more += grievances(sentence, [*own, *more], found)
        _remember(discourse, sentence, more)
        found += own + more
    found.extend(announced(scene))
    return [c for c in _with_posts(found, scene) if _speaks_of_names(c, scene)]


def _remember(discourse: Discourse, sentence: Sentence, told: Iterable[Candidate]) -> None:
    for candidate in told:
        if candidate.relation == "supplies" and isinstance(candidate.object, FoundMention):
            discourse.remember_vendor(sentence, candidate.subject, candidate.object)


def _with_posts(found: list[Candidate], scene: Scene) -> list[Candidate]:
    """The candidates filled in, with the posts that successions and "the role" speak of.

    Whoever is told to have had a post can leave it unsaid what was left: so they are filled in again.
    """
    whole = complete(found, scene)
    more = list(holders(scene, whole))
    more += predecessors([*whole, *more])
    more += stepping_in(scene, [*whole, *more])
    more += successors([*whole, *more])
    if more:
        whole = complete([*found, *more], scene)
    return [*on_behalf(whole, scene), *taken_over(whole), *recruited(whole), *ventures(scene, whole)]


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
# What holds between an unnamed group and a name may be worth keeping; what holds between unnamed groups is talk.
_GROUPS_AS_SUBJECT = frozenset(
    {"supplies", "dissatisfiedWith", "founded", "investedIn", "ownsStakeIn", "left", "acquired"}
)


def _speaks_of_names(candidate: Candidate, scene: Scene) -> bool:
    if any(is_bare(scene.mentions.entity(side).name) for side in _sides(candidate)):
        return False
    if candidate.presupposed and candidate.sentence.is_heading and candidate.sentence.asks:
        return False
    if any(is_named_after(scene, a) for a in (candidate.subject, candidate.object) if isinstance(a, FoundMention)):
        return False
    if _is_same_person(candidate, scene) or is_portfolio(candidate, scene):
        return False
    if is_misplaced(candidate, scene) or is_rest_of_name(candidate):
        return False
    if is_another_part(candidate):
        return False
    if isinstance(candidate.object, FoundMention) and _BODY.fullmatch(scene.mentions.entity(candidate.object).name):
        return False
    if candidate.relation == "makesProduct" and (_is_person(candidate, scene) or _is_anothers(candidate, scene)):
        return False  # "X's chair, P" is no chair for sale
    unnamed = scene.type_of(candidate.subject) == "Collective"
    if candidate.relation == "supplies" and scene.mentions.entity(candidate.subject).name.endswith(
        (" family", " heirs")
    ):
        return False  # what is bought of a family is a firm
    if unnamed and candidate.relation == "supplies" and _STAFF.search(scene.mentions.entity(candidate.subject).name):
        return False
    if isinstance(candidate.object, FoundMention) and scene.type_of(candidate.object) == "Collective":
        return not unnamed and candidate.relation == "memberOf"
    return not unnamed or candidate.relation in _GROUPS_AS_SUBJECT


def _is_same_person(candidate: Candidate, scene: Scene) -> bool:
    """Whether what somebody has a post at is his own full name, taken for a firm's: "Mr Roe" at "Jane B. Roe"."""
    if scene.type_of(candidate.subject) != "Person" or not isinstance(candidate.object, FoundMention):
        return False
    short, full = (scene.mentions.entity(side).name.split() for side in (candidate.subject, candidate.object))
    initialled = len(full) == 3 and len(full[1].rstrip(".")) == 1
    return len(full) > len(short) and full[-len(short) :] == short and (initialled or full[0] in GIVEN_NAMES)


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
