from datetime import date

import polars as pl
import pytest

from quietsignal.datasets import Lake
from quietsignal.errors import DataError

OLD, NEW = date(2024, 3, 18), date(2025, 3, 13)
ROWS = pl.DataFrame({"a": [1, 2]})


def test_editions_stay_apart(tmp_path) -> None:
    """Two releases are held side by side, and each is read as it was written."""
    lake = Lake(tmp_path)
    lake.write("sipri", ROWS, edition=NEW)
    lake.write("sipri", ROWS.head(1), edition=OLD)
    assert lake.editions("sipri") == (OLD, NEW)
    assert lake.read("sipri", NEW).equals(ROWS)


def test_the_latest_edition_is_that_of_the_day(tmp_path) -> None:
    """A release that was not out yet is not used."""
    lake = Lake(tmp_path)
    lake.write("sipri", ROWS, edition=OLD)
    lake.write("sipri", ROWS, edition=NEW)
    assert lake.latest("sipri", known_by=date(2025, 1, 1)) == OLD
    assert lake.latest("sipri", known_by=date(2020, 1, 1)) is None


def test_an_edition_has_one_content(tmp_path) -> None:
    """Writing the same again changes nothing; other rows under the same date are refused."""
    lake = Lake(tmp_path)
    assert lake.write("sipri", ROWS, edition=OLD) is True
    assert lake.write("sipri", ROWS, edition=OLD) is False
    with pytest.raises(DataError, match="held with other rows"):
        lake.write("sipri", ROWS.head(1), edition=OLD)


def test_a_missing_edition_names_what_is_held(tmp_path) -> None:
    """The message lists the editions that could be read."""
    lake = Lake(tmp_path)
    lake.write("sipri", ROWS, edition=OLD)
    with pytest.raises(DataError, match="expected one of 2024-03-18"):
        lake.read("sipri", NEW)
