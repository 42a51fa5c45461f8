"""Ordinary matches as an experiment plays them: a fixture, on the luck of numbered matches."""

from __future__ import annotations

import functools
import pickle
from typing import Any

import numpy as np

from game.benching.bench import play_rounds
from game.compiling import compile_engine
from game.fixture import Arranged, Fixture, arrange
from game.results import Rows

Plan = Fixture | tuple[Fixture, ...]
"""One fixture, or several that take turns: match k is played as number k modulo how many there are."""


def play_fixture(plan: Plan, seed: int, first: int, count: int) -> Rows:
    """The rows of matches `first` … `first + count - 1` of `plan`; match k has the same luck in every plan."""
    if isinstance(plan, Fixture):
        return play_rounds([arranged(plan)], seed, first, count)
    turns = [plan[number % len(plan)] for number in range(first, first + count)]
    played = [play_rounds([arranged(each)], seed, first + k, 1) for k, each in enumerate(turns)]
    return np.concatenate(played)


def describe_fixture(plan: Plan) -> Any:
    """All that the rows of `plan` depend on, its seeds apart."""
    return arranged(plan).describe() if isinstance(plan, Fixture) else [arranged(each).describe() for each in plan]


def fixture_seconds(plan: Plan) -> float:
    """About how many seconds of match time one match of `plan` lasts."""
    return arranged(plan if isinstance(plan, Fixture) else plan[0]).seconds()


def arranged(fixture: Fixture) -> Arranged:
    """`fixture` made ready, once a process; a fresh worker compiles the engine first, or fetches it."""
    return _arranged(pickle.dumps(fixture))  # a scenario with a line-up holds a list, which has no hash


@functools.lru_cache(maxsize=256)
def _arranged(pickled: bytes) -> Arranged:
    compile_engine()
    return arrange(pickle.loads(pickled))
