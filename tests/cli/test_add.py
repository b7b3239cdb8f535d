import os
import shutil

import pytest

DRILL = """Kenya and Tanzania train together

Synthetic test document.

NAIROBI, 3 March 2025 - Soldiers of Kenya and Tanzania began the joint military exercise
Ushirikiano Imara 2025 in Mombasa on 3 March 2025.
"""


@pytest.fixture
def drill(tmp_path):
    path = tmp_path / "drill.txt"
    path.write_text(DRILL, encoding="utf-8")
    return path


def added(result) -> str:
    return result.stderr.splitlines()[-1]


def test_a_document_comes_in_and_again_changes_nothing(quietsignal, project, drill) -> None:
    """The second time it is known before, and the ledger holds the same events."""
    first = quietsignal("add", drill, "--project", project, "--published", "2025-03-03")
    assert first.returncode == 0, first.stderr
    assert added(first).startswith("1 new, 0 known before, 0 failed")
    before = quietsignal("events", "--project", project, "--json").stdout
    again = quietsignal("add", drill, "--project", project)
    assert added(again).startswith("0 new, 1 known before, 0 failed")
    assert quietsignal("events", "--project", project, "--json").stdout == before
    assert '"name": "Ushirikiano Imara 2025"' in before


def test_standard_input_is_a_source(quietsignal, project) -> None:
    """A dash reads the text from another program."""
    result = quietsignal("add", "-", "--project", project, "--published", "2025-03-03", stdin=DRILL)
    assert result.returncode == 0
    assert added(result).startswith("1 new")


def test_the_project_is_found_from_within(quietsignal, project, drill) -> None:
    """Without --project it is the folder one stands in, or the nearest above."""
    result = quietsignal("add", drill, cwd=project / "briefs")
    assert result.returncode == 0


def bad_inputs(folder):
    (folder / "empty.txt").touch()
    (folder / "garbage.txt").write_bytes(os.urandom(4096))
    (folder / "latin.md").write_bytes("# Ü\n\n\x81\x8d\x8f\x90\x9d".encode("latin-1") * 40)
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(200_000_000)
    return {
        "empty.txt": "empty",
        "garbage.txt": "binary",
        "huge.txt": "200,000,000 bytes",
        "missing.txt": "no such file",
    }


def test_what_fails_is_named_and_the_rest_goes_on(quietsignal, project, drill, tmp_path) -> None:
    """Missing, empty, binary and huge files are one line each; the good file is kept; exit 1."""
    named = bad_inputs(tmp_path)
    sources = [tmp_path / name for name in named]
    result = quietsignal("add", *sources, drill, "--project", project)
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    for name, words in named.items():
        (line,) = [line for line in result.stderr.splitlines() if name in line]
        assert line.startswith("quietsignal: ")
        assert words in line.lower()
    assert added(result).startswith("1 new, 0 known before, 4 failed")


def test_a_bad_date_is_refused_before_anything_is_read(quietsignal, project, drill) -> None:
    """A day that does not exist is wrong use: one line, exit 2, nothing kept."""
    result = quietsignal("add", drill, "--project", project, "--published", "2025-02-30")
    assert result.returncode == 2
    assert "'2025-02-30', which does not exist" in result.stderr
    assert quietsignal("events", "--project", project, "--json").stdout == ""


def test_a_folder_that_is_no_project_is_refused(quietsignal, tmp_path, drill) -> None:
    """The line says how to make a project."""
    result = quietsignal("add", drill, "--project", tmp_path)
    assert result.returncode == 2
    assert "found no project.toml, expected a project folder" in result.stderr
    assert "quietsignal init" in result.stderr


def test_an_address_on_this_machine_is_not_fetched(quietsignal, project) -> None:
    """The guard refuses loopback addresses in one line."""
    result = quietsignal("add", "http://127.0.0.1/x", "--project", project)
    assert result.returncode == 1
    assert "127.0.0.1" in result.stderr


def test_a_project_opens_elsewhere_as_it_was(quietsignal, project, drill, tmp_path) -> None:
    """A copy of the folder gives the same events."""
    quietsignal("add", drill, "--project", project)
    copy = tmp_path / "copy"
    shutil.copytree(project, copy)
    one, other = (quietsignal("events", "--project", p, "--json").stdout for p in (project, copy))
    assert one == other != ""
