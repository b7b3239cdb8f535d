"""The tables of the ledger, in types that SQLite and PostgreSQL both have.

Days are ISO 8601 text, instants ISO 8601 text in UTC with microseconds: both sort as they should
and read the same in every tool. Lists and mappings are JSON. An imprecise date takes four
columns, so that it comes back exactly as it was and can be searched by its ends.
"""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

__all__ = [
    "APPEND_ONLY",
    "APPLICATION_ID",
    "captures",
    "claim_actors",
    "claims",
    "coverage",
    "documents",
    "judgements",
    "meta",
    "metadata",
    "proposals",
    "quotes",
    "sources",
    "syndication",
]

APPLICATION_ID = 0x51534C31  # "QSL1", written into the header of the SQLite file

# Tables whose rows are evidence: triggers refuse every UPDATE and DELETE.
APPEND_ONLY = (
    "captures",
    "documents",
    "sources",
    "claims",
    "quotes",
    "claim_actors",
    "judgements",
)

ID = String(36)

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("key", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)

captures = Table(
    "captures",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("address", Text, nullable=False),
    Column("captured_at", String(32), nullable=False),
    Column("media_type", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("tool", Text, nullable=False),
    Column("headers", JSON, nullable=False),
)


def _date_columns(prefix: str) -> tuple[Column[str], Column[str], Column[str], Column[bool]]:
    return (
        Column(f"{prefix}_start", String(10)),
        Column(f"{prefix}_end", String(10)),
        Column(f"{prefix}_precision", String(10), nullable=False),
        Column(f"{prefix}_approximate", Boolean, nullable=False),
    )


documents = Table(
    "documents",
    metadata,
    Column("id", ID, primary_key=True),
    Column("capture", String(64), ForeignKey("captures.sha256"), nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("publisher", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("part", Text, nullable=False),
    Column("author", Text),
    *_date_columns("published"),
    Column("language", String(20), nullable=False),
    Column("synthetic", Boolean, nullable=False),
    Column("edition", Text),
    Column("warnings", JSON, nullable=False),
)

sources = Table(
    "sources",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("name", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("grade", String(1), nullable=False),
    Column("reason", Text, nullable=False),
    Column("country", Text),
    Column("graded_on", String(10)),
    Column("aliases", JSON, nullable=False),
)

claims = Table(
    "claims",
    metadata,
    Column("id", ID, primary_key=True),
    Column("document", ID, ForeignKey("documents.id"), nullable=False, index=True),
    Column("type", String(40), nullable=False, index=True),
    Column("roles", JSON, nullable=False),
    *_date_columns("date"),
    Column("status", String(20), nullable=False),
    Column("extractor", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("name", Text),
    Column("item", Text),
    Column("quantity", Float),
    Column("place", Text),
    Column("details", JSON, nullable=False),
    Column("stages", JSON, nullable=False),
)

quotes = Table(
    "quotes",
    metadata,
    Column("claim", ID, ForeignKey("claims.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("exact", Text, nullable=False),
    Column("start_at", Integer, nullable=False),
    Column("end_at", Integer, nullable=False),
    Column("state", String(20), nullable=False),
    Column("prefix", Text, nullable=False),
    Column("suffix", Text, nullable=False),
)

claim_actors = Table(
    "claim_actors",
    metadata,
    Column("claim", ID, ForeignKey("claims.id"), primary_key=True),
    Column("role", String(40), primary_key=True),
    Column("actor", String(40), primary_key=True),
    Index("ix_claim_actors_actor", "actor"),
)

judgements = Table(
    "judgements",
    metadata,
    Column("id", ID, primary_key=True),
    Column("verdict", String(20), nullable=False),
    Column("claim", ID, ForeignKey("claims.id"), nullable=False, index=True),
    Column("other", ID, ForeignKey("claims.id"), index=True),
    Column("author", Text, nullable=False),
    Column("made_at", String(32), nullable=False),
    Column("reason", Text, nullable=False),
    Column("correction", JSON(none_as_null=True)),
)

proposals = Table(
    "proposals",
    metadata,
    Column("version", String(40), primary_key=True),
    Column("left", ID, ForeignKey("claims.id"), primary_key=True),
    Column("right", ID, ForeignKey("claims.id"), primary_key=True),
    Column("score", Float, nullable=False),
    Column("reasons", JSON, nullable=False),
)

syndication = Table(
    "syndication",
    metadata,
    Column("version", String(40), primary_key=True),
    Column("document", ID, ForeignKey("documents.id"), primary_key=True),
    Column("group", Text, nullable=False),
)

coverage = Table(
    "coverage",
    metadata,
    Column("id", Text, primary_key=True),
    Column("what", Text, nullable=False),
    *_date_columns("period"),
    Column("languages", JSON, nullable=False),
    Column("thoroughness", String(20), nullable=False),
    Column("sources", Integer, nullable=False),
    Column("found", Boolean, nullable=False),
    Column("note", Text, nullable=False),
)
