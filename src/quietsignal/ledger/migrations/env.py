"""How Alembic reaches the ledger: by the connection and the transaction that it is given."""

from alembic import context

from quietsignal.ledger.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
)
context.run_migrations()
