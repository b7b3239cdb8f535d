import pytest

from quietsignal.pipeline.adding import add_documents
from quietsignal.records import UNKNOWN_DATE, parse_edtf

TEXT = "Drill\n\nSynthetic. Nothing of note happened at the harbour of Bar this week.\n"


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def add(project, *sources, published=UNKNOWN_DATE):
    said: list[str] = []
    summary = add_documents(project, map(str, sources), published=published, advance=said.append)
    return summary, said


def test_saved_is_said_once_it_is_on_the_disk(project, text) -> None:
    """The report names the input, and the ledger and archive hold it."""
    summary, said = add(project, text)
    assert said == [f"saved {text} (0 claims)"]
    assert (summary.new, summary.known) == (1, 0)
    with project.ledger() as ledger:
        (document,) = ledger.documents().values()
    assert project.archive.read(document.capture) == TEXT.encode()


def test_what_is_known_is_not_read_again(project, text) -> None:
    """The second time it is known."""
    add(project, text)
    summary, said = add(project, text)
    assert (summary.new, summary.known, said) == (0, 1, [f"known {text}"])


def test_an_undated_document_is_remarked(project, text) -> None:
    """Without a date the user is told that relative dates stay unknown; with one not."""
    summary, _ = add(project, text)
    assert any("no date of publication" in warning for warning in summary.warnings)
    other = text.with_name("b.txt")
    other.write_text(TEXT + "More.\n")
    summary, _ = add(project, other, published=parse_edtf("2025-07"))
    assert summary.warnings == []


def test_one_failure_is_one_problem(project, text) -> None:
    """The missing file is named, the good one kept."""
    summary, _ = add(project, text.with_name("no.txt"), text)
    assert (summary.new, len(summary.problems)) == (1, 1)
