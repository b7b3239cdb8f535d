import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import COVERAGE, document
from ledger.evidence import CAPTURED_AT, capture_of, judge, propose, tell
from quietsignal.errors import UsageError
from quietsignal.ledger import rows
from quietsignal.records import UNKNOWN_DATE, Grade, ImpreciseDate, Precision, Source

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))


@st.composite
def dates(draw: st.DrawFn) -> ImpreciseDate:
    """Any interval with any precision, also pairs that EDTF has no form for."""
    ends = sorted([draw(DAYS), draw(DAYS)])
    start, end = (None if draw(st.booleans()) else day for day in ends)
    return ImpreciseDate(start, end, draw(st.sampled_from(Precision)), draw(st.booleans()))


@given(dates(), dates())
def test_dates_come_back_exactly(published, when) -> None:
    """An imprecise date comes back with its ends, precision and approximation."""
    source, told = tell("One text.")
    source, told = replace(source, published=published), replace(told, date=when)
    assert rows.read_document(rows.document_row(source)) == source
    assert rows.read_claim(rows.claim_row(told), told.quotes) == told
    search = replace(COVERAGE, period=when)
    assert rows.read_coverage(rows.coverage_row(search)) == search


def test_every_record_comes_back() -> None:
    """Each record equals itself after a row."""
    source, told = tell("One text.", details={"domain": "police"}, stages={"signed": "2024"})
    capture = capture_of(source)
    made = judge("same", told, tell("Two.")[1])
    proposal = propose(told, tell("Two.")[1])
    graded = Source("A", "agency", Grade.B, "why", "SRB", dt.date(2024, 1, 1), ("a", "b"))
    assert rows.read_capture(rows.capture_row(capture)) == capture
    assert (
        rows.read_claim(rows.claim_row(told), map(rows.read_quote, rows.quote_rows(told))) == told
    )
    assert rows.read_judgement(rows.judgement_row(made)) == made
    assert rows.read_proposal(rows.proposal_row(proposal, "link/1")) == proposal
    assert rows.read_source(rows.source_row(graded)) == graded


def test_instants_are_kept_in_utc() -> None:
    """The same instant in another zone is written the same; without a zone it is refused."""
    zone = dt.timezone(dt.timedelta(hours=2))
    assert rows.instant(CAPTURED_AT.astimezone(zone)) == "2026-03-01T12:00:00.000000+00:00"
    with pytest.raises(UsageError, match="without a zone"):
        rows.instant(CAPTURED_AT.replace(tzinfo=None))


def test_a_row_without_text_is_a_document_without_text() -> None:
    """The text may be left out."""
    row = rows.document_row(document("One text.", published=""))
    del row["text"]
    read = rows.read_document(row)
    assert (read.text, read.published) == ("", UNKNOWN_DATE)
