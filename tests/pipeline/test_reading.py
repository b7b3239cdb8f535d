from factories import document
from quietsignal.pipeline.reading import completed, read_claims
from quietsignal.records import UNKNOWN_DATE, parse_edtf


def test_what_a_document_says_of_itself_goes_before_what_the_user_says() -> None:
    """A given date and publisher serve only where the document has none."""
    dated = document("x", published="2025-07-15")
    undated = document("x", published="", publisher="")
    given = {"published": parse_edtf("2020"), "publisher": "Me"}
    assert completed(dated, **given).published == dated.published
    assert (str(completed(undated, **given).published), completed(undated, **given).publisher) == (
        "2020", "Me",
    )  # fmt: skip


def test_each_source_gives_its_claims_or_its_problem(tmp_path) -> None:
    """A missing file is a problem of its own; the next one is read."""
    good = tmp_path / "a.txt"
    good.write_text("Bread won a prize.\n")
    missing, read = read_claims([str(tmp_path / "no.txt"), str(good)], published=UNKNOWN_DATE)
    assert "no.txt" in missing.problem
    assert (read.problem, read.claims) == ("", ())
