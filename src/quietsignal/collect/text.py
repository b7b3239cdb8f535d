"""Plain text to a document: the text is left as it is, its front matter aside."""

from quietsignal.collect.datelines import published_line
from quietsignal.collect.encoding import Decoded, decode
from quietsignal.collect.frontmatter import FrontMatter, split_front_matter
from quietsignal.collect.invisible import invisible_characters
from quietsignal.collect.language import declared_language, detect_language
from quietsignal.collect.parsed import Hints, Parsed

__all__ = ["described", "parse", "short_title"]

_TITLE = 200  # characters; a longer first line is a paragraph


def parse(content: bytes, hints: Hints) -> Parsed:
    """The document that a plain text file holds."""
    decoded = decode(content, name=hints.name, declared=hints.charset)
    front, text = split_front_matter(decoded.text, captured_on=hints.captured_on)
    return described(text, hints=hints, front=front, decoded=decoded)


def described(
    text: str, *, hints: Hints, front: FrontMatter, decoded: Decoded, heading: str = ""
) -> Parsed:
    """The document of a text with what its front matter and its first lines say about it."""
    lines = text.split("\n", 40)[:40]
    first = next((line.strip() for line in lines if line.strip()), "")
    published = front.get("published")
    late: tuple[str, ...] = ()
    if not published and "published" not in front.values:
        published, late = _dateline(lines, hints)
    return Parsed(
        text=text,
        title=front.get("title") or short_title(heading or first),
        publisher=front.get("publisher"),
        author=front.get("author") or None,
        published=published,
        language=declared_language(front.get("language")) or detect_language(text),
        address=front.get("address"),
        synthetic=front.synthetic,
        warnings=decoded.warnings + front.warnings + late + invisible_characters(text),
    )


def short_title(line: str) -> str:
    """The line as a title, cut at a word when it is a whole paragraph."""
    if len(line) <= _TITLE:
        return line
    return line[:_TITLE].rsplit(" ", 1)[0] + "…"


def _dateline(lines: list[str], hints: Hints) -> tuple[str, tuple[str, ...]]:
    """The day at the top of the text, and a hint when it cannot be when it was published."""
    day = published_line(lines)
    if day is None:
        return "", ()
    if day > hints.captured_on:
        hint = f"published: {day} at the top of the text lies after the capture, left unknown"
        return "", (hint,)
    return day.isoformat(), ()
