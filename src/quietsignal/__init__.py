"""From articles and public data sets to a cited brief on states' defence ties."""

__all__ = ["__version__"]

__version__ = "0.1.0"
