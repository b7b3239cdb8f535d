"""The offline extractor: triggers, frames and word order, no model."""

from quietsignal.extract.rules.extractor import NAME, extract_by_rules

__all__ = ["NAME", "extract_by_rules"]
