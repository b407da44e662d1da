"""How fast the engine reads, beside bare spaCy with the same model on the same texts in the same run."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from app.extraction.engine import Engine
from app.extraction.parsing.parse import MODEL
from app.model import Article
from app.pipeline import extract
from tests.benchmarks.results import PartResult

ROUNDS = 3


def score(engine: Engine, articles: Sequence[Article]) -> PartResult:
    """CPU time for all articles, the best of a few rounds taken in turns, since other work comes and goes."""
    import spacy

    bare = spacy.load(MODEL)
    texts = [article.text for article in articles]
    tokens = sum(len(bare.tokenizer(text)) for text in texts)

    def by_spacy() -> None:
        for _ in bare.pipe(texts):
            pass

    def by_engine() -> None:
        for article in articles:
            extract(article, engine)

    times: list[tuple[float, float]] = [(cpu_seconds(by_spacy), cpu_seconds(by_engine)) for _ in range(ROUNDS)]
    spacy_time, engine_time = (min(column) for column in zip(*times, strict=True))
    figures = {
        "articles": len(articles),
        "tokens per article": round(tokens / len(articles)),
        "articles per CPU second": round(len(articles) / engine_time, 2),
        "bare spaCy, articles per CPU second": round(len(articles) / spacy_time, 2),
        "share of bare spaCy's throughput": round(spacy_time / engine_time, 3),
    }
    return PartResult("speed", figures=figures, notes=(f"model {MODEL}, one process, best of {ROUNDS} rounds",))


def cpu_seconds(work: Callable[[], None]) -> float:
    """The processor time that this process spends on some work."""
    start = time.process_time()
    work()
    return time.process_time() - start
