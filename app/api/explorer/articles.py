"""/explore/articles: what has been read; each article with its claims marked in the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from pyoxigraph import NamedNode

from app.api.context import ArticleId, Graph, Nouns
from app.api.explorer.frame import PageRoute, page
from app.api.explorer.highlights import numbered, paragraphs
from app.api.explorer.wording import claim_words, speakers, type_word
from app.model import Certainty, Claim, Extraction, Mention, Mode, Phase, Polarity, Ruling, Times
from app.ontology import load_ontology
from app.query.ask.answers.sentences import money_words, percent_words
from app.query.ask.answers.times import duration_words
from app.query.corrections import lineage
from app.query.lookup import Lookup
from app.query.standing import Standings, standings_of
from app.vocab import cg

router = APIRouter(prefix="/explore/articles", route_class=PageRoute)

_TIMES = {"start": "begins", "end": "ends", "date": "when", "announced": "announced"}


@router.get("")
def list_page(lookup: Nouns) -> HTMLResponse:
    """All articles, the latest first."""
    articles = list(reversed(lookup.articles()))
    standings = standings_of(lookup, articles)
    return page("articles.html", here="articles", title="Articles", articles=articles, standings=standings)


@router.get("/{article_id}")
def article_page(article_id: ArticleId, lookup: Nouns, graph: Graph) -> HTMLResponse:
    """One article: its text with numbered marks, and beside it what each of them claims, with a way to reject it."""
    extraction = lookup.article(article_id)
    entities = _entities(lookup, extraction)
    claims, standings = numbered(extraction.claims), Standings(lookup)
    standings.expect_claims(extraction.claims)
    return page(
        "article.html",
        here="articles",
        title=extraction.article.title or "Untitled article",
        deciding="rulings/main",
        article=extraction.article,
        standing=standings.of(article_id),
        retraction=standings.retraction(article_id),
        versions=_versions(lookup, article_id),
        paragraphs=paragraphs(extraction, claims, entities),
        cards=[_card(number, claim, entities, standings.rejections(claim)) for number, claim in claims],
        named=[(local, entities[local.id]) for local in extraction.entities if local.id in entities],
        needs_token=graph.settings.token is not None,
    )


def _versions(lookup: Lookup, article_id: str) -> Mapping[str, object]:
    """The other versions of an article, by what they are to it."""
    found = lineage(lookup, article_id)
    return {
        "replaces": lookup.articles_by_id(found.replaces),
        "replaced_by": lookup.articles_by_id(found.replaced_by),
        "undecided": lookup.articles_by_id(found.undecided),
        "missing": found.missing,
    }


def _entities(lookup: Lookup, extraction: Extraction) -> Mapping[str, str]:
    """What each of an article's own entities stands for in the graph."""
    found = {}
    for local in extraction.entities:
        node = lookup.iris.local_entity(extraction.article.id, local.id)
        for quad in lookup.store.quads(node, cg("denotes")):
            if isinstance(quad.object, NamedNode):
                found[local.id] = lookup.iris.local_name(quad.object)
    return found


def _card(number: int, claim: Claim, entities: Mapping[str, str], rejections: Sequence[Ruling]) -> Mapping[str, object]:
    """A claim as it is shown beside the text."""
    subject, object_ = claim.subject, claim.object
    return {
        "number": number,
        "claim": claim,
        "subject": (subject.name, entities.get(subject.entity)),
        "verb": load_ontology().relations[claim.relation].label,
        "object": (object_.name, entities.get(object_.entity)) if isinstance(object_, Mention)
        else (object_.value, None) if object_ else None,
        "speakers": speakers(claim.attribution),
        "details": _details(claim),
        "hedges": _hedges(claim),
        "words": claim_words(claim),
        "rejections": rejections,
    }  # fmt: skip


def _hedges(claim: Claim) -> list[str]:
    """What keeps it from being a plain, finished fact, in single words."""
    usual = (Phase.ONGOING, Polarity.AFFIRMED, Certainty.CERTAIN, Mode.STATEMENT)
    said = (claim.phase, claim.polarity, claim.certainty, claim.mode)
    return [str(value) for value, plain in zip(said, usual, strict=True) if value != plain]


def _details(claim: Claim) -> list[tuple[str, str]]:
    found = []
    for name, value in claim.qualifiers.items():
        if name == "amount":
            value = money_words(value, claim.qualifiers.get("currency"))
        elif name == "percent":
            name, value = "share", f"{percent_words(value)} %"
        if name != "currency" and value != "unstated":
            found.append((type_word(name), value))
    return found + _times(claim.time)


def _times(time: Times) -> list[tuple[str, str]]:
    found = []
    for point, name in _TIMES.items():
        if (value := getattr(time, point)) is not None:
            found.append((name, f"“{value.text}” ({value.edtf})"))
    if time.duration:
        written = f"“{time.duration_span.text}”, " if time.duration_span else ""
        found.append(("lasts", f"{written}about {duration_words(time.duration)}"))
    return found
