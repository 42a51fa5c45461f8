"""The page shown while a match somebody has asked for is not ready yet; it opens by itself."""

from __future__ import annotations

from collections.abc import Callable

from game.screens.page import Page
from game.screens.readying import Readying
from game.screens.stage import Screen, Stage
from game.screens.widgets import Button, Column, Gap, Widget, Words, note
from game.screens.widgets.progress import Progress


class LoadingScreen(Page):
    """Waits for `readying`, then shows what `opening` makes in its own place."""

    middle = True
    wide = 760

    def __init__(self, readying: Readying, opening: Callable[[Stage], Screen]) -> None:
        self.readying, self.opening = readying, opening
        self._shown: tuple[str, int] = ("", 0)

    @property
    def heading(self) -> str:
        """What is going on."""
        return self.stage.say("shell.getting_ready")

    def build(self) -> Widget:
        """How far it is, and the way back."""
        say = self.stage.say
        return Column(
            [
                Words(ready_line(self.stage, self.readying)),
                Progress(self.readying.done / self.readying.all if self.readying.all else 0.0),
                note(say("shell.wait")),
                Gap(10),
                Button(say("shell.back"), self.go_back, name="back"),
            ],
            stretch=True,
        )

    def frame(self, seconds: float) -> bool:
        """Open when it is ready."""
        if self.readying.ready:
            stage = self.stage
            stage.back()
            enter_safely(stage, self.opening)
            return False
        now = self.readying.state, self.readying.done
        if now != self._shown:
            self._shown = now
            self.renew()
        return False


def enter_safely(stage: Stage, opening: Callable[[Stage], Screen]) -> None:
    """Show what `opening` makes; say in one line why where it cannot."""
    try:
        stage.push(opening(stage))
    except (ValueError, KeyError, OSError, ImportError) as error:
        reason = error.args[0] if isinstance(error, KeyError) and error.args else error
        stage.tell(stage.say("shell.bad_match", reason=str(reason)))


def ready_line(stage: Stage, readying: Readying) -> str:
    """Where the engine is, in a line."""
    if readying.state == "cold":
        return stage.say("shell.ready_cold", done=readying.done, all=readying.all or "…")
    if readying.state == "failed":
        return stage.say("shell.ready_failed", reason=readying.failure)
    return stage.say("shell.ready_warm")
