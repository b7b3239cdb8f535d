import io
import json

import pytest

from quietsignal.collect import parse, worker
from quietsignal.errors import UnreadableInput


def exchange(content, hints):
    """One request and its answer, without the process between."""
    message = io.BytesIO(worker.request(content, hints))
    answered = worker._answered(message.readline(), message)
    assert message.read() == b""
    return worker.answer(json.dumps(answered).encode())


def test_a_document_crosses_unchanged(hints):
    """Hints and document survive the way to the child and back, line breaks and all."""
    made = hints("text/plain", name="a\nb", address="https://example.org/", charset="utf-8")
    content = "Žetva\n\u200bšljiva\n".encode()
    assert exchange(content, made) == parse(content, made)


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (UnreadableInput("input: found nothing"), "input: found nothing"),
        (MemoryError(), "input: needs too much memory"),
        (RecursionError(), r"input: cannot be parsed \(RecursionError\), expected text/plain"),
    ],
)
def test_every_fault_of_a_parser_is_an_answer(hints, monkeypatch, fault, told):
    """Whatever a parser raises is the error of this input and not the end of the child."""

    def broken(_content, _hints):
        raise fault

    monkeypatch.setattr(worker, "parse", broken)
    with pytest.raises(UnreadableInput, match=told):
        exchange(b"text", hints())
