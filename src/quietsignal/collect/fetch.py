"""The one fetcher: public addresses only, politely, within bounds, and nothing kept between.

Every address and every redirect goes through `checked_url`, and every connection through
`GuardedTransport`. Cookies, credentials, proxies and the environment of httpx are not used.
"""

import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cached_property
from pathlib import PurePosixPath

import httpcore
import httpx

from quietsignal.collect.addresses import Resolve, checked_url, resolve, shown_address
from quietsignal.collect.media import media_type
from quietsignal.collect.politeness import Politeness
from quietsignal.collect.received import Received
from quietsignal.collect.robots import Robots
from quietsignal.collect.transport import Deadline, GuardedTransport
from quietsignal.collect.unpack import read_body
from quietsignal.errors import FetchRefused
from quietsignal.settings import Settings

__all__ = ["Fetcher"]

_REDIRECTS = (301, 302, 303, 307, 308)
_AGAIN = (429, 500, 502, 503, 504)
_ROBOTS_BYTES = 500 * 1024  # RFC 9309: at least so much must be read
_ACCEPT = "text/html,application/xhtml+xml,text/markdown,text/plain;q=0.9,*/*;q=0.1"
_NOT_KEPT = frozenset({"set-cookie", "set-cookie2"})
_NETWORK = (httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError)


@dataclass(frozen=True, slots=True)
class _Answer:
    """One response: its status, its headers in lower case, and its unpacked body."""

    url: httpx.URL
    status: int
    headers: dict[str, str]
    body: bytes


class Fetcher:
    """Fetches addresses one after another; `resolve`, `sleep` and `clock` are given by tests."""

    def __init__(
        self,
        settings: Settings | None = None,
        *,
        resolve: Resolve = resolve,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._settings = settings or Settings()
        self._resolve = resolve
        self._clock = clock
        self._sleep = sleep
        self._politeness = Politeness(sleep=sleep, clock=clock)
        self._robots = Robots(self._load_robots, agent=self._settings.user_agent, clock=clock)

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        """The certificates that are trusted; read once, and only when they are needed."""
        return httpx.create_ssl_context(trust_env=False)

    def fetch(self, address: str) -> Received:
        """The page at an address, after its redirects.

        Raises `FetchRefused` when the address may not be fetched or does not answer as it should,
        and `UnreadableInput` when what it answers is of no format that is read.
        """
        deadline = Deadline(self._settings.total_seconds, self._clock)
        answer = self._follow(checked_url(address, self._settings), deadline, page=True)
        name = shown_address(str(answer.url))
        if answer.status != 200:
            raise FetchRefused(f"{name}: found status {answer.status}, expected 200")
        if not answer.body:
            raise FetchRefused(f"{name}: found an empty body, expected a page")
        declared = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        kind = media_type(
            answer.body,
            name=name,
            file_name=PurePosixPath(answer.url.path).name,
            declared=declared,
        )
        return Received(
            name=shown_address(address),
            address=str(answer.url),
            content=answer.body,
            media_type=kind,
            received_at=datetime.now(UTC),
            headers=answer.headers,
        )

    def _load_robots(self, address: httpx.URL) -> tuple[int, bytes]:
        deadline = Deadline(self._settings.total_seconds, self._clock)
        answer = self._follow(address, deadline, page=False)
        return answer.status, answer.body

    def _follow(self, url: httpx.URL, deadline: Deadline, *, page: bool) -> _Answer:
        """The first answer that is no redirect; every address on the way is checked."""
        first = shown_address(str(url))
        for _ in range(self._settings.max_redirects + 1):
            if page:
                self._robots.check(url)
            answer = self._persist(url, deadline, page=page)
            if answer.status not in _REDIRECTS:
                return answer
            location = answer.headers.get("location", "")
            if not location:
                raise FetchRefused(f"{first}: found a redirect to nowhere, expected a page")
            url = self._next(url, location, first=first)
        raise FetchRefused(
            f"{first}: found more than {self._settings.max_redirects} redirects, expected a page"
        )

    def _next(self, url: httpx.URL, location: str, *, first: str) -> httpx.URL:
        try:
            return checked_url(str(url.join(location)), self._settings)
        except httpx.InvalidURL:
            raise FetchRefused(
                f"{first}: found a redirect to {shown_address(location)}, expected an address"
            ) from None
        except FetchRefused as error:
            raise FetchRefused(f"{first}: redirected to {error}") from None

    def _persist(self, url: httpx.URL, deadline: Deadline, *, page: bool) -> _Answer:
        """The answer of an address, asked again while it is overloaded or silent."""
        name = shown_address(str(url))
        for attempt in range(1, self._settings.attempts + 1):
            last = attempt == self._settings.attempts
            if page:
                pause = max(self._robots.delay(url), self._settings.host_delay_seconds)
                self._politeness.wait(url.host, pause)
            try:
                answer = self._once(url, deadline, page=page)
            except _NETWORK as error:
                if last or deadline.left() <= 0:
                    raise FetchRefused(f"{name}: {_told(error)}, expected an answer") from None
                wait = 2.0 ** (attempt - 1)
            else:
                if last or answer.status not in _AGAIN:
                    return answer
                wait = max(2.0 ** (attempt - 1), _asked_to_wait(answer.headers))
            self._pause(wait, deadline, name=name)
        raise AssertionError  # the last attempt returned or raised

    def _pause(self, seconds: float, deadline: Deadline, *, name: str) -> None:
        cap = min(self._settings.retry_cap_seconds, max(0.0, deadline.left()))
        if seconds > cap:
            raise FetchRefused(
                f"{name}: found a server that asks to wait {seconds:.0f} s, expected at most "
                f"{cap:.0f} s"
            )
        self._sleep(seconds)

    def _once(self, url: httpx.URL, deadline: Deadline, *, page: bool) -> _Answer:
        """Send one request and read its answer within the bounds."""
        settings = self._settings
        idle, connect = settings.idle_seconds, settings.connect_seconds
        limit = settings.max_bytes if page else _ROBOTS_BYTES
        request = httpx.Request(
            "GET",
            url,
            headers={
                "User-Agent": settings.user_agent,
                "Accept": _ACCEPT if page else "text/plain",
                "Accept-Encoding": "gzip",
            },
            extensions={"timeout": {"connect": connect, "read": idle, "write": idle, "pool": idle}},
        )
        with GuardedTransport(
            settings,
            resolve=self._resolve,
            deadline=deadline,
            ssl_context=self._tls if url.scheme == "https" else None,
        ) as transport:
            response = transport.handle_request(request)
            try:
                return self._answer(url, response, limit=limit)
            finally:
                response.close()

    def _answer(self, url: httpx.URL, response: httpx.Response, *, limit: int) -> _Answer:
        headers = {
            key.lower(): value for key, value in response.headers.items() if key not in _NOT_KEPT
        }
        if response.status_code != 200:  # its body says nothing that is used
            return _Answer(url, response.status_code, headers, b"")
        name = shown_address(str(url))
        length = headers.get("content-length", "")
        if length.isdecimal() and int(length) > limit:
            raise FetchRefused(f"{name}: found {int(length):,} bytes, expected at most {limit:,}")
        body = read_body(
            response.iter_raw(),
            coding=headers.get("content-encoding", "").strip().lower(),
            limit=limit,
            ratio=self._settings.max_ratio,
            name=name,
        )
        return _Answer(url, response.status_code, headers, body)


def _told(error: Exception) -> str:
    """What went wrong on the network, in words."""
    if isinstance(error, httpcore.ConnectTimeout):
        return "found no connection in time"
    if isinstance(error, httpcore.TimeoutException):
        return "found a server that stopped answering"
    if isinstance(error, httpcore.ConnectError):
        return f"found no connection ({error})"
    return f"found a broken answer ({error or type(error).__name__})"


def _asked_to_wait(headers: dict[str, str]) -> float:
    """The seconds that Retry-After asks for; zero when it asks for nothing that can be read."""
    value = headers.get("retry-after", "").strip()
    if value.isdecimal():
        return float(value[:9])
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return 0.0
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())
