"""The score chain: the score process in steps of time, at most one goal a step.

The published hockey tables are this chain in steps of ten seconds; it is also the toy match on
which estimates are checked, since every value on it is known exactly. A *plan* says where to
push: booleans of shape (steps + 1, n), by steps left and by goal difference. A goal that would
leave the grid counts for nothing, in the values as in the games played.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.dilemma.payoffs import BoolArray, FloatArray, IntArray, Payoff, paid
from game.dilemma.score_process import Mode

REACH = 24  # goals either way; further off nothing is felt in a match of hockey or football


@dataclass(frozen=True)
class ScoreChain:
    """Chances of a goal for and against in one step, staying and pushing (`pay` is per step)."""

    stay: Mode
    push: Mode
    payoff: Payoff
    reach: int = REACH

    def __post_init__(self) -> None:
        for name, mode in (("staying", self.stay), ("pushing", self.push)):
            if not (mode.own >= 0 and mode.opponent >= 0 and mode.own + mode.opponent <= 1):
                raise ValueError(
                    f"goal chances a step, {name}, are {mode.own} and {mode.opponent}; each must be"
                    " 0 or more and both together at most 1 (take shorter steps)"
                )

    @property
    def differences(self) -> IntArray:
        """The goal differences −reach … reach."""
        return np.arange(-self.reach, self.reach + 1)

    def whistle(self) -> FloatArray:
        """What each difference pays at the whistle, (n,)."""
        return paid(self.payoff, self.differences)

    def step_back(self, values: FloatArray, mode: Mode) -> FloatArray:
        """The values one step earlier when everybody plays `mode`: Q of that choice, (n,)."""
        slopes = np.concatenate(([0.0], values[1:] - values[:-1], [0.0]))
        moved = values + mode.own * slopes[1:] - mode.opponent * slopes[:-1]
        return np.asarray(moved + mode.pay, dtype=np.float64)

    def never(self, steps: int) -> BoolArray:
        """The plan that never pushes."""
        return np.zeros((steps + 1, self.differences.size), dtype=np.bool_)

    def from_step(self, steps: int, steps_left: int) -> BoolArray:
        """The plan that pushes whenever behind once at most `steps_left` steps are left."""
        due = np.arange(steps + 1) <= steps_left
        return np.asarray(due[:, None] & (self.differences < 0), dtype=np.bool_)

    def values(self, plan: BoolArray) -> FloatArray:
        """Exact values of a plan by backward induction, (steps + 1, n) by steps left."""
        table = [self.whistle()]
        for pushing in plan[1:]:
            stay, push = (self.step_back(table[-1], mode) for mode in (self.stay, self.push))
            table.append(np.where(pushing, push, stay))
        return np.array(table)

    def best_plan(self, steps: int) -> tuple[BoolArray, FloatArray]:
        """The best plan that pushes only when behind, and its values, both (steps + 1, n)."""
        behind = self.differences < 0
        table, plan = [self.whistle()], [np.zeros_like(behind)]
        for _ in range(steps):
            stay, push = (self.step_back(table[-1], mode) for mode in (self.stay, self.push))
            plan.append(behind & (push > stay))
            table.append(np.where(plan[-1], push, stay))
        return np.array(plan), np.array(table)

    def best_commitment(self, steps: int) -> tuple[BoolArray, FloatArray]:
        """The same when a push is for good: where to go, and the value of being free to."""
        behind = self.differences < 0
        gone, table, plan = self.whistle(), [self.whistle()], [np.zeros_like(behind)]
        for _ in range(steps):
            stay, gone = self.step_back(table[-1], self.stay), self.step_back(gone, self.push)
            plan.append(behind & (gone > stay))
            table.append(np.where(plan[-1], gone, stay))
        return np.array(plan), np.array(table)

    def play(self, plan: BoolArray, start: int, luck: FloatArray) -> IntArray:
        """Goal differences along games played to a plan, (games, steps + 1) from `start`.

        `luck` holds a uniform draw a game and step, (games, steps): low is a goal for, high one
        against. Two plans played on the same luck are coupled as closely as they can be.
        """
        games, steps = luck.shape
        path = np.full((games, steps + 1), start, dtype=np.int64)
        for t in range(steps):
            pushing = plan[steps - t, path[:, t] + self.reach]
            own = np.where(pushing, self.push.own, self.stay.own)
            opponent = np.where(pushing, self.push.opponent, self.stay.opponent)
            scored, conceded = luck[:, t] < own, luck[:, t] >= 1.0 - opponent
            moved = path[:, t] + scored.astype(np.int64) - conceded.astype(np.int64)
            path[:, t + 1] = np.clip(moved, -self.reach, self.reach)
        return path
