"""The lake: Parquet files of the data sets' editions inside a project, one folder an edition."""

from datetime import date
from pathlib import Path

import polars as pl

from quietsignal.errors import DataError

__all__ = ["Lake"]


class Lake:
    """The editions held in a project's `lake/`, as `NAME/edition=DATE/data.parquet`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def editions(self, name: str) -> tuple[date, ...]:
        """The editions of the data set that are held, oldest first."""
        found = (self.folder / name).glob("edition=*/data.parquet")
        return tuple(sorted(date.fromisoformat(path.parent.name[8:]) for path in found))

    def write(self, name: str, frame: pl.DataFrame, *, edition: date) -> bool:
        """Keeps an edition; False when the same rows are held already.

        Raises `DataError` when that edition is held with other rows: one edition has one content.
        """
        path = self._path(name, edition)
        if path.exists():
            if pl.read_parquet(path).equals(frame):
                return False
            raise DataError(
                f"{name}: edition {edition} is held with other rows; found {frame.height} rows"
            )
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".partial")
        frame.write_parquet(partial)
        partial.replace(path)
        return True

    def read(self, name: str, edition: date) -> pl.DataFrame:
        """The rows of one edition; raises `DataError` when it is not held."""
        path = self._path(name, edition)
        if not path.exists():
            held = ", ".join(map(str, self.editions(name))) or "none"
            raise DataError(f"{name}: edition {edition} is not held, expected one of {held}")
        return pl.read_parquet(path)

    def latest(self, name: str, *, known_by: date) -> date | None:
        """The newest edition that was out on that day, or None."""
        return max((day for day in self.editions(name) if day <= known_by), default=None)

    def _path(self, name: str, edition: date) -> Path:
        return self.folder / name / f"edition={edition.isoformat()}" / "data.parquet"
