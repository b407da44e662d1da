"""What pronouns and definite nouns stand for: "he", "its", "the company", "both firms", "who"; nothing where unclear.

The article is read once from front to back. Each anaphor is tied to the last mention by name of what it means, because
that span is evidence for what is said with the anaphor.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from app.extraction.lexicon.kinds import also_called, kinds
from app.extraction.lexicon.nouns import (
    BODY_NOUNS,
    COMPANY_NOUNS,
    DEMONYMS,
    EMPTY_IT_VERBS,
    HE,
    IT,
    ORG_ANAPHORS,
    PERSON_ANAPHORS,
    PLURAL_ORG_ANAPHORS,
    REFLEXIVES,
    SAYING_VERBS,
    SHE,
    THEY,
)
from app.extraction.lexicon.speech_words import is_outlet
from app.extraction.mentions.binding import barred, echoes_unknown, not_ruled_out
from app.extraction.mentions.capitals import is_legal_form
from app.extraction.mentions.investors import invests, is_investor, is_no_investor
from app.extraction.mentions.posts import OWN_FIRM, posts
from app.extraction.mentions.runs import is_headline
from app.extraction.mentions.salience import (
    Discourse,
    Referent,
    bought_before,
    came_from,
    clashes,
    dealt_with,
    demanding_verb,
    describe,
    genders,
    hiring_verb,
    is_subject,
    most_salient,
    object_before,
    presents_speaker,
    subjects_above,
    verb_of,
)
from app.extraction.mentions.silence import only_asked
from app.extraction.mentions.types import COLLECTIVE, COMPANY, ORGANIZATIONS, PERSON, PLACE, UNIT
from app.extraction.parsing.passages import FoundMention, MentionKind, Mentions, Passage
from app.model import LocalEntity, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEFINITE = frozenset({"the", "this", "that"})
_LEADING_PREPOSITIONS = frozenset({"of", "to", "for", "with", "from", "by", "in", "at", "on"})
# How many sentences back the only organisation of an article may have been named.
_FAR = 40
_UNIT_HEADS = frozenset("arm department division lab laboratory unit team wing affiliate".split())
# Words that tell a definite noun's entity from no other.
_PLAIN_MODIFIERS = frozenset("based old small big large whole entire privately held listed private public".split())
# "The combined company" and "the new company" are none of those named before.
_OTHER = frozenset("combined enlarged future joint merged new other resulting".split())
# "A and B", "A of Riga and the Danish group B", "A and Estonia's B".
_BETWEEN_TWO = re.compile(r"(?:of [A-Z]\w+ )?(?:and|&)(?: [A-Z]\w+['’]s| (?:the|its) (?:[\w-]+ ){0,2}[\w-]+| the)?")
# Each of two that deal with each other: "each partner".
_ONE_OF_TWO = frozenset("company firm group parent partner party side".split())
_FIRM_NOUNS = COMPANY_NOUNS | BODY_NOUNS | {"shop", "site"}
_AGENTS = ORGANIZATIONS | {PERSON, COLLECTIVE}
_GENERIC_HEADS = frozenset(
    "company firm group business organisation organization outfit startup start-up giant".split()
)
# What outlets do, or have done to them, without being spoken of.
_REPORTING = frozenset("according accord cite interview see review obtain view read".split())
_LABELS = frozenset("brand name label logo trademark graduate alumnus alumnae student dropout professor".split())
_FOR_PROFIT = frozenset("company firm startup start-up".split())
_PUBLIC = frozenset(
    "Bureau Department Ministry Commission Court Police Senate Congress Parliament Government Navy Army".split()
)
# Of these a firm is one where it has been called one.
_KINDS_OF_FIRM = frozenset("startup start-up giant".split())


@dataclass(frozen=True)
class _Anaphor:
    """Words that may point back: the tokens, the head, and how to find what they mean."""

    start: int
    end: int
    head: Token
    kind: MentionKind
    resolve: Callable[[Token], Sequence[Referent]]


def resolve_anaphora(passages: Sequence[Passage], mentions: Mentions) -> Mentions:
    """The mentions with those added that point back to a name."""
    return _Reader(passages, mentions).read()


class _Reader:
    """Reads an article from front to back and resolves each anaphor as it comes."""

    def __init__(self, passages: Sequence[Passage], mentions: Mentions) -> None:
        self._passages = passages
        self._mentions = mentions
        self._discourse = Discourse(mentions, passages)
        self._descriptions = describe(mentions, passages)
        self._genders = genders(mentions, passages, self._descriptions)
        self._posts = posts(mentions, passages)
        self._main = self._main_organization()
        self._found: list[FoundMention] = []
        self._index = {id(passage.doc): passage.index for passage in passages}

    def _main_organization(self) -> str | None:
        """The only organisation of the first sentence, or the one of them that is named most of all; or None."""
        self._counts: Counter[str] = Counter()
        opening = next((p for p in self._passages if not is_headline(p) and len(p.doc)), None)
        if opening is None:
            return None
        first = next(iter(opening.doc.sents))
        names = [m for m in self._mentions if m.kind is MentionKind.NAME and not self._is_outlet(m.entity)]
        named = [m.entity for m in names if not only_asked(self._passages[m.passage].doc[m.start : m.end].root)]
        self._counts = Counter(e for e in named if self._mentions.entities[e].type in ORGANIZATIONS)
        there = {m.entity for m in self._mentions.within(opening.index, first.start, first.end)}
        ranked = [(e, n) for e, n in self._counts.most_common() if e in there]
        tied = len(ranked) > 1 and ranked[0][1] == ranked[1][1]
        often = len(ranked) == 1 or (bool(ranked) and ranked[0][1] == max(self._counts.values()))
        return ranked[0][0] if often and not tied else None

    def _is_outlet(self, entity: str) -> bool:
        return is_outlet(self._mentions.entities[entity].name)

    def read(self) -> Mentions:
        """All mentions, those given and those found."""
        for passage in self._passages:
            if not is_headline(passage):
                for sentence in passage.doc.sents:
                    self._read_sentence(passage, sentence.start, sentence.end)
                    self._discourse.close(sentence.root)
        return Mentions(list(self._entities()), [*self._mentions, *self._found])

    def _entities(self) -> Iterator[LocalEntity]:
        """The entities, each with the spans that the anaphors add."""
        spans: dict[str, list[Span]] = {}
        for mention in self._found:
            span = self._passages[mention.passage].span(mention.start, mention.end)
            for meant in mention.all_entities:
                spans.setdefault(meant, []).append(span)
        for entity in self._mentions.entities.values():
            added = spans.get(entity.id, [])
            every = sorted((*entity.mentions, *added), key=lambda span: (span.start, span.end))
            yield entity.model_copy(update={"mentions": tuple(every)})

    def _read_sentence(self, passage: Passage, start: int, end: int) -> None:
        # A group may start with the name of whose it is: "Acme's backers".
        named: dict[int, list[FoundMention]] = defaultdict(list)
        for mention in self._mentions.within(passage.index, start, end):
            named[mention.start].append(mention)
        covered = {t for ms in named.values() for m in ms if m.kind is MentionKind.NAME for t in range(m.start, m.end)}
        for token in passage.doc[start:end]:
            for mention in named.get(token.i, ()):
                self._discourse.add(mention)
            if token.i in covered:
                continue
            anaphor = self._anaphor(token)
            if anaphor is not None:
                self._record(passage, anaphor)

    def _record(self, passage: Passage, anaphor: _Anaphor) -> None:
        referents = anaphor.resolve(anaphor.head)
        if not referents:
            return
        entities = tuple(dict.fromkeys(e for referent in referents for e in referent.all_entities))
        ties = tuple(dict.fromkeys(self._discourse.names.get(e, referents[0].name) for e in entities))
        found = FoundMention(
            passage.index, anaphor.start, anaphor.end, entities[0], anaphor.kind, ties, others=entities[1:]
        )
        self._found.append(found)
        self._discourse.add(found)
        called = anaphor.head.lemma_.lower()
        if anaphor.kind is MentionKind.NOMINAL and len(entities) == 1 and called not in _GENERIC_HEADS:
            self._descriptions.setdefault(entities[0], set()).add(called)  # "the Korean publisher" is "the publisher"

    # --- which words point back --------------------------------------------------------------------------------------

    def _anaphor(self, token: Token) -> _Anaphor | None:
        pronoun = self._pronoun(token)
        if pronoun is not None:
            return _Anaphor(token.i, token.i + 1, token, MentionKind.PRONOUN, pronoun)
        return self._nominal(token)

    def _pronoun(self, token: Token) -> Callable[[Token], Sequence[Referent]] | None:
        word = token.lower_
        if word in REFLEXIVES and self._named_before(token):
            return self._named_before
        if word in HE or word in SHE:
            return self._person
        if word in IT:  # "the IT department" is none of it
            empty = token.text == "IT" or _is_empty_it(token) or self._is_a_thing(token)
            return None if empty else self._organization
        if word in THEY:
            return self._several
        if word in {"who", "whom", "whose", "which", "that", "where"} and token.tag_ in {"WP", "WDT", "WP$", "WRB"}:
            return self._relative
        if word in {"both", "each"} and token.dep_ in {"nsubj", "nsubjpass"}:
            return self._pair
        return None

    def _nominal(self, token: Token) -> _Anaphor | None:
        word = token.lower_
        if token.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"} or token.dep_ in {"appos", "attr", "compound"}:
            return None
        start = _definite_start(token)
        if (
            start is None
            or self._is_named_within(token, start)
            or _is_restricted(token)
            or self._is_named_after(token)
            or _is_defined(token)
        ):
            return None
        resolve: Callable[[Token], Sequence[Referent]] | None = None
        if word in PLURAL_ORG_ANAPHORS or word in {"pair", "duo"} or token.doc[start].lower_ == "each":
            resolve = self._pair
        elif token.doc[start].lower_ == "both":
            resolve = None
        elif word in ORG_ANAPHORS or _is_dealt_in(token):
            resolve = self._organization
        elif word in PERSON_ANAPHORS or (word in {"chief", "head", "ceo"} and token.doc[start + 1].lower_ == "former"):
            resolve = self._person
        return _Anaphor(start, token.i + 1, token, MentionKind.NOMINAL, resolve) if resolve else None

    def _is_named_within(self, token: Token, start: int) -> bool:
        """Whether a name stands in it that is no place: "the Three Crowns pub chain" is not one spoken of before."""
        for word in token.doc[start + 1 : token.i]:
            mention = self._mentions.at(self._passage_of(token), word.i)
            place = mention is not None and self._mentions.entity(mention).type == PLACE
            compound = word.nbor().text == "-" or word.text in DEMONYMS
            if word.pos_ == "PROPN" and word.text[:1].isupper() and not place and not compound:
                return True
        return False

    def _is_named_after(self, token: Token) -> bool:
        """Whether a name follows that says who is meant: "the toy maker Acme", "the interim boss, Jane Roe,"."""
        passage, after = self._passage_of(token), token.i + 1
        if after < len(token.doc) and token.doc[after].text == ",":
            mention = self._mentions.at(passage, after + 1)
            apposition = mention is not None and mention.kind is MentionKind.NAME
            return apposition and token.doc[after + 1].head.i != token.head.i
        mention = self._mentions.at(passage, after)
        return mention is not None and mention.kind is MentionKind.NAME and token.doc[after].dep_ != "nsubj"

    # --- what they mean ----------------------------------------------------------------------------------------------

    def _candidates(self, types: frozenset[str], reach: int = 3) -> list[Referent]:
        return [r for r in self._discourse.recent(reach) if self._discourse.entity(r).type in types]

    def _named_before(self, token: Token) -> list[Referent]:
        """For "X itself": X."""
        here = [r for r in self._discourse.recent(0) if r.passage == self._passage_of(token)]
        return here[-1:] if here and here[-1].token == token.i - 1 else []

    def _person(self, token: Token) -> list[Referent]:
        gender = "he" if token.lower_ in HE else "she" if token.lower_ in SHE else None
        people = self._candidates(frozenset({PERSON}))
        fitting = [r for r in people if gender is None or self._genders.get(r.entity, gender) == gender]
        sure = {r.entity: 0.7 for r in fitting if gender and self._genders.get(r.entity) == gender}
        found = most_salient(self._discourse, token, fitting, sure)
        return [found] if found else self._subject_after(token, frozenset({PERSON}))

    def _organization(self, token: Token) -> list[Referent]:
        fixed = self._fixed_by_grammar(token)
        found = self._most_likely(token) if fixed is None else fixed
        if token.lemma_.lower() not in _FOR_PROFIT:
            return found
        return [r for r in found if not self._is_public(r.entity) and not self._is_label(r)]

    def _fixed_by_grammar(self, token: Token) -> list[Referent] | None:
        """Whom its construction makes it stand for, if only for nobody; None where that is open."""
        if (token.lower_ == "its" and self._has_unknown_subject(token)) or self._echoes_unknown(token):
            return []
        if presents_speaker(token):
            return self._only_or_main()
        dealt = dealt_with(token)
        if dealt is not None:
            return self._standing_at(dealt)
        bought = bought_before(token)
        if bought is not None:
            return [
                r for r in self._discourse.recent(1) if r.passage == self._passage_of(token) and r.token == bought.i
            ]
        taken_from = hiring_verb(token) or demanding_verb(token)
        if taken_from is not None:
            return self._hired_from(token, taken_from)
        firms = self._firms_before(token) if _is_dealt_in(token) else []
        if firms:
            return firms[-1:] if len({r.entity for r in firms}) == 1 else []
        return None

    def _most_likely(self, token: Token) -> list[Referent]:
        types = frozenset({UNIT}) if token.lower_ in _UNIT_HEADS else ORGANIZATIONS
        is_pronoun = token.lower_ in IT
        bonus = self._parallel_bonus(token) if is_pronoun else self._description_bonus(token)
        if bonus is None:
            return [] if is_pronoun else self._called_anew(token)
        own = [] if is_pronoun or bonus else self._own_firm(token)
        if own:
            return own
        described = bool(bonus) and not is_pronoun and _is_specific(token)
        candidates: list[Referent] = []
        named = self._named_in_clause(token) if is_pronoun else set()
        for reach in (3,) if is_pronoun else (3, _FAR):
            candidates = candidates or self._spoken_of(types, reach, bonus)
            if described:
                candidates = [r for r in candidates if r.entity in bonus]
            if is_pronoun:
                candidates = [r for r in candidates if r.entity not in named]
            elif not bonus:
                candidates = [r for r in candidates if not self._is_another_kind(token, r.entity)]
            candidates = self._not_barred(token, self._fit_for(token, candidates), bonus)
        found = most_salient(self._discourse, token, candidates, bonus)
        backs = found is not None and invests(token) and self._is_investor(found.entity)
        bare = not is_pronoun and not bonus and types is ORGANIZATIONS and not backs
        if bare and (found is None or self._may_be_main(found)):
            return self._main_before(token, candidates)
        return [found] if found else self._subject_after(token, types)

    def _firms_before(self, token: Token) -> list[Referent]:
        """The firms that the sentence names before a token and that it may mean."""
        here = [r for r in self._discourse.recent(0) if r.passage == self._passage_of(token) and r.token < token.i]
        firms = [r for r in here if self._discourse.entity(r).type in ORGANIZATIONS and not self._was_left(r)]
        barred = {r.entity for r in firms if clashes(self._discourse, r, token)}
        return [r for r in firms if r.entity not in barred]

    def _called_anew(self, token: Token) -> list[Referent]:
        """For "X cut its forecast. The Korean publisher bought Y": X, of which nobody has said yet what it is.

        It must be the one firm of the sentence before, and its subject, and "the Korean publisher" open the sentence.
        """
        start = _definite_start(token)
        opens = start is not None and bool(token.doc[start].is_sent_start) and is_subject(token)
        if not opens or not _tells_from_where(token, self._mentions, self._passage_of(token)):
            return []
        before = [r for r in self._discourse.recent(1) if r.sentence == self._discourse.sentence - 1]
        firms = [r for r in before if self._discourse.entity(r).type in ORGANIZATIONS]
        spoken = [r for r in firms if r.subject and not r.others and not self._is_outlet(r.entity)]
        if len({r.entity for r in firms}) != 1 or not spoken or self._is_another_kind(token, spoken[0].entity):
            return []
        after = self._mentions.within(self._passage_of(token), token.i + 1, token.sent.end)
        return [] if any(spoken[0].entity in m.all_entities for m in after) else spoken[-1:]

    def _is_another_kind(self, token: Token, entity: str) -> bool:
        """Whether the firm is told to be of another kind or land than "the Korean publisher"."""
        head, words = token.lemma_.lower(), self._descriptions.get(entity, set())
        kinds_told = (words & COMPANY_NOUNS) - _GENERIC_HEADS - _ANY_INDUSTRY
        lands_told = words & _LANDS
        if head in BODY_NOUNS - _ANY_BODY and head not in words and self._mentions.entities[entity].type == COMPANY:
            return True
        other_kind = bool(kinds_told) and head not in _GENERIC_HEADS | _ANY_INDUSTRY and head not in kinds_told
        return other_kind or (
            bool(lands_told) and not lands_told & _modifiers(token) and bool(_modifiers(token) & _LANDS)
        )

    def _main_before(self, token: Token, candidates: Sequence[Referent]) -> list[Referent]:
        """For a bare "the company" that could be several: the firm that the article is about, if it was just named.

        It must be named far oftener than each of the others that are named more than once.
        """
        if self._main is None or self._is_another_kind(token, self._main):
            return []
        others = {r.entity for r in candidates} - {self._main}
        if any(self._counts[self._main] < 1.5 * self._counts[other] for other in others if self._counts[other] > 1):
            return []
        here = self._candidates(ORGANIZATIONS, 2)
        named = [r for r in here if r.entity == self._main and not r.others]
        if self._main in barred(self._discourse, token, here):
            return []
        return [r for r in named if not clashes(self._discourse, r, token)][-1:]

    def _may_be_main(self, found: Referent) -> bool:
        """Whether "the company" is as likely the firm that the article is about as the one found, named in passing."""
        if self._main is None or self._main in found.all_entities:
            return False
        recent = [r for r in self._discourse.recent() if r.entity == self._main]
        nearer = any(r.sentence >= found.sentence for r in recent)
        in_passing = bool(recent) and self._counts[self._main] > 1.5 * self._counts[found.entity]
        return nearer or in_passing or not found.subject

    def _is_a_thing(self, token: Token) -> bool:
        """Whether it is the "it" of "will design the chip and supply it"."""
        made = object_before(token) if token.lower_ == "it" else None
        return made is not None and made.pos_ == "NOUN" and not self._standing_at(made)

    def _own_firm(self, token: Token) -> list[Referent]:
        """For "she ran the company's plant": where she is told to have a post, if the sentence has no other firm."""
        firms = {r.entity for r in self._discourse.recent(0) if self._discourse.entity(r).type in ORGANIZATIONS}
        verb = verb_of(token.head if token.dep_ == "poss" else token)
        if token.lemma_.lower() not in _GENERIC_HEADS or verb.lemma_.lower() not in OWN_FIRM:
            return []
        at = {subject.i for subject in subjects_above(verb)}
        people = [r.entity for r in self._discourse.recent(0) if r.token in at]
        own = {self._posts[person] for person in people if person in self._posts}
        if firms - own:
            return []
        return [r for r in self._discourse.recent(_FAR) if own == {r.entity} and not r.others][-1:]

    def _hired_from(self, token: Token, verb: Token) -> list[Referent]:
        """For "X took a stake in Y and hired its founder": Y, if no other firm stands between X and "its"."""
        here = [r for r in self._discourse.recent(0) if r.passage == self._passage_of(token) and not r.others]
        firms = [r for r in here if self._discourse.entity(r).type in ORGANIZATIONS]
        hirers = {r.entity for r in firms if token.doc[r.token] in subjects_above(verb)}
        last = max((r.token for r in firms if r.entity in hirers), default=None)
        if last is None:
            return []
        between = [r for r in firms if r.token > last and r.entity not in hirers and not self._was_left(r)]
        return between[-1:] if len({r.entity for r in between}) == 1 else []

    def _only_or_main(self) -> list[Referent]:
        """For "'...', says P, its founder": the only firm in sight, or the one that the article is about."""
        firms = self._candidates(ORGANIZATIONS)
        if len({r.entity for r in firms}) > 1:
            firms = [r for r in firms if r.entity == self._main]
        return firms[-1:]

    def _standing_at(self, token: Token) -> list[Referent]:
        """The firm that a token names here; nothing where that is not known."""
        here = [r for r in self._discourse.recent(0) if r.passage == self._passage_of(token) and r.token == token.i]
        return [r for r in here if self._discourse.entity(r).type in ORGANIZATIONS][-1:]

    def _has_unknown_subject(self, token: Token) -> bool:
        """Whether the clause is about a firm that nobody could tell: "the business was bought from its founder"."""
        for subject in {*subjects_above(verb_of(token.head)), *subjects_above(token.sent.root)}:
            firm = subject.pos_ == "NOUN" and subject.lemma_.lower() in _FIRM_NOUNS and subject.i < token.i
            if firm and not any(
                r.passage == self._passage_of(token) and r.token == subject.i for r in self._discourse.recent(0)
            ):
                return True
        return False

    def _not_barred(self, token: Token, candidates: Sequence[Referent], bonus: Mapping[str, float]) -> list[Referent]:
        """The candidates that are not ruled out; none where the likeliest stands in the same clause."""
        fitting = not_ruled_out(self._discourse, token, candidates)
        found = most_salient(self._discourse, token, fitting, bonus)
        return [] if found and found.entity in barred(self._discourse, token, fitting) else fitting

    def _echoes_unknown(self, token: Token) -> bool:
        """Whether an "it" or "the company" just before stood for nobody known."""
        if token.lower_ != "it" and (token.lemma_.lower() not in _GENERIC_HEADS or _modifiers(token)):
            return False
        here = self._discourse.recent(1)
        known = {r.token for r in here if r.passage == self._passage_of(token)}
        return echoes_unknown(token, known, {t.i for t in token.sent if t.lower_ == "it" and _is_empty_it(t)})

    def _was_left(self, referent: Referent) -> bool:
        """Whether somebody came from there: the Y of "who joined from Y, where" is not the company spoken of."""
        here = [r for r in self._discourse.recent() if (r.entity, r.sentence) == (referent.entity, referent.sentence)]
        return any(came_from(self._discourse.passages[r.passage].doc[r.token]) for r in here)

    def _spoken_of(self, types: frozenset[str], reach: int, bonus: Mapping[str, float]) -> list[Referent]:
        """The candidates without those that are named in passing: an outlet that was told, an employer before."""
        return [
            r
            for r in self._candidates(types, reach)
            if not self._was_left(r) and not self._is_label(r) and (r.entity in bonus or not self._only_reports(r))
        ]

    def _is_label(self, referent: Referent) -> bool:
        """Whether it only labels goods or people: "products with the Acme brand name", "Acme graduates"."""
        token = self._discourse.passages[referent.passage].doc[referent.token]
        return token.dep_ == "compound" and token.head.lemma_.lower() in _LABELS and token.head.is_lower

    def _fit_for(self, token: Token, candidates: Sequence[Referent]) -> list[Referent]:
        """Of investors and others those that what is said fits; all of them if that leaves none."""
        partners = {e for r in self._pair(token) for e in r.all_entities} if _is_of_each(token) else set()
        candidates = [r for r in candidates if r.entity not in partners]
        asks, rules_out = invests(token), is_no_investor(token)
        if not asks and not rules_out:
            return list(candidates)
        return [r for r in candidates if self._is_investor(r.entity) == asks] or list(candidates)

    def _is_public(self, entity: str) -> bool:
        """Whether it is an office of a state, which nobody calls a company."""
        words = self._mentions.entities[entity].name.split()
        return not _PUBLIC.isdisjoint(words) and not is_legal_form(words[-1])

    def _is_investor(self, entity: str) -> bool:
        return is_investor(self._mentions.entities[entity].name, self._descriptions.get(entity, ()))

    def _named_in_clause(self, token: Token) -> set[str]:
        """Whom the clause of a possessive goes on to name: the Y of "Its founder now leads Y's sales team"."""
        if token.dep_ != "poss" or not is_subject(token.head):
            return set()
        verb = verb_of(token.head)
        after = self._mentions.within(self._passage_of(token), token.i + 1, token.sent.end)
        named = {m.entity: token.doc[m.start : m.end].root for m in after if m.kind is MentionKind.NAME}
        return {e for e, root in named.items() if verb in (root.head, root.head.head, verb_of(root))}

    def _only_reports(self, referent: Referent) -> bool:
        """Whether it is a news outlet that says something or is told something there."""
        token = self._discourse.passages[referent.passage].doc[referent.token]
        saying = verb_of(token).lemma_.lower() in SAYING_VERBS | _REPORTING
        return saying and is_outlet(self._discourse.entity(referent).name)

    def _parallel_bonus(self, token: Token) -> dict[str, float]:
        """For "X said it would": the subject of the saying verb above; for "buys X and runs it": the object before."""
        before = object_before(token)
        if before is not None:
            return {r.entity: 2.5 for r in self._standing_at(before)}
        verb = verb_of(token)
        while verb.head.i != verb.i and verb.dep_ in {"ccomp", "xcomp", "conj", "advcl"}:
            verb = verb.head
            if verb.lemma_ in SAYING_VERBS:
                subjects = {child.i for child in verb.children if child.dep_ == "nsubj"}
                sayers = [r for r in self._discourse.recent(0) if r.token in subjects]
                return {r.entity: 1.5 for r in sayers}
        return {}

    def _description_bonus(self, token: Token) -> dict[str, float] | None:
        """How well each description fits "the Swedish bank"; None if the phrase is specific and none fits."""
        head = token.lemma_.lower()
        modifiers = _modifiers(token)
        if modifiers & _OTHER:
            return None
        bonus: dict[str, float] = {}
        near = {r.entity for r in self._candidates(_AGENTS, _FAR)}
        for entity in sorted(near):
            words = self._descriptions.get(entity, set())
            said = (head in words and head not in _GENERIC_HEADS - _KINDS_OF_FIRM) or also_called(head, words)
            fit = (2.0 if said else 0.0) + 1.5 * len(modifiers & words)
            if fit:
                bonus[entity] = fit
        if not bonus and _is_specific(token):
            return self._named_bonus(head, modifiers)
        return bonus

    def _named_bonus(self, head: str, modifiers: set[str]) -> dict[str, float] | None:
        """The only one whose name says that it is what a specific phrase speaks of: of two nobody could tell."""
        organisations = {r.entity for r in self._candidates(ORGANIZATIONS)}
        wanted = (modifiers if head in _GENERIC_HEADS else {head}) - _PLAIN_MODIFIERS
        fitting = [e for e in sorted(organisations) if wanted & kinds(self._mentions.entities[e].name.lower().split())]
        if len(fitting) == 1:
            return {fitting[0]: 2.0}
        return {} if len(organisations) == 1 else None

    def _several(self, token: Token) -> list[Referent]:
        """For "they": several named together, a group, or in British use the one organisation that there is."""
        clause = [r for r in self._discourse.recent(1) if r.subject and not _same_clause(self._discourse, r, token)]
        for sentence in (self._discourse.sentence, self._discourse.sentence - 1):
            here = [r for r in clause if r.sentence == sentence]
            groups = [r for r in here if r.others or self._discourse.entity(r).type == COLLECTIVE]
            if groups:
                return groups[-1:]
            together = [r for r in here if _is_coordinated(self._discourse, r)]
            if len({r.entity for r in together}) > 1:
                return together
            firms = [r for r in self._candidates(ORGANIZATIONS, 1) if r.sentence == sentence and not r.others]
            joined = self._joined(firms) if here else []
            if joined:
                return joined
            if here and sentence == self._discourse.sentence:
                return self._lone_subject(token, here)
        return []

    def _lone_subject(self, token: Token, subjects: Sequence[Referent]) -> list[Referent]:
        """In British use "they" may be the one organisation of the sentence: "X said they", "X lost its ... their"."""
        sayers = self._parallel_bonus(token)
        said = [r for r in subjects if r.entity in sayers and self._discourse.entity(r).type in ORGANIZATIONS]
        agents = {r.entity for r in self._discourse.recent(0) if self._discourse.entity(r).type in _AGENTS}
        alone = subjects[-1:] if len(agents) == 1 and self._discourse.entity(subjects[-1]).type in ORGANIZATIONS else []
        return said[-1:] or list(alone)

    def _relative(self, token: Token) -> list[Referent]:
        """For "X, which": what stands directly before the clause."""
        clause = token
        while clause.head.i != clause.i and clause.dep_ != "relcl":
            clause = clause.head
        allowed = _allowed_by(token)
        if clause.dep_ == "relcl":
            found = self._meant_by(clause.head, allowed)
            if found or (clause.head.pos_ == "NOUN" and token.lower_ == "that"):
                return found
        return self._adjacent(token, allowed)

    def _meant_by(self, noun: Token, allowed: frozenset[str]) -> list[Referent]:
        """The entity that a clause hangs on: named there, or described there ("X is a company that")."""
        tokens = [noun]
        if noun.dep_ == "attr" and noun.head.lemma_ == "be":
            tokens += [child for child in noun.head.children if child.dep_ == "nsubj"]
        elif noun.dep_ == "appos":
            tokens.append(noun.head)
        for token in tokens:
            mention = self._discourse.mentions.at(self._passage_of(token), token.i)
            found = [r for r in self._discourse.recent(0) if mention and r.entity == mention.entity]
            if found and self._discourse.entity(found[-1]).type in allowed:
                return found[-1:]
        return []

    def _adjacent(self, token: Token, allowed: frozenset[str]) -> list[Referent]:
        """The name directly before "which" or "where", past a comma, a preposition, or a place that it is in."""
        if token.lower_ == "that":
            return []
        before = token.i - 1
        while before >= 0 and token.doc[before].text in {",", "(", ")", "–", "—", *_LEADING_PREPOSITIONS}:
            before -= 1
        here = [r for r in self._discourse.recent(0) if r.passage == self._passage_of(token)]
        mention = self._discourse.mentions.at(self._passage_of(token), before)
        for referent in reversed(here):
            kind = self._discourse.entity(referent).type
            if mention and referent.entity == mention.entity and kind in allowed:
                return [referent]
            if kind != PLACE:
                located = mention is not None and self._mentions.entity(mention).type == PLACE
                return [referent] if located and kind in allowed else []
        return []

    def _pair(self, _: Token) -> list[Referent]:
        """The two organisations spoken of last: named in one sentence, or the only two for some sentences."""
        organisations = self._candidates(ORGANIZATIONS | {COLLECTIVE}, reach=_FAR)
        organisations = [r for r in organisations if r.others or self._discourse.entity(r).type != COLLECTIVE]
        together: dict[str, Referent] = {}
        for sentence in range(self._discourse.sentence, self._discourse.sentence - 4, -1):
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

    def _joined(self, here: Sequence[Referent]) -> list[Referent]:
        """The two of a sentence that it is about together: "A and B have set up C"."""
        for one, other in pairwise(here):
            mentions = [self._mentions.at(r.passage, r.token) for r in (one, other)]
            if one.entity == other.entity or not all(mentions) or not (one.subject or other.subject):
                continue
            first, second = (m for m in mentions if m is not None)
            between = self._passages[one.passage].doc[first.end : second.start]
            if _BETWEEN_TWO.fullmatch(between.text) or _is_coordinated(self._discourse, other):
                beside = [r for r in here if r not in (one, other) and _is_coordinated(self._discourse, r)]
                return [] if beside else [one, other]
        return []

    def _two_main(self, candidates: Sequence[Referent]) -> list[Referent]:
        """The two of several that the article is about, if it is clearly about two."""
        recent = self._discourse.recent(_FAR)
        counts = {r.entity: sum(x.entity == r.entity for x in recent) for r in candidates}
        ranked = sorted(candidates, key=lambda r: (-counts[r.entity], r.passage, r.token))
        if counts[ranked[1].entity] < 2 * counts[ranked[2].entity]:
            return []
        return sorted(ranked[:2], key=lambda r: (r.passage, r.token))

    def _subject_after(self, token: Token, types: frozenset[str]) -> list[Referent]:
        """For "In her time at X, Jane Roe ...": at the opening of a sentence the subject may follow."""
        opening = token.lower_ in HE | SHE | IT and not is_subject(token)
        if token.dep_ == "poss" and token.head.dep_ == "pobj" and token.head.head.lower_ == "among":
            return []  # "Among its investors were X and Y"
        recent = [r for r in self._discourse.recent() if self._discourse.entity(r).type in types]
        if not opening or recent:
            return []
        passage = self._passage_of(token)
        for mention in self._mentions.within(passage, token.i + 1, token.sent.end):
            root = token.doc[mention.start : mention.end].root
            if root.dep_ in {"nsubj", "nsubjpass"} and root.head.i == token.sent.root.i:
                fits = self._mentions.entity(mention).type in types
                span = self._passages[passage].span(mention.start, mention.end)
                here = Referent(mention.entity, (), passage, root.i, self._discourse.sentence, True, span)
                return [here] if fits else []
        return []

    def _passage_of(self, token: Token) -> int:
        return self._index[id(token.doc)]


def _allowed_by(token: Token) -> frozenset[str]:
    if token.lower_ in {"who", "whom"}:
        return frozenset({PERSON, COLLECTIVE})
    if token.lower_ in {"whose", "that"}:
        return ORGANIZATIONS | {PERSON, COLLECTIVE}
    return ORGANIZATIONS | {COLLECTIVE}


# What "it" is in "it is the second blow in a year" has happened, and is nobody.
_HAPPENINGS = frozenset(
    """blow setback win victory defeat loss boost relief shock surprise coup disaster disappointment triumph milestone
    step move change turnaround reversal sign reminder time day moment chance opportunity mistake shame pity pleasure
    honour honor case question matter decision departure deal purchase acquisition""".split()
)


def _is_empty_it(token: Token) -> bool:
    """Whether it stands for nothing: "it is clear that", "it seems", "make it easier to"."""
    if token.lower_ != "it":
        return False
    if token.dep_ == "expl" or token.head.lemma_ in EMPTY_IT_VERBS:
        return True
    if token.dep_ in {"nsubj", "nsubjpass"} and token.head.lemma_ == "be":
        complements = {child.dep_ for child in token.head.children}
        if any(child.dep_ == "attr" and child.lemma_ in _HAPPENINGS for child in token.head.children):
            return True
        return bool(complements & {"ccomp", "xcomp", "csubj", "advcl"}) and bool(complements & {"acomp", "attr"})
    if token.dep_ == "attr":
        return True
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    return token.dep_ in {"dobj", "nsubj"} and following is not None and following.pos_ == "ADJ"


def _definite_start(token: Token) -> int | None:
    """Where "the Swedish bank" starts; None if the noun phrase opens with no definite word."""
    left = token.left_edge.i
    for word in token.doc[left : token.i]:
        if word.dep_ in {"det", "predet"} and word.head.i == token.i:
            if word.lower_ in _DEFINITE or (word.lower_ == "each" and token.lower_ in _ONE_OF_TWO):
                return int(word.i)
            both = word.lower_ == "both" and token.lower_ in PLURAL_ORG_ANAPHORS
            return int(word.i) if both else None
    return None


def _modifiers(token: Token) -> set[str]:
    return {t.lower_ for t in token.lefts if t.dep_ in {"amod", "compound"} and t.lower_ not in _DEFINITE}


def _is_specific(token: Token) -> bool:
    """Whether a definite noun says what its firm is: "the Swedish bank", not "the company"."""
    head = token.lemma_.lower()
    return bool((head not in _GENERIC_HEADS and head not in _UNIT_HEADS) or _modifiers(token) - _PLAIN_MODIFIERS)


def _is_restricted(token: Token) -> bool:
    """Whether "the company that he founded" is told apart by what follows, not by what came before."""
    for child in token.rights:
        if child.dep_ in {"relcl", "acl"} and not any(t.text == "," for t in token.doc[token.i : child.i]):
            return True
        if child.dep_ == "prep" and child.lower_ in {"of", "behind", "with", "for"} and child.i == token.i + 1:
            return True
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return following is not None and following.pos_ == "PROPN" and following.dep_ != "nsubj"


# A word of these says of a firm no more than that it makes or runs something.
_ANY_INDUSTRY = frozenset("maker manufacturer producer operator concern conglomerate enterprise parent seller".split())
# A company may be called one of these.
_ANY_BODY = frozenset("institution newsletter newspaper organisation organization outlet publication website".split())
_LANDS = frozenset(word.lower() for word in DEMONYMS)
# "The rival", "the lender", "the local partner" may be another's, and not yet named.
_ANOTHERS = frozenset(
    """affiliate agency bank broker buyer competitor contractor customer dealer distributor employer financier investor
    lender owner parent partner regulator rival seller shareholder subsidiary supplier vendor watchdog""".split()
)


def _tells_from_where(token: Token, mentions: Mentions, passage: int) -> bool:
    """Whether a definite noun tells its firm by land or town: "the Korean publisher", "the Oslo-based maker"."""
    if token.lower_ not in COMPANY_NOUNS - _ANOTHERS:
        return False
    lefts = list(token.lefts)
    if any(t.lower_ in {"new", "other", "local", "rival", "second", "third"} or t.tag_ == "JJS" for t in lefts):
        return False
    places = [mentions.at(passage, t.i) for left in lefts for t in left.subtree]
    placed = any(m is not None and mentions.entity(m).type == PLACE for m in places)
    return placed or any(t.text in DEMONYMS for t in lefts)


# What "the business" is where somebody buys, founds or runs it; elsewhere it may be any trade.
_DEALT_IN_NOUNS = frozenset({"business", "house", "enterprise"})
_DEALING_IN = OWN_FIRM | frozenset("acquire own control establish set take launch chair purchase rescue revive".split())


def _is_dealt_in(token: Token) -> bool:
    """Whether it is the firm of "bought the business", "has run the business since"."""
    bare = all(child.dep_ == "det" for child in token.lefts)
    verb = token.head.lemma_.lower()
    object_of = token.dep_ == "dobj" and (verb in _DEALING_IN or verb == "buy")
    return token.lower_ in _DEALT_IN_NOUNS and bare and object_of and not _is_a_new_one(token)


def _is_a_new_one(token: Token) -> bool:
    """Whether the text has just spoken of "a business" or "her own business", which may be none that is named."""
    said = [t for t in token.doc[max(0, token.i - 40) : token.i] if t.lower_ == token.lower_]
    return any(c.lower_ in {"a", "an", "another", "own"} or c.dep_ == "poss" for t in said for c in t.lefts)


def _is_defined(token: Token) -> bool:
    """Whether the sentence goes on to say who it is: "the chief executive is Jane Roe"."""
    is_subject_of_be = token.dep_ == "nsubj" and token.head.lemma_ == "be" and token.lower_ in PERSON_ANAPHORS
    return is_subject_of_be and any(child.dep_ == "attr" for child in token.head.children)


def _is_of_each(token: Token) -> bool:
    """Whether it is the "it" of "each owns half of it", which is none of those that "each" means."""
    return any(t.lower_ in {"each", "both"} and t.dep_ == "nsubj" for t in verb_of(verb_of(token)).children)


def _same_clause(discourse: Discourse, referent: Referent, token: Token) -> bool:
    doc = discourse.passages[referent.passage].doc
    return doc is token.doc and token.dep_ != "poss" and verb_of(doc[referent.token]).i == verb_of(token).i


def _is_coordinated(discourse: Discourse, referent: Referent) -> bool:
    token = discourse.passages[referent.passage].doc[referent.token]
    return token.dep_ == "conj" or any(child.dep_ == "conj" for child in token.children)
