"""Turns the text of a document into claims on defence events, each with its quotes."""

from quietsignal.extract.door import EXTRACTORS, Extraction, extract, extract_with_notes

__all__ = ["EXTRACTORS", "Extraction", "extract", "extract_with_notes"]
