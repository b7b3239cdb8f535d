from collections.abc import Callable

import pytest

from quietsignal.project import Project
from quietsignal.web import create_app, is_loopback, names_for
from quietsignal.web.guard import HEADERS
from web.world import ADDRESS, Client

PATHS = ["/events", "/documents", "/briefs", "/health", "/site.css", "/nope", "/events?type=x"]


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_carries_the_headers(client: Client, path: str) -> None:
    """Pages, files and problems alike say what a browser may not do with them."""
    headers = client.get(path).headers

    assert "default-src 'none'" in headers["content-security-policy"]
    assert "script" not in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert set(map(str.lower, HEADERS)) <= set(headers)


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8100", 200),
        ("LOCALHOST", 200),
        ("evil.example", 421),
        ("evil.example:8100", 421),
        ("127.0.0.1.evil.example", 421),
        ("localhost@evil.example", 400),
        ("127.0.0.1:8100, evil.example", 400),
        ("", 400),
    ],
)
def test_only_its_own_names_are_answered(client: Client, host: str, status: int) -> None:
    """A name that was pointed at this machine from elsewhere gets no page (DNS rebinding)."""
    answer = client.get("/events", host=host)

    assert answer.status_code == status
    assert ("Peace Guardian" in answer.text) == (status == 200)
    assert "content-security-policy" in answer.headers


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
@pytest.mark.parametrize(
    ("origin", "status"),
    [(ADDRESS, 405), ("http://evil.example", 403), ("null", 403), ("https://127.0.0.1:8100", 403)],
)
def test_nothing_can_be_sent(client: Client, method: str, origin: str, status: int) -> None:
    """Every method that could change something is refused, other origins before all."""
    answer = client.ask(method, "/events", origin=origin)

    assert answer.status_code == status
    assert (answer.headers.get("allow") == "GET, HEAD") == (status == 405)


def test_head_is_get_without_the_body(client: Client) -> None:
    """HEAD gives the status and headers of the page, and nothing else."""
    answer = client.ask("HEAD", "/events")

    assert answer.status_code == 200
    assert answer.content == b""
    assert answer.headers["content-length"] == client.get("/events").headers["content-length"]


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("localhost", True),
        ("::1", True),
        ("[::1]", True),
        ("::", False),
        ("192.0.2.1", False),
        ("example.org", False),
    ],
)
def test_what_stays_on_this_machine(host: str, *, expected: bool) -> None:
    """Only loopback addresses and the name for them are taken to stay on this machine."""
    assert is_loopback(host) == expected


def test_names_of_a_host() -> None:
    """A loopback address is also called localhost, an IPv6 address is written in brackets."""
    assert names_for("127.0.0.1") == {"127.0.0.1", "localhost"}
    assert names_for("::1") == {"[::1]", "localhost"}
    assert names_for("reports.example") == {"reports.example"}


def test_any_address_is_answered_where_all_were_bound(empty: Project) -> None:
    """Bound to every address, it answers to addresses as written, and to no foreign name."""
    client = Client(create_app(empty, hosts=names_for("0.0.0.0")))  # noqa: S104

    assert client.get("/health", host="192.0.2.7:8100").status_code == 200
    assert client.get("/health", host="evil.example").status_code == 421


def test_sockets_are_closed(client_of: Callable[[Project], Client], empty: Project) -> None:
    """A websocket is refused before the application hears of it."""
    sent: list[dict[str, object]] = []

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    coroutine = client_of(empty).app({"type": "websocket", "headers": []}, None, send)
    with pytest.raises(StopIteration):
        coroutine.send(None)

    assert sent == [{"type": "websocket.close", "code": 1008}]
