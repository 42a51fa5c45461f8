"""One row a match: what a benchmark keeps of it."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.results import Rows
from game.state import TICKS_PER_SECOND, Match

COUNTED = (
    "shots",
    "on_target",
    "blocked",
    "counter_shots",
    "passes",
    "completed",
    "crosses",
    "long_passes",
    "headers",
    "take_ons",
    "tackles",
    "interceptions",
    "clearances",
    "saves",
    "corners",
    "throw_ins",
    "goal_kicks",
    "free_kicks",
    "penalties",
    "offsides",
    "fouls",
    "yellows",
    "reds",
    "substitutions",
    "kicks_taken",
    "kicks_scored",
)
"""The whole-numbered statistics of a Team that a row carries, by their names there."""

ROW = np.dtype(
    [
        ("match", np.int64),  # number of the match in its arm, from 0
        ("arm", np.int64),
        ("seed", np.int64),
        ("home_goals", np.int64),  # full score at the whistle
        ("away_goals", np.int64),
        ("home_scored", np.int64),  # goals after the scenario's start
        ("away_scored", np.int64),
        ("seconds", np.float64),  # match time played, stoppages included
        ("in_play_seconds", np.float64),
    ]
    + [
        (f"{side}_{name}", kind)
        for side in ("home", "away")
        for name, kind in (
            ("possession_seconds", np.float64),
            ("xg", np.float64),
            *((counted, np.int64) for counted in COUNTED),
        )
    ]
)
"""The columns; those from `home_possession_seconds` on count from the scenario's start."""


def rows_of(matches: NDArray[Any], start: Match, *, arm: int, first: int) -> Rows:
    """The rows of finished `matches`, shape (n,), which began as `start`; numbered from `first`."""
    rows = np.zeros(len(matches), ROW)
    began = np.asarray(start)
    rows["match"] = np.arange(first, first + len(matches))
    rows["arm"] = arm
    rows["seed"] = matches["seed"]
    rows["seconds"] = (matches["tick"] - began["tick"]) / TICKS_PER_SECOND
    rows["in_play_seconds"] = (matches["in_play"] - began["in_play"]) / TICKS_PER_SECOND
    for side, name in enumerate(("home", "away")):
        team, before = matches["teams"][:, side], began["teams"][side]
        rows[f"{name}_goals"] = team["goals"]
        rows[f"{name}_scored"] = team["goals"] - before["goals"]
        having = (team["possession"] - before["possession"]) / TICKS_PER_SECOND
        rows[f"{name}_possession_seconds"] = having
        for counted in ("xg", *COUNTED):
            rows[f"{name}_{counted}"] = team[counted] - before[counted]
    return rows


def outcome(rows: Rows) -> NDArray[np.int64]:
    """+1 where the home side won, 0 drawn, −1 lost; kicks from the mark decide a level match."""
    goals = rows["home_goals"] - rows["away_goals"]
    kicks = rows["home_kicks_scored"] - rows["away_kicks_scored"]
    decided: NDArray[np.int64] = np.sign(np.where(goals == 0, kicks, goals))
    return decided
