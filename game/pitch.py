"""The pitch in metres: origin on the centre spot, x along, y across (Law 1)."""

from __future__ import annotations

import math

from game.kernel import kernel

LENGTH = 105.0  # m, UEFA standard
WIDTH = 68.0  # m
HALF_LENGTH = LENGTH / 2
HALF_WIDTH = WIDTH / 2

GOAL_WIDTH = 7.32  # m between the posts, Law 1.10
GOAL_HALF = GOAL_WIDTH / 2
GOAL_HEIGHT = 2.44  # m under the bar
POST = 0.06  # m, half the thickness of post and bar (12 cm at most)
NET_DEPTH = 2.0  # m behind the line, usual

GOAL_AREA_DEPTH = 5.5
GOAL_AREA_HALF = 9.16  # m, half of 18.32
BOX_DEPTH = 16.5  # m, the penalty area
BOX_HALF = 20.16  # m, half of 40.32
PENALTY_MARK = 11.0  # m from the goal line
CIRCLE = 9.15  # m, centre circle, penalty arc and the distance rivals keep
CORNER_ARC = 1.0
BOX_LINE = HALF_LENGTH - BOX_DEPTH  # |x| at which a penalty area begins

BALL_RADIUS = 0.11  # m, Law 2
THROWN_FROM = 1.9  # m high, a throw-in: from behind and over the head (Law 15)


@kernel
def in_box(x: float, y: float, side: int) -> bool:
    """Whether (x, y) lies in the penalty area at the end `side` (+1 or -1); its lines belong to it."""
    return x * side >= BOX_LINE and -BOX_HALF <= y <= BOX_HALF


@kernel
def on_pitch(x: float, y: float) -> bool:
    """Whether (x, y) lies on the pitch or its lines."""
    return -HALF_LENGTH <= x <= HALF_LENGTH and -HALF_WIDTH <= y <= HALF_WIDTH


@kernel
def within(value: float, low: float, high: float) -> float:
    """`value` held between `low` and `high`."""
    return low if value < low else high if value > high else value


@kernel
def length(x: float, y: float) -> float:
    """Length of the vector (x, y); a plain square root, so that every machine agrees to the last bit."""
    return math.sqrt(x * x + y * y)
