"""A folder of results that survives kill -9, full disks and Ctrl-C, and that a later run continues.

`matches.csv` has a heading and a line a row, appended in order as they come. `summary.json` says
what was run (`setup`), with what (`versions`), and at the end what came out. Two runs of one setup
end with the same `matches.csv`, however often they were interrupted.
"""

from __future__ import annotations

import contextlib
import json
import os
import platform
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.files import write_whole
from game.kernel import engine_hash

ROWS = "matches.csv"
SUMMARY = "summary.json"

Rows = NDArray[Any]
"""A numpy structured array, a row a match."""


class Results:
    """An open folder: `finished` rows are in it, `append` adds more. Made by `open_results`."""

    def __init__(self, folder: Path, setup: Mapping[str, Any], columns: np.dtype[Any], *, handle: int) -> None:
        self.folder, self.columns, self.setup = folder, columns, setup
        self.finished = 0
        self._handle = handle
        self._length = 0

    def append(self, rows: Rows) -> None:
        """Add `rows` at the end; when the disk is full, OSError, and those before stay whole."""
        self._write("".join(map(_line, rows.tolist())))
        self.finished += len(rows)

    def read(self) -> Rows:
        """All finished rows, in order."""
        if not self.finished:
            return np.zeros(0, self.columns)
        file = self.folder / ROWS
        return np.loadtxt(file, self.columns, delimiter=",", skiprows=1, ndmin=1)

    def summarise(self, outcome: Mapping[str, Any]) -> None:
        """Write `summary.json` anew: setup, versions, and `outcome`."""
        write_summary(self.folder, self.setup, outcome)

    def keep_whole_groups(self, together: int) -> None:
        """Cut off what a kill left torn, and count the rest; write the heading if it is missing."""
        heading = _line(self.columns.names or ()).encode()
        ends = [0]
        with (self.folder / ROWS).open("rb") as file:
            for line in file:
                if len(ends) == 1 and not heading.startswith(line):
                    raise ValueError(f"{file.name} has other columns; choose another --out")
                if line.endswith(b"\n"):
                    ends.append(ends[-1] + len(line))
        self.finished = max(0, len(ends) - 2) // together * together
        self._length = ends[min(len(ends) - 1, self.finished + 1)]
        os.ftruncate(self._handle, self._length)
        if self._length == 0:
            self._write(heading.decode())

    def _write(self, text: str) -> None:
        """Put `text` after the last whole line; all of it, or nothing and OSError."""
        left = memoryview(text.encode())
        os.lseek(self._handle, self._length, os.SEEK_SET)
        try:
            while left:
                left = left[os.write(self._handle, left) :]
        except OSError as error:
            os.ftruncate(self._handle, self._length)
            raise OSError(error.errno, error.strerror, str(self.folder / ROWS)) from error
        self._length += len(text.encode())


@contextlib.contextmanager
def open_results(
    folder: Path, setup: Mapping[str, Any], columns: np.dtype[Any], *, together: int = 1
) -> Iterator[Results]:
    """Begin `folder`, or continue it if what is there stems from the same `setup`.

    `setup` is anything JSON can say. Rows come in groups of `together` (one for every arm): a
    group cut short is dropped, to be played again. Raises ValueError when the folder holds
    something else or is in use, OSError when it cannot be written; either way nothing in it
    changes.
    """
    told = json.loads(json.dumps(setup))
    if not continues(folder, told, ROWS):
        folder.mkdir(parents=True, exist_ok=True)
        write_summary(folder, told, {"finished": 0})
    handle = os.open(folder / ROWS, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        claim(handle, folder)
        results = Results(folder, told, columns, handle=handle)
        results.keep_whole_groups(together)
        yield results
    finally:
        os.close(handle)


def write_summary(folder: Path, setup: Mapping[str, Any], outcome: Mapping[str, Any]) -> None:
    """Put `summary.json` into `folder`, whole or not at all."""
    content = {"setup": setup, "versions": versions(), **outcome}
    text = json.dumps(content, indent=2, ensure_ascii=False, allow_nan=False)
    write_whole(folder / SUMMARY, text.encode() + b"\n")


def versions() -> dict[str, str]:
    """What the results were made with; `source` changes with any line of the engine."""
    found = {"python": platform.python_version(), "platform": platform.platform()}
    for name in ("defenders-dilemma", "numpy", "numba"):
        try:
            found[name] = version(name)
        except PackageNotFoundError:  # run from a checkout that was never installed
            found[name] = "unknown"
    return {**found, "source": engine_hash()}


def continues(folder: Path, setup: Mapping[str, Any], rows: str) -> bool:
    """Whether `folder` holds an earlier part of this run; False if it is new; else ValueError.

    `setup` is as JSON would read it back; `rows` names the file or folder that results are kept in.
    """
    summary = folder / SUMMARY
    if not summary.exists():
        if (folder / rows).exists():
            raise ValueError(f"{folder} has a {rows} but no {SUMMARY}; choose another --out")
        return False
    try:
        there = json.loads(summary.read_bytes())["setup"]
    except (ValueError, KeyError, TypeError):
        raise ValueError(f"{summary} is not a summary of ours; choose another --out") from None
    found = _first_difference(there, setup)
    if found is not None:
        what, was, now = found
        raise ValueError(f"{folder} holds another run: {what} is {was} there and {now} here; choose another --out")
    return True


def _first_difference(there: Any, here: Any, place: str = "") -> tuple[str, str, str] | None:
    """Where two JSON values first differ, and what each says; None when they are equal."""
    if there == here:
        return None
    pairs: list[tuple[Any, Any, Any]] = []
    if isinstance(there, dict) and isinstance(here, dict):
        pairs = [(key, there.get(key), here.get(key)) for key in {**here, **there}]
    elif isinstance(there, list) and isinstance(here, list) and len(there) == len(here):
        pairs = [(at, was, now) for at, (was, now) in enumerate(zip(there, here, strict=True))]
    for key, was, now in pairs:
        if was != now:
            return _first_difference(was, now, f"{place}.{key}" if place else str(key))
    return place or "the setup", _short(there), _short(here)


def _short(value: Any, most: int = 40) -> str:
    """`value` as JSON, cut to fit a line."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= most else text[: most - 1] + "…"


def _line(values: tuple[Any, ...]) -> str:
    """One CSV line; floats in full, so that reading gives back the very same numbers."""
    return ",".join(map(str, values)) + "\n"


def claim(handle: int, folder: Path) -> None:
    """Refuse a folder that another run is writing; the claim ends with its process."""
    try:
        import fcntl
    except ImportError:  # Windows has no such lock; there a second run is the user's to avoid
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise ValueError(f"{folder} is in use by another run; choose another --out") from None
