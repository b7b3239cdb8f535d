import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quietsignal.extract.rules.dates import Clock, find_dates

TODAY = dt.date(2025, 7, 18)  # a Friday


def _read(text: str, *, today: dt.date | None = TODAY, forward: bool | None = None) -> list[str]:
    spans = find_dates(text, (0, len(text)), clock=Clock(today, forward))
    return [span.date.to_edtf() for span in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on July 19-28, 2025 in the hills", "2025-07-19/2025-07-28"),
        ("from 10 to 21 June", "2025-06-10/2025-06-21"),
        ("between 28 May and 3 June 2024", "2024-05-28/2024-06-03"),
        ("from August 25 to September 12, 2014", "2014-08-25/2014-09-12"),
        ("on 3 March 2021", "2021-03-03"),
        ("on the 3rd of March 2021", "2021-03-03"),
        ("on March 3rd, 2021", "2021-03-03"),
        ("on 2021-03-03", "2021-03-03"),
        ("on 03.03.2021", "2021-03-03"),
        ("in late July", "2025-07-21/2025-07-31"),
        ("in early July", "2025-07-01/2025-07-10"),
        ("in mid-July 2024", "2024-07-11/2024-07-20"),
        ("in June 2025", "2025-06"),
        ("in 2020,", "2020"),
        ("last month", "2025-06"),
        ("next year", "2026"),
        ("earlier this year", "2025"),
        ("yesterday", "2025-07-17"),
        ("on Monday", "2025-07-14"),
        ("last October", "2024-10"),
        ("since 2015", "2015-01-01/.."),
        ("until 2028", "../2028-12-31"),
        ("by the end of 2026", "../2026-12-31"),
        ("before 2022", "../2021-12-31"),
        ("between 2018 and 2020", "2018-01-01/2020-12-31"),
        ("in 2020-2021", "2020-01-01/2021-12-31"),
        ("in the spring of 2024", "2024-21"),
        ("in the third quarter of 2023", "2023-35"),
        ("two weeks ago", "2025-06-30/2025-07-06"),
        ("before Russia's full-scale invasion of Ukraine", "../2022-02-23"),
        ("its 2016 visit", "2016"),
    ],
)
def test_dates_are_read_as_precisely_as_written(text: str, expected: str) -> None:
    """Each form gives the interval that its words tell, no finer."""
    assert _read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "over the past decade",
        "31 June 2024",
        "the 25 percent tariff",
        "the S-400",
        "may hold",
        "over 10 to 15 years",
    ],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    """Durations, days that do not exist and other numbers give no date."""
    assert _read(text) == []


def test_relative_dates_need_the_day_of_publication() -> None:
    """Without a day of publication a weekday or a month without year stays unknown."""
    assert _read("on Monday", today=None) == []
    assert _read("in October", today=None) == []
    assert _read("in October 2020", today=None) == ["2020-10"]


def test_weekdays_follow_the_direction_of_the_event() -> None:
    """On Monday is the next one for what is announced, the last one for what is done."""
    assert _read("on Monday", forward=True) == ["2025-07-21"]
    assert _read("on Monday", forward=False) == ["2025-07-14"]


def test_no_winter_is_lost_in_the_year() -> None:
    """A winter ends in the year after the one that names it."""
    assert _read("in the winter of 2023") == ["2023-24"]


@given(st.text(max_size=200))
def test_any_text_is_read_without_error(text: str) -> None:
    """Spans lie within the text, in order."""
    spans = find_dates(text, (0, len(text)), clock=Clock(TODAY))
    assert spans == sorted(spans)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
