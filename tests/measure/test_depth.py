from datetime import date

import pytest

from factories import event, exercise, transfer
from quietsignal.measure import depth_on, event_depth, rungs

PAIR = ("SRB", "CHN")


def agreement(when: str, name: str, **fields):
    return event("agreement", {"party": ["SRB", "CHN"]}, when, name=name, **fields)


@pytest.mark.parametrize(
    ("made", "depth"),
    [
        (exercise("CHN", "2025"), 3),
        (exercise("CHN", "2019", details={"domain": "police"}), 2),
        (transfer("CHN", "2020"), 3),
        (agreement("2016", "Comprehensive Strategic Partnership"), 1),
        (agreement("2008", "General defence cooperation agreement"), 3),
        (agreement("2015", "Individual Partnership Action Plan"), 2),
        (agreement("1951", "Mutual Defense Treaty"), 6),
        (
            event(
                "deployment",
                {"contributor": ["CHN"], "host": ["SRB"]},
                "2019",
                details={"domain": "police"},
            ),
            2,
        ),
        (
            event(
                "membership",
                {"actor": ["SRB"], "organisation": ["NATO"]},
                "2006",
                details={"relation": "refrain"},
            ),
            0,
        ),
        (
            event(
                "membership",
                {"actor": ["FIN"], "organisation": ["NATO"]},
                "2023",
                details={"relation": "member"},
            ),
            6,
        ),
    ],
)
def test_each_kind_of_event_stands_on_its_rung(made, depth) -> None:
    """The rungs are those of the ontology's table."""
    assert event_depth(made) == depth


def test_a_rail_stands_on_the_deepest_rung_within_its_half_life() -> None:
    """A visit of this year does not hide the delivery of three years ago."""
    visit = event("visit", {"visitor": ["CHN"], "host": ["SRB"]}, "2025-01")
    table = rungs([transfer("CHN", "2022-04"), visit], pair=PAIR)
    _, practice = depth_on(table, date(2025, 7, 20))
    assert practice.depth == 3


def test_what_is_past_its_half_life_no_longer_holds() -> None:
    """A delivery of 2015 holds no rung in 2025, and the rail says that all has lapsed."""
    table = rungs([transfer("CHN", "2015")], pair=PAIR)
    _, practice = depth_on(table, date(2025, 7, 20))
    assert practice.depth is None
    assert practice.reason == "all that the ledger holds has lapsed"


def test_what_is_in_force_holds_without_end() -> None:
    """An agreement in force since 2008 still holds its rung in 2025."""
    table = rungs([agreement("2008", "defence cooperation", status="in_force")], pair=PAIR)
    paper, _ = depth_on(table, date(2025, 7, 20))
    assert paper.depth == 3


def test_a_rail_without_events_is_unknown_and_not_zero() -> None:
    """Nothing in the ledger gives no depth, with the reason."""
    paper, practice = depth_on(rungs([], pair=PAIR), date(2025, 7, 20))
    assert (paper.depth, practice.depth) == (None, None)
    assert paper.reason == "nothing in the ledger"


def test_an_announcement_is_planned_and_not_reached() -> None:
    """An exercise announced for later stands as planned, and holds nothing yet."""
    plan = exercise("CHN", "2025-07-21/2025-07-31", status="announced")
    _, practice = depth_on(rungs([plan], pair=PAIR), date(2025, 7, 20))
    assert (practice.depth, practice.planned, practice.planned_event) == (None, 3, plan.id)


def test_events_of_other_ties_hold_nothing() -> None:
    """An exercise with Russia gives the tie with China no rung."""
    assert rungs([exercise("RUS", "2024")], pair=PAIR).is_empty()


def test_the_future_does_not_count() -> None:
    """On a day before the event nothing is held."""
    _, practice = depth_on(rungs([exercise("CHN", "2025-07")], pair=PAIR), date(2025, 6, 30))
    assert practice.depth is None
