"""Who is told only by a name, and in the next sentences by a post: "P sleeps badly. The head of X sold it"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.extraction.lexicon.nouns import ROLE_HEADS
from app.extraction.mentions.salience import Referent
from app.extraction.mentions.telling import Telling
from app.extraction.mentions.types import ORGANIZATIONS, PERSON
from app.extraction.parsing.passages import FoundMention, MentionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

# Of these a firm has one, or few: whoever has been named without a post is meant.
POSTS_OF_FEW = frozenset(
    """boss captain ceo chair chairman chairperson chairwoman chief dean director editor head manager president
    principal supremo treasurer governor rector spokesman spokeswoman""".split()
)


def is_post_of_few(token: Token) -> bool:
    """Whether a word heads such a post: "the head", "the chief executive"."""
    chief = token.lower_ in {"executive", "officer"} and any(c.lower_ == "chief" for c in token.lefts)
    return chief or token.lower_ in POSTS_OF_FEW


# What says of a person who it is; beside a name it leaves nothing to be told.
_TOLD_BY = frozenset({"of", "at", "from", "with"})
_LATELY = 2


@dataclass(frozen=True)
class Introduced:
    """Finds whom a post at a firm that is named there for the first time tells of."""

    told: Telling

    def is_post(self, token: Token) -> bool:
        """Whether it is the head of "the personnel director of X" or "the X boss", with no name of its own."""
        if not is_post_of_few(token) or token.dep_ not in {"nsubj", "nsubjpass"}:
            return False
        if any(c.dep_ in {"appos", "poss", "relcl"} for c in token.children) or _goes_on_to_say_who(token):
            return False
        firm = self._firm(token)
        return firm is not None and self._is_new(firm)

    def person(self, token: Token) -> list[Referent]:
        """The only person who was spoken of lately, if so far by name alone."""
        here = self.told.candidates(frozenset({PERSON}), 0)
        people = [r for r in self.told.candidates(frozenset({PERSON}), _LATELY) if not r.others]
        if len({r.entity for r in people}) != 1 or any(r.token < token.i for r in here if r.passage == self._of(token)):
            return []
        found = people[-1]
        return [found] if self._is_bare(found.entity) else []

    def _of(self, token: Token) -> int:
        return self.told.passage_of(token)

    def _firm(self, token: Token) -> FoundMention | None:
        """The firm that the words around a post name as its own."""
        after = [t for c in token.children if c.lower_ in {"of", "at"} for t in c.children if t.dep_ == "pobj"]
        before = [c for c in token.lefts if c.dep_ in {"compound", "nmod"}]
        found = [self.told.mentions.at(self._of(token), t.i) for t in (*after, *before)]
        firms = [m for m in found if m is not None and m.kind is MentionKind.NAME]
        firms = [m for m in firms if self.told.mentions.entity(m).type in ORGANIZATIONS]
        return firms[0] if len(firms) == 1 else None

    def _is_new(self, firm: FoundMention) -> bool:
        """Whether the text has not named it before, nor somebody else who has a post there."""
        spoken = {r.entity for r in self.told.discourse.referents if (r.passage, r.token) < (firm.passage, firm.start)}
        return firm.entity not in spoken and firm.entity not in self.told.posts.values()

    def _is_bare(self, entity: str) -> bool:
        """Whether the text has named somebody in full, and so far said nothing of what that is."""
        name = self.told.mentions.entities[entity].name.split()
        if len(name) < 2 or entity in self.told.posts:
            return False
        words = self.told.descriptions.get(entity, set()) - {word.lower() for word in name}
        if any(word in ROLE_HEADS or word.endswith(("er", "or", "ist", "man")) for word in words):
            return False
        return not any(self._is_told(m) for m in self.told.mentions if m.entity == entity)

    def _is_told(self, mention: FoundMention) -> bool:
        """As in "P of X": the name goes on to say whose somebody is."""
        doc = self.told.passages[mention.passage].doc
        return mention.end < len(doc) and doc[mention.end].lower_ in _TOLD_BY


def _goes_on_to_say_who(token: Token) -> bool:
    """As in "the head of X is P"."""
    return token.head.lemma_ == "be" and any(c.dep_ == "attr" and c.pos_ == "PROPN" for c in token.head.children)
