"""From the command line straight into a match: the window, the engine made ready, the page."""

from __future__ import annotations

from collections.abc import Sequence

from game.replay import Order
from game.screens.language import Language
from game.screens.play.playing import Playing
from game.screens.play.screen import PlayScreen
from game.screens.saves import Saves
from game.screens.settings import load_settings
from game.screens.stage import TITLE, Stage
from game.screens.warming import warmed
from game.screens.window import Window


def open_play(playing: Playing, *, last: Sequence[Order] = ()) -> None:
    """Play `playing` in a window and return when it is closed; `last` are orders shown as a ghost.

    Raises ScreenError (one line) without a display.
    """
    saves = Saves()
    settings = load_settings(saves)
    window = Window(TITLE, (settings.width, settings.height))
    try:
        if settings.full_screen:
            window.toggle_full()
        if warmed(window, playing.match, playing.setup, say=Language(settings.language)):
            stage = Stage(window, saves=saves, settings=settings)
            stage.run(PlayScreen(playing, last=last))
    finally:
        window.close()
