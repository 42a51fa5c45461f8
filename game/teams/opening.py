"""The first moment of a match: everyone on his spot, the ball where play begins.

A scenario that begins late begins with a restart, the shape around the ball being the brain's own: a ball in
flight with 22 men in full run could only be made up.
"""

from __future__ import annotations

import math

from game.brain.shape import anchor_x, anchor_y
from game.intent import Intent
from game.laws.line_up import KEEPER_X, open_half, stand
from game.laws.restarts import award, stop_play
from game.laws.substitutions import leave
from game.pitch import GOAL_AREA_DEPTH, HALF_LENGTH, HALF_WIDTH
from game.post import Post
from game.record import blank
from game.state import NOBODY, SIDE, SLOTS, TICKS_PER_SECOND, Match, Restart, Setup, Sight
from game.teams.scenarios import Scenario

STAGGER = 4  # ticks over which first decisions are spread
WALK = 1.5  # m/s, how everyone stands about before it starts
BODIES = 0.7  # m between two men who do not touch
ASIDE = 1.5  # m further up stands whose place is taken already
UP_X = 40.0  # m, where a keeper who has come up waits
LOST_A_HALF = (168.0, 348.0)  # s lost in an ordinary first and second half, SkillCorner 2024/25

KINDS = {
    "throw-in": Restart.THROW_IN,
    "goal-kick": Restart.GOAL_KICK,
    "free-kick": Restart.DIRECT,
    "corner": Restart.CORNER,
}


def open_match(setup: Setup, situation: Scenario) -> Match:
    """The record of `situation` before its first tick; its seed is left 0."""
    match = blank(Match)
    _send_on(match, setup, situation)
    _clear(match)
    _show_cards(match, situation)
    start = setup.start
    match.teams[0].goals, match.teams[1].goals = start.home_goals, start.away_goals
    match.kicked_off = _kicked_off(setup)
    open_half(match, setup, start.half, start.kick_off)
    if start.second > 0.0:
        _move_on(match, setup)
        _restart(match, setup, situation)
    _settle(match)
    return match


def _kicked_off(setup: Setup) -> int:
    """Who kicked off the first half: the side kicking off now, or the other before a second half."""
    start = setup.start
    if start.second > 0.0:
        return 0
    return start.kick_off if start.half == 1 else 1 - start.kick_off


def _send_on(match: Match, setup: Setup, situation: Scenario) -> None:
    """The line-ups, with the legs and cards the day has left them, and even stakes."""
    for slot in range(SLOTS):
        side, place = divmod(slot, SIDE)
        written = (situation.home, situation.away)[side]
        player = match.players[slot]
        player.on = 1
        player.man = setup.sheets[side].lineup[place]
        player.breath = 1.0
        player.legs = written.legs.get(Post(setup.sheets[side].post[place]).name, setup.start.legs[side])
        player.score = player.concede = player.effort = 1.0
        player.mark = NOBODY
        player.think_at = place % STAGGER


def _show_cards(match: Match, situation: Scenario) -> None:
    """The cards of the day so far: the sent off leave, the booked are remembered."""
    for side, written in enumerate((situation.home, situation.away)):
        for number in written.booked:
            match.players[side * SIDE + written.slot_of(number)].yellow = 1
        for number in written.sent_off:
            leave(match, side * SIDE + written.slot_of(number))
        match.teams[side].yellows = len(written.booked)
        match.teams[side].reds = len(written.sent_off)


def _clear(match: Match) -> None:
    """Nobody where nobody is meant."""
    ball, dead = match.ball, match.dead
    ball.carrier = ball.last = ball.kicker = ball.aimed = NOBODY
    dead.taker = dead.first = NOBODY
    match.foul.slot = match.foul.victim = NOBODY
    match.flight.action = match.flight.slot = NOBODY
    for side in (0, 1):
        match.presser[side] = match.helper[side] = NOBODY


def _move_on(match: Match, setup: Setup) -> None:
    """The clock to where the scenario begins; time lost so far is an ordinary half's share."""
    start = setup.start
    match.clock.tick = round(start.second * TICKS_PER_SECOND)
    ordinary = LOST_A_HALF[start.half - 1] if start.half <= len(LOST_A_HALF) else 0.0
    match.clock.lost = ordinary * min(1.0, start.second / setup.competition.half_seconds)


def _restart(match: Match, setup: Setup, situation: Scenario) -> None:
    """Award the restart the scenario begins with, and bring everyone around it."""
    side = setup.start.kick_off
    x, y = _spot(situation)
    for slot in range(SLOTS):
        having = slot // SIDE == side
        sight = blank(Sight)
        sight.having = int(having)
        sight.ball_x, sight.ball_y = (x, y) if having else (-x, -y)
        if slot % SIDE == 0:
            up = (situation.home, situation.away)[slot // SIDE].keeper_up
            stand(match, slot, UP_X if up else KEEPER_X, 0.0)
            continue
        place_x = anchor_x(match, setup, sight, slot, sight.ball_x)
        place_y = anchor_y(setup, sight, slot, sight.ball_y)
        while _taken(match, slot, place_x, place_y):
            place_x += ASIDE
        stand(match, slot, place_x, place_y)
    attacks = match.teams[side].attacks
    award(match, int(KINDS[situation.restart.kind]), side, x * attacks, y * attacks)
    stop_play(match)
    match.dead.ready = match.tick + round(situation.restart.wait * TICKS_PER_SECOND)


def _taken(match: Match, slot: int, x: float, y: float) -> bool:
    """Whether somebody placed before `slot` stands where bodies touch at (x, y), attacking +x: two blocks may meet."""
    sign = match.teams[slot // SIDE].attacks
    others = (match.players[i] for i in range(slot) if match.players[i].on)
    return any(math.hypot(other.x * sign - x, other.y * sign - y) < BODIES for other in others)


def _spot(situation: Scenario) -> tuple[float, float]:
    """Where the ball lies, the side that has it attacking +x; on the line the Laws want it on."""
    x, y = situation.restart.at
    left = 1.0 if y >= 0.0 else -1.0
    if situation.restart.kind == "throw-in":
        return x, left * HALF_WIDTH
    if situation.restart.kind == "corner":
        return HALF_LENGTH, left * HALF_WIDTH
    if situation.restart.kind == "goal-kick":
        return -HALF_LENGTH + GOAL_AREA_DEPTH, y
    return x, y


def _settle(match: Match) -> None:
    """Everyone wants to stay where he stands."""
    for slot in range(SLOTS):
        player = match.players[slot]
        player.want.kind = Intent.HOLD
        player.want.x, player.want.y = player.x, player.y
        player.want.pace = WALK
        player.want.mate = NOBODY
