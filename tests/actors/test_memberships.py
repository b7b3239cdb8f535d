from datetime import date, timedelta
from itertools import pairwise

import pytest

from quietsignal.actors import (
    ActorKind,
    actor,
    exists_on,
    members,
    memberships,
    organisations_of,
)
from quietsignal.errors import DataError, UnknownActor


@pytest.mark.parametrize(
    ("organisation", "member", "first"),
    [
        ("EU", "HRV", date(2013, 7, 1)),
        ("EU", "POL", date(2004, 5, 1)),
        ("EU", "FIN", date(1995, 1, 1)),
        ("NATO", "POL", date(1999, 3, 12)),
        ("NATO", "MNE", date(2017, 6, 5)),
        ("NATO", "MKD", date(2020, 3, 27)),
        ("NATO", "FIN", date(2023, 4, 4)),
        ("NATO", "SWE", date(2024, 3, 7)),
        ("SCO", "IND", date(2017, 6, 9)),
        ("SCO", "BLR", date(2024, 7, 4)),
        ("BRICS", "IDN", date(2025, 1, 6)),
        ("AU", "SSD", date(2011, 7, 27)),
        ("AU", "MAR", date(2017, 1, 31)),
        ("ASEAN", "TLS", date(2025, 10, 26)),
        ("PFP", "SRB", date(2006, 12, 14)),
        ("EAC", "COD", date(2022, 7, 11)),
        ("OSCE", "MNG", date(2012, 11, 21)),
        ("AUKUS", "AUS", date(2021, 9, 15)),
    ],
)
def test_a_member_belongs_from_the_day_it_joined(organisation, member, first):
    """The first day counts, the day before does not."""
    assert member in members(organisation, first)
    assert member not in members(organisation, first - timedelta(days=1))


@pytest.mark.parametrize(
    ("organisation", "member", "last"),
    [
        ("EU", "GBR", date(2020, 1, 31)),
        ("CSTO", "UZB", date(2012, 6, 28)),
        ("CSTO", "GEO", date(1999, 4, 2)),
        ("ECOWAS", "MLI", date(2025, 1, 28)),
        ("ECOWAS", "NER", date(2025, 1, 28)),
        ("CIS", "GEO", date(2009, 8, 17)),
        ("PFP", "FIN", date(2023, 4, 3)),
        ("PFP", "SWE", date(2024, 3, 6)),
    ],
)
def test_a_member_belongs_until_the_day_it_left(organisation, member, last):
    """The last day counts, the day after does not."""
    assert member in members(organisation, last)
    assert member not in members(organisation, last + timedelta(days=1))


@pytest.mark.parametrize(
    ("organisation", "day", "count"),
    [
        ("NATO", date(1949, 8, 24), 12),
        ("NATO", date(2010, 1, 1), 28),
        ("NATO", date(2025, 1, 1), 32),
        ("EU", date(2010, 1, 1), 27),
        ("EU", date(2015, 1, 1), 28),
        ("EU", date(2025, 1, 1), 27),
        ("CSTO", date(2025, 1, 1), 6),
        ("SCO", date(2025, 1, 1), 10),
        ("BRICS", date(2026, 1, 1), 10),
        ("AU", date(2025, 1, 1), 55),
        ("ASEAN", date(2025, 1, 1), 10),
        ("ECOWAS", date(2024, 1, 1), 15),
        ("ECOWAS", date(2025, 6, 1), 12),
        ("GCC", date(2025, 1, 1), 6),
        ("OSCE", date(2025, 1, 1), 57),
        ("LAS", date(2025, 1, 1), 22),
        ("OTS", date(2025, 1, 1), 5),
        ("EAC", date(2025, 1, 1), 8),
        ("CARICOM", date(2025, 1, 1), 14),
        ("QUAD", date(2012, 1, 1), 0),
        ("QUAD", date(2025, 1, 1), 4),
        ("G7", date(2025, 1, 1), 7),
    ],
)
def test_organisations_have_their_known_size(organisation, day, count):
    """The number of members on a day is the one that the organisation itself gives."""
    assert len(members(organisation, day)) == count


def test_members_of_nato_are_no_partners_for_peace():
    """Whoever joins NATO leaves the Partnership for Peace, so that nobody is in both."""
    for year in range(1994, 2027):
        day = date(year, 12, 1)
        assert not members("NATO", day) & members("PFP", day)


def test_members_are_states_that_exist():
    """Both ends of every spell lie within the life of the member, and organisations are such."""
    for spell in memberships():
        assert actor(spell.organisation).kind is ActorKind.ORGANISATION
        assert actor(spell.member).kind is ActorKind.STATE
        assert exists_on(spell.member, spell.from_), spell
        assert spell.until is None or exists_on(spell.member, spell.until), spell
        if spell.until is None:
            assert actor(spell.member).until is None, spell


def test_spells_of_one_member_do_not_overlap():
    """A state that left and came back has two spells, one after the other."""
    spells = memberships()
    assert list(spells) == sorted(spells, key=lambda s: (s.organisation, s.member, s.from_))
    for former, later in pairwise(spells):
        if (former.organisation, former.member) == (later.organisation, later.member):
            assert former.until is not None
            assert former.until < later.from_


def test_organisations_of_a_state_depend_on_the_day():
    """Serbia is a partner for peace and in the OSCE, and in none of the alliances."""
    assert organisations_of("SRB", date(2025, 7, 15)) == {"PFP", "OSCE"}
    assert organisations_of("SRB", date(2006, 7, 1)) == {"OSCE"}


def test_unknown_members_are_an_error_and_not_an_empty_set():
    """An organisation without recorded members, a state, and an unknown code all raise."""
    with pytest.raises(DataError, match=r"UN \(United Nations\) has no recorded members"):
        members("UN", date(2020, 1, 1))
    with pytest.raises(DataError, match=r"SRB \(Serbia\) is a state"):
        members("SRB", date(2020, 1, 1))
    with pytest.raises(UnknownActor):
        members("NATA", date(2020, 1, 1))
