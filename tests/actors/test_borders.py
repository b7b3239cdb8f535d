from datetime import date

import pytest

from quietsignal.actors import ActorKind, all_actors, neighbours
from quietsignal.errors import DataError

# What the Correlates of War count as a land border in 2016 and we do not: causeways and bridges,
# the border by way of Western Sahara or northern Cyprus, a strip that was ceded, and an error.
ONLY_COW = {
    ("ARE", "QAT"), ("BHR", "SAU"), ("CYP", "TUR"), ("DNK", "SWE"), ("MAR", "MRT"),
    ("MMR", "PAK"), ("MYS", "SGP"),
}  # fmt: skip
# What we count and they do not: overseas parts, Hans Island (2022), the middle of Lake Chad.
ONLY_HERE = {("BRA", "FRA"), ("FRA", "SUR"), ("CAN", "DNK"), ("NGA", "TCD")}


def test_serbia_has_eight_neighbours():
    """Kosovo counts as a neighbour of its own, from its declaration on."""
    around = {"BGR", "BIH", "HRV", "HUN", "MKD", "MNE", "ROU"}
    assert neighbours("SRB") == around | {"XKX"}
    assert neighbours("SRB", date(2007, 1, 1)) == around


@pytest.mark.parametrize("day", [date(1985, 1, 1), date(1991, 6, 1), date(2005, 1, 1), None])
def test_borders_are_symmetric(day):
    """On a day, whoever is my neighbour has me as a neighbour."""
    there = [
        a.code
        for a in all_actors()
        if a.kind is ActorKind.STATE and (a.until is None if day is None else a.exists_on(day))
    ]
    for code in there:
        for other in neighbours(code, day):
            assert code in neighbours(other, day)
            assert code != other


def test_islands_have_no_neighbours():
    """A state without a land border has none, instead of being unknown."""
    assert neighbours("JPN") == frozenset()
    assert neighbours("AUS") == frozenset()


def test_a_state_that_ended_has_its_last_neighbours():
    """Without a day, an ended state answers for its last one."""
    assert neighbours("DDR") == {"DEU", "POL", "CSK"}
    assert "SUN" in neighbours("POL", date(1985, 1, 1))
    assert "SUN" not in neighbours("POL")


def test_neighbours_before_the_state_existed_are_an_error():
    """A day on which the state did not exist is refused, not answered with nothing."""
    with pytest.raises(DataError, match="does not exist on 1980-01-01"):
        neighbours("SRB", date(1980, 1, 1))


@pytest.mark.data
def test_borders_agree_with_the_correlates_of_war(shared):
    """Land borders are those of the COW data of 2016, except the pairs listed above."""
    polars = pytest.importorskip("polars")
    code_of = {number: a.code for a in all_actors() if a.until is None for number in a.cow}
    table = polars.read_parquet(shared / "geography" / "cow_contdir.parquet")
    current = table.filter((table["conttype"] == 1) & (table["enddate"] >= "2016"))
    theirs = {
        tuple(sorted((code_of[first], code_of[second])))
        for first, second in current["ccode1", "ccode2"].rows()
    }
    ours = {
        tuple(sorted((code, other)))
        for code in code_of.values()
        for other in neighbours(code)
        if other in code_of.values()
    }
    assert theirs - ours == ONLY_COW
    assert ours - theirs == ONLY_HERE
