import csv
import io
import json

import pytest


def test_the_balance_has_intervals_or_reasons(quietsignal, demo) -> None:
    """Each year and group has a share within its interval, or says why it is unknown."""
    result = quietsignal("measure", "balance", "SRB", "--project", demo, "--json",
                         "--years", "2006-2024")  # fmt: skip
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert {row["group"] for row in rows} == {"west", "russia", "china"}
    assert {row["year"] for row in rows} == set(range(2006, 2025))
    for row in rows:
        if row["share"] is None:
            assert row["reason"]
        else:
            assert 0 <= row["lower"] <= row["share"] <= row["upper"] <= 1


def test_the_balance_is_drawn(quietsignal, demo, tmp_path) -> None:
    """--chart writes an SVG beside the table."""
    chart = tmp_path / "balance.svg"
    result = quietsignal("measure", "balance", "SRB", "--project", demo, "--chart", chart)
    assert result.returncode == 0
    assert chart.read_text(encoding="utf-8").startswith("<svg")


def test_the_depth_names_rungs_and_events(quietsignal, demo) -> None:
    """Both rails of Serbia and China are told, with a row an event."""
    result = quietsignal("measure", "depth", "SRB", "CHN", "--project", demo,
                         "--as-of", "2025-07-20", "--csv")  # fmt: skip
    assert "paper: rung" in result.stderr
    assert "practice: rung" in result.stderr
    rails = {row["rail"] for row in csv.DictReader(io.StringIO(result.stdout))}
    assert rails == {"paper", "practice"}


def test_suppliers_stand_with_their_edition(quietsignal, demo) -> None:
    """Serbia 2019-23 has another largest supplier in the release of 2024 than in that of 2025."""

    def largest(edition: str) -> dict:
        result = quietsignal("measure", "suppliers", "SRB", "--project", demo, "--json",
                             "--years", "2019-2023", "--edition", edition)  # fmt: skip
        return json.loads(result.stdout.splitlines()[0])

    assert largest("2024-03-18")["supplier"] == "RUS"
    assert largest("2025-03-13")["supplier"] == "CHN"
    assert largest("2025-03-13")["edition"] == "2025-03-13"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("balance", "Ruritania"), "Ruritania"),
        (("balance", "SRB", "--years", "2019"[::-1] + "-2001"), "--years"),
        (("suppliers", "SRB", "--edition", "2019-01-01"), "found no edition 2019-01-01"),
        (("depth", "SRB", "SRBB"), "SRBB"),
    ],
)
def test_a_wrong_call_is_named(quietsignal, demo, arguments, words) -> None:
    """One line, exit code 2."""
    result = quietsignal("measure", *arguments, "--project", demo)
    assert (result.returncode, len(result.stderr.splitlines())) == (2, 1)
    assert words in result.stderr
