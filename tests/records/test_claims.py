import dataclasses
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quietsignal.errors import DataError
from quietsignal.records import (
    Claim,
    DocumentId,
    EventType,
    Quote,
    QuoteState,
    Rail,
    Status,
    capture_hash,
    make_claim,
    ordered_roles,
    parse_edtf,
)

TEXT = "BELGRADE - Serbian and Chinese special forces will train in Hebei in late July, it said."
CAPTURE = capture_hash(TEXT.encode())


def claim(**changes: Any) -> Claim:
    """The claim of an exercise, with the named fields changed."""
    fields: dict[str, Any] = {
        "capture": CAPTURE,
        "document": DocumentId("document-1"),
        "event_type": EventType.EXERCISE,
        "roles": {"participant": ["SRB", "CHN"], "host": ["CHN"]},
        "date": parse_edtf("2025-07-21/2025-07-31"),
        "status": Status.ANNOUNCED,
        "quotes": (Quote.cut(TEXT, 11, 75),),
        "extractor": "rules/1",
        "confidence": 0.8,
        "name": "Peace Defenders-2025",
        "place": "Hebei",
    }
    return make_claim(**{**fields, **changes})


@given(st.text(), st.data())
def test_quote_is_cut_from_the_text(text: str, data: st.DataObject) -> None:
    """A cut quote is exactly the words at its offsets, with what stands beside them."""
    start = data.draw(st.integers(min_value=0, max_value=len(text)))
    end = data.draw(st.integers(min_value=start, max_value=len(text)))

    quote = Quote.cut(text, start, end)

    assert text[quote.start : quote.end] == quote.exact
    assert text[:start].endswith(quote.prefix)
    assert text[end:].startswith(quote.suffix)
    assert len(quote.prefix) == min(start, 40)
    assert len(quote.suffix) == min(len(text) - end, 40)
    assert quote.state is QuoteState.VERIFIED


@pytest.mark.parametrize(
    ("state", "citable"),
    [(QuoteState.VERIFIED, True), (QuoteState.REPAIRED, True), (QuoteState.UNVERIFIED, False)],
)
def test_unverified_quote_is_not_citable(state: QuoteState, citable: bool) -> None:
    """Words that were not found in the document may not stand in a brief."""
    assert Quote("late July", 66, 75, state).citable is citable


def test_extracting_again_gives_the_same_claim() -> None:
    """The same content gives the same claim with the same id."""
    assert claim() == claim()


def test_order_in_which_roles_are_given_does_not_matter() -> None:
    """Roles are put in the order of the ontology before the id is derived."""
    turned = claim(roles={"host": ["CHN"], "participant": ["SRB", "CHN"]})

    assert turned.id == claim().id
    assert [role for role, _ in turned.roles] == ["participant", "host"]


def test_order_in_which_details_are_given_does_not_matter() -> None:
    """Extra keys and stages are sorted before the id is derived."""
    one = claim(details={"domain": "land", "first": "yes"}, stages={"announced": "2025-07-15"})
    other = claim(details={"first": "yes", "domain": "land"}, stages={"announced": "2025-07-15"})

    assert one == other
    assert one.details == (("domain", "land"), ("first", "yes"))


@pytest.mark.parametrize("field", ["name", "item", "quantity", "place", "details", "stages"])
def test_field_without_a_value_may_be_left_out(field: str) -> None:
    """A field that is given as nothing and one that is not given make the same claim."""
    others = {"name": None, "place": None}
    fields = {key: value for key, value in others.items() if key != field}
    without = {
        "capture": CAPTURE,
        "document": DocumentId("document-1"),
        "event_type": EventType.EXERCISE,
        "roles": {"participant": ["SRB"]},
        "date": parse_edtf("2025"),
        "status": Status.DONE,
        "quotes": (),
        "extractor": "rules/1",
        "confidence": 0.5,
        **fields,
    }

    assert make_claim(**without).id == make_claim(**without, **{field: None}).id


def test_quantity_is_a_number_however_it_is_written() -> None:
    """Three and 3.0 aircraft are the same quantity, so the same claim."""
    assert claim(quantity=3).id == claim(quantity=3.0).id


@pytest.mark.parametrize(
    "change",
    [
        {"capture": capture_hash(b"other")},
        {"document": DocumentId("document-2")},
        {"event_type": EventType.VISIT},
        {"roles": {"participant": ["SRB", "CHN"]}},
        {"roles": {"participant": ["SRB", "RUS"], "host": ["CHN"]}},
        {"date": parse_edtf("2025-07")},
        {"date": parse_edtf("2025-07-21~/2025-07-31~")},
        {"status": Status.DONE},
        {"quotes": (Quote.cut(TEXT, 11, 80),)},
        {"name": "Peace Guardian-2025"},
        {"place": "Belgrade"},
        {"item": "drones"},
        {"quantity": 3.0},
        {"details": {"domain": "land"}},
        {"stages": {"announced": "2025-07-15"}},
    ],
    ids=lambda change: next(iter(change)),
)
def test_other_content_is_another_claim(change: dict[str, Any]) -> None:
    """Each field that says something of the event, or where it is said, is part of the id."""
    assert claim(**change).id != claim().id


@pytest.mark.parametrize("change", [{"extractor": "llm/1"}, {"confidence": 0.1}], ids=str)
def test_how_a_claim_was_found_is_not_part_of_its_id(change: dict[str, Any]) -> None:
    """Two extractors that read the same content make the same claim."""
    assert claim(**change).id == claim().id


def test_claim_cannot_be_changed() -> None:
    """A claim is frozen."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        claim().name = "other"  # type: ignore[misc]


def test_actors_of_a_claim() -> None:
    """The actors of one role or of all, each once, in the order of the claim."""
    assert claim().actors() == ("SRB", "CHN")
    assert claim().actors("host") == ("CHN",)
    assert claim().actors("observer") == ()


def test_details_of_a_claim() -> None:
    """An extra key gives its value, or nothing."""
    made = claim(details={"domain": "police"})

    assert made.detail("domain") == "police"
    assert made.detail("first") is None


def test_rail_of_a_claim_is_its_type_s() -> None:
    """An exercise stands on the rail of practice."""
    assert claim().rail is Rail.PRACTICE


def test_roles_are_ordered_and_cleaned() -> None:
    """Roles follow the ontology; empty roles and repeated actors fall away."""
    given_roles = {"observer": [], "host": ["SRB"], "participant": ["CHN", "SRB", "CHN"]}

    ordered = ordered_roles(EventType.EXERCISE, given_roles)

    assert ordered == (("participant", ("CHN", "SRB")), ("host", ("SRB",)))


def test_unknown_role_is_named() -> None:
    """A role that the type does not have is an error that lists those it has."""
    with pytest.raises(
        DataError, match="exercise: found role 'supplier', expected one of participant, host"
    ):
        claim(roles={"supplier": ["CHN"], "participant": ["SRB"]})
