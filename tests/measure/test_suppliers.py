from datetime import date
from importlib.resources import files

import polars as pl
import pytest

from quietsignal.datasets import deliveries_frame, read_register
from quietsignal.measure import suppliers


def frame(*rows):
    schema = {"supplier": pl.String, "designation": pl.String, "years": pl.List(pl.Int32),
              "tiv": pl.Float64}  # fmt: skip
    return pl.DataFrame([(s, "x", years, tiv) for s, years, tiv in rows], schema=schema,
                        orient="row")  # fmt: skip


def shares(table: pl.DataFrame) -> dict[str, float]:
    return dict(zip(table["supplier"], table["share"], strict=True))


def test_shares_of_what_came_in_the_window() -> None:
    """Values inside the window give the shares, values outside it nothing."""
    table = suppliers(frame(("CHN", [2022], 60.0), ("RUS", [2021], 40.0), ("RUS", [2010], 999.0)),
                      window=(2020, 2024))  # fmt: skip
    assert shares(table) == pytest.approx({"CHN": 0.6, "RUS": 0.4})
    assert table["rank"].to_list() == [1, 2]


def test_an_unknown_split_widens_the_bounds() -> None:
    """A deal half outside the window counts half, and its bounds run from none to all of it."""
    table = suppliers(frame(("CHN", [2024, 2025], 100.0), ("RUS", [2022], 50.0)),
                      window=(2020, 2024))  # fmt: skip
    china = table.row(0, named=True)
    assert (china["supplier"], china["share"]) == ("CHN", pytest.approx(0.5))
    assert (china["lower"], china["upper"]) == (0.0, pytest.approx(2 / 3))


def test_bounds_close_where_the_split_is_known() -> None:
    """Without a deal across the edge the bounds are the share itself."""
    row = suppliers(frame(("CHN", [2022, 2023], 10.0)), window=(2020, 2024)).row(0, named=True)
    assert row["lower"] == row["share"] == row["upper"] == 1.0


def test_no_delivery_gives_no_share() -> None:
    """An empty window gives an empty table, not zeros."""
    assert suppliers(frame(("CHN", [2010], 5.0)), window=(2020, 2024)).is_empty()


def test_editions_are_never_mixed() -> None:
    """Rows of two editions in one call are refused."""
    mixed = frame(("CHN", [2022], 1.0), ("RUS", [2022], 1.0)).with_columns(
        pl.Series("edition", [date(2024, 3, 18), date(2025, 3, 13)])
    )
    with pytest.raises(ValueError, match="mix editions"):
        suppliers(mixed, window=(2020, 2024))


@pytest.mark.parametrize(
    ("file", "edition", "window", "expected"),
    [
        ("A_13-Mar-2025", date(2025, 3, 13), (2020, 2024), {"CHN": 57, "RUS": 20, "FRA": 7}),
        ("A_18-Mar-2024", date(2024, 3, 18), (2019, 2023), {"RUS": None}),
        ("A_13-Mar-2025", date(2025, 3, 13), (2019, 2023), {"CHN": None}),
    ],
)
def test_serbia_in_the_register_as_published(file, edition, window, expected) -> None:
    """Serbia 2020-24 is China 57, Russia 20, France 7 %; the first supplier of 2019-23 changed."""
    path = files("quietsignal.cases") / "serbia" / "sipri" / f"serbia_imports_{file}.csv"
    deals = read_register(path.read_text(encoding="utf-8-sig"), edition)
    table = suppliers(deliveries_frame(deals), window=window)
    found = {code: round(share * 100) for code, share in shares(table).items()}
    assert table["supplier"][0] == next(iter(expected))
    assert {code: found[code] for code, value in expected.items() if value} == {
        code: value for code, value in expected.items() if value
    }
