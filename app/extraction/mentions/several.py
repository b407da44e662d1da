"""Whom "they", "both firms", "the pair" and "each" stand for: two that are told of together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from app.extraction.mentions.arguments import is_subject, subjects_above, verb_of
from app.extraction.mentions.salience import Discourse, Referent
from app.extraction.mentions.telling import AGENTS, FAR, Telling
from app.extraction.mentions.types import COLLECTIVE, ORGANIZATIONS, PERSON

if TYPE_CHECKING:
    from spacy.tokens import Token


# "A and B", "A of Riga and the Danish group B", "A and Estonia's B".
_BETWEEN_TWO = re.compile(r"(?:of [A-Z]\w+ )?(?:and|&)(?: [A-Z]\w+['’]s| (?:the|its) (?:[\w-]+ ){0,2}[\w-]+| the)?")


@dataclass(frozen=True)
class Several:
    """Finds what stands for several."""

    told: Telling

    def several(self, token: Token) -> list[Referent]:
        """For "they": several named together, a group, or in British use the one organisation that there is."""
        clause = [
            r for r in self.told.discourse.recent(1) if r.subject and not _same_clause(self.told.discourse, r, token)
        ]
        for sentence in (self.told.discourse.sentence, self.told.discourse.sentence - 1):
            here = [r for r in clause if r.sentence == sentence]
            groups = [r for r in here if r.others or self.told.discourse.entity(r).type == COLLECTIVE]
            if groups:
                return groups[-1:]
            together = [r for r in here if _is_coordinated(self.told.discourse, r)]
            if len({r.entity for r in together}) > 1:
                return together
            firms = [r for r in self.told.candidates(ORGANIZATIONS, 1) if r.sentence == sentence and not r.others]
            joined = self._joined(firms) if here else []
            if joined:
                return joined
            if here and sentence == self.told.discourse.sentence:
                return self._lone_subject(token, here)
        return []

    def _lone_subject(self, token: Token, subjects: Sequence[Referent]) -> list[Referent]:
        """In British use "they" may be the one organisation of the sentence: "X said they", "X lost its ... their".

        Where the sentence has told of several things or people before, it is these.
        """
        if any(t.tag_ in {"NNS", "NNPS"} for t in token.doc[token.sent.start : token.i]) or token.dep_ == "pobj":
            return []
        sayers = self.told.parallel_bonus(token)
        said = [r for r in subjects if r.entity in sayers and self.told.discourse.entity(r).type in ORGANIZATIONS]
        agents = {r.entity for r in self.told.discourse.recent(0) if self.told.discourse.entity(r).type in AGENTS}
        alone = (
            subjects[-1:] if len(agents) == 1 and self.told.discourse.entity(subjects[-1]).type in ORGANIZATIONS else []
        )
        return said[-1:] or list(alone)

    def two(self, token: Token) -> list[Referent]:
        """For "the two" and "both" alone: the only two organisations of a sentence that names no two people."""
        if any(child.dep_ == "amod" for child in token.children):
            return []  # "the other two"
        for sentence in (self.told.discourse.sentence, self.told.discourse.sentence - 1):
            here = [r for r in self.told.discourse.recent(1) if r.sentence == sentence]
            people = {r.entity for r in here if self.told.discourse.entity(r).type == PERSON}
            firms = [r for r in here if self.told.discourse.entity(r).type in ORGANIZATIONS]
            together = {e: r for r in firms for e in r.all_entities}
            if sentence < self.told.discourse.sentence and any(_is_aside(self.told.discourse, r) for r in firms):
                return []  # "X is controlled by P, who bought it from Y"
            if len(people) > 1 or len(together) > 2:
                return [] if len(people) > 1 else self._joined(firms)
            if len(together) == 2:
                return list({id(r): r for r in together.values()}.values())
            if together and sentence < self.told.discourse.sentence:
                return []
        return []

    def pair(self, token: Token) -> list[Referent]:
        """The two organisations spoken of last: named in one sentence, or the only two for some sentences.

        Of "X works with both companies" X is neither, and these are the two that were named together.
        """
        organisations = self.told.candidates(ORGANIZATIONS | {COLLECTIVE}, reach=FAR)
        organisations = [r for r in organisations if r.others or self.told.discourse.entity(r).type != COLLECTIVE]
        dealing = [] if is_subject(token) else self._doing(token)
        if dealing:
            return self._named_together([r for r in organisations if r.entity not in dealing])
        together: dict[str, Referent] = {}
        for sentence in range(self.told.discourse.sentence, self.told.discourse.sentence - 4, -1):
            here = [r for r in organisations if r.sentence == sentence]
            joined = [] if together else self._joined(here)
            if joined:
                return joined
            for referent in here:
                if len(referent.others) == 1:
                    return [referent]
                together.setdefault(referent.entity, referent)
            if len(together) == 2:
                return sorted(together.values(), key=lambda r: (r.passage, r.token))
            if len(together) > 2:
                return self._two_main(list(together.values()))
        return []

    def _doing(self, token: Token) -> set[str]:
        """The organisations that are the subject of the clause a token stands in."""
        subjects = {t.i for t in subjects_above(verb_of(token))}
        passage = self.told.passage_of(token)
        here = [r for r in self.told.candidates(ORGANIZATIONS, 0) if r.passage == passage and r.token in subjects]
        return {e for r in here for e in r.all_entities}

    def _named_together(self, organisations: Sequence[Referent]) -> list[Referent]:
        """The two that this sentence or the one before names: as "A and B", or no others."""
        for sentence in (self.told.discourse.sentence, self.told.discourse.sentence - 1):
            here = [r for r in organisations if r.sentence == sentence]
            only = {r.entity: r for r in here if not r.others}
            if here:
                return self._joined(here, subjects=False) or (list(only.values()) if len(only) == 2 else [])
        return []

    def _joined(self, here: Sequence[Referent], *, subjects: bool = True) -> list[Referent]:
        """The two of a sentence that it is about together: "A and B have set up C"; or any two that it so names."""
        for one, other in pairwise(here):
            mentions = [self.told.mentions.at(r.passage, r.token) for r in (one, other)]
            about = not subjects or one.subject or other.subject
            if one.entity == other.entity or not all(mentions) or not about:
                continue
            first, second = (m for m in mentions if m is not None)
            between = self.told.passages[one.passage].doc[first.end : second.start]
            listed = _is_coordinated(self.told.discourse, other)
            if not subjects:
                listed = listed and _is_coordinated(self.told.discourse, one)
            if _BETWEEN_TWO.fullmatch(between.text) or listed:
                beside = [r for r in here if r not in (one, other) and _is_coordinated(self.told.discourse, r)]
                return [] if beside else [one, other]
        return []

    def _two_main(self, candidates: Sequence[Referent]) -> list[Referent]:
        """The two of several that the article is about, if it is clearly about two."""
        recent = self.told.discourse.recent(FAR)
        counts = {r.entity: sum(x.entity == r.entity for x in recent) for r in candidates}
        ranked = sorted(candidates, key=lambda r: (-counts[r.entity], r.passage, r.token))
        if counts[ranked[1].entity] < 2 * counts[ranked[2].entity]:
            return []
        return sorted(ranked[:2], key=lambda r: (r.passage, r.token))


def _is_aside(discourse: Discourse, referent: Referent) -> bool:
    """Whether only a relative clause speaks of it."""
    verb = verb_of(discourse.passages[referent.passage].doc[referent.token])
    while verb.dep_ in {"conj", "xcomp", "advcl"}:
        verb = verb.head
    return verb.dep_ == "relcl"


def _same_clause(discourse: Discourse, referent: Referent, token: Token) -> bool:
    doc = discourse.passages[referent.passage].doc
    return doc is token.doc and token.dep_ != "poss" and verb_of(doc[referent.token]).i == verb_of(token).i


def _is_coordinated(discourse: Discourse, referent: Referent) -> bool:
    token = discourse.passages[referent.passage].doc[referent.token]
    return token.dep_ == "conj" or any(child.dep_ == "conj" for child in token.children)
