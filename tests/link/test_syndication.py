import random
import time

from factories import document
from quietsignal.link import syndication
from quietsignal.records import DocumentKind

WORDS = [f"word{n}" for n in range(3000)]


def text(seed: int, length: int = 200) -> str:
    shuffle = random.Random(seed)
    return " ".join(shuffle.choice(WORDS) for _ in range(length))


def groups(*documents) -> list[set[str]]:
    """The titles of documents that are one source, in groups."""
    found: dict[str, set[str]] = {}
    by_id = {one.id: one for one in documents}
    for key, group in syndication(by_id).items():
        found.setdefault(group, set()).add(by_id[key].title)
    return sorted(found.values(), key=min)


def doc(title: str, content: str, **fields):
    return document(f"{title}. {content}", title=title, **fields)


def test_copies_of_a_wire_text_are_one_source() -> None:
    """Another headline, other marks, a line added and a paragraph cut do not make another text."""
    wire = text(1)
    copies = [
        doc("a", wire),
        doc("b", wire.upper().replace(" ", "\n")),
        doc("c", f"{wire} Reporting by our correspondent in Belgrade."),
        doc("d", " ".join(wire.split()[:160])),
        doc("e", text(2)),
    ]
    assert groups(*copies) == [{"a", "b", "c", "d"}, {"e"}]


def test_the_group_is_the_smallest_id() -> None:
    """Whatever the order of the documents."""
    copies = [doc(title, text(1)) for title in "abc"]
    smallest = min(one.id for one in copies)
    for order in (copies, copies[::-1]):
        assert set(syndication({one.id: one for one in order}).values()) == {smallest}


def test_one_quote_in_common_is_no_copy() -> None:
    """Two reports that quote the same speech are two."""
    speech = text(1, 40)
    assert groups(doc("a", f"{text(2)} {speech}"), doc("b", f"{speech} {text(3)}")) == [
        {"a"},
        {"b"},
    ]


def test_a_digest_does_not_join_its_parts() -> None:
    """A page with many short items is no copy of each, and does not make them copies."""
    parts = [text(seed, 60) for seed in range(6)]
    items = [doc(title, part) for title, part in zip("abcdef", parts, strict=True)]
    assert len(groups(*items, doc("z", " ".join(parts)))) == 7


def test_short_texts_must_be_the_same() -> None:
    """A few words found in a longer text prove nothing; two equal short texts are copies."""
    assert groups(doc("a", "They met."), doc("b", f"They met. {text(1, 20)}")) == [{"a"}, {"b"}]
    same = [
        document("They met in Belgrade today.", title="x"),
        document("They met in Belgrade, today", title="y"),
    ]
    assert groups(*same) == [{"x", "y"}]


def test_notes_and_rows_are_their_own() -> None:
    """Coders' notes and rows of data sets are alike by pattern, and each stands alone."""
    rows = [
        doc(title, text(1), kind=kind)
        for title, kind in (
            ("a", DocumentKind.CODED),
            ("b", DocumentKind.DATASET),
            ("c", DocumentKind.CAPTURED),
        )
    ]
    assert groups(*rows) == [{"a"}, {"b"}, {"c"}]


def test_empty_documents() -> None:
    """A document without words is its own; no documents, no groups."""
    assert syndication({}) == {}
    empty = [document(mark, title=mark) for mark in ("", "…")]
    assert len(groups(*empty)) == 2


def test_a_text_that_hundreds_carry() -> None:
    """Copies come together though each of their runs is in hundreds of documents."""
    wire = text(1)
    assert len(groups(*(doc(f"{n:03}", wire) for n in range(300)))) == 1


def test_thousands_of_documents_take_seconds() -> None:
    """The work grows with the texts, not with their pairs."""
    documents = [doc(f"{n}", text(n // 3)) for n in range(2000)]
    start = time.process_time()
    found = syndication({one.id: one for one in documents})
    spent = time.process_time() - start
    assert len(set(found.values())) == 667
    assert spent < 20, f"found {spent:.1f} s of processor time"
