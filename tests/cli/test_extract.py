import json

TEXT = """Kenya and Tanzania train together

Synthetic test document. Soldiers of Kenya and Tanzania began the joint military exercise
Ushirikiano Imara 2025 in Mombasa on 3 March 2025.
"""
KEYS = (
    "id document type roles date status name item quantity place quotes extractor confidence"
).split()


def test_claims_come_as_json_lines_with_verified_quotes(quietsignal, tmp_path) -> None:
    """Each line has the documented keys, and its quote stands in the text where it says."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    result = quietsignal("extract", path, "--json", "--published", "2025-03-04")
    assert result.returncode == 0
    claims = [json.loads(line) for line in result.stdout.splitlines()]
    assert claims
    for claim in claims:
        assert [key for key in claim if key in KEYS] == KEYS
        for quote in claim["quotes"]:
            assert quote["state"] == "verified"
            assert TEXT[quote["start"] : quote["end"]] == quote["exact"]


def test_a_text_without_events_gives_nothing(quietsignal, tmp_path) -> None:
    """Ordinary news is no claim, and no failure."""
    path = tmp_path / "a.txt"
    path.write_text("The bakery on the corner won a prize for its rye bread.\n", encoding="utf-8")
    result = quietsignal("extract", path, "--json")
    assert (result.returncode, result.stdout) == (0, "")


def test_a_person_sees_what_and_where(quietsignal, tmp_path) -> None:
    """Without --json it is two lines a claim: what it says, and the words."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    shown = quietsignal("extract", path).stdout
    assert "exercise" in shown
    assert "Ushirikiano Imara 2025" in shown


def test_a_failed_file_is_named_and_the_others_are_read(quietsignal, tmp_path) -> None:
    """Exit code 1, with the missing file on standard error."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    result = quietsignal("extract", tmp_path / "missing.txt", path, "--json")
    assert result.returncode == 1
    assert "missing.txt" in result.stderr
    assert result.stdout
