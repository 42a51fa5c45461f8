"""Meeting a free ball: when and where each man can first get to it."""

from __future__ import annotations

import math

from game.kernel import kernel
from game.physics.ball import SKID
from game.physics.stamina import top_now
from game.pitch import on_pitch
from game.state import Match, Setup
from game.value.space import time_to_reach

STEPS = 16
LOOK = (0.05, 0.15, 0.25, 0.35, 0.5, 0.65, 0.8, 1.0, 1.3, 1.6, 2.0, 2.4, 2.9, 3.5, 4.2, 5.0)  # s ahead
STRIDE = 0.6  # m from his middle at which a man comfortably plays the ball
REACTION = 0.12  # s
PLAYABLE = 2.3  # m, highest ball an outfield man plays
FAR = 9.0  # s, said of those who never meet it


@kernel
def meet(match: Match, setup: Setup) -> None:
    """Write `meet`, `meet_x`, `meet_y` of every man for the ball as it now flies or rolls."""
    for i in range(22):
        match.players[i].meet = FAR
    ball = match.ball
    x = ball.x
    y = ball.y
    z = ball.z
    vx = ball.vx
    vy = ball.vy
    vz = ball.vz
    before = 0.0
    for step in range(STEPS):
        ahead = LOOK[step]
        dt = ahead - before
        before = ahead
        if z > 0.12 or vz > 0.0:
            x += vx * dt
            y += vy * dt
            z += vz * dt - 4.9 * dt * dt
            vz -= 9.81 * dt
            vx *= 1.0 - 0.25 * dt
            vy *= 1.0 - 0.25 * dt
            if z <= 0.11:
                z = 0.11
                vz = -0.5 * vz if vz < -2.0 else 0.0
                vx *= SKID
                vy *= SKID
        else:
            kept = 1.0 / (1.0 + 0.6 * dt + 0.18 * dt * dt)
            x += vx * dt * (0.5 + 0.5 * kept)
            y += vy * dt * (0.5 + 0.5 * kept)
            vx *= kept
            vy *= kept
        if z <= PLAYABLE:
            _who(match, setup, x, y, ahead)
        if not on_pitch(x, y):
            break
    for i in range(22):
        player = match.players[i]
        if player.meet == FAR:
            player.meet_x = x
            player.meet_y = y


@kernel
def _who(match: Match, setup: Setup, x: float, y: float, ahead: float) -> None:
    """Note for everyone who can be at (x, y) in `ahead` seconds, and could not be anywhere sooner."""
    for i in range(22):
        player = match.players[i]
        if player.on == 0 or player.meet < FAR:
            continue
        dx = x - player.x
        dy = y - player.y
        most = 1.0 + 9.0 * ahead
        if dx * dx + dy * dy > most * most:
            continue
        top = top_now(player, setup.squads[i // 11, player.man])
        gap = math.sqrt(dx * dx + dy * dy)
        left = max(gap - STRIDE, 0.0) / (gap + 1e-6)
        to_x = player.x + dx * left
        to_y = player.y + dy * left
        need = REACTION + time_to_reach(player.x, player.y, player.vx, player.vy, top, to_x, to_y)
        if need <= ahead + 0.18:
            player.meet = max(ahead, need)
            player.meet_x = x
            player.meet_y = y
