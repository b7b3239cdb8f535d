import tomllib


def test_a_new_project_is_one_folder(project) -> None:
    """Settings, ledger, captures, lake and briefs are there, and the focus is in the settings."""
    assert {path.name for path in project.iterdir()} >= {
        "project.toml", "ledger.db", "captures", "lake", "briefs",
    }  # fmt: skip
    config = tomllib.loads((project / "project.toml").read_text(encoding="utf-8"))
    assert config["project"]["focus"] == ["KEN"]
    assert set(config["groups"]) == {"west", "russia", "china"}


def test_an_unknown_state_is_named_with_the_nearest(quietsignal, tmp_path) -> None:
    """A misspelt state gives one line with what may be meant, and no folder."""
    result = quietsignal("init", tmp_path / "x", "--focus", "Serbya")
    assert result.returncode == 2
    assert "Serbya" in result.stderr
    assert "Serbia" in result.stderr
    assert not (tmp_path / "x").exists()


def test_an_organisation_is_no_focus(quietsignal, tmp_path) -> None:
    """NATO cannot be followed as a state."""
    result = quietsignal("init", tmp_path / "x", "--focus", "NATO")
    assert result.returncode == 2
    assert "expected a state" in result.stderr


def test_a_folder_with_something_in_it_is_refused(quietsignal, tmp_path) -> None:
    """Nothing is written into a folder that holds files."""
    (tmp_path / "mine.txt").write_text("x")
    result = quietsignal("init", tmp_path)
    assert (result.returncode, len(result.stderr.splitlines())) == (2, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
