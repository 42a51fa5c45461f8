"""Real time into ticks: how fast a match is shown, which never changes what happens in it.

The match advances in whole ticks. Real time, times the speed, is saved up; for each tick's worth saved one tick
is due, and what is left over says how far the picture stands between two ticks. A slow machine or a stalled
window is forgiven: more than a quarter of a second is never made up for.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.state import DT

SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0)
BACKLOG = 0.25  # s of real time made up for after a stall


@dataclass
class Pace:
    """How fast the match is shown."""

    speed: float = 1.0
    paused: bool = False
    saved: float = 0.0
    """s of match time not yet played."""

    def due(self, seconds: float) -> int:
        """Ticks to play after `seconds` of real time."""
        if self.paused:
            return 0
        self.saved += min(max(seconds, 0.0), BACKLOG) * self.speed
        ticks = int(self.saved / DT)
        self.saved -= ticks * DT
        return ticks

    def share(self) -> float:
        """How far the picture stands between the tick before and the last one, 0…1."""
        return 1.0 if self.paused else min(1.0, max(0.0, self.saved / DT))

    def forget(self) -> None:
        """Give up what is saved: the machine cannot keep up."""
        self.saved = 0.0

    def toggle(self) -> None:
        """Pause, or play on."""
        self.paused = not self.paused
        self.saved = 0.0

    def step(self) -> int:
        """Ticks to play for one step: one; a running match is paused first."""
        self.paused = True
        self.saved = 0.0
        return 1

    def faster(self) -> None:
        """The next speed up, if there is one."""
        self.speed = min((speed for speed in SPEEDS if speed > self.speed), default=SPEEDS[-1])

    def slower(self) -> None:
        """The next speed down, if there is one."""
        self.speed = max((speed for speed in SPEEDS if speed < self.speed), default=SPEEDS[0])
