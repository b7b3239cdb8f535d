"""The command line: parses, calls the pipeline, shows; every command is thin."""

from quietsignal.cli.entry import run

__all__ = ["run"]
