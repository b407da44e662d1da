"""The other party of a deal, a trade or a quarrel where the sentence names but one: what was told of the two before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from app.extraction.mentions.arguments import verb_of
from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.affiliations import TENURES
from app.extraction.relations.context.queries import FIRMS, Query
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.sentences import Scene, Sentence

_DEALS = frozenset({"investedIn", "ownsStakeIn", "acquired"})
_TRADES = frozenset({"supplies", "partnerOf", "tensionWith", "dissatisfiedWith", "consideringAlternativesTo"})
_TELLING = _DEALS | _TRADES | TENURES | {"unitOf", "mergedWith"}


def company_sought(candidate: Candidate, told: Sequence[Candidate], barred: Set[str], sure: float = 0.0) -> Query:
    """The query for the company that a stake, a round, a sale or a bid is about."""
    query = Query(
        slot="company",
        relation=candidate.relation,
        rule=candidate.rule,
        sentence=candidate.sentence,
        trigger=candidate.trigger,
        known=candidate.subject,
        sure=sure,
    )
    return _with_telling(query, told, barred)


def buyer_sought(candidate: Candidate, told: Sequence[Candidate], barred: Set[str], sure: float = 0.0) -> Query:
    """The query for who buys, backs or holds the company that is a candidate's object and, so far, its subject."""
    query = Query(
        slot="buyer",
        relation=candidate.relation,
        rule=candidate.rule,
        sentence=candidate.sentence,
        trigger=candidate.trigger,
        known=candidate.subject,
        side="subject",
        sure=sure,
    )
    return _with_telling(query, told, barred)


def trader_sought(
    sentence: Sentence,
    party: FoundMention,
    told: Sequence[Candidate],
    barred: Set[str],
    slot: str,
) -> Query:
    """The query for the client of a vendor, or for the vendor of a client."""
    trigger = verb_of(sentence.passage.doc[party.start : party.end].root).i
    query = Query(
        slot=slot,
        relation="supplies",
        rule="trade",
        sentence=sentence,
        trigger=trigger,
        known=party,
        side="object" if slot == "client" else "subject",
    )
    return _with_telling(query, told, barred)


def counterpart_sought(
    sentence: Sentence,
    who: FoundMention,
    trigger: int,
    relation: str,
    told: Sequence[Candidate],
) -> Query:
    """The query for whom somebody is at odds with, or seeks another in place of."""
    query = Query(
        slot="counterpart",
        relation=relation,
        rule="one side",
        sentence=sentence,
        trigger=trigger,
        known=who,
        side="either" if relation == "tensionWith" else "object",
    )
    return _with_telling(query, told, set())


def _with_telling(query: Query, told: Sequence[Candidate], barred: Set[str]) -> Query:
    """A query with what the article has told of its firms so far."""
    scene, known = query.sentence.scene, query.known.entity
    said: dict[str, list[str]] = {e: [] for e in scene.counts if scene.mentions.entities[e].type in FIRMS}
    telling = [c for c in told if c.relation in _TELLING and not c.negated]
    for tie in telling:
        for entity, feature in _of_tie(query, tie):
            said.setdefault(entity, []).append(feature)
    for relations, name in ((_DEALS, "deal"), (_TRADES, "trade")):
        last = next((c for c in reversed(telling) if c.relation in relations), None)
        for side, entity in _sides(last):
            said.setdefault(entity, []).append(f"last {name} {side}")
    tied = {c.object_entity for c in telling if c.subject.entity == known and c.relation in TENURES} - {""}
    none = [f"of={_letter(scene, query)}", f"tied={min(len(tied), 2)}", f"told={_told(telling, known)}"]
    features = {entity: sorted(set(each)) for entity, each in said.items()}
    return replace(query, barred=barred | set(query.known.all_entities), said=features, none=none)


def _letter(scene: Scene, query: Query) -> str:
    return scene.letter(query.known)


def _told(telling: Iterable[Candidate], known: str) -> int:
    return min(sum(known in {entity for _, entity in _sides(c)} for c in telling), 2)


def _sides(tie: Candidate | None) -> Iterator[tuple[str, str]]:
    if tie is not None:
        yield "subject", tie.subject.entity
        if tie.object_entity:
            yield "object", tie.object_entity


def _of_tie(query: Query, tie: Candidate) -> Iterator[tuple[str, str]]:
    """What a claim told before says of its firms: what was dealt in, who held it, whom the known side dealt with."""
    back = query.sentence.index - tie.sentence.index
    when = "here" if back == 0 else "just before" if back < 3 else "before"
    known = query.known.entity
    sides = dict(_sides(tie))
    for side, entity in sides.items():
        if entity == known:
            continue
        if known in sides.values():
            yield entity, f"with known {tie.relation} as {side}"
            yield entity, f"with known {'deal' if tie.relation in _DEALS else 'trade'} {when}"
        elif tie.relation in _DEALS | _TRADES:
            yield entity, f"{tie.relation} as {side}"
            yield entity, f"{'deal' if tie.relation in _DEALS else 'trade'} as {side} {when}"
