from factories import dossier, event, exercise, transfer
from quietsignal.brief.sections import depth_section

LEAD = exercise("CHN", "2025-07-21/2025-07-31", status="announced", name="Peace Guardian-2025")


def section(*events):
    return depth_section(dossier(*events, lead=LEAD))


def test_both_rails_are_told_with_the_event_that_holds_them() -> None:
    """Practice names its rung and event; paper without an event is unknown, never zero."""
    told = [s.text for s in section(transfer("CHN", "2022-04-09", item="FK-3")).sentences]
    assert "On paper the depth is unknown: nothing in the ledger." in told
    assert any(text.startswith("In practice the tie stands on rung 3 of 6") for text in told)
    assert "Practised, but nothing signed is seen." in told


def test_what_is_announced_is_told_as_plan() -> None:
    """An announced exercise would stand on its rung, and does not yet."""
    told = " ".join(s.text for s in section(LEAD).sentences)
    assert "is announced and would stand on rung 3 of practice" in told


def test_the_table_shows_when_each_rung_was_reached() -> None:
    """Of two events on a rung the earlier one stands in the table."""
    visit = event("visit", {"visitor": ["CHN"], "host": ["SRB"]}, "2016-06-17")
    (table,) = section(transfer("CHN", "2022"), transfer("CHN", "2020"), visit).tables
    assert [row[:2] for row in table.rows] == [("practice", "1"), ("practice", "3")]
    assert "2020" in table.rows[1][3]
