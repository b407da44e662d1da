"""An article and its claims as quads in the article's own named graph (PROV, Web Annotation), and back.

One article is one graph: ingesting writes it, removing drops it, nothing else ever touches it. There are no blank
nodes: what exists only as part of a claim (a mention, a selector) gets the claim's IRI with a fragment.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from pyoxigraph import Literal, NamedNode, Quad

from app.model import (
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
from app.vocab import (
    ALT_LABEL,
    CG,
    DCTERMS,
    PREF_LABEL,
    RDFS,
    TYPE,
    XSD_DECIMAL,
    Iris,
    cg,
    duration_literal,
    oa,
    prov,
)

Term = NamedNode | Literal
_TITLE, _PUBLISHER, URL, _LANGUAGE, REPLACES = (
    NamedNode(DCTERMS + name) for name in ("title", "publisher", "source", "language", "replaces")
)
_TIMES = ("start", "end", "date", "announced")


# --- writing ---------------------------------------------------------------------------------------------------------


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


Triple = tuple[NamedNode, NamedNode, Term]


def _article(article: Article, iris: Iris) -> Iterator[Triple]:
    node = iris.article(article.id)
    yield node, TYPE, cg("Article")
    yield node, TYPE, prov("Entity")
    yield node, cg("rawText"), Literal(article.text)
    fields = {
        _TITLE: article.title,
        _PUBLISHER: article.publisher,
        URL: article.url,
        _LANGUAGE: article.language,
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
    for name in _TIMES:
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


# --- reading ---------------------------------------------------------------------------------------------------------


class NodeReader:
    """Quads of one graph, looked up by node and property."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._values: dict[Term, dict[NamedNode, list[Term]]] = {}
        self._by_class: dict[Term, list[NamedNode]] = defaultdict(list)
        for quad in quads:
            subject, object_ = quad.subject, quad.object
            # Our own graphs hold nothing else; what a user wrote into them with blank nodes is not ours to read.
            if not isinstance(subject, NamedNode) or not isinstance(object_, NamedNode | Literal):
                continue
            self._values.setdefault(subject, {}).setdefault(quad.predicate, []).append(object_)
            if quad.predicate == TYPE:
                self._by_class[object_].append(subject)

    def nodes(self, class_name: str) -> list[NamedNode]:
        """The nodes of a class, sorted by IRI."""
        return sorted(self._by_class[cg(class_name)], key=lambda node: node.value)

    def subjects(self, predicate: NamedNode) -> list[NamedNode]:
        """The nodes that have a property, sorted by IRI."""
        having = [node for node, values in self._values.items() if isinstance(node, NamedNode) and predicate in values]
        return sorted(having, key=lambda node: node.value)

    def predicates(self, node: Term) -> list[NamedNode]:
        """The properties that a node has, sorted by IRI."""
        return sorted(self._values.get(node, {}), key=lambda predicate: predicate.value)

    def terms(self, node: Term, predicate: NamedNode) -> list[Term]:
        """All values of a property, sorted."""
        return sorted(self._values.get(node, {}).get(predicate, ()), key=lambda term: term.value)

    def parts(self, node: Term, predicate: NamedNode) -> list[NamedNode]:
        """The nodes that a property points to, in the order of the number at the end of their IRI, if any."""
        found = [term for term in self.terms(node, predicate) if isinstance(term, NamedNode)]
        return sorted(found, key=_index)

    def text(self, node: Term, predicate: NamedNode) -> str | None:
        """The one value of a property, or None."""
        values = self._values.get(node, {}).get(predicate)
        return values[0].value if values else None

    def required(self, node: Term, predicate: NamedNode) -> str:
        """The one value of a property; `ValueError` if the graph is broken."""
        value = self.text(node, predicate)
        if value is None:
            raise ValueError(f"{node} has no {predicate}")
        return value

    def number(self, node: Term, predicate: NamedNode) -> int | None:
        """The one value of a property as an integer, or None."""
        value = self.text(node, predicate)
        return None if value is None else int(value)


def _index(part: NamedNode) -> int:
    tail = part.value.rsplit("-", 1)[-1]
    return int(tail) if tail.isdigit() else 0


def read_article(quads: Iterable[Quad], iris: Iris) -> Extraction:
    """What `article_quads` wrote, read back: the article with its entities and claims, sorted by id."""
    reader = NodeReader(quads)
    node = reader.nodes("Article")[0]
    article = Article(
        text=reader.required(node, cg("rawText")),
        title=reader.text(node, _TITLE),
        publisher=reader.text(node, _PUBLISHER),
        published=reader.text(node, cg("published")),
        url=reader.text(node, URL),
        language=reader.text(node, _LANGUAGE),
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
        if name in _TIMES
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
