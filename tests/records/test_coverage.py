from datetime import date

import pytest

from quietsignal.records import Coverage, ImpreciseDate, Thoroughness, parse_edtf


def coverage(period: ImpreciseDate) -> Coverage:
    """A search for exercises in that period."""
    return Coverage(
        id="coverage-1",
        what="exercises of SRB with CHN",
        period=period,
        languages=("en", "sr"),
        thoroughness=Thoroughness.GOOD,
        sources=4,
        found=False,
    )


@pytest.mark.parametrize(
    ("period", "spans"),
    [
        ("2024-07", True),
        ("2024", True),
        ("2024-07-02/2024-07-31", False),
        ("2024-07-01/2024-07-30", False),
        ("2024-08", False),
        ("2020/..", True),
        ("../2030", True),
        ("../2024-07-15", False),
        ("2024-07-15/..", False),
        ("../..", True),
    ],
)
def test_spans_july(period: str, spans: bool) -> None:
    """A search spans a month if it looked at every day of it."""
    assert coverage(parse_edtf(period)).spans(date(2024, 7, 1), date(2024, 7, 31)) is spans


def test_unknown_period_spans_nothing() -> None:
    """A search of which nobody knows when it looked does not make an absence mean something."""
    assert not coverage(parse_edtf("")).spans(date(2024, 7, 1), date(2024, 7, 31))
