"""Which addresses may be fetched: on the public internet, by http or https, without credentials.

An address is judged twice: as it is written (`checked_url`), and by the numeric addresses that its
host has when the connection is opened (`checked_hosts`); those alone are connected to.
"""

import ipaddress
import re
import socket
from collections.abc import Callable, Sequence

import httpx

from quietsignal.collect.invisible import shown
from quietsignal.errors import FetchRefused
from quietsignal.settings import Settings

__all__ = ["Resolve", "checked_hosts", "checked_url", "not_public", "resolve", "shown_address"]

Resolve = Callable[[str, int], Sequence[str]]

_LONGEST = 2_000
_PORTS = {"http": 80, "https": 443}
# What a name on the internet consists of; everything else is a trick or a mistake.
_NAME = re.compile(
    r"(?=.{1,253}\Z)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9-]{1,63}\.?\Z"
)
_NUMBER = re.compile(r"(?:0x[0-9a-f]*|\d+)\.?\Z")  # 2130706433, 0177.0.0.1, 127.1, 0x7f.1
_PUBLIC_V6 = ipaddress.ip_network("2000::/3")
# IANA's special-purpose registries; the labels are what errors say was found.
_SPECIAL = tuple(
    (ipaddress.ip_network(network), label)
    for network, label in (
        ("0.0.0.0/8", "unspecified"),
        ("10.0.0.0/8", "private"),
        ("100.64.0.0/10", "shared by a provider (CGNAT)"),
        ("127.0.0.0/8", "loopback"),
        ("169.254.0.0/16", "link-local"),
        ("172.16.0.0/12", "private"),
        ("192.0.0.0/24", "reserved"),
        ("192.0.2.0/24", "for documentation"),
        ("192.88.99.0/24", "6to4"),
        ("192.168.0.0/16", "private"),
        ("198.18.0.0/15", "for benchmarks"),
        ("198.51.100.0/24", "for documentation"),
        ("203.0.113.0/24", "for documentation"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
        ("::/128", "unspecified"),
        ("::1/128", "loopback"),
        ("::ffff:0:0/96", "IPv4 in IPv6"),
        ("::/96", "IPv4 in IPv6"),
        ("64:ff9b::/96", "IPv4 in IPv6 (NAT64)"),
        ("64:ff9b:1::/48", "IPv4 in IPv6 (NAT64)"),
        ("100::/64", "a black hole"),
        ("2001::/32", "IPv4 in IPv6 (Teredo)"),
        ("2001::/23", "reserved"),
        ("2001:db8::/32", "for documentation"),
        ("2002::/16", "IPv4 in IPv6 (6to4)"),
        ("3fff::/20", "for documentation"),
        ("fc00::/7", "private"),
        ("fe80::/10", "link-local"),
        ("fec0::/10", "site-local"),
        ("ff00::/8", "multicast"),
    )
)


def not_public(address: str) -> str:
    """Why a numeric address is not on the public internet; empty when it is."""
    try:
        number = ipaddress.ip_address(address)
    except ValueError:
        return "not an address"
    for network, label in _SPECIAL:
        if number.version == network.version and number in network:
            return label
    if not number.is_global or (number.version == 6 and number not in _PUBLIC_V6):
        return "reserved"
    return ""


def resolve(host: str, port: int) -> Sequence[str]:
    """The numeric addresses of a host, by the system's resolver; raises `OSError` without any."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def checked_url(address: str, settings: Settings) -> httpx.URL:
    """The address without its fragment, when it is written as one that may be fetched.

    Raises `FetchRefused` otherwise.
    """
    name = shown_address(address)
    plain = address.isprintable() and not re.search(r"[\s\\]", address)
    if not plain or len(address) > _LONGEST:
        raise FetchRefused(
            f"{name}: found spaces, backslashes or more than {_LONGEST:,} characters, expected an "
            "address such as https://example.org/news"
        )
    try:
        url = httpx.URL(address).copy_with(fragment=None)
        host = url.raw_host.decode("ascii").lower()
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchRefused(f"{name}: no address ({error}), expected http or https") from None
    _check_parts(url, host, name=name, settings=settings)
    return url


def _check_parts(url: httpx.URL, host: str, *, name: str, settings: Settings) -> None:
    if url.scheme not in _PORTS:
        raise FetchRefused(f"{name}: found scheme {url.scheme!r}, expected http or https")
    if url.userinfo:
        raise FetchRefused(f"{name}: found a user name in the address, expected none")
    port = _PORTS[url.scheme] if url.port is None else url.port
    ports = (80, 443, *settings.allow_ports)
    if port not in ports:
        raise FetchRefused(f"{name}: found port {port}, expected {_listed(ports)}")
    if _is_allowed(host, settings):
        return
    _check_host(host, name)


def _check_host(host: str, name: str) -> None:
    """Refuse a host that is a number in disguise, a local name or not public as it stands."""
    expected = "expected a host on the public internet"
    try:
        ipaddress.ip_address(host)
    except ValueError:
        if not _NAME.match(host) or _NUMBER.match(host.rstrip(".").rpartition(".")[2]):
            raise FetchRefused(f"{name}: found host {shown(host)!r}, {expected}") from None
        if host.rstrip(".") == "localhost" or host.rstrip(".").endswith(".localhost"):
            raise FetchRefused(f"{name}: found this machine, {expected}") from None
        return
    reason = not_public(host)
    if reason:
        raise FetchRefused(f"{name}: found {host}, which is {reason}, {expected}")


def checked_hosts(host: str, port: int, *, resolve: Resolve, settings: Settings) -> Sequence[str]:
    """The numeric addresses to connect to, each of them checked.

    Raises `FetchRefused` when the host has none, or any that is not on the public internet: a name
    that points both outside and inside is not to be trusted.
    """
    try:
        addresses = resolve(host, port)
    except (OSError, UnicodeError):
        addresses = ()
    if not addresses:
        raise FetchRefused(f"{host}: found no such host, expected one that the name service knows")
    if not _is_allowed(host, settings):
        for address in addresses:
            reason = not_public(address)
            if reason:
                raise FetchRefused(
                    f"{host}: found {shown(address)}, which is {reason}, expected a host on the "
                    "public internet"
                )
    return addresses


def shown_address(address: str) -> str:
    """The address as errors show it: on one line and without a password."""
    return shown(re.sub(r"(?<=//)[^/?#]*@", "***@", address), limit=200)


def _is_allowed(host: str, settings: Settings) -> bool:
    return host.lower() in {allowed.strip("[]").lower() for allowed in settings.allow_hosts}


def _listed(ports: Sequence[int]) -> str:
    return ", ".join(str(port) for port in dict.fromkeys(ports))
