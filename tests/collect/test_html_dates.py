import datetime as dt

import pytest

from collect.pages import BODY, page
from quietsignal.collect.html_dates import plausible
from quietsignal.records import parse_edtf


@pytest.mark.parametrize(
    "head",
    [
        "<meta property='article:published_time' content='2025-07-14T08:00:00Z'>",
        "<meta name='DC.date.issued' content='20250714'>",
        "<meta name='pubdate' content='Mon, 14 Jul 2025 10:00:00 GMT'>",
        "<meta itemprop='datePublished' content='2025-07-14'>",
        "<meta name='date' content='July 14, 2025'>",
    ],
)
def test_meta_tags_give_the_day_published(read, head):
    """The usual tags and forms of dates are read."""
    assert read(page(head)).published == "2025-07-14"


def test_a_time_element_gives_the_day_published(read):
    """A page without description is dated by its <time>, one marked as publication first."""
    times = "<time datetime='2024-01-01'>x</time><time pubdate datetime='2025-07-14T10:00'>y</time>"
    assert read(page(body=times + BODY)).published == "2025-07-14"


def test_an_address_can_give_the_day_published(read):
    """Without any statement the day in the address is taken."""
    parsed = read(page(), address="https://example.org/2025/07/14/drill.html")
    assert parsed.published == "2025-07-14"
    assert parsed.publisher == "example.org"


@pytest.mark.parametrize("day", ["1970-01-01", "2031-01-01"])
def test_an_impossible_day_is_left_unknown(read, day):
    """A placeholder or a day after the capture is not taken for the day published."""
    parsed = read(page(f"<meta property='article:published_time' content='{day}'>"))
    assert parsed.published == ""
    assert any(day in hint for hint in parsed.warnings)


@pytest.mark.parametrize(
    ("stated", "edtf"),
    [
        ("2025-07", "2025-07"),
        ("2025-02-30", ""),
        ("2025", "2025"),
        ("July 2025", ""),
        ("2 days ago", ""),
    ],
)
def test_a_day_is_not_invented(read, stated, edtf):
    """What is known to the month stays a month; nothing is filled in from the day of the run."""
    head = f"<meta property='article:published_time' content='{stated}'>"
    assert read(page(head)).published == edtf


def test_plausible_days_end_a_day_after_the_capture():
    """Publishers east of us may be a day ahead, not more."""
    days = ["1989-12-31", "1990-01-01", "2026-08-02", "2026-08-03", ""]
    judged = [plausible(parse_edtf(day), dt.date(2026, 8, 1)) for day in days]
    assert judged == [False, True, True, False, False]
