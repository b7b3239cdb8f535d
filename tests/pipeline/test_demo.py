from datetime import date
from pathlib import Path

import pytest

from quietsignal.errors import ProjectError
from quietsignal.pipeline.demo import release_of, run_demo


def test_the_release_date_is_in_the_name() -> None:
    """`..._13-Mar-2025.csv` is of 13 March 2025; a name without a date is refused."""
    assert release_of(Path("serbia_imports_A_13-Mar-2025.csv")) == date(2025, 3, 13)
    with pytest.raises(ProjectError, match="found no release date"):
        release_of(Path("serbia.csv"))


def test_a_file_in_the_way_is_not_replaced(tmp_path) -> None:
    """Where something stands that is no demo, nothing is touched."""
    out = tmp_path / "demo"
    out.write_text("mine")
    with pytest.raises(ProjectError, match="found something that is no demo"):
        run_demo(out, advance=lambda _: None)
    assert out.read_text() == "mine"
