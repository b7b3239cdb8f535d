from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quietsignal.extract.rules.sentences import Kind, split_sentences


def _split(text: str) -> list[str]:
    return [text[span.start : span.end] for span in split_sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Petrov met Lt. Col. Ivanov on Aug. 3 in the U.S. embassy.",
        "The U.S. Navy sent No. 7 squadron to sea.",
        "J. K. Horvat signed it.",
        "The deal is worth $4.5 million.",
    ],
)
def test_abbreviations_end_no_sentence(text: str) -> None:
    """A full stop after an abbreviation, an initial or a number goes on."""
    assert _split(text) == [text]


def test_sentences_end_after_quotation_marks() -> None:
    """A closing quotation mark belongs to the sentence before it."""
    assert _split('He said "we agree." Then they left.') == [
        'He said "we agree."',
        "Then they left.",
    ]


def test_headlines_and_bullets_stand_apart() -> None:
    """Lines without a full stop are headings, lines with a bullet are items."""
    text = "Two navies train\n\nThe navies train.\n\n- six ships\n- two aircraft"
    assert [span.kind for span in split_sentences(text)] == [
        Kind.HEADING,
        Kind.TEXT,
        Kind.ITEM,
        Kind.ITEM,
    ]


def test_wrapped_lines_are_one_sentence() -> None:
    """A line that goes on in small letters is no paragraph."""
    assert len(_split("The ships of both states\nwill sail on Monday.")) == 1


@pytest.mark.parametrize(
    "line",
    ["BELGRADE, July 15 (Agency) - ", "RIYADH, 15 January 2022 – ", "Colombo, Sep 1 (Agencies) - "],
)
def test_datelines_come_before_the_body(line: str) -> None:
    """The body of a first sentence begins after the place, the day and the agency."""
    text = f"{line}The navies will meet at sea next week."
    span = split_sentences(text)[0]
    assert text[span.body :].startswith("The navies")


@given(st.text(max_size=500))
def test_sentences_are_in_order_and_apart(text: str) -> None:
    """Sentences never overlap, and lie within the text."""
    spans = split_sentences(text)
    assert all(0 <= span.start <= span.body <= span.end <= len(text) for span in spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))
