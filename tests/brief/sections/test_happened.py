from dataclasses import replace

from factories import dossier, exercise
from quietsignal.brief.sections import happened
from quietsignal.records import Conflict, FieldValue

LEAD = exercise("CHN", "2025-07-21/2025-07-31", status="announced", name="Peace Guardian-2025",
                place="Hebei", known="2025-07-15")  # fmt: skip


def texts(section) -> list[str]:
    return [sentence.text for sentence in section.sentences]


def test_the_event_is_told_with_its_status_date_and_place() -> None:
    """An announced exercise is told as such, with the date that the sources give."""
    told = texts(happened(dossier(LEAD, lead=LEAD)))
    assert told[0] == (
        "The joint exercise Peace Guardian-2025 of Serbia and China in Hebei is announced for "
        "21 to 31 July 2025."
    )
    assert told[1].endswith("the earliest is dated 15 July 2025.")


def test_conflicting_values_stand_side_by_side() -> None:
    """Two names of one exercise are both shown."""
    (claim,) = LEAD.claims
    names = Conflict("name", (FieldValue("Peace Guardian-2025", (claim.id,)),
                              FieldValue("Peace Defenders-2025", (claim.id,))))  # fmt: skip
    lead = replace(LEAD, conflicts=(names,))
    told = texts(happened(dossier(lead, lead=lead)))
    assert told[-1] == (
        "Its sources differ on the name: Peace Guardian-2025 and Peace Defenders-2025."
    )


def test_a_tie_without_events_says_so_with_its_coverage() -> None:
    """Without an event the one sentence rests on what was searched."""
    (sentence,) = happened(dossier()).sentences
    assert sentence.text.startswith("The ledger holds no event of Serbia and China")
    assert sentence.evidence.coverage
