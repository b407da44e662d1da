"""What reading costs as articles get longer, and what memory it takes as they get many.

The texts are the dev news articles, each time with other names, which no vocabulary has seen.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import time
from collections.abc import Iterator, Sequence
from itertools import count, islice
from pathlib import Path

from app.extraction.engine import DEFAULT_ENGINE, Engine, load_engine
from app.extraction.lexicon.nouns import DAYS_AND_MONTHS
from app.model import Article
from app.pipeline import extract
from tests.benchmarks import corpora

_CAPITALISED = re.compile(r"\b[A-Z][a-z]{2,}\b")
_SMALL = re.compile(r"\b[a-z]+\b")
_ONSETS = "b br c ch d dr f fl g gr h j k kl l m n p pr r s sh st t tr v w y z".split()
_VOWELS = "a e i o u ai ea io ou".split()
_CODAS = "l m n nd r rt s st th x".split()


def articles() -> Iterator[Article]:
    """Articles without end, the same every time."""
    originals = [article for article, _ in corpora.news("dev")]
    for number in count():
        yield renamed(originals[number % len(originals)], number)


def renamed(article: Article, seed: int) -> Article:
    """The article with each word replaced by an invented one that it writes with a capital only."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    ordinary = set(_SMALL.findall(article.text))
    names: dict[str, str] = {}

    def another(word: re.Match[str]) -> str:
        if word[0].lower() in ordinary or word[0] in DAYS_AND_MONTHS:
            return word[0]
        return names.setdefault(word[0], _invented(chance))

    return Article(text=_CAPITALISED.sub(another, article.text), published=article.published)


def _invented(chance: random.Random) -> str:
    syllables = (chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(chance.randrange(2, 4)))
    return ("".join(syllables) + chance.choice(_CODAS)).capitalize()


def memory(engine: Engine, counts: Sequence[int]) -> Iterator[str]:
    """The memory of this process when it has read so many articles."""
    yield "articles read   resident MB   claims   CPU seconds"
    claims = 0
    for number, article in enumerate(islice(articles(), max(counts)), 1):
        claims += len(extract(article, engine).claims)
        if number in counts:
            yield f"{number:13,}{_resident_mb():14,}{claims:9,}{time.process_time():14,.0f}"


def length(engine: Engine, lengths: Sequence[int]) -> Iterator[str]:
    """The processor time for one article of so many words."""
    yield "words of an article   CPU seconds   per 1,000 words"
    for words in lengths:
        parts, missing = articles(), words
        text: list[str] = []
        while missing > 0:
            text.append(next(parts).text)
            missing -= len(text[-1].split())
        article = Article(text="\n\n".join(text))
        start = time.process_time()
        extract(article, engine)
        seconds = time.process_time() - start
        yield f"{words - missing:19,}{seconds:14.1f}{1000 * seconds / (words - missing):18.2f}"


def _resident_mb() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 1024**2


def main(arguments: Sequence[str]) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="scripts/benchmark endurance", description=__doc__)
    parser.add_argument("--words", type=_numbers, default=[1_000, 10_000, 100_000], metavar="N,N")
    parser.add_argument("--articles", type=_numbers, default=[1_000, 10_000], metavar="N,N")
    options = parser.parse_args(arguments)
    engine = load_engine(DEFAULT_ENGINE)
    extract(next(articles()), engine)  # the model is loaded once
    # Memory first: a long article leaves much behind that many short ones then use.
    for part in (memory(engine, options.articles), length(engine, options.words)):
        for line in part:
            print(line, flush=True)
        print()
    return 0


def _numbers(text: str) -> list[int]:
    return [int(number) for number in text.split(",")]
