"""Matches in which part of a side is benched to its job descriptions: how an experiment plays and rates them."""

from __future__ import annotations

import functools
import pickle
from dataclasses import dataclass
from typing import Any

import numpy as np

from game.benching.luck import match_seeds
from game.compiling import compile_engine
from game.dilemma.continuations import margin
from game.dilemma.contribution import Coalition, Group, benched
from game.dilemma.role_rating import RoleRating
from game.fixture import Arranged, Fixture
from game.match import run_on, scratch
from game.results import Rows
from game.state import SIDE, TICKS_PER_SECOND, Match, Setup

LOOK = 4 * TICKS_PER_SECOND  # ticks between two looks of the ratings
COLUMNS = np.dtype(
    [(name, np.int64) for name in ("match", "seed", "start", "margin")]
    + [(name, np.float64) for name in ("xg_for", "xg_against", "seconds")]
    + [(f"rating_{slot}", np.float64) for slot in range(SIDE)]
)
"""A match: the home side's margin at start and whistle, chances, and the role rating of every slot (0: not rated)."""


@dataclass(frozen=True)
class Benched:
    """Play `fixture` with those of `groups` at their jobs whose place in `joined` is 0; `rated`: watch everybody."""

    fixture: Fixture
    groups: tuple[Group, ...]
    joined: Coalition
    rated: bool = False


def play_benched(plan: Benched, seed: int, first: int, count: int) -> Rows:
    """The rows of matches `first` … `first + count - 1`, on the luck every plan meets."""
    arm = _arranged(pickle.dumps(plan))
    rows = np.zeros(count, COLUMNS)
    rows["match"] = np.arange(first, first + count)
    for row, match in zip(rows, arm.matches(match_seeds(seed, first, count)), strict=True):
        row["seed"], row["start"] = match.seed, margin(match, arm.setup, 0)
        began = match.tick
        for slot, mark in enumerate(_play(match, arm.setup, rated=plan.rated)):
            row[f"rating_{slot}"] = mark
        row["margin"] = margin(match, arm.setup, 0)
        row["xg_for"], row["xg_against"] = match.teams[0].xg, match.teams[1].xg
        row["seconds"] = (match.tick - began) / TICKS_PER_SECOND
    return rows


def describe_benched(plan: Benched) -> dict[str, Any]:
    """All that the rows of a plan depend on, its seeds apart."""
    return {**_arranged(pickle.dumps(plan)).describe(), "rated": plan.rated}


def benched_seconds(plan: Benched) -> float:
    """About how many seconds of match time a match of the plan costs; watching costs more than playing."""
    return _arranged(pickle.dumps(plan)).seconds() * (3.0 if plan.rated else 1.0)


def _play(match: Match, setup: Setup, *, rated: bool) -> list[float]:
    """Play `match` to the whistle; the role ratings of the home side, none where nobody watches."""
    ratings = [RoleRating(slot, setup) for slot in range(SIDE)] if rated else []
    notes, read = scratch(), 0
    while match.clock.over == 0:
        run_on(match, setup, notes, LOOK)
        fresh = [notes.events[k] for k in range(read, notes.count)] if rated else []
        read = notes.count
        for rating in ratings:
            rating.see(match, fresh)
    return [rating.value for rating in ratings]


@functools.lru_cache(maxsize=256)
def _arranged(pickled: bytes) -> Arranged:
    compile_engine()
    plan = pickle.loads(pickled)
    return benched(plan.fixture, plan.groups, plan.joined)
