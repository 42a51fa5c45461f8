"""The command without a verb: the game, at its title."""

from __future__ import annotations

import typer

from game.cli.seeing import need_a_display


def title(context: typer.Context) -> None:
    """Open the game, unless a verb asks for something else."""
    if context.invoked_subcommand is not None:
        return
    need_a_display()
    from game.screens.opening import open_game

    open_game()
