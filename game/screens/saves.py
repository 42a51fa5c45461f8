"""What the game keeps between starts: small JSON files, written whole, each with the one before it as a backup.

A file that cannot be read is put aside as NAME.bak-DATE, its backup or the defaults are used, and `troubles` says so
in words a screen shows. The folder is the user's own, or what DILEMMA_HOME says.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import platformdirs

from game.files import write_whole

VERSION = 1
READABLE = (1,)  # versions
HISTORY_KEPT = 500  # matches
Content = dict[str, Any]


def home_folder() -> Path:
    """Where settings and saves lie."""
    told = os.environ.get("DILEMMA_HOME")
    return Path(told) if told else Path(platformdirs.user_config_dir("defenders-dilemma", False))


class Saves:
    """The files of one player in `folder`, which is made when something is first kept."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or home_folder()
        self.troubles: list[tuple[str, str]] = []
        """What a screen must tell: a key of shell.toml, and the file or reason it is about."""

    def keep(self, name: str, content: Content) -> bool:
        """Write `content` as NAME.json, the old one becoming NAME.json.before; False where the disk refuses."""
        path = self.path(name)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            if path.exists() and _read(path) is not None:
                write_whole(path.with_name(f"{path.name}.before"), path.read_bytes())
            write_whole(path, json.dumps({"version": VERSION, **content}, indent=1).encode())
        except OSError as error:
            self._note("trouble_not_kept", f"{error.filename or path}: {error.strerror}")
            return False
        return True

    def find(self, name: str, *, check: Callable[[Content], object] | None = None) -> Content | None:
        """What was kept as `name`; from its backup when it is damaged or `check` raises ValueError; None if nothing."""
        path = self.path(name)
        found = self._sound(path, check)
        if found is None and not path.exists():
            found = self._sound(path.with_name(f"{path.name}.before"), check) if self._lost(path) else None
        return found

    def forget(self, name: str) -> None:
        """Delete what was kept as `name`, and its backup."""
        path = self.path(name)
        for each in (path, path.with_name(f"{path.name}.before")):
            each.unlink(missing_ok=True)

    def path(self, name: str) -> Path:
        """The file of `name`."""
        return self.folder / f"{name}.json"

    @property
    def suspended_path(self) -> Path:
        """The file a run is kept in while it is played (play/kept.py)."""
        return self.folder / "suspended.run"

    def has_suspended(self) -> bool:
        """Whether a match waits to be taken up."""
        return self.suspended_path.exists()

    def drop_suspended(self) -> None:
        """Put the match that was kept aside: it cannot be taken up."""
        if self.has_suspended():
            self._put_aside(self.suspended_path)

    def history(self) -> list[Content]:
        """Matches played, oldest first, as `add_to_history` was given them."""
        found = self.find("history", check=_is_history)
        return list(found["matches"]) if found else []

    def add_to_history(self, played: Content) -> bool:
        """Add a match played; `when` (seconds since 1970) is put in where it is missing."""
        matches = [*self.history(), {"when": round(time.time()), **played}]
        return self.keep("history", {"matches": matches[-HISTORY_KEPT:]})

    def _sound(self, path: Path, check: Callable[[Content], object] | None) -> Content | None:
        """What `path` holds; None when there is nothing, or, with the file put aside, nothing of use."""
        if not path.exists():
            return None
        content = _read(path)
        try:
            if content is None or content.get("version") not in READABLE:
                raise ValueError("no file of this game")
            if check is not None:
                check(content)
        except ValueError:
            self._put_aside(path)
            return None
        return content

    def _put_aside(self, path: Path) -> None:
        aside = path.with_name(f"{path.name}.bak-{time.strftime('%Y%m%d-%H%M%S')}")
        try:
            path.replace(aside)
            self._note("trouble_damaged", str(aside))
        except OSError as error:
            self._note("trouble_damaged", f"{path} ({error.strerror})")

    def _lost(self, path: Path) -> bool:
        """Whether this file has just been put aside: only then is its backup worth more than the defaults."""
        return any(about.startswith(f"{path}.bak-") for _, about in self.troubles)

    def _note(self, key: str, about: str) -> None:
        if (key, about) not in self.troubles:
            self.troubles.append((key, about))


def _read(path: Path) -> Content | None:
    """The object in a JSON file, None for anything else."""
    try:
        content = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return content if isinstance(content, dict) else None


def _is_history(content: Content) -> None:
    matches = content.get("matches")
    if not isinstance(matches, list) or not all(isinstance(each, dict) for each in matches):
        raise ValueError("a history is a list of matches")
