"""The score process: goals come at rates that depend on the score and on what a side chooses.

V_d(τ) is the value of goal difference d (own minus opponent's) with τ minutes left (theory §2):

    V_d' = own · (V_{d+1} − V_d) − opponent · (V_d − V_{d−1}) + pay,      V_d(0) = payoff(d)

It is carried by its *slopes* D_d = V_{d+1} − V_d, what one more goal is worth: they keep their
digits far from a level score, where the values themselves hardly differ. While choices stand they
move by a matrix with no negative entry off its diagonal, so a Taylor series about a shifted matrix
(uniformization) adds only non-negative terms and slopes of 1e-12 are still exact.

A state is one vector: V at the lowest difference, then D from bottom to top, then the constant 1.
Beyond the grid the outermost slope is continued, exact for flat and for linear payoffs.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from game.dilemma.payoffs import BoolArray, FloatArray, IntArray, Payoff, paid

Window = tuple[float, float]  # minutes left: from, to, the nearer the whistle first


TERMS = 20  # of the Taylor series; over one stride the first one left out is below 1e-19


class Mode(NamedTuple):
    """A way of playing: goals a minute for and against, and what it pays a minute (contracts)."""

    own: float
    opponent: float
    pay: float = 0.0


@dataclass(frozen=True)
class ScoreProcess:
    """The grid of goal differences −reach … reach and the state at the whistle."""

    reach: int
    whistle: FloatArray  # (2 reach + 2,) state

    @classmethod
    def of(cls, payoff: Payoff, *, reach: int) -> ScoreProcess:
        """The process of a payoff on differences −reach … reach."""
        worth = paid(payoff, np.arange(-reach, reach + 1))
        return cls(reach, np.concatenate((worth[:1], np.diff(worth), [1.0])))

    @property
    def differences(self) -> IntArray:
        """The goal differences of the grid, (2 reach + 1,)."""
        return np.arange(-self.reach, self.reach + 1)

    def values(self, state: FloatArray) -> FloatArray:
        """V at every difference of the grid."""
        return np.asarray(np.cumsum(state[:-1]), dtype=np.float64)

    def before(
        self,
        minutes: float,
        *,
        own: FloatArray,
        opponent: FloatArray,
        pay: FloatArray | None = None,
        state: FloatArray | None = None,
    ) -> FloatArray:
        """The state `minutes` earlier than `state`, or than the whistle, at rates by difference."""
        start = self.whistle if state is None else state
        matrix = motion(own, opponent, np.zeros_like(own) if pay is None else pay)
        return earlier(start, matrix, minutes)


def check_rate(name: str, rate: float) -> float:
    """`rate` itself when it can be goals a minute, or a factor on them; else ValueError."""
    if not (math.isfinite(rate) and rate >= 0):
        raise ValueError(f"{name} is {rate}; it must be a finite number, 0 or more")
    return float(rate)


def check_minutes(name: str, minutes: float) -> float:
    """`minutes` itself when it can be time left; else ValueError."""
    if not (math.isfinite(minutes) and minutes >= 0):
        raise ValueError(f"{name} is {minutes}; it must be a finite number of minutes, 0 or more")
    return float(minutes)


def slopes_of(values: FloatArray) -> FloatArray:
    """What one more goal is worth at each rung, (n + 1,) for values (n,), with a rung either end.

    From difference place i, a goal against crosses rung i and a goal for rung i + 1.
    """
    steps = values[1:] - values[:-1]
    return np.concatenate((steps[:1], steps, steps[-1:]))


def reach_for(deficit: int, *, expected_goals: float) -> int:
    """A reach so wide that what lies beyond it cannot be felt at `deficit`.

    The random part of a difference spreads like the root of the goals expected.
    """
    return 12 + abs(deficit) + math.ceil(3.0 * math.sqrt(expected_goals))


def motion(own: FloatArray, opponent: FloatArray, pay: FloatArray) -> FloatArray:
    """The matrix that moves a state back in time, from rates at each difference, (n + 1, n + 1)."""
    n = own.size
    matrix = np.zeros((n + 1, n + 1))
    rows = np.arange(1, n)  # the row of D_d, whose two ends are differences rows − 1 and rows
    matrix[rows, rows] = -own[:-1] - opponent[1:]
    matrix[rows[:-1], rows[1:]] = own[1:-1]
    matrix[rows[1:], rows[:-1]] = opponent[1:-1]
    matrix[rows[-1], rows[-1]] += own[-1]
    matrix[rows[0], rows[0]] += opponent[0]
    matrix[rows, n] = np.diff(pay)
    matrix[0, 1] = own[0] - opponent[0]
    matrix[0, n] = pay[0]
    return matrix


def shifted(matrix: FloatArray) -> tuple[FloatArray, float]:
    """The matrix made non-negative by adding to its diagonal, and how much was added."""
    shift = float(-matrix.diagonal().min())
    return matrix + shift * np.eye(len(matrix)), shift


def earlier(state: FloatArray, matrix: FloatArray, minutes: float) -> FloatArray:
    """The state `minutes` before `state` while `matrix` moves it: exp(matrix · minutes) · state."""
    raised, shift = shifted(matrix)
    strides = max(1, math.ceil(shift * minutes))
    stride = minutes / strides
    fading = math.exp(-shift * stride)
    for _ in range(strides):
        term = total = state
        for k in range(1, TERMS + 1):
            term = raised @ term * (stride / k)
            total = total + term
        state = fading * total
    return state


def by_choice(stay: Mode, push: Mode, pushing: BoolArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Own rate, opponent's rate and pay at each difference, pushing where `pushing` says so."""
    return (
        np.where(pushing, push.own, stay.own),
        np.where(pushing, push.opponent, stay.opponent),
        np.where(pushing, push.pay, stay.pay),
    )


def spans(minutes: FloatArray, held: BoolArray) -> tuple[Window, ...]:
    """The spans in which `held` is true, each holding from its node to the next; (m,) both."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], held[:-1], [False])).astype(np.int8)))
    times = minutes[edges]
    return tuple((float(a), float(b)) for a, b in zip(times[::2], times[1::2], strict=True) if b > a)
