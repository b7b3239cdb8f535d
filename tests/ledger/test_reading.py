import datetime as dt

from ledger.evidence import item
from quietsignal.ledger.reading import sources_on
from quietsignal.records import Grade, Source

FIRST = Source("A", "agency", Grade.C, graded_on=dt.date(2024, 1, 1), aliases=("a",))
SECOND = Source("A", "agency", Grade.B, graded_on=dt.date(2025, 1, 1))


def test_the_latest_grade_of_the_day_holds() -> None:
    """The day of the grading decides, not the order of adding."""
    assert sources_on([SECOND, FIRST], None) == {"A": SECOND}
    assert sources_on([SECOND, FIRST], dt.date(2024, 5, 5)) == {"A": FIRST, "a": FIRST}


def test_of_two_gradings_of_one_day_the_last_added_holds() -> None:
    """A grading without a day holds from the start, and the later one corrects it."""
    plain, again = Source("A", "agency", Grade.D), Source("A", "agency", Grade.E)
    assert sources_on([plain, again], dt.date(2000, 1, 1)) == {"A": again}


def test_a_name_wins_over_an_alias() -> None:
    """A source whose name is another's alias is found by its own name."""
    other = Source("a", "blog", Grade.E)
    assert sources_on([FIRST, other], None) == {"A": FIRST, "a": other}


def test_more_documents_than_one_query_takes(ledger) -> None:
    """Asking for many ids gives all of them, in the order of ids."""
    items = [item(f"Text {number}.") for number in range(1100)]
    ledger.add_documents(items, batch=1100)
    ids = [source.id for _, source, _ in items]
    assert list(ledger.documents(ids)) == sorted(ids)
    assert all(len(told.quotes) == 1 for told in ledger.claims())
