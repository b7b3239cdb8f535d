"""The parts of a brief: sentences that rest on evidence, sections, notes, sources."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from quietsignal.records import Claim, Coverage, Document, Event, Grade, Source

__all__ = [
    "Brief",
    "Chart",
    "Entry",
    "EntryKind",
    "Evidence",
    "Figure",
    "Note",
    "Part",
    "Piece",
    "Place",
    "Section",
    "SectionKind",
    "Sentence",
    "SourceLine",
    "Table",
]


class Part(StrEnum):
    """The parts of a section that carry a note, named as the fields of `Section`."""

    SENTENCES = "sentences"
    BULLETS = "bullets"
    TABLES = "tables"
    CHARTS = "charts"


Place = tuple[str, str, int]  # section id, part, index within the part


class SectionKind(StrEnum):
    """What a section is for, which decides how it is set."""

    FINDINGS = "findings"
    ANSWER = "answer"
    UNKNOWNS = "unknowns"


class EntryKind(StrEnum):
    """What a line of a note holds; a document alone supports no sentence."""

    QUOTE = "quote"
    COVERAGE = "coverage"
    FIGURE = "figure"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Figure:
    """A computed value behind a sentence: which measure, from what, of which edition.

    `rows` shows the working, a mapping a row, so that the number opens into what made it.
    """

    measure: str
    text: str
    rows: tuple[Mapping[str, str], ...] = ()
    edition: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a sentence rests on; a sentence without any is not rendered.

    `claims` are chosen claims where a sentence rests on some of an event's claims only.
    """

    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    figures: tuple[Figure, ...] = ()
    documents: tuple[Document, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.events or self.claims or self.coverage or self.figures or self.documents)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its evidence; `new_paragraph` starts a paragraph with it."""

    text: str
    evidence: Evidence
    new_paragraph: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A small table: a caption as finding, column heads, rows of text, and its evidence."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as SVG text, with the finding as title, words for those who cannot see it.

    `head` and `rows` are the data of the chart as text, for the formats that show no picture.
    """

    title: str
    svg: str
    description: str
    caption: str
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    evidence: Evidence = field(default_factory=Evidence)


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that carries a note: its place in the brief, its words and its evidence."""

    place: Place
    text: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Section:
    """A question of the brief and its answer."""

    id: str
    title: str
    sentences: tuple[Sentence, ...] = ()
    bullets: tuple[Sentence, ...] = ()
    tables: tuple[Table, ...] = ()
    charts: tuple[Chart, ...] = ()
    kind: SectionKind = SectionKind.ANSWER

    def pieces(self) -> Iterator[Piece]:
        """All that carries a note, in the order in which it is read: text, tables, charts."""
        parts: tuple[tuple[Part, tuple[Sentence | Table | Chart, ...]], ...] = (
            (Part.SENTENCES, self.sentences),
            (Part.BULLETS, self.bullets),
            (Part.TABLES, self.tables),
            (Part.CHARTS, self.charts),
        )
        for part, items in parts:
            for index, item in enumerate(items):
                yield Piece((self.id, part, index), _words(item), item.evidence)


def _words(item: Sentence | Table | Chart) -> str:
    if isinstance(item, Sentence):
        return item.text
    return item.caption if isinstance(item, Table) else item.title


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a note: a quote with its source, a coverage record, or a computed figure.

    For a quote, `lead` names the source with its date and grade in one line (`publisher`,
    `title`, `published` and `grade` are its parts), `quote` is the exact text, `language` its
    language, `address` where it was published, `about` the event that it tells, and `flags` are
    words such as "synthetic" or "coded by hand". For a figure and a coverage record, `lead` says
    what was computed or searched, `text` the result, and `rows` is the working.
    """

    kind: EntryKind
    lead: str
    quote: str = ""
    address: str = ""
    flags: tuple[str, ...] = ()
    rows: tuple[Mapping[str, str], ...] = ()
    source_number: int | None = None
    about: str = ""
    text: str = ""
    publisher: str = ""
    title: str = ""
    published: str = ""
    grade: Grade | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered note: the evidence of one or more sentences, ready to be shown.

    `more` says how many claims are not shown, and by whom; `rest` lists them.
    """

    number: int
    entries: tuple[Entry, ...]
    more: str = ""
    rest: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A document in the list of sources, with the grade of its publisher and the notes citing it."""

    number: int
    title: str
    publisher: str
    grade: Source
    published: str
    address: str
    flags: tuple[str, ...]
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A whole brief, before it is rendered.

    `marks` gives for each sentence, bullet, table and chart the number of its note, keyed by its
    place: section id, part (a value of `Part`), index.
    """

    title: str
    subtitle: str
    as_of: date
    marking: str
    version: str
    sections: tuple[Section, ...]
    notes: tuple[Note, ...] = ()
    sources: tuple[SourceLine, ...] = ()
    marks: Mapping[Place, int] = field(default_factory=dict)
    credits: tuple[str, ...] = ()
