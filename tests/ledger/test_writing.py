import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from factories import claim, document
from ledger.evidence import ROLES, capture_of, item, judge, propose
from quietsignal.errors import ItemFailed, UsageError
from quietsignal.ledger import Ledger, schema
from quietsignal.records import Grade, Source


@pytest.fixture
def filled(path):
    """The path of a ledger with a row in every table."""
    left, right = item("One."), item("Two.")
    with Ledger.open(path) as ledger:
        ledger.add_documents([left, right])
        ledger.add_sources([Source("A", "agency", Grade.B)])
        ledger.add_judgements([judge("same", left[2][0], right[2][0])])
        ledger.replace_proposals("link/1", [propose(left[2][0], right[2][0])])
    return path


@pytest.mark.parametrize("table", schema.APPEND_ONLY)
def test_evidence_cannot_be_changed(filled, table) -> None:
    """The database itself refuses to update or delete evidence, whichever program asks."""
    look, *changes = (
        text.replace("TABLE", table).replace(
            "COLUMN", schema.metadata.tables[table].columns[0].name
        )
        for text in ("SELECT * FROM TABLE", "DELETE FROM TABLE", "UPDATE TABLE SET COLUMN = COLUMN")
    )
    with closing(sqlite3.connect(filled)) as other:
        before = other.execute(look).fetchall()
        assert before
        for change in changes:
            with pytest.raises(sqlite3.IntegrityError, match=f"{table} is append-only"):
                other.execute(change)
        assert other.execute(look).fetchall() == before


def test_replacing_a_row_is_refused_too(filled) -> None:
    """On a connection of the ledger, INSERT OR REPLACE does not slip past the triggers."""
    with Ledger.open(filled) as ledger, ledger._engine.connect() as connection:
        before = connection.exec_driver_sql("SELECT * FROM claims").all()
        with pytest.raises(Exception, match="claims is append-only"):
            connection.exec_driver_sql("INSERT OR REPLACE INTO claims SELECT * FROM claims")
        assert connection.exec_driver_sql("SELECT * FROM claims").all() == before


def test_a_verified_quote_must_stand_in_the_text(ledger) -> None:
    """A quote marked as verified that is not at its place is refused."""
    source = document("One text.")
    told = claim(source, "exercise", ROLES)
    (quote,) = told.quotes
    false = replace(told, quotes=(replace(quote, exact="Another text."),))
    with pytest.raises(ItemFailed, match="marked as verified"):
        ledger.add_document(capture_of(source), source, claims=[false])
    assert ledger.counts().captures == 0


def test_the_capture_must_be_the_documents(ledger) -> None:
    """A document goes with the capture that it was read from."""
    source, other = document("One text."), document("Another.")
    with pytest.raises(ItemFailed, match=other.capture):
        ledger.add_document(capture_of(other), source)


def test_another_text_of_the_same_document_is_refused(ledger) -> None:
    """Offsets of quotes would lie in another text; the ledger keeps the one it holds."""
    source = document("One text.")
    ledger.add_document(capture_of(source), source)
    with pytest.raises(ItemFailed, match="found a text of 14 characters"):
        ledger.add_document(capture_of(source), replace(source, text="One text, new."))
    assert ledger.document(source.id) == source


def test_other_metadata_is_kept_as_it_was_and_said(ledger) -> None:
    """The first metadata stay, and the fields that differ are named."""
    source = document("One text.")
    ledger.add_document(capture_of(source), source)
    added = ledger.add_document(capture_of(source), replace(source, title="New", language="sr"))
    assert added.kept == ("title", "language")
    assert ledger.document(source.id) == source


def test_a_text_that_cannot_be_stored_is_one_bad_item(ledger) -> None:
    """Half of a surrogate pair is refused by name, and the others go on."""
    source = replace(document("One text."), text="One \ud800 text.")
    bad = (capture_of(document("One text.")), source, ())
    added = ledger.add_documents([bad, item("Two.")])
    assert "UTF-8" in added[0].problem
    assert added[1].new


def test_proposals_of_unknown_claims_are_refused(ledger) -> None:
    """A proposal names claims of the ledger."""
    left, right = item("One."), item("Two.")
    with pytest.raises(UsageError, match="expected one of the ledger"):
        ledger.replace_proposals("link/1", [propose(left[2][0], right[2][0])])
    with pytest.raises(UsageError, match="found document"):
        ledger.set_syndication("link/1", {left[1].id: "x"})


def test_writing_the_same_proposals_writes_nothing(filled) -> None:
    """A linker that finds the same again leaves the file as it is."""
    with Ledger.open(filled) as ledger:
        before = filled.read_bytes()
        assert ledger.replace_proposals("link/1", ledger.proposals()) == 1
        assert filled.with_name("ledger.db-wal").stat().st_size == 0
    assert filled.read_bytes() == before
