"""How sure a measured number is: 95 % intervals for shares, means and paired differences."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri, stdtrit

LEVEL = 0.95


class Interval(NamedTuple):
    """An estimate and the range it lies in; `low` and `high` are nan where nothing can be said."""

    value: float
    low: float
    high: float

    def excludes(self, number: float) -> bool:
        """Whether `number` lies outside the interval."""
        return number < self.low or number > self.high


def wilson(successes: int, count: int, level: float = LEVEL) -> Interval:
    """The score interval of a share; keeps its level near 0 and 1, where ±1.96 s does not.

    Source: E. B. Wilson, J. Am. Stat. Assoc. 22 (1927), 209-212.
    """
    if count == 0:
        return Interval(math.nan, math.nan, math.nan)
    z = float(ndtri(0.5 + level / 2))
    share = successes / count
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = z / (1 + z * z / count) * math.sqrt(share * (1 - share) / count + (z / (2 * count)) ** 2)
    # Rounding may leave the ends a hair inside the share when it is exactly 0 or 1.
    return Interval(share, max(0.0, min(share, middle - half)), min(1.0, max(share, middle + half)))


def mean_from_sums(count: int, total: float, squares: float, level: float = LEVEL) -> Interval:
    """Student's interval of a mean, from how many, their sum and the sum of their squares."""
    if count == 0:
        return Interval(math.nan, math.nan, math.nan)
    mean = total / count
    if count == 1:
        return Interval(mean, math.nan, math.nan)
    variance = max(0.0, (squares - total * mean) / (count - 1))
    half = float(stdtrit(count - 1, 0.5 + level / 2)) * math.sqrt(variance / count)
    return Interval(mean, mean - half, mean + half)


def mean(values: Sequence[float] | NDArray[Any], level: float = LEVEL) -> Interval:
    """Student's interval of the mean of `values`, shape (n,)."""
    numbers = np.asarray(values, dtype=np.float64)
    if len(numbers) < 2:
        return mean_from_sums(len(numbers), float(numbers.sum()), 0.0, level)
    spread = float(numbers.std(ddof=1)) / math.sqrt(len(numbers))
    half = float(stdtrit(len(numbers) - 1, 0.5 + level / 2)) * spread
    middle = float(numbers.mean())
    return Interval(middle, middle - half, middle + half)


def paired_difference(
    first: Sequence[float] | NDArray[Any],
    second: Sequence[float] | NDArray[Any],
    level: float = LEVEL,
) -> Interval:
    """The mean of first − second, match by match on the same luck; both of shape (n,)."""
    a, b = np.asarray(first, dtype=np.float64), np.asarray(second, dtype=np.float64)
    if a.shape != b.shape:
        raise ValueError(f"pairs need equally many values on both sides; got {len(a)} and {len(b)}")
    return mean(a - b, level)
