"""What the index keeps of a claim is all that facts depend on, however the claim was come by."""

from app.claims.reading import read_article
from app.claims.writing import article_quads
from app.documents.load import read_articles
from app.extraction.engine import load_engine
from app.pipeline import extract
from app.resolution.index import claim_of, claim_text
from app.resources import SAMPLE_ARTICLES_DIR
from app.vocab import Iris

IRIS = Iris()


def test_a_claim_as_text_is_the_same_fresh_from_the_engine_and_from_the_store() -> None:
    (article,) = read_articles(SAMPLE_ARTICLES_DIR / "10-delmare-buys-into-annotara.txt")
    fresh = {claim.id: claim for claim in extract(article, load_engine()).claims}
    stored = read_article(article_quads(extract(article, load_engine()), IRIS), IRIS).claims
    assert len(stored) == len(fresh) > 5
    for claim in stored:
        text = claim_text(claim)
        assert claim_text(fresh[claim.id]) == text
        kept = claim_of(text)
        assert claim_text(kept) == text
        for field in ("id", "status", "qualifiers", "time", "phase", "polarity"):
            assert getattr(kept, field) == getattr(claim, field), field
        assert claim.evidence[0].text not in text
