"""A run that is killed loses nothing that it reported, and running it again finishes it."""

import random
import signal
import subprocess
from pathlib import Path

import pytest

from program import command, quietsignal
from quietsignal.ledger import Ledger

DOCUMENTS = 40


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Forty short texts, each on a drill of its own."""
    made = tmp_path / "texts"
    made.mkdir()
    for number in range(DOCUMENTS):
        (made / f"{number:02}.txt").write_text(
            f"Drill {number}\n\nSynthetic. Soldiers of Kenya and Uganda began the joint military "
            f"exercise Umoja {number} on {1 + number % 28} March 2025.\n",
            encoding="utf-8",
        )
    return made


def names(project: Path) -> list[str]:
    with Ledger.open(project / "ledger.db", read_only=True) as ledger:
        return sorted(document.address for document in ledger.documents().values())


@pytest.mark.parametrize("seed", range(4))
def test_what_was_reported_as_saved_is_saved(tmp_path, folder, seed) -> None:
    """Kill -9 after a random number of documents; then the same call adds the rest, once."""
    project = tmp_path / "kenya"
    assert quietsignal("init", project, "--focus", "KEN").returncode == 0
    add = ("add", folder, "--project", project)
    stop_after = random.Random(seed).randrange(1, DOCUMENTS - 5)
    reported = []
    with subprocess.Popen(command(*add), stderr=subprocess.PIPE, text=True) as running:
        assert running.stderr is not None
        for line in running.stderr:
            if line.startswith("saved "):
                reported.append(Path(line.split()[1]).name)
            if len(reported) == stop_after:
                running.send_signal(signal.SIGKILL)
                break
        running.stderr.read()
    assert running.returncode == -signal.SIGKILL
    assert set(reported) <= set(names(project))

    again = quietsignal(*add)
    assert again.returncode == 0, again.stderr
    assert names(project) == [f"{number:02}.txt" for number in range(DOCUMENTS)]
    with Ledger.open(project / "ledger.db", read_only=True) as ledger:
        assert ledger.verify() == ()
        assert len(ledger.events()) == DOCUMENTS
