"""`dilemma replay`: keep a match in a small file, and see that it still comes out the same."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from game.cli.options import Away, Home, Scenario, Seed

app = typer.Typer(help="Keep a match in a small file, and play it again.", no_args_is_help=True, rich_markup_mode=None)


@app.command()
def save(
    out: Annotated[Path, typer.Option(help="The file to write.")],
    scenario: Scenario = "late-deficit",
    home: Home = None,
    away: Away = None,
    seed: Seed = 1,
) -> None:
    """Play a match and keep it in a file."""
    from game.fixture import Fixture
    from game.replay import make_replay, save_replay

    replay = make_replay(Fixture(scenario, home, away), seed=seed)
    save_replay(replay, out)
    typer.echo(f"{out}: {replay.ticks} ticks, final state {replay.final}")


@app.command()
def check(file: Annotated[Path, typer.Argument(help="A replay.")]) -> int:
    """Play a kept match again and compare it with what it was."""
    from game.replay import load_replay, rerun

    played = rerun(load_replay(file))
    if played.divergence is not None:
        raise ValueError(f"{file} {played.divergence}")
    home, away = (team.goals for team in played.match.teams)
    typer.echo(f"{file}: the same match to the last bit, {home}–{away} at tick {played.match.tick}")
    return 0
