"""The gate: what the article's own words do not carry does not pass."""

from typing import Any

import pytest

from app.extraction.grounding import ground, refusal
from app.model import Article, Attribution, Claim, Mention, SourceKind, Span, Times, TimeValue, Value

TEXT = "Marlow bought Tern for $5 million in 2020. Tern makes clamps. It is based in Hull."
ARTICLE = Article(text=TEXT)
SENTENCE = Span(start=0, end=42, text=TEXT[:42])


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words), text=words)


def mention(words: str, entity: str, type_name: str = "Company") -> Mention:
    place = span(words)
    return Mention(entity=entity, name=words, type=type_name, mention=words, start=place.start, end=place.end)


def claim(**changes: Any) -> Claim:
    fields: dict[str, Any] = {
        "article": ARTICLE.id, "relation": "acquired", "subject": mention("Marlow", "marlow"),
        "object": mention("Tern", "tern"), "evidence": (SENTENCE,), "confidence": 0.9, "engine": "test",
    }  # fmt: skip
    return Claim(**{**fields, **changes})


YEAR = TimeValue(text="2020", edtf="2020", start=TEXT.index("2020"), end=TEXT.index("2020") + 4)
MONEY = {"amount": "5000000", "currency": "USD"}
MONEY_SPANS = {name: span("$5 million") for name in MONEY}


@pytest.mark.parametrize(
    "good",
    [
        claim(),
        claim(qualifiers=MONEY, qualifier_spans=MONEY_SPANS, time=Times(date=YEAR)),
        claim(
            relation="makesProduct", subject=mention("Tern", "tern"), object=Value(value="clamps", start=54, end=60),
            evidence=(SENTENCE, span("Tern makes clamps.")),
        ),
    ],
    ids=["plain", "amount and date", "a product written out"],
)  # fmt: skip
def test_passes_what_the_article_carries(good: Claim) -> None:
    assert refusal(ARTICLE, good) is None


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (claim(evidence=()), "no evidence"),
        (claim(evidence=(Span(start=0, end=6, text="Marley"),)), "does not stand"),
        (claim(evidence=(Span(start=0, end=900, text="Marlow"),)), "outside the text"),
        (claim(evidence=(span("Tern makes clamps."),)), "outside the evidence"),
        (claim(object=mention("Marlow", "marlow")), "the same"),
        (claim(subject=mention("Marlow", "marlow", "Place")), "cannot be the subject"),
        (claim(object=mention("Tern", "tern", "Person")), "cannot be the object"),
        (claim(object=None), "needs an object"),
        (claim(relation="married"), "no relation"),
        (claim(object=Value(value="Tern", start=14, end=18)), "is an entity"),
        (claim(qualifiers={**MONEY, "amount": "6000000"}, qualifier_spans=MONEY_SPANS), "is not what"),
        (claim(qualifiers={**MONEY, "currency": "EUR"}, qualifier_spans=MONEY_SPANS), "is not what"),
        (claim(qualifiers={"amount": "5000000"}), "has no span"),
        (claim(qualifiers={"title": "boss"}, qualifier_spans={"title": span("bought")}), "no qualifier"),
        (claim(time=Times(date=YEAR.model_copy(update={"edtf": "2021"}))), "is not what"),
        (claim(attribution=(Attribution(kind=SourceKind.NAMED, name="Marlow"),)), "without a cue"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_refuses_what_it_does_not(bad: Claim, reason: str) -> None:
    assert reason in (refusal(ARTICLE, bad) or "")


def test_logs_what_it_refuses_and_merges_what_says_the_same() -> None:
    poorer, richer = claim(), claim(time=Times(date=YEAR))
    kept, dropped = ground(ARTICLE, [poorer, richer, claim(relation="married")])
    assert kept == [richer]
    assert [(drop.relation, drop.reason) for drop in dropped] == [("married", "there is no relation 'married'")]


def test_a_claim_whose_object_is_a_date_is_of_that_date() -> None:
    text = "Marlow was founded in March 1998. Tern was founded eight years later."
    article = Article(text=text)

    def founded(name: str, words: str) -> Claim:
        at, when = text.index(name), text.index(words)
        return Claim(
            article=article.id,
            relation="foundingDate",
            subject=Mention(entity=name, name=name, type="Company", mention=name, start=at, end=at + len(name)),
            object=Value(value=words, start=when, end=when + len(words)),
            evidence=(Span(start=0, end=len(text), text=text),),
            confidence=0.9,
            engine="test",
        )

    month, unread = founded("Marlow", "March 1998"), founded("Tern", "eight years later")
    kept, dropped = ground(article, [month, unread])
    assert dropped == []
    date, none = (claim.time.date for claim in kept)
    assert date is not None
    assert none is None
    assert (date.edtf, date.earliest, date.latest, date.text) == ("1998-03", "1998-03-01", "1998-03-31", "March 1998")
    assert text[date.start : date.end] == "March 1998"
    assert [claim.id for claim in kept] == [month.id, unread.id]


def test_a_title_is_what_its_words_are_read_as_and_nothing_else() -> None:
    text = "Ines Dolan is head of R&amp;D at Marlow &amp; Co."
    article, employer = Article(text=text), text.index("Marlow")
    held = claim(
        article=article.id,
        relation="heldRole",
        subject=Mention(entity="dolan", name="Ines Dolan", type="Person", mention="Ines Dolan", start=0, end=10),
        object=Mention(
            entity="marlow",
            name="Marlow & Co",
            type="Company",
            mention="Marlow &amp; Co",
            start=employer,
            end=employer + 15,
        ),
        evidence=(Span(start=0, end=len(text), text=text),),
    )

    def titled(title: str, words: str) -> Claim:
        start = text.index(words)
        place = Span(start=start, end=start + len(words), text=words)
        return held.model_copy(update={"qualifiers": {"title": title}, "qualifier_spans": {"title": place}})

    assert refusal(article, titled("head of R&D", "head of R&amp;D")) is None
    for title, words in (
        ("head of R&amp;D", "head of R&amp;D"),
        ("head of R&D", "head of R"),
        ("head of amp", "R&amp;D"),
    ):
        assert "is not what" in (refusal(article, titled(title, words)) or "")
