"""The brief as one HTML page that opens from disk: no script, nothing loaded, all text escaped."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from jinja2 import DictLoader, Environment, StrictUndefined, Template
from markupsafe import Markup

from quietsignal.brief.model import Brief, Chart, Part, Place, Section, Sentence, Table
from quietsignal.brief.svg import embed_svg
from quietsignal.brief.wording import span
from quietsignal.records import ImpreciseDate

__all__ = ["render_html"]

_FILES = ("brief.html", "parts.html", "brief.css")
_MARKINGS = {"TLP:RED", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:GREEN", "TLP:CLEAR"}
_NUMERIC = re.compile(r"[-−+]?[\d.,\u00a0\u202f ]+ ?%?(?: ?[(–-].*)?\Z|unknown\b.*|–\Z")
_UNIT = re.compile(r"(?<=\d) (?=%)")  # "57 %" is not parted at the end of a line
_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence ready for the page: its anchor, its words, the number of its note.

    `body` and `tail` are its words parted before the last one, which keeps to the note's mark.
    """

    anchor: str
    text: str
    note: int | None

    @property
    def body(self) -> str:
        return self.text[: len(self.text) - len(self.tail)]

    @property
    def tail(self) -> str:
        return self.text.rsplit(maxsplit=1)[-1] if self.text.strip() else ""


@dataclass(frozen=True, slots=True)
class _Grid:
    """A table ready for the page; `numeric` says which columns are set to the right."""

    line: _Line
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class _Picture:
    """A chart ready for the page."""

    line: _Line
    svg: Markup
    chart: Chart
    data: _Grid | None


@dataclass(frozen=True, slots=True)
class _Part:
    """A section ready for the page."""

    anchor: str
    section: Section
    paragraphs: tuple[tuple[_Line, ...], ...]
    bullets: tuple[_Line, ...]
    tables: tuple[_Grid, ...]
    pictures: tuple[_Picture, ...]


def render_html(brief: Brief) -> str:
    """The page of the brief."""
    parts = [_part(section, brief) for section in brief.sections]
    known = brief.marking.upper() in _MARKINGS
    return _template().render(
        brief=brief,
        parts=parts,
        as_of=span(ImpreciseDate.day(brief.as_of)),
        css=_css(),
        page_marking=Markup(brief.marking.upper()) if known else "",  # noqa: S704 - one of five words
        marking_class=_slug(brief.marking) if known else "other",
        back=_back_references(brief),
    )


@cache
def _template() -> Template:
    loader = DictLoader({name: _text(name) for name in _FILES})
    environment = Environment(
        loader=loader,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["link"] = _link
    environment.filters["heads"] = _heads
    return environment.get_template("brief.html")


def _text(name: str) -> str:
    return files("quietsignal.brief").joinpath("templates", name).read_text(encoding="utf-8")


@cache
def _css() -> Markup:
    return Markup(_text("brief.css"))  # noqa: S704 - the package's own file


def _link(address: str) -> str:
    """The address where it may be a link, else nothing: http and https only."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    safe = parts.scheme.lower() in ("http", "https") and bool(parts.netloc)
    return address.strip() if safe else ""


def _heads(rows: tuple[Mapping[str, str], ...]) -> list[str]:
    """The keys of all rows, each once, in the order in which they occur."""
    return list(dict.fromkeys(key for row in rows for key in row))


def _slug(text: str) -> str:
    return _SLUG.sub("-", text.lower()).strip("-")


def _anchor(place: Place) -> str:
    section, part, index = place
    return f"at-{_slug(section)}-{part}-{index + 1}"


def _part(section: Section, brief: Brief) -> _Part:
    lines = {piece.place: _line(piece.place, piece.text, brief) for piece in section.pieces()}
    sentences = [lines[section.id, Part.SENTENCES, at] for at in range(len(section.sentences))]
    bullets = [lines[section.id, Part.BULLETS, at] for at in range(len(section.bullets))]
    return _Part(
        anchor=f"part-{_slug(section.id)}",
        section=section,
        paragraphs=_paragraphs(section.sentences, sentences),
        bullets=tuple(bullets),
        tables=tuple(
            _grid(table, lines[section.id, Part.TABLES, at])
            for at, table in enumerate(section.tables)
        ),
        pictures=tuple(
            _picture(chart, lines[section.id, Part.CHARTS, at])
            for at, chart in enumerate(section.charts)
        ),
    )


def _line(place: Place, text: str, brief: Brief) -> _Line:
    return _Line(_anchor(place), _UNIT.sub("\u00a0", text), brief.marks.get(place))


def _paragraphs(
    sentences: tuple[Sentence, ...], lines: list[_Line]
) -> tuple[tuple[_Line, ...], ...]:
    paragraphs: list[list[_Line]] = []
    for sentence, line in zip(sentences, lines, strict=True):
        if sentence.new_paragraph or not paragraphs:
            paragraphs.append([])
        paragraphs[-1].append(line)
    return tuple(tuple(paragraph) for paragraph in paragraphs)


def _grid(table: Table, line: _Line) -> _Grid:
    columns = zip(*table.rows, strict=True) if table.rows else ((),) * len(table.head)
    numeric = tuple(
        any(column) and all(_NUMERIC.match(cell) for cell in column if cell) for column in columns
    )
    return _Grid(line, table.head, table.rows, numeric)


def _picture(chart: Chart, line: _Line) -> _Picture:
    svg = Markup(embed_svg(chart.svg, prefix=line.anchor))  # noqa: S704 - cleaned by embed_svg
    data = None
    if chart.rows:
        data = _grid(Table(chart.title, chart.head, chart.rows, chart.evidence), line)
    return _Picture(line, svg, chart, data)


def _back_references(brief: Brief) -> dict[int, list[str]]:
    """For each note the anchors of the sentences that rest on it."""
    back: dict[int, list[str]] = {note.number: [] for note in brief.notes}
    for place, number in brief.marks.items():
        back.setdefault(number, []).append(_anchor(place))
    return back
