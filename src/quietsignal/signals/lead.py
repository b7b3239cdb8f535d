"""The lead event: which recent event of a tie a brief should start from.

Candidates became known in the ninety days before the as-of day and are themselves dated to that
time or the year to come. They are ranked by the rung that they would stand on, a first of its kind
before a repetition, and then by recency.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from quietsignal.measure import event_depth
from quietsignal.records import Event, Status
from quietsignal.signals.novelty import novelty

__all__ = ["lead_event", "lead_partner"]

WINDOW = timedelta(days=90)
AHEAD = timedelta(days=365)
_NOT_NEWS = (Status.HYPOTHETICAL, Status.DENIED)


def lead_event(events: Sequence[Event], *, focus: str, partner: str, as_of: date) -> Event | None:
    """The event of the tie that a brief of that day starts from; None when the tie has none.

    When nothing became known in the ninety days before, it is the latest event of the tie.
    """
    tie = [
        event
        for event in events
        if {focus, partner} <= set(event.actors()) and event.status not in _NOT_NEWS
    ]
    recent = [event for event in tie if _is_recent(event, as_of)]
    if recent:
        return max(recent, key=lambda event: _rank(event, tie, (focus, partner)))
    return max(tie, key=lambda e: (e.date.known, _last_day(e), e.id), default=None)


def lead_partner(events: Sequence[Event], *, focus: str, as_of: date) -> str | None:
    """The partner whose tie has the highest-ranking lead event; None when nobody shares one."""
    partners = sorted({code for event in events for code in event.actors() if code != focus})
    leads = [
        (_is_recent(lead, as_of), *_rank(lead, events, (focus, code)), code)
        for code in partners
        if (lead := lead_event(events, focus=focus, partner=code, as_of=as_of)) is not None
    ]
    return max(leads)[-1] if leads else None


def _is_recent(event: Event, as_of: date) -> bool:
    """Whether the event itself is of the window: known lately, and not a story of old times."""
    known = event.first_known
    if known is None or not as_of - WINDOW <= known <= as_of:
        return False
    start, end = event.date.start, event.date.end
    return start is not None and start <= as_of + AHEAD and (end or start) >= as_of - WINDOW


def _last_day(event: Event) -> date:
    return event.date.end or event.date.start or event.first_known or date.min


def _rank(
    event: Event, tie: Sequence[Event], pair: tuple[str, str]
) -> tuple[int, bool, int, date, str]:
    is_first = novelty(event, tie, pair=pair).first
    known = event.first_known or date.min
    return (event_depth(event), is_first, event.independent_sources, known, event.id)
