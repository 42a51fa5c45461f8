"""Reading the stakes tables: what one more goal is worth at a score and a time.

The tables are made before kick-off (policies/tabulate.py) on a grid of seconds left: every 15 s over the last
20 minutes, every 90 s before that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.kernel import kernel

if TYPE_CHECKING:
    from game.state import Setup

FINE = 80  # nodes of the last 20 minutes
FINE_STEP = 15.0  # s
COARSE_STEP = 90.0  # s
LAST_NODE = 159


def seconds_of_node(node: int) -> float:
    """Seconds left at grid node `node` (0 … LAST_NODE)."""
    if node <= FINE:
        return node * FINE_STEP
    return FINE * FINE_STEP + (node - FINE) * COARSE_STEP


@kernel
def stake(setup: Setup, payoff: int, made: int, conceded: int, left: float, which: int) -> float:
    """One more goal's worth, linear between nodes; `which`: 0 scored, 1 conceded, 2 scored by himself.

    Goals beyond the table count as its last row; `left` is seconds to the final whistle.
    """
    made = min(max(made, 0), 9)
    conceded = min(max(conceded, 0), 9)
    left = max(left, 0.0)
    if left < FINE * FINE_STEP:
        place = left / FINE_STEP
    else:
        place = FINE + (left - FINE * FINE_STEP) / COARSE_STEP
    place = min(place, LAST_NODE - 0.001)
    node = int(place)
    part = place - node
    here = setup.stakes[payoff, made, conceded, node, which]
    there = setup.stakes[payoff, made, conceded, node + 1, which]
    return here + part * (there - here)
