from factories import event, exercise, transfer
from quietsignal.actors import partner_groups
from quietsignal.measure import group_rows, placed_years, unplaced

GROUPS = partner_groups()


def rows(*events, **options):
    return group_rows(events, focus="SRB", groups=GROUPS, **options)


def test_an_event_counts_once_in_each_group_that_takes_part() -> None:
    """An exercise with two members of the West and China is one row for each of the groups."""
    mixed = event("exercise", {"participant": ["SRB", "USA", "FRA", "CHN"]}, "2024-06")
    assert sorted(rows(mixed)["group"]) == ["china", "west"]


def test_what_did_not_happen_is_not_counted() -> None:
    """Announced, cancelled and denied events leave no row."""
    plans = [exercise("CHN", "2025", status=s) for s in ("announced", "cancelled", "denied")]
    assert rows(*plans).is_empty()


def test_types_without_weight_are_not_counted() -> None:
    """A statement weighs nothing by default and leaves no row."""
    said = event("statement", {"actor": ["CHN"], "target": ["SRB"]}, "2024")
    assert rows(said).is_empty()


def test_a_project_can_weigh_types_anew() -> None:
    """A weight given by the project takes the place of the ontology's."""
    assert rows(exercise("CHN", "2024"), weights={"exercise": 7.0})["weight"].to_list() == [7.0]
    assert rows(exercise("CHN", "2024"), weights={"exercise": 0.0}).is_empty()


def test_membership_is_looked_up_on_the_day_of_the_event() -> None:
    """Croatia is of the West from the day on which it joined NATO, 1 April 2009."""
    before, after = exercise("HRV", "2009-03-01"), exercise("HRV", "2009-05-01")
    assert rows(before).is_empty()
    assert rows(after)["group"].to_list() == ["west"]


def test_a_date_over_several_years_is_spread_over_them() -> None:
    """Deliveries from 2022 to 2023 count half in each year."""
    spread = rows(transfer("CHN", "2022/2023"))
    assert dict(zip(spread["year"], spread["part"], strict=True)) == {2022: 0.5, 2023: 0.5}


def test_an_open_date_counts_where_it_starts() -> None:
    """A partnership since 2006 counts in 2006; one that only has an end cannot be placed."""
    assert placed_years(exercise("USA", "2006/..")) == (2006,)
    undated = exercise("RUS", "../2022-02-23")
    assert placed_years(undated) == ()
    assert unplaced([undated], focus="SRB") == (undated,)
    assert rows(undated).is_empty()
