from datetime import date

from factories import event, exercise, transfer
from quietsignal.actors import partner_groups
from quietsignal.assess import Kind, Side, considerations
from quietsignal.signals import novelty

LEAD = exercise("CHN", "2025-07-21/2025-07-31", status="announced")
DAY = date(2025, 7, 20)


def found(*events):
    listed = considerations(
        novelty(LEAD, events, pair=("SRB", "CHN")), (LEAD, *events),
        pair=("SRB", "CHN"), groups=partner_groups(), as_of=DAY,
    )  # fmt: skip
    return {item.kind: item for item in listed}


def test_both_sides_are_shown() -> None:
    """A first and a run of deliveries speak for a shift, exercises with others against it."""
    items = found(transfer("CHN", "2022-04"), exercise("USA", "2025-06"), transfer("FRA", "2024"))
    assert {kind for kind, item in items.items() if item.side is Side.SHIFT} == {
        Kind.FIRST, Kind.RUN,
    }  # fmt: skip
    assert {kind for kind, item in items.items() if item.side is Side.ORDINARY} == {
        Kind.OTHER_PARTNERS, Kind.OTHER_DEALS,
    }  # fmt: skip


def test_a_cancelled_deal_with_another_partner_counts_for_a_shift() -> None:
    """Contracts with Russia that were cancelled speak for a shift."""
    ended = transfer("RUS", "2025-01-08", status="cancelled")
    assert found(ended)[Kind.OTHER_SUSPENDED].events == (ended,)


def test_what_lies_far_back_does_not_count() -> None:
    """A delivery of 2012 is no part of a recent run."""
    assert Kind.RUN not in found(transfer("CHN", "2012"))


def test_partners_of_the_same_group_are_not_others() -> None:
    """An exercise with a state of the partner's own group says nothing of balance."""
    mixed = event("exercise", {"participant": ["SRB", "CHN", "USA"]}, "2025-05")
    assert Kind.OTHER_PARTNERS not in found(mixed)
