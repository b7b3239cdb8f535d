import pytest

from quietsignal.brief.model import Evidence
from quietsignal.brief.render import FORMATS, render
from quietsignal.errors import BriefError, UsageError


@pytest.fixture
def brief(shelf, coverage):
    """A sound brief of one sentence."""
    return shelf.brief_of(("They train.", Evidence((shelf.told("T."),), coverage=(coverage,))))


@pytest.mark.parametrize("fmt", [".html", "html", ".MD", "md"])
def test_format_is_chosen_by_suffix(brief, fmt) -> None:
    """The suffix may be written with or without its dot."""
    assert "They train." in render(brief, fmt) or "They <span" in render(brief, fmt)


@pytest.mark.parametrize("fmt", list(FORMATS))
def test_same_brief_gives_the_same_bytes(brief, fmt) -> None:
    """Rendering holds no clock and no chance."""
    assert render(brief, fmt) == render(brief, fmt)


@pytest.mark.parametrize("fmt", [".docx", ".pdf"])
def test_later_format_says_so(brief, fmt) -> None:
    """Formats that are planned are named as such."""
    with pytest.raises(UsageError, match=r"comes in a later version\), expected \.html or \.md"):
        render(brief, fmt)


def test_unknown_format_is_refused(brief) -> None:
    """Another suffix is wrong use."""
    with pytest.raises(UsageError, match=r"found \.txt, expected"):
        render(brief, ".txt")


@pytest.mark.parametrize("fmt", list(FORMATS))
def test_brief_with_errors_is_not_written(shelf, fmt) -> None:
    """The error lists each sentence at fault with its place and rule."""
    brief = shelf.brief_of(
        ("They train.", Evidence()), ("It clearly grows.", Evidence((shelf.told("T."),)))
    )

    with pytest.raises(BriefError) as caught:
        render(brief, fmt)
    message = str(caught.value)
    assert "2 errors" in message
    assert "one, sentence 1 [no-evidence]" in message
    assert "It clearly grows." in message


def test_warning_does_not_stop(shelf) -> None:
    """A warning asks for a second look only."""
    evidence = Evidence((shelf.told("It is the first."),))

    assert render(shelf.brief_of(("It is the first.", evidence)), ".md")
