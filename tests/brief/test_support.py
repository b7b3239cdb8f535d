from datetime import date

import pytest

from quietsignal.brief.model import Evidence, Figure
from quietsignal.brief.support import (
    allowed_numbers,
    evidence_quotes,
    evidence_text,
    unsupported_numbers,
)

AS_OF = date(2025, 7, 20)


def _strange(words: str, evidence: Evidence) -> tuple[str, ...]:
    allowed = allowed_numbers(evidence, None, as_of=AS_OF)
    return unsupported_numbers(words, allowed, text=evidence_text(evidence, None))


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("57 % of imports", "57 % of imports"),
        ("57 percent of imports", "57 % of imports"),
        ("57.0% of imports", "57 per cent of imports"),
        ("three systems", "3 systems"),
        ("3 systems", "three systems"),
        ("1400 activities", "1,400 activities"),
        ("1.400 aktivnosti", "1,400 activities"),
        ("1 400 activités", "1400 activities"),
        ("7,7 odsto", "7.7 %"),
        ("from 2019 to 2023", "in 2019–23"),
        ("in 2019-23", "from 2019 to 2023"),
        ("on 2025-07-04", "on 4 July 2025"),
        ("FK-3 batteries", "the FK-3"),
        ("the FK3 system", "the FK-3"),
        ("HQ-17 AE missiles", "the HQ-17AE"),
        ("$335m for drones", "335 million dollars"),
    ],
)
def test_number_of_a_quote_may_be_written_otherwise(shelf, quote, words) -> None:
    """The same number is found in either way of writing it."""
    assert _strange(words, Evidence((shelf.told(quote),))) == ()


@pytest.mark.parametrize(
    ("quote", "words", "strange"),
    [
        ("57 % of imports", "58 % of imports", "58"),
        ("some systems", "three systems", "three"),
        ("FK-3 batteries", "3 batteries", "3"),
        ("3 batteries", "FK-3 batteries", "FK-3"),
        ("in 2019", "in 2019–23", "2019–23"),
        ("1400 activities", "14,000 activities", "14,000"),
        ("5.7 billion", "57 billion", "57"),
        ("57.4 of imports", "57 of imports", "57"),
    ],
)
def test_number_from_nowhere_is_found(shelf, quote, words, strange) -> None:
    """A number that differs from the quote's is named as it is written."""
    assert _strange(words, Evidence((shelf.told(quote),))) == (strange,)


def test_fields_of_an_event_support_numbers(shelf) -> None:
    """Dates, quantity, name, length in days and counted sources may be said."""
    event = shelf.told(
        "They train.", name="Platinum Wolf 25", quantity=40.0, date="2025-07-21/2025-07-31"
    )
    words = "Platinum Wolf 25 with 40 vehicles, 21 to 31 July 2025, 11 days"

    assert _strange(words, Evidence((event,))) == ()


def test_events_may_be_counted(shelf) -> None:
    """How many events the evidence holds is a number that a reader can check."""
    events = tuple(shelf.told(f"Event {name}.") for name in "abc")

    assert _strange("three exercises", Evidence(events)) == ()
    assert _strange("four exercises", Evidence(events)) == ("four",)


def test_day_of_the_brief_may_be_said(coverage) -> None:
    """The as-of day needs no quote."""
    assert _strange("by 20 July 2025", Evidence(coverage=(coverage,))) == ()


def test_coverage_supports_its_period_and_sources(coverage) -> None:
    """The search's years and number of sources may be said."""
    assert _strange("since 2009 in 14 sources", Evidence(coverage=(coverage,))) == ()


@pytest.mark.parametrize("words", ["62 %", "61.8 %", "61.82 %", "0.62 of all"])
def test_figure_may_be_rounded(words) -> None:
    """A share of the working may be said as a percentage, and rounded."""
    evidence = Evidence(figures=(Figure("share", "see rows", ({"share": "0.6182"},)),))

    assert _strange(words, evidence) == ()


def test_figure_supports_no_other_number() -> None:
    """What rounding does not give is found."""
    evidence = Evidence(figures=(Figure("share", "see rows", ({"share": "0.6182"},)),))

    assert _strange("61 %", evidence) == ("61",)


def test_pronoun_is_no_number(coverage) -> None:
    """The word "one" is left alone: it is rarely a number."""
    assert _strange("one of them", Evidence(coverage=(coverage,))) == ()


def test_quotes_of_events_and_claims_are_found(shelf) -> None:
    """All quotes of the evidence count."""
    event, claim = shelf.told("A."), shelf.claim(shelf.document("B."))

    assert [q.exact for q in evidence_quotes(Evidence((event,), (claim,)))] == ["B.", "A."]
