"""The layers: imports point down, and only the packages made for it reach out of the program."""

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "quietsignal"

# Which packages may import what reaches outside; a name stands for itself and what is under it.
REACHES_OUT = {
    "database": ({"ledger"}, {"sqlalchemy", "alembic", "sqlite3", "psycopg"}),
    "network": (
        {"collect", "extract", "datasets"},
        {
            "httpx",
            "httpcore",
            "socket",
            "ssl",
            "http.client",
            "urllib.request",
            "ftplib",
            "smtplib",
        },
    ),
    "other programs": ({"collect"}, {"subprocess", "multiprocessing", "pty"}),
}


def _lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [program, "--no-cache", "--no-logo"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def _layers() -> list[list[str]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = settings["tool"]["importlinter"]["contracts"]
    return [[name.strip() for name in layer.split("|")] for layer in contract["layers"]]


def _imports(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


@pytest.fixture
def skeleton(tmp_path: Path) -> Path:
    """A project with the contract of this one and an empty module for each of its layers."""
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    package = tmp_path / "quietsignal"
    package.mkdir()
    (package / "__init__.py").write_text("")
    for name in (name for layer in _layers() for name in layer):
        (package / f"{name.removeprefix('quietsignal.')}.py").write_text("")
    return tmp_path


def _add_import(skeleton: Path, module: str, *, imported: str) -> None:
    text = f"import quietsignal.{imported}\n"
    (skeleton / "quietsignal" / f"{module}.py").write_text(text)


def test_imports_point_down() -> None:
    """The packages of the program keep the contract."""
    result = _lint_imports(ROOT)

    assert result.returncode == 0, result.stdout


def test_contract_names_every_package() -> None:
    """No package or module stands outside the layers, but the built-in cases and the entry."""
    layered = {name.removeprefix("quietsignal.") for layer in _layers() for name in layer}
    folders = {path.parent.name for path in SOURCE.glob("*/__init__.py")}
    modules = {path.stem for path in SOURCE.glob("*.py") if not path.stem.startswith("__")}

    assert (folders | modules) - layered <= {"cases"}


def test_contract_lets_imports_point_down(skeleton: Path) -> None:
    """An import of a lower layer keeps the contract."""
    _add_import(skeleton, "ledger", imported="records")

    result = _lint_imports(skeleton)

    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("module", "imported"),
    [("records", "ledger"), ("measure", "pipeline"), ("measure", "ledger"), ("web", "cli")],
)
def test_contract_catches_other_imports(skeleton: Path, module: str, imported: str) -> None:
    """An import of a higher layer, or of a neighbour on the same one, breaks the contract."""
    _add_import(skeleton, module, imported=imported)

    result = _lint_imports(skeleton)

    assert result.returncode == 1
    assert f"quietsignal.{module} -> quietsignal.{imported}" in result.stdout


@pytest.mark.parametrize("reach", REACHES_OUT)
def test_few_packages_reach_out(reach: str) -> None:
    """The database is opened by one package, the network by those that the user sends there."""
    allowed, names = REACHES_OUT[reach]
    found = {
        f"{path.relative_to(SOURCE).as_posix()}: {name}"
        for path in SOURCE.rglob("*.py")
        if path.relative_to(SOURCE).parts[0] not in allowed
        for name in _imports(path)
        if any(name == out or name.startswith(f"{out}.") for out in names)
    }

    assert not found


def test_measures_are_pure() -> None:
    """A measure asks no clock and draws from no generator but the one it is given."""
    clocks = {"today", "now", "utcnow", "time", "time_ns"}
    calls = {
        f"{path.name}:{node.lineno} {node.func.attr}"
        for path in (SOURCE / "measure").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in clocks
    }
    modules = {
        f"{path.name}: {name}"
        for path in (SOURCE / "measure").rglob("*.py")
        for name in _imports(path) & {"random", "secrets", "time"}
    }

    assert not calls | modules
