import json
from pathlib import Path

import pytest

from quietsignal.errors import DataError
from quietsignal.extract.evaluate import evaluate, half_of, read_folder

TEXT = (
    "Serbia bought six CH-92A drones from China in 2019. The army and the air force fly the drones."
)


def _write(folder: Path, events: list[dict]) -> None:
    coded = {"doc": "one", "published": "2024-01-02", "cluster": None, "events": events}
    (folder / "one.json").write_text(json.dumps(coded), encoding="utf-8")
    (folder / "one.txt").write_text(TEXT, encoding="utf-8")


def _event(**changes: object) -> dict:
    event = {
        "type": "transfer",
        "roles": {"supplier": ["CHN"], "recipient": ["SRB"]},
        "date": {"start": "2019-01-01", "end": "2019-12-31", "precision": "year"},
        "status": "done",
        "item": "CH-92A drones",
        "must": True,
    }
    return event | changes


def test_an_event_found_counts_with_its_attributes(tmp_path: Path) -> None:
    """A claim that meets the coded event is found, with roles, year and status right."""
    _write(tmp_path, [_event()])
    scores = evaluate(read_folder(tmp_path))
    assert scores.figures() == (1.0, 1.0, 1.0)
    assert [scores.accuracy(name) for name in ("roles", "year", "status")] == [1.0, 1.0, 1.0]
    assert "transfer" in scores.table()


def test_roles_that_are_turned_round_are_found_but_wrong(tmp_path: Path) -> None:
    """Pairs are matched by actors in any role; the roles are scored apart."""
    _write(tmp_path, [_event(roles={"supplier": ["SRB"], "recipient": ["CHN"]})])
    scores = evaluate(read_folder(tmp_path))
    assert scores.figures()[2] == 1.0
    assert scores.accuracy("roles") == 0.0


def test_debatable_events_count_neither_way(tmp_path: Path) -> None:
    """An event with must false is neither missed nor invented."""
    _write(tmp_path, [_event(must=False)])
    scores = evaluate(read_folder(tmp_path))
    assert (scores.found.total(), scores.invented.total(), scores.missed.total()) == (0, 0, 0)


def test_an_event_that_nobody_coded_is_invented(tmp_path: Path) -> None:
    """A claim without a coded event costs precision, an event without a claim recall."""
    _write(tmp_path, [_event(type="visit", roles={"visitor": ["CHN"], "host": ["SRB"]})])
    scores = evaluate(read_folder(tmp_path))
    assert (scores.invented["transfer"], scores.missed["visit"]) == (1, 1)


def test_a_folder_without_documents_is_refused(tmp_path: Path) -> None:
    """The error names the folder and what was expected in it."""
    with pytest.raises(DataError, match="expected coded documents"):
        read_folder(tmp_path)


def test_halves_depend_on_the_story_alone() -> None:
    """The half of a story is the same on every run."""
    assert half_of("story") == half_of("story")
    assert {half_of(str(number)) for number in range(20)} == {"development", "test"}
