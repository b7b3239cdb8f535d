"""A process that is killed while it adds loses nothing that it reported."""

import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from quietsignal.ledger import Ledger

DOCUMENTS = 400
TESTS = Path(__file__).resolve().parent.parent
ADD = f"""
import sys, time
sys.path.insert(0, {str(TESTS)!r})
from ledger.evidence import item
from quietsignal.ledger import Ledger
def report(one):
    print(one.document, flush=True)
    time.sleep(0.001)  # so that the one who kills keeps up
with Ledger.open(sys.argv[1]) as ledger:
    items = (item(f"Text {{number}}.") for number in range({DOCUMENTS}))
    ledger.add_documents(items, batch=7, report=report)
"""


@pytest.mark.parametrize("seed", range(5))
def test_what_was_reported_is_there(path, seed) -> None:
    """Killed after a random report: all that was reported is whole, and a new run ends the work."""
    stop_after = random.Random(seed).randrange(1, DOCUMENTS - 100)
    reported = []
    command = [sys.executable, "-c", ADD, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        for line in running.stdout:
            reported.append(line.strip())
            if len(reported) == stop_after:
                running.send_signal(signal.SIGKILL)
    assert running.returncode == -signal.SIGKILL
    with Ledger.open(path) as ledger:
        there = ledger.documents()
        assert set(reported) <= set(there)
        assert len(there) < DOCUMENTS
        assert {told.document for told in ledger.claims()} == set(there)
        assert ledger.verify() == ()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    with Ledger.open(path) as ledger:
        counts = ledger.counts()
        assert (counts.documents, counts.claims, counts.quotes) == (DOCUMENTS,) * 3
        assert len(ledger.events()) == DOCUMENTS
