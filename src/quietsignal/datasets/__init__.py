"""Public data sets: one folder each, with its card and reader; editions stay apart."""

from quietsignal.datasets.card import DATASETS, Card, card
from quietsignal.datasets.events_csv import CodedEvent, read_events
from quietsignal.datasets.lake import Lake
from quietsignal.datasets.sipri import Deal, deal_records, deliveries_frame, read_register

__all__ = [
    "DATASETS",
    "Card",
    "CodedEvent",
    "Deal",
    "Lake",
    "card",
    "deal_records",
    "deliveries_frame",
    "read_events",
    "read_register",
]
