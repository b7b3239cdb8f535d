"""Rendering: a cited brief that passes the lint becomes one file, the same bytes each time."""

from collections.abc import Callable, Mapping

from quietsignal.brief.lint import Finding, Severity, lint
from quietsignal.brief.model import Brief
from quietsignal.brief.render.html import render_html
from quietsignal.brief.render.markdown import render_markdown
from quietsignal.errors import BriefError, UsageError

__all__ = ["FORMATS", "render", "render_html", "render_markdown"]

FORMATS: Mapping[str, Callable[[Brief], str]] = {".html": render_html, ".md": render_markdown}
_LATER = (".docx", ".pdf")


def render(brief: Brief, fmt: str) -> str:
    """The brief as the text of a file with that suffix (.html or .md).

    Raises `UsageError` for another suffix, and `BriefError`, which lists the sentences, for a
    brief that does not pass the lint.
    """
    suffix = f".{fmt.lower().lstrip('.')}"
    renderer = FORMATS.get(suffix)
    if renderer is None:
        later = " (it comes in a later version)" if suffix in _LATER else ""
        raise UsageError(f"format: found {suffix}{later}, expected {' or '.join(FORMATS)}")
    errors = [finding for finding in lint(brief) if finding.severity is Severity.ERROR]
    if errors:
        raise BriefError(_refusal(errors))
    return renderer(brief)


def _refusal(errors: list[Finding]) -> str:
    lines = [
        f"  {error.place} [{error.rule}]: {error.message}"
        + (f"\n    {error.sentence}" if error.sentence else "")
        for error in errors
    ]
    noun = "error" if len(errors) == 1 else "errors"
    return "\n".join([f"the brief is not written: {len(errors)} {noun}", *lines])
