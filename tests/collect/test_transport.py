import time

import httpcore
import pytest

from quietsignal.collect.transport import Deadline
from quietsignal.errors import FetchRefused


def test_a_slow_body_ends_at_the_deadline(site, fetcher):
    """A body that drips fast enough to seem alive ends when the time for the address is over."""

    def drip(handler):
        handler.send_response(200)
        handler.end_headers()
        while True:
            handler.wfile.write(b"x")
            time.sleep(0.05)

    site.routes["/a"] = drip
    begin = time.monotonic()
    with pytest.raises(FetchRefused, match="found a server that stopped answering"):
        fetcher(total_seconds=0.5).fetch(f"{site.address}/a")
    assert time.monotonic() - begin < 2


def test_slow_headers_end_at_the_deadline(site, fetcher):
    """Headers that drip are bounded as the body is."""

    def drip(handler):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nx: ")
        while True:
            handler.wfile.write(b"x")
            time.sleep(0.05)

    site.routes["/a"] = drip
    begin = time.monotonic()
    with pytest.raises(FetchRefused, match="stopped answering"):
        fetcher(total_seconds=0.5).fetch(f"{site.address}/a")
    assert time.monotonic() - begin < 2


def test_a_silent_server_is_given_up_after_its_attempts(site, fetcher):
    """No byte within the idle time is a time-out, tried again as often as is allowed."""
    site.routes["/a"] = lambda _handler: time.sleep(1)
    with pytest.raises(FetchRefused, match="stopped answering, expected an answer"):
        fetcher(attempts=2, idle_seconds=0.1).fetch(f"{site.address}/a")
    assert site.asked("/a") == 2


def test_nobody_listening_is_told(fetcher, site):
    """A port on which nothing answers is one clear error."""
    with pytest.raises(FetchRefused, match="found no connection"):
        fetcher(allow_ports=(9,)).fetch("http://127.0.0.1:9/")


def test_a_deadline_shortens_timeouts_and_then_refuses():
    """A timeout is cut to what remains; when nothing remains, nothing is waited for."""
    now = [0.0]
    deadline = Deadline(5.0, lambda: now[0])
    assert (deadline.bounded(None), deadline.bounded(1.0)) == (5.0, 1.0)
    now[0] = 5.0
    with pytest.raises(httpcore.ReadTimeout):
        deadline.bounded(1.0)
