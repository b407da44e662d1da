"""Names that hold a genitive or end in one: "Nature's Joy", "Barrow's"; elsewhere the mark says whose something is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from app.extraction.lexicon.given_names import GIVEN_NAMES
from app.extraction.lexicon.nouns import BODY_WORDS, COMPANY_NOUNS, ROLE_HEADS
from app.extraction.lexicon.places import is_known_place
from app.extraction.parsing.passages import Passage

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_GENITIVES = frozenset({"'s", "’s"})
# Words that own nothing by themselves: with what follows they are a name.
_OWNERS = frozenset(
    """women men children people ladies girls boys kids parents mothers fathers mother father farmers workers teachers
    veterans world mind king queen nature lord devil angel bishop saint captain heart man woman child dog cat horse
    baker butcher brewer fisherman sailor miner shepherd""".split()
)
# "A rival of Acme's", "bigger than Acme's": what is Acme's is left unsaid.
_ELLIPTIC = frozenset("of than unlike like to as with from by for on at".split())

_BUYING = frozenset("acquire buy purchase own sell found join".split())


@dataclass(frozen=True, order=True)
class Run:
    """A stretch of a passage that may be a name. `doubtful`: only its place in the sentence may have capitalised it."""

    passage: int
    start: int
    end: int
    text: str
    doubtful: bool


def with_possessive_names(runs: list[Run], passages: list[Passage]) -> list[Run]:
    """The runs, with "Nature's Joy" as one where both words come only so: twice, or once as a brand."""
    docs = {passage.index: passage for passage in passages}
    pairs: dict[str, list[tuple[Run, Run]]] = {}
    for owner, owned in pairwise(runs):
        if owner.passage == owned.passage and owned.start == owner.end + 1 and owner.end - owner.start == 1:
            doc = docs[owner.passage].doc
            if doc[owner.end].text in _GENITIVES and not is_known_place(doc[owner.start].text):
                text = docs[owner.passage].span(owner.start, owned.end).text
                pairs.setdefault(text, []).append((owner, owned))
    heads = [run.text.split()[0] for run in runs] + [run.text.split()[-1] for run in runs if " " in run.text]
    joined: dict[Run, Run] = {}
    left_out: set[Run] = set()
    for text, found in pairs.items():
        owner_text, owned_text = found[0][0].text, found[0][1].text
        alone = any(
            heads.count(word) > len(found) * (1 + (" " in whole))
            for word, whole in ((owner_text, owner_text), (owned_text.split()[0], owned_text))
        )
        brand = all(_lists_brands(docs[owner.passage].doc, owner.start) for owner, _ in found)
        placed = any(docs[owner.passage].doc[owner.start].ent_type_ == "GPE" for owner, _ in found)
        # "Victoria's Transport Authority": regions are called like people.
        after_person = owner_text in GIVEN_NAMES and not placed and owned_text.split()[-1] not in BODY_WORDS
        opener = owner_text.lower() in _OWNERS or after_person
        if alone or not (brand or opener or len(found) > 1):
            continue
        for owner, owned in found:
            joined[owner] = Run(owner.passage, owner.start, owned.end, text, doubtful=False)
            left_out.add(owned)
    return [joined.get(run, run) for run in runs if run not in left_out]


def _lists_brands(doc: Doc, start: int) -> bool:
    """Whether it is X in "brands, including X" or "the brand X"."""
    before = [token.lower_ for token in doc[max(0, start - 4) : start]]
    named = bool(before) and before[-1] in {"including", "like", "as", "called", "brand", "label", "chain"}
    return named and any(word in {"brand", "brands", "label", "labels", "chain", "chains"} for word in before)


def with_genitives(runs: list[Run], passages: Sequence[Passage]) -> list[Run]:
    """The runs, with "Barrow's" as a name where the word comes only so and once nothing follows that could be Barrow's.

    Of "Barrow's said", "bought Barrow's and Holm's": the mark belongs to the name.
    """
    docs = {passage.index: passage for passage in passages}
    spots: dict[str, list[Run]] = {}
    for run in runs:
        spots.setdefault(run.text, []).append(run)
    firsts = [text.split()[0] for text in spots if " " in text]
    named = {
        text
        for text, found in spots.items()
        if not is_known_place(text)
        and text.split()[0] not in firsts
        and all(_is_marked(docs[run.passage].doc, run) for run in found)
        and any(_stands_alone(docs[run.passage].doc, run) for run in found)
    }
    return [_extended(run, docs[run.passage]) if run.text in named else run for run in runs]


def _is_marked(doc: Doc, run: Run) -> bool:
    return run.end < len(doc) and doc[run.end].text in _GENITIVES and doc[run.end].tag_ == "POS"


def _stands_alone(doc: Doc, run: Run) -> bool:
    """Whether nothing follows that could be somebody's: a verb, or the end of an item in a list."""
    if run.end + 1 >= len(doc):
        return False
    after, before = doc[run.end + 1], doc[run.start - 1].lower_ if run.start else ""
    if _is_finite(after):
        return before not in _ELLIPTIC
    if before == "of" and run.start > 1 and doc[run.start - 2].lower_ in ROLE_HEADS and after.is_punct:
        return True  # "president of Barrow's, and"
    told = run.start > 1 and doc[run.start - 1].lemma_.lower() in COMPANY_NOUNS and doc[run.start - 1].is_lower
    if (before in ("from", "at", "by") or told) and after.tag_ == "IN":
        return True  # "bought it from Barrow's in 1995", "the chain Barrow's in 1995"
    if told and after.text in (",", ".", ";"):
        return True
    if (
        run.start
        and doc[run.start - 1].lemma_ in _BUYING
        and (after.tag_ in ("IN", "TO") or after.text in (",", ";", "."))
    ):
        return True  # "agreed to buy Barrow's for $5m"
    listed = before in (",", "and", "include", "includes", "including") and after.text in (",", ";", ".", "and", ")")
    return listed and (after.text != "." or before == "and")


def _is_finite(token: Token) -> bool:
    return token.tag_ in ("VBD", "VBZ", "MD") and not token.text[:1].isupper()


def _extended(run: Run, passage: Passage) -> Run:
    end = run.end + 1
    return Run(run.passage, run.start, end, passage.span(run.start, end).text, run.doubtful)
