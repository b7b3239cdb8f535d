from collections.abc import Callable
from pathlib import Path

import pytest

from quietsignal.project import Project
from quietsignal.web.briefs import POLICY
from web.world import Case, Client

PAGE = "<!doctype html><title>Serbia &amp; China</title><style>p{}</style><script>x()</script><p>ok"


@pytest.fixture
def briefs(case: Case) -> Path:
    """The folder of briefs, with a page, a text, and what must not be served."""
    folder = case.project.folder / "briefs"
    (folder / "serbia & china.html").write_text(PAGE)
    (folder / "notes.md").write_text("# Notes <b>\n\n<script>x()</script>\n")
    (folder / "untitled.html").write_text("<p>nothing")
    (folder / "secret.txt").write_text("not a brief")
    (folder / ".hidden.html").write_text("not shown")
    (folder / "folder.html").mkdir()
    (folder / "link.html").symlink_to(case.project.folder / "project.toml")
    return folder


def test_list_names_briefs(client: Client, briefs: Path) -> None:
    """The list has the briefs with their titles, and nothing else of the folder."""
    text = client.get("/briefs").text

    assert "Serbia &amp; China" in text
    assert 'href="/briefs/serbia%20%26%20china.html"' in text
    assert "Notes &lt;b&gt;" in text
    assert ">untitled<" in text
    for other in ("secret", "hidden", "folder.html", "link.html"):
        assert other not in text


def test_a_project_without_briefs_says_so(
    client_of: Callable[[Project], Client], empty: Project
) -> None:
    """A folder that is empty or gone shows how to write a brief."""
    client = client_of(empty)
    first = client.get("/briefs").text
    (empty.folder / "briefs").rmdir()

    assert "The project holds no briefs yet" in first
    assert client.get("/briefs").text == first


def test_a_brief_is_served_as_it_is_under_its_own_policy(client: Client, briefs: Path) -> None:
    """The page keeps its style and may do nothing else: no script, no form, no origin of ours."""
    answer = client.get("/briefs/serbia%20%26%20china.html")

    assert answer.text == PAGE
    assert answer.headers["content-security-policy"] == POLICY
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in POLICY
    assert "sandbox" in POLICY
    assert "allow-scripts" not in POLICY
    assert "allow-same-origin" not in POLICY


def test_markdown_is_served_as_text(client: Client, briefs: Path) -> None:
    """A brief in Markdown is plain text to the browser, whatever stands in it."""
    answer = client.get("/briefs/notes.md")

    assert answer.headers["content-type"] == "text/plain; charset=utf-8"


@pytest.mark.parametrize(
    "name",
    [
        "../project.toml",
        "..%2Fproject.toml",
        "%2e%2e%2fproject.toml",
        "..%5Cproject.toml",
        "....//project.toml",
        "%2Fetc%2Fpasswd",
        "notes.md%00.html",
        "secret.txt",
        ".hidden.html",
        "folder.html",
        "link.html",
        "none.html",
    ],
)
def test_no_name_leads_out_of_the_folder(client: Client, briefs: Path, name: str) -> None:
    """Only the briefs that the list names are served, however another file is asked for."""
    answer = client.get(f"/briefs/{name}")

    assert answer.status_code == 404
    assert "[project]" not in answer.text
    assert "root:" not in answer.text
