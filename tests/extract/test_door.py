from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quietsignal.errors import UsageError
from quietsignal.extract import EXTRACTORS, extract, extract_with_notes
from quietsignal.records import Document

TEXT = (
    "Serbia bought six CH-92A drones from China in 2019. The army and the air force fly the drones."
)
WORDS = st.sampled_from(
    "Serbia China will hold a joint exercise with Russia in July 2024 . , “ ” – 31 June visited "
    "bought S-400 missiles from to between and not the Alliance's agreement signed NATO joined \n".split(
        " "
    )
)


class TestExtract:
    def test_extracting_again_gives_the_same_ids(self, document: Callable[..., Document]) -> None:
        """The id of a claim depends on its content alone."""
        first, second = extract(document(TEXT)), extract(document(TEXT))
        assert first
        assert [claim.id for claim in first] == [claim.id for claim in second]

    def test_another_language_gives_a_note(self, document: Callable[..., Document]) -> None:
        """A document that is not English gives nothing, and says why."""
        extraction = extract_with_notes(document(TEXT, language="sr"))
        assert extraction.claims == ()
        assert extraction.notes == ("language sr: the rules read English only",)

    @pytest.mark.parametrize("language", ["en", "en-GB", "und"])
    def test_english_and_unknown_languages_are_read(
        self, document: Callable[..., Document], language: str
    ) -> None:
        """English in any variety, and a language that nobody named, are read."""
        assert extract(document(TEXT, language=language))

    def test_unknown_extractor_is_named(self, document: Callable[..., Document]) -> None:
        """The error names the extractor asked for and those that exist."""
        with pytest.raises(UsageError, match="found 'magic', expected one of rules"):
            extract(document(TEXT), extractor="magic")

    def test_the_list_of_extractors_holds_the_rules(self) -> None:
        """The default extractor is in the list."""
        assert "rules" in EXTRACTORS

    def test_empty_text_gives_a_note(self, document: Callable[..., Document]) -> None:
        """A document without text says so."""
        assert extract_with_notes(document(" \n")).notes == ("the document has no text",)


class TestRobustness:
    @settings(
        max_examples=60,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    )
    @given(text=st.one_of(st.text(max_size=400), st.lists(WORDS, max_size=120).map(" ".join)))
    def test_quotes_are_where_they_say(self, document: Callable[..., Document], text: str) -> None:
        """On any text a quote is text[start:end], and nothing crashes."""
        for claim in extract(document(text)):
            for quote in claim.quotes:
                assert text[quote.start : quote.end] == quote.exact

    @pytest.mark.parametrize(
        "text",
        [
            "x" * 1_000_000,
            "Serbia " * 100_000,
            "." * 200_000,
            "\u202e\ud83d \x00 𝔖erbia ’s “" * 5000,
            "China, " * 50_000,
            "A" + "-1" * 200_000,
            "In July 2024 and " * 20_000,
        ],
        ids=["one word", "one name", "full stops", "odd characters", "commas", "hyphens", "dates"],
    )
    def test_hostile_texts_end_in_time(self, document: Callable[..., Document], text: str) -> None:
        """A megabyte on one line is read without error."""
        extract(document(text))
