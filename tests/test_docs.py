"""The documents: links that lead somewhere, commands that exist, pages that are up to date."""

import importlib.util
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = [*sorted(ROOT.glob("*.md")), *sorted(DOCS.rglob("*.md"))]


def _script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def check_docs() -> ModuleType:
    """The script that `make check` runs over the documents."""
    return _script("check_docs")


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    """The script that writes the generated pages."""
    return _script("reference")


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A project with an index and one page, in order."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "index.md").write_text("# Index\n\nSee [the page](page.md#a-part).\n")
    (docs / "page.md").write_text("# Page\n\n## A part\n\n```sh\n# no title\n[no](link)\n```\n")
    return tmp_path


def test_documents_are_in_order(check_docs: ModuleType) -> None:
    """The documents of the project have one title each, links that lead somewhere, and a way in."""
    assert check_docs.faults(ROOT) == []


def test_documents_in_order_have_no_faults(check_docs: ModuleType, pages: Path) -> None:
    """What stands in a fence is neither a title nor a link."""
    assert check_docs.faults(pages) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("# Page\n\n## A part\n\n[gone](gone.md)\n", "docs/page.md:5: link to gone.md: no such"),
        ("# Page\n\n## A part\n\n[x](#other)\n", "docs/page.md:5: link to #other: no such heading"),
        ("# Page\n\n# A part\n", "docs/page.md:1: found 2 titles, expected one"),
        ("## A part\n", "docs/page.md:1: found 0 titles, expected one"),
        ("# Page\n", "docs/index.md:3: link to page.md#a-part: no such heading"),
    ],
)
def test_faults_are_named(check_docs: ModuleType, pages: Path, text: str, fault: str) -> None:
    """A broken link or title is told with its file and line."""
    (pages / "docs" / "page.md").write_text(text)

    (found,) = check_docs.faults(pages)

    assert found.startswith(fault)


def test_page_without_a_way_in_is_named(check_docs: ModuleType, pages: Path) -> None:
    """A page that no chain of links from the index reaches is a fault."""
    (pages / "docs" / "lost.md").write_text("# Lost\n")

    assert check_docs.faults(pages) == ["docs/lost.md:1: no way leads here from docs/index.md"]


def test_command_page_is_up_to_date(reference: ModuleType) -> None:
    """The page of the commands is what the program says of itself today."""
    assert (DOCS / "reference" / "cli.md").read_text(encoding="utf-8") == reference.command_page()


def test_settings_page_is_up_to_date(reference: ModuleType) -> None:
    """The page of the settings is what the program says of itself today."""
    page = (DOCS / "reference" / "settings.md").read_text(encoding="utf-8")

    assert page == reference.settings_page()


def test_every_command_says_what_it_does(reference: ModuleType) -> None:
    """Each command and each of its options has its sentence."""
    silent = [
        f"{name} {' '.join(getattr(part, 'opts', []))}"
        for name, command in _commands(reference).items()
        for part in (command, *command.params)
        if getattr(part, "param_type_name", "") != "argument" and not part.help
    ]

    assert not silent


def _commands(reference: ModuleType) -> dict[str, Any]:
    return dict(reference.commands(reference.typer.main.get_command(reference.app)))


def _shown() -> Iterator[tuple[str, str]]:
    """Each line in a fence of the documents that calls the program, with where it stands."""
    for page in PAGES:
        fenced = False
        lines = page.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, start=1):
            fenced ^= line.startswith("```")
            call = re.match(r"(?:\$ )?(?:\.venv/bin/)?(quietsignal .*?)(?: [|>].*)?$", line)
            if fenced and call:
                yield f"{page.relative_to(ROOT)}:{number}", call[1]


def _unknown(words: list[str], commands: dict[str, Any]) -> list[str]:
    """The parts of a call that the program does not know."""
    name = words[0]
    while len(words) > 1 and f"{name} {words[1]}" in commands:
        name, words = f"{name} {words[1]}", words[1:]
    if getattr(commands[name], "commands", None):
        beside = words[1:] if words[1:] not in (["--help"], ["--version"], ["COMMAND"]) else []
        return [" ".join(beside)] if beside else []
    known = {option for part in commands[name].params for option in part.opts} | {"--help"}
    options = [word.partition("=")[0] for word in words[1:] if word.startswith("--")]
    return [option for option in options if option not in known]


def test_commands_in_the_documents_exist(reference: ModuleType) -> None:
    """Each call that a page shows is of a command and with options that the program has."""
    commands = _commands(reference)
    wrong = [
        f"{where}: {', '.join(unknown)}"
        for where, call in _shown()
        if (unknown := _unknown(shlex.split(call, comments=True), commands))
    ]

    assert not wrong


def test_targets_in_the_documents_exist() -> None:
    """Each target that a page names is one of the Makefile."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = {
        target
        for page in PAGES
        for target in re.findall(r"(?:`|^)make ([a-z]+)", page.read_text("utf-8"), re.MULTILINE)
    }

    assert not named - targets


@pytest.mark.parametrize("package", ["measure", "signals", "assess"])
def test_every_method_has_its_page(package: str) -> None:
    """Each module that computes something is named on a page of docs/methods."""
    pages = "".join(page.read_text(encoding="utf-8") for page in (DOCS / "methods").glob("*.md"))
    modules = (ROOT / "src" / "quietsignal" / package).glob("[a-z]*.py")
    missing = [path.stem for path in modules if f"quietsignal.{package}.{path.stem}" not in pages]

    assert not missing


def test_decisions_are_numbered_and_short() -> None:
    """Decisions are numbered without a gap, and each fits on a page."""
    pages = sorted((DOCS / "decisions").glob("[0-9]*.md"))

    assert [page.name[:4] for page in pages] == [f"{n:04d}" for n in range(1, len(pages) + 1)]
    assert all(len(page.read_text(encoding="utf-8").splitlines()) <= 60 for page in pages)
