from quietsignal.ledger import schema


def test_evidence_is_append_only() -> None:
    """Whatever is evidence or a decision is guarded; what is computed from it is not."""
    tables = set(schema.metadata.tables)
    computed = {"meta", "proposals", "syndication", "coverage"}
    assert tables - computed == set(schema.APPEND_ONLY)
