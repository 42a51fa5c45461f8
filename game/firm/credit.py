"""A credit desk in closed form: how far to lend, each for his own end.

Applicants' chances of default p are even on [0, 1] (times `level`), all with p <= cut get a loan of 1 at margin
`rate`; of a loan that defaults `loss` is gone, a loan binds capital that costs `capital`, the desk costs `fixed`; all
figures per applicant. Equations (2) of the project's theory notes, checked there and in the tests. They hold as long
as level · cut <= 1.
"""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Terms:
    """What a loan brings and costs, as shares of it; `fixed` per applicant."""

    rate: float
    loss: float
    capital: float
    fixed: float = 0.0
    level: float = 1.0

    @property
    def at_risk(self) -> float:
        """What a sure default costs against a sure repayment, per unit of the cut."""
        return (self.rate + self.loss) * self.level


def roa(cut: float, terms: Terms) -> float:
    """Return on assets, r − (r + L) t / 2 − F / t; the charge for capital is no part of it."""
    return terms.rate - terms.at_risk * cut / 2 - terms.fixed / cut


def eva(cut: float, terms: Terms) -> float:
    """Economic value added per applicant, (r − k) t − (r + L) t² / 2 − F."""
    return (terms.rate - terms.capital) * cut - terms.at_risk * cut**2 / 2 - terms.fixed


def bad_debt(cut: float, terms: Terms) -> float:
    """Money lost to defaults per applicant, L t² / 2."""
    return terms.loss * terms.level * cut**2 / 2


def default_rate(cut: float, terms: Terms) -> float:
    """Share of the book that defaults, t / 2."""
    return terms.level * cut / 2


def best_cut(terms: Terms) -> float:
    """The cut of most value, t* = (r − k) / (r + L): lend while the margin beats capital and risk."""
    return _within((terms.rate - terms.capital) / terms.at_risk)


def roa_cut(terms: Terms) -> float:
    """The cut of the highest return on assets, √(2 F / (r + L))."""
    return _within(math.sqrt(2 * terms.fixed / terms.at_risk))


def loss_of_cut(cut: float, terms: Terms) -> float:
    """What a wrong cut costs the firm per applicant, (r + L) / 2 · (t* − t)²."""
    return terms.at_risk / 2 * (best_cut(terms) - cut) ** 2


def worth_running(terms: Terms) -> bool:
    """Whether the desk adds value at its best, (r − k)² > 2 F (r + L).

    Exactly then return on assets lends less than value would.
    """
    return terms.rate > terms.capital and eva(best_cut(terms), terms) > 0


def bonus_cut(per_loan: float, per_loss: float, terms: Terms) -> float:
    """The cut of a manager paid `per_loan` lent and fined `per_loss` lost, α / (β L)."""
    return _within(per_loan / (per_loss * terms.loss * terms.level))


def right_bonus(terms: Terms) -> float:
    """The ratio α / β under which that bonus gives t*, L (r − k) / (r + L): no two worlds share it."""
    return terms.loss * (terms.rate - terms.capital) / (terms.rate + terms.loss)


def _within(cut: float) -> float:
    """`cut` held between nobody and everybody."""
    return min(1.0, max(0.0, cut))
