"""What a person or another tool gets to see: lines, tables, JSON Lines, CSV, progress."""

import csv
import json
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = [
    "Advance",
    "failed",
    "note",
    "program",
    "progress",
    "safe_cell",
    "state",
    "table",
    "write_csv",
    "write_json",
]


@dataclass(slots=True)
class State:
    """What the options before the command have set."""

    quiet: bool = False
    traceback: bool = False


state = State()

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


Advance = Callable[[str], None]  # called by long work for each finished piece, with its name


def program() -> str:
    """The words that call this program again: its name where it is on the path, else as called."""
    called = Path(sys.argv[0])
    if shutil.which("quietsignal") or called.name != "quietsignal":
        return "quietsignal"
    return str(called)


def note(text: str) -> None:
    """A line for a person, on standard error so that output stays clean; silent with --quiet."""
    if not state.quiet:
        sys.stderr.write(f"{text}\n")


def failed(text: str) -> None:
    """A line on an input that failed; shown even with --quiet."""
    sys.stderr.write(f"quietsignal: {text}\n")


def write_json(objects: Iterable[Mapping[str, Any]]) -> None:
    """JSON Lines on standard output, one object a line."""
    for entry in objects:
        sys.stdout.write(json.dumps(entry, ensure_ascii=False) + "\n")


def safe_cell(value: object) -> str:
    """A cell that a spreadsheet takes as text and never as a formula (OWASP, CSV injection)."""
    text = "" if value is None else str(value)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return f"'{text}" if text.startswith(_FORMULA) and not is_number else text


def write_csv(head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """CSV on standard output, safe to open in a spreadsheet."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)


def table(head: Sequence[str], rows: Iterable[Sequence[object]], *, title: str = "") -> None:
    """A table for a person on standard output, as wide as the terminal."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    shown = Table(title=title or None, title_justify="left", header_style="bold", box=None)
    for name in head:
        shown.add_column(name, overflow="fold")
    for row in rows:
        # Text, not markup: what stands in a source must not colour a terminal.
        shown.add_row(*(Text("" if cell is None else str(cell)) for cell in row))
    Console(highlight=False, soft_wrap=False).print(shown)


@contextmanager
def progress(label: str, total: int | None = None) -> Iterator[Advance]:
    """Progress of long work on standard error: a bar on a terminal, else a line a piece.

    With --quiet there is none.
    """
    if state.quiet:
        yield lambda label: None  # noqa: ARG005
        return
    if not sys.stderr.isatty():
        yield note
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=total)
        yield lambda label: bar.update(task, advance=1, description=label[:40])
