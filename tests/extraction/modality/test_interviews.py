"""Whom "you", "we" and "I" mean in a printed interview and in quotations."""

from app.model import SourceKind
from tests.extraction.reading import read, say

_INTERVIEW = """Ada Finch founded Old Tower Brewery in Kent in 1990. We met her in the tap room.

How did it begin?

I was a nurse. My brother lent me the money.

Who sells your beer?

We supply Harrow Foods. We used to supply Linden Stores, but they dropped us last year.

You have hired a new head brewer.

Yes, Ravi Sen joined us from Kettle Moor in May. I like him.

Are you for sale?

No. I would never sell it."""

_EXPLAINER = """The bank Ostfin wants to buy Calder Mutual. Ole Brandt runs Ostfin.

What is Ostfin?

It is a bank with forty branches.

What does it want?

It wants insurance. We supply Harrow Foods.

Will it happen?

Probably."""


def test_answers_speak_for_the_firm_of_whoever_is_interviewed():
    claims = read(_INTERVIEW)
    found = {say(claim) for claim in claims}
    assert {
        "supplies(Old Tower Brewery > Harrow Foods)",
        "supplies(Old Tower Brewery > Linden Stores)",
        "joined(Ravi Sen > Old Tower Brewery)",
        "left(Ravi Sen > Kettle Moor)",
    } <= found
    told = next(claim for claim in claims if say(claim) == "supplies(Old Tower Brewery > Harrow Foods)")
    assert [(source.kind, source.name) for source in told.attribution] == [(SourceKind.NAMED, "Ada Finch")]


def test_an_article_that_answers_its_own_questions_is_no_interview():
    assert not [claim for claim in read(_EXPLAINER) if claim.relation == "supplies"]


def test_i_is_the_speaker():
    text = '"I joined Pumpworks from Overland in 2016," said Karl Brandt, its sales chief.'
    assert {"joined(Karl Brandt > Pumpworks)", "left(Karl Brandt > Overland)"} <= {say(c) for c in read(text)}


def test_what_i_would_do_is_not_done():
    text = '"I would buy shares in Pumpworks," said Ivan Moss, an analyst at Corvale Bank.'
    assert {say(claim) for claim in read(text)} == {"heldRole(Ivan Moss > Corvale Bank)"}


def test_what_is_told_of_the_firm_after_the_last_answer_nobody_answered():
    note = "Old Tower Brewery bought Kettle Moor in 2019. It employs 40 people."
    deal = next(claim for claim in read(f"{_INTERVIEW}\n\n{note}") if claim.relation == "acquired")
    assert [source.kind for source in deal.attribution] == [SourceKind.AUTHOR]


def test_an_answer_of_two_paragraphs_is_an_answer():
    more = "Kettle Moor supplies us with malt. We like it."
    claims = [claim for claim in read(f"{_INTERVIEW}\n\n{more}") if claim.relation == "supplies"]
    assert all(source.kind is SourceKind.NAMED for claim in claims for source in claim.attribution)
