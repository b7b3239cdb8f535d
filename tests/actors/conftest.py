"""What the tests of actors share: the public data beside the project, when it is there."""

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2].parent / "shared" / "data"


@pytest.fixture
def shared() -> Path:
    """Give the folder of public data, or skip."""
    if not SHARED.is_dir():
        pytest.skip(f"the public data are not beside the project ({SHARED.name}/ is absent)")
    return SHARED
