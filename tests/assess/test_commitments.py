from importlib.resources import files

import pytest

from factories import event, exercise
from quietsignal.assess import Stand, check, read_commitments
from quietsignal.errors import DataError

POLICY = """
[[commitment]]
id = "neutrality"
actor = "SRB"
title = "Resolution"
authority = "Parliament"
adopted = "2007-12-26"
in_force = "2007-12-26/.."
text = "No alliance."
sources = [{ title = "Resolution", publisher = "Parliament", url = "https://example.org" }]

[[commitment.rule]]
verdict = "complies"
types = ["exercise"]
why = "Exercises are open to all."

[[commitment.rule]]
verdict = "strains"
types = ["exercise"]
during = "2022-02-25/2023-03-16"
except_names = ["Platinum Wolf"]
why = "Exercises were halted."

[[commitment.rule]]
verdict = "breaches"
types = ["membership"]
role = "organisation"
actors = ["NATO"]
details = { relation = ["member"] }
why = "Membership ends neutrality."
"""
COMMITMENTS = read_commitments(POLICY)


def stand(made) -> Stand | None:
    found = check(made, COMMITMENTS)
    return found[0].stand if found else None


def membership(relation: str):
    return event("membership", {"actor": ["SRB"], "organisation": ["NATO"]}, "2025",
                 details={"relation": relation})  # fmt: skip


def test_an_event_that_a_rule_allows_complies() -> None:
    """An exercise with China is within neutrality."""
    assert stand(exercise("CHN", "2025-07")) is Stand.COMPLIES


def test_the_gravest_rule_counts() -> None:
    """An exercise in the time of the halt strains it, though exercises are allowed in general."""
    assert stand(exercise("RUS", "2022-06")) is Stand.STRAINS


def test_what_is_exempted_by_name_is_not_strained() -> None:
    """Platinum Wolf was exempted from the halt."""
    assert stand(exercise("USA", "2022-06", name="Platinum Wolf 23")) is Stand.COMPLIES


def test_only_the_relation_named_breaches() -> None:
    """Membership in NATO breaches; abstention from it leaves the commitment silent."""
    assert stand(membership("member")) is Stand.BREACHES
    assert stand(membership("refrain")) is Stand.SILENT


def test_a_commitment_binds_only_its_actor_in_its_time() -> None:
    """Before its adoption, and for other states, nothing is found."""
    assert stand(exercise("CHN", "2006")) is None
    other = event("exercise", {"participant": ["HUN", "CHN"]}, "2025")
    assert stand(other) is None


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        (POLICY.replace('actor = "SRB"\n', ""), "neutrality: actor is missing"),
        (POLICY.replace('"breaches"', '"violates"'), "'violates' is not a valid Stand"),
        (POLICY.replace("2007-12-26/..", "2007-13-26/.."), "does not exist"),
        ("[[commitment", "not valid TOML"),
    ],
)
def test_a_broken_policy_is_named(broken, message) -> None:
    """A missing field, an unknown verdict, a bad date and bad TOML each give one clear error."""
    with pytest.raises(DataError, match=message):
        read_commitments(broken)


def test_the_policy_of_the_built_in_case_is_read() -> None:
    """The Serbian commitments let an exercise with China pass and bar membership in NATO."""
    text = (files("quietsignal.cases") / "serbia" / "policy.toml").read_text(encoding="utf-8")
    commitments = [c for c in read_commitments(text) if c.id == "military-neutrality-2007"]
    assert check(exercise("CHN", "2025-07"), commitments)[0].stand is Stand.COMPLIES
    assert check(membership("member"), commitments)[0].stand is Stand.BREACHES
