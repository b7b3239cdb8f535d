"""SIPRI's register of arms transfers: deals, deliveries by year, and their claims."""

from quietsignal.datasets.sipri.claims import deal_records
from quietsignal.datasets.sipri.reader import Deal, Delivery, deliveries_frame, read_register

__all__ = ["Deal", "Delivery", "deal_records", "deliveries_frame", "read_register"]
