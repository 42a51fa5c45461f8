"""Opening the projector's window, and closing it in order."""

from __future__ import annotations

from game.screens.language import Language
from game.screens.projector.desk import Desk
from game.screens.projector.page import ProjectorScreen
from game.screens.stage import Stage
from game.screens.window import Window

SIZE = (1920, 1080)


def open_projector(*, url: str, token: str, lesson: str | None, language: str) -> None:
    """Show the room at `url` until the window is closed; `lesson` is loaded in the room already, and names the window.

    Raises ScreenError, in one line, without a display.
    """
    say = Language(language)
    window = Window(say(f"lessons.{lesson}_title") if lesson else "The Defender's Dilemma", SIZE)
    desk = Desk(url, token)
    try:
        stage = Stage(window)
        stage.say = say
        stage.run(ProjectorScreen(desk))
    finally:
        desk.close()
        window.close()
