import pytest

from factories import document, event, exercise, transfer
from quietsignal.records import Verdict
from quietsignal.web.words import facts, folded, link, resting_on, title, value_words


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/a?b=1", "https://example.org/a?b=1"),
        (" HTTP://example.org ", "HTTP://example.org"),
        ("javascript:alert(1)", ""),
        ("JaVaScRiPt:alert(1)//http://x", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("//example.org", ""),
        ("https:", ""),
        ("http://[", ""),
        ("java\nscript:alert(1)", ""),
        ("https://exa\nmple.org", ""),
        ("", ""),
    ],
)
def test_only_web_addresses_are_links(address: str, expected: str) -> None:
    """Http and https with a host may be followed; anything else is shown as text."""
    assert link(address) == expected


def test_title_says_the_event() -> None:
    """The title is the phrase of the event, with its first letter capital."""
    told = exercise("CHN", "2025-07-19", name="Peace Guardian")

    assert title(told) == "The joint exercise Peace Guardian of Serbia and China"


def test_title_without_a_known_actor() -> None:
    """An actor that this version has no name for does not keep an event from being shown."""
    assert title(exercise("ZZZ", "2025", name="Far Away")) == "Far Away"
    assert title(event("statement", {}, "2025")).startswith("The neutral statement")
    assert title(event("agreement", {}, "2025")) == "Agreement"


def test_facts_are_in_words() -> None:
    """Fields come with their names, actors with theirs, and dates as precise as they are known."""
    told = transfer("FRA", "2024", item="in_force", quantity=2.0, stages={"ordered": "2023-05"})

    assert facts(told) == (
        ("Type", "arms transfer"),
        ("Supplier", "France"),
        ("Recipient", "Serbia"),
        ("Date", "2024"),
        ("Status", "done"),
        ("Item", "in_force"),
        ("Quantity", "2"),
        ("Ordered", "May 2023"),
    )


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("date", "2025-07-19/2025-07-28", "19 to 28 July 2025"),
        ("status", "in_force", "in force"),
        ("type", "transfer", "arms transfer"),
        ("supplier", "FRA, USA", "France, United States"),
        ("name", "in_force", "in_force"),
        ("ordered", "2023-05", "May 2023"),
    ],
)
def test_values_that_differ_are_in_words(field: str, value: str, expected: str) -> None:
    """The values of a conflict are shown as the facts of the event are."""
    assert value_words(value, field) == expected


def test_search_knows_no_accents() -> None:
    """Case and accents make no difference to a search."""
    assert folded("VUČIĆ") == "vucic"


def test_what_an_event_rests_on() -> None:
    """A flag stands where all that tell an event share it, and nowhere else."""
    made_up = document("a", synthetic=True)

    assert resting_on([made_up]) == ("synthetic",)
    assert resting_on([made_up, document("b")]) == ()
    assert resting_on([]) == ()


def test_every_verdict_on_a_claim_has_words() -> None:
    """What a person can say of one claim has a word of its own."""
    from quietsignal.web.words import _VERDICTS  # noqa: PLC0415

    assert set(Verdict) - set(_VERDICTS) == {Verdict.SAME, Verdict.DIFFERENT}
