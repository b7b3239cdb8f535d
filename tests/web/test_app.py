import re

import pytest

from quietsignal.errors import LockedLedger, ProjectError
from quietsignal.web import create_app, names_for
from quietsignal.web.holdings import CurrentHoldings
from web.world import Case, Client


def _raising(error: Exception) -> object:
    def raising(_: CurrentHoldings) -> None:
        raise error

    return raising


def test_health_says_whether_the_ledger_can_be_read(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A monitor gets one word, and a 503 where pages would fail."""
    well = client.get("/health")
    monkeypatch.setattr(CurrentHoldings, "__call__", _raising(LockedLedger("/home/ana/x held")))
    ill = client.get("/health")

    assert (well.status_code, well.json()) == (200, {"status": "ok"})
    assert (ill.status_code, ill.json()) == (503, {"status": "the ledger cannot be read"})


@pytest.mark.parametrize(
    ("error", "status"), [(LockedLedger("/home/ana/ledger.db: held"), 503), (KeyError("ana"), 500)]
)
def test_problems_are_told_without_internals(
    client: Client, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int
) -> None:
    """A ledger that is held, or an error of ours, gives a plain page with the same headers."""
    monkeypatch.setattr(CurrentHoldings, "__call__", _raising(error))

    answer = client.get("/events")

    assert answer.status_code == status
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "ana" not in answer.text
    assert "Traceback" not in answer.text


def test_a_project_without_a_ledger_is_told_at_once(case: Case) -> None:
    """What cannot be read is told before anything is served."""
    (case.project.folder / "ledger.db").write_bytes(b"not a ledger")

    with pytest.raises(ProjectError, match="expected a ledger"):
        create_app(case.project, hosts=names_for("127.0.0.1"))


def test_the_ledger_is_not_written(client: Client, case: Case) -> None:
    """Looking at every page leaves the ledger as it was, byte by byte."""
    ledger = case.project.folder / "ledger.db"
    before = ledger.read_bytes()

    for path in ("/events", "/documents", "/briefs", f"/documents/{case.wire.id}"):
        assert client.get(path).status_code == 200

    assert ledger.read_bytes() == before


@pytest.mark.parametrize("path", ["/docs", "/redoc", "/openapi.json", "/templates/base.html"])
def test_there_are_no_other_pages(client: Client, path: str) -> None:
    """What the framework would offer by itself is not there."""
    assert client.get(path).status_code == 404


def test_pages_load_nothing_from_elsewhere(client: Client, case: Case) -> None:
    """Pages have no script, no inline style, and load one style sheet of their own."""
    for path in ("/events", "/documents", "/briefs", f"/documents/{case.wire.id}", "/nope"):
        text = client.get(path).text

        assert not re.search(r"<script|<style|<[^>]*\s(style|on\w+)=", text)
        assert re.findall(r'(?:src|rel="stylesheet" href)="([^"]*)"', text)[0].startswith(
            "/site.css?"
        )


def test_style_is_kept_by_the_browser(client: Client) -> None:
    """The style sheet has the right type and an address that changes with it."""
    answer = client.get("/site.css")

    assert answer.headers["content-type"].startswith("text/css")
    assert "immutable" in answer.headers["cache-control"]
