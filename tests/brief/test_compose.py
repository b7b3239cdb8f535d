from factories import dossier, exercise, transfer
from quietsignal.brief import compose, lint, render
from quietsignal.brief.lint import Severity

LEAD = exercise("CHN", "2025-07-21/2025-07-31", status="announced", name="Peace Guardian-2025",
                known="2025-07-15")  # fmt: skip
OTHERS = (transfer("CHN", "2022-04", item="FK-3"), exercise("USA", "2025-06", name="Wolf 25"),
          exercise("RUS", "2019-06"), exercise("CHN", "2019-11", details={"domain": "police"}))  # fmt: skip


def composed(*events, lead=None):
    return compose(dossier(*events, lead=lead), marking="TLP:CLEAR", version="test")


def test_every_question_is_answered_with_notes() -> None:
    """Each section stands in its order, and every sentence of it has a note."""
    brief = composed(LEAD, *OTHERS, lead=LEAD)
    assert [section.id for section in brief.sections] == [
        "findings", "happened", "first", "depth", "balance", "arms", "policy", "pointers",
        "timeline", "gaps",
    ]  # fmt: skip
    assert [finding for finding in lint(brief) if finding.severity is Severity.ERROR] == []
    for section in brief.sections:
        assert all(sentence.evidence for sentence in (*section.sentences, *section.bullets))


def test_an_empty_ledger_gives_an_honest_brief() -> None:
    """Without events the brief says what is unknown, passes its lint, and is written."""
    brief = composed()
    for form in (".html", ".md"):
        assert "The ledger holds no event of Serbia and China" in render(brief, form)


def test_the_same_dossier_gives_the_same_bytes() -> None:
    """Composing and rendering twice changes nothing."""
    one, other = (render(composed(LEAD, *OTHERS, lead=LEAD), ".html") for _ in range(2))
    assert one == other
