import pytest

from quietsignal.brief.reread import read_rendered
from quietsignal.errors import UnreadableInput, UsageError

PAGE = """<!doctype html><html><body><header><h1>Title</h1></header><main>
<section id="part-one"><h2>One</h2>
<p><span class="sentence">They train<sup class="mark"><a href="#note-1">1</a></sup></span> More.</p>
</section>
<section id="notes"><ol><li id="note-1"><div class="quote">“Q”</div></li></ol></section>
</main></body></html>"""

TEXT = """# Title

*Not a sentence*

## One

They train.[^1] They rest.[^2]
- A point[^1][^2]

**Shares**[^2]

| a | b |
| --- | --- |

> Chart: a picture

Loose words.

## Notes

[^1]: > “Q”

    Xinhua

[^2]: Xinhua alone
"""


def _read(tmp_path, name: str, text: str):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_rendered(path)


def test_page_gives_sentences_marks_and_notes(tmp_path) -> None:
    """Marked sentences keep their marks, other prose has none; headings are no sentences."""
    page = _read(tmp_path, "brief.html", PAGE)

    assert [(s.text, s.marks) for s in page.sentences] == [("More.", ()), ("They train", ("1",))]
    assert {s.place for s in page.sentences} == {"part-one"}
    assert page.notes == {"1": True}
    assert page.forbidden == ()


def test_markdown_gives_sentences_marks_and_notes(tmp_path) -> None:
    """Tables and chart descriptions are no sentences; a note without a quote is empty."""
    text = _read(tmp_path, "brief.MD", TEXT)

    assert [(s.text, s.marks) for s in text.sentences] == [
        ("They train.", ("1",)),
        ("They rest.", ("2",)),
        ("A point", ("1", "2")),
        ("Shares", ("2",)),
        ("Loose words", ()),
    ]
    assert text.notes == {"1": True, "2": False}


def test_page_that_is_no_brief_has_bare_sentences(tmp_path) -> None:
    """Prose of any other page is found without marks."""
    page = _read(tmp_path, "other.html", "<p>All is well.</p>")

    assert [(s.text, s.marks) for s in page.sentences] == [("All is well.", ())]


def test_other_suffix_is_refused(tmp_path) -> None:
    """Only what is rendered as text can be read back."""
    with pytest.raises(UsageError, match=r"expected \.html or \.md"):
        _read(tmp_path, "brief.pdf", "x")


@pytest.mark.parametrize("content", [b"", b"  \n", b"\xff\xfe\x00"])
def test_unreadable_file_is_named(tmp_path, content) -> None:
    """An empty or binary file is one clear error."""
    path = tmp_path / "brief.html"
    path.write_bytes(content)

    with pytest.raises(UnreadableInput, match=r"brief\.html"):
        read_rendered(path)


def test_missing_file_is_named(tmp_path) -> None:
    """A path without a file is one clear error."""
    with pytest.raises(UnreadableInput, match=r"gone\.md"):
        read_rendered(tmp_path / "gone.md")
