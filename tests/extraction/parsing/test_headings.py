"""Which words of a paragraph are headings that the page's text left glued to a sentence."""

from __future__ import annotations

import time

import pytest

from app.extraction.parsing.headings import without_headings
from app.model import Mention
from tests.extraction.reading import read, say


def kept(text: str) -> list[str]:
    """The stretches of a paragraph that are no headings."""
    return [text[start:end] for start, end in without_headings(text, 0, len(text))]


@pytest.mark.parametrize(
    ("heading", "sentence"),
    [
        ("History", "Tolvane was founded in 2009."),
        ("History", "House of Tolvane was founded in 2009."),
        ("History", "It was founded in 2009."),
        ("History", "The company was founded in 2009."),
        ("Early history", "Tolvane was founded in 2009."),
        ("Brand History", "Tolvane owns several brands."),
        ("Acquisitions & Mergers", "Tolvane bought Brell in 2009."),
        ("Products and services", "Tolvane makes pumps."),
        ("Divestments", "In April 2014, Tolvane sold Brell."),
        ("Products", "Most of its pumps are made in Leeds."),
        ("Funding", "In 2016, Tolvane raised $3 million."),
        ("Funding", "Tolvane raised $3 million. Tolvane had been founded by two brothers."),
        ("Investors", "Tolvane's investors included Brell Capital."),
        ("Technology", "Tolvane’s app runs on all phones."),
        ("Growth", "IOtolvane was founded in 2009."),
        ("Career", "Jane Roe joined Tolvane in 2009."),
        ("Services", "Currently, Tolvane carries parcels."),
        ("History", "Tolvane was founded in 2009, and is called Tolvane after its town."),
    ],
)
def test_a_heading_is_no_part_of_the_sentence_after_it(heading: str, sentence: str):
    assert kept(f"{heading} {sentence}") == [sentence]


@pytest.mark.parametrize(
    "text",
    [
        "History Channel was founded in 1995.",
        "History Colorado runs eight museums.",
        "History Tolk was founded in 1995. The shows of History Tolk are seen everywhere.",
        "Business Insider's owner is Axel Springer.",
        "Business Sweden's owners are two.",
        "Business Objects was bought by SAP.",
        "Technology Partners invested in Tolvane.",
        "Overview Ltd was founded in 1995.",
        "Investors Jane Roe and Tom Brandt bought Tolvane.",
        "Clients Tolvane and Brell left.",
        "Bankruptcy Judge Jane Roe agreed.",
        "Growth Street lent Tolvane money.",
        "Research in Motion was founded in 1984.",
        "Business In The Community was founded in 1982.",
        "She is professor of History In Leeds.",
        "She founded Career Tolvane in 2009.",
        "She joined History Hit in 2017.",
        "He sits on the Directors' Affairs Committee.",
        "History was made on Monday.",
        "Natural History Tolvane was founded in 1995.",
    ],
)
def test_what_is_called_so_is_no_heading(text: str):
    assert kept(text) == [text]


def test_a_heading_within_a_paragraph_parts_it():
    assert kept("Brell sells pumps. History Tolvane was founded in 2009.") == [
        "Brell sells pumps.",
        "Tolvane was founded in 2009.",
    ]
    assert kept("It was named for eight years History In 2009, Tolvane was founded.") == [
        "It was named for eight years",
        "In 2009, Tolvane was founded.",
    ]
    assert kept("Tolvane's HistoryTolvane Ltd was founded in 2009.") == [
        "Tolvane's",
        "Tolvane Ltd was founded in 2009.",
    ]


def test_offsets_are_those_of_the_page():
    text = "History Tolvane was founded in 2009 by Jane Roe. Products Tolvane’s app is called Brellix."
    claims = read(text)
    assert "founded(Jane Roe > Tolvane)" in {say(claim) for claim in claims}
    mentions = [one for claim in claims for one in (claim.subject, claim.object) if isinstance(one, Mention)]
    assert all(text[mention.start : mention.end] == mention.mention for mention in mentions)


def test_time_is_linear_in_the_length_of_the_paragraph():
    text = "History Tolvane was founded. " * 20_000
    began = time.perf_counter()
    list(without_headings(text, 0, len(text)))
    assert time.perf_counter() - began < 2
