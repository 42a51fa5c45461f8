"""`dilemma bench`: thousands of matches without a window, and what came out, with intervals."""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from game.cli.options import Away, Home, Json, Scenario, Seed

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress

    from game.benching.tally import Tally
    from game.fixture import Arranged
    from game.results import Results, Rows


def bench(
    scenario: Scenario = "late-deficit",
    home: Home = None,
    away: Away = None,
    matches: Annotated[int, typer.Option(help="How many matches to play.")] = 1000,
    seed: Seed = 1,
    workers: Annotated[
        int | None, typer.Option(help="Threads; one a core when left out. Never changes the rows.")
    ] = None,
    as_json: Json = False,
    out: Annotated[
        Path | None,
        typer.Option(help="Folder for a CSV row a match and summary.json; run again to go on."),
    ] = None,
) -> int:
    """Play many matches without a window and show what came out, with 95 % intervals."""
    from game.benching.bench import check_matches
    from game.benching.rounds import checked_workers
    from game.benching.tally import Tally
    from game.fixture import Fixture, arrange, check_seed
    from game.kernel import is_warm

    check_matches(matches)
    check_seed(seed)
    threads = checked_workers(workers)
    warm = is_warm()  # asked first: arranging a fixture compiles a little already
    arm = arrange(Fixture(scenario, home, away))
    tally = Tally()
    with _kept(out, arm, seed) as results:
        rows = _rows(results, arm, matches, seed=seed, workers=threads)
        compiling = compile_engine(arm, warm=warm)
        first = results.finished if results else 0
        stopped, wall = _count(rows, tally, matches, first=first)
        report = {
            **_asked(arm, scenario=scenario, seed=seed, workers=threads),
            "matches": tally.matches,
            **tally.report(),
            "wall_seconds": wall,
            "compile_seconds": compiling,
            "resumed": first,  # matches found in --out, which wall_seconds leaves out
        }
        if results is not None:
            results.summarise({"finished": tally.matches, **report})
    if stopped:
        kept = f" and kept in {out}; the same command goes on from there" if out else ""
        typer.echo(f"stopped: {tally.matches} of {matches} matches are finished{kept}", err=True)
    if as_json:
        typer.echo(json.dumps(report, ensure_ascii=False, allow_nan=False))
    elif tally.matches:
        _show(report, tally, out)
    return 130 if stopped else 0


def compile_engine(arm: Arranged, *, warm: bool) -> float:
    """Fetch the engine if it is `warm`, else compile it and say so; the seconds it took."""
    from game.benching.bench import make_ready

    if not warm:
        typer.echo("compiling the engine, once per version: about half a minute", err=True)
    begun = time.perf_counter()
    make_ready(arm)
    return time.perf_counter() - begun


@contextlib.contextmanager
def _kept(out: Path | None, arm: Arranged, seed: int) -> Iterator[Results | None]:
    """The results folder, if one is asked for."""
    from game.benching.bench import describe
    from game.benching.rows import ROW
    from game.results import open_results

    if out is None:
        yield None
        return
    with open_results(out, describe([arm], seed), ROW) as results:
        yield results


def _rows(results: Results | None, arm: Arranged, matches: int, *, seed: int, workers: int) -> Iterator[Rows]:
    """All rows, as they come."""
    from game.benching.bench import play_arms, play_into

    if results is None:
        return play_arms([arm], matches, seed, workers=workers)
    return play_into(results, [arm], matches, workers=workers)


def _count(rows: Iterator[Rows], tally: Tally, matches: int, *, first: int) -> tuple[bool, float]:
    """Take all `rows` into `tally`; whether Ctrl-C cut it short, and the seconds it took."""
    from rich.console import Console

    begun = time.perf_counter()
    stopped = False
    console = Console(stderr=True)
    with contextlib.closing(rows), _bar(console) as bar:  # type: ignore[type-var]  # a generator
        task = bar.add_task("matches", total=matches, completed=first, rate="")
        try:
            for piece in rows:
                tally.add(piece)
                bar.update(task, completed=tally.matches, rate=_rate(tally.matches - first, begun))
        except KeyboardInterrupt:
            stopped = True
    if not console.is_terminal:
        typer.echo(f"{tally.matches} of {matches} matches, {_rate(tally.matches - first, begun)}", err=True)
    return stopped, time.perf_counter() - begun


def _bar(console: Console) -> Progress:
    """A bar with how many, how fast and how long still; nothing where there is no terminal to draw it on."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn())
    return Progress(*columns, console=console, disable=not console.is_terminal)


def _rate(matches: int, begun: float) -> str:
    """How many matches a second since `begun`."""
    return f"{matches / (time.perf_counter() - begun):.1f} a second"


def _asked(arm: Arranged, *, scenario: str, seed: int, workers: int) -> dict[str, Any]:
    """What was asked for, as the report says it."""
    from game.match import ENGINE

    return {
        "engine": ENGINE,
        "scenario": scenario,
        "home": arm.fixture.home,
        "away": arm.fixture.away,
        "matches": 0,
        "seed": seed,
        "workers": workers,
    }


def _show(report: dict[str, Any], tally: Tally, out: Path | None) -> None:
    """The outcome as a table on stdout."""
    from rich.console import Console
    from rich.table import Table

    from game.results import ROWS

    console = Console(highlight=False)
    table = Table("home side", "measured", "95 % interval", box=None, pad_edge=False)
    table.columns[1].justify = table.columns[2].justify = "right"
    for name, each in tally.shares().items():
        table.add_row(name, f"{each.value:.1%}", f"{each.low:.1%} to {each.high:.1%}")
    for name, each in tally.means().items():
        table.add_row(name.replace("_", " "), f"{each.value:.3f}", f"{each.low:.3f} to {each.high:.3f}")
    console.print(
        f"{report['scenario']}: home {report['home']} against away {report['away']}, "
        f"{report['matches']} matches, seed {report['seed']}, engine {report['engine']}",
        table,
        sep="\n",
        markup=False,
        soft_wrap=True,
    )
    resumed = f", {report['resumed']} of them played before" if report["resumed"] else ""
    console.print(f"{report['wall_seconds']:.1f} s on {report['workers']} threads{resumed}")
    if out is not None:
        console.print(f"a row a match: {out / ROWS}", markup=False, soft_wrap=True)
