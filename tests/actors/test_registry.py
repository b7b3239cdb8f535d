import csv
from collections import Counter
from datetime import date

import pytest

from quietsignal import actors
from quietsignal.actors import ActorKind, actor, all_actors, exists_on, numbered_state
from quietsignal.errors import UnknownActor

# First days that follow the day of independence, where the list of Gleditsch and Ward has the day
# of recognition, a swapped day (Rwanda), or one state where we tell two apart.
OWN_FIRST_DAY = {
    "BIH", "DDR", "HRV", "RUS", "RWA", "SCG", "SRB", "SUN", "SVN", "TUN", "YEM", "YUG",
}  # fmt: skip


def states():
    return [a for a in all_actors() if a.kind is ActorKind.STATE]


def test_codes_are_unique():
    """No two actors have a code, and no two living states an ISO2, ISO number or COW number."""
    assert max(Counter(a.code for a in all_actors()).values()) == 1
    living = [a for a in states() if a.until is None]
    for scheme in (
        [a.iso2 for a in living if a.iso2],
        [a.iso_numeric for a in states() if a.iso_numeric],
        [n for a in living for n in a.cow],
        [n for a in living for n in a.gw],
    ):
        assert max(Counter(scheme).values()) == 1


def test_there_are_the_states_of_the_world_and_those_that_ended():
    """Every member of the United Nations, the disputed states and the ended ones are there."""
    codes = {a.code for a in all_actors()}
    assert len(states()) == 209
    assert {"XKX", "TWN", "PSE", "VAT", "ESH"} <= codes
    assert {a.code for a in states() if a.until} == {
        "SUN", "YUG", "SCG", "CSK", "DDR", "YAR", "YMD", "RVN", "ZAN",
    }  # fmt: skip


def test_an_actor_ends_after_it_begins():
    """The last day of an actor is never before its first."""
    for a in all_actors():
        assert a.from_ is None or a.until is None or a.from_ <= a.until, a.code


@pytest.mark.parametrize(
    ("code", "day", "there"),
    [
        ("SUN", date(1991, 12, 25), True),
        ("SUN", date(1991, 12, 26), False),
        ("RUS", date(1991, 12, 26), True),
        ("YUG", date(1999, 3, 24), True),
        ("SCG", date(2003, 2, 4), True),
        ("SRB", date(2006, 6, 4), False),
        ("SRB", date(2006, 6, 5), True),
        ("XKX", date(2008, 2, 16), False),
        ("XKX", date(2008, 2, 17), True),
        ("SSD", date(2011, 7, 8), False),
        ("DDR", date(1990, 10, 2), True),
        ("NATO", date(1949, 4, 3), False),
        ("USA", date(1800, 1, 1), True),
    ],
)
def test_an_actor_exists_from_its_first_to_its_last_day(code, day, there):
    """Both ends of an actor's existence are included."""
    assert exists_on(code, day) is there


def test_successors_follow_at_once_and_know_their_predecessors():
    """A successor exists the day after its predecessor ended, and names it in return."""
    for ended in states():
        for code in ended.successors:
            successor = actor(code)
            assert ended.code in successor.predecessors
            assert successor.until is None or successor.until > ended.until
    assert actor("SCG").successors == ("MNE", "SRB")
    assert actor("SRB").predecessors == ("SCG",)
    assert set(actor("CSK").successors) == {"CZE", "SVK"}
    assert len(actor("SUN").successors) == 15


@pytest.mark.parametrize(
    ("scheme", "number", "day", "code"),
    [
        ("cow", 345, None, "SRB"),
        ("cow", 345, date(1995, 6, 1), "YUG"),
        ("cow", 345, date(2004, 6, 1), "SCG"),
        ("gw", 345, date(2004, 6, 1), "SCG"),
        ("gw", 340, None, "SRB"),
        ("cow", 255, None, "DEU"),
        ("cow", 260, date(1985, 1, 1), "DEU"),
        ("cow", 265, None, "DDR"),
        ("cow", 678, None, "YAR"),
        ("cow", 679, None, "YEM"),
        ("gw", 678, date(1980, 1, 1), "YAR"),
        ("gw", 678, date(2000, 1, 1), "YEM"),
        ("cow", 365, date(1980, 1, 1), "SUN"),
        ("cow", 365, None, "RUS"),
        ("cow", 970, None, "NRU"),
        ("gw", 970, None, "KIR"),
    ],
)
def test_numbers_of_data_sets_lead_to_the_state_of_the_day(scheme, number, day, code):
    """COW and Gleditsch-Ward numbers outlive states, so that the day decides who is meant."""
    assert numbered_state(scheme, number, day=day).code == code


def test_a_number_without_a_state_is_an_error_that_names_its_holders():
    """A number nobody holds, or holds on that day, raises an error listing who held it."""
    with pytest.raises(UnknownActor, match="no state has the cow number 999; known: none"):
        numbered_state("cow", 999)
    with pytest.raises(UnknownActor, match="on 1950-01-01; known: XKX from 2008-02-17"):
        numbered_state("cow", 347, day=date(1950, 1, 1))


def test_an_unknown_code_names_what_was_found_expected_and_nearest():
    """The error for an unknown code says what was given, what is valid, and what is close."""
    with pytest.raises(UnknownActor) as raised:
        actor("SRX")
    text = str(raised.value)
    assert text.startswith("unknown actor 'SRX': expected a code such as SRB or NATO")
    assert "SRB (Serbia)" in text


def test_an_unknown_code_that_is_like_nothing_says_so():
    """Where nothing is close the error says none instead of guessing."""
    with pytest.raises(UnknownActor, match="nearest: none"):
        actor("§§§")


def test_codes_are_exact():
    """`actor` takes the exact code only; small letters are for `find_actor`."""
    with pytest.raises(UnknownActor):
        actor("srb")


def test_the_public_names_are_those_declared():
    """Everything in `__all__` is there, sorted within its classes and functions."""
    assert all(hasattr(actors, name) for name in actors.__all__)
    assert len(set(actors.__all__)) == len(actors.__all__)


@pytest.mark.data
def test_iso_codes_agree_with_the_public_list(shared):
    """Every ISO code, alpha-2 and number agrees with the public list of country codes."""
    with (shared / "names" / "country-codes.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["ISO3166-1-Alpha-3"]: row for row in csv.DictReader(file)}
    for code, row in rows.items():
        if row["is_independent"] == "Yes":
            assert actor(code).iso2 == row["ISO3166-1-Alpha-2"]
    for state in states():
        if state.code in rows:
            assert state.iso_numeric == int(rows[state.code]["ISO3166-1-numeric"])


@pytest.mark.data
def test_numbers_agree_with_the_crosswalk_of_the_votes(shared):
    """Every COW and Gleditsch-Ward number in the crosswalk leads to the state named there."""
    # The crosswalk names today's ISO code for numbers whose state has ended, and one code for
    # both Yemens.
    with (shared / "votes" / "codes_crosswalk.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            code = "YMD" if row["ccode"] == "680" else row["iso3_now"]
            assert numbered_state("cow", int(row["ccode"])).code == code
            if row["gwcode"] not in {"678", "680"}:
                assert numbered_state("gw", int(row["gwcode"])).code == code


@pytest.mark.data
def test_first_days_agree_with_gleditsch_and_ward(shared):
    """First days are those of Gleditsch and Ward, except the few listed above."""
    polars = pytest.importorskip("polars")
    table = polars.read_parquet(shared / "geography" / "gw_states.parquet")
    spells = table["gwcode", "startdate"].rows()
    starts = dict(sorted(spells, key=lambda spell: spell[1]))
    for state in states():
        if state.code not in OWN_FIRST_DAY and state.gw and state.gw[0] in starts:
            start = starts[state.gw[0]]
            assert state.from_ == (None if start == "1816-01-01" else date.fromisoformat(start))
