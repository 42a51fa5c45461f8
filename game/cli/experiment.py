"""`dilemma experiment`: a designed experiment, played in chunks, with figures and a report."""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from game.cli.options import Json, Seed

WIDEST = 400  # letters a line of a table may have; a narrower terminal breaks it

if TYPE_CHECKING:
    from rich.console import Console

    from game.experiments.experiment import Findings, Played
    from game.experiments.kept import Kept
    from game.experiments.runner import Progress, Run


def experiment(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="Which; left out: list them.")] = None,
    matches: Annotated[
        int | None, typer.Option(help="How many matches a cell; left out: some three minutes' worth.")
    ] = None,
    seed: Seed = 1,
    workers: Annotated[
        int | None, typer.Option(help="Threads; one a core when left out. Never changes the rows.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="Folder for rows, tables, figures and report.html; run again to go on.")
    ] = None,
    as_json: Json = False,
    engine: Annotated[str, typer.Option(help="local, or dask.")] = "local",
    dask: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="A running Dask scheduler, as tcp://host:8786.")
    ] = None,
    settings: Annotated[
        list[str] | None, typer.Option("--set", metavar="NAME=VALUE", help="Change a setting; may come again.")
    ] = None,
) -> int:
    """Run a designed experiment: a question, thousands of paired matches, figures and an answer with intervals."""
    from game.experiments.executors import place
    from game.experiments.experiment import experiment as known
    from game.experiments.runner import prepare
    from game.experiments.settings import settings_from
    from game.fixture import check_seed

    if name is None:
        _list()
        return 0
    chosen = known(name)
    check_seed(seed)
    run = prepare(chosen, settings_from(chosen.settings, settings or [], matches=matches), seed)
    with _kept(out, run) as kept:
        compiling = _compile()
        begun = time.perf_counter()
        resumed = sum(kept.count(*each) for each in kept.chunks())
        with place(engine, workers=workers, address=dask) as where:
            played = _play(run, kept, where, out)
        if played is None:
            return 130
        wall = time.perf_counter() - begun
        findings = chosen.find(played, run.settings)
        _tell(run, played, findings, out=out, as_json=as_json, timing=_timing(played, wall, compiling, resumed))
    return 0


def _list() -> None:
    """All experiments, a line each."""
    from game.experiments.experiment import experiments

    listed = experiments()
    width = max(len(each.name) for each in listed)
    for each in listed:
        typer.echo(f"{each.name:{width}}  {each.question}")


@contextlib.contextmanager
def _kept(out: Path | None, run: Run) -> Iterator[Kept]:
    """Where chunks are kept: the folder, or memory."""
    from game.experiments.kept import Kept, open_folder

    if out is None:
        yield Kept()
        return
    with open_folder(out, run.setup(), run.experiment.columns) as kept:
        yield kept


def _compile() -> float:
    """Have the engine ready, say so if that takes long; the seconds it took."""
    from game.compiling import compile_engine
    from game.kernel import is_warm

    if not is_warm():
        typer.echo("compiling the engine, once per version: about half a minute", err=True)
    begun = time.perf_counter()
    compile_engine()
    return time.perf_counter() - begun


def _play(run: Run, kept: Kept, where: Any, out: Path | None) -> Played | None:
    """All rows, with a bar on stderr; None when Ctrl-C cut it short."""
    from rich.console import Console

    from game.experiments.runner import play

    first = sum(kept.count(*each) for each in kept.chunks())
    told = _Bar(Console(stderr=True), run, first=first)
    try:
        with told.bar:
            return play(run, kept, where.executor, workers=where.workers, progress=told.move)
    except KeyboardInterrupt:
        done = sum(kept.count(*each) for each in kept.chunks())
        where_to = f" and kept in {out}; the same command goes on from there" if out else ""
        typer.echo(f"stopped: {done} of {run.rows} matches are finished{where_to}", err=True)
        return None


class _Bar:
    """A bar over match time, with matches, rate and time left; ten plain lines where there is no terminal."""

    def __init__(self, console: Console, run: Run, *, first: int) -> None:
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

        self.console, self.began, self.first, self.tenths = console, time.perf_counter(), first, 0
        columns = (BarColumn(), TextColumn("{task.fields[told]}"), TimeRemainingColumn())
        self.bar = Progress(*columns, console=console, disable=not console.is_terminal)
        self.task = self.bar.add_task(run.experiment.name, total=None, told=f"of {run.rows:,} matches")

    def move(self, so_far: Progress) -> None:
        """Take in that a chunk is done."""
        rate = (so_far.rows - self.first) / (time.perf_counter() - self.began)
        told = f"{so_far.rows:,} of {so_far.rows_in_all:,} matches, {rate:.1f} a second"
        self.bar.update(self.task, total=so_far.seconds_in_all, completed=so_far.seconds, told=told)
        tenths = int(10 * so_far.seconds / so_far.seconds_in_all)
        if not self.console.is_terminal and tenths > self.tenths:
            typer.echo(told, err=True)
        self.tenths = tenths


def _timing(played: Played, wall: float, compiling: float, resumed: int) -> dict[str, float]:
    """How long it took, and how much match time that was."""
    named = "seconds" in (played.rows[0].dtype.names or ())
    simulated = sum(float(rows["seconds"].sum()) for rows in played.rows) if named else 0.0
    return {
        "simulated_seconds": simulated,
        "wall_seconds": wall,
        "compile_seconds": compiling,
        "resumed": resumed,  # matches found in --out, which wall_seconds leaves out
    }


def _tell(
    run: Run, played: Played, findings: Findings, *, out: Path | None, as_json: bool, timing: dict[str, float]
) -> None:
    """Write the files, and the answer on stdout."""
    from game.experiments.finish import finish, outcome
    from game.match import ENGINE

    page = finish(run, played, findings, out) if out is not None else None
    if as_json:
        asked = {"experiment": run.experiment.name, "engine": ENGINE, "seed": run.seed, "matches": run.rows}
        settings = run.settings.model_dump(mode="json")
        report = {**asked, "settings": settings, **outcome(findings), **timing}
        typer.echo(json.dumps(report, ensure_ascii=False, allow_nan=False))
        return
    show(run.experiment.question, findings)
    typer.echo(f"{run.rows:,} matches, seed {run.seed}, engine {ENGINE}, {timing['wall_seconds']:.1f} s")
    if page is not None:
        typer.echo(f"report: {page}")


def show(question: str, findings: Findings) -> None:
    """Question, answer, and every table."""
    from rich.console import Console
    from rich.measure import Measurement
    from rich.table import Table

    console = Console(highlight=False, markup=False)
    wide = console.width
    console.print(question, style="bold")
    console.print(findings.answer)
    for section in findings.sections:
        console.print(f"\n{section.heading}", style="bold")
        for paragraph in section.paragraphs:
            console.print(paragraph)
        if section.table is None:
            continue
        table = Table(box=None, pad_edge=False)
        for column in section.table.columns:
            table.add_column(column.heading, justify="right" if column.style else "left", no_wrap=bool(column.style))
        for row in section.table.shown():
            table.add_row(*(" ".join(filter(None, each)) for each in row))
        console.width = max(wide, Measurement.get(console, console.options.update(max_width=WIDEST), table).maximum)
        console.print(table)
        console.width = wide
