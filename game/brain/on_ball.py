"""On the ball: every option at every decision, weighed by his stakes.

value = score · p · threat after − concede · (1 − p) · danger where it is lost − (score + concede) · (1 − p) · h
"""

from __future__ import annotations

import math

from game.brain.carrying import lasts, weigh_carries, weigh_shield
from game.brain.lanes import air_p, ground_p, over_them
from game.brain.options import OWN_LINE, floored, lean, put_valued
from game.brain.safety import GOALS_A_SECOND, weigh_clearing, weigh_flag
from game.brain.shooting import eager, weigh_shot
from game.intent import Intent
from game.kernel import kernel
from game.parameters import Parameters
from game.physics.pressing import pressure
from game.pitch import BOX_HALF, BOX_LINE, HALF_LENGTH, HALF_WIDTH, length, within
from game.state import Match, Notes, Player, Setup, Sight
from game.value.shots import HEAD, xg
from game.value.space import (
    flight_lift,
    flight_speed,
    flight_time,
    pass_speed,
    smooth,
    time_to_reach,
)
from game.value.threat import chance, danger

ARRIVE = 7.0  # m/s, how a ground pass reaches its man
OWN_BOX = 15.0  # m from his own goal line within which nobody passes square or backwards
LONGEST, SET_UP = 46.0, 70.0  # m a ball is lofted to a man from play, and one that lies still or is the keeper's
SETTLES = 0.6  # s a man who gets a pass needs until he can go on
SPOILT = 0.12  # share of a pass's chance lost with a rival at his heels
CALLED = 0.002  # goals by which a pass to a man who calls for it looks better
STAYS = 0.75  # of the chance he has now is left once he has taken the ball down
CLOSES = 12.0  # m from the ball beyond which no rival can be upon him when he has it
HEADED_FROM = 1.15  # m, a ball met higher is headed
HEADER_REACH = 16.0  # m a pass is headed
CROSS_AT = 2.0  # m high where it is meant to be met: to a head
LOW_CROSS, LOW_CROSS_AT = 17.0, 0.6  # m; a cross no longer than that is driven in low, to a foot
LOB_AT = 1.6  # m, the same
CROSS_LEAD = 1.0  # m before him it is played
LOB_LEAD = 1.5  # m, the same
BLOCKED_CROSS = 0.7  # of its worth left in a cross the man in front gets a foot to: a corner or a throw, as a rule
COMING_PAST = 1.6  # s of his run by which a mate further back may be played in: a one-two, a man from the second line
AHEAD = 8.0  # m in front of a mate a through-ball is played
UPFIELD = 1.5  # m/s at which a possession gains ground: what is given up takes as long to win back


@kernel
def weigh_on_ball(match: Match, setup: Setup, notes: Notes, slot: int, first_time: int) -> None:
    """Write every option of the man on the ball; `first_time` = 1 for one who is about to meet it."""
    sight = notes.sight[slot // 11]
    player = match.players[slot]
    me = slot % 11
    play = setup.play
    score = floored(player.score, player.concede, play.on_ball_floor)
    concede = floored(player.concede, player.score, play.on_ball_floor)
    pressed = pressure(match, slot)
    bx = sight.ball_x
    by = sight.ball_y
    if first_time == 1:
        sign = match.teams[slot // 11].attacks
        bx = player.meet_x * sign
        by = player.meet_y * sign
        pressed = max(pressed, _closed_down(play, sight, bx, by, player.meet))
    high = first_time == 1 and _height_at(match.ball.z, match.ball.vz, player.meet) > HEADED_FROM
    hope = play.shot_hope * eager(match, slot)
    weigh_shot(notes, play, sight, player, bx, by, pressed, score, concede, hope, first_time, high)
    here = chance(play, sight, bx, by, 0.0)
    lost = danger(play, sight, bx, by, -1)
    longest = SET_UP if match.dead.kind != 0 or me == 0 else LONGEST
    for k in range(11):
        if k != me and sight.on[k] == 1:
            first = notes.weighed
            _passes(notes, play, sight, k, bx, by, longest, pressed, score, concede, first_time, high)
            if match.players[slot - me + k].calls_until > match.tick:
                for n in range(first, notes.weighed):
                    notes.options[n].value += CALLED
    if first_time == 1:
        sure = 0.985 - play.spoilt * pressed - (0.65 if high else 0.0)
        put_valued(notes, play, Intent.CONTROL, -1, bx, by, 0.0, 0.0, sure, STAYS * here, lost, score, concede)
    elif match.ball.held == 0:
        weigh_carries(notes, play, sight, slot % 11, bx, by, here, score, concede)
        weigh_shield(notes, play, sight, bx, by, pressed, here, lost, score, concede)
        weigh_flag(notes, play, sight, bx, by, pressed, lost, score, concede, player.score)
    weigh_clearing(notes, play, sight, me, bx, by, pressed, score, concede)
    _mind_the_clock(notes, player, bx)


@kernel
def _mind_the_clock(notes: Notes, player: Player, bx: float) -> None:
    """Ground is time: who needs a goal has none to go back for, who protects a lead is glad of it."""
    metre = lean(player) * GOALS_A_SECOND / UPFIELD
    for n in range(notes.weighed):
        option = notes.options[n]
        if option.kind != Intent.SHOOT and option.kind != Intent.SHIELD:
            option.value += metre * option.p * (option.x - bx)


@kernel
def _closed_down(play: Parameters, sight: Sight, x: float, y: float, meets: float) -> float:
    """0 … 1: whether a rival will be upon him where he `meets` the ball in so many seconds, or right after."""
    first = 9.0
    for j in range(11, 22):
        if sight.on[j] == 1 and abs(sight.x[j] - x) < CLOSES and abs(sight.y[j] - y) < CLOSES:
            needs = time_to_reach(sight.x[j], sight.y[j], sight.vx[j], sight.vy[j], sight.top[j], x, y)
            first = min(first, needs)
    return smooth(play.closing - (first - meets), 0.25)


@kernel
def _height_at(z: float, vz: float, seconds: float) -> float:
    """How high (m) a ball now at `z` will be in `seconds`, the bounce left out."""
    return max(z + vz * seconds - 4.905 * seconds * seconds, 0.0)


@kernel
def _passes(
    notes: Notes,
    play: Parameters,
    sight: Sight,
    k: int,
    bx: float,
    by: float,
    longest: float,
    pressed: float,
    score: float,
    concede: float,
    first_time: int,
    high: bool,
) -> None:
    """Passes to mate `k`: to feet, into space ahead of him, through the air, as a cross."""
    mx = sight.x[k]
    my = sight.y[k]
    dx = mx - bx
    dy = my - by
    far = math.sqrt(dx * dx + dy * dy)
    if far < play.shortest or far > longest:
        return
    if (k == 0 and mx < -HALF_LENGTH + OWN_LINE) or (bx < -HALF_LENGTH + OWN_BOX and mx < bx + 2.0):
        return
    offside = mx > sight.offside_x + play.misjudged and mx > bx
    if high and far > HEADER_REACH:
        return
    spoil = (0.55 * play.first_time if high else play.first_time if first_time == 1 else 1.0) * (1.0 - SPOILT * pressed)
    if far < 42.0 and not offside:
        seconds = 0.8 * far / 11.0
        tx = within(mx + sight.vx[k] * seconds, -HALF_LENGTH + 1.0, HALF_LENGTH - 1.0)
        ty = within(my + sight.vy[k] * seconds, -HALF_WIDTH + 1.0, HALF_WIDTH - 1.0)
        reach = length(tx - bx, ty - by) + 0.01
        _ground(notes, play, sight, Intent.PASS, k, bx, by, tx, ty, reach, spoil, score, concede)
        if not high and mx > bx - 6.0 - COMING_PAST * max(sight.vx[k], 0.0) and k > 0 and mx < HALF_LENGTH - 8.0:
            tx = min(mx + AHEAD + 0.5 * sight.vx[k], HALF_LENGTH - 4.0)
            ty = within(my * 0.92 + 0.5 * sight.vy[k], -HALF_WIDTH + 2.0, HALF_WIDTH - 2.0)
            reach = length(tx - bx, ty - by) + 0.01
            _ground(notes, play, sight, Intent.THROUGH, k, bx, by, tx, ty, reach, spoil, score, concede)
    if offside or high or far < 14.0 or k == 0:
        return
    _air(notes, play, sight, k, bx, by, spoil, score, concede)


@kernel
def _ground(
    notes: Notes,
    play: Parameters,
    sight: Sight,
    kind: int,
    k: int,
    bx: float,
    by: float,
    tx: float,
    ty: float,
    far: float,
    spoil: float,
    score: float,
    concede: float,
) -> None:
    """One ground pass."""
    speed = pass_speed(far, ARRIVE if kind == Intent.PASS else ARRIVE - 2.0)
    sure = play.through_sure if kind == Intent.THROUGH else 1.0
    p = sure * spoil * ground_p(play, sight, bx, by, k, tx, ty, speed)
    if p < 0.15:
        return
    lost = danger(play, sight, bx + 0.7 * (tx - bx), by + 0.7 * (ty - by), -1)
    seconds = far / (0.75 * speed)
    threat = chance(play, sight, tx, ty, seconds) * lasts(play, sight, seconds + SETTLES)
    put_valued(notes, play, kind, k, tx, ty, speed, 0.0, p, threat, lost, score, concede)


@kernel
def _air(
    notes: Notes,
    play: Parameters,
    sight: Sight,
    k: int,
    bx: float,
    by: float,
    spoil: float,
    score: float,
    concede: float,
) -> None:
    """One lofted pass, or a cross when it goes from the wing into the box."""
    dx = sight.x[k] - bx
    dy = sight.y[k] - by
    far = math.sqrt(dx * dx + dy * dy)
    runs_to = sight.x[k] + 0.8 * flight_time(far) * sight.vx[k]
    cross = bx > BOX_LINE - 18.0 and abs(by) > 12.0 and max(sight.x[k], runs_to) > BOX_LINE - 2.0
    cross = cross and abs(sight.y[k]) < BOX_HALF - 6.0
    if far < play.lofted_from and not cross:
        return
    seconds = flight_time(far) * (0.78 if cross else 1.0)
    lead = CROSS_LEAD if cross else LOB_LEAD
    tx = within(sight.x[k] + sight.vx[k] * seconds * 0.8 + lead, -HALF_LENGTH, HALF_LENGTH - 3.5)
    ty = within(sight.y[k] + sight.vy[k] * seconds * 0.8, -HALF_WIDTH + 2.0, HALF_WIDTH - 2.0)
    far = length(tx - bx, ty - by)
    clears = over_them(sight, bx, by, tx, ty)
    if cross:
        clears = BLOCKED_CROSS + (1.0 - BLOCKED_CROSS) * clears
    p = spoil * air_p(sight, k, tx, ty, seconds, far) * clears
    if p < 0.08:
        return
    threat = chance(play, sight, tx, ty, seconds) * lasts(play, sight, seconds + SETTLES)
    if cross:
        threat = max(HEAD * xg(tx, ty) * play.cross_taste, 0.6 * threat)
    lost = danger(play, sight, bx + 0.85 * (tx - bx), by + 0.85 * (ty - by), -1)
    power = flight_speed(far, seconds)
    lift = flight_lift(far, seconds, LOB_AT if not cross else CROSS_AT if far > LOW_CROSS else LOW_CROSS_AT)
    kind = Intent.CROSS if cross else Intent.LOB
    put_valued(notes, play, kind, k, tx, ty, power, lift, p, threat, lost, score, concede)
