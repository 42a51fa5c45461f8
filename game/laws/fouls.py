"""Fouls and misconduct (Law 12): what an offence costs; cards are shown in cards.py.

Simplified: persistent offending and dissent are not punished, and every handball is taken as not deliberate.
"""

from __future__ import annotations

from game.events import Action, Result, jot
from game.kernel import kernel
from game.laws.advantage import (
    EXCESSIVE,
    INDIRECT_OFFENCE,
    WAIT,
    advantage_gained,
    advantage_lost,
    fouled_side,
    is_penalty_offence,
    may_play_on,
    shoots,
)
from game.laws.injuries import needs_treatment
from game.laws.restarts import award_corner, award_dropped_ball, award_free_kick, award_penalty
from game.state import NOBODY, SIDE, TICKS_PER_SECOND, Match, Notes, Restart, Setup

RECKLESS = 2  # Foul.kind
YELLOW = 1  # Match.caution
RED = 2
PENALTY_LOST = 60.0  # s a penalty loses, review and protest included


@kernel
def judge_foul(match: Match, setup: Setup, notes: Notes) -> None:
    """Deal with the offence physics noted: whistle, let advantage run, call it back, or be done with it."""
    foul = match.foul
    if foul.tick == match.tick:
        if not may_play_on(match):
            whistle_foul(match, notes)
            return
        foul.until = match.tick + WAIT
        jot(match, notes, foul.slot, Action.ADVANTAGE, Result.SUCCESS, 0, foul.x, foul.y, foul.x, foul.y, 0.0)
    elif advantage_gained(match):
        play_on(match, setup, notes)
    elif advantage_lost(match):
        whistle_foul(match, notes)


@kernel
def card_for(match: Match, played_on: int) -> int:
    """The card the offence noted deserves (0, YELLOW, RED).

    Denying an obvious chance is red; yellow with a penalty given for a challenge, or when play went on.
    """
    foul = match.foul
    if foul.kind == EXCESSIVE:
        return RED
    if foul.chance == 1:
        return YELLOW if played_on == 1 or is_penalty_offence(match) else RED
    return YELLOW if foul.kind == RECKLESS else 0


@kernel
def settle(match: Match, notes: Notes, played_on: int) -> None:
    """Count the offence noted, write it down and owe the offender his card at the next stoppage."""
    foul = match.foul
    card = card_for(match, played_on)
    match.teams[foul.slot // SIDE].fouls += 1
    match.caution[foul.slot] = max(match.caution[foul.slot], card)
    result = Result.FAIL if card == 0 else Result.YELLOW_CARD if card == YELLOW else Result.RED_CARD
    jot(match, notes, foul.slot, Action.FOUL, result, 0, foul.x, foul.y, foul.x, foul.y, 0.0)
    foul.until = 0


@kernel
def whistle_foul(match: Match, notes: Notes) -> None:
    """Stop play for the offence noted: penalty, direct or indirect free kick."""
    foul = match.foul
    settle(match, notes, 0)
    side = fouled_side(match)
    if is_penalty_offence(match):
        jot(match, notes, foul.slot, Action.PENALTY_AWARDED, Result.SUCCESS, 0, foul.x, foul.y, foul.x, foul.y, 0.0)
        match.clock.lost += PENALTY_LOST
        award_penalty(match, side)
    elif foul.kind == INDIRECT_OFFENCE:
        award_free_kick(match, Restart.INDIRECT, side, foul.x, foul.y)
    else:
        award_free_kick(match, Restart.DIRECT, side, foul.x, foul.y)


@kernel
def play_on(match: Match, setup: Setup, notes: Notes) -> None:
    """The advantage has come. A fouled man who needs treatment now gets it, and a dropped ball follows."""
    settle(match, notes, 1)
    if needs_treatment(match) and not shoots(match, fouled_side(match)):
        award_dropped_ball(match, setup.competition.dropped_to_last)
    else:
        match.foul.kind = 0


@kernel
def watch_second_touch(match: Match, notes: Notes) -> bool:
    """Whistle when the taker of a restart plays the ball again before anybody else."""
    dead = match.dead
    ball = match.ball
    first = dead.first
    again = ball.carrier == first or (ball.kicker == first and ball.kicked > dead.since)
    if first == NOBODY or not again:
        return False
    _offend(match, notes, first)
    award_free_kick(match, Restart.INDIRECT, 1 - first // SIDE, ball.x, ball.y)
    return True


@kernel
def watch_keeper(match: Match, setup: Setup, notes: Notes) -> bool:
    """Whistle when a keeper handles a mate's deliberate pass or holds the ball too long (Law 12.2)."""
    ball = match.ball
    if ball.held == 0:
        return False
    keeper = ball.carrier
    side = keeper // SIDE
    competition = setup.competition
    own = ball.kicker >= 0 and ball.kicker // SIDE == side and ball.kicker != keeper
    if ball.keeper_barred == 1 and own:
        _offend(match, notes, keeper)
        award_free_kick(match, Restart.INDIRECT, 1 - side, ball.x, ball.y)
        return True
    if match.tick - ball.since <= competition.keeper_seconds * TICKS_PER_SECOND:
        return False
    _offend(match, notes, keeper)
    if competition.keeper_corner == 1:
        award_corner(match, -match.teams[side].attacks, match.players[keeper].y)
    else:
        award_free_kick(match, Restart.INDIRECT, 1 - side, ball.x, ball.y)
    return True


@kernel
def _offend(match: Match, notes: Notes, slot: int) -> None:
    """Count and write down an offence without contact by `slot`."""
    x = match.ball.x
    y = match.ball.y
    match.teams[slot // SIDE].fouls += 1
    jot(match, notes, slot, Action.FOUL, Result.FAIL, 0, x, y, x, y, 0.0)
