"""Both sides on their spots for a half's kick-off (Law 8), ends swapped where the Law swaps them (Law 7)."""

from __future__ import annotations

from game.kernel import kernel
from game.laws.restarts import award, stop_play
from game.state import NOBODY, SIDE, SLOTS, TICKS_PER_SECOND, Match, Restart, Setup

KEEPER_X = -48.0  # m, own half; the side attacks +x
BACK_X = -28.0
FRONT_X = -1.0  # the front line of the side that kicks off
WAITING_X = -10.0  # and of the other: outside the centre circle
HALF_SPREAD = 30.0  # m from the middle to a man at width 1
OPENING_DELAY = 1  # s from line-up to kick-off


@kernel
def open_half(match: Match, setup: Setup, half: int, kicking: int) -> None:
    """Begin half `half` (1–4) with a kick-off by side `kicking`; the home side attacks +x in odd halves."""
    clock = match.clock
    clock.half = half
    clock.tick = 0
    clock.lost = 0.0
    clock.added = -1
    end = 1 if half % 2 == 1 else -1
    match.teams[0].attacks = end
    match.teams[1].attacks = -end
    match.having = kicking
    line_up(match, setup, kicking)
    award(match, Restart.KICK_OFF, kicking, 0.0, 0.0)
    stop_play(match)
    match.dead.ready = match.tick + OPENING_DELAY * TICKS_PER_SECOND


@kernel
def line_up(match: Match, setup: Setup, kicking: int) -> None:
    """Stand everyone on his place in the formation, in his own half, rested; one of `kicking` at the ball."""
    for slot in range(SLOTS):
        side = slot // SIDE
        place = slot % SIDE
        depth = setup.sheets[side].depth[place]
        front = FRONT_X if side == kicking else WAITING_X
        x = KEEPER_X if depth < 0.0 else BACK_X + depth * (front - BACK_X)
        stand(match, slot, x, setup.sheets[side].width[place] * HALF_SPREAD)
    opener = _opener(match, setup, kicking)
    if opener != NOBODY:
        stand(match, opener, -0.6, 0.0)


@kernel
def stand(match: Match, slot: int, x: float, y: float) -> None:
    """Put `slot` at (x, y) of his own attacking frame, still and with his breath back."""
    player = match.players[slot]
    attacks = match.teams[slot // SIDE].attacks
    player.vx = 0.0
    player.vy = 0.0
    player.breath = 1.0
    player.down_until = 0
    player.touch_at = 0
    player.offside = 0
    if player.on == 1:
        player.x = x * attacks
        player.y = y * attacks


@kernel
def _opener(match: Match, setup: Setup, side: int) -> int:
    """Slot of the most forward man of `side`, the most central of these."""
    best = NOBODY
    most = -10.0
    for place in range(1, SIDE):
        forward = setup.sheets[side].depth[place] - 0.5 * abs(setup.sheets[side].width[place])
        if match.players[side * SIDE + place].on == 1 and forward > most:
            best = side * SIDE + place
            most = forward
    return best
