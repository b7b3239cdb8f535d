import pytest

from quietsignal.cli.output import progress, safe_cell, state


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_cell_that_would_be_a_formula_is_made_text(text) -> None:
    """A leading sign that a spreadsheet would run is set off by an apostrophe."""
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize(("value", "cell"), [(-3.5, "-3.5"), (None, ""), ("a=b", "a=b"), (7, "7")])
def test_other_cells_are_left_as_they_are(value, cell) -> None:
    """Numbers and plain text are not touched."""
    assert safe_cell(value) == cell


def test_progress_is_silent_when_asked(monkeypatch, capsys) -> None:
    """With --quiet nothing is drawn."""
    monkeypatch.setattr(state, "quiet", True)
    with progress("work") as advance:
        advance("one")
    assert capsys.readouterr().err == ""
