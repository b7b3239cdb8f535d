"""The article of the built-in case, and a text of our own on the same events.

Every event of the list is found with its actors, status and date; nothing outside the list and
the debatable extras is told.
"""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from quietsignal.extract import extract
from quietsignal.records import Claim, Document, parse_edtf

ARTICLE = Path(__file__).parents[2].parent / "shared" / "cases" / "serbia" / "article.txt"
FIXTURE = Path(__file__).parent / "fixtures" / "serbia.txt"


class Expected(NamedTuple):
    """An event that the text tells; `words` is in the name or item, an empty date is unknown."""

    type: str
    roles: dict[str, set[str]]
    statuses: set[str]
    date: str | None = None  # EDTF; None is not checked
    words: str = ""
    details: dict[str, str] = {}  # noqa: RUF012
    quantity: float | None = None


EVENTS = [
    Expected("exercise", {"participant": {"CHN", "SRB"}, "host": {"CHN"}}, {"announced"}, "2025-07-21/2025-07-31", "Peace Defenders-2025"),
    Expected("exercise", {"participant": {"SRB", "USA"}}, {"done"}, "2025-06", "Platinum Wolf 25"),
    Expected("exercise", {"participant": {"SRB", "RUS"}}, {"done"}, "../2022-02-23"),
    Expected("exercise", {"participant": {"CHN", "SRB"}}, {"done"}, "2024", "", {"domain": "police"}),
    Expected("transfer", {"supplier": {"CHN"}, "recipient": {"SRB"}}, {"done"}, None, "CH-92A"),
    Expected("transfer", {"supplier": {"CHN"}, "recipient": {"SRB"}}, {"done"}, None, "CH-95"),
    Expected("transfer", {"supplier": {"CHN"}, "recipient": {"SRB"}}, {"done"}, None, "FK-3"),
    Expected("transfer", {"supplier": {"CHN"}, "recipient": {"SRB"}}, {"done"}, None, "HQ-17AE"),
    Expected("coproduction", {"partner": {"SRB", "CHN"}}, {"done", "ongoing"}, None, "Pegaz"),
    Expected("facility", {"host": {"SRB"}, "partner": {"CHN"}}, {"announced"}, None, "maintenance center"),
    Expected("economic_deal", {"party": {"SRB", "CHN"}}, {"in_force"}, "2024-07-01", "Free Trade Agreement"),
    Expected("trade_provision", {"grantor": {"SRB"}, "beneficiary": {"CHN"}}, {"in_force", "announced"}, None, "", {"rate_from": "25", "rate_to": "0", "years_min": "10", "years_max": "15"}),
    Expected("trade_provision", {"grantor": {"CHN"}, "beneficiary": {"SRB"}}, {"in_force", "announced"}, None, "", {"rate_to": "0", "years_max": "5"}),
    Expected("agreement", {"party": {"SRB", "CHN"}}, {"done", "in_force"}, "", "Comprehensive Strategic Partnership"),
    Expected("visit", {"visitor": {"CHN"}, "host": {"SRB"}}, {"done"}, "2016"),
    Expected("policy", {"actor": {"SRB"}}, {"done"}, "2007", "Resolution"),
    Expected("policy", {"actor": {"SRB"}}, {"in_force"}, None, "Strategy"),
    Expected("membership", {"actor": {"SRB"}, "organisation": {"PFP"}}, {"ongoing"}),
    Expected("membership", {"actor": {"SRB"}, "organisation": {"CSTO"}}, {"ongoing"}, None, "", {"relation": "partner"}),
    Expected("membership", {"actor": {"SRB"}, "organisation": {"NATO"}}, {"ongoing"}, None, "", {"relation": "refrain"}),
    Expected("deployment", {"contributor": {"SRB"}, "organisation": {"UN"}}, {"ongoing"}, None, "", {}, 5),
    Expected("deployment", {"contributor": {"SRB"}, "organisation": {"EU"}}, {"ongoing"}, None, "", {}, 4),
    Expected("sanction", {"sender": {"SRB"}, "target": {"RUS"}}, {"ongoing", "done"}, None, "", {"action": "decline"}),
    Expected("transfer", {"supplier": {"SRB"}, "recipient": {"UKR"}}, {"reported"}, None, "ammunition"),
]  # fmt: skip

# What the text supports though a reader may leave it out.
ALLOWED = [
    Expected("policy", {"actor": {"SRB"}}, {"in_force"}, None, "neutrality"),
    Expected("statement", {"actor": {"CHN"}, "target": {"SRB"}}, {"done"}, None, "", {"stance": "positive"}),
    Expected("statement", {"actor": {"SRB"}, "target": {"CHN"}}, {"done"}, None, "", {"stance": "positive"}),
    Expected("economic_deal", {"party": {"SRB", "CHN"}}, {"done"}, None, "infrastructure"),
]  # fmt: skip


def _fits(claim: Claim, expected: Expected) -> bool:
    roles = {role: set(codes) for role, codes in claim.roles}
    words = f"{claim.name or ''} {claim.item or ''}"
    return (
        claim.type.value == expected.type
        and all(roles.get(role) == codes for role, codes in expected.roles.items())
        and claim.status.value in expected.statuses
        and (expected.date is None or claim.date == parse_edtf(expected.date))
        and expected.words.lower() in words.lower()
        and all(claim.detail(key) == value for key, value in expected.details.items())
        and (expected.quantity is None or claim.quantity == expected.quantity)
    )


def _texts() -> list[Path]:
    return [FIXTURE, ARTICLE]


@pytest.fixture(params=_texts(), ids=["our own text", "the article"])
def found(request: pytest.FixtureRequest, document: Callable[..., Document]) -> tuple[Claim, ...]:
    path: Path = request.param
    if not path.exists():
        pytest.skip(f"the article is not part of the project; expected at {path}")
    return extract(document(path.read_text(encoding="utf-8"), published="2025-07-18"))


@pytest.mark.parametrize("expected", EVENTS, ids=lambda e: f"{e.type} {e.words}".strip())
def test_event_is_found(found: tuple[Claim, ...], expected: Expected) -> None:
    """Every event of the text is found with its actors, status, date and words."""
    same_type = [claim for claim in found if claim.type.value == expected.type]
    assert any(_fits(claim, expected) for claim in found), same_type


def test_nothing_is_invented(found: tuple[Claim, ...]) -> None:
    """No claim stands outside the events of the text and the debatable extras."""
    invented = [claim for claim in found if not any(_fits(claim, e) for e in [*EVENTS, *ALLOWED])]
    assert invented == []


def test_quotes_stand_in_the_text(found: tuple[Claim, ...]) -> None:
    """Every claim has a quote of at least ten characters, once each."""
    for claim in found:
        assert claim.quotes
        assert len({quote.start for quote in claim.quotes}) == len(claim.quotes)
        assert all(len(quote.exact) >= 10 for quote in claim.quotes)
