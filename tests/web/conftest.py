"""A project with a conflict and a hostile text, and a client that asks its application."""

from collections.abc import Callable
from pathlib import Path

import pytest

import factories
from quietsignal.project import Project, default_config
from quietsignal.records import Document, Grade, Source, Verdict
from quietsignal.web import create_app, names_for
from web.world import HOSTILE, HOSTILE_TITLE, WEEKLY, WIRE, Case, Client, add, claim, judge


@pytest.fixture
def empty(tmp_path: Path) -> Project:
    """A project without documents."""
    return Project.create(tmp_path / "project", default_config("A <b>test</b> project", "SRB"))


def _documents() -> tuple[Document, Document, Document]:
    wire = factories.document(WIRE, title="Armies to train", publisher="Wire")
    weekly = factories.document(
        WEEKLY, title="After the drill", publisher="Weekly", published="2025-07"
    )
    hostile = factories.document(
        HOSTILE,
        title=HOSTILE_TITLE,
        publisher="<i>Pravda</i>",
        address="javascript:alert(3)",
        published="2024",
        synthetic=True,
        warnings=("the date <u>is a guess</u>",),
    )
    return wire, weekly, hostile


@pytest.fixture
def case(empty: Project) -> Case:
    """The project of the tests, with its parts."""
    wire, weekly, hostile = _documents()
    both = {"participant": ["SRB", "CHN"]}
    told = [
        "Serbia and China will hold the exercise Peace Guardian",
        "exercise Peace Guardian on 19 July 2025",
    ]
    first = claim(
        wire,
        "exercise",
        both,
        when="2025-07-19",
        name="Peace Guardian",
        status="announced",
        exact=told,
    )
    visit = claim(
        wire,
        "visit",
        {"visitor": ["SRB"], "host": ["CHN"]},
        when="",
        exact=["Vučić visited Beijing"],
    )
    second = claim(weekly, "exercise", both, when="2025-07-21", name="Peace Guardian")
    sides = {"supplier": ["FRA"], "recipient": ["SRB"]}
    radars = claim(hostile, "transfer", sides, when="2024", item="<b>radars</b>", quantity=2.0)
    add(empty, wire, [first, visit])
    add(empty, weekly, [second])
    add(empty, hostile, [radars])
    judge(empty, Verdict.SAME, first, second)
    with empty.ledger() as ledger:
        ledger.add_sources([Source("Wire", "agency", Grade.B, "Long record.")])
    return Case(empty, wire, weekly, hostile, first, second, visit, radars)


@pytest.fixture
def client_of() -> Callable[[Project], Client]:
    """A client of the application that shows a project."""
    return lambda project: Client(create_app(project, hosts=names_for("127.0.0.1")))


@pytest.fixture
def client(case: Case, client_of: Callable[[Project], Client]) -> Client:
    """A client of the application that shows the project of the tests."""
    return client_of(case.project)
