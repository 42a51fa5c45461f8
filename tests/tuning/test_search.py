"""The tuning bench finds what is there to be found; each of its parts is played for real once."""

from __future__ import annotations

import numpy as np

from tests.tuning.breaks import BANDS, asides
from tests.tuning.search import lowest, surface


def test_the_surface_finds_how_metrics_answer_and_the_lowest_point_of_it() -> None:
    rng = np.random.default_rng(1)
    slopes, heights = rng.normal(size=(30, 6)), rng.normal(size=30)
    moves = rng.uniform(-1.0, 1.0, (200, 6))
    seen = heights + moves @ slopes.T + 0.1 * rng.normal(size=(200, 30))
    found_heights, found_slopes = surface(moves, seen)
    assert np.abs(found_slopes - slopes).max() < 0.15
    best = lowest(found_heights, found_slopes, np.full(6, -1.0), np.full(6, 1.0), np.ones(30))
    assert np.all(np.abs(best) <= 1.0)
    off = [np.clip(np.abs(heights + slopes @ move) - 1.0, 0.0, None).mean() for move in (best, np.zeros(6))]
    assert off[0] < off[1]


def test_a_metric_nobody_saw_moves_nothing() -> None:
    moves = np.eye(4)
    heights, slopes = surface(moves, np.full((4, 2), np.nan))
    assert not heights.any()
    assert not slopes.any()


def test_breaks_and_pushes_are_played() -> None:
    seen = asides({}, seed=3, lucks=12)
    assert len(seen) == len(BANDS)
    assert all(value >= 0.0 for value in seen[:6])
    assert seen[-1] > 0.0
