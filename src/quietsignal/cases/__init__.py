"""The built-in cases: folders of documents, coded events and registers, ready to be built."""

from importlib.resources import files
from importlib.resources.abc import Traversable

__all__ = ["CASES", "case_folder"]

CASES = ("serbia",)


def case_folder(name: str) -> Traversable:
    """The folder of a built-in case, inside the installed package."""
    return files(__package__).joinpath(name)
