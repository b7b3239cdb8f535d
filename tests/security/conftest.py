"""The server that misbehaves, for the tests of the guard."""

from collect.site import fetcher, site, slept

__all__ = ["fetcher", "site", "slept"]
