"""Blocks: how far a man throws himself before a shot, and where a ball goes that strikes a body."""

from __future__ import annotations

from game import chance
from game.chance import Why
from game.events import Action, Bodypart, Result, jot
from game.kernel import kernel
from game.physics.kicking import end_flight, heading_goalwards
from game.pitch import GOAL_HALF, HALF_LENGTH, HALF_WIDTH
from game.state import Match, Notes

BLOCKS = 0.9  # chance that a man the ball strikes stops it
BLOCKS_IN = 0.26  # s he needs to throw himself in its way
HEADED_PAST = 0.25  # m beside him that he blocks a header at goal: it comes from above
SHOT_GOES_ON = 0.55  # share of blocked shots that go on past the blocker …
GOES_ON_FASTER = 0.3  # with so much more of their speed than those that come back; behind the line, as a rule
TURNS_BEHIND = 0.95  # chance that a ball blocked near his own goal line is turned behind …
TOUCHES_FROM = 8.0  # m from touch within which a blocked ball is put there …
INTO_TOUCH = 6.0  # m/s
TURNED_FROM = 20.0  # m from that line
UNLUCKY = 0.06  # chance that a ball across his goal a man gets a foot to goes on into it


@kernel
def thrown(at_once: float, reach: float, age: float) -> float:
    """How far beside him (m) a man blocks a shot `age` s after it left: `at_once`, and `reach` more in good time."""
    share = min(age / BLOCKS_IN, 1.0)
    return at_once + reach * share * share


@kernel
def block(match: Match, notes: Notes, slot: int) -> None:
    """The ball strikes his body and goes somewhere; a shot that was going in and still is remains one."""
    ball = match.ball
    seed = match.seed
    tick = match.tick
    end = -match.teams[slot // 11].attacks
    on_target = ball.shot == 1 and heading_goalwards(match, end)
    if ball.shot == 1 and ball.last == ball.kicker:
        match.teams[ball.kicker // 11].blocked += 1
        jot(match, notes, slot, Action.BLOCK, Result.SUCCESS, Bodypart.OTHER, ball.x, ball.y, ball.x, ball.y, 0.0)
    keep = 0.20 + 0.5 * chance.draw(seed, tick, slot, Why.TOUCH_SIDE)
    on = SHOT_GOES_ON if ball.shot == 1 else 0.35
    bounce = chance.draw(seed, tick, slot, Why.BOUNCE)
    back = 1.0 if bounce < on else -1.0
    side = 0.9 * chance.bell(seed, tick, slot, Why.BLOCK)
    if ball.shot == 1 and back > 0.0:
        keep += GOES_ON_FASTER
    vx = ball.vx * keep * back
    vy = ball.vy * keep * back
    ball.vx = vx - side * vy
    ball.vy = vy + side * vx
    if ball.shot == 0 and bounce > UNLUCKY and heading_goalwards(match, end):
        ball.vx = -ball.vx  # he faces the ball and turns it away
    elif ball.shot == 0 and ball.x * end > HALF_LENGTH - TURNED_FROM and abs(ball.y) > GOAL_HALF:
        _turn_behind(match, end, slot)
    elif ball.shot == 0 and abs(ball.y) > HALF_WIDTH - TOUCHES_FROM:
        ball.vy = (1.0 if ball.y > 0.0 else -1.0) * max(abs(ball.vy), INTO_TOUCH)
    ball.vz = 3.0 * chance.draw(seed, tick, slot, Why.KICK_LIFT)
    ball.last = slot
    ball.kicked = tick
    if not (on_target and heading_goalwards(match, end)):
        ball.shot = 0
        end_flight(match, notes, Result.FAIL, ball.x, ball.y)
    match.players[slot].touch_at = tick + 8


@kernel
def _turn_behind(match: Match, end: int, slot: int) -> None:
    """Maybe the wrong side of the post, for a corner: safe is safe."""
    ball = match.ball
    if chance.draw(match.seed, match.tick, slot, Why.TURNED) < TURNS_BEHIND:
        ball.vx = end * max(abs(ball.vx), 0.5 * abs(ball.vy), 9.0)
        if ball.vy * ball.y < 0.0:
            ball.vy = -0.5 * ball.vy
