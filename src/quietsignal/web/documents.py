"""The pages of documents: the list, and one text with the quotes of its claims marked."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse

from quietsignal.errors import ProjectError, UsageError
from quietsignal.records import Capture, Claim, Document, DocumentId, Quote
from quietsignal.web.highlight import Span, pieces
from quietsignal.web.holdings import Entry, Holdings
from quietsignal.web.paging import page_number, page_of
from quietsignal.web.site import Site

__all__ = ["document_routes"]


@dataclass(frozen=True, slots=True)
class _Place:
    """A quote with its anchor in the text; None where its words do not stand there."""

    quote: Quote
    anchor: str | None


@dataclass(frozen=True, slots=True)
class _Told:
    """A claim as the page of its document shows it: its number, its quotes, its event."""

    number: int
    claim: Claim
    places: tuple[_Place, ...]
    entry: Entry | None


def document_routes(site: Site) -> APIRouter:
    """The routes of the pages of documents."""
    routes = APIRouter()

    @routes.get("/documents")
    def listing(request: Request) -> HTMLResponse:
        """All documents, the newest first."""
        holdings = site.holdings()
        documents = sorted(holdings.documents.values(), key=_newest_first)
        page = page_of(documents, page_number(request.query_params.get("page")))
        return site.page("documents.html", page=page, holdings=holdings)

    @routes.get("/documents/{document}")
    def one(document: str) -> HTMLResponse:
        """One document: its text, what it claims, and what is known of it."""
        holdings = site.holdings()
        if document not in holdings.documents:
            raise HTTPException(404, "The ledger holds no document of that id.")
        found, capture = _read(site, DocumentId(document))
        told = _told(found, holdings)
        spans = (
            Span(place.quote.start, place.quote.end, one.number, place.anchor)
            for one in told
            for place in one.places
            if place.anchor
        )
        return site.page(
            "document.html",
            document=found,
            capture=capture,
            holdings=holdings,
            told=told,
            pieces=pieces(found.text, spans),
        )

    return routes


def _newest_first(document: Document) -> tuple[int, str, str]:
    day = document.known_on()
    return (-day.toordinal() if day else 1, document.title, document.id)


def _read(site: Site, document: DocumentId) -> tuple[Document, Capture]:
    with site.project.ledger(read_only=True) as ledger:
        try:
            found = ledger.document(document)
            return found, ledger.capture(found.capture)
        except ProjectError:
            raise
        except UsageError:
            raise HTTPException(404, "The ledger holds no document of that id.") from None


def _told(document: Document, holdings: Holdings) -> tuple[_Told, ...]:
    claims = holdings.by_document.get(document.id, ())
    return tuple(
        _Told(
            number=number,
            claim=claim,
            places=tuple(
                _Place(quote, f"quote-{claim.id}-{at}" if _stands(quote, document.text) else None)
                for at, quote in enumerate(claim.quotes, start=1)
            ),
            entry=holdings.by_claim.get(claim.id),
        )
        for number, claim in enumerate(claims, start=1)
    )


def _stands(quote: Quote, text: str) -> bool:
    return quote.citable and bool(quote.exact) and text[quote.start : quote.end] == quote.exact
