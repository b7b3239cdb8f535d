import datetime as dt

from factories import claim, document
from ledger.evidence import ROLES, capture_of
from quietsignal.ledger import known_on, told_on
from quietsignal.records import DocumentKind


def test_publication_decides() -> None:
    """A document dated to the month may be known from its first day."""
    source = document("One.", published="2025-07")
    told = claim(source, "exercise", ROLES, when="2030")
    assert told_on(told, source) == dt.date(2025, 7, 1)


def test_a_coders_note_counts_by_its_event() -> None:
    """Without a date of publication it was knowable when the event was over, or had begun."""
    source = document("One.", published="", kind=DocumentKind.CODED)
    assert told_on(claim(source, "exercise", ROLES, when="2025-07"), source) == dt.date(2025, 7, 31)
    assert told_on(claim(source, "exercise", ROLES, when="2024/.."), source) == dt.date(2024, 1, 1)
    assert told_on(claim(source, "exercise", ROLES, when=""), source) is None


def test_the_capture_is_the_last_resort() -> None:
    """A page without a date was known when it was captured; without a capture, nobody knows."""
    source = document("One.", published="")
    told = claim(source, "exercise", ROLES)
    assert told_on(told, source) is None
    assert known_on(told, source, capture=capture_of(source)) == dt.date(2026, 3, 1)
    assert known_on(told, source, capture=None) is None
    assert known_on(told, None, capture=None) is None
