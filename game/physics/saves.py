"""The keeper's hands: catch, parry, tip, claim a cross, pick up; where the Laws let him use them."""

from __future__ import annotations

import math

from game import chance
from game.chance import Why
from game.events import Action, Bodypart, Result, jot
from game.kernel import kernel
from game.physics.kicking import end_flight, heading_goalwards
from game.physics.pressing import pressure
from game.pitch import CIRCLE, GOAL_HALF, HALF_LENGTH, in_box
from game.state import Match, Notes, Setup

DIVE_REACH = 2.4  # m from body to fingertips, full stretch
SLOW = 16.0  # m/s, a shot slower than this is held
PAST_THE_POST = 0.6  # m outside it a ball turned round the post passes
TIPPED_FROM = 0.9  # m beside him from where a ball is only turned round the post
DOWN_AFTER = 16  # ticks on the ground after a dive
HIDDEN = CIRCLE / 22.0  # s a free kick bent at goal is behind the wall


@kernel
def hands_allowed(match: Match, slot: int) -> bool:
    """Whether `slot` is a keeper who may handle the ball where it is (Law 12: not a mate's deliberate pass)."""
    if slot != 0 and slot != 11:
        return False
    ball = match.ball
    if not in_box(ball.x, ball.y, -match.teams[slot // 11].attacks):
        return False
    return ball.keeper_barred == 0 or ball.kicker < 0 or ball.kicker // 11 != slot // 11


@kernel
def unread(match: Match, setup: Setup) -> float:
    """Seconds after the kick in which a keeper cannot tell yet where a shot goes: one over a wall he sees late."""
    return setup.play.reads + (HIDDEN if match.flight.action == Action.SHOT_FREEKICK else 0.0)


@kernel
def save(match: Match, setup: Setup, notes: Notes, slot: int, off: float) -> None:
    """The keeper is at the ball, `off` m beside its path."""
    ball = match.ball
    player = match.players[slot]
    man = setup.squads[slot // 11, player.man]
    speed = math.sqrt(ball.vx * ball.vx + ball.vy * ball.vy + ball.vz * ball.vz)
    goalwards = ball.shot == 1 and heading_goalwards(match, -match.teams[slot // 11].attacks)
    stretch = off / DIVE_REACH
    high = max(ball.z - 1.7, 0.0)
    gets = 1.10 - 0.38 * stretch * stretch - 0.013 * max(speed - 14.0, 0.0) - 0.10 * high
    gets *= setup.play.saving + 0.26 * man.keeping
    if not goalwards:
        gets = min(gets, 0.97) - 0.12 * pressure(match, slot) * high
    if chance.draw(match.seed, match.tick, slot, Why.SAVE) >= gets:
        player.touch_at = match.tick + 12
        return
    fast = ball.shot == 1 and speed > SLOW
    hold = 0.72 - 0.35 * stretch - (0.035 * (speed - SLOW) if fast else 0.0)
    action = Action.KEEPER_SAVE if goalwards else Action.KEEPER_CLAIM if ball.z > 1.0 else Action.KEEPER_PICK_UP
    if goalwards:
        match.teams[slot // 11].saves += 1
        match.teams[1 - slot // 11].on_target += 1
    caught = chance.draw(match.seed, match.tick, slot, Why.PARRY) < hold
    if not caught and not goalwards:
        action = Action.KEEPER_PUNCH
    result = Result.SUCCESS
    ours = match.flight.slot // 11 == slot // 11 and match.flight.action != Action.SHOT
    end_flight(match, notes, Result.SUCCESS if ours else Result.FAIL, ball.x, ball.y)
    jot(match, notes, slot, action, result, Bodypart.OTHER, ball.x, ball.y, ball.x, ball.y, 0.0)
    if off > 0.9:
        player.down_until = match.tick + DOWN_AFTER
    if caught:
        catch(match, slot)
    else:
        _parry(match, slot, off)


@kernel
def catch(match: Match, slot: int) -> None:
    """In his hands."""
    ball = match.ball
    ball.carrier = slot
    ball.held = 1
    ball.since = match.tick
    ball.last = slot
    ball.shot = 0
    ball.saved = 0
    side = slot // 11
    if match.having != side:
        match.having = side
        match.teams[side].won_at = match.tick
        match.teams[side].won_x = ball.x * match.teams[side].attacks
    match.players[slot].think_at = match.tick + 30


@kernel
def _parry(match: Match, slot: int, off: float) -> None:
    """Beaten away, sideways and out; at full stretch only turned past the post or over the bar."""
    ball = match.ball
    sign = match.teams[slot // 11].attacks
    side = 1.0 if ball.y - match.players[slot].y > 0.0 else -1.0
    a = chance.draw(match.seed, match.tick, slot, Why.BOUNCE)
    b = chance.draw(match.seed, match.tick, slot, Why.TOUCH_SIDE)
    if off > TIPPED_FROM:
        to_line = max(HALF_LENGTH + ball.x * sign, 0.1)
        to_post = max(GOAL_HALF + PAST_THE_POST - ball.y * side, PAST_THE_POST)
        ball.vy = side * (7.0 + 6.0 * b)
        ball.vx = -sign * abs(ball.vy) * to_line / to_post
        ball.vz = 2.0 + 5.0 * a
    else:
        ball.vx = sign * (1.0 + a * 5.0)
        ball.vy = side * (6.0 + 7.0 * b)
        ball.vz = 2.0 + 2.0 * a
    ball.last = slot
    ball.shot = 0
    ball.saved = 1
    ball.kicked = match.tick
    match.players[slot].touch_at = match.tick + 10
