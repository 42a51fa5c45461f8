"""Where the players are, a second at a time: length and width of a side, its line, who is near, the keeper."""

from __future__ import annotations

import itertools

import numpy as np
from numpy.typing import NDArray

from game.census.observe import Facts, Watched
from game.events import Action
from game.pitch import HALF_LENGTH
from game.state import SIDE, TICKS_PER_SECOND

DEEPEST = 4
"""Outfield players whose mean place is the back line's, as in tracking_team_shape_sample.csv."""
HIS_FEET = 1.0
"""m past the ball from where a man is ahead of it: who plays it is not."""
LINE_EDGES = (0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110)
"""Edges of the bands of the ball's distance to the defended goal, m, as in defensive_line_vs_ball.csv."""


def shape(watched: Watched) -> Facts:
    """Means over the seconds in play, one a side of a match; with and without the ball apart."""
    looks = watched.looks[watched.looks["dead"]["kind"] == 0]
    players = looks["players"]
    on = players["on"] == 1
    x = np.where(on, players["x"], np.nan)
    y = np.where(on, players["y"], np.nan)
    parts = [_side(looks, x, y, side) | _ahead(watched, side) for side in (0, 1)]
    return {name: np.array([part[name] for part in parts]) for name in parts[0]}


def _side(looks: NDArray[np.void], x: NDArray[np.float64], y: NDArray[np.float64], side: int) -> dict[str, float]:
    """What `shape` measures of one side; `x` and `y` of shape (n, 22), nan for who is off."""
    own = slice(side * SIDE + 1, side * SIDE + SIDE)
    rival = slice((1 - side) * SIDE + 1, (1 - side) * SIDE + SIDE)
    sign = looks["teams"]["attacks"][:, side].astype(np.float64)
    ours = x[:, own] * sign[:, None] + HALF_LENGTH
    theirs = x[:, rival] * sign[:, None] + HALF_LENGTH
    measured = {
        "deepest": np.nanmean(np.sort(ours, axis=1)[:, :DEEPEST], axis=1),
        "length": np.nanmax(ours, axis=1) - np.nanmin(ours, axis=1),
        "width": np.nanmax(y[:, own], axis=1) - np.nanmin(y[:, own], axis=1),
        "mate": _nearest(x[:, own], y[:, own], x[:, own], y[:, own]),
        "rival": _nearest(x[:, own], y[:, own], x[:, rival], y[:, rival]),
        "keeper": x[:, side * SIDE] * sign + HALF_LENGTH,
    }
    having = looks["having"] == side
    facts = {f"{name}_with": _mean(values, having) for name, values in measured.items()}
    facts |= {f"{name}_without": _mean(values, ~having) for name, values in measured.items()}
    ball = looks["ball"]["x"] * sign + HALF_LENGTH
    line = np.nanmin(ours, axis=1)
    for low, high in itertools.pairwise(LINE_EDGES):
        facts[f"line_{low}"] = _mean(line, ~having & (ball >= low) & (ball < high))
    facts["apart"] = _mean(np.abs(np.nanmean(ours, axis=1) - np.nanmean(theirs, axis=1)), having)
    return facts


def _ahead(watched: Watched, side: int) -> dict[str, float]:
    """Outfield men ahead of the ball when one of `side` plays it, as the look nearest in time has them."""
    events, looks = watched.events, watched.looks
    played = events.are(Action.PASS, Action.CROSS, Action.SHOT, Action.CLEARANCE) & (events.side == side)
    ball, begun = events.x[played], events.begun[played]
    seen = looks[np.searchsorted(looks["tick"][:-1], begun - TICKS_PER_SECOND // 2)]
    players = seen["players"]
    left = HALF_LENGTH - players["x"] * seen["teams"]["attacks"][:, side, None]  # m to the goal attacked
    to_goal = 2 * HALF_LENGTH - ball
    ahead = (left < to_goal[:, None] - HIS_FEET) & (players["on"] == 1)
    outfield = np.arange(SIDE) > 0
    counts = ahead.reshape(-1, 2, SIDE)[:, :, outfield].sum(axis=2)
    facts = {}
    for low, high in itertools.pairwise(LINE_EDGES):
        there = (to_goal >= low) & (to_goal < high)
        facts[f"mates_ahead_{low}"] = _mean(counts[:, side].astype(np.float64), there)
        facts[f"rivals_ahead_{low}"] = _mean(counts[:, 1 - side].astype(np.float64), there)
    return facts


def _nearest(
    x: NDArray[np.float64], y: NDArray[np.float64], their_x: NDArray[np.float64], their_y: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The mean over one's players of the distance to the nearest of theirs but himself, m, shape (n,)."""
    far = np.hypot(x[:, :, None] - their_x[:, None, :], y[:, :, None] - their_y[:, None, :])
    far = np.where((far == 0.0) | np.isnan(far), np.inf, far)
    nearest = far.min(axis=2)
    mean: NDArray[np.float64] = np.nanmean(np.where(np.isinf(nearest), np.nan, nearest), axis=1)
    return mean


def _mean(values: NDArray[np.float64], chosen: NDArray[np.bool_]) -> float:
    """The mean of the `chosen` ones that are numbers; nan when there are none."""
    kept = values[chosen & ~np.isnan(values)]
    return float(kept.mean()) if len(kept) else float("nan")
