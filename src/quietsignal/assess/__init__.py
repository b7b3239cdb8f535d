"""Assessment: declared policy, and what speaks for and against a reading of an event."""

from quietsignal.assess.commitments import (
    Commitment,
    Finding,
    PolicySource,
    Rule,
    Stand,
    check,
    read_commitments,
)
from quietsignal.assess.considerations import YEARS_BACK, Consideration, Kind, Side, considerations

__all__ = [
    "YEARS_BACK",
    "Commitment",
    "Consideration",
    "Finding",
    "Kind",
    "PolicySource",
    "Rule",
    "Side",
    "Stand",
    "check",
    "considerations",
    "read_commitments",
]
