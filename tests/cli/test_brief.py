import pytest


@pytest.mark.parametrize("suffix", ["html", "md"])
def test_a_brief_on_another_partner(quietsignal, demo, tmp_path, suffix) -> None:
    """The same project gives a brief on Serbia and Russia, which passes its own lint."""
    out = tmp_path / f"russia.{suffix}"
    result = quietsignal("brief", "Serbia", "--partner", "RUS", "--as-of", "2025-07-20",
                         "--project", demo, "--out", out)  # fmt: skip
    assert result.returncode == 0, result.stderr
    assert "Serbia and Russia" in out.read_text(encoding="utf-8")
    checked = quietsignal("lint", out)
    assert checked.returncode == 0, checked.stdout


def test_a_brief_as_of_2014_knows_nothing_later(quietsignal, demo, tmp_path) -> None:
    """The brief of an earlier day is written from what was known then."""
    out = tmp_path / "then.md"
    result = quietsignal("brief", "SRB", "--partner", "RUS", "--as-of", "2014-12-31",
                         "--project", demo, "--out", out)  # fmt: skip
    assert result.returncode == 0, result.stderr
    text = out.read_text(encoding="utf-8")
    assert not [year for year in range(2015, 2027) if f" {year}" in text.replace("2019-24", "")]


def test_another_state_with_a_project_of_its_own(quietsignal, project, tmp_path) -> None:
    """A project on Kenya with one document gives a brief on Kenya and Tanzania."""
    text = tmp_path / "a.txt"
    text.write_text(
        "Drill\n\nSynthetic. Soldiers of Kenya and Tanzania began the joint military exercise "
        "Ushirikiano Imara 2025 in Mombasa on 3 March 2025.\n"
    )
    quietsignal("add", text, "--project", project, "--published", "2025-03-04")
    out = tmp_path / "kenya.html"
    result = quietsignal("brief", "Kenya", "--project", project, "--as-of", "2025-03-10",
                         "--out", out)  # fmt: skip
    assert result.returncode == 0, result.stderr
    assert "Kenya and Tanzania" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("Ruritania", "--out", "x.html"), "Ruritania"),
        (("SRB", "--out", "x.doc"), "'.doc', expected .html or .md"),
        (("SRB", "--out", "nowhere/x.html"), "found no folder nowhere"),
        (("SRB", "--as-of", "2025-02-30", "--out", "x.html"), "2025-02-30"),
        (("Fiji", "--out", "x.html"), "holds no event of Fiji"),
    ],
)
def test_a_wrong_call_is_named_and_nothing_is_written(
    quietsignal, demo, tmp_path, arguments, words
) -> None:
    """One line, exit code 2, no file."""
    result = quietsignal("brief", *arguments, "--project", demo, cwd=tmp_path)
    assert (result.returncode, len(result.stderr.splitlines())) == (2, 1)
    assert words in result.stderr
    assert list(tmp_path.iterdir()) == []
