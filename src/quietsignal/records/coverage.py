"""Coverage: where and when the ledger has looked, so that an absence can mean something."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from quietsignal.records.dates import ImpreciseDate, Precision

__all__ = ["Coverage", "Thoroughness"]


class Thoroughness(StrEnum):
    """How well a period was searched."""

    THIN = "thin"
    PARTIAL = "partial"
    GOOD = "good"


@dataclass(frozen=True, slots=True)
class Coverage:
    """One record of a search: what was looked for, where, in which languages, with what result."""

    id: str
    what: str
    period: ImpreciseDate
    languages: tuple[str, ...]
    thoroughness: Thoroughness
    sources: int
    found: bool
    note: str = ""

    def spans(self, first: date, last: date) -> bool:
        """Whether the whole interval lies within the period searched; unknown spans nothing."""
        if self.period.precision is Precision.UNKNOWN:
            return False
        start, end = self.period.start, self.period.end
        return (start is None or start <= first) and (end is None or end >= last)
