"""Opening the projector's window, and closing it in order."""

from __future__ import annotations

import pygame

from game.lessons import FirmLesson
from game.lessons import lesson as find
from game.screens.language import Language
from game.screens.projector.desk import Desk
from game.screens.projector.firm_show import FirmShow
from game.screens.projector.following import Following
from game.screens.projector.page import ProjectorScreen
from game.screens.projector.show import Show
from game.screens.stage import Stage
from game.screens.window import Window

OF_DESKTOP = 0.9  # of its sides the window takes: its foot must stay on it, whatever frame and bars there are


class Lectern(Stage):
    """A stage that speaks the language of its class, whatever the game at home is set to."""

    def keep_settings(self) -> None:
        """Write the settings down, and go on in the same language."""
        say = self.say
        super().keep_settings()
        self.say = say


def open_projector(*, url: str, token: str, lesson: str | None, language: str, minutes: int = 45) -> None:
    """Show the room at `url` until the window is closed; `lesson` of `minutes` is loaded in the room already.

    Raises ScreenError, in one line, without a display.
    """
    say = Language(language)
    title = say(f"lessons.{lesson}_title") if lesson else ""
    window = Window(title or "The Defender's Dilemma")
    _spread(window)
    desk = Desk(url, token)
    try:
        stage = Lectern(window)
        stage.say = say
        show = behind(lesson, say, minutes=minutes) if lesson else None
        stage.run(ProjectorScreen(desk, show))
    finally:
        desk.close()
        window.close()


def _spread(window: Window) -> None:
    """Take most of the desktop, in its middle."""
    width, height = pygame.display.get_desktop_sizes()[0]
    window.resize((round(OF_DESKTOP * width), round(OF_DESKTOP * height)))
    left, top = (round((1 - OF_DESKTOP) / 2 * side) for side in (width, height))
    pygame.display.set_window_position((left, top))


def behind(name: str, say: Language, *, minutes: int = 45) -> Following:
    """What stands behind the projector in the lesson called `name`."""
    found = find(name)
    if isinstance(found, FirmLesson):
        return FirmShow(found, say, minutes=minutes)
    return Show(found, say, minutes=minutes)
