"""The best reversible plan of the score process: push, stay, change your mind at any time.

Backward induction in continuous time. Between two changes of choice a state is a Taylor series in
the minutes, exact also where slopes are tiny, so the sign of a choice can be trusted however far
behind a side is. Moments of change are roots of that series, not grid points.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from scipy.optimize import brentq

from game.dilemma.payoffs import BoolArray, FloatArray
from game.dilemma.score_process import (
    Mode,
    ScoreProcess,
    Window,
    by_choice,
    earlier,
    motion,
    shifted,
    spans,
)

TERMS = 14  # of the series; with STRIDE the first one left out is below 1e-20
STRIDE = 0.1  # expected goals in one step of the search for a change of choice
MOMENT = 1e-6  # of a step: late enough for every gain to have its sign
TIE = 1e-11  # a gain smaller than this part of its two sides is no gain: rounding, or a true tie


@dataclass(frozen=True)
class Plan:
    """The best reversible plan: what to do and what it is worth at any score and time left."""

    process: ScoreProcess
    stay: Mode
    push: Mode
    minutes: FloatArray  # (m,) minutes left at the nodes, from 0 up
    states: FloatArray  # (m, n + 1) state at each node
    pushing: BoolArray  # (m, n) choice from each node to the next

    def values(self, minutes_left: float) -> FloatArray:
        """V at every difference of the grid, exact between nodes."""
        node = int(np.searchsorted(self.minutes, minutes_left, side="right")) - 1
        matrix = motion(*by_choice(self.stay, self.push, self.pushing[node]))
        beyond = minutes_left - float(self.minutes[node])
        return self.process.values(earlier(self.states[node], matrix, beyond))

    def windows(self, difference: int) -> tuple[Window, ...]:
        """Spans of time left in which pushing is right at this difference, nearest first."""
        return spans(self.minutes, self.pushing[:, difference + self.process.reach])


def best_plan(process: ScoreProcess, stay: Mode, push: Mode, *, horizon: float, may_push: BoolArray) -> Plan:
    """Backward induction from the whistle to `horizon`: push where it gains and is allowed."""
    search = _Search(stay, push, process.reach)
    busiest = max(stay.own + stay.opponent, push.own + push.opponent)
    stride = min(horizon, STRIDE / busiest) if busiest > 0 else horizon
    # At the whistle itself most slopes are 0; a moment before it every choice has its sign.
    minutes, state = 0.0, process.whistle
    pushing = np.zeros(may_push.size, dtype=np.bool_)
    pushing = search.wanted(search.advance(state, pushing, MOMENT * stride), pushing) & may_push
    nodes = [(minutes, state, pushing)]
    while minutes < horizon:
        step = min(stride, horizon - minutes)
        ahead = search.advance(state, pushing, step)
        changed = (search.wanted(ahead, pushing) != pushing) & may_push
        if changed.any():
            step, turned = search.first_change(state, pushing, changed, step)
            ahead, pushing = search.advance(state, pushing, step), pushing ^ turned
        minutes, state = minutes + step, ahead
        nodes.append((minutes, state, pushing))
    times, states, choices = zip(*nodes, strict=True)
    return Plan(process, stay, push, np.array(times), np.array(states), np.array(choices))


class _Search:
    """The Taylor series of a state under a choice, and the gain from pushing along it."""

    def __init__(self, stay: Mode, push: Mode, reach: int) -> None:
        self.stay, self.push = stay, push
        n = 2 * reach + 1
        self.up = np.minimum(np.arange(n) + 1, n - 1)  # place in a state of D_d
        self.down = np.maximum(np.arange(n), 1)  # place of D_{d−1}
        self.ways: dict[bytes, tuple[FloatArray, float]] = {}

    def series(self, state: FloatArray, pushing: BoolArray) -> tuple[FloatArray, float]:
        """Coefficients (TERMS + 1, n + 1) of the state in minutes, and the shift they are under.

        State after s minutes = exp(−shift · s) · Σ coefficient_k · s^k.
        """
        key = pushing.tobytes()
        if key not in self.ways:
            self.ways[key] = shifted(motion(*by_choice(self.stay, self.push, pushing)))
        raised, shift = self.ways[key]
        terms = [state]
        for k in range(1, TERMS + 1):
            terms.append(raised @ terms[-1] / k)
        return np.array(terms), shift

    def advance(self, state: FloatArray, pushing: BoolArray, minutes: float) -> FloatArray:
        """The state `minutes` further from the whistle."""
        terms, shift = self.series(state, pushing)
        powers = minutes ** np.arange(TERMS + 1)
        return np.asarray(math.exp(-shift * minutes) * (powers @ terms), dtype=np.float64)

    def gain(self, states: FloatArray) -> FloatArray:
        """What a minute of pushing gains over staying at each difference; states (…, n + 1)."""
        more, less = self._two_sides(states)
        return more - less + (self.push.pay - self.stay.pay) * states[..., -1:]

    def wanted(self, state: FloatArray, pushing: BoolArray) -> BoolArray:
        """Where pushing gains, a tie leaving the choice as it is."""
        more, less = self._two_sides(state)
        gain, scale = self.gain(state), np.abs(more) + np.abs(less)
        scale = scale + abs(self.push.pay) + abs(self.stay.pay)
        return np.asarray(np.where(np.abs(gain) > TIE * scale, gain > 0, pushing), dtype=np.bool_)

    def first_change(
        self, state: FloatArray, pushing: BoolArray, changed: BoolArray, step: float
    ) -> tuple[float, BoolArray]:
        """The minutes to the first change within `step`, and the differences that change then."""
        terms, _ = self.series(state, pushing)
        gains = self.gain(terms)[:, changed]
        at = np.array([_root(polynomial, step) for polynomial in gains.T])
        first = float(at.min())
        turned = np.zeros_like(pushing)
        turned[changed] = at == first
        return first, turned

    def _two_sides(self, states: FloatArray) -> tuple[FloatArray, FloatArray]:
        more = (self.push.own - self.stay.own) * states[..., self.up]
        less = (self.push.opponent - self.stay.opponent) * states[..., self.down]
        return more, less


def _root(polynomial: FloatArray, step: float) -> float:
    """Where the polynomial changes sign in [0, step]; 0 when it has its new sign from the start.

    The start is read a moment late: there a gain may be 0, before the whistle or after a change.
    """

    def at(minutes: float) -> float:
        total = 0.0
        for coefficient in polynomial[::-1]:
            total = total * minutes + float(coefficient)
        return total

    start = MOMENT * step
    if at(start) * at(step) >= 0:
        return 0.0
    return float(brentq(at, start, step, xtol=1e-12))
