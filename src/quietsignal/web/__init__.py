"""A look at a project in the browser: events, documents and briefs, read-only, on this machine."""

from quietsignal.web.app import create_app
from quietsignal.web.guard import is_loopback, names_for

__all__ = ["create_app", "is_loopback", "names_for"]
