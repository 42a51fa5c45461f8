"""When a page fails: a report people can read, and a page that leads back to the title."""

from __future__ import annotations

import platform
import sys
import textwrap
import time
import traceback
from pathlib import Path

from game.screens import doors
from game.screens.page import Page
from game.screens.saves import Saves
from game.screens.stage import Screen, Stage
from game.screens.widgets import Button, Column, Row, Widget, Words

MARK = "failed"
"""Name under which the saves remember a report that has not been told of yet."""
LONGEST = 160  # letters of what failed on the page; the report has all of it


def write_report(error: BaseException, saves: Saves, *, page: str = "") -> str:
    """Write what happened into the folder of the saves; the path, or why there is none."""
    path = saves.folder / "reports" / f"crash-{time.strftime('%Y%m%d-%H%M%S')}.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(report(error, page=page), encoding="utf-8")
    except OSError as refused:
        return f"({refused.strerror})"
    saves.keep(MARK, {"report": str(path)})
    return str(path)


def report(error: BaseException, *, page: str = "") -> str:
    """What happened, in words and lines of code; nothing about the player."""
    import pygame

    facts = {
        "when": time.strftime("%Y-%m-%d %H:%M:%S"),
        "what": f"{type(error).__name__}: {error}",
        "page": page or "–",
        "system": platform.platform(),
        "python": sys.version.split()[0],
        "pygame": pygame.version.ver,
        "sdl": ".".join(map(str, pygame.get_sdl_version())),
        "display": pygame.display.get_driver() if pygame.display.get_init() else "none",
    }
    head = "\n".join(f"{name:8}{value}" for name, value in facts.items())
    return f"The Defender's Dilemma stopped.\n\n{head}\n\n{''.join(traceback.format_exception(error))}"


def last_report(saves: Saves) -> str:
    """The report of a failure in the last session, told once; empty when all went well."""
    found = saves.find(MARK)
    if found is None:
        return ""
    saves.forget(MARK)
    told = str(found.get("report", ""))
    return told if Path(told).exists() else ""


class CrashScreen(Page):
    """Says what failed and that it is our fault, where the report lies, and leads on."""

    middle = True
    wide = 860

    def __init__(self, where: str, title: Screen, what: str = "") -> None:
        self.where, self.title, self.what = where, title, what

    @property
    def heading(self) -> str:
        """That should not have happened."""
        return self.stage.say("shell.crash")

    def build(self) -> Widget:
        """What failed, what is kept, where the report is, the ways on."""
        say, kept = self.stage.say, self.stage.saves.has_suspended()
        parts: list[Widget] = [Words(say("shell.crash_what", what=self.what))] if self.what else []
        if kept:
            parts.append(Words(say("shell.crash_kept")))
        parts += [Words(say("shell.crash_about")), Words(self.where, bold=True)]
        ways = [
            Button(say("shell.crash_again"), self.go_back, main=not kept, name="title"),
            Button(say("shell.quit"), self.stage.quit, name="quit"),
        ]
        if kept:
            ways.insert(0, Button(say("shell.continue"), self._play_on, main=True, name="continue"))
        return Column([*parts, Row(ways)], gap=16)

    def go_back(self) -> None:
        """To the title, as after a start."""
        self.stage.go(self.title)

    def _play_on(self) -> None:
        """The match as it was kept, over the title."""
        self.stage.go(self.title)
        doors.open_safely(self.stage, doors.suspended)


def in_a_line(error: BaseException) -> str:
    """What failed, short enough for a page: the kind of error and the first line of what it says."""
    said = next(iter(str(error).splitlines()), "")
    return textwrap.shorten(f"{type(error).__name__}: {said}".rstrip(": "), LONGEST, placeholder="…")


def rescuer(stage: Stage, title: type[Screen]) -> None:
    """From now on a page that fails is reported and followed by the crash page."""

    def rescue(error: Exception) -> Screen:
        if isinstance(stage.shown, CrashScreen):
            raise error
        where = write_report(error, stage.saves, page=type(stage.shown).__name__)
        return CrashScreen(where, title(), in_a_line(error))

    stage.on_failure = rescue
