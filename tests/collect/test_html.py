import pytest

from collect.pages import BODY, page
from quietsignal.errors import UnreadableInput


def test_a_page_becomes_headline_empty_line_and_body(read):
    """The headline stands once, as the first line, and paragraphs are apart."""
    parsed = read(page("<title>Serbia and China to hold joint drill | Example</title>"))
    lines = parsed.text.splitlines()
    assert lines[0] == parsed.title == "Serbia and China to hold joint drill"
    assert lines[1] == lines[3] == ""
    assert lines[2].startswith("The armies of Serbia")
    assert lines[4].startswith("It is the first")
    assert parsed.text.count("joint drill") == 1


def test_menus_scripts_and_comments_are_no_text(read):
    """What surrounds an article does not get into it."""
    around = "<nav><a href=/>Home</a></nav><script>var secret = 1</script><!-- remark -->"
    footer = "<footer>Copyright Example</footer>"
    text = read(page(body=around + BODY + footer)).text
    for word in ("Home", "secret", "remark", "Copyright"):
        assert word not in text


def test_lists_and_tables_keep_their_lines(read):
    """Items and rows are lines of one block."""
    extra = "<ul><li>First item</li><li>Second item</li></ul>"
    extra += "<table><tr><td>Year</td><td>Jets</td></tr><tr><td>2024</td><td>12</td></tr></table>"
    text = read(page(body=BODY.replace("</article>", extra + "</article>"))).text
    assert "- First item\n- Second item" in text
    assert "| 2024 | 12 |" in text


def test_the_charset_of_the_server_wins_over_that_of_the_page(read):
    """The header is believed first, as browsers do."""
    content = page("<meta charset='koi8-r'>", body="<p>Žetva šljiva u Čačku počinje</p>").decode()
    parsed = read(content.encode("cp1250"), charset="windows-1250")
    assert "Žetva šljiva u Čačku" in parsed.text


@pytest.mark.parametrize("content", [b"<html></html>", b"<script>x</script>", b"<!-- -->", b"  "])
def test_a_page_without_text_is_one_clear_error(read, content):
    """Nothing to read is said, with what was expected."""
    with pytest.raises(UnreadableInput, match=r"input: found no .*expected"):
        read(content)


def test_a_page_that_is_nested_too_deeply_is_refused(read):
    """A parser that stops in the middle must not pass part of a page for the whole."""
    with pytest.raises(UnreadableInput, match="found deeper nesting than a parser follows"):
        read(page(body="<div>" * 100_000 + "text"))


def test_a_small_page_is_read_whole(read):
    """Fragments without a frame are read as pages."""
    assert read(b"<p>Only one sentence stands here.").text == "Only one sentence stands here.\n"
