"""Shares of a state's arms imports by supplier, in a window of years and one edition.

Values are SIPRI's trend-indicator values (Holtom, Bromley & Simmel 2012, Measuring International
Arms Transfers). Where a deal's deliveries fall partly inside the window and the register does not
say how much came in which year (layout A), the share shown splits them evenly over their years,
and its bounds let the window have none or all of each. The bounds say nothing about SIPRI's own
estimates of numbers.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import polars as pl

__all__ = ["SUPPLIER_SCHEMA", "suppliers"]

SUPPLIER_SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "supplier": pl.String,
    "deals": pl.Int32,
    "tiv": pl.Float64,
    "share": pl.Float64,
    "lower": pl.Float64,
    "upper": pl.Float64,
    "rank": pl.Int32,
}


def suppliers(deliveries: pl.DataFrame, *, window: tuple[int, int]) -> pl.DataFrame:
    """Suppliers in a window of years (both ends included), from the largest share down.

    `deliveries` has the columns supplier, designation, years (list) and tiv, of one recipient and
    one edition. Shares run from 0 to 1; `lower` and `upper` are bounds, not a probability
    interval. Without a delivery in the window the table is empty.

    Raises ValueError when the rows mix editions.
    """
    if "edition" in deliveries.columns and deliveries["edition"].n_unique() > 1:
        raise ValueError("suppliers: the rows mix editions, expected one")
    totals = _totals(deliveries.iter_rows(named=True), window)
    middle = sum(entry["tiv"] for entry in totals.values())
    if not middle:
        return pl.DataFrame(schema=SUPPLIER_SCHEMA)
    low = {name: entry["low"] for name, entry in totals.items()}
    high = {name: entry["high"] for name, entry in totals.items()}
    rows = [
        (
            name,
            len(entry["deals"]),
            entry["tiv"],
            entry["tiv"] / middle,
            _bound(low[name], sum(high.values()) - high[name]),
            _bound(high[name], sum(low.values()) - low[name]),
        )
        for name, entry in totals.items()
    ]
    rows.sort(key=lambda row: (-row[2], row[0]))
    ranked = [(*row, rank) for rank, row in enumerate(rows, start=1)]
    return pl.DataFrame(ranked, schema=SUPPLIER_SCHEMA, orient="row")


def _totals(
    deliveries: Iterable[Mapping[str, Any]], window: tuple[int, int]
) -> dict[str, dict[str, Any]]:
    totals: dict[str, dict[str, Any]] = {}
    for row in deliveries:
        inside = [year for year in row["years"] if window[0] <= year <= window[1]]
        if not inside:
            continue
        entry = totals.setdefault(
            row["supplier"], {"deals": set(), "tiv": 0.0, "low": 0.0, "high": 0.0}
        )
        whole = len(inside) == len(row["years"])
        entry["deals"].add((row["designation"], tuple(row["years"])))
        entry["tiv"] += row["tiv"] * len(inside) / len(row["years"])
        entry["low"] += row["tiv"] if whole else 0.0
        entry["high"] += row["tiv"]
    return totals


def _bound(own: float, others: float) -> float:
    return own / (own + others) if own + others else 0.0
