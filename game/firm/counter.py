"""A credit counter for one person: applicants one by one, each with a score that errs, to be accepted or refused.

The figures are those of a credit desk; a loan is one unit of money, all at the middle of the desk's rates. Who will
default is drawn before anybody decides, so that the same counter can be served twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.firm.books import Floats
from game.firm.settings import CreditDesk

WORST = 0.6  # chance of default of the worst who still dare to ask
GRID = np.linspace(0.0, WORST, 301)  # chances of default weighed against a score


@dataclass(frozen=True, eq=False)
class Counter:
    """Applicants in the order they come; arrays (applicants,)."""

    score: Floats  # the chance of default as it looks; may fall below 0
    chance: Floats  # what the score lets one expect, its error allowed for
    fails: NDArray[np.bool_]
    rate: float
    loss: float
    capital: float

    @property
    def worth(self) -> Floats:
        """What a loan to each is expected to add to the firm's value."""
        return (1 - self.chance) * self.rate - self.chance * self.loss - self.capital

    @property
    def worth_it(self) -> NDArray[np.bool_]:
        """Whom somebody who serves the firm accepts."""
        return self.worth > 0

    def bad_debt(self, accepted: Sequence[bool]) -> float:
        """Money lost on those accepted; the credit manager's own number."""
        return float(np.sum(self.fails & _taken(self, accepted)) * self.loss)

    def earned(self, accepted: Sequence[bool]) -> float:
        """What the loans made added to the firm's value, as luck would have it."""
        each = np.where(self.fails, -self.loss, self.rate) - self.capital
        return float(np.sum(each[_taken(self, accepted)]))

    def expected(self, accepted: Sequence[bool]) -> float:
        """What they could be expected to add, luck left out."""
        return float(np.sum(self.worth[_taken(self, accepted)]))


def open_counter(desk: CreditDesk, applicants: int, *, seed: int) -> Counter:
    """A day's applicants; ValueError when there is none."""
    if applicants < 1:
        raise ValueError(f"applicants is {applicants}; give 1 or more")
    rng = np.random.default_rng(seed)
    # lots rather than free draws: a short day still has good and bad risks
    risk = (rng.permutation(applicants) + rng.random(applicants)) / applicants * WORST
    score = risk + desk.noise * rng.standard_normal(applicants)
    fails = rng.random(applicants) < np.minimum(1.0, desk.level * risk)
    rate = (desk.rate_low + desk.rate_high) / 2
    chance = np.array([_expected_chance(desk, float(each)) for each in score])
    return Counter(score, chance, fails, rate, desk.loss, desk.capital)


def best_line(desk: CreditDesk) -> float:
    """The highest score, in hundredths, that a loan is still worth; 0 when none is."""
    rate = (desk.rate_low + desk.rate_high) / 2
    worth = 0.0
    for score in np.arange(0.0, WORST + 0.005, 0.01):
        chance = _expected_chance(desk, float(score))
        if (1 - chance) * rate - chance * desk.loss > desk.capital:
            worth = float(score)
    return worth


def _expected_chance(desk: CreditDesk, score: float) -> float:
    """The mean chance of default of those who score so."""
    if desk.noise == 0:
        return min(1.0, desk.level * score)
    likely = np.exp(-0.5 * ((score - GRID) / desk.noise) ** 2)
    return float(np.sum(likely * np.minimum(1.0, desk.level * GRID)) / np.sum(likely))


def _taken(counter: Counter, accepted: Sequence[bool]) -> NDArray[np.bool_]:
    taken = np.asarray(accepted, dtype=bool)
    if taken.shape != counter.fails.shape:
        raise ValueError(f"{len(taken)} answers for {len(counter.fails)} applicants; give one each")
    return taken
