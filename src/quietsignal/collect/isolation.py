"""Parsing in a child process that is kept warm, and replaced when a document broke it.

A child costs 0.1 to 0.6 s to start (libraries, the language model), a document some milliseconds:
one child reads many documents. It is started by its own command and not forked, because a fork
of a process with threads (the web server) can hang.
"""

import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from types import TracebackType
from typing import Self

from quietsignal.collect import worker
from quietsignal.collect.parsed import Hints, Parsed
from quietsignal.errors import UnreadableInput
from quietsignal.settings import Settings

__all__ = ["IsolatedParser"]

_RENEWED_AFTER = 500  # documents; memory that libraries keep must not add up to the bound
_GRACE = 2.0  # seconds of waiting per second of processor time, for a machine that is busy
# The child gets nothing else of the environment: no keys, no proxies.
_PASSED_ON = ("PATH", "PYTHONPATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "HOME", "LANG", "LC_ALL")
# What signals mean here: the system's bound on processor time, and our own watch or lack of memory.
_ENDS = {"SIGXCPU": "out of time", "SIGKILL": "out of time or memory", "SIGSEGV": "out of bounds"}


class IsolatedParser:
    """Parses documents in a child process; a context manager, safe to share between threads."""

    def __init__(self, settings: Settings | None = None) -> None:
        self._settings = settings or Settings()
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._documents = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def parse(self, content: bytes, hints: Hints) -> Parsed:
        """The document in the bytes.

        Raises `UnreadableInput` as `parsers.parse` does, and for a document that takes more time
        or memory than the settings allow.
        """
        with self._lock:
            child = self._ready()
            line = self._exchange(child, worker.request(content, hints))
            if not line.endswith(b"\n"):
                reason = self._buried(child)
                raise UnreadableInput(
                    f"{hints.name}: parsing broke off ({reason}), expected a document that takes "
                    f"at most {self._settings.parse_seconds} s and "
                    f"{self._settings.parse_memory_mb} MB"
                )
        return worker.answer(line)

    def close(self) -> None:
        """End the child process."""
        with self._lock:
            self._stop()

    def _ready(self) -> "subprocess.Popen[bytes]":
        if self._child is not None and self._documents >= _RENEWED_AFTER:
            self._stop()
        if self._child is None or self._child.poll() is not None:
            self._stop()
            self._child = self._start()
            self._documents = 0
        self._documents += 1
        return self._child

    def _start(self) -> "subprocess.Popen[bytes]":
        environment = {key: os.environ[key] for key in _PASSED_ON if key in os.environ}
        # One thread for number crunching: each reserves memory that counts against the bound.
        environment |= {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "PYTHONHASHSEED": "0"}
        bounds = (str(self._settings.parse_seconds), str(self._settings.parse_memory_mb))
        # -P: a file named like a library in the user's folder must not be imported
        return subprocess.Popen(  # noqa: S603 - our own module with numbers for arguments
            [sys.executable, "-P", "-m", "quietsignal.collect.worker", *bounds],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )

    def _exchange(self, child: "subprocess.Popen[bytes]", message: bytes) -> bytes:
        """Send a request and wait for the answer; less than a line when the child ended."""
        assert child.stdin  # noqa: S101 - both are pipes, made in _start
        assert child.stdout  # noqa: S101
        patience = 10 + self._settings.parse_seconds * _GRACE
        watch = threading.Timer(patience, child.kill)
        watch.daemon = True
        watch.start()
        try:
            child.stdin.write(message)
            child.stdin.flush()
            return child.stdout.readline()
        except OSError:  # the child ended while it was spoken to
            return b""
        finally:
            watch.cancel()

    def _buried(self, child: "subprocess.Popen[bytes]") -> str:
        """Why a child ended that did not answer; it is replaced for the next document."""
        with suppress(subprocess.TimeoutExpired):
            child.wait(timeout=1)
        code = child.returncode
        self._stop()
        if code is None or code >= 0:
            return f"the parser ended with code {code}"
        return _ENDS.get(signal.Signals(-code).name, f"signal {signal.Signals(-code).name}")

    def _stop(self) -> None:
        if self._child is None:
            return
        child, self._child = self._child, None
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
