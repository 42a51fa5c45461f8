"""Real football: the reference tables that come with the game, and the band each mean is held to."""

from __future__ import annotations

import csv
import functools
import math
from typing import NamedTuple

from game.assets import asset

POOLED = "pooled_ENG_ESP_GER"
AROUND = 0.10  # share of the mean either way, where a table gives no band
PERCENTILES = ("p5", "p25", "p50", "p75", "p95")


class Real(NamedTuple):
    """A real figure, the band within which a simulated one passes, and where it comes from."""

    mean: float
    low: float
    high: float
    source: str
    spread: tuple[float, ...] = ()  # p5, p25, p50, p75, p95, where known


@functools.cache
def table(name: str) -> list[dict[str, str]]:
    """The rows of `assets/reference/match_stats/NAME.csv`."""
    with asset("reference", "match_stats", f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def target(metric: str, scale: float = 1.0) -> Real:
    """The mean of `metric` with the band suggested in targets.csv, both times `scale`."""
    row = _row("targets", {"metric": metric})
    mean, low, high = (scale * float(row[c]) for c in ("pooled_mean", "suggest_mean_lo", "suggest_mean_hi"))
    spread = spread_of(metric) if scale == 1.0 else ()
    return Real(mean, low, high, "targets.csv", spread)


def target_variance(metric: str) -> Real:
    """The variance of `metric`, with the squares of the suggested standard deviations."""
    row = _row("targets", {"metric": metric})
    sd, low, high = (float(row[c]) for c in ("pooled_sd", "suggest_sd_lo", "suggest_sd_hi"))
    return Real(sd * sd, low * low, high * high, "targets.csv")


def spread_of(metric: str) -> tuple[float, ...]:
    """Percentiles of `metric` over team-matches or matches."""
    row = _row("event_distributions", {"metric": metric, "competition": POOLED})
    return tuple(float(row[p]) for p in PERCENTILES)


def cell(
    name: str, column: str, keys: dict[str, str], *, scale: float = 1.0, band: tuple[str, str] | None = None
) -> Real:
    """The cell of table `name` in `column` of the row with `keys`, times `scale`.

    Its band lies in the columns `band`, else 10 % either way.

    Percentiles come along where the row has them for this very column, that is for `mean`.
    """
    row = _row(name, keys)
    mean = scale * float(row[column])
    spread = tuple(scale * float(row[p]) for p in PERCENTILES) if column == "mean" and "p95" in row else ()
    if band is None:
        return around(mean, f"{name}.csv", spread)
    low, high = (scale * float(row[c]) for c in band)
    return Real(mean, low, high, f"{name}.csv", spread)


def total(name: str, column: str, rows: list[dict[str, str]]) -> Real:
    """The sum of a column over some rows of table `name`."""
    return around(math.fsum(float(row[column]) for row in rows), f"{name}.csv")


def around(mean: float, source: str, spread: tuple[float, ...] = ()) -> Real:
    """A figure with 10 % either way."""
    return Real(mean, mean - AROUND * abs(mean), mean + AROUND * abs(mean), source, spread)


def _row(name: str, keys: dict[str, str]) -> dict[str, str]:
    """The one row of table `name` that has these cells; KeyError unless there is exactly one."""
    found = [row for row in table(name) if all(row[column] == text for column, text in keys.items())]
    if len(found) != 1:
        raise KeyError(f"{name}.csv has {len(found)} rows with {keys}, not one")
    return found[0]
