"""The door of the package: a document comes in, its claims and notes go out."""

from collections.abc import Callable
from typing import NamedTuple

from quietsignal.errors import UsageError
from quietsignal.extract.rules import extract_by_rules
from quietsignal.records import Claim, Document

__all__ = ["EXTRACTORS", "Extraction", "extract", "extract_with_notes"]


class Extraction(NamedTuple):
    """The claims of a document, and what a reader should know of how they were found."""

    claims: tuple[Claim, ...]
    notes: tuple[str, ...] = ()


EXTRACTORS: dict[str, Callable[[Document], Extraction]] = {}


def _rules(document: Document) -> Extraction:
    language = document.language.lower().partition("-")[0]
    if language not in ("en", "und", ""):
        return Extraction((), (f"language {document.language}: the rules read English only",))
    if not document.text.strip():
        return Extraction((), ("the document has no text",))
    return Extraction(extract_by_rules(document))


EXTRACTORS["rules"] = _rules


def extract_with_notes(document: Document, *, extractor: str = "rules") -> Extraction:
    """The claims of a document with notes; raises `UsageError` for an unknown extractor."""
    if extractor not in EXTRACTORS:
        known = ", ".join(sorted(EXTRACTORS))
        raise UsageError(f"extractor: found {extractor!r}, expected one of {known}")
    return EXTRACTORS[extractor](document)


def extract(document: Document, *, extractor: str = "rules") -> tuple[Claim, ...]:
    """The claims of a document, one an event; raises `UsageError` for an unknown extractor."""
    return extract_with_notes(document, extractor=extractor).claims
