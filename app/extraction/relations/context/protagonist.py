"""The firm that an article is about: where somebody is of whom nobody says so, if no other firm can be meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.extraction.lexicon.speech_words import is_outlet
from app.extraction.mentions.arguments import came_from
from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.article_topics import acts, firms_in
from app.extraction.relations.context.outsiders import is_outsider, leaves_another_body
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.lemmas import is_verb
from app.extraction.relations.reading.sentences import COMPANIES, Scene, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_FEWEST = 4
# How far ahead of the second a firm must be that neither title nor opening names, and how far behind one may be
# that alone stands in both.
_AHEAD, _BEHIND = 2.0, 0.35
_FIRST_SENTENCES = 4


def protagonist(scene: Scene) -> str | None:
    """The firm that an article is about, as its title, opening and telling show; None if several may be."""
    known = scene.mentions.entities
    counts = Counter({e: n for e, n in scene.counts.items() if known[e].type in COMPANIES})
    if not counts or (scene.main_company is not None and is_outlet(known[scene.main_company].name)):
        return None
    title = scene.document.article.title or ""
    opening = scene.sentences[0].span.text
    titled = [firm for firm in counts if _stands_in(scene, title, firm)]
    if scene.main_company is not None:
        # "X loses Y's contract" tells of X, however often Y is named.
        first = min(titled, key=lambda firm: _place_in(scene, title, firm), default=scene.main_company)
        return scene.main_company if first == scene.main_company else None
    ranked = sorted(counts, key=lambda firm: (-counts[firm], firm))
    if counts[ranked[0]] < _FEWEST:
        return None
    if len(titled) == 1:
        alone = _stands_in(scene, opening, titled[0]) and counts[titled[0]] >= _FEWEST
        return titled[0] if alone and counts[titled[0]] >= _BEHIND * counts[ranked[0]] else None
    if titled or (len(ranked) > 1 and counts[ranked[0]] < _AHEAD * counts[ranked[1]]):
        return None
    told = [s for s in scene.sentences if not s.is_heading][:_FIRST_SENTENCES]
    named = [(s, m) for s in told for m in firms_in(scene, s)]
    opens = bool(named) and named[0][1].entity == ranked[0]
    return ranked[0] if opens and any(m.entity == ranked[0] and acts(s, m) for s, m in named) else None


def _stands_in(scene: Scene, text: str, firm: str) -> bool:
    return _place_in(scene, text, firm) < len(text)


def _place_in(scene: Scene, text: str, firm: str) -> int:
    known = scene.mentions.entities[firm]
    places = [text.find(name) for name in (known.name, *known.aliases)]
    return min((place for place in places if place >= 0), default=len(text))


def with_protagonist(scene: Scene, candidate: Candidate, firm: str | None) -> tuple[FoundMention, Sentence] | None:
    """The article's firm for somebody whose employer is unsaid, and where it was last spoken of.

    None where another firm acts before the words that tell of the post, or has been told of since in the paragraph.
    """
    here = candidate.sentence
    if firm is None or leaves_another_body(candidate) or is_outsider(scene, candidate.subject.entity, firm):
        return None
    if _speaks_of_another(scene, candidate, firm) or _is_placed_elsewhere(scene, candidate, firm):
        return None
    if any(_tells_of_another(scene, s, firm) for s in _since(scene, here, firm)):
        return None
    near = [m for m in here.mentions() if m.entity == firm and not m.others and m.start < candidate.trigger]
    if near:
        return near[-1], here
    for sentence in reversed(scene.sentences[: here.index]):
        named = [m for m in sentence.mentions() if m.entity == firm and not m.others]
        if named:
            return named[-1], sentence
    return None


def _since(scene: Scene, here: Sentence, firm: str) -> Iterator[Sentence]:
    """The sentences of the paragraph before this one, nearest first, up to the one that tells of the firm."""
    for sentence in reversed(scene.by_passage.get(here.passage.index, ())):
        if sentence.index >= here.index or sentence.is_silence:
            continue
        yield sentence
        if any(m.entity == firm and acts(sentence, m) for m in sentence.mentions()):
            return


def _tells_of_another(scene: Scene, sentence: Sentence, firm: str) -> bool:
    """Whether a sentence is about another firm than this: one acts that is no investor's or client's aside."""
    return any(m.entity != firm and acts(sentence, m) for m in firms_in(scene, sentence))


def _speaks_of_another(scene: Scene, candidate: Candidate, firm: str) -> bool:
    """Whether another firm stands where the post can be its: before it, but for where somebody came from."""
    here, doc = candidate.sentence, candidate.sentence.passage.doc
    for mention in firms_in(scene, here):
        if mention.entity == firm:
            continue
        root = doc[mention.start : mention.end].root
        near = candidate.trigger - mention.end < _NEAR
        if mention.start < candidate.trigger and (near or acts(here, mention)) and not came_from(root):
            return True
        # "Chief executive P said X expected to grow": P may speak for X.
        if acts(here, mention) and root.head.dep_ == "ccomp":
            return True
    return False


def _is_placed_elsewhere(scene: Scene, candidate: Candidate, firm: str) -> bool:
    """Whether the article ever tells somebody as another firm's: "P of X", "P, head of sales at X"."""
    for told in (m for m in scene.mentions if m.entity == candidate.subject.entity):
        for mention in scene.mentions.within(told.passage, told.end, told.end + _BESIDE):
            other = mention.entity != firm and scene.type_of(mention) in COMPANIES
            if other and _belongs(scene, told, mention):
                return True
    return False


_BESIDE, _NEAR = 12, 3


def _belongs(scene: Scene, told: FoundMention, mention: FoundMention) -> bool:
    doc = scene.passages_by_index[told.passage].doc
    between = doc[told.end : mention.start]
    if any(is_verb(t) or t.text in (".", ";") for t in between):
        return False
    root: Token = doc[mention.start : mention.end].root
    return root.head.lower_ in ("of", "at") or root.dep_ == "poss"
