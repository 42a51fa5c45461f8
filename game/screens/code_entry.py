"""Where a match code is typed in or pasted."""

from __future__ import annotations

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
                Button(say("shell.back"), self.go_back, name="back"),
            ]
        )
        return Column([Words(say("shell.code_about")), self.entry, ways], gap=14)

    def _play(self) -> None:
        stage, typed = self.stage, self.entry.typed
        if not typed.strip():
            return
        try:
            from game.screens.play.codes import read_code

            read_code(typed)
        except ValueError as error:
            stage.tell(stage.say("shell.code_bad", reason=str(error)))
            return
        if doors.READYING.ready:
            enter_safely(stage, doors.coded(typed))
        else:
            doors.open_door(stage, doors.coded(typed))
