from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quietsignal.errors import BadDate
from quietsignal.records import UNKNOWN_DATE, ImpreciseDate, Precision, parse_day, parse_edtf

days = st.dates(min_value=date(1000, 1, 1), max_value=date(9998, 12, 31))
years = st.integers(min_value=1000, max_value=9998)
months = st.builds(ImpreciseDate.month, years, st.integers(min_value=1, max_value=12))
codes = st.sampled_from([21, 22, 23, 24, 33, 34, 35, 36])
seasons = st.builds(lambda year, code: parse_edtf(f"{year}-{code}"), years, codes)
single = st.one_of(
    st.builds(ImpreciseDate.day, days), months, seasons, st.builds(ImpreciseDate.year, years)
)
ranges = st.builds(
    lambda start, length: ImpreciseDate.range(start, start + timedelta(days=length)),
    st.dates(min_value=date(1000, 1, 1), max_value=date(9000, 1, 1)),
    st.integers(min_value=0, max_value=4000),
)
half_open = st.one_of(
    st.builds(lambda day: ImpreciseDate.open(start=day), days),
    st.builds(lambda day: ImpreciseDate.open(end=day), days),
)
sharp = st.one_of(single, ranges, half_open)
rough = sharp.map(lambda d: ImpreciseDate(d.start, d.end, d.precision, approximate=True))
dates = st.one_of(sharp, rough, st.just(UNKNOWN_DATE), st.just(ImpreciseDate.open()))


@given(dates)
def test_edtf_round_trip(value: ImpreciseDate) -> None:
    """Every date is written in EDTF and read back as it was."""
    assert parse_edtf(value.to_edtf()) == value


@given(dates, dates)
def test_certainly_before_is_strict(left: ImpreciseDate, right: ImpreciseDate) -> None:
    """Two dates are never certainly before each other, and no date is before itself."""
    assert not (left.certainly_before(right) and right.certainly_before(left))
    assert not left.certainly_before(left)


@given(dates, ranges)
def test_what_is_certain_is_possible(value: ImpreciseDate, period: ImpreciseDate) -> None:
    """A date that lies certainly within a period lies possibly within it."""
    assert period.start is not None
    assert period.end is not None
    if value.certainly_within(period.start, period.end):
        assert value.possibly_within(period.start, period.end)


@given(dates, ranges)
def test_what_is_certainly_before_is_not_within(
    value: ImpreciseDate, period: ImpreciseDate
) -> None:
    """A date certainly before a period has no day in it."""
    assert period.start is not None
    assert period.end is not None
    if value.certainly_before(period):
        assert not value.possibly_within(period.start, period.end)


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31), Precision.YEAR),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), Precision.MONTH),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28), Precision.MONTH),
        ("2024-07-21", date(2024, 7, 21), date(2024, 7, 21), Precision.DAY),
        ("2024-21", date(2024, 3, 1), date(2024, 5, 31), Precision.SEASON),
        ("2024-22", date(2024, 6, 1), date(2024, 8, 31), Precision.SEASON),
        ("2024-23", date(2024, 9, 1), date(2024, 11, 30), Precision.SEASON),
        ("2023-24", date(2023, 12, 1), date(2024, 2, 29), Precision.SEASON),
        ("2024-33", date(2024, 1, 1), date(2024, 3, 31), Precision.QUARTER),
        ("2024-36", date(2024, 10, 1), date(2024, 12, 31), Precision.QUARTER),
        ("2024-07-21/2024-07-31", date(2024, 7, 21), date(2024, 7, 31), Precision.RANGE),
        ("2024-07/2025", date(2024, 7, 1), date(2025, 12, 31), Precision.RANGE),
        ("2024-07-21/2024-07-21", date(2024, 7, 21), date(2024, 7, 21), Precision.DAY),
        ("../2021", None, date(2021, 12, 31), Precision.OPEN),
        ("2022-03-01/..", date(2022, 3, 1), None, Precision.OPEN),
        ("2022-03-01/", date(2022, 3, 1), None, Precision.OPEN),
    ],
)
def test_edtf_names_the_whole_interval(
    text: str, start: date | None, end: date | None, precision: Precision
) -> None:
    """A date known to the month, season, quarter or year is all of its days."""
    parsed = parse_edtf(text)

    assert (parsed.start, parsed.end, parsed.precision) == (start, end, precision)
    assert not parsed.approximate


@pytest.mark.parametrize("text", ["2024~", "2024-07~", "2024-07-21~", "2024-07~/2024-09"])
def test_tilde_marks_an_approximate_date(text: str) -> None:
    """A tilde makes the date approximate and leaves its interval."""
    parsed = parse_edtf(text)
    plain = parse_edtf(text.replace("~", ""))

    assert parsed.approximate
    assert (parsed.start, parsed.end) == (plain.start, plain.end)


def test_empty_string_is_the_unknown_date() -> None:
    """No date is written as nothing and shown as the word."""
    assert parse_edtf("  ") == UNKNOWN_DATE
    assert UNKNOWN_DATE.to_edtf() == ""
    assert str(UNKNOWN_DATE) == "unknown"
    assert not UNKNOWN_DATE.known


@pytest.mark.parametrize(
    "text",
    [
        "2024-02-30",
        "2023-02-29",
        "2024-13",
        "2024-00",
        "2024-07-00",
        "2024-25",
        "0000",
        "9999-24",
        "24",
        "2024-7",
        "2024-7-1",
        "20240721",
        "21.07.2024",
        "July 2024",
        "2024-07-21T10:00",
        "2024-07-21 ~",
        "2024//2025",
        "2024/2025/2026",
        "2025/2024",
        "2024-07-21\n2024",
        "٢٠٢٤",
    ],
)
def test_bad_date_is_named(text: str) -> None:
    """What is no EDTF, or no day of the calendar, is an error that shows what was found."""
    with pytest.raises(BadDate, match="date: "):
        parse_edtf(text)


def test_bad_date_says_what_was_expected() -> None:
    """The message shows the text and the forms that are read."""
    with pytest.raises(BadDate, match=r"found '2024-02-30', which does not exist; .*2024-07-21"):
        parse_edtf("2024-02-30")


def test_start_after_end_is_no_date() -> None:
    """An interval that ends before it starts cannot be made."""
    with pytest.raises(BadDate, match="2025-01-02 is after the end 2025-01-01"):
        ImpreciseDate(date(2025, 1, 2), date(2025, 1, 1), Precision.RANGE)


def test_range_of_one_day_is_that_day() -> None:
    """A range whose ends are one day has the precision of a day."""
    assert ImpreciseDate.range(date(2025, 7, 1), date(2025, 7, 1)).precision is Precision.DAY


@pytest.mark.parametrize(
    ("left", "right", "before"),
    [
        ("2024-07-20", "2024-07-21", True),
        ("2024-07-21", "2024-07-21", False),
        ("2024-06", "2024-07", True),
        ("2024-07", "2024-07-31", False),
        ("2023", "2024-07-21", True),
        ("../2021", "2022", True),
        ("2022/..", "2025", False),
        ("2020", "2022/..", True),
        ("2020", "../2025", False),
        ("", "2025", False),
        ("2025", "", False),
    ],
)
def test_certainly_before(left: str, right: str, before: bool) -> None:
    """One date is before another only if no reading of the two says otherwise."""
    assert parse_edtf(left).certainly_before(parse_edtf(right)) is before


@pytest.mark.parametrize(
    ("text", "possibly", "certainly"),
    [
        ("2024-07-21", True, True),
        ("2024-07-01", True, True),
        ("2024-07", True, True),
        ("2024-06/2024-07", True, False),
        ("2024", True, False),
        ("2024-08-01", False, False),
        ("2024-06", False, False),
        ("2024-07-15/..", True, False),
        ("../2024-07-15", True, False),
        ("../2024-06", False, False),
        ("", False, False),
    ],
)
def test_within_july(text: str, possibly: bool, certainly: bool) -> None:
    """A date is possibly within a month if some of its days are, certainly if all are."""
    first, last = date(2024, 7, 1), date(2024, 7, 31)

    assert parse_edtf(text).possibly_within(first, last) is possibly
    assert parse_edtf(text).certainly_within(first, last) is certainly


@given(days)
def test_parse_day_reads_what_a_day_writes(day: date) -> None:
    """A day in ISO 8601 is read as that day, with blanks around it or not."""
    assert parse_day(f" {day.isoformat()} ") == day


@pytest.mark.parametrize("text", ["", "2025", "2025-07", "2025-02-29", "20.7.2025", "today"])
def test_parse_day_wants_a_whole_day(text: str) -> None:
    """Anything but a day that exists is an error that shows the form expected."""
    with pytest.raises(BadDate, match="expected a day that exists, as 2025-07-20"):
        parse_day(text)


@pytest.mark.parametrize("text", ["20250720", "2025-W29-7"])
def test_parse_day_reads_one_form(text: str) -> None:
    """The other forms of ISO 8601 are refused: a number in a column is no day by accident."""
    with pytest.raises(BadDate):
        parse_day(text)
