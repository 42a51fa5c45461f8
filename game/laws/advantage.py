"""Advantage (Law 5.3): playing on after an offence, and calling play back when nothing comes of it.

Simplified: judged from who has the ball where. A penalty is waited for only while a shot is on its way in.
"""

from __future__ import annotations

from game.kernel import kernel
from game.pitch import in_box
from game.state import SIDE, TICKS_PER_SECOND, Match

EXCESSIVE = 3  # Foul.kind from which play never goes on, handball apart
INDIRECT_OFFENCE = 5  # Foul.kind
WAIT = 3 * TICKS_PER_SECOND  # "a few seconds", Law 5.3
PROMISING = 17.5  # m past halfway: the final third
FEW = 3  # defenders between the fouled man and the goal, keeper included, for him to want to go on


@kernel
def fouled_side(match: Match) -> int:
    """The side that suffered the offence noted."""
    return 1 - match.foul.slot // SIDE


@kernel
def is_penalty_offence(match: Match) -> bool:
    """Whether the offence noted is a direct one in the offender's own penalty area."""
    foul = match.foul
    end = match.teams[fouled_side(match)].attacks
    return foul.kind != INDIRECT_OFFENCE and in_box(foul.x, foul.y, end)


@kernel
def may_play_on(match: Match) -> bool:
    """Whether the fouled side may gain more by playing on than by the whistle."""
    foul = match.foul
    ball = match.ball
    side = fouled_side(match)
    if foul.kind == EXCESSIVE:
        return False
    if ball.carrier < 0 or is_penalty_offence(match):
        return shoots(match, side)
    if ball.carrier // SIDE != side or ball.held == 1:
        return False
    x = ball.x * match.teams[side].attacks
    if ball.carrier != foul.victim:
        return x > 0.0
    return x > PROMISING and defenders_ahead(match, side, x) <= FEW


@kernel
def shoots(match: Match, side: int) -> bool:
    """Whether a shot of `side` is on its way."""
    ball = match.ball
    return ball.shot == 1 and ball.kicker // SIDE == side


@kernel
def defenders_ahead(match: Match, side: int, x: float) -> int:
    """How many rivals of `side` stand nearer their goal line than `x` m past halfway."""
    count = 0
    attacks = match.teams[side].attacks
    first = (1 - side) * SIDE
    for slot in range(first, first + SIDE):
        player = match.players[slot]
        if player.on == 1 and player.x * attacks > x:
            count += 1
    return count


@kernel
def advantage_gained(match: Match) -> bool:
    """Whether the advantage let run has come: a shot, or the time is over with the ball no further back."""
    foul = match.foul
    if is_penalty_offence(match):
        return False
    side = fouled_side(match)
    if shoots(match, side):
        return True
    attacks = match.teams[side].attacks
    forward = match.ball.x * attacks >= foul.x * attacks - 2.0
    return match.tick >= foul.until and forward


@kernel
def advantage_lost(match: Match) -> bool:
    """Whether the advantage let run has not come: the rivals have the ball, or the time is over."""
    ball = match.ball
    if match.tick >= match.foul.until:
        return True
    side = fouled_side(match)
    if ball.carrier >= 0:
        return ball.carrier // SIDE != side
    return ball.kicked > match.foul.tick and ball.last // SIDE != side
