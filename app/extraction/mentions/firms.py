"""Which organisation "it", "its" and "the company" stand for; none where several could be meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from app.extraction.lexicon.nouns import (
    BODY_NOUNS,
    COMPANY_NOUNS,
    HE,
    IT,
    SAYING_VERBS,
    SHE,
)
from app.extraction.mentions.anaphors import (
    GENERIC_HEADS,
    UNIT_HEADS,
    definite_start,
    is_dealt_in,
    is_of_each,
    is_specific,
    modifiers_of,
    tells_from_where,
    tells_town,
)
from app.extraction.mentions.arguments import is_subject, object_before, subjects_above, verb_of
from app.extraction.mentions.binding import barred, echoes_unknown, leads_of, not_ruled_out
from app.extraction.mentions.empty_it import is_empty_it
from app.extraction.mentions.investors import invests, is_no_investor
from app.extraction.mentions.possessors import (
    bought_before,
    dealt_with,
    demanded_by_holder,
    demanding_verb,
    head_of_clause,
    hiring_verb,
    is_a_firm,
    leads_with_post,
    part_acting,
    presents_speaker,
    served_by_customer,
    tells_earlier_post,
)
from app.extraction.mentions.posts import OWN_FIRM
from app.extraction.mentions.salience import Referent, clashes, most_salient
from app.extraction.mentions.several import Several
from app.extraction.mentions.telling import FAR, Telling
from app.extraction.mentions.types import COLLECTIVE, ORGANIZATIONS, UNIT
from app.extraction.parsing.passages import MentionKind

if TYPE_CHECKING:
    from spacy.tokens import Token


_FIRM_NOUNS = COMPANY_NOUNS | BODY_NOUNS | {"shop", "site"}
# So many sentences back the firm that an article is about stays in mind, if no other was spoken of.
_FAR_BACK = 8
_PARTS = frozenset({UNIT, COLLECTIVE})
_OWN = frozenset("company firm startup start-up employer group bank fund".split())
_FOR_PROFIT = frozenset("company firm startup start-up".split())


class Firms:
    """Finds the one organisation that is meant."""

    def __init__(self, told: Telling, several: Several) -> None:
        self._told, self._several = told, several

    def organization(self, token: Token) -> list[Referent]:
        """The organisation that "it", "its" or a definite noun stands for; empty where that is open."""
        part = part_acting(token)
        fixed = self._fixed_by_grammar(token) if part is None else self._part_at(part)
        found = self._most_likely(token) if fixed is None else fixed
        if token.lemma_.lower() not in _FOR_PROFIT:
            return found
        if demanded_by_holder(token):  # "The activist wants the company to": none of those that hold shares
            found = [r for r in found if not self._told.holds_shares(r.entity)]
        found = [r for r in found if self._told.discourse.entity(r).type != UNIT or self._is_just_told_of(r)]
        return [r for r in found if not self._told.is_public(r.entity) and not self._told.is_label(r)]

    def _fixed_by_grammar(self, token: Token) -> list[Referent] | None:
        """Whom its construction makes it stand for, if only for nobody; None where that is open."""
        if (token.lower_ == "its" and self._has_unknown_subject(token)) or self._echoes_unknown(token):
            return []
        if presents_speaker(token):
            return self._told.speaks_before()
        dealt = dealt_with(token)
        if dealt is not None:
            return self._told.standing_at(dealt)
        spoken_for = self._spoken_for(token)
        if spoken_for:
            return spoken_for
        customer_of = served_by_customer(token)
        if customer_of is not None:
            return self._told.standing_at(customer_of)
        told_of = head_of_clause(token)
        if told_of is not None and (is_a_firm(told_of) or self._told.standing_at(told_of)):
            return self._told.standing_at(told_of)
        bought = bought_before(token)
        if bought is not None:
            return [
                r
                for r in self._told.discourse.recent(1)
                if r.passage == self._told.passage_of(token) and r.token == bought.i
            ]
        before = self._left_before() if tells_earlier_post(token) else []
        if before:
            return before
        led = self._subject_before(token) if leads_with_post(token) else []
        if led:
            return led
        taken_from = hiring_verb(token) or demanding_verb(token)
        if taken_from is not None:
            return self._hired_from(token, taken_from)
        firms = self._firms_before(token) if is_dealt_in(token) else []
        if firms:
            return firms[-1:] if len({r.entity for r in firms}) == 1 else []
        return None

    def _part_at(self, part: Token) -> list[Referent]:
        """The team or unit that a token stands for; nothing where it is none that is told apart."""
        here = [r for r in self._told.discourse.recent(0) if r.passage == self._told.passage_of(part)]
        return [r for r in here if r.token == part.i and self._told.discourse.entity(r).type in _PARTS][-1:]

    def _spoken_for(self, token: Token) -> list[Referent]:
        """For "X's chief executive, P, said the company would" and "P, the head of X, said the company would": X."""
        if token.lemma_.lower() not in GENERIC_HEADS or modifiers_of(token):
            return []
        verb = verb_of(token)
        while verb.dep_ in {"ccomp", "xcomp", "conj", "advcl"} and verb.head.lemma_.lower() not in SAYING_VERBS:
            verb = verb.head
        if verb.dep_ != "ccomp":
            return []
        for speaker in subjects_above(verb.head):
            posts = [speaker, *(child for child in speaker.children if child.dep_ == "appos")]
            held = [child for post in posts if post.pos_ == "NOUN" for child in post.children if child.dep_ == "poss"]
            held += [t for post in posts for of in post.children if of.lower_ in {"of", "at"} for t in of.children]
            firms = [r for t in held for r in self._told.standing_at(t)]
            if firms:
                return firms[:1]
        return []

    def _most_likely(self, token: Token) -> list[Referent]:
        types = frozenset({UNIT}) if token.lower_ in UNIT_HEADS and not self._told.calls(token) else ORGANIZATIONS
        is_pronoun = token.lower_ in IT
        if is_pronoun and self._follows_unknown(token):
            return []
        bonus = self._told.parallel_bonus(token) if is_pronoun else self._told.description_bonus(token)
        if bonus is None:
            return [] if is_pronoun else self._called_anew(token)
        own = [] if is_pronoun or bonus else self._own_firm(token)
        if own:
            return own
        described = bool(bonus) and not is_pronoun and is_specific(token)
        candidates: list[Referent] = []
        named = self._named_in_clause(token) if is_pronoun else set()
        for reach in (3,) if is_pronoun else (3, FAR):
            candidates = candidates or self._spoken_of(types, reach, bonus)
            if described:
                candidates = [r for r in candidates if r.entity in bonus]
            if is_pronoun:
                candidates = [r for r in candidates if r.entity not in named]
            elif not bonus:
                candidates = [r for r in candidates if not self._told.is_another_kind(token, r.entity)]
            candidates = self._not_barred(token, self._fit_for(token, candidates), bonus)
        found = most_salient(self._told.discourse, token, candidates, bonus)
        if found is None and described:
            found = self._main_of(candidates)
        backs = found is not None and invests(token) and self._told.is_investor(found.entity)
        bare = not is_pronoun and not bonus and types is ORGANIZATIONS and not backs
        if bare and (found is None or self._may_be_main(found)):
            return self._main_before(token, candidates)
        if bare and found is not None and self._is_of_last_paragraph(found, token):
            return []
        return [found] if found else self._told.subject_after(token, types)

    def _main_of(self, candidates: Sequence[Referent]) -> Referent | None:
        """Of several that a description fits the one that the article is about, if it is named far oftener."""
        counts, main = Counter(r.entity for r in self._told.discourse.referents), self._told.main
        rivals = {r.entity for r in candidates} - {main}
        if main is None or any(counts[main] < 2 * counts[rival] for rival in rivals):
            return None
        return next((r for r in reversed(candidates) if r.entity == main and not r.others), None)

    def _firms_before(self, token: Token) -> list[Referent]:
        """The firms that the sentence names before a token and that it may mean."""
        here = [
            r for r in self._told.discourse.recent(0) if r.passage == self._told.passage_of(token) and r.token < token.i
        ]
        firms = [r for r in here if self._told.discourse.entity(r).type in ORGANIZATIONS and not self._told.was_left(r)]
        barred = {r.entity for r in firms if clashes(self._told.discourse, r, token)}
        return [r for r in firms if r.entity not in barred]

    def _called_anew(self, token: Token) -> list[Referent]:
        """For "X cut its forecast. The Korean publisher bought Y": X, of which nobody has said yet what it is.

        It must be the one firm of the sentence before, and its subject, and "the Korean publisher" open the sentence;
        of several firms the one that the sentence before begins with; elsewhere the only one in sight.
        """
        start = definite_start(token)
        passage = self._told.passage_of(token)
        if not tells_from_where(token, self._told.mentions, passage):
            return []
        town = tells_town(token, self._told.mentions, passage)
        if start is None or not is_subject(token) or not _opens_sentence(token, start):
            return self._only_one_in_sight(token) if town else []
        firms = self._of_sentence_before()
        spoken = [r for r in firms if self._is_told_of(r) and not r.others and not self._told.is_outlet(r.entity)]
        if not town and self._told.main is not None:
            spoken = [r for r in spoken if r.entity == self._told.main]
        if len({r.entity for r in firms}) > 1 and not town:
            return []
        if len({r.entity for r in firms}) > 1:
            spoken = [r for r in spoken[:1] if r is firms[0] and self._told.leads_sentence(r)]
        if not spoken or self._told.is_another_kind(token, spoken[0].entity):
            return []
        if any(self._told.is_presented(r) for r in firms if r.entity != spoken[0].entity):
            return []
        after = self._told.mentions.within(self._told.passage_of(token), token.i + 1, token.sent.end)
        return [] if any(spoken[0].entity in m.all_entities for m in after) else spoken[-1:]

    def _is_just_told_of(self, unit: Referent) -> bool:
        """Whether the last sentence is about a unit: one that was named by the way is no company."""
        return unit.sentence >= self._told.discourse.sentence - 1 and self._told.leads_sentence(unit)

    def _is_told_of(self, referent: Referent) -> bool:
        """Whether it is a subject, or all that a sentence without a verb names: "Acme, most obviously."."""
        root = self._told.passages[referent.passage].doc[referent.token]
        return referent.subject or (root.dep_ == "ROOT" and root.pos_ == "PROPN")

    def _of_sentence_before(self) -> list[Referent]:
        """The firms of the sentence before, or of the one before that where it only tells who took part in a round."""
        for back in (1, 2):
            there = [
                r for r in self._told.candidates(ORGANIZATIONS) if r.sentence == self._told.discourse.sentence - back
            ]
            firms = [r for r in there if not self._told.joins_round(r.entity)]
            if firms or not there:
                return firms
        return []

    def _left_before(self) -> list[Referent]:
        """For "X hired P from Y. She had been with the bank for years": Y, the only one that somebody came from."""
        left = [r for r in self._told.candidates(ORGANIZATIONS, 1) if self._told.was_left(r) and not r.others]
        return left[-1:] if len({r.entity for r in left}) == 1 else []

    def _subject_before(self, token: Token) -> list[Referent]:
        """The firm that the sentence before is about, for "Its managing director, P, said": its subject."""
        before = [r for r in self._told.candidates(ORGANIZATIONS, 1) if r.sentence < self._told.discourse.sentence]
        leading = [r for r in before if self._told.leads_sentence(r) and not r.others]
        here = self._told.mentions.within(self._told.passage_of(token), token.i + 1, token.sent.end)
        named = {m.entity for m in here if m.kind is MentionKind.NAME}
        return leading[:1] if leading and leading[0].entity not in named else []

    def _only_one_in_sight(self, token: Token) -> list[Referent]:
        """The one firm of this sentence and the one before that can be meant by "a source at the Riga company"."""
        firms = [r for r in self._told.candidates(ORGANIZATIONS, 1) if not self._told.is_outlet(r.entity)]
        firms = not_ruled_out(self._told.discourse, token, firms)
        out = barred(self._told.discourse, token, firms)
        if len({e for r in firms for e in r.all_entities}) != 1 or firms[-1].entity in out or firms[-1].others:
            return []
        fits = not self._told.was_left(firms[-1]) and not self._told.is_another_kind(token, firms[-1].entity)
        return firms[-1:] if fits else []

    def _main_before(self, token: Token, candidates: Sequence[Referent]) -> list[Referent]:
        """For a bare "the company" that could be several: the firm that the article is about, if it was just named.

        It must be named far oftener than each of the others that are named more than once.
        """
        if self._told.main is None or self._told.is_another_kind(token, self._told.main):
            return []
        others = {r.entity for r in candidates} - {self._told.main}
        if any(
            self._told.counts[self._told.main] < 1.5 * self._told.counts[other]
            for other in others
            if self._told.counts[other] > 1
        ):
            return []
        here = self._told.candidates(ORGANIZATIONS, 2)
        if not here:  # none has been spoken of since
            here = self._told.candidates(ORGANIZATIONS, _FAR_BACK)[-1:]
        named = [r for r in here if r.entity == self._told.main and not r.others]
        if self._told.main in barred(self._told.discourse, token, here):
            return []
        fitting = not_ruled_out(self._told.discourse, token, here)
        if self._told.main in {r.entity for r in here if r not in fitting}:
            return []
        return [r for r in named if not clashes(self._told.discourse, r, token)][-1:]

    def _may_be_main(self, found: Referent) -> bool:
        """Whether "the company" is as likely the firm that the article is about as the one found, named in passing."""
        if self._told.main is None or self._told.main in found.all_entities or self._opens_topic(found):
            return False
        counts = self._told.counts
        if counts[found.entity] == 1 and counts[self._told.main] > 3 and not found.subject:
            return True  # named once and in passing, among much of another
        recent = [r for r in self._told.discourse.recent() if r.entity == self._told.main]
        nearer = any(r.sentence >= found.sentence for r in recent)
        in_passing = bool(recent) and self._told.counts[self._told.main] > 1.5 * self._told.counts[found.entity]
        return nearer or in_passing or not found.subject

    def _opens_topic(self, found: Referent) -> bool:
        """Whether the paragraph turns to it: its first sentence, the one before this, is about it."""
        sentence = self._told.passages[found.passage].doc[found.token].sent
        if sentence.start != 0 or found.sentence != self._told.discourse.sentence - 1:
            return False
        near = self._told.candidates(ORGANIZATIONS, 1)
        firms = {e for r in near if r.sentence == found.sentence for e in r.all_entities}
        return self._told.main not in firms and self._told.leads_sentence(found)

    def _is_of_last_paragraph(self, found: Referent, token: Token) -> bool:
        """Whether a paragraph speaks of "the company" and only the one before of a bystander that it could be."""
        if found.passage == self._told.passage_of(token):
            return False
        if self._told.main is None:  # of an article on several nobody can tell
            near = [r for r in self._told.candidates(ORGANIZATIONS) if not self._told.is_outlet(r.entity)]
            return len({r.entity for r in near}) > 1
        return self._told.main not in found.all_entities

    def is_a_thing(self, token: Token) -> bool:
        """Whether it is the "it" of "will design the chip and supply it"."""
        made = object_before(token) if token.lower_ == "it" else None
        return made is not None and made.pos_ == "NOUN" and not self._told.standing_at(made)

    def is_own(self, token: Token) -> bool:
        """Whether it is the "company" of "her company" or "his own firm", and of no "former" or "new" one."""
        if token.lemma_.lower() not in _OWN or token.tag_ != "NN":
            return False
        lefts = [child for child in token.lefts if child.lower_ != "own"]
        return [c.dep_ for c in lefts] == ["poss"] and lefts[0].lower_ in HE | SHE

    def own(self, token: Token) -> list[Referent]:
        """For "P, who runs X, said her company": X, where whoever it is has a post."""
        whose = next(child.i for child in token.lefts if child.dep_ == "poss")
        here = [r for r in self._told.discourse.recent(0) if r.passage == self._told.passage_of(token)]
        firms = {self._told.posts.get(r.entity) for r in here if r.token == whose and not r.others}
        return [r for r in self._told.discourse.recent(FAR) if {r.entity} == firms and not r.others][-1:]

    def _own_firm(self, token: Token) -> list[Referent]:
        """For "she ran the company's plant": where she is told to have a post, if the sentence has no other firm."""
        firms = {
            r.entity for r in self._told.discourse.recent(0) if self._told.discourse.entity(r).type in ORGANIZATIONS
        }
        verb = verb_of(token.head if token.dep_ == "poss" else token)
        if token.lemma_.lower() not in GENERIC_HEADS or verb.lemma_.lower() not in OWN_FIRM:
            return []
        at = {subject.i for subject in subjects_above(verb)}
        people = [r.entity for r in self._told.discourse.recent(0) if r.token in at]
        own = {self._told.posts[person] for person in people if person in self._told.posts}
        if firms - own:
            return []
        return [r for r in self._told.discourse.recent(FAR) if own == {r.entity} and not r.others][-1:]

    def _hired_from(self, token: Token, verb: Token) -> list[Referent]:
        """For "X took a stake in Y and hired its founder": Y, if no other firm stands between X and "its"."""
        here = [r for r in self._told.discourse.recent(0) if r.passage == self._told.passage_of(token) and not r.others]
        firms = [r for r in here if self._told.discourse.entity(r).type in ORGANIZATIONS]
        hirers = {r.entity for r in firms if token.doc[r.token] in subjects_above(verb)}
        last = max((r.token for r in firms if r.entity in hirers), default=None)
        if last is None:
            return []
        between = [r for r in firms if r.token > last and r.entity not in hirers and not self._told.was_left(r)]
        return between[-1:] if len({r.entity for r in between}) == 1 else []

    def _has_unknown_subject(self, token: Token) -> bool:
        """Whether the clause is about a firm that nobody could tell: "the business was bought from its founder"."""
        for subject in {*subjects_above(verb_of(token.head)), *subjects_above(token.sent.root)}:
            firm = subject.pos_ == "NOUN" and subject.lemma_.lower() in _FIRM_NOUNS
            meant = firm or (subject.lower_ == "it" and not is_empty_it(subject))
            if (
                meant
                and subject.i < token.i
                and not any(
                    r.passage == self._told.passage_of(token) and r.token == subject.i
                    for r in self._told.discourse.recent(0)
                )
            ):
                return True
        return False

    def _follows_unknown(self, token: Token) -> bool:
        """Whether the sentence before is about a firm that nobody could tell: "The company grew. It owns X"."""
        start = token.sent.start
        if start == 0 or not is_subject(token):
            return False
        before = token.doc[start - 1].sent
        known = {r.token for r in self._told.discourse.recent(1) if r.passage == self._told.passage_of(token)}
        here = any(
            r.subject and r.passage == self._told.passage_of(token) for r in self._told.candidates(ORGANIZATIONS, 0)
        )
        return not here and any(
            noun.lemma_.lower() in GENERIC_HEADS
            and noun.i not in known
            and any(child.lower_ == "the" for child in noun.children)
            for subject in subjects_above(before.root)
            for noun in (subject, *(child for child in subject.children if child.dep_ == "poss"))
        )

    def _not_barred(self, token: Token, candidates: Sequence[Referent], bonus: Mapping[str, float]) -> list[Referent]:
        """The candidates that are not ruled out; none where the likeliest stands in the same clause."""
        fitting = not_ruled_out(self._told.discourse, token, candidates)
        found = most_salient(self._told.discourse, token, fitting, bonus)
        return [] if found and found.entity in barred(self._told.discourse, token, fitting) else fitting

    def _echoes_unknown(self, token: Token) -> bool:
        """Whether an "it" or "the company" just before stood for nobody known."""
        if token.lower_ != "it" and (token.lemma_.lower() not in GENERIC_HEADS or modifiers_of(token)):
            return False
        here = self._told.discourse.recent(1)
        known = {r.token for r in here if r.passage == self._told.passage_of(token)}
        return echoes_unknown(token, known, {t.i for t in token.sent if t.lower_ == "it" and is_empty_it(t)})

    def _spoken_of(self, types: frozenset[str], reach: int, bonus: Mapping[str, float]) -> list[Referent]:
        """The candidates without those that are named in passing: an outlet that was told, an employer before."""
        return [
            r
            for r in self._told.candidates(types, reach)
            if not self._told.was_left(r)
            and not self._told.is_label(r)
            and not self._told.is_old_name(r)
            and (r.entity in bonus or not self._told.only_reports(r))
        ]

    def _fit_for(self, token: Token, candidates: Sequence[Referent]) -> list[Referent]:
        """Of investors and others those that what is said fits; all of them if that leaves none."""
        partners = {e for r in self._several.pair(token) for e in r.all_entities} if is_of_each(token) else set()
        candidates = [r for r in candidates if r.entity not in partners]
        asks, rules_out = invests(token), is_no_investor(token)
        if not asks and not rules_out:
            return list(candidates)
        if rules_out:
            candidates = [r for r in candidates if not self._told.joins_round(r.entity)] or candidates
        return [r for r in candidates if self._told.is_investor(r.entity) == asks] or list(candidates)

    def _named_in_clause(self, token: Token) -> set[str]:
        """Whom the clause of a possessive goes on to name: the Y of "Its founder now leads Y's sales team"."""
        if token.dep_ != "poss" or not is_subject(token.head):
            return set()
        verb = verb_of(token.head)
        after = self._told.mentions.within(self._told.passage_of(token), token.i + 1, token.sent.end)
        named = {m.entity: token.doc[m.start : m.end].root for m in after if m.kind is MentionKind.NAME}
        return {e for e, root in named.items() if verb in (root.head, root.head.head, verb_of(root))}


def _opens_sentence(token: Token, start: int) -> bool:
    """Whether nothing stands before a subject in its sentence but participles that are said of it."""
    leads = leads_of(token)
    return bool(token.doc[start].is_sent_start) or (bool(leads) and leads[0].left_edge.is_sent_start is True)
