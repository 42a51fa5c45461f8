"""Pressure: how near the nearest rival is to a man."""

from __future__ import annotations

import math

from game.kernel import kernel
from game.state import Match
from game.value.space import smooth


@kernel
def pressure(match: Match, slot: int) -> float:
    """0 … 1: how near the nearest rival is (1 at his heels, about 0 beyond four metres)."""
    player = match.players[slot]
    other = 11 - slot // 11 * 11
    nearest = 1e9
    for j in range(other, other + 11):
        rival = match.players[j]
        if rival.on == 0 or match.tick < rival.down_until:
            continue
        dx = rival.x - player.x
        dy = rival.y - player.y
        square = dx * dx + dy * dy
        if square < nearest:
            nearest = square
    return smooth(2.0 - math.sqrt(nearest), 0.9)
