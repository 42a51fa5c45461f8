"""When to go for good: a push that cannot be taken back, even after the equaliser.

W_d(τ) is the value of having gone, V_d(τ) that of being free to go, G = V − W ≥ 0 the worth of the
freedom. Going is right where G = 0; elsewhere G moves as the side that stays does:

    G' = (stay on V) − (push on W),     held at 0 where it would turn negative and going is allowed

an obstacle problem (optimal stopping), integrated by scipy's eighth-order Runge–Kutta.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

import numpy as np
from scipy.integrate import solve_ivp
from scipy.optimize import brentq

from game.dilemma.payoffs import BoolArray, FloatArray
from game.dilemma.score_process import Mode, ScoreProcess, Window, slopes_of, spans

FREE = 1e-11  # freedom worth less than this is rounding
STRIDE = 2.5  # minutes at most between two looks at the choice


@dataclass(frozen=True)
class CommittedPlan:
    """When to go for good, and what being free to go is worth, at any score and time left."""

    process: ScoreProcess
    minutes: FloatArray  # (m,) nodes, minutes left
    going: BoolArray  # (m, n) going is right at the node
    dense: Callable[[float], FloatArray]  # minutes left → (2 n,) W then G
    hesitation: Callable[[float], FloatArray]  # minutes left → (n,) G', positive where waiting pays

    def values(self, minutes_left: float) -> FloatArray:
        """V at every difference of the grid."""
        return np.asarray(self.dense(minutes_left).reshape(2, -1).sum(axis=0), dtype=np.float64)

    def values_gone(self, minutes_left: float) -> FloatArray:
        """W, the value of having gone, at every difference of the grid."""
        n = self.process.differences.size
        return np.asarray(self.dense(minutes_left)[:n], dtype=np.float64)

    def windows(self, difference: int) -> tuple[Window, ...]:
        """Spans of time left in which going is right at this difference, nearest first."""
        place = difference + self.process.reach
        going = self.going[:, place]
        nodes = self.minutes.copy()
        for k in np.flatnonzero(going[:-1] & ~going[1:]):
            nodes[k + 1] = self._last_moment(place, float(nodes[k]), float(nodes[k + 1]))
        return spans(nodes, going)

    def _last_moment(self, place: int, near: float, far: float) -> float:
        """The time left, between two nodes, at which waiting begins to pay."""

        def waiting_pays(minutes: float) -> float:
            return float(self.hesitation(minutes)[place])

        if waiting_pays(near) * waiting_pays(far) >= 0:
            return near
        return float(brentq(waiting_pays, near, far, xtol=1e-10))


def committed_plan(
    process: ScoreProcess, stay: Mode, push: Mode, *, horizon: float, may_go: BoolArray
) -> CommittedPlan:
    """Optimal stopping from the whistle back to `horizon`."""
    n = process.differences.size

    def slope_of_freedom(state: FloatArray) -> tuple[FloatArray, FloatArray]:
        gone, freedom = state.reshape(2, n)
        moving = _drift(gone, push)
        return moving, _drift(gone + freedom, stay) - moving

    def motion(_: float, state: FloatArray) -> FloatArray:
        gone, freedom = slope_of_freedom(state)
        held = may_go & (state[n:] <= 0)
        return np.concatenate((gone, np.where(held, np.maximum(freedom, 0.0), freedom)))

    start = np.concatenate((process.values(process.whistle), np.zeros(n)))
    span = (0.0, max(horizon, 1e-9))
    run = solve_ivp(motion, span, start, "DOP853", dense_output=True, rtol=1e-9, atol=1e-12, max_step=STRIDE)
    slopes = np.array([slope_of_freedom(state)[1] for state in run.y.T])
    going = may_go & (run.y[n:].T <= FREE) & (slopes <= FREE)
    dense = cast(Callable[[float], FloatArray], run.sol)
    return CommittedPlan(process, run.t, going, dense, lambda minutes: slope_of_freedom(dense(minutes))[1])


def _drift(values: FloatArray, mode: Mode) -> FloatArray:
    """dV/dτ under one mode."""
    slopes = slopes_of(values)
    return mode.own * slopes[1:] - mode.opponent * slopes[:-1] + mode.pay
