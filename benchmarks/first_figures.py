"""Times the first figures of the README, each beside the limit it is held against, in one run.

    .venv/bin/python benchmarks/first_figures.py [--runs 5] [--write]

Whole processes are timed from outside; peak memory is what the kernel accounts to the largest
process of the run. With --write the table goes to benchmarks/first_figures.md.
"""

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from quietsignal.collect import Hints, parse
from quietsignal.extract import extract
from quietsignal.records import Document, capture_hash, document_id, parse_edtf

HERE = Path(__file__).parent
DOCUMENTS = HERE.parent / "src" / "quietsignal" / "cases" / "serbia" / "documents"
COPIES = 20  # of each document, so that start-up does not hide the rate


def run(*command: str) -> tuple[float, float]:
    """Seconds and peak memory (MB, of the largest of its processes) of a whole command."""
    started = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - started
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{' '.join(command)} failed with {child.returncode}")
    return seconds, usage.ru_maxrss / 1024


def timed(times: int, call: Callable[[], float]) -> tuple[float, float, float]:
    """Least, median and most of several calls after one that is not counted."""
    call()
    values = sorted(call() for _ in range(times))
    return values[0], statistics.median(values), values[-1]


def texts(folder: Path) -> list[Path]:
    """Copies of the case's documents under a folder, each with bytes of its own."""
    made = []
    for source in sorted(DOCUMENTS.iterdir()):
        body = source.read_text(encoding="utf-8")
        for number in range(COPIES):
            path = folder / f"{source.stem}-{number}{source.suffix}"
            path.write_text(f"{body}\n\n{number}\n", encoding="utf-8")
            made.append(path)
    return made


def in_process_rates(paths: list[Path]) -> dict[str, float]:
    """Documents a second inside one process: the rules, and the limit of only splitting words."""
    documents = []
    for path in paths:
        content = path.read_bytes()
        kind = {".html": "text/html", ".md": "text/markdown"}.get(path.suffix, "text/plain")
        hints = Hints(name=path.name, media_type=kind, captured_on=datetime.now(tz=UTC).date())
        parsed = parse(content, hints)
        capture = capture_hash(content)
        documents.append(
            Document(
                id=document_id(capture),
                capture=capture,
                text=parsed.text,
                title=parsed.title,
                publisher="",
                address="",
                published=parse_edtf(parsed.published),
                language="en",
            )
        )
    extract(documents[0])
    rates = {}
    for name, work in (
        ("rules", extract),
        ("limit: words split only", lambda document: document.text.split()),
    ):
        started = time.perf_counter()
        for document in documents:
            work(document)
        rates[name] = len(documents) / (time.perf_counter() - started)
    words = sum(len(document.text.split()) for document in documents) / len(documents)
    rates["words a document"] = words
    return rates


def measure(times: int) -> list[tuple[str, str, str]]:
    """The rows of the table: what, figure (least, median, most), and the limit beside it."""
    program = str(Path(sys.executable).parent / "quietsignal")
    rows = []

    def row(what: str, unit: str, values: tuple[float, float, float], beside: str) -> None:
        least, middle, most = values
        rows.append((what, f"{middle:.3g} {unit} ({least:.3g} to {most:.3g})", beside))

    bare = timed(times, lambda: run(sys.executable, "-c", "pass")[0])
    beside = f"bare Python start {bare[1] * 1000:.0f} ms"
    for option, goal in (("--version", 150), ("--help", 400)):
        values = timed(times, lambda option=option: run(program, option)[0] * 1000)
        row(f"cold start of `quietsignal {option}`", "ms", values, f"{beside}; goal {goal} ms")
    with tempfile.TemporaryDirectory() as folder:
        paths = texts(Path(folder))
        names = [str(path) for path in paths]
        parse_only = timed(times, lambda: run(program, "extract", names[0], "--json")[0])
        whole = timed(times, lambda: len(names) / run(program, "extract", folder, "--json")[0])
        row("`quietsignal extract FOLDER`, whole process", "documents/s", whole,
            f"start with one document {parse_only[1]:.2f} s")  # fmt: skip
        rates = in_process_rates(paths)
        rows.append(
            (
                f"rules inside one process, {rates['words a document']:.0f} words a document",
                f"{rates['rules']:.0f} documents/s",
                f"only splitting words {rates['limit: words split only']:.0f} documents/s",
            )
        )
    with tempfile.TemporaryDirectory() as folder:
        out = str(Path(folder) / "demo")
        seconds = timed(times, lambda: run(program, "--quiet", "demo", "--out", out)[0])
        memory = run(program, "--quiet", "demo", "--out", out)[1]
        row("`quietsignal demo`, from documents to two briefs", "s", seconds, "limit 20 s")
        rows.append(("peak memory of `quietsignal demo`", f"{memory:.0f} MB", "machine below"))
    return rows


def report(rows: list[tuple[str, str, str]], times: int) -> str:
    """The table as Markdown, with the machine."""
    machine = (
        f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}, "
        f"Python {platform.python_version()}"
    )
    head = f"""# First figures

Median (least to most) of {times} runs after one that is not counted, made by
`benchmarks/first_figures.py` in one run. Machine: {machine}. It is shared: trust the ratios more
than the single times. The documents are those of the built-in case, {COPIES} copies of each, every
copy with a line of its own.

| what | figure | beside it |
| --- | --- | --- |
"""
    return head + "".join(f"| {what} | {figure} | {beside} |\n" for what, figure, beside in rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    text = report(measure(options.runs), options.runs)
    print(text)
    if options.write:
        (HERE / "first_figures.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
