"""When to stop playing futures: a rule that may be looked at after every one of them.

An ordinary 95 % interval watched until it clears zero errs in about half of all true ties. This
one is wider by just enough to hold at every look at once: an asymptotic confidence sequence
(Robbins' normal mixture; Waudby-Smith and others 2021), half-width

    s · √( 2(n r² + 1) / (n² r²) · ln( √(n r² + 1) / α ) )
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from game.intervals import Interval

FIRST_LOOK = 500  # values before the first verdict: the sequence holds for large n only
TIGHTNESS = 0.05  # r: narrowest, for its n, at a few thousand values

Leaning = Literal["above", "below", "open"]


def half_width(count: int, spread: float, *, error: float = 0.05, tightness: float = TIGHTNESS) -> float:
    """Half the width of the interval after `count` values of standard deviation `spread`.

    `error` is the chance that the mean ever leaves the intervals; inf when count is 0.
    """
    if not 0 < error < 1:
        raise ValueError(f"error is {error}; it must lie between 0 and 1, such as 0.05")
    if count == 0:
        return math.inf
    scaled = count * tightness * tightness
    widening = 2.0 * (scaled + 1.0) / (count * scaled) * math.log(math.sqrt(scaled + 1.0) / error)
    return spread * math.sqrt(widening)


@dataclass
class Tally:
    """Count, mean and spread of values as they come, and the interval that may be watched."""

    count: int = 0
    mean: float = 0.0
    squares: float = 0.0  # sum of squared distances from the mean

    def add(self, values: npt.ArrayLike) -> None:
        """Take in more values, one or many (Chan, Golub & LeVeque 1983: no loss of digits)."""
        batch = np.atleast_1d(np.asarray(values, dtype=np.float64)).ravel()
        if batch.size == 0:
            return
        middle = float(batch.mean())
        total, apart = self.count + batch.size, middle - self.mean
        self.squares += float(((batch - middle) ** 2).sum())
        self.squares += apart * apart * self.count * batch.size / total
        self.mean += apart * batch.size / total
        self.count = total

    @property
    def spread(self) -> float:
        """Standard deviation of the values; nan for fewer than two."""
        return math.sqrt(self.squares / (self.count - 1)) if self.count > 1 else math.nan

    def interval(self, *, error: float = 0.05) -> Interval:
        """The interval of the mean that holds at all looks at once; infinite below two values."""
        half = half_width(self.count, self.spread, error=error) if self.count > 1 else math.inf
        return Interval(self.mean, self.mean - half, self.mean + half)

    def leaning(self, *, error: float = 0.05) -> Leaning:
        """Whether the mean is above or below zero beyond doubt, or still open."""
        mean = self.interval(error=error)
        if self.count < FIRST_LOOK or not mean.excludes(0.0):
            return "open"
        return "above" if mean.value > 0 else "below"
