"""The briefs of the project: the list, and each as the page that it is.

A brief is a whole page of its own with its style inside, and it quotes what hostile sources say.
It is served under a policy that lets it load, run and send nothing, and as an origin of its own,
so that it could not reach the other pages even if it did run something.
"""

import html
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

from quietsignal.web.site import Site

__all__ = ["POLICY", "brief_routes"]

POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; "
    "base-uri 'none'; frame-ancestors 'none'; "
    "sandbox allow-popups allow-popups-to-escape-sandbox"
)

_TITLE = re.compile(r"<title>([^<]{1,300})</title>", re.IGNORECASE)
_HEAD = 200_000  # characters of a page in which its title is looked for: its style comes before
_KINDS = {".html": "text/html; charset=utf-8", ".md": "text/plain; charset=utf-8"}


@dataclass(frozen=True, slots=True)
class _Brief:
    """A brief in the list: its file name, its title, the day on which it was written, its form."""

    name: str
    title: str
    written: date
    form: str


def brief_routes(site: Site) -> APIRouter:
    """The routes of the briefs."""
    routes = APIRouter()
    folder = site.project.folder / "briefs"

    @routes.get("/briefs")
    def listing() -> HTMLResponse:
        """The briefs that the project holds."""
        found = [_brief(path) for path in _files(folder).values()]
        return site.page("briefs.html", briefs=found)

    @routes.get("/briefs/{name}")
    def one(name: str) -> Response:
        """One brief, as it was written."""
        # Looked up in what the folder lists, never joined to a path: no name leads out of it.
        path = _files(folder).get(name)
        if path is None:
            raise HTTPException(404, "The project holds no brief of that name.")
        try:
            content = path.read_bytes()
        except OSError:
            raise HTTPException(404, "That brief cannot be read.") from None
        headers = {"Content-Security-Policy": POLICY, "Content-Type": _KINDS[path.suffix]}
        return Response(content, headers=headers)

    return routes


def _files(folder: Path) -> dict[str, Path]:
    """The briefs by name: plain files of a known form; a link could lead out of the folder."""
    if not folder.is_dir():
        return {}
    return {
        path.name: path
        for path in sorted(folder.iterdir())
        if path.suffix in _KINDS
        and not path.name.startswith(".")
        and path.is_file()
        and not path.is_symlink()
    }


def _brief(path: Path) -> _Brief:
    written = datetime.fromtimestamp(path.stat().st_mtime, UTC).date()
    form = "page" if path.suffix == ".html" else "Markdown text"
    return _Brief(path.name, _title(path) or path.stem, written, form)


def _title(path: Path) -> str:
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            head = file.read(_HEAD)
    except OSError:
        return ""
    if path.suffix == ".md":
        return next((line[2:].strip() for line in head.splitlines() if line.startswith("# ")), "")
    found = _TITLE.search(head)
    return html.unescape(found.group(1)).strip() if found else ""
