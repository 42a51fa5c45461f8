"""Plays the cells of an experiment in chunks on any executor, and goes on where an earlier run was stopped.

A chunk is a function of plan, seed and match numbers alone, and the rows are put together by cell and match, so the
result is the same for any number of workers, after any interruption, and if a chunk was played twice.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from game.experiments.experiment import Cell, Experiment, Played
from game.experiments.kept import Kept
from game.experiments.settings import Settings
from game.match import ENGINE
from game.record import layout_hash
from game.results import Rows
from game.state import Match

AHEAD = 3  # chunks a worker has waiting, so that none idles


class Chunk(NamedTuple):
    """Matches `first` … `first + matches - 1` of a cell, by its number."""

    cell: int
    first: int
    matches: int


class Progress(NamedTuple):
    """How far a run is; seconds are of match time, planned."""

    rows: int
    rows_in_all: int
    seconds: float
    seconds_in_all: float


@dataclass(frozen=True)
class Run:
    """An experiment under given settings and seed, ready to be played."""

    experiment: Experiment[Any]
    settings: Settings
    seed: int
    cells: Sequence[Cell]
    costs: Sequence[float]  # s of match time a row, by cell

    @property
    def rows(self) -> int:
        """How many rows there will be."""
        return sum(cell.matches for cell in self.cells)

    def setup(self) -> dict[str, Any]:
        """Everything the rows depend on but how many there are, as JSON can say it."""
        return {
            "experiment": self.experiment.name,
            "engine": ENGINE,
            "layout": layout_hash(Match),
            "seed": self.seed,
            "settings": json.loads(self.settings.model_dump_json(exclude={"matches"})),
            "cells": [{**cell.keys, "plan": self.experiment.describe(cell.plan)} for cell in self.cells],
        }

    def chunks(self) -> list[Chunk]:
        """All chunks, cells in turn, so that a run that was stopped knows something of each."""
        return [
            chunk
            for turn in itertools.zip_longest(*map(self._of_cell, range(len(self.cells))))
            for chunk in turn
            if chunk
        ]

    def _of_cell(self, cell: int) -> Iterator[Chunk]:
        """The chunks of one cell; where they begin does not depend on how many matches are asked for."""
        matches = self.cells[cell].matches
        piece = max(1, round(self.settings.chunk_seconds / self.costs[cell]))
        for first in range(0, matches, piece):
            yield Chunk(cell, first, min(piece, matches - first))


def prepare(experiment: Experiment[Any], settings: Settings, seed: int) -> Run:
    """Lay out the cells of `experiment`; ValueError or KeyError where the settings make no sense."""
    cells = experiment.cells(settings)
    if not cells:
        raise ValueError(f"these settings leave {experiment.name} nothing to play")
    named = [tuple(cell.keys.values()) for cell in cells]
    twice = next((keys for keys in named if named.count(keys) > 1), None)
    if twice is not None:
        raise ValueError(f"these settings ask {experiment.name} for {', '.join(map(str, twice))} twice; keep one")
    return Run(experiment, settings, seed, cells, [experiment.seconds(cell.plan) for cell in cells])


def play(
    run: Run, kept: Kept, executor: Executor, *, workers: int, progress: Callable[[Progress], None] | None = None
) -> Played:
    """Play what `kept` has not, keep it chunk by chunk, and return all rows.

    Raises ValueError when `kept` holds more than this run asks for. Stopping early, by any exception, cancels what
    has not begun.
    """
    todo = missing(run, kept)
    rows = run.rows - sum(chunk.matches for chunk in todo)
    total = sum(cell.matches * cost for cell, cost in zip(run.cells, run.costs, strict=True))
    seconds = total - sum(chunk.matches * run.costs[chunk.cell] for chunk in todo)
    for chunk, made in _finished(run, todo, executor, AHEAD * workers):
        kept.keep(chunk.cell, chunk.first, made)
        rows += chunk.matches
        seconds += chunk.matches * run.costs[chunk.cell]
        if progress is not None:
            progress(Progress(rows, run.rows, seconds, total))
    return collect(run, kept)


def missing(run: Run, kept: Kept) -> list[Chunk]:
    """The chunks still to be played."""
    chunks = run.chunks()
    wanted = {(chunk.cell, chunk.first): chunk.matches for chunk in chunks}
    for place in kept.chunks():
        if kept.count(*place) > wanted.get(place, 0):
            raise ValueError("more matches are kept there already; ask for at least as many, or choose another --out")
    return [chunk for chunk in chunks if kept.count(chunk.cell, chunk.first) < chunk.matches]


def collect(run: Run, kept: Kept) -> Played:
    """All rows, cell by cell, by match number."""
    by_cell: list[list[Rows]] = [[] for _ in run.cells]
    for chunk in sorted(run.chunks()):
        by_cell[chunk.cell].append(kept.read(chunk.cell, chunk.first))
    return Played(run.cells, [np.concatenate(rows) for rows in by_cell], run.seed)


def _finished(run: Run, todo: Sequence[Chunk], executor: Executor, ahead: int) -> Iterator[tuple[Chunk, Rows]]:
    """Chunks as they are done, `ahead` of them under way at a time, so that memory stays flat."""
    waiting = iter(todo)
    under_way: dict[Future[Rows], Chunk] = {}
    try:
        while True:
            for chunk in itertools.islice(waiting, ahead - len(under_way)):
                plan = run.cells[chunk.cell].plan
                under_way[executor.submit(run.experiment.play, plan, run.seed, chunk.first, chunk.matches)] = chunk
            if not under_way:
                return
            for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                yield under_way.pop(future), future.result()
    finally:
        for future in under_way:
            future.cancel()
