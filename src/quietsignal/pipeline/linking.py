"""Links over the whole ledger: which claims may tell one event, which documents are one source."""

from collections.abc import Iterable, Mapping

from quietsignal.ledger import Ledger
from quietsignal.link import LINKER, propose, syndication
from quietsignal.records import Claim, Document, DocumentId, DocumentKind, Proposal

__all__ = ["relink"]


def relink(ledger: Ledger) -> None:
    """Propose anew which claims tell one event, and group the documents that are one source."""
    documents = ledger.documents()
    claims = ledger.claims()
    proposals = propose(claims, documents)
    ledger.replace_proposals(LINKER, _across_sheets(proposals, claims, documents))
    ledger.set_syndication(LINKER, _one_source(documents))


def _across_sheets(
    proposals: Iterable[Proposal],
    claims: Iterable[Claim],
    documents: Mapping[DocumentId, Document],
) -> list[Proposal]:
    """Without pairs of one sheet or edition: whoever made it has told its rows apart already."""
    captures = {claim.id: documents[claim.document].capture for claim in claims}
    return [pair for pair in proposals if captures[pair.left] != captures[pair.right]]


def _one_source(documents: Mapping[DocumentId, Document]) -> dict[DocumentId, str]:
    """A group for each document: copies of a text, rows on one page, editions of one data set."""
    captured = {
        key: document
        for key, document in documents.items()
        if document.kind is DocumentKind.CAPTURED
    }
    groups = syndication(captured)
    for key, document in documents.items():
        if document.kind is DocumentKind.CODED:
            groups[key] = f"page {document.address}"
        elif document.kind is DocumentKind.DATASET:
            groups[key] = f"data set {document.publisher}"
    return groups
