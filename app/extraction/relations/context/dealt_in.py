"""The company that a stake, a round, a sale or a bid is about where the sentence does not name it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention, MentionKind
from app.extraction.relations.context.affiliations import TENURES
from app.extraction.relations.context.meant import meant
from app.extraction.relations.context.parties import company_sought
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.owners import holds_shares
from app.extraction.relations.reading.rules import words
from app.extraction.relations.reading.sentences import COMPANIES, Scene, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

# What tells of a company that money or shares change hands.
_DEALS = frozenset({"investedIn", "ownsStakeIn", "acquired"})
_REACH = 4
# What a company is called that was spoken of: "of the company", "the whole group".
FIRM = words("""
    company firm business group it venture start-up startup operation enterprise concern outfit brand chain maker
    publisher lender retailer manufacturer bank airline carrier agency studio insurer operator brewer builder""")
# A part of a company that is sold is not the company.
_PARTS = words("unit arm division subsidiary affiliate offshoot spin-off spinoff")
_DESCRIBING = frozenset({"relcl", "appos", "acl"})


def is_another(noun: Token) -> bool:
    """Whether it is a name, or a firm told apart from the one spoken of: "the new company", "a rival"."""
    return noun.tag_ in ("NNP", "NNPS") or any(c.lower_ in _APART for c in noun.children)


_APART = words("a an another new other combined merged joint second third rival former holding parent such any")


@dataclass(frozen=True)
class Told:
    """What the article has told up to a sentence: `here` in it, `before` in those before it.

    `holders` are those that were told to hold, buy or bid for something, even where nobody could tell what.
    """

    here: Sequence[Candidate]
    before: Sequence[Candidate]
    holders: set[str] = field(default_factory=set)


def company_dealt_in(
    candidate: Candidate, who: Iterable[FoundMention], told: Told
) -> tuple[FoundMention, Sentence] | None:
    """The company that is meant, as last mentioned, and the sentence that mentions it; None if unclear.

    `who` are those that hold, buy or bid: none of them is it.
    """
    doers = list(who)
    barred = {entity for m in doers for entity in m.all_entities}
    told.holders.update(barred)
    said = _by_rules(candidate.sentence, candidate.trigger, doers, barred, told)
    query = company_sought(candidate, [*told.before, *told.here], {"rules": said}, barred)
    found = meant(query, said[0].entity if said is not None else None)
    if found is None:
        return None
    return said if said is not None and said[0].entity == found[0] else found[1]


def _by_rules(
    sentence: Sentence, trigger: int, doers: Sequence[FoundMention], barred: set[str], told: Told
) -> tuple[FoundMention, Sentence] | None:
    barred = (
        barred | told.holders | {c.subject.entity for c in told.before if c.relation in ("investedIn", "ownsStakeIn")}
    )
    own = _told_here(sentence, trigger, barred, told) or _own_company(sentence, doers, told)
    if own is not None:
        return None if own.entity in barred else (own, sentence)
    near = _named_here(sentence, trigger, doers, barred)
    if near:
        return (near[0], sentence) if len({m.entity for m in near}) == 1 else None
    return _last_told_of(sentence, barred, told) or _target(sentence, barred, told)


def _target(sentence: Sentence, barred: set[str], told: Told) -> tuple[FoundMention, Sentence] | None:
    """The company that the title says is to be bought: who else holds or bids, holds or bids for that."""
    targets = {c.object_entity for c in told.before if c.relation == "acquired" and not c.negated}
    titled = (targets & headlined(sentence.scene)) - barred
    return _mention_of(sentence.scene, next(iter(titled)), sentence) if len(titled) == 1 else None


def _told_here(sentence: Sentence, trigger: int, barred: set[str], told: Told) -> FoundMention | None:
    """What the sentence tells another deal of: "is selling 40% of X to Y, keeping the rest"."""
    doc = sentence.passage.doc
    clause = _clause_of(doc[trigger])
    deals = [c for c in told.here if c.relation in _DEALS or (c.relation == "founded" and c.trigger < trigger)]
    deals = [c for c in deals if c.trigger != trigger and _clause_of(doc[c.trigger]) in (None, clause)]
    firms = {c.object_entity: c.object for c in deals if c.object_entity not in barred | {""}}
    firm = next(iter(firms.values())) if len(firms) == 1 else None
    return firm if isinstance(firm, FoundMention) else None


def says_already(candidate: Candidate, told: Told, relations: Set[str]) -> bool:
    """Whether the sentence tells such a thing of the same subject, and not only beside its name."""
    doc = candidate.sentence.passage.doc
    clause = _clause_of(doc[candidate.trigger])
    return any(
        c.relation in relations
        and c.subject.entity == candidate.subject.entity
        and _clause_of(doc[c.trigger]) in (None, clause)
        for c in told.here
    )


def _clause_of(token: Token) -> Token | None:
    """The verb of the relative clause that a word stands in; None in what the sentence itself tells."""
    for _ in range(10):
        if token.dep_ in ("relcl", "acl"):
            return token
        if token.head == token:
            return None
        token = token.head
    return None


def _own_company(sentence: Sentence, doers: Sequence[FoundMention], told: Told) -> FoundMention | None:
    """What these have put money into or work for, if the article tells of one company alone."""
    scene, main = sentence.scene, focus(sentence.scene)
    for relations in (_DEALS, TENURES):
        ties = [
            c
            for c in (*told.before, *(told.here if relations is TENURES else ()))
            if c.relation in relations
            and isinstance(c.object, FoundMention)
            and any(c.subject.entity == m.entity for m in doers)
        ]
        if relations is TENURES:
            ties = [c for c in ties if scene.letter(c.subject) == "P"]
        firms = {c.object_entity: c.object for c in ties if isinstance(c.object, FoundMention)}
        if len(firms) == 1 or main in firms:
            firm = firms[main] if main is not None and main in firms else next(iter(firms.values()))
            return firm if _is_spoken_of(firm, sentence) else None
    return None


def _is_spoken_of(firm: FoundMention, sentence: Sentence) -> bool:
    """Whether a company is also what the article goes on about: a fund has put money into others in passing."""
    if firm.entity == focus(sentence.scene):
        return True
    near = (sentence, *sentence.scene.previous(sentence, _REACH))
    return any(firm.entity in m.all_entities for s in near for m in s.mentions())


def _named_here(
    sentence: Sentence, trigger: int, doers: Sequence[FoundMention], barred: set[str]
) -> list[FoundMention]:
    """The other companies that stand before the deal, unless only to describe who does it."""
    doc, scene = sentence.passage.doc, sentence.scene
    found: list[FoundMention] = []
    aside = {m.entity for m in sentence.mentions() if after_whose(sentence, m, trigger) != m}
    for mention in sentence.mentions():
        known = (barred | aside) & set(mention.all_entities)
        if mention.end > trigger or scene.type_of(mention) not in COMPANIES or known:
            continue
        beside = _describes(doc[mention.start : mention.end].root, doers) or holds_shares(sentence, mention)
        if not beside:
            found.append(mention)
    return found


def _describes(token: Token, doers: Sequence[FoundMention]) -> bool:
    """Whether a name stands in what is said beside the name of a doer: "Tarn, which also backs X, put in $3m"."""
    for _ in range(10):
        if token.dep_ in _DESCRIBING or token.dep_ in ("compound", "poss", "nmod", "amod"):
            head = token.head
            if any(m.start <= head.i < m.end for m in doers):
                return True
        if token.head == token:
            return False
        token = token.head
    return False


def _last_told_of(sentence: Sentence, barred: set[str], told: Told) -> tuple[FoundMention, Sentence] | None:
    """The company that the nearest sentence with any is about: what it tells a deal of, or its subject."""
    scene, main = sentence.scene, focus(sentence.scene)
    titled = headlined(scene)
    for near in scene.previous(sentence, _REACH):
        if near.is_heading:
            break
        firms = [m for m in near.mentions() if scene.type_of(m) in COMPANIES and not barred & set(m.all_entities)]
        firms = [m for m in firms if not m.others and not holds_shares(near, m) and not _is_family(near, m)]
        dealt = _dealt(near, firms, told)
        if dealt is not None and _leads_as_buyer(near, firms, told):
            return None  # "Y has bought X. Tarn owns 12%": of either
        if dealt is not None and (main in (None, dealt.entity) or near.index == sentence.index - 1):
            return dealt, near
        alone = len({m.entity for m in firms}) == 1 and main in (None, firms[0].entity)
        about = [m for m in firms if _leads(near, m)] or firms[:alone]
        about = [m for m in about if _is_prominent(scene, m.entity) or main is None]
        if about:
            one = len({m.entity for m in about}) == 1 and _is_prominent(scene, about[0].entity)
            beside = alone and near.index == sentence.index - 1 and near.passage is sentence.passage
            other = main is None and titled - {about[0].entity} and not beside
            if not one or main not in (None, about[0].entity) or other:
                return None
            return (about[0], near) if main or beside or not _has_rival(near, about[0], barred) else None
    return _mention_of(scene, main, sentence) if main is not None and main not in barred else None


def is_near(sentence: Sentence, doer: FoundMention) -> bool:
    """Whether an "it" goes back no further than to the sentence before."""
    if doer.kind is not MentionKind.PRONOUN or sentence.scene.letter(doer) == "P":
        return True
    near = (sentence, *sentence.scene.previous(sentence))
    return any(doer.entity in m.all_entities and m != doer for s in near for m in s.mentions())


def after_whose(sentence: Sentence, doer: FoundMention, trigger: int) -> FoundMention:
    """The fund of "P, whose fund, X, now owns 11%": there the parser takes P for the owner."""
    doc = sentence.passage.doc
    if doer.end + 1 >= len(doc) or doc[doer.end].text != "," or doc[doer.end + 1].lower_ != "whose":
        return doer
    for mention in sentence.mentions():
        apposed = doc[mention.start - 1].text == "," == doc[min(mention.end, len(doc) - 1)].text
        if doer.end + 2 < mention.start < trigger and apposed and sentence.scene.letter(mention) == "O":
            return mention
    return doer


def is_about_part(sentence: Sentence, trigger: int) -> bool:
    """Whether this sentence up to the deal, or one of the two before, tells of a part of a company without a name."""
    scene = sentence.scene
    for near in (sentence, *scene.previous(sentence, 2)):
        for token in near.words:
            if (near is sentence and token.i >= trigger) or token.tag_ != "NN" or lemma(token) not in _PARTS:
                continue
            if scene.mentions.at(near.passage.index, token.i) is None and not _names(near, token):
                return True
    return False


def _names(sentence: Sentence, part: Token) -> bool:
    """Whether a name stands right after a part or in apposition: "its adhesives arm, X"."""
    after = [c.i for c in part.children if c.dep_ == "appos"] + [part.i + 1]
    return any(sentence.scene.mentions.at(sentence.passage.index, i) for i in after)


def _has_rival(near: Sentence, firm: FoundMention, barred: set[str]) -> bool:
    """Whether the sentences up to one are about another company as well."""
    scene = near.scene
    for sentence in (near, *scene.previous(near, _REACH - 1)):
        for mention in sentence.mentions():
            other = scene.type_of(mention) in COMPANIES and mention.entity not in barred | {firm.entity}
            if other and _leads(sentence, mention) and _is_prominent(scene, mention.entity):
                return True
    return False


def _is_family(sentence: Sentence, mention: FoundMention) -> bool:
    """As in "the Ashbys", who are no firm."""
    name = sentence.scene.mentions.entity(mention).name
    before = sentence.passage.doc[mention.start - 1].lower_ if mention.start else ""
    return before == "the" and name.endswith("s") and " " not in name


def _leads_as_buyer(near: Sentence, firms: Sequence[FoundMention], told: Told) -> bool:
    """Whether a sentence is about a company that buys another."""
    buyers = {c.subject.entity for c in told.before if c.sentence is near and c.relation == "acquired"}
    return any(m.entity in buyers and _leads(near, m) for m in firms)


def _dealt(near: Sentence, firms: Sequence[FoundMention], told: Told) -> FoundMention | None:
    """The one company that a sentence tells a deal of."""
    deals = [c for c in told.before if c.sentence is near and c.relation in _DEALS and not c.negated]
    objects = {c.object_entity for c in deals}
    return next((m for m in firms if m.entity in objects), None) if len(objects) == 1 else None


def headlined(scene: Scene) -> set[str]:
    """The companies that the article's title names."""
    title = scene.document.article.title or ""

    def is_titled(entity: str) -> bool:
        known = scene.mentions.entities[entity]
        return known.type in COMPANIES and any(name in title for name in (known.name, *known.aliases))

    return {entity for entity in scene.counts if is_titled(entity)}


def focus(scene: Scene) -> str | None:
    """The company that an article is about, where its title names no other; else the first, if by far most named."""
    titled = headlined(scene)
    if scene.main_company is not None:
        return scene.main_company if not titled - {scene.main_company} else None
    firms = [e for e in scene.counts if scene.mentions.entities[e].type in COMPANIES]
    ranked = sorted(firms, key=lambda e: (-scene.counts[e], e))
    if not ranked or scene.counts[ranked[0]] < _OFTEN or titled - {ranked[0]}:
        return None
    first = next((m.entity for s in scene.sentences for m in s.mentions() if scene.type_of(m) in COMPANIES), None)
    ahead = len(ranked) == 1 or scene.counts[ranked[0]] >= _AHEAD * scene.counts[ranked[1]]
    return ranked[0] if ahead and ranked[0] == first else None


_AHEAD, _OFTEN = 1.6, 4


def _is_prominent(scene: Scene, firm: str) -> bool:
    """Whether an article names a company nearly as often as any, and not in passing."""
    most = max(n for e, n in scene.counts.items() if scene.mentions.entities[e].type in COMPANIES)
    return scene.counts[firm] >= max(2, 0.4 * most)


def _mention_of(scene: Scene, firm: str, sentence: Sentence) -> tuple[FoundMention, Sentence] | None:
    """The last mention of a company before a sentence."""
    for near in reversed(scene.sentences[: sentence.index]):
        for mention in near.mentions():
            if mention.entity == firm and not mention.others and not near.is_heading:
                return mention, near
    return None


def _leads(sentence: Sentence, mention: FoundMention) -> bool:
    """Whether a sentence is about a firm: it is the subject of a main clause, or whose something is."""
    token = sentence.passage.doc[mention.start : mention.end].root
    if token.dep_ == "poss":
        token = token.head
    if token.dep_ == "pobj" and token.head.lower_ == "of":
        token = token.head.head
    if token.dep_ not in ("nsubj", "nsubjpass") or not is_verb(token.head):
        return False
    return token.head.dep_ in ("ROOT", "conj", "ccomp")


def tied(candidate: Candidate, company: FoundMention, told: Sentence) -> Candidate:
    """The candidate with the company as its object; the sentence that mentions it becomes evidence."""
    if told is candidate.sentence:
        return replace(candidate, object=company)
    return replace(candidate, object=company, ties=(*candidate.ties, told.span))
