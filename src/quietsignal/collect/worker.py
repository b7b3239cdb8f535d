"""The child process that parses: bounded memory and time, no network, no writing.

It reads requests from standard input and answers on standard output, so that a document that
breaks a parser ends the child and not the run. Bytes of strangers are answered in JSON and never
as pickles, which could run code in the parent.

    request   one line of JSON (the hints and the number of bytes), then the bytes
    answer    one line of JSON: {"parsed": {...}} or {"error": "..."}
"""

import json
import os
import sys
import tempfile
from contextlib import suppress
from dataclasses import asdict
from datetime import date
from typing import Any, BinaryIO

from quietsignal.collect.parsed import Hints, Parsed
from quietsignal.collect.parsers import parse
from quietsignal.errors import UnreadableInput

if sys.platform != "win32":  # there the parent's clock is the only bound
    import resource

__all__ = ["answer", "main", "request"]

_FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system")
_MEGABYTE = 1_000_000


def request(content: bytes, hints: Hints) -> bytes:
    """The request for one document, as the child reads it."""
    head = asdict(hints) | {"captured_on": hints.captured_on.isoformat(), "size": len(content)}
    return json.dumps(head).encode("ascii") + b"\n" + content


def answer(line: bytes) -> Parsed:
    """The document in an answer of the child; raises the `UnreadableInput` that it holds."""
    message = json.loads(line)
    if "error" in message:
        raise UnreadableInput(message["error"])
    fields = message["parsed"]
    return Parsed(**fields | {"warnings": tuple(fields["warnings"])})


def main() -> None:
    """Answer requests until standard input ends; arguments: seconds and megabytes a document."""
    seconds, megabytes = int(sys.argv[1]), int(sys.argv[2])
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not be taken for an answer
    _bound_memory(megabytes)
    tempfile.gettempdir()  # found by writing, therefore before the hook
    sys.addaudithook(_refuse)
    while line := sys.stdin.buffer.readline():
        _bound_time(seconds)
        answers.write(json.dumps(_answered(line, sys.stdin.buffer)).encode("ascii") + b"\n")
        answers.flush()


def _answered(line: bytes, source: BinaryIO) -> dict[str, Any]:
    """Parse one document; every failure but the end of the process is an answer."""
    head = json.loads(line)
    size = head.pop("size")
    hints = Hints(**head | {"captured_on": date.fromisoformat(head["captured_on"])})
    content = source.read(size)
    try:
        return {"parsed": asdict(parse(content, hints))}
    except UnreadableInput as error:
        return {"error": str(error)}
    except MemoryError:
        return {"error": f"{hints.name}: needs too much memory, expected a document of usual size"}
    except Exception as error:  # noqa: BLE001 - the edge of a run: a parser's fault is this input's
        kind = type(error).__name__
        return {"error": f"{hints.name}: cannot be parsed ({kind}), expected {hints.media_type}"}


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """Audit hook: parsers neither talk to a network, nor start programs, nor write files.

    It keeps libraries honest; it is no wall against machine code that took over the process.
    """
    if event.startswith(_FORBIDDEN):
        raise PermissionError(f"{event} is not allowed while parsing")
    writes = event == "open" and int(arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    if writes and not _harmless(str(arguments[0])):
        raise PermissionError("writing is not allowed while parsing")


def _harmless(path: str) -> bool:
    """Whether a file is one that libraries write to load themselves."""
    # The language model is unpacked into a temporary file; Python keeps what it has compiled.
    return path.startswith(tempfile.gettempdir()) or "__pycache__" in path


def _bound_memory(megabytes: int) -> None:
    """Bound the address space to what the process has now and so many megabytes more."""
    if sys.platform == "win32":
        return
    with suppress(ValueError, OSError):  # some systems know the limit but do not set it
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        bound = _address_space() + megabytes * _MEGABYTE
        resource.setrlimit(resource.RLIMIT_AS, (bound, bound))


def _address_space() -> int:
    """The size of the process in bytes; zero where the system does not tell."""
    with suppress(OSError, ValueError), open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123
        return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    return 0


def _bound_time(seconds: int) -> None:
    """Let the next document take so many seconds of processor time; the system ends it then."""
    if sys.platform == "win32":
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    bound = int(used.ru_utime + used.ru_stime) + seconds + 1
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (bound, resource.getrlimit(resource.RLIMIT_CPU)[1]))


if __name__ == "__main__":
    main()
