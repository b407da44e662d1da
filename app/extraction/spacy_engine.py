"""The rule engine: parse, find mentions, apply the relation rules, say how each claim is meant, and pass the gate."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from app.extraction.confidence import confidence_of
from app.extraction.engine import VERSIONS
from app.extraction.grounding import ground
from app.extraction.modality import certainty
from app.extraction.modality.ahead import not_yet
from app.extraction.modality.attribution import Speakers
from app.extraction.modality.closed import closed
from app.extraction.modality.departed import end_posts
from app.extraction.modality.foretold import foretold
from app.extraction.modality.retorts import retorts
from app.extraction.modality.twice_told import once
from app.extraction.parsing.passages import FoundMention, MentionKind, Mentions, Passage
from app.extraction.raw_places import AsRead
from app.extraction.relations.reading.candidates import Argument, Candidate, Kind, Text
from app.extraction.relations.reading.going_on import begun
from app.extraction.relations.reading.sentences import Scene
from app.extraction.relations.reading.times import times_of
from app.model import Claim, Document, Extraction, Mention, Phase, Span, Times, Value
from app.reading_copy import reading_copy

Amend = Callable[[Sequence[Passage], Mentions], Mentions]

_ENGLISH = frozenset(
    ("the of and to in a is that for it was on with as at by from has have be are he she his her its an said").split()
)
_FOREIGN = frozenset(
    """
    le la les des du un une et est dans que qui pour sur avec au aux der die das und ist nicht den dem ein eine von mit
    el     los las por para una con del y il di che è gli per een het van niet op zijn en""".split()
)
# A text of a few words is mostly names, and names hold "de la" and "van der" in English too.
_ONLY_ENGLISH = _ENGLISH - frozenset("of to in a is was on as at be he an".split())
_IN_NO_NAME = frozenset(
    """
    dans que qui pour avec sont été cette aux est une nommé le und ist nicht dem eine einen hat haben wird wurde zur zum
    mit sich auch bei nach über für auf im wie oder una como para fue ha su sus é che è sono della nel het een niet zijn
    heeft voor wordt uit""".split()
)
_FEW = 25
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000


class SpacyEngine:
    """Dependency rules and surface patterns over spaCy's parse. Needs no network and no key."""

    name = "rules"
    version = VERSIONS[name]

    def extract(self, document: Document) -> Extraction:
        """The article's entities and grounded claims, in the order of their evidence."""
        article = document.article
        if not is_english(reading_copy(article.text).text[:_SAMPLE]):
            language = f" ({article.language})" if article.language not in (None, "en") else ""
            notice = f"The article is not in English{language}: it is stored, and nothing was extracted."
            return Extraction(article=article, notices=(notice,))
        return self.read(document)

    def read(self, document: Document, amend: Amend | None = None) -> Extraction:
        """What the rules make of a document in English; `amend` may change the mentions before the rules run."""
        article, as_read = document.article, AsRead(document)
        document = as_read.document
        # spaCy is imported with these: only when there is something to read.
        from app.extraction.mentions.coreference import resolve_anaphora
        from app.extraction.mentions.mentions import find_mentions
        from app.extraction.mentions.types import COLLECTIVE
        from app.extraction.modality.first_person import first_person, says_we
        from app.extraction.parsing.parse import parse
        from app.extraction.relations import find_roles

        passages = parse(document)
        mentions = resolve_anaphora(passages, find_mentions(passages, document))
        if amend is not None:
            mentions = amend(passages, mentions)
        scene = Scene(document, passages, mentions)
        # Only where somebody says "we" does it matter for whom.
        spoken_for = first_person(scene, Speakers(scene), lambda: find_roles(scene)) if says_we(scene) else []
        if spoken_for:
            mentions = Mentions(mentions.entities.values(), [*mentions, *spoken_for])
            scene = Scene(document, passages, mentions, before=scene)
        speakers, engine = Speakers(scene), f"{self.name} {self.version}"
        claims = [
            told
            for candidate in self.candidates(scene)
            if (claim := claim_of(scene, speakers, candidate, self.confidence(candidate), engine)) is not None
            for told in (claim, *retorts(claim, candidate, speakers))
        ]
        kept, dropped = ground(article, as_read.in_raw(once(end_posts(claims))))
        # A group without a name that nothing is said of ("it raised funds") is nobody.
        acting = {end.entity for claim in kept for end in (claim.subject, claim.object) if isinstance(end, Mention)}
        named = (entity for entity in mentions.entities.values() if entity.type != COLLECTIVE or entity.id in acting)
        entities = as_read.entities_in_raw(named)
        return Extraction(article=article, entities=entities, claims=tuple(kept), dropped=tuple(dropped))

    def candidates(self, scene: Scene) -> list[Candidate]:
        """What the rules propose in an article that is read."""
        from app.extraction.relations import find_candidates

        return find_candidates(scene)

    def confidence(self, candidate: Candidate) -> float:
        """How sure a candidate's rule is, as measured."""
        return confidence_of(candidate.relation, candidate.rule)


def is_english(text: str) -> bool:
    """Whether a text is in the script of English, with more English than foreign function words or too few to tell.

    >>> is_english("Roe leitet nun die Firma, die sie mit ihrem Bruder und einem Freund in Bonn gegründet hat.")
    False
    >>> is_english("Ana de la Roca quits Van der Hoek")
    True
    """
    letters = [char for char in text if char.isalpha()]
    if sum(map(str.isascii, letters)) * 2 < len(letters):
        return False  # another script
    written = _WORD.findall(text)
    words = [word.lower() for word in written]
    if len(words) < _FEW:
        return not _ONLY_ENGLISH.isdisjoint(words) or sum(word in _IN_NO_NAME for word in written) < 2
    english = sum(word in _ENGLISH for word in words)
    foreign = sum(word in _FOREIGN for word in words)
    return english > foreign and english >= 0.05 * len(words)


def claim_of(scene: Scene, speakers: Speakers, candidate: Candidate, confidence: float, engine: str) -> Claim | None:
    """A candidate as a claim: with its phase, polarity, certainty, mode, speakers, times and evidence."""
    obj = candidate.object
    if obj is None and candidate.needs_object:
        return None
    candidate = foretold(candidate, speakers)
    reading = certainty.read(candidate)
    phase = closed(candidate, not_yet(candidate, begun(candidate, reading.phase or Phase.COMPLETED)))
    times = times_of(candidate, phase)
    return Claim(
        article=scene.document.article.id,
        relation=candidate.relation,
        subject=_mention(scene, candidate.subject),
        object=_object(scene, candidate, obj),
        qualifiers={name: detail.value for name, detail in sorted(candidate.details.items())},
        qualifier_spans={name: d.span for name, d in sorted(candidate.details.items()) if d.span is not None},
        time=times,
        phase=_phase(candidate, phase, times),
        polarity=reading.polarity,
        certainty=reading.certainty,
        mode=reading.mode,
        attribution=speakers.attribute(candidate),
        evidence=_evidence(scene, candidate),
        confidence=confidence,
        engine=engine,
    )


def _phase(candidate: Candidate, phase: Phase, times: Times) -> Phase:
    """The phase as the times have it: dated after publication is planned, with an end in the past is over.

    What is told to end after publication goes on till then.
    """
    published = candidate.sentence.scene.document.article.published
    moment = times.date or times.start
    earliest = moment.earliest if moment is not None else None
    if phase in (Phase.COMPLETED, Phase.STARTED) and published and earliest is not None and earliest > published[:10]:
        return Phase.PLANNED
    last = times.end.earliest if times.end is not None else None
    if phase is Phase.ENDED and published and last is not None and last > published[:10]:
        return Phase.ONGOING
    if candidate.rule == "left role" and phase is Phase.ONGOING:
        return phase  # that it was to be given up by then says nothing of whether it was
    if candidate.kind is Kind.STATE and phase in (Phase.COMPLETED, Phase.ONGOING):
        over = times.end is not None and not (published and times.end.latest and times.end.latest > published[:10])
        if over or (phase is Phase.COMPLETED and candidate.relation in ("heldRole", "memberOf")):
            return Phase.ENDED
    if phase is Phase.STARTED and candidate.relation == "partnerOf" and times.start and times.end:
        # "From 2002 to 2007 X worked with Y."
        latest = times.end.latest
        return phase if published and (latest is None or latest > published[:10]) else Phase.ENDED
    return phase


def _mention(scene: Scene, mention: FoundMention) -> Mention:
    return scene.mentions.claim_mention(scene.passages_by_index[mention.passage], mention)


def _object(scene: Scene, candidate: Candidate, obj: Argument | None) -> Mention | Value | None:
    if isinstance(obj, FoundMention):
        return _mention(scene, obj)
    if isinstance(obj, Text):
        span = candidate.sentence.raw(obj.start, obj.end)
        return Value(value=span.text, start=span.start, end=span.end)
    if isinstance(obj, Span):
        return Value(value=obj.text, start=obj.start, end=obj.end)
    return None


def _evidence(scene: Scene, candidate: Candidate) -> tuple[Span, ...]:
    """The sentence, and what ties an argument to it: where an anaphor's name stands, where the rest was said."""
    main = candidate.sentence.span
    arguments = [a for a in (candidate.subject, candidate.object) if isinstance(a, FoundMention)]
    ties = [*candidate.ties, *(tie for a in arguments for tie in a.ties)]
    ties += [
        scene.span_of(a)
        for a in arguments
        if a.passage != candidate.sentence.passage.index or not _inside(scene.span_of(a), main)
    ]
    ties += [name for a in arguments if (name := _naming(scene, a, [main, *ties])) is not None]
    apart = _apart(tie for tie in ties if not _inside(tie, main))
    return (main, *apart)


def _naming(scene: Scene, argument: FoundMention, evidence: Sequence[Span]) -> Span | None:
    """Where the article last names what an anaphor stands for, if the evidence names it nowhere.

    One anaphor may have been told by another: "the company" by the "we" of whoever leads it.
    """
    if argument.kind is MentionKind.NAME:
        return None
    names = [scene.span_of(m) for m in scene.mentions if m.entity == argument.entity and m.kind is MentionKind.NAME]
    if not names or any(_inside(name, span) for name in names for span in evidence):
        return None
    start = scene.span_of(argument).start
    return max((n for n in names if n.start <= start), key=lambda n: n.start, default=names[0])


def _inside(span: Span, whole: Span) -> bool:
    return whole.start <= span.start and span.end <= whole.end


def _apart(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, without those that lie in another."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s.start, -s.end)):
        if not any(_inside(span, other) for other in kept):
            kept.append(span)
    return kept
