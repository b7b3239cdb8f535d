def test_the_briefs_of_the_demo_pass(quietsignal, demo) -> None:
    """Both forms pass the lint that reads them back."""
    for name in ("serbia-china.html", "serbia-china.md"):
        result = quietsignal("lint", demo / "briefs" / name)
        assert result.returncode == 0, result.stdout


def test_a_sentence_added_by_hand_is_found(quietsignal, demo, tmp_path) -> None:
    """A sentence without a note is named, with exit code 1."""
    text = (demo / "briefs" / "serbia-china.md").read_text(encoding="utf-8")
    changed = tmp_path / "changed.md"
    place = "## What happened\n\n"
    assert place in text
    changed.write_text(text.replace(place, place + "It all means war.\n", 1), encoding="utf-8")
    result = quietsignal("lint", changed)
    assert result.returncode == 1
    assert "It all means war" in result.stdout


def test_a_missing_file_is_named(quietsignal, tmp_path) -> None:
    """One line, no traceback."""
    result = quietsignal("lint", tmp_path / "no.html")
    assert result.returncode in (1, 2)
    assert "no.html" in result.stderr
    assert "Traceback" not in result.stderr
