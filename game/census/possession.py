"""Who has the ball and for how long: possessions, sequences, spells in play, time between actions."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.census.observe import RESTARTS, Events, Facts, Watched
from game.events import Action
from game.state import TICKS_PER_SECOND

LONGEST_GAP = 60.0  # s, as in spadl_action_counts.csv
MINUTE = 60.0 * TICKS_PER_SECOND  # ticks


def possession(watched: Watched) -> Facts:
    """Possessions, sequences and ball in play of one match."""
    return {**_runs(watched.events), **_gaps(watched.events), **_spells(watched)}


def _runs(events: Events) -> Facts:
    """Possessions (stoppages ignored) and sequences (cut at each), as the README of the tables defines them."""
    balls = np.flatnonzero(events.are(Action.PASS, Action.CROSS, Action.SHOT, *RESTARTS))
    side, half = events.side[balls], events.half[balls]
    goals = np.cumsum(events.are(Action.GOAL))[balls]
    new_side = _changes(side)
    dead = np.isin(events.action[balls], RESTARTS) | _changes(half) | _changes(goals)
    starts = np.flatnonzero(new_side | dead)
    ends = np.append(starts[1:], len(balls)) - 1
    seconds = (events.ended[balls[ends]] - events.begun[balls[starts]]) / TICKS_PER_SECOND
    open_play = np.cumsum(np.append(0, events.are(Action.PASS, Action.CROSS)[balls]))
    passes = open_play[ends + 1] - open_play[starts]
    return {
        "possessions": _tally(side[np.flatnonzero(new_side)]),
        "sequences": _tally(side[starts]),
        "sequence_seconds": _means(seconds, side[starts]),
        "sequence_passes": _means(passes, side[starts]),
    }


def _changes(values: NDArray[Any]) -> NDArray[np.bool_]:
    """Where `values` differ from the one before; the first does."""
    return np.append(True, values[1:] != values[:-1])[: len(values)]


def _tally(sides: NDArray[np.int64]) -> NDArray[np.float64]:
    """How many are the home side's and the away side's, shape (2,)."""
    return np.array([np.sum(sides == 0), np.sum(sides == 1)], dtype=np.float64)


def _means(values: NDArray[Any], sides: NDArray[np.int64]) -> NDArray[np.float64]:
    """The mean of the home side's and of the away side's values, shape (2,); nan for a side without any."""
    chosen = [values[sides == side] for side in (0, 1)]
    return np.array([part.mean() if len(part) else np.nan for part in chosen])


def _gaps(events: Events) -> Facts:
    """Seconds from the beginning of an action to that of the next, within a half.

    A dribble counts as begun half-way between its neighbours, which is where socceraction puts those it infers.
    """
    actions = (events.action <= Action.GOALKICK) & (~events.are(Action.DRIBBLE) | events.dribbles())
    begun, half = events.begun[actions].astype(np.float64), events.half[actions]
    runs = np.flatnonzero(events.action[actions] == Action.DRIBBLE)
    inner = runs[(runs > 0) & (runs < len(begun) - 1)]
    begun[inner] = 0.5 * (begun[inner - 1] + begun[inner + 1])
    gaps = np.diff(begun)[half[1:] == half[:-1]] / TICKS_PER_SECOND
    return {"action_gap": np.minimum(gaps, LONGEST_GAP)}


def _spells(watched: Watched) -> Facts:
    """Minutes in all and in play, and the spells play comes in, to a second."""
    looks = watched.looks
    dead = (looks["dead"]["kind"] != 0).astype(np.int64)
    starts = np.flatnonzero(_changes(dead) | _changes(looks["clock"]["half"]))
    seconds = np.diff(np.append(starts, len(looks))).astype(np.float64)
    alive = dead[starts] == 0
    return {
        "minutes": np.array([looks["tick"][-1] / MINUTE]),
        "in_play": np.array([looks["in_play"][-1] / MINUTE]),
        "spells": np.array([float(alive.sum())]),
        "spell_seconds": seconds[alive],
        "dead_seconds": seconds[~alive],
    }
