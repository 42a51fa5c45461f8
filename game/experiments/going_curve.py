"""What going at a minute is worth, measured; what the theory makes of the measured rates; and how far they are apart.

The theory's value is only as sure as the rates it is fed with. Both come from the same matches, so the interval of
their difference is taken match by match: what a match gained, less what it moved the prediction by (its share in each
rate times the prediction's slope in that rate; linearised as in dilemma.rates).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.dilemma import timing as theory
from game.dilemma.payoffs import LEAGUE, paid
from game.dilemma.score_process import Mode
from game.experiments.outcomes import average
from game.intervals import Interval
from game.results import Rows

HARDLY = 1e-5  # goals a minute: one in a thousand matches
NUDGE = 0.01  # of a rate, to see what the prediction makes of it

Values = NDArray[np.float64]


@dataclass(frozen=True)
class Curve:
    """Points above never going, by minute of going; measured and as the theory has it with the measured rates."""

    minutes: tuple[int, ...]
    measured: list[Interval]
    predicted: list[float]
    apart: list[Interval]  # measured − predicted
    right_from: float  # minute from which the theory goes; nan never
    whistle: float  # minute, on average

    @property
    def best(self) -> int:
        """Place of the minute that was worth most."""
        return int(np.argmax([each.value for each in self.measured]))


def curve_of(base: Rows, cells: Mapping[int, Rows], *, deficit: int, worth: float) -> Curve:
    """The curve of one way of going: `cells` by minute of going, `base` in which nobody went, on the same luck.

    `worth` is goals_a_chance.
    """
    length = float(base["minutes"].mean())
    whistle = min(cells) + length
    left = [max(0.0, whistle - minute) for minute in cells]
    gains = [paid(LEAGUE, rows["margin"]) - paid(LEAGUE, base["margin"]) for rows in cells.values()]
    rates, moves = _rates(base, list(cells.values()), worth)
    predicted = _predicted(rates, left, length, deficit)
    moved = moves @ _slopes(rates, left, length, deficit)
    away = [gain - moved[:, place] - predicted[place] for place, gain in enumerate(gains)]
    stay, go = Mode(rates[0], rates[1]), Mode(rates[2], rates[3])
    push_at = theory.solve_modes(stay, go, LEAGUE, minutes_left=length, deficit=deficit).push_at
    return Curve(
        minutes=tuple(cells),
        measured=[average(gain) for gain in gains],
        predicted=[float(each) for each in predicted],
        apart=[average(each) for each in away],
        right_from=max(0.0, whistle - push_at) if push_at > 0 else float("nan"),
        whistle=whistle,
    )


def _rates(base: Rows, cells: list[Rows], worth: float) -> tuple[Values, Values]:
    """Goals a minute by chances, for and against, staying and then going; and by how much each match moved them.

    Shapes (4,) and (matches, 4); the second has mean 0. A rate of 0 counts as hardly anything, so that it has factors.
    """
    went = {name: sum(cell[f"go_{name}"] for cell in cells) for name in ("minutes", "xg_for", "xg_against")}
    stayed = {name: base[f"stay_{name}"] for name in went}
    rates, moves = [], []
    for phase in (stayed, went):
        played = max(float(np.mean(phase["minutes"])), 1e-9)
        for end in ("xg_for", "xg_against"):
            rate = worth * float(np.mean(phase[end])) / played
            rates.append(max(rate, HARDLY))
            moves.append((worth * phase[end] - rate * phase["minutes"]) / played)
    return np.array(rates), np.stack(moves, axis=1)


def _predicted(rates: Values, left: list[float], length: float, deficit: int) -> Values:
    """The theory's points above never going, for going with so many minutes `left`."""
    own, opponent, own_going, opponent_going = rates
    values: Values = theory.value_of_going_at(
        [*left, 0.0],
        own_rate=own,
        opponent_rate=opponent,
        own_factor=own_going / own,
        opponent_factor=opponent_going / opponent,
        payoff=LEAGUE,
        minutes_left=length,
        deficit=deficit,
    )
    return np.asarray(values[:-1] - values[-1], dtype=np.float64)


def _slopes(rates: Values, left: list[float], length: float, deficit: int) -> Values:
    """How the predictions change with each rate, shape (4, minutes of going)."""
    slopes = []
    for place, rate in enumerate(rates):
        step = np.zeros(len(rates))
        step[place] = NUDGE * rate
        up, down = (_predicted(rates + sign * step, left, length, deficit) for sign in (1, -1))
        slopes.append((up - down) / (2 * step[place]))
    return np.array(slopes)
