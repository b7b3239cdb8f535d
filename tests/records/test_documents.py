from datetime import date

import pytest

from quietsignal.records import (
    Document,
    DocumentId,
    DocumentKind,
    Grade,
    Source,
    capture_hash,
    document_id,
    parse_edtf,
)

CAPTURE = capture_hash(b"bytes")


def test_reading_a_capture_again_gives_the_same_document() -> None:
    """The id of a document follows from its capture and part."""
    assert document_id(CAPTURE) == document_id(CAPTURE, "")
    assert document_id(CAPTURE, "row 7") == document_id(CAPTURE, "row 7")


def test_parts_and_captures_are_other_documents() -> None:
    """Rows of one sheet, and the same row of another capture, are told apart."""
    ids = {
        document_id(CAPTURE, "1"),
        document_id(CAPTURE, "2"),
        document_id(capture_hash(b""), "1"),
    }

    assert len(ids) == 3


@pytest.mark.parametrize(
    ("published", "known"),
    [("2025-07-20", date(2025, 7, 20)), ("2025-07", date(2025, 7, 1)), ("", None)],
)
def test_document_is_known_from_its_publication(published: str, known: date | None) -> None:
    """A document could be read from the first day on which it may have been published."""
    document = Document(
        id=DocumentId("d"),
        capture=CAPTURE,
        text="text",
        title="title",
        publisher="publisher",
        address="",
        published=parse_edtf(published),
    )

    assert document.known_on() == known
    assert document.kind is DocumentKind.CAPTURED


@pytest.mark.parametrize("grade", Grade)
def test_every_grade_has_words(grade: Grade) -> None:
    """Each grade can be said in words."""
    assert "reliab" in grade.meaning


def test_source_is_not_graded_until_a_person_does() -> None:
    """A new source has the grade that says nothing is known."""
    assert Source(name="Agency", kind="agency").grade is Grade.F
