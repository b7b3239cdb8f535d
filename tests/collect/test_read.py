import datetime as dt
import socket

import pytest

from quietsignal.collect import (
    PARSERS,
    Archive,
    Inputs,
    Received,
    capture_of,
    collect,
    parse,
    read_document,
)
from quietsignal.errors import UnreadableInput
from quietsignal.records import DocumentKind, ImpreciseDate, Precision, document_id
from quietsignal.settings import Settings

MOMENT = dt.datetime(2026, 8, 1, 12, tzinfo=dt.UTC)


def received(content, **fields):
    base = {
        "name": "in/note.txt",
        "address": "in/note.txt",
        "media_type": "text/plain",
        "received_at": MOMENT,
    }
    return Received(content=content, **(base | fields))


@pytest.fixture
def archive(tmp_path):
    return Archive(tmp_path / "captures")


def test_bytes_become_a_capture_and_a_document(archive):
    """The capture records the bytes, the document what they say."""
    content = b"---\npublished: 2025-07\npublisher: Example Times\n---\nHeadline\n\nText.\n"
    capture, document = collect(received(content), archive=archive, parse=parse)
    assert archive.read(capture.sha256) == content
    assert (capture.size, capture.captured_at, capture.address) == (
        len(content),
        MOMENT,
        "in/note.txt",
    )
    assert document.id == document_id(capture.sha256)
    assert document.kind is DocumentKind.CAPTURED
    assert document.text == "Headline\n\nText.\n"
    assert document.published == ImpreciseDate.month(2025, 7)
    assert document.published.precision is Precision.MONTH
    assert (document.publisher, document.language) == ("Example Times", "und")


def test_a_document_names_the_file_and_not_the_folders_of_the_user(archive):
    """A citation of a file does not give away where it lay."""
    note = received(b"Text.", address="/home/someone/private/note.txt")
    assert collect(note, archive=archive, parse=parse)[1].address == "note.txt"


def test_bytes_that_hold_no_document_are_kept(archive):
    """Archive first, parse after: what a later version can read is not lost."""
    with pytest.raises(UnreadableInput):
        collect(received(b" \n "), archive=archive, parse=parse)
    assert len(list(archive)) == 1


def test_collecting_again_gives_the_same(archive):
    """The same bytes give the same capture and the same document."""
    first = collect(received(b"Text."), archive=archive, parse=parse)
    assert collect(received(b"Text."), archive=archive, parse=parse) == first


def test_a_capture_can_be_read_again_from_its_record(archive):
    """The record of a fetched page, with its charset, is enough to read it later."""
    page = received(
        "<p>Žetva šljiva u Čačku počinje sutra.</p>".encode("cp1250"),
        address="https://www.example.org/a",
        media_type="text/html",
        headers={"content-type": 'text/html; charset="windows-1250"'},
    )
    capture, document = collect(page, archive=archive, parse=parse)
    assert "Žetva šljiva" in document.text
    assert (document.publisher, document.address) == ("example.org", "https://www.example.org/a")
    assert read_document(capture, archive.read(capture.sha256), parse=parse) == document


def test_a_document_needs_no_archive():
    """Bytes can be read into a document without keeping them."""
    note = received(b"Text.")
    assert read_document(capture_of(note), note.content, parse=parse).text == "Text."


def test_the_limit_of_the_settings_holds(archive):
    """A text beyond max_text_chars is refused by name."""
    with pytest.raises(UnreadableInput, match=r"in/note.txt: found 5 characters"):
        collect(
            received(b"Text."), archive=archive, parse=parse, settings=Settings(max_text_chars=4)
        )


@pytest.mark.parametrize("parser", PARSERS, ids=lambda parser: parser.label)
def test_every_parser_keeps_the_contract(archive, parser, monkeypatch):
    """Each parser gives text and title, the same twice, and touches no network."""

    def refuse(*_arguments, **_options):
        raise AssertionError("a parser asked for the network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    content = b"One sentence stands here, and a second one follows it.\n"
    note = received(content, media_type=parser.media_type)
    document = collect(note, archive=archive, parse=parse)[1]
    assert document.text.strip() == content.decode().strip()
    assert document.title.startswith("One sentence")
    assert collect(note, archive=archive, parse=parse)[1] == document
    assert parser.suffixes
    assert all(suffix.startswith(".") for suffix in parser.suffixes)


def test_a_file_goes_all_the_way(tmp_path, archive, isolated):
    """From a path to a document, parsed in the child process."""
    path = tmp_path / "note.md"
    path.write_text("# Headline\n\nA *word*.\n", encoding="utf-8")
    (outcome,) = Inputs().receive([str(path)])
    document = collect(outcome, archive=archive, parse=isolated.parse)[1]
    assert (document.title, document.text) == ("Headline", "Headline\n\nA word.\n")
