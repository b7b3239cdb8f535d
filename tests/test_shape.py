"""The shape of the source: what STYLE asks of modules, functions and tests, read from the trees.

Nothing is imported: a module that cannot be imported is measured all the same.
"""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "quietsignal"
TESTS = ROOT / "tests"

MODULE_LIMIT = 420
BODY_LIMIT = 60
BODY_USUAL = 25
USUAL_SHARE = 0.9
POSITIONAL_LIMIT = 2
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "misc", "common"}

# Modules whose behaviour is tested by the test of something larger, with that test file.
COVERED_BY: dict[str, str] = {
    "cli/serve.py": "web/test_serve.py",
    "actors/codes.py": "actors/test_registry.py",
    "brief/dossier.py": "pipeline/test_answering.py",
}

# Methods that another library calls by position: the interface is its own.
PRESCRIBED = {
    ("records/claims.py", "cut"),  # reads as the slice that it is: cut(text, start, end)
    ("collect/transport.py", "start_tls"),  # httpcore.NetworkStream
    ("collect/transport.py", "connect_tcp"),  # httpcore.NetworkBackend
    ("collect/transport.py", "connect_unix_socket"),  # httpcore.NetworkBackend
}

Function = ast.FunctionDef | ast.AsyncFunctionDef


class Found(NamedTuple):
    """A function with the module it stands in and the class around it, if any."""

    module: str
    node: Function
    in_class: bool

    def __str__(self) -> str:
        return f"{self.module}:{self.node.lineno} {self.node.name}"


def _name(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def _modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def _walk(node: ast.AST, module: str, *, in_class: bool = False) -> Iterator[Found]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, Function):
            yield Found(module, child, in_class)
        yield from _walk(child, module, in_class=isinstance(child, ast.ClassDef))


def _functions() -> list[Found]:
    return [found for path in _modules() for found in _walk(_tree(path), _name(path))]


def _body_lines(node: Function) -> int:
    statements = node.body
    if ast.get_docstring(node, clean=False) is not None:
        statements = statements[1:]
    if not statements:
        return 0
    return (node.end_lineno or node.lineno) - statements[0].lineno + 1


def _positional(found: Found) -> int:
    arguments = [*found.node.args.posonlyargs, *found.node.args.args]
    marks = found.node.decorator_list
    static = any(isinstance(mark, ast.Name) and mark.id == "staticmethod" for mark in marks)
    bound = found.in_class and not static and bool(arguments)
    return len(arguments) - bound


def _commands() -> set[tuple[str, str]]:
    """Module and name of each function that Typer calls: its arguments are options."""
    found = set()
    for path in (SOURCE / "cli").glob("*.py"):
        for node in ast.walk(_tree(path)):
            match node:
                case ast.Call(
                    func=ast.Call(func=ast.Attribute(attr="command")),
                    args=[ast.Attribute(value=ast.Name(id=module), attr=name)],
                ):
                    found.add((f"cli/{module}.py", name))
                case ast.FunctionDef(decorator_list=[ast.Call(func=ast.Attribute(attr=mark))]):
                    if mark in ("command", "callback"):
                        found.add((_name(path), node.name))
    return found


def _is_magic(found: Found) -> bool:
    return found.node.name.startswith("__") and found.node.name.endswith("__")


@pytest.mark.parametrize("path", _modules(), ids=_name)
def test_module_is_short(path: Path) -> None:
    """A module is one concept that can be read at once."""
    lines = len(path.read_text(encoding="utf-8").splitlines())

    assert lines <= MODULE_LIMIT, f"found {lines} lines, expected about 400, at most {MODULE_LIMIT}"


@pytest.mark.parametrize("path", _modules(), ids=_name)
def test_module_is_named_for_a_concept(path: Path) -> None:
    """No module or package is a drawer for what found no place."""
    parts = {part.removesuffix(".py").strip("_") for part in path.relative_to(SOURCE).parts}

    assert not parts & FORBIDDEN_NAMES


def test_no_function_is_long() -> None:
    """No body is over the limit; docstrings do not count."""
    long = [f"{f}: {_body_lines(f.node)}" for f in _functions() if _body_lines(f.node) > BODY_LIMIT]

    assert not long, f"bodies over {BODY_LIMIT} lines: {'; '.join(long)}"


def test_nine_functions_in_ten_are_short() -> None:
    """Nine bodies in ten fit the usual length."""
    functions = _functions()
    over = [f"{f}: {_body_lines(f.node)}" for f in functions if _body_lines(f.node) > BODY_USUAL]

    assert len(over) <= (1 - USUAL_SHARE) * len(functions), f"over {BODY_USUAL}: {'; '.join(over)}"


def test_options_are_keyword_only() -> None:
    """A public call shows what each argument is: two by position, the rest by name."""
    called_elsewhere = _commands() | PRESCRIBED
    wide = [
        f"{found}: {_positional(found)}"
        for found in _functions()
        if _positional(found) > POSITIONAL_LIMIT
        and not found.node.name.startswith("_")  # within a module the definition is in sight
        and (found.module, found.node.name) not in called_elsewhere
        and not _is_magic(found)
    ]

    assert not wide, f"more than {POSITIONAL_LIMIT} by position: {'; '.join(wide)}"


def _declared(tree: ast.Module) -> list[str] | None:
    for node in tree.body:
        names = [t.id for t in getattr(node, "targets", []) if isinstance(t, ast.Name)]
        if isinstance(node, ast.Assign) and names == ["__all__"]:
            return list(ast.literal_eval(node.value))
    return None


def _bound(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            names |= {alias.asname or alias.name for alias in node.names}
        elif isinstance(node, ast.ClassDef | Function):
            names.add(node.name)
        elif isinstance(node, ast.Assign):
            names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            names.add(node.target.id)
    return names


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("__init__.py")), ids=_name)
def test_package_declares_its_surface(path: Path) -> None:
    """Each package says once what it offers, and offers what it says."""
    tree = _tree(path)
    declared = _declared(tree)

    assert declared is not None, "expected __all__, a list of names written out"
    modules = {found.stem for found in path.parent.glob("*.py")}
    assert not set(declared) - _bound(tree) - modules


def _has_logic(path: Path) -> bool:
    return any(True for _ in _walk(_tree(path), _name(path)))


def _test_files(path: Path) -> list[Path]:
    """Where the test of that module may stand: at its mirror first."""
    place = path.relative_to(SOURCE).parent
    if path.name == "__init__.py":
        return [TESTS / place / f"test_{path.parent.name}.py"]
    name = path.stem.strip("_")
    places = [TESTS / place / f"test_{name}.py"]
    # A folder inside a package (a data set, an extractor) is one thing and may have one test.
    for folder in (place, *place.parents):
        if len(folder.parts) > 1:
            places.append(TESTS / folder.parent / f"test_{folder.name}.py")
            places.append(TESTS / folder.parent / f"test_{folder.name}_{name}.py")
    return places


def test_every_module_has_a_test() -> None:
    """The tests mirror the source: what does something is tested where one looks for it."""
    missing = []
    for path in filter(_has_logic, _modules()):
        covering = COVERED_BY.get(_name(path))
        places = [TESTS / covering] if covering else _test_files(path)
        if not any(place.is_file() for place in places):
            missing.append(f"{_name(path)}: expected {places[0].relative_to(ROOT).as_posix()}")

    assert not missing, "\n".join(missing)


def test_coverage_by_larger_tests_is_up_to_date() -> None:
    """The list of modules tested elsewhere names modules that exist and tests that name them."""
    stale = [
        module
        for module, test in COVERED_BY.items()
        if not (SOURCE / module).is_file()
        or Path(module).stem not in (TESTS / test).read_text(encoding="utf-8")
    ]

    assert not stale
