"""Pressure: how near the nearest rival is to a man, and how many are between the ball and their goal."""

from __future__ import annotations

import math

from game.kernel import kernel
from game.pitch import within
from game.state import Match, Sight
from game.value.space import smooth

CLEAR_BREAK = 2.0  # rivals between ball and goal: with no more nobody is in the way
BLOCK = 8.0  # and with so many it is a block


@kernel
def pressure(match: Match, slot: int) -> float:
    """0 … 1: how near the nearest rival is (1 at his heels, about 0 beyond four metres)."""
    return at_heels(nearest_rival(match, slot))


@kernel
def at_heels(room: float) -> float:
    """0 … 1: the same, for a rival `room` metres away."""
    return smooth(2.0 - room, 0.9)


@kernel
def nearest_rival(match: Match, slot: int) -> float:
    """Metres from `slot` to the nearest rival on his feet."""
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
    return math.sqrt(nearest)


@kernel
def crowd(sight: Sight) -> float:
    """1 with a whole block between the ball and their goal, 0 on a clear break."""
    return within((sight.facing - CLEAR_BREAK) / (BLOCK - CLEAR_BREAK), 0.0, 1.0)
