"""An article and its claims as quads in the article's own named graph."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from app.claims.terms import LANGUAGE, PUBLISHER, REPLACES, TITLE, URL, Triple
from app.model import (
    TIME_POINTS,
    Article,
    Attribution,
    Claim,
    Extraction,
    LocalEntity,
    Mention,
    Span,
    Times,
    TimeValue,
    Value,
)
from app.vocab import ALT_LABEL, PREF_LABEL, RDFS, TYPE, XSD_DECIMAL, Iris, cg, duration_literal, oa, prov


def article_quads(extraction: Extraction, iris: Iris) -> list[Quad]:
    """Everything that one article says, as quads of its named graph."""
    article = extraction.article
    graph = iris.article_graph(article.id)
    triples = [*_article(article, iris)]
    for entity in extraction.entities:
        triples += _local_entity(entity, article.id, iris)
    for claim in extraction.claims:
        triples += _claim(claim, iris)
    return [Quad(subject, predicate, object_, graph) for subject, predicate, object_ in triples]


def _article(article: Article, iris: Iris) -> Iterator[Triple]:
    node = iris.article(article.id)
    yield node, TYPE, cg("Article")
    yield node, TYPE, prov("Entity")
    yield node, cg("rawText"), Literal(article.text)
    fields = {
        TITLE: article.title,
        PUBLISHER: article.publisher,
        URL: article.url,
        LANGUAGE: article.language,
        cg("published"): article.published,
        cg("source"): article.source,
        REPLACES: article.replaces,
    }
    for predicate, value in fields.items():
        if value is not None:
            yield node, predicate, Literal(value)


def _local_entity(entity: LocalEntity, article_id: str, iris: Iris) -> Iterator[Triple]:
    node = iris.local_entity(article_id, entity.id)
    yield node, TYPE, cg("LocalEntity")
    yield node, cg("entityType"), cg(entity.type)
    yield node, PREF_LABEL, Literal(entity.name)
    yield node, cg("inArticle"), iris.article(article_id)
    for alias in entity.aliases:
        yield node, ALT_LABEL, Literal(alias)
    for span in entity.mentions:
        mention = iris.part(node, span.start, span.end)
        yield node, cg("mention"), mention
        yield mention, TYPE, cg("Mention")
        yield from _words(mention, span.start, span.end, span.text)


def _claim(claim: Claim, iris: Iris) -> Iterator[Triple]:
    node, article = iris.claim(claim.id), iris.article(claim.article)
    yield node, TYPE, cg("Claim")
    yield node, TYPE, prov("Entity")
    yield node, cg("inArticle"), article
    yield node, prov("wasDerivedFrom"), article
    yield node, cg("relation"), cg(claim.relation)
    for name in ("polarity", "certainty", "mode", "phase", "status"):
        yield node, cg(name), Literal(str(getattr(claim, name)))
    yield node, cg("confidence"), Literal(f"{claim.confidence:.2f}", datatype=XSD_DECIMAL)
    run = iris.part(article, "run", claim.engine.replace(" ", "-"))
    yield node, prov("wasGeneratedBy"), run
    yield run, TYPE, cg("ExtractionRun")
    yield run, NamedNode(RDFS + "label"), Literal(claim.engine)
    yield from _end_point(claim, "subject", claim.subject, iris)
    if claim.object is not None:
        yield from _end_point(claim, "object", claim.object, iris)
    yield from _qualifiers(claim, node, iris)
    yield from _times(claim.time, node, iris)
    for index, source in enumerate(claim.attribution):
        yield from _attribution(source, node, iris.part(node, "attribution", index))
    for index, span in enumerate(claim.evidence):
        yield from _evidence(span, node, iris.part(node, "evidence", index), article)


def _words(node: NamedNode, start: int | None, end: int | None, text: str | None) -> Iterator[Triple]:
    if text is not None:
        yield node, cg("text"), Literal(text)
    if start is not None and end is not None:
        yield node, cg("startOffset"), Literal(start)
        yield node, cg("endOffset"), Literal(end)


def _end_point(claim: Claim, side: str, point: Mention | Value, iris: Iris) -> Iterator[Triple]:
    node = iris.claim(claim.id)
    mention = iris.part(node, side)
    if isinstance(point, Value):
        yield node, cg(side), Literal(point.value)
        text = None
    else:
        yield node, cg(side), iris.local_entity(claim.article, point.entity)
        text = point.mention
    yield node, cg(f"{side}Mention"), mention
    yield mention, TYPE, cg("Mention")
    yield from _words(mention, point.start, point.end, text)


def _qualifiers(claim: Claim, node: NamedNode, iris: Iris) -> Iterator[Triple]:
    for name, value in sorted(claim.qualifiers.items()):
        part = iris.part(node, "qualifier", name)
        yield node, cg("qualifiedBy"), part
        yield part, TYPE, cg("Qualifier")
        yield part, cg("name"), Literal(name)
        yield part, cg("value"), Literal(value)
        if span := claim.qualifier_spans.get(name):
            yield from _words(part, span.start, span.end, span.text)


def _times(times: Times, node: NamedNode, iris: Iris) -> Iterator[Triple]:
    for name in TIME_POINTS:
        value: TimeValue | None = getattr(times, name)
        if value is None:
            continue
        part = iris.part(node, "time", name)
        yield node, cg("hasTime"), part
        yield part, TYPE, cg("Time")
        yield part, cg("name"), Literal(name)
        yield part, cg("edtf"), Literal(value.edtf)
        for bound in ("earliest", "latest"):
            if (day := getattr(value, bound)) is not None:
                yield part, cg(bound), Literal(day)
        yield from _words(part, value.start, value.end, value.text)
    if times.duration is not None:
        part = iris.part(node, "time", "duration")
        yield node, cg("hasTime"), part
        yield part, TYPE, cg("Time")
        yield part, cg("name"), Literal("duration")
        yield part, cg("value"), Literal(times.duration)
        yield part, cg("duration"), duration_literal(times.duration)
        if times.duration_days is not None:
            least, most = times.duration_days
            yield part, cg("durationMinDays"), Literal(least)
            if most is not None:
                yield part, cg("durationMaxDays"), Literal(most)
        if span := times.duration_span:
            yield from _words(part, span.start, span.end, span.text)


def _attribution(source: Attribution, node: NamedNode, part: NamedNode) -> Iterator[Triple]:
    yield node, cg("attributedTo"), part
    yield part, TYPE, cg("Attribution")
    yield part, cg("kind"), Literal(str(source.kind))
    if source.name is not None:
        yield part, cg("name"), Literal(source.name)
    yield from _words(part, source.start, source.end, None)


def _evidence(span: Span, node: NamedNode, part: NamedNode, article: NamedNode) -> Iterator[Triple]:
    position, quote = NamedNode(part.value + "-position"), NamedNode(part.value + "-quote")
    yield node, cg("evidence"), part
    yield part, TYPE, oa("SpecificResource")
    yield part, oa("hasSource"), article
    yield part, oa("hasSelector"), position
    yield part, oa("hasSelector"), quote
    yield position, TYPE, oa("TextPositionSelector")
    yield position, oa("start"), Literal(span.start)
    yield position, oa("end"), Literal(span.end)
    yield quote, TYPE, oa("TextQuoteSelector")
    yield quote, oa("exact"), Literal(span.text)
