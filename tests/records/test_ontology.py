import csv
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from quietsignal.records import (
    DEEPEST,
    EventType,
    Rail,
    Rung,
    Status,
    ontology_version,
    rung_words,
    type_entry,
)

# The roles of each type, as the coding rules fix them.
ROLES = {
    "exercise": ("participant", "host", "observer"),
    "transfer": ("supplier", "recipient"),
    "aid": ("donor", "recipient"),
    "coproduction": ("partner",),
    "facility": ("host", "partner"),
    "agreement": ("party",),
    "trade_provision": ("grantor", "beneficiary"),
    "visit": ("visitor", "host", "participant"),
    "deployment": ("contributor", "host", "organisation"),
    "training": ("trainer", "trainee"),
    "sanction": ("sender", "target"),
    "membership": ("actor", "organisation"),
    "policy": ("actor",),
    "statement": ("actor", "target"),
    "economic_deal": ("party",),
    "suspension": ("party", "actor", "target"),
}
EXTRA = {
    "trade_provision": {"rate_from", "rate_to", "years_min", "years_max"},
    "sanction": {"action"},
    "membership": {"relation"},
    "statement": {"stance"},
    "suspension": {"what"},
}
PAPER = {"agreement", "trade_provision", "membership"}
NEITHER = {"sanction", "policy", "statement", "economic_deal", "suspension"}


def _table() -> dict[str, object]:
    text = files("quietsignal.records").joinpath("ontology.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def test_every_type_has_a_row() -> None:
    """The table and the enumeration name the same types."""
    assert {event_type.value for event_type in EventType} == set(ROLES)
    assert {type_entry(event_type).type for event_type in EventType} == set(EventType)


def test_table_and_enumeration_name_the_same_statuses() -> None:
    """The table and the enumeration name the same statuses, in the same order."""
    assert _table()["statuses"] == [status.value for status in Status]


@pytest.mark.parametrize("event_type", EventType)
def test_roles_follow_the_coding_rules(event_type: EventType) -> None:
    """Each type has its roles in order, and requires only roles that it has."""
    entry = type_entry(event_type)

    assert entry.roles == ROLES[event_type]
    assert set(entry.required) <= set(entry.roles)


@pytest.mark.parametrize("event_type", EventType)
def test_extra_keys_follow_the_coding_rules(event_type: EventType) -> None:
    """Each type has at least the extra keys that the coding rules name."""
    assert EXTRA.get(event_type, set()) <= set(type_entry(event_type).extra)


@pytest.mark.parametrize("event_type", EventType)
def test_rail_follows_the_depth_scale(event_type: EventType) -> None:
    """What is agreed is paper, what is done is practice, the rest is on neither rail."""
    entry = type_entry(event_type)
    expected = Rail.PAPER if event_type in PAPER else Rail.PRACTICE
    if event_type in NEITHER:
        expected = Rail.NONE

    assert entry.rail is expected


@pytest.mark.parametrize("event_type", EventType)
def test_depth_and_weight_fit_the_rail(event_type: EventType) -> None:
    """A type on a rail has a depth of 1 to 6 and a weight; off the rails it has neither."""
    entry = type_entry(event_type)

    if entry.rail is Rail.NONE:
        assert (entry.depth, entry.weight, entry.rungs) == (0, 0.0, ())
    else:
        assert 1 <= entry.depth <= DEEPEST
        assert entry.weight > 0
    assert all(0 <= rung.depth <= DEEPEST for rung in entry.rungs)


@pytest.mark.parametrize("event_type", EventType)
def test_rungs_can_match(event_type: EventType) -> None:
    """A rung has a condition, on a role or an extra key that its type has."""
    entry = type_entry(event_type)

    for rung in entry.rungs:
        assert rung.words or rung.details or rung.role or rung.actors
        assert rung.role is None or rung.role in entry.roles
        assert {key for key, _ in rung.details} <= set(entry.extra)
        assert all(word == word.lower() for word in rung.words)


@pytest.mark.parametrize("event_type", EventType)
def test_label_is_words(event_type: EventType) -> None:
    """Each type has a label that may stand in a sentence."""
    label = type_entry(event_type).label

    assert label
    assert "_" not in label
    assert label[0].islower()


@pytest.mark.parametrize(
    ("event_type", "depth"),
    [
        (EventType.VISIT, 1),
        (EventType.TRAINING, 2),
        (EventType.TRANSFER, 3),
        (EventType.EXERCISE, 3),
        (EventType.TRADE_PROVISION, 3),
        (EventType.COPRODUCTION, 4),
        (EventType.FACILITY, 4),
        (EventType.DEPLOYMENT, 5),
    ],
)
def test_depth_follows_the_scale(event_type: EventType, depth: int) -> None:
    """The usual depth of a type is the rung on which the scale names it."""
    assert type_entry(event_type).depth == depth


def test_membership_of_an_alliance_is_the_deepest_paper() -> None:
    """A member of an alliance with mutual defence stands on the sixth rung, a leaver on none."""
    by_relation = {dict(rung.details)["relation"]: rung for rung in _membership_rungs()}

    assert (by_relation["member"].depth, by_relation["member"].actors) == (6, ("NATO", "CSTO"))
    assert (by_relation["left"].depth, by_relation["refrain"].depth) == (0, 0)


def _membership_rungs() -> tuple[Rung, ...]:
    return type_entry(EventType.MEMBERSHIP).rungs


@pytest.mark.parametrize("event_type", EventType)
def test_crosswalk_codes_are_written_as_codes(event_type: EventType) -> None:
    """CAMEO codes are two to four digits, PLOVER codes are capital letters."""
    entry = type_entry(event_type)

    assert entry.cameo
    assert all(code.isdigit() and 2 <= len(code) <= 4 for code in entry.cameo)
    assert all(code.isalpha() and code.isupper() for code in entry.plover)


@pytest.mark.data
def test_crosswalk_codes_stand_in_the_codebooks(shared_data: Path) -> None:
    """Each code of the crosswalk is one of the published lists."""
    with (shared_data / "names" / "cameo-codes.csv").open(encoding="utf-8", errors="replace") as f:
        cameo = {row["code"] for row in csv.DictReader(f)}
    plover_lines = (
        (shared_data / "names" / "plover_CAMEO2PLOVER-2021.txt")
        .read_text(encoding="utf-8", errors="replace")
        .splitlines()
    )
    plover = {
        line.partition(":")[2].partition(",")[0].partition("#")[0].strip()
        for line in plover_lines
        if line[:1].isdigit()
    }

    for event_type in EventType:
        entry = type_entry(event_type)
        assert set(entry.cameo) <= cameo
        assert set(entry.plover) <= plover


def test_version_is_part_of_the_table() -> None:
    """The version that enters the ids of claims is the one that the table states."""
    assert ontology_version() == "1" == _table()["version"]


@pytest.mark.parametrize("rail", [Rail.PAPER, Rail.PRACTICE])
def test_every_rung_has_words(rail: Rail) -> None:
    """Each of the six rungs of a rail can be said in its own words."""
    words = [rung_words(rail, depth) for depth in range(1, DEEPEST + 1)]

    assert DEEPEST == 6
    assert len(set(words)) == DEEPEST
    assert all(words)


@pytest.mark.parametrize(
    ("status", "happened"),
    [
        (Status.DONE, True),
        (Status.ONGOING, True),
        (Status.IN_FORCE, True),
        (Status.REPORTED, True),
        (Status.ANNOUNCED, False),
        (Status.OFFERED, False),
        (Status.CANCELLED, False),
        (Status.DENIED, False),
        (Status.HYPOTHETICAL, False),
    ],
)
def test_what_counts_as_happened(status: Status, happened: bool) -> None:
    """Only what is said to have taken place, to run or to hold has happened."""
    assert status.happened is happened
