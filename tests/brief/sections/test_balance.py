from factories import dossier, exercise
from quietsignal.brief.sections import balance_section

WEST = [exercise("USA", f"20{year}-06", name=f"W{year}") for year in range(15, 20)]
CHINA = [exercise("CHN", f"20{year}-06", name=f"C{year}") for year in range(20, 25)]


def test_the_movement_is_told_with_intervals_and_working() -> None:
    """From the West alone to China alone both shares moved, and the numbers open into counts."""
    section = balance_section(dossier(*WEST, *CHINA))
    told = [s.text for s in section.sentences]
    assert told[0].startswith("Between 2015 and 2024 the ledger counts five events with the West")
    moved = next(s for s in section.sentences if s.text.startswith("The share of China moved"))
    assert "90 % interval" in moved.text
    assert moved.evidence.figures[0].rows[0]["events"] == "0"


def test_the_chart_is_there_with_its_finding() -> None:
    """The title of the chart says what moved."""
    (chart,) = balance_section(dossier(*WEST, *CHINA)).charts
    assert "in points of share" in chart.title
    assert chart.svg.startswith("<svg")


def test_without_a_counted_event_the_balance_is_unknown() -> None:
    """No event gives no share and no chart."""
    section = balance_section(dossier())
    assert section.charts == ()
    assert section.sentences[0].text == "The balance of Serbia is unknown: no counted event."


def test_what_cannot_be_placed_is_counted() -> None:
    """Events without a year are told, so that nothing drops out in silence."""
    undated = exercise("RUS", "../2021-12-31")
    told = [s.text for s in balance_section(dossier(*WEST, undated)).sentences]
    assert "One event is left out, since the sources leave the year open." in told
