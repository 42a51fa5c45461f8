"""When a restart is taken: what a taker lets pass before he plays, in haste or wasting time."""

from __future__ import annotations

from game.brain.options import lean
from game.kernel import kernel
from game.parameters import Parameters
from game.state import COUNTDOWN, TICKS_PER_SECOND, Match, Restart, Setup

QUICK = 0.25  # share of the usual wait saved at stakes (1, 0)
SLOW = 0.60  # share added at (0, 1)
IN_TIME = 2 * TICKS_PER_SECOND  # ticks before the referee has counted him out, at the latest, that a man plays


@kernel
def taken_at(match: Match, setup: Setup) -> float:
    """The tick at which the taker of the restart now awarded means to play, if he is there: usually, while unnamed."""
    dead = match.dead
    wait = float(dead.ready - dead.since)
    if dead.taker >= 0:
        wait *= patience(match, setup.play, dead.taker)
    return dead.since + min(wait, longest(match, setup))


@kernel
def patience(match: Match, play: Parameters, slot: int) -> float:
    """Share of the table's wait after which this taker plays: less when he needs a goal, more when he protects one."""
    tilt = lean(match.players[slot])
    if tilt > 0.0:
        return play.waits * (1.0 - QUICK * tilt * tilt)
    return play.waits * (1.0 + SLOW * tilt * tilt)


@kernel
def longest(match: Match, setup: Setup) -> float:
    """Ticks the taker may let pass at most: nobody is counted out, however much time he means to waste."""
    dead = match.dead
    counted = dead.kind == Restart.THROW_IN or dead.kind == Restart.GOAL_KICK
    if setup.competition.countdown == 1 and counted:
        return float(dead.ready - dead.since + COUNTDOWN - IN_TIME)
    return 1e9
