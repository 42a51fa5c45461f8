"""The wait before a first match: the engine is compiled, or fetched from disk, while the window says so."""

from __future__ import annotations

import threading
import time

import pygame

from game.brain.explain import explain
from game.compiling import compile_engine
from game.kernel import is_warm
from game.match import tick
from game.record import blank, copy
from game.screens import theme
from game.screens.language import Language
from game.screens.window import Window
from game.state import Match, Notes, Setup

PATIENCE = 5.0  # s after which a fetch was a compilation after all
LOOKS = 15  # a second


def warmed(window: Window, match: Match, setup: Setup, *, say: Language) -> bool:
    """Make everything ready to play `match`, which is left as it is; False when somebody closed the window."""
    warm = is_warm()
    failures: list[BaseException] = []
    worker = threading.Thread(target=_warm, args=(copy(match), setup, failures), daemon=True)
    begun = time.monotonic()
    worker.start()
    while worker.is_alive():
        if _closed():
            return False
        seconds = time.monotonic() - begun
        _say(window, say("watch.warm" if warm and seconds < PATIENCE else "watch.cold"), seconds)
        worker.join(1 / LOOKS)
    if failures:
        raise failures[0]
    return True


def _warm(match: Match, setup: Setup, failures: list[BaseException]) -> None:
    """Run everything once that the window will run."""
    try:
        compile_engine()
        tick(match, setup, blank(Notes))
        explain(match, setup, 0)
    except BaseException as error:  # noqa: BLE001 — raised again by the thread that waits
        failures.append(error)


def _closed() -> bool:
    """Whether somebody has closed the window or pressed escape."""
    return any(
        event.type == pygame.QUIT or (event.type == pygame.KEYDOWN and event.key == pygame.K_ESCAPE)
        for event in pygame.event.get((pygame.QUIT, pygame.KEYDOWN))
    )


def _say(window: Window, text: str, seconds: float) -> None:
    window.resized()
    canvas = window.canvas
    canvas.fill(theme.INK)
    unit = theme.unit(canvas.get_size())
    centre = canvas.get_rect().center
    theme.write(canvas, text, centre, pixels=theme.BODY * unit, anchor="center")
    below = (centre[0], centre[1] + 30 * unit)
    theme.write(canvas, f"{seconds:.0f} s", below, pixels=theme.BODY * unit, ink=theme.MUTED, anchor="center")
    window.show()
