"""The company that a stake, a round, a sale or a bid is about where the sentence does not name it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention, MentionKind
from app.extraction.relations.context.meant import meant
from app.extraction.relations.context.merging import of_merged, share_of_merged
from app.extraction.relations.context.parties import company_sought
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.lemmas import lemma
from app.extraction.relations.reading.rules import words
from app.extraction.relations.reading.sentences import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

# What a company is called that was spoken of: "of the company", "the whole group".
FIRM = words("""
    company firm business group it venture start-up startup operation enterprise concern outfit brand chain maker
    publisher lender retailer manufacturer bank airline carrier agency studio insurer operator brewer builder""")
# A part of a company that is sold is not the company.
_PARTS = words("unit arm division subsidiary affiliate offshoot spin-off spinoff")


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
    candidate: Candidate, who: Iterable[FoundMention], told: Told, sure: float = 0.0
) -> tuple[FoundMention, Sentence] | None:
    """The company that is meant, as last mentioned, and the sentence that mentions it; None if unclear.

    `who` are those that hold, buy or bid: none of them is it, nor who has done so before. `sure` is how likely it must
    be where that is more than for most.
    """
    doers = list(who)
    barred = {entity for m in doers for entity in m.all_entities}
    told.holders.update(barred)
    here = _told_here(candidate.sentence, candidate.trigger, barred, told)
    if here is not None:
        return here, candidate.sentence
    dealt = (c for c in (*told.before, *told.here) if c.relation in ("investedIn", "ownsStakeIn"))
    barred |= told.holders | {c.subject.entity for c in dealt}
    barred |= _described(candidate.sentence, candidate.trigger, doers) | _exchanges(candidate.sentence)
    if of_merged(candidate):
        return share_of_merged(candidate)
    found = meant(company_sought(candidate, [*told.before, *told.here], barred, sure))
    return found[1] if found is not None else None


def _told_here(sentence: Sentence, trigger: int, barred: set[str], told: Told) -> FoundMention | None:
    """What the sentence tells another deal of: "is selling 40% of X to Y, keeping the rest"."""
    doc = sentence.passage.doc
    clause = _clause_of(doc[trigger])
    deals = [c for c in told.here if c.relation in _DEALS or (c.relation == "founded" and c.trigger < trigger)]
    deals = [c for c in deals if c.trigger != trigger and _clause_of(doc[c.trigger]) in (None, clause)]
    firms = {c.object_entity: c.object for c in deals if c.object_entity not in barred | {""}}
    firm = next(iter(firms.values())) if len(firms) == 1 else None
    return firm if isinstance(firm, FoundMention) else None


def _exchanges(sentence: Sentence) -> set[str]:
    """The stock exchanges of the article, of which hardly anybody buys a part."""
    entities = sentence.scene.mentions.entities
    return {e for e in sentence.scene.counts if not _EXCHANGES.isdisjoint(entities[e].name.lower().split())}


_EXCHANGES = words("nasdaq nyse euronext exchange bourse")


def _described(sentence: Sentence, trigger: int, doers: Sequence[FoundMention]) -> set[str]:
    """The firms in what is said beside the name of a doer: "Tarn, which also backs X, put in $3m"."""
    doc, found = sentence.passage.doc, set[str]()
    for mention in sentence.mentions():
        token = doc[mention.start : mention.end].root
        above = [token, *token.ancestors]
        beside = (t.head for t in above if t.dep_ in ("relcl", "appos", "acl"))
        if any(m.start <= head.i < m.end for head in beside for m in doers) and doc[trigger] not in above:
            found.add(mention.entity)
    return found


_DEALS = frozenset({"investedIn", "ownsStakeIn", "acquired"})


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
    """Whether this sentence up to the deal, or one of the three before, tells of a part of a company without a name."""
    scene = sentence.scene
    for near in (sentence, *scene.previous(sentence, 3)):
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


def tied(candidate: Candidate, company: FoundMention, told: Sentence) -> Candidate:
    """The candidate with the company as its object; the sentence that mentions it becomes evidence."""
    if told is candidate.sentence:
        return replace(candidate, object=company)
    return replace(candidate, object=company, ties=(*candidate.ties, told.span))
