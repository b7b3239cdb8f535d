"""From sources to documents: receive bytes, archive them, read them.

Fetching is in `quietsignal.collect.fetch`, which is imported where an address is fetched: the
process that parses does not even load it.
"""

from quietsignal.collect.archive import Archive
from quietsignal.collect.inputs import Inputs, Outcome
from quietsignal.collect.isolation import IsolatedParser
from quietsignal.collect.parsed import Hints, Parsed
from quietsignal.collect.parsers import PARSERS, Parser, known_suffixes, parse
from quietsignal.collect.read import Parse, capture_of, collect, read_document
from quietsignal.collect.received import Received, Skipped

__all__ = [
    "PARSERS",
    "Archive",
    "Hints",
    "Inputs",
    "IsolatedParser",
    "Outcome",
    "Parse",
    "Parsed",
    "Parser",
    "Received",
    "Skipped",
    "capture_of",
    "collect",
    "known_suffixes",
    "parse",
    "read_document",
]
