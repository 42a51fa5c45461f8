"""Both sides choose: the one behind pushes or stays, the one ahead parks or plays on.

Backward induction over short steps; each step at each score is a 2 × 2 game in which both know
that the next step will be played as well as this one (Dobson & Goddard 2010 do the same with
attack and defend). The two sides may be paid differently, so it is a bimatrix game.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from game.dilemma.payoffs import FloatArray, IntArray, Payoff, paid
from game.dilemma.score_process import check_minutes, check_rate, reach_for, slopes_of


class Factors(NamedTuple):
    """What a choice does to the goal rates of the side that makes it and of its opponent."""

    own: float
    opponent: float


ORDINARY = Factors(1.0, 1.0)


@dataclass(frozen=True)
class Side:
    """One side: its goals a minute in ordinary play, what it plays for, its two options."""

    rate: float
    payoff: Payoff
    push: Factors = ORDINARY  # when behind
    park: Factors = ORDINARY  # when ahead


@dataclass(frozen=True)
class TwoSided:
    """Equilibrium play. Tables are (steps + 1, n), by steps left and by the first side's lead.

    `chasing`: chance that the side behind pushes; `holding`: that the side ahead parks.
    """

    step: float  # minutes
    reach: int
    chasing: FloatArray
    holding: FloatArray
    values: FloatArray  # the first side's
    opponent_values: FloatArray

    def value(self, minutes_left: float, *, deficit: int = 1) -> float:
        """What the first side can expect, `deficit` goals behind."""
        return float(self.values[self._row(minutes_left), self.reach - deficit])

    def opponent_value(self, minutes_left: float, *, deficit: int = 1) -> float:
        """What its opponent can expect then."""
        return float(self.opponent_values[self._row(minutes_left), self.reach - deficit])

    def push_at(self, deficit: int = 1) -> float:
        """Most minutes left at which the first side, `deficit` behind, may push; 0 when never."""
        return self._earliest(self.chasing[:, self.reach - deficit])

    def park_at(self, deficit: int = 1) -> float:
        """Most minutes left at which its opponent, `deficit` ahead, may park; 0 when never."""
        return self._earliest(self.holding[:, self.reach - deficit])

    def _earliest(self, chance: FloatArray) -> float:
        due = np.flatnonzero(chance > 0)
        return float(due[-1]) * self.step if due.size else 0.0

    def _row(self, minutes_left: float) -> int:
        row = round(check_minutes("minutes_left", minutes_left) / self.step)
        if row >= len(self.values):
            longest = (len(self.values) - 1) * self.step
            raise ValueError(f"minutes_left is {minutes_left}; solved only up to {longest:g}")
        return row


def solve(first: Side, second: Side, *, minutes: float = 95.0, step: float = 1 / 6) -> TwoSided:
    """Equilibrium by backward induction over steps of `step` minutes, at most one goal a step.

    Where a step has several equilibria the more ordinary play is taken: nobody changes anything,
    else only the side behind, else only the side ahead, else both; where it has none in pure
    choices both mix.
    """
    if not step > 0:
        raise ValueError(f"step is {step}; it must be minutes, more than 0")
    steps = round(check_minutes("minutes", minutes) / step)
    both = check_rate("rate", first.rate) + check_rate("rate", second.rate)
    reach = reach_for(1, expected_goals=steps * step * both)
    leads = np.arange(-reach, reach + 1)
    own, opponent = _stage_chances(first, second, leads, step)
    if float((own + opponent).max()) > 1:
        raise ValueError(f"step is {step} minutes: too long for at most one goal; shorten it")
    chaser_is_first = (leads <= 0)[:, None, None]
    values = [paid(first.payoff, leads)]
    opponent_values = [paid(second.payoff, -leads)]
    chasing, holding = [np.zeros(leads.size)], [np.zeros(leads.size)]
    for _ in range(steps):
        gain = _stage_gain(values[-1], own, opponent)
        opponent_gain = _stage_gain(opponent_values[-1], own, opponent)
        push, park = equilibrium(
            np.where(chaser_is_first, gain, opponent_gain),
            np.where(chaser_is_first, opponent_gain, gain),
        )
        values.append(values[-1] + _expected(gain, push, park))
        opponent_values.append(opponent_values[-1] + _expected(opponent_gain, push, park))
        chasing.append(push)
        holding.append(park)
    tables = (np.array(table) for table in (chasing, holding, values, opponent_values))
    return TwoSided(step, reach, *tables)


def equilibrium(row: FloatArray, column: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Nash equilibria of n games at once: chances that row and column make their second choice.

    `row` and `column` are (n, 2, 2) payoffs of the two players, [game, row's choice, column's].
    """
    stable = (row >= row[:, ::-1, :]) & (column >= column[:, :, ::-1])
    # Cells in the order of preference: neither, row only, column only, both.
    order = stable[:, (0, 1, 0, 1), (0, 0, 1, 1)]
    first = order.argmax(axis=1)
    pure = order.any(axis=1)
    mixed_row = _indifference(column.transpose(0, 2, 1))
    mixed_column = _indifference(row)
    return (
        np.where(pure, first % 2, mixed_row),
        np.where(pure, first // 2, mixed_column),
    )


def _indifference(payoff: FloatArray) -> FloatArray:
    """The chance of the second column at which both rows of (n, 2, 2) payoffs are equal."""
    at_first = payoff[:, 0, 0] - payoff[:, 1, 0]
    at_second = payoff[:, 0, 1] - payoff[:, 1, 1]
    spread = at_first - at_second
    return np.divide(at_first, spread, out=np.zeros_like(spread), where=spread != 0)


def _stage_chances(first: Side, second: Side, leads: IntArray, step: float) -> tuple[FloatArray, FloatArray]:
    """Goal chances a step of the first and the second side, (n, 2, 2) by [lead, push, park]."""
    behind, ahead = _chase(first, second, step), _chase(second, first, step)[::-1]
    level = np.full((2, 2), first.rate * step), np.full((2, 2), second.rate * step)
    lead = leads[:, None, None]
    own, opponent = (np.where(lead < 0, behind[side], np.where(lead > 0, ahead[side], level[side])) for side in (0, 1))
    return own, opponent


def _chase(chaser: Side, holder: Side, step: float) -> tuple[FloatArray, FloatArray]:
    """Goal chances of chaser and holder, (2, 2) by [push, park]."""
    push = np.array((ORDINARY, chaser.push)).T[:, :, None]
    park = np.array((ORDINARY, holder.park)).T[:, None, :]
    return chaser.rate * step * push[0] * park[1], holder.rate * step * push[1] * park[0]


def _stage_gain(values: FloatArray, own: FloatArray, opponent: FloatArray) -> FloatArray:
    """What one step is expected to change at each lead and choice, (n, 2, 2)."""
    slopes = slopes_of(values)[:, None, None]
    return own * slopes[1:] - opponent * slopes[:-1]


def _expected(gain: FloatArray, push: FloatArray, park: FloatArray) -> FloatArray:
    by_push = np.stack((1.0 - push, push), axis=1)
    by_park = np.stack((1.0 - park, park), axis=1)
    return np.asarray(np.einsum("ni,nj,nij->n", by_push, by_park, gain), dtype=np.float64)
