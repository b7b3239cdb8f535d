"""The pages of events: the list with its facets, one event with all its claims, permalinks."""

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, RedirectResponse, Response

from quietsignal.records import Claim, ClaimId, EventId
from quietsignal.web.holdings import Entry, Holdings
from quietsignal.web.paging import page_of
from quietsignal.web.selection import Selection, facets
from quietsignal.web.site import Site

__all__ = ["event_routes"]


def event_routes(site: Site) -> APIRouter:
    """The routes of the pages of events."""
    routes = APIRouter()

    @routes.get("/")
    def home() -> RedirectResponse:
        """The list of events is where one begins."""
        return RedirectResponse("/events", 307)

    @routes.get("/events")
    def listing(request: Request) -> HTMLResponse:
        """The events that the address asks for, newest first."""
        holdings, selection = site.holdings(), Selection.read(request.query_params)
        return site.page(
            "events.html",
            selection=selection,
            page=page_of(selection.filtered(holdings.entries), selection.page),
            facets=facets(selection, holdings.entries),
            held=len(holdings.entries),
        )

    @routes.get("/events/{event}")
    def one(event: str) -> Response:
        """One event with its values, claims, quotes, sources and conflicts."""
        holdings = site.holdings()
        entry = holdings.by_event.get(EventId(event))
        if entry is None:
            return _moved(holdings, event)
        return site.page("event.html", entry=entry, holdings=holdings, claims=_numbered(entry))

    @routes.get("/claims/{claim}")
    def claim(claim: str) -> RedirectResponse:
        """The claim's place on the page of the event that it tells now."""
        entry = site.holdings().by_claim.get(ClaimId(claim))
        if entry is None:
            raise HTTPException(404, "No event is told by a claim of that id.")
        return RedirectResponse(f"/events/{entry.event.id}#claim-{claim}", 307)

    return routes


def _moved(holdings: Holdings, event: str) -> RedirectResponse:
    """Where an event went that others have joined since the address was written down."""
    entry = holdings.moved.get(event)
    if entry is None:
        reason = "The ledger holds no event of that id. Events change their ids when claims are"
        raise HTTPException(
            404, f"{reason} judged the same or different; search for it by its words."
        )
    return RedirectResponse(f"/events/{entry.event.id}", 307)


def _numbered(entry: Entry) -> dict[ClaimId, tuple[int, Claim]]:
    """The claims of an event by their ids, numbered from 1 as the page shows them."""
    return {claim.id: (place, claim) for place, claim in enumerate(entry.event.claims, start=1)}
