from datetime import UTC, datetime

from factories import claim, document
from quietsignal.pipeline.linking import relink
from quietsignal.records import Capture, DocumentKind

WORDS = (
    "Soldiers of Serbia and China will train together in Hebei in July for the first time, the "
    "spokesman of the ministry said on Monday at his monthly meeting with the press in Beijing."
)
ROLES = {"participant": ["SRB", "CHN"]}


def add(ledger, source, told) -> None:
    capture = Capture(source.capture, "x", datetime.now(UTC), "text/plain", 1, "test/1")
    ledger.add_document(capture, source, claims=[told])


def told(source, **fields):
    return claim(source, "exercise", ROLES, when="2025-07-21/2025-07-31",
                 name="Peace Guardian-2025", place="Hebei", **fields)  # fmt: skip


def test_copies_of_one_text_are_one_source(project) -> None:
    """Two outlets that carry the same words count once."""
    copies = [document(WORDS + end, publisher=f"Outlet {end}") for end in (" A.", " B.")]
    with project.ledger() as ledger:
        for copy in copies:
            add(ledger, copy, told(copy))
        relink(ledger)
        (event,) = ledger.events()
    assert (len(event.claims), event.independent_sources) == (2, 1)


def test_other_words_are_another_source(project) -> None:
    """A report in words of its own is independent."""
    other = "In Hebei the armies of China and Serbia hold a drill named Peace Guardian in July."
    sources = [document(WORDS), document(other, publisher="Another")]
    with project.ledger() as ledger:
        for source in sources:
            add(ledger, source, told(source))
        relink(ledger)
        (event,) = ledger.events()
    assert event.independent_sources == 2


def test_editions_of_a_data_set_are_one_source(project) -> None:
    """What two releases of one register say is told once."""
    editions = [
        document(f"China to Serbia: FK-3, release {year}.", kind=DocumentKind.DATASET,
                 publisher="SIPRI", edition=f"{year}-03-13")
        for year in (2024, 2025)
    ]  # fmt: skip
    with project.ledger() as ledger:
        for edition in editions:
            add(
                ledger,
                edition,
                claim(
                    edition,
                    "transfer",
                    {"supplier": ["CHN"], "recipient": ["SRB"]},
                    when="2022/2023",
                    item="FK-3",
                ),
            )
        relink(ledger)
        (event,) = ledger.events()
    assert (len(event.claims), event.independent_sources) == (2, 1)  # fmt: skip
