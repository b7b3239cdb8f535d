import datetime as dt

import pytest

from quietsignal.collect import parse
from quietsignal.collect.frontmatter import split_front_matter

TODAY = dt.date(2026, 8, 1)


@pytest.mark.parametrize("value", ["2025-02-30", "2025-13", "yesterday", "31 June 2025"])
def test_a_date_that_does_not_exist_is_a_warning_and_unknown(hints, value):
    """A wrong date does not stop the document; it is left unknown with one warning."""
    parsed = parse(f"---\npublished: {value}\n---\nOn 14 July 2025\n".encode(), hints())
    assert parsed.published == ""
    assert len(parsed.warnings) == 1
    assert value in parsed.warnings[0]


@pytest.mark.parametrize(
    ("value", "edtf"),
    [("2025-07", "2025-07"), ("2025", "2025"), ("14 July 2025", "2025-07-14"), ("", "")],
)
def test_published_keeps_the_precision_given(hints, value, edtf):
    """A month stays a month; an empty value says that it is not known."""
    parsed = parse(
        f"---\ntitle: x\npublished: {value}\n---\n2 May 2024\n\nText\n".encode(), hints()
    )
    assert parsed.published == edtf


def test_a_date_after_the_capture_is_doubted(hints):
    """A day in the future is kept where a person wrote it, and named."""
    parsed = parse(b"---\npublished: 2027-01-01\n---\nText\n", hints())
    assert parsed.published == "2027-01-01"
    assert "lies after the capture on 2026-08-01" in parsed.warnings[0]


@pytest.mark.parametrize(
    "text",
    [
        "---\nA quoted aside.\n---\nText\n",
        "---\nNote: nothing of ours\n---\nText\n",
        "---\ntitle: never closed\n\nText\n",
        "--- title: x\n",
    ],
)
def test_dashes_that_open_no_block_belong_to_the_text(text):
    """A rule drawn in dashes is no front matter."""
    front, rest = split_front_matter(text, captured_on=TODAY)
    assert (front.values, rest) == ({}, text)


def test_unknown_keys_and_wrong_words_are_named():
    """What is not understood is left out with a warning each."""
    block = "---\ntitle: x\ntags:\n  - a\n  - b\nsynthetic: perhaps\n---\nText"
    front, rest = split_front_matter(block, captured_on=TODAY)
    assert rest == "Text"
    assert front.synthetic is False
    assert ["'tags'" in hint or "'perhaps'" in hint for hint in front.warnings] == [True, True]
