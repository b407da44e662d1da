"""What the rules read in a sentence, written as `relation(subject > object)`."""

from app.documents.clean import segment
from app.extraction.spacy_engine import SpacyEngine
from app.model import Article, Claim, Mention

ENGINE = SpacyEngine()


def read(text: str, published: str | None = None) -> tuple[Claim, ...]:
    return ENGINE.extract(segment(Article(text=text, published=published))).claims


def say(claim: Claim) -> str:
    """A claim in a line, as `acquired(Vireo > Sable)`."""
    obj = claim.object
    name = obj.name if isinstance(obj, Mention) else obj.value if obj is not None else ""
    return f"{claim.relation}({claim.subject.name} > {name})"


def said(text: str) -> set[str]:
    return {say(claim) for claim in read(text)}


def one(text: str, relation: str) -> Claim:
    """The only claim of that relation in the text."""
    found = [claim for claim in read(text) if claim.relation == relation]
    assert len(found) == 1, [say(claim) for claim in found]
    return found[0]
