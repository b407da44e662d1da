"""The engine itself: the rules read, a model reads beside them, and every claim of either passes the same gate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from app.extraction.engine import VERSIONS, Engine
from app.extraction.grounding import ground
from app.extraction.llm.answers import Statement
from app.extraction.llm.asking import Asking, NoAnswer, TooLong, Usage
from app.extraction.llm.beside import combined
from app.extraction.llm.names import Names
from app.extraction.llm.options import LlmOptions
from app.extraction.llm.placing import Placing
from app.extraction.llm.prompt import instructions, question
from app.extraction.llm.windows import windows
from app.extraction.raw_places import AsRead
from app.model import Article, Claim, Document, Dropped, Extraction, Span

_SHORTEST = 600
"""Code points of a stretch that is not halved again when its answer is cut off."""


class LlmEngine:
    """A model beside another engine, whose result stands where the model gives none; or, without one, alone."""

    name = "llm"
    version = VERSIONS[name]

    def __init__(self, options: LlmOptions, beside: Engine | None) -> None:
        """Nothing is sent yet. `BadInput` if the options name no model."""
        self._asking = Asking(options)
        self._options = options
        self._beside = beside
        model = re.sub(r"[^\w.:-]+", "-", self._asking.model)
        self._signature = f"{self.name} {self.version} {model}"

    def extract(self, document: Document) -> Extraction:
        """The claims of both, in the order of their evidence, with what the model cost and where the two disagree."""
        found = self._beside.extract(document) if self._beside else Extraction(article=document.article)
        if found.notices:  # not in English, say: then the model is not asked either
            return found
        before = replace(self._asking.usage)
        as_read = AsRead(document)
        names = Names(as_read.document.article.text, as_read.entities_as_read(found.entities))
        claims, refused, failures = self._read(as_read.document, names)
        grounded, dropped = ground(document.article, as_read.in_raw(claims))
        merged, against, notices = combined(found.claims, grounded)
        kept, _ = ground(document.article, merged)
        used = {end for claim in kept for end in _entities(claim)} | {entity.id for entity in found.entities}
        return Extraction(
            article=document.article,
            entities=as_read.entities_in_raw(entity for entity in names.entities if entity.id in used),
            claims=tuple(kept),
            dropped=(*found.dropped, *refused, *dropped, *against),
            notices=(*failures, *notices, self._cost(self._asking.usage.minus(before))),
        )

    def _read(self, document: Document, names: Names) -> tuple[list[Claim], list[Dropped], list[str]]:
        placing = Placing(document.article, names, self._signature)
        claims: list[Claim] = []
        refused: list[Dropped] = []
        failures: list[str] = []
        stretches = windows(document)
        for stretch in stretches:
            try:
                for statement in self._statements(document.article, stretch):
                    made = placing.claim(statement, stretch)
                    if isinstance(made, Claim):
                        claims.append(made)
                    else:
                        refused.append(made)
            except NoAnswer as error:
                failures.append(str(error))
        return claims, refused, self._failed(failures, len(stretches))

    def _statements(self, article: Article, stretch: Span) -> Iterator[Statement]:
        """What the model finds; where its answer is cut off, what it finds in each half."""
        try:
            yield from self._asking.ask(instructions(), question(article, stretch.text)).claims
        except TooLong:
            if len(stretch.text) < _SHORTEST:
                raise
            for half in _halves(stretch):
                yield from self._statements(article, half)

    def _failed(self, reasons: list[str], stretches: int) -> list[str]:
        if not reasons:
            return []
        where = "" if len(reasons) == stretches else f" for {len(reasons)} of {stretches} stretches"
        alone = "; the rules alone read this article" if self._beside and not where else ""
        return [f"The model {self._asking.model} gave no answer{where}: {reasons[0]}{alone}."]

    def _cost(self, usage: Usage) -> str:
        known = f", {usage.cached} from the cache" if usage.cached else ""
        cost = ""
        if self._options.price_in is not None and self._options.price_out is not None:
            dollars = (usage.tokens_in * self._options.price_in + usage.tokens_out * self._options.price_out) / 1e6
            cost = f", about ${dollars:.4f}"
        return (
            f"Model {self._asking.model}: {usage.calls} calls{known}, {usage.tokens_in:,} tokens in, "
            f"{usage.tokens_out:,} out{cost}; {self._asking.usage.tokens:,} of {self._options.budget:,} used."
        )


def _entities(claim: Claim) -> Iterator[str]:
    for end in (claim.subject, claim.object):
        entity = getattr(end, "entity", None)
        if entity is not None:
            yield entity


def _halves(stretch: Span) -> list[Span]:
    """The stretch cut after a line or sentence near its middle."""
    text, middle = stretch.text, len(stretch.text) // 2
    cut = max(text.rfind("\n", 0, middle), text.rfind(". ", 0, middle) + 1)
    cut = cut if cut > 0 else middle
    at = stretch.start + cut
    return [
        Span(start=stretch.start, end=at, text=text[:cut]),
        Span(start=at, end=stretch.end, text=text[cut:]),
    ]
