from typing import Any

import pytest

from quietsignal.records import (
    Event,
    EventId,
    EventType,
    Rail,
    Status,
    ordered_roles,
    parse_edtf,
)


def event(**changes: Any) -> Event:
    """An arms transfer from two suppliers, with the named fields changed."""
    fields: dict[str, Any] = {
        "id": EventId("event-1"),
        "type": EventType.TRANSFER,
        "roles": ordered_roles(
            EventType.TRANSFER, {"recipient": ["SRB"], "supplier": ["CHN", "SRB"]}
        ),
        "date": parse_edtf("2024"),
        "status": Status.DONE,
        "claims": (),
    }
    return Event(**{**fields, **changes})


@pytest.mark.parametrize(
    ("fields", "label"),
    [
        ({"name": "Shield 2024", "item": "FK-3"}, "Shield 2024"),
        ({"item": "FK-3"}, "FK-3"),
        ({}, "arms transfer"),
    ],
)
def test_label_is_the_most_telling_field(fields: dict[str, str], label: str) -> None:
    """An event is titled by its name, else its item, else its type."""
    assert event(**fields).label == label


def test_actors_of_an_event() -> None:
    """The actors of one role or of all, each once, in the order of the ontology."""
    assert event().actors() == ("CHN", "SRB")
    assert event().actors("recipient") == ("SRB",)
    assert event().actors("host") == ()


def test_details_of_an_event() -> None:
    """An extra key gives its value, or nothing."""
    assert event(details=(("domain", "air"),)).detail("domain") == "air"
    assert event().detail("domain") is None


@pytest.mark.parametrize(
    ("event_type", "rail"),
    [
        (EventType.TRANSFER, Rail.PRACTICE),
        (EventType.AGREEMENT, Rail.PAPER),
        (EventType.SANCTION, Rail.NONE),
    ],
)
def test_rail_of_an_event_is_its_type_s(event_type: EventType, rail: Rail) -> None:
    """The type decides on which side of a tie an event counts."""
    assert event(type=event_type, roles=()).rail is rail
