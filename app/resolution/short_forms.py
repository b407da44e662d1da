"""When an article that says "Umbra" alone means the firm that others call "Umbra Systems (Umbra)": the rule of proof.

A name that is the beginning of another is no proof that two are one: "Apex" and "Apex Foods" may be two firms. It is
taken for the short form of a longer name only where everything speaks for it and nothing against it:

- articles call one firm so, beside its full name, and no other firm;
- they outnumber those that say the short form alone, or else it may be a name in its own right;
- no article names both as two, and the longer name is not that of a unit, for which the short one is often the whole;
- every other firm whose name begins like that is told apart by an article that calls only the one so;
- what is said of both connects them with the same person of full name, or with two of the same firms; with two such
  people, even where the short form is what most articles say.

Whatever falls short of this stays two, and `app/query/review.py` puts it before people.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from app.model import Extraction, Mention
from app.resolution.joining import Joining
from app.resolution.uses import ORGANIZATION, PEOPLE, Use, name_key

_UNIT = "OrganizationUnit"
_FIRMS_ENOUGH = 2
_PEOPLE_BEYOND_DOUBT = 2


@dataclass(frozen=True, order=True)
class Tie:
    """That something connects the firms of a name (as a key) with a person or firm: the anchor of a name of theirs."""

    firm: str
    other: str


@dataclass(frozen=True)
class Surroundings:
    """What else is said around names that may be short forms: the ties of firms, and who else begins with the name."""

    ties: Collection[Tie] = frozenset()
    beginning: Mapping[str, Collection[Use]] = field(default_factory=dict)

    def of(self, keys: Collection[str]) -> Surroundings:
        """What of it matters to firms of these names."""
        ties = frozenset(tie for tie in self.ties if tie.firm in keys)
        return Surroundings(ties, {key: uses for key, uses in self.beginning.items() if key in keys})


def ties_of(extraction: Extraction, uses: Mapping[str, Use]) -> set[Tie]:
    """The ties that an article's claims give its firms; a firm that a ruling singles out goes by no name."""
    found = set()
    for claim in extraction.claims:
        ends = [uses[end.entity] for end in (claim.subject, claim.object) if isinstance(end, Mention)]
        for one, other in zip(ends, reversed(ends), strict=True):
            if len(ends) > 1 and one.kind == ORGANIZATION and not one.local:
                found |= {Tie(one.key, anchor) for anchor in _anchors(other)}
    return found


def _anchors(use: Use) -> Iterator[str]:
    """By what names somebody can be told to be the same at another place."""
    if use.kind == PEOPLE and len(use.key.split()) > 1:
        yield f"{PEOPLE}/{use.key}"
    elif use.kind == ORGANIZATION:
        yield from (f"{ORGANIZATION}/{name_key(name, ORGANIZATION)}" for name in (use.name, *use.aliases))


def shortened(uses: Iterable[Use]) -> set[str]:
    """The names that some use has for its own and some other for a short form: which may be one firm's."""
    short, own = set[str](), set[str]()
    for use in uses:
        short.update(use.short_keys)
        if use.kind == ORGANIZATION and not use.local:
            own.add(use.key)
    return short & own


def surroundings(uses: Collection[Use], ties: Collection[Tie]) -> Surroundings:
    """What of all that is said matters to the names that may be short forms."""
    found: dict[str, set[Use]] = {key: set() for key in shortened(uses)}
    for use in uses:
        for beginning in use.beginnings:
            if beginning in found:
                found[beginning].add(use)
    return Surroundings(ties, found)


def join_short_forms(joined: Joining[Use], uses: Mapping[Use, int], around: Surroundings) -> None:
    """Join those that say only the short form of a name to the one firm that others call so."""
    bearing: dict[str, list[Use]] = defaultdict(list)
    called: dict[str, list[Use]] = defaultdict(list)
    for use in sorted(uses):
        if use.kind == ORGANIZATION:
            bearing[use.key].append(use)
        for key in use.short_keys:
            called[key].append(use)
    tied: dict[str, set[str]] = defaultdict(set)
    for tie in around.ties:
        tied[tie.firm].add(tie.other)
    clusters = _Clusters(joined, uses)
    # The longest first: "Umbra Systems", short for "Umbra Systems Europe", is no other firm that begins with "Umbra".
    for key in sorted(bearing.keys() & called.keys(), key=lambda key: (-len(key.split()), key)):
        case = _Case(key, bearing[key], called[key], clusters, uses, around.beginning.get(key, ()))
        if case.is_one_firm() and case.is_nobody_else() and case.is_proof(case.shared(tied)):
            clusters.union(called[key][0], *bearing[key])


class _Clusters:
    """Which uses are one so far, kept beside the joining so that a cluster's members need not be looked for."""

    def __init__(self, joined: Joining[Use], uses: Iterable[Use]) -> None:
        self._joined = joined
        self._members: dict[Use, set[Use]] = defaultdict(set)
        for use in uses:
            self._members[joined[use]].add(use)

    def of(self, use: Use) -> set[Use]:
        """All that are one with it, and itself."""
        return self._members[self._joined[use]]

    def union(self, *uses: Use) -> None:
        """Join as `Joining.union` does."""
        roots = {self._joined[use] for use in uses}
        self._joined.union(*uses)
        for root in roots:
            if self._joined[root] != root:
                self._members[self._joined[root]] |= self._members.pop(root)


@dataclass(frozen=True)
class _Case:
    """A short form: the uses that have it for their name, and those that are called so beside a longer one."""

    key: str
    bearing: Sequence[Use]
    called: Sequence[Use]
    clusters: _Clusters
    uses: Mapping[Use, int]
    beginning: Collection[Use]

    def is_one_firm(self) -> bool:
        """Whether the name is short for that of one firm.

        Who bears the short form and is known to be somebody, by another name of today or by what people decided, stays.
        """
        names = {self.key, *(name for use in self.bearing for name in use.former)}
        return (
            self.clusters.of(self.called[0]) >= {*self.called}
            and {*self.bearing} <= self.clusters.of(self.bearing[0])
            and all(use.key in names for use in self.clusters.of(self.bearing[0]))
            and all(self.key in use.beginnings and use.type != _UNIT for use in self.called)
        )

    def is_nobody_else(self) -> bool:
        """Whether no article has the two for two, and all others whose name begins so are told apart."""
        long, short = self.clusters.of(self.called[0]), self.clusters.of(self.bearing[0])
        names = {use.key for use in long}
        if any(not names.isdisjoint(use.beside) for use in short) or any(self.key in use.beside for use in long):
            return False
        apart = {name for use in self.called for name in use.beside}
        known = {*long, *short}
        return all(use in known or use.key in apart for use in self.beginning)

    def shared(self, tied: Mapping[str, Collection[str]]) -> set[str]:
        """With whom claims connect both."""
        long = {other for use in self.clusters.of(self.called[0]) for other in tied.get(use.key, ())}
        return long & {*tied.get(self.key, ())}

    def is_proof(self, shared: Iterable[str]) -> bool:
        """Whether that many are connected with both; firms of the name itself prove nothing.

        Once a firm is known most articles say its short form, but they may mean a better known one whose name that is:
        then it takes two people of both.
        """
        first = f"{ORGANIZATION}/{self.key}"
        kinds = Counter(
            anchor.partition("/")[0] for anchor in shared if anchor != first and not anchor.startswith(f"{first} ")
        )
        if sum(self.uses[use] for use in self.called) < sum(self.uses[use] for use in self.bearing):
            return kinds[PEOPLE] >= _PEOPLE_BEYOND_DOUBT
        return kinds[PEOPLE] > 0 or kinds[ORGANIZATION] >= _FIRMS_ENOUGH
