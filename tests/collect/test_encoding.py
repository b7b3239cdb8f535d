import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quietsignal.collect.encoding import decode, html_charset
from quietsignal.errors import UnreadableInput

SERBIAN = "Vojska Srbije će učestvovati u vežbi; načelnik je rekao da će biti održana u Šapcu."
RUSSIAN = "Министерство обороны России сообщило о начале учений с армией Сербии."


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (codecs.BOM_UTF8 + SERBIAN.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + SERBIAN.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + SERBIAN.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + SERBIAN.encode("utf-32-le"), "utf-32-le"),
        (SERBIAN.encode(), "utf-8"),
    ],
)
def test_unicode_is_read_by_its_mark_or_strictly(content, encoding):
    """UTF-8, UTF-16 and UTF-32 are read without their mark and without a warning."""
    decoded = decode(content, name="x")
    assert (decoded.text, decoded.encoding, decoded.warnings) == (SERBIAN, encoding, ())


def test_a_declared_charset_is_used():
    """What a server or page declares is believed where the bytes allow it."""
    decoded = decode(RUSSIAN.encode("koi8-r"), name="x", declared="KOI8-R")
    assert (decoded.text, decoded.warnings) == (RUSSIAN, ())


def test_a_declaration_that_utf8_bytes_contradict_is_not_believed():
    """Bytes that are UTF-8 are read as such whatever is declared, with a warning."""
    decoded = decode(SERBIAN.encode(), name="x", declared="iso-8859-1")
    assert decoded.text == SERBIAN
    assert "declared iso-8859-1" in decoded.warnings[0]


def test_a_false_declaration_of_utf8_falls_back():
    """Bytes declared as UTF-8 that are not are read in the code page that fits."""
    decoded = decode(SERBIAN.encode("cp1250"), name="x", declared="utf-8")
    assert (decoded.text, decoded.encoding) == (SERBIAN, "cp1250")


@pytest.mark.parametrize(
    "declared", ["rot13", "zlib", "utf-7", "unicode_escape", "no such", "\x00"]
)
def test_codecs_that_are_no_charsets_are_not_used(declared):
    """Python's other codecs cannot be asked for by a page."""
    assert decode(b"plain +AGE-", name="x", declared=declared).text == "plain +AGE-"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"text\x00more", "binary data (byte 4 is NUL)"),
        (bytes(range(1, 32)) * 10, "binary data"),
        (codecs.BOM_UTF8 + b"\xff\xfe", "byte order mark of utf-8"),
        (bytes(range(0x81, 0xFF)) * 3, "an encoding that is not known"),
    ],
)
def test_what_is_no_text_is_refused(content, found):
    """Binary data and unknown encodings are one clear error with the input's name."""
    with pytest.raises(UnreadableInput) as caught:
        decode(content, name="notes.txt")
    assert str(caught.value).startswith("notes.txt: found")
    assert found in str(caught.value)
    assert "expected text in UTF-8" in str(caught.value)


def test_newlines_become_line_feeds():
    """Windows and old Mac newlines are one character, as offsets need it."""
    assert decode(b"a\r\nb\rc\n", name="x").text == "a\nb\nc\n"


def test_a_few_control_characters_do_not_make_it_binary():
    """A stray control character in a long text stays where it is."""
    text = "word " * 100 + "\x0c\x01"
    assert decode(text.encode(), name="x").text == text


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
def test_utf8_text_is_otherwise_untouched(text):
    """Every text without control characters comes back as it was, but for a leading mark."""
    assert decode(text.encode(), name="x").text == text.removeprefix("\ufeff")


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content):
    """Whatever the bytes, there is a text or one clear error."""
    with suppress(UnreadableInput):
        text = decode(content, name="x").text
        assert "\r" not in text
        assert "\x00" not in text


@pytest.mark.parametrize(
    ("page", "charset"),
    [
        (b"<meta charset=utf-8>", "utf-8"),
        (
            b"<meta http-equiv='Content-Type' content='text/html; charset=Windows-1251'>",
            "Windows-1251",
        ),
        (b"<p>charset=utf-8</p>", None),
    ],
)
def test_the_charset_of_a_page_is_found_in_its_meta_tag(page, charset):
    """Both forms of the meta tag are read, and nothing but them."""
    assert html_charset(page) == charset
