from datetime import date

import pytest

from quietsignal.errors import ProjectError
from quietsignal.pipeline.loading import load_policy
from quietsignal.pipeline.registers import read_policy, sync_registers
from quietsignal.records import Grade

SOURCES = """
[[source]]
name = "Agency"
aliases = ["The Agency"]
kind = "wire"
country = "SRB"
grade = "B"
reason = "corrects its errors"
since = "2026-11-24"
"""
COVERAGE = """
[[coverage]]
id = "a"
what = "pages in English"
languages = ["en"]
from = "2014"
to = ""
thoroughness = "thin"
sources = 3
found = true
"""
POLICY = """
[[commitment]]
id = "neutrality"
actor = "SRB"
title = "neutrality"
authority = "Parliament"
adopted = "2007-12-26"
in_force = "2007-12-26/.."
text = "Parliament declared neutrality."
sources = [{ title = "Resolution", publisher = "Agency", url = "https://example.org" }]
rule = []
"""


def test_registers_come_into_the_ledger_once(project) -> None:
    """Gradings and searches are read from the project's files; again nothing is added."""
    (project.folder / "sources.toml").write_text(SOURCES, encoding="utf-8")
    (project.folder / "coverage.toml").write_text(COVERAGE, encoding="utf-8")
    with project.ledger() as ledger:
        for _ in range(2):
            sync_registers(project, ledger)
        assert ledger.sources()["The Agency"].grade is Grade.B
        assert len(ledger.gradings("Agency")) == 1
        (search,) = ledger.coverage()
    assert (search.period.start, search.period.end) == (date(2014, 1, 1), None)


def test_a_commitment_can_be_cited(project) -> None:
    """Each source of a commitment becomes a document with a claim that quotes it."""
    project.policy.write_text(POLICY, encoding="utf-8")
    with project.ledger() as ledger:
        assert load_policy(project, ledger) == 1
        (claim,) = ledger.claims()
        (document,) = ledger.documents().values()
    assert claim.detail("commitment") == "neutrality"
    assert document.text == claim.quotes[0].exact == "Parliament declared neutrality."


def test_without_a_policy_there_are_no_commitments(project) -> None:
    """A project need not have one."""
    assert read_policy(project) == ()


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("sources.toml", SOURCES.replace('"B"', '"Z"'), "source 1: 'Z' is not a valid Grade"),
        ("sources.toml", SOURCES.replace('name = "Agency"\n', ""), "source 1: name is missing"),
        ("coverage.toml", COVERAGE.replace('"2014"', '"2014-13"'), "coverage 1: .*2014-13"),
        ("coverage.toml", "[[coverage", "not valid TOML"),
    ],
)
def test_a_broken_register_is_named(project, name, text, words) -> None:
    """File, entry and field stand in the error."""
    (project.folder / name).write_text(text, encoding="utf-8")
    with project.ledger() as ledger, pytest.raises(ProjectError, match=words):
        sync_registers(project, ledger)
