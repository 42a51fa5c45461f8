"""Ordinary matches as an experiment plays them: a fixture, on the luck of numbered matches."""

from __future__ import annotations

import functools
import pickle
from typing import Any

from game.benching.bench import play_rounds
from game.compiling import compile_engine
from game.fixture import Arranged, Fixture, arrange
from game.results import Rows


def play_fixture(fixture: Fixture, seed: int, first: int, count: int) -> Rows:
    """The rows of matches `first` … `first + count - 1` of `fixture`; every fixture meets the same luck."""
    return play_rounds([arranged(fixture)], seed, first, count)


def describe_fixture(fixture: Fixture) -> dict[str, Any]:
    """All that the rows of `fixture` depend on, its seeds apart."""
    return arranged(fixture).describe()


def fixture_seconds(fixture: Fixture) -> float:
    """About how many seconds of match time one match of `fixture` lasts."""
    return arranged(fixture).seconds()


def arranged(fixture: Fixture) -> Arranged:
    """`fixture` made ready, once a process; a fresh worker compiles the engine first, or fetches it."""
    return _arranged(pickle.dumps(fixture))  # a scenario with a line-up holds a list, which has no hash


@functools.lru_cache(maxsize=256)
def _arranged(pickled: bytes) -> Arranged:
    compile_engine()
    return arrange(pickle.loads(pickled))
