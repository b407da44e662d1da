"""Dates in sentences: what they mean, what they leave open, and that no text breaks the grammar."""

import datetime
import doctest
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import InvalidDate
from app.extraction.values import deictic, direction, durations, edtf, lengths, money, numbers, points
from app.extraction.values.calendar_words import MONTHS
from app.extraction.values.dates import Duration, FoundTime, find_times, parse_edtf_bounds

PUBLISHED = datetime.date(2025, 9, 3)  # a Wednesday


def value(text: str, published: datetime.date | None = PUBLISHED) -> tuple[str, str | None, str | None]:
    found = [found.value for found in find_times(text, published) if found.value]
    assert len(found) == 1, [item.text for item in found]
    return found[0].edtf, found[0].earliest, found[0].latest


@pytest.mark.parametrize("module", [deictic, direction, durations, edtf, lengths, money, numbers, points])
def test_examples_in_the_docstrings_hold(module):
    assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("founded in 2016", "2016"),
        ("since June 2023", "2023-06"),
        ("on 12 June 2023", "2023-06-12"),
        ("on June 12th, 2023", "2023-06-12"),
        ("on Jan. 5, 2024", "2024-01-05"),
        ("dated 2023-06-12", "2023-06-12"),
        ("Monday, 12 June 2023", "2023-06-12"),
        ("in the 1990s", "199X"),
        ("in the late 2010s", "201X"),
        ("in the 1800s", "18XX"),
        ("Q3 2024", "2024-35"),
        ("the third quarter of 2024", "2024-35"),
        ("third-quarter 2024 results", "2024-35"),
        ("the first half of 2025", "2025-40"),
        ("in the spring of 2024", "2024-21"),
        ("winter 2024", "2024-24"),
        ("fiscal 2024", "2024~"),
        ("the third quarter of fiscal 2024", "2024~"),
        ("FY24", "2024~"),
        ("early 2024", "2024"),
        ("mid-2024", "2024"),
        ("the end of 2024", "2024"),
        ("around 2015", "2015~"),
        ("by the end of 2026", "[..2026]"),
        ("before June 2024", "[..2024-06]"),
        ("after 2019", "[2019..]"),
        ("between 2019 and 2021", "2019/2021"),
        ("from 2015 to 2020", "2015/2020"),
        ("2015-2020", "2015/2020"),
        ("2015–20", "2015/2020"),
        ("June to August 2023", "2023-06/2023-08"),
        ("on June 12-14, 2024", "2024-06-12/2024-06-14"),
        ("on 25/12/2024", "2024-12-25"),
        ("on 03/04/2024", "2024"),
    ],
)
def test_a_date_means_what_its_words_say_whenever_it_was_published(text, edtf):
    assert value(text)[0] == edtf == value(text, None)[0]
    assert value(text)[1:] == parse_edtf_bounds(edtf)


@pytest.mark.parametrize(
    ("text", "edtf", "open_edtf"),
    [
        ("announced in June", "2025-06", "XXXX-06"),
        ("Meta's June investment", "2025-06", "XXXX-06"),
        ("in October", "2024-10", "XXXX-10"),
        ("in June of last year", "2024-06", "XXXX-06"),
        ("on 12 June", "2025-06-12", "XXXX-06-12"),
        ("on 29 February", "2024-02-29", "XXXX-02-29"),
        ("next June", "2026-06", "XXXX-06"),
        ("by June", "[..2026-06]", "[..XXXX-06]"),
        ("It will open in June.", "2026-06", "XXXX-06"),
        ("In June, the company will open a plant.", "2026-06", "XXXX-06"),
        ("It is expected to be completed in June.", "2026-06", "XXXX-06"),
        ("the plans unveiled in June", "2025-06", "XXXX-06"),
        ("It could be sold in June.", "XXXX-06", "XXXX-06"),
        ("It was founded in 2018. In June it grew", None, None),
        ("last June", "[2024-06,2025-06]", "XXXX-06"),
        ("last December", "2024-12", "XXXX-12"),
        ("last month", "2025-08", "XXXX-XX"),
        ("last year", "2024", "XXXX"),
        ("late last year", "2024", "XXXX"),
        ("next year", "2026", "XXXX"),
        ("last autumn", "2024-23", "XXXX-23"),
        ("this spring", "2025-21", "XXXX-21"),
        ("the third quarter", "2025-35", "XXXX-35"),
        ("last quarter", "2025-34", "XXXX-XX"),
        ("on Monday", "2025-09-01", "XXXX-XX-XX"),
        ("on Wednesday", "2025-09-03", "XXXX-XX-XX"),
        ("on Thursday", "2025-08-28", "XXXX-XX-XX"),
        ("It will meet on Thursday", "2025-09-04", "XXXX-XX-XX"),
        ("next Monday", "2025-09-08", "XXXX-XX-XX"),
        ("last Monday", "[2025-08-25,2025-09-01]", "XXXX-XX-XX"),
        ("last Friday", "2025-08-29", "XXXX-XX-XX"),
        ("on Thursday of last week", "2025-08-28", "XXXX-XX-XX"),
        ("yesterday", "2025-09-02", "XXXX-XX-XX"),
        ("this week", "[2025-08-31..2025-09-07]", "XXXX-XX-XX"),
        ("three days ago", "2025-08-31", "XXXX-XX-XX"),
        ("by the end of the year", "[..2025]", "[..XXXX]"),
    ],
)
def test_a_date_that_leaves_something_open_is_anchored_only_where_the_reading_allows_it(text, edtf, open_edtf):
    if edtf is None:
        assert [found.value.edtf for found in find_times(text, PUBLISHED) if found.value] == ["2018", "XXXX-06"]
        return
    assert value(text)[0] == edtf
    assert value(text, None) == (open_edtf, None, None)


def test_earlier_this_year_ends_on_the_day_of_publication():
    assert value("earlier this year") == ("2025", "2025-01-01", "2025-09-03")
    assert value("later this year") == ("2025", "2025-09-03", "2025-12-31")


def test_two_years_ago_is_a_year_and_a_half_to_two_and_a_half():
    assert value("two years ago") == ("[2023-03-03..2024-03-04]", "2023-03-03", "2024-03-04")


def test_last_winter_is_the_one_that_is_over():
    assert value("last winter") == ("2024-24", "2024-12-01", "2025-03-20")


@pytest.mark.parametrize(
    "text",
    [
        "it may march on for a second",
        "March on, they said",
        "Theresa May said",
        "led by April Jones",
        "it has 2019 employees",
        "more than 2000 clients",
        "a fine of $2000",
        "1999.5 points",
        "Windows 2000",
        "room 2024",
        "on Black Friday",
        "the Sunday Times",
        "every Monday",
        "a week earlier",
        "the following month",
        "that year",
        "over the last year",
        "the week of June 12",
        "2003-06",
        "in his 90s",
        "it falls and springs back",
        "example.org/2024/06/12",
        "the first half was dull",
    ],
)
def test_what_is_no_date_of_the_calendar_gives_none(text):
    assert [found.text for found in find_times(text, PUBLISHED) if found.value] == []


def test_what_moved_from_one_year_to_another_did_not_last():
    found = find_times("revenue rose from 2019 to 2020")
    assert [item.value.edtf for item in found if item.value] == ["2019", "2020"]


def test_the_full_stop_of_the_sentence_is_no_part_of_the_date():
    assert [found.text for found in find_times("He left on 10 February. She stayed until 5 Jan. 2024.")] == [
        "10 February",
        "5 Jan. 2024",
    ]


def test_a_time_is_read_again_from_its_own_words():
    for text in ("June", "March", "Monday", "by the end of 2026", "a year", "nearly two months"):
        assert [found.text for found in find_times(text)] == [text]


def test_real_articles_give_the_times_that_a_reader_finds(shared_dir):
    text = next((shared_dir / "articles").glob("002_*")).read_text(encoding="utf-8")
    months, june = find_times(text)
    assert (months.text, months.duration) == ("just two months", Duration("P2M", 45, 77))
    assert june.value
    assert (june.text, june.value.edtf, june.value.earliest) == ("June", "XXXX-06", None)


JUNE = datetime.date(2026, 6, 10)


@pytest.mark.parametrize(
    ("text", "published", "edtf"),
    [
        ("Berg resigned as chair, effective 30 September.", JUNE, "2026-09-30"),
        ("Berg has quit with effect from September 30.", JUNE, "2026-09-30"),
        ("Berg quit, effective 1 June.", JUNE, "2026-06-01"),
        ("Berg resigned, effective 30 September.", datetime.date(2026, 2, 10), "XXXX-09-30"),
        ("Berg resigned in September.", JUNE, "2025-09"),
        ("Berg would leave at the end of July, the company said.", JUNE, "2026-07"),
        ("The sale would close in August, Tarn Energy announced.", JUNE, "2026-08"),
        ("Berg would leave if sales fell in July, the company said.", JUNE, "XXXX-07"),
        ("Berg would later lead Tarn in July, the company said.", JUNE, "XXXX-07"),
        ("Berg would keep the plant opened in July, the company said.", JUNE, "XXXX-07"),
        ("Berg would have left in July, the company said.", JUNE, "XXXX-07"),
    ],
)
def test_what_takes_effect_or_would_be_as_somebody_said(text, published, edtf):
    assert value(text, published)[0] == edtf


@pytest.mark.parametrize(
    ("text", "published", "edtf"),
    [
        ("pre- Monday - Q3", datetime.date(9999, 12, 31), "XXXX-XX-XX/XXXX-35"),
        ("after March to 1990s", datetime.date(1, 1, 1), "XXXX-03/199X"),
    ],
)
def test_a_limit_to_what_no_day_bounds_adds_nothing(text, published, edtf):
    assert value(text, published) == (edtf, None, None)


# --- properties -------------------------------------------------------------------------------------------------------

WORDS = st.sampled_from(
    "in on by from to between and of the last next this early mid- late June May March Monday 12 2019 2024 1990s Q3 "
    "quarter third year month week ago two months half a decade since until - – , . will was 12/06/2024 fiscal winter "
    "spring".split(" ")
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=24).map(" ".join))
DATES = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31))


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.one_of(st.none(), st.dates()), st.integers(0, 10**6))
def test_every_text_gives_ordered_disjoint_spans_with_ordered_bounds(text, published, offset):
    end = offset
    for found in find_times(text, published, offset):
        assert end <= found.start < found.end <= offset + len(text)
        end = found.end
        assert text[found.start - offset : found.end - offset] == found.text
        assert (found.value is None) != (found.duration is None)
        assert_ordered(found)


def assert_ordered(found: FoundTime) -> None:
    if found.value:
        assert (found.value.start, found.value.end, found.value.text) == (found.start, found.end, found.text)
        earliest, latest = parse_edtf_bounds(found.value.edtf)
        bounds = [bound for bound in (earliest, found.value.earliest, found.value.latest, latest) if bound]
        assert bounds == sorted(bounds)
    if found.duration:
        assert 0 <= found.duration.min_days <= found.duration.max_days


@given(DATES, st.sampled_from(["{d} {m} {y}", "{m} {d}, {y}", "{y}-{n:02}-{d:02}", "{d}th of {m} {y}"]))
def test_a_full_date_is_read_as_it_was_written(date, form):
    month = list(MONTHS)[date.month - 1]
    assert value(form.format(d=date.day, m=month, n=date.month, y=date.year)) == (date.isoformat(),) * 3


PAST_FORMS = [
    "yesterday",
    "last week",
    "last month",
    "last quarter",
    "last year",
    "last June",
    "last spring",
    "last winter",
]


@given(DATES, st.sampled_from([*PAST_FORMS, "last Friday", "earlier this year", "two months ago", "ten days ago"]))
def test_a_form_that_speaks_of_the_past_never_ends_after_the_publication(published, text):
    latest = value(text, published)[2]
    assert latest is not None
    # Weeks that begin on Sunday and on Monday overlap by a day.
    assert latest <= (published + datetime.timedelta(days=text == "last week")).isoformat()


@given(DATES, st.sampled_from(["in June", "on Monday", "on 5 May", "in the first quarter"]))
def test_the_most_recent_one_has_begun_and_is_less_than_nine_years_old(published, text):
    earliest = value(text, published)[1]
    assert earliest is not None
    assert (published - datetime.timedelta(days=366)).isoformat() <= earliest <= published.isoformat()


@pytest.mark.parametrize("edtf", ["", "2015-13", "2015-02-30", "junk", "2020/2015", "0000", "[..]", "2019-1", "2019/"])
def test_junk_has_no_bounds(edtf):
    with pytest.raises(InvalidDate):
        parse_edtf_bounds(edtf)


@pytest.mark.parametrize("unit", ["1", " ", "a", "1,", "2019-", "from 2019 to ", "half a ", "June "])
def test_the_time_it_takes_grows_with_the_text_and_no_faster(unit):
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        started = time.perf_counter()
        find_times(text, PUBLISHED)
        return time.perf_counter() - started

    seconds(1_000)
    assert seconds(200_000) < max(1.0, 40 * seconds(20_000))
