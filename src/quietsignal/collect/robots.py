"""What a site's robots.txt allows (RFC 9309), remembered for an hour."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.robotparser import RobotFileParser

import httpx

from quietsignal.collect.addresses import shown_address
from quietsignal.errors import FetchRefused

__all__ = ["Robots"]

_REMEMBERED = 3_600  # seconds
_LONGEST_DELAY = 30.0  # seconds; a longer Crawl-delay is not waited for
# The status of robots.txt and its bytes, for the address of the site.
Load = Callable[[httpx.URL], tuple[int, bytes]]


@dataclass(frozen=True, slots=True)
class _Rules:
    parser: RobotFileParser
    until: float


class Robots:
    """Asks each site once what may be read; `load` fetches through the guard."""

    def __init__(
        self, load: Load, *, agent: str, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._load = load
        self._agent = agent.split("/", maxsplit=1)[0]
        self._clock = clock
        self._rules: dict[str, _Rules] = {}

    def check(self, url: httpx.URL) -> None:
        """Raise `FetchRefused` when the site does not allow the address to be read."""
        if not self._for(url).can_fetch(self._agent, str(url)):
            raise FetchRefused(
                f"{shown_address(str(url))}: found that robots.txt of {url.host} disallows it for "
                f"{self._agent}, expected an address that programs may read"
            )

    def delay(self, url: httpx.URL) -> float:
        """The seconds that the site wants between two requests, within reason."""
        wanted = self._for(url).crawl_delay(self._agent)
        return min(float(wanted or 0), _LONGEST_DELAY)

    def _for(self, url: httpx.URL) -> RobotFileParser:
        site = f"{url.scheme}://{url.netloc.decode('ascii')}"
        known = self._rules.get(site)
        if known is None or known.until < self._clock():
            known = _Rules(self._read(url.join("/robots.txt")), self._clock() + _REMEMBERED)
            self._rules[site] = known
        return known.parser

    def _read(self, address: httpx.URL) -> RobotFileParser:
        """The rules; a site without the file allows everything, one that fails allows nothing."""
        status, content = self._load(address)
        parser = RobotFileParser()
        if 200 <= status < 300:
            parser.parse(content.decode("utf-8", "replace").lstrip("\ufeff").splitlines())
        elif 400 <= status < 500:
            parser.parse(())
        else:
            raise FetchRefused(
                f"{shown_address(str(address))}: found status {status}, expected the rules of the "
                "site or none (404)"
            )
        return parser
