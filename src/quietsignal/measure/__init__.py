"""Measures: pure functions from tables to tables, with intervals or a reason why there is none."""

from quietsignal.measure.balance import BALANCE_SCHEMA, Shift, balance, shift
from quietsignal.measure.depth import (
    DEPTH_SCHEMA,
    HALF_LIFE_YEARS,
    Standing,
    depth_on,
    event_depth,
    rungs,
)
from quietsignal.measure.grouping import group_rows, placed_years, unplaced
from quietsignal.measure.suppliers import SUPPLIER_SCHEMA, suppliers

__all__ = [
    "BALANCE_SCHEMA",
    "DEPTH_SCHEMA",
    "HALF_LIFE_YEARS",
    "SUPPLIER_SCHEMA",
    "Shift",
    "Standing",
    "balance",
    "depth_on",
    "event_depth",
    "group_rows",
    "placed_years",
    "rungs",
    "shift",
    "suppliers",
    "unplaced",
]
