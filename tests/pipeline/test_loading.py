from datetime import date
from importlib.resources import files

import pytest

from quietsignal.errors import DataError, UnreadableInput, UsageError
from quietsignal.pipeline.loading import load_dataset
from quietsignal.records import Verdict

CASE = files("quietsignal.cases") / "serbia"
REGISTER = CASE / "sipri" / "serbia_imports_A_13-Mar-2025.csv"


def test_rows_of_one_key_are_one_event_and_others_are_not(project) -> None:
    """What the coder decided by keys stands as judgements, and the events follow it."""
    load_dataset(project, CASE / "events.csv", name="events-csv")
    with project.ledger() as ledger:
        verdicts = {judgement.verdict for judgement in ledger.judgements()}
        events = ledger.events(actors=["CHN"])
    assert verdicts == {Verdict.SAME, Verdict.DIFFERENT}
    (lead,) = [event for event in events if "Guardian" in (event.name or "")
               or "Defenders" in (event.name or "")]  # fmt: skip
    assert len(lead.claims) == 4


def test_an_edition_goes_to_lake_and_ledger(project) -> None:
    """The rows are held by release date, and each deal is a claim of that edition."""
    summary = load_dataset(project, REGISTER, name="sipri", edition=date(2025, 3, 13))
    assert project.lake.editions("sipri") == (date(2025, 3, 13),)
    assert summary.claims == summary.new > 50


def test_loading_again_changes_nothing(project) -> None:
    """A second load of the same file adds no claim and no judgement."""
    for _ in range(2):
        summary = load_dataset(project, CASE / "events.csv", name="events-csv")
    assert summary.new == 0


@pytest.mark.parametrize(
    ("name", "content", "edition", "error", "words"),
    [
        ("spiri", b"", None, UsageError, "expected one of"),
        ("sipri", b"", None, UsageError, "expected the release date"),
        ("sipri", b"a,b\n", date(2025, 1, 1), DataError, "expected layout A"),
        ("sipri", b"\xff\xfe\x00", date(2025, 1, 1), UnreadableInput, "not UTF-8"),
        ("events-csv", b"event\n", date(2025, 1, 1), UsageError, "a sheet has no releases"),
    ],
)
def test_what_cannot_be_loaded_is_named(
    project, tmp_path, name, content, edition, error, words
) -> None:
    """Unknown set, missing edition, foreign file, wrong encoding: one error, nothing kept."""
    path = tmp_path / "x.csv"
    path.write_bytes(content)
    with pytest.raises(error, match=words):
        load_dataset(project, path, name=name, edition=edition)
    with project.ledger() as ledger:
        assert ledger.claims() == ()


def test_a_missing_file_is_named(project, tmp_path) -> None:
    """A path that is not there gives the reason."""
    with pytest.raises(UnreadableInput, match="No such file"):
        load_dataset(project, tmp_path / "no.csv", name="events-csv")
