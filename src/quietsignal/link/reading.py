"""A claim as the linker reads it: its fields taken apart once, before they are compared often."""

from collections.abc import Mapping
from dataclasses import dataclass

from quietsignal.link.equipment import Item, read_item
from quietsignal.link.names import Name, read_name
from quietsignal.link.timing import known_date
from quietsignal.link.vocabulary import generic, words
from quietsignal.records import (
    Claim,
    Document,
    DocumentId,
    DocumentKind,
    EventType,
    ImpreciseDate,
)

__all__ = ["Reading", "read_claim"]

_NAMED_LIKE_AGREEMENTS = frozenset(
    {EventType.AGREEMENT, EventType.ECONOMIC_DEAL, EventType.TRADE_PROVISION, EventType.POLICY}
)
# Arms that one edition of a register calls aid, another calls a transfer.
_KIN = {EventType.AID: EventType.TRANSFER}
_ROLE_KIN = {"donor": "supplier"}


@dataclass(frozen=True, slots=True)
class Reading:
    """What is compared of a claim.

    `home` is the document, or the edition of a data set, within which claims are of different
    events; `kin` the type under which the claim is looked for.
    """

    claim: Claim
    kin: EventType
    home: str
    dataset: str
    actors: frozenset[str]
    roles: Mapping[str, frozenset[str]]
    name: Name
    whole_name: tuple[str, ...]
    item: Item
    place: frozenset[str]
    date: ImpreciseDate
    said: str


def read_claim(claim: Claim, documents: Mapping[DocumentId, Document]) -> Reading:
    """The claim taken apart; a document that is not in `documents` is taken for a text."""
    document = documents.get(claim.document)
    home, dataset = str(claim.document), ""
    if document and document.kind is DocumentKind.DATASET:
        dataset = document.publisher
        home = f"{document.publisher}\x1f{document.edition or claim.document}"
    name = read_name(
        claim.name, _years(claim, document), agreement=claim.type in _NAMED_LIKE_AGREEMENTS
    )
    return Reading(
        claim=claim,
        kin=_KIN.get(claim.type, claim.type),
        home=home,
        dataset=dataset,
        actors=frozenset(claim.actors()),
        roles={_ROLE_KIN.get(role, role): frozenset(codes) for role, codes in claim.roles},
        name=name,
        whole_name=words(claim.name or ""),
        item=read_item(claim.item),
        place=frozenset(words(claim.place or "")) - generic("places"),
        date=known_date(claim, name.year),
        said=" ".join(quote.exact for quote in claim.quotes),
    )


def _years(claim: Claim, document: Document | None) -> range:
    """The years that two digits in a name may mean: those of the event, else of the document."""
    date = claim.date if claim.date.known or document is None else document.published
    first, last = date.start or date.end, date.end or date.start
    if first is None or last is None:
        return range(1990, 2060)
    return range(first.year - 1, min(last.year, first.year + 10) + 2)
