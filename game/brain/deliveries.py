"""Corners and free kicks from the wing: who awaits the delivery where, who marks whom, who guards what."""

from __future__ import annotations

from game import chance
from game.brain.options import go_to, lean, put
from game.brain.shape import anchor_y
from game.brain.taking import taken_at
from game.brain.walls import in_wall
from game.chance import Why
from game.intent import Intent
from game.kernel import kernel
from game.pitch import BOX_HALF, BOX_LINE, CIRCLE, GOAL_HALF, HALF_LENGTH, length, within
from game.post import Post
from game.state import TICKS_PER_SECOND, Match, Notes, Restart, Setup, Sight

STRAYS = 0.9  # m, standard deviation, from his usual place a man waits for a delivery, …
STRAYS_FOR = 3 * TICKS_PER_SECOND  # ticks, before he moves on: who waits jostles
ALL_UP = 0.8  # lean from which the full-backs go up for a corner too
MARKED_TO = 38.0  # m from the goal line up to which a man has his marker at a corner, who comes in with him …
MARKED_OUT = 9.0  # and m out from the held line at a free kick
MARKS_AT = 1.2  # m goal-side of his man a marker stands
KEEPS_HIS = 0.6  # of its distance at which a man sees the one he marks already, so that markers do not swap
TO_HIS_MAN = 4.2  # m/s with which he goes there, or to what he guards
HELD_SHARE, HELD_MORE = 0.5, 3.0  # of a free kick's distance from the goal line, and m more, at which the line stands …
HELD_LEAST, HELD_MOST = 5.5, 18.0  # m from the goal line at least, and at most
RUN_UP = 5.0  # m behind that line who means to head the ball waits, …
SETS_OFF = 1.5 * TICKS_PER_SECOND  # ticks before the kick he starts …
RUNS_IN = 7.5  # m beyond the line where he means to meet it
RUN_IN_PACE = 6.5  # m/s


@kernel
def weigh_delivery(match: Match, setup: Setup, notes: Notes, slot: int) -> None:
    """Corner or wide free kick: attackers at near post, far post, spot and edge, some stay; defenders mark."""
    side = slot // 11
    sight = notes.sight[side]
    near = 1.0 if sight.ball_y > 0.0 else -1.0
    since = (match.tick + 9 * slot) // STRAYS_FOR
    along = STRAYS * chance.bell(match.seed, since, slot, Why.CHOICE)
    across = STRAYS * chance.bell(match.seed, since, slot, Why.TIMING)
    if match.dead.side != side:
        _mark_up(match, setup, notes, slot, along, across)
        return
    if match.dead.kind == Restart.CORNER or _stays(match, setup, slot):
        x, y, pace = _corner_spot(match, setup, sight, slot, near, along, across)
    else:
        x, y, pace = _wide_spot(match, setup, sight, slot, near, abs(along), near + across)
    go_to(notes, x, y, pace)


@kernel
def _wide_spot(
    match: Match, setup: Setup, sight: Sight, slot: int, near: float, along: float, y: float
) -> tuple[float, float, float]:
    """Where an attacker awaits a free kick: along the held line, a run-up behind it; he sets off as it is taken."""
    post = setup.sheets[slot // 11].post[slot % 11]
    near_side = setup.sheets[slot // 11].width[slot % 11] * near > 0.0
    line = max(min(sight.offside_x, HALF_LENGTH - _held_line(HALF_LENGTH - sight.ball_x, sight.ball_y)), sight.ball_x)
    if post == Post.AM or post == Post.CM:
        return line - (4.0 if near_side else 7.0) - along, y + near * (5.0 if near_side else -5.0), 0.0
    if post == Post.ST:
        y += near * (2.0 if near_side else -3.0)
    elif post == Post.CB:
        y += near * (-6.5 if near_side else -10.0)
    else:
        y += near * (7.5 if near_side else -13.5)
    if match.tick > taken_at(match, setup) - SETS_OFF:
        return min(line + RUNS_IN, HALF_LENGTH - 5.0), 0.6 * y, RUN_IN_PACE
    return line - RUN_UP - along, y, 0.0


@kernel
def _corner_spot(
    match: Match, setup: Setup, sight: Sight, slot: int, near: float, along: float, across: float
) -> tuple[float, float, float]:
    """Where an attacker awaits a corner, or stays behind for any delivery (x, y), and how fast he goes there."""
    k = slot % 11
    post = setup.sheets[slot // 11].post[k]
    even = k % 2 == 0
    if k == 0:
        return HALF_LENGTH - 9.0, -2.0 * near, 6.0
    if post == Post.ST:
        return HALF_LENGTH - (9.5 if even else 8.0) - along, near * (4.0 if even else -0.5) + across, 0.0
    if post == Post.CB:
        return HALF_LENGTH - (11.0 if even else 12.0) - along, near * (-4.5 if even else 1.0) + across, 0.0
    if post == Post.AM or post == Post.CM:
        return HALF_LENGTH - (16.0 if even else 20.0) - along, near * (5.0 if even else -4.0) + across, 0.0
    if post == Post.RW or post == Post.LW:
        return HALF_LENGTH - 10.0 - along, across - near * 8.5, 0.0
    if _stays(match, setup, slot):
        return (6.0 if post == Post.DM else 1.0) - along, 0.35 * anchor_y(setup, sight, slot, 0.0) + across, 0.0
    return BOX_LINE - 1.0 - along, across - near * 11.0, 0.0


@kernel
def _stays(match: Match, setup: Setup, slot: int) -> bool:
    """Whether he stays behind while the others go up: full-backs and holding midfielder, unless all is at stake."""
    post = setup.sheets[slot // 11].post[slot % 11]
    return (post == Post.RB or post == Post.LB or post == Post.DM) and lean(match.players[slot]) <= ALL_UP


@kernel
def _mark_up(match: Match, setup: Setup, notes: Notes, slot: int, along: float, across: float) -> None:
    """Man to man where the delivery comes down, each the rival nearest to him; who has none guards a zone."""
    side = slot // 11
    sight = notes.sight[side]
    corner = match.dead.kind == Restart.CORNER
    held = 0.5 if corner else _held_line(HALF_LENGTH + sight.ball_x, sight.ball_y)
    rival, spare = _his_man(match, setup, sight, slot, MARKED_TO if corner else held + MARKED_OUT)
    if rival < 0:
        x, y = _guarded(sight, spare) if corner else _zone(sight, held, spare)
        go_to(notes, x, y + 0.5 * across, TO_HIS_MAN)
        return
    gx = -HALF_LENGTH - sight.x[rival]
    gy = -sight.y[rival]
    far = length(gx, gy) + 0.01
    x = max(sight.x[rival] + gx / far * MARKS_AT, held - HALF_LENGTH)
    y = sight.y[rival] + gy / far * MARKS_AT
    if not corner:  # in the line, before his man, who runs at it from behind
        x = held - HALF_LENGTH + 0.5 * along
    put(notes, Intent.MARK, rival - 11 + 11 * (1 - side), x, y, TO_HIS_MAN, 0.0, 0.0, 0.0, 0.0, 1.0)


@kernel
def _his_man(match: Match, setup: Setup, sight: Sight, slot: int, out: float) -> tuple[int, int]:
    """The rival within `out` m of the goal line he marks, -1 for none, and how many mates before him have none either.

    In the order of the team sheet each takes the nearest rival left, the one he marks already before others.
    """
    side = slot // 11
    me = slot - 11 * side
    taken = 0
    spare = 0
    for k in range(1, me + 1):
        if sight.on[k] == 0 or in_wall(match, setup, sight, side, k):
            continue
        best = -1
        nearest = 1e9
        for j in range(12, 22):
            if sight.on[j] == 0 or taken >> j & 1 == 1 or sight.x[j] > out - HALF_LENGTH:
                continue
            gap = length(sight.x[j] - sight.x[k], sight.y[j] - sight.y[k])
            if match.players[11 * side + k].mark == j - 11 + 11 * (1 - side):
                gap *= KEEPS_HIS
            if gap < nearest:
                best = j
                nearest = gap
        if k == me:
            return best, spare
        if best < 0:
            spare += 1
        else:
            taken |= 1 << best
    return -1, spare


@kernel
def _guarded(sight: Sight, spare: int) -> tuple[float, float]:
    """What men with nobody to mark guard at a corner: near post, six-yard line, the way out, the edge of the box."""
    near = 1.0 if sight.ball_y > 0.0 else -1.0
    if spare == 0:
        return -HALF_LENGTH + 1.5, near * (GOAL_HALF - 0.4)
    if spare == 1:
        return -HALF_LENGTH + 5.5, near * 1.5
    if spare == 2:
        return -HALF_LENGTH + 30.0, -4.0 * near
    return -BOX_LINE - 1.0, near * (3.0 - 5.0 * (spare - 3))


@kernel
def _zone(sight: Sight, held: float, spare: int) -> tuple[float, float]:
    """Where they stand at a free kick: in the line on the ball's side, before it, and one forward for the way out."""
    near = 1.0 if sight.ball_y > 0.0 else -1.0
    if spare == 0:
        return held - HALF_LENGTH, 6.0 * near
    if spare == 1:
        return held + 6.0 - HALF_LENGTH, 3.0 * near
    if spare == 2:
        return max(held + 16.0, HALF_LENGTH + sight.ball_x + 4.0) - HALF_LENGTH, -4.0 * near
    return held - HALF_LENGTH, near * (6.0 - 4.5 * (spare - 2))


@kernel
def _held_line(gap: float, aside: float) -> float:
    """Metres from the goal line nobody drops behind before a free kick from `gap` m, `aside` of the axis."""
    held = HELD_SHARE * gap + HELD_MORE
    if abs(aside) < BOX_HALF:
        held = min(held, gap - CIRCLE - 1.0)
    return within(held, HELD_LEAST, HELD_MOST)
