"""The main job, as `make demo` runs it."""

import re


def test_the_demo_writes_both_briefs_and_says_what_is_next(quietsignal, tmp_path) -> None:
    """The paths go to standard output, what to try next to standard error."""
    result = quietsignal("demo", "--out", tmp_path / "out")
    assert result.returncode == 0
    page, twin = result.stdout.splitlines()
    assert page.endswith("briefs/serbia-china.html")
    assert twin.endswith("briefs/serbia-china.md")
    assert "Open the brief in a browser: file:///" in result.stderr
    assert "Try next:" in result.stderr


def test_it_holds_a_hundred_events_or_more(demo, quietsignal) -> None:
    """The case has 100 or more events from 2006 to 2026, each with a source."""
    lines = quietsignal("events", "--project", demo, "--json").stdout.splitlines()
    assert len(lines) >= 100
    assert all('"claims": [{' in line for line in lines)


def test_the_brief_names_the_exercise_as_a_first(demo) -> None:
    """As of 20 July 2025 the exercise is announced, the first of the two armies, and allowed."""
    text = (demo / "briefs" / "serbia-china.md").read_text(encoding="utf-8")
    assert re.search(r"joint exercise Peace (Guardian|Defenders)-2025 of Serbia and China", text)
    assert "Yes, in this ledger: it holds no earlier military joint exercise" in text
    assert "The event is within the military neutrality" in text
    assert "China (57 %), Russia (20 %) and France (7 %)" in text


def test_nothing_later_than_the_day_is_known(demo) -> None:
    """What became known after 20 July 2025 does not stand in the brief of that day."""
    text = (demo / "briefs" / "serbia-china.md").read_text(encoding="utf-8")
    assert "2026" not in text.replace("18 May 2026", "").replace("2026-11-24", "")


def test_again_replaces_a_demo_and_gives_the_same_bytes(demo, quietsignal, tmp_path) -> None:
    """A second run, over the first, writes the same brief to the byte."""
    out = tmp_path / "again"
    for _ in range(2):
        assert quietsignal("--quiet", "demo", "--out", out).returncode == 0
    for name in ("serbia-china.html", "serbia-china.md"):
        one, other = (folder / "briefs" / name for folder in (demo, out))
        assert one.read_bytes() == other.read_bytes()


def test_a_folder_that_is_no_demo_is_left_alone(quietsignal, tmp_path) -> None:
    """Files of the user's are not replaced: one line, wrong use."""
    (tmp_path / "mine.txt").write_text("keep me")
    result = quietsignal("demo", "--out", tmp_path)
    assert result.returncode == 2
    assert "found something that is no demo, expected a new folder" in result.stderr
    assert (tmp_path / "mine.txt").read_text() == "keep me"
