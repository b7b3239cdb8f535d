import pytest

from quietsignal.errors import ProjectError
from quietsignal.project import Project, ProjectConfig, default_config


def test_a_new_project_opens_as_it_was_made(tmp_path) -> None:
    """What was written is read: name, focus, groups, and default weights."""
    Project.create(tmp_path / "p", default_config('A "quoted" name', "Kenya"))
    config = Project.open(tmp_path / "p").config
    assert (config.name, config.focus) == ('A "quoted" name', ("KEN",))
    assert [group.id for group in config.groups] == ["west", "russia", "china"]
    assert (config.weights, config.seed, config.marking) == ({}, 1, "TLP:CLEAR")


def test_a_project_without_settings_has_the_defaults(tmp_path) -> None:
    """An empty file is a project with the built-in groups, the same on every day."""
    (tmp_path / "project.toml").touch()
    config = ProjectConfig.read(tmp_path / "project.toml")
    assert (config.first_year, len(config.groups)) == (2000, 3)


@pytest.mark.parametrize("folder", ["nothing", "file"])
def test_what_is_no_folder_is_no_project(tmp_path, folder) -> None:
    """The error says what was found there."""
    (tmp_path / "file").touch()
    with pytest.raises(ProjectError, match="expected a project folder"):
        Project.open(tmp_path / folder)


def test_a_project_without_its_ledger_is_named(tmp_path) -> None:
    """Settings alone are no project."""
    (tmp_path / "project.toml").touch()
    with pytest.raises(ProjectError, match=r"found no ledger\.db"):
        Project.open(tmp_path)
