"""Two options on the same luck: how often one saves what the other loses, and how sure that is.

Each pair is one future played twice; only pairs that end differently say anything.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import bdtr, ndtri

from game.intervals import LEVEL, Interval


@dataclass(frozen=True)
class Pairs:
    """Counts of paired successes: with both options, the first only, the second only, neither."""

    both: int
    gained: int
    lost: int
    neither: int

    @classmethod
    def of(cls, first: npt.ArrayLike, second: npt.ArrayLike) -> Pairs:
        """Count pairs of true/false (or 1/0) outcomes, one of each option per future."""
        one, other = (_outcomes(outcomes) for outcomes in (first, second))
        if one.shape != other.shape:
            raise ValueError(f"pairs need equally many outcomes; got {one.shape} and {other.shape}")
        return cls(
            int((one & other).sum()),
            int((one & ~other).sum()),
            int((~one & other).sum()),
            int((~one & ~other).sum()),
        )

    @property
    def count(self) -> int:
        """How many pairs."""
        return self.both + self.gained + self.lost + self.neither

    @property
    def difference(self) -> float:
        """Share of successes with the first option minus the second's; nan without pairs."""
        return (self.gained - self.lost) / self.count if self.count else math.nan

    @property
    def correlation(self) -> float:
        """Correlation of the two outcomes (phi), what shared luck achieved; nan if constant."""
        first, second = self.both + self.gained, self.both + self.lost
        spread = first * (self.count - first) * second * (self.count - second)
        shared = self.both * self.neither - self.gained * self.lost
        return shared / math.sqrt(spread) if spread else math.nan

    @property
    def p_value(self) -> float:
        """Exact McNemar test that both options succeed equally often, two-sided."""
        fewer, differing = min(self.gained, self.lost), self.gained + self.lost
        return min(1.0, 2.0 * float(bdtr(fewer, differing, 0.5))) if differing else 1.0

    def interval(self, level: float = LEVEL) -> Interval:
        """Interval of the difference: adjusted Wald for pairs (Bonett & Price 2012).

        One imagined pair of each kind is added, so that few or no differing pairs do not
        pretend to certainty.
        """
        z, n = _z(level), self.count + 2
        gained, lost = (self.gained + 1) / n, (self.lost + 1) / n
        middle = gained - lost
        half = z * math.sqrt((gained + lost - middle * middle) / n)
        return Interval(self.difference, max(-1.0, middle - half), min(1.0, middle + half))


def pairs_needed(half_width: float, *, gained: float, lost: float, level: float = LEVEL) -> int:
    """Pairs for an interval of ± `half_width`, when those shares of pairs are gained and lost."""
    if not half_width > 0:
        raise ValueError(f"half_width is {half_width}; it must be more than 0")
    variance = gained + lost - (gained - lost) ** 2
    return math.ceil(_z(level) ** 2 * variance / half_width**2)


def _z(level: float) -> float:
    if not 0 < level < 1:
        raise ValueError(f"level is {level}; it must lie between 0 and 1, such as 0.95")
    return float(ndtri(0.5 + level / 2))


def _outcomes(given: npt.ArrayLike) -> npt.NDArray[np.bool_]:
    outcomes = np.asarray(given)
    if not np.isin(outcomes, (0, 1)).all():
        raise ValueError("paired outcomes must be true or false (1 or 0); tally other values")
    return outcomes.astype(np.bool_)
