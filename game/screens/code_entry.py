"""Where a match code is typed in or pasted."""

from __future__ import annotations

import pygame

from game.screens import doors
from game.screens.loading import enter_safely
from game.screens.page import Page
from game.screens.widgets import Button, Column, Row, Widget, Words
from game.screens.widgets.card import Entry


class CodeScreen(Page):
    """One line; a wrong code says what is wrong with it and stays."""

    middle = True
    wide = 760
    typing = True
    entry: Entry

    @property
    def heading(self) -> str:
        """Play a code."""
        return self.stage.say("shell.code_title")

    def build(self) -> Widget:
        """A sentence, the line, two buttons."""
        say = self.stage.say
        typed = self.entry.typed if hasattr(self, "entry") else ""
        self.entry = Entry(say("shell.code_label"), self._play)
        self.entry.typed = typed
        ways = Row(
            [
                Button(say("shell.play"), self._play, main=True, name="play"),
                Button(say("shell.code_paste"), self._paste, name="paste"),
                Button(say("shell.back"), self.go_back, name="back"),
            ]
        )
        return Column([Words(say("shell.code_about")), self.entry, ways], gap=14)

    def take(self, event: pygame.event.Event) -> None:
        """A file dropped on the window is read; else as every page."""
        if event.type != pygame.DROPFILE:
            super().take(event)
            return
        from game.screens.play.letters import written

        try:
            self.entry.typed = "".join(written(event.file).split())
        except (OSError, ValueError) as error:
            self.stage.tell(self.stage.say("shell.code_bad", reason=getattr(error, "strerror", None) or error))
            return
        self._play()

    def _paste(self) -> None:
        self.entry.paste()
        self.stage.stale = True

    def _play(self) -> None:
        stage, typed = self.stage, self.entry.typed
        if not typed.strip():
            return
        from game.screens.play.codes import read_code
        from game.screens.play.letters import WrongCode

        try:
            read_code(typed)
        except WrongCode as error:
            stage.tell(stage.say("shell.code_bad", reason=stage.say(error.key, **error.values)))
            return
        if doors.READYING.ready:
            enter_safely(stage, doors.coded(typed))
        else:
            doors.open_door(stage, doors.coded(typed))
