"""Reading a rendered brief back: its sentences, their marks, its notes, and what it may not hold."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree
from lxml import html as markup

from quietsignal.errors import UnreadableInput, UsageError

__all__ = ["Rendered", "RenderedSentence", "read_rendered"]

_Element = Any  # lxml has no types


@dataclass(frozen=True, slots=True)
class RenderedSentence:
    """A sentence of a rendered brief with the numbers of the notes that it is marked with."""

    place: str
    text: str
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a rendered brief holds.

    `notes` says of each note whether it has a quote, a coverage record or a figure; `forbidden`
    pairs a place with what is wrong there.
    """

    sentences: tuple[RenderedSentence, ...]
    notes: dict[str, bool]
    forbidden: tuple[tuple[str, str], ...]
    empty_sections: tuple[str, ...]


def read_rendered(path: Path) -> Rendered:
    """The rendered brief in that file.

    Raises `UsageError` for a suffix other than .html and .md, `UnreadableInput` for a file that
    is missing or no text.
    """
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise UsageError(f"{path.name}: found {path.suffix!r}, expected {' or '.join(_READERS)}")
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableInput(f"{path}: cannot be read as a brief ({error})") from error
    if not text.strip():
        raise UnreadableInput(f"{path}: the file is empty, expected a rendered brief")
    return reader(text)


_APPARATUS = {"notes", "sources", "credits", "contents"}  # ids of what is not the brief's own prose
_EXEMPT = {"caption", "data", "card"}  # classes of what stands beside prose
_CARRIERS = {"p", "li", "figcaption", "blockquote", "dd", "td", "div", "section", "main", "body"}
_LOADING = {"link", "iframe", "object", "embed", "base", "frame", "form", "audio", "video"}
_ADDRESSES = {"src", "srcset", "data", "poster", "background", "action", "formaction"}
_CSS_LOAD = re.compile(r"@import|url\(\s*['\"]?(?!#|data:)[^)]*|expression\(", re.IGNORECASE)


def _read_html(text: str) -> Rendered:
    parser = markup.HTMLParser(encoding="utf-8")
    tree = markup.document_fromstring(text.encode("utf-8"), parser=parser)
    body = next(iter(tree.xpath("//main")), tree)
    held = "descendant::*[@class='quote' or @class='coverage' or @class='figure']"
    notes = {
        note.get("id").removeprefix("note-"): bool(note.xpath(held))
        for note in tree.xpath("//*[starts-with(@id, 'note-')]")
    }
    sections = body.xpath("descendant::section[not(@id='notes' or @id='sources' or @id='credits')]")
    content = "descendant::*[@class='sentence' or self::table or self::svg or self::figure]"
    return Rendered(
        sentences=tuple(_html_sentences(body, place="the page")),
        notes=notes,
        forbidden=tuple(_html_forbidden(tree)),
        empty_sections=tuple(s.get("id", "?") for s in sections if not s.xpath(content)),
    )


def _html_sentences(element: _Element, *, place: str) -> Iterator[RenderedSentence]:
    """Marked sentences, and every other text in the prose of the page, which has no mark."""
    if not isinstance(element.tag, str) or _is_apparatus(element):
        return
    place = element.get("id", place) if element.tag == "section" else place
    if element.get("class") == "sentence":
        yield _html_sentence(element, place)
        return
    loose = [element.text or "", *(child.tail or "" for child in element)]
    text = " ".join(" ".join(loose).split())
    if text and element.tag not in {"h1", "h2", "h3", "h4", "table", "tr", "th", "td"}:
        yield RenderedSentence(place, text, ())
    for child in element:
        yield from _html_sentences(child, place=place)


def _is_apparatus(element: _Element) -> bool:
    return (
        element.get("id") in _APPARATUS
        or element.get("class") in _EXEMPT
        or element.tag in {"header", "footer", "nav", "svg", "style", "script", "head"}
    )


def _html_sentence(element: _Element, place: str) -> RenderedSentence:
    links = element.xpath("descendant::a[starts-with(@href, '#note-')]")
    words = element.xpath("descendant::text()[not(ancestor::sup)]")
    return RenderedSentence(
        place=place,
        text=" ".join("".join(words).split()),
        marks=tuple(link.get("href").removeprefix("#note-") for link in links),
    )


def _html_forbidden(tree: _Element) -> Iterator[tuple[str, str]]:
    for element in tree.iter(etree.Element):
        tag = etree.QName(element).localname if isinstance(element.tag, str) else ""
        place = f"<{tag}>, line {element.sourceline}"
        if tag == "script":
            yield place, "found a script, expected none"
        if tag in _LOADING or (
            tag == "meta" and element.get("http-equiv", "").lower() == "refresh"
        ):
            yield place, f"found <{tag}>, expected a page that loads nothing"
        css = element.get("style", "") + ((element.text or "") if tag == "style" else "")
        if match := _CSS_LOAD.search(css):
            yield place, f"found {match.group()!r} in a style, expected no address"
        yield from ((place, message) for message in _bad_attributes(element, tag))


def _bad_attributes(element: _Element, tag: str) -> Iterator[str]:
    for name, value in element.attrib.items():
        local, target = name.lower().rpartition(":")[2].rpartition("}")[2], value.strip().lower()
        if local.startswith("on"):
            yield f"found the attribute {local}, expected no script"
        if local in _ADDRESSES and tag not in _LOADING and not target.startswith("data:image/"):
            yield f"found {local}={value!r}, expected nothing loaded"
        if local == "href" and not _safe_link(target, tag):
            yield f"found the address {value!r}, expected http, https or a place on the page"


def _safe_link(target: str, tag: str) -> bool:
    return target.startswith(("#", "http://", "https://")) if tag == "a" else target.startswith("#")


_NOTE_LINE = re.compile(r"\[\^([\w-]+)\]:\s?(.*)")
_MARK = re.compile(r"\[\^([\w-]+)\]")
_ENTRY = re.compile(r"\s+(?:- )?(?:> |\*\*(?:Computed|Searched):\*\*)")
_AFTERWORD = {"## Notes", "## Sources", "## Credits"}
_MD_LOAD = re.compile(
    r"(?<!\\)!\[[^\]]*\]\(|(?<!\\)<(?:script|img|link|iframe|object|embed|style)\b", re.IGNORECASE
)
_SKIPPED = ("#", "|", ">", "---")


def _read_markdown(text: str) -> Rendered:
    lines = text.splitlines()
    first_part = next((i for i, line in enumerate(lines) if line.startswith("## ")), 0)
    body = lines[first_part:]
    end = next((i for i, line in enumerate(body) if line.strip() in _AFTERWORD), len(body))
    return Rendered(
        sentences=tuple(_md_sentences(body[:end])),
        notes=_md_notes(lines),
        forbidden=tuple(
            (f"line {number}", f"found {match.group()!r}, expected nothing loaded and no script")
            for number, line in enumerate(lines, start=1)
            for match in _MD_LOAD.finditer(line)
        ),
        empty_sections=tuple(_md_empty(body[:end])),
    )


def _md_sentences(lines: list[str]) -> Iterator[RenderedSentence]:
    """Each text before a mark; what follows the last mark of a line has none."""
    place = "the page"
    for line in lines:
        if line.startswith("## "):
            place = line.removeprefix("## ").strip()
        if not line.strip() or line.lstrip().startswith(_SKIPPED):
            continue
        rest = line.strip().removeprefix("- ")
        for match in re.finditer(r"(.*?)((?:\[\^[\w-]+\])+)", rest):
            marks = tuple(_MARK.findall(match.group(2)))
            yield RenderedSentence(place, match.group(1).strip(" *"), marks)
        trailing = re.sub(r".*\[\^[\w-]+\]", "", rest).strip(" *.")
        if trailing:
            yield RenderedSentence(place, trailing, ())


def _md_notes(lines: list[str]) -> dict[str, bool]:
    notes: dict[str, bool] = {}
    current = None
    for line in lines:
        if match := _NOTE_LINE.match(line):
            current, line = match.group(1), "  " + match.group(2)  # noqa: PLW2901 - its first line
            notes[current] = False
        elif line.strip() and not line.startswith(" "):
            current = None
        if current is not None and _ENTRY.match(line):
            notes[current] = True
    return notes


def _md_empty(lines: list[str]) -> Iterator[str]:
    title, filled = "", True
    for line in (*lines, "## "):
        if line.startswith("## "):
            if not filled:
                yield title
            title, filled = line.removeprefix("## ").strip(), False
        elif line.strip():
            filled = True


_READERS = {".html": _read_html, ".md": _read_markdown}
