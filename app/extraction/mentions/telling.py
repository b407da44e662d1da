"""What an article has told so far, for whatever points back: who was spoken of, and what is known of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.extraction.lexicon.kinds import also_called, kinds
from app.extraction.lexicon.nouns import (
    BODY_NOUNS,
    COMPANY_NOUNS,
    HE,
    IT,
    SAYING_VERBS,
    SHE,
)
from app.extraction.lexicon.speech_words import is_outlet
from app.extraction.mentions.anaphors import (
    ANY_BODY,
    ANY_INDUSTRY,
    GENERIC_HEADS,
    LANDS,
    PLAIN_MODIFIERS,
    is_specific,
    modifiers_of,
)
from app.extraction.mentions.arguments import came_from, is_subject, object_before, verb_of, was_before
from app.extraction.mentions.capitals import is_legal_form
from app.extraction.mentions.descriptions import describe, genders
from app.extraction.mentions.investors import holds_shares, is_investor, joins_round
from app.extraction.mentions.posts import posts
from app.extraction.mentions.runs import is_headline
from app.extraction.mentions.salience import Discourse, Referent
from app.extraction.mentions.silence import only_asked
from app.extraction.mentions.types import COLLECTIVE, COMPANY, ORGANIZATIONS, PERSON
from app.extraction.parsing.passages import MentionKind, Mentions, Passage

if TYPE_CHECKING:
    from spacy.tokens import Token


# How many sentences back the only organisation of an article may have been named.
FAR = 40
# "The combined company" and "the new company" are none of those named before.
_OTHER = frozenset("combined enlarged future joint merged new other resulting".split())
AGENTS = ORGANIZATIONS | {PERSON, COLLECTIVE}
# What outlets do, or have done to them, without being spoken of.
_REPORTING = frozenset("according accord cite interview see review obtain view read".split())
_LABELS = frozenset("brand name label logo trademark graduate alumnus alumnae student dropout professor".split())
_PUBLIC = frozenset(
    "Bureau Department Ministry Commission Court Police Senate Congress Parliament Government Navy Army".split()
)
# Of these a firm is one where it has been called one.
_KINDS_OF_FIRM = frozenset("startup start-up giant".split())


class Telling:
    """The article as far as it has been read."""

    def __init__(self, passages: Sequence[Passage], mentions: Mentions) -> None:
        self.passages = passages
        self.mentions = mentions
        self.discourse = Discourse(mentions, passages)
        self.descriptions = describe(mentions, passages)
        self.genders = genders(mentions, passages, self.descriptions)
        self.posts = posts(mentions, passages)
        self.main = self._main_organization()
        self._index = {id(passage.doc): passage.index for passage in passages}

    def _main_organization(self) -> str | None:
        """The only organisation of the first sentence, or the one of them that is named most of all; or None."""
        self.counts: Counter[str] = Counter()
        opening = next((p for p in self.passages if not is_headline(p) and len(p.doc)), None)
        if opening is None:
            return None
        first = next(iter(opening.doc.sents))
        names = [m for m in self.mentions if m.kind is MentionKind.NAME and not self.is_outlet(m.entity)]
        named = [m.entity for m in names if not only_asked(self.passages[m.passage].doc[m.start : m.end].root)]
        self.counts = Counter(e for e in named if self.mentions.entities[e].type in ORGANIZATIONS)
        there = {m.entity for m in self.mentions.within(opening.index, first.start, first.end)}
        ranked = [(e, n) for e, n in self.counts.most_common() if e in there]
        tied = len(ranked) > 1 and ranked[0][1] == ranked[1][1]
        often = len(ranked) == 1 or (bool(ranked) and ranked[0][1] == max(self.counts.values()))
        return ranked[0][0] if often and not tied else None

    def is_outlet(self, entity: str) -> bool:
        """Whether it is a news outlet by its name."""
        return is_outlet(self.mentions.entities[entity].name)

    def passage_of(self, token: Token) -> int:
        """The number of the passage that a token stands in."""
        return self._index[id(token.doc)]

    def candidates(self, types: frozenset[str], reach: int = 3) -> list[Referent]:
        """Who of these types was spoken of in this sentence and `reach` sentences before it."""
        return [r for r in self.discourse.recent(reach) if self.discourse.entity(r).type in types]

    def standing_at(self, token: Token) -> list[Referent]:
        """The firm that a token names here; nothing where that is not known."""
        here = [r for r in self.discourse.recent(0) if r.passage == self.passage_of(token) and r.token == token.i]
        return [r for r in here if self.discourse.entity(r).type in ORGANIZATIONS][-1:]

    def speaks_before(self) -> list[Referent]:
        """For "'...', says P, its founder": the firm that the last sentence but the quotation itself is about.

        It is the one firm in sight, or the subject of the nearest sentence that has one; none where somebody whose
        kind is not clear was spoken of since.
        """
        firms = self.candidates(ORGANIZATIONS)
        if len({r.entity for r in firms}) <= 1:
            return firms[-1:]
        firms = [r for r in firms if r.sentence < self.discourse.sentence] or firms  # not whom the quotation names
        last = max(r.sentence for r in firms)
        subjects = [r for r in firms if r.sentence == last and r.subject and not r.others]
        between = [r for r in self.candidates(frozenset({PERSON})) if last < r.sentence < self.discourse.sentence]
        if any(r.subject for r in between):
            return []
        if len({r.entity for r in subjects}) == 1:
            return subjects[-1:]
        acting = [r for r in subjects if self._acts_last(r)]
        return acting[-1:] or [r for r in firms if r.entity == self.main and r.sentence == last][-1:]

    def _acts_last(self, referent: Referent) -> bool:
        """Whether it is the subject of a sentence's last main clause: "A stopped paying, and B stopped delivering"."""
        token = self.discourse.passages[referent.passage].doc[referent.token]
        verb = verb_of(token)
        while verb.dep_ == "conj" and verb.head.i < verb.i:
            verb = verb.head
        return verb.i == token.sent.root.i

    def leads_sentence(self, referent: Referent) -> bool:
        """Whether a sentence, or what it says that somebody said, begins with it as its subject."""
        token = self.discourse.passages[referent.passage].doc[referent.token]
        verb = token.head
        main = verb.i == token.sent.root.i or (verb.dep_ == "ccomp" and verb.head.i == token.sent.root.i)
        return main and token.dep_ in {"nsubj", "nsubjpass"}

    def subject_after(self, token: Token, types: frozenset[str]) -> list[Referent]:
        """For "In her time at X, Jane Roe ...": at the opening of a sentence the subject may follow."""
        opening = token.lower_ in HE | SHE | IT and not is_subject(token)
        if token.dep_ == "poss" and token.head.dep_ == "pobj" and token.head.head.lower_ == "among":
            return []  # "Among its investors were X and Y"
        recent = [r for r in self.discourse.recent() if self.discourse.entity(r).type in types]
        if not opening or recent:
            return []
        passage = self.passage_of(token)
        for mention in self.mentions.within(passage, token.i + 1, token.sent.end):
            root = token.doc[mention.start : mention.end].root
            if root.dep_ in {"nsubj", "nsubjpass"} and root.head.i == token.sent.root.i:
                fits = self.mentions.entity(mention).type in types
                span = self.passages[passage].span(mention.start, mention.end)
                here = Referent(mention.entity, (), passage, root.i, self.discourse.sentence, True, span)
                return [here] if fits else []
        return []

    def was_left(self, referent: Referent) -> bool:
        """Whether somebody came from there: the Y of "who joined from Y, where" is not the company spoken of."""
        here = [r for r in self.discourse.recent() if (r.entity, r.sentence) == (referent.entity, referent.sentence)]
        tokens = [self.discourse.passages[r.passage].doc[r.token] for r in here]
        return any(came_from(token) or was_before(token) for token in tokens)

    def is_label(self, referent: Referent) -> bool:
        """Whether it only labels goods or people: "products with the Acme brand name", "Acme graduates"."""
        token = self.discourse.passages[referent.passage].doc[referent.token]
        return token.dep_ == "compound" and token.head.lemma_.lower() in _LABELS and token.head.is_lower

    def is_old_name(self, referent: Referent) -> bool:
        """Whether this sentence only tells what something was called: "Formerly known as X, the company sells"."""
        token = self.discourse.passages[referent.passage].doc[referent.token]
        before = [t.lower_ for t in token.doc[max(token.sent.start, token.left_edge.i - 3) : token.left_edge.i]]
        return referent.sentence == self.discourse.sentence and before[-2:] == ["known", "as"]

    def only_reports(self, referent: Referent) -> bool:
        """Whether it is a news outlet that says something or is told something there."""
        token = self.discourse.passages[referent.passage].doc[referent.token]
        saying = verb_of(token).lemma_.lower() in SAYING_VERBS | _REPORTING
        return saying and is_outlet(self.discourse.entity(referent).name)

    def is_public(self, entity: str) -> bool:
        """Whether it is an office of a state, which nobody calls a company."""
        words = self.mentions.entities[entity].name.split()
        return not _PUBLIC.isdisjoint(words) and not is_legal_form(words[-1])

    def is_investor(self, entity: str) -> bool:
        """Whether its name or what it is called tells of an investor."""
        return is_investor(self.mentions.entities[entity].name, self.descriptions.get(entity, ()))

    def is_presented(self, referent: Referent) -> bool:
        """Whether a text may go on about it, as it has just said what it is: "from a firm, X", "a firm called X"."""
        token = self.discourse.passages[referent.passage].doc[referent.token]
        noun = token.head.head if token.dep_ == "oprd" and token.head.dep_ == "acl" else token.head
        return token.dep_ in {"appos", "oprd"} and any(child.lower_ in {"a", "an"} for child in noun.lefts)

    def joins_round(self, entity: str) -> bool:
        """Whether it was just told to put money in along with others, and so is not the firm that took it."""
        recent = [r for r in self.discourse.recent(2) if r.entity == entity]
        return any(joins_round(self.discourse.passages[r.passage].doc[r.token]) for r in recent)

    def holds_shares(self, entity: str) -> bool:
        """Whether it was just told to hold or take a share in another."""
        recent = [r for r in self.discourse.recent() if r.entity == entity]
        return any(holds_shares(self.discourse.passages[r.passage].doc[r.token]) for r in recent)

    def is_another_kind(self, token: Token, entity: str) -> bool:
        """Whether the firm is told to be of another kind or land than "the Korean publisher"."""
        head, words = token.lemma_.lower(), self.descriptions.get(entity, set())
        kinds_told = (words & COMPANY_NOUNS) - GENERIC_HEADS - ANY_INDUSTRY
        lands_told = words & LANDS
        if head in BODY_NOUNS - ANY_BODY and head not in words and self.mentions.entities[entity].type == COMPANY:
            return True
        other_kind = bool(kinds_told) and head not in GENERIC_HEADS | ANY_INDUSTRY and head not in kinds_told
        return other_kind or (
            bool(lands_told) and not lands_told & modifiers_of(token) and bool(modifiers_of(token) & LANDS)
        )

    def parallel_bonus(self, token: Token) -> dict[str, float]:
        """For "X said it would": the subject of the saying verb above; for "buys X and runs it": the object before."""
        before = object_before(token)
        if before is not None:
            return {r.entity: 2.5 for r in self.standing_at(before)}
        verb = verb_of(token)
        while verb.head.i != verb.i and verb.dep_ in {"ccomp", "xcomp", "conj", "advcl"}:
            verb = verb.head
            if verb.lemma_ in SAYING_VERBS:
                subjects = {child.i for child in verb.children if child.dep_ == "nsubj"}
                sayers = [r for r in self.discourse.recent(0) if r.token in subjects]
                return {r.entity: 1.5 for r in sayers}
        return {}

    def calls(self, token: Token) -> bool:
        """Whether a firm that is no unit has been called so: "X, the AI lab" is "the lab"."""
        called = token.lemma_.lower()
        firms = {r.entity for r in self.candidates(frozenset({COMPANY}), FAR)}
        return any(called in self.descriptions.get(firm, ()) for firm in firms)

    def description_bonus(self, token: Token) -> dict[str, float] | None:
        """How well each description fits "the Swedish bank"; None if the phrase is specific and none fits."""
        head = token.lemma_.lower()
        modifiers = modifiers_of(token)
        if modifiers & _OTHER:
            return None
        bonus: dict[str, float] = {}
        near = {r.entity for r in self.candidates(AGENTS, FAR)}
        for entity in sorted(near):
            words = self.descriptions.get(entity, set())
            said = (head in words and head not in GENERIC_HEADS - _KINDS_OF_FIRM) or also_called(head, words)
            fit = (2.0 if said else 0.0) + 1.5 * len(modifiers & words)
            if fit:
                bonus[entity] = fit
        if not bonus and is_specific(token):
            return self._named_bonus(head, modifiers)
        return bonus

    def _named_bonus(self, head: str, modifiers: set[str]) -> dict[str, float] | None:
        """The only one whose name says that it is what a specific phrase speaks of: of two nobody could tell."""
        organisations = {r.entity for r in self.candidates(ORGANIZATIONS)}
        wanted = (modifiers if head in GENERIC_HEADS else {head}) - PLAIN_MODIFIERS
        fitting = [e for e in sorted(organisations) if wanted & kinds(self.mentions.entities[e].name.lower().split())]
        if len(fitting) == 1:
            return {fitting[0]: 2.0}
        return {} if len(organisations) == 1 else None
