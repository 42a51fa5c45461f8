"""What ties departments together: a price between them, knowledge they could share, choices that touch.

If the parts of a firm did not touch, each could look after its own number and the whole would be best. These are the
smallest models in which they do: Hirshleifer (1956, J. Business 29) on transfer prices, Marschak & Radner's team
theory (1972), and the NK landscapes of Kauffman & Weinberger (1989, J. Theor. Biol. 141).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.firm.books import Floats

Choices = NDArray[np.int64]


@dataclass(frozen=True)
class TwoStages:
    """One division makes q at cost c q + k q²/2, another sells it for a q − b q²/2."""

    price: float  # a
    fall: float  # b
    cost: float  # c
    steepness: float  # k

    def profit(self, quantity: float) -> float:
        """What both earn together."""
        sold = self.price * quantity - self.fall * quantity**2 / 2
        return sold - self.cost * quantity - self.steepness * quantity**2 / 2

    def asked(self, transfer: float) -> float:
        """How much the seller takes at a transfer price."""
        return (self.price - transfer) / self.fall

    def offered(self, transfer: float) -> float:
        """How much the maker gives at a transfer price it takes as given."""
        return (transfer - self.cost) / self.steepness

    def best_quantity(self) -> float:
        """(a − c) / (b + k)."""
        return (self.price - self.cost) / (self.fall + self.steepness)

    def best_transfer(self) -> float:
        """Marginal cost at the best quantity, c + k q*: with it each division does the right thing alone."""
        return self.cost + self.steepness * self.best_quantity()

    def monopoly_quantity(self) -> float:
        """What is traded when the maker sets the price for its own profit, (a − c) / (2b + k)."""
        return (self.price - self.cost) / (2 * self.fall + self.steepness)

    def monopoly_ratio(self) -> float:
        """Profit of both at the maker's price to the best, (b + k)(3b + k) / (2b + k)²."""
        b, k = self.fall, self.steepness
        return (b + k) * (3 * b + k) / (2 * b + k) ** 2


@dataclass(frozen=True)
class Team:
    """Two members who each see one of two independent needs θ (mean 0) and earn θ·a − |a|²/2 − q a₁ a₂."""

    spread: float  # variance of each need
    overlap: float  # q, between -1 and 1

    def earned(self, needs: Floats, acts: Floats) -> Floats:
        """What acts (n, 2) earn at needs (n, 2)."""
        fit = np.sum(needs * acts - acts**2 / 2, axis=1)
        return np.asarray(fit - self.overlap * acts[:, 0] * acts[:, 1])

    def act_alone(self, needs: Floats) -> Floats:
        """The best each can do who knows only his own need: to meet it."""
        return needs

    def act_together(self, needs: Floats) -> Floats:
        """The best both can do once they have told each other."""
        others = needs[:, ::-1]
        return np.asarray((needs - self.overlap * others) / (1 - self.overlap**2))

    def worth_alone(self) -> float:
        """What knowing one's own need earns, S."""
        return self.spread

    def worth_together(self) -> float:
        """What knowing both earns, S / (1 − q²)."""
        return self.spread / (1 - self.overlap**2)

    def value_of_talking(self) -> float:
        """S q² / (1 − q²): nothing if the acts do not touch."""
        return self.worth_together() - self.worth_alone()


@dataclass(frozen=True, eq=False)
class Landscape:
    """Departments with one yes-or-no choice each; `fruit` (departments, choices) is each one's own number.

    A row of choices is read as a binary number, department 0 its lowest digit: 2**departments columns.
    """

    fruit: Floats

    @property
    def whole(self) -> Floats:
        """The mean of all own numbers, choice by choice."""
        return np.asarray(self.fruit.mean(axis=0))

    def peaks(self) -> Choices:
        """Choices from which no single change betters the whole."""
        every = np.arange(self.fruit.shape[1])
        best = np.ones(len(every), dtype=bool)
        for department in range(len(self.fruit)):
            best &= self.whole >= self.whole[every ^ (1 << department)]
        return np.flatnonzero(best)

    def climb_for_self(self, start: int, *, rounds: int = 50) -> int:
        """Where changes that better the changer's own number lead; after `rounds`, where they are then."""
        return self._climb(start, rounds, lambda department: self.fruit[department])

    def climb_for_all(self, start: int, *, rounds: int = 50) -> int:
        """Where single changes that better the whole lead: a peak."""
        return self._climb(start, rounds, lambda _: self.whole)

    def _climb(self, start: int, rounds: int, number: Callable[[int], Floats]) -> int:
        """Let each department in turn change its choice if that betters its number."""
        here = start
        for _ in range(rounds):
            before = here
            for department in range(len(self.fruit)):
                there = here ^ (1 << department)
                if number(department)[there] > number(department)[here]:
                    here = there
            if here == before:
                break
        return here


def random_landscape(departments: int, touching: int, rng: np.random.Generator) -> Landscape:
    """An NK landscape: each number depends on the own choice and those of the next `touching` departments."""
    if not 0 <= touching < departments:
        raise ValueError(f"touching is {touching}; give 0 to {departments - 1}, one less than all")
    every = np.arange(2**departments)
    fruit = np.empty((departments, len(every)))
    for department in range(departments):
        seen = np.zeros_like(every)
        for place in range(touching + 1):
            seen |= (every >> (department + place) % departments & 1) << place
        fruit[department] = rng.random(2 ** (touching + 1))[seen]
    return Landscape(fruit)


def expected_peaks(departments: int) -> float:
    """Peaks of a landscape in which everything touches, 2^N / (N + 1)."""
    return float(2**departments / (departments + 1))


BEST_WITHOUT_TOUCHING = 2 / 3
"""Expected height of the one peak when nothing touches: the larger of two even draws, N times over."""
