"""Passes and shots one by one: how long, from where, and whether they came off."""

from __future__ import annotations

import itertools

import numpy as np
from numpy.typing import NDArray

from game.census.observe import Events, Facts, Watched
from game.events import Action, Bodypart, Result
from game.pitch import BOX_DEPTH, BOX_HALF, LENGTH

PASS_EDGES = (0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 110)
"""Edges of the bands of pass length, m, as in pass_length.csv."""

SHOT_EDGES = (0.0, 5.5, 8.0, 11.0, 14.0, 16.5, 20.0, 25.0, 30.0, 35.0, 80.0)
"""Edges of the bands of shot distance, m, as in shots_by_distance.csv."""

THIRDS = ("own_third", "middle_third", "final_third")
LONG = 30.0  # m


def kicks(watched: Watched) -> Facts:
    """Everything about the passes and shots of one match."""
    return {**_passes(watched.events), **_shots(watched.events)}


def _passes(events: Events) -> Facts:
    """Passes in open play, crosses among them, as `passes_open` of the tables."""
    open_play = events.are(Action.PASS, Action.CROSS)
    far = np.hypot(events.end_x - events.x, events.end_y - events.y)
    done = events.result == Result.SUCCESS
    count = events.by_side(open_play)
    attempted = np.maximum(count, 1.0)
    into = (events.x <= LENGTH * 2 / 3) & (events.end_x > LENGTH * 2 / 3)
    crosses = events.are(Action.CROSS)
    facts = {
        "passes": count,
        "completion": 100.0 * events.by_side(open_play & done) / attempted,
        "pass_length": events.mean_by_side(far, open_play),
        "long_share": 100.0 * events.by_side(open_play & (far >= LONG)) / attempted,
        "into_final_third": events.by_side(open_play & into),
        "cross_completed": 100.0 * done[crosses],
    }
    third = np.clip(events.x // (LENGTH / 3), 0, 2)
    for place, name in enumerate(THIRDS):
        facts[f"completed_{name}"] = 100.0 * done[open_play & (third == place)]
        facts[f"share_{name}"] = 100.0 * (third[open_play] == place)
    for low, high in itertools.pairwise(PASS_EDGES):
        band = (far >= low) & (far < high)
        facts[f"completed_{low}"] = 100.0 * done[open_play & band]
        facts[f"share_{low}"] = 100.0 * band[open_play]
    return facts


def _shots(events: Events) -> Facts:
    """Shots a side, and each shot's distance and end; penalties only where named."""
    shots = events.are(Action.SHOT, Action.SHOT_FREEKICK, Action.SHOT_PENALTY)
    penalty = events.are(Action.SHOT_PENALTY)
    scored = 100.0 * (events.result == Result.SUCCESS)
    far = np.hypot(LENGTH - events.x, events.y)
    saved = _beside(events, Action.KEEPER_SAVE, step=1)
    on_target = (events.result == Result.SUCCESS) | saved
    inside = (events.x >= LENGTH - BOX_DEPTH) & (np.abs(events.y) <= BOX_HALF)
    headed = events.bodypart == Bodypart.HEAD
    played = shots & ~penalty
    facts = {
        "shots": events.by_side(shots),
        "on_target": events.by_side(shots & on_target),
        "blocked": events.by_side(events.are(Action.BLOCK))[::-1],
        "in_box": events.by_side(shots & inside),
        "headed": events.by_side(shots & headed),
        "shot_distance": events.mean_by_side(far, played),
        "scored": scored[played],
        "scored_header": scored[played & headed],
        "scored_penalty": scored[penalty],
        "scored_free_kick": scored[events.are(Action.SHOT_FREEKICK)],
    }
    for low, high in itertools.pairwise(SHOT_EDGES):
        band = played & (far >= low) & (far < high)
        facts[f"scored_{low:g}"] = scored[band]
        facts[f"shots_{low:g}"] = 100.0 * band[played]
    return facts


def _beside(events: Events, action: Action, *, step: int) -> NDArray[np.bool_]:
    """Which events have an `action` of the same tick next to them: after (`step` 1) or before (-1)."""
    there: NDArray[np.bool_] = np.roll(events.are(action), -step) & (np.roll(events.ended, -step) == events.ended)
    there[-1 if step > 0 else 0] = False
    return there
