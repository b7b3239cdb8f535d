"""A pause between two requests to one host, also when several threads fetch."""

import threading
from collections.abc import Callable

__all__ = ["Politeness"]


class Politeness:
    """Remembers for each host when it may be asked next."""

    def __init__(self, *, sleep: Callable[[float], None], clock: Callable[[], float]) -> None:
        self._sleep = sleep
        self._clock = clock
        self._next: dict[str, float] = {}
        self._lock = threading.Lock()

    def wait(self, host: str, pause: float) -> None:
        """Wait for the host's turn, and leave at least `pause` seconds until the next."""
        with self._lock:
            now = self._clock()
            turn = max(now, self._next.get(host, now))
            self._next[host] = turn + pause
        if turn > now:
            self._sleep(turn - now)
