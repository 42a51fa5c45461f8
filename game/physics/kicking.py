"""Kicks: how a wanted kick leaves the foot (or head), and how far it errs."""

from __future__ import annotations

import math

from game import chance
from game.chance import Why
from game.events import Action, Bodypart, Result, jot
from game.intent import Intent
from game.kernel import kernel
from game.physics.pressing import pressure
from game.pitch import BALL_RADIUS, GOAL_HALF, GOAL_HEIGHT, HALF_LENGTH, THROWN_FROM, length, within
from game.state import SIDE, Match, Notes, Restart, Setup
from game.value.shots import HEAD, xg
from game.value.space import flight_lift, flight_speed

POWER_ERROR = 0.10  # share of the speed
LIES_STILL = 0.35  # of a shot's error in height left in a free kick
FULL_LIFT = 18.0  # m from goal from where a shot errs in height as much as told
FULL_SWING, SWINGS = 41.0, 6.0  # m from where a long ball errs more and how much doubles it: not a keeper's
CROSSED = 2.2  # times the error of other balls in the air: swung round a man, as a rule on the run
IN_HASTE, STRUCK_FROM = 8.0, 16.5  # m from goal up to which a shot is placed in haste, and from where it is struck
TAPPED_IN = 0.35  # of that error left on the goal line itself: nobody is in haste over a tap-in
LIFTS_ON = 1.4  # times the error in height at FULL_LIFT that it grows to further out
SPOT_KICK = 0.21  # share of a shot's error left in a kick from the penalty mark
PRESSED = 2.2  # how much a rival at the heels multiplies the error by, less one
TURNED = 0.8  # the same for a ball played against the way he faces
FIRST_TIME = 0.6  # the same for a ball played without a touch
HEADED = 0.5  # the same for a header
TIRED = 0.4  # the same for empty lungs
AGAIN = 8  # ticks before the kicker may touch the ball again
HEADER_POWER = 17.0  # m/s, a header at goal …
HEADED_DOWN = 1.3  # m lower than he meets it it arrives …
HEADED_TO = 3.0  # m from the middle, as it is meant: it is slow enough for a keeper to get across to
HEAD_POWER = 19.0  # m/s, the most a header gives


@kernel
def strike(match: Match, setup: Setup, notes: Notes, slot: int, header: int, first_time: int) -> None:
    """Play the ball as `slot` wants it, with his error."""
    player = match.players[slot]
    want = player.want
    ball = match.ball
    man = setup.squads[slot // 11, player.man]
    shot = want.kind == Intent.SHOOT
    lofted = want.lift > 1.0
    dx = want.x - ball.x
    dy = want.y - ball.y
    far = math.sqrt(dx * dx + dy * dy) + 1e-6
    ux = dx / far
    uy = dy / far
    skill = man.heading if header == 1 else man.finishing if shot else man.passing
    error = setup.play.shot_error if shot else setup.play.lob_error if lofted else setup.play.pass_error
    error *= (1.5 - skill) * setup.sheets[slot // 11].strength * _awkward(match, slot, ux, uy, header, first_time)
    if want.kind == Intent.CROSS:
        error *= CROSSED
    if lofted and not shot and slot % SIDE != 0:
        error *= 1.0 + max(far - FULL_SWING, 0.0) / SWINGS
    spot = shot and match.dead.kind >= Restart.PENALTY
    if shot:
        error *= 1.0 - (1.0 - setup.play.struck) * within((far - IN_HASTE) / (STRUCK_FROM - IN_HASTE), 0.0, 1.0)
        error *= min(TAPPED_IN + (1.0 - TAPPED_IN) * far / IN_HASTE, 1.0)
        error *= min(math.sqrt(STRUCK_FROM / far), 1.0)
    if spot:
        error *= SPOT_KICK
    seed = match.seed
    tick = match.tick
    side = error * chance.bell(seed, tick, slot, Why.KICK_SIDE)
    norm = math.sqrt(1.0 + side * side)
    power = want.power * (1.0 + POWER_ERROR * (1.5 if lofted else 1.0) * chance.bell(seed, tick, slot, Why.KICK_POWER))
    lift = want.lift
    if shot:
        lift += (
            setup.play.lift_error
            * (SPOT_KICK if spot else LIES_STILL if match.dead.kind == Restart.DIRECT else 1.0)
            * (1.5 - skill)
            * min(far / FULL_LIFT, LIFTS_ON)
            * chance.bell(seed, tick, slot, Why.KICK_LIFT)
        )
        lift = max(lift, 0.0)
    if header == 1:
        power = min(power, HEAD_POWER)
    _let_go(match, notes, slot, header)
    if match.dead.kind == Restart.THROW_IN:
        ball.z = THROWN_FROM
    ball.vx = power * (ux - uy * side) / norm
    ball.vy = power * (uy + ux * side) / norm
    ball.vz = lift
    ball.aimed = want.mate
    ball.shot = 1 if shot else 0
    ball.keeper_barred = 1 - header
    _record(match, notes, slot, header)
    want.kind = Intent.HOLD
    want.x = player.x
    want.y = player.y
    player.think_at = tick + 2


@kernel
def _awkward(match: Match, slot: int, ux: float, uy: float, header: int, first_time: int) -> float:
    """By how much pressure, body, tiredness and haste multiply the error of a kick towards (ux, uy)."""
    player = match.players[slot]
    factor = 1.0 + PRESSED * pressure(match, slot) * (1 - match.ball.held)
    speed = math.sqrt(player.vx * player.vx + player.vy * player.vy)
    if speed > 1.0:
        facing = (player.vx * ux + player.vy * uy) / speed
        factor += TURNED * 0.5 * (1.0 - facing) * min(speed / 5.0, 1.0)
    if header == 1:
        factor += HEADED
    elif first_time == 1:
        factor += FIRST_TIME
    return factor + TIRED * (1.0 - player.breath)


@kernel
def _let_go(match: Match, notes: Notes, slot: int, header: int) -> None:
    """The ball is free; who played it, when."""
    ball = match.ball
    if ball.carrier == slot and match.flight.action == Action.DRIBBLE:
        end_flight(match, notes, Result.SUCCESS, ball.x, ball.y)
    ball.carrier = -1
    ball.held = 0
    ball.last = slot
    ball.kicker = slot
    ball.kicked = match.tick
    ball.saved = 0
    if header == 0:
        ball.z = max(ball.z, BALL_RADIUS)
    match.players[slot].touch_at = match.tick + AGAIN
    match.having = slot // 11


@kernel
def _record(match: Match, notes: Notes, slot: int, header: int) -> None:
    """Begin the flight of a pass, cross, clearance or shot, and count it."""
    want = match.players[slot].want
    team = match.teams[slot // 11]
    ball = match.ball
    flight = match.flight
    restart = match.dead.kind
    flight.action = _named(want.kind, restart, want.lift)
    flight.slot = slot
    flight.bodypart = Bodypart.HEAD if header == 1 else Bodypart.FOOT
    flight.x = ball.x
    flight.y = ball.y
    flight.tick = match.tick
    flight.aim_x = want.x
    flight.aim_y = want.y
    flight.worth = want.p
    if header == 1:
        team.headers += 1
    if want.kind == Intent.SHOOT:
        sign = team.attacks
        worth = xg(ball.x * sign, ball.y * sign) * (HEAD if header == 1 else 1.0)
        if flight.action == Action.SHOT_PENALTY:
            worth = 0.76
        flight.worth = worth
        if restart != 9:
            team.shots += 1
            team.xg += worth
            if match.tick - team.won_at < 300 and ball.x * sign - team.won_x > 25.0 and restart == 0:
                team.counter_shots += 1
    elif want.kind == Intent.CLEAR:
        team.clearances += 1
    elif restart == 0:
        team.passes += 1
        if want.kind == Intent.CROSS:
            team.crosses += 1
        if length(want.x - ball.x, want.y - ball.y) >= 30.0:
            team.long_passes += 1


@kernel
def _named(kind: int, restart: int, lift: float) -> int:
    """SPADL's word for a kick of this kind from this restart."""
    if kind == Intent.SHOOT:
        return Action.SHOT if restart == 0 else Action.SHOT_PENALTY if restart >= 7 else Action.SHOT_FREEKICK
    if restart == 2:
        return Action.THROW_IN
    if restart == 3:
        return Action.GOALKICK
    if restart == 4:
        return Action.CORNER_CROSSED if lift > 1.0 else Action.CORNER_SHORT
    if restart == 5 or restart == 6:
        return Action.FREEKICK_CROSSED if kind == Intent.CROSS else Action.FREEKICK_SHORT
    if kind == Intent.CLEAR:
        return Action.CLEARANCE
    if kind == Intent.CROSS:
        return Action.CROSS
    return Action.PASS


@kernel
def end_flight(match: Match, notes: Notes, result: int, x: float, y: float) -> None:
    """Write the action under way as an event ending at (x, y)."""
    flight = match.flight
    if flight.action < 0:
        return
    slot = flight.slot
    action = flight.action
    jot(match, notes, slot, action, result, flight.bodypart, flight.x, flight.y, x, y, flight.worth)
    if result == Result.SUCCESS and (action == Action.PASS or action == Action.CROSS):
        match.teams[slot // 11].completed += 1
    flight.action = -1


@kernel
def heading_goalwards(match: Match, side: int) -> bool:
    """Whether the free ball is on its way into the goal at end `side` (±1) within two seconds, by ground or air."""
    ball = match.ball
    if ball.vx * side <= 1.0:
        return False
    seconds = (HALF_LENGTH * side - ball.x) / ball.vx
    if seconds > 2.0:
        return False
    y = ball.y + ball.vy * seconds
    z = ball.z + ball.vz * seconds - 4.9 * seconds * seconds
    return abs(y) < GOAL_HALF + BALL_RADIUS and z < GOAL_HEIGHT + BALL_RADIUS


@kernel
def header_lift(far: float) -> float:
    """Upward speed (m/s) of a header at goal from `far` m, to arrive low."""
    return flight_lift(far, flight_speed(far, HEADER_POWER), -HEADED_DOWN)
