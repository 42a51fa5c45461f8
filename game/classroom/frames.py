"""A moment of a live match in 126 bytes: what `blocks.py` describes and `pages/pitch.js` unpacks."""

from __future__ import annotations

from collections.abc import Container

from game.classroom.blocks import HEAD, PLAYER
from game.state import DT, SLOTS, Match, Setup

LAST_SECOND = 0xFFFF


def clock_seconds(match: Match, setup: Setup) -> int:
    """Seconds on the match clock; it runs on through added time."""
    rules = setup.competition
    begins = (0.0, rules.half_seconds, 2 * rules.half_seconds, 2 * rules.half_seconds + rules.extra_seconds)
    half = min(int(match.clock.half), len(begins))
    return min(int(begins[half - 1] + match.clock.tick * DT), LAST_SECOND)


def pack(match: Match, setup: Setup, steered: Container[int]) -> bytes:
    """The frame of `match` now; `steered` are the slots somebody steers."""
    home, away = match.teams
    flags = int(match.clock.over) | 2 * (match.dead.kind != 0) | 4 * (home.attacks < 0)
    ball = match.ball
    parts = [
        HEAD.pack(
            match.tick,
            clock_seconds(match, setup),
            flags,
            min(home.goals, 255),
            min(away.goals, 255),
            ball.carrier,
            *(_cm(each) for each in (ball.x, ball.y, ball.z)),
        )
    ]
    for slot in range(SLOTS):
        player = match.players[slot]
        told = int(player.on) | (2 * player.told if player.told in (1, 2) else 0) | 8 * (slot in steered)
        parts.append(PLAYER.pack(_cm(player.x), _cm(player.y), told))
    return b"".join(parts)


def _cm(metres: float) -> int:
    """Whole centimetres that fit in 16 bits."""
    return max(-32768, min(32767, round(float(metres) * 100)))
