from quietsignal import records


def test_surface_is_complete() -> None:
    """Every name that the package offers is there, each once."""
    assert len(set(records.__all__)) == len(records.__all__)
    assert all(hasattr(records, name) for name in records.__all__)
