from factories import claim, document, event, exercise
from quietsignal.signals import domain, novelty

PAIR = ("SRB", "CHN")
LEAD = exercise("CHN", "2025-07-21/2025-07-31", status="announced", name="Peace Guardian-2025")
POLICE = exercise("CHN", "2019-11-28", details={"domain": "police"})


def test_the_first_exercise_of_two_armies_is_a_first() -> None:
    """A police drill before it is kin, not an earlier one of its kind."""
    found = novelty(LEAD, [LEAD, POLICE, exercise("RUS", "2019")], pair=PAIR)
    assert found.first
    assert found.kin == (POLICE,)


def test_an_earlier_exercise_denies_it() -> None:
    """With an earlier exercise of the two armies it is no first."""
    earlier = exercise("CHN", "2023")
    found = novelty(LEAD, [LEAD, earlier], pair=PAIR)
    assert not found.first
    assert found.earlier == (earlier,)


def test_a_plan_that_did_not_happen_denies_nothing() -> None:
    """A cancelled earlier exercise leaves the later one a first."""
    cancelled = exercise("CHN", "2023", status="cancelled")
    assert novelty(LEAD, [LEAD, cancelled], pair=PAIR).first


def test_an_event_without_a_start_may_have_come_before() -> None:
    """Exercises "before 2022" with an open start count as earlier."""
    old = exercise("CHN", "../2021-12-31")
    assert novelty(LEAD, [LEAD, old], pair=PAIR).earlier == (old,)


def test_one_of_the_same_days_does_not_precede() -> None:
    """An exercise known only to be of July 2025 may be the same, and denies nothing."""
    assert novelty(LEAD, [LEAD, exercise("CHN", "2025-07")], pair=PAIR).first
    assert novelty(LEAD, [LEAD, exercise("CHN", "")], pair=PAIR).first


def test_a_later_event_does_not_precede() -> None:
    """What comes after the event is not before it."""
    assert novelty(POLICE, [LEAD, POLICE], pair=PAIR).earlier == ()


def test_sources_that_call_it_a_first_are_named() -> None:
    """A claim whose source says "first" is kept apart from the ledger's own answer."""
    said = claim(
        document("The first joint training of the two armies."), "exercise",
        {"participant": ["SRB", "CHN"]}, details={"first": "yes"},
    )  # fmt: skip
    lead = exercise("CHN", "2025-07", name="x")
    lead = type(lead)(**{**{f: getattr(lead, f) for f in lead.__slots__}, "claims": (said,)})
    assert novelty(lead, [lead], pair=PAIR).claimed == (said,)


def test_the_domain_is_military_unless_told() -> None:
    """Without a word on police an exercise is one of the armed forces."""
    assert (domain(LEAD), domain(POLICE)) == ("military", "police")
    assert domain(event("visit", {"visitor": ["CHN"], "host": ["SRB"]}, "2024")) == "military"
