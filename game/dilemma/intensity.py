"""How far to go: a push by degrees, u from 0 (stay) to 1 (all in).

One more man forward adds as much threat as the one before, but each leaves more behind than the
last: own rate × 1 + (a−1)·u, opponent's rate × 1 + (b−1)·u². The best degree at a moment (T7) is

    u* = min(1, (a−1)·own·(V_{d+1} − V_d) / (2·(b−1)·opponent·(V_d − V_{d−1})))
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

import numpy as np
from scipy.integrate import solve_ivp

from game.dilemma.payoffs import BoolArray, FloatArray, Payoff
from game.dilemma.score_process import (
    ScoreProcess,
    check_minutes,
    check_rate,
    reach_for,
    slopes_of,
)


@dataclass(frozen=True)
class _Degrees:
    """What a degree of pushing adds: `more` goals a minute at u = 1, `risk` conceded at u² = 1."""

    own: float
    opponent: float
    more: float
    risk: float
    may_push: BoolArray

    def best(self, values: FloatArray) -> FloatArray:
        """u* at each difference."""
        slopes = slopes_of(values)
        gain, cost = self.more * slopes[1:], 2.0 * self.risk * slopes[:-1]
        inner = np.divide(gain, cost, out=np.ones_like(gain), where=cost > 0)
        # With nothing to lose the sign decides between the ends.
        chosen = np.where(cost > 0, inner, (gain - cost / 2.0 > 0).astype(np.float64))
        return np.where(self.may_push, np.clip(chosen, 0.0, 1.0), 0.0)

    def motion(self, values: FloatArray) -> FloatArray:
        """dV/dτ under the best degree."""
        slopes, u = slopes_of(values), self.best(values)
        own, opponent = self.own + self.more * u, self.opponent + self.risk * u * u
        return own * slopes[1:] - opponent * slopes[:-1]


@dataclass(frozen=True)
class Intensity:
    """The best degree of pushing at any score and time left, and what it is worth."""

    horizon: float
    process: ScoreProcess
    degrees: _Degrees
    dense: Callable[[float], FloatArray]

    def at(self, minutes_left: float, deficit: int = 1) -> float:
        """u*, the best degree of pushing, from 0 to 1."""
        best = self.degrees.best(self.dense(self._within(minutes_left)))
        return float(best[self.process.reach - deficit])

    def value(self, minutes_left: float, deficit: int = 1) -> float:
        """What the situation is worth under the best degree at every moment."""
        return float(self.dense(self._within(minutes_left))[self.process.reach - deficit])

    def _within(self, minutes_left: float) -> float:
        if check_minutes("minutes_left", minutes_left) > self.horizon:
            raise ValueError(f"minutes_left is {minutes_left}; solved only up to {self.horizon}")
        return minutes_left


def solve(
    *,
    own_rate: float,
    opponent_rate: float,
    own_factor: float,
    opponent_factor: float,
    payoff: Payoff,
    horizon: float = 95.0,
    deficit: int = 1,
) -> Intensity:
    """The best degree of pushing when behind, up to `horizon` minutes and about `deficit` behind.

    `own_factor` and `opponent_factor` are the factors on the two rates (goals a minute) at u = 1.
    """
    own, opponent = check_rate("own_rate", own_rate), check_rate("opponent_rate", opponent_rate)
    more = own * (check_rate("own_factor", own_factor) - 1.0)
    risk = opponent * (check_rate("opponent_factor", opponent_factor) - 1.0)
    span = check_minutes("horizon", horizon)
    busiest = own + opponent + max(more + risk, 0.0)
    process = ScoreProcess.of(payoff, reach=reach_for(deficit, expected_goals=busiest * span))
    degrees = _Degrees(own, opponent, more, risk, process.differences < 0)
    run = solve_ivp(
        lambda _, values: degrees.motion(values),
        (0.0, max(span, 1e-9)),
        process.values(process.whistle),
        "DOP853",
        dense_output=True,
        rtol=1e-9,
        atol=1e-12,
    )
    return Intensity(span, process, degrees, cast(Callable[[float], FloatArray], run.sol))
