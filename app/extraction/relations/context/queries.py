"""What a sentence leaves unsaid, the firms that it may mean, and where a firm is told of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from app.extraction.mentions.arguments import is_subject
from app.extraction.mentions.binding import led_in_with
from app.extraction.mentions.silence import only_asked
from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.lemmas import is_verb
from app.extraction.relations.reading.sentences import COMPANIES, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

FIRMS = COMPANIES | {"OrganizationUnit"}
# The manner of a firm that is left unsaid, but for a word that tells what it is: "the shipbuilder".
DESCRIBED = "described"
Place = tuple[FoundMention, Sentence]


@dataclass(frozen=True)
class Query:
    """What a sentence leaves unsaid: the `slot` of a relation that it tells of `known` at a token.

    `side` is which argument that is, "either" if both may be; `manner` how it is left unsaid. `said` are features that
    firms have by what the article tells of them and `known`; `where` says where those were told of that are no firms
    named so far. `none` are features that speak for nobody. `barred` can be none of those sought. `sure` is how
    likely a firm must be, if likelier than for others of the slot.
    """

    slot: str
    relation: str
    rule: str
    sentence: Sentence
    trigger: int
    known: FoundMention
    side: str = "object"
    manner: str = ""
    barred: Set[str] = frozenset()
    said: Mapping[str, Sequence[str]] = field(default_factory=dict)
    where: Mapping[str, Place] = field(default_factory=dict)
    none: Sequence[str] = ()
    sure: float = 0.0


@dataclass(frozen=True)
class Options:
    """The firms that a query may mean, where each was last told of, and their features; last those of none of them."""

    query: Query
    firms: tuple[str, ...]
    places: tuple[Place, ...]
    rows: tuple[frozenset[str], ...]


def root_of(mention: FoundMention, sentence: Sentence) -> Token:
    """The head of a mention."""
    return sentence.passage.doc[mention.start : mention.end].root


@lru_cache(maxsize=256)
def places_in(sentence: Sentence) -> Sequence[Place]:
    """The firms that a sentence names, in its order."""
    return tuple((m, sentence) for m in sentence.mentions() if sentence.scene.type_of(m) in FIRMS)


# Each query asks of all firms named so far: what an article's sentences say of this is kept.
@lru_cache(maxsize=256)
def only_told_apart(sentence: Sentence) -> frozenset[int]:
    """Where the firms start that only tell others apart: "Delft graduates", "not to be confused with Acme"."""
    return frozenset(m.start for m, _ in places_in(sentence) if _is_only_told_apart(m, sentence))


def _is_only_told_apart(mention: FoundMention, sentence: Sentence) -> bool:
    """Whether a name only tells others apart: "Delft graduates", "former staff of Acme", "not to be confused with"."""
    root = root_of(mention, sentence)
    before = {t.lower_ for t in sentence.passage.doc[max(sentence.start, mention.start - 4) : mention.start]}
    of_people = root.dep_ == "compound" and root.head.i >= mention.end and root.head.tag_ == "NNS"
    return of_people or bool(before & {"confused", "unrelated", "former"})


def told_of(sentence: Sentence, before: int | None = None) -> list[FoundMention]:
    """The firms that a sentence, or what it says that somebody said, is about: as subjects of its main verbs."""
    return [mention for mention in _told_of(sentence) if before is None or mention.start < before]


# Each query asks of the sentences before it: the last ones are kept.
@lru_cache(maxsize=256)
def _told_of(sentence: Sentence) -> tuple[FoundMention, ...]:
    found = []
    for mention, _ in places_in(sentence):
        root = root_of(mention, sentence)
        if is_subject(root) and not only_asked(root):
            verb = verb_over(root)
            while verb.dep_ == "conj" or (verb.dep_ == "ccomp" and verb.i < verb.head.i):
                verb = verb.head
            if verb.dep_ == "ROOT":
                found.append(mention)
    return tuple(found)


def verb_over(token: Token) -> Token:
    """The verb that a word hangs on, through whatever is between."""
    while not is_verb(token) and token.head != token:
        token = token.head
    return token


def led_in(sentence: Sentence, subject: Token) -> set[str]:
    """The firms of what leads in a clause, none of which its subject, or whose it is, is called anew."""
    led = {t.i for t in led_in_with(subject.head if subject.dep_ == "poss" else subject)}
    return {m.entity for m, _ in places_in(sentence) if root_of(m, sentence).i in led} if led else set()


def among(firm: str, firms: Set[str]) -> str:
    """Whether a firm is one of some, the only one, or another than those."""
    return "nobody" if not firms else "other" if firm not in firms else "this" if len(firms) == 1 else "also"
