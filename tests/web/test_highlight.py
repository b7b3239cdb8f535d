from hypothesis import given
from hypothesis import strategies as st

from quietsignal.web.highlight import Span, pieces


def _shape(text: str, *spans: Span) -> list[tuple[str, int]]:
    return [(piece.text, piece.depth) for piece in pieces(text, spans)]


def test_text_without_quotes_is_one_piece() -> None:
    """Nothing is marked where nothing is quoted; an empty text has no pieces."""
    assert _shape("abc") == [("abc", 0)]
    assert _shape("") == []


def test_overlapping_quotes_share_the_piece_in_both() -> None:
    """Two quotes that overlap give three pieces, the one in the middle marked twice."""
    spans = (Span(0, 4, 1, "a"), Span(2, 6, 2, "b"))

    assert _shape("abcdefg", *spans) == [("ab", 1), ("cd", 2), ("ef", 1), ("g", 0)]


def test_a_quote_begins_and_ends_once() -> None:
    """Each quote has its anchor where it begins and its number where it ends."""
    outer, inner = Span(0, 5, 1, "a"), Span(1, 3, 2, "b")

    found = pieces("abcde", [outer, inner])

    assert [piece.begins for piece in found] == [(outer,), (inner,), ()]
    assert [piece.ends for piece in found] == [(), (inner,), (outer,)]


def test_quotes_outside_the_text_are_left_out() -> None:
    """Offsets that do not lie in the text, or hold nothing, mark nothing."""
    spans = (Span(-1, 2, 1, "a"), Span(2, 9, 2, "b"), Span(1, 1, 3, "c"))

    assert _shape("abc", *spans) == [("abc", 0)]


@given(
    st.text(max_size=30),
    st.lists(st.tuples(st.integers(-2, 32), st.integers(-2, 32)), max_size=8),
)
def test_nothing_is_lost_or_marked_wrongly(text: str, ends: list[tuple[int, int]]) -> None:
    """The pieces are the text, and each lies in as many quotes as its depth says."""
    spans = {Span(start, end, at, f"q{at}") for at, (start, end) in enumerate(ends)}
    within = [span for span in spans if 0 <= span.start < span.end <= len(text)]

    found = pieces(text, spans)

    assert "".join(piece.text for piece in found) == text
    at = 0
    for piece in found:
        covering = [s for s in within if s.start <= at and at + len(piece.text) <= s.end]
        assert piece.depth == len(covering)
        at += len(piece.text)
