import json
import subprocess
import sys
from datetime import date

import pytest

from quietsignal.actors import tables
from quietsignal.errors import DataError


def test_a_table_with_other_columns_is_refused():
    """The header must be exactly the one expected; the error shows both."""
    with pytest.raises(DataError, match=r"borders.csv: found the columns .* expected"):
        list(tables.read_table("borders.csv", ("a", "b")))


def test_empty_text_is_an_open_end():
    """An empty cell is no day; any other is an ISO day."""
    assert tables.read_day("") is None
    assert tables.read_day("2024-03-07") == date(2024, 3, 7)


def test_importing_reads_no_table_and_no_other_package():
    """Importing actors loads nothing of the program but errors, and no data."""
    code = (
        "import sys, json, quietsignal.actors as a; "
        "from quietsignal.actors import registry; "
        "print(json.dumps([sorted(m for m in sys.modules if m.startswith('quietsignal.')), "
        "registry._by_code.cache_info().currsize]))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    modules, loaded = json.loads(out.stdout)
    assert loaded == 0
    outside = [m for m in modules if not m.startswith("quietsignal.actors")]
    assert outside == ["quietsignal.errors"]
