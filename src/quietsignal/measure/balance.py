"""The balance of a state's portfolio: shares of its partner groups by year, with intervals.

Method. In a year with weighted counts c_g of K groups the shares have the Dirichlet posterior
with parameters n_eff * c_g / sum(c) + 1/2 (Jeffreys' prior for a multinomial; Gelman et al.,
Bayesian Data Analysis, 3rd ed., section 3.4). n_eff = (sum w p)^2 / sum(w^2 p) is Kish's effective
number of the events behind them (p is the part of an event that falls in the year), so that
weights do not feign evidence. The share shown is the
posterior mean, the interval the central 90 % of its Beta margin. Years without an event, and
years that coverage does not reach, are unknown and carry the reason.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import polars as pl
from scipy.special import betaincinv

__all__ = ["BALANCE_SCHEMA", "Shift", "balance", "shift"]

LEVEL = 0.90
PRIOR = 0.5
DRAWS = 20_000

BALANCE_SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "year": pl.Int32,
    "group": pl.String,
    "events": pl.Int32,
    "weighted": pl.Float64,
    "share": pl.Float64,
    "lower": pl.Float64,
    "upper": pl.Float64,
    "reason": pl.String,
}


class Shift(NamedTuple):
    """How a group's share differs between two periods: second minus first, with its interval."""

    group: str
    difference: float
    lower: float
    upper: float
    probability_up: float


def balance(
    rows: pl.DataFrame,
    *,
    groups: Sequence[str],
    years: Iterable[int],
    covered: Iterable[int] | None = None,
) -> pl.DataFrame:
    """Shares by year and group from the rows of `group_rows`.

    One row a year and group: year, group, events (how many), weighted (their weight in the year),
    share, lower, upper (0 to 1, null when unknown) and reason (null when known). `covered` are
    the years in which the ledger has looked; None means all of `years`.
    """
    looked = None if covered is None else set(covered)
    table = []
    for year in sorted(years):
        of_year = rows.filter(pl.col("year") == year)
        if looked is not None and year not in looked:
            table += [_unknown(year, group, of_year, "outside coverage") for group in groups]
        elif of_year.is_empty():
            table += [_unknown(year, group, of_year, "no event in the ledger") for group in groups]
        else:
            table += _shares(year, of_year, groups)
    return pl.DataFrame(table, schema=BALANCE_SCHEMA, orient="row")


def shift(
    rows: pl.DataFrame,
    *,
    groups: Sequence[str],
    first: tuple[int, int],
    second: tuple[int, int],
    seed: int,
) -> tuple[Shift, ...] | str:
    """The change of each group's share between two periods of years (both ends included).

    Draws from both periods' posteriors give the interval. When a period has no event, the reason
    is returned instead.
    """
    generator = np.random.default_rng(seed)
    draws = []
    for start, end in (first, second):
        chosen = rows.filter(pl.col("year").is_between(start, end))
        if chosen.is_empty():
            return f"no event in the ledger from {start} to {end}"
        draws.append(generator.dirichlet(_posterior(chosen, groups), size=DRAWS))
    difference = draws[1] - draws[0]
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(difference, [tail, 1 - tail], axis=0)
    return tuple(
        Shift(
            group,
            float(difference[:, column].mean()),
            float(low[column]),
            float(high[column]),
            float((difference[:, column] > 0).mean()),
        )
        for column, group in enumerate(groups)
    )


def _posterior(rows: pl.DataFrame, groups: Sequence[str]) -> np.ndarray:
    """The Dirichlet parameters of the groups' shares, shape (groups,)."""
    total = float((rows["weight"] * rows["part"]).sum())
    squares = float((rows["weight"] ** 2 * rows["part"]).sum())
    sums = {
        group: float(part["total"][0])
        for (group,), part in rows.group_by("group")
        .agg((pl.col("weight") * pl.col("part")).sum().alias("total"))
        .group_by("group")
    }
    effective = total * total / squares
    return np.array([effective * sums.get(group, 0.0) / total + PRIOR for group in groups])


def _shares(year: int, rows: pl.DataFrame, groups: Sequence[str]) -> list[tuple[object, ...]]:
    parameters = _posterior(rows, groups)
    total = parameters.sum()
    tail = (1 - LEVEL) / 2
    table: list[tuple[object, ...]] = []
    for group, parameter in zip(groups, parameters, strict=True):
        low, high = betaincinv(parameter, total - parameter, [tail, 1 - tail])
        events, weighted = _counts(rows, group)
        mean = float(parameter / total)
        table.append((year, group, events, weighted, mean, float(low), float(high), None))
    return table


def _unknown(year: int, group: str, rows: pl.DataFrame, reason: str) -> tuple[object, ...]:
    events, weighted = _counts(rows, group)
    return (year, group, events, weighted, None, None, None, reason)


def _counts(rows: pl.DataFrame, group: str) -> tuple[int, float]:
    chosen = rows.filter(pl.col("group") == group)
    weighted = float((chosen["weight"] * chosen["part"]).sum()) if chosen.height else 0.0
    return chosen["event"].n_unique(), weighted
