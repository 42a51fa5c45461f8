"""How to play, on one page, with the keys as they are set."""

from __future__ import annotations

from game.screens import doors
from game.screens.loading import enter_safely
from game.screens.page import Page
from game.screens.play.actions import Action
from game.screens.play.captions import Caps
from game.screens.widgets import Button, Column, Row, Widget, Words, note

LINES = 6
NAMED = (Action.PUSH, Action.LOOK, Action.VIEW, Action.SPRINT, Action.PASS, Action.SHOOT, Action.TACKLE)
"""Whose keys are told."""


class HowToScreen(Page):
    """Six sentences, and the minute in which they are tried."""

    middle = True
    wide = 860

    @property
    def heading(self) -> str:
        """How to play."""
        return self.stage.say("shell.how_to")

    def build(self) -> Widget:
        """The sentences, numbered, and two ways on."""
        say, settings = self.stage.say, self.stage.settings
        device, printed = self.stage.device, Caps(say, settings.keys, toggle=settings.push_toggle)
        caps = {action.value: printed.one(action, device)[0] for action in NAMED}
        caps["steer"] = printed.steer(device)[0]
        lines = [Words(f"{nth}.  {say(f'shell.how_{nth}', **caps)}") for nth in range(1, LINES + 1)]
        ways = Row(
            [
                Button(say("shell.try_it"), self._try, main=True, name="try"),
                Button(say("shell.back"), self.go_back, name="back"),
            ]
        )
        return Column([*lines, note(say("shell.how_more", **caps)), ways], gap=12)

    def _try(self) -> None:
        if doors.READYING.ready:
            enter_safely(self.stage, doors.tutorial)
        else:
            doors.open_door(self.stage, doors.tutorial)
