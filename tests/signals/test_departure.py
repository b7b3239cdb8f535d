import pytest
from scipy import stats

from quietsignal.signals import departure


def test_agrees_with_an_independent_computation() -> None:
    """The chance is the upper tail of scipy's negative binomial law."""
    counts, observed = [0, 1, 2, 0, 1], 3
    expected = stats.nbinom.sf(observed - 1, 0.5 + sum(counts), 5 / 6)
    assert departure(counts, observed).probability == pytest.approx(expected)


def test_a_third_event_after_two_a_year_is_no_surprise() -> None:
    """A state with two events in every year has a fair chance of three."""
    assert departure([2] * 10, 3).probability > 0.25


def test_a_first_after_ten_empty_years_is_one() -> None:
    """After ten years without any, the chance of one in the next year is low but not zero."""
    assert 0 < departure([0] * 10, 1).probability < 0.1


def test_nothing_observed_is_certain() -> None:
    """The chance of at least none is one."""
    assert departure([1, 2, 3], 0).probability == 1.0


def test_a_short_baseline_gives_a_reason() -> None:
    """With fewer than three years there is no number, but words."""
    found = departure([1, 2], 5)
    assert found.probability is None
    assert found.reason == "fewer than three earlier years"
