"""The door of the program: `quietsignal` and `python -m quietsignal`."""

import sys

from quietsignal import __version__

__all__ = ["main"]


def main() -> None:
    """Run the program; the version is told before anything heavy is imported."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"quietsignal {__version__}\n")
        return
    from quietsignal.cli import run  # noqa: PLC0415 - it takes ten times as long as the version

    sys.exit(run())


if __name__ == "__main__":
    main()
