"""Reads the register in its two CSV layouts, strictly.

Layout A has one row a deal, with the years of delivery but not what came in which year; layout B
has one row a deal and year of delivery. Flags "?" and "Yes" mark SIPRI's own estimates. A value
is in millions of trend-indicator value (TIV).
"""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

import polars as pl

from quietsignal.actors import ActorCode, find_actor
from quietsignal.errors import DataError, UnknownActor

__all__ = ["Deal", "Delivery", "deliveries_frame", "read_register"]

_LAYOUT_A = (
    "Recipient,Supplier,Year of order,,Number ordered,,Weapon designation,Weapon description,"
    "Number delivered,,Year(s) of delivery,status,Comments,SIPRI TIV per unit,"
    "SIPRI TIV for total order,SIPRI TIV of delivered weapons"
).split(",")
_LAYOUT_B = (
    "SIPRI AT Database ID,Supplier,Recipient,Designation,Description,Armament category,Order date,"
    "Order date is estimate,Numbers delivered,Numbers delivered is estimate,Delivery year,"
    "Delivery year is estimate,Status,SIPRI estimate,TIV deal unit,TIV delivery values,"
    "Local production"
).split(",")


@dataclass(frozen=True, slots=True)
class Delivery:
    """What arrived in which years: `tiv` spread over `years` in a way that layout A leaves open."""

    years: tuple[int, ...]
    number: int | None
    tiv: float


@dataclass(frozen=True, slots=True)
class Deal:
    """One deal of the register as one edition has it."""

    edition: date
    layout: str
    row: int
    supplier: ActorCode
    recipient: ActorCode
    supplier_name: str
    recipient_name: str
    designation: str
    description: str
    order_year: int
    order_estimated: bool
    number_ordered: int | None
    number_delivered: int
    number_estimated: bool
    condition: str
    comment: str
    deliveries: tuple[Delivery, ...]

    @property
    def years(self) -> tuple[int, ...]:
        """The years of delivery, each once, in order."""
        return tuple(sorted({year for part in self.deliveries for year in part.years}))

    @property
    def tiv(self) -> float:
        """The value of all that was delivered, in millions of TIV."""
        return sum(part.tiv for part in self.deliveries)


def read_register(text: str, edition: date) -> tuple[Deal, ...]:
    """The deals of a register file, in the order of the file.

    Raises `DataError` naming the row for a layout, an actor or a number that is not as expected.
    """
    rows = list(csv.reader(io.StringIO(text)))
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    if not rows:
        raise DataError("register: the file is empty, expected a header and rows of deals")
    header = [cell.strip() for cell in rows[0]]
    if header == _LAYOUT_A:
        return tuple(_deal_a(row, number, edition) for number, row in enumerate(rows[1:], start=2))
    if header == _LAYOUT_B:
        return _deals_b(rows[1:], edition)
    raise DataError(
        f"register: found columns {', '.join(header[:4])}..., expected layout A "
        f"({', '.join(_LAYOUT_A[:3])}...) or layout B ({', '.join(_LAYOUT_B[:3])}...)"
    )


def deliveries_frame(deals: Iterable[Deal]) -> pl.DataFrame:
    """One row a delivery: edition, layout, supplier, recipient, designation, years (list), tiv.

    With one year in `years` the value belongs to that year; with several the split is not known.
    """
    schema: dict[str, pl.DataType | type[pl.DataType]] = {
        "edition": pl.Date,
        "layout": pl.String,
        "supplier": pl.String,
        "recipient": pl.String,
        "designation": pl.String,
        "description": pl.String,
        "years": pl.List(pl.Int32),
        "tiv": pl.Float64,
    }
    rows = [
        (
            deal.edition,
            deal.layout,
            deal.supplier,
            deal.recipient,
            deal.designation,
            deal.description,
            list(part.years),
            part.tiv,
        )
        for deal in deals
        for part in deal.deliveries
    ]
    return pl.DataFrame(rows, schema=schema, orient="row")


def _deal_a(row: list[str], number: int, edition: date) -> Deal:
    if len(row) != len(_LAYOUT_A):
        raise DataError(
            f"register, row {number}: found {len(row)} columns, expected {len(_LAYOUT_A)}"
        )
    cells = [cell.strip() for cell in row]
    years = tuple(_integer(part, number, "Year(s) of delivery") for part in _split(cells[10]))
    delivered = _integer(cells[8], number, "Number delivered") if cells[8] else 0
    value = _decimal(cells[15], number, "SIPRI TIV of delivered weapons")
    parts = (Delivery(years, delivered, value),) if years else ()
    return Deal(
        edition=edition,
        layout="A",
        row=number,
        supplier=_actor(cells[1], number),
        recipient=_actor(cells[0], number),
        supplier_name=cells[1],
        recipient_name=cells[0],
        designation=cells[6],
        description=cells[7],
        order_year=_integer(cells[2], number, "Year of order"),
        order_estimated=_flag(cells[3], number),
        number_ordered=_integer(cells[4], number, "Number ordered") if cells[4] else None,
        number_delivered=delivered,
        number_estimated=_flag(cells[9], number) or _flag(cells[5], number),
        condition=cells[11],
        comment=cells[12],
        deliveries=parts,
    )


def _deals_b(rows: list[list[str]], edition: date) -> tuple[Deal, ...]:
    numbered = []
    for number, row in enumerate(rows, start=2):
        if len(row) != len(_LAYOUT_B):
            raise DataError(
                f"register, row {number}: found {len(row)} columns, expected {len(_LAYOUT_B)}"
            )
        cells = dict(zip(_LAYOUT_B, (cell.strip() for cell in row), strict=True))
        numbered.append((number, cells))
    groups = groupby(sorted(numbered, key=_deal_key), key=_deal_key)
    deals = [_deal_b(list(group), edition) for _, group in groups]
    return tuple(sorted(deals, key=lambda deal: deal.row))


def _deal_key(numbered: tuple[int, Mapping[str, str]]) -> str:
    return numbered[1]["SIPRI AT Database ID"]


def _deal_b(group: list[tuple[int, Mapping[str, str]]], edition: date) -> Deal:
    number, first = group[0]
    parts = tuple(_delivery_b(cells, row) for row, cells in group)
    return Deal(
        edition=edition,
        layout="B",
        row=number,
        supplier=_actor(first["Supplier"], number),
        recipient=_actor(first["Recipient"], number),
        supplier_name=first["Supplier"],
        recipient_name=first["Recipient"],
        designation=first["Designation"],
        description=first["Description"],
        order_year=_integer(first["Order date"], number, "Order date"),
        order_estimated=_flag(first["Order date is estimate"], number),
        number_ordered=None,
        number_delivered=sum(part.number or 0 for part in parts),
        number_estimated=any(
            _flag(cells["Numbers delivered is estimate"], row) for row, cells in group
        ),
        condition=first["Status"],
        comment="",
        deliveries=parts,
    )


def _delivery_b(cells: Mapping[str, str], number: int) -> Delivery:
    return Delivery(
        years=(_integer(cells["Delivery year"], number, "Delivery year"),),
        number=_integer(cells["Numbers delivered"], number, "Numbers delivered"),
        tiv=_decimal(cells["TIV delivery values"], number, "TIV delivery values"),
    )


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _actor(name: str, number: int) -> ActorCode:
    try:
        return find_actor(name.rstrip("*")).code
    except UnknownActor as error:
        raise DataError(f"register, row {number}: {error}") from None


def _integer(text: str, number: int, column: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise DataError(
            f"register, row {number}, {column}: found {text!r}, expected a whole number"
        ) from None


def _decimal(text: str, number: int, column: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise DataError(
            f"register, row {number}, {column}: found {text!r}, expected a number as 12.5"
        ) from None


def _flag(text: str, number: int) -> bool:
    flags = {"": False, "No": False, "?": True, "Yes": True}
    if text not in flags:
        raise DataError(f"register, row {number}: found flag {text!r}, expected ?, Yes, No or none")
    return flags[text]
