"""Servers that misbehave: every fault is bounded in bytes and time, and told in one line."""

import datetime as dt
from email.utils import format_datetime

import pytest

from collect.site import PAGE
from quietsignal.errors import FetchRefused, UnreadableInput
from quietsignal.settings import Settings


def test_a_page_is_received_with_address_type_and_headers(site, fetcher):
    """A good answer gives bytes, final address, media type and headers, without cookies."""
    received = fetcher().fetch(site.page("/a", etag='"1"', set_cookie="a=b"))
    assert (received.content, received.media_type) == (PAGE, "text/html")
    assert received.address == f"{site.address}/a"
    assert received.headers["content-type"] == "text/html; charset=utf-8"
    assert received.headers["etag"] == '"1"'
    assert "set-cookie" not in received.headers
    assert received.received_at.tzinfo is dt.UTC


def test_the_program_says_who_it_is(site, fetcher):
    """Requests carry the stated user agent and no cookie, referer or authorisation."""
    site.page("/b")
    site.routes["/a"] = (302, {"location": "/b", "set-cookie": "a=b"}, b"")
    fetcher().fetch(f"{site.address}/a")
    headers = site.requests[-1][1]
    assert headers["User-Agent"] == Settings().user_agent
    assert set(headers) == {"Host", "User-Agent", "Accept", "Accept-Encoding"}


def test_a_redirect_is_followed_to_the_final_address(site, fetcher):
    """The capture's address is where the page was, its name what was asked for."""
    site.page("/b")
    received = fetcher().fetch(site.redirect("/a", "/b"))
    assert (received.name, received.address) == (f"{site.address}/a", f"{site.address}/b")


def test_endless_redirects_end(site, fetcher):
    """Of thirty redirects five are followed."""
    for number in range(30):
        site.redirect(f"/{number}", f"/{number + 1}")
    with pytest.raises(FetchRefused, match="found more than 5 redirects, expected a page"):
        fetcher().fetch(f"{site.address}/0")
    assert site.asked("/5") == 1
    assert site.asked("/6") == 0


@pytest.mark.parametrize("status", [204, 304, 403, 404, 410, 418])
def test_other_answers_are_named_and_not_repeated(site, fetcher, status):
    """A page that is not there is asked for once."""
    address = site.page("/a", b"", status=status)
    with pytest.raises(FetchRefused, match=rf"/a: found status {status}, expected 200"):
        fetcher().fetch(address)
    assert site.asked("/a") == 1


def answers(site, path, *routes):
    """Give the routes one after another, the last for ever."""
    remaining = list(routes)

    def answer(handler):
        status, headers, body = remaining.pop(0) if len(remaining) > 1 else remaining[0]
        handler.send_response(status)
        for name, value in ({"content-length": str(len(body))} | headers).items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    site.routes[path] = answer
    return site.address + path


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_an_overloaded_server_is_asked_again(site, fetcher, slept, status):
    """An error that passes is waited for, longer each time."""
    address = answers(site, "/a", (status, {}, b""), (status, {}, b""), (200, {}, PAGE))
    assert fetcher().fetch(address).content == PAGE
    assert slept == [1.0, 2.0]


def test_an_error_that_stays_is_told_after_the_last_attempt(site, fetcher):
    """Attempts are bounded."""
    with pytest.raises(FetchRefused, match="found status 503, expected 200"):
        fetcher().fetch(site.page("/a", status=503))
    assert site.asked("/a") == 3


def test_retry_after_is_honoured(site, fetcher, slept):
    """The seconds or the date that a server asks for are waited, within reason."""
    soon = format_datetime(dt.datetime.now(dt.UTC) + dt.timedelta(seconds=3), usegmt=True)
    address = answers(
        site,
        "/a",
        (429, {"retry-after": "4"}, b""),
        (503, {"retry-after": soon}, b""),
        (200, {}, PAGE),
    )
    fetcher(total_seconds=60.0).fetch(address)
    assert slept[0] == 4.0
    assert 2.0 <= slept[1] <= 3.0


def test_a_wait_beyond_reason_is_refused(site, fetcher, slept):
    """A server that asks for an hour is given up on, not waited for."""
    site.page("/a", status=429, retry_after="3600")
    with pytest.raises(FetchRefused, match="asks to wait 3600 s, expected at most 30 s"):
        fetcher(total_seconds=60.0).fetch(f"{site.address}/a")
    assert slept == []


def test_a_large_body_is_refused_by_its_length(site, fetcher):
    """A declared length above the limit is enough."""
    site.page("/a", b"", content_length="999999999999")
    with pytest.raises(FetchRefused, match=r"found 999,999,999,999 bytes, expected at most 1,000"):
        fetcher(max_bytes=1_000).fetch(f"{site.address}/a")


def test_a_body_that_breaks_off_is_told(site, fetcher):
    """Fewer bytes than were promised are no page."""

    def short(handler):
        handler.send_response(200)
        handler.send_header("content-length", "1000")
        handler.end_headers()
        handler.wfile.write(b"half")
        handler.close_connection = True

    site.routes["/a"] = short
    with pytest.raises(FetchRefused, match="found a broken answer"):
        fetcher().fetch(f"{site.address}/a")


@pytest.mark.parametrize(
    ("body", "content_type", "found"),
    [
        (b"%PDF-1.7 ...", "text/html", "found a PDF"),
        (b"\x89PNG\r\n", "text/html", "found a PNG image"),
        (b"{}", "application/json", "found application/json"),
        (b"words", "image/jpeg", "found image/jpeg"),
    ],
)
def test_other_formats_are_named(site, fetcher, body, content_type, found):
    """What is no text is told by its bytes, or else by its declared type."""
    with pytest.raises(UnreadableInput, match=f"{found}, expected text, Markdown, HTML"):
        fetcher().fetch(site.page("/a", body, content_type=content_type))


@pytest.mark.parametrize(
    ("path", "body", "content_type", "media_type"),
    [
        ("/a", PAGE, "application/octet-stream", "text/html"),
        ("/a", PAGE, "text/plain", "text/html"),
        ("/a", b"# Words", "text/markdown; charset=utf-8", "text/markdown"),
        ("/a.md", b"# Words", "text/plain", "text/markdown"),
        ("/a", b"words", "", "text/plain"),
    ],
)
def test_a_wrong_declaration_does_not_lose_a_page(
    site, fetcher, path, body, content_type, media_type
):
    """A page is recognised whatever the server calls it."""
    assert (
        fetcher().fetch(site.page(path, body, content_type=content_type)).media_type == media_type
    )


def test_an_empty_page_is_told(site, fetcher):
    """Nothing is not a page."""
    with pytest.raises(FetchRefused, match="found an empty body"):
        fetcher().fetch(site.page("/a", b""))
