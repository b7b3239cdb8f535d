import csv
import tomllib

import pytest

from quietsignal.cases import CASES, case_folder


@pytest.mark.parametrize("name", CASES)
def test_a_case_is_whole(name) -> None:
    """Each built-in case has its documents, events, registers and credits."""
    folder = case_folder(name)
    present = {entry.name for entry in folder.iterdir()}
    assert present >= {"documents", "events.csv", "sources.toml", "policy.toml", "coverage.toml",
                       "project.toml", "README.md"}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_its_documents_are_marked_synthetic(name) -> None:
    """Eight or more documents, each saying in its own text that it is no source."""
    documents = list((case_folder(name) / "documents").iterdir())
    assert len(documents) >= 8
    for document in documents:
        text = document.read_text(encoding="utf-8")
        assert "SYNTHETIC test document written for Quiet Signal" in text


@pytest.mark.parametrize("name", CASES)
def test_its_publishers_are_graded(name) -> None:
    """Every publisher of the coded events stands in the register with a grade and a reason."""
    folder = case_folder(name)
    register = tomllib.loads((folder / "sources.toml").read_text(encoding="utf-8"))["source"]
    graded = {key for entry in register for key in (entry["name"], *entry.get("aliases", []))}
    rows = csv.DictReader((folder / "events.csv").read_text(encoding="utf-8").splitlines())
    assert {row["publisher"] for row in rows} <= graded
    assert all(entry["grade"] in "ABCDEF" and entry["reason"] for entry in register)
