"""Injured players (Law 5.3): treated on the pitch, seldom taken off.

Rates are tuned to the allowance of a minute or so a half that referees make for injuries; no public source.
"""

from __future__ import annotations

import numpy as np

from game import chance
from game.chance import Why
from game.kernel import kernel
from game.laws.restarts import hold_up
from game.laws.substitutions import leave
from game.state import NOBODY, Match, Setup

TREATED = np.array([0.0, 0.04, 0.15, 0.5, 0.0, 0.02])  # chance that the victim needs treatment, a number a Foul.kind
TAKEN_OFF = 0.12  # share of these that cannot go on
TREATMENT = 60.0  # s lost
HELD_UP = 45.0  # s from the whistle to the restart, at least


@kernel
def needs_treatment(match: Match) -> bool:
    """Whether the victim of the offence noted needs the physio: one draw, the same whenever it is asked."""
    return bool(_harm(match) < TREATED[match.foul.kind])


@kernel
def _harm(match: Match) -> float:
    """How lucky the victim was, 0 … 1; 1 when there is none."""
    foul = match.foul
    if foul.victim == NOBODY:
        return 1.0
    return chance.draw(match.seed, foul.tick, foul.victim, Why.INJURY)


@kernel
def treat(match: Match, setup: Setup) -> int:
    """Treat the victim of the offence noted while play is stopped; his slot if he has to go off, else NOBODY."""
    if not needs_treatment(match):
        return NOBODY
    match.clock.lost += TREATMENT
    hold_up(match, HELD_UP)
    victim = match.foul.victim
    hurt = _harm(match) < TREATED[match.foul.kind] * TAKEN_OFF
    if not hurt or victim == setup.start.controlled or match.players[victim].on == 0:
        return NOBODY
    leave(match, victim)
    return victim
