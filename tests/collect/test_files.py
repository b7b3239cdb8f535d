import errno
import os
import socket
from pathlib import Path

import pytest

from quietsignal.collect import Inputs, Received, Skipped
from quietsignal.errors import UnreadableInput
from quietsignal.settings import Settings

SMALL = Settings(max_bytes=1_000)


def receive(*sources, **fields):
    return list(Inputs(**{"settings": SMALL} | fields).receive(map(str, sources)))


def only(*sources, **fields):
    (outcome,) = receive(*sources, **fields)
    return outcome


def make_fifo(path):
    os.mkfifo(path)


def make_socket(path):
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))


BAD = {
    "missing.txt": (
        lambda _path: None,
        "found no such file, expected a file, a folder, an address",
    ),
    "empty.txt": (lambda path: path.touch(), "found an empty file"),
    "binary.txt": (
        lambda path: path.write_bytes(b"abc\x00\x01"),
        "found binary data (byte 3 is NUL)",
    ),
    "control.txt": (lambda path: path.write_bytes(b"\x01\x02a\x03"), "found binary data"),
    "encoding.txt": (
        lambda path: path.write_bytes(bytes(range(0x81, 0xFF))),
        "an encoding that is not known, expected text in UTF-8",
    ),
    "big.txt": (
        lambda path: path.write_bytes(b"x" * 1_001),
        "found 1,001 bytes, expected at most 1,000",
    ),
    "report.pdf": (
        lambda path: path.write_bytes(b"%PDF-1.7"),
        "found a PDF, expected text, Markdown, HTML",
    ),
    "picture.txt": (lambda path: path.write_bytes(b"\x89PNG\r\n"), "found a PNG image"),
    "link.txt": (lambda path: path.symlink_to("nowhere"), "found a link to nothing"),
    "loop.txt": (lambda path: path.symlink_to(path.name), "Too many levels of symbolic links"),
    "pipe.txt": (make_fifo, "found a named pipe, expected a regular file"),
    "socket.txt": (make_socket, "found a socket, expected a regular file"),
    "folder": (
        lambda path: path.mkdir(),
        "found a folder without a file that is read, expected one with .txt",
    ),
}


@pytest.mark.timeout(10)
@pytest.mark.parametrize("name", BAD)
def test_each_bad_input_is_one_line_that_names_it(tmp_path, monkeypatch, name):
    """Every bad input is an error with name, finding and expectation; nothing hangs."""
    monkeypatch.chdir(tmp_path)
    make, found = BAD[name]
    make(tmp_path / name)
    outcome = only(name)
    assert isinstance(outcome, UnreadableInput)
    assert str(outcome).startswith(f"{name}: ")
    assert found in str(outcome)
    assert "expected" in str(outcome)
    assert "\n" not in str(outcome)


def test_a_device_is_refused_without_reading_it():
    """An endless device is told by its kind, not by its bytes."""
    assert "found a device" in str(only("/dev/zero"))


def test_a_file_without_permission_is_named(tmp_path, monkeypatch):
    """A file that may not be read says so, also where the tests run as root."""

    def refuse(path, *_arguments, **_options):
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    path = tmp_path / "secret.txt"
    path.write_text("secret", encoding="utf-8")
    monkeypatch.setattr("quietsignal.collect.files.os.open", refuse)
    assert str(only(path)) == (
        f"{path}: found a file without read permission, expected one that may be read"
    )


def test_a_huge_file_is_refused_by_its_size_alone(tmp_path):
    """200 MB are refused before a byte is read (the file here has no blocks on the disk)."""
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    assert "found 200,000,000 bytes, expected at most 20,000,000" in str(
        only(path, settings=Settings())
    )


def test_a_folder_is_walked_in_order_and_names_what_it_skips(tmp_path):
    """Known suffixes are read in sorted order at every depth; other files are named."""
    for name in ("b/2.md", "b/1.txt", "a.html", "c.csv", ".hidden.txt", "README"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("text", encoding="utf-8")
    outcomes = receive(tmp_path)
    read = [os.path.relpath(item.name, tmp_path) for item in outcomes if isinstance(item, Received)]
    skipped = {Path(item.name).name: item.reason for item in outcomes if isinstance(item, Skipped)}
    assert read == ["a.html", "b/1.txt", "b/2.md"]
    assert skipped == {
        ".hidden.txt": "a hidden file",
        "README": "no suffix",
        "c.csv": "suffix '.csv' is not read",
    }


def test_a_bad_file_in_a_folder_does_not_end_the_folder(tmp_path):
    """Of three files the empty one fails and the others are received."""
    for name, text in (("a.txt", "a"), ("b.txt", ""), ("c.txt", "c")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert [type(item) for item in receive(tmp_path)] == [Received, UnreadableInput, Received]


def test_links_do_not_lead_out_of_the_folder(tmp_path):
    """A link to a file elsewhere and one to a folder are skipped; one inside is read."""
    outside = tmp_path / "outside.txt"
    outside.write_text("secret", encoding="utf-8")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.txt").write_text("a", encoding="utf-8")
    (folder / "in.txt").symlink_to("a.txt")
    (folder / "out.txt").symlink_to(outside)
    (folder / "up.txt").symlink_to(folder)
    (folder / "gone.txt").symlink_to("nowhere")
    outcomes = {
        Path(str(getattr(item, "name", item)).split(": ", maxsplit=1)[0]).name: item
        for item in receive(folder)
    }
    assert isinstance(outcomes["in.txt"], Received)
    assert outcomes["out.txt"].reason == "a link out of the folder"
    assert outcomes["up.txt"].reason == "a link to a folder"
    assert "found a link to nothing" in str(outcomes["gone.txt"])
    assert not any(b"secret" in getattr(item, "content", b"") for item in outcomes.values())


def test_names_with_control_characters_cannot_write_to_the_terminal(tmp_path):
    """An escape sequence in a file name is shown, not sent."""
    path = tmp_path / "a\x1b[31m\n.txt"
    assert "\x1b" not in str(only(path))
    assert "\n" not in str(only(path))


def test_a_name_with_nul_is_one_clear_error():
    """A path that no system allows is an input that is not found."""
    assert "found no such file" in str(only("a\x00b"))
