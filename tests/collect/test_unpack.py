import gzip

import pytest

from collect.site import PAGE
from quietsignal.errors import FetchRefused


def test_an_endless_body_is_cut_off(site, fetcher):
    """A body without length is read up to the limit."""

    def endless(handler):
        handler.send_response(200)
        handler.end_headers()
        while True:
            handler.wfile.write(b"x" * 10_000)

    site.routes["/a"] = endless
    with pytest.raises(FetchRefused, match="found more than 100,000 bytes"):
        fetcher(max_bytes=100_000).fetch(f"{site.address}/a")


def test_a_gzip_bomb_is_refused_early(site, fetcher):
    """A small answer that unpacks without end is stopped by ratio, and by size."""
    bomb = gzip.compress(b"\x20" * 50_000_000)
    address = site.page("/a", bomb, content_encoding="gzip")
    with pytest.raises(FetchRefused, match="expected at most 100 for one"):
        fetcher(max_bytes=100_000_000).fetch(address)
    with pytest.raises(FetchRefused, match="found more than 1,000,000 bytes"):
        fetcher(max_bytes=1_000_000).fetch(address)


def test_gzip_is_unpacked_also_in_several_members(site, fetcher):
    """Ordinary packed pages are read, whole."""
    packed = gzip.compress(PAGE[:20]) + gzip.compress(PAGE[20:])
    assert fetcher().fetch(site.page("/a", packed, content_encoding="gzip")).content == PAGE


@pytest.mark.parametrize(
    ("coding", "body", "found"),
    [
        ("gzip, gzip", gzip.compress(PAGE), "content coding 'gzip, gzip'"),
        ("br", PAGE, "content coding 'br'"),
        ("gzip", PAGE, "a broken gzip body"),
        ("gzip", gzip.compress(PAGE)[:-12], "a gzip body that breaks off"),
    ],
)
def test_other_codings_and_broken_ones_are_refused(site, fetcher, coding, body, found):
    """Layers of packing and damaged data are one clear error."""
    with pytest.raises(FetchRefused, match=found):
        fetcher().fetch(site.page("/a", body, content_encoding=coding))
