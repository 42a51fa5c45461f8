"""What the person asks of his player at one tick; keyboard, pad and mouse all end up as this."""

from __future__ import annotations

import math
from dataclasses import dataclass

from game.intent import Intent

HEADINGS = 32  # directions a held stick is rounded to, so that a steady thumb gives a steady order
WALK, JOG, SPRINT = 2.2, 5.0, 9.5  # m/s he may use; his legs decide the rest


@dataclass(frozen=True)
class Asked:
    """One tick's wishes. `way` is a unit vector in pitch metres, or None."""

    push: bool = False
    way: tuple[float, float] | None = None
    pace: float = JOG
    kick: Intent | None = None
    """PASS, THROUGH, LOB or SHOOT, at the tick it is pressed."""
    tackle: bool = False
    call: bool = False


NOTHING = Asked()


def heading(x: float, y: float) -> tuple[float, float] | None:
    """The direction of (x, y) rounded to one of HEADINGS, None for no direction at all."""
    if math.hypot(x, y) < 1e-6:
        return None
    nth = round(math.atan2(y, x) / (2 * math.pi) * HEADINGS) % HEADINGS
    angle = 2 * math.pi * nth / HEADINGS
    return round(math.cos(angle), 6), round(math.sin(angle), 6)
