"""Touches of a free ball: who reaches it first, and what becomes of it.

Within a tick the ball's path is swept against every man's; a touch happens at the closest approach. A mate waits
for his pass, a rival has to react and to stretch, a man in the way of a shot blocks it with his body.
"""

from __future__ import annotations

import math

from game import chance
from game.chance import Why
from game.events import Action, Bodypart, Result, jot
from game.intent import Intent
from game.kernel import kernel
from game.physics.blocks import BLOCKS, HEADED_PAST, block, thrown
from game.physics.kicking import HEADED_TO, HEADER_POWER, end_flight, header_lift, heading_goalwards, strike
from game.physics.pressing import crowd, pressure
from game.physics.saves import hands_allowed, save, unread
from game.pitch import BALL_RADIUS, HALF_LENGTH, length, within
from game.state import DT, NOBODY, SIDE, Match, Notes, Setup

FOOT_REACH = 0.95  # m from his body's centre, stretching
BODY_REACH = 0.52  # m, what is simply in the way
BLOCKED_TO = 1.9  # m high, what a body stops
HEAD_FROM = 1.15  # m, above this it is a header
HEAD_TO = 2.45  # m, jumping
HEAD_REACH = 0.75
REACTION = 0.18  # s before a rival can move for a ball just kicked
AT_HAND = 1.1  # m, of a keeper who has not begun to dive
GUESSED_REACH = 2.33  # m, at a penalty, of a keeper who has gone the right way
LET_BY = 9.0  # m/s of a shot from which mates leave it alone
SWIFT = 17.0  # m/s of the ball past him at which a reaching rival gets it half as often
HEADS_AT_GOAL = 11.0  # m from the rivals' goal line within which a ball at his head goes at goal, if not too wide …
HEADS_WIDE = 12.5  # m from the axis
CLEARS_TO = 18.0  # m from his own goal line within which he heads it away rather than to a mate
NODS_FROM, NODS_TO = 7.0, 40.0  # m
HEADED_ON = 0.95  # m/s at the head per metre it has to go
NODDED = 0.64  # of passes by head arrive; Wyscout 2017/18
BEHIND_FROM = 11.0  # m from his goal line within which a man not coming out heads a ball behind
FACES_OUT = 0.3  # m/s away from his goal from which he heads it out
ALERT_FROM = 45.0  # m from goal within which a man is the quicker to look up the nearer he is
RETRY = 9  # ticks before he tries again after a miss
QUICKEST = 0.25  # of the usual time to look up that who knows at once needs; few need twice as much as most
HARD = 7.0  # m/s of ball against man up to which a touch is easy
CHECKS = 0.05  # share of his own speed that taking a ball down costs him per m/s above HARD
SETTLE = 0.30  # ticks of settling the ball per m/s above HARD


@kernel
def touch(match: Match, setup: Setup, notes: Notes) -> None:
    """Let whoever first meets the free ball this tick play it."""
    best = -1
    best_key = 1e9
    best_off = 0.0
    ball = match.ball
    shot_at = _let_by(match)
    for i in range(22):
        player = match.players[i]
        dx = ball.x - player.x
        dy = ball.y - player.y
        if dx > 4.5 or dx < -4.5 or dy > 4.5 or dy < -4.5:
            continue
        if player.on == 0 or match.tick < player.touch_at:
            continue
        hands = hands_allowed(match, i)
        if match.tick < player.down_until and not hands:
            continue
        if shot_at >= 0 and i // SIDE == shot_at and not hands:
            continue
        rx = (ball.vx - player.vx) * DT
        ry = (ball.vy - player.vy) * DT
        square = rx * rx + ry * ry
        when = 0.0
        if square > 1e-9:
            when = min(max(-(dx * rx + dy * ry) / square, 0.0), 1.0)
        gap_x = dx + rx * when
        gap_y = dy + ry * when
        off = math.sqrt(gap_x * gap_x + gap_y * gap_y)
        z = ball.z + ball.vz * DT * when
        reach = _reach(match, setup, i, z, hands)
        if off > reach or (when == 1.0 and off > 0.3):
            continue
        key = when + 0.4 * off
        if z > HEAD_FROM:
            man = setup.squads[i // 11, player.man]
            lift = 0.6 * man.heading + 0.4 * man.strength + (0.8 if hands else 0.0)
            key += 0.8 * (1.0 - lift) + 0.35 * chance.draw(match.seed, match.tick, i, Why.HEADER)
        if key < best_key:
            best = i
            best_key = key
            best_off = off
    if best >= 0:
        _play(match, setup, notes, best, best_off)


@kernel
def _let_by(match: Match) -> int:
    """The side whose men let the ball by: a shot of theirs, still fast; NOBODY otherwise."""
    ball = match.ball
    fast = ball.vx * ball.vx + ball.vy * ball.vy > LET_BY * LET_BY
    return ball.kicker // SIDE if ball.shot == 1 and ball.kicker >= 0 and fast else NOBODY


@kernel
def _reach(match: Match, setup: Setup, slot: int, z: float, hands: bool) -> float:
    """How far from his body's centre `slot` can play a ball at height `z`; -1 when he cannot."""
    if hands:
        if z > 2.75:
            return -1.0
        if match.ball.shot == 1 or heading_goalwards(match, -match.teams[slot // 11].attacks):
            age = (match.tick - match.ball.kicked) * DT
            if match.flight.action == Action.SHOT_PENALTY:
                return GUESSED_REACH if _guessed(match, slot) else 0.9
            return AT_HAND + within((age - unread(match, setup)) * setup.play.dive, 0.0, setup.play.stretch)
        return 1.25
    if z > HEAD_TO:
        return -1.0
    if z < BLOCKED_TO and _shot_at(match, slot):
        return _in_the_way(match, setup)
    return HEAD_REACH if z > HEAD_FROM else FOOT_REACH


@kernel
def _shot_at(match: Match, slot: int) -> bool:
    """Whether the ball is a shot of the rivals from play, which he throws himself before: a wall only jumps."""
    ball = match.ball
    return ball.shot == 1 and ball.kicker // SIDE != slot // SIDE and match.flight.action == Action.SHOT


@kernel
def _in_the_way(match: Match, setup: Setup) -> float:
    """How far beside him (m) a man blocks the shot under way."""
    if match.flight.bodypart == Bodypart.HEAD:
        return HEADED_PAST
    return thrown(setup.play.at_once, setup.play.block_reach, (match.tick - match.ball.kicked) * DT)


@kernel
def _guessed(match: Match, slot: int) -> bool:
    """Whether a keeper facing a penalty goes to the right side: he must go before he can know."""
    left = chance.draw(match.seed, match.ball.kicked, slot, Why.KEEPER_READ) < 0.5
    return left == (match.ball.vy > 0.0)


@kernel
def _play(match: Match, setup: Setup, notes: Notes, slot: int, off: float) -> None:
    """`slot` is at the ball, `off` m beside its path: whether he gets it, and what he does with it."""
    ball = match.ball
    player = match.players[slot]
    if hands_allowed(match, slot):
        save(match, setup, notes, slot, off)
        return
    ours = ball.kicker >= 0 and ball.kicker // 11 == slot // 11
    if not ours and not _gets_it(match, setup, slot, off):
        player.touch_at = match.tick + RETRY
        return
    age = (match.tick - ball.kicked) * DT
    if not ours and (age < REACTION or ball.shot == 1) and ball.z < BLOCKED_TO:
        block(match, notes, slot)
        return
    if (
        not ours
        and ball.z < BLOCKED_TO
        and chance.draw(match.seed, match.tick, slot, Why.BOUNCE) < _scuffs(match, slot, off)
    ):
        block(match, notes, slot)
        return
    kick = player.want.kind >= Intent.PASS and player.want.kind <= Intent.CLEAR
    if ball.z > HEAD_FROM:
        if not kick:
            _instinct(match, slot)
        _arrived(match, notes, slot, Bodypart.HEAD)
        strike(match, setup, notes, slot, 1, 1)
    elif kick:
        _arrived(match, notes, slot, Bodypart.FOOT)
        strike(match, setup, notes, slot, 0, 1)
    else:
        _control(match, setup, notes, slot)


@kernel
def _scuffs(match: Match, slot: int, off: float) -> float:
    """Chance that a rival who reaches a pass only deflects it: stretching, or the ball is fast."""
    player = match.players[slot]
    speed = length(match.ball.vx - player.vx, match.ball.vy - player.vy)
    return within(0.40 + 0.75 * (off - 0.25) + 0.02 * (speed - 10.0), 0.10, 0.90)


@kernel
def _gets_it(match: Match, setup: Setup, slot: int, off: float) -> bool:
    """Whether a rival of the kicker reaches the passing ball: reaction, stretch, speed, reading of the game."""
    ball = match.ball
    player = match.players[slot]
    age = (match.tick - ball.kicked) * DT
    body = _in_the_way(match, setup) if _shot_at(match, slot) else BODY_REACH
    if off < body and ball.z < BLOCKED_TO:
        return chance.draw(match.seed, match.tick, slot, Why.BLOCK) < BLOCKS
    if age < REACTION:
        return False
    rx = ball.vx - player.vx
    ry = ball.vy - player.vy
    swift = (rx * rx + ry * ry) / (SWIFT * SWIFT)
    stretch = (off - BODY_REACH) / (FOOT_REACH - BODY_REACH)
    man = setup.squads[slot // 11, player.man]
    likely = (1.0 - 0.45 * stretch) / (1.0 + swift) * (setup.play.reading + 0.35 * man.positioning)
    likely *= min((age - REACTION) / 0.25, 1.0)
    return chance.draw(match.seed, match.tick, slot, Why.INTERCEPT) < likely


@kernel
def _instinct(match: Match, slot: int) -> None:
    """A ball at his head and no plan: at the rivals' goal when near it, behind right before his own, else to a mate."""
    player = match.players[slot]
    want = player.want
    ball = match.ball
    sign = match.teams[slot // 11].attacks
    want.kind = Intent.CLEAR
    if ball.x * sign < -HALF_LENGTH + BEHIND_FROM and player.vx * sign < FACES_OUT:
        want.x = -sign * (HALF_LENGTH + 4.0)
        want.y = 22.0 if ball.y > 0.0 else -22.0
        want.mate = -1
        want.power = 11.0
        want.lift = 4.0
        return
    if ball.x * sign > HALF_LENGTH - HEADS_AT_GOAL and -HEADS_WIDE < ball.y < HEADS_WIDE:
        want.kind = Intent.SHOOT
        want.x = sign * HALF_LENGTH
        want.y = HEADED_TO if ball.y < 0.0 else -HEADED_TO
        want.mate = -1
        want.power = HEADER_POWER
        want.lift = header_lift(length(want.x - ball.x, want.y - ball.y))
        return
    want.mate = _near_mate(match, slot)
    if want.mate >= 0 and ball.x * sign > -HALF_LENGTH + CLEARS_TO:
        mate = match.players[want.mate]
        want.kind = Intent.PASS
        want.x = mate.x
        want.y = mate.y
        want.power = HEADED_ON * length(mate.x - ball.x, mate.y - ball.y)
        want.lift = 3.0
        want.p = NODDED
        return
    want.x = ball.x + 18.0 * sign
    want.y = ball.y * 1.2
    want.mate = -1
    want.power = 13.0
    want.lift = 5.0


@kernel
def _near_mate(match: Match, slot: int) -> int:
    """The mate he can nod it to: the nearest in front of him, or else beside him; NOBODY within reach of a header."""
    player = match.players[slot]
    first = slot // 11 * 11
    sign = match.teams[slot // 11].attacks
    best = NOBODY
    best_far = NODS_TO
    for i in range(first + 1, first + 11):
        mate = match.players[i]
        if i == slot or mate.on == 0 or mate.offside > 0:
            continue
        far = length(mate.x - player.x, mate.y - player.y)
        behind = max((player.x - mate.x) * sign, 0.0)
        if far > NODS_FROM and far + behind < best_far:
            best = i
            best_far = far + behind
    return best


@kernel
def _arrived(match: Match, notes: Notes, slot: int, bodypart: int) -> None:
    """The flight under way ends at `slot`: a completed pass, or an interception."""
    ball = match.ball
    flight = match.flight
    side = slot // 11
    team = match.teams[side]
    if flight.action >= 0:
        ours = flight.slot // 11 == side
        shot = flight.action == Action.SHOT or flight.action == Action.SHOT_FREEKICK
        passed = not shot and flight.action != Action.CLEARANCE
        result = Result.SUCCESS if ours and flight.slot != slot and not shot else Result.FAIL
        end_flight(match, notes, result, ball.x, ball.y)
        if not ours:
            action = Action.INTERCEPTION if passed else Action.RECOVERY
            if passed:
                team.interceptions += 1
            jot(match, notes, slot, action, Result.SUCCESS, bodypart, ball.x, ball.y, ball.x, ball.y, 0.0)
    if match.having != side:
        win(match, side)
    ball.last = slot
    ball.saved = 0


@kernel
def win(match: Match, side: int) -> None:
    """Side `side` has won the ball, here and now."""
    match.having = side
    team = match.teams[side]
    team.won_at = match.tick
    team.won_x = match.ball.x * team.attacks


@kernel
def _control(match: Match, setup: Setup, notes: Notes, slot: int) -> None:
    """First touch: the ball is his, or it bounces off him."""
    ball = match.ball
    player = match.players[slot]
    man = setup.squads[slot // 11, player.man]
    rx = ball.vx - player.vx
    ry = ball.vy - player.vy
    hard = max(math.sqrt(rx * rx + ry * ry + ball.vz * ball.vz) - HARD, 0.0) + 2.0 * max(ball.z - 0.4, 0.0)
    fails = (
        (setup.play.fumbles + setup.play.hard_fails * hard)
        * (1.6 - man.first_touch)
        * (1.0 + 1.2 * pressure(match, slot))
    )
    if chance.draw(match.seed, match.tick, slot, Why.FIRST_TOUCH) < fails:
        side = chance.bell(match.seed, match.tick, slot, Why.TOUCH_SIDE)
        jot(match, notes, slot, Action.BAD_TOUCH, Result.FAIL, Bodypart.FOOT, ball.x, ball.y, ball.x, ball.y, 0.0)
        vx = 0.5 * ball.vx
        vy = 0.5 * ball.vy
        ball.vx = vx - side * vy + 0.5 * player.vx
        ball.vy = vy + side * vx + 0.5 * player.vy
        ball.vz = max(0.0, 0.4 * ball.vz)
        if heading_goalwards(match, -match.teams[slot // SIDE].attacks):
            ball.vx = -ball.vx  # he faces the ball: it comes off him, not through him into his own goal
        ball.last = slot
        player.touch_at = match.tick + 6
        return
    _arrived(match, notes, slot, Bodypart.FOOT)
    take(match, slot)
    checked = max(1.0 - CHECKS * hard, 0.3)
    player.vx *= checked
    player.vy *= checked
    if match.tick >= player.ordered_until:
        player.want.kind = Intent.CONTROL
    to_goal = length(HALF_LENGTH - ball.x * match.teams[slot // 11].attacks, ball.y)
    calm = within(to_goal / ALERT_FROM, 0.1, 1.0) * (1.0 - 0.7 * pressure(match, slot))
    calm *= max(crowd(notes.sight[slot // 11]), setup.play.break_calm)
    haste = chance.draw(match.seed, match.tick, slot, Why.THOUGHT)
    calm *= QUICKEST + 3.0 * (1.0 - QUICKEST) * haste * haste
    player.think_at = match.tick + 1 + int(SETTLE * hard + setup.play.look_up * calm)


@kernel
def take(match: Match, slot: int) -> None:
    """`slot` has the ball at his feet."""
    ball = match.ball
    ball.carrier = slot
    ball.held = 0
    ball.since = match.tick
    ball.last = slot
    ball.shot = 0
    ball.saved = 0
    ball.stride = 0.0
    ball.z = BALL_RADIUS
    ball.vz = 0.0
    flight = match.flight
    flight.action = Action.DRIBBLE
    flight.slot = slot
    flight.bodypart = Bodypart.FOOT
    flight.x = ball.x
    flight.y = ball.y
    flight.tick = match.tick
    flight.worth = 0.0
