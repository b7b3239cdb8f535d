"""Quotes and claims: what one document says about one event, and the words that say it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from quietsignal.errors import DataError
from quietsignal.records.dates import ImpreciseDate
from quietsignal.records.ids import CaptureHash, ClaimId, DocumentId, derived_id
from quietsignal.records.ontology import EventType, Rail, Status, ontology_version, type_entry

__all__ = ["Claim", "Pairs", "Quote", "QuoteState", "Roles", "make_claim", "ordered_roles"]

Roles = tuple[tuple[str, tuple[str, ...]], ...]
Pairs = tuple[tuple[str, str], ...]

CONTEXT = 40  # characters kept on either side of a quote, to find it again in a changed text


class QuoteState(StrEnum):
    """Whether the quote stands in the document as it is written here."""

    VERIFIED = "verified"
    REPAIRED = "repaired"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class Quote:
    """Exact words of a document; `start` and `end` are offsets in characters, end excluded."""

    exact: str
    start: int
    end: int
    state: QuoteState
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def cut(cls, text: str, start: int, end: int) -> "Quote":
        """The verified quote that is text[start:end]."""
        return cls(
            exact=text[start:end],
            start=start,
            end=end,
            state=QuoteState.VERIFIED,
            prefix=text[max(0, start - CONTEXT) : start],
            suffix=text[end : end + CONTEXT],
        )

    @property
    def citable(self) -> bool:
        """Whether the quote was found in its document, so that it may stand in a brief."""
        return self.state is not QuoteState.UNVERIFIED


@dataclass(frozen=True, slots=True)
class Claim:
    """What one document says about one event; never changed once it is made.

    `roles` pairs each role of the type with its actor codes, in the order of the ontology.
    `details` holds the extra keys of the type (stance, action, relation, what, rates, ...).
    `stages` holds dates of the event's life that the document tells apart (EDTF strings).
    """

    id: ClaimId
    document: DocumentId
    type: EventType
    roles: Roles
    date: ImpreciseDate
    status: Status
    quotes: tuple[Quote, ...]
    extractor: str
    confidence: float
    name: str | None = None
    item: str | None = None
    quantity: float | None = None
    place: str | None = None
    details: Pairs = ()
    stages: Pairs = ()

    def actors(self, role: str | None = None) -> tuple[str, ...]:
        """The actors in that role, or in any role, each once, in the order of the claim."""
        chosen = (codes for name, codes in self.roles if role is None or name == role)
        return tuple(dict.fromkeys(code for codes in chosen for code in codes))

    def detail(self, key: str) -> str | None:
        """The value of that extra key, or None."""
        return dict(self.details).get(key)

    @property
    def rail(self) -> Rail:
        """The side of a tie on which the event counts."""
        return type_entry(self.type).rail


def ordered_roles(event_type: EventType, roles: Mapping[str, Iterable[str]]) -> Roles:
    """The roles in the order of the ontology, without empty ones and repeated actors.

    Raises `DataError` for a role that the type does not have.
    """
    entry = type_entry(event_type)
    strange = sorted(set(roles) - set(entry.roles))
    if strange:
        raise DataError(
            f"{event_type}: found role {strange[0]!r}, expected one of {', '.join(entry.roles)}"
        )
    single = sorted(role for role, codes in roles.items() if isinstance(codes, str))
    if single:
        raise DataError(f"{event_type}: {single[0]} is {roles[single[0]]!r}, expected several")
    pairs = ((role, tuple(dict.fromkeys(roles.get(role, ())))) for role in entry.roles)
    return tuple((role, codes) for role, codes in pairs if codes)


def make_claim(
    *,
    capture: CaptureHash,
    document: DocumentId,
    event_type: EventType,
    roles: Mapping[str, Iterable[str]],
    date: ImpreciseDate,
    status: Status,
    quotes: tuple[Quote, ...],
    extractor: str,
    confidence: float,
    **fields: Any,
) -> Claim:
    """A claim with the id that its content gives it, so that extracting again changes nothing.

    `fields` are name, item, quantity, place, details and stages (the last two as mappings).
    Raises `DataError` for a role that the type does not have.
    """
    known = ordered_roles(event_type, roles)
    stated = {key: value for key, value in fields.items() if value not in (None, {}, ())}
    for key in ("details", "stages"):
        if key in stated:
            stated[key] = tuple(sorted(dict(stated[key]).items()))
    if "quantity" in stated:
        stated["quantity"] = float(stated["quantity"])
    positions = ",".join(f"{quote.start}-{quote.end}" for quote in quotes)
    content = repr((known, date.to_edtf(), status.value, sorted(stated.items())))
    identity = derived_id(
        "claim", capture, document, positions, ontology_version(), event_type, content
    )
    return Claim(
        id=ClaimId(identity),
        document=document,
        type=event_type,
        roles=known,
        date=date,
        status=status,
        quotes=quotes,
        extractor=extractor,
        confidence=confidence,
        **stated,
    )
