"""Claims as quads and back: nothing is lost, and one article is one graph."""

import pyoxigraph
from hypothesis import given
from hypothesis import strategies as st

from app.claims.reading import read_article
from app.claims.writing import article_quads
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
    Status,
    Times,
    TimeValue,
    Value,
)
from app.vocab import OA, Iris, cg

IRIS = Iris()
text = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
offsets = st.integers(0, 10**6)
spans = st.builds(lambda start, words: Span(start=start, end=start + len(words), text=words), offsets, text)
times = st.builds(
    TimeValue,
    text=text,
    edtf=text,
    earliest=st.none() | st.just("2024-05-01"),
    latest=st.none() | st.just("2024-05-31"),
    start=offsets,
    end=offsets,
)
ENTITIES = (
    LocalEntity(
        id="ines", name="Ines Roth", type="Person", aliases=("Roth",), mentions=(Span(start=0, end=4, text="Ines"),)
    ),
    LocalEntity(id="velt", name="Velt", type="Company"),
)


def mention(entity: LocalEntity, words: str, start: int) -> Mention:
    return Mention(
        entity=entity.id, name=entity.name, type=entity.type, mention=words, start=start, end=start + len(words)
    )


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    qualifiers = draw(st.dictionaries(st.sampled_from(["title", "amount", "from"]), text))
    lasted = draw(st.none() | spans)
    object_ = st.none() | st.builds(Value, value=text, start=offsets, end=offsets)
    return Claim(
        article=draw(st.just(ARTICLE.id)),
        relation=draw(st.sampled_from(["heldRole", "left"])),
        subject=mention(ENTITIES[0], draw(text), draw(offsets)),
        object=draw(object_ | st.builds(mention, st.just(ENTITIES[1]), text, offsets)),
        qualifiers=qualifiers,
        qualifier_spans={name: draw(spans) for name in qualifiers if draw(st.booleans())},
        time=Times(
            date=draw(st.none() | times),
            announced=draw(st.none() | times),
            duration=draw(st.sampled_from(["P2M", "P6W"])) if lasted else None,
            duration_span=lasted,
            duration_days=draw(st.sampled_from([(45, 77), (60, None)])) if lasted else None,
        ),
        phase=draw(st.sampled_from(Phase)),
        polarity=draw(st.sampled_from(Polarity)),
        certainty=draw(st.sampled_from(Certainty)),
        mode=draw(st.sampled_from(Mode)),
        attribution=tuple(
            draw(
                st.lists(
                    st.builds(
                        Attribution, kind=st.sampled_from(SourceKind), name=st.none() | text, start=offsets, end=offsets
                    ),
                    min_size=1,
                    max_size=12,
                )
            )
        ),
        evidence=tuple(draw(st.lists(spans, min_size=1, max_size=12))),
        confidence=draw(st.integers(0, 100)) / 100,
        engine="rules 1",
    )


ARTICLE = Article(text="Ines left Velt.\r\n\u202eمرحبا 😀", title="T", published="2024-05", source="a.txt")


@given(st.lists(claims(), max_size=3))
def test_what_is_written_is_read_back(found: list[Claim]) -> None:
    unique = {claim.id: claim for claim in found}
    extraction = Extraction(article=ARTICLE, entities=ENTITIES, claims=tuple(unique[id_] for id_ in sorted(unique)))
    store = pyoxigraph.Store()
    store.extend(article_quads(extraction, IRIS))
    assert read_article(list(store), IRIS) == extraction


def test_all_quads_lie_in_the_graph_of_the_article_and_have_no_blank_nodes() -> None:
    quads = article_quads(Extraction(article=ARTICLE, entities=ENTITIES), IRIS)
    assert {quad.graph_name for quad in quads} == {IRIS.article_graph(ARTICLE.id)}
    assert all(isinstance(quad.subject, pyoxigraph.NamedNode) for quad in quads)


def test_evidence_is_a_web_annotation_target_with_both_selectors() -> None:
    claim = Claim(
        article=ARTICLE.id,
        relation="left",
        subject=mention(ENTITIES[0], "Ines", 0),
        object=mention(ENTITIES[1], "Velt", 10),
        evidence=(Span(start=0, end=15, text="Ines left Velt."),),
        confidence=0.9,
        engine="rules 1",
    )
    store = pyoxigraph.Store()
    store.extend(article_quads(Extraction(article=ARTICLE, entities=ENTITIES, claims=(claim,)), IRIS))
    rows = store.query(
        f"""PREFIX oa: <{OA}> SELECT ?start ?end ?exact WHERE {{ GRAPH ?g {{
            {IRIS.claim(claim.id)} {cg("evidence")} ?target . ?target oa:hasSource {IRIS.article(ARTICLE.id)} ;
            oa:hasSelector [ a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end ] ,
                           [ a oa:TextQuoteSelector ; oa:exact ?exact ] }} }}"""
    )
    assert isinstance(rows, pyoxigraph.QuerySolutions)
    assert [[str(value.value) for value in row] for row in rows] == [["0", "15", "Ines left Velt."]]


def test_status_follows_the_first_rule_that_fits() -> None:
    named, unnamed = Attribution(kind=SourceKind.NAMED, name="Velt"), Attribution(kind=SourceKind.UNNAMED)
    cases: list[tuple[dict[str, object], Status]] = [
        ({}, Status.ASSERTED),
        ({"attribution": (named,)}, Status.STATED),
        ({"attribution": (named, unnamed)}, Status.REPORTED),
        ({"attribution": (unnamed,), "certainty": "possible"}, Status.POSSIBLE),
        ({"phase": "considered"}, Status.POSSIBLE),
        ({"phase": "planned"}, Status.ASSERTED),
        ({"polarity": "negated", "certainty": "possible"}, Status.NEGATED),
        ({"polarity": "negated", "attribution": (named,)}, Status.DENIED),
        ({"polarity": "negated", "mode": "question"}, Status.QUESTION),
    ]
    base = {
        "article": ARTICLE.id,
        "relation": "left",
        "subject": mention(ENTITIES[0], "Ines", 0),
        "evidence": (Span(start=0, end=4, text="Ines"),),
        "confidence": 1,
        "engine": "rules 1",
    }
    assert [Claim.model_validate(base | fields).status for fields, _ in cases] == [status for _, status in cases]
