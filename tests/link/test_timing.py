import datetime as dt

from link.pairs import sale
from quietsignal.link.rules import RULES
from quietsignal.link.timing import days_apart, first_day, known_date, stage_gap, weigh_dates
from quietsignal.records import EventType, ImpreciseDate, Status, parse_edtf

EXERCISE, TRANSFER = RULES[EventType.EXERCISE], RULES[EventType.TRANSFER]


def weigh(left: str, right: str, rule=EXERCISE, status=("done", "done")) -> float | None:
    one, other = status
    found = weigh_dates(
        (parse_edtf(left), Status(one)), (parse_edtf(right), Status(other)), rule=rule
    )
    return found[0] if found else None


def test_days_apart() -> None:
    """Days that certainly lie between, both ways; dates that may meet have none."""
    july, may = parse_edtf("2025-07"), parse_edtf("2025-05")
    assert days_apart(may, july) == days_apart(july, may) == 31
    assert days_apart(july, parse_edtf("2025")) == 0
    assert days_apart(july, parse_edtf("../2025-07-15")) == 0
    assert first_day(parse_edtf("../2025")) == dt.date.min


def test_the_narrower_two_dates_that_meet_the_more_they_say() -> None:
    """The same day says most, two open intervals least."""
    found = [
        weigh("2025-07-20", "2025-07-20"),
        weigh("2025-07-11/2025-07-31", "2025-07-11/2025-07-31"),
        weigh("2025-07", "2025-07-20"),
        weigh("2025", "2025"),
        weigh("2025", "2025-07-20"),
        weigh("../2025", "2020/.."),
    ]
    assert found == sorted(found, reverse=True)
    assert len(set(found)) == 6


def test_a_gap_beyond_the_slack_parts() -> None:
    """A year apart is another edition; an announcement may come before by more."""
    assert weigh("2019-06", "2020-06") is None
    assert weigh("2025-05-01", "2025-06-20") is None
    assert weigh("2025-05-01", "2025-06-20", status=("announced", "done")) == 0.0
    assert weigh("2017", "2022", TRANSFER) is None
    assert weigh("2018", "2022", TRANSFER, status=("offered", "done")) == 0.0
    assert weigh("2015", "2022", TRANSFER, status=("offered", "done")) is None


def test_what_is_announced_after_it_was_done_is_another() -> None:
    """An order after a delivery is a new order, however near."""
    assert weigh("2020", "2021-01", TRANSFER, status=("done", "announced")) is None
    assert weigh("2020", "2021-01", TRANSFER) is not None


def test_what_recurs_needs_a_date() -> None:
    """Without a date an exercise is not linked; arms may be."""
    assert weigh("", "2025-07") is None
    assert weigh("", "2025-07", TRANSFER) is not None


def test_the_year_of_the_name_stands_in() -> None:
    """A claim without a date has that of its name."""
    (_, told) = sale("FK-3", "")
    assert known_date(told, 2022) == ImpreciseDate.year(2022)
    assert not known_date(told, None).known


def test_orders_apart() -> None:
    """The dates of order or signature are compared where both are told."""
    (_, one), (_, two) = (
        sale("FK-3", "2022", stages={"ordered": "2018~"}),
        sale("FK-3", "2022", stages={"signed": "2020-03"}),
    )
    assert stage_gap(one, two) == 426
    assert stage_gap(one, one) == 0
    assert stage_gap(one, sale("FK-3", "2022")[1]) is None
