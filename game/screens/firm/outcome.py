"""A year, and two hundred like it, under what departments are paid for: own reports, the firm, and all for the firm."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from game.firm import years
from game.firm.payoffs import own_number
from game.firm.settings import Firm
from game.firm.years import Played
from game.intervals import Interval, mean

MANY = 200  # years the mean is taken over
SEED = 7


@dataclass(frozen=True)
class Report:
    """A department's own number in the year: with its plan, and had it planned for the firm beside the same others."""

    department: str
    own: float
    serving: float  # both as payoffs: more is better for the department


@dataclass(frozen=True)
class Outcome:
    """What came of a year; money in the firm's own units."""

    reports: tuple[Report, ...]
    books: Any  # of this one year, an array (1,)
    earned: float
    whole: float  # had everyone served the firm
    usual: Interval  # mean over many years
    usual_whole: Interval

    @property
    def verdict(self) -> str:
        """In a word: serving, torn (own reports fine, firm poorer), poorer, or close."""
        if abs(self.usual.value - self.usual_whole.value) <= 0.005 * abs(self.usual_whole.value):
            return "serving"
        poorer = self.usual.high < self.usual_whole.low
        fine = all(each.own >= each.serving for each in self.reports)
        if not poorer:
            return "close"
        return "torn" if fine else "poorer"


def run_year(settings: Firm, played: Mapping[str, Played], year: int) -> Outcome:
    """Year `year`, and the mean of many, on the same luck whatever is played."""
    plan = years.plan(settings, played)
    books = years.run(settings, plan, 1, seed=SEED, first=year)
    many = years.run(settings, plan, MANY, seed=SEED)["value"]
    whole, usual_whole = _whole(settings, year)
    reports = []
    for department in played:
        number = own_number(department)
        loyal = years.plan(settings, {**played, department: "firm-win"})
        served = years.run(settings, loyal, 1, seed=SEED, first=year)
        reports.append(Report(department, float(number(books)[0]), float(number(served)[0])))
    return Outcome(tuple(reports), books, float(books["value"][0]), whole, mean(many), usual_whole)


@functools.lru_cache(maxsize=64)
def _whole(settings: Firm, year: int) -> tuple[float, Interval]:
    """What the firm earns in that year and in the mean when everyone serves it."""
    plan = years.plan(settings, "firm-win")
    one = years.run(settings, plan, 1, seed=SEED, first=year)["value"]
    return float(one[0]), mean(years.run(settings, plan, MANY, seed=SEED)["value"])
