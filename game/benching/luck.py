"""The luck of a benchmark: which seed its matches have."""

from __future__ import annotations

from game.chance import Why, word
from game.kernel import kernel


@kernel
def match_seed(seed: int, number: int) -> int:
    """The seed of match `number` of a benchmark: 62 bits of chance by name.

    The same for every arm, so that arms meet the same luck; distinct for numbers below 2**31.
    """
    low = word(seed, number, 0, Why.START)
    high = word(number, low, 1, Why.START) & 0x3FFFFFFF
    return (high << 32) | low


def match_seeds(seed: int, first: int, count: int) -> list[int]:
    """The seeds of matches `first` … `first + count` - 1."""
    return [match_seed(seed, number) for number in range(first, first + count)]
