"""Finished chunks of an experiment, in memory or in a folder that survives kill -9.

`rows/0003-00000240.npy` holds the rows of cell 3 from match 240 on; it is whole or not there. A chunk that was cut
short by an earlier, smaller `--matches` is played again in full.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from game.files import write_whole
from game.results import SUMMARY, Rows, claim, continues, write_summary

CHUNKS = "rows"
LOCK = ".in-use"
HEADING = 200_000  # letters a chunk's heading may have: numpy reads no more than 10,000 unless told, some 250 columns
NAMED = re.compile(r"(\d{4,})-(\d{8,})\.npy")


class Kept:
    """Chunks by cell and first match, in memory alone."""

    def __init__(self) -> None:
        self._held: dict[tuple[int, int], Rows] = {}

    def count(self, cell: int, first: int) -> int:
        """How many rows the chunk has; 0 where it is not there."""
        held = self._held.get((cell, first))
        return 0 if held is None else len(held)

    def keep(self, cell: int, first: int, rows: Rows) -> None:
        """Keep a finished chunk."""
        self._held[cell, first] = rows

    def read(self, cell: int, first: int) -> Rows:
        """The rows of a chunk that is there."""
        return self._held[cell, first]

    def chunks(self) -> list[tuple[int, int]]:
        """All chunks that are there, as (cell, first)."""
        return sorted(self._held)


class KeptFolder(Kept):
    """The same on disk. Made by `open_folder`."""

    def __init__(self, folder: Path, columns: np.dtype[Any]) -> None:
        self.folder, self.columns = folder, columns
        self._counts = {place: len(self._opened(*place)) for place in self._listed()}

    def count(self, cell: int, first: int) -> int:
        """How many rows the chunk has; 0 where it is not there."""
        return self._counts.get((cell, first), 0)

    def keep(self, cell: int, first: int, rows: Rows) -> None:
        """Keep a finished chunk; OSError, and what was there before, when the disk is full."""
        content = io.BytesIO()
        np.save(content, rows, allow_pickle=False)
        write_whole(self._path(cell, first), content.getvalue())
        self._counts[cell, first] = len(rows)

    def read(self, cell: int, first: int) -> Rows:
        """The rows of a chunk that is there; ValueError where the file is not one of ours."""
        return np.array(self._opened(cell, first))

    def chunks(self) -> list[tuple[int, int]]:
        """All chunks that are there, as (cell, first)."""
        return sorted(self._counts)

    def _opened(self, cell: int, first: int) -> Rows:
        """The chunk's file, its heading checked and its rows still on disk: a folder may hold more than fits memory."""
        path = self._path(cell, first)
        try:
            rows: Rows = np.load(path, mmap_mode="r", allow_pickle=False, max_header_size=HEADING)
        except (ValueError, EOFError):
            raise ValueError(f"{path} holds no rows; remove it, or choose another --out") from None
        if rows.dtype != self.columns:
            raise ValueError(f"{path} has other columns; choose another --out")
        return rows

    def _path(self, cell: int, first: int) -> Path:
        return self.folder / CHUNKS / f"{cell:04d}-{first:08d}.npy"

    def _listed(self) -> Iterator[tuple[int, int]]:
        """Chunks on disk; what a kill left half-written beside its place is no chunk and goes."""
        for path in sorted((self.folder / CHUNKS).iterdir()):
            named = NAMED.fullmatch(path.name)
            if named:
                yield int(named[1]), int(named[2])
            elif path.name.startswith(".") and ".npy." in path.name:
                path.unlink()
            else:
                raise ValueError(f"{path} is not ours; choose another --out")


@contextlib.contextmanager
def open_folder(folder: Path, setup: Mapping[str, Any], columns: np.dtype[Any]) -> Iterator[KeptFolder]:
    """Begin `folder`, or continue it if what is there stems from the same `setup`.

    Raises ValueError when it holds something else or is in use, OSError when it cannot be written; nothing in it
    changes then.
    """
    told = json.loads(json.dumps(setup))
    if not continues(folder, told, CHUNKS):
        if folder.is_dir() and any(folder.iterdir()):
            raise ValueError(f"{folder} holds something else and no {SUMMARY}; choose another --out")
        folder.mkdir(parents=True, exist_ok=True)
        write_summary(folder, told, {"finished": 0})
    (folder / CHUNKS).mkdir(exist_ok=True)
    handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        claim(handle, folder)
        yield KeptFolder(folder, columns)
    finally:
        os.close(handle)
