import hashlib
import time
import uuid
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quietsignal.records import capture_hash, derived_id, new_id

parts = st.lists(st.text().filter(lambda text: "\x1f" not in text), min_size=1, max_size=4)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Sets the clock that new ids read, in milliseconds."""

    def set_to(milliseconds: int) -> None:
        monkeypatch.setattr(time, "time_ns", lambda: milliseconds * 1_000_000)

    return set_to


def test_capture_hash_is_sha256() -> None:
    """A capture is named by the SHA-256 of its bytes."""
    expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

    assert capture_hash(b"abc") == expected
    assert capture_hash(b"") == hashlib.sha256(b"").hexdigest()


def test_new_id_is_uuid_version_7() -> None:
    """A new id has the version and the variant of RFC 9562."""
    parsed = uuid.UUID(new_id())

    assert parsed.version == 7
    assert parsed.variant == uuid.RFC_4122


def test_new_id_carries_its_time(clock: Callable[[int], None]) -> None:
    """The first 48 bits are the milliseconds since 1970."""
    clock(1_753_056_000_123)

    assert uuid.UUID(new_id()).int >> 80 == 1_753_056_000_123


def test_new_ids_sort_by_time(clock: Callable[[int], None]) -> None:
    """Ids made later sort later as text."""
    ids = []
    for milliseconds in (0, 1, 255, 256, 1_753_056_000_123, 2**48 - 1):
        clock(milliseconds)
        ids.append(new_id())

    assert ids == sorted(ids)


def test_new_ids_differ(clock: Callable[[int], None]) -> None:
    """Ids made in one millisecond differ."""
    clock(1_753_056_000_123)

    assert len({new_id() for _ in range(1000)}) == 1000


def test_derived_id_is_the_same_everywhere() -> None:
    """A derived id depends on its parts alone: this one was written down once."""
    assert derived_id("document", "abc", "") == "83b23bc9-bda2-5e28-b45a-e4b18ec3dbd1"
    assert uuid.UUID(derived_id("a")).version == 5


@given(parts, parts)
def test_derived_ids_tell_parts_apart(left: list[str], right: list[str]) -> None:
    """Equal parts give the equal id, other parts another one."""
    assert (derived_id(*left) == derived_id(*right)) is (left == right)


def test_derived_id_keeps_the_borders_of_parts() -> None:
    """The same letters in other parts are another id."""
    assert derived_id("ab", "c") != derived_id("a", "bc")
