"""What people's judgements come to: which hold, what they correct, where they contradict.

Of the judgements on one claim, or on one pair, the last made holds (ties go by id). Nothing
depends on the order in which judgements of different claims or pairs were made.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from quietsignal.errors import UsageError
from quietsignal.records import (
    Claim,
    ClaimId,
    EventType,
    Judgement,
    Status,
    Verdict,
    ordered_roles,
    parse_edtf,
)

__all__ = ["CORRECTABLE", "Decisions", "Pair", "check_judgement", "corrected", "decide", "pair"]

Pair = tuple[ClaimId, ClaimId]

CORRECTABLE = (
    "type",
    "roles",
    "date",
    "status",
    "name",
    "item",
    "quantity",
    "place",
    "details",
    "stages",
)

_OF_PAIRS = (Verdict.SAME, Verdict.DIFFERENT)
_OF_EITHER = (Verdict.UNSURE,)  # on a pair it takes back what was judged before


def pair(left: ClaimId, right: ClaimId) -> Pair:
    """The two claims in the order of their ids, so that a pair has one form."""
    return (left, right) if left <= right else (right, left)


@dataclass(frozen=True, slots=True)
class Decisions:
    """The judgements that hold: `pairs` only same and different, `claims` all but corrections."""

    pairs: Mapping[Pair, Verdict] = field(default_factory=dict)
    claims: Mapping[ClaimId, Verdict] = field(default_factory=dict)
    corrections: Mapping[ClaimId, Mapping[str, Any]] = field(default_factory=dict)


def decide(judgements: Iterable[Judgement]) -> Decisions:
    """The judgements that hold.

    Corrections of one claim add up, a later one replacing the same fields of an earlier one;
    accepting a claim after correcting it accepts it as corrected.
    """
    pairs: dict[Pair, Verdict] = {}
    claims: dict[ClaimId, Verdict] = {}
    corrections: dict[ClaimId, dict[str, Any]] = {}
    for judgement in sorted(judgements, key=lambda made: (made.made_at, made.id)):
        if len(judgement.claims) == 2:
            pairs[pair(*judgement.claims)] = judgement.verdict
            continue
        claim = judgement.claims[0]
        claims[claim] = judgement.verdict
        if judgement.verdict is Verdict.CORRECT:
            corrections.setdefault(claim, {}).update(judgement.correction or {})
    held = {of: verdict for of, verdict in pairs.items() if verdict in _OF_PAIRS}
    return Decisions(held, claims, corrections)


def corrected(claim: Claim, correction: Mapping[str, Any]) -> Claim:
    """The claim with the fields that a person put right; its id and quotes stay.

    Keys are those of `CORRECTABLE`, with values as on the wire: `roles` {role: [codes]}, `date`
    in EDTF, `details` and `stages` as mappings, None for a field that is to be empty. Raises
    `UsageError` for another key or a type or status that does not exist, `BadDate` for a date
    that cannot be read, and `DataError` for a role that the type does not have.
    """
    strange = sorted(set(correction) - set(CORRECTABLE))
    if strange:
        raise UsageError(
            f"correction: found {strange[0]!r}, expected one of {', '.join(CORRECTABLE)}"
        )
    values: dict[str, Any] = dict(correction)
    if "type" in values:
        values["type"] = _member(EventType, values["type"])
    if "status" in values:
        values["status"] = _member(Status, values["status"])
    if "date" in values:
        values["date"] = parse_edtf(values["date"] or "")
    if "roles" in values:
        values["roles"] = ordered_roles(values.get("type", claim.type), values["roles"])
    for key in ("details", "stages"):
        if key in values:
            values[key] = tuple(sorted((values[key] or {}).items()))
    return replace(claim, **values)


def _member(kind: type[EventType] | type[Status], value: str) -> EventType | Status:
    try:
        return kind(value)
    except ValueError:
        raise UsageError(
            f"correction: found {value!r}, expected one of {', '.join(kind)}"
        ) from None


def check_judgement(judgement: Judgement) -> None:
    """Raise `UsageError` where a judgement is not on one claim, or not on a pair, as it must."""
    number, verdict = len(judgement.claims), judgement.verdict
    apart = len(set(judgement.claims)) == number
    if verdict in _OF_PAIRS:
        fits, expected = number == 2 and apart, "two claims"
    elif verdict in _OF_EITHER:
        fits, expected = number in (1, 2) and apart, "one claim or two"
    else:
        fits, expected = number == 1, "one claim"
    if not fits:
        raise UsageError(
            f"judgement {judgement.id}: found {verdict} on {', '.join(judgement.claims) or 'none'},"
            f" expected {expected}"
        )
    if (verdict is Verdict.CORRECT) != bool(judgement.correction):
        found = "a correction" if judgement.correction else "no correction"
        raise UsageError(f"judgement {judgement.id}: found {verdict} with {found}")
