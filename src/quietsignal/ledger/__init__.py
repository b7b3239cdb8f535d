"""The ledger: the only package that opens the database.

Captures, documents, claims, judgements and gradings are appended and never changed; events are
computed from them, and the same evidence gives the same events on every machine.
"""

from quietsignal.ledger.events import THRESHOLD, compute_events
from quietsignal.ledger.known import known_on, told_on
from quietsignal.ledger.store import Counts, Ledger
from quietsignal.ledger.writing import Added, Item

__all__ = [
    "THRESHOLD",
    "Added",
    "Counts",
    "Item",
    "Ledger",
    "compute_events",
    "known_on",
    "told_on",
]
