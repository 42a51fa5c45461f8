"""What a defender must reckon with, read off the match once a tick: the way back, men behind him, space, lanes.

Everything here can be seen from the stands. Nothing says what going would be worth.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.physics.stamina import top_now
from game.pitch import BOX_HALF, BOX_LINE, HALF_LENGTH, HALF_WIDTH, within
from game.state import SIDE, Match, Setup
from game.value.space import time_to_reach

GONE_AHEAD = 8.0  # m ahead of the back line from which he leaves space behind
LANE = 4.0  # m beside his way upfield that must be free of rivals
LANE_OPEN = 12.0  # m it must be free for at least
LANE_SEEN = 25.0  # m looked ahead
NARROW = 0.05  # m, how exactly the line of no return is found


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
    beyond: bool
    """Whether he is beyond that line."""
    space: tuple[float, float, float, float] | None
    """left, right, low, high of the space he left in his line."""
    lane: float
    """m of free way upfield in front of him while his side has the ball, 0 when none is open."""


def reckon(match: Match, setup: Setup, slot: int) -> Reckoning:
    """How things stand for `slot`."""
    me = match.players[slot]
    attacks = int(match.teams[slot // SIDE].attacks)
    box = -attacks * BOX_LINE
    first = SIDE - slot // SIDE * SIDE
    rivals = [each for each in range(first, first + SIDE) if match.players[each].on]
    rival = min((_to_box(match, setup, each, box) for each in rivals), default=99.0)
    x, y, top = float(me.x), float(me.y), _top(match, setup, slot)
    line = _no_way_back(y, top, box, attacks, rival)
    ahead = [each for each in _field(match, slot // SIDE) if (float(match.players[each].x) - x) * attacks < -1.0]
    behind = [each for each in rivals if each % SIDE and (float(match.players[each].x) - x) * attacks < -1.0]
    return Reckoning(
        back=_to_box(match, setup, slot, box),
        rival=rival,
        mates_behind=len([each for each in ahead if each != slot]),
        rivals_behind=len(behind),
        no_way_back=line,
        beyond=(x - line) * attacks > 0.0,
        space=_space(match, setup, slot, attacks),
        lane=_lane(match, slot, rivals, attacks),
    )


def _top(match: Match, setup: Setup, slot: int) -> float:
    player = match.players[slot]
    return float(top_now(player, setup.squads[slot // SIDE, int(player.man)]))


def _to_box(match: Match, setup: Setup, slot: int, box: float) -> float:
    """Seconds `slot` needs to the nearest spot of the penalty area that begins at x = `box`; 0 inside."""
    player = match.players[slot]
    x, y = float(player.x), float(player.y)
    if (abs(x) >= BOX_LINE and x * box > 0.0) and abs(y) <= BOX_HALF:
        return 0.0
    to_y = within(y, -BOX_HALF, BOX_HALF)
    return float(time_to_reach(x, y, float(player.vx), float(player.vy), _top(match, setup, slot), box, to_y))


def _no_way_back(y: float, top: float, box: float, attacks: int, rival: float) -> float:
    """The x from which a man at a stand, at his y, needs just as long to the box as the nearest rival."""
    near, far = 0.0, HALF_LENGTH + BOX_LINE
    to_y = within(y, -BOX_HALF, BOX_HALF)
    while far - near > NARROW:
        middle = (near + far) / 2
        if time_to_reach(box + attacks * middle, y, 0.0, 0.0, top, box, to_y) > rival:
            far = middle
        else:
            near = middle
    return within(box + attacks * near, -HALF_LENGTH, HALF_LENGTH)


def _field(match: Match, side: int) -> list[int]:
    """Slots of a side's men in the field, the keeper left out."""
    return [slot for slot in range(side * SIDE + 1, side * SIDE + SIDE) if match.players[slot].on]


def _space(match: Match, setup: Setup, slot: int, attacks: int) -> tuple[float, float, float, float] | None:
    """What lies open behind him: between his neighbours in the back line, from that line to where he is."""
    side = slot // SIDE
    sheet = setup.sheets[side]
    line = [each for each in _field(match, side) if sheet.depth[each % SIDE] == 0.0 and each != slot]
    if not line:
        return None
    back = sum(float(match.players[each].x) for each in line) / len(line)
    me = match.players[slot]
    if (float(me.x) - back) * attacks < GONE_AHEAD:
        return None
    mine = float(sheet.width[slot % SIDE])
    right = [each for each in line if sheet.width[each % SIDE] < mine]
    left = [each for each in line if sheet.width[each % SIDE] > mine]
    one = attacks * HALF_WIDTH if not left else float(match.players[min(left, key=lambda e: sheet.width[e % SIDE])].y)
    other = (
        -attacks * HALF_WIDTH if not right else float(match.players[max(right, key=lambda e: sheet.width[e % SIDE])].y)
    )
    begin = back - attacks * 2.0
    return min(begin, float(me.x)), max(begin, float(me.x)), min(one, other), max(one, other)


def _lane(match: Match, slot: int, rivals: list[int], attacks: int) -> float:
    """Metres free upfield of him; 0 unless his side has the ball in play and the lane is open."""
    if match.dead.kind or match.having != slot // SIDE:
        return 0.0
    me = match.players[slot]
    room = min(LANE_SEEN, HALF_LENGTH - attacks * float(me.x) - 2.0)
    for rival in rivals:
        player = match.players[rival]
        ahead = (float(player.x) - float(me.x)) * attacks
        if -1.0 < ahead < room and abs(float(player.y) - float(me.y)) < LANE:
            room = ahead
    return room if room >= LANE_OPEN else 0.0
