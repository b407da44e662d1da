"""What an anaphor can mean: all that was mentioned so far, and how near and prominent it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from app.extraction.mentions.arguments import SUBJECTS, is_subject, subjects_above, verb_of
from app.extraction.mentions.silence import keeps_silent, only_asked
from app.extraction.mentions.types import ORGANIZATIONS
from app.extraction.parsing.passages import FoundMention, Mentions, Passage
from app.model import LocalEntity, Span

if TYPE_CHECKING:
    from spacy.tokens import Token


# How many sentences an anaphor looks back.
_REACH = 3
_NEARNESS = {0: 3.0, 1: 2.0, 2: 1.0, 3: 0.5}
# The winner must be ahead of the next by this much, or nothing is recorded.
_MARGIN = 0.6


@dataclass(frozen=True)
class Referent:
    """An entity as mentioned at a place: what an anaphor after it can mean."""

    entity: str
    others: tuple[str, ...]
    passage: int
    token: int
    sentence: int
    subject: bool
    name: Span

    @property
    def all_entities(self) -> tuple[str, ...]:
        """Every entity meant."""
        return (self.entity, *self.others)


@dataclass
class Discourse:
    """The article as read so far."""

    mentions: Mentions
    passages: Sequence[Passage]
    referents: list[Referent] = field(default_factory=list)
    names: dict[str, Span] = field(default_factory=dict)
    sentence: int = 0

    def add(self, mention: FoundMention) -> None:
        """Take note of a mention."""
        passage = self.passages[mention.passage]
        if mention.entity not in self.names or not mention.ties:
            self.names[mention.entity] = mention.ties[0] if mention.ties else passage.span(mention.start, mention.end)
        root = passage.doc[mention.start : mention.end].root
        self.referents.append(
            Referent(
                mention.entity,
                mention.others,
                mention.passage,
                root.i,
                self.sentence,
                is_subject(root),
                self.names[mention.entity],
            )
        )

    def close(self, root: Token) -> None:
        """End a sentence, given its root; nothing goes on about who keeps silent in it."""
        if keeps_silent(root):
            said = [r for r in self.referents if r.sentence == self.sentence]
            kept = [r for r in said if not self._was_only_asked(r)]
            self.referents[len(self.referents) - len(said) :] = kept
        else:
            self.sentence += 1

    def _was_only_asked(self, referent: Referent) -> bool:
        token = self.passages[referent.passage].doc[referent.token]
        return self.entity(referent).type in ORGANIZATIONS and only_asked(token)

    def recent(self, reach: int = _REACH) -> list[Referent]:
        """What was mentioned in this and the last few sentences, nearest last."""
        found = list(takewhile(lambda r: self.sentence - r.sentence <= reach, reversed(self.referents)))
        return found[::-1]

    def entity(self, referent: Referent) -> LocalEntity:
        """The local entity of a referent."""
        return self.mentions.entities[referent.entity]


def most_salient(
    discourse: Discourse, anaphor: Token, candidates: Iterable[Referent], bonus: Mapping[str, float]
) -> Referent | None:
    """The candidate clearly ahead of the others in nearness and prominence; None if two are close."""
    best: dict[str, tuple[float, Referent]] = {}
    counts: dict[str, int] = defaultdict(int)
    considered = list(candidates)
    # Whoever is the subject here is not "the company", wherever else it was named; a mere "it" may be no firm at all.
    noun = anaphor.pos_ != "PRON"
    barred = {r.entity for r in considered if noun and r.subject and clashes(discourse, r, anaphor)}
    for referent in considered:
        if referent.others or referent.entity in barred or clashes(discourse, referent, anaphor):
            continue
        counts[referent.entity] += 1
        score = _score(discourse, referent) + bonus.get(referent.entity, 0.0) + 0.2 * min(counts[referent.entity], 3)
        if referent.entity not in best or score >= best[referent.entity][0]:
            best[referent.entity] = (score, referent)
    ranked = sorted(best.values(), key=lambda pair: (-pair[0], pair[1].passage, pair[1].token))
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN):
        return None
    return ranked[0][1]


def _score(discourse: Discourse, referent: Referent) -> float:
    distance = discourse.sentence - referent.sentence
    subject = (1.2 if distance == 0 or _leads(discourse, referent) else 0.3) if referent.subject else 0.0
    return _NEARNESS.get(distance, 0.0) + subject


def _leads(discourse: Discourse, referent: Referent) -> bool:
    """Whether a sentence may go on about a subject: it is not the one of a relative clause."""
    token = discourse.passages[referent.passage].doc[referent.token]
    return token.head.dep_ != "relcl" and token.tag_ not in ("WDT", "WP")


def clashes(discourse: Discourse, referent: Referent, anaphor: Token) -> bool:
    """Whether grammar forbids it: subject and object of one verb are two things, unless a reflexive says otherwise."""
    doc = discourse.passages[referent.passage].doc
    if doc is not anaphor.doc:
        return False
    token = doc[referent.token]
    # Of "X sells parts for the company's cars" the company is another: its own would be "its".
    if (anaphor.dep_ == "poss" and anaphor.pos_ == "PRON") or anaphor.lower_.endswith("self"):
        beside = token.i == anaphor.head.i or (token.head.i == anaphor.head.i and token.dep_ == "appos")
        return beside or (anaphor.dep_ == "poss" and _is_what(token, anaphor))
    verb = verb_of(anaphor.head if anaphor.dep_ == "poss" else anaphor)
    if token.dep_ in {"poss", "compound"} or _is_whose(token):
        return False
    return verb_of(token).i == verb.i or token in _controllers(verb)


# "The managers of X have bought the company": these are X's, and the company is X.
_OF_FIRMS = frozenset(
    """management manager owner founder family creditor lender shareholder investor staff worker employee director
    administrator board liquidator receiver trustee promoter chief head""".split()
)


def _is_whose(token: Token) -> bool:
    """Whether it is X in "the managers of X have", where these are the subject."""
    of = token.head
    holder = of.head
    return token.dep_ == "pobj" and of.lower_ == "of" and holder.dep_ in SUBJECTS and holder.lemma_.lower() in _OF_FIRMS


def _controllers(verb: Token) -> list[Token]:
    """Who does what an infinitive says: "asked P to succeed him", "P is expected to succeed him"."""
    if verb.dep_ != "xcomp" or any(child.dep_ in SUBJECTS for child in verb.children):
        return []
    objects = [child for child in verb.head.children if child.dep_ == "dobj"]
    return objects or subjects_above(verb)


def _is_what(token: Token, anaphor: Token) -> bool:
    """Whether it is X in "X, its supplier," or "X has been its supplier": there "its" is another's."""
    noun = anaphor.head
    if noun.dep_ == "appos":
        # The parser may take the first of "between A and B, its supplier" for what the supplier is.
        return token.i == anaphor.i - 2 or token == noun.head
    be = (
        noun.dep_ == "attr"
        and noun.head.lemma_ in {"be", "become", "remain"}
        and not any(c.lower_ == "own" for c in noun.children)
    )
    return be and token.head == noun.head and token.dep_ == "nsubj"
