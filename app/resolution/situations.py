"""Claims gathered by the situation that they speak of, by the keys that the ontology declares."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from networkx.utils import UnionFind

from app.model import Claim, Mention, Phase, Polarity, TimeValue, Value
from app.ontology import Ontology, RelationSchema, SituationSchema, load_offices, load_short_titles
from app.resolution.entities import LocalId

Slots = Mapping[str, tuple[str, ...]]
Published = Mapping[str, str | None]


@dataclass(frozen=True)
class Placed:
    """A claim with its relation's schema and the slots that it fills: entity ids, or texts for values."""

    claim: Claim
    relation: RelationSchema
    slots: Slots


@dataclass(frozen=True)
class Situation:
    """Claims about one situation. `key` is what its id is a hash of."""

    schema: SituationSchema
    key: tuple[str, ...]
    claims: tuple[Placed, ...]

    @property
    def says_when(self) -> bool:
        """Whether a date is all that the situation says: then a dispute about it is one about the whole."""
        return self.claims[0].relation.dated_by_object


def place(claim: Claim, of_local: Mapping[LocalId, str], ontology: Ontology) -> Placed:
    """The slots that a claim's subject and object fill. The two ends of a symmetric relation have no order."""
    relation = ontology.relations[claim.relation]
    subject = of_local[LocalId(claim.article, claim.subject.entity)]
    object_ = _object(claim, of_local)
    ends = [(relation.subject_slot, subject)]
    if relation.object_slot and object_ is not None:
        ends.append((relation.object_slot, object_))
    if relation.symmetric and len(ends) == 2:
        values = sorted(value for _, value in ends)
        ends = [(slot, value) for (slot, _), value in zip(ends, values, strict=True)]
    slots: dict[str, tuple[str, ...]] = {}
    for slot, value in ends:
        slots[slot] = (*slots.get(slot, ()), value)
    return Placed(claim, relation, slots)


def fits(placed: Placed, ontology: Ontology) -> bool:
    """Whether whoever a claim speaks of can be what its relation is about, or has been ruled to be of another kind."""
    relation = placed.relation
    ends = [(relation.subject_class, placed.slots[relation.subject_slot][0])]
    if isinstance(placed.claim.object, Mention) and relation.object_class and relation.object_slot:
        ends.append((relation.object_class, placed.slots[relation.object_slot][-1]))
    kinds = ((class_, _CLASSES.get(end.partition("/")[0])) for class_, end in ends)
    return all(kind is None or _can_be(kind, class_, ontology) for class_, kind in kinds)


_CLASSES = {"person": "Person", "organization": "Organization", "product": "Product", "place": "Place"}
"""The class of a kind. Of an unnamed group nothing more is known than that."""


def _can_be(kind: str, class_: str, ontology: Ontology) -> bool:
    return class_ in ontology.ancestors(kind) or kind in ontology.ancestors(class_)


def _object(claim: Claim, of_local: Mapping[LocalId, str]) -> str | None:
    match claim.object:
        case Mention() as mention:
            return of_local[LocalId(claim.article, mention.entity)]
        case Value() as value:
            return value.value
        case None:
            return None


def situations(placed: Iterable[Placed], ontology: Ontology, published: Published) -> list[Situation]:
    """The situations behind claims, sorted by key. `published` gives each article's date of publication."""
    groups: dict[tuple[str, ...], list[Placed]] = defaultdict(list)
    for item in placed:
        groups[slot_key(item, ontology)].append(item)
    found = []
    for key, group in sorted(groups.items()):
        schema = ontology.situation_of(group[0].relation.name)
        divide = _DIVIDERS.get(schema.discriminator or "", _one_group)
        found += [Situation(schema, (*key, part), tuple(claims)) for part, claims in divide(group, schema, published)]
    return found


def slot_key(item: Placed, ontology: Ontology) -> tuple[str, ...]:
    """What claims must have in common to speak of one situation, whatever else may tell them apart."""
    schema = ontology.situation_of(item.relation.name)
    values = [f"{slot}={_key(v)}" for slot in sorted(schema.key_slots) for v in item.slots.get(slot, ())]
    relation = [item.relation.name] if "relation" in schema.key_slots else []
    return (schema.name, *relation, *values)


def _key(value: str) -> str:
    return " ".join(value.casefold().split())


Divided = list[tuple[str, Sequence[Placed]]]


def _one_group(group: Sequence[Placed], _schema: SituationSchema, _published: Published) -> Divided:
    return [("", group)]


# --- tenures: one per role -------------------------------------------------------------------------------------------

# Words that say that someone had a role, and not which.
_VAGUE_TITLE = re.compile(
    r"^(?:(?:key|senior|top|high-ranking|veteran|longtime|former|new)\s+)*"
    r"(?:executive|official|manager|employee|leader|staffer|boss)s?$"
)


# Words before a title that say when or whose it was, and not what.
_NOT_OFFICE = re.compile(
    r"^(?:(?:the|a|an|its|their|his|her|then|former|ex|new|current|present|outgoing|incoming|longtime|first|last|next|and)\s+)+"
)


def title_key(title: str) -> str:
    """A title as it is compared.

    >>> title_key("CEO") == title_key("chief executive officer")
    True
    """
    words = _NOT_OFFICE.sub("", _key(title.replace("-", " ")))
    return load_offices().get(words, words)


def is_short(title: str) -> bool:
    """Whether a title is one of those that leave the office open: "executive", or "chief" for a chief executive.

    >>> is_short("Chief"), is_short("chief executive")
    (True, False)
    """
    return title_key(title) in load_short_titles() or _VAGUE_TITLE.match(_key(title)) is not None


def _divide_by_role(group: Sequence[Placed], _schema: SituationSchema, published: Published) -> Divided:
    """One tenure per role; what names no role speaks of the membership.

    Where one role at most is known, role and membership are one tenure. Where there are several, whoever leaves the
    organisation leaves with all those that are not told to have ended or begun at another time.
    """
    of_claim = {item.claim.id: _roles(item.claim) for item in group}
    joined = UnionFind(role for roles in of_claim.values() for role in roles)
    for roles in of_claim.values():
        if roles:
            joined.union(*roles)
    _join_wider_responsibilities(joined)
    _join_short_titles(joined)
    parts: dict[str, list[Placed]] = defaultdict(list)
    names = _cluster_names(joined, of_claim)
    for item in group:
        roles = of_claim[item.claim.id]
        parts[names[joined[roles[0]]] if roles and item.relation.aspect != "ended" else ""].append(item)
    known = [name for name, claims in parts.items() if name and any(_is_known(item.claim) for item in claims)]
    one = known or _planned_role(parts)
    if len(one) == 1 and "" in parts:
        parts[one[0]] += parts.pop("")
    leaving = [item for item in parts.get("", ()) if _is_departure(item)]
    for name in known if leaving else ():
        ending = [item for item in leaving if _may_end(item.claim, parts[name], published)]
        parts[name] += ending
    return sorted(parts.items())


def _planned_role(parts: Mapping[str, Sequence[Placed]]) -> list[str]:
    """The roles that are planned, where all that is told of the membership is told as planned too."""
    to_come = all(item.claim.phase in (Phase.PLANNED, Phase.CONSIDERED) for item in parts.get("", ()))
    vouched = [n for n, told in parts.items() if n and any(item.claim.status.vouched for item in told)]
    return vouched if to_come else []


def _is_known(claim: Claim) -> bool:
    return claim.status.vouched and claim.phase not in ("planned", "considered")


def _is_departure(item: Placed) -> bool:
    """Whether somebody vouches that the person left the organisation, or is to."""
    return item.relation.aspect == "ended" and item.claim.status.vouched and item.claim.phase is not Phase.CONSIDERED


def _may_end(departure: Claim, tenure: Iterable[Placed], published: Published) -> bool:
    """Whether who leaves then can have held a role till then, for all that the claims about it say.

    Not a role with an end of its own, nor one that began later; nor, unless the departure is to come, one that the same
    article or a later one tells as going on: the person is back.
    """
    day = published[departure.article]
    for claim in (item.claim for item in tenure):
        if claim.phase is Phase.ENDED or (claim.time.end is not None and claim.phase is Phase.COMPLETED):
            return False
        if _is_before(departure.time.date, claim.time.start or claim.time.date):
            return False
        later = claim.article == departure.article or (day or "") < (published[claim.article] or "")
        if later and claim.phase in (Phase.ONGOING, Phase.STARTED) and departure.phase is not Phase.PLANNED:
            return False
    return True


def _is_before(time: TimeValue | None, other: TimeValue | None) -> bool:
    if time is None or other is None or time.latest is None or other.earliest is None:
        return False
    return time.latest < other.earliest


def _roles(claim: Claim) -> list[str]:
    """The roles that a claim names, as keys: its title and its responsibility."""
    roles = []
    title = claim.qualifiers.get("title", "")
    if title and not _VAGUE_TITLE.match(_key(title)):
        roles.append(f"title:{title_key(title)}")
    if responsibility := claim.qualifiers.get("responsibility"):
        roles.append(f"responsibility:{_key(responsibility)}")
    return roles


def _join_wider_responsibilities(joined: UnionFind[str]) -> None:
    """Of one person at one place, "data operations" and "AI data operations" are one responsibility."""
    names = sorted(role for role in joined if role.startswith("responsibility:"))
    words = {name: set(name.partition(":")[2].split()) - {"the", "of", "and", "all", "its", "their"} for name in names}
    for name in names:
        for other in names:
            if words[name] and words[name] <= words[other]:
                joined.union(name, other)


def _join_short_titles(joined: UnionFind[str]) -> None:
    """Of one person at one place, "chief" beside "chief executive" is the same office."""
    for name in [f"title:{short}" for short in load_short_titles()]:
        whole = f"title:{load_short_titles()[name.partition(':')[2]]}"
        if name in joined.parents and whole in joined.parents:
            joined.union(name, whole)


def _cluster_names(joined: UnionFind[str], of_claim: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """A name for each cluster of roles: its commonest title that is no short word, else its responsibility."""
    votes = Counter(role for roles in of_claim.values() for role in roles)
    members: dict[str, list[str]] = defaultdict(list)
    for role in joined:
        members[joined[role]].append(role)
    return {
        root: min(
            roles,
            key=lambda role: (not role.startswith("title:"), is_short(role.partition(":")[2]), -votes[role], role),
        )
        for root, roles in members.items()
    }


# --- investments: one per occasion -----------------------------------------------------------------------------------


def _divide_by_occasion(group: Sequence[Placed], schema: SituationSchema, _published: Published) -> Divided:
    """Different years are different occasions, and so are different values of what the ontology says tells them apart.

    Two articles that give different amounts for what may be one occasion disagree; they do not speak of two.
    """
    told = sorted(schema.tells_apart | schema.tells_apart_within)
    of_claim = {item.claim.id: _occasion(item.claim, told) for item in group}
    occasions: list[_Occasion] = []
    ordered = sorted(group, key=lambda item: (item.claim.article, item.claim.evidence[0].start, item.claim.id))
    # The claims that say most come first, so that a bare "invested in" joins what is there and does not divide it.
    for item in sorted(ordered, key=lambda item: -len(of_claim[item.claim.id])):
        fitting = (occasion for occasion in occasions if occasion.fits(item.claim))
        occasion = next(fitting, None)
        if occasion is None:
            occasions.append(occasion := _Occasion(schema))
        occasion.add(item)
    if len(occasions) == 1:
        return [("", occasions[0].members)]
    named = [(_occasion_name(of_claim[item.claim.id] for item in each.members), each.members) for each in occasions]
    return sorted(named, key=lambda part: (part[0], [item.claim.id for item in part[1]]))


class _Occasion:
    """Claims that may speak of one occasion. What they say is kept once: many that agree cost as little as one."""

    def __init__(self, schema: SituationSchema) -> None:
        self._schema = schema
        self.members: list[Placed] = []
        self._said: dict[str, set[str]] = defaultdict(set)
        self._said_within: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._years: dict[str, set[tuple[str, str]]] = defaultdict(set)

    def add(self, item: Placed) -> None:
        """Take in a claim that fits."""
        claim = item.claim
        self.members.append(item)
        for slot, value in _said(claim, self._schema.tells_apart):
            self._said[slot].add(value)
        for slot, value in _said(claim, self._schema.tells_apart_within):
            self._said_within[claim.article, slot].add(value)
        for name, years in _years(claim):
            self._years[name].add(years)

    def fits(self, claim: Claim) -> bool:
        """Whether the claim may speak of what every one of the members speaks of."""
        apart = any(self._said[slot] - {value} for slot, value in _said(claim, self._schema.tells_apart))
        within = any(
            self._said_within[claim.article, slot] - {value}
            for slot, value in _said(claim, self._schema.tells_apart_within)
        )
        far = any(
            last < other_first or other_last < first
            for name, (first, last) in _years(claim)
            for other_first, other_last in self._years[name]
        )
        return not (apart or within or far)


def _said(claim: Claim, slots: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((slot, _key(claim.qualifiers[slot])) for slot in slots if slot in claim.qualifiers)


def _years(claim: Claim) -> Iterator[tuple[str, tuple[str, str]]]:
    """The first and the last year in which it can have happened and been announced, as far as both are known."""
    for name, value in (("date", claim.time.date), ("announced", claim.time.announced)):
        if value and value.earliest and value.latest:
            yield name, (value.earliest[:4], value.latest[:4])


def _occasion(claim: Claim, told: Iterable[str]) -> dict[str, str]:
    found = {slot: _key(claim.qualifiers[slot]) for slot in told if slot in claim.qualifiers}
    if time := claim.time.date or claim.time.announced:
        found["time"] = time.edtf
    return found


def _occasion_name(said: Iterable[Mapping[str, str]]) -> str:
    """What tells an occasion from the others: everything that its claims say of what tells them apart and of time."""
    return ";".join(sorted({f"{k}={v}" for occasion in said for k, v in occasion.items()}))


# --- what happens once, on a day that sources differ about -----------------------------------------------------------


def _divide_by_date(group: Sequence[Placed], _schema: SituationSchema, _published: Published) -> Divided:
    """All that is told on trust speaks of one event, whatever day it gives; so does what else may mean that day.

    A rumour or a denial of another day is no word against this one, and stands by itself.
    """
    parts: dict[str, list[Placed]] = defaultdict(list)
    # One claim for each date that is given: many that agree cost as little as one.
    trusted = {_date_words(item): item.claim for item in group if _is_known(item.claim)}
    for item in group:
        words = _date_words(item)
        shared = words in trusted or any(_may_mean(item.claim, claim) for claim in trusted.values())
        parts["" if shared else words].append(item)
    return sorted(parts.items())


def _date_words(item: Placed) -> str:
    return "; ".join(map(_key, item.slots.get(item.relation.object_slot or "", ())))


def _may_mean(claim: Claim, other: Claim) -> bool:
    """Whether a claim may be of the day of another; a denial is of all days that it names, and of no more."""
    said, date = claim.time.date, other.time.date
    if not (said and date and said.earliest and said.latest and date.earliest and date.latest):
        return False
    if claim.polarity is Polarity.NEGATED:
        return said.earliest <= date.earliest and date.latest <= said.latest
    return said.earliest <= date.latest and date.earliest <= said.latest


_DIVIDERS: Mapping[str, Callable[[Sequence[Placed], SituationSchema, Published], Divided]] = {
    "role": _divide_by_role,
    "occasion": _divide_by_occasion,
    "date": _divide_by_date,
}
