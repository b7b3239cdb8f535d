"""What every page is made with: the project, its holdings, and the templates."""

import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from quietsignal.project import Project
from quietsignal.web.holdings import CurrentHoldings
from quietsignal.web.words import FILTERS

__all__ = ["Site", "stylesheet"]


class Site:
    """One project as a site; `holdings()` is what its ledger holds now."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.holdings = CurrentHoldings(project)
        self._templates = Environment(
            loader=PackageLoader("quietsignal.web"),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
        )
        self._templates.filters.update(FILTERS)
        self._templates.globals.update(
            project=project.config.name,
            marking=project.config.marking,
            style=f"/site.css?{hashlib.sha256(stylesheet().encode()).hexdigest()[:12]}",
        )

    def page(self, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
        """A page: the template, filled in; all text is escaped."""
        return HTMLResponse(self._templates.get_template(template).render(**context), status)


@cache
def stylesheet() -> str:
    """The style of all pages, as text."""
    return files("quietsignal.web").joinpath("templates", "site.css").read_text(encoding="utf-8")
