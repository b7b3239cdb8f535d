"""Events that texts date others by: "before the full-scale invasion of Ukraine"."""

import datetime as dt
from typing import NamedTuple

__all__ = ["ANCHORS", "Anchor"]


class Anchor(NamedTuple):
    """How an event is named, and the day on which it fell."""

    pattern: str
    day: dt.date


ANCHORS = {
    "invasion2022": Anchor(
        r"(?<=before )(?:russia['’]s |the (?:russian )?|moscow['’]s )?(?:full-scale|2022) (?:russian )?invasion(?: of ukraine)?"
        r"|(?<=since )(?:russia['’]s |the (?:russian )?|moscow['’]s )?(?:full-scale|2022) (?:russian )?invasion(?: of ukraine)?"
        r"|(?<=prior to )(?:russia['’]s |the (?:russian )?|moscow['’]s )?(?:full-scale|2022) (?:russian )?invasion(?: of ukraine)?"
        r"|(?<=since )the full-scale (?:war|invasion) (?:began|started)",
        dt.date(2022, 2, 24),
    ),
    "crimea2014": Anchor(
        r"(?<=before )(?:russia['’]s |the )?annexation of crimea|(?<=since )(?:russia['’]s |the )?annexation of crimea",
        dt.date(2014, 3, 18),
    ),
}
