from datetime import date
from importlib.resources import files

import pytest

from quietsignal.datasets import deliveries_frame, read_register
from quietsignal.errors import DataError

FOLDER = files("quietsignal.cases") / "serbia" / "sipri"
LAYOUT_A = (FOLDER / "serbia_imports_A_13-Mar-2025.csv").read_text(encoding="utf-8-sig")
LAYOUT_B = (FOLDER / "serbia_imports_B_12-Feb-2026.csv").read_text(encoding="utf-8-sig")
EDITION = date(2025, 3, 13)


def rafale(text: str):
    return next(deal for deal in read_register(text, EDITION) if "Rafale" in deal.designation)


def test_every_row_of_layout_a_is_a_deal() -> None:
    """No row is lost, and an order without a delivery is kept as one."""
    deals = read_register(LAYOUT_A, EDITION)
    assert len(deals) == sum(1 for line in LAYOUT_A.splitlines()[1:] if line.strip())
    order = rafale(LAYOUT_A)
    assert (order.supplier, order.number_ordered, order.deliveries) == ("FRA", 12, ())


def test_layout_b_joins_the_years_of_a_deal() -> None:
    """The rows of one database id are one deal with a delivery a year."""
    deals = read_register(LAYOUT_B, date(2026, 2, 12))
    system = next(deal for deal in deals if deal.description == "SAM system"
                  and deal.designation == "HQ-22")  # fmt: skip
    assert [(part.years, part.number) for part in system.deliveries] == [((2022,), 1), ((2023,), 2)]
    assert system.tiv == 165.0


def test_layouts_keep_the_total_value() -> None:
    """The value of all deliveries is the sum of the file's own column."""
    for text, column in ((LAYOUT_A, -1), (LAYOUT_B, -2)):
        rows = [line.split(",") for line in text.splitlines()[1:] if line and '"' not in line]
        total = deliveries_frame(read_register(text, EDITION))["tiv"].sum()
        assert total == pytest.approx(sum(float(row[column]) for row in rows), abs=0.01)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the file is empty"),
        ("<html><body>404</body></html>", "found columns <html>"),
        (LAYOUT_A.replace("Weapon designation", "Designation of weapon", 1), "expected layout A"),
        (LAYOUT_A.replace("Serbia,China", "Serbia,Cathay", 1), "Cathay"),
        (LAYOUT_A.replace("Serbia,China,2020,,300,?", "Serbia,China,2020,,300,maybe", 1), "flag"),
        (LAYOUT_A.replace("Serbia,China,2020", "Serbia,China,MMXX", 1), "whole number"),
        (LAYOUT_A.replace(",300,300\n", ",300,300,5\n", 1), "columns"),
    ],
)
def test_a_file_that_breaks_its_contract_is_refused(text, message) -> None:
    """Empty, foreign, renamed, unknown actor, unknown flag, no number, extra cell: one error."""
    with pytest.raises(DataError, match=message):
        read_register(text, EDITION)
