"""Corners and free kicks from the wing: who awaits the delivery where, who marks whom, who guards what."""

from __future__ import annotations

from game import chance
from game.brain.options import go_to, lean, put
from game.brain.shape import anchor_y
from game.brain.walls import in_wall
from game.chance import Why
from game.intent import Intent
from game.kernel import kernel
from game.pitch import BOX_LINE, GOAL_HALF, HALF_LENGTH, length, within
from game.post import Post
from game.state import Match, Notes, Restart, Setup, Sight

STRAYS = 0.7  # m, standard deviation, from his usual place a man waits for a delivery
ALL_UP = 0.8  # lean from which the full-backs go up for a corner too
MARKED_TO = 15.0  # m from the goal line up to which a man has his marker at a corner
MARKS_AT = 1.2  # m goal-side of his man a marker stands, or on the inside of one level with the line he holds
TO_HIS_MAN = 4.2  # m/s with which he goes there, or to what he guards
HELD_FROM = 16.0  # m nearer his goal than a free kick that a side holds its line …
HELD_LEAST = 5.5  # m from the goal line at least …
HELD_MOST = 13.0  # and at most


@kernel
def weigh_delivery(match: Match, setup: Setup, notes: Notes, slot: int) -> None:
    """Corner or wide free kick: attackers at near post, far post, spot and edge, some stay; defenders mark."""
    side = slot // 11
    sight = notes.sight[side]
    if match.dead.side != side:
        mark_up(match, setup, notes, slot)
        return
    x, y, pace = _attack_spot(match, setup, sight, slot)
    if match.dead.kind != Restart.CORNER:
        x = min(x, max(sight.offside_x - 0.6, sight.ball_x))
    go_to(notes, x, y, pace)


@kernel
def _attack_spot(match: Match, setup: Setup, sight: Sight, slot: int) -> tuple[float, float, float]:
    """Where an attacker waits for a delivery (x, y), and how fast he goes there (0: as usual)."""
    side = slot // 11
    k = slot - 11 * side
    post = setup.sheets[side].post[k]
    near = 1.0 if sight.ball_y > 0.0 else -1.0
    along = STRAYS * chance.bell(match.seed, match.dead.since, slot, Why.CHOICE)
    across = STRAYS * chance.bell(match.seed, match.dead.since, slot, Why.TIMING)
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
    if lean(match.players[slot]) > ALL_UP:
        return BOX_LINE - 1.0 - along, across - near * 11.0, 0.0
    return (6.0 if post == Post.DM else 1.0), 0.35 * anchor_y(setup, sight, slot, 0.0), 0.0


@kernel
def mark_up(match: Match, setup: Setup, notes: Notes, slot: int) -> None:
    """Man to man: the attackers nearest the goal shared out in order, goal-side; who is left over guards a zone."""
    side = slot // 11
    sight = notes.sight[side]
    me = slot - 11 * side
    line = -HALF_LENGTH + _held_line(match, sight)
    rank = 0
    for k in range(1, me):
        if sight.on[k] == 1 and not in_wall(match, setup, sight, side, k):
            rank += 1
    best = -1
    for _ in range(rank + 1):
        best = _next_nearer_goal(sight, best)
    if match.dead.kind == Restart.CORNER and (best < 0 or sight.x[best] > -HALF_LENGTH + MARKED_TO):
        _guard(notes, sight, rank)
        return
    if best < 0 or sight.x[best] > 8.0:
        front = setup.sheets[side].depth[me] > 0.8
        x = -HALF_LENGTH + (30.0 if front else 9.0 + 2.0 * (rank % 3))
        go_to(notes, max(x, line), (rank % 4 - 1.5) * 3.0, 0.0)
        return
    gx = -HALF_LENGTH - sight.x[best]
    gy = -sight.y[best]
    far = length(gx, gy) + 0.01
    x = sight.x[best] + gx / far * MARKS_AT
    y = sight.y[best] + gy / far * MARKS_AT
    if x < line:
        x = line
        if abs(sight.x[best] - x) < MARKS_AT:
            y = sight.y[best] - (MARKS_AT if sight.y[best] > 0.0 else -MARKS_AT)
    put(notes, Intent.MARK, best - 11 + 11 * (1 - side), x, y, TO_HIS_MAN, 0.0, 0.0, 0.0, 0.0, 1.0)


@kernel
def _guard(notes: Notes, sight: Sight, rank: int) -> None:
    """Who has nobody to mark at a corner: the near post, the six-yard line, the edge of the box, the way out."""
    for j in range(12, 22):
        if sight.on[j] == 1 and sight.x[j] <= -HALF_LENGTH + MARKED_TO:
            rank -= 1
    near = 1.0 if sight.ball_y > 0.0 else -1.0
    x, y = -HALF_LENGTH + 30.0, 3.0 * (rank % 3 - 1.0)
    if rank == 0:
        x, y = -HALF_LENGTH + 1.5, near * (GOAL_HALF - 0.4)
    elif rank == 1:
        x, y = -HALF_LENGTH + 5.5, near * 1.5
    elif rank == 2:
        x, y = -BOX_LINE - 1.0, near * 3.0
    go_to(notes, x, y, TO_HIS_MAN)


@kernel
def _held_line(match: Match, sight: Sight) -> float:
    """Metres from the goal line behind which nobody drops before the kick: attackers onside stay out with them."""
    if match.dead.kind == Restart.CORNER:
        return 0.5
    return within(HALF_LENGTH + sight.ball_x - HELD_FROM, HELD_LEAST, HELD_MOST)


@kernel
def _next_nearer_goal(sight: Sight, after: int) -> int:
    """The rival next in order of distance to this side's goal after rival `after` (-1: the nearest); -1 at the end."""
    limit = sight.x[after] if after >= 0 else -99.0
    best = -1
    for j in range(12, 22):
        if sight.on[j] == 0 or j == after:
            continue
        later = sight.x[j] > limit or (sight.x[j] == limit and j > after)
        if later and (best < 0 or sight.x[j] < sight.x[best]):
            best = j
    return best
