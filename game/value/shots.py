"""xG: the chance that a shot from here goes in, as football.md's conversion tables have it.

Foot, open play (Wyscout 2017/18, n = 24,430): 65 % at 3 m, 38 at 7, 26 at 10, 17 at 13, 12 at 15, 7 at 18, 3.6
at 22, 2 at 27; heads about 0.6 of that.
"""

from __future__ import annotations

import math

from game.kernel import kernel
from game.pitch import HALF_LENGTH

CLOSE = 0.78  # goal chance on the line
REACH = 7.2  # m, distance at which it has halved and more
NARROW = 1.45  # how much a sideways metre counts against one straight out
HEAD = 0.55  # headers against feet at the same distance


@kernel
def xg(x: float, y: float) -> float:
    """Chance of a goal by foot from (x, y), attacking +x, defence as usual there."""
    dx = HALF_LENGTH - x
    dy = NARROW * y
    q = 1.0 + (dx * dx + dy * dy) / (REACH * REACH)
    return CLOSE / (q * math.sqrt(math.sqrt(q)))
