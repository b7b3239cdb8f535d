"""What the tests of collecting share: hints, and one child process for all of them."""

import datetime as dt

import pytest

from collect.site import fetcher, site, slept
from quietsignal.collect import Hints, IsolatedParser, parse

__all__ = ["fetcher", "hints", "isolated", "read", "site", "slept"]


@pytest.fixture
def hints():
    """Hints for a page or text captured on 1 August 2026."""

    def make(media_type="text/plain", **fields):
        fields = {"name": "input", "captured_on": dt.date(2026, 8, 1)} | fields
        return Hints(media_type=media_type, **fields)

    return make


@pytest.fixture(scope="session")
def isolated():
    """One warm child process."""
    with IsolatedParser() as parser:
        yield parser


@pytest.fixture
def read(hints):
    """Reads the bytes of a page in this process; fields are hints."""
    return lambda content, **fields: parse(content, hints("text/html", **fields))
