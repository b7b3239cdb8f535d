"""Two claims of two documents, for the tests of the linker."""

from itertools import count
from typing import Any

from factories import claim, document
from quietsignal.link import propose
from quietsignal.records import Claim, Document

NUMBER = count()
PAIR = ["SRB", "CHN"]
EXERCISE = ("exercise", {"participant": PAIR})
SALE = ("transfer", {"supplier": ["CHN"], "recipient": ["SRB"]})
JOINED = 0.8  # the ledger's threshold


def tell(kind: str, roles: dict[str, list[str]], **fields: Any) -> tuple[Document, Claim]:
    """A document of its own words with one claim; `source` holds fields of the document."""
    source = document(f"{next(NUMBER)} {fields}", **fields.pop("source", {}))
    return source, claim(source, kind, roles, **fields)


def exercise(name: str | None, when: str, **fields: Any) -> tuple[Document, Claim]:
    """A claim on an exercise, of Serbia and China where no roles are given."""
    roles = fields.pop("roles", EXERCISE[1])
    return tell("exercise", roles, name=name, when=when, **fields)


def sale(item: str | None, when: str, **fields: Any) -> tuple[Document, Claim]:
    """A claim on arms that China sells to Serbia."""
    return tell(*SALE, item=item, when=when, **fields)


def score(*told: tuple[Document, Claim]) -> float:
    """The score of the pair, 0 where it is not proposed."""
    found = propose([one for _, one in told], {source.id: source for source, _ in told})
    return found[0].score if found else 0.0
