"""The ball: rolling, flying, bouncing, off the posts and the bar; swept, so that nothing tunnels.

Ground: deceleration 0.60 /s × speed (TRACAB sample, 48 segments); air: 0.018 v² (35 segments).
"""

from __future__ import annotations

import math

from game.kernel import kernel
from game.pitch import BALL_RADIUS, GOAL_HALF, GOAL_HEIGHT, HALF_LENGTH, POST
from game.state import DT, Match

ROLL = 0.60  # 1/s
ROLL_KEPT = 0.970446  # exp(-ROLL * DT)
GRASS = 0.25  # m/s², what stops a slow ball
AIR = 0.018  # 1/m
GRAVITY = 9.81  # m/s²
BOUNCE = 0.58  # vertical speed kept
SKID = 0.66  # horizontal speed kept at a bounce: a sliding ball that grips keeps 5/7, one with backspin less
DEAD_BOUNCE = 0.9  # m/s, below this the ball stays down
FRAME_KEPT = 0.55  # speed kept off post and bar
FEET = 0.45  # m ahead of his body's centre a man keeps the ball
HANDS = 1.1  # m, height of a ball held


@kernel
def roll(match: Match) -> None:
    """Advance the ball one tick: with its carrier, or free."""
    ball = match.ball
    ball.was_x = ball.x
    ball.was_y = ball.y
    ball.was_z = ball.z
    if ball.carrier >= 0:
        _carried(match)
        return
    if match.dead.kind != 0:
        return
    if ball.z > BALL_RADIUS + 0.001 or ball.vz != 0.0:
        _fly(match)
    else:
        ball.vx *= ROLL_KEPT
        ball.vy *= ROLL_KEPT
        speed = math.sqrt(ball.vx * ball.vx + ball.vy * ball.vy)
        slow = GRASS * DT
        if speed <= slow:
            ball.vx = 0.0
            ball.vy = 0.0
        else:
            ball.vx -= ball.vx / speed * slow
            ball.vy -= ball.vy / speed * slow
    ball.x += ball.vx * DT
    ball.y += ball.vy * DT
    _frame(match)


@kernel
def _carried(match: Match) -> None:
    """The ball goes where its carrier goes: in his hands, or ahead of his feet, further the faster he runs."""
    ball = match.ball
    player = match.players[ball.carrier]
    speed = math.sqrt(player.vx * player.vx + player.vy * player.vy)
    ball.vx = player.vx
    ball.vy = player.vy
    ball.vz = 0.0
    if ball.held == 1:
        ball.x = player.x
        ball.y = player.y
        ball.z = HANDS
        return
    ball.z = BALL_RADIUS
    ball.stride += speed * DT
    if speed > 0.5:
        # a touch every stride or so: the ball runs ahead and he catches it up
        lead = FEET + 0.09 * speed * (ball.stride - math.floor(ball.stride / 3.0) * 3.0) / 3.0
        to_x = player.x + player.vx / speed * lead
        to_y = player.y + player.vy / speed * lead
        step_x = to_x - ball.x
        step_y = to_y - ball.y
        gap = math.sqrt(step_x * step_x + step_y * step_y)
        most = (speed + 4.0) * DT
        if gap > most:
            step_x *= most / gap
            step_y *= most / gap
        ball.x += step_x
        ball.y += step_y
    else:
        dx = ball.x - player.x
        dy = ball.y - player.y
        gap = math.sqrt(dx * dx + dy * dy)
        if gap > FEET:
            ball.x = player.x + dx / gap * FEET
            ball.y = player.y + dy / gap * FEET


@kernel
def _fly(match: Match) -> None:
    """Gravity, drag and the bounce, for one tick; x and y are moved by `roll`."""
    ball = match.ball
    speed = math.sqrt(ball.vx * ball.vx + ball.vy * ball.vy + ball.vz * ball.vz)
    drag = AIR * speed * DT
    ball.vx -= ball.vx * drag
    ball.vy -= ball.vy * drag
    ball.vz -= ball.vz * drag + GRAVITY * DT
    ball.z += ball.vz * DT
    if ball.z <= BALL_RADIUS and ball.vz < 0.0:
        ball.z = BALL_RADIUS
        ball.vx *= SKID
        ball.vy *= SKID
        if ball.vz > -DEAD_BOUNCE:
            ball.vz = 0.0
        else:
            ball.vz = -ball.vz * BOUNCE
            ball.z += 0.002


@kernel
def _frame(match: Match) -> None:
    """Rebound off posts and bar where the ball's path crosses the goal line's plane."""
    ball = match.ball
    side = 1.0 if ball.x > 0.0 else -1.0
    if ball.x * side < HALF_LENGTH or ball.was_x * side >= HALF_LENGTH:
        return
    part = (HALF_LENGTH * side - ball.was_x) / (ball.x - ball.was_x)
    y = ball.was_y + part * (ball.y - ball.was_y)
    z = ball.was_z + part * (ball.z - ball.was_z)
    thick = POST + BALL_RADIUS
    off_post = abs(y) - GOAL_HALF - POST
    off_bar = z - GOAL_HEIGHT - POST
    if -thick < off_post < thick and z < GOAL_HEIGHT + thick:
        out = 1.0 if y > 0.0 else -1.0
        ball.vy = FRAME_KEPT * ball.vy + out * off_post / thick * abs(ball.vx) * 0.6
    elif abs(y) < GOAL_HALF and -thick < off_bar < thick:
        ball.vz = FRAME_KEPT * ball.vz + off_bar / thick * abs(ball.vx) * 0.6
    else:
        return
    ball.vx *= -FRAME_KEPT
    ball.x = side * (HALF_LENGTH - 0.02)
    ball.y = y
    ball.z = max(z, BALL_RADIUS)
    ball.saved = 1
    ball.struck_frame = match.tick
