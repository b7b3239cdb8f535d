"""Small projects and a client for the tests of the pages."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, NamedTuple

import httpx

from quietsignal.project import Project
from quietsignal.records import (
    Capture,
    Claim,
    Document,
    EventType,
    Judgement,
    JudgementId,
    Quote,
    QuoteState,
    Status,
    Verdict,
    make_claim,
    new_id,
    parse_edtf,
)

ADDRESS = "http://127.0.0.1:8100"

WIRE = (
    "Serbia and China will hold the exercise Peace Guardian on 19 July 2025, a ministry said. "
    "It is the first of its kind. Vučić visited Beijing before."
)
WEEKLY = "The exercise Peace Guardian of Serbia and China took place on 21 July 2025."
HOSTILE = "<script>alert(1)</script> Serbia bought two & more <b>radars</b> from France in 2024."
HOSTILE_TITLE = '"><img src=x onerror=alert(2)>'


def quote(text: str, exact: str, state: QuoteState = QuoteState.VERIFIED) -> Quote:
    """The quote of those words, where they first stand in the text."""
    start = text.find(exact)
    return Quote(exact, start, start + len(exact), state)


def claim(source: Document, kind: str, roles: dict[str, list[str]], **fields: Any) -> Claim:
    """A claim of a document; `when` is an EDTF string, `exact` the words that it quotes."""
    exact = fields.pop("exact", None) or [source.text]
    return make_claim(
        capture=source.capture,
        document=source.id,
        event_type=EventType(kind),
        roles=roles,
        date=parse_edtf(fields.pop("when")),
        status=Status(fields.pop("status", "done")),
        quotes=fields.pop("quotes", None) or tuple(quote(source.text, one) for one in exact),
        extractor="test/1",
        confidence=0.8,
        **fields,
    )


def add(project: Project, document: Document, claims: list[Claim]) -> None:
    """Put a document with its claims into the ledger of the project."""
    size = len(document.text.encode())
    now = datetime(2025, 8, 1, tzinfo=UTC)
    capture = Capture(document.capture, document.address, now, "text/plain", size, "test/1")
    with project.ledger() as ledger:
        ledger.add_document(capture, document, claims=claims)


def judge(project: Project, verdict: Verdict, *claims: Claim) -> None:
    """Put a person's decision into the ledger of the project."""
    judgement = Judgement(
        id=JudgementId(new_id()),
        verdict=verdict,
        claims=tuple(one.id for one in claims),
        author="Ana",
        made_at=datetime.now(UTC),
        reason="read both",
    )
    with project.ledger() as ledger:
        ledger.add_judgements([judgement])


class Case(NamedTuple):
    """A project with three documents: two tell one exercise, the third is hostile."""

    project: Project
    wire: Document
    weekly: Document
    hostile: Document
    first: Claim
    second: Claim
    visit: Claim
    radars: Claim


class Client:
    """Asks an application as a browser on this machine does, without a network."""

    def __init__(self, app: Any) -> None:
        self.app = app

    def ask(self, method: str, path: str, **headers: str) -> httpx.Response:
        """The answer to one request; redirects are not followed."""
        # In a thread of its own: the browser of other tests keeps a loop running in this one.
        with ThreadPoolExecutor(1) as pool:
            return pool.submit(asyncio.run, self._ask(method, path, headers)).result()

    def get(self, path: str, **headers: str) -> httpx.Response:
        """The answer to a GET."""
        return self.ask("GET", path, **headers)

    async def _ask(self, method: str, path: str, headers: dict[str, str]) -> httpx.Response:
        transport = httpx.ASGITransport(app=self.app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url=ADDRESS) as client:
            return await client.request(method, path, headers=headers)


SERVE = "import sys; from pathlib import Path; from quietsignal.cli.serve import serve; "


def serving(project: Project, call: str = "serve(port=0, project=Path(sys.argv[1]))") -> list[str]:
    """The words that start the server on a project, in a process of its own."""
    return [sys.executable, "-c", SERVE + call, str(project.folder)]


@contextmanager
def served(project: Project) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The server on a project, running: its address and its process."""
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(serving(project), text=True, **pipes) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip(), process
        finally:
            process.kill()
