"""When to go: the best moment to push, what staying costs, what going early costs.

A side that stays scores `own_rate` and concedes `opponent_rate` goals a minute; pushing multiplies
the first by `own_factor`, the second by `opponent_factor`. It may push only while it is behind
(`push_when`), may change its mind at any time unless `reversible=False`, and the opponent plays on
as before. Push exactly when (theory §2)

    (a − 1) · own_rate · (V_{d+1} − V_d)  >  (b − 1) · opponent_rate · (V_d − V_{d−1})

with a, b the two factors.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from game.dilemma.best_plan import Plan, best_plan
from game.dilemma.committed import CommittedPlan, committed_plan
from game.dilemma.payoffs import BoolArray, FloatArray, Payoff
from game.dilemma.score_process import (
    Mode,
    ScoreProcess,
    Window,
    by_choice,
    check_minutes,
    check_rate,
    reach_for,
)
from game.dilemma.steps import StepTiming, solve_steps

__all__ = [
    "StepTiming",
    "Timing",
    "solve",
    "solve_modes",
    "solve_steps",
    "value_of_going_at",
]

HORIZON = 95.0  # minutes: a match with its usual added time
PushWhen = Literal["behind", "not ahead", "always"]


@dataclass(frozen=True)
class Timing:
    """When to push from one deficit, and what each choice is worth with `minutes_left` to play.

    `push_at`: push when this many minutes are left or fewer; 0 never, inf at every time within the
    horizon. Where the right times are not one span up to the whistle it is the earliest moment of
    the match (the most minutes left) at which pushing is right, and `windows` has them all.
    """

    push_at: float
    value_stay: float
    value_push_now: float
    value_best: float
    windows: tuple[Window, ...]

    @property
    def cost_of_staying(self) -> float:
        """What is lost by never pushing."""
        return self.value_best - self.value_stay


def solve(
    *,
    own_rate: float,
    opponent_rate: float,
    own_factor: float,
    opponent_factor: float,
    payoff: Payoff,
    minutes_left: float,
    deficit: int = 1,
    reversible: bool = True,
    push_when: PushWhen = "behind",
    horizon: float = HORIZON,
) -> Timing:
    """When to push, and what staying, pushing now and the best plan are worth.

    Rates are goals a minute, `payoff` is (win, draw, loss) or a function of the final difference,
    `deficit` goals behind (negative: ahead). `value_push_now` pushes from now on whenever allowed;
    when the push is not reversible, whatever the score becomes.
    """
    stay, push = _modes(own_rate, opponent_rate, own_factor, opponent_factor)
    return solve_modes(
        stay,
        push,
        payoff,
        minutes_left=minutes_left,
        deficit=deficit,
        reversible=reversible,
        push_when=push_when,
        horizon=horizon,
    )


def solve_modes(
    stay: Mode,
    push: Mode,
    payoff: Payoff,
    *,
    minutes_left: float,
    deficit: int = 1,
    reversible: bool = True,
    push_when: PushWhen = "behind",
    horizon: float = HORIZON,
) -> Timing:
    """`solve` for two given ways of playing: measured in an engine, or paid by the goal."""
    minutes = check_minutes("minutes_left", minutes_left)
    span = max(check_minutes("horizon", horizon), minutes)
    process, may_push = _pitch(stay, push, payoff, deficit, push_when, span)
    place = process.reach - deficit
    staying = process.values(_under(process, stay, push, np.zeros_like(may_push), minutes))
    if reversible:
        plan: Plan | CommittedPlan = best_plan(process, stay, push, horizon=span, may_push=may_push)
        gone = process.values(_under(process, stay, push, may_push, minutes))
    else:
        plan = committed_plan(process, stay, push, horizon=span, may_go=may_push)
        gone = process.values(_under(process, stay, push, np.ones_like(may_push), minutes))
    windows = plan.windows(-deficit)
    return Timing(
        push_at=_push_at(windows, span),
        value_stay=float(staying[place]),
        value_push_now=float(gone[place]),
        value_best=float(plan.values(minutes)[place]),
        windows=windows,
    )


def value_of_going_at(
    push_at: Sequence[float],
    *,
    own_rate: float,
    opponent_rate: float,
    own_factor: float,
    opponent_factor: float,
    payoff: Payoff,
    minutes_left: float,
    deficit: int = 1,
) -> FloatArray:
    """The value now of staying until `push_at` minutes are left and pushing when behind from then.

    One value for each moment of `push_at`; those beyond `minutes_left` mean now, 0 means never.
    The cost of delay is the fall from one to the next.
    """
    stay, push = _modes(own_rate, opponent_rate, own_factor, opponent_factor)
    minutes = check_minutes("minutes_left", minutes_left)
    process, behind = _pitch(stay, push, payoff, deficit, "behind", minutes)
    never = np.zeros_like(behind)
    worth = []
    for moment in push_at:
        late = min(check_minutes("push_at", moment), minutes)
        state = _under(process, stay, push, behind, late)
        early = _under(process, stay, push, never, minutes - late, state)
        worth.append(process.values(early)[process.reach - deficit])
    return np.array(worth)


def _modes(own_rate: float, opponent_rate: float, own_factor: float, opponent_factor: float) -> tuple[Mode, Mode]:
    own, opponent = check_rate("own_rate", own_rate), check_rate("opponent_rate", opponent_rate)
    more = check_rate("own_factor", own_factor)
    risk = check_rate("opponent_factor", opponent_factor)
    return Mode(own, opponent), Mode(own * more, opponent * risk)


def _pitch(
    stay: Mode, push: Mode, payoff: Payoff, deficit: int, push_when: PushWhen, span: float
) -> tuple[ScoreProcess, BoolArray]:
    """The process wide enough for the span, and where on it a push is allowed."""
    busiest = max(stay.own + stay.opponent, push.own + push.opponent)
    process = ScoreProcess.of(payoff, reach=reach_for(deficit, expected_goals=busiest * span))
    furthest = {"behind": -1, "not ahead": 0, "always": process.reach}
    if push_when not in furthest:
        raise ValueError(f"push_when is '{push_when}'; it must be one of: {', '.join(furthest)}")
    return process, process.differences <= furthest[push_when]


def _under(
    process: ScoreProcess,
    stay: Mode,
    push: Mode,
    pushing: BoolArray,
    minutes: float,
    state: FloatArray | None = None,
) -> FloatArray:
    own, opponent, pay = by_choice(stay, push, pushing)
    return process.before(minutes, own=own, opponent=opponent, pay=pay, state=state)


def _push_at(windows: tuple[Window, ...], horizon: float) -> float:
    if not windows:
        return 0.0
    near, far = windows[-1]
    return math.inf if near == 0.0 and math.isclose(far, horizon) else far
