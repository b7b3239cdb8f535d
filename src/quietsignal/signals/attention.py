"""Attention: how much notice an event got, beside what events of its type usually get."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median

from quietsignal.records import Document, DocumentId, Event

__all__ = ["Attention", "attention"]


@dataclass(frozen=True, slots=True)
class Attention:
    """Independent sources and languages that tell an event, and the usual number for its type.

    `usual` is the median of independent sources over the other events of the type, None when
    there are fewer than three of them.
    """

    independent_sources: int
    documents: int
    languages: tuple[str, ...]
    usual: float | None


def attention(
    event: Event, events: Iterable[Event], *, documents: Mapping[DocumentId, Document]
) -> Attention:
    """The notice that the event got, as far as the ledger has looked."""
    told = [documents[claim.document] for claim in event.claims if claim.document in documents]
    others = [
        other.independent_sources
        for other in events
        if other.type == event.type and other.id != event.id
    ]
    return Attention(
        independent_sources=event.independent_sources,
        documents=len({document.id for document in told}),
        languages=tuple(sorted({document.language for document in told})),
        usual=float(median(others)) if len(others) >= 3 else None,
    )
