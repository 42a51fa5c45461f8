"""What finished matches were worth to the home side, a number a match, so that cells compare in pairs."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray
from scipy.special import pdtr

from game.benching.rows import outcome
from game.benching.tally import POINTS
from game.dilemma.pairs import Pairs
from game.intervals import Interval, mean, paired_difference, wilson
from game.results import Rows

Values = NDArray[np.float64]

MOST_GOALS = 16  # against, that a chance is followed to


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


def avoided_by_chances(rows: Rows) -> Values:
    """Chance that the goals these chances are worth, Poisson on both sides, would have avoided defeat.

    Sharper than results, since it is not at the mercy of who of a few shots goes in; a little off where one chance is
    worth much, as a penalty is.
    """
    started = rows["away_goals"] - rows["away_scored"] - (rows["home_goals"] - rows["home_scored"])
    against = np.arange(MOST_GOALS)[:, None]
    conceding = pdtr(against, rows["away_xg"]) - np.where(against > 0, pdtr(against - 1, rows["away_xg"]), 0.0)
    needed = against + started - 1  # he must score more than this
    enough = np.where(needed < 0, 1.0, 1.0 - pdtr(np.maximum(needed, 0), rows["home_xg"]))
    return np.asarray((conceding * enough).sum(axis=0), dtype=np.float64)


MEASURES: Mapping[str, tuple[str, str, Callable[[Rows], Values]]] = {
    "saved": ("defeat avoided", ".1%", avoided_defeat),
    "by_chances": ("defeat avoided, by chances", ".1%", avoided_by_chances),
    "won": ("won", ".1%", won),
    "points": ("points", ".3f", points),
    "goals_for": ("goals for", ".3f", goals_for),
    "goals_against": ("goals against", ".3f", goals_against),
    "xg_for": ("xG for", ".3f", chances_for),
    "xg_against": ("xG against", ".3f", chances_against),
}
"""By name: heading, format, and the number a match."""

SHARES = ("saved", "won")
"""Measures that are 1 or 0 in every match."""


def measured(rows: Rows, name: str) -> Interval:
    """The mean of a measure with its interval: Wilson's for shares, Student's otherwise."""
    values = MEASURES[name][2](rows)
    if name in SHARES:
        return wilson(int(values.sum()), len(values))
    return _unless_constant(mean(values))


def gained(first: Rows, second: Rows, name: str) -> Interval:
    """Mean of first − second in a measure, match by match on the same luck, over the matches both have played.

    Bonett and Price's interval for shares, Student's otherwise.
    """
    both = min(len(first), len(second))
    one, other = MEASURES[name][2](first[:both]), MEASURES[name][2](second[:both])
    return Pairs.of(one, other).interval() if name in SHARES else in_pairs(one, other)


def average(values: Values) -> Interval:
    """The mean of any values with Student's interval."""
    return _unless_constant(mean(values))


def in_pairs(first: Values, second: Values) -> Interval:
    """Mean of first − second of any values, pair by pair, with Student's interval."""
    return _unless_constant(paired_difference(first, second))


def _unless_constant(found: Interval) -> Interval:
    """`found`; without ends where all values are the same, which says nothing about how sure the mean is."""
    return found if found.high > found.low else Interval(found.value, math.nan, math.nan)
