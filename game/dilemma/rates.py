"""Goal rates measured in an engine: goals a minute with their intervals, and the factors a push puts on them.

A match is one unit: goals and minutes of one match hang together, and so do two ways of playing on the same luck.
Intervals therefore come from what single matches add to the sums (linearised ratios, as in survey sampling; Cochran,
"Sampling Techniques", ch. 6), and a factor's from its logarithm.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
from scipy.special import stdtrit

from game.dilemma.payoffs import FloatArray
from game.intervals import LEVEL, Interval

NOTHING = Interval(math.nan, math.nan, math.nan)


def rate(goals: npt.ArrayLike, minutes: npt.ArrayLike, level: float = LEVEL) -> Interval:
    """Goals a minute: the ratio of the sums of `goals` and `minutes`, a value of each a match.

    nan where no minute was played, without ends where there are fewer than two matches or no goal.
    """
    scored, played = _columns(goals, minutes)
    total = float(played.sum())
    if total <= 0.0:
        return NOTHING
    found = float(scored.sum()) / total
    half = _half(_shares(scored, played) * found, level)
    return Interval(found, found - min(half, found), found + half)


def factor(
    goals: npt.ArrayLike,
    minutes: npt.ArrayLike,
    base_goals: npt.ArrayLike,
    base_minutes: npt.ArrayLike,
    *,
    level: float = LEVEL,
) -> Interval:
    """By how much the rate of the first two exceeds that of the base, match by match on the same luck.

    All four have a value a match, in the same order. nan where either rate is 0 or unknown.
    """
    scored, played = _columns(goals, minutes)
    before, base = _columns(base_goals, base_minutes)
    if len(scored) != len(before):
        raise ValueError(f"pairs need equally many matches on both sides; got {len(scored)} and {len(before)}")
    if min(scored.sum(), before.sum(), played.sum(), base.sum()) <= 0.0:
        return NOTHING
    found = scored.sum() / played.sum() / (before.sum() / base.sum())
    half = _half(_shares(scored, played) - _shares(before, base), level)
    return Interval(float(found), float(found * math.exp(-half)), float(found * math.exp(half)))


def _shares(goals: FloatArray, minutes: FloatArray) -> FloatArray:
    """What each match adds to the logarithm of the rate, above the others."""
    total = goals.sum()
    return goals / total - minutes / minutes.sum() if total > 0 else np.full(len(goals), math.nan)


def _half(parts: FloatArray, level: float) -> float:
    """Half the width of the interval of a sum of `parts`, Student's."""
    count = len(parts)
    if count < 2:
        return math.nan
    return float(stdtrit(count - 1, 0.5 + level / 2)) * float(parts.std(ddof=1)) * math.sqrt(count)


def _columns(goals: npt.ArrayLike, minutes: npt.ArrayLike) -> tuple[FloatArray, FloatArray]:
    scored, played = np.asarray(goals, dtype=np.float64), np.asarray(minutes, dtype=np.float64)
    if scored.shape != played.shape or scored.ndim != 1:
        raise ValueError(f"goals {scored.shape} and minutes {played.shape} need a value each a match, shape (n,)")
    return scored, played
