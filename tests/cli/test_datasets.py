import shutil
from importlib.resources import files

SIPRI = files("quietsignal.cases") / "serbia" / "sipri" / "serbia_imports_A_13-Mar-2025.csv"


def test_the_list_shows_terms_and_editions(quietsignal, demo) -> None:
    """Each data set stands with its terms and what the project holds."""
    shown = quietsignal("datasets", "list", "--project", demo).stdout
    assert "sipri" in shown
    assert "2025-03-13" in shown


def test_an_edition_is_loaded_once(quietsignal, project) -> None:
    """Loading it again adds nothing."""
    load = ("datasets", "load", "sipri", SIPRI, "--edition", "2025-03-13", "--project", project)
    first, again = quietsignal(*load), quietsignal(*load)
    assert "claims, " in first.stderr
    assert first.returncode == again.returncode == 0
    assert again.stderr.rstrip().endswith(", 0 of them new")


def test_a_broken_file_is_named_and_the_next_is_loaded(quietsignal, project, tmp_path) -> None:
    """An error page saved as CSV is refused in one line; the good file beside it is loaded."""
    bad = tmp_path / "error.csv"
    bad.write_text("<html>404</html>\n")
    good = tmp_path / "good.csv"
    shutil.copyfile(SIPRI, good)
    result = quietsignal("datasets", "load", "sipri", bad, good, "--edition", "2025-03-13",
                         "--project", project)  # fmt: skip
    assert result.returncode == 1
    assert f"{bad}: register: found columns <html>" in result.stderr
    assert f"{good}: " in result.stderr


def test_an_edition_is_needed_for_the_register(quietsignal, project) -> None:
    """Without a release date nothing is loaded."""
    result = quietsignal("datasets", "load", "sipri", SIPRI, "--project", project)
    assert result.returncode == 2
    assert "expected the release date" in result.stderr
