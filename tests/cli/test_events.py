import csv
import io
import json

import pytest


def objects(quietsignal, demo, *filters) -> list[dict]:
    result = quietsignal("events", "--project", demo, "--json", *filters)
    assert result.returncode == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_filters_narrow_the_ledger(quietsignal, demo) -> None:
    """A tie, a type and a time each leave only what fits."""
    found = objects(quietsignal, demo, "--actor", "Serbia", "--actor", "CHN", "--type", "exercise",
                    "--since", "2025")  # fmt: skip
    assert found
    for event in found:
        assert event["type"] == "exercise"
        assert {"SRB", "CHN"} <= set(event["roles"]["participant"])


def test_as_of_knows_only_what_was_known(quietsignal, demo) -> None:
    """As of 2014 nothing of 2025 is known; the announcement of July 2025 has its status then."""
    assert all(event["first_known"] <= "2014-12-31"
               for event in objects(quietsignal, demo, "--as-of", "2014-12-31"))  # fmt: skip
    options = ("--actor", "CHN", "--text", "Peace", "--as-of")
    (then,) = objects(quietsignal, demo, *options, "2025-07-20")
    (later,) = objects(quietsignal, demo, *options, "2025-12-31")
    assert (then["status"], later["status"]) == ("announced", "done")
    assert then["id"] == later["id"]


def test_conflicting_values_stand_side_by_side(quietsignal, demo) -> None:
    """The two English names of one exercise are one event with both names."""
    (event,) = objects(quietsignal, demo, "--actor", "CHN", "--text", "Peace")
    names = {value["value"].replace(" 2025", "-2025") for value in event["conflicts"]["name"]}
    assert {"Peace Guardian-2025", "Peace Defenders-2025"} <= names


def test_csv_is_safe_and_whole(quietsignal, demo) -> None:
    """A row an event under the documented head; no cell starts a formula."""
    result = quietsignal("events", "--project", demo, "--csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert len(rows) == len(objects(quietsignal, demo))
    assert all(not cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--type", "drill"), "--type: found 'drill', expected one of exercise"),
        (("--status", "over"), "--status: found 'over', expected one of announced"),
        (("--actor", "Ruritania"), "Ruritania"),
        (("--since", "2025-13"), "2025-13"),
        (("--as-of", "yesterday"), "expected a day that exists"),
    ],
)
def test_a_wrong_filter_is_named(quietsignal, demo, options, words) -> None:
    """One line that says what was found and what was expected; exit code 2."""
    result = quietsignal("events", "--project", demo, *options)
    assert (result.returncode, len(result.stderr.splitlines())) == (2, 1)
    assert words in result.stderr
