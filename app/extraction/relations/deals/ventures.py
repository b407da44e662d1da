"""Joint ventures: those who found one together are partners in it, and may hold it in equal parts or in two shares."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.rules import percent_detail
from app.extraction.relations.reading.sentences import Amount, Scene, Sentence
from app.extraction.values.money import FoundPercent

_VENTURE = re.compile(r"\bjoint ventures?\b|\bventure (?:with|between)\b", re.IGNORECASE)
_OWN = r"(?:will |would |to |each |both |currently |now )*(?P<t>owns?|holds?|held|have|has|controls?|takes?|gets?)"
_PART = r"(?P<half>half|an equal (?:share|stake|part)|equal (?:shares|stakes|parts))"
_SHARE = rf"(?:{_PART}|{{C:c}}|an? {{C:d}})(?: (?:each|stakes?|shares?))?"
_IT = r"(?: (?:of|in) (?:{O:v}|it|the (?:joint |new )?(?:venture|company|business|firm)))?(?=$|[.,;]| and )"
# How the shares of a venture that was just told of are told. Of whom it is, the sentence need not say.
_SHARES = {
    "each": rf"{{O+:s}},? {_OWN} {_SHARE}{_IT}",
    "two shares": (
        rf"{{O:s}},? {_OWN} {{C:c}}(?: of (?:it|the (?:venture|company)))?(?:,? and|,? while|, with) "
        r"{O:q} (?:will |to )?(?:own |owns |hold |holds |have |has |take |takes |owning |holding |with )?"
        r"(?:the (?:rest|remainder|other half|remaining {C}|other {C})|{C:d})"
    ),
    "owned equally": (
        r"(?:it|{O:v}|venture),? (?:which )?(?:is |will be |to be |was )*(?P<t>owned|held) "
        r"(?:equally|in equal (?:parts|shares)|jointly|half each) by {O+:s}(?!'s)"
    ),
}
_REACH = 3


def ventures(scene: Scene, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """The partnership behind each joint venture that two firms are told to found, and what they hold of it."""
    told: set[str] = set()
    known = {(c.relation, c.subject.entity, c.object_entity) for c in candidates}
    for venture, parents in _founded(candidates):
        first, second = parents
        pair = {first.subject.entity, second.subject.entity}
        if not any({c.subject.entity, c.object_entity} == pair and _in_venture(c) for c in candidates):
            yield replace(
                first, relation="partnerOf", rule="joint venture", object=second.subject, details=_scope(first)
            )
        if venture.entity in told:
            continue
        told.add(venture.entity)
        for sentence in scene.sentences[first.sentence.index : first.sentence.index + _REACH + 1]:
            for stake in _shares(sentence, venture, pair):
                if ("ownsStakeIn", stake.subject.entity, venture.entity) not in known:
                    known.add(("ownsStakeIn", stake.subject.entity, venture.entity))
                    yield stake


def _tells_of_venture(sentence: Sentence) -> bool:
    """Whether a sentence or the one before it speaks of a venture: "Also in doubt is a venture. A and B set up C"."""
    before = next(sentence.scene.previous(sentence), None)
    announced = before is not None and re.search(r"\bventures?\b", before.text) is not None
    return announced or _VENTURE.search(sentence.text) is not None


def _founded(candidates: Sequence[Candidate]) -> Iterator[tuple[FoundMention, tuple[Candidate, Candidate]]]:
    """Each venture that a sentence says two firms found, with the two candidates."""
    by_venture: dict[tuple[int, str], dict[str, Candidate]] = {}
    for c in candidates:
        firm = c.relation == "founded" and c.sentence.scene.letter(c.subject) == "O"
        if firm and isinstance(c.object, FoundMention) and _tells_of_venture(c.sentence):
            by_venture.setdefault((c.sentence.index, c.object.entity), {}).setdefault(c.subject.entity, c)
    for parents in by_venture.values():
        if len(parents) == 2:
            first, second = parents.values()
            if isinstance(first.object, FoundMention):
                yield first.object, (first, second)


def _in_venture(candidate: Candidate) -> bool:
    return candidate.relation == "partnerOf" and "scope" in candidate.details


def _scope(founding: Candidate) -> dict[str, Detail]:
    sentence = founding.sentence
    match = _VENTURE.search(sentence.span.text)
    if match is None:
        return {}
    start = sentence.span.start + match.start()
    words = sentence.span.model_copy(update={"start": start, "end": start + len(match[0]), "text": match[0]})
    return {"scope": Detail("joint venture", words)}


def _shares(sentence: Sentence, venture: FoundMention, pair: set[str]) -> Iterator[Candidate]:
    for name, found in find(sentence, _SHARES):
        holders, others = found.mentions("s"), found.mentions("q")
        meant = {m.entity for m in found.mentions("v")} <= {venture.entity}
        if not meant or not {m.entity for m in (*holders, *others)} <= pair:
            continue
        if name == "each" and len(holders) == 1 and found.has("half"):
            continue
        for holder in holders:
            yield _share(found, holder, venture, found.amount("c") or found.amount("d"))
        for holder in others:
            yield _share(found, holder, venture, found.amount("d"))


def _share(found: Found, holder: FoundMention, venture: FoundMention, share: Amount | None) -> Candidate:
    sentence = found.sentence
    told = Candidate("ownsStakeIn", "stake", sentence, holder, venture, found.trigger, Kind.STATE)
    if isinstance(share, FoundPercent):
        return told.with_details(percent=percent_detail(share, sentence))
    return told
