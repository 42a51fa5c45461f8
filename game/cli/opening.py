"""The command without a verb: the game, at its title."""

from __future__ import annotations

import os
import sys

import typer


def title(context: typer.Context) -> None:
    """Open the game, unless a verb asks for something else."""
    if context.invoked_subcommand is not None:
        return
    shown_by = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
    if sys.platform.startswith("linux") and not any(map(os.environ.get, shown_by)):
        raise ValueError("no display for a window; without one use dilemma bench, or dilemma film --out match.gif")
    from game.screens.opening import open_game

    open_game()
