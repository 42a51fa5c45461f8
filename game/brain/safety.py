"""Safety first: away with the ball from one's own end; to the corner flag with a lead to keep."""

from __future__ import annotations

from game.brain.options import put, put_valued
from game.intent import Intent
from game.kernel import kernel
from game.parameters import Parameters
from game.pitch import HALF_LENGTH, HALF_WIDTH, within
from game.state import Notes, Sight
from game.value.threat import chance, danger, place

SLICED = 0.45  # chance that a man running at his own goal at speed clears it to nobody but them
SLICED_PRESSED = 0.22  # and with a rival at his heels
BEHIND_FROM = 16.0  # m from his goal line within which a man may put it behind
KEEPS_CLEAR = 7.5  # m from the middle of his goal he does
CORNER_WORTH = 0.028  # goals a corner is worth to those who take it; Wyscout, 3.2 of 100
FLAG_FROM, FLAG_ASIDE = 30.0, 16.0  # m: x, and beside the axis, from where the corner flag is near
FLAG_HOLDS = 12.0  # s the ball stays there
GOALS_A_SECOND = 0.0155 / 60.0  # of a side, see theory_anchors
TOUCH_FROM = 14.0  # m from touch within which he may put it there
THROW_SET = 0.5  # of the danger of a place that is left when it is a throw-in
CLEAR_FOUND = 0.16  # share of clearances a mate ends up with, measured


@kernel
def weigh_clearing(
    notes: Notes,
    play: Parameters,
    sight: Sight,
    me: int,
    bx: float,
    by: float,
    pressed: float,
    score: float,
    concede: float,
) -> None:
    """Away, long and wide; behind or into touch when he cannot turn; only from his own end.

    Who runs at his own goal with a rival on him slices a long one straight to them; a corner or a throw finds his
    side in its places.
    """
    if bx > -15.0:
        return
    away = within(-sight.vx[me] / 3.0, 0.0, 1.0)
    sliced = within(SLICED * away + SLICED_PRESSED * pressed, 0.0, 0.9)
    out = 1.0 if by > 0.0 else -1.0
    tx = bx + 42.0
    ty = 36.5 * out
    here = danger(play, sight, bx, 0.5 * by, me)
    lost = (1.0 - sliced) * 0.8 * danger(play, sight, tx, ty, -1) + sliced * here
    value_x = chance(play, sight, tx, ty, 3.0)
    p = CLEAR_FOUND * (1.0 - sliced)
    put_valued(notes, play, Intent.CLEAR, -1, tx, ty, 23.0, 9.0, p, value_x, lost, score, concede)
    if bx < -HALF_LENGTH + BEHIND_FROM and abs(by) > 4.0:
        y = by + 0.7 * (bx + HALF_LENGTH) * out
        y = out * within(abs(y), KEEPS_CLEAR, HALF_WIDTH)
        put_valued(
            notes, play, Intent.CLEAR, -1, -HALF_LENGTH - 3.0, y, 13.0, 2.0, 0.0, 0.0, CORNER_WORTH, score, concede
        )
    if abs(by) > HALF_WIDTH - TOUCH_FROM:
        lost = THROW_SET * danger(play, sight, bx, by, -1)
        put_valued(notes, play, Intent.CLEAR, -1, bx + 6.0, 37.0 * out, 14.0, 3.0, 0.0, 0.0, lost, score, concede)


@kernel
def weigh_flag(
    notes: Notes,
    play: Parameters,
    sight: Sight,
    bx: float,
    by: float,
    pressed: float,
    lost: float,
    score: float,
    concede: float,
    needs: float,
) -> None:
    """Take it to the corner and stand over it: rivals come from one side only; it costs who `needs` a goal the time."""
    if bx < FLAG_FROM or abs(by) < FLAG_ASIDE:
        return
    p = 0.88 - 0.5 * 0.34 * pressed
    kept = min(0.5 * chance(play, sight, bx, by, 0.0), place(play, bx, by))
    clock = needs * FLAG_HOLDS * GOALS_A_SECOND
    value = score * p * kept - clock - concede * (1.0 - p) * lost - (score + concede) * (1.0 - p) * play.keep
    x = HALF_LENGTH - 1.5
    y = (HALF_WIDTH - 1.5) * (1.0 if by > 0.0 else -1.0)
    put(notes, Intent.SHIELD, -1, x, y, 5.5, 0.0, p, kept, lost, value)
