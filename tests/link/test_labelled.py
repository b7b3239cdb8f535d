"""The linker against pairs that were labelled by hand, at the threshold of the ledger."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from factories import claim, document
from quietsignal.ledger.events import THRESHOLD
from quietsignal.link import propose
from quietsignal.records import Claim, Document

PAIRS = tomllib.loads((Path(__file__).parent / "labelled.toml").read_text(encoding="utf-8"))["pair"]

PRECISION = 0.95
RECALL = 0.8


def told(pair: dict[str, Any], side: str) -> tuple[Document, Claim]:
    """The document and the claim of that side of a pair."""
    fields = dict(pair[side])
    source = document(fields.pop("says"))
    roles = fields.pop("roles", pair.get("roles"))
    return source, claim(source, pair["type"], roles, **fields)


@cache
def joined() -> tuple[bool, ...]:
    """For each pair, whether the ledger would join its claims unasked."""
    found = []
    for pair in PAIRS:
        (first, one), (second, other) = told(pair, "left"), told(pair, "right")
        proposals = propose([one, other], {first.id: first, second.id: second})
        found.append(any(proposal.score >= THRESHOLD for proposal in proposals))
    return tuple(found)


def named(*, same: bool, taken: bool) -> list[str]:
    """What the pairs are about that are labelled so and were joined or not."""
    outcomes = zip(PAIRS, joined(), strict=True)
    return [pair["about"] for pair, found in outcomes if (pair["same"], found) == (same, taken)]


def test_what_is_joined_is_one_event() -> None:
    """Of the pairs that are joined unasked, 95 in 100 are labelled the same."""
    right, wrong = named(same=True, taken=True), named(same=False, taken=True)

    assert len(right) >= PRECISION * (len(right) + len(wrong)), wrong


def test_most_of_one_event_is_joined() -> None:
    """Of the pairs that are labelled the same, 80 in 100 are joined unasked."""
    right, missed = named(same=True, taken=True), named(same=True, taken=False)

    assert len(right) >= RECALL * (len(right) + len(missed)), missed


@pytest.mark.parametrize("same", [True, False])
def test_labelled_pairs_are_fit_to_measure_with(same: bool) -> None:
    """Either label has its half of the pairs, and each pair is about something of its own."""
    abouts = [pair["about"] for pair in PAIRS]
    labelled = sum(pair["same"] is same for pair in PAIRS)

    assert len(PAIRS) >= 60
    assert len(set(abouts)) == len(abouts)
    assert labelled >= 0.45 * len(PAIRS)
