"""Left-overs of markup in a text change nothing of what is read of it, and stand in no name."""

from tests.extraction.leftovers import survey
from tests.extraction.reading import one, read, said

MIN_UNCHANGED = 0.97


def test_left_overs_change_nothing_that_is_read() -> None:
    found = list(survey(places=1, every=6))
    assert len(found) > 200
    assert not [reading for reading in found if reading.residue]
    changed = [reading for reading in found if not reading.same]
    assert len(changed) <= (1 - MIN_UNCHANGED) * len(found), changed


def test_quotations_are_words_of_the_raw_text_and_names_are_as_read() -> None:
    text = (
        "<p>Lead&nbsp;story</p>\n<p><b>Smith &amp; Halloran</b>&nbsp;Ltd has hired Ines&nbsp;Dolan as its head of sales"
        " &amp; marketing in March&nbsp;2024.</p><p>[Corvane](http://a.uk) bought it for &pound;4&nbsp;m.</p>"
    )
    claims = read(text, "2025-06-15")
    for claim in claims:
        spans = [*claim.evidence, *claim.qualifier_spans.values()]
        assert all(text[span.start : span.end] == span.text for span in spans)
        assert text[claim.subject.start : claim.subject.end] == claim.subject.mention
    post = next(claim for claim in claims if claim.relation == "heldRole" and claim.time.start is not None)
    assert post.qualifiers["title"] == "head of sales & marketing"
    assert post.qualifier_spans["title"].text == "head of sales &amp; marketing"
    assert post.time.start is not None
    assert (post.time.start.edtf, post.time.start.text) == ("2024-03", "March 2024")
    deal = next(claim for claim in claims if claim.relation == "acquired")
    assert deal.object is not None
    assert (deal.subject.name, getattr(deal.object, "name", "")) == ("Corvane", "Smith & Halloran Ltd")
    assert deal.qualifier_spans["amount"].text == "&pound;4&nbsp;m"
    assert deal.evidence[0].text == "[Corvane](http://a.uk) bought it for &pound;4&nbsp;m."


def test_tags_of_blocks_end_sentences_and_others_do_not() -> None:
    assert said("<p>Corvane owns Tarn</p><p>Pellworth bought Birch</p>") == said(
        "Corvane owns Tarn.\n\nPellworth bought Birch."
    )
    assert said("Corvane<b> bought</b> Tarn <i>Systems</i>.") == {"acquired(Corvane > Tarn Systems)"}


def test_what_is_no_left_over_stays() -> None:
    assert one("AT&T bought R&D Systems for $5m.", "acquired").subject.name == "AT&T"
    assert said("Corvane, with revenue < $5m, bought Tarn.") == {"acquired(Corvane > Tarn)"}
