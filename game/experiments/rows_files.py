"""The rows of an experiment as files for other tools: rows.csv and rows.parquet, the cell's keys first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from game.experiments.experiment import Played

CSV = "rows.csv"
PARQUET = "rows.parquet"


def write_rows(played: Played, folder: Path) -> None:
    """Put both files into `folder`, each whole or not at all; the same rows give the same bytes."""
    from pyarrow import csv, parquet

    beside = {name: folder / f".{name}.part" for name in (CSV, PARQUET)}
    parts = _parts(played)
    first = next(parts)
    with (
        csv.CSVWriter(beside[CSV], first.schema) as lines,
        parquet.ParquetWriter(beside[PARQUET], first.schema) as file,
    ):
        for part in (first, *parts):
            lines.write(part)
            file.write_table(part)
    for name, path in beside.items():
        path.replace(folder / name)


def _parts(played: Played) -> Iterator[Any]:
    """An Arrow table a cell, keys repeated on every row."""
    import pyarrow as pa

    for cell, rows in zip(played.cells, played.rows, strict=True):
        keys = {name: np.full(len(rows), value) for name, value in cell.keys.items()}
        values = {name: np.ascontiguousarray(rows[name]) for name in rows.dtype.names or () if name != "arm"}
        yield pa.table({**keys, **values})
