"""One run in real time: so many ticks a frame, each with what is asked at it, and what is said and heard on the way.

What happens depends on what is asked at each tick alone, never on the frame rate, the speed or the tempo.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

from game.screens.loop import SPEEDS, Pace
from game.screens.play.asked import Asked
from game.screens.play.facts import Say
from game.screens.play.playing import Playing
from game.screens.play.speech import Speech
from game.screens.play.telling import Telling
from game.screens.play.tempo import Tempo
from game.screens.play.view import View
from game.state import TICKS_PER_SECOND

SLOWEST, FASTEST = SPEEDS[0], 4.0  # times true time a person may choose
TREND = 20  # s back the mark is compared with
WORKING = 0.03  # s of a frame spent on ticks at most

Source = Callable[[int], Asked]
"""What is asked at the tick of that number."""


class Run:
    """A run being shown. `source` is asked once a tick."""

    def __init__(self, view: View, source: Source, *, job: str = "", tempo: Tempo | None = None) -> None:
        self.view, self.source = view, source
        self.pace, self.tempo = Pace(), tempo or Tempo()
        self.speech = Speech(self.playing.slot, job)
        self.telling = Telling()
        self.speed = 1.0
        """Times true time the person chose."""
        self._marks: deque[float] = deque(maxlen=TREND)
        self.needed = self.playing.told.aim.margin

    @property
    def playing(self) -> Playing:
        """The match as it is played."""
        return self.view.playing

    @property
    def say(self) -> Say:
        """Words by key."""
        return self.view.say

    def pass_time(self, seconds: float, *, busy: bool = False) -> int:
        """Play what is due after `seconds` of real time; the number of ticks. `busy`: the person asks something."""
        playing = self.playing
        factor = self.tempo.advance(seconds, playing.match, playing.slot, self.view.told, busy=busy)
        self.pace.speed = self.speed * factor
        due = self.pace.due(seconds)
        until = time.perf_counter() + WORKING
        for nth in range(due):
            self.tick()
            if playing.over:
                return nth + 1
            if time.perf_counter() > until:
                self.pace.forget()
                return nth + 1
        return due

    def tick(self) -> None:
        """One tick, with what is asked at it."""
        playing = self.playing
        events = playing.tick(self.source(int(playing.match.tick)))
        self.telling.hear(events, playing, self.say)
        if playing.match.tick % TICKS_PER_SECOND == 0:
            self._marks.append(playing.rating.value)
        if playing.match.players[playing.slot].on:
            self.speech.look(playing.match, playing.setup, self.view.told, pushing=playing.pushing, needed=self.needed)

    @property
    def mark_before(self) -> float | None:
        """The coach's mark some seconds ago, None before there was one."""
        return self._marks[0] if self._marks else None

    def step(self) -> None:
        """One tick, then stand still."""
        self.pace.step()
        self.tick()

    def faster(self) -> None:
        """The next speed up."""
        self.speed = min((speed for speed in SPEEDS if self.speed < speed <= FASTEST), default=FASTEST)

    def slower(self) -> None:
        """The next speed down."""
        self.speed = max((speed for speed in SPEEDS if speed < self.speed), default=SLOWEST)

    @property
    def shown_speed(self) -> float:
        """Times true time the match runs at now."""
        return self.speed * self.tempo.factor
