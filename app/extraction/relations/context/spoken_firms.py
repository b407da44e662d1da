"""What is weighed when a sentence leaves a firm unsaid: how near and prominent each firm is that the article has named.

Whatever speaks for or against a firm is a feature, a short string; `meant.py` adds up their weights. It is said twice,
once for everything that may be left unsaid and once for this slot alone, so that what is rare is still weighed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Set
from functools import cached_property
from typing import TYPE_CHECKING

from app.extraction.lexicon.speech_words import is_outlet
from app.extraction.mentions.arguments import came_from, is_subject, role_of
from app.extraction.mentions.investors import is_investor
from app.extraction.parsing.passages import MentionKind
from app.extraction.relations.context.queries import (
    FIRMS,
    Options,
    Place,
    Query,
    among,
    only_told_apart,
    places_in,
    root_of,
    told_of,
    verb_over,
)
from app.extraction.relations.reading.lemmas import lemma
from app.extraction.relations.reading.sentences import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_MOST = 10
_LATELY = 3


def lay_out(query: Query) -> Options:
    """The firms that may be meant, nearest first."""
    return _Spoken(query).options()


class _Spoken:
    """The firms of an article up to where a query stands."""

    def __init__(self, query: Query) -> None:
        self.query, self.here, self.scene = query, query.sentence, query.sentence.scene
        told = [p for s in self.scene.sentences[: self.here.index + 1] for p in places_in(s)]
        self.before = [(m, s) for m, s in told if s is not self.here or m.start < query.trigger]
        self.after = [(m, s) for m, s in told if s is self.here and m.start >= query.trigger]
        self.last: dict[str, Place] = {}
        for m, s in (*reversed(self.before), *self.after):
            if not m.others and m.entity not in query.barred and m.start not in only_told_apart(s):
                self.last.setdefault(m.entity, (m, s))
        for entity, place in query.where.items():
            if entity not in query.barred:
                self.last.setdefault(entity, place)
        self.firms = [*self.last][:_MOST]
        main = self.scene.main_company
        if main is not None and main in self.last and main not in self.firms:
            self.firms.append(main)

    def options(self) -> Options:
        """The firms with their features."""
        rows = [self._crossed(self._of_firm(firm)) for firm in self.firms]
        places = tuple(self.last[firm] for firm in self.firms)
        return Options(self.query, tuple(self.firms), places, (*rows, self._crossed(self._of_none())))

    def _crossed(self, features: Iterator[str]) -> frozenset[str]:
        query = self.query
        kinds = ("", f"{query.slot} ", *([f"{query.slot} {query.manner} "] if query.manner else []))
        return frozenset(f"{kind}{feature}" for feature in features for kind in kinds)

    def _of_firm(self, firm: str) -> Iterator[str]:
        yield from self._placed(firm)
        yield from self._here(firm)
        yield from self._lately(firm)
        yield from self._prominent(firm)
        yield from self._together(firm)
        yield from self._called(firm)
        yield from self.query.said.get(firm, ())

    def _placed(self, firm: str) -> Iterator[str]:
        """How far back the firm was last named, and as what."""
        mention, sentence = self.last[firm]
        far = self._far(firm)
        rank = min(self.firms.index(firm), 3)
        role = role_of(root_of(mention, sentence))
        same = sentence.passage is self.here.passage
        since = self._since(firm)
        acting = {m.entity for m, s in since if is_subject(root_of(m, s))}
        yield f"far={far}"
        yield f"far={far} same paragraph={same}"
        yield f"rank={rank}"
        yield f"of={min(len(self.firms), 4)} rank={rank}"
        yield f"role={role}"
        yield f"role={role} far={far}"
        yield f"since={min(len({m.entity for m, _ in since}), 3)}"
        yield f"acting since={min(len(acting), 2)} far={far}"
        yield f"kind={mention.kind.value} far={far}"

    def _far(self, firm: str) -> str:
        mention, sentence = self.last[firm]
        if sentence is self.here:
            return "after" if mention.start >= self.query.trigger else "0"
        back = self.here.index - sentence.index
        return "later" if back < 0 else str(back) if back < 4 else "4" if back < 7 else "7"

    def _since(self, firm: str) -> list[Place]:
        """The other firms named between a firm's last mention and the trigger."""
        after = [p for p in self.before if p[1].index > self.last[firm][1].index]
        if self.last[firm][1] is self.here:
            after = [p for p in self.before if p[1] is self.here and p[0].start > self.last[firm][0].start]
        return [p for p in after if p[0].entity != firm and p[0].entity not in self.query.barred]

    def _here(self, firm: str) -> Iterator[str]:
        """What the firm is to the clause that leaves something unsaid."""
        trigger = self.here.passage.doc[self.query.trigger]
        own = [m for m in self.here.mentions() if m.entity == firm]
        others = {m.entity for m, _ in self._named_here} - {firm}
        yield f"here={bool(own)} others={min(len(others), 2)}"
        for mention in own:
            root = root_of(mention, self.here)
            side = "before" if mention.start < self.query.trigger else "after"
            near = abs(mention.start - self.query.trigger)
            yield f"here {side}={'next' if near < 4 else 'near' if near < 10 else 'far'}"
            yield f"here {side} {role_of(root)}"
            yield f"here path={_path(root, trigger)}"
            if is_subject(root):
                yield f"here {side} above={verb_over(root) in trigger.ancestors}"
            if mention.start - self.here.start < 3:
                yield f"here opens {self.here.tokens[0].lower_ if self.here.tokens[0].pos_ == 'ADP' else ''}"
            if came_from(root):
                yield "came from"
            if role_of(root) == "poss" or root.dep_ == "poss":
                yield f"owns {side}={root.head.i == trigger.i}"

    @cached_property
    def _named_here(self) -> list[Place]:
        return [p for p in places_in(self.here) if p[0].entity not in self.query.barred]

    def _lately(self, firm: str) -> Iterator[str]:
        """Whether the last sentences, or the paragraph, are about the firm."""
        for name, about, named in self._stretches:
            yield f"{name}: {among(firm, about)}"
            yield f"{name}: named {among(firm, named)}"
        yield f"paragraph: {among(firm, self._paragraph)}"
        yield f"last told of={self._last_told == firm}"
        near = self._near[firm]
        yield f"lately={min(near, 3)}"
        yield f"lately most={near == max(self._near.values(), default=0) > 0}"

    @cached_property
    def _earlier(self) -> list[Sentence]:
        """The sentences of the paragraph before this one."""
        return [s for s in self.scene.by_passage.get(self.here.passage.index, ()) if s.index < self.here.index]

    @cached_property
    def _stretches(self) -> list[tuple[str, Set[str], Set[str]]]:
        """Some sentences before the trigger by name, the firms they are about, and those they name."""
        last = tuple(self.scene.previous(self.here, 2))
        stretches = (
            ("here", (self.here,)),
            ("1 back", last[:1]),
            ("2 back", last[1:]),
            ("first of paragraph", self._earlier[:1]),
        )
        return [
            (
                name,
                {m.entity for s in sentences for m in told_of(s, before=self._end(s))} - self.query.barred,
                {m.entity for s in sentences for m, _ in places_in(s) if m.start < self._end(s)} - self.query.barred,
            )
            for name, sentences in stretches
        ]

    @cached_property
    def _paragraph(self) -> Set[str]:
        return {m.entity for s in self._earlier for m in told_of(s)} - self.query.barred

    @cached_property
    def _last_told(self) -> str | None:
        return next((m.entity for m, s in reversed(self.before) if m in told_of(s)), None)

    @cached_property
    def _near(self) -> Counter[str]:
        """How often each firm was named in the last sentences."""
        return Counter(m.entity for m, s in self.before if self.here.index - s.index <= _LATELY)

    def _end(self, sentence: Sentence) -> int:
        return self.query.trigger if sentence is self.here else sentence.end

    def _prominent(self, firm: str) -> Iterator[str]:
        """How much of the article is about the firm."""
        counts, ranked = self._counts, self._ranked
        total, own = sum(counts.values()), counts.get(firm, 0)
        other = next((counts[e] for e in ranked if e != firm), 0)
        share = own / total if total else 0.0
        titled = self._titled
        place = titled.index(firm) if firm in titled else -1
        yield f"share={'most' if share > 0.5 else 'much' if share > 0.3 else 'some' if share > 0.15 else 'little'}"
        yield f"named rank={min(ranked.index(firm), 3) if firm in ranked else -1}"
        ahead = "far" if own >= 2 * other else "some" if own >= 1.3 * other else "even" if own >= other else "no"
        yield f"ahead={ahead}"
        near = self._far(firm)
        yield f"share={share > 0.3} far={near}"
        yield f"main={self.scene.main_company == firm} far={near}"
        yield f"main={'this' if self.scene.main_company == firm else 'other' if self.scene.main_company else 'none'}"
        if titled:
            yield f"titled={min(1, place)} of={min(len(titled), 2)}"
        yield f"opens={self._opening.index(firm) if firm in self._opening[:3] else -1}"
        yield f"once={own <= 1}"
        yield f"alone={self.firms == [firm]}"
        if firm in self._first_told:
            yield "opening told of"

    @cached_property
    def _counts(self) -> dict[str, int]:
        """How often the article names each firm."""
        return {e: n for e, n in self.scene.counts.items() if self._is_firm(e) and e not in self.query.barred}

    @cached_property
    def _ranked(self) -> list[str]:
        """The firms of the article, those named most first."""
        return sorted(self._counts, key=lambda e: (-self._counts[e], e))

    def _together(self, firm: str) -> Iterator[str]:
        """Whether the sentences that tell of the known side tell of the firm."""
        told = self._with_known
        own = sum(firm in firms for firms in told)
        most = max((sum(other in firms for firms in told) for other in self.firms if other != firm), default=0)
        yield f"together={min(own, 3)}"
        yield f"together most={'yes' if own > most else 'also' if own == most and own else 'no'}"
        for name, firms in (("introduced", told[:1]), ("last told", told[-1:])):
            yield f"{name} with={among(firm, frozenset().union(*firms))}"

    @cached_property
    def _with_known(self) -> list[Set[str]]:
        """The firms of each sentence before that names the known side."""
        known = self.query.known.entity
        before = self.scene.sentences[: self.here.index]
        told = [s for s in before if any(m.entity == known for m in s.mentions())]
        return [{m.entity for m, _ in places_in(s)} - self.query.barred for s in told]

    def _is_firm(self, entity: str) -> bool:
        return self.scene.mentions.entities[entity].type in FIRMS

    @cached_property
    def _titled(self) -> list[str]:
        """The firms that the title names, in its order."""
        title = self.scene.document.article.title or ""
        places: dict[str, int] = {}
        for entity in self.scene.counts:
            known = self.scene.mentions.entities[entity]
            found = [title.find(name) for name in (known.name, *known.aliases) if name in title]
            if found and known.type in FIRMS:
                places[entity] = min(found)
        return sorted(places, key=lambda e: (places[e], e))

    @cached_property
    def _opening(self) -> list[str]:
        """The firms in the order in which the article names them."""
        return list(dict.fromkeys(m.entity for m, _ in (*self.before, *self.after)))

    @cached_property
    def _first_told(self) -> set[str]:
        """Whom the first sentence that names a firm is about."""
        first = next((s for s in self.scene.sentences if not s.is_heading and places_in(s)), None)
        return {m.entity for m in told_of(first)} if first is not None else set()

    def _called(self, firm: str) -> Iterator[str]:
        """What the firm is by its class and name."""
        known = self.scene.mentions.entities[firm]
        yield f"type={known.type}"
        if is_outlet(known.name):
            yield "outlet"
        if is_investor(known.name, ()):
            yield "investor"
        if known.name.lower().split()[-1] in ("bank", "bancorp", "securities") or "Bank" in known.name:
            yield "bank"
        if known.type == "Organization":
            yield f"body={known.name.split()[-1].lower()}"

    def _of_none(self) -> Iterator[str]:
        """What speaks for a firm that the article does not name, or for nothing that was said at all."""
        query, here = self.query, self.here
        trigger = here.passage.doc[query.trigger]
        yield "none"
        yield f"none: rule={query.rule}"
        yield f"none: relation={query.relation}"
        yield f"none: of={min(len(self.firms), 5)}"
        yield f"none: here={min(len({m.entity for m, _ in self._named_here}), 3)}"
        yield f"none: verb={lemma(trigger)}"
        yield f"none: trigger={trigger.dep_}"
        yield f"none: tag={trigger.tag_}"
        yield f"none: known={query.known.kind.value}"
        yield f"none: known named={min(self.scene.counts[query.known.entity], 3)}"
        yield f"none: main={self.scene.main_company is not None}"
        yield f"none: heading={here.is_heading}"
        yield f"none: asks={here.asks}"
        lone = query.known.kind is MentionKind.NAME and " " not in self.scene.mentions.entity(query.known).name
        yield f"none: lone={lone}"
        yield from (f"none: {each}" for each in query.none)


def _path(token: Token, trigger: Token) -> str:
    """How a word hangs together with the trigger: the step up to what both hang on, and the one down from there."""
    above = [trigger, *trigger.ancestors]
    step = token
    while step not in above and step.head != step:
        if step.head in above:
            break
        step = step.head
    common = step.head if step not in above else step
    down = next((t for t in above if t.head == common and t != common), None)
    word = step.lower_ if step.dep_ in ("prep", "agent") else ""
    return f"{step.dep_} {word}/{'' if common == trigger or down is None else down.dep_}"
