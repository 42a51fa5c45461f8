"""A footballer's contract: what goals, results and clean sheets pay, and when it sends him forward.

U = g · goals for − c · goals against + w · win + d · draw + s · clean sheet. Scoring and conceding are two Poisson
streams; going forward multiplies his side's by `own_factor` and the opponent's by `opponent_factor`. Equations (3) of
the project's theory notes.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.firm.books import Floats

Truths = NDArray[np.bool_]

WIDEST = 12  # goals; a difference beyond it is treated as this one
STEP = 0.01  # minutes


@dataclass(frozen=True)
class Contract:
    """What he is paid for, all in one money."""

    per_goal: float = 0.0
    per_conceded: float = 0.0
    win: float = 0.0
    draw: float = 0.0
    clean_sheet: float = 0.0

    def paid(self, scored: int, conceded: int) -> float:
        """What a match that ends `scored`–`conceded` pays him."""
        result = self.win if scored > conceded else self.draw if scored == conceded else 0.0
        clean = self.clean_sheet if conceded == 0 else 0.0
        return self.per_goal * scored - self.per_conceded * conceded + result + clean


@dataclass(frozen=True)
class Push:
    """Goals per minute while he stays, and what going forward makes of them."""

    own_rate: float
    opponent_rate: float
    own_factor: float
    opponent_factor: float

    @property
    def largest_fine(self) -> float:
        """Fine a goal against, as a share of a draw, from which he never goes when one down.

        (a − 1) λ / ((b − 1) μ): near the end a goal is worth a draw, and a goal against only the fine.
        """
        gain = (self.own_factor - 1) * self.own_rate
        return gain / ((self.opponent_factor - 1) * self.opponent_rate)

    def is_right(self, goal: Floats, conceded: Floats) -> Truths:
        """Whether to go when a goal is worth `goal` to him and one against costs `conceded`."""
        gain = (self.own_factor - 1) * self.own_rate * goal
        return np.asarray(gain > (self.opponent_factor - 1) * self.opponent_rate * conceded)


def push_minutes(contract: Contract, push: Push, *, deficit: int = 1, longest: float = 95.0) -> float:
    """Minutes before the end from which `contract` sends him forward when `deficit` down.

    0 when never, inf when at every time within `longest`. He may go only when behind, and come back at any time; a
    contract with a clean sheet is read as after the first goal against, when it pays no more.
    """
    difference = np.arange(-WIDEST, WIDEST + 1)
    value = np.where(difference > 0, contract.win, np.where(difference == 0, contract.draw, 0.0))
    behind = WIDEST - deficit
    for step in range(round(longest / STEP)):
        if not _goes(contract, push, value)[behind]:
            return step * STEP
        middle = value + STEP / 2 * _growth(contract, push, value)
        value = value + STEP * _growth(contract, push, middle)
    return float("inf")


def _growth(contract: Contract, push: Push, value: Floats) -> Floats:
    """What another minute is worth at every difference, played as the contract asks."""
    goal, conceded = _stakes(contract, value)
    goes = _goes(contract, push, value)
    scoring = push.own_rate * np.where(goes, push.own_factor, 1.0)
    conceding = push.opponent_rate * np.where(goes, push.opponent_factor, 1.0)
    return np.asarray(scoring * goal - conceding * conceded)


def _goes(contract: Contract, push: Push, value: Floats) -> Truths:
    """Where, by difference, he goes: behind, and only if it is right."""
    behind = np.arange(len(value)) < WIDEST
    return behind & push.is_right(*_stakes(contract, value))


def _stakes(contract: Contract, value: Floats) -> tuple[Floats, Floats]:
    """What a goal is worth to him and what one against costs him, at every difference."""
    steps = np.diff(value)
    goal = contract.per_goal + np.append(steps, 0.0)
    conceded = contract.per_conceded + np.insert(steps, 0, 0.0)
    return goal, conceded
