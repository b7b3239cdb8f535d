"""The first tables: evidence, judgements, what linkers propose, and coverage."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# Written out, not taken from the schema: this revision must make the same tables for ever.
ID = sa.String(36)
APPLICATION_ID = 0x51534C31
APPEND_ONLY = (
    "captures",
    "documents",
    "sources",
    "claims",
    "quotes",
    "claim_actors",
    "judgements",
)


def upgrade() -> None:
    """Make the first tables in an empty database."""
    _meta()
    _evidence()
    _claims()
    _judgements()
    _computed()
    _coverage()
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        for table in APPEND_ONLY:
            _forbid_changes(table)


def _forbid_changes(table: str) -> None:
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )


def _date_columns(prefix: str) -> list[sa.Column[str] | sa.Column[bool]]:
    return [
        sa.Column(f"{prefix}_start", sa.String(10)),
        sa.Column(f"{prefix}_end", sa.String(10)),
        sa.Column(f"{prefix}_precision", sa.String(10), nullable=False),
        sa.Column(f"{prefix}_approximate", sa.Boolean, nullable=False),
    ]


def _meta() -> None:
    op.create_table(
        "meta",
        sa.Column("key", sa.String(40), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )


def _evidence() -> None:
    op.create_table(
        "captures",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("captured_at", sa.String(32), nullable=False),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("tool", sa.Text, nullable=False),
        sa.Column("headers", sa.JSON, nullable=False),
    )
    op.create_table(
        "documents",
        sa.Column("id", ID, primary_key=True),
        sa.Column("capture", sa.String(64), sa.ForeignKey("captures.sha256"), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("publisher", sa.Text, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("part", sa.Text, nullable=False),
        sa.Column("author", sa.Text),
        *_date_columns("published"),
        sa.Column("language", sa.String(20), nullable=False),
        sa.Column("synthetic", sa.Boolean, nullable=False),
        sa.Column("edition", sa.Text),
        sa.Column("warnings", sa.JSON, nullable=False),
    )
    op.create_index("ix_documents_capture", "documents", ["capture"])
    op.create_table(
        "sources",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("grade", sa.String(1), nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("country", sa.Text),
        sa.Column("graded_on", sa.String(10)),
        sa.Column("aliases", sa.JSON, nullable=False),
    )
    op.create_index("ix_sources_name", "sources", ["name"])


def _claims() -> None:
    op.create_table(
        "claims",
        sa.Column("id", ID, primary_key=True),
        sa.Column("document", ID, sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("type", sa.String(40), nullable=False),
        sa.Column("roles", sa.JSON, nullable=False),
        *_date_columns("date"),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("extractor", sa.Text, nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("name", sa.Text),
        sa.Column("item", sa.Text),
        sa.Column("quantity", sa.Float),
        sa.Column("place", sa.Text),
        sa.Column("details", sa.JSON, nullable=False),
        sa.Column("stages", sa.JSON, nullable=False),
    )
    op.create_index("ix_claims_document", "claims", ["document"])
    op.create_index("ix_claims_type", "claims", ["type"])
    op.create_table(
        "quotes",
        sa.Column("claim", ID, sa.ForeignKey("claims.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("exact", sa.Text, nullable=False),
        sa.Column("start_at", sa.Integer, nullable=False),
        sa.Column("end_at", sa.Integer, nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("prefix", sa.Text, nullable=False),
        sa.Column("suffix", sa.Text, nullable=False),
    )
    op.create_table(
        "claim_actors",
        sa.Column("claim", ID, sa.ForeignKey("claims.id"), primary_key=True),
        sa.Column("role", sa.String(40), primary_key=True),
        sa.Column("actor", sa.String(40), primary_key=True),
    )
    op.create_index("ix_claim_actors_actor", "claim_actors", ["actor"])


def _judgements() -> None:
    op.create_table(
        "judgements",
        sa.Column("id", ID, primary_key=True),
        sa.Column("verdict", sa.String(20), nullable=False),
        sa.Column("claim", ID, sa.ForeignKey("claims.id"), nullable=False),
        sa.Column("other", ID, sa.ForeignKey("claims.id")),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("made_at", sa.String(32), nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("correction", sa.JSON),
    )
    op.create_index("ix_judgements_claim", "judgements", ["claim"])
    op.create_index("ix_judgements_other", "judgements", ["other"])


def _computed() -> None:
    op.create_table(
        "proposals",
        sa.Column("version", sa.String(40), primary_key=True),
        sa.Column("left", ID, sa.ForeignKey("claims.id"), primary_key=True),
        sa.Column("right", ID, sa.ForeignKey("claims.id"), primary_key=True),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("reasons", sa.JSON, nullable=False),
    )
    op.create_table(
        "syndication",
        sa.Column("version", sa.String(40), primary_key=True),
        sa.Column("document", ID, sa.ForeignKey("documents.id"), primary_key=True),
        sa.Column("group", sa.Text, nullable=False),
    )


def _coverage() -> None:
    op.create_table(
        "coverage",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("what", sa.Text, nullable=False),
        *_date_columns("period"),
        sa.Column("languages", sa.JSON, nullable=False),
        sa.Column("thoroughness", sa.String(20), nullable=False),
        sa.Column("sources", sa.Integer, nullable=False),
        sa.Column("found", sa.Boolean, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
    )
