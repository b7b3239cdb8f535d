from dataclasses import replace

from factories import document, exercise
from quietsignal.signals import attention


def test_counts_sources_and_languages() -> None:
    """The notice of an event is told in independent sources, documents and languages."""
    lead = replace(exercise("CHN", "2025-07"), independent_sources=3)
    source = replace(document("x"), id=lead.claims[0].document, language="sr")
    seen = attention(lead, [lead], documents={source.id: source})
    assert (seen.independent_sources, seen.documents, seen.languages) == (3, 1, ("sr",))


def test_the_usual_notice_needs_three_other_events() -> None:
    """With three or more others of the type their median is given, with fewer nothing."""
    lead = exercise("CHN", "2025-07")
    others = [replace(exercise("RUS", f"201{n}"), independent_sources=n) for n in (1, 5, 3)]
    assert attention(lead, [lead, *others], documents={}).usual == 3.0
    assert attention(lead, [lead, *others[:2]], documents={}).usual is None
