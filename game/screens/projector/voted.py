"""The match a class decides: it stops at the lesson's moments, takes the room's answer, and goes on to the whistle."""

from __future__ import annotations

import time
from collections.abc import Sequence

from game.fixture import Fixture
from game.record import copy
from game.screens import clock_face
from game.screens.loop import Pace
from game.screens.play.asked import Asked
from game.screens.play.facts import Say
from game.screens.play.playing import Playing
from game.screens.play.telling import Telling
from game.state import DT, Match
from game.teams.minutes import seconds

FAST = 16.0  # times true time, when the teacher has no patience
WORKING = 0.03  # s of a frame spent on ticks at most
WATCHED = 150.0  # s of real time a match takes from its start to the whistle, about
SPEEDS = (1.0, 2.0, 4.0)  # times true time a class can follow


class VotedMatch:
    """One run. `stop` is where it halts next: the number of a moment, from 0, or of none: the whistle."""

    def __init__(self, fixture: Fixture, say: Say, *, seed: int, moments: Sequence[str]) -> None:
        self.fixture, self.say, self.seed = fixture, say, seed
        self.moments = [seconds(each) for each in moments]
        self.stop = 0
        self.choices: list[bool] = []
        self.hurried = False
        self.pace = Pace()
        self._begin()

    @property
    def match(self) -> Match:
        """As it stands now."""
        return self.playing.match

    @property
    def arrived(self) -> bool:
        """Whether it stands where it was to halt."""
        return self.playing.over or len(self.pages) > self.stop

    @property
    def pushing(self) -> bool:
        """What the room has told him."""
        return bool(self.pages) and bool(self.choices) and self.choices[min(len(self.pages), len(self.choices)) - 1]

    @property
    def clock(self) -> str:
        """What its clock reads."""
        return clock_face.time_of(self.match, self.playing.setup)

    @property
    def score(self) -> str:
        """As in 0–1."""
        home, away = self.match.teams
        return f"{home.goals}–{away.goals}"

    def lead(self, stop: int, choices: Sequence[bool]) -> None:
        """Be on the way to `stop` with these choices at the moments before it; what contradicts them is played anew."""
        wanted = list(choices[:stop])
        used = self.choices[: self._used]
        if used != wanted[: len(used)] or len(self.pages) > stop + 1:
            self._begin()
        if stop != self.stop:
            self.hurried = False
        self.stop, self.choices = stop, wanted

    def pass_time(self, passed: float, *, at_once: bool = False) -> int:
        """Play what is due after `passed` seconds; `at_once`: as much as a frame has time for. The number of ticks."""
        if self.arrived:
            self.pace.forget()
            return 0
        self.pace.speed = FAST if self.hurried else self._speed
        due = 10**6 if at_once else self.pace.due(passed)
        until, ticks = time.perf_counter() + WORKING, 0
        while ticks < due and not self.arrived:
            self._tick()
            ticks += 1
            if time.perf_counter() > until:
                self.pace.forget()
                break
        return ticks

    def finish(self) -> None:
        """Play on to the whistle here and now, under the choices there are."""
        self.stop = len(self.moments)
        while not self.playing.over:
            self._tick()

    def _begin(self) -> None:
        self.playing = Playing(self.fixture, seed=self.seed)
        self.telling = Telling()
        self.pages: list[Match] = []
        """The record at every moment reached."""
        self._used = 0  # choices acted upon
        left = 2 * self.playing.setup.competition.half_seconds - self._seconds()
        self._speed = max(speed for speed in SPEEDS if speed == 1.0 or left / speed >= WATCHED)

    def _tick(self) -> None:
        if self.choices:
            self._used = min(len(self.pages), len(self.choices))
        self.telling.hear(self.playing.tick(Asked(push=self.pushing)), self.playing, self.say)
        nth = len(self.pages)
        if nth < len(self.moments) and self._seconds() >= self.moments[nth]:
            self.pages.append(copy(self.match))

    def _seconds(self) -> float:
        """The clock in seconds."""
        match = self.match
        return clock_face.base(self.playing.setup, match.clock.half) + match.clock.tick * DT
