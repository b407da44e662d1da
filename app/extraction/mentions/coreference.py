"""What pronouns and definite nouns stand for: "he", "its", "the company", "both firms", "who"; nothing where unclear.

The article is read once from front to back. Each anaphor is tied to the last mention by name of what it means, because
that span is evidence for what is said with the anaphor.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.extraction.lexicon.firm_nouns import FIRM_DESCRIPTIONS
from app.extraction.lexicon.nouns import (
    DEMONYMS,
    HE,
    IT,
    ORG_ANAPHORS,
    PERSON_ANAPHORS,
    PLURAL_ORG_ANAPHORS,
    REFLEXIVES,
    SHE,
    THEY,
)
from app.extraction.mentions.anaphors import (
    GENERIC_HEADS,
    definite_start,
    is_dealt_in,
    is_defined,
    is_native,
    is_restricted,
)
from app.extraction.mentions.antecedents import Antecedents, Options
from app.extraction.mentions.arguments import is_subject
from app.extraction.mentions.binding import is_in_lead
from app.extraction.mentions.empty_it import is_empty_it
from app.extraction.mentions.firms import Firms
from app.extraction.mentions.introduced import Introduced
from app.extraction.mentions.investors import invests
from app.extraction.mentions.kin import owner_of_kin
from app.extraction.mentions.of_two import OfTwo
from app.extraction.mentions.ranking import believed
from app.extraction.mentions.relatives import Relatives
from app.extraction.mentions.runs import is_headline
from app.extraction.mentions.salience import (
    Referent,
    most_salient,
)
from app.extraction.mentions.several import Several
from app.extraction.mentions.telling import Telling
from app.extraction.mentions.types import ORGANIZATIONS, PERSON, PLACE
from app.extraction.parsing.passages import FoundMention, MentionKind, Mentions, Passage
from app.model import LocalEntity, Span

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class _Anaphor:
    """Words that may point back: the tokens, the head, and how to find what they mean."""

    start: int
    end: int
    head: Token
    kind: MentionKind
    resolve: Callable[[Token], Sequence[Referent]]


# Only of a firm that has been called one: "the Belgian printer".
_DESCRIBED = FIRM_DESCRIPTIONS - frozenset("partnership practice works mine theatre processor trust".split())
_FOUNDERS = frozenset({"founder", "co-founder", "cofounder"})
# Who is called so is told to be one before: "the founder" is not whoever was named last.
_POSTS_OF_ONE = {
    **dict.fromkeys(_FOUNDERS, _FOUNDERS),
    **dict.fromkeys(("chairman", "chairwoman"), frozenset({"chairman", "chairwoman", "chair", "chairperson"})),
    **{word: frozenset({word}) for word in ("investor", "financier", "manager", "banker", "lawyer")},
    **dict.fromkeys(("chief", "ceo", "boss", "head"), frozenset("chief ceo boss head president director".split())),
}


# So many sentences a "she" that could not be told stands against whoever is named after it.
_UNKNOWN_FOR = 4


def _gender(token: Token) -> str | None:
    if token.text[:1].isupper() and token.text.endswith("man") and is_native(token):
        return "she" if token.text.endswith("woman") else "he"
    return "he" if token.lower_ in HE else "she" if token.lower_ in SHE else None


Judge = Callable[[Callable[[], Options], Sequence[Referent]], Sequence[Referent]]
"""From the candidates of an anaphor, laid out if asked for, and what the rules take it for to what it is taken for."""


def resolve_anaphora(passages: Sequence[Passage], mentions: Mentions, judge: Judge = believed) -> Mentions:
    """The mentions with those added that point back to a name; `judge` has the last word on those that mean one."""
    return _Reader(passages, mentions, judge).read()


class _Reader:
    """Reads an article from front to back and resolves each anaphor as it comes."""

    def __init__(self, passages: Sequence[Passage], mentions: Mentions, judge: Judge) -> None:
        self._told = Telling(passages, mentions)
        self._antecedents = Antecedents(self._told)
        self._judge = judge
        self._several = Several(self._told)
        self._firms = Firms(self._told, self._several)
        self._relatives = Relatives(self._told)
        self._introduced = Introduced(self._told)
        self._of_two = OfTwo(self._told)
        self._found: list[FoundMention] = []
        self._unknown: dict[str, int] = {}

    def read(self) -> Mentions:
        """All mentions, those given and those found."""
        for passage in self._told.passages:
            if not is_headline(passage):
                for sentence in passage.doc.sents:
                    self._read_sentence(passage, sentence.start, sentence.end)
                    self._told.discourse.close(sentence.root)
        return Mentions(list(self._entities()), [*self._told.mentions, *self._found])

    def _entities(self) -> Iterator[LocalEntity]:
        """The entities, each with the spans that the anaphors add."""
        spans: dict[str, list[Span]] = {}
        for mention in self._found:
            span = self._told.passages[mention.passage].span(mention.start, mention.end)
            for meant in mention.all_entities:
                spans.setdefault(meant, []).append(span)
        for entity in self._told.mentions.entities.values():
            added = spans.get(entity.id, [])
            every = sorted((*entity.mentions, *added), key=lambda span: (span.start, span.end))
            yield entity.model_copy(update={"mentions": tuple(every)})

    def _read_sentence(self, passage: Passage, start: int, end: int) -> None:
        # A group may start with the name of whose it is: "Acme's backers".
        named: dict[int, list[FoundMention]] = defaultdict(list)
        for mention in self._told.mentions.within(passage.index, start, end):
            named[mention.start].append(mention)
        covered = {t for ms in named.values() for m in ms if m.kind is MentionKind.NAME for t in range(m.start, m.end)}
        for token in passage.doc[start:end]:
            for mention in named.get(token.i, ()):
                self._told.discourse.add(mention)
            if token.i in covered:
                continue
            anaphor = self._anaphor(token)
            if anaphor is not None:
                self._record(passage, anaphor)

    def _record(self, passage: Passage, anaphor: _Anaphor) -> None:
        referents = self._meant(anaphor)
        if anaphor.resolve == self._person:
            self._note(anaphor.head, bool(referents))
        if not referents:
            return
        entities = tuple(dict.fromkeys(e for referent in referents for e in referent.all_entities))
        ties = tuple(dict.fromkeys(self._told.discourse.names.get(e, referents[0].name) for e in entities))
        found = FoundMention(
            passage.index, anaphor.start, anaphor.end, entities[0], anaphor.kind, ties, others=entities[1:]
        )
        self._found.append(found)
        self._told.discourse.add(found)
        called = anaphor.head.lemma_.lower()
        if anaphor.kind is MentionKind.NOMINAL and len(entities) == 1 and called not in GENERIC_HEADS:
            self._told.descriptions.setdefault(entities[0], set()).add(
                called
            )  # "the Korean publisher" is "the publisher"

    def _meant(self, anaphor: _Anaphor) -> Sequence[Referent]:
        """What the rules make of an anaphor; where it stands for a single person or firm, after a second look."""
        said = anaphor.resolve(anaphor.head)
        if anaphor.resolve == self._person:
            types = frozenset({PERSON})
        elif anaphor.resolve == self._firms.organization:
            types = ORGANIZATIONS
        else:
            return said
        # "The firm invested" is told from others by what it does, which says more than where it was named.
        if any(referent.others for referent in said) or invests(anaphor.head):
            return said
        return self._judge(lambda: self._antecedents.options(anaphor.head, types, said), said)

    def _anaphor(self, token: Token) -> _Anaphor | None:
        pronoun = self._pronoun(token)
        if pronoun is not None:
            return _Anaphor(token.i, token.i + 1, token, MentionKind.PRONOUN, pronoun)
        return self._nominal(token)

    def _pronoun(self, token: Token) -> Callable[[Token], Sequence[Referent]] | None:
        word = token.lower_
        if word in REFLEXIVES and self._named_before(token):
            return self._named_before
        if word in REFLEXIVES and token.dep_ not in {"dobj", "pobj", "dative"}:
            return None  # "which itself became a unit of X"
        if word in HE or word in SHE:
            return self._person
        if word in IT and self._in_bracket(token):
            return self._in_bracket
        if word in IT:  # "the IT department" is none of it
            empty = token.text == "IT" or is_empty_it(token) or self._firms.is_a_thing(token)
            if empty:
                return None
            return self._relatives.owner if self._relatives.owner_of(token) else self._firms.organization
        if word in THEY:
            return self._several.several
        if word in {"who", "whom", "whose", "which", "that", "where"} and token.tag_ in {"WP", "WDT", "WP$", "WRB"}:
            return self._relatives.relative
        if word in {"both", "each"} and token.dep_ in {"nsubj", "nsubjpass"}:
            return self._several.two
        return None

    def _nominal(self, token: Token) -> _Anaphor | None:
        word = token.lower_
        if token.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"} or token.dep_ in {"appos", "attr", "compound"}:
            return None
        start = definite_start(token)
        own = start is None and self._firms.is_own(token) and not self._is_named_after(token)
        if own and not is_restricted(token):
            return _Anaphor(token.left_edge.i, token.i + 1, token, MentionKind.NOMINAL, self._firms.own)
        if self._of_two.is_one(token):
            return _Anaphor(token.i - 1, token.i + 1, token, MentionKind.NOMINAL, self._of_two.one)
        if start is not None and self._introduced.is_post(token):
            return _Anaphor(start, token.i + 1, token, MentionKind.NOMINAL, self._introduced.person)
        if (
            start is None
            or self._is_named_within(token, start)
            or is_restricted(token)
            or self._is_named_after(token)
            or is_defined(token)
        ):
            return None
        resolve: Callable[[Token], Sequence[Referent]] | None = None
        if word in {"two", "partners", "allies"} and token.doc[start].lower_ == "the":
            resolve = self._several.two if token.dep_ != "nummod" else None
        elif word in PLURAL_ORG_ANAPHORS or word in {"pair", "duo"} or token.doc[start].lower_ == "each":
            resolve = self._several.pair
        elif token.doc[start].lower_ == "both":
            resolve = None
        elif word in ORG_ANAPHORS or word in _DESCRIBED or is_dealt_in(token):
            resolve = self._firms.organization
        elif (
            word in PERSON_ANAPHORS
            or is_native(token)
            or (word in {"chief", "head", "ceo"} and token.doc[start + 1].lower_ == "former")
        ):
            resolve = self._person
        return _Anaphor(start, token.i + 1, token, MentionKind.NOMINAL, resolve) if resolve else None

    def _is_named_within(self, token: Token, start: int) -> bool:
        """Whether a name stands in it that is no place: "the Three Crowns pub chain" is not one spoken of before."""
        for word in token.doc[start + 1 : token.i]:
            mention = self._told.mentions.at(self._told.passage_of(token), word.i)
            place = mention is not None and self._told.mentions.entity(mention).type == PLACE
            compound = word.nbor().text == "-" or word.text in DEMONYMS
            if word.pos_ == "PROPN" and word.text[:1].isupper() and not place and not compound:
                return True
        return False

    def _is_named_after(self, token: Token) -> bool:
        """Whether a name follows that says who is meant: "the toy maker Acme", "the interim boss, Jane Roe,"."""
        passage, after = self._told.passage_of(token), token.i + 1
        if after < len(token.doc) and token.doc[after].text == ",":
            mention = self._told.mentions.at(passage, after + 1)
            apposition = mention is not None and mention.kind is MentionKind.NAME
            return apposition and token.doc[after + 1].head.i != token.head.i
        mention = self._told.mentions.at(passage, after)
        return mention is not None and mention.kind is MentionKind.NAME and token.doc[after].dep_ != "nsubj"

    def _note(self, token: Token, known: bool) -> None:
        """Keep in mind a "she" that could not be told."""
        gender = _gender(token)
        if gender is not None and known:
            self._unknown.pop(gender, None)
        elif gender is not None and is_subject(token) and not self._is_open(gender):
            self._unknown[gender] = self._told.discourse.sentence

    def _is_open(self, gender: str) -> bool:
        """Whether a "she" could not be told lately."""
        since = self._unknown.get(gender)
        return since is not None and self._told.discourse.sentence - since <= _UNKNOWN_FOR

    def _came_after(self, referent: Referent, gender: str | None) -> bool:
        """Whether it was first named, and not as a subject, after a "she" that could not be told: "She hired P"."""
        if gender is None or not self._is_open(gender):
            return False
        first = next(r for r in self._told.discourse.referents if r.entity == referent.entity)
        return first.sentence >= self._unknown[gender] and not first.subject

    def _named_before(self, token: Token) -> list[Referent]:
        """For "X itself": X."""
        return self._last_named(token, token.i - 1)

    def _in_bracket(self, token: Token) -> list[Referent]:
        """For the "it" of "X (it was sold in 1985)": X."""
        if token.dep_ not in {"nsubj", "nsubjpass"} or not token.i or token.nbor(-1).text != "(":
            return []
        last = self._last_named(token, token.i - 2)
        return [r for r in last if self._told.discourse.entity(r).type in ORGANIZATIONS]

    def _last_named(self, token: Token, at: int) -> list[Referent]:
        """The last one named in the sentence so far, if that was at a token."""
        here = [r for r in self._told.discourse.recent(0) if r.passage == self._told.passage_of(token)]
        return here[-1:] if here and here[-1].token == at else []

    def _person(self, token: Token) -> list[Referent]:
        gender = _gender(token)
        people = self._told.candidates(frozenset({PERSON}))
        fitting = [r for r in people if gender is None or self._told.genders.get(r.entity, gender) == gender]
        fitting = [r for r in fitting if not self._came_after(r, gender)]
        if gender is None and token.lower_ in _POSTS_OF_ONE:
            fitting = [r for r in fitting if self._told.descriptions.get(r.entity, set()) & _POSTS_OF_ONE[token.lower_]]
        fitting = [r for r in fitting if gender is None or not is_in_lead(self._told.discourse, r, token)]
        sure = {r.entity: 0.7 for r in fitting if gender and self._told.genders.get(r.entity) == gender}
        found = most_salient(self._told.discourse, token, fitting, sure)
        if found and gender and self._is_beside_kin(found, gender):
            return []
        return [found] if found else self._told.subject_after(token, frozenset({PERSON}))

    def _is_beside_kin(self, referent: Referent, gender: str) -> bool:
        """Whether the "he" after "P's father, Q, runs X" may be either: nobody can tell whom the text goes on about."""
        owner = owner_of_kin(self._told.passages[referent.passage].doc, referent.token)
        if owner is None or referent.sentence == self._told.discourse.sentence:
            return False
        if owner.lower_ in HE | SHE:
            return _gender(owner) == gender
        there = [r for r in self._told.discourse.referents if (r.passage, r.token) == (referent.passage, owner.i)]
        return any(self._told.genders.get(r.entity, gender) == gender for r in there)
