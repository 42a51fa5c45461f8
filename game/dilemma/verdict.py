"""Push, stay, or too close to call: what paired continuations say about a decision.

Every figure is a difference, first option minus second, of the same futures played twice.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from difflib import get_close_matches

import numpy as np
from numpy.typing import NDArray

from game.dilemma.continuations import Option, Rolls
from game.dilemma.pairs import Pairs
from game.dilemma.payoffs import BoolArray, FloatArray
from game.dilemma.stopping import FIRST_LOOK, Tally
from game.intervals import LEVEL, Interval, mean, paired_difference, wilson

MEASURES = ("value", "expected", "goals_for", "goals_against", "xg_for", "xg_against", "margin")
SHARES = ("won", "drawn", "saved")  # saved: not lost
TOO_CLOSE = "too close to call"
FEWEST = 100  # pairs before a plain interval may decide: below, skewed outcomes leave Student's too short


@dataclass(frozen=True)
class Comparison:
    """Continuations of two options so far; everything else is worked out from `rolls` when asked.

    `watched`: the run may stop at any pair (or has not come to its end), so that only the
    sequential rule may decide.
    """

    options: tuple[Option, Option]
    rolls: Rolls
    planned: int
    watched: bool
    first_leg: int = 0  # goal difference brought along, own side's view

    @property
    def count(self) -> int:
        """How many pairs have been played."""
        return len(self.rolls)

    @property
    def complete(self) -> bool:
        """Whether all pairs that were planned have been played."""
        return self.count >= self.planned

    def each(self, measure: str) -> tuple[Interval, Interval]:
        """The mean of a measure under either option, with its 95 % interval (not paired)."""
        first, second = self._columns(measure)
        return mean(first), mean(second)

    def difference(self, measure: str, level: float = LEVEL) -> Interval:
        """First minus second option in a measure, pair by pair (Student); ends nan below two pairs."""
        first, second = self._columns(measure)
        return paired_difference(first, second, level)

    def bootstrap(self, measure: str, *, resamples: int = 2000) -> Interval:
        """The same by percentile bootstrap over pairs: for skewed measures; seeded, so repeatable."""
        first, second = self._columns(measure)
        apart = first - second
        if len(apart) < 2:
            return Interval(float(apart.mean()) if len(apart) else math.nan, math.nan, math.nan)
        luck = np.random.default_rng(len(apart))
        means = [float(luck.choice(apart, len(apart)).mean()) for _ in range(resamples)]
        low, high = np.quantile(means, (0.025, 0.975))
        return Interval(float(apart.mean()), float(low), float(high))

    def correlation(self, measure: str) -> float:
        """What shared luck achieved: correlation of a measure under both options; nan if constant."""
        first, second = self._columns(measure)
        if self.count < 2 or not (np.ptp(first) > 0 and np.ptp(second) > 0):
            return math.nan
        return float(np.corrcoef(first, second)[0, 1])

    def shares(self, share: str) -> tuple[Interval, Interval]:
        """How often either option `won`, has `drawn`, or `saved` the game (Wilson)."""
        first, second = (wilson(int(column.sum()), self.count) for column in self._achieved(share))
        return first, second

    def pairs(self, share: str) -> Pairs:
        """Pairs by who `won`, has `drawn` or `saved` the game: with McNemar's exact test."""
        return Pairs.of(*self._achieved(share))

    def tally(self, measure: str) -> Tally:
        """The differences in a measure, for the interval that may be watched."""
        first, second = self._columns(measure)
        tally = Tally()
        tally.add(first - second)
        return tally

    def _columns(self, measure: str) -> tuple[FloatArray, FloatArray]:
        if measure not in MEASURES:
            raise _unknown("measure", measure, MEASURES)
        columns: FloatArray = self.rolls[measure].astype(np.float64)
        return columns[:, 0], columns[:, 1]

    def _achieved(self, share: str) -> tuple[BoolArray, BoolArray]:
        if share not in SHARES:
            raise _unknown("share", share, SHARES)
        total: NDArray[np.int64] = self.rolls["margin"] + self.first_leg
        achieved = {"won": total > 0, "drawn": total == 0, "saved": total >= 0}[share]
        return achieved[:, 0], achieved[:, 1]


@dataclass(frozen=True)
class Verdict:
    """Which option was worth more, if that can be said, and the figures it rests on."""

    choice: str  # name of the better option, or TOO_CLOSE
    measure: str  # what it was judged by
    worth: Interval  # difference in that measure, at the level it was judged by
    value: Interval  # difference in what the results paid
    saved: Pairs  # games not lost, with McNemar's exact test
    xg_for: Interval  # differences in expected goals
    xg_against: Interval
    correlation: float  # achieved by shared luck, in the measure
    pairs: int
    watched: bool  # by the sequential rule, or by the plain interval of a run of fixed length

    @property
    def sure(self) -> bool:
        """Whether one option is better beyond doubt."""
        return self.choice != TOO_CLOSE


def judge(comparison: Comparison, *, by: str = "expected", error: float = 0.05) -> Verdict:
    """The verdict of `comparison` by a measure of MEASURES, more being better.

    A run of fixed length that came to its end is judged by its plain interval, any other by the
    sequential rule (stopping.py). Judged by xG, a verdict that the results themselves contradict
    is withheld. `error` is the chance of a false verdict on a true tie.
    """
    watched = comparison.watched or not comparison.complete
    tally = comparison.tally(by)
    worth = tally.interval(error=error) if watched else comparison.difference(by, 1.0 - error)
    value = comparison.difference("value")
    enough = comparison.count >= (FIRST_LOOK if watched else FEWEST)
    sure = enough and worth.excludes(0.0) and not (by == "expected" and _contradicts(worth, value))
    first, second = (option.name for option in comparison.options)
    return Verdict(
        choice=(first if worth.value > 0 else second) if sure else TOO_CLOSE,
        measure=by,
        worth=worth,
        value=value,
        saved=comparison.pairs("saved"),
        xg_for=comparison.difference("xg_for"),
        xg_against=comparison.difference("xg_against"),
        correlation=comparison.correlation(by),
        pairs=comparison.count,
        watched=watched,
    )


def _contradicts(worth: Interval, value: Interval) -> bool:
    """Whether the results alone point the other way beyond doubt."""
    return value.excludes(0.0) and (value.value > 0) != (worth.value > 0)


def _unknown(what: str, name: str, known: tuple[str, ...]) -> KeyError:
    close = get_close_matches(name, known, n=1)
    nearest = f"did you mean '{close[0]}'?" if close else f"there are: {', '.join(known)}"
    return KeyError(f"no {what} called '{name}'; {nearest}")
