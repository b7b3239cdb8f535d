"""The way to the network: connects to checked addresses only, and keeps to a deadline.

The check sits where the connection is opened, below httpx: whatever address a request carries,
the host is resolved once, every address it has is checked, and the checked number is what is
connected to. A name that changes its address between check and use gains nothing. Host header,
TLS server name and certificate remain those of the name.
"""

import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import httpcore
import httpx

from quietsignal.collect.addresses import Resolve, checked_hosts
from quietsignal.errors import FetchRefused
from quietsignal.settings import Settings

__all__ = ["Deadline", "GuardedTransport"]

_TRIES = 3  # addresses of one host that are tried


class Deadline:
    """A moment after which nothing more is waited for."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._end = clock() + seconds

    def left(self) -> float:
        """The seconds that remain, negative when it has passed."""
        return self._end - self._clock()

    def bounded(self, timeout: float | None) -> float:
        """The timeout, or what remains when that is less; raises when nothing remains."""
        left = self.left()
        if left <= 0:
            raise httpcore.ReadTimeout("the time for this address is over")
        return left if timeout is None else min(timeout, left)


class _Stream(httpcore.NetworkStream):
    """A connection of which every step ends at the deadline, however slowly bytes drip."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.bounded(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.bounded(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        secured = self._inner.start_tls(
            ssl_context, server_hostname, self._deadline.bounded(timeout)
        )
        return _Stream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _Backend(httpcore.NetworkBackend):
    """Opens connections for httpcore, to checked addresses."""

    def __init__(self, settings: Settings, *, resolve: Resolve, deadline: Deadline) -> None:
        self._settings = settings
        self._resolve = resolve
        self._deadline = deadline
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        addresses = checked_hosts(host, port, resolve=self._resolve, settings=self._settings)
        failure: Exception = httpcore.ConnectError("no address answered")
        for address in addresses[:_TRIES]:
            try:
                stream = self._inner.connect_tcp(
                    address,
                    port,
                    timeout=self._deadline.bounded(timeout),
                    local_address=local_address,
                    socket_options=socket_options,
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return _Stream(stream, self._deadline)
        raise failure

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ARG002 - the signature is httpcore's
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        raise FetchRefused(f"{path}: found a socket of this machine, expected an address")

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)


class _Body(httpx.SyncByteStream):
    def __init__(self, inner: Iterable[bytes], close: Callable[[], None]) -> None:
        self._inner = inner
        self._close = close

    def __iter__(self) -> Iterator[bytes]:
        yield from self._inner

    def close(self) -> None:
        self._close()


class GuardedTransport(httpx.BaseTransport):
    """The transport of httpx for one address and its redirects; no proxy, no cookie, no cache."""

    def __init__(
        self,
        settings: Settings,
        *,
        resolve: Resolve,
        deadline: Deadline,
        ssl_context: ssl.SSLContext | None,
    ) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=ssl_context,
            max_keepalive_connections=0,
            network_backend=_Backend(settings, resolve=resolve, deadline=deadline),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request; errors are those of httpcore, and `FetchRefused` by the guard."""
        url = request.url
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
                ),
                headers=request.headers.raw,
                content=b"",
                extensions=request.extensions,
            )
        )
        stream = answer.stream
        assert isinstance(stream, Iterable)  # noqa: S101 - the pool is a synchronous one
        return httpx.Response(
            status_code=answer.status,
            headers=answer.headers,
            stream=_Body(stream, answer.close),
            extensions=answer.extensions,
        )

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()
