"""The team's shape: where a post stands for a ball there, and how far stakes move it.

Line against ball (SkillCorner, 3 matches): 5, 16, 28, 40, 50 m from the own goal with the ball at 5, 25, 45, 65,
85. Length and width (TRACAB sample): 33 × 47 m in possession, 30 × 36 out of it. Attacking frame throughout.
"""

from __future__ import annotations

from game import chance
from game.brain.options import lean
from game.chance import Why
from game.kernel import kernel
from game.pitch import HALF_LENGTH, within
from game.state import TICKS_PER_SECOND, Match, Setup, Sight

BACK_LINE = 0.25  # depth up to which a post belongs to the back line
FRONT = 0.85  # depth from which it belongs to the front line
NEAREST = 1.5  # m from the own goal line, the deepest post
LINE_TOP = 56.0  # m from the own goal, the highest line
MIDFIELD = 0.6  # depth up to which a post gets goal-side of the ball
SINKS = 6.0  # m
DROPS_FROM = 28.0  # m from the own goal, the ball: nearer nobody steps up or drops by who has time on it
PRESSED_AT, FREE_AT = 2.0, 7.0  # m to the nearest rival, of a carrier with no time and with all of it
SINKS_FROM = 42.0  # m from the own goal
SHIFT_OUT = 0.50  # share of the ball's y the block shifts by
SHIFT_IN = 0.16
DRIFTS = 1.5  # m, standard deviation, from his post a man is about while the ball is dead …
A_WHILE = 7 * TICKS_PER_SECOND  # ticks, before he shifts again: nobody stands rooted to a spot


@kernel
def anchor_x(match: Match, setup: Setup, sight: Sight, slot: int, ball_x: float) -> float:
    """Where along the pitch (x) the post of `slot` stands, the ball at `ball_x`.

    The block moves up with the lean. With the ball by a share of that only: who leaves his post then does so because of
    what he may win and lose elsewhere (off_ball.py).
    """
    side = slot // 11
    play = setup.play
    depth = setup.sheets[side].depth[slot - 11 * side]
    ball = ball_x + HALF_LENGTH
    if sight.having == 1:
        line = min(play.line_in + play.line_in_share * ball, HALF_LENGTH)
        x = line + depth * play.length_in
        if depth >= BACK_LINE:
            x += play.joins * last_third(ball_x)
        elif depth >= 0.0:
            x += play.wing_back * abs(setup.sheets[side].width[slot - 11 * side]) * within(ball / 70.0 - 0.2, 0.0, 1.0)
    else:
        line = min(play.line_out + play.line_out_share * ball - _sinks(ball), LINE_TOP)
        line -= play.drop_off * _free(sight.room) * within((ball - DROPS_FROM) / 20.0, 0.0, 1.0)
        line = max(line, play.line_least)
        x = line + _goal_side(depth, ball - line - play.inside, play.length_out, play.midfield_gap)
    tilt = lean(match.players[slot]) * setup.push_gain
    pushes = play.push_in if sight.having == 1 else play.push
    x += (pushes if tilt > 0.0 else play.sit) * tilt
    return within(x, NEAREST, 2.0 * HALF_LENGTH - 6.0) - HALF_LENGTH


@kernel
def last_third(ball_x: float) -> float:
    """0 with the ball up to five metres beyond half-way, 1 from 22 m before the rivals' goal on."""
    return within((ball_x - 5.0) / 25.0, 0.0, 1.0)


@kernel
def _goal_side(depth: float, room: float, length: float, least: float) -> float:
    """How far (m) ahead of the last line a post of `depth` stands with `room` m between that line and the ball.

    Defence and midfield fit themselves in there, into `least` m when there is no room; the front stays where it is.
    """
    midfield = within(room, least, MIDFIELD * length)
    if depth <= MIDFIELD:
        return depth / MIDFIELD * midfield
    return midfield + (depth - MIDFIELD) / (1.0 - MIDFIELD) * (length - midfield)


@kernel
def _sinks(ball: float) -> float:
    """How much deeper (m) the line aims than in proportion, the ball `ball` m from its goal: it is always on its way.

    Real lines lie at 22.5, 15.6 and 10.6 m with the ball at 35, 25 and 15, which is less and less than their share.
    """
    return SINKS * within((SINKS_FROM - ball) / 16.0, 0.0, 1.0) * within(ball / 14.0, 0.3, 1.0)


@kernel
def _free(room: float) -> float:
    """0 with the carrier pressed, 1 with time to hit it long."""
    return within((room - PRESSED_AT) / (FREE_AT - PRESSED_AT), 0.0, 1.0)


@kernel
def anchor_y(setup: Setup, sight: Sight, slot: int, ball_y: float) -> float:
    """Where across the pitch (y) the post of `slot` stands, the ball at `ball_y`."""
    side = slot // 11
    wide = setup.sheets[side].width[slot - 11 * side]
    if sight.having == 1:
        if setup.sheets[side].depth[slot - 11 * side] > BACK_LINE:
            wide *= 1.0 - setup.play.tucks * last_third(sight.ball_x)
        return within(SHIFT_IN * ball_y + wide * setup.play.width_in, -32.0, 32.0)
    narrow = 1.0 if sight.ball_x > -25.0 else 0.86
    return within(SHIFT_OUT * ball_y + wide * setup.play.width_out * narrow, -31.0, 31.0)


@kernel
def drifted(match: Match, slot: int, x: float, y: float) -> tuple[float, float]:
    """Where he is about while he waits for a restart, his post at (x, y): he drops, shows and drifts."""
    since = (match.tick + 9 * slot) // A_WHILE
    x += DRIFTS * chance.bell(match.seed, since, slot, Why.TIMING)
    return x, y + DRIFTS * chance.bell(match.seed, since, slot, Why.CHOICE)
