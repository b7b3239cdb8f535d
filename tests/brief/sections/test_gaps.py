from dataclasses import replace

from factories import COVERAGE, dossier, event, exercise
from quietsignal.brief.sections import gaps
from quietsignal.records import Thoroughness

LEAD = exercise("CHN", "2025-07-21/2025-07-31", status="announced", known="2025-07-15")


def texts(*events, **fields) -> list[str]:
    return [b.text for b in gaps(dossier(LEAD, *events, lead=LEAD, **fields)).bullets]


def test_missing_reactions_are_a_gap_and_no_finding() -> None:
    """The silence of the other groups is told as what the ledger holds, with the search."""
    assert any(t.startswith("No reaction of the West or Russia to it is in the ledger")
               for t in texts())  # fmt: skip


def test_a_recorded_reaction_is_listed() -> None:
    """A statement of the EU after the announcement is shown."""
    said = event("statement", {"actor": ["EU"], "target": ["SRB"]}, "2025-07-17",
                 details={"stance": "negative"})  # fmt: skip
    assert any(t.startswith("Recorded reactions of the West") for t in texts(said))


def test_thin_and_empty_searches_are_named() -> None:
    """What was searched thinly, or in vain, stands in the gaps."""
    thin = replace(COVERAGE, id="thin", what="pages before 2013", thoroughness=Thoroughness.THIN)
    vain = replace(COVERAGE, id="vain", what="Chinese pages", found=False)
    told = texts(coverage=(COVERAGE, thin, vain))
    assert any(t.startswith("Searched thinly: pages before 2013") for t in told)
    assert any(t.startswith("Nothing found: Chinese pages") for t in told)


def test_what_the_sources_do_not_give_is_told() -> None:
    """Size and place of the exercise are missing in its sources."""
    assert any("do not give how many take part and the place" in t for t in texts())
