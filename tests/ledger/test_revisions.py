import sqlite3
from contextlib import closing

from alembic.config import Config
from alembic.script import ScriptDirectory

from quietsignal import __version__
from quietsignal.ledger import revisions


def test_the_known_revisions_are_those_of_the_migrations() -> None:
    """The list that opening goes by names every migration, in order."""
    config = Config()
    config.set_main_option("script_location", "quietsignal.ledger:migrations")
    script = ScriptDirectory.from_config(config)
    found = [revision.revision for revision in script.walk_revisions()][::-1]
    assert tuple(found) == revisions.KNOWN
    assert script.get_current_head() == revisions.HEAD


def test_a_new_ledger_is_of_the_newest_revision(path) -> None:
    """A new ledger says its revision and the version that wrote it."""
    with closing(sqlite3.connect(path)) as made:
        assert made.execute("SELECT version_num FROM alembic_version").fetchall() == [
            (revisions.HEAD,)
        ]
        writer = "SELECT value FROM meta WHERE key = 'written_with'"
        assert made.execute(writer).fetchone() == (__version__,)
