import time

import pytest

from quietsignal.collect import IsolatedParser, parse
from quietsignal.errors import UnreadableInput
from quietsignal.settings import Settings

PAGE = b"<html lang=en><title>T</title><p>One sentence stands here.</p></html>"


@pytest.mark.parametrize("media_type", ["text/plain", "text/markdown", "text/html"])
def test_the_child_gives_what_parsing_here_gives(isolated, hints, media_type):
    """The document is the same in the child process and in this one."""
    content = b"One sentence.\n\nAnother one.\n"
    assert isolated.parse(content, hints(media_type)) == parse(content, hints(media_type))


def test_the_error_of_a_parser_comes_through(isolated, hints):
    """A refused document is refused with its own words, and the next one is read."""
    with pytest.raises(UnreadableInput, match="input: found no text in the page"):
        isolated.parse(b"<html></html>", hints("text/html"))
    assert isolated.parse(PAGE, hints("text/html")).title == "T"


def test_an_unknown_format_is_refused(isolated, hints):
    """A media type without parser is named with those that there are."""
    with pytest.raises(
        UnreadableInput, match="found application/pdf, expected text, Markdown, HTML"
    ):
        isolated.parse(b"%PDF", hints("application/pdf"))


def test_one_child_reads_many_documents(isolated, hints):
    """The process is kept: a hundred documents do not cost a hundred starts."""
    isolated.parse(PAGE, hints("text/html"))
    child = isolated._child.pid
    begin = time.perf_counter()
    for _ in range(100):
        isolated.parse(PAGE, hints("text/html"))
    assert isolated._child.pid == child
    assert time.perf_counter() - begin < 5


def test_a_document_that_takes_too_long_is_ended_and_the_next_is_read(hints):
    """A page that would keep a parser busy for minutes is refused after its seconds."""
    with IsolatedParser(Settings(parse_seconds=1)) as parser:
        with pytest.raises(
            UnreadableInput, match=r"broke off \(out of time.*\), expected .* at most 1 s"
        ):
            parser.parse(b"<p>text <b>a</b></p>" * 900_000, hints("text/html"))
        assert parser.parse(PAGE, hints("text/html")).title == "T"


def test_a_document_that_takes_too_much_memory_is_refused(hints):
    """Memory is bounded for a document; the run goes on."""
    with IsolatedParser(Settings(parse_memory_mb=64)) as parser:
        with pytest.raises(UnreadableInput, match=r"memory|broke off"):
            parser.parse(b"[a](b) *c* " * 1_500_000, hints("text/markdown"))
        assert parser.parse(b"short", hints()).text == "short"


def test_a_child_that_was_killed_is_replaced(hints):
    """When the process is gone between two documents, a new one is started."""
    with IsolatedParser() as parser:
        parser.parse(b"short", hints())
        parser._child.kill()
        parser._child.wait()
        assert parser.parse(b"short", hints()).text == "short"


def test_closing_ends_the_child(hints):
    """No process remains when the parser is closed, and closing twice is allowed."""
    parser = IsolatedParser()
    parser.parse(b"short", hints())
    child = parser._child
    parser.close()
    parser.close()
    assert child.poll() is not None
