from datetime import date
from importlib.resources import files

from quietsignal.datasets import deal_records, read_register
from quietsignal.records import capture_hash

NAME = "serbia_imports_A_13-Mar-2025.csv"
TEXT = (files("quietsignal.cases") / "serbia" / "sipri" / NAME).read_text(encoding="utf-8-sig")
CAPTURE = capture_hash(TEXT.encode())
RECORDS = [deal_records(deal, CAPTURE) for deal in read_register(TEXT, date(2025, 3, 13))]


def record(designation: str, description: str = ""):
    return next((d, c) for d, c in RECORDS
                if designation in (c.item or "") and description in (c.item or ""))  # fmt: skip


def test_a_delivered_deal_is_done_with_its_years() -> None:
    """The FK-3 is a transfer done from 2022 to 2023, ordered in 2020, three systems."""
    _, claim = record("HQ-22 (FK-3)", "SAM system")
    assert (claim.type, claim.status, str(claim.date)) == (
        "transfer", "done", "2022-01-01/2023-12-31",
    )  # fmt: skip
    assert claim.quantity == 3
    assert dict(claim.stages) == {"ordered": "2020", "delivered": "2022/2023"}


def test_an_order_is_announced() -> None:
    """The Rafale are on order: announced, dated by the year of the order."""
    _, claim = record("Rafale")
    assert (claim.status, str(claim.date)) == ("announced", "2024")


def test_what_the_register_calls_aid_is_aid() -> None:
    """The MiG-29 from Russia are a gift of a donor, not a sale."""
    _, claim = record("MiG-29S")
    assert (claim.type, claim.actors("donor")) == ("aid", ("RUS",))


def test_every_claim_quotes_its_own_sentence() -> None:
    """The quote is the document's whole text, which names the release by its date."""
    for document, claim in RECORDS:
        (quote,) = claim.quotes
        assert document.text[quote.start : quote.end] == quote.exact
        assert document.edition == "2025-03-13"
        assert document.publisher == "SIPRI"


def test_reading_again_gives_the_same_ids() -> None:
    """Documents and claims of one edition have ids made of their content."""
    again = [deal_records(deal, CAPTURE) for deal in read_register(TEXT, date(2025, 3, 13))]
    assert [(d.id, c.id) for d, c in again] == [(d.id, c.id) for d, c in RECORDS]
    assert len({c.id for _, c in RECORDS}) == len(RECORDS)
