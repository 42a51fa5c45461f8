"""`dilemma census`: simulated football beside real football, metric by metric."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.options import Json, Seed

if TYPE_CHECKING:
    from game.census.take import Line

PAGE = "census.html"
WIDE = 100  # columns the table needs; a narrower terminal breaks its lines


def census(
    matches: Annotated[int, typer.Option(help="How many full matches to play.")] = 100,
    seed: Seed = 1,
    workers: Annotated[
        int | None, typer.Option(help="Threads; one a core when left out. Never changes the figures.")
    ] = None,
    home_advantage: Annotated[
        float | None,
        typer.Option(help="Fewer errors at home, more away; 0: equal sides. Left out: as in leagues."),
    ] = None,
    as_json: Json = False,
    out: Annotated[Path | None, typer.Option(help=f"Folder for the picture page, {PAGE}.")] = None,
) -> None:
    """Play full matches of two equal sides and set what happens beside real football."""
    from game.census.page import page
    from game.census.take import HOME_ADVANTAGE, take_census
    from game.files import write_whole
    from game.kernel import is_warm
    from game.match import ENGINE

    if out is not None:
        out.mkdir(parents=True, exist_ok=True)  # asked first: an hour's matches must not end at a locked door
    if not is_warm():
        typer.echo("compiling the engine, once per version: about a minute", err=True)
    home_advantage = HOME_ADVANTAGE if home_advantage is None else home_advantage
    found = take_census(matches, seed, workers=workers, home_advantage=home_advantage, progress=_say)
    if out is not None:
        write_whole(out / PAGE, page(found, matches=matches, seed=seed, engine=ENGINE).encode())
    if as_json:
        asked = {"engine": ENGINE, "matches": matches, "seed": seed, "home_advantage": home_advantage}
        report = {**asked, "metrics": [line.report() for line in found]}
        typer.echo(json.dumps(report, ensure_ascii=False, allow_nan=False))
        return
    _show(found, matches)
    if out is not None:
        typer.echo(f"picture page: {out / PAGE}")


def _say(played: int, matches: int) -> None:
    """Tell how far it is, ten times in all."""
    if played * 10 // matches > (played - 1) * 10 // matches:
        typer.echo(f"{played} of {matches} matches", err=True)


def _show(found: list[Line], matches: int) -> None:
    """The census as a table on stdout."""
    from rich.console import Console
    from rich.table import Table

    from game.census.page import figure

    console = Console(highlight=False)
    console.width = max(console.width, WIDE)
    group = ""
    table = Table("metric", "unit", "simulated", "real", "real band", "", box=None, pad_edge=False)
    for column in table.columns[2:5]:
        column.justify = "right"
    for line in found:
        metric = line.metric
        if metric.group != group:
            group = metric.group
            table.add_row(f"[bold]{group}[/bold]")
        band = f"{figure(metric.real.low)} to {figure(metric.real.high)}"
        mark = "within" if line.within else "OUTSIDE"
        table.add_row(metric.name, metric.unit, figure(line.simulated), figure(metric.real.mean), band, mark)
    console.print(table)
    inside = sum(line.within for line in found)
    console.print(f"{inside} of {len(found)} metrics within the real band, {matches} matches")
