from dataclasses import replace
from datetime import date
from importlib.resources import files

from factories import dossier, exercise
from quietsignal.assess import read_commitments
from quietsignal.brief.sections import policy

LEAD = exercise("CHN", "2025-07-21/2025-07-31", status="announced", name="Peace Guardian-2025")
COMMITMENTS = read_commitments(
    (files("quietsignal.cases") / "serbia" / "policy.toml").read_text(encoding="utf-8")
)


def test_the_verdict_stands_with_authority_and_day() -> None:
    """The exercise is within neutrality, as adopted by the assembly on 26 December 2007."""
    told = [s.text for s in policy(dossier(LEAD, lead=LEAD, commitments=COMMITMENTS)).sentences]
    assert told[0].startswith("The event is within the military neutrality")
    assert "adopted on 26 December 2007" in told[0]


def test_what_is_adopted_later_does_not_bind() -> None:
    """In 2014 the strategy of 2019 is not known."""
    early = replace(LEAD, date=exercise("CHN", "2014-05").date)
    known = dossier(early, lead=early, commitments=COMMITMENTS, as_of=date(2014, 6, 1))
    assert not any("Defence Strategy" in s.text for s in policy(known).sentences)


def test_without_policy_it_is_unknown() -> None:
    """A project without commitments says so instead of "allowed"."""
    (sentence,) = policy(dossier(LEAD, lead=LEAD)).sentences
    assert sentence.text.startswith("Unknown: the project holds no declared policy of Serbia")
