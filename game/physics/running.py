"""Legs: acceleration falling with speed, braking, a turning limit, arriving where he wants to be.

Envelope from tracking data (TRACAB sample, 99th percentiles): acceleration 4.2–4.6 m/s² below 4 m/s, braking
4.0–5.4, sideways 5.1–6.7.
"""

from __future__ import annotations

import math

from game.intent import Intent
from game.kernel import kernel
from game.parameters import Parameters
from game.physics.pressing import at_heels, nearest_rival
from game.physics.stamina import tire, top_now
from game.pitch import HALF_LENGTH, HALF_WIDTH, within
from game.state import DT, SIDE, SLOTS, Match, Notes, Player, Setup

BRAKE = 5.0  # m/s²
TURN = 6.0  # m/s², sideways
STOP = 3.2  # m/s², how a man slows when he arrives without hurry
FAST = 5.56  # m/s, 20 km/h
SPRINT = 6.94  # m/s, 25 km/h
SPRINT_TICKS = 14  # 0.7 s above SPRINT make a sprint, as SkillCorner counts them
FULL_PUSH = 1.6  # so steeply the push falls towards the top speed; he gives all of it up to 3/8 of that
DRIVES_FROM = 4.0  # m to the nearest rival from where he goes faster
DRIVES_AT = 5.0  # m/s at most
TURNS = 1.0  # m up the pitch he takes it at least, each second
KEEPS_IN = 3.0  # m from the lines
WITH_BALL = 0.84  # share of his top speed with the ball at his feet
HOUNDED = 0.22  # of that lost with a rival at his heels
DOWN = 0.80  # speed kept each tick on the ground
BODY = 0.7  # m between two bodies' centres when they touch
MARGIN = 4.0  # m he may leave the pitch by


@kernel
def run(match: Match, setup: Setup) -> None:
    """Move every man one tick towards what he wants, and tire him."""
    carrier = match.ball.carrier if match.ball.held == 0 else -1
    room = nearest_rival(match, carrier) if carrier >= 0 else 0.0  # before anybody moves: the same for either side
    hounded = at_heels(room)
    for i in range(SLOTS):
        player = match.players[i]
        if player.on == 0:
            continue
        man = setup.squads[i // 11, player.man]
        top = top_now(player, man)
        if i == carrier:
            top *= WITH_BALL - HOUNDED * hounded
        if match.tick < player.down_until:
            player.vx *= DOWN
            player.vy *= DOWN
        else:
            _steer(match, player, i, top, man.push_off, setup.play, room)
        player.x = within(player.x + player.vx * DT, -HALF_LENGTH - MARGIN, HALF_LENGTH + MARGIN)
        player.y = within(player.y + player.vy * DT, -HALF_WIDTH - MARGIN, HALF_WIDTH + MARGIN)
        speed = math.sqrt(player.vx * player.vx + player.vy * player.vy)
        tire(player, man, speed)
        _count(player, speed)


@kernel
def _steer(match: Match, player: Player, slot: int, top: float, push_off: float, play: Parameters, room: float) -> None:
    """Change `player`'s velocity by what legs allow in one tick; the man on the ball has `room` (m) before a rival."""
    want = player.want
    goal_x = want.x
    goal_y = want.y
    pace = min(want.pace, top)
    if Intent.PASS <= want.kind <= Intent.CLEAR or want.kind == Intent.CONTROL:
        if match.ball.carrier == slot:
            sign = match.teams[slot // 11].attacks
            drive = _drive(slot, play, room)
            pace = max(drive, play.stride * math.sqrt(player.vx * player.vx + player.vy * player.vy))
            if player.vx * sign < 0.0:
                pace = drive  # nobody takes it on towards his own goal: he turns
            goal_x = player.x + sign * max(player.vx * sign, TURNS)
            goal_x = within(goal_x, -HALF_LENGTH + KEEPS_IN, HALF_LENGTH - KEEPS_IN)
            goal_y = within(player.y + player.vy, -HALF_WIDTH + KEEPS_IN, HALF_WIDTH - KEEPS_IN)
        else:
            goal_x = player.meet_x
            goal_y = player.meet_y
            pace = top
    dx = goal_x - player.x
    dy = goal_y - player.y
    far = math.sqrt(dx * dx + dy * dy)
    if far > 0.05:
        if not _runs_through(match, want.kind, slot, dx, dy):
            pace = min(pace, math.sqrt(2.0 * STOP * far))
        pace = min(pace, far / DT)
        change_x = dx / far * pace - player.vx
        change_y = dy / far * pace - player.vy
    else:
        change_x = -player.vx
        change_y = -player.vy
    _push(player, change_x, change_y, top, push_off)


@kernel
def _drive(slot: int, play: Parameters, room: float) -> float:
    """The pace (m/s) of a man who looks up with the ball at his feet: into room he takes it along, no keeper does."""
    if slot == 0 or slot == SIDE:
        return 0.0
    return min(play.stroll + play.drives * max(room - DRIVES_FROM, 0.0), DRIVES_AT)


@kernel
def _runs_through(match: Match, kind: int, slot: int, dx: float, dy: float) -> bool:
    """Whether he keeps his speed where he is going: with the ball at his feet, or on to one that rolls his way."""
    if kind == Intent.CARRY:
        return True
    ball = match.ball
    meets = kind == Intent.COLLECT or Intent.PASS <= kind <= Intent.CLEAR or kind == Intent.CONTROL
    return meets and ball.carrier < 0 and ball.vx * dx + ball.vy * dy > 0.0


@kernel
def _push(player: Player, dx: float, dy: float, top: float, push_off: float) -> None:
    """Add the velocity change (dx, dy) as far as acceleration, braking and turning allow."""
    vx = player.vx
    vy = player.vy
    speed = math.sqrt(vx * vx + vy * vy)
    if speed < 0.7:
        size = math.sqrt(dx * dx + dy * dy)
        most = push_off * DT
        if size > most:
            dx *= most / size
            dy *= most / size
        player.vx = vx + dx
        player.vy = vy + dy
        return
    ux = vx / speed
    uy = vy / speed
    along = dx * ux + dy * uy
    across = dy * ux - dx * uy
    along = within(along, -BRAKE * DT, push_off * within(FULL_PUSH * (1.0 - speed / top), 0.0, 1.0) * DT)
    across = within(across, -TURN * DT, TURN * DT)
    player.vx = vx + along * ux - across * uy
    player.vy = vy + along * uy + across * ux


@kernel
def _count(player: Player, speed: float) -> None:
    """Distance covered, at what speed."""
    step = speed * DT
    player.covered += step
    if speed > FAST:
        player.fast += step
        if speed > SPRINT:
            player.sprinted_now += 1
            if player.sprinted_now == SPRINT_TICKS:
                player.sprints += 1
            player.sprinted += step
        if speed > player.peak:
            player.peak = speed
    elif speed < FAST:
        player.sprinted_now = 0


@kernel
def shoulder(match: Match, notes: Notes) -> None:
    """Push overlapping bodies apart, half each; what speed they met with is gone.

    Every pair is taken as it stands before anybody is pushed, so the order of the men decides nothing; of several at
    once each counts for its share, or a man between two would be hit twice as hard as either hits.
    """
    heap = 0
    for i in range(SLOTS):
        notes.touching[i] = _touching(match, i)
        heap += notes.touching[i]
    if heap == 0:
        return
    for i in range(SLOTS):
        if notes.touching[i] > 0:
            mates = _shoved(match, notes, i, i // SIDE)
            rivals = _shoved(match, notes, i, 1 - i // SIDE)
            for k in range(4):
                notes.shoved[4 * i + k] = mates[k] + rivals[k]
    for i in range(SLOTS):
        if notes.touching[i] > 0:
            player = match.players[i]
            player.x += notes.shoved[4 * i]
            player.y += notes.shoved[4 * i + 1]
            player.vx += notes.shoved[4 * i + 2]
            player.vy += notes.shoved[4 * i + 3]


@kernel
def _touching(match: Match, slot: int) -> int:
    """How many bodies overlap his."""
    player = match.players[slot]
    touching = 0
    if player.on == 0:
        return 0
    for j in range(SLOTS):
        if j != slot and _overlap(player, match.players[j]):
            touching += 1
    return touching


@kernel
def _overlap(one: Player, other: Player) -> bool:
    """Whether the bodies of two men on the pitch overlap."""
    dx = other.x - one.x
    if dx >= BODY or dx <= -BODY or other.on == 0:
        return False
    dy = other.y - one.y
    return dx * dx + dy * dy < BODY * BODY


@kernel
def _shoved(match: Match, notes: Notes, slot: int, side: int) -> tuple[float, float, float, float]:
    """How far (m), and by what change of speed (m/s), the men of `side` who overlap him push him: x, y, vx, vy."""
    player = match.players[slot]
    x = y = vx = vy = 0.0
    for j in range(side * SIDE, side * SIDE + SIDE):
        other = match.players[j]
        if j == slot or not _overlap(player, other):
            continue
        dx = other.x - player.x
        dy = other.y - player.y
        gap = math.sqrt(dx * dx + dy * dy)
        if gap < 0.01:  # two in one spot: each towards his own goal
            dx = 0.01 * match.teams[slot // SIDE].attacks
            if j // SIDE == slot // SIDE and j < slot:
                dx = -dx
            dy = 0.0
            gap = 0.01
        share = 0.5 / max(notes.touching[slot], notes.touching[j])
        push = share * (BODY - gap) / gap
        closing = share * min(((other.vx - player.vx) * dx + (other.vy - player.vy) * dy) / (gap * gap), 0.0)
        x -= push * dx
        y -= push * dy
        vx += closing * dx
        vy += closing * dy
    return x, y, vx, vy
