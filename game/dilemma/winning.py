"""What a score is worth with so much time left, when nobody changes what he does.

Goals come as two independent Poisson streams, so the difference still to come is Skellam and the
value is an exact sum (theory T1); with rates that depend on the score it is the score process.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.special import gammaln, xlogy

from game.dilemma.payoffs import FloatArray, Payoff, paid
from game.dilemma.score_process import ScoreProcess, check_minutes, check_rate, reach_for


class Outcomes(NamedTuple):
    """Chances of winning, drawing and losing; arrays of one shape, summing to 1."""

    win: FloatArray
    draw: FloatArray
    loss: FloatArray


def value(
    difference: npt.ArrayLike,
    minutes_left: npt.ArrayLike,
    payoff: Payoff,
    *,
    own_rate: float,
    opponent_rate: float,
) -> FloatArray:
    """Expected payoff from `difference` with `minutes_left`, at constant rates (goals a minute).

    `difference` and `minutes_left` broadcast; the result has their common shape.
    """
    now, minutes = np.broadcast_arrays(
        np.asarray(difference, dtype=np.int64), np.asarray(minutes_left, dtype=np.float64)
    )
    if not (np.isfinite(minutes).all() and (minutes >= 0).all()):
        raise ValueError(f"minutes_left must be 0 or more everywhere; got {minutes.min()}")
    ours = _poisson(check_rate("own_rate", own_rate) * minutes)
    theirs = _poisson(check_rate("opponent_rate", opponent_rate) * minutes)
    still_to_come = np.arange(ours.shape[-1])[:, None] - np.arange(theirs.shape[-1])
    worth = paid(payoff, now[..., None, None] + still_to_come)
    expected = np.einsum("...i,...j,...ij->...", ours, theirs, worth)
    return np.asarray(expected, dtype=np.float64)


def outcomes(
    difference: npt.ArrayLike,
    minutes_left: npt.ArrayLike,
    *,
    own_rate: float,
    opponent_rate: float,
) -> Outcomes:
    """Chances of win, draw and loss from `difference` with `minutes_left`; the two broadcast."""
    win, draw, loss = (
        value(difference, minutes_left, result, own_rate=own_rate, opponent_rate=opponent_rate)
        for result in ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
    )
    return Outcomes(win, draw, loss)


def value_by_state(
    difference: npt.ArrayLike,
    minutes_left: float,
    payoff: Payoff,
    *,
    rates: Mapping[int, tuple[float, float]],
) -> FloatArray:
    """Expected payoff when rates depend on the score, as they are measured in an engine.

    `rates` maps a goal difference to (own, opponent's) goals a minute; a difference outside those
    measured takes the rates of the nearest measured one. `difference` may be an array.
    """
    if not rates:
        raise ValueError("rates are empty; give at least one {difference: (own, opponent's)}")
    minutes = check_minutes("minutes_left", minutes_left)
    measured = np.array(sorted(rates))
    both = np.array([rates[int(d)] for d in measured], dtype=np.float64)
    for rate in both.flat:
        check_rate("a measured rate", float(rate))
    asked = np.asarray(difference, dtype=np.int64)
    furthest = max(int(np.abs(asked).max(initial=0)), int(np.abs(measured).max()))
    reach = reach_for(furthest, expected_goals=minutes * float(both.sum(axis=1).max()))
    process = ScoreProcess.of(payoff, reach=reach)
    nearest = np.abs(process.differences[:, None] - measured).argmin(axis=1)
    own, opponent = both[nearest].T
    return process.values(process.before(minutes, own=own, opponent=opponent))[asked + reach]


def _poisson(mean: FloatArray) -> FloatArray:
    """Chances of 0, 1, 2 … goals along a new last axis, to where the tail is below 1e-15."""
    most = float(mean.max(initial=0.0))
    goals = np.arange(math.ceil(most + 9.0 * math.sqrt(most)) + 16)
    expected = mean[..., None]
    return np.asarray(np.exp(xlogy(goals, expected) - expected - gammaln(goals + 1.0)))
