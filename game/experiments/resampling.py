"""Intervals by resampling whole matches: for ratios, and ratios of ratios, of sums over matches.

What happens within a match hangs together, so matches are drawn anew, not shots. Efron and Tibshirani, "An
Introduction to the Bootstrap" (1993), ch. 13: the percentile interval. Drawn from a fixed seed, so that the same
matches give the same interval.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.intervals import LEVEL, Interval

RESAMPLES = 2000
FEWEST = 8  # matches below which an interval would pretend to know too much

Sums = NDArray[np.float64]
"""Sums over matches, shape (resamples, …); the first is that of the matches as they were."""
Statistic = Callable[[Sums], NDArray[np.float64]]
"""From sums to a figure for each of them, shape (resamples,)."""


def resampled(values: NDArray[Any], statistic: Statistic) -> Interval:
    """`statistic` of the sums over matches of `values`, shape (matches, …), with its interval.

    Without ends for fewer than FEWEST matches, and where a resample in twenty has no figure, as with no shots.
    """
    matches = len(values)
    flat = values.reshape(matches, -1).astype(np.float64)
    weights = _weights(matches)
    sums = (weights @ flat).reshape(len(weights), *values.shape[1:])
    with np.errstate(divide="ignore", invalid="ignore"):
        found = np.asarray(statistic(sums), dtype=np.float64)
    value, drawn = float(found[0]), found[1:]
    known = drawn[np.isfinite(drawn)]
    if not np.isfinite(value):
        return Interval(np.nan, np.nan, np.nan)
    if matches < FEWEST or len(known) < 0.95 * len(drawn):
        return Interval(value, np.nan, np.nan)
    low, high = np.quantile(known, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return Interval(value, min(float(low), value), max(float(high), value))


@functools.lru_cache(maxsize=8)
def _weights(matches: int) -> NDArray[np.float64]:
    """How often each match is drawn, shape (1 + RESAMPLES, matches); in the first row, once each."""
    chance = np.random.default_rng(matches)
    drawn = chance.multinomial(matches, np.full(matches, 1.0 / matches), size=RESAMPLES)
    weights: NDArray[np.float64] = np.concatenate([np.ones((1, matches)), drawn])
    return weights
