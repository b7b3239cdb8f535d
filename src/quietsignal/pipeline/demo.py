"""The whole run on the built-in case: from documents and data to two briefs, on one page."""

import re
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from importlib.resources import as_file
from pathlib import Path

from quietsignal.cases import case_folder
from quietsignal.errors import ProjectError
from quietsignal.ledger import Ledger
from quietsignal.pipeline.adding import add_documents
from quietsignal.pipeline.answering import dossier
from quietsignal.pipeline.linking import relink
from quietsignal.pipeline.loading import load_policy, load_without_links
from quietsignal.pipeline.registers import sync_registers
from quietsignal.pipeline.writing import render_to
from quietsignal.project import Project
from quietsignal.records import UNKNOWN_DATE

__all__ = ["DemoResult", "run_demo"]

AS_OF = date(2025, 7, 20)
FOCUS, PARTNER = "SRB", "CHN"
MARKER = ".quietsignal-demo"
REGISTERS = ("sources.toml", "coverage.toml", "policy.toml")
_RELEASE = re.compile(r"_(\d{1,2}-[A-Z][a-z]{2}-\d{4})\.csv\Z")


@dataclass(frozen=True, slots=True)
class DemoResult:
    """What the demo made, and how long it took."""

    documents: int
    claims: int
    events: int
    briefs: tuple[Path, ...]
    problems: tuple[str, ...]
    seconds: float


def run_demo(out: Path, *, advance: Callable[[str], None]) -> DemoResult:
    """Build the built-in case in a folder and write its brief as HTML and Markdown.

    A demo that stands there already is replaced; raises `ProjectError` for any other folder that
    holds something.
    """
    started = time.monotonic()
    with as_file(case_folder("serbia")) as case:
        project = _project(out, case)
        summary = add_documents(
            project, [str(case / "documents")], published=UNKNOWN_DATE, advance=advance
        )
        problems = list(summary.problems)
        with project.ledger() as ledger:
            problems += _load_data(project, ledger, case, advance)
            relink(ledger)
            advance("linked the claims that tell one event")
            known = dossier(project, ledger, focus=FOCUS, partner=PARTNER, as_of=AS_OF)
            counts, events = ledger.counts(), len(ledger.events())
    advance("measured the balance, the tie and the suppliers")
    pages = [project.folder / "briefs" / f"serbia-china.{suffix}" for suffix in ("html", "md")]
    briefs = tuple(render_to(known, page, marking=project.config.marking) for page in pages)
    advance("wrote the brief twice, as HTML and Markdown")
    return DemoResult(
        documents=counts.documents,
        claims=counts.claims,
        events=events,
        briefs=briefs,
        problems=tuple(problems),
        seconds=time.monotonic() - started,
    )


def _project(out: Path, case: Path) -> Project:
    if (out / MARKER).is_file():
        shutil.rmtree(out)
    elif out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise ProjectError(f"{out}: found something that is no demo, expected a new folder")
    project = Project.create(out, (case / "project.toml").read_text(encoding="utf-8"))
    (out / MARKER).write_text("The demo replaces this folder; copy it to keep it.\n")
    for name in REGISTERS:
        shutil.copyfile(case / name, out / name)
    return project


def _load_data(
    project: Project, ledger: Ledger, case: Path, advance: Callable[[str], None]
) -> list[str]:
    sync_registers(project, ledger)
    load_policy(project, ledger)
    sheet = load_without_links(project, ledger, name="events-csv", path=case / "events.csv")
    advance("loaded events.csv, coded by hand")
    for path in sorted((case / "sipri").glob("*.csv")):
        release = release_of(path)
        load_without_links(project, ledger, name="sipri", path=path, edition=release)
        advance(f"loaded the SIPRI register, release of {release}")
    return [f"events.csv: {row}" for row in sheet.refused]


def release_of(path: Path) -> date:
    """The release date in the name of a register file, as `..._13-Mar-2025.csv`."""
    found = _RELEASE.search(path.name)
    if found is None:
        raise ProjectError(f"{path.name}: found no release date, expected ..._13-Mar-2025.csv")
    return datetime.strptime(found.group(1), "%d-%b-%Y").date()  # noqa: DTZ007 - a day has no zone
