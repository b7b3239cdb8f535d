"""The history of the ledger's tables, run by Alembic from `quietsignal.ledger.revisions`."""

__all__ = []
