"""The engine as a whole: order, determinism, languages, hostile text."""

import os
import subprocess
import sys
from itertools import pairwise

import pytest

from app.documents.clean import segment
from app.extraction.engine import VERSIONS, load_engine
from app.extraction.spacy_engine import SpacyEngine, is_english
from app.model import Article, Claim, Extraction, Status

# Sentences in the manner of company news, with names of no real company.
STORY = """Calder & Roe said on Tuesday it had agreed to buy Finlow Systems for $120 million.

Finlow, founded in 1999 by Greta Aldous, is based in Bristol. Its chief executive, Tomas Reuter, will stay.

"We are pleased," said Reuter. According to people familiar with the matter, Calder may sell its unit Orrin Data."""


def extract(text: str, **known: str) -> Extraction:
    return SpacyEngine().extract(segment(Article(text=text, **known)))


def find(extraction: Extraction, relation: str) -> list[Claim]:
    return [claim for claim in extraction.claims if claim.relation == relation]


def test_is_registered_under_its_name() -> None:
    engine = load_engine("rules")
    assert (engine.name, engine.version) == ("rules", VERSIONS["rules"])


def test_reads_a_story() -> None:
    extraction = extract(STORY, published="2024-05-02")
    (bought,) = find(extraction, "acquired")
    assert (bought.phase.value, bought.status) == ("planned", Status.STATED)
    assert dict(bought.qualifiers) == {"amount": "120000000", "currency": "USD"}
    assert {claim.subject.name for claim in find(extraction, "founded")} == {"Greta Aldous"}


def test_a_group_without_a_name_is_somebody_only_if_something_is_said_of_it() -> None:
    text = "Umbra Freight raised funds from customers. The Lindgren family owns 34 percent of Umbra Freight."
    found = SpacyEngine().extract(segment(Article(text=text)))
    assert [entity.name for entity in found.entities if entity.type == "Collective"] == ["Lindgren family"]


def test_every_claim_rests_on_verbatim_evidence() -> None:
    for claim in extract(STORY).claims:
        spans = [*claim.evidence, *claim.qualifier_spans.values()]
        assert all(STORY[span.start : span.end] == span.text for span in spans)
        assert STORY[claim.subject.start : claim.subject.end] == claim.subject.mention


def test_claims_come_in_the_order_of_their_evidence() -> None:
    claims = extract(STORY).claims
    assert len(claims) > 3
    assert all(a.evidence[0].start <= b.evidence[0].start for a, b in pairwise(claims))


def test_an_article_in_another_language_gives_a_notice_and_no_claims() -> None:
    text = (
        "Le groupe lyonnais Varenne a annoncé mardi le rachat de la société Delorme pour un montant de 40 millions "
        "d'euros. La transaction, qui doit être approuvée par les autorités, sera finalisée dans les prochains mois, "
        "a précisé le directeur général du groupe dans un communiqué."
    )
    extraction = extract(text)
    assert extraction.claims == ()
    assert extraction.notices


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Marlow buys Tern.", True),
        ("The company said that it would sell its unit to the bank, and that the sale was agreed in May. " * 3, True),
        (
            "Die Firma hat den Verkauf der Sparte an die Bank nicht bestätigt und will dazu im Mai. " * 3,
            False,
        ),
        ("Roe verlässt die Bank, wie sie mitteilte, und wird im Mai bei Marlow anfangen.", False),
        ("La banque Marlow a nommé Ann Roe directrice, qui sera aux commandes avec Max Hale.", False),
        ("Una Como of MIT joins Red Hat", True),
        ("Roe tells Die Zeit: Marlow und Tern will merge with the bank", True),
    ],
)
def test_tells_english_from_other_languages(text: str, english: bool) -> None:
    assert is_english(text) is english


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "x" * 1_000_000,
        '"' * 50_000,
        "“‘" * 25_000 + "Marlow bought Tern." + "’”" * 25_000,
        "شركة مارلو اشترت شركة تيرن في عام 2020 👍🏽👩‍👩‍👧 Marlow bought Tern. \u202eesrever\u202c",
        "Marlow\x00 bought\x07 Tern\x1b[0m in\x7f 2020.\ufffe",
        "Marlow bought Tern\ue000O0\ue001, a unit of \ue000O1\ue001.",
        "(" * 5_000 + "Marlow, a unit of Tern" + ")" * 5_000,
        "Marlow, chief executive of " * 2_000,
    ],
    ids=["empty", "blank", "one word", "quotes", "nested", "emoji", "controls", "private use", "brackets", "titles"],
)
def test_survives_hostile_text(text: str) -> None:
    extraction = extract(text)
    assert all(text[span.start : span.end] == span.text for claim in extraction.claims for span in claim.evidence)


def test_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    code = (
        "import sys; from app.documents.clean import segment; from app.extraction.spacy_engine import SpacyEngine; "
        "from app.model import Article; "
        "sys.stdout.write(SpacyEngine().extract(segment(Article(text=sys.stdin.read()))).model_dump_json())"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code], input=STORY, capture_output=True, text=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(outputs) == 1
