"""Events coded by hand, one row a claim: what one named source says of one event."""

from quietsignal.datasets.events_csv.reader import CodedEvent, read_events

__all__ = ["CodedEvent", "read_events"]
