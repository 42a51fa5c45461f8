"""What an experiment is, and the list of them: every file of this folder that defines EXPERIMENT.

An experiment is data and three functions: which `cells` to play under given settings, how to `score` the rows into
tidy tables, and how to `tell` them as sections with charts. The runner knows nothing else of it.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

import numpy as np

from game.benching.rows import ROW
from game.experiments.playing import describe_fixture, fixture_seconds, play_fixture
from game.experiments.report import Section
from game.experiments.settings import Settings
from game.policies.names import unknown
from game.results import Rows

S = TypeVar("S", bound=Settings)
Key = str | int | float


@dataclass(frozen=True)
class Cell:
    """One arm of an experiment: `plan` is played `matches` times, on the luck of matches 0 … matches - 1.

    `keys` say which arm it is; they become the first columns of its rows, so every cell has the same ones. `plan`
    is whatever the experiment's `play` takes: a Fixture for ordinary matches. It must pickle.
    """

    keys: Mapping[str, Key]
    plan: Any
    matches: int


@dataclass(frozen=True)
class Played:
    """All rows of a finished experiment, cell by cell in the order of `cells`; each cell's by match number."""

    cells: Sequence[Cell]
    rows: Sequence[Rows]
    seed: int

    def of(self, **keys: Key) -> Rows:
        """The rows of the one cell with these keys."""
        found = [
            rows
            for cell, rows in zip(self.cells, self.rows, strict=True)
            if all(cell.keys[name] == value for name, value in keys.items())
        ]
        if len(found) != 1:
            raise KeyError(f"{len(found)} cells have {keys}; name one")
        return found[0]


@dataclass(frozen=True)
class Findings:
    """What an experiment found: its answer in a sentence or two, and the sections of its report with their tables."""

    answer: str
    sections: Sequence[Section]


Play = Callable[[Any, int, int, int], Rows]
"""`play(plan, seed, first, count)`: the rows of matches first … first + count - 1. A function of a module, so that
it can be sent to another process; the rows depend on nothing else."""


@dataclass(frozen=True)
class Experiment(Generic[S]):
    """A designed experiment; made once, at the end of its file, as EXPERIMENT."""

    name: str  # on the command line
    title: str
    question: str  # one line, without jargon
    settings: type[S]
    cells: Callable[[S], Sequence[Cell]]
    find: Callable[[Played, S], Findings]
    play: Play = play_fixture
    columns: np.dtype[Any] = ROW
    describe: Callable[[Any], Any] = describe_fixture  # all that a plan's rows depend on, as JSON can say it
    seconds: Callable[[Any], float] = fixture_seconds  # of match time a row of the plan costs, roughly


def experiments() -> list[Experiment[Any]]:
    """All experiments, by name."""
    return [_listed()[name] for name in sorted(_listed())]


def experiment(name: str) -> Experiment[Any]:
    """The experiment called `name`; a KeyError suggests the nearest."""
    known = _listed()
    if name not in known:
        raise unknown("experiment", name, sorted(known), see="dilemma experiment")
    return known[name]


@functools.cache
def _listed() -> dict[str, Experiment[Any]]:
    """Every EXPERIMENT of this folder, by its name."""
    package = __name__.rpartition(".")[0]
    found = {}
    for info in pkgutil.iter_modules([str(Path(__file__).parent)]):
        made = getattr(importlib.import_module(f"{package}.{info.name}"), "EXPERIMENT", None)
        if isinstance(made, Experiment):
            found[made.name] = made
    return found
