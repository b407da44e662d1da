"""An article and its claims, read back from the quads of its named graph."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from pyoxigraph import Literal, NamedNode, Quad

from app.claims.nodes import NodeReader
from app.claims.terms import LANGUAGE, PUBLISHER, REPLACES, TITLE, URL, Term
from app.model import (
    TIME_POINTS,
    Article,
    Attribution,
    Certainty,
    Claim,
    Extraction,
    LocalEntity,
    Mention,
    Mode,
    Phase,
    Polarity,
    SourceKind,
    Span,
    Times,
    TimeValue,
    Value,
)
from app.vocab import ALT_LABEL, CG, PREF_LABEL, RDFS, Iris, cg, oa, prov


def read_article(quads: Iterable[Quad], iris: Iris) -> Extraction:
    """What `article_quads` wrote, read back: the article with its entities and claims, sorted by id."""
    reader = NodeReader(quads)
    node = reader.nodes("Article")[0]
    article = Article(
        text=reader.required(node, cg("rawText")),
        title=reader.text(node, TITLE),
        publisher=reader.text(node, PUBLISHER),
        published=reader.text(node, cg("published")),
        url=reader.text(node, URL),
        language=reader.text(node, LANGUAGE),
        source=reader.text(node, cg("source")),
        replaces=reader.text(node, REPLACES),
    )
    prefix = iris.local_entity(article.id, "").value
    entities = {local.value: _read_local_entity(reader, local, prefix) for local in reader.nodes("LocalEntity")}
    claims = [_read_claim(reader, claim, article.id, entities) for claim in reader.nodes("Claim")]
    return Extraction(article=article, entities=tuple(entities.values()), claims=tuple(claims))


def read_claims(quads: Iterable[Quad], iris: Iris) -> list[Claim]:
    """The claims in quads of article graphs, of which only the claims' own and those of their ends need be there."""
    reader, found = NodeReader(quads), []
    prefix = iris.article("").value
    articles = {node: reader.required(node, cg("inArticle")).removeprefix(prefix) for node in reader.nodes("Claim")}
    entities = {
        local.value: _read_local_entity(reader, local, reader.required(local, cg("inArticle")) + "/entity/")
        for local in reader.nodes("LocalEntity")
    }
    for node, article_id in articles.items():
        found.append(_read_claim(reader, node, article_id, entities))
    return found


def _read_local_entity(reader: NodeReader, node: NamedNode, prefix: str) -> LocalEntity:
    mentions = [_read_span(reader, mention) for mention in reader.parts(node, cg("mention"))]
    return LocalEntity(
        id=node.value.removeprefix(prefix),
        name=reader.required(node, PREF_LABEL),
        type=reader.required(node, cg("entityType")).removeprefix(CG),
        aliases=tuple(term.value for term in reader.terms(node, ALT_LABEL)),
        mentions=tuple(sorted((span for span in mentions if span), key=lambda span: (span.start, span.end))),
    )


def _read_span(reader: NodeReader, node: Term) -> Span | None:
    start, end = reader.number(node, cg("startOffset")), reader.number(node, cg("endOffset"))
    text = reader.text(node, cg("text"))
    return None if start is None or end is None or text is None else Span(start=start, end=end, text=text)


def _read_claim(reader: NodeReader, node: NamedNode, article_id: str, entities: dict[str, LocalEntity]) -> Claim:
    qualifiers = reader.parts(node, cg("qualifiedBy"))
    names = {part: reader.required(part, cg("name")) for part in qualifiers}
    spans = {name: span for part, name in names.items() if (span := _read_span(reader, part))}
    subject = _read_end_point(reader, node, "subject", entities)
    if not isinstance(subject, Mention):
        raise ValueError(f"{node} has no subject")
    return Claim(
        article=article_id,
        relation=reader.required(node, cg("relation")).removeprefix(CG),
        subject=subject,
        object=_read_end_point(reader, node, "object", entities),
        qualifiers={name: reader.required(part, cg("value")) for part, name in names.items()},
        qualifier_spans=spans,
        time=_read_times(reader, node),
        phase=Phase(reader.required(node, cg("phase"))),
        polarity=Polarity(reader.required(node, cg("polarity"))),
        certainty=Certainty(reader.required(node, cg("certainty"))),
        mode=Mode(reader.required(node, cg("mode"))),
        attribution=tuple(_read_attribution(reader, part) for part in reader.parts(node, cg("attributedTo"))),
        evidence=tuple(_read_evidence(reader, part) for part in reader.parts(node, cg("evidence"))),
        confidence=float(Decimal(reader.required(node, cg("confidence")))),
        engine=reader.required(reader.parts(node, prov("wasGeneratedBy"))[0], NamedNode(RDFS + "label")),
    )


def _read_end_point(
    reader: NodeReader, node: NamedNode, side: str, entities: dict[str, LocalEntity]
) -> Mention | Value | None:
    found = reader.terms(node, cg(side))
    if not found:
        return None
    mention = reader.parts(node, cg(f"{side}Mention"))[0]
    start, end = reader.number(mention, cg("startOffset")), reader.number(mention, cg("endOffset"))
    if start is None or end is None:
        raise ValueError(f"{mention} has no offsets")
    if isinstance(found[0], Literal):
        return Value(value=found[0].value, start=start, end=end)
    entity = entities[found[0].value]
    words = reader.required(mention, cg("text"))
    return Mention(entity=entity.id, name=entity.name, type=entity.type, mention=words, start=start, end=end)


def _read_times(reader: NodeReader, node: NamedNode) -> Times:
    parts = {reader.required(part, cg("name")): part for part in reader.parts(node, cg("hasTime"))}
    values = {
        name: TimeValue(
            text=reader.required(part, cg("text")),
            edtf=reader.required(part, cg("edtf")),
            earliest=reader.text(part, cg("earliest")),
            latest=reader.text(part, cg("latest")),
            start=reader.number(part, cg("startOffset")),
            end=reader.number(part, cg("endOffset")),
        )
        for name, part in parts.items()
        if name in TIME_POINTS
    }
    if (part := parts.get("duration")) is None:
        return Times(**values)
    least, most = reader.number(part, cg("durationMinDays")), reader.number(part, cg("durationMaxDays"))
    return Times(
        **values,
        duration=reader.text(part, cg("value")),
        duration_span=_read_span(reader, part),
        duration_days=None if least is None else (least, most),
    )


def _read_attribution(reader: NodeReader, part: NamedNode) -> Attribution:
    return Attribution(
        kind=SourceKind(reader.required(part, cg("kind"))),
        name=reader.text(part, cg("name")),
        start=reader.number(part, cg("startOffset")),
        end=reader.number(part, cg("endOffset")),
    )


def _read_evidence(reader: NodeReader, part: NamedNode) -> Span:
    values: dict[str, str] = {}
    for selector in reader.parts(part, oa("hasSelector")):
        for name in ("start", "end", "exact"):
            if (value := reader.text(selector, oa(name))) is not None:
                values[name] = value
    return Span(start=int(values["start"]), end=int(values["end"]), text=values["exact"])
