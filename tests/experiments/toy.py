"""An experiment without football, whose rows are known: for tests of the runner."""

from __future__ import annotations

import numpy as np

from game.experiments.charts import Chart, Series
from game.experiments.experiment import Cell, Experiment, Findings
from game.experiments.outcomes import average
from game.experiments.report import Section
from game.experiments.settings import Settings
from game.experiments.tables import Column, Table

COLUMNS = np.dtype([("match", np.int64), ("seed", np.int64), ("value", np.float64)])


class ToySettings(Settings):
    matches: int = 20
    arms: tuple[int, ...] = (1, 2, 3)


def cells(settings):
    """The second arm is played twice as often."""
    return [Cell({"arm_number": arm}, arm, settings.matches * (2 if arm == 2 else 1)) for arm in settings.arms]


def play(plan, seed, first, count):
    rows = np.zeros(count, COLUMNS)
    rows["match"] = np.arange(first, first + count)
    rows["seed"] = seed
    rows["value"] = np.sin(plan * 1000 + rows["match"] + seed / 7)
    return rows


def find(played, settings):
    means = [average(rows["value"]) for rows in played.rows]
    table = Table("Means", [Column("arm", "arm"), Column("mean", "mean", ".3f")], list(zip("abc", means, strict=False)))
    chart = Chart("dots", "Means", "Three dots.", [Series("mean", list("abc")[: len(means)], means)])
    return Findings("The means are small.", [Section("Means", "All of them.", chart, table)])


TOY = Experiment(
    name="toy",
    title="Toy",
    question="Are sines small?",
    settings=ToySettings,
    cells=cells,
    find=find,
    play=play,
    columns=COLUMNS,
    describe=lambda plan: plan,
    seconds=lambda plan: 10.0 * plan,
)
