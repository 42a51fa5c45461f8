"""What a final goal difference pays, competition by competition.

A payoff is either (win, draw, loss) or a function of the difference, own minus opponent's goals.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

FloatArray: TypeAlias = npt.NDArray[np.float64]
IntArray: TypeAlias = npt.NDArray[np.int64]
BoolArray: TypeAlias = npt.NDArray[np.bool_]
Payoff: TypeAlias = Sequence[float] | Callable[[int], float]

LEAGUE = (3.0, 1.0, 0.0)
CUP = (1.0, 0.5, 0.0)  # a draw is a coin toss: extra time and kicks from the mark between equals
AVOID_DEFEAT = (1.0, 1.0, 0.0)
WIN_ONLY = (1.0, 0.0, 0.0)


def goal_difference(per_goal: float = 1.0, *, points: Payoff = (0.0, 0.0, 0.0)) -> Payoff:
    """Every goal of the final difference counts `per_goal`, on top of the points for the result."""
    return lambda difference: _paid_for(points, difference) + per_goal * difference


def aggregate(first_leg: int, *, payoff: Payoff = CUP) -> Payoff:
    """Two legs added up: `first_leg` is own minus opponent's goals in the leg already played."""
    return lambda difference: _paid_for(payoff, difference + first_leg)


def competition(name: str, *, first_leg: int = 0) -> Payoff:
    """The payoff of a competition: league, cup, goal-difference or aggregate (with `first_leg`).

    KeyError when there is no such competition.
    """
    known: dict[str, Payoff] = {
        "league": LEAGUE,
        "cup": CUP,
        "goal-difference": goal_difference(),
        "aggregate": aggregate(first_leg),
    }
    if name not in known:
        close = get_close_matches(name, known, n=1)
        nearest = f"did you mean '{close[0]}'?" if close else f"there are: {', '.join(known)}"
        raise KeyError(f"no competition called '{name}'; {nearest}")
    return known[name]


def paid(payoff: Payoff, differences: npt.ArrayLike) -> FloatArray:
    """What `payoff` pays at each final goal difference, in the shape of `differences`.

    ValueError when a triple is not three numbers or something paid is not finite.
    """
    asked = np.asarray(differences, dtype=np.int64)
    each, place = np.unique(asked, return_inverse=True)
    worth = np.array([_paid_for(payoff, int(difference)) for difference in each], dtype=np.float64)
    if not np.isfinite(worth).all():
        raise ValueError("a payoff must be finite at every goal difference; give plain numbers")
    return worth[place].reshape(asked.shape)


def _paid_for(payoff: Payoff, difference: int) -> float:
    if callable(payoff):
        return float(payoff(difference))
    if len(payoff) != 3:
        raise ValueError(f"a payoff is (win, draw, loss); got {len(payoff)} numbers: {payoff}")
    win, draw, loss = payoff
    return float(win if difference > 0 else draw if difference == 0 else loss)
