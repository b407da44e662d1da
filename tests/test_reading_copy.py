"""What a reader sees of a text with left-overs of markup, and where that stands in the raw text."""

import doctest
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import reading_copy as module
from app.reading_copy import reading_copy


def seen(raw: str) -> str:
    return reading_copy(raw).text


def test_the_example_in_the_docstring_holds() -> None:
    assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Smith &amp; Co", "Smith & Co"),
        ("Smith &amp;amp; Co", "Smith & Co"),
        ("Smith &#38; Co &#x26; Son", "Smith & Co & Son"),
        ("Smith &amp Co", "Smith & Co"),
        ("Acme&nbsp;Inc&amp;nbsp;Ltd", "Acme Inc Ltd"),
        ("Acme.&nbsp; It rose.", "Acme. It rose."),
        ("Acme\xa0\u202fInc", "Acme Inc"),
        ("Acme&#8217;s &ldquo;best&rdquo; &quot;day&quot; &amp;#8211; over", "Acme’s “best” \"day\" – over"),
        ("Acme&#146;s and Birch\x92s", "Acme’s and Birch’s"),
        ("Ac\u200bme com&shy;pany p\xadart &#8203;of it", "Acme company part of it"),
        ("\u200fAcme\u200e \u202aBirch\u202c", "Acme Birch"),
        ("Acme\x00 bought\x07 \x1b[1mBirch\x1b[0m", "Acme bought Birch"),
        ("<b>Acme</b> bought <a href=\"/x?a=1&b=2\" title='a > b'>Birch</a>.", "Acme bought Birch."),
        ("Acme <span class=x>bought</SPAN> Birch<o:p></o:p>", "Acme bought Birch"),
        ("&lt;em&gt;Acme&lt;/em&gt; rose", "Acme rose"),
        ("Acme<!-- an ad > --> rose<sup>[1]</sup>.", "Acme rose."),
        ("Acme<script>if (a < b) { x('</p>') }</script> rose", "Acme rose"),
        ("In 2020[1] Acme[2][3] rose.[4, 5] It fell [6].", "In 2020 Acme rose. It fell."),
        ("Acme rose.[citation needed] It fell.[a]", "Acme rose. It fell."),
        ("[Acme](https://a.example/x_(y)?z \"Z\") and [Birch][1]", "Acme and Birch"),
        ("![Two men](/a.png) **Acme** bought *Birch* and __Co__ of _Hull_.", "Acme bought Birch and Co of Hull."),
        ("**Acme closes its B.** It rose.", "Acme closes its B.\nIt rose."),
        ("**[Acme](http://a.example)**'s ***best***", "Acme's best"),
        ("[b]Acme[/b] bought [url=http://a.example]Birch[/url]", "Acme bought Birch"),
        ("Acme 🚀 rose 📈, 👩‍🔬🇩🇪❤️ too", "Acme rose, too"),
        ("Acme 🤝 Birch", "Acme – Birch"),
    ],
)  # fmt: skip
def test_takes_out_what_is_left_over(raw: str, text: str) -> None:
    assert seen(raw) == text


@pytest.mark.parametrize(
    "text",
    [
        "Revenue < $5m, a <b and <3 you; x << y > z",
        "R&D at AT&T, S&P; Q&A; Smith & Co & Sons; ?a=1&copy=2",
        "<Acme> and <unknown thing>",
        "It said [sic] that [the firm] would [s]ell [i]t in [2020] for $[5] million [...]",
        "the [10] companies, [Acme] and [Birch] (2)",
        "a_b_c and 2*3*4, 5 * 6 * 7; Acme* rose, *as said",
        "**Whole line in bold**\nand another.",
        "Ångström – “Émile’s” café, £5, 10 °C, №5, a → b",
        "\tTabs,  two spaces\r\nand lines\u2028of all kinds\x0b.",
    ],
)
def test_leaves_alone_what_is_none(text: str) -> None:
    copy = reading_copy(text)
    assert copy.text == text
    assert copy.is_raw


@pytest.mark.parametrize(
    "tag", ["</p>", "<p>", "</P >", '<div class="x">', "<br>", "<br/>", "</li><li>", "</h2>", "<hr />"]
)
def test_tags_of_blocks_end_lines(tag: str) -> None:
    first, *_, last = seen(f"Acme rose{tag}Birch fell").split("\n")
    assert (first, last) == ("Acme rose", "Birch fell")


def test_a_heading_is_marked_as_one_and_shortcodes_stand_alone() -> None:
    assert seen("<h2>In brief</h2>Acme rose").strip() == "# In brief\n\nAcme rose"
    assert seen('[caption id="a" width="3"]A man[/caption]Acme rose').split("\n\n") == ["", "A man", "Acme rose"]


MARKED = "<p><b>Smith</b> &amp; Co[1]&nbsp;bought <a href='/b'>Birch</a>.</p>"


def test_knows_where_all_stands_in_the_raw_text() -> None:
    copy = reading_copy(MARKED)
    start = copy.text.index("Smith & Co")
    first, last = copy.in_raw(start, start + len("Smith & Co"))
    assert MARKED[first:last] == "Smith</b> &amp; Co"
    assert copy.in_copy(first, last) == (start, start + len("Smith & Co"))
    assert copy.read(first, last) == "Smith & Co"
    whole = copy.in_raw_with_marks(start, copy.text.index(".") + 1)
    assert MARKED[slice(*whole)] == "<b>Smith</b> &amp; Co[1]&nbsp;bought <a href='/b'>Birch</a>."


PIECES = [
    "Acme",
    " ",
    "\n",
    "&amp;",
    "&",
    "amp;",
    "nbsp;",
    "<b>",
    "</p>",
    "<",
    ">",
    "[1]",
    "[",
    "](/x)",
    "*",
    "__",
    "\xa0",
    "🚀",
    ".",
]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_every_character_has_its_place(raw: str) -> None:
    copy = reading_copy(raw)
    last = 0
    for at in range(len(copy.text)):
        start, end = copy.in_raw(at, at + 1)
        assert last <= start < end <= len(raw)
        assert copy.text[at] == raw[start:end] or (raw[start] in "&<[*_\xa0🚀" and copy.text[at] in "& \n#–*_[<>")
        last = start
    assert "&amp;" not in copy.text or "&amp;" in raw


HOSTILE = (
    "<", "&", "[", "*", "_", "*a ", "_a ", "<a ", '<a "', "<!--", "<!-- -->", "<script>", "<sup><a ", "&amp;", "&a",
    "[a]", "[b]", "[a](http:", "[a](/(", "[x[1]", "[a b=", "![a](", "\xa0", "&nbsp; ", "🚀", "\x1b[", "<p>", "\u200b",
)  # fmt: skip


@pytest.mark.parametrize("sign", HOSTILE)
def test_takes_time_in_line_with_the_text(sign: str) -> None:
    def seconds(length: int) -> float:
        raw = (sign * length)[:length]
        started = time.process_time()
        reading_copy.__wrapped__(raw)
        return time.process_time() - started

    seconds(1_000)
    assert min(seconds(200_000) for _ in range(2)) < 10 * max(seconds(50_000), 0.01)


def test_a_text_without_left_overs_costs_next_to_nothing() -> None:
    text = "Acme, a maker of tyres, bought Birch in 2020 for $5m – “a good price”, it said.\n" * 5_000
    started = time.process_time()
    assert reading_copy(text).text is text
    assert time.process_time() - started < 0.1
