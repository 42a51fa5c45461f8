"""Where a job description wants a man, and which part of the pitch is his to guard.

The role's own map, not the brain's: it never asks the score. The last line's height against the ball is that of
real sides (SkillCorner, 3 matches): 5, 16, 28, 40, 50 m from the own goal with the ball at 5, 25, 45, 65, 85; a block
out of possession is 30 m long and 36 m wide (TRACAB sample). Frame: the side attacks +x.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from game.pitch import HALF_LENGTH, WIDTH
from game.state import SIDE, Setup

BALL_AT = (5.0, 25.0, 45.0, 65.0, 85.0)  # m from the own goal line
LINE_AT = (5.0, 16.0, 28.0, 40.0, 50.0)
BLOCK = 27.0  # m from the last line to the front line
SPREAD = 20.0  # m from the axis to a man at width 1
SHIFT = 0.5  # share of the ball's y the block shifts by
KEEPER_OUT = 0.16  # of the ball's distance a keeper stands off his line
KEEPER_MOST = 14.0  # m
KEEPER_ASIDE = 0.1  # share of the ball's y he shifts by


@dataclass(frozen=True)
class RoleMap:
    """The places of one side's eleven slots for a ball anywhere; made by `of`."""

    depth: tuple[float, ...]
    width: tuple[float, ...]

    @classmethod
    def of(cls, setup: Setup, side: int) -> RoleMap:
        """The map of `side` (0 home, 1 away) by its team sheet."""
        sheet = setup.sheets[side]
        return cls(
            tuple(float(sheet.depth[k]) for k in range(SIDE)),
            tuple(float(sheet.width[k]) for k in range(SIDE)),
        )

    def place(self, k: int, ball_x: float, ball_y: float) -> tuple[float, float]:
        """Where slot `k` (0–10, 0 the keeper) belongs with the rivals' ball at (ball_x, ball_y), in metres."""
        ball = ball_x + HALF_LENGTH
        if k == 0:
            return min(KEEPER_OUT * ball, KEEPER_MOST) - HALF_LENGTH, KEEPER_ASIDE * ball_y
        x = line_height(ball) + self.depth[k] * BLOCK
        most = WIDTH / 2 - 2.0
        y = SHIFT * ball_y + self.width[k] * SPREAD
        return x - HALF_LENGTH, max(-most, min(most, y))

    def guard_of(self, x: float, y: float) -> int:
        """The outfield slot (1–10) whose spot (x, y) is to guard: he whose place is nearest with the ball there."""
        return min(range(1, SIDE), key=lambda k: _far(self.place(k, x, y), x, y))


def line_height(ball: float) -> float:
    """Metres from the own goal to the last line, the ball `ball` m from that goal; straight between the knots."""
    if ball <= BALL_AT[0]:
        return LINE_AT[0]
    for k in range(1, len(BALL_AT)):
        if ball <= BALL_AT[k]:
            part = (ball - BALL_AT[k - 1]) / (BALL_AT[k] - BALL_AT[k - 1])
            return LINE_AT[k - 1] + part * (LINE_AT[k] - LINE_AT[k - 1])
    return LINE_AT[-1]


def _far(place: tuple[float, float], x: float, y: float) -> float:
    return math.hypot(place[0] - x, place[1] - y)
