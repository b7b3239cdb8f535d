from datetime import date

import pytest
from lxml import etree

from quietsignal.brief.charts import (
    PALETTE,
    TimelineRow,
    balance_chart,
    depth_chart,
    timeline_chart,
)
from quietsignal.errors import DataError
from quietsignal.records import UNKNOWN_DATE, parse_edtf

NAMES = {"west": "the West", "china": "China"}
AS_OF = date(2025, 7, 20)


def _share(year: int, group: str, share: float | None, **fields):
    known = share is not None
    row = {
        "year": year,
        "group": group,
        "group_name": NAMES[group],
        "events": 3 if known else 0,
        "share": share,
        "lower": share - 0.1 if known else None,
        "upper": share + 0.1 if known else None,
        "reason": None if known else "no counted event",
    }
    return {**row, **fields}


BALANCE = [
    _share(2023, "west", 0.6),
    _share(2023, "china", 0.4),
    _share(2024, "west", None),
    _share(2024, "china", None),
]
EVENTS = [
    TimelineRow("Peace Defenders-2025", "exercise", "china", parse_edtf("2025-07"), key=True),
    TimelineRow("Platinum Wolf 25", "exercise", "west", parse_edtf("2025-06-09/2025-06-20")),
    TimelineRow("FTA", "agreement", "china", parse_edtf("2024-07-01/..")),
    TimelineRow("some visit", "visit", "", parse_edtf("2016~")),
    TimelineRow("a rumour", "visit", "china", UNKNOWN_DATE),
]


def _timeline(rows=EVENTS, **options):
    return timeline_chart(rows, title="Ties in time", as_of=AS_OF, names=NAMES, **options)


CHARTS = {
    "balance": lambda: balance_chart(BALANCE, title="Ties in time", names=NAMES),
    "timeline": _timeline,
    "depth": lambda: depth_chart(
        [{"year": 2023, "paper": 1, "practice": None}, {"year": 2024, "paper": 2, "practice": 3}],
        title="Ties in time",
    ),
}


@pytest.fixture(params=CHARTS)
def draw(request):
    """The drawing of each chart in turn."""
    return CHARTS[request.param]


def _texts(svg: str) -> list[str]:
    root = etree.fromstring(svg)
    return [e.text for e in root.iter("{http://www.w3.org/2000/svg}text")]


def test_same_rows_give_the_same_bytes(draw) -> None:
    """A chart is drawn the same each time."""
    assert draw().svg == draw().svg


def test_chart_is_an_image_with_name_and_words(draw) -> None:
    """Those who cannot see it hear the finding and a description."""
    root = etree.fromstring(draw().svg)

    assert root.get("role") == "img"
    assert root[0].tag.endswith("title")
    assert root[0].text == "Ties in time"
    assert root[1].text == draw().description != ""


def test_chart_scales_and_needs_no_font_or_address(draw) -> None:
    """It has a view box, its ink follows the page, and it refers to nothing outside."""
    svg = draw().svg

    assert "viewBox=" in svg
    assert "currentColor" in svg
    assert "http" not in svg.replace("http://www.w3.org/2000/svg", "")
    assert 'font-family="sans-serif"' in svg
    assert 'fill="black"' not in svg


def test_data_of_the_chart_are_given_as_text(draw) -> None:
    """The formats without pictures show the same data as a table."""
    chart = draw()

    assert chart.rows
    assert all(len(row) == len(chart.head) for row in chart.rows)


class TestBalance:
    def test_unknown_year_is_hatched_and_not_zero(self) -> None:
        """A year without a share has a hatched field and no dot."""
        svg = CHARTS["balance"]().svg

        assert svg.count('fill="url(#hatch)"') == 2
        assert CHARTS["balance"]().rows[2] == (
            "2024",
            "the West",
            "unknown",
            "no counted event",
            "0",
        )

    def test_all_years_unknown_can_be_drawn(self) -> None:
        """Nothing known is a chart of hatching, and says so."""
        chart = balance_chart(BALANCE[2:], title="T", names=NAMES)

        assert "known in 0 of 1 years" in chart.description
        assert chart.svg.count('fill="url(#hatch)"') == 2

    def test_group_keeps_its_colour(self) -> None:
        """Colours given are used; else groups take the palette in the order of the names."""
        given = balance_chart(BALANCE, title="T", names=NAMES, colours={"china": "#123456"})

        assert "#123456" in given.svg
        assert PALETTE[0] in given.svg
        assert PALETTE[1] not in given.svg

    def test_events_are_counted_below(self) -> None:
        """The number of events stands under each known year of each group."""
        assert _texts(CHARTS["balance"]().svg).count("3") == 2

    def test_names_come_from_the_rows_where_none_are_given(self) -> None:
        """The rows name their groups."""
        assert "The West" in _texts(balance_chart(BALANCE, title="T").svg)

    def test_no_rows_are_an_error(self) -> None:
        """An empty chart would look like a finding."""
        with pytest.raises(DataError, match="found no rows"):
            balance_chart([], title="T", names=NAMES)


class TestTimeline:
    def test_key_event_and_day_are_named(self) -> None:
        """The event of the brief is named on the chart, and so are the day and the lanes."""
        texts = _texts(_timeline().svg)

        assert {"Peace Defenders-2025", "20 July 2025", "exercise", "agreement"} <= set(texts)
        assert "Platinum Wolf 25" not in texts

    def test_event_without_date_is_counted(self) -> None:
        """It is not drawn at some day, but said, and listed last."""
        chart = _timeline()

        assert chart.caption.endswith("1 without a date not shown.")
        assert chart.rows[-1] == ("date not known", "visit", "China", "a rumour")

    def test_legend_is_left_out_where_lanes_are_the_groups(self) -> None:
        """A lane named as its group needs no legend."""
        rows = [TimelineRow("x", "China", "china", parse_edtf("2020"))]

        assert _texts(_timeline(rows).svg).count("China") == 1

    def test_nothing_dated_can_be_drawn(self) -> None:
        """Only the day is left."""
        chart = _timeline(EVENTS[-1:])

        assert "20 July 2025" in _texts(chart.svg)
        assert "no dated event" in chart.description


class TestDepth:
    def test_unknown_depth_is_said(self) -> None:
        """A rail that is not known is neither drawn nor called zero."""
        chart = CHARTS["depth"]()

        assert "practice: unknown from 2023, 3 from 2024" in chart.description
        assert chart.rows[0] == ("2023", "1", "unknown")
