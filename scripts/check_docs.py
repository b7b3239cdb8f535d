"""Checks the documents of the project: titles, links, reach and what a reader could not follow.

Prints each fault with its file and line, and exits with 1 when there is one.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent

_FENCE = re.compile(r"^\s*(```|~~~)")
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_CODE = re.compile(r"`[^`]*`")
_HEADING = re.compile(r"(#+)\s+(.+?)\s*$")


class Line(NamedTuple):
    """A line of prose: outside fences, without what is set as code."""

    number: int
    text: str


def prose(path: Path) -> Iterator[Line]:
    """The lines of a page that are read as words."""
    fenced = False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if _FENCE.match(line):
            fenced = not fenced
        elif not fenced:
            yield Line(number, _CODE.sub("`code`", line))


def anchors(path: Path) -> set[str]:
    """The anchors that the headings of a page make."""
    found = set()
    fenced = False
    for line in path.read_text(encoding="utf-8").splitlines():
        fenced ^= bool(_FENCE.match(line))
        heading = None if fenced else _HEADING.match(line)
        if heading:
            kept = re.sub(r"[^\w\- ]", "", heading[2].lower().replace("`", ""))
            found.add(kept.replace(" ", "-"))
    return found


def links(path: Path) -> Iterator[tuple[int, str]]:
    """The links of a page to other pages of the project, with their lines."""
    for line in prose(path):
        for target in _LINK.findall(line.text):
            if "://" not in target and not target.startswith("mailto:"):
                yield line.number, target


def _target(path: Path, link: str) -> tuple[Path, str]:
    name, _, anchor = link.partition("#")
    return ((path.parent / name).resolve() if name else path, anchor)


def _faults_of_links(path: Path) -> Iterator[str]:
    for number, link in links(path):
        target, anchor = _target(path, link)
        if not target.exists():
            yield f"{number}: link to {link}: no such file"
        elif anchor and target.suffix == ".md" and anchor not in anchors(target):
            yield f"{number}: link to {link}: no such heading"


def _faults_of_titles(path: Path) -> Iterator[str]:
    lines = [line for line in prose(path) if _HEADING.match(line.text)]
    titles = [line for line in lines if line.text.startswith("# ")]
    if len(titles) != 1 or lines[0] != titles[0]:
        yield f"1: found {len(titles)} titles, expected one, at the top"


def _faults_of_reach(docs: Path) -> Iterator[str]:
    index = docs / "index.md"
    reached, waiting = set(), [index]
    while waiting:
        page = waiting.pop()
        if page in reached or page.suffix != ".md" or not page.is_file():
            continue
        reached.add(page)
        waiting += [_target(page, link)[0] for _, link in links(page)]
    for page in sorted(set(docs.rglob("*.md")) - reached):
        yield f"{page.relative_to(docs.parent)}:1: no way leads here from docs/index.md"


def faults(root: Path) -> list[str]:
    """All faults of the documents under that folder, one line each."""
    docs = root / "docs"
    found = []
    for path in [*sorted(root.glob("*.md")), *sorted(docs.rglob("*.md"))]:
        shown = path.relative_to(root)
        of_page = (*_faults_of_titles(path), *_faults_of_links(path))
        found += [f"{shown}:{fault}" for fault in of_page]
    return [*found, *_faults_of_reach(docs)]


def main() -> int:
    """Check the documents of this project."""
    found = faults(ROOT)
    sys.stdout.write("".join(f"{fault}\n" for fault in found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
