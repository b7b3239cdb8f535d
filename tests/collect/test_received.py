from quietsignal.collect import Skipped


def test_a_skipped_file_says_why():
    """The line for a file that is none of ours names it and the reason."""
    assert str(Skipped("a.csv", "no suffix")) == "a.csv: skipped, no suffix"
