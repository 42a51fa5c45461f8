"""What a side does at every score and time of a match: one match as a row of counts, both sides pooled.

A moment belongs to a goal difference (clipped to two either way, each side's own view) and to a band of time: the
quarters of an hour, of which the last ends where the last ten minutes of true time begin.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.benching.luck import match_seeds
from game.census.observe import Watched, watch
from game.events import Action, Result
from game.experiments.playing import arranged
from game.fixture import Fixture
from game.pitch import HALF_LENGTH
from game.results import Rows
from game.state import SIDE, TICKS_PER_SECOND

BANDS = ("0-15", "15-30", "30-45+", "45-60", "60-75", "75-", "last ten")
"""Quarters of an hour by the clock, added time with the last of its half; then ten minutes of true time."""
MIDDLES = (7.5, 22.5, 38.0, 52.5, 67.5, 79.0, 89.0)
"""About where they lie, as a minute of the match."""
LAST = 6  # place of the last ten minutes
LAST_TEN = 600.0  # s
DIFFS = (-2, -1, 0, 1, 2)
STATES = ("down2", "down1", "level", "up1", "up2")
COUNTED = (
    "seconds",
    "shots",
    "counters",
    "xg",
    "goals",
    "crosses",
    "open_shots",
    "open_goals",
    "defending",
    "defending_metres",
    "line_looks",
    "line_metres",
    "ball_metres",
)
"""Of a side in a state: seconds, shots, those that end a counter-attack, their xG, goals, crosses; shots and goals
without penalties; defensive actions and the sum of their distances to the own goal line; looks (one a second) while
the rivals had the ball in play, and sums over them of how far the last line and the ball were from that line."""

LEFT = (900, 600, 300, 180, 60)
"""Seconds of true time left at which the score is noted."""

NAMES = [(band, state, name) for band in range(len(BANDS)) for state in range(len(DIFFS)) for name in COUNTED]
COLUMNS = np.dtype(
    [("match", np.int64), ("seed", np.int64), ("home_goals", np.int64), ("away_goals", np.int64)]
    + [("match_seconds", np.float64)]
    + [(f"margin_{left}", np.int64) for left in LEFT]
    + [(f"{name}_band{band}_{STATES[state]}", np.float64) for band, state, name in NAMES]
)
"""A match: result, its length, the home side's margin at some times left, and every count in every state."""

Counts = NDArray[np.float64]
"""Shape (bands, states, counted), or with matches before."""


def play_states(plan: Fixture, seed: int, first: int, count: int) -> Rows:
    """The rows of matches `first` … `first + count - 1` of `plan`."""
    made = np.zeros(count, COLUMNS)
    made["match"] = np.arange(first, first + count)
    for row, each in zip(made, match_seeds(seed, first, count), strict=True):
        watched = watch(arranged(plan), each)
        _write(row, watched, each)
    return made


def counts_of(played: Rows) -> Counts:
    """All counts of the matches, shape (matches, bands, states, counted)."""
    columns = [f"{name}_band{band}_{STATES[state]}" for band, state, name in NAMES]
    together = np.stack([played[name] for name in columns], axis=1)
    return together.reshape(len(played), len(BANDS), len(DIFFS), len(COUNTED))


def _write(row: Any, watched: Watched, seed: int) -> None:
    """Fill the row of one match."""
    looks = watched.looks
    last = looks[-1]
    row["seed"] = seed
    row["home_goals"], row["away_goals"] = last["teams"]["goals"]
    row["match_seconds"] = (last["tick"] - looks[0]["tick"]) / TICKS_PER_SECOND
    margins = _margins(looks)
    for left in LEFT:
        place = int(np.searchsorted(looks["tick"], last["tick"] - left * TICKS_PER_SECOND, side="right")) - 1
        row[f"margin_{left}"] = margins[max(place, 0)]
    for (band, state, name), value in zip(NAMES, count(watched).ravel(), strict=True):
        row[f"{name}_band{band}_{STATES[state]}"] = value


def count(watched: Watched) -> Counts:
    """Every count of one match, both sides together, shape (bands, states, counted)."""
    looks = watched.looks
    margins, bands = _margins(looks), _bands(looks)
    found = np.zeros((len(BANDS), len(DIFFS), len(COUNTED)))
    for side, sign in enumerate((1, -1)):
        states = np.clip(sign * margins, -2, 2) + 2
        _add_counters(found, looks, side, bands, states)
        _add_lines(found, looks, side, bands, states)
        _add_events(found, watched, side, bands, states)
    return found


def _margins(looks: NDArray[Any]) -> NDArray[np.int64]:
    """The home side's goals less the away side's at every look."""
    goals = looks["teams"]["goals"]
    margins: NDArray[np.int64] = goals[:, 0] - goals[:, 1]
    return margins


def _bands(looks: NDArray[Any]) -> NDArray[np.int64]:
    """The band of time of every look."""
    minute = looks["clock"]["tick"] / (60.0 * TICKS_PER_SECOND)
    quarter = np.minimum(minute // 15, 2).astype(np.int64) + 3 * (looks["clock"]["half"] - 1)
    late = looks["tick"] > looks["tick"][-1] - LAST_TEN * TICKS_PER_SECOND
    bands: NDArray[np.int64] = np.where(late, LAST, np.minimum(quarter, LAST - 1))
    return bands


def _add_counters(found: Counts, looks: NDArray[Any], side: int, bands: Any, states: Any) -> None:
    """What the record counts itself: the change from look to look, under the state at the earlier look."""
    team = looks["teams"][:, side]
    ticked = np.diff(looks["tick"]) / TICKS_PER_SECOND
    at = (bands[1:], states[:-1])
    np.add.at(found, (*at, COUNTED.index("seconds")), ticked)
    fields = {"shots": "shots", "counters": "counter_shots", "xg": "xg", "goals": "goals", "crosses": "crosses"}
    for name, field in fields.items():
        np.add.at(found, (*at, COUNTED.index(name)), np.diff(team[field].astype(np.float64)))


def _add_lines(found: Counts, looks: NDArray[Any], side: int, bands: Any, states: Any) -> None:
    """How far from its own goal line the last outfield man stands while the rivals have the ball, and the ball."""
    defends = (looks["dead"]["kind"] == 0) & (looks["having"] == 1 - side)
    own = slice(side * SIDE + 1, side * SIDE + SIDE)
    sign = looks["teams"]["attacks"][:, side].astype(np.float64)
    players = looks["players"][:, own]
    heights = np.where(players["on"] == 1, players["x"] * sign[:, None] + HALF_LENGTH, np.inf).min(axis=1)
    ball = looks["ball"]["x"] * sign + HALF_LENGTH
    at = (bands[defends], states[defends])
    np.add.at(found, (*at, COUNTED.index("line_looks")), 1.0)
    np.add.at(found, (*at, COUNTED.index("line_metres")), heights[defends])
    np.add.at(found, (*at, COUNTED.index("ball_metres")), ball[defends])


def _add_events(found: Counts, watched: Watched, side: int, bands: Any, states: Any) -> None:
    """Shots without penalties and their goals, and how far up the side defends."""
    events, looks = watched.events, watched.looks
    place = np.maximum(np.searchsorted(looks["tick"], events.ended, side="right") - 1, 0)
    ours = events.side == side
    shots = ours & events.are(Action.SHOT, Action.SHOT_FREEKICK)
    defending = ours & events.are(Action.TACKLE, Action.CHALLENGE, Action.INTERCEPTION, Action.CLEARANCE, Action.FOUL)
    for name, chosen, values in (
        ("open_shots", shots, np.ones(len(ours))),
        ("open_goals", shots & (events.result == Result.SUCCESS), np.ones(len(ours))),
        ("defending", defending, np.ones(len(ours))),
        ("defending_metres", defending, events.x),
    ):
        at = place[chosen]
        np.add.at(found, (bands[at], states[at], COUNTED.index(name)), values[chosen])
