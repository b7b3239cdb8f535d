from quietsignal.collect import parse

FRONT = """---
title: "Serbia: first exercise with China"
publisher: Example Times
author: A. Writer
published: 2025-07-14
language: sr-Latn
address: https://example.org/1
synthetic: yes
---

Body begins here.
"""


def test_a_text_is_left_as_it_is(hints):
    """Without front matter the document's text is the file's, and its title the first line."""
    text = "\n  A headline\n\nThe body   keeps its spaces.\t\n"
    parsed = parse(text.encode(), hints())
    assert parsed.text == text
    assert parsed.title == "A headline"
    assert (parsed.published, parsed.publisher, parsed.synthetic) == ("", "", False)


def test_front_matter_describes_and_is_no_part_of_the_text(hints):
    """All keys are taken over and the text begins after the block."""
    parsed = parse(FRONT.encode(), hints())
    assert parsed.text == "Body begins here.\n"
    assert parsed.title == "Serbia: first exercise with China"
    assert (parsed.publisher, parsed.author) == ("Example Times", "A. Writer")
    assert (parsed.published, parsed.language) == ("2025-07-14", "sr")
    assert (parsed.address, parsed.synthetic) == ("https://example.org/1", True)
    assert parsed.warnings == ()


def test_a_dateline_in_the_future_is_not_believed(hints):
    """A day after the capture at the top of a text is named and left unknown."""
    parsed = parse(b"Headline\n\n14 July 2031\n\nText\n", hints())
    assert parsed.published == ""
    assert "2031-07-14" in parsed.warnings[0]


def test_a_first_paragraph_is_cut_to_a_title(hints):
    """A file without headline gets a title from the first words."""
    title = parse(b"word " * 100, hints()).title
    assert title.endswith("word…")
    assert len(title) <= 201
