from dataclasses import replace

import pytest

from quietsignal.brief.cite import MOST_QUOTES
from quietsignal.brief.model import EntryKind, Evidence, Section, Sentence, Table
from quietsignal.errors import BriefError
from quietsignal.records import (
    UNKNOWN_DATE,
    Conflict,
    FieldValue,
    Grade,
    QuoteState,
    Thoroughness,
)

READ = "read by machine (test/1, confidence 0.90), not reviewed"


def _conflicting(shelf):
    """An event of four claims, the third of which gives another date."""
    claims = [
        shelf.claim(shelf.document(f"Text {name}.", publisher=name), name="Peace Defenders")
        for name in ("Xinhua", "Tanjug", "Reuters", "AFP")
    ]
    values = (
        FieldValue("2025-07", (claims[0].id, claims[1].id, claims[3].id)),
        FieldValue("2025-07-20/2025-07-28", (claims[2].id,)),
    )
    return shelf.event(*claims, conflicts=(Conflict("date", values),))


class TestNumbers:
    def test_equal_evidence_shares_a_note(self, shelf) -> None:
        """Two sentences on the same evidence carry one number, another one the next."""
        first, second = shelf.told("One."), shelf.told("Two.")
        brief = shelf.brief_of(
            ("A.", Evidence(events=(first, second))),
            ("B.", Evidence(events=(second, first))),
            ("C.", Evidence(events=(second,))),
        )

        assert list(brief.marks.values()) == [1, 1, 2]
        assert [note.number for note in brief.notes] == [1, 2]

    def test_figures_that_differ_in_their_rows_have_two_notes(self, shelf, figure) -> None:
        """The working belongs to the evidence."""
        other = replace(figure, rows=figure.rows[:1])
        brief = shelf.brief_of(
            ("A.", Evidence(figures=(figure,))), ("B.", Evidence(figures=(other,)))
        )

        assert list(brief.marks.values()) == [1, 2]

    def test_tables_and_charts_are_numbered_after_the_text(self, shelf, figure) -> None:
        """A table carries a note like a sentence."""
        table = Table("Shares", ("Who",), (("China",),), Evidence(figures=(figure,)))
        section = Section("one", "One", (Sentence("A.", Evidence((shelf.told("Q."),))),))
        brief = shelf.cited(replace(section, tables=(table,)))

        assert brief.marks == {("one", "sentences", 0): 1, ("one", "tables", 0): 2}

    def test_sentence_without_evidence_has_no_note(self, shelf) -> None:
        """It is left to the lint to refuse it."""
        assert shelf.brief_of(("A.", Evidence())).marks == {}

    def test_repeated_section_is_refused(self, shelf) -> None:
        """Places would not be unique."""
        with pytest.raises(BriefError, match="'one' occurs twice"):
            shelf.cited(Section("one", "A"), Section("one", "B"))

    def test_citing_again_gives_the_same(self, shelf, coverage, figure) -> None:
        """The same sections give the same brief."""
        evidence = Evidence((_conflicting(shelf),), coverage=(coverage,), figures=(figure,))

        assert shelf.brief_of(("A.", evidence)) == shelf.brief_of(("A.", evidence))


class TestQuotes:
    def test_entry_names_its_source(self, shelf) -> None:
        """The lead has publisher, title, date in words and the grade with its meaning."""
        shelf.source("Tanjug", "C")
        document = shelf.document("Vežba.", publisher="Tanjug", title="Vojska", language="sr")
        event = shelf.event(shelf.claim(document))
        entry = shelf.brief_of(("A.", Evidence((event,)))).notes[0].entries[0]

        assert entry.lead == "Tanjug, “Vojska”, 15 July 2025; grade C (fairly reliable)"
        assert (entry.quote, entry.language, entry.grade) == ("Vežba.", "sr", Grade.C)
        assert entry.source_number == 1

    def test_shown_claim_comes_first_and_disagreement_is_said(self, shelf) -> None:
        """The quotes keep the event's order; the one with another date says so."""
        brief = shelf.brief_of(("A.", Evidence((_conflicting(shelf),))))
        entries = brief.notes[0].entries

        assert [entry.publisher for entry in entries] == ["Xinhua", "Tanjug", "Reuters", "AFP"]
        assert entries[2].flags == (READ, "says otherwise: date 20 to 28 July 2025")
        assert entries[0].flags == (READ,)

    def test_conflicting_claim_is_shown_before_agreeing_ones(self, shelf) -> None:
        """Where not all fit, the claim that disagrees stays."""
        claims = [
            shelf.claim(shelf.document(f"Text {at}.", publisher=f"P{at}"))
            for at in range(MOST_QUOTES + 3)
        ]
        values = (FieldValue("a", (claims[0].id,)), FieldValue("b", (claims[-1].id,)))
        event = shelf.event(*claims, conflicts=(Conflict("place", values),))
        note = shelf.brief_of(("A.", Evidence((event,)))).notes[0]

        assert len(note.entries) == MOST_QUOTES
        assert note.entries[-1].publisher == f"P{MOST_QUOTES + 2}"
        assert note.more == "and 3 more claims in the ledger, by P5, P6, P7"
        assert [row["Quote"] for row in note.rest] == ["Text 5.", "Text 6.", "Text 7."]

    def test_what_is_left_out_is_a_source_all_the_same(self, shelf) -> None:
        """Each claim of the evidence leads to its document, shown or listed."""
        events = tuple(shelf.told(f"Event {at}.", name=f"E{at}") for at in range(MOST_QUOTES + 1))
        brief = shelf.brief_of(("A.", Evidence(events)))

        assert len(brief.sources) == MOST_QUOTES + 1
        assert brief.notes[0].more == "and 1 more claim in the ledger, by Xinhua"

    def test_every_event_is_quoted_before_any_is_quoted_twice(self, shelf) -> None:
        """A second quote of one event does not push out the first of another."""
        document = shelf.document("One. Two. Three.")
        rich = shelf.event(shelf.claim(document, "One.", "Two.", "Three."))
        others = tuple(shelf.told(f"Event {at}.") for at in range(MOST_QUOTES - 2))
        note = shelf.brief_of(("A.", Evidence((rich, *others)))).notes[0]

        assert [entry.quote for entry in note.entries][:3] == ["One.", "Two.", "Event 0."]
        assert note.more == ""

    def test_chosen_claims_stand_for_their_event(self, shelf) -> None:
        """A sentence on some claims of an event shows only those."""
        event = _conflicting(shelf)
        evidence = Evidence(events=(event,), claims=(event.claims[2],))
        note = shelf.brief_of(("A.", evidence)).notes[0]

        assert [entry.publisher for entry in note.entries] == ["Reuters"]
        assert note.more == ""

    def test_claim_alone_is_quoted(self, shelf) -> None:
        """A claim without its event is evidence too."""
        claim = shelf.claim(shelf.document("They train."))
        note = shelf.brief_of(("A.", Evidence(claims=(claim,)))).notes[0]

        assert note.entries[0].quote == "They train."

    def test_unverified_quote_is_refused_with_the_sentence(self, shelf) -> None:
        """What was not found in its document is never shown."""
        event = shelf.event(shelf.unverified(shelf.document("Text."), "Other words."))

        with pytest.raises(BriefError, match=r"unverified quote 'Other words\.'.*sentence: A\."):
            shelf.brief_of(("A.", Evidence((event,))))

    def test_verified_quote_that_moved_is_refused(self, shelf) -> None:
        """A quote must stand in its document at its place."""
        document = shelf.document("They train.")
        event = shelf.event(shelf.claim(document))
        shelf.documents[document.id] = replace(document, text="Nothing of it.")

        with pytest.raises(BriefError, match=r"expected the quote 'They train\.'"):
            shelf.brief_of(("A.", Evidence((event,))))

    def test_repaired_quote_is_flagged(self, shelf) -> None:
        """A quote that was found with differences says so."""
        document = shelf.document("They  train.")
        quote = replace(shelf.claim(document).quotes[0], exact="They train.")
        repaired = replace(quote, state=QuoteState.REPAIRED)
        event = shelf.event(shelf.claim(document, made_quotes=(repaired,)))
        entry = shelf.brief_of(("A.", Evidence((event,)))).notes[0].entries[0]

        assert entry.flags == (READ, "quote repaired: found in the document with small differences")

    def test_missing_document_is_named(self, shelf) -> None:
        """A claim whose document is not given cannot be cited."""
        event = shelf.told("Text.")
        shelf.documents.clear()

        with pytest.raises(BriefError, match="expected one of the documents given"):
            shelf.brief_of(("A.", Evidence((event,))))


class TestOtherEntries:
    def test_coverage_says_what_was_searched(self, shelf, coverage) -> None:
        """Period, languages, thoroughness, number of sources and result are told."""
        searched = replace(coverage, thoroughness=Thoroughness.THIN, sources=1, note="Press only")
        entry = shelf.brief_of(("A.", Evidence(coverage=(searched,)))).notes[0].entries[0]

        assert entry.kind is EntryKind.COVERAGE
        assert entry.lead == "joint exercises of Serbia and China"
        assert entry.text == (
            "period: 1 January 2009 to 31 July 2025; languages: English, Serbian; search: thin; "
            "1 source; result: nothing found. Press only"
        )

    def test_coverage_without_period_says_so(self, shelf, coverage) -> None:
        """What was not recorded is not invented."""
        searched = replace(coverage, period=UNKNOWN_DATE, languages=(), found=True)
        text = shelf.brief_of(("A.", Evidence(coverage=(searched,)))).notes[0].entries[0].text

        assert "period: date not known; languages: not recorded" in text
        assert "result: found" in text

    def test_figure_comes_first_with_its_working(self, shelf, figure) -> None:
        """A computed number opens into its rows, edition and credit."""
        evidence = Evidence((shelf.told("Text."),), figures=(figure,))
        brief = shelf.brief_of(("A.", evidence))
        entry = brief.notes[0].entries[0]

        assert (entry.kind, entry.text, entry.rows) == (EntryKind.FIGURE, "57 %", figure.rows)
        assert entry.flags == (
            "edition of 13 March 2025",
            "credit: SIPRI Arms Transfers Database",
        )
        assert brief.credits == ("SIPRI Arms Transfers Database",)

    def test_document_behind_a_figure_is_a_source(self, shelf, figure) -> None:
        """A document without a claim is named in the note and in the list."""
        document = shelf.document("Rows.", publisher="SIPRI", kind="dataset")
        brief = shelf.brief_of(("A.", Evidence(figures=(figure,), documents=(document,))))

        assert brief.notes[0].entries[1].kind is EntryKind.DOCUMENT
        assert [source.publisher for source in brief.sources] == ["SIPRI"]

    def test_document_of_a_quote_is_not_named_twice(self, shelf) -> None:
        """Evidence may name the document of its own claim."""
        document = shelf.document("Text.")
        evidence = Evidence((shelf.event(shelf.claim(document)),), documents=(document,))

        assert len(shelf.brief_of(("A.", evidence)).notes[0].entries) == 1


class TestSources:
    def test_rows_of_one_source_are_one_line(self, shelf) -> None:
        """Coded rows with one publisher, title and address are listed once."""
        rows = [
            shelf.document(f"Row {at}.", title="List", kind="coded", published=published)
            for at, published in enumerate(("2019", "", "2019"))
        ]
        events = tuple(shelf.event(shelf.claim(row)) for row in rows)
        brief = shelf.brief_of(("A.", Evidence(events[:1])), ("B.", Evidence(events[1:])))

        assert len(brief.sources) == 1
        assert brief.sources[0].published == "2019; date not known"
        assert brief.sources[0].notes == (1, 2)

    def test_order_is_that_of_first_citation(self, shelf) -> None:
        """Sources are numbered as they are read."""
        late, early = (
            shelf.event(shelf.claim(shelf.document("T.", publisher=name)))
            for name in ("Reuters", "AFP")
        )
        brief = shelf.brief_of(("A.", Evidence((early,))), ("B.", Evidence((late,))))

        assert [(s.number, s.publisher) for s in brief.sources] == [(1, "AFP"), (2, "Reuters")]

    def test_grade_is_found_by_alias(self, shelf) -> None:
        """A publisher written as an alias has the grade of the register."""
        shelf.source("Ministry of Defence of Serbia", "B", aliases=("MoD Serbia",))
        event = shelf.event(shelf.claim(shelf.document("T.", publisher="mod serbia")))

        assert shelf.brief_of(("A.", Evidence((event,)))).sources[0].grade.grade is Grade.B

    def test_unknown_publisher_cannot_be_judged(self, shelf) -> None:
        """A publisher that is not in the register has grade F, with the reason."""
        source = shelf.brief_of(("A.", Evidence((shelf.told("T."),)))).sources[0]

        assert source.grade.grade is Grade.F
        assert source.grade.grade.meaning == "reliability cannot be judged"
        assert source.grade.reason == "not in the source register"
