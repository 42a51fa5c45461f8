"""Shots: what one from here is worth, who stands in its way, whether the keeper is beaten; who fancies one."""

from __future__ import annotations

import math

from game import chance as luck
from game.brain.options import put
from game.chance import Why
from game.intent import Intent
from game.kernel import kernel
from game.parameters import Parameters
from game.physics.blocks import BLOCKS, HEADED_PAST, thrown
from game.physics.kicking import HEADED_TO, HEADER_POWER, header_lift
from game.physics.pressing import crowd
from game.pitch import HALF_LENGTH, length, within
from game.state import Match, Notes, Player, Sight
from game.value.shots import HEAD, xg
from game.value.space import flight_lift, flight_speed

SHOT_RANGE = 36.0  # m from goal
SHOT_POWER = 25.5  # m/s at the foot
CORNER_OF_GOAL = 2.55  # m from the middle, where a shot from near is aimed
SAFER = 50.0  # m of distance that move the aim to the middle
OPEN_GOAL, OPEN_TO = 0.95, 40.0  # chance at an empty net from its line, m from where there is none
SPAN, ACROSS = 3.0, 5.0  # m a keeper covers to one side, and m/s with which he gets across while the ball comes …
LEFT_OPEN = 2.0  # m beyond that from where on the net is as good as empty
NEAR_SIDE = 0.7  # of its worth left in a shot at the side the keeper is on, where the other is barred
NO_BODY = 0.2  # m before the ball nobody stands between it and the goal
BLURRED = 0.8  # m beside a man over which the chance that he blocks it fades
HEADS_TO = 16.0  # m from goal a man heads at it


@kernel
def weigh_shot(
    notes: Notes,
    play: Parameters,
    sight: Sight,
    player: Player,
    bx: float,
    by: float,
    pressed: float,
    score: float,
    concede: float,
    hope: float,
    first_time: int,
    high: bool,
) -> None:
    """A shot at the freer side of the goal: where the keeper is not, unless men bar the way there."""
    dx = HALF_LENGTH - bx
    far = math.sqrt(dx * dx + by * by)
    if far > SHOT_RANGE or dx < 0.3 or (high and far > HEADS_TO):
        return
    aim = HEADED_TO if high else CORNER_OF_GOAL * min(1.2 - far / SAFER, 1.0)
    if sight.on[11] == 1 and sight.y[11] > by * 0.25:
        aim = -aim
    gets_past = _gets_past(play, sight, bx, by, aim, high)
    other_side = NEAR_SIDE * _gets_past(play, sight, bx, by, -aim, high)
    if other_side > gets_past:
        aim = -aim
        gets_past = other_side
    open_way = 1.0 - play.shy * (1.0 - gets_past)
    likely = play.shot_taste * xg(bx, by) * (1.0 + play.alone * (1.0 - crowd(sight)))
    likely += _unguarded(sight, bx, by, aim) * max((OPEN_GOAL - far / OPEN_TO) * dx / far - likely, 0.0)
    worth = likely * open_way * (1.0 - 0.35 * pressed)
    if high:
        worth *= HEAD
    elif first_time == 1:
        worth *= 0.85
    power = HEADER_POWER if high else SHOT_POWER
    seconds = flight_speed(far, power)  # speed and time change places in it
    lift = flight_lift(far, seconds, 0.4 + 0.8 * min(far / 20.0, 1.0))
    if high:
        lift = header_lift(far)
    near = min((SHOT_RANGE - far) / play.hopeless, 1.0)
    value = (score + 1.5 * player.personal) * worth + score * hope * near * near
    value -= (score + concede) * (1.0 - worth) * play.shot_cost * play.keep + concede * 0.004
    put(notes, Intent.SHOOT, -1, HALF_LENGTH, aim, power, lift, worth, 1.0, 0.004, value)


@kernel
def _gets_past(play: Parameters, sight: Sight, bx: float, by: float, aim: float, high: bool) -> float:
    """0 … 1: whether a shot at `aim`, a header if `high`, gets past the men before it, as blocks.py has it."""
    dx = HALF_LENGTH - bx
    dy = aim - by
    far = length(dx, dy)
    left = 1.0
    for j in range(12, 22):
        rx = sight.x[j] - bx
        ry = sight.y[j] - by
        along = (rx * dx + ry * dy) / far
        if along < NO_BODY or along > far or sight.on[j] == 0:
            continue
        reach = HEADED_PAST if high else thrown(play.at_once, play.block_reach, along / SHOT_POWER)
        beside = abs(ry * dx - rx * dy) / far
        left *= 1.0 - BLOCKS * within((reach - beside) / BLURRED + 0.5, 0.0, 1.0)
    return left


@kernel
def _unguarded(sight: Sight, bx: float, by: float, aim: float) -> float:
    """0 … 1: how far the keeper is beaten already, too far from the ball's way to the goal to get across in time."""
    if sight.on[11] == 0:
        return 1.0
    dx = HALF_LENGTH - bx
    dy = aim - by
    far = length(dx, dy)
    rx = sight.x[11] - bx
    ry = sight.y[11] - by
    along = within((rx * dx + ry * dy) / far, 0.0, far)
    beside = length(rx - along * dx / far, ry - along * dy / far)
    return within((beside - SPAN - ACROSS * along / SHOT_POWER) / LEFT_OPEN, 0.0, 1.0)


@kernel
def eager(match: Match, slot: int) -> float:
    """How much more (mean 1) than most he fancies a shot this time: the same for as long as he has the ball.

    Few men try their luck from 25 m, and now and then one does: 5 u⁴ of an even draw is below .3 for half of them.
    """
    since = match.ball.since if match.ball.carrier == slot else match.ball.kicked
    u = luck.draw(match.seed, since, slot, Why.EAGER)
    return 5.0 * u * u * u * u
