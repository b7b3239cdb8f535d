import pytest

from ledger.evidence import tell
from quietsignal.ledger.values import (
    Extent,
    Witness,
    choose_date,
    choose_status,
    extent_of,
    ranked,
    text_key,
)
from quietsignal.records import EventType, Grade, Status, parse_edtf


def witness(text: str, **fields) -> Witness:
    known = {"standing": 2, "grade": Grade.C, "source": text, "told": 1, **fields}
    return Witness(claim=tell(text)[1], **known)


def shown(*stated) -> list:
    return [candidate.value for candidate in ranked("quantity", stated)]


def test_judgement_comes_before_all() -> None:
    """A corrected field, then an accepted claim; what a person is unsure of comes last."""
    corrected = witness("a", standing=1, grade=Grade.F, corrected=frozenset({"quantity"}))
    accepted = witness("b", standing=1, grade=Grade.E)
    plain, unsure = witness("c", grade=Grade.B), witness("d", standing=3, grade=Grade.A)
    assert shown((4, unsure), (3, plain), (2, accepted), (1, corrected)) == [1, 2, 3, 4]


def test_then_the_grade() -> None:
    """A to E, and F, which is not known, after them."""
    graded = [
        (grade.value, witness(grade.value, grade=grade))
        for grade in "FEDCBA"
        for grade in [Grade(grade)]
    ]
    assert shown(*graded) == list("ABCDEF")


def test_then_independent_sources() -> None:
    """Two sources of their own outweigh three copies of one."""
    copies = [(9, witness(name, source="agency")) for name in "abc"]
    own = [(6, witness(name)) for name in "de"]
    assert shown(*copies, *own) == [6, 9]


def test_then_the_latest_and_the_id() -> None:
    """The later publication, and at last the smaller id, so that the order is total."""
    assert shown((1, witness("a", told=5)), (2, witness("b", told=7))) == [2, 1]
    one, other = witness("a"), witness("b")
    first = min(one, other, key=lambda who: who.claim.id)
    assert shown((one.source, one), (other.source, other))[0] == first.source


def test_spellings_of_one_text_are_one_value() -> None:
    """Case, spaces, hyphens and quotation marks do not make another value."""
    assert text_key("Peace Guardian-2025") == text_key("“Peace guardian 2025”")
    assert text_key("CH-92") != text_key("CH-92A")
    assert text_key("…") == "…"


def dates(*texts: str, extent: Extent = Extent.MOMENT) -> list[str]:
    """The dates that conflict, of sources in falling order of grade."""
    stated = [
        (parse_edtf(text), witness(text, grade=grade))
        for text, grade in zip(texts, Grade, strict=False)
    ]
    return [one.value.to_edtf() for one in choose_date("date", stated, extent=extent)]


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (("2025", "2025-07", "2025-07-20"), ["2025-07-20"]),
        (("2025-07", "2025"), ["2025-07"]),
        (("../2025-07-18", "2020"), ["2020"]),
        (("2025-07-19/2025-07-28", "2025-07-21/2025-07-31"),) * 2,
        (("2025", "2025-06", "2025-07"), ["2025-06", "2025-07"]),
        (("2025", "2024"), ["2025", "2024"]),
        (("", "2025"), ["2025"]),
        (("", ""), []),
    ],
)
def test_a_date_within_another_is_the_same_better_known(stated, expected) -> None:
    """The narrower one is shown, and only dates that exclude or cross each other conflict."""
    assert dates(*stated) == list(expected)


def test_a_day_of_an_exercise_is_not_its_date() -> None:
    """Of what lasts, a day within the range does not shorten the range; a month still gives way."""
    assert dates("2025-07-19/2025-07-28", "2025-07-20", extent=Extent.PERIOD) == [
        "2025-07-19/2025-07-28"
    ]
    assert dates("2025-07-20", "2025-07-19/2025-07-28", extent=Extent.PERIOD) == [
        "2025-07-19/2025-07-28"
    ]
    assert dates("2025-07", "2025-07-20", extent=Extent.PERIOD) == ["2025-07-20"]


def test_deliveries_over_years_are_not_one_of_them() -> None:
    """A range of deliveries stands; a year is still narrowed to the day."""
    years = ("2021/2025", "2021/2022", "2022-04-09")
    assert dates(*years, extent=Extent.SERIES) == ["2021-01-01/2025-12-31"]
    assert dates("2022", "2022-04-09", extent=Extent.SERIES) == ["2022-04-09"]


@pytest.mark.parametrize(
    ("kind", "extent"),
    [("exercise", "period"), ("transfer", "series"), ("agreement", "moment")],
)
def test_extents(kind, extent) -> None:
    """An exercise lasts, arms come over years, a signature is a moment."""
    assert extent_of(EventType(kind)) == extent


def status(*stated: tuple[str, int]) -> list[str]:
    known = [(Status(one), witness(f"{one} {day}", told=day)) for one, day in stated]
    return [candidate.value.value for candidate in choose_status(known)]


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ([("announced", 1), ("done", 9)], ["done"]),
        ([("done", 1), ("cancelled", 9)], ["cancelled"]),
        ([("announced", 9), ("done", 9)], ["done"]),
        ([("announced", 1), ("denied", 9), ("cancelled", 1)], ["denied"]),
    ],
)
def test_the_latest_status_is_shown(stated, expected) -> None:
    """An older status is what the event was; of one day the furthest stage is shown."""
    assert status(*stated) == expected


def test_a_denial_of_the_same_day_is_a_conflict() -> None:
    """Only then do two statuses contradict each other."""
    assert sorted(status(("done", 9), ("denied", 9), ("announced", 1))) == ["denied", "done"]


def test_a_judged_status_is_shown() -> None:
    """A person's correction stands against later documents."""
    judged = witness("a", standing=1, corrected=frozenset({"status"}))
    later = witness("b", told=99)
    (only,) = choose_status([(Status.DONE, judged), (Status.CANCELLED, later)])
    assert only.value is Status.DONE
