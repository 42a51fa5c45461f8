"""The room on the disk: one line of JSON for every vote and every step, added at the end and never changed.

A line counts once it is on the disk (fsync). What a crash tears is the last line; it is cut off when the file is
opened again. Lines that arrive while one write is on its way share the next.
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

KIND = "dilemma room"
SYNC = getattr(os, "fdatasync", os.fsync)  # without the time of the change, where the system can leave that


class Ledger:
    """An open file of entries."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        _hold(self._file)
        self._size = _whole(self._file)
        self._waiting: list[bytes] = []
        self._writer = ThreadPoolExecutor(1)
        self._now: asyncio.Task[None] | None = None  # the write under way
        self._next: asyncio.Task[None] | None = None  # the one after it, which takes all that is in line

    def add(self, entry: dict[str, Any]) -> None:
        """Put `entry` in line; it is kept once `saved` has returned."""
        self._waiting.append(json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")

    async def saved(self) -> None:
        """Return when every entry added so far is on the disk; OSError when the disk takes none."""
        if self._next is None:
            self._next = asyncio.create_task(self._write(self._now))
        await asyncio.shield(self._next)  # who asked may go away; the others' entries are written all the same

    def close(self) -> None:
        """Write what is in line and let the file go."""
        self._writer.shutdown()
        if self._waiting:
            self._put(b"".join(self._waiting))
            self._waiting = []
        os.close(self._file)

    async def _write(self, before: asyncio.Task[None] | None) -> None:
        """Write what is in line once the write `before` is over, well or not."""
        if before is not None:
            await asyncio.wait([before])
        self._now, self._next = self._next, None
        lines, self._waiting = self._waiting, []
        if not lines:
            return
        try:
            await asyncio.get_running_loop().run_in_executor(self._writer, self._put, b"".join(lines))
        except OSError:
            self._waiting = lines + self._waiting
            raise

    def _put(self, content: bytes) -> None:
        """Write `content` behind the last whole line, or leave the file as it was."""
        try:
            os.lseek(self._file, self._size, os.SEEK_SET)
            written = 0
            while written < len(content):
                written += os.write(self._file, content[written:])
            SYNC(self._file)
        except OSError:
            os.ftruncate(self._file, self._size)
            raise
        self._size += len(content)


def _hold(file: int) -> None:
    """Keep `file` for this process, as long as it has it open; OSError when another has, who would write over ours."""
    try:
        import fcntl
    except ImportError:  # Windows has other locks; there the room's port, which is its last, is taken
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(file)
        raise


def _whole(file: int) -> int:
    """Cut a torn last line off `file`; the bytes that stay."""
    size = os.fstat(file).st_size
    content = b""
    while len(content) < size:
        content += os.read(file, size - len(content))
    kept = content.rfind(b"\n") + 1
    if kept < size:
        os.ftruncate(file, kept)
    return kept


def read_ledger(path: Path) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The head and the entries of the room in `path`; a torn last line is left out.

    Raises ValueError, in one line, for a file that is no room or is damaged elsewhere than at its end.
    """
    entries = _entries(path)
    head = next(entries, None)
    if head is None or head.get("kind") != KIND:
        raise ValueError(f"{path} is not a room; rooms are the .jsonl files that `dilemma class` writes")
    return head, list(entries)


def _entries(path: Path) -> Iterator[dict[str, Any]]:
    """Every whole line of `path`."""
    lines = path.read_bytes().split(b"\n")
    for number, line in enumerate(lines[:-1], start=1):
        try:
            entry = json.loads(line)
        except ValueError:
            entry = None
        if not isinstance(entry, dict):
            raise ValueError(f"{path} is not a room" if number == 1 else f"{path} is damaged in line {number}")
        yield entry
