"""Signals: novelty, departure from the baseline, and the attention that an event got."""

from quietsignal.signals.attention import Attention, attention
from quietsignal.signals.departure import Departure, departure
from quietsignal.signals.lead import lead_event, lead_partner
from quietsignal.signals.novelty import Novelty, domain, novelty

__all__ = [
    "Attention",
    "Departure",
    "Novelty",
    "attention",
    "departure",
    "domain",
    "lead_event",
    "lead_partner",
    "novelty",
]
