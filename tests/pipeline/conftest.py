"""An empty project for the steps of the pipeline."""

from pathlib import Path

import pytest

from quietsignal.project import Project, default_config


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A new project on Serbia."""
    return Project.create(tmp_path / "project", default_config("Test", "SRB"))
