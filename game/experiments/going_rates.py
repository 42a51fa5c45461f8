"""What matches in which a side goes at a minute say about its ways of playing: goal rates, and factors on them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.dilemma.rates import factor, rate
from game.experiments.experiment import Played
from game.experiments.going import PHASES
from game.intervals import Interval
from game.results import Rows

COUNTED = ("minutes", "for", "against", "xg_for", "xg_against")


@dataclass(frozen=True)
class Rates:
    """What one way of playing scored and conceded a minute, and by what factors that differs from staying."""

    minutes: float  # of match time it was played for
    own: Interval  # goals a minute
    opponent: Interval
    own_factor: Interval  # a of the theory
    opponent_factor: Interval  # b
    own_by_chances: float  # goals a minute the chances were worth: steadier
    opponent_by_chances: float


def rates_of(cells_of: list[Rows], base: Rows, *, phase: str = "go", worth: float) -> Rates:
    """The rates of one way of playing, summed over its cells match by match, against `base` in which nobody goes.

    `worth` is goals_a_chance.
    """
    together = {name: sum(cell[f"{phase}_{name}"] for cell in cells_of) for name in COUNTED}
    staying = {name: base[f"stay_{name}"] for name in COUNTED}
    minutes = together["minutes"]
    return Rates(
        minutes=float(np.sum(minutes)),
        own=rate(together["for"], minutes),
        opponent=rate(together["against"], minutes),
        own_factor=factor(together["for"], minutes, staying["for"], staying["minutes"]),
        opponent_factor=factor(together["against"], minutes, staying["against"], staying["minutes"]),
        own_by_chances=worth * rate(together["xg_for"], minutes).value,
        opponent_by_chances=worth * rate(together["xg_against"], minutes).value,
    )


def goals_a_chance(played: Played) -> float:
    """Goals scored for each expected one, over everything played at both ends."""
    ends = [(phase, end) for phase in PHASES for end in ("for", "against")]
    goals = sum(float(cell[f"{phase}_{end}"].sum()) for cell in played.rows for phase, end in ends)
    chances = sum(float(cell[f"{phase}_xg_{end}"].sum()) for cell in played.rows for phase, end in ends)
    return goals / chances if chances > 0 else 1.0
