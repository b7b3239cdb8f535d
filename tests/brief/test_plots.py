from datetime import date

import pytest

from quietsignal.brief.plots import TimelineRow, _extent, _fraction, _pack, by_time
from quietsignal.records import UNKNOWN_DATE, parse_edtf

AS_OF = date(2025, 7, 1)


def _row(edtf: str, lane: str = "exercise", **fields) -> TimelineRow:
    return TimelineRow(edtf, lane, "china", parse_edtf(edtf), **fields)


def test_years_as_fractions() -> None:
    """The first of January is the whole year; leap years have their length."""
    assert _fraction(date(2025, 1, 1)) == 2025
    assert _fraction(date(2024, 12, 31)) == pytest.approx(2024 + 365 / 366, abs=1e-4)


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2020", 2020, 2020.997),
        ("2020-01-01", 2020, 2020),
        ("2020-01-01/..", 2020, 2025.496),
        ("../2020-01-01", 2020, 2020),
        ("2026-01-01/..", 2026, 2026),
    ],
)
def test_date_reaches_from_its_first_to_its_last_day(edtf, start, end) -> None:
    """An open end is drawn to the day of the brief, never before the start."""
    assert _extent(parse_edtf(edtf), AS_OF) == pytest.approx((start, end), abs=0.001)


def test_marks_of_a_lane_do_not_cover_each_other() -> None:
    """What overlaps in time gets a track of its own; what does not shares one."""
    rows = [_row("2018"), _row("2018-05-01"), _row("2024-01-01"), _row("2019", "visit")]
    marks, lanes = _pack(rows, AS_OF)

    assert [mark.track for mark in marks] == [0, 1, 0, 3]
    assert lanes == {"exercise": 3, "visit": 2}


def test_name_of_a_key_event_has_room() -> None:
    """A named event does not lie on the track of what its name would cover."""
    rows = [_row("2010-01-01"), _row("2024-01-01"), _row("2025-01-01", key=True)]
    marks, _ = _pack(rows, AS_OF)

    assert [mark.track for mark in marks] == [0, 0, 1]


def test_rows_without_date_stand_last() -> None:
    """The table of the chart is in the order of time."""
    rows = [TimelineRow("?", "a", "", UNKNOWN_DATE), _row("2020"), _row("2019")]

    assert [row.label for row in by_time(rows)] == ["2019", "2020", "?"]
