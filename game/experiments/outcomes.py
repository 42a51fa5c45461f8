"""What finished matches were worth to the home side, a number a match, so that cells compare in pairs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.benching.rows import outcome
from game.benching.tally import POINTS
from game.intervals import Interval, mean, paired_difference, wilson
from game.results import Rows

Values = NDArray[np.float64]


def avoided_defeat(rows: Rows) -> Values:
    """1 where the home side drew or won, else 0."""
    return (outcome(rows) >= 0).astype(np.float64)


def points(rows: Rows) -> Values:
    """League points: 3, 1, 0."""
    return np.array(POINTS, dtype=np.float64)[outcome(rows) + 1]


def won(rows: Rows) -> Values:
    """1 where the home side won (or the kicks from the mark), else 0."""
    return (outcome(rows) > 0).astype(np.float64)


def goals_for(rows: Rows) -> Values:
    """Goals of the home side after the start."""
    return rows["home_scored"].astype(np.float64)


def goals_against(rows: Rows) -> Values:
    """Goals against the home side after the start."""
    return rows["away_scored"].astype(np.float64)


def chances_for(rows: Rows) -> Values:
    """Expected goals of the home side: its chances, each at what it is usually worth."""
    return rows["home_xg"].astype(np.float64)


def chances_against(rows: Rows) -> Values:
    """Expected goals against the home side."""
    return rows["away_xg"].astype(np.float64)


MEASURES: Mapping[str, tuple[str, str, Callable[[Rows], Values]]] = {
    "saved": ("avoids defeat", ".1%", avoided_defeat),
    "points": ("points", ".3f", points),
    "goals_for": ("goals for", ".3f", goals_for),
    "goals_against": ("goals against", ".3f", goals_against),
    "xg_for": ("xG for", ".3f", chances_for),
    "xg_against": ("xG against", ".3f", chances_against),
}
"""By name: heading, format, and the number a match."""


def share(values: Values) -> Interval:
    """The share of ones in `values`, with Wilson's interval."""
    return wilson(int(values.sum()), len(values))


def average(values: Values | Any) -> Interval:
    """The mean with its interval: Wilson's for zeros and ones, Student's otherwise."""
    numbers = np.asarray(values, dtype=np.float64)
    if np.isin(numbers, (0.0, 1.0)).all():
        return share(numbers)
    return mean(numbers)


def difference(first: Rows, second: Rows, measure: Callable[[Rows], Values]) -> Interval:
    """Mean of first − second, match by match on the same luck, over the matches both have played."""
    both = min(len(first), len(second))
    return paired_difference(measure(first[:both]), measure(second[:both]))
