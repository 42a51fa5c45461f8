"""A match given to somebody else: a short code to type, or the whole run as letters, a file and a picture to scan."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame

from game.files import write_whole
from game.screens import theme
from game.screens.debrief.told import Told
from game.screens.files import own_folder
from game.screens.play.codes import match_code, run_code
from game.screens.play.played import Played
from game.screens.widgets import Button, Column, Row, Widget, Words, heading
from game.screens.widgets.scannable import SCANNABLE, Scannable

SUFFIX = ".dilemma-run.txt"
SHOWN = 48  # letters of a run's code on the page: it is for copying, not for reading


class ShareScreen(Told):
    """Both codes of a run, and what can be done with them."""

    def __init__(self, played: Played) -> None:
        self.short, self.run = code_of(played), run_of(played)
        self.name = f"{played.scenario}-{played.seed}{SUFFIX}"
        self.note = ""

    @property
    def heading(self) -> str:
        """Share."""
        return self.say("debrief.share_title")

    def build(self) -> Widget:
        """The two codes and, where a camera can take it, the longer one as a picture."""
        say = self.say
        if not self.short:
            return Words(say("debrief.share_none"))
        told = [
            heading(say("debrief.share_match")),
            Words(self.short, size=22, bold=True),
            Words(say("debrief.share_match_about"), ink=theme.MUTED),
            heading(say("debrief.share_run", count=len(self.run))),
            Words(f"{self.run[:SHOWN]}…" if len(self.run) > SHOWN else self.run, bold=True),
            Words(say("debrief.share_run_about"), ink=theme.MUTED),
        ]
        if self.note:
            told.append(Words(self.note, ink=theme.SKY))
        pictured = self.run if len(self.run) <= SCANNABLE else self.short
        words = say("debrief.share_scan_run" if pictured == self.run else "debrief.share_scan_match")
        return Column([*told, Scannable(pictured, words)], gap=10)

    def choices(self) -> Widget:
        """Copy, copy, keep, back."""
        say = self.say
        back = Button(say("debrief.back"), self.go_back, name="back")
        if not self.short:
            return Row([back])
        return Row(
            [
                Button(say("debrief.share_copy_run"), lambda: self._copy(self.run), main=True, name="copy_run"),
                Button(say("debrief.share_copy_match"), lambda: self._copy(self.short), name="copy_match"),
                Button(say("debrief.share_keep"), self._keep, name="keep"),
                back,
            ]
        )

    def _copy(self, code: str) -> None:
        self._tell("share_copied" if _to_clipboard(code) else "share_no_clipboard")

    def _keep(self) -> None:
        path = own_folder("runs") / self.name
        try:
            keep_run(self.run, path)
        except OSError as error:
            self._tell("share_failed", reason=error.strerror or error)
            return
        self._tell("share_kept", path=path)

    def _tell(self, key: str, **values: object) -> None:
        self.note = self.say(f"debrief.{key}", **values)
        self.stage.tell(self.note)
        self.renew()


def keep_run(code: str, path: Path) -> None:
    """Write a run's code to `path`, whole or not at all; OSError when that is impossible."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, f"{code}\n".encode())


def code_of(played: Played) -> str:
    """The match code; empty for a scenario of one's own, which has none."""
    named = _named(played)
    try:
        return match_code(named.fixture, seed=named.seed, slot=named.slot)
    except (KeyError, ValueError):
        return ""


def run_of(played: Played) -> str:
    """The code of the run, orders and all; empty for a scenario of one's own."""
    try:
        return run_code(_named(played))
    except (KeyError, ValueError):
        return ""


def _named(played: Played) -> Played:
    """The same run with its scenario by name."""
    return replace(played, fixture=replace(played.fixture, scenario=played.scenario))


def _to_clipboard(text: str) -> bool:
    """Put `text` into the clipboard; whether there is one."""
    try:
        if not pygame.scrap.get_init():
            pygame.scrap.init()
        pygame.scrap.put_text(text)
    except pygame.error:
        return False
    return True
