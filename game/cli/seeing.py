"""The verbs that show a match: `watch` and `film`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from game.cli.options import Away, Home, Scenario

OwnSeed = Annotated[int | None, typer.Option("--seed", help="The luck; the scenario's own when left out.")]


def watch(
    scenario: Scenario = "late-deficit",
    home: Home = None,
    away: Away = None,
    seed: OwnSeed = None,
) -> None:
    """Watch the machine play against itself in a window (F1 there lists the keys)."""
    home, away, seed = _settled(scenario, home, away, seed=seed)
    need_a_display()
    from game.screens.watch import open_watch

    open_watch(scenario, home=home, away=away, seed=seed)


def film(
    out: Annotated[
        Path,
        typer.Option(help="FILE.gif, FILE.png (a sheet of twelve moments), or a folder of PNG frames."),
    ],
    scenario: Scenario = "late-deficit",
    home: Home = None,
    away: Away = None,
    seed: OwnSeed = None,
    start: Annotated[float, typer.Option(help="Seconds of match time before the film.")] = 0.0,
    seconds: Annotated[float, typer.Option(help="Seconds of match time to film.")] = 20.0,
    fps: Annotated[int, typer.Option(help="Pictures a second.")] = 10,
    width: Annotated[int, typer.Option(help="Pixels across.")] = 960,
) -> None:
    """Film a match without a window."""
    from game.screens.film import make_film

    home, away, seed = _settled(scenario, home, away, seed=seed)
    written = make_film(
        scenario,
        home=home,
        away=away,
        seed=seed,
        out=out,
        start=start,
        seconds=seconds,
        fps=fps,
        width=width,
    )
    typer.echo(f"{written}")


def _settled(name: str, home: str | None, away: str | None, *, seed: int | None) -> tuple[str, str, int]:
    """Mixes and seed, those left out being the scenario's own."""
    from game.teams.scenarios import scenario

    told = scenario(name)
    return home or told.home.mix, away or told.away.mix, told.seed if seed is None else seed


def need_a_display() -> None:
    """Refuse a window where there is none, before SDL writes lines of its own to stderr."""
    shown_by = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
    if sys.platform.startswith("linux") and not any(map(os.environ.get, shown_by)):
        raise ValueError("no display for a window; without one use dilemma bench, or dilemma film --out match.gif")
