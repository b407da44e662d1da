"""Reads clauses: splits the words around one verb into elements, in every way that uses up all words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.query.ask.grammar.adverbs import ADVERBS
from app.query.ask.grammar.elements import Element, Parsed
from app.query.ask.grammar.filling import Filler
from app.query.ask.grammar.phrases import PhraseReader
from app.query.ask.grammar.reading import HERE, Phrase, Situation
from app.query.ask.grammar.verbs import GAP, Clause, VerbReader
from app.query.ask.lexical.analyse import Analysis
from app.query.ask.lexical.entries import Entry, Kind
from app.query.ask.lexical.inflect import Form
from app.query.ask.lexical.matches import Match
from app.query.ask.lexical.matching import WITHIN_NAME_COST
from app.query.ask.lexical.words import AUXILIARIES, PREPOSITIONS, QUESTION_WORDS

_VERBAL = (Kind.VERB, Kind.ADJECTIVE, Kind.ASPECT_VERB, Kind.COPULA, Kind.SUPPORT)
_PRUNE, _PRUNE_WHOLE = 24, 48
SMALL_WORD_COST = 0.1
"""A preposition by itself ("who is at Acme") says something only where it cannot belong to what stands before it."""
HELPING_WORD_COST = 0.01
"""The "did" of "which rounds did X lead" is a verb of its own only where there is no other."""
_MOST_PHRASES = 5
_RELATIVE_MARKERS = frozenset({"that", "which", "who", "whom"})
_STRANDED = PREPOSITIONS - {"and"}


@dataclass(frozen=True)
class _Tail:
    elements: tuple[Element, ...]
    end: int
    cost: float


class ClauseReader:
    """Reads the clauses and noun phrases of one question."""

    def __init__(self, analysis: Analysis, filler: Filler) -> None:
        self.analysis = analysis
        self.words = analysis.words
        self.phrases = PhraseReader(analysis, filler)
        self.phrases.follow(self._relative, self._carried)
        self._verbs = VerbReader(filler)
        self._filler = filler
        self._memo: dict[tuple[int, bool, int], list[_Tail]] = {}

    def whole(self, start: int = 0) -> Iterator[Clause]:
        """Every way to read all words from `start` on as one clause or phrase."""
        for tail in self._tails(start, has_verb=False, phrases=0):
            if tail.end == len(self.words) and tail.elements:
                yield from self._verbs.clauses(tail.elements)

    def fragment(self) -> Iterator[tuple[str, Parsed]]:
        """A preposition with what is asked for behind it, and nothing more: "to whom", "in which round"."""
        if self.words[:1] and self.words[0] in PREPOSITIONS:
            for parsed in self.phrases.at(1):
                if parsed.end == len(self.words) and parsed.phrase.asked:
                    yield self.words[0], parsed

    def joined(self) -> Iterator[Clause]:
        """What is asked for, with two things said of it: "which company bought X and founded Y"."""
        for asked in self.phrases.at(0):
            if not asked.phrase.asked or asked.phrase.names:
                continue
            head = replace(asked, phrase=replace(asked.phrase, classes=asked.phrase.classes or ("Agent",)))
            for parsed in self._relative(head, finite=True):
                if parsed.end == len(self.words) and len(parsed.phrase.roles) > 1:
                    yield Clause(None, parsed.phrase, None, is_question=True, cost=parsed.cost, notes=parsed.notes)

    # --- elements ---------------------------------------------------------------------------------------------------

    def _tails(self, start: int, *, has_verb: bool, phrases: int) -> list[_Tail]:
        key = (start, has_verb, phrases)
        if key not in self._memo:
            self._memo[key] = []
            found = [_Tail((), start, 0.0)]
            for element in self._elements(start, has_verb=has_verb):
                count = phrases + (element.phrase is not None)
                if count > _MOST_PHRASES:
                    continue
                rest = self._tails(element.end, has_verb=has_verb or element.verb is not None, phrases=count)
                found += [_Tail((element, *tail.elements), tail.end, element.cost + tail.cost) for tail in rest]
            self._memo[key] = _prune(found, _PRUNE if start else _PRUNE_WHOLE)
        return self._memo[key]

    def _elements(self, start: int, *, has_verb: bool) -> Iterator[Element]:
        if start >= len(self.words):
            return
        word = self.words[start]
        if word in AUXILIARIES or word in ("get", "got"):
            yield Element(start + 1, WITHIN_NAME_COST * self.analysis.is_within_name(start, start + 1), auxiliary=word)
        if word == "there":
            yield Element(start + 1, there=True)
        if not has_verb:
            asks = start == 0 and word in AUXILIARIES  # "does" at the beginning is no verb by itself
            for match in () if asks else self.analysis.senses(start, *_VERBAL):
                small = all(word in PREPOSITIONS for word in self.words[start : match.end])
                helps = match.end == start + 1 and word in ("did", "does")
                titled = self._begins_title(start, match.end)
                cost = match.cost + small * SMALL_WORD_COST + helps * HELPING_WORD_COST + titled * WITHIN_NAME_COST
                yield Element(match.end, cost, _notes(match), verb=match)
        for match in self.analysis.at(start):
            if match.period:
                yield Element(match.end, period=match.period)
            elif match.sense and match.sense.entry.kind in (Kind.STATE, Kind.PLAN):
                yield Element(match.end, match.cost, state=match.sense.entry.detail or "planned")
            elif match.sense and match.sense.entry.kind is Kind.ORDER and _says_when(match.sense.entry):
                yield Element(match.end, match.cost, order=match.sense.entry.detail)
            elif match.sense and match.sense.entry.kind is Kind.ASPECT_VERB and (end := self._after_aspect(match.end)):
                yield Element(end, aspect=match.sense.entry.aspect)
        yield from self._predicate_order(start)
        yield from self._adverbs(start)
        yield from self._phrases(start)
        if word in ("before", "after"):
            yield from self._earlier(start)

    def _begins_title(self, start: int, end: int) -> bool:
        """Whether a verb is only the first word of somebody's title: "Acme finance chief"."""
        named = any(match.names and match.end == start for i in range(start) for match in self.analysis.at(i))
        return named and any(title.end > end for title in self.analysis.senses(start, Kind.TITLE))

    def _predicate_order(self, start: int) -> Iterator[Element]:
        """Read "largest" at the end of "which deal is the largest"."""
        the = self.words[start] == "the"
        for match in self.analysis.senses(start + the, Kind.ORDER):
            if match.end == len(self.words) and match.sense and not match.sense.entry.relation:
                yield Element(match.end, match.cost, order=match.sense.entry.detail)

    def _after_aspect(self, start: int) -> int | None:
        """Where the verb begins in "stop using" and "begin to use"; None if there is none."""
        if any(m.sense and Form.ING in m.sense.form for m in self.analysis.senses(start, Kind.VERB)):
            return start
        if self.words[start : start + 1] == ["to"]:
            verbs = self.analysis.senses(start + 1, Kind.VERB)
            return start + 1 if any(m.sense and Form.BASE in m.sense.form for m in verbs) else None
        return None

    def _adverbs(self, start: int) -> Iterator[Element]:
        for words, adverb in ADVERBS.items():
            if tuple(self.words[start : start + len(words)]) == words and self._is_adverb(start, words):
                yield Element(start + len(words), adverb=adverb)

    def _is_adverb(self, start: int, words: tuple[str, ...]) -> bool:
        """Whether "how" stands by itself, and not in "how much"."""
        return words != ("how",) or self.words[start + 1 : start + 2] in ([word] for word in AUXILIARIES)

    def _earlier(self, start: int) -> Iterator[Element]:
        """Read "before", "before Meta", "before he joined Meta": elsewhere, and over by then."""
        word = self.words[start]
        yield Element(start + 1, earlier=word)
        places = [start + 1]
        if self.words[start + 1 : start + 2] and self.words[start + 1] in ("he", "she", "they", "it"):
            places += [match.end for match in self.analysis.senses(start + 2, Kind.VERB)]
            yield from self._earlier_post(word, start + 2)
        places += [match.end for match in self.analysis.senses(start + 1, Kind.VERB)]
        for place in places:
            for parsed in self.phrases.at(place):
                if parsed.phrase.names:
                    yield Element(parsed.end, parsed.cost, parsed.notes, phrase=parsed.phrase, earlier=word)

    def _earlier_post(self, word: str, start: int) -> Iterator[Element]:
        """Read "before she became finance director": in another post."""
        starts = [match.end for match in self.analysis.senses(start, Kind.COPULA)]
        if self.words[start : start + 1] and self.words[start] in ("was", "were"):
            starts += [start + 1, *(match.end for match in self.analysis.senses(start + 1, Kind.COPULA))]
        for place in starts:
            for parsed in self.phrases.at(place):
                if word == "before" and parsed.phrase.roles and not parsed.phrase.names and not parsed.phrase.asked:
                    yield Element(parsed.end, parsed.cost, parsed.notes, phrase=parsed.phrase, earlier=word)

    def _phrases(self, start: int) -> Iterator[Element]:
        word = self.words[start]
        for parsed in self.phrases.at(start):
            yield Element(parsed.end, parsed.cost, parsed.notes, phrase=parsed.phrase)
        if word in _STRANDED:
            for parsed in self.phrases.at(start + 1):
                yield Element(parsed.end, parsed.cost, parsed.notes, phrase=parsed.phrase, preposition=word)
            if not self.phrases.at(start + 1):
                yield Element(start + 1, preposition=word)

    # --- relative clauses -------------------------------------------------------------------------------------------

    def _relative(self, head: Parsed, *, finite: bool = False) -> Iterator[Parsed]:
        """The head with each clause that may follow it: "companies that Meta acquired", "people working at X"."""
        finite = finite or self.words[head.end : head.end + 1] in ([word] for word in _RELATIVE_MARKERS)
        for parsed in self._relatives(head, finite=finite):
            yield parsed
            if self.words[parsed.end : parsed.end + 1] == ["and"]:
                yield from self._relative(replace(parsed, end=parsed.end + 1), finite=finite)

    def _relatives(self, head: Parsed, *, finite: bool) -> Iterator[Parsed]:
        start = head.end
        if start >= len(self.words):
            return
        if head.phrase.event:
            yield from self._relative_event(head)
            return
        yield from self._fronted(head)
        marked = self.words[start] in _RELATIVE_MARKERS
        gap = Element(start, phrase=replace(GAP, classes=head.phrase.classes or ("Agent",)))
        for tail in self._tails(start + marked, has_verb=False, phrases=1):
            verbs = [element.verb for element in tail.elements if element.verb]
            inverted = bool(tail.elements) and tail.elements[0].auxiliary is not None and not marked
            if inverted and not finite:
                continue
            if not verbs:
                yield from self._relative_being(head, gap, tail) if marked or finite else ()
                continue
            elements = (gap, *tail.elements)
            first = tail.elements[0].verb
            if not marked and first and not finite:
                if not _can_be_reduced(first):
                    continue
                elements = (gap, Element(start, auxiliary="being"), *tail.elements)
            for clause in self._verbs.clauses(elements):
                situation = clause.situation
                bare = not marked and not finite
                if clause.adverb or situation is None or not self._is_said_of_head(situation, bare=bare):
                    continue
                slot, described = _close_gap(situation)
                phrase = head.phrase.with_role(slot, described)
                yield Parsed(phrase, tail.end, head.cost + clause.cost, head.notes + clause.notes)

    def _fronted(self, head: Parsed) -> Iterator[Parsed]:
        """The head with a clause that begins with more than "that": "where", "whose", "of which"."""
        start = head.end
        if self.words[start] == "where":
            yield from self._relative_place(head)
        if self.words[start] == "whose":
            yield from self._relative_owner(head)
        if self.words[start] in PREPOSITIONS and self.words[start + 1 : start + 2] in (["which"], ["whom"]):
            yield from self._relative_oblique(head)

    def _carried(self, head: Parsed) -> Iterator[Parsed]:
        """An event with the clause that says whose it is: "investment that Meta has made", "stake held by X in Y"."""
        marked = self.words[head.end : head.end + 1] in (["that"], ["which"])
        start = head.end + marked
        noun = Element(start, phrase=head.phrase)
        for tail in self._tails(start, has_verb=False, phrases=1) if start < len(self.words) else ():
            verb = next((element.verb for element in tail.elements if element.verb), None)
            if verb is None or verb.sense is None or verb.sense.entry.kind is not Kind.SUPPORT:
                continue
            reduced = tail.elements[0].verb is verb and not marked
            if reduced and Form.PARTICIPLE not in verb.sense.form:
                continue
            being = (Element(start, auxiliary="being"),) if reduced else ()
            for clause in self._verbs.clauses((noun, *being, *tail.elements)):
                if clause.situation and clause.situation.relation == head.phrase.event_relation and not clause.adverb:
                    phrase = replace(head.phrase, event=clause.situation)
                    yield Parsed(phrase, tail.end, head.cost + clause.cost, head.notes + clause.notes)

    def _is_said_of_head(self, situation: Situation, *, bare: bool) -> bool:
        """Whether a clause has a gap for its head, and is no mere "joined" of "which investors joined the round"."""
        alone = len(situation.arguments) == 1 and not situation.constants and not situation.periods
        return _has_gap(situation) and not (bare and alone and self.words[0] in QUESTION_WORDS)

    def _relative_being(self, head: Parsed, gap: Element, tail: _Tail) -> Iterator[Parsed]:
        """The head with "who were chief executives of X", "that have been vendors of X"."""
        if not tail.elements or tail.elements[0].auxiliary is None:
            return
        for clause in self._verbs.clauses((gap, *tail.elements)):
            being = clause.phrase
            if being is None or clause.adverb or being.words != GAP.words or not being.roles or being.asked:
                continue
            phrase = head.phrase
            for slot, situation in being.roles:
                phrase = phrase.with_role(slot, situation)
            yield Parsed(phrase, tail.end, head.cost + clause.cost, head.notes + clause.notes)

    def _relative_event(self, head: Parsed) -> Iterator[Parsed]:
        """The head with "that X made", "which X holds in Y": a verb that carries the noun says whose it is."""
        noun = Element(head.end, phrase=head.phrase)
        for tail in self._tails(head.end + 1, has_verb=False, phrases=1):
            verb = next((element.verb for element in tail.elements if element.verb), None)
            carried = verb and verb.sense and verb.sense.entry.kind is Kind.SUPPORT
            for clause in self._verbs.clauses((noun, *tail.elements)) if carried and tail.elements[0].phrase else ():
                event = clause.situation or (clause.phrase.event if clause.phrase else None)
                if event and not clause.adverb:
                    phrase = replace(head.phrase, event=event)
                    yield Parsed(phrase, tail.end, head.cost + clause.cost, head.notes + clause.notes)

    def _relative_oblique(self, head: Parsed) -> Iterator[Parsed]:
        """The head with "of which X is chief executive", "in which X invested"."""
        start = head.end + 2
        gap = replace(GAP, classes=head.phrase.classes or ("Agent",))
        fronted = Element(start, phrase=gap, preposition=self.words[head.end])
        for tail in self._tails(start, has_verb=False, phrases=1):
            for clause in self._verbs.clauses((*tail.elements, fronted)) if tail.elements else ():
                yield from _narrowed(head, clause, tail.end)

    def _relative_owner(self, head: Parsed) -> Iterator[Parsed]:
        """The head with "whose chief executive is X", "whose vendors include X"."""
        gap = replace(GAP, classes=head.phrase.classes or ("Agent",))
        for owned in self.phrases.owned(head.end + 1, Parsed(gap, head.end + 1)):
            noun = Element(owned.end, owned.cost, owned.notes, phrase=owned.phrase)
            for tail in self._tails(owned.end, has_verb=False, phrases=2):
                for clause in self._verbs.clauses((noun, *tail.elements)) if tail.elements else ():
                    yield from _narrowed(head, clause, tail.end)

    def _relative_place(self, head: Parsed) -> Iterator[Parsed]:
        """The head with "where X works", "where X was an engineer": it is where that situation is."""
        for tail in self._tails(head.end + 1, has_verb=False, phrases=1):
            for clause in self._verbs.clauses(tail.elements) if tail.elements else ():
                situation = clause.situation or _described(clause)
                slot = situation.relation.object_slot if situation else None
                if not situation or not slot or situation.filled(slot) or clause.adverb:
                    continue
                placed = self._filler.add(situation, slot, replace(GAP, classes=head.phrase.classes))
                if placed is not None:
                    _, closed = _close_gap(placed)
                    phrase = head.phrase.with_role(slot, closed)
                    yield Parsed(phrase, tail.end, head.cost + clause.cost, head.notes + clause.notes)


def _says_when(entry: Entry) -> bool:
    return entry.detail in ("first", "last") and not entry.relation


def _described(clause: Clause) -> Situation | None:
    return described(clause.phrase) if clause.phrase else None


def described(phrase: Phrase) -> Situation | None:
    """The situation of a named phrase, with the phrase put back into it: "X was an engineer"."""
    if not phrase.names or not phrase.roles or phrase.asked:
        return None
    slot, situation = phrase.roles[-1]
    named = replace(phrase, roles=phrase.roles[:-1])
    arguments = tuple((s, named if s == slot and not p.words else p) for s, p in situation.arguments)
    return replace(situation, arguments=arguments)


def _notes(match: Match) -> tuple[str, ...]:
    return (match.note,) if match.note else ()


def _can_be_reduced(match: Match) -> bool:
    sense = match.sense
    if sense is None:
        return False
    reduced = Form.PARTICIPLE in sense.form or Form.ING in sense.form
    return reduced or sense.entry.kind is Kind.ADJECTIVE


def _narrowed(head: Parsed, clause: Clause, end: int) -> Iterator[Parsed]:
    """The head with what a relative clause says of it, if the clause has a gap for it and ends at `end`."""
    situation = clause.situation or _described(clause)
    if situation is None or clause.adverb or not _has_gap(situation):
        return
    slot, closed = _close_gap(situation)
    yield Parsed(head.phrase.with_role(slot, closed), end, head.cost + clause.cost, head.notes + clause.notes)


def _has_gap(situation: Situation) -> bool:
    return any(phrase.words == GAP.words for _, phrase in situation.arguments)


def _close_gap(situation: Situation) -> tuple[str, Situation]:
    slot = next(slot for slot, phrase in situation.arguments if phrase.words == GAP.words)
    arguments = tuple((s, HERE if phrase.words == GAP.words else phrase) for s, phrase in situation.arguments)
    return slot, replace(situation, arguments=arguments)


def _prune(found: list[_Tail], most: int) -> list[_Tail]:
    kept: dict[int, list[_Tail]] = {}
    for tail in sorted(found, key=lambda tail: (tail.cost, len(tail.elements))):
        same_end = kept.setdefault(tail.end, [])
        if len(same_end) < most:
            same_end.append(tail)
    return [tail for same_end in kept.values() for tail in same_end]
