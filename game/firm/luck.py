"""Chance by name: the luck of a year is a pure function of (seed, what it is for, year).

Two policies run on the same seed therefore meet the same customers and the same defaults, and year 7,000 is the same
whether it is run alone or with all the others. Years are drawn in blocks, one generator a block.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum

import numpy as np

from game.firm.books import Floats

BLOCK = 256  # years drawn together


class Why(IntEnum):
    """What a draw is for."""

    MARKET = 1  # what moves the demand for all products
    TASTE = 2  # what moves the demand for one
    APPLICANT = 3  # hidden risk of an applicant
    SCORE = 4  # what the score gets wrong
    TAKE_UP = 5  # whether he takes the loan at this rate
    DEFAULT = 6
    QUALITY = 7  # how the risk of all applicants moves
    FORECAST = 8  # the years a department imagines when it plans


def even(seed: int, why: Why, years: range, shape: tuple[int, ...]) -> Floats:
    """Numbers in [0, 1), all equally likely; shape (years, *shape)."""
    return _blocks(seed, why, years, lambda rng: rng.random((BLOCK, *shape)))


def bell(seed: int, why: Why, years: range, shape: tuple[int, ...]) -> Floats:
    """Normal numbers, mean 0 and standard deviation 1; shape (years, *shape)."""
    return _blocks(seed, why, years, lambda rng: rng.standard_normal((BLOCK, *shape)))


def _blocks(seed: int, why: Why, years: range, draw: Callable[[np.random.Generator], Floats]) -> Floats:
    """The rows of `years` (a step of one) out of as many blocks as they touch."""
    first, last = years.start // BLOCK, (years.stop - 1) // BLOCK
    rows = [draw(np.random.default_rng((seed, why, block))) for block in range(first, last + 1)]
    skip = years.start - first * BLOCK
    return np.concatenate(rows)[skip : skip + len(years)]
