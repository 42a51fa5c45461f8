"""Breath and legs: what running costs, and how much it slows a tired man.

`breath` empties in a sprint and comes back in a walk; `legs` is the match's own tiredness and only falls. Rates
are tuned so that a midfielder who covers 11 km ends near legs 0.55 (see the census for distance and sprints).
"""

from __future__ import annotations

from game.kernel import kernel
from game.state import DT, Man, Player

SPRINT_FROM = 5.0  # m/s, above this breath is spent
EMPTY_IN = 26.0  # s of full sprint from fresh to empty, average man
REST_IN = 55.0  # s of walking from empty to fresh
WORK = 1.25e-5  # legs per (m/s)² and second, average man
BREATH_SLOWS = 0.13  # share of top speed lost with no breath
LEGS_SLOW = 0.16  # share of top speed lost with no legs


@kernel
def top_now(player: Player, man: Man) -> float:
    """Top speed in m/s, as tired as he is."""
    tired = BREATH_SLOWS * (1.0 - player.breath) + LEGS_SLOW * (1.0 - player.legs)
    return man.top_speed * (1.0 - tired)


@kernel
def tire(player: Player, man: Man, speed: float) -> None:
    """Spend or restore breath for one tick at `speed` m/s, and wear the legs."""
    need = 1.35 - 0.7 * man.stamina
    if speed > SPRINT_FROM:
        player.breath -= DT * need * (speed - SPRINT_FROM) / (3.0 * EMPTY_IN)
    else:
        player.breath += DT * (1.0 - speed / (SPRINT_FROM + 1.0)) / (need * REST_IN)
    player.breath = min(max(player.breath, 0.0), 1.0)
    player.legs = max(player.legs - DT * WORK * need * speed * speed, 0.0)
