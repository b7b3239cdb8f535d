import pytest

from quietsignal.collect import parse
from quietsignal.collect.markdown import markdown_text

SOURCE = """# Serbia & *China*

A **bold** [link](https://example.org "t") and ![image](a.png) `code` &amp; \\*stars\\*
wrapped.

- one
  - nested
- two

3. three
4. four

> quoted

| A | B |
|---|---|
| 1 | *2* |

```
fenced
```
"""

READABLE = """Serbia & China

A bold link and code & *stars* wrapped.

- one
  - nested
- two

3. three
4. four

quoted

A | B
1 | 2

fenced
"""


def test_marks_go_and_words_stay():
    """Headings, emphasis, links, lists, quotes, tables and code become plain lines."""
    assert markdown_text(SOURCE).text == READABLE


def test_the_first_heading_is_the_title(hints):
    """The heading names the document also when a paragraph stands before it."""
    parsed = parse(b"Intro.\n\n## The *title*\n\nText.\n", hints("text/markdown"))
    assert parsed.title == "The title"
    assert parsed.text.startswith("Intro.")


def test_front_matter_is_no_heading(hints):
    """The block at the top is read as in a text file, not as a heading underlined with dashes."""
    parsed = parse(
        b"---\npublisher: P\npublished: 2025-07\n---\n# T\n\nText.\n", hints("text/markdown")
    )
    assert (parsed.title, parsed.publisher, parsed.published) == ("T", "P", "2025-07")
    assert parsed.text == "T\n\nText.\n"


def test_html_blocks_are_left_out_with_a_warning(hints):
    """HTML inside Markdown could hide text; it is left out, and how much."""
    parsed = parse(
        b"Text.\n\n<div>hidden</div>\n\n<!-- note -->\n\nMore.\n", hints("text/markdown")
    )
    assert parsed.text == "Text.\n\nMore.\n"
    assert parsed.warnings == ("markdown: 18 characters of HTML left out",)


def test_a_second_table_and_list_are_blocks_of_their_own():
    """What follows a table or list is not glued to it."""
    text = markdown_text("|A|\n|-|\n|1|\n\nBetween.\n\n- a\n\nAfter.\n").text
    assert text == "A\n1\n\nBetween.\n\n- a\n\nAfter.\n"


@pytest.mark.timeout(20)
@pytest.mark.parametrize("piece", ["> ", "- ", "*a ", "`", "<", "[a](", "|a"])
def test_hostile_markdown_ends(piece):
    """Deep nesting and unclosed marks are survived in bounded time."""
    assert isinstance(markdown_text(piece * 5_000).text, str)
