"""When a claim could be known, so that the past can be looked at as it was then."""

import datetime as dt

from quietsignal.records import Capture, Claim, Document, DocumentKind

__all__ = ["known_on", "told_on"]


def told_on(claim: Claim, document: Document | None) -> dt.date | None:
    """The first day on which the document could tell the claim to a reader; None if not known.

    It is the day of publication where that is known (the first day it may be). A coder's note on
    a source without a date was knowable when the event was over: the end of the claim's date,
    else its start.
    """
    published = document.known_on() if document else None
    if published is None and document and document.kind is DocumentKind.CODED:
        return claim.date.end or claim.date.start
    return published


def known_on(claim: Claim, document: Document | None, *, capture: Capture | None) -> dt.date | None:
    """The day by which the claim was known: `told_on`, else the day of the capture, else None."""
    told = told_on(claim, document)
    if told is None and capture is not None:
        return capture.captured_at.date()
    return told
