from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from quietsignal.ledger.schema import APPEND_ONLY, APPLICATION_ID, metadata


def test_the_migrations_make_the_tables_of_the_schema(ledger) -> None:
    """What the program reads and writes is what the migrations made."""
    with ledger._engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_the_file_is_marked_and_guarded(ledger) -> None:
    """The file bears the mark of a ledger; each table of evidence has its two triggers."""
    with ledger._engine.connect() as connection:
        mark = connection.exec_driver_sql("PRAGMA application_id").scalar()
        query = "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger'"
        guarded = connection.exec_driver_sql(query).scalars().all()
    assert mark == APPLICATION_ID
    assert sorted(guarded) == sorted(2 * APPEND_ONLY)
