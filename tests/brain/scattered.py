"""Twenty-two men anywhere on the pitch, somebody on the ball: what properties of the brain are tried on."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from tests.boards import LETTERS, Board, Play, lay


def scatter(number: int, carrier: str) -> Play:
    """The situation of this `number`: everyone somewhere, at up to 6 m/s, the ball at the feet of `carrier`."""
    rng = np.random.default_rng(number)
    spots = {letter: (rng.uniform(-51, 51), rng.uniform(-33, 33)) for letter in LETTERS}
    spots["A"] = (rng.uniform(-52, -30), rng.uniform(-10, 10))
    spots["a"] = (rng.uniform(30, 52), rng.uniform(-10, 10))
    runs = "; ".join(f"{letter} {rng.uniform(-4, 4):.2f} {rng.uniform(-4, 4):.2f}" for letter in LETTERS)
    return lay(Board(f"scatter {number}", spots, {"ball": carrier, "runs": runs}, []), seed=number)


numbers = st.integers(0, 10**6)
outfield = st.sampled_from([letter for letter in LETTERS if letter not in "Aa"])
situations = st.builds(scatter, numbers, outfield)
