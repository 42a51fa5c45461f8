"""What a defender must reckon with, read off the match once a tick: the way back, men behind him, space, lanes.

Everything here can be seen from the stands. Nothing says what going would be worth.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from game.physics.stamina import top_now
from game.pitch import BOX_HALF, BOX_LINE, HALF_LENGTH, HALF_WIDTH, within
from game.state import SIDE, SLOTS, Match, Setup
from game.value.space import time_to_reach

BACK_LINE = 0.2  # depth on the team sheet below which a man belongs to the back line
GONE_AHEAD = 8.0  # m ahead of the back line from which he leaves space behind
LANE = 4.0  # m beside his way upfield that must be free of rivals
LANE_OPEN = 12.0  # m it must be free for at least
LANE_SEEN = 25.0  # m looked ahead
NARROW = 0.05  # m, how exactly the line of no return is found
BESIDE = 1.0  # m level with him that still count as beside him

Area = tuple[float, float, float, float]
"""left, right, low, high, in pitch metres."""


@dataclass(frozen=True)
class Reckoning:
    """Seconds and metres at one tick; spots in pitch metres."""

    back: float
    """s he needs to his own box."""
    rival: float
    """s the nearest rival needs to that box."""
    mates_behind: int
    rivals_behind: int
    no_way_back: float
    """x beyond which, as things stand, the nearest rival is in his box before him."""
    line_y: float
    """His y, round which that line is drawn."""
    beyond: bool
    """Whether he is beyond that line."""
    space: Area | None
    """The space he left in his line."""
    lane: float
    """m of free way upfield in front of him while his side has the ball, 0 when none is open."""


@dataclass(frozen=True)
class _Men:
    """Everybody, in lists over the slots and in a frame where his side attacks +x."""

    x: list[float]
    y: list[float]
    vx: list[float]
    vy: list[float]
    top: Sequence[float]
    mates: list[int]
    """Outfield mates on the pitch, he left out."""
    rivals: list[int]
    """Rivals on the pitch, their keeper left out."""


def top_speeds(match: Match, setup: Setup) -> list[float]:
    """m/s each slot can reach now; it changes slowly, so who asks every tick may ask once a second."""
    found = []
    for slot in range(SLOTS):
        player = match.players[slot]
        found.append(float(top_now(player, setup.squads[slot // SIDE, int(player.man)])))
    return found


def reckon(match: Match, setup: Setup, slot: int, top: Sequence[float] | None = None) -> Reckoning:
    """How things stand for `slot`; `top` are speeds known from top_speeds."""
    attacks = int(match.teams[slot // SIDE].attacks)
    men = _men(match, slot, attacks, top_speeds(match, setup) if top is None else top)
    rival = min((_to_box(men, each) for each in men.rivals), default=99.0)
    x, y = men.x[slot], men.y[slot]
    line = _no_way_back(y, men.top[slot], rival)
    space = _space(men, setup, slot)
    free = not match.dead.kind and match.having == slot // SIDE
    return Reckoning(
        back=_to_box(men, slot),
        rival=rival,
        mates_behind=_behind(men, men.mates, x),
        rivals_behind=_behind(men, men.rivals, x),
        no_way_back=line * attacks,
        line_y=y * attacks,
        beyond=x > line,
        space=space if space is None or attacks > 0 else (-space[1], -space[0], -space[3], -space[2]),
        lane=_lane(men, slot) if free else 0.0,
    )


def _men(match: Match, slot: int, attacks: int, top: Sequence[float]) -> _Men:
    players = np.asarray(match)["players"]
    x, y, vx, vy = ((players[name] * attacks).tolist() for name in ("x", "y", "vx", "vy"))
    on = players["on"].tolist()
    first = slot // SIDE * SIDE
    mates = [each for each in range(first + 1, first + SIDE) if on[each] and each != slot]
    rivals = [each for each in range(SIDE - first + 1, 2 * SIDE - first) if on[each]]
    return _Men(x, y, vx, vy, top, mates, rivals)


def _behind(men: _Men, slots: Iterable[int], x: float) -> int:
    return sum(men.x[slot] < x - BESIDE for slot in slots)


def _to_box(men: _Men, slot: int) -> float:
    """Seconds `slot` needs to the nearest spot of the penalty area at -x; 0 inside."""
    x, y = men.x[slot], men.y[slot]
    if x <= -BOX_LINE and abs(y) <= BOX_HALF:
        return 0.0
    to_x, to_y = min(x, -BOX_LINE), within(y, -BOX_HALF, BOX_HALF)
    return float(time_to_reach(x, y, men.vx[slot], men.vy[slot], men.top[slot], to_x, to_y))


def _no_way_back(y: float, top: float, rival: float) -> float:
    """The x from which a man at a stand, at this y, needs just as long to the box as the nearest rival."""
    near, far = -BOX_LINE, HALF_LENGTH
    to_y = within(y, -BOX_HALF, BOX_HALF)
    while far - near > NARROW:
        middle = (near + far) / 2
        if time_to_reach(middle, y, 0.0, 0.0, top, -BOX_LINE, to_y) > rival:
            far = middle
        else:
            near = middle
    return near


def _space(men: _Men, setup: Setup, slot: int) -> Area | None:
    """What lies open behind him: between his neighbours in the back line, from that line to where he is."""
    sheet = setup.sheets[slot // SIDE]
    width = {each: float(sheet.width[each % SIDE]) for each in (*men.mates, slot)}
    line = [each for each in men.mates if sheet.depth[each % SIDE] < BACK_LINE]
    if not line:
        return None
    back = sum(men.x[each] for each in line) / len(line)
    if men.x[slot] - back < GONE_AHEAD:
        return None
    right = max((each for each in line if width[each] < width[slot]), key=width.__getitem__, default=None)
    left = min((each for each in line if width[each] > width[slot]), key=width.__getitem__, default=None)
    sides = (-HALF_WIDTH if right is None else men.y[right], HALF_WIDTH if left is None else men.y[left])
    return back - 2.0, men.x[slot], min(sides), max(sides)


def _lane(men: _Men, slot: int) -> float:
    """Metres free upfield of him, 0 when the lane is not open."""
    x, y = men.x[slot], men.y[slot]
    room = min(LANE_SEEN, HALF_LENGTH - x - 2.0)
    for rival in men.rivals:
        ahead = men.x[rival] - x
        if -1.0 < ahead < room and abs(men.y[rival] - y) < LANE:
            room = ahead
    return room if room >= LANE_OPEN else 0.0
