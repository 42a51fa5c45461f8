"""Take the census: play the matches, gather the facts in their order, and set each metric beside the real one."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from game.benching.luck import match_seed
from game.benching.rounds import checked_workers, on_threads
from game.census.counts import count
from game.census.kicks import kicks
from game.census.legs import legs
from game.census.metrics import Metric, metrics
from game.census.observe import Facts, watch
from game.census.possession import possession
from game.census.real import PERCENTILES
from game.census.shape import shape
from game.fixture import Arranged, Fixture, arrange, check_seed

SCENARIO = "full-match"
POLICY = "team-win"
LAW_YEAR = "2017/18"  # that of the event data
HOME_ADVANTAGE = 0.1
"""Of the hosts, where nothing else is asked for: half of it off their errors, as much on to the visitors'."""
MOST = 10_000  # matches; every pass of theirs is kept

Progress = Callable[[int, int], None]
"""Told after every match: matches played, matches in all."""

STATISTICS: dict[str, Callable[[NDArray[np.float64]], float]] = {
    "mean": lambda values: float(values.mean()),
    "percent": lambda values: 100.0 * float(values.mean()),
    "median": lambda values: float(np.median(values)),
    "variance": lambda values: float(values.var(ddof=1)) if len(values) > 1 else math.nan,
}


class Line(NamedTuple):
    """One metric, simulated beside real; `simulated` is nan when no match had anything to count."""

    metric: Metric
    simulated: float
    values: int  # behind it
    spread: tuple[float, ...]  # p5, p25, p50, p75, p95 of the simulated values, where the real ones are known

    @property
    def within(self) -> bool:
        """Whether the simulated figure lies in the band of the real one."""
        return self.metric.real.low <= self.simulated <= self.metric.real.high

    def report(self) -> dict[str, Any]:
        """The line as JSON can say it."""
        real = self.metric.real
        return {
            "name": self.metric.name,
            "unit": self.metric.unit,
            "simulated": None if math.isnan(self.simulated) else self.simulated,
            "real": real.mean,
            "real_low": real.low,
            "real_high": real.high,
            "within": self.within,
            "values": self.values,
            "source": real.source,
        }


def take_census(
    matches: int,
    seed: int,
    *,
    workers: int | None = None,
    home_advantage: float = HOME_ADVANTAGE,
    progress: Progress | None = None,
) -> list[Line]:
    """Play `matches` full matches of two equal team-win sides and measure every metric.

    The same lines on any number of `workers`; match k has the seed `match_seed(seed, k)`, as in a bench.
    Raises ValueError for what is out of range.
    """
    if not 1 <= matches <= MOST:
        raise ValueError(f"a census takes 1 to {MOST} matches, not {matches}")
    check_seed(seed)
    threads = checked_workers(workers)
    arm = fixture(home_advantage)
    played = []
    for facts in _observed(arm, matches, seed, workers=threads):
        played.append(facts)
        if progress is not None:
            progress(len(played), matches)
    return lines(played)


def fixture(home_advantage: float = HOME_ADVANTAGE) -> Arranged:
    """The match a census is made of, ready to be played."""
    return arrange(Fixture(SCENARIO, POLICY, POLICY, law_year=LAW_YEAR, home_advantage=home_advantage))


def _observed(arm: Arranged, matches: int, seed: int, *, workers: int) -> Iterator[Facts]:
    """The facts of each match, in order."""

    def work(number: int, _count: int) -> Facts:
        return observe(arm, match_seed(seed, number))

    return on_threads(work, 0, matches, piece=1, workers=workers)


def observe(arm: Arranged, seed: int) -> Facts:
    """Play one match and measure everything about it."""
    watched = watch(arm, seed)
    parts = (count, kicks, possession, shape, legs)
    return {name: values for part in parts for name, values in part(watched).items()}


def lines(played: Sequence[Facts]) -> list[Line]:
    """Every metric over the facts of one match or more."""
    return [_line(metric, np.concatenate([facts[metric.fact] for facts in played])) for metric in metrics()]


def _line(metric: Metric, values: NDArray[np.float64]) -> Line:
    """One metric over the values of its fact, those that are not numbers left out."""
    known = values[~np.isnan(values)]
    if not len(known):
        return Line(metric, math.nan, 0, ())
    spread: tuple[float, ...] = ()
    if metric.real.spread:
        spread = tuple(float(np.percentile(known, int(name[1:]))) for name in PERCENTILES)
    return Line(metric, STATISTICS[metric.statistic](known), len(known), spread)
