"""Paying the parts of a whole: what economics proves, with every department's effort settled by trying.

*Holmström (1982, Bell J. Econ. 13):* n departments with effort e at cost e²/2 make Σe together; no rule that shares
out exactly what was made gets the efficient effort of 1. *Holmström & Milgrom (1991, J. Law Econ. Org. 7):* where one
task is measured and another is not, a strong bonus on the first empties the second.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from game.firm.books import Floats

Pay = Callable[[Floats], Floats]
"""What all made together, to what one department is paid."""

EFFORTS = np.linspace(0.0, 2.0, 2001)  # tried by a department; efficient is 1
ROUNDS = 50


def equal_shares(departments: int) -> Pay:
    """Everybody gets an equal part of what was made; the budget always balances."""
    return lambda made: made / departments


def group_bonus(departments: int) -> Pay:
    """An equal part if all that could be made was made, otherwise nothing for anybody (it is burnt)."""
    return lambda made: np.where(made >= departments - 1e-9, made / departments, 0.0)


def whole_result(made: Floats) -> Floats:
    """Everybody gets all that was made; right for effort, and n times what there is to share.

    Less a constant each (Groves 1973) it also is what a difference reward pays.
    """
    return made


def settle_efforts(pay: Pay, departments: int, *, start: float = 1.0) -> Floats:
    """The efforts (departments,) at which nobody gains by changing his own, found by trying in turn."""
    efforts = np.full(departments, start)
    for _ in range(ROUNDS):
        before = efforts.copy()
        for each in range(departments):
            others = efforts.sum() - efforts[each]
            gain = pay(others + EFFORTS) - EFFORTS**2 / 2
            efforts[each] = EFFORTS[np.argmax(gain)]
        if np.array_equal(before, efforts):
            break
    return efforts


def welfare(efforts: Floats) -> float:
    """What was made less what the effort cost."""
    return float(np.sum(efforts - efforts**2 / 2))


def effort_under_equal_shares(departments: int) -> float:
    """Effort of each, 1 / n: a department bears the whole cost and keeps an n-th of the fruit."""
    return 1 / departments


def welfare_ratio(departments: int) -> float:
    """Welfare under equal shares to the best there could be, (2n − 1) / n²."""
    return (2 * departments - 1) / departments**2


@dataclass(frozen=True)
class TwoTasks:
    """A measured and an unmeasured task of one person; effort costs (e₁² + e₂²)/2 + γ e₁ e₂."""

    measured_value: float
    unmeasured_value: float
    overlap: float  # γ: how much effort on one task makes the other dearer
    caution: float  # ρ: his aversion to risk
    noise: float  # variance of the measure

    def efforts(self, bonus: float) -> tuple[float, float]:
        """Effort on both tasks when the measured one is paid `bonus` a unit."""
        measured = bonus / (1 - self.overlap**2)
        return measured, -self.overlap * measured

    def surplus(self, bonus: float) -> float:
        """What both tasks are worth, less effort and the price of risk."""
        first, second = self.efforts(bonus)
        made = self.measured_value * first + self.unmeasured_value * second
        effort = (first**2 + second**2) / 2 + self.overlap * first * second
        return made - effort - self.caution * self.noise * bonus**2 / 2

    def best_bonus(self) -> float:
        """(v₁ − γ v₂) / (1 + ρ σ² (1 − γ²)); zero or less when γ v₂ ≥ v₁: better no bonus at all."""
        gained = self.measured_value - self.overlap * self.unmeasured_value
        return gained / (1 + self.caution * self.noise * (1 - self.overlap**2))
