"""Which form of the tables a ledger has, and bringing an older one up to date.

The revision is read with one query, so that opening a ledger that is up to date never pays for
importing Alembic.
"""

from sqlalchemy import Connection

from quietsignal import __version__

__all__ = ["HEAD", "KNOWN", "found_revision", "upgrade"]

# Every revision that this version of the program can read or bring up to date, oldest first.
KNOWN = ("0001",)
HEAD = KNOWN[-1]


def found_revision(connection: Connection) -> str | None:
    """The revision of the tables, or None where the database keeps none."""
    tables = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'"
    )
    if tables.first() is None:
        return None
    row = connection.exec_driver_sql("SELECT version_num FROM alembic_version").first()
    return str(row[0]) if row else None


def upgrade(connection: Connection) -> None:
    """Bring the tables to the newest form, within the transaction that is open."""
    # Alembic takes longer to import than a ledger takes to open, and is needed once a version.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", "quietsignal.ledger:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, HEAD)
    connection.exec_driver_sql("DELETE FROM meta WHERE key = 'written_with'")
    connection.exec_driver_sql(
        "INSERT INTO meta (key, value) VALUES ('written_with', ?)", (__version__,)
    )
