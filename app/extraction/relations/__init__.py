"""The relation rules: each family is a file with one function from a sentence to candidates; `FAMILIES` lists them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.dealt_in import Told
from app.extraction.relations.context.discourse import Discourse
from app.extraction.relations.context.posts import holders
from app.extraction.relations.deals.acquisition import acquisitions
from app.extraction.relations.deals.deal_turns import deal_turns
from app.extraction.relations.deals.investment import investments
from app.extraction.relations.deals.kept_shares import with_kept_shares
from app.extraction.relations.deals.mergers import mergers
from app.extraction.relations.deals.on_behalf import on_behalf
from app.extraction.relations.deals.undone import undone
from app.extraction.relations.deals.unsaid import unsaid
from app.extraction.relations.deals.untold import untold
from app.extraction.relations.deals.ventures import ventures
from app.extraction.relations.people.announced import announced
from app.extraction.relations.people.besides import besides
from app.extraction.relations.people.board_seats import board_seats
from app.extraction.relations.people.both import both
from app.extraction.relations.people.called_off import posts_called_off
from app.extraction.relations.people.called_so import called_so
from app.extraction.relations.people.careers import careers
from app.extraction.relations.people.chairmanships import chairmanships
from app.extraction.relations.people.comings import comings
from app.extraction.relations.people.companions import companions
from app.extraction.relations.people.completion import complete
from app.extraction.relations.people.contenders import contenders
from app.extraction.relations.people.departures import departures
from app.extraction.relations.people.endings import as_told_elsewhere
from app.extraction.relations.people.goings import goings
from app.extraction.relations.people.handovers import taken_over
from app.extraction.relations.people.hirings import hirings
from app.extraction.relations.people.in_turn import in_turn
from app.extraction.relations.people.memberships import memberships
from app.extraction.relations.people.moves import moves
from app.extraction.relations.people.offices import offices
from app.extraction.relations.people.partings import partings, without_onward
from app.extraction.relations.people.raids import raids
from app.extraction.relations.people.recruitment import recruited
from app.extraction.relations.people.replacements import replacements
from app.extraction.relations.people.stepping_in import following, stepping_in
from app.extraction.relations.people.succession_posts import predecessors, successors
from app.extraction.relations.people.successions import successions
from app.extraction.relations.people.tenure import roles
from app.extraction.relations.people.titles_beside import with_titles_beside
from app.extraction.relations.people.workplaces import workplaces
from app.extraction.relations.plausible import is_plausible
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.sentences import Scene, Sentence
from app.extraction.relations.reading.withdrawn import is_withdrawn
from app.extraction.relations.structure.activity import activities
from app.extraction.relations.structure.cofounders import founded_beside
from app.extraction.relations.structure.cutbacks import cutbacks
from app.extraction.relations.structure.joint_ventures import joint_ventures
from app.extraction.relations.structure.of_described import of_described
from app.extraction.relations.structure.old_names import old_names_of_it
from app.extraction.relations.structure.products import products
from app.extraction.relations.structure.relocations import seats_of_unsaid
from app.extraction.relations.structure.sold_units import passed_on
from app.extraction.relations.structure.structure import structures
from app.extraction.relations.structure.told_by_town import told_by_town
from app.extraction.relations.structure.units import units
from app.extraction.relations.structure.untold_owners import untold_owners
from app.extraction.relations.ties.agreements import agreements
from app.extraction.relations.ties.alliances import alliances
from app.extraction.relations.ties.bonds import bonds
from app.extraction.relations.ties.grievances import grievances
from app.extraction.relations.ties.partnership import partnerships
from app.extraction.relations.ties.seeking import seeking
from app.extraction.relations.ties.stance import stances
from app.extraction.relations.ties.told_stances import told_stances
from app.extraction.relations.trade.advisers import advisers
from app.extraction.relations.trade.clients import clients
from app.extraction.relations.trade.custom import customs
from app.extraction.relations.trade.custom_told import custom_told
from app.extraction.relations.trade.ended_custom import as_custom
from app.extraction.relations.trade.implied import after_all, taken_for_granted
from app.extraction.relations.trade.orders import orders
from app.extraction.relations.trade.supply import supplies
from app.extraction.relations.trade.supply_lines import supply_lines
from app.extraction.relations.trade.trade import trades
from app.extraction.relations.trade.trade_told import told_trades
from app.extraction.relations.trade.vendors import vendors
from app.extraction.relations.trade.wares import wares
from app.extraction.relations.wordings import wordings

# Those that read a sentence by itself. To add a relation: write a family and name it here.
FAMILIES = (
    roles,
    careers,
    offices,
    called_so,
    besides,
    memberships,
    workplaces,
    board_seats,
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
    hirings,
)
# Those that also need to know what was said before.
DISCOURSE_FAMILIES = (partnerships, stances, activities)


def find_roles(scene: Scene) -> list[Candidate]:
    """Only the roles that people hold: enough to know whom a speaker speaks for."""
    return complete(
        [
            c
            for s in scene.sentences
            if s.mentions() and not is_withdrawn(s)
            for family in (roles, careers, offices, called_so, structures)
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
    scene.told = found
    holders: set[str] = set()
    for sentence in scene.sentences:
        if is_withdrawn(sentence):
            continue
        if not sentence.mentions():
            # A sentence without a name can still speak of "the partnership", "both companies" and "the deal".
            found.extend(candidate for family in DISCOURSE_FAMILIES for candidate in family(sentence, discourse))
            found.extend(undone(sentence, Told([], found, holders)))
            found.extend(posts_called_off(sentence, [], found))
            continue
        own = [candidate for family in FAMILIES for candidate in _proposed(family, sentence)]
        _remember(discourse, sentence, own)
        own += [candidate for family in DISCOURSE_FAMILIES for candidate in family(sentence, discourse)]
        more = list(wordings(sentence, own))
        more += trades(sentence, [*own, *more])
        more += orders(sentence, [*own, *more])
        more += wares(sentence, [*own, *more])
        more += customs(sentence, [*own, *more])
        more += told_trades(sentence, [*own, *more])
        more += supply_lines(sentence, [*own, *more])
        more += custom_told(sentence, [*own, *more])
        more += advisers(sentence, [*own, *more])
        more += unsaid(sentence, [*own, *more], found)
        more += untold(sentence, Told([*own, *more], found, holders))
        more += posts_called_off(sentence, [*own, *more], found)
        more += grievances(sentence, [*own, *more], found)
        more += bonds(sentence, [*own, *more], found)
        more += told_stances(sentence, [*own, *more], found)
        more += seeking(sentence, [*own, *more], found)
        _remember(discourse, sentence, more)
        found += own + more
    found.extend(of_described(scene, discourse))
    found.extend(announced(scene))
    found.extend(contenders(scene))
    found = as_custom(with_kept_shares(after_all(found)))
    found.extend(taken_for_granted(found))
    whole = as_told_elsewhere(with_titles_beside(in_turn(without_onward(_with_posts(found, scene)))))
    return [passed_on(candidate) for candidate in whole if is_plausible(candidate, scene)]


def _remember(discourse: Discourse, sentence: Sentence, told: Iterable[Candidate]) -> None:
    for candidate in told:
        if candidate.relation == "supplies" and isinstance(candidate.object, FoundMention):
            discourse.remember_vendor(sentence, candidate.subject, candidate.object)


def _with_posts(found: list[Candidate], scene: Scene) -> list[Candidate]:
    """The candidates filled in, with the posts that successions and "the role" speak of.

    Whoever is told to have had a post can leave it unsaid what was left: so they are filled in again.
    """
    whole = complete(found, scene)
    more = [*holders(scene, whole), *following(scene, whole)]
    more += predecessors([*whole, *more])
    more += stepping_in(scene, [*whole, *more])
    more += successors([*whole, *more])
    if more:
        whole = complete([*found, *more], scene)
    whole += founded_beside(scene, whole)
    whole += joint_ventures(scene, whole)
    return [
        *on_behalf(whole, scene),
        *taken_over(whole),
        *recruited(whole),
        *raids(scene, whole),
        *companions(scene, whole),
        *both(scene),
        *ventures(scene, whole),
        *untold_owners(scene, whole),
        *told_by_town(scene, whole),
        *seats_of_unsaid(scene, whole),
        *old_names_of_it(scene, whole),
    ]
