import datetime as dt

import pytest

from quietsignal.collect.datelines import full_date, published_line


@pytest.mark.parametrize(
    "line",
    [
        "14 July 2025",
        "July 14, 2025",
        "14.07.2025",
        "2025-07-14",
        "Monday, 14th July 2025, 10:30 CET",
        "Published: Jul. 14, 2025",
        "By A. Writer, Belgrade | July 14, 2025",
        "July 14, 2025 | World | 1 min read",
        "BELGRADE, July 14, 2025 (Tanjug) - Serbia and China will hold an exercise.",
        "BELGRADE (News Desk - 14th July, 2025) Serbia and China will hold an exercise.",
        "2025-07-14T23:30:00Z",
    ],
)
def test_a_plain_dateline_is_read(line):
    """A day that stands alone, with a byline or before an agency's text is the day published."""
    assert published_line(["Headline", "", line]) == dt.date(2025, 7, 14)


@pytest.mark.parametrize(
    "line",
    [
        "07/14/2025",
        "July 2025",
        "July 14",
        "31.02.2025",
        "Updated: 14 July 2025",
        "The exercise begins on 14 July 2025.",
        "From 14 July 2025 to 20 July 2025",
        "On July 14, 2025 the two armies signed a plan, a spokesman said in Belgrade",
        "1.14.07.2025.3",
    ],
)
def test_no_other_date_is_taken_for_the_day_published(line):
    """Dates of events, changes, ranges and of unclear order are left alone."""
    assert published_line(["Headline", "", line]) is None


def test_a_headline_is_no_dateline_unless_it_is_only_a_date():
    """A date in the first line counts only when nothing else stands there."""
    assert published_line(["Parade in Belgrade 9 May 2025"]) is None
    assert published_line(["9 May 2025"]) == dt.date(2025, 5, 9)
    assert full_date("Tue, 09 Sep 2025 10:00:00 GMT") == dt.date(2025, 9, 9)
