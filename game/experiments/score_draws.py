"""The final scores of whole matches: draws, goals, and how the two sides' goals hang together."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from game.experiments.charts import Chart, Series
from game.experiments.report import Section
from game.experiments.resampling import Sums, resampled
from game.experiments.tables import Column, Table
from game.intervals import Interval, wilson
from game.results import Rows


def scores_section(played: Mapping[str, Rows]) -> Section:
    """Draws, goals, their spread and correlation for every kind of side."""
    made = {side: scores_of(rows) for side, rows in played.items()}
    columns = (
        Column("figure", "final scores"),
        Column("low", "wanted from", ".2f"),
        Column("high", "wanted to", ".2f"),
        *(Column(side, side, ".3f") for side in made),
    )
    rows = [(words, *wanted, *(found[name] for found in made.values())) for name, (words, wanted, _) in FIGURES.items()]
    words = [words for words, _, _ in FIGURES.values()]
    chart = Chart(
        "dots",
        "Final scores",
        "A row for each figure of the final scores, with a dot and its interval for each kind of side.",
        [Series(side, words, [found[name] for name in FIGURES]) for side, found in made.items()],
        "",
        "",
        ".2f",
    )
    text = (
        "A side that reacts too hard to the score shows it here first: equal sides then draw too often, and their "
        "goals rise and fall together. Variance over mean is 1 where goals come at a steady rate."
    )
    return Section("How the matches end", text, chart, Table("Final scores", columns, rows))


def scores_of(rows: Rows) -> dict[str, Interval]:
    """Every figure of FIGURES with its interval."""
    home, away = rows["home_goals"].astype(np.float64), rows["away_goals"].astype(np.float64)
    sums = np.stack([np.ones_like(home), home, away, home**2, away**2, home * away, (home + away) ** 2], axis=1)
    found = {name: resampled(sums, figure) for name, (_, _, figure) in FIGURES.items() if figure is not None}
    found["draws"] = wilson(int((home == away).sum()), len(rows))
    return {name: found[name] for name in FIGURES}


def _goals(sums: Sums) -> Sums:
    """Goals a match."""
    return (sums[:, 1] + sums[:, 2]) / sums[:, 0]


def _spread(sums: Sums) -> Sums:
    """Variance of a match's goals over their mean."""
    mean = _goals(sums)
    return (sums[:, 6] / sums[:, 0] - mean**2) / mean


def _correlation(sums: Sums) -> Sums:
    """Correlation of home and away goals."""
    home, away = sums[:, 1] / sums[:, 0], sums[:, 2] / sums[:, 0]
    spread = (sums[:, 3] / sums[:, 0] - home**2) * (sums[:, 4] / sums[:, 0] - away**2)
    return np.asarray((sums[:, 5] / sums[:, 0] - home * away) / np.sqrt(spread))


FIGURES: Mapping[str, tuple[str, tuple[float, float], Callable[[Sums], Sums] | None]] = {
    "draws": ("share of draws", (0.22, 0.28), None),
    "goals": ("goals a match", (2.5, 3.0), _goals),
    "spread": ("variance of goals over mean", (0.9, 1.15), _spread),
    "correlation": ("correlation of the two scores", (-0.15, 0.1), _correlation),
}
"""By name: words, the range a believable match has (real leagues, README of the tables), and how it is found."""
