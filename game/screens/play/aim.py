"""A kick by hand: the mate or corner meant by the direction held, and a kick his foot could have chosen itself.

Speeds, flights and leads are those the brain uses (game/brain/on_ball.py), so a kick by hand is as plausible.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from game.intent import Intent
from game.pitch import HALF_LENGTH, HALF_WIDTH, within
from game.state import NOBODY, SIDE, Match, Player, Restart
from game.value.space import flight_speed, flight_time, pass_speed

ARRIVE = 7.0  # m/s, how a ground pass reaches its man
CONE = 0.6  # cosine of the widest angle (53°) at which a mate counts as meant
NEAR, FAR = 3.0, 58.0  # m a pass may go
AHEAD = 9.0  # m in front of a mate a through-ball is played
LOFT_FROM = 12.0  # m, below it nobody lifts a ball to a mate
SHOT_POWER = 25.5  # m/s at the foot
HARDEST = 32.0  # m/s, no foot strikes a long ball harder
CORNER = 2.7  # m from the middle of the goal
OFF = 30.0  # m a ball goes that is played into space
THROW_POWER, THROW_LIFT = 11.5, 2.4  # m/s from the hands, as the brain throws
IN_THE_WAY = 1.6  # m beside the line of a ground pass where a rival has it


@dataclass(frozen=True)
class Kick:
    """One kick: kind, target (pitch m), speed and lift (m/s), and who it is for."""

    kind: Intent
    x: float
    y: float
    power: float
    lift: float
    mate: int = NOBODY


def aim(match: Match, slot: int, kind: Intent, way: tuple[float, float] | None) -> Kick:
    """The kick `slot` would play when `way` is held; ahead of him when nothing is."""
    return _as_allowed(match, _free(match, slot, _kind_allowed(match, kind), way))


def _kind_allowed(match: Match, kind: Intent) -> Intent:
    """A penalty is shot; only a direct free kick may be shot besides."""
    if match.dead.kind in (Restart.PENALTY, Restart.SHOOT_OUT):
        return Intent.SHOOT
    return Intent.LOB if kind is Intent.SHOOT and match.dead.kind not in (Restart.NONE, Restart.DIRECT) else kind


def _as_allowed(match: Match, kick: Kick) -> Kick:
    """A throw is a throw, and a lob from the corner a cross."""
    if match.dead.kind == Restart.THROW_IN:
        return replace(kick, power=min(kick.power, THROW_POWER), lift=THROW_LIFT)
    if match.dead.kind == Restart.CORNER and kick.kind is Intent.LOB:
        return replace(kick, kind=Intent.CROSS)
    return kick


def _free(match: Match, slot: int, kind: Intent, way: tuple[float, float] | None) -> Kick:
    """The kick as it would be in open play."""
    attacks = int(match.teams[slot // SIDE].attacks)
    if kind is Intent.SHOOT:
        return _shot(match, slot, way, attacks)
    looks = way or _facing(match.players[slot], attacks)
    mate = _meant(match, slot, looks, ground=kind is not Intent.LOB, wide=way is None)
    if mate == NOBODY:
        return _into_space(match, looks, kind)
    if kind is Intent.LOB:
        return _lob(match, mate)
    return _ground(match, mate, kind, attacks)


def _facing(player: Player, attacks: int) -> tuple[float, float]:
    """Where he runs; upfield when he stands."""
    speed = math.hypot(player.vx, player.vy)
    return (float(player.vx) / speed, float(player.vy) / speed) if speed > 1.0 else (float(attacks), 0.0)


def _meant(match: Match, slot: int, way: tuple[float, float], *, ground: bool, wide: bool) -> int:
    """The mate in the cone of `way` best in line, near and free; NOBODY when the cone is empty."""
    ball, best, worth = match.ball, NOBODY, -math.inf
    first = slot // SIDE * SIDE
    for mate in range(first, first + SIDE):
        player = match.players[mate]
        if mate == slot or not player.on:
            continue
        dx, dy = float(player.x - ball.x), float(player.y - ball.y)
        far = math.hypot(dx, dy)
        line = (dx * way[0] + dy * way[1]) / max(far, 0.01)
        if not NEAR < far < FAR or line < (0.0 if wide else CONE):
            continue
        blocked = ground and _blocked(match, slot, dx, dy)
        value = 3.0 * line - far / 30.0 - (0.8 if blocked else 0.0)
        if value > worth:
            best, worth = mate, value
    return best


def _blocked(match: Match, slot: int, dx: float, dy: float) -> bool:
    """Whether a rival stands on the way (dx, dy) from the ball."""
    far, ball = math.hypot(dx, dy), match.ball
    first = SIDE - slot // SIDE * SIDE
    for rival in range(first, first + SIDE):
        player = match.players[rival]
        rx, ry = float(player.x - ball.x), float(player.y - ball.y)
        along = (rx * dx + ry * dy) / far
        if player.on and 0.5 < along < far and abs(rx * dy - ry * dx) / far < IN_THE_WAY:
            return True
    return False


def _ground(match: Match, mate: int, kind: Intent, attacks: int) -> Kick:
    """To feet, led by his run; a through-ball into the space ahead of him."""
    ball, player = match.ball, match.players[mate]
    far = math.hypot(player.x - ball.x, player.y - ball.y)
    lead = 0.5 if kind is Intent.THROUGH else 0.8 * far / 11.0
    x = float(player.x + player.vx * lead) + (AHEAD * attacks if kind is Intent.THROUGH else 0.0)
    x, y = _inside(x, float(player.y + player.vy * lead))
    reach = math.hypot(x - ball.x, y - ball.y)
    arrive = ARRIVE - 2.0 if kind is Intent.THROUGH else ARRIVE
    return Kick(kind, x, y, float(pass_speed(reach, arrive)), 0.0, mate)


def _lob(match: Match, mate: int) -> Kick:
    """Through the air, to where he will be; a near mate gets it lifted gently."""
    ball, player = match.ball, match.players[mate]
    seconds = float(flight_time(math.hypot(player.x - ball.x, player.y - ball.y)))
    x, y = _inside(float(player.x + player.vx * seconds * 0.8), float(player.y + player.vy * seconds * 0.8))
    return _lofted(match, x, y, mate)


def _lofted(match: Match, x: float, y: float, mate: int) -> Kick:
    far = max(math.hypot(x - match.ball.x, y - match.ball.y), LOFT_FROM)
    seconds = float(flight_time(far))
    lift = 4.905 * seconds * 1.06 + 1.2 / seconds
    return Kick(Intent.LOB, x, y, min(float(flight_speed(far, seconds)), HARDEST), lift, mate)


def _into_space(match: Match, way: tuple[float, float], kind: Intent) -> Kick:
    """Nobody stands there: the ball goes there all the same."""
    x, y = _inside(float(match.ball.x) + OFF * way[0], float(match.ball.y) + OFF * way[1])
    if kind is Intent.LOB:
        return _lofted(match, x, y, NOBODY)
    reach = math.hypot(x - match.ball.x, y - match.ball.y)
    return Kick(kind, x, y, float(pass_speed(reach, ARRIVE - 3.0)), 0.0)


def _shot(match: Match, slot: int, way: tuple[float, float] | None, attacks: int) -> Kick:
    """At the far corner, or the one the direction held points to."""
    ball = match.ball
    keeper = match.players[SIDE - slot // SIDE * SIDE]
    far_side = -1.0 if keeper.y > ball.y * 0.25 else 1.0
    side = math.copysign(1.0, way[1]) if way is not None and abs(way[1]) > 0.3 else far_side
    far = math.hypot(HALF_LENGTH * attacks - ball.x, CORNER * side - ball.y)
    seconds = max(far, 1.0) / SHOT_POWER
    lift = (0.4 + 0.8 * min(far / 20.0, 1.0)) / seconds + 4.905 * seconds
    return Kick(Intent.SHOOT, HALF_LENGTH * attacks, CORNER * side, SHOT_POWER, min(lift, 9.0))


def _inside(x: float, y: float) -> tuple[float, float]:
    """The nearest spot a metre inside the lines."""
    return within(x, 1.0 - HALF_LENGTH, HALF_LENGTH - 1.0), within(y, 1.0 - HALF_WIDTH, HALF_WIDTH - 1.0)
