"""When to go, step by step: the published ten-second tables (Asness & Brown 2018) and their kin."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from game.dilemma.payoffs import BoolArray, FloatArray, Payoff
from game.dilemma.score_chain import ScoreChain
from game.dilemma.score_process import Mode

DEFICITS = range(1, 7)  # goals behind for which a push time is reported


@dataclass(frozen=True)
class StepTiming:
    """When to push by deficit, and what that is worth.

    `push_at[d]`: d goals behind, push with this many steps left or fewer; 0 never, inf at every
    step there is. `gain`: from level with all steps left, against never pushing.
    """

    push_at: dict[int, float]
    gain: float
    chain: ScoreChain
    plan: BoolArray  # (steps + 1, n) by steps left
    values: FloatArray  # (steps + 1, n) by steps left, under the best plan

    def value(self, deficit: int, steps_left: int) -> float:
        """What being `deficit` goals behind is worth under the best plan."""
        return float(self.values[steps_left, self.chain.reach - deficit])

    def value_of_going_at(self, push_at: int, *, deficit: int, steps_left: int) -> float:
        """The same when the side waits until `push_at` steps are left, then pushes when behind."""
        plan = self.chain.from_step(steps_left, push_at)
        return float(self.chain.values(plan)[steps_left, self.chain.reach - deficit])


def solve_steps(
    *,
    even: float,
    own: float,
    opponent: float,
    payoff: Payoff,
    steps: int,
    even_opponent: float | None = None,
    reversible: bool = True,
) -> StepTiming:
    """When to push in `steps` steps of at most one goal; the opponent never pushes.

    Chances of a goal a step: `even` for each side in ordinary play (`even_opponent` for the other
    side if they differ), `own` and `opponent` while pushing. Push only when behind.
    """
    if steps < 1:
        raise ValueError(f"steps is {steps}; it must be a whole number, 1 or more")
    stay = Mode(even, even if even_opponent is None else even_opponent)
    chain = ScoreChain(stay, Mode(own, opponent), payoff)
    plan, values = chain.best_plan(steps) if reversible else chain.best_commitment(steps)
    never = chain.values(chain.never(steps))
    times = {deficit: _push_at(plan[1:, chain.reach - deficit]) for deficit in DEFICITS}
    gain = float((values - never)[steps, chain.reach])
    return StepTiming(times, gain, chain, plan, values)


def _push_at(pushing: BoolArray) -> float:
    """Most steps left at which to push; inf when at all of them but where nothing can be lost."""
    due = np.flatnonzero(pushing)
    if due.size == 0:
        return 0
    last = int(due[-1]) + 1
    return math.inf if last == pushing.size and bool(pushing[due[0] :].all()) else last
