"""What each field of two claims adds to their score, and the words in which it is told."""

from typing import Any

import pytest

from factories import claim, document
from quietsignal.link.compare import CAP, compare
from quietsignal.link.reading import Reading, read_claim
from quietsignal.records import DocumentKind

ROLES: dict[str, dict[str, list[str]]] = {
    "exercise": {"participant": ["CHN", "SRB"]},
    "transfer": {"supplier": ["CHN"], "recipient": ["SRB"]},
    "aid": {"donor": ["CHN"], "recipient": ["SRB"]},
    "facility": {"host": ["SRB"], "partner": ["CHN"]},
    "trade_provision": {"grantor": ["SRB"], "beneficiary": ["CHN"]},
    "membership": {"actor": ["SRB"], "organisation": ["NATO"]},
    "statement": {"actor": ["EU"], "target": ["SRB"]},
    "suspension": {"actor": ["SRB"], "target": ["CHN"]},
}
SENTENCES = ("Something took place.", "A spokesman declared what his ministry knew of the affair.")


def readings(kind: str, left: dict[str, Any], right: dict[str, Any]) -> tuple[Reading, Reading]:
    """Two claims of a type, as read, that differ in the fields given."""
    found = []
    for text, fields in zip(SENTENCES, (left, right), strict=True):
        told = {"roles": ROLES[kind], "kind": kind, "when": "2025-07", "says": text, **fields}
        source = document(told.pop("says"), **told.pop("source", {}))
        one = claim(source, told.pop("kind"), told.pop("roles"), **told)
        found.append(read_claim(one, {source.id: source}))
    return found[0], found[1]


def weighed(kind: str, left: dict[str, Any], right: dict[str, Any]) -> tuple[float, str]:
    """The score of two claims and all of its reasons as one text."""
    found = compare(*readings(kind, left, right))
    assert found is not None
    return found[0], "; ".join(found[1])


@pytest.mark.parametrize(
    ("kind", "field", "values", "reason"),
    [
        ("exercise", "place", ("Hebei", "Hebei province"), "one place: Hebei and Hebei province"),
        ("exercise", "place", ("Smederevo", "Smederovo"), "one place: Smederevo and Smederovo"),
        ("transfer", "quantity", (6, 6), "the same quantity: 6"),
        ("transfer", "quantity", (20, 21), "nearly the same quantity: 20 and 21"),
        ("transfer", "item", ("FK-3", "HQ-22"), "the same item: FK-3 and HQ-22"),
        ("transfer", "item", ("MiG-29S", "MiG-29"), "variants of one item: MiG-29S and MiG-29"),
        ("exercise", "name", ("Khaan Quest", "Khan Quest"), "nearly the same name"),
        ("exercise", "name", ("joint exercise", "Joint Exercise"), "the same general name"),
        (
            "transfer",
            "stages",
            ({"ordered": "2019"}, {"ordered": "2019-05"}),
            "ordered at one time",
        ),
        ("membership", "details", ({"relation": "refrain"},) * 2, "the same relation: refrain"),
        ("statement", "details", ({"stance": "negative"},) * 2, "the same stance: negative"),
        (
            "trade_provision",
            "details",
            ({"rate_from": "25", "rate_to": "0"},) * 2,
            "the rates agree",
        ),
    ],
)
def test_what_agrees_speaks_for_one_event(
    kind: str, field: str, values: tuple[Any, Any], reason: str
) -> None:
    """A field that agrees raises the score over that of claims without it, and says so."""
    without, _ = weighed(kind, {}, {})
    found, reasons = weighed(kind, {field: values[0]}, {field: values[1]})

    assert found > without
    assert reason in reasons


@pytest.mark.parametrize(
    ("kind", "field", "values", "reason"),
    [
        ("exercise", "place", ("Hebei", "Kubinka"), "different places: Hebei and Kubinka"),
        ("transfer", "quantity", (6, 10), "different quantities: 6 and 10"),
        ("transfer", "item", ("CH-92A, CH-95", "CH-95"), "some items in common"),
        ("exercise", "name", ("Golden Shield", "Iron Wing"), "different names"),
        ("exercise", "details", ({"domain": "police"}, {"domain": "military"}), "different domain"),
        ("transfer", "stages", ({"ordered": "2019"}, {"signed": "2020-02"}), "ordered apart"),
        ("trade_provision", "details", ({"rate_to": "0"}, {"rate_to": "5"}), "the rates differ"),
    ],
)
def test_what_differs_speaks_against_one_event(
    kind: str, field: str, values: tuple[Any, Any], reason: str
) -> None:
    """A field that differs lowers the score under that of claims without it, and says so."""
    without, _ = weighed(kind, {}, {})
    found, reasons = weighed(kind, {field: values[0]}, {field: values[1]})

    assert found < without
    assert reason in reasons


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("exercise", "name", "Golden Shield"),
        ("exercise", "place", "Hebei"),
        ("transfer", "item", "uniforms"),
        ("transfer", "quantity", 6),
        ("transfer", "stages", {"ordered": "2019"}),
        ("exercise", "details", {"domain": "police"}),
    ],
)
def test_what_only_one_tells_says_nothing(kind: str, field: str, value: Any) -> None:
    """A field that one document leaves out is neither for nor against, whichever it is."""
    expected = weighed(kind, {}, {})

    assert weighed(kind, {field: value}, {}) == expected
    assert weighed(kind, {}, {field: value}) == expected


def test_farther_quantities_say_more_against() -> None:
    """Six and nine may be one deal counted twice; six and sixty hardly are."""
    near, _ = weighed("transfer", {"quantity": 6}, {"quantity": 9})
    far, _ = weighed("transfer", {"quantity": 6}, {"quantity": 60})

    assert near > far


@pytest.mark.parametrize("nothing", [0, None])
def test_a_quantity_of_nothing_is_not_compared(nothing: int | None) -> None:
    """No quantity, and one of nought, divide nothing."""
    _, reasons = weighed("transfer", {"quantity": nothing}, {"quantity": 6})

    assert "quantit" not in reasons


def test_actors_in_common_are_weighed_by_their_share() -> None:
    """The same actors say most, then a list that holds the other, then most, then few."""
    lists = (["CHN", "SRB"], ["CHN", "SRB", "RUS"], ["CHN", "SRB", "RUS", "BLR"])
    whole = {"roles": {"participant": lists[0]}}
    found = [
        weighed("exercise", whole, whole),
        weighed("exercise", whole, {"roles": {"participant": lists[1]}}),
        weighed(
            "exercise",
            {"roles": {"participant": ["CHN", "SRB", "PAK"]}},
            {"roles": {"participant": ["CHN", "SRB", "RUS"]}},
        ),
        weighed(
            "exercise",
            {"roles": {"participant": ["CHN", "SRB", "PAK", "KAZ"]}},
            {"roles": {"participant": lists[2]}},
        ),
    ]
    scores = [score for score, _ in found]

    assert scores == sorted(set(scores), reverse=True)
    assert "the same actors: CHN, SRB" in found[0][1]
    assert "one list of actors holds the other: CHN, SRB" in found[1][1]
    assert "most actors in common: CHN, SRB" in found[2][1]
    assert "few actors in common: CHN, SRB" in found[3][1]


def test_a_gift_and_a_sale_are_told_as_two_kinds() -> None:
    """Aid and a transfer of one item are compared, for less than two of one kind."""
    gift = {"kind": "aid", "roles": ROLES["aid"], "item": "FK-3"}
    mixed, reasons = weighed("transfer", {"item": "FK-3"}, gift)
    alike, _ = weighed("transfer", {"item": "FK-3"}, {"item": "FK-3"})

    assert mixed < alike
    assert "told as transfer and as aid" in reasons


@pytest.mark.parametrize("gap", [("2025-01-01", True), ("2025-03-01", True), ("2025-05-01", False)])
def test_the_closer_rule_holds_between_a_gift_and_a_sale(gap: tuple[str, bool]) -> None:
    """Aid lies within three months of the sale that it is, whichever of them comes first."""
    when, near = gap
    gift = {"kind": "aid", "roles": ROLES["aid"], "item": "FK-3", "when": when}
    left, right = readings("transfer", {"item": "FK-3", "when": "2025-01-05"}, gift)

    assert (compare(left, right) is not None) is near
    assert (compare(right, left) is not None) is near


def test_the_same_words_are_a_point_and_rows_have_none() -> None:
    """Copied sentences count for texts, and not for rows that are all made by one pattern."""
    said = {"says": "A spokesman declared that his ministry knew of the affair."}
    row = {"source": {"kind": DocumentKind.DATASET, "edition": "2024", "publisher": "SIPRI"}}
    _, reasons = weighed("transfer", said, {})
    _, rows = weighed("transfer", {**said, **row}, {})

    assert "told in nearly the same words" in reasons
    assert "told in nearly the same words" not in rows


@pytest.mark.parametrize(
    ("kind", "fields", "anchored"),
    [
        ("transfer", {"quantity": 6, "place": "Belgrade", "when": "2025-07-20"}, False),
        ("transfer", {"item": "FK-3"}, True),
        ("exercise", {"quantity": 600}, False),
        ("exercise", {"place": "Hebei"}, True),
        ("facility", {"quantity": 4, "when": "2025-07-20"}, False),
        ("facility", {"place": "Nis"}, True),
    ],
)
def test_what_is_not_anchored_is_capped(kind: str, fields: dict[str, Any], anchored: bool) -> None:
    """Without the field that its type asks for, a pair is for a person to judge."""
    found, _ = weighed(kind, fields, fields)

    assert (found > CAP) is anchored


@pytest.mark.parametrize(
    ("kind", "left", "right"),
    [
        ("membership", {"relation": "member"}, {"relation": "refrain"}),
        ("statement", {"stance": "negative"}, {"stance": "positive"}),
        ("suspension", {"what": "exercise"}, {"what": "transfer"}),
    ],
)
def test_details_that_tell_events_apart_exclude(
    kind: str, left: dict[str, str], right: dict[str, str]
) -> None:
    """Another relation, stance or thing suspended is another event; one that is missing is not."""
    assert compare(*readings(kind, {"details": left}, {"details": right})) is None
    assert compare(*readings(kind, {"details": left}, {})) is not None


def test_orders_more_than_a_year_apart_exclude() -> None:
    """Two orders of one item are two deals, though both were delivered at one time."""
    told = [{"item": "FK-3", "stages": {"ordered": when}} for when in ("2019", "2022")]

    assert compare(*readings("transfer", *told)) is None
