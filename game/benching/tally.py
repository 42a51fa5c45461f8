"""What a benchmark says about the home side, from sums alone: memory stays flat over any number."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.benching.rows import outcome
from game.intervals import Interval, mean_from_sums, wilson
from game.results import Rows
from game.state import TICKS_PER_SECOND

POINTS = (0, 1, 3)  # for a loss, a draw, a win. Source: competition rules of every league


@dataclass
class Sums:
    """How often, how much, and how much squared."""

    count: int = 0
    total: float = 0.0
    squares: float = 0.0

    def add(self, values: NDArray[Any]) -> None:
        """Take in `values`, shape (n,)."""
        self.count += len(values)
        self.total += float(values.sum())
        self.squares += float((values * values).sum())

    def mean(self) -> Interval:
        """The mean with its 95 % interval."""
        return mean_from_sums(self.count, self.total, self.squares)


@dataclass
class Tally:
    """The running result of one arm."""

    results: NDArray[np.int64] = field(default_factory=lambda: np.zeros(3, np.int64))
    points: Sums = field(default_factory=Sums)
    goals_for: Sums = field(default_factory=Sums)
    goals_against: Sums = field(default_factory=Sums)
    ticks: int = 0  # whole, so that sums do not depend on the order they were made in

    @property
    def matches(self) -> int:
        """How many rows were taken in."""
        return int(self.results.sum())

    def add(self, rows: Rows) -> None:
        """Take in finished matches."""
        found = outcome(rows) + 1
        self.results += np.bincount(found, minlength=3)
        self.points.add(np.array(POINTS)[found])
        self.goals_for.add(rows["home_scored"])
        self.goals_against.add(rows["away_scored"])
        self.ticks += int(np.rint(rows["seconds"] * TICKS_PER_SECOND).sum())

    def shares(self) -> dict[str, Interval]:
        """Win, draw and loss of the home side."""
        lost, drawn, won = (int(each) for each in self.results)
        counts = {"win": won, "draw": drawn, "loss": lost}
        return {name: wilson(count, self.matches) for name, count in counts.items()}

    def means(self) -> dict[str, Interval]:
        """Points and goals a match."""
        sums = {
            "points": self.points,
            "goals_for": self.goals_for,
            "goals_against": self.goals_against,
        }
        return {name: each.mean() for name, each in sums.items()}

    def report(self) -> dict[str, Any]:
        """What `dilemma bench --json` prints of the outcome; null where an interval is unknown."""
        shares = {name: _told("share", each) for name, each in self.shares().items()}
        means = {name: _told("mean", each) for name, each in self.means().items()}
        return {**shares, **means, "simulated_seconds": self.ticks / TICKS_PER_SECOND}


def _told(word: str, each: Interval) -> dict[str, float | None]:
    """An interval as JSON can say it."""
    named = {word: each.value, "low": each.low, "high": each.high}
    return {name: None if math.isnan(value) else value for name, value in named.items()}
