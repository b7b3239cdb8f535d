"""What stands before every page: who may ask, how, and the headers that every answer carries.

There is no login. What keeps the project private is that the server listens on this machine only;
the check of the Host header keeps it so when a hostile page points a name of its own at this
machine (DNS rebinding), and the refusal of unsafe methods keeps other pages from changing anything.
"""

import ipaddress
import platform
import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["HEADERS", "Guard", "is_loopback", "names_for"]

HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "Content-Security-Policy": (
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
            "base-uri 'none'; frame-ancestors 'none'"
        ),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "private, no-cache",
    }
)

_SAFE = ("GET", "HEAD")
_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9_.-]+)(?::[0-9]{1,5})?\Z")
_ANY_ADDRESS = ("0.0.0.0", "[::]")  # noqa: S104 - recognised here, never bound by default


class Refusal(NamedTuple):
    """Why a request is not answered."""

    status: int
    reason: str


def is_loopback(host: str) -> bool:
    """Whether a server on that host is reached from this machine only; names are not looked up."""
    try:
        return host.lower() == "localhost" or ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def names_for(host: str) -> frozenset[str]:
    """The names by which a server that is bound to that host may be called, without the port."""
    written = f"[{host}]" if ":" in host and not host.startswith("[") else host
    names = {written.lower()}
    if is_loopback(host):
        names |= {"localhost", "127.0.0.1"} if host.lower() == "localhost" else {"localhost"}
    if written in _ANY_ADDRESS:
        names |= {"localhost", platform.node().lower()}
    return frozenset(names)


class Guard:
    """The application behind its checks; `hosts` are the names that the Host header may give."""

    def __init__(self, app: ASGIApp, *, hosts: Iterable[str]) -> None:
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or refuse it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive=receive, send=_secured(scope["method"], send))
        else:
            await send({"type": "websocket.close", "code": 1008})

    async def _answer(self, scope: Scope, *, receive: Receive, send: Send) -> None:
        refusal = _host_refusal(Headers(scope=scope), self._hosts) or _method_refusal(scope)
        if refusal is None:
            # HEAD is GET without the body, which `_secured` leaves out.
            await self._app({**scope, "method": "GET"}, receive, send)
            return
        allow = {"Allow": ", ".join(_SAFE)} if refusal.status == 405 else None
        answer = PlainTextResponse(f"{refusal.reason}\n", refusal.status, headers=allow)
        await answer(scope, receive, send)


def _host_refusal(headers: Headers, hosts: frozenset[str]) -> Refusal | None:
    given = headers.getlist("host")
    found = _HOST.match(given[0].lower()) if len(given) == 1 else None
    if found is None:
        return Refusal(400, "The request does not say properly which host it is for.")
    name = found.group(1)
    if name in hosts or (not hosts.isdisjoint(_ANY_ADDRESS) and _is_address(name)):
        return None
    return Refusal(421, "This server does not answer to that name; use the address it was given.")


def _is_address(name: str) -> bool:
    """Whether the host is written as an address, which no page can point elsewhere."""
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


def _method_refusal(scope: Scope) -> Refusal | None:
    if scope["method"] in _SAFE:
        return None
    headers = Headers(scope=scope)
    if headers.get("origin") != f"{scope['scheme']}://{headers['host']}":
        return Refusal(403, "Requests from other pages are refused.")
    return Refusal(405, "This version only shows the project; it changes nothing.")


def _secured(method: str, send: Send) -> Send:
    """Send on what the application sends, with the headers that it did not set itself."""

    async def secured(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        elif method == "HEAD" and message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return secured
