import pytest

from quietsignal.collect import known_suffixes, parse
from quietsignal.collect.parsers import parser_for
from quietsignal.errors import UnreadableInput


def test_blank_and_overlong_texts_are_refused(hints):
    """A text of spaces, and one beyond the limit, are one clear error each."""
    with pytest.raises(UnreadableInput, match="input: found no text"):
        parse(b" \n\t\n", hints())
    with pytest.raises(UnreadableInput, match=r"found 11 characters of text, expected at most 10"):
        parse(b"x" * 11, hints(max_text_chars=10))


def test_parsers_are_found_by_media_type_and_by_suffix():
    """A type, or the end of a file's name in any case, tells the parser; other things do not."""
    assert parser_for(media_type="application/xhtml+xml").label == "HTML"
    assert parser_for(name="A.MARKDOWN").label == "Markdown"
    assert parser_for(media_type="image/png") is None
    assert parser_for(name="README") is None
    assert ".txt" in known_suffixes()


def test_an_unknown_format_is_refused(hints):
    """A media type without parser is named with those that there are."""
    with pytest.raises(UnreadableInput, match="application/pdf, expected text, Markdown, HTML"):
        parse(b"%PDF", hints("application/pdf"))
