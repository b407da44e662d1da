"""Posts and shares told in articles on two firms that become one."""

from app.documents.clean import segment
from app.model import Article
from tests.extraction.reading import ENGINE, say


def _read(title: str, text: str) -> set[str]:
    article = Article(text=text, title=title, published="2025-03-12")
    return {say(claim) for claim in ENGINE.extract(segment(article)).claims}


_LEAD = (
    "Harlow Foods and Brenner Mills have agreed to merge in an all-share deal, the two companies said on Tuesday.\n\n"
)


def test_what_is_told_for_later_is_of_the_firm_that_comes_of_it() -> None:
    said = _read(
        "Harlow and Brenner to join forces",
        _LEAD
        + "The combined group will be called Norvia Foods and will be run from Leeds. Anna Reid, chief executive of "
        "Harlow, is to become chairman. Ruth Lane will continue as finance chief.",
    )
    assert "heldRole(Anna Reid > Norvia Foods)" in said
    assert "heldRole(Ruth Lane > Norvia Foods)" in said
    assert "heldRole(Anna Reid > Harlow Foods)" in said


def test_where_it_has_no_name_yet_nobody_can_tell() -> None:
    said = _read(
        "Harlow and Brenner to join forces",
        _LEAD + "The combined group will be run from Leeds. Anna Reid, chief executive of Harlow, is to become "
        "chairman. Ruth Lane will continue as finance chief. Tom Birch, who led Brenner for years, would become its "
        "chief executive.",
    )
    assert {c for c in said if c.startswith("heldRole")} == {
        "heldRole(Anna Reid > Harlow Foods)",
        "heldRole(Tom Birch > Brenner Mills)",
    }


def test_a_merger_of_long_ago_is_no_news() -> None:
    said = _read(
        "Harlow names a chief executive",
        "Harlow Foods, formed by the merger of Lund and Brenner in 1998, has named Anna Reid as chief executive. "
        "Chairman Paul Kerr will step down in May.",
    )
    assert "heldRole(Anna Reid > Harlow Foods)" in said
    assert "left(Paul Kerr > Harlow Foods)" in said or "heldRole(Paul Kerr > Harlow Foods)" in said
