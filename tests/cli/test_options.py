from datetime import date

import pytest

from quietsignal.cli.options import day, open_project
from quietsignal.errors import BadDate, ProjectError


def test_a_day_is_read_or_is_today() -> None:
    """A day given is that day; a text that is no day is refused."""
    assert day("2025-07-20") == date(2025, 7, 20)
    assert day(None) >= date(2026, 1, 1)
    with pytest.raises(BadDate):
        day("20.7.2025")


def test_without_a_project_the_way_to_one_is_told(tmp_path, monkeypatch) -> None:
    """In a folder that is none, the error says how to make or name one."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ProjectError, match="quietsignal init DIR"):
        open_project(None)
