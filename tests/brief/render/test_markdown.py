import pytest

from quietsignal.brief.model import Chart, Evidence, Figure, Section, Sentence, Table
from quietsignal.brief.render.markdown import render_markdown


def _lines(brief) -> list[str]:
    return render_markdown(brief).splitlines()


def test_sentences_carry_footnotes(shelf) -> None:
    """A sentence a line, a paragraph a block, bullets as points, each with its mark."""
    event, other = shelf.told("T."), shelf.told("U.")
    section = Section(
        "one",
        "What?",
        (
            Sentence("First.", Evidence((event,))),
            Sentence("Second.", Evidence((other,))),
            Sentence("Third.", Evidence((event,)), new_paragraph=True),
        ),
        (Sentence("Point.", Evidence((event,))),),
    )
    text = render_markdown(shelf.cited(section))

    assert "## What?\n\nFirst.[^1]\nSecond.[^2]\n\nThird.[^1]\n\n- Point.[^1]\n" in text


def test_note_holds_quote_and_source(shelf) -> None:
    """A footnote shows the event, the quote and the source with its grade."""
    document = shelf.document("They train.", title="News", synthetic=True)
    event = shelf.event(shelf.claim(document, name="Wolf"))
    lines = _lines(shelf.brief_of(("They train.", Evidence((event,)))))
    start = lines.index("[^1]: *Wolf, joint exercise (July 2025, announced)*")

    assert lines[start + 2] == "    > “They train.”"
    assert lines[start + 4] == (
        "    Xinhua, “News”, 15 July 2025; grade F (reliability cannot be judged), source 1"
        " \\[synthetic; read by machine (test/1, confidence 0.90), not reviewed\\]"
    )


def test_figure_coverage_and_documents_stand_in_the_note(shelf, figure, coverage) -> None:
    """Computed numbers show their working, searches their result."""
    document = shelf.document("Rows.", publisher="SIPRI", title="Data")
    evidence = Evidence(figures=(figure,), coverage=(coverage,), documents=(document,))
    text = render_markdown(shelf.brief_of(("They train.", evidence)))

    assert "**Computed:** share of arms imports: 57 % \\[edition of 13 March 2025;" in text
    assert "    | supplier | TIV | share |\n    | --- | --- | --- |\n    | China | 287 |" in text
    assert "**Searched:** joint exercises of Serbia and China; period:" in text
    assert "SIPRI, “Data”" in text


def test_chart_becomes_words_and_a_table(shelf, figure) -> None:
    """A picture is replaced by its description and its data."""
    evidence = Evidence(figures=(figure,))
    chart = Chart("It grew", "<svg/>", "Grew from 1 to 2.", "Caption", ("Year",), (("2020",),))
    cited = Chart("It grew", "<svg/>", "Grew.", "", evidence=evidence)
    table = Table("Shares", ("Who",), (("a | b",),), evidence)
    text = render_markdown(
        shelf.cited(Section("one", "One", tables=(table,), charts=(chart, cited)))
    )

    assert "### It grew\n\n> Chart: Grew from 1 to 2.\n\n> Caption\n\n| Year |" in text
    assert "**It grew**[^1]\n\n> Chart: Grew." in text
    assert "**Shares**[^1]\n\n| Who |\n| --- |\n| a \\| b |" in text
    assert "<svg" not in text


def test_sources_are_listed_with_notes(shelf) -> None:
    """The list of sources has grade, address and the notes that cite it."""
    shelf.source("Xinhua", "C", reason="state agency")
    lines = _lines(shelf.brief_of(("They train.", Evidence((shelf.told("T."),)))))

    assert lines[-1] == (
        "1. **Xinhua**, “On T.”, 15 July 2025; grade C (fairly reliable; state agency); "
        "https://news.example/one; cited in note 1"
    )


def test_claims_left_out_and_credits_are_told(shelf) -> None:
    """What the note does not quote is listed in it; credits close the brief."""
    events = tuple(shelf.told(f"Event {name}.") for name in "abcdefgh")
    section = Section("one", "One", (Sentence("They train.", Evidence(events)),))
    text = render_markdown(shelf.cited(section, credits=("CHOICE *2025*",)))

    assert "and 2 more claims in the ledger, by Xinhua" in text
    assert text.endswith("## Credits\n\n- CHOICE \\*2025\\*\n")


@pytest.mark.parametrize(
    ("words", "escaped"),
    [
        ("a *b* _c_ `d`", r"a \*b\* \_c\_ \`d\`"),
        ("[x](http://a.b) ![y](z)", r"\[x\](http://a.b) !\[y\](z)"),
        ("<script>x</script>", r"\<script\>x\</script\>"),
        ("a[^1]: b", r"a\[\^1\]: b"),
        ("&lt; $5 | ~6", r"\&lt; \$5 \| \~6"),
        ("1. is no list", r"1\. is no list"),
        ("- nor this", r"\- nor this"),
        ("== nor this", r"\== nor this"),
        ("version 0.1.0 and 7.4 %", "version 0.1.0 and 7.4 %"),
        ("two\n\n# lines", r"two \# lines"),
    ],
)
def test_special_characters_are_escaped(shelf, words, escaped) -> None:
    """Text reads in Markdown as it is: no markup, no list, no line of its own."""
    brief = shelf.brief_of((words, Evidence((shelf.told("T."),))))

    assert f"\n{escaped}[^1]\n" in render_markdown(brief)


def test_quote_cannot_leave_its_note(shelf) -> None:
    """A quote of several lines stays in one, with its markup escaped."""
    figure = Figure("m", "t", ({"a": "x\n| y"},))
    event = shelf.told("One\n\n[^9]: forged\n## Notes")
    lines = _lines(shelf.brief_of(("They train.", Evidence((event,), figures=(figure,)))))

    assert r"    > “One \[\^9\]: forged \#\# Notes”" in lines
    assert lines.count("## Notes") == 1
    assert r"    | x \| y |" in lines
