from factories import dossier, event, exercise
from quietsignal.brief.sections import timeline

LEAD = exercise("CHN", "2025-07-21/2025-07-31", status="announced", name="Peace Guardian-2025")


def test_deep_events_are_drawn_and_visits_are_not() -> None:
    """The count in the sentence is that of the events on rung two or deeper."""
    visit = event("visit", {"visitor": ["CHN"], "host": ["SRB"]}, "2016-06")
    section = timeline(dossier(LEAD, exercise("USA", "2019-06"), visit, lead=LEAD))
    assert section.sentences[0].text.startswith("Two events of Serbia on rung 2 or deeper")
    assert "Peace Guardian-2025" in section.charts[0].svg


def test_nothing_to_draw_gives_no_section() -> None:
    """Without a placed event there is no timeline."""
    assert timeline(dossier()) is None
