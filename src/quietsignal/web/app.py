"""The application: the routes of one project behind the guard, and what goes wrong as a page."""

from collections.abc import Iterable

from fastapi import FastAPI, Request
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, JSONResponse, Response

from quietsignal.errors import QuietSignalError
from quietsignal.project import Project
from quietsignal.web.briefs import brief_routes
from quietsignal.web.documents import document_routes
from quietsignal.web.events import event_routes
from quietsignal.web.guard import Guard
from quietsignal.web.site import Site, stylesheet

__all__ = ["create_app"]

_TITLES = {400: "That cannot be read", 404: "Not found", 503: "Not readable at the moment"}
_UNREADABLE = (
    "The ledger cannot be read at the moment. Where the server was started, try: quietsignal events"
)
_BROKEN = "Something went wrong here. Where the server was started, it says what; please report it."


def create_app(project: Project, *, hosts: Iterable[str]) -> Guard:
    """The application that shows a project and changes nothing, as an ASGI callable.

    `hosts` are the names that the Host header may give, without the port (see `names_for`). The
    ledger is read once before anything is served, so that one which cannot be read is told here,
    with `ProjectError`.
    """
    site = Site(project)
    site.holdings()
    app = FastAPI(title="Quiet Signal", docs_url=None, redoc_url=None, openapi_url=None)
    for routes in (event_routes(site), document_routes(site), brief_routes(site)):
        app.include_router(routes)
    _add_plain_routes(app, site)
    _add_problem_pages(app, site)
    return Guard(app, hosts=hosts)


def _add_plain_routes(app: FastAPI, site: Site) -> None:
    @app.get("/health")
    def health() -> JSONResponse:
        """Whether the ledger can be read."""
        try:
            site.holdings()
        except QuietSignalError:
            return JSONResponse({"status": "the ledger cannot be read"}, 503)
        return JSONResponse({"status": "ok"})

    @app.get("/site.css")
    def style() -> Response:
        """The style of all pages; its address changes with it."""
        keep = {"Cache-Control": "private, max-age=31536000, immutable"}
        return Response(stylesheet(), media_type="text/css", headers=keep)


def _add_problem_pages(app: FastAPI, site: Site) -> None:
    def problem(status: int, text: str) -> HTMLResponse:
        title = _TITLES.get(status, "Something went wrong")
        return site.page("problem.html", status=status, code=status, title=title, text=text)

    @app.exception_handler(HTTPException)
    def refused(_: Request, error: HTTPException) -> HTMLResponse:
        """What the address asks for is not there, or not understood."""
        unknown = error.status_code == 404 and error.detail == "Not Found"
        return problem(error.status_code, "There is no such page." if unknown else error.detail)

    @app.exception_handler(QuietSignalError)
    def unreadable(_: Request, __: QuietSignalError) -> HTMLResponse:
        """The ledger is held or damaged; the message names paths and stays out of the page."""
        return problem(503, _UNREADABLE)

    @app.exception_handler(Exception)
    def broken(_: Request, __: Exception) -> HTMLResponse:
        """An error of ours: it is raised again behind this page and told in the terminal."""
        return problem(500, _BROKEN)
