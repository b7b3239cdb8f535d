from quietsignal.link.rules import RULES
from quietsignal.records import EventType


def test_every_type_has_a_rule() -> None:
    """A type that is added to the ontology needs one."""
    assert set(RULES) == set(EventType)


def test_an_announcement_may_be_farther_than_a_second_report() -> None:
    """What came of an announcement lies at least as far away as what is told twice."""
    assert all(rule.ahead >= rule.slack for rule in RULES.values())


def test_what_recurs_yearly_is_never_a_year_apart() -> None:
    """An exercise, a training or a visit of the next year is out of reach."""
    recurring = [rule for rule in RULES.values() if rule.recurs]
    assert recurring
    assert all(rule.ahead < 300 for rule in recurring)
