"""Answers a question of several parts: each with what the topic and the parts before it establish."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.model import AnswerStatus
from app.query.ask.answers import refusals
from app.query.ask.answers.draft import Draft
from app.query.ask.answers.joining import join
from app.query.ask.kinds.several.following import Follower, Reader
from app.query.ask.kinds.several.naming import of_topic
from app.query.ask.kinds.several.nouns import part_noun
from app.query.ask.kinds.several.segments import Segments, asks, segmented
from app.query.ask.lexical.analyse import Analysis
from app.query.ask.lexical.entries import Kind
from app.query.ask.lexical.names import Candidate
from app.query.ask.lexical.words import FUNCTION_WORDS, tokenize
from app.query.ask.rewording.wording import framed

_OF_EVENTS = frozenset({"when", "started", "ended", "announced", "amount", "percent", "why", "how long", "source"})
"""What a part can ask of something that happened, and not of whoever took part in it."""


@dataclass(frozen=True)
class _Attempt:
    """The answer that one way of taking a question apart gives, and how many of its parts have none."""

    draft: Draft
    lost: int

    @property
    def complete(self) -> bool:
        return self.draft.answered and not self.lost

    def better_than(self, other: _Attempt) -> bool:
        """Whether it answers where the other does not, or leaves fewer parts open."""
        return (not self.draft.answered, self.lost) < (not other.draft.answered, other.lost)


class Several:
    """Answers questions part by part."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._follower = Follower(reader)

    def answer(self, question: str) -> Draft:
        """The answer to a question, taken apart where it has several parts."""
        ways = segmented(framed(question), self._reader.lexicon)
        best: _Attempt | None = None
        for way in (way for way in ways if way.sure):
            attempt = self._in_parts(way)
            best = attempt if best is None or attempt.better_than(best) else best
        if best is not None and best.complete:
            return best.draft
        others = [way for way in ways if not way.sure]
        whole = self._reader.alone(question) if best is None or not best.draft.answered else best.draft
        if whole.answered and best is None:
            return whole
        for way in others:
            attempt = self._in_parts(way)
            if attempt.draft.answered and (best is None or attempt.better_than(best)):
                best = attempt
        if best is None or (not best.draft.answered and (whole.answered or best.draft.unread)):
            return whole
        return best.draft

    def _in_parts(self, segments: Segments) -> _Attempt:
        drafts: list[Draft] = []
        for index, part in enumerate(segments.parts):
            drafts.append(self._part(part, segments, drafts, segments.parts[:index]))
        if segments.topic:  # what leans on a part that comes after it
            for index, part in enumerate(segments.parts[:-1]):
                if not drafts[index].answered and drafts[index].status is not AnswerStatus.NOT_STATED:
                    drafts[index] = self._part(part, segments, drafts[index + 1 :], segments.parts[index + 1 :])
        lost = sum(not draft.answered for draft in drafts)
        return _Attempt(self._together(segments, drafts), lost)

    def _part(self, part: str, segments: Segments, before: Sequence[Draft], texts: Sequence[str]) -> Draft:
        refused: Draft | None = None
        for draft in self._ways(part, segments.topic, before, texts):
            if draft.answered and (asks(part) or not before or [item.label for item in draft.items] != ["yes"]):
                return draft
            if refused is None or refused.unread:
                refused = refusals.not_understood(self._analysis(part)) if draft.answered else draft
        return refused or refusals.not_understood(self._analysis(part))

    def _analysis(self, text: str) -> Analysis:
        return Analysis(tokenize(text), self._reader.lexicon, self._reader.names)

    def _ways(self, part: str, topic: str, before: Sequence[Draft], texts: Sequence[str]) -> Iterator[Draft]:
        """The part after each of those before it, latest first; of the topic; and by itself."""
        named = self._named([topic, *texts])
        for draft in (draft for draft in reversed(before) if draft.answered):
            yield self._follower.answer(part, draft, named)
        if topic:
            yield from self._of_topic(part, topic)
        elif not before:
            yield self._reader.alone(part)
        else:
            if not any(self._follower.leans(part, draft) for draft in before):
                yield self._follower.unaided(part)
            yield self._follower.of_named(part, named)

    def _named(self, texts: Sequence[str]) -> tuple[Candidate, ...]:
        """Whom the topic and the other parts name."""
        mentions = (names for text in texts if text for _, names in self._analysis(text).mentioned)
        return tuple(dict.fromkeys(names[0] for names in mentions if len(names) == 1))

    def _of_topic(self, part: str, topic: str) -> Iterator[Draft]:
        named, relations = self._heading(topic)
        if part_noun(part, self._reader.lexicon) in _OF_EVENTS and self._is_bare(topic):
            return  # the date of a company is no date of whatever is known of it
        for name, wanted in ((named, relations), (topic, frozenset[str]())):
            questions = [f"{name}: {part}"] if asks(part) else of_topic(part, name, self._reader.lexicon)
            for question in questions if name else ():
                draft = self._follower.unaided(question)
                kinds = {atom.relation.situation for atom in draft.plan.atoms} if draft.plan else set()
                if not wanted or (draft.answered and kinds & wanted):
                    yield draft

    def _is_bare(self, topic: str) -> bool:
        """Whether a topic is a name and nothing more."""
        analysis = self._analysis(topic)
        named = {word for words, _ in analysis.mentioned for word in words}
        return all(word in named | FUNCTION_WORDS for word in analysis.words)

    def _heading(self, topic: str) -> tuple[str, frozenset[str]]:
        """For "Acme takeover" and "Ownership of Acme": the name, and the kinds of situations that are spoken of."""
        analysis = self._analysis(topic)
        named = {word for words, _ in analysis.mentioned for word in words}
        labels = [" ".join(words) for words, _ in analysis.mentioned]
        kinds: set[str] = set()
        others = [i for i, word in enumerate(analysis.words) if word not in named | FUNCTION_WORDS]
        if any(map(analysis.values_at, others)):  # "Series A" narrows what is asked
            return "", frozenset()
        framing = self._reader.lexicon.of_kind(Kind.FRAMING)
        for position in others:
            senses = [m.sense.entry.relation for m in analysis.senses(position, Kind.NOUN) if m.sense]
            if not senses and analysis.words[position] not in framing:
                return "", frozenset()
            kinds |= {self._reader.ontology.relations[name].situation for name in senses if name}
        return (labels[0] if len(labels) == 1 and others else ""), frozenset(kinds)

    def _together(self, segments: Segments, drafts: Sequence[Draft]) -> Draft:
        """One answer; none where the first part cannot be read at all and no topic says what all are about."""
        first, parts = drafts[0], segments.parts
        if not first.answered and first.unread and not segments.topic:
            return first
        told = [_is_taken_for_granted(part, draft) for part, draft in zip(parts, drafts, strict=True)]
        others = [draft for draft, granted in zip(drafts, told, strict=True) if not granted]
        start = next((i for i, draft in enumerate(drafts) if draft.answered and not told[i]), None)
        if start is None:
            return others[0] if others else first
        if any(not draft.answered for draft in drafts) and _names_nobody(drafts[start]):
            return next(draft for draft in drafts if not draft.answered)
        joined = drafts[start]
        for index in (*range(start + 1, len(parts)), *range(start)):
            if told[index]:
                joined.facts += drafts[index].facts
            else:
                joined = join(joined, drafts[index], parts[index])
        return joined


def _is_taken_for_granted(part: str, draft: Draft) -> bool:
    """Whether a part only says what the others ask about, and rightly: that it is so is no answer to them."""
    return not asks(part) and bool(draft.items) and all(item.label == "yes" for item in draft.items)


def _names_nobody(draft: Draft) -> bool:
    """Whether it was asked of all there are: "who leads", which a part that is not understood would narrow."""
    plan = draft.plan
    return plan is not None and not plan.names and not plan.order and not plan.pronouns
