"""The brief as Markdown: the twin of the page, with footnotes, one sentence a line."""

import re
from collections.abc import Iterator, Mapping, Sequence

from quietsignal.brief.model import (
    Brief,
    Chart,
    Entry,
    EntryKind,
    Note,
    Part,
    Section,
    SourceLine,
)
from quietsignal.brief.wording import span
from quietsignal.records import ImpreciseDate

__all__ = ["render_markdown"]

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$^&])")
_LIST_START = re.compile(r"^(\s*)([-+](?=\s)|=|\d+(?=[.)]\s))")
_INDENT = "    "  # a footnote's further lines, in GitHub's and in Pandoc's Markdown


def render_markdown(brief: Brief) -> str:
    """The text of the brief in Markdown with footnotes."""
    blocks = [*_front(brief)]
    for section in brief.sections:
        blocks.extend(_section(section, brief))
    blocks.append("## Notes")
    blocks.extend(_note(note) for note in brief.notes)
    blocks.append("## Sources")
    blocks.append("\n".join(_source(source) for source in brief.sources))
    if brief.credits:
        blocks.append("## Credits")
        blocks.append("\n".join(f"- {_escape(credit)}" for credit in brief.credits))
    return "\n\n".join(block for block in blocks if block) + "\n"


def _escape(text: str) -> str:
    """The text on one line, so that it reads in Markdown exactly as it is."""
    line = " ".join(text.split())
    return _LIST_START.sub(_escape_start, _SPECIAL.sub(r"\\\1", line))


def _escape_start(match: re.Match[str]) -> str:
    """A number keeps its digits: it is the stop behind it that would start a list."""
    start = match.group(2)
    return f"{match.group(1)}{start}\\" if start.isdigit() else f"{match.group(1)}\\{start}"


def _front(brief: Brief) -> Iterator[str]:
    yield f"# {_escape(brief.title)}"
    if brief.subtitle:
        yield f"*{_escape(brief.subtitle)}*"
    as_of = span(ImpreciseDate.day(brief.as_of))
    yield f"**{_escape(brief.marking)}** · as of {as_of} · Quiet Signal {_escape(brief.version)}"


def _section(section: Section, brief: Brief) -> Iterator[str]:
    def mark(part: Part, index: int) -> str:
        number = brief.marks.get((section.id, part, index))
        return f"[^{number}]" if number else ""

    yield f"## {_escape(section.title)}"
    yield from _paragraphs(
        section, [mark(Part.SENTENCES, i) for i in range(len(section.sentences))]
    )
    yield "\n".join(
        f"- {_escape(bullet.text)}{mark(Part.BULLETS, index)}"
        for index, bullet in enumerate(section.bullets)
    )
    for index, table in enumerate(section.tables):
        yield f"**{_escape(table.caption)}**{mark(Part.TABLES, index)}"
        yield _table(table.head, table.rows)
    for index, chart in enumerate(section.charts):
        yield from _chart(chart, mark(Part.CHARTS, index))


def _paragraphs(section: Section, marks: list[str]) -> Iterator[str]:
    lines: list[str] = []
    for sentence, mark in zip(section.sentences, marks, strict=True):
        if sentence.new_paragraph and lines:
            yield "\n".join(lines)
            lines = []
        lines.append(f"{_escape(sentence.text)}{mark}")
    yield "\n".join(lines)


def _chart(chart: Chart, mark: str) -> Iterator[str]:
    yield f"**{_escape(chart.title)}**{mark}" if mark else f"### {_escape(chart.title)}"
    yield f"> Chart: {_escape(chart.description)}"
    if chart.caption:
        yield f"> {_escape(chart.caption)}"
    if chart.rows:
        yield _table(chart.head, chart.rows)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)


def _cell(text: str) -> str:
    return text if text == "---" else _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _note(note: Note) -> str:
    lines = []
    about = ""
    for entry in note.entries:
        if entry.about != about and entry.about:
            lines += [f"*{_escape(entry.about)}*", ""]
        about = entry.about
        lines += [*_entry(entry), ""]
    if note.rest:
        lines += [_escape(note.more), "", *_working(note.rest), ""]
    body = "\n".join(f"{_INDENT}{line}" if line else "" for line in lines).strip()
    return f"[^{note.number}]: {body}"


def _entry(entry: Entry) -> Iterator[str]:
    source = f", source {entry.source_number}" if entry.source_number else ""
    flags = f" \\[{_escape('; '.join(entry.flags))}\\]" if entry.flags else ""
    if entry.kind is EntryKind.QUOTE:
        yield f"> “{_escape(entry.quote)}”"
        yield ""
        yield f"{_escape(entry.lead)}{source}{flags}"
    elif entry.kind is EntryKind.FIGURE:
        yield f"**Computed:** {_escape(entry.lead)}: {_escape(entry.text)}{flags}"
        yield ""
        yield from _working(entry.rows)
    elif entry.kind is EntryKind.COVERAGE:
        yield f"**Searched:** {_escape(entry.lead)}; {_escape(entry.text)}"
    else:
        yield f"{_escape(entry.lead)}{source}{flags}"


def _working(rows: tuple[Mapping[str, str], ...]) -> list[str]:
    if not rows:
        return []
    head = list(dict.fromkeys(key for row in rows for key in row))
    return _table(head, [[row.get(key, "") for key in head] for row in rows]).split("\n")


def _source(source: SourceLine) -> str:
    grade = source.grade.grade
    notes = ", ".join(f"note {number}" for number in source.notes)
    title = f"**{_escape(source.publisher)}**, “{_escape(source.title)}”"
    parts = [
        f"{source.number}. {title}, {_escape(source.published)}",
        f"grade {grade.value} ({grade.meaning}; {_escape(source.grade.reason)})",
        _escape(source.address),
        _escape("; ".join(source.flags)),
        f"cited in {notes}",
    ]
    return "; ".join(part for part in parts if part)
