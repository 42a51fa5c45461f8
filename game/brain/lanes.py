"""Ways for the ball: how likely a pass gets there, along the ground or through the air."""

from __future__ import annotations

import math

from game.kernel import kernel
from game.parameters import Parameters
from game.state import Sight
from game.value.space import EARLY, STARTS, ball_time, smooth, steep, time_to_reach

RIVAL_REACTION = 0.30  # s
IN_THE_WAY = 0.75  # m beside the ball's way at which it strikes his body
PESSIMISM_BODY = 0.25  # s, a body in the way is as good as a man that much too early
STRETCH = 0.9  # m a rival reaches beside himself
WIDTH = 0.22  # s, how fast a margin turns into certainty
GROUND_SURE = 0.992  # the best a ground pass can be
AIR_SURE = 0.90
CHARGED_TO = 4.0  # m in front of the kicker within which a lofted ball is still low enough to be charged down
CHARGED_BESIDE = 1.4  # m beside its way from where it is not
CHARGED = 0.92  # share of its chance lost with a man right in the way


@kernel
def worst_margin(sight: Sight, bx: float, by: float, tx: float, ty: float, speed: float, far: float) -> float:
    """Seconds by which the best placed rival is too late for a ground ball (bx, by) → (tx, ty); below 0 he gets it."""
    ux = (tx - bx) / far
    uy = (ty - by) / far
    worst = 3.0
    for j in range(11, 22):
        rx = sight.x[j] - bx
        ry = sight.y[j] - by
        along = rx * ux + ry * uy
        across = ry * ux - rx * uy
        if along < -1.5 or along > far + 9.0 or across > 13.0 or across < -13.0 or sight.on[j] == 0:
            continue
        at = min(max(along, 0.8), far)
        gap = math.sqrt((along - at) * (along - at) + across * across)
        off = max(gap - STRETCH, 0.0)
        towards = 0.0
        if gap > 0.1:
            vx = sight.vx[j]
            vy = sight.vy[j]
            towards = -((vx * ux + vy * uy) * (along - at) + (vy * ux - vx * uy) * across) / gap
        top = sight.top[j]
        needs = RIVAL_REACTION + off / top + (top - towards) / STARTS * off / (off + EARLY)
        if -IN_THE_WAY < across < IN_THE_WAY and 0.2 < along < far:
            needs = -PESSIMISM_BODY
        margin = needs - ball_time(speed, at)
        if margin < worst:
            worst = margin
        if at < far:
            dx = sight.x[j] - tx
            dy = sight.y[j] - ty
            if dx * dx + dy * dy < 100.0:
                needs = RIVAL_REACTION + time_to_reach(sight.x[j], sight.y[j], sight.vx[j], sight.vy[j], top, tx, ty)
                margin = needs - ball_time(speed, far)
                if margin < worst:
                    worst = margin
    return worst


@kernel
def ground_p(
    play: Parameters, sight: Sight, bx: float, by: float, mate: int, tx: float, ty: float, speed: float
) -> float:
    """Chance that a ground ball from (bx, by) at `speed` reaches `mate` at (tx, ty)."""
    far = math.sqrt((tx - bx) * (tx - bx) + (ty - by) * (ty - by)) + 0.01
    seconds = ball_time(speed, far)
    if seconds > 6.0:
        return 0.0
    mine = time_to_reach(sight.x[mate], sight.y[mate], sight.vx[mate], sight.vy[mate], sight.top[mate], tx, ty)
    there = smooth(seconds + 0.55 - mine, 0.25)
    if there < 0.12:
        return 0.0
    margin = worst_margin(sight, bx, by, tx, ty, speed, far)
    return GROUND_SURE * steep(margin - play.pass_pessimism, WIDTH) * there * max(1.0 - play.mishit * far, 0.3)


@kernel
def air_p(sight: Sight, mate: int, tx: float, ty: float, seconds: float, far: float) -> float:
    """Chance that a ball in the air for `seconds` to (tx, ty) is `mate`'s."""
    mine = time_to_reach(sight.x[mate], sight.y[mate], sight.vx[mate], sight.vy[mate], sight.top[mate], tx, ty)
    there = smooth(seconds + 0.35 - mine, 0.3)
    if there < 0.12:
        return 0.0
    first = 9.0
    for j in range(11, 22):
        dx = sight.x[j] - tx
        dy = sight.y[j] - ty
        if dx * dx + dy * dy > 400.0 or sight.on[j] == 0:
            continue
        needs = time_to_reach(sight.x[j], sight.y[j], sight.vx[j], sight.vy[j], sight.top[j], tx, ty)
        if needs < first:
            first = needs
    margin = max(first, seconds - 0.2) - max(mine, seconds)
    return AIR_SURE * (0.12 + 0.88 * smooth(margin - 0.25, 0.5)) * there * max(1.0 - 0.008 * far, 0.4)


@kernel
def over_them(sight: Sight, bx: float, by: float, tx: float, ty: float) -> float:
    """Share of its chance a lofted ball (bx, by) → (tx, ty) keeps: men right before the kicker charge it down."""
    dx = tx - bx
    dy = ty - by
    far = math.sqrt(dx * dx + dy * dy) + 0.01
    share = 1.0
    for j in range(12, 22):
        rx = sight.x[j] - bx
        ry = sight.y[j] - by
        if rx * rx + ry * ry > CHARGED_TO * CHARGED_TO or sight.on[j] == 0:
            continue
        along = (rx * dx + ry * dy) / far
        beside = abs(ry * dx - rx * dy) / far
        if along > 0.1 and beside < CHARGED_BESIDE:
            clear = beside / CHARGED_BESIDE
            share *= 1.0 - CHARGED * (1.0 - clear * clear) * min(2.0 - 2.0 * along / CHARGED_TO, 1.0)
    return share
