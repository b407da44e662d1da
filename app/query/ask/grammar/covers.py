"""Covers a question's words by items: each word is a name, a word for a relation, a value, a time, or says nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product

from app.query.ask.grammar.adverbs import ADVERBS
from app.query.ask.grammar.reading import Asked
from app.query.ask.lexical.analyse import Analysis
from app.query.ask.lexical.apart import BOTH, WHETHER, Apart
from app.query.ask.lexical.entries import Kind, Sense
from app.query.ask.lexical.inflect import Form
from app.query.ask.lexical.matches import Match
from app.query.ask.lexical.words import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    DO,
    FUNCTION_WORDS,
    POSSESSIVE_PRONOUNS,
    QUESTION_WORDS,
)

_MOST_COVERS = 120
_MOST_ITEMS = 9
_RELATIONAL = frozenset({Kind.VERB, Kind.ADJECTIVE, Kind.NOUN, Kind.TITLE})
_USABLE = _RELATIONAL | {
    Kind.CLASS_NOUN,
    Kind.SLOT_NOUN,
    Kind.STATE,
    Kind.ORDER,
    Kind.SUPPORT,
    Kind.ASPECT_VERB,
    Kind.PLAN,
}
_VERBAL = frozenset({Kind.VERB, Kind.SUPPORT})
_HEDGING = (Kind.STATE, Kind.STANDING, Kind.PLAN)
_NOMINAL = frozenset({Kind.NOUN, Kind.TITLE, Kind.CLASS_NOUN, Kind.SLOT_NOUN})
_MARKS = frozenset("of in at for from with by on to into as within inside between over about".split())
_SILENT = _MARKS | frozenset("the a an 's is are was were do does did has have had there me us all any".split())
"""Small words that restrict nothing by themselves. Any other one ("not", "before", "or") leaves a question unread."""
_RELATIVE = frozenset({"who", "that", "which"})
_ASKING: dict[tuple[str, ...], Asked] = {
    ("who",): Asked.WHO,
    ("whom",): Asked.WHO,
    ("what",): Asked.WHAT,
    ("which",): Asked.WHICH,
    ("where",): Asked.WHERE,
    **{("how", size): Asked.AMOUNT for size in ("much", "large", "big", "high")},
    **{words: Asked.WHEN for words, adverb in ADVERBS.items() if adverb in ("when", "what date")},
    **{words: Asked.HOW_LONG for words, adverb in ADVERBS.items() if adverb == "how long"},
    **{("since", which, "year"): Asked.WHEN for which in ("what", "which")},
    ("since", "when"): Asked.WHEN,
    ("until", "when"): Asked.WHEN,
    ("why",): Asked.WHY,
}
_LONGEST_ASKING = max(map(len, _ASKING))


@dataclass(frozen=True)
class Item:
    """Words that are used as one thing: `match` says as what, `asked` that they ask."""

    start: int
    end: int
    match: Match | None = None
    asked: Asked | None = None
    terms: tuple[tuple[str, tuple[str, ...]], ...] = ()  # what it says of a situation besides, as the graph has it
    mark: str = ""
    """The preposition before it, or "'s" where it is somebody's."""

    @property
    def sense(self) -> Sense | None:
        """What the lexicon says of it, if it is one of its words."""
        return self.match.sense if self.match else None

    @property
    def kind(self) -> Kind | None:
        """The kind of the lexicon's word, if it is one."""
        return self.sense.entry.kind if self.sense else None

    @property
    def is_relation(self) -> bool:
        """Whether it is a word for a relation."""
        return self.kind in _RELATIONAL


@dataclass(frozen=True)
class Cover:
    """Items that use up all words of a question but the silent ones."""

    items: tuple[Item, ...]
    cost: float
    owned: bool = False  # "its round": somebody in it is meant
    paired: bool = False  # "Acme and Pelm"

    def of(self, *kinds: Kind) -> list[Item]:
        """The items that are words of some kinds."""
        return [item for item in self.items if item.kind in kinds]


def covers(analysis: Analysis) -> Iterator[Cover]:
    """Every way to cover all words by as few items as can be; none where a word restricts in a way of its own."""
    if analysis.apart is not Apart.NOTHING or any(token.also not in ("", BOTH, WHETHER) for token in analysis.tokens):
        return
    spans = _fewest(analysis)
    if spans is None or len(spans) > _MOST_ITEMS:
        return
    choices = [list(_items(analysis, start, end)) for start, end in spans]
    for items in islice(product(*choices), _MOST_COVERS):
        owned = bool(POSSESSIVE_PRONOUNS.intersection(analysis.words))
        paired = "and" in analysis.words
        yield Cover(items, sum(item.match.cost for item in items if item.match), owned, paired)


def _fewest(analysis: Analysis) -> list[tuple[int, int]] | None:
    """The spans of the items, longest first; None where a word is in none, or says what cannot be placed."""
    spans: list[tuple[int, int]] = []
    position, asks = 0, False
    while position < len(analysis.words):
        ends = {match.end for match in analysis.at(position) if _is_usable(match)}
        asking = _asking_at(analysis, position)
        word = analysis.words[position]
        if word in DO and DO.intersection(analysis.words[:position]):
            return None  # "what does it do": a verb of its own
        refers = word in _RELATIVE and bool(spans) and _stands_for_somebody(analysis, spans[-1])
        led = analysis.words[position - 1] in _MARKS if position else False  # "by which"
        near = bool(spans) and position - spans[-1][1] == led
        if asking and not asks and not (refers and near and _is_common(analysis, spans[-1])):
            asks = True
            spans.append((position, asking))
            position = asking
        elif ends and (max(ends) > position + 1 or word not in _SILENT):
            spans.append((position, max(ends)))
            position = max(ends)
        elif refers or (asks and _repeats(analysis, position)) or _says_nothing(analysis, spans, position):
            position += 1
        else:
            return None
    return spans


def _repeats(analysis: Analysis, position: int) -> bool:
    """Whether a "was what" at the end only asks again: "for how much Acme bought Pelm was what"."""
    last = position == len(analysis.words) - 1 and position > 0
    return last and analysis.words[position] == "what" and analysis.words[position - 1] in BE


def _says_nothing(analysis: Analysis, spans: list[tuple[int, int]], position: int) -> bool:
    """Whether a word restricts nothing where it stands: "of", "its" of the one who is named, "and" between names."""
    word = analysis.words[position]
    if word in POSSESSIVE_PRONOUNS:
        return _names_one(analysis, spans)
    if word == "and":
        return _joins_names(analysis, spans, position)
    return word in _SILENT or _is_command(analysis, position)


def _asking_at(analysis: Analysis, position: int) -> int | None:
    """Where words that ask end; None where none begin."""
    for length in range(_LONGEST_ASKING, 0, -1):
        if tuple(analysis.words[position : position + length]) in _ASKING and position + length <= len(analysis.words):
            return position + length
    return None


def _stands_for_somebody(analysis: Analysis, span: tuple[int, int]) -> bool:
    """Whether the words before a "who" can be what it refers to."""
    named = any(match.names and match.end == span[1] for match in analysis.at(span[0]))
    return named or _is_common(analysis, span)


def _is_common(analysis: Analysis, span: tuple[int, int]) -> bool:
    """Whether words are a noun for somebody, and no name: a "who" right behind these asks nothing."""
    kinds = (Kind.CLASS_NOUN, Kind.NOUN, Kind.TITLE, Kind.SLOT_NOUN)
    return any(match.end == span[1] for match in analysis.senses(span[0], *kinds))


def _joins_names(analysis: Analysis, spans: list[tuple[int, int]], position: int) -> bool:
    """Whether an "and" stands between two names, right behind the one and before the other."""
    before = bool(spans) and spans[-1][1] == position
    named = before and any(m.names and m.end == position for m in analysis.at(spans[-1][0]))
    return named and any(m.names for m in analysis.at(position + 1))


def _is_command(analysis: Analysis, position: int) -> bool:
    """Whether a "list" ends the question, which asks for nothing by itself."""
    last = position == len(analysis.words) - 1 and position > 0
    return last and any(match.end == position + 1 for match in analysis.senses(position, Kind.COMMAND))


def _names_one(analysis: Analysis, spans: list[tuple[int, int]]) -> bool:
    """Whether just one is named so far, whom a pronoun then means."""
    return sum(any(m.names and m.end == end for m in analysis.at(start)) for start, end in spans) == 1


def _is_usable(match: Match) -> bool:
    """Whether a match can be an item: nothing misspelt, no speaker, no forecast, no kind that nothing can check."""
    if match.note:
        return False
    if match.quantity:
        return match.quantity.side == "="
    if match.names or match.values or match.period:
        return True
    entry = match.sense.entry if match.sense else None
    if entry is None or entry.kind not in _USABLE:
        return False
    if entry.kind is Kind.CLASS_NOUN and entry.loose:
        return False  # nothing tells whether somebody is one
    if entry.kind is Kind.STATE:
        return entry.detail in ("current", "former", "planned")
    return entry.kind is not Kind.ORDER or not entry.relation


def _items(analysis: Analysis, start: int, end: int) -> Iterator[Item]:
    """Everything that the words of a span can be."""
    if _asking_at(analysis, start) == end:
        words = tuple(analysis.words[start:end])
        yield Item(start, end, asked=_ASKING[words], mark=_mark(analysis, start, end))
        return
    mark = _mark(analysis, start, end)
    found = [match for match in analysis.at(start) if match.end == end and _is_usable(match)]
    named = [match for match in found if match.names and match.cost == 0]
    nouns = [match for match in found if match.sense and match.sense.entry.kind in _NOMINAL]
    nominal = {relation for match in nouns for relation in _relations(match) or {""}}
    hedged = any(m.end == end for m in analysis.senses(start, *_HEDGING))
    for match in named or found:
        item = Item(start, end, match, mark=mark)
        if item.kind is Kind.ADJECTIVE and end - start == 1 and analysis.words[start] in FUNCTION_WORDS:
            continue  # "after" says when, more often than that somebody wants a company
        if item.kind is Kind.SUPPORT and hedged:
            continue  # "planned" carries no noun where it says how far along something is
        if not (item.kind in _VERBAL and (nominal - _relations(match) or mark) and _is_bare(item)):
            yield item


def _relations(match: Match) -> set[str]:
    """The relation that a word speaks of, if it speaks of one."""
    return {match.sense.entry.relation} - {""} if match.sense else set()


def _is_bare(item: Item) -> bool:
    """Whether a verb is in its base form, which a noun may have too: "stake", "in shares"."""
    sense = item.sense
    return sense is not None and not sense.form & (Form.PAST | Form.PARTICIPLE | Form.ING)


def _mark(analysis: Analysis, start: int, end: int) -> str:
    """The preposition or the possessive that says what an item is to its neighbours."""
    if analysis.word(end) == "'s":
        return "'s"
    before = start - 1
    while before >= 0 and analysis.words[before] in DETERMINERS - {"that", "this"}:
        before -= 1
    return analysis.words[before] if before >= 0 and analysis.words[before] in _MARKS else ""


def is_statement(analysis: Analysis) -> bool:
    """Whether a question begins as one for yes or no does."""
    return analysis.word(0) in AUXILIARIES and not QUESTION_WORDS.intersection(analysis.words)
