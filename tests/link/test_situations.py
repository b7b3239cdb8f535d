"""Stories as documents tell them: which of their claims the linker brings together.

Each claim has a sentence of its own, since the words that quotes have in common count too.
"""

from itertools import combinations
from typing import Any

import pytest

from factories import claim, document
from quietsignal.ledger.events import THRESHOLD
from quietsignal.link import FLOOR, propose
from quietsignal.records import Claim, Document, DocumentKind, Proposal

Told = tuple[Document, Claim]

SALE: dict[str, list[str]] = {"supplier": ["CHN"], "recipient": ["SRB"]}
BOTH: dict[str, list[str]] = {"participant": ["CHN", "SRB"]}


def tell(text: str, kind: str, roles: dict[str, list[str]], **fields: Any) -> Told:
    """A document that says the text, and its claim; `source` holds fields of the document."""
    source = document(text, **fields.pop("source", {}))
    return source, claim(source, kind, roles, **fields)


def proposed(*story: Told) -> tuple[Proposal, ...]:
    return propose([one for _, one in story], {source.id: source for source, _ in story})


def score(left: Told, right: Told) -> float:
    """The score of the pair, 0 where it is not proposed."""
    return next((found.score for found in proposed(left, right)), 0.0)


GUARDIAN = tell(
    "Soldiers of both armies stormed a mock village.",
    "exercise",
    BOTH,
    name="Peace Guardian-2025",
    when="2025-07-19/2025-07-28",
    place="Hebei",
)
DEFENDERS = tell(
    "A ministry in Beijing spoke of an exercise at the end of the month.",
    "exercise",
    BOTH,
    name="Peace Defenders-2025",
    when="2025-07-21/2025-07-31",
    status="announced",
    place="Hebei province",
)
KEEPER = tell(
    "Serbia's special brigade flew to northern China.",
    "exercise",
    BOTH,
    name="Peace Keeper-2025",
    when="2025-07",
    place="Hebei",
)


def test_one_exercise_under_three_names_is_one() -> None:
    """Each pair of Peace Guardian, Defenders and Keeper of one July is joined."""
    story = (GUARDIAN, DEFENDERS, KEEPER)
    found = proposed(*story)
    ids = sorted(one.id for _, one in story)

    assert {(pair.left, pair.right) for pair in found} == set(combinations(ids, 2))
    assert all(pair.score >= THRESHOLD for pair in found)


def wolf(name: str, when: str, text: str) -> Told:
    roles = {"participant": ["SRB", "USA"], "host": ["SRB"]}
    return tell(text, "exercise", roles, name=name, when=when, place="South Base")


def test_an_exercise_of_another_year_is_another() -> None:
    """Platinum Wolf 2019 and 2021 are not even proposed."""
    first = wolf("Platinum Wolf 2019", "2019-06", "Ten flags flew over the base.")
    third = wolf("Platinum Wolf 2021", "2021-06", "The drill came back after the epidemic.")

    assert proposed(first, third) == ()


def test_the_year_in_two_digits_is_that_year() -> None:
    """Platinum Wolf 25 is Platinum Wolf 2025, and no other year's."""
    short = wolf(
        "Platinum Wolf 25", "2025-06-09/2025-06-20", "Peacekeepers learned to hold a line."
    )
    long = wolf("Platinum Wolf 2025", "2025-06", "Americans and Serbs met again in June.")
    before = wolf("Platinum Wolf 2023", "2023-06", "The brigade opened its gates to ten states.")

    assert score(short, long) >= THRESHOLD
    assert proposed(short, before) == ()


@pytest.mark.parametrize(
    ("left", "right"),
    [("Umoja 7", "Umoja 8"), ("Umoja VII", "Umoja VIII"), ("Bridge 3", "Bridge 4")],
)
def test_numbers_of_a_series_tell_its_parts_apart(left: str, right: str) -> None:
    """Two exercises of a series in one month and place are not joined."""
    roles = {"participant": ["KEN", "TZA", "UGA"]}
    seventh = tell("Staffs bent over maps.", "exercise", roles, name=left, when="2024-08")
    eighth = tell("Companies marched to a river.", "exercise", roles, name=right, when="2024-08")

    assert score(seventh, eighth) < THRESHOLD


def test_one_number_of_a_series_is_one() -> None:
    """Umoja 7 told twice is joined, though its number is no year."""
    roles = {"participant": ["KEN", "TZA", "UGA"]}
    one = tell("Staffs bent over maps.", "exercise", roles, name="Umoja 7", when="2024-08")
    other = tell("An exercise of three.", "exercise", roles, name="Umoja-7", when="2024-08-05")

    assert score(one, other) >= THRESHOLD


def test_an_announcement_and_the_later_report_are_one() -> None:
    """What a ministry announced for a month and a paper saw happen is one exercise."""
    announced = tell(
        "A drill will be held.", "exercise", BOTH, name="Golden Shield", when="2025-05-01",
        status="announced",
    )  # fmt: skip
    reported = tell(
        "Guns were heard for days.", "exercise", BOTH, name="Golden Shield", when="2025-06-10"
    )
    another = tell(
        "Troops were ready again.", "exercise", BOTH, name="Golden Shield", when="2025-08-10"
    )

    assert score(announced, reported) >= THRESHOLD
    assert proposed(announced, another) == ()


def test_an_order_and_its_delivery_are_one() -> None:
    """A system ordered in one year is what is delivered three years later."""
    ordered = tell(
        "A contract was signed.", "transfer", SALE, item="FK-3", when="2019", status="announced"
    )
    delivered = tell("Six aircraft landed.", "transfer", SALE, item="HQ-22", when="2022-04-09")

    assert score(ordered, delivered) >= THRESHOLD


def test_a_delivery_is_not_followed_by_its_order() -> None:
    """What is announced after the like was delivered is a further order."""
    delivered = tell("Six aircraft landed.", "transfer", SALE, item="FK-3", when="2022-04-09")
    ordered = tell(
        "More is wanted.", "transfer", SALE, item="FK-3", when="2022-06-01", status="announced"
    )

    assert proposed(delivered, ordered) == ()


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("FK-3", "HQ-22", True),
        ("CH-92A", "CH-92", True),
        ("HQ-17AE", "HQ-17A", True),
        ("CH-92A", "CH-95", False),
        ("FK-3", "HQ-17AE", False),
    ],
)
def test_designations_decide_on_deals(left: str, right: str, one: bool) -> None:
    """Deals over one designation are joined, deals over two are not proposed."""
    here = tell("It was shown at a parade.", "transfer", SALE, item=left, when="2022")
    there = tell("Neighbours watched with care.", "transfer", SALE, item=right, when="2022-05")

    assert (score(here, there) >= THRESHOLD) is one
    assert bool(proposed(here, there)) is one


def row(edition: str, quantity: int, text: str, publisher: str = "SIPRI") -> Told:
    """A deal as an edition of a register tells it."""
    source = {"kind": DocumentKind.DATASET, "edition": edition, "publisher": publisher}
    return tell(
        text, "transfer", SALE, item="CH-92A armed UAV", when="2020", quantity=quantity,
        stages={"ordered": "2019"}, source=source,
    )  # fmt: skip


def test_a_deal_in_two_editions_is_one() -> None:
    """A later edition that counts anew tells the same deal."""
    assert score(row("2024", 9, "9 CH-92A"), row("2025", 6, "6 CH-92A (from 9)")) >= THRESHOLD


def test_deals_of_one_edition_are_two() -> None:
    """Two rows of one edition are never proposed, the same rows of two registers are."""
    first = row("2024", 9, "9 CH-92A")

    assert proposed(first, row("2024", 9, "a second lot")) == ()
    assert score(first, row("2024", 9, "in another register", publisher="Register")) >= THRESHOLD


def test_claims_of_one_document_are_two() -> None:
    """A document that tells alike things twice means two events, another document either."""
    source, first = tell("Two lots.", "transfer", SALE, item="FK-3", when="2022", quantity=2)
    second = claim(source, "transfer", SALE, item="FK-3", when="2022", quantity=4)
    other = tell("A lot.", "transfer", SALE, item="FK-3", when="2022-04", quantity=2)
    found = proposed((source, first), (source, second), other)

    assert {frozenset((pair.left, pair.right)) for pair in found} == {
        frozenset((first.id, other[1].id)),
        frozenset((second.id, other[1].id)),
    }


@pytest.mark.parametrize(
    ("kind", "left", "right"),
    [
        ("exercise", {"participant": ["SRB", "CHN"]}, {"participant": ["RUS", "BLR"]}),
        ("exercise", {"participant": ["SRB", "CHN"]}, {"host": ["RUS"], "observer": ["BLR"]}),
        ("visit", {"visitor": ["IND"], "host": ["LKA"]}, {"participant": ["RUS", "VNM"]}),
        ("suspension", {"actor": ["PHL"], "target": ["RUS"]}, {"party": ["DZA", "MAR"]}),
    ],
)
def test_different_actors_are_never_proposed(
    kind: str, left: dict[str, list[str]], right: dict[str, list[str]]
) -> None:
    """One name, day and place do not make one event of what others did."""
    fields = {"name": "Golden Shield", "when": "2025-07-19", "place": "Kubinka"}
    here = tell("A flag was raised.", kind, left, **fields)
    there = tell("Guests took their seats.", kind, right, **fields)

    assert proposed(here, there) == ()


@pytest.mark.parametrize("gap", ["2026-07-20", "2026-07", "2024-07-20", "2026"])
def test_unnamed_exercises_a_year_apart_are_two(gap: str) -> None:
    """What two armies do every July is not one exercise."""
    here = tell("They trained in July.", "exercise", BOTH, when="2025-07-20", place="Hebei")
    there = tell("Again there was a drill.", "exercise", BOTH, when=gap, place="Hebei")

    assert proposed(here, there) == ()


def test_unnamed_exercises_at_one_time_and_place_are_one() -> None:
    """Without a name, a day and a place in common are enough."""
    here = tell("They trained in July.", "exercise", BOTH, when="2025-07-20", place="Hebei")
    there = tell("A river was crossed.", "exercise", BOTH, when="2025-07-20", place="Hebei")

    assert score(here, there) >= THRESHOLD


def test_what_recurs_is_not_linked_without_a_date() -> None:
    """An exercise that is not dated may be any year's, unless its name holds the year."""
    dated = tell("It began.", "exercise", BOTH, name="Golden Shield", when="2025-07")
    undated = tell("They train at times.", "exercise", BOTH, name="Golden Shield", when="")
    year = tell("It was the largest.", "exercise", BOTH, name="Golden Shield 2025", when="")

    assert proposed(dated, undated) == ()
    assert score(dated, year) >= THRESHOLD


def test_arms_are_linked_without_a_date() -> None:
    """A deal over one item between two states may be one though neither text dates it."""
    here = tell("It bought them.", "transfer", SALE, item="FK-3", when="")
    there = tell("The north is covered.", "transfer", SALE, item="HQ-22", when="")
    (found,) = proposed(here, there)

    assert FLOOR <= found.score <= 1
    assert "a date is not known" in found.reasons


def test_a_name_that_repeats_itself_in_short_is_that_name() -> None:
    """An agreement signed and in force is one, its abbreviation in brackets or not."""
    signed = tell(
        "Ministers signed.", "economic_deal", {"party": ["CHN", "SRB"]}, when="2023-10-17",
        name="free trade agreement",
    )  # fmt: skip
    in_force = tell(
        "Customs fall away.", "economic_deal", {"party": ["SRB", "CHN"]}, when="2024-07-01",
        name="Free Trade Agreement (FTA)", status="in_force",
    )  # fmt: skip

    assert score(signed, in_force) >= THRESHOLD


def test_nothing_gives_nothing() -> None:
    """No claims, or one, give no proposals."""
    assert propose([], {}) == ()
    assert proposed(GUARDIAN) == ()


def test_a_claim_is_linked_without_its_document() -> None:
    """A claim whose document is not at hand is read as that of a text."""
    (found,) = propose([GUARDIAN[1], KEEPER[1]], {})

    assert found == proposed(GUARDIAN, KEEPER)[0]
