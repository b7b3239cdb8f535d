"""Departure: how unusual a year's count of events is against the years before it.

Method. Counts of earlier years follow a Poisson law with a Gamma rate (Jeffreys' prior
Gamma(1/2, 0)); the predictive law of the next year is negative binomial. The surprise of an
observed count is the probability of at least as many (Gelman et al., Bayesian Data Analysis,
3rd ed., section 2.6).
"""

from collections.abc import Sequence
from typing import NamedTuple

from scipy.special import betainc

__all__ = ["Departure", "departure"]

PRIOR_SHAPE = 0.5


class Departure(NamedTuple):
    """The chance of at least `observed` events in a year, given the counts of earlier years."""

    observed: int
    years: int
    earlier: int
    probability: float | None
    reason: str | None


def departure(counts: Sequence[int], observed: int) -> Departure:
    """How surprising `observed` is after the yearly `counts` (oldest first, zeros included).

    With fewer than three earlier years there is no baseline, and the reason is given instead.
    """
    years, earlier = len(counts), sum(counts)
    if years < 3:
        return Departure(observed, years, earlier, None, "fewer than three earlier years")
    # The upper tail of the negative binomial law, as a regularised incomplete beta function
    # (Abramowitz & Stegun 26.5.26).
    failure = 1 / (years + 1)
    chance = float(betainc(observed, PRIOR_SHAPE + earlier, failure)) if observed else 1.0
    return Departure(observed, years, earlier, chance, None)
