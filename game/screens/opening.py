"""Opening the game: window, settings, title; and closing it in order."""

from __future__ import annotations

from game.screens import doors
from game.screens.crash import last_report, rescuer, write_report
from game.screens.saves import Saves
from game.screens.settings import load_settings
from game.screens.stage import TITLE, Stage
from game.screens.title import TitleScreen
from game.screens.window import Window


def open_game() -> None:
    """Open the window at the title and return when it is closed.

    Raises ScreenError, in one line, without a display. What goes wrong later leaves a report in the saves' folder.
    """
    saves = Saves()
    settings = load_settings(saves)
    window = Window(TITLE, (settings.width, settings.height))
    stage = Stage(window, saves=saves, settings=settings)
    try:
        if settings.full_screen:
            window.toggle_full()
        rescuer(stage, TitleScreen)
        told = last_report(saves)
        if told:
            stage.tell(stage.say("shell.crash_last", path=told))
        stage.run(TitleScreen())
    except Exception as error:
        where = write_report(error, saves)
        raise OSError(f"the game failed; the report: {where}") from error
    finally:
        doors.READYING.stop()
        window.close()
