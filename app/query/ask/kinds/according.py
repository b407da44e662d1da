"""Answers what holds "according to" somebody: only what they, and nobody else, are quoted for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.model import AnswerStatus, Claim, Fact, SourceKind
from app.query.ask.answers.answer import Answerer
from app.query.ask.answers.draft import Draft
from app.query.ask.lexical.analyse import Analysis
from app.query.ask.lexical.names import Candidate
from app.query.ask.lexical.words import FUNCTION_WORDS, POSSESSIVE_PRONOUNS, Token
from app.query.ask.plans.evaluate import ALL_GRAPHS, Evaluator

_UNNAMED = frozenset(
    """source sources insider insiders people persons person unnamed anonymous unidentified familiar close knowledge
    matter talks deal situation several some two three those briefed informed well""".split()
)
_REPORTS = frozenset("report reports newspaper newspapers press media rumour rumours rumor rumors".split())


@dataclass(frozen=True)
class According:
    """A question, and the words for whoever it is to be according to."""

    rest: Sequence[Token]
    speaker: Sequence[Token]

    @property
    def kinds(self) -> frozenset[SourceKind]:
        """The kinds of sources that are meant where nobody is named."""
        said = {token.word for token in self.speaker} - FUNCTION_WORDS
        if not said or not said <= _UNNAMED | _REPORTS:
            return frozenset()
        return frozenset({SourceKind.REPORT} if said <= _REPORTS else {SourceKind.UNNAMED, SourceKind.REPORT})


def according(analysis: Analysis) -> According | None:
    """The two parts of "who bought X according to Y"; None for any other question."""
    words = analysis.words
    for i in range(2, len(words) - 2):
        if words[i : i + 2] == ["according", "to"] and words[i + 2] not in ("who", "whom"):
            return According(analysis.tokens[:i], analysis.tokens[i + 2 :])
    return None


def whom(asked: According, names: Sequence[Candidate]) -> list[Token]:
    """The words for the speaker with a name for "its": "its chair" is that of the first company named."""
    owner = next((candidate for candidate in names if candidate.type != "Person"), None)
    found: list[Token] = []
    for token in asked.speaker:
        if token.word in POSSESSIVE_PRONOUNS and owner is not None:
            found += [Token(word, word.casefold(), token.start, token.end) for word in owner.label.split()]
            found.append(Token("'s", "'s", token.end, token.end))
        else:
            found.append(token)
    return found


def told_by(
    draft: Draft, asked: According, speakers: frozenset[str], evaluator: Evaluator, answerer: Answerer
) -> Draft:
    """The draft with no more than what the speakers are quoted for; a refusal where that is nothing."""
    who = " ".join(token.text for token in asked.speaker)
    lookup = evaluator.lookup

    def says(fact: Fact) -> bool:
        claims = lookup.claims_by_id([*fact.supported_by, *fact.disputed_by])
        return any(_is_by(claim, speakers, asked.kinds) for claim in claims)

    found = evaluator.run(draft.plan, graphs=ALL_GRAPHS) if draft.plan and draft.plan.atoms else None
    rows = tuple(row for row in found.rows if says(row.facts[0])) if found else ()
    if found is None or not rows:
        sentence = f"No article states that according to {who}."
        return Draft(AnswerStatus.NOT_STATED, sentence, queries=draft.queries)
    told = answerer.found(replace(found, rows=rows))
    told.sentence = f"According to {who}: {told.sentence}"
    told.confidence = draft.confidence
    return told


def _is_by(claim: Claim, speakers: frozenset[str], kinds: frozenset[SourceKind]) -> bool:
    return any(source.kind in kinds or (source.name or "") in speakers for source in claim.attribution)
