from urllib.parse import urlsplit

import pytest
from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException

import factories
from quietsignal.records import Event
from quietsignal.web.holdings import Entry
from quietsignal.web.selection import Selection, facets


def _entry(event: Event) -> Entry:
    return Entry.of(event, {event.claims[0].document: factories.document("x")})


ENTRIES = tuple(
    map(
        _entry,
        [
            factories.exercise("CHN", "2025-07", name="Vučić's drill"),
            factories.exercise("RUS", "2019", status="announced"),
            factories.transfer("CHN", "2020-07-01/2021-01-01", item="missiles"),
            factories.transfer("FRA", ""),
        ],
    )
)


def _found(query: str) -> list[int]:
    return [ENTRIES.index(one) for one in Selection.read(QueryParams(query)).filtered(ENTRIES)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", [0, 1, 2, 3]),
        ("actor=CHN", [0, 2]),
        ("actor=China", [0, 2]),
        ("actor=CHN&actor=RUS", []),
        ("type=transfer&type=exercise", [0, 1, 2, 3]),
        ("type=transfer&actor=CHN", [2]),
        ("status=announced", [1]),
        ("year=2021", [2]),
        ("year=2019&year=2025", [0, 1]),
        ("year=unknown", [3]),
        ("text=VUCIC", [0]),
        ("text=missiles+china", [2]),
        ("text=no+such+words", []),
        ("type=&text=", [0, 1, 2, 3]),
        ("other=1", [0, 1, 2, 3]),
    ],
)
def test_selections(query: str, expected: list[int]) -> None:
    """Actors and words must all be there; of types, statuses and years one is enough."""
    assert _found(query) == expected


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("type=war", "expected one of exercise, transfer"),
        ("status=x", "expected one of announced"),
        ("year=20255", "expected one as 2025"),
        ("year=²025", "expected one as 2025"),
        ("actor=Atlantis", "unknown actor 'Atlantis'"),
        ("page=x", "expected a number"),
    ],
)
def test_what_cannot_be_read_is_told(query: str, told: str) -> None:
    """A value that does not exist is a wrong address, not an empty list."""
    with pytest.raises(HTTPException, match=told) as raised:
        Selection.read(QueryParams(query))

    assert raised.value.status_code == 400


def test_an_address_is_a_permalink() -> None:
    """Reading the address of a selection gives the selection; the order of choices is one."""
    query = "year=2025&actor=SRB&actor=CHN&text=a+%26+b%3C"
    selection = Selection.read(QueryParams(query))

    address = selection.address(page=3)

    again = Selection.read(QueryParams(urlsplit(address).query))
    assert again.address() == selection.address()
    assert (again.page, again.text) == (3, "a & b<")
    assert Selection().address() == "/events"


def test_a_choice_is_taken_in_and_out() -> None:
    """A choice made twice is none, and begins at the first page again."""
    selection = Selection(page=4)

    chosen = selection.toggled("type", "visit")

    assert chosen == Selection(type=("visit",))
    assert chosen.toggled("type", "visit") == Selection()


def test_counts_say_what_a_choice_would_show() -> None:
    """Alternatives are counted without those chosen, actors among what is shown."""
    selection = Selection(type=("transfer",), actor=("CHN",))

    actor, kind, _, year = facets(selection, ENTRIES)

    assert [(one.words, one.count, one.chosen) for one in actor.choices] == [
        ("China", 1, True),
        ("Serbia", 1, False),
    ]
    assert [(one.words, one.count) for one in kind.choices] == [
        ("arms transfer", 1),
        ("joint exercise", 1),
    ]
    assert [one.words for one in year.choices] == ["2021", "2020"]
    assert [one.words for one in kind.chosen] == ["arms transfer"]
