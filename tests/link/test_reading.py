from factories import claim, document
from link.pairs import SALE, exercise
from quietsignal.link.reading import read_claim
from quietsignal.records import DocumentKind, EventType, ImpreciseDate


def test_two_digits_are_a_year_that_the_event_may_have_had() -> None:
    """The date of the event decides, else that of the document."""
    source, told = exercise("Platinum Wolf 25", "2025-06")
    assert read_claim(told, {source.id: source}).name.year == 2025
    source, told = exercise("Platinum Wolf 19", "", source={"published": "2019-06-05"})
    assert read_claim(told, {source.id: source}).name.year == 2019
    assert read_claim(told, {}).date == ImpreciseDate.year(2019)
    source, told = exercise("Steppe Eagle 60", "2025-06")
    assert read_claim(told, {source.id: source}).name.year is None


def test_rows_of_one_edition_have_one_home() -> None:
    """Claims of a document, or of an edition, are of different events."""
    rows = [
        document(text, kind=DocumentKind.DATASET, edition="2025", publisher="SIPRI")
        for text in ("One.", "Two.")
    ]
    homes = {read_claim(claim(row, *SALE), {row.id: row}).home for row in rows}
    assert len(homes) == 1


def test_aid_is_looked_for_among_transfers() -> None:
    """A gift and a sale of arms meet, with donor and supplier as one role."""
    source = document("One.")
    gift = read_claim(claim(source, "aid", {"donor": ["CHN"], "recipient": ["SRB"]}), {})
    assert gift.kin is EventType.TRANSFER
    assert set(gift.roles) == {"supplier", "recipient"}
