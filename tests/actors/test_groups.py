from datetime import date

import pytest

from quietsignal.actors import PartnerGroup, partner_groups
from quietsignal.errors import DataError, UnknownActor

GROUPS = {group.id: group for group in partner_groups()}


def test_the_built_in_groups_are_west_russia_and_china():
    """There are three groups unless a project defines its own."""
    assert list(GROUPS) == ["west", "russia", "china"]


@pytest.mark.parametrize(
    ("code", "day", "inside"),
    [
        ("POL", date(1990, 6, 1), False),
        ("POL", date(1999, 3, 12), True),
        ("MNE", date(2017, 6, 4), False),
        ("MNE", date(2018, 6, 1), True),
        ("AUT", date(1994, 12, 31), False),
        ("AUT", date(2020, 1, 1), True),
        ("GBR", date(2025, 1, 1), True),
        ("JPN", date(2025, 1, 1), True),
        ("AUS", date(2025, 1, 1), True),
        ("TUR", date(2025, 1, 1), True),
        ("NATO", date(2025, 1, 1), True),
        ("EU", date(2025, 1, 1), True),
        ("CHE", date(2025, 1, 1), False),
        ("KOR", date(2025, 1, 1), False),
        ("SRB", date(2025, 1, 1), False),
        ("RUS", date(2025, 1, 1), False),
    ],
)
def test_the_west_is_nato_and_the_eu_on_the_day(code, day, inside):
    """Members of NATO and the EU belong while they are members; a few others always."""
    assert GROUPS["west"].contains(code, day) is inside


def test_russia_is_russia_belarus_and_the_csto_itself():
    """The organisation belongs to the group, its other members do not."""
    day = date(2020, 1, 1)
    assert GROUPS["russia"].contains("RUS", day)
    assert GROUPS["russia"].contains("BLR", day)
    assert GROUPS["russia"].contains("CSTO", day)
    assert GROUPS["russia"].contains("SUN", date(1980, 1, 1))
    assert not GROUPS["russia"].contains("KAZ", day)


def test_no_state_is_in_two_built_in_groups():
    """The groups that a balance is measured against do not overlap."""
    for code in ("USA", "RUS", "CHN", "BLR", "DEU", "SRB", "JPN"):
        assert sum(group.contains(code, date(2025, 1, 1)) for group in partner_groups()) <= 1


def test_a_project_defines_its_own_group():
    """A mapping of name, actors, expand and except makes a group."""
    group = PartnerGroup.from_mapping(
        "gulf",
        {"name": "the Gulf", "actors": ["IRQ"], "expand": ["GCC"], "except": ["QAT"]},
    )
    day = date(2020, 1, 1)
    assert group.contains("IRQ", day)
    assert group.contains("SAU", day)
    assert group.contains("GCC", day)
    assert not group.contains("QAT", day)
    assert not group.contains("SAU", date(1980, 1, 1))


@pytest.mark.parametrize(
    ("id_", "mapping", "message"),
    [
        ("G 1", {"name": "x", "actors": ["SRB"]}, "expected an id"),
        ("g", {"name": "x", "actor": ["SRB"]}, "found the keys actor, expected only name, actors"),
        ("g", {"actors": ["SRB"]}, "found name = None, expected a text"),
        ("g", {"name": " ", "actors": ["SRB"]}, "expected a text"),
        ("g", {"name": "x", "actors": "SRB"}, "found actors = 'SRB', expected a list of codes"),
        ("g", {"name": "x"}, "at least one of actors and expand"),
        ("g", {"name": "x", "actors": ["SRB", "SRB"]}, "names SRB more than once"),
        ("g", {"name": "x", "actors": ["SRB"], "except": ["SRB"]}, "SRB in both"),
        ("g", {"name": "x", "expand": ["UN"]}, "members of UN are not recorded"),
        ("g", {"name": "x", "expand": ["SRB"]}, "members of SRB are not recorded"),
    ],
)
def test_a_wrong_mapping_names_the_fault(id_, mapping, message):
    """Each fault in a project's group is one error that says what was found and expected."""
    with pytest.raises(DataError, match=message):
        PartnerGroup.from_mapping(id_, mapping)


def test_an_unknown_code_in_a_group_is_an_unknown_actor():
    """A code that nobody has stops the group, and so does asking a group for one."""
    with pytest.raises(UnknownActor, match="unknown actor 'SRX'"):
        PartnerGroup.from_mapping("g", {"name": "x", "actors": ["SRX"]})
    with pytest.raises(UnknownActor):
        GROUPS["west"].contains("SRX", date(2020, 1, 1))
