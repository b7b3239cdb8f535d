from dataclasses import replace

import pytest

from quietsignal.brief.lint import Severity, lint, lint_file
from quietsignal.brief.model import Brief, Chart, Evidence, Figure, Section, Sentence, Table
from quietsignal.brief.render import render
from quietsignal.records import UNKNOWN_DATE


def _errors(brief: Brief) -> list[str]:
    return [finding.rule for finding in lint(brief) if finding.severity is Severity.ERROR]


def _warnings(brief: Brief) -> list[str]:
    return [finding.rule for finding in lint(brief) if finding.severity is Severity.WARNING]


@pytest.fixture
def sourced(shelf, coverage):
    """Lints one sentence that rests on an event and a search; gives the rules that it breaks."""
    evidence = Evidence((shelf.told("They train in Hebei."),), coverage=(coverage,))

    def rules(text: str) -> list[str]:
        return [finding.rule for finding in lint(shelf.brief_of((text, evidence)))]

    return rules


@pytest.fixture
def alone(shelf):
    """Lints one sentence that rests on an event whose quote is given, without any search."""

    def brief(text: str, quote: str = "They train in Hebei.") -> Brief:
        return shelf.brief_of((text, Evidence((shelf.told(quote),))))

    return brief


class TestEvidence:
    def test_sound_sentence_passes(self, sourced) -> None:
        """A sentence that says what its evidence says has no finding."""
        assert sourced("Serbia and China will train in Hebei in July 2025.") == []

    def test_sentence_without_evidence(self, shelf) -> None:
        """A sentence without evidence is an error that names its place and words."""
        finding = lint(shelf.brief_of(("They train.", Evidence())))[0]

        assert (finding.rule, finding.severity) == ("no-evidence", Severity.ERROR)
        assert finding.place == "one, sentence 1"
        assert finding.sentence == "They train."

    def test_brief_that_was_not_cited(self, shelf) -> None:
        """Evidence without a note is found."""
        brief = shelf.brief_of(("They train.", Evidence((shelf.told("T."),))))

        assert _errors(replace(brief, marks={})) == ["no-note"]

    def test_note_of_documents_alone(self, shelf) -> None:
        """A document without a quote supports nothing."""
        evidence = Evidence(documents=(shelf.document("T."),))

        assert _errors(shelf.brief_of(("They train.", evidence))) == ["empty-note"]

    def test_unverified_quote(self, shelf) -> None:
        """A quote that was not found in its document is an error also where it is not shown."""
        brief = shelf.brief_of(("They train.", Evidence((shelf.told("T."),))))
        bad = Evidence(claims=(shelf.unverified(shelf.document("T."), "X."),))
        section = replace(brief.sections[0], sentences=(Sentence("They train.", bad),))

        assert _errors(replace(brief, sections=(section,))) == ["unverified-quote"]

    def test_empty_section(self, shelf) -> None:
        """A heading alone is no answer."""
        assert _errors(shelf.cited(Section("one", "What happened?"))) == ["empty-section"]

    def test_chart_without_evidence_is_a_warning(self, shelf) -> None:
        """A chart may show what a table of the section already proves."""
        brief = shelf.cited(Section("one", "One", charts=(Chart("Shares", "", "", ""),)))

        assert (_errors(brief), _warnings(brief)) == ([], ["no-evidence"])


class TestWords:
    @pytest.mark.parametrize(
        "text",
        [
            "It is likely, with high confidence, that they train.",
            "With moderate confidence it will probably go on.",
            "We have low analytic confidence that it almost certainly ends.",
        ],
    )
    def test_likelihood_and_confidence_do_not_mix(self, sourced, text) -> None:
        """ICD 203 keeps them in two sentences."""
        assert sourced(text) == ["likelihood-with-confidence"]

    @pytest.mark.parametrize(
        "text", ["It will likely go on.", "Confidence is high.", "We have high confidence in it."]
    )
    def test_either_alone_passes(self, sourced, text) -> None:
        """One of the two is as it should be."""
        assert sourced(text) == []

    @pytest.mark.parametrize(
        "word", ["proves", "undoubtedly", "clearly", "Obviously", "without doubt"]
    )
    def test_certainty_is_not_for_sources(self, sourced, word) -> None:
        """Sources do not prove."""
        assert sourced(f"It {word} shows a turn.") == ["certainty"]

    def test_quoted_words_are_another_s(self, sourced) -> None:
        """What stands in quotation marks is the source's own wording."""
        assert sourced("The ministry calls it “clearly the first, SRB”.") == []

    @pytest.mark.parametrize("code", ["SRB", "CHN"])
    def test_code_is_no_name(self, sourced, code) -> None:
        """Raw codes of states do not stand in prose."""
        assert sourced(f"{code} takes part.") == ["actor-code"]

    @pytest.mark.parametrize("word", ["USA", "NATO", "TIV", "FTA"])
    def test_abbreviation_of_prose_passes(self, sourced, word) -> None:
        """Organisations and common words are no codes of states."""
        assert sourced(f"The {word} takes part.") == []

    def test_two_sentences_under_one_note_are_a_warning(self, alone) -> None:
        """One sentence, one note; an abbreviation is no end of a sentence."""
        assert _warnings(alone("They train in Hebei. China hosts.")) == ["several-sentences"]
        assert _warnings(alone("The U.S. Army and Gen. Smith train.")) == []


class TestAbsence:
    @pytest.mark.parametrize(
        "text",
        [
            "No exercise came before.",
            "None came before.",
            "It never took place.",
            "It is the first exercise.",
            "Nothing is signed.",
        ],
    )
    def test_absence_needs_a_search(self, alone, sourced, text) -> None:
        """Without a coverage record an absence is an error, with one it passes."""
        assert _errors(alone(text)) == ["absence-without-coverage"]
        assert sourced(text) == []

    @pytest.mark.parametrize(
        "text",
        ["It is no longer in force.", "It ends no later than July.", "In the first half of July."],
    )
    def test_other_uses_of_the_words_pass(self, alone, text) -> None:
        """The words in "no longer" and "first half" deny nothing."""
        assert _errors(alone(text)) == []

    def test_absence_that_a_quote_says_is_a_warning(self, alone) -> None:
        """The source's own word is evidence, but says nothing of where was searched."""
        brief = alone("It is the first of its kind.", "It is the first of its kind.")

        assert (_errors(brief), _warnings(brief)) == ([], ["absence-without-coverage"])


class TestNumbers:
    def test_number_from_nowhere(self, sourced) -> None:
        """A number that the evidence does not hold is an error."""
        assert sourced("They train with 300 soldiers.") == ["unsupported-number"]

    def test_number_of_a_figure(self, shelf, figure) -> None:
        """The same number in a figure is its support."""
        evidence = Evidence(figures=(figure,))

        assert _errors(shelf.brief_of(("China has 57 %, Russia 20 %.", evidence))) == []
        assert _errors(shelf.brief_of(("China has 58 %.", evidence))) == ["unsupported-number"]

    def test_unknown_is_not_zero(self, shelf) -> None:
        """A share that is not known must not be written as 0 %."""
        rows = ({"year": "2021", "share": "0 %", "reason": "no counted event"},)
        evidence = Evidence(figures=(Figure("share", "0 %", rows),))

        assert _errors(shelf.brief_of(("The share was 0 % in 2021.", evidence))) == [
            "unknown-as-zero"
        ]

    def test_known_zero_passes(self, shelf) -> None:
        """A zero that was counted may be said; 10 % is no zero."""
        evidence = Evidence(figures=(Figure("share", "0 %, 10 %", ({"share": "0 %"},)),))

        assert _errors(shelf.brief_of(("It fell from 10 % to 0 %.", evidence))) == []

    def test_zero_in_a_row_that_is_unknown(self, shelf, figure) -> None:
        """A table cell follows the same rule."""
        rows = (("2020", "57 %", ""), ("2021", "0 %", "unknown: no counted event"))
        table = Table("Shares", ("Year", "Share", "Why"), rows, Evidence(figures=(figure,)))
        brief = shelf.cited(Section("one", "One", tables=(table,)))

        assert _errors(brief) == ["unknown-as-zero"]
        assert "unsupported-number" in _warnings(brief)

    def test_number_of_the_note_s_source(self, shelf) -> None:
        """The day of publication stands in the note, so it may be said."""
        event = shelf.event(shelf.claim(shelf.document("T."), date=""))
        brief = shelf.brief_of(("China said so on 15 July 2025.", Evidence((event,))))

        assert event.date == UNKNOWN_DATE
        assert _errors(brief) == []


@pytest.fixture
def files(shelf, coverage, figure, tmp_path):
    """Writes a sound brief, edited by replacing one text by another, and lints the file."""
    evidence = Evidence((shelf.told("They train in Hebei."),), coverage=(coverage,))
    table = Table("Shares", ("Who", "%"), (("China", "57 %"),), Evidence(figures=(figure,)))
    section = Section(
        "one",
        "What happened?",
        (Sentence("They train in Hebei.", evidence), Sentence("China hosts.", evidence)),
        (Sentence("China has 57 %.", Evidence(figures=(figure,))),),
        (table,),
    )
    brief = shelf.cited(section)

    def rules(suffix: str, old: str = "", new: str = "") -> list[str]:
        text = render(brief, suffix)
        assert old in text
        path = tmp_path / f"brief{suffix}"
        path.write_text(text.replace(old, new, 1) if old else text, encoding="utf-8")
        return [finding.rule for finding in lint_file(path)]

    return rules


class TestFiles:
    @pytest.mark.parametrize("suffix", [".html", ".md"])
    def test_rendered_brief_passes(self, files, suffix) -> None:
        """What was rendered is sound."""
        assert files(suffix) == []

    @pytest.mark.parametrize("suffix", [".html", ".md"])
    def test_sentence_that_lost_its_words_or_mark(self, files, suffix) -> None:
        """A sentence put in by hand has no mark."""
        old = {".html": "</main>", ".md": "## Notes"}[suffix]
        new = {".html": "<p>It proves much.</p></main>", ".md": "It proves much.\n\n## Notes"}
        assert files(suffix, old, new[suffix]) == ["no-evidence"]

    def test_text_between_marked_sentences(self, files) -> None:
        """Words that slip in behind a mark are found in both formats."""
        assert files(".md", "Hebei.[^1]", "Hebei.[^1] It grows.") == ["no-evidence"]
        assert files(".html", '<ul class="points">', 'It grows. <ul class="points">') == [
            "no-evidence"
        ]

    def test_mark_that_leads_nowhere(self, files) -> None:
        """A mark must have its note."""
        assert "dangling-mark" in files(".md", "Hebei.[^1]", "Hebei.[^9]")
        assert "dangling-mark" in files(".html", 'href="#note-1"', 'href="#note-9"')

    def test_note_without_support(self, files) -> None:
        """A note whose quote was taken out is empty."""
        assert files(".md", "**Computed:** share", "share") == ["empty-note"]
        assert "empty-note" in files(".html", 'class="figure"', 'class="gone"')

    @pytest.mark.parametrize(
        "markup",
        [
            "<script>alert(1)</script>",
            '<script src="https://cdn.example/x.js"></script>',
            '<link rel="stylesheet" href="https://cdn.example/x.css">',
            '<img src="https://t.example/p.gif" alt="">',
            '<style>@import "https://t.example/x.css";</style>',
            '<style>p { background: url("https://t.example/x") }</style>',
            '<b style="background: url(https://t.example/x)"></b>',
            '<b onclick="alert(1)"></b>',
            '<iframe src="https://t.example/"></iframe>',
            '<a href="javascript:alert(1)"></a>',
            '<meta http-equiv="refresh" content="0; url=https://t.example/">',
        ],
    )
    def test_page_loads_and_runs_nothing(self, files, markup) -> None:
        """Scripts and external resources are found wherever they stand."""
        assert "external-resource" in files(".html", "</body>", f"{markup}</body>")

    @pytest.mark.parametrize(
        "markup", ["![x](https://t.example/p.gif)", "<script>alert(1)</script>"]
    )
    def test_markdown_loads_and_runs_nothing(self, files, markup) -> None:
        """The twin is held to the same."""
        assert "external-resource" in files(".md", "## Sources", f"{markup}\n\n## Sources")

    def test_section_without_content(self, files) -> None:
        """A heading that was left alone is found."""
        assert files(".md", "## Notes", "## What now?\n\n## Notes") == ["empty-section"]
        section = '<section id="x"><h2>What now?</h2></section></main>'
        assert files(".html", "</main>", section) == ["empty-section"]
