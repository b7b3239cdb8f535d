import pytest

from quietsignal.collect.media import media_type
from quietsignal.errors import UnreadableInput


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.md", b"# Title", "text/markdown"),
        ("a.HTM", b"words", "text/html"),
        ("a.txt", b"\xef\xbb\xbf <!DOCTYPE html><p>x", "text/html"),
        ("a.txt", b"<!-- saved --><html>", "text/html"),
        ("a.txt", b"<?xml version='1.0'?><!DOCTYPE html><html>", "text/html"),
        ("no-suffix", b"plain words", "text/plain"),
        ("a.txt", b"MZ is how this text begins", "text/plain"),
    ],
)
def test_the_type_is_told_by_content_then_by_suffix(name, content, expected):
    """A page is a page whatever its file is called; other texts go by their suffix."""
    assert media_type(content, name=name, file_name=name) == expected


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"%PDF-1.7", "a PDF"),
        (b"PK\x03\x04", "a ZIP archive or Office document"),
        (b"MZ\x00\x01", "a program"),
        (b"<?xml version='1.0'?><rss>", "XML"),
    ],
)
def test_other_formats_are_named(content, found):
    """What is no text is told by its first bytes, whatever it is called."""
    with pytest.raises(UnreadableInput, match=f"a.txt: found {found}, expected text, Markdown"):
        media_type(content, name="a.txt", file_name="a.txt")


@pytest.mark.timeout(5)
def test_many_comments_do_not_hold_up_the_look():
    """The look at the beginning of a text ends at once, also where it is made to fail."""
    assert media_type(b"<!--" * 1_000_000, name="x") == "text/plain"
    assert media_type(b"<!---->" * 1_000_000, name="x") == "text/plain"
