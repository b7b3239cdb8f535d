"""Evaluation: what an extractor finds in coded documents, against what coders found.

Predicted and coded events of a document are matched one to one within a type, the best pairs
first: by the overlap of their actors in any role (Jaccard index, at least 0.5), then by name or
item, year and status. Events coded as debatable (`must` false) count neither way: they are
matched after the certain ones and a prediction that meets one is ignored.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from quietsignal.errors import DataError
from quietsignal.extract.door import extract
from quietsignal.records import (
    UNKNOWN_DATE,
    Claim,
    Document,
    EventType,
    capture_hash,
    document_id,
    parse_edtf,
)

__all__ = ["Coded", "Half", "Scores", "evaluate", "half_of", "read_folder"]

THRESHOLD = 0.5
Half = str  # "development" or "test"


class Coded(NamedTuple):
    """A document with the events that its coder found, and the story that it belongs to."""

    document: Document
    events: tuple[dict[str, Any], ...]
    story: str


@dataclass
class Scores:
    """Counts by type; `right` and `asked` count attributes of events that were found."""

    found: Counter[str] = field(default_factory=Counter)
    invented: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)

    def figures(self, kind: str | None = None) -> tuple[float, float, float]:
        """Precision, recall and F1 of one type, or of all."""
        found, invented, missed = (
            counts[kind] if kind else counts.total()
            for counts in (self.found, self.invented, self.missed)
        )
        precision = found / (found + invented) if found + invented else 0.0
        recall = found / (found + missed) if found + missed else 0.0
        both = precision + recall
        return precision, recall, 2 * precision * recall / both if both else 0.0

    def accuracy(self, attribute: str) -> float | None:
        """The share of found events whose attribute is right; None when none was asked."""
        asked = self.asked[attribute]
        return self.right[attribute] / asked if asked else None

    def table(self) -> str:
        """The scores as lines of text."""
        kinds = [
            kind.value
            for kind in EventType
            if self.found[kind] + self.invented[kind] + self.missed[kind]
        ]
        lines = [f"{'type':<16}{'found':>6}{'invented':>9}{'missed':>7}{'P':>6}{'R':>6}{'F1':>6}"]
        for kind in [*kinds, ""]:
            counts = [
                c[kind] if kind else c.total() for c in (self.found, self.invented, self.missed)
            ]
            rates = "".join(f"{rate:6.2f}" for rate in self.figures(kind or None))
            lines.append(f"{kind or 'all':<16}{counts[0]:>6}{counts[1]:>9}{counts[2]:>7}{rates}")
        for attribute in ("roles", "year", "status", "name"):
            share = self.accuracy(attribute)
            told = "none asked" if share is None else f"{share:.2f} of {self.asked[attribute]}"
            lines.append(f"{attribute:<16}{told}")
        return "\n".join(lines)


def half_of(story: str) -> Half:
    """The half to which a story belongs, the same on every machine."""
    return "development" if hashlib.sha256(story.encode()).digest()[0] % 2 == 0 else "test"


def read_folder(folder: Path) -> list[Coded]:
    """The coded documents of a folder of NAME.txt and NAME.json, in order of name."""
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise DataError(f"{folder}: found no NAME.json, expected coded documents beside NAME.txt")
    return [_read(path) for path in paths]


def _read(path: Path) -> Coded:
    coded = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    capture = capture_hash(text.encode())
    published = parse_edtf(coded["published"]) if coded.get("published") else UNKNOWN_DATE
    document = Document(
        id=document_id(capture),
        capture=capture,
        text=text,
        title=text.partition("\n")[0],
        publisher="",
        address="",
        published=published,
        language="en",
        synthetic=True,
    )
    return Coded(document, tuple(coded["events"]), coded.get("cluster") or path.stem)


def evaluate(coded: Iterable[Coded], *, extractor: str = "rules") -> Scores:
    """The scores of an extractor over coded documents."""
    scores = Scores()
    for each in coded:
        score_document(scores, extract(each.document, extractor=extractor), events=each.events)
    return scores


def score_document(
    scores: Scores, claims: Sequence[Claim], *, events: Sequence[dict[str, Any]]
) -> list[tuple[Claim | None, dict[str, Any] | None]]:
    """Count one document and give its pairs: matched, invented (no event), missed (no claim)."""
    certain = [event for event in events if event.get("must", True)]
    debatable = [event for event in events if not event.get("must", True)]
    pairs, rest = _match(claims, certain)
    _, invented = _match(rest, debatable)
    matched = [event for _, event in pairs]
    missed = [event for event in certain if not any(event is other for other in matched)]
    for claim, event in pairs:
        scores.found[event["type"]] += 1
        _attributes(scores, claim, event)
    scores.invented.update(claim.type.value for claim in invented)
    scores.missed.update(event["type"] for event in missed)
    return [*pairs, *((claim, None) for claim in invented), *((None, event) for event in missed)]


def _match(
    claims: Sequence[Claim], events: Sequence[dict[str, Any]]
) -> tuple[list[tuple[Claim, dict[str, Any]]], list[Claim]]:
    """Pairs of claim and event, the most alike first; and the claims left over."""
    ranked = sorted(
        (
            (likeness, one, two)
            for one, claim in enumerate(claims)
            for two, event in enumerate(events)
            if (likeness := _likeness(claim, event)) is not None
        ),
        key=lambda row: (tuple(-part for part in row[0]), row[1], row[2]),
    )
    used: set[int] = set()
    taken: set[int] = set()
    pairs = []
    for _, one, two in ranked:
        if one not in used and two not in taken:
            used.add(one)
            taken.add(two)
            pairs.append((claims[one], events[two]))
    return pairs, [claim for number, claim in enumerate(claims) if number not in used]


def _likeness(claim: Claim, event: dict[str, Any]) -> tuple[float, ...] | None:
    """How alike a claim and a coded event are; None when they cannot be the same."""
    if claim.type.value != event["type"]:
        return None
    ours, theirs = set(claim.actors()), {c for codes in event["roles"].values() for c in codes}
    overlap = len(ours & theirs) / len(ours | theirs) if ours | theirs else 0.0
    if overlap < THRESHOLD:
        return None
    words = len(_words(claim.name, claim.item) & _words(event.get("name"), event.get("item")))
    dates = float(_year(claim) == _coded_year(event))
    status = float(claim.status.value == event["status"])
    return (float(words > 0), overlap, dates, status, float(words))


def _words(*texts: str | None) -> set[str]:
    return {word for text in texts if text for word in re.findall(r"[\w-]{2,}", text.lower())}


def _year(claim: Claim) -> tuple[int | None, int | None]:
    start, end = claim.date.start, claim.date.end
    return (start.year if start else None, end.year if end else None)


def _coded_year(event: dict[str, Any]) -> tuple[int | None, int | None]:
    date = event.get("date") or {}
    start, end = date.get("start"), date.get("end")
    return (int(start[:4]) if start else None, int(end[:4]) if end else None)


def _attributes(scores: Scores, claim: Claim, event: dict[str, Any]) -> None:
    roles = {role: set(codes) for role, codes in claim.roles}
    coded = {role: set(codes) for role, codes in event["roles"].items() if codes}
    right = {
        "roles": roles == coded,
        "year": _year(claim) == _coded_year(event),
        "status": claim.status.value == event["status"],
    }
    if event.get("name"):
        right["name"] = bool(_words(claim.name) & _words(event["name"]))
    for attribute, value in right.items():
        scores.asked[attribute] += 1
        scores.right[attribute] += value
