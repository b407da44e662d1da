"""What is weighed when words point back: how near, prominent and fitting each entity is, and what speaks for none.

Whatever speaks for or against a candidate is a feature, a short string; `ranking.py` adds up their weights. It is said
twice, once for every kind of anaphor and once for this kind alone, so that what is rare is still weighed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.extraction.lexicon.kinds import kinds
from app.extraction.lexicon.nouns import COMPANY_NOUNS, HE, IT, ROLE_HEADS, SAYING_VERBS, SHE
from app.extraction.mentions.anaphors import GENERIC_HEADS, is_specific, modifiers_of
from app.extraction.mentions.arguments import SUBJECTS, function_of, object_before, role_of, verb_of
from app.extraction.mentions.binding import barred, not_ruled_out
from app.extraction.mentions.empty_it import is_empty_it
from app.extraction.mentions.salience import Referent, clashes
from app.extraction.mentions.silence import only_asked
from app.extraction.mentions.telling import Telling
from app.extraction.mentions.types import PERSON

if TYPE_CHECKING:
    from spacy.tokens import Token

# How many sentences back an entity may last have been mentioned, and how many are weighed, the nearest.
_REACH = 8
_MOST = 8
_PRONOUNS = HE | SHE | IT
_CLAUSES = frozenset("ROOT ccomp relcl advcl conj".split())


@dataclass(frozen=True)
class Surroundings:
    """What an anaphor stands among, as far as the features need it."""

    token: Token
    near: Sequence[Referent]
    ranked: Sequence[Referent]
    said: frozenset[str]
    barred: frozenset[str]
    bonus: Mapping[str, float] | None


@dataclass(frozen=True)
class Options:
    """What the anaphor with this head may mean, each with its features, and what speaks for none of them."""

    head: Token
    referents: tuple[Referent, ...]
    features: tuple[frozenset[str], ...]
    none: frozenset[str]

    @property
    def rows(self) -> tuple[frozenset[str], ...]:
        """The features of the candidates in their order, and last of none of them."""
        return (*self.features, self.none)


def _kind(token: Token, types: frozenset[str]) -> str:
    """The kind of anaphor: a pronoun, "the company", or a noun that says more of whom it stands for."""
    word = token.lower_
    if word in HE or word in SHE:
        return "he"
    if word in IT:
        return "its" if token.dep_ == "poss" else "it"
    if PERSON in types:
        return "who"
    return "firm" if token.lemma_.lower() in GENERIC_HEADS and not is_specific(token) else "noun"


class Antecedents:
    """Lays out the candidates of each anaphor of an article."""

    def __init__(self, told: Telling) -> None:
        self._told = told

    def options(self, token: Token, types: frozenset[str], said: Sequence[Referent]) -> Options:
        """The candidates of some classes for an anaphor; `said` is what the rules take it for, if for anybody."""
        discourse = self._told.discourse
        near = [r for r in self._told.candidates(types, _REACH) if not r.others]
        latest = {r.entity: r for r in near}
        ranked = sorted(latest.values(), key=near.index, reverse=True)[:_MOST]
        here = Surroundings(
            token,
            near,
            ranked,
            frozenset(r.entity for r in said),
            frozenset(barred(discourse, token, near)),
            self._told.description_bonus(token) if token.pos_ != "PRON" else self._told.parallel_bonus(token),
        )
        kind = _kind(token, types)
        features = tuple(_crossed(kind, self._of_candidate(here, referent)) for referent in ranked)
        return Options(token, tuple(ranked), features, _crossed(kind, self._of_none(here)))

    def _of_candidate(self, here: Surroundings, referent: Referent) -> Iterator[str]:
        yield from self._placed(here, referent)
        yield from self._prominent(here, referent)
        yield from self._ruled(here, referent)
        if here.token.lower_ in _PRONOUNS:
            yield from self._of_pronoun(here, referent)
        else:
            yield from self._of_noun(here, referent.entity)

    def _placed(self, here: Surroundings, referent: Referent) -> Iterator[str]:
        """How far back the candidate was last mentioned, and what it was to its clause."""
        told, rank = self._told, here.ranked.index(referent)
        distance = told.discourse.sentence - referent.sentence
        far = min(distance, 2)
        last = self._last(referent)
        yield f"far={min(distance, 4)}"
        yield f"rank={min(rank, 4)}"
        yield f"of={min(len(here.ranked), 4)} rank={min(rank, 2)}"
        yield f"role={role_of(last)}"
        yield f"role={role_of(last)} far={far}"
        yield f"par={function_of(here.token)} {function_of(last)} {far}"
        yield f"same paragraph={referent.passage == told.passage_of(here.token)}"

    def _prominent(self, here: Surroundings, referent: Referent) -> Iterator[str]:
        """How much is told of the candidate, in its sentence, lately and in the whole article."""
        told, entity = self._told, referent.entity
        far = min(told.discourse.sentence - referent.sentence, 2)
        mentioned = Counter(r.entity for r in here.near)
        same = [r for r in here.near if r.sentence == referent.sentence]
        lately = {r.entity for r in here.near if r.subject and r.sentence >= told.discourse.sentence - 1}
        most = max(told.counts[r.entity] for r in here.ranked)
        yield f"often={min(mentioned[entity], 4)}"
        yield f"oftenest={mentioned[entity] == max(mentioned.values())}"
        yield f"subject={any(r.subject for r in same if r.entity == entity)} far={far}"
        yield f"first={same[0].entity == entity} far={far}"
        yield f"alone={len({r.entity for r in same}) == 1} far={far}"
        yield f"only subject={lately == {entity}}"
        yield f"main={told.main == entity}"
        yield f"most named={told.counts[entity] == most > 1}"
        yield f"type={told.discourse.entity(referent).type}"
        yield f"named={' ' in referent.name.text}"

    def _ruled(self, here: Surroundings, referent: Referent) -> Iterator[str]:
        """What the rules say: whom they choose, and what they hold against a candidate."""
        told, entity = self._told, referent.entity
        yield "rule=" + ("none" if not here.said else "this" if entity in here.said else "other")
        held = {
            "clash": clashes(told.discourse, referent, here.token),
            "barred": entity in here.barred,
            "ruled out": not not_ruled_out(told.discourse, here.token, [referent]),
            "left": told.was_left(referent),
            "label": told.is_label(referent),
            "only asked": only_asked(self._last(referent)),
            "reports": told.only_reports(referent),
            "outlet": told.is_outlet(entity),
            "public": told.is_public(entity),
        }
        yield from (name for name, holds in held.items() if holds)

    def _of_pronoun(self, here: Surroundings, referent: Referent) -> Iterator[str]:
        token, word, last = here.token, here.token.lower_, self._last(referent)
        if word in HE | SHE:
            known = self._told.genders.get(referent.entity)
            yield "gender=" + ("unknown" if known is None else str((known == "he") == (word in HE)))
        elif referent.entity in (here.bonus or {}):
            yield "parallel"
        if token.dep_ == "poss":
            yield f"owned={token.head.lemma_.lower() in ROLE_HEADS}"
        yield f"says={verb_of(token).lemma_.lower() in SAYING_VERBS} {function_of(last)}"
        yield f"above={_is_above(last, token)}"

    def _of_noun(self, here: Surroundings, entity: str) -> Iterator[str]:
        told, token = self._told, here.token
        head, modifiers = token.lemma_.lower(), modifiers_of(token)
        words = told.descriptions.get(entity, set())
        named = told.mentions.entities[entity].name.lower().split()
        yield f"called={head in words}"
        yield f"word of name={head in named}"
        yield f"kind of name={bool({head, *modifiers} & kinds(named))}"
        yield f"told={len(modifiers & words) if modifiers else -1}"
        yield f"other kind={told.is_another_kind(token, entity)}"
        yield "fits=" + ("nobody" if here.bonus is None else "all" if not here.bonus else str(entity in here.bonus))
        if told.is_investor(entity):
            yield f"investor={head in ('fund', 'investor', 'firm', 'group')}"

    def _of_none(self, here: Surroundings) -> Iterator[str]:
        """What speaks for a thing, for somebody without a name, or for nothing at all."""
        token, now = here.token, self._told.discourse.sentence
        head = token.lemma_.lower()
        yield "none"
        yield f"none: rule={bool(here.said)}"
        yield f"none: of={min(len(here.ranked), 4)}"
        yield f"none: here={min(len({r.entity for r in here.near if r.sentence == now}), 3)}"
        yield f"none: before={min(len({r.entity for r in here.near if r.sentence == now - 1}), 3)}"
        yield f"none: {function_of(token)}"
        yield f"none: verb={verb_of(token).lemma_.lower()}"
        if token.dep_ == "poss":
            yield f"none: of its={token.head.lemma_.lower()}"
        if token.lower_ in IT:
            yield f"none: empty={is_empty_it(token)}"
            yield f"none: object before={object_before(token) is not None}"
            yield f"none: other subject={self._is_after_a_thing(token)}"
        elif token.lower_ not in _PRONOUNS:
            yield f"none: head={head}"
            yield f"none: listed={head in COMPANY_NOUNS}"
            yield from (f"none: {modifier}" for modifier in sorted(modifiers_of(token)))

    def _is_after_a_thing(self, token: Token) -> bool:
        """Whether the clause before is about what has no name: "The deal failed. It was ..."."""
        start = token.sent.start
        subjects = [t for t in token.doc[start : token.i] if t.dep_ in SUBJECTS and t.pos_ == "NOUN"]
        if not subjects and start > 0:
            before = token.doc[start - 1].sent
            subjects = [t for t in before if t.dep_ in SUBJECTS and t.head == before.root and t.pos_ == "NOUN"]
        known = {r.token for r in self._told.discourse.recent(1)}
        return bool(subjects) and subjects[-1].i not in known

    def _last(self, referent: Referent) -> Token:
        """The head of a candidate's last mention."""
        return self._told.discourse.passages[referent.passage].doc[referent.token]


def _crossed(kind: str, features: Iterator[str]) -> frozenset[str]:
    return frozenset(each for feature in features for each in (feature, f"{kind} {feature}"))


def _is_above(last: Token, token: Token) -> bool:
    """Whether a candidate is the subject of a verb that the anaphor's clause hangs on."""
    return last.doc is token.doc and last.dep_ in SUBJECTS and last.head in token.ancestors
