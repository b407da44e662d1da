"""Answers lists of deals: what is done apart from what is only announced, and its day from that of the announcement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from app.graphs import PLAIN_GRAPHS, PLANNED, REPORTED
from app.model import AnswerItem, AnswerStatus, Fact
from app.query.ask.answers.bounds import told_apart, untold
from app.query.ask.answers.caveats import UNDATED, caveats_of
from app.query.ask.answers.draft import Draft, distinct
from app.query.ask.answers.sentences import Speaker
from app.query.ask.answers.times import item_time, range_words
from app.query.ask.grammar.reading import Asked, Phrase, Reading
from app.query.ask.kinds.deals.asked import Deals, Stage
from app.query.ask.lexical.values import Period
from app.query.ask.plain import Plain
from app.query.ask.plans.evaluate import Found
from app.query.ask.plans.plan import Plan, plans
from app.query.lookup import Lookup

_GRAPHS = (*PLAIN_GRAPHS, PLANNED, REPORTED)
_CONFIDENCE = 0.9
_MOST_TOLD = 12


@dataclass
class _Sorted:
    """The deals that were found, by what is known of them."""

    done: list[Fact] = field(default_factory=list)
    planned: list[Fact] = field(default_factory=list)
    reported: list[Fact] = field(default_factory=list)
    ended: list[Fact] = field(default_factory=list)

    def add(self, facts: Iterable[Fact]) -> None:
        """Put each where it belongs; what is merely possible or denied belongs nowhere."""
        for fact in facts:
            if not fact.status.trusted:
                self.reported.append(fact)
            elif not fact.realised:
                self.planned.append(fact)
            else:
                (self.ended if fact.time.ended else self.done).append(fact)


@dataclass
class _Run:
    """All that was found: with its day in the time that is asked of, and with its announcement there."""

    dated: _Sorted = field(default_factory=_Sorted)
    announced: _Sorted = field(default_factory=_Sorted)
    found: list[Found] = field(default_factory=list)


def list_deals(asked: Deals, plain: Plain) -> Draft | None:
    """The deals that are asked for; None where the question can be of several of one name, or of nothing known."""
    run = _Run()
    for situation in asked.situations(plain.filler):
        chosen = plans(Reading(Asked.LIST, Phrase(asked.words, event=situation), None, 0.0))
        if len(chosen) != 1:
            return None
        _look(chosen[0], asked.period, plain, run)
    if not run.found:
        return None
    return _Teller(asked, plain, run).draft()


def _look(plan: Plan, period: Period | None, plain: Plain, run: _Run) -> None:
    """Run the plan in the time that is asked of: by its day, and by the day of its announcement."""
    places = ((run.dated, "exists"), (run.announced, "announced")) if period else ((run.dated, "exists"),)
    for place, aspect in places:
        first = replace(plan.atoms[0], aspect=aspect, periods=(period,) if period else ())
        found = plain.evaluator.run(replace(plan, atoms=(first, *plan.atoms[1:])), graphs=_GRAPHS)
        place.add(distinct(row.facts[0] for row in found.rows))
        run.found.append(found)


@dataclass(frozen=True)
class _Teller:
    """Words what was found."""

    asked: Deals
    plain: Plain
    run: _Run

    def draft(self) -> Draft:
        """The answer, with what is announced, planned or only reported told apart from what is done."""
        items, beside = self._choice()
        found = self._found(items)
        reserved = [text for heading, facts in beside if (text := self._section(heading, facts))]
        told = told_apart(found, self._speaker, self.plain.lexicon, self._lookup)
        facts = distinct([*items, *(fact for _, some in beside for fact in some)])
        queries = [each.query for each in self.run.found]
        if not items:
            return self._none(found, reserved, told, facts, queries)
        draft = Draft(
            AnswerStatus.ANSWERED, self._sentence(items), [self._item(fact) for fact in items], facts=facts,
            queries=queries, confidence=_CONFIDENCE, plan=found.plan,
        )  # fmt: skip
        draft.caveats = [*told, *caveats_of(found, items, self._lookup, self.plain.lexicon)]
        draft.sentence = " ".join([draft.sentence, *reserved])
        if any(not fact.realised for fact in items):
            draft.caveats.insert(0, "A plan is not something that has come about.")
        return draft

    def _choice(self) -> tuple[list[Fact], list[tuple[str, list[Fact]]]]:
        """The deals that are the answer, and those beside it under headings of their own."""
        dated, announced = self.run.dated, self.run.announced
        timed = self.asked.period is not None
        undated = [fact for fact in announced.done if not _has_day(fact)]
        elsewhen = [fact for fact in announced.done if _has_day(fact) and fact not in dated.done]
        planned = distinct([*dated.planned, *announced.planned])
        reported = distinct([*dated.reported, *announced.reported])
        ended = ("No longer so", dated.ended)
        hearsay = ("Only reported", reported)
        still = ("Announced or planned, and not known to be completed", planned)
        match self.asked.stage:
            case Stage.COMPLETED:
                return dated.done, [
                    ("Announced then, completed at another time", elsewhen),
                    ("Announced then; the day of completion is not stated", undated),
                    still,
                    hearsay,
                ]
            case Stage.ANNOUNCED:
                if not timed:
                    return [*dated.done, *dated.planned], [hearsay]
                unsaid = [fact for fact in dated.done if fact not in announced.done]
                due = [fact for fact in dated.planned if fact not in announced.planned]
                return [*announced.done, *announced.planned], [
                    ("Done then; announced at another time, or on a day that is not stated", unsaid),
                    ("Planned for then; announced at another time, or on a day that is not stated", due),
                    ("Only reported", announced.reported),
                ]
            case Stage.PLANNED:
                return planned, [("Only reported", [fact for fact in reported if not fact.realised])]
            case _:
                if not timed:
                    return dated.done, [still, hearsay, ended]
                return distinct([*dated.done, *undated]), [
                    ("Announced then, completed at another time", elsewhen),
                    still,
                    hearsay,
                ]

    def _found(self, items: Sequence[Fact]) -> Found:
        """All that was found as one, with what was held against a bound in any of it."""
        first = self.run.found[0]
        rows = tuple(row for each in self.run.found for row in each.rows if row.facts[0] in items)
        asides = [each.aside for each in self.run.found if each.aside]
        aside = asides[0] if asides else None
        for other in asides[1:]:
            aside = aside.joined(other) if aside else other
        return Found(first.plan, first.query, rows, aside)

    def _none(self, found: Found, reserved: list[str], told: list[str], facts: list[Fact], queries: list[str]) -> Draft:
        """That nothing of the kind is known to be so, and what comes nearest."""
        if not reserved and found.aside and found.aside.near:
            return untold(found, self._speaker, self.plain.lexicon, self._lookup)
        many = self._lookup.article_count()
        opening = f"None is stated in {many} article{'' if many == 1 else 's'}."
        told = [*told, UNDATED] if self.asked.period else told
        status = AnswerStatus.PARTIAL if reserved else AnswerStatus.NOT_STATED
        confidence = _CONFIDENCE if reserved else 0.0
        sentence = " ".join([opening, *reserved])
        return Draft(
            status, sentence, facts=facts, queries=queries, caveats=told, confidence=confidence,
            plan=found.plan,
        )  # fmt: skip

    # --- words --------------------------------------------------------------------------------------------------------

    @property
    def _speaker(self) -> Speaker:
        return self.plain.answerer.speaker

    @property
    def _lookup(self) -> Lookup:
        return self.plain.answerer.lookup

    def _sentence(self, items: Sequence[Fact]) -> str:
        lines = list(self._lines(items))
        counted = f"At least {len(items)} known: " if self.asked.counted else ""
        return f"{counted}{'. '.join(lines)}."

    def _section(self, heading: str, facts: Sequence[Fact]) -> str:
        return f"{heading}: {'; '.join(self._lines(facts))}." if facts else ""

    def _lines(self, facts: Sequence[Fact]) -> Iterator[str]:
        lines = list(dict.fromkeys(self._line(fact) for fact in facts))
        yield from lines[:_MOST_TOLD]
        if len(lines) > _MOST_TOLD:
            yield f"and {len(lines) - _MOST_TOLD} more"

    def _line(self, fact: Fact) -> str:
        """A deal with its day and that of its announcement, as far as they are stated."""
        done, made_known = fact.time.date, fact.time.announced
        when = range_words(done.earliest, done.latest) if done.earliest else None
        known = range_words(made_known.earliest, made_known.latest) if made_known.earliest else None
        days = [text for text in (when, f"announced {known}" if known else None) if text]
        return f"{self._label(fact)} ({', '.join(days)})" if days else self._label(fact)

    def _label(self, fact: Fact) -> str:
        said = self._speaker.sentence(fact)
        return said if fact.realised else f"planned: {said}"

    def _item(self, fact: Fact) -> AnswerItem:
        slot = self.plain.lexicon.measures.get(fact.relation)
        values = fact.slots.get(slot, ()) if slot else ()
        return AnswerItem(
            label=self._label(fact),
            iri=self._lookup.iris.fact(fact.id).value,
            value=values[0] if len(values) == 1 else None,
            status=fact.status,
            time=item_time(fact.time),
        )


def _has_day(fact: Fact) -> bool:
    """Whether the day that it came about is stated, and is not just bounded by that of an article."""
    return fact.time.date.earliest is not None
