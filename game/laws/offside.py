"""Offside (Law 11).

Simplified: a man is where his centre is; interfering with a rival is standing in the keeper's line of sight when the
ball that scores is played (11.2's challenges and obstructions are not judged).
"""

from __future__ import annotations

from game.events import Action, Result, jot
from game.kernel import kernel
from game.laws.restarts import award_free_kick
from game.pitch import length
from game.state import SIDE, SLOTS, Match, Notes, Restart

OFFSIDE = 1  # Player.offside: stood in an offside position at the last touch of a mate
IN_SIGHT = 2  # and between ball and keeper
SIGHT_WIDTH = 1.5  # m beside the line from ball to keeper


@kernel
def watch_offside(match: Match, notes: Notes) -> bool:
    """Whistle when the man who has just touched the ball stood offside; otherwise, at a touch, look along the line.

    A touch is a kick (`ball.kicked`), or getting the ball under control (`ball.since`). Saves, blocks and rebounds are
    neither, so they do not free an offside man.
    """
    ball = match.ball
    last = ball.last
    if last < 0:
        return False
    if match.players[last].offside > 0:
        penalise(match, notes, last)
        return True
    played = ball.kicked == match.tick and ball.kicker == last
    gained = ball.since == match.tick and ball.carrier == last
    if played or gained:
        mark_offside(match, last)
    return False


@kernel
def mark_offside(match: Match, toucher: int) -> None:
    """Note who stands offside as `toucher` plays the ball on purpose; his rivals are free of it.

    Nobody is, from a goal kick, a throw-in or a corner (11.3). The ball counts where it was before it rolled.
    """
    for slot in range(SLOTS):
        match.players[slot].offside = 0
    played = match.dead.kind_played
    if played == Restart.GOAL_KICK or played == Restart.THROW_IN or played == Restart.CORNER:
        return
    side = toucher // SIDE
    attacks = match.teams[side].attacks
    line = max(offside_line(match, side), match.ball.was_x * attacks)
    for slot in range(side * SIDE, side * SIDE + SIDE):
        player = match.players[slot]
        if slot != toucher and player.on == 1 and player.x * attacks > line:
            player.offside = IN_SIGHT if _in_sight(match, slot) else OFFSIDE


@kernel
def offside_line(match: Match, side: int) -> float:
    """How far from the halfway line (0 at least) the second-last rival of `side` stands, in m towards his goal."""
    attacks = match.teams[side].attacks
    last = 0.0
    second = 0.0
    first = (1 - side) * SIDE
    for slot in range(first, first + SIDE):
        if match.players[slot].on == 0:
            continue
        x = match.players[slot].x * attacks
        if x > last:
            second = last
            last = x
        elif x > second:
            second = x
    return second


@kernel
def _in_sight(match: Match, slot: int) -> bool:
    """Whether `slot` stands in the rival keeper's line of sight to the ball."""
    ball = match.ball
    player = match.players[slot]
    keeper = match.players[(1 - slot // SIDE) * SIDE]
    dx = keeper.x - ball.was_x
    dy = keeper.y - ball.was_y
    square = dx * dx + dy * dy
    if square == 0.0:
        return False
    along = ((player.x - ball.was_x) * dx + (player.y - ball.was_y) * dy) / square
    if along <= 0.0 or along >= 1.0:
        return False
    return length(ball.was_x + along * dx - player.x, ball.was_y + along * dy - player.y) < SIGHT_WIDTH


@kernel
def penalise(match: Match, notes: Notes, slot: int) -> None:
    """An indirect free kick where he became involved."""
    side = slot // SIDE
    player = match.players[slot]
    match.teams[side].offsides += 1
    jot(match, notes, slot, Action.OFFSIDE, Result.OFFSIDE, 0, player.x, player.y, player.x, player.y, 0.0)
    award_free_kick(match, Restart.INDIRECT, 1 - side, player.x, player.y)
