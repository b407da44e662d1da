"""An article that means harm, and counts on offsets going wrong: markup for names, emoji before every claim."""

from __future__ import annotations

from pyoxigraph import Quad

from app.claims.writing import article_quads
from app.graphs import entity_quads, fact_quads
from app.model import Article, Entity
from tests.query.sample_graph import IRIS, Builder, fact

IMAGE = "<img src=x onerror=window.harmed=1>"
SCRIPT = "</script><script>window.harmed=1</script>"

ARTICLE = Article(
    text=(
        f"😀 👩‍👩‍👧 Odd names 🏴‍☠️ abound.\n\n"
        f"🙂 This week {IMAGE} bought {SCRIPT} for nothing. 🎉 Both & all were glad 😀.\n\n"
        f"𝔗hen 🚀 {SCRIPT} said that {IMAGE} “is a partner” 🤝 of its own.\n"
    ),
    title=f"“Harm” {IMAGE} {SCRIPT} 😀",
    publisher="<b>The Post</b>",
    published="2025-05-05",
)
_STORY = Builder(ARTICLE, {IMAGE: "Company", SCRIPT: "Company"})
BOUGHT = _STORY.claim(IMAGE, "acquired", SCRIPT, f"{IMAGE} bought {SCRIPT} for nothing.")
PARTNERS = _STORY.claim(SCRIPT, "partnerOf", IMAGE, f"{SCRIPT} said that {IMAGE} “is a partner” 🤝 of its own.")

IMAGE_ID, SCRIPT_ID = "organization/img", "organization/script"


def _entity(id_: str, name: str) -> Entity:
    member = IRIS.local_entity(ARTICLE.id, {IMAGE: "img", SCRIPT: "script"}[name]).value
    return Entity(id=id_, name=name, type="Company", members=(member,))


def hostile_quads() -> list[Quad]:
    """The article, its entities and facts."""
    extraction = _STORY.extraction()
    # Names like these make no IRI, so the article's own entities go by plain ids.
    plain = {_local(IMAGE): "img", _local(SCRIPT): "script"}
    entities = tuple(local.model_copy(update={"id": plain[local.id]}) for local in extraction.entities)
    claims = tuple(
        claim.model_copy(
            update={
                "subject": claim.subject.model_copy(update={"entity": plain[claim.subject.entity]}),
                "object": claim.object.model_copy(update={"entity": plain[claim.object.entity]}),  # type: ignore[union-attr]
            }
        )
        for claim in extraction.claims
    )
    extraction = extraction.model_copy(update={"entities": entities, "claims": claims})
    quads = list(article_quads(extraction, IRIS))
    for entity in (_entity(IMAGE_ID, IMAGE), _entity(SCRIPT_ID, SCRIPT)):
        quads += entity_quads(entity, IRIS)
    slots = {"acquirer": IMAGE_ID, "target": SCRIPT_ID}
    quads += fact_quads(fact("f-bought", "Acquisition", "acquired", slots, supported_by=[claims[0]]), IRIS)
    return quads


def _local(name: str) -> str:
    return name.lower().replace(" ", "-")
