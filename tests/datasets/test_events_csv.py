from importlib.resources import files

import pytest

from quietsignal.datasets import read_events
from quietsignal.datasets.events_csv.reader import COLUMNS
from quietsignal.errors import DataError
from quietsignal.records import capture_hash

CAPTURE = capture_hash(b"sheet")
GOOD = (
    "drill-2019,exercise,participant=SRB;CHN host=SRB,2019-11-28,,done,,,180,Smederevo,"
    "domain=police,Police of both practised.,Drill,Agency,https://example.org,2019-11-28,en,"
)


def sheet(*rows: str) -> str:
    return "\n".join([",".join(COLUMNS), *rows]) + "\n"


def test_a_row_becomes_a_document_and_a_claim() -> None:
    """The document is the coder's words under the source's name; the claim quotes them."""
    (row,), refused = read_events(sheet(GOOD), CAPTURE)
    assert refused == ()
    assert (row.key, row.document.kind, row.document.publisher) == ("drill-2019", "coded", "Agency")
    assert row.claim.actors("participant") == ("SRB", "CHN")
    assert row.claim.quotes[0].exact == row.document.text == "Police of both practised."


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("exercise", "excercise", "type: found 'excercise', expected one of exercise"),
        ("SRB;CHN", "SRB;XYZ", "XYZ"),
        ("participant=", "attendee=", "role 'attendee', expected one of participant"),
        ("2019-11-28,,done", "2019-11-31,,done", "does not exist"),
        (",180,", ",many,", "many"),
        ("domain=police", "domain", "expected key=value"),
        ("Police of both practised.", "", "text is empty"),
    ],
)
def test_a_bad_row_is_refused_by_name_and_the_rest_goes_on(old, new, message) -> None:
    """Each fault names its row and key; the good row beside it is read."""
    bad = GOOD.replace(old, new, 1).replace("drill-2019", "bad-row", 1)
    rows, refused = read_events(sheet(bad, GOOD), CAPTURE)
    assert [row.key for row in rows] == ["drill-2019"]
    assert len(refused) == 1
    assert refused[0].startswith("row 2 (bad-row): ")
    assert message in refused[0]


def test_a_sheet_with_other_columns_is_refused_whole() -> None:
    """A renamed column stops the reading and is named."""
    with pytest.raises(DataError, match="look at roles"):
        read_events(sheet(GOOD).replace("roles", "who", 1), CAPTURE)


def test_the_sheet_of_the_built_in_case_is_read_whole() -> None:
    """At least 100 events with a source each, and no row refused."""
    text = (files("quietsignal.cases") / "serbia" / "events.csv").read_text(encoding="utf-8")
    rows, refused = read_events(text, CAPTURE)
    assert refused == ()
    assert len({row.key for row in rows}) >= 100
    assert all(row.document.address.startswith(("http", "local:")) for row in rows)
