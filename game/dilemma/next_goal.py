"""The next goal decides: the closed form of Morrison & Wheat (1986) for when to push.

A simpler aim than the match's: score before the opponent does and before the whistle. Whoever
pushes for good scores first with a chance that grows with the time left; pushing early only adds
time in which the open rear is the likelier to be punished (theory T2).
"""

from __future__ import annotations

import math
from typing import NamedTuple

from game.dilemma.score_process import check_rate


class NextGoal(NamedTuple):
    """`value`: the chance of scoring first that is reached by pushing at `push_at` minutes left.

    `push_at` is inf when pushing is right however much time is left, 0 when it never is; `value`
    is then the level above which ordinary play would be better, and is never reached.
    """

    value: float
    push_at: float


def solve(*, own_rate: float, opponent_rate: float, own_factor: float, opponent_factor: float) -> NextGoal:
    """When to push for the next goal; rates in goals a minute.

    V* = (a−1)λ / ((a−1)λ + (b−1)μ),  t* = −ln(1 − V*(aλ + bμ)/(aλ)) / (aλ + bμ),
    infinite exactly when a ≥ b.
    """
    own, opponent = check_rate("own_rate", own_rate), check_rate("opponent_rate", opponent_rate)
    a = check_rate("own_factor", own_factor)
    b = check_rate("opponent_factor", opponent_factor)
    more, risk = (a - 1.0) * own, (b - 1.0) * opponent
    if more <= 0:
        return NextGoal(0.0, 0.0)
    if a >= b or risk <= 0:
        return NextGoal(more / (more + max(risk, 0.0)), math.inf)
    value = more / (more + risk)
    both = a * own + b * opponent
    return NextGoal(value, -math.log1p(-value * both / (a * own)) / both)
