"""Takes a question apart into its topic and the things that it asks ("Acme: who founded it, when, and the price?")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.query.ask.kinds.several.nouns import part_noun
from app.query.ask.lexical.entries import NOMINAL
from app.query.ask.lexical.lexicon import Lexicon
from app.query.ask.lexical.words import AUXILIARIES, spelt_words

_MOST_PARTS = 5
_LONGEST_TOPIC, _SHORT_TOPIC, _NOUN_WITHIN = 9, 5, 4
_ASKING = r"(?:(?:who|what|when|where|how)s?|whom|whose|which|why)\b"
_BEFORE = (
    r"(?:(?:at|by|for|from|in|on|to|under|with|of|until|till?|since|as|over|about|into|through|during|after|before|against"
    r"|between|through|up to|out of|according to) )?"
)
_AUXILIARY = r"(?:is|are|was|were|do|does|did|has|have|had|will|can)"
_OF_WHOM = r"(?:it|he|she|they|there|that|this|these|those|the|his|her|its|their|any|anyone|anybody|someone|somebody)\b"
_OPENER = rf"(?:{_BEFORE}{_ASKING}|says who\b|{_AUXILIARY} (?:{_OF_WHOM}|(?-i:[A-Z])))"
_LEAD = (
    r"(?:(?:and|but|or|then|also|plus|as well as|if so|if not|if yes|in that case|finally|lastly|please"
    r"|(?:say|tell me|tell us|state|indicate|specify|mention|note|add|give|name|show)(?= \w))\b,?\s+)*"
)
_MARK = r"(?:\s*[;?!]+\s+|\s*,\s+|(?<=\w\w)\.\s+|\s+[–—-]+\s+|\s+(?=(?:and|or|plus|then|with|as well as)\s))"
_BREAK = re.compile(rf"(?P<mark>{_MARK})(?P<lead>{_LEAD})(?P<bound>(?:with|including)\s+)?", re.IGNORECASE)
_ASKS = re.compile(_OPENER, re.IGNORECASE)
_RELATIVE = re.compile(r"(?:who|whom|whose|which|where|that)\b", re.IGNORECASE)
_TOPIC = re.compile(r"^\W*(?P<topic>[^:?]{2,90}?)(?:\s*:\s+|\s+[–—-]+\s+)(?P<body>\S.*)$", re.DOTALL)
_AHEAD = re.compile(
    r"^\W*(?!In\b|At\b|On\b|As\b|By\b|For\b|From\b|With\b|After\b|Before\b|Since\b|Until\b)"
    r"(?P<topic>[A-Z][^,:?]*?),\s+(?P<body>\S.*)$",
    re.DOTALL,
)
_CLAUSE = re.compile(
    r"^(?:the |what |which )?[a-z]+ (?:(?:that|which) )?(?:he|she|it|they|each|each of them|both)\b", re.IGNORECASE
)
_BARE = re.compile(rf"^\W*{_BEFORE}(?:who|whom|what|when|where|why|how(?: long| much)?)\W*$", re.IGNORECASE)


@dataclass(frozen=True)
class Segments:
    """The topic that stands before a colon, if one does, and what is asked, part by part.

    It is sure where hardly any question of one part is spelt like that.
    """

    topic: str
    parts: tuple[str, ...]
    sure: bool = False


def segmented(question: str, lexicon: Lexicon) -> list[Segments]:
    """The ways to take a question apart, surest first; none where it asks one thing.

    >>> from app.query.ask.lexical.lexicon import load_lexicon
    >>> [found.parts for found in segmented("Who founded Acme, when, and is it still alive?", load_lexicon())]
    [('Who founded Acme', 'when', 'is it still alive')]
    >>> segmented("Acme, Series B: lead investor, date", load_lexicon())
    [Segments(topic='Acme, Series B', parts=('lead investor', 'date'), sure=True)]
    >>> segmented("Who invested in Acme and Pelm?", load_lexicon())
    []
    """
    topic, body = _topic(question)
    breaks = list(_breaks(body, lexicon, listed=bool(topic)))
    found: list[Segments] = []
    for least in (2, 1):
        parts = _without_bare_start(_cut(body, [(start, end) for start, end, sure in breaks if sure >= least]))
        if 1 < len(parts) <= _MOST_PARTS and tuple(parts) not in [way.parts for way in found]:
            sure = least == 2 and (bool(topic) or asks(parts[0]) or not all(map(asks, parts[1:])))
            found.append(Segments(topic, tuple(parts), sure))
    return found


def asks(text: str) -> bool:
    """Whether a text begins as a question does.

    >>> asks("since when"), asks("in Acme"), asks("the price")
    (True, False, False)
    """
    return bool(_ASKS.match(text.strip()))


def _topic(question: str) -> tuple[str, str]:
    ahead = _AHEAD.match(question)
    if ahead and not asks(ahead["topic"]) and len(ahead["topic"].split()) <= _SHORT_TOPIC and asks(ahead["body"]):
        return ahead["topic"], ahead["body"]
    found = _TOPIC.match(question)
    if found is None or asks(found["topic"]) or len(found["topic"].split()) > _LONGEST_TOPIC:
        return "", question
    return found["topic"].strip(), found["body"]


def _breaks(body: str, lexicon: Lexicon, *, listed: bool) -> Iterator[tuple[int, int, int]]:
    """Where the body may be cut, and how surely: 2 before a question, 1 before a noun or a relative clause."""
    marks = list(_BREAK.finditer(body))
    for position, mark in enumerate(marks):
        follower = marks[position + 1].start() if position + 1 < len(marks) else len(body)
        rest, item = body[mark.end("lead") :], body[mark.end() : follower].strip(" .?!")
        lead = mark["lead"].strip().casefold()
        if asks(rest) and not (lead.startswith("or") and not _opens_anew(rest)):
            closed = any(asks(body[other.end("lead") :]) and other["lead"] for other in marks[position + 1 :])
            loose = not lead and mark["mark"].strip() == "," and _RELATIVE.match(rest) and not (closed or listed)
            yield mark.start(), mark.end("lead"), 1 if loose else 2
        elif item and not lead.startswith("or") and _is_noun(item, lexicon, listed=listed, bound=bool(mark["bound"])):
            yield mark.start(), mark.end(), 2 if listed or mark["bound"] else 1


def _opens_anew(rest: str) -> bool:
    """Whether "or" leads to another question ("is she a boss or what does she do"), and not to a choice."""
    return bool(re.match(_ASKING, rest, re.IGNORECASE)) and len(rest.split()) > 2


def _is_noun(item: str, lexicon: Lexicon, *, listed: bool, bound: bool) -> bool:
    """Whether an item of a list asks something by itself: "the date", "her predecessor", "the day she came"."""
    if part_noun(item, lexicon) is not None:
        return True
    if bound or item[:1].isupper():
        return False
    words = spelt_words(item)
    heads = (words[i : i + size] for i in range(min(_NOUN_WITHIN, len(words))) for size in (3, 2, 1))
    nouns = any(sense.entry.kind in NOMINAL for head in heads for sense in lexicon.senses.get(head, ()))
    return (nouns or bool(_CLAUSE.match(item))) and (listed or not AUXILIARIES.intersection(words[:2]))


def _cut(body: str, breaks: Sequence[tuple[int, int]]) -> list[str]:
    starts = [0, *(end for _, end in breaks)]
    ends = [*(start for start, _ in breaks), len(body)]
    return [part for start, end in zip(starts, ends, strict=True) if (part := body[start:end].strip(" .,;?!"))]


def _without_bare_start(parts: list[str]) -> list[str]:
    """The parts with a bare "when" at the start, which leans on what follows it, behind that ("when and where")."""
    if len(parts) > 1 and _BARE.match(parts[0]) and not _BARE.match(parts[1]):
        return [parts[1], parts[0], *parts[2:]]
    return parts
